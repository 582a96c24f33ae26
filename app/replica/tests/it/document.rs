//! What merging, undo and old readers must do to a document.

use replica::document::{Document, DocumentError, Place, Session, Step, Value, Version, Writer};
use replica::id::DeviceId;

fn device(n: u8) -> DeviceId {
    DeviceId::from_bytes([n; 16])
}

fn replica(n: u8) -> Document {
    Document::new(Session { peer: u64::from(n), device: device(n) }).unwrap()
}

fn place() -> Place {
    Place::root("baseline")
}

type Done = (Step, Vec<u8>);

fn edit(
    document: &mut Document,
    change: impl FnOnce(&mut Writer<'_>) -> Result<(), DocumentError>,
) -> Done {
    let edit = document.edit(change).unwrap();
    (edit.step, edit.update.unwrap_or_default())
}

fn set(document: &mut Document, name: &str, value: i64) -> Done {
    edit(document, |to| to.set(&place(), name, value))
}

fn ints(document: &Document, name: &str) -> Vec<i64> {
    let entries = document.register(&place(), name);
    entries.iter().filter_map(|entry| entry.value.int()).collect()
}

fn meet(a: &mut Document, b: &mut Document) {
    let (from_a, from_b) = (
        a.updates_since(&Version::default()).unwrap(),
        b.updates_since(&Version::default()).unwrap(),
    );
    a.import(&from_b).unwrap();
    b.import(&from_a).unwrap();
    assert_eq!(a.state_hash(), b.state_hash());
}

#[test]
fn a_later_write_replaces_what_it_saw() {
    let mut a = replica(1);
    set(&mut a, "x", 1);
    set(&mut a, "x", 2);
    assert_eq!(ints(&a, "x"), [2]);
}

#[test]
fn a_collection_read_in_one_pass_gives_the_values_that_count() {
    let (mut a, mut b) = (replica(1), replica(2));
    let item = |id: &str| Place::item("lijst", id);
    edit(&mut a, |to| to.set(&item("een"), "x", 1));
    edit(&mut a, |to| to.set_text(&item("een"), "woorden", "Geen register."));
    edit(&mut a, |to| to.set(&item("twee"), "x", 5));
    edit(&mut b, |to| to.set(&item("een"), "x", 2));
    edit(&mut b, |to| to.set(&item("een"), "y#z", 3));
    meet(&mut a, &mut b);
    assert_eq!(a.registers(&item("een")).get("x").map(Vec::len), Some(2), "two wait for a choice");
    for document in [&a, &b] {
        let values = document.values("lijst");
        assert_eq!(values.keys().collect::<Vec<_>>(), ["een", "twee"]);
        for (id, found) in &values {
            let registers = document.registers(&item(id));
            let firsts = registers.into_iter().map(|(name, all)| (name, all[0].value.clone()));
            assert_eq!(*found, firsts.collect());
        }
    }
}

#[test]
fn concurrent_writes_both_stay_with_their_authors_until_one_is_chosen() {
    let (mut a, mut b) = (replica(1), replica(2));
    set(&mut a, "x", 1);
    meet(&mut a, &mut b);
    set(&mut a, "x", 10);
    set(&mut b, "x", 20);
    meet(&mut a, &mut b);
    let entries = a.register(&place(), "x");
    assert_eq!(entries, b.register(&place(), "x"));
    let authors: Vec<_> = entries.iter().map(|entry| (entry.value.int(), entry.author)).collect();
    assert_eq!(authors, [(Some(10), Some(device(1))), (Some(20), Some(device(2)))]);
    set(&mut b, "x", 20);
    meet(&mut a, &mut b);
    assert_eq!(ints(&a, "x"), [20]);
}

#[test]
fn a_name_may_hold_any_character() {
    let mut a = replica(1);
    set(&mut a, "lasten.oza#1/2021", 5);
    assert_eq!(ints(&a, "lasten.oza#1/2021"), [5]);
    assert!(ints(&a, "lasten.oza").is_empty());
}

#[test]
fn undo_gives_back_the_value_before_and_redo_the_value_after() {
    let mut a = replica(1);
    set(&mut a, "x", 1);
    let (step, _) = set(&mut a, "x", 2);
    let undo = a.undo(&step).unwrap();
    assert_eq!(ints(&a, "x"), [1]);
    let redo = a.undo(&undo.step).unwrap();
    assert_eq!(ints(&a, "x"), [2]);
    a.undo(&redo.step).unwrap();
    assert_eq!(ints(&a, "x"), [1]);
}

#[test]
fn undo_of_a_first_write_leaves_nothing() {
    let mut a = replica(1);
    let (step, _) = set(&mut a, "x", 1);
    a.undo(&step).unwrap();
    assert!(a.registers(&place()).is_empty());
}

#[test]
fn undo_leaves_what_another_wrote_at_the_same_time() {
    let (mut a, mut b) = (replica(1), replica(2));
    set(&mut a, "x", 1);
    meet(&mut a, &mut b);
    let (step, _) = set(&mut a, "x", 10);
    set(&mut b, "x", 20);
    meet(&mut a, &mut b);
    let undo = a.undo(&step).unwrap();
    assert_eq!(ints(&a, "x"), [20], "the value that both replaced does not come back");
    a.undo(&undo.step).unwrap();
    let mut both = ints(&a, "x");
    both.sort();
    assert_eq!(both, [10, 20], "redo brings back the own value beside the other");
}

#[test]
fn undo_leaves_a_value_that_another_wrote_over_it() {
    let (mut a, mut b) = (replica(1), replica(2));
    let (step, _) = set(&mut a, "x", 1);
    meet(&mut a, &mut b);
    set(&mut b, "x", 2);
    meet(&mut a, &mut b);
    assert_eq!(a.undo(&step).unwrap().answer.left_alone, 1);
    assert_eq!(ints(&a, "x"), [2]);
}

#[test]
fn an_undone_choice_shows_both_values_again_with_their_own_authors() {
    let (mut a, mut b) = (replica(1), replica(2));
    set(&mut a, "x", 10);
    set(&mut b, "x", 20);
    meet(&mut a, &mut b);
    let (step, _) = set(&mut a, "x", 10);
    a.undo(&step).unwrap();
    let mut authors: Vec<_> =
        a.register(&place(), "x").iter().map(|e| (e.value.int(), e.author)).collect();
    authors.sort();
    assert_eq!(authors, [(Some(10), Some(device(1))), (Some(20), Some(device(2)))]);
}

#[test]
fn an_undo_made_elsewhere_at_the_same_time_as_a_write_keeps_both() {
    let (mut a, mut b) = (replica(1), replica(2));
    set(&mut a, "x", 1);
    let (step, _) = set(&mut a, "x", 2);
    meet(&mut a, &mut b);
    a.undo(&step).unwrap();
    set(&mut b, "x", 3);
    meet(&mut a, &mut b);
    let mut both = ints(&a, "x");
    both.sort();
    assert_eq!(both, [1, 3]);
}

#[test]
fn a_failed_edit_leaves_nothing() {
    let mut a = replica(1);
    set(&mut a, "x", 1);
    let failed = a.edit(|to| {
        to.set(&place(), "x", 2)?;
        to.set(&place(), "y", 2)?;
        Err::<(), _>(DocumentError::Refused("no".into()))
    });
    assert!(failed.is_err());
    assert_eq!(ints(&a, "x"), [1]);
    assert!(ints(&a, "y").is_empty());
}

#[test]
fn an_edit_that_changes_nothing_makes_no_update() {
    let mut a = replica(1);
    assert_eq!(a.edit(|to| to.clear(&place(), "x")).unwrap().update, None);
}

#[test]
fn two_devices_that_both_make_the_same_item_keep_both_sides() {
    let (mut a, mut b) = (replica(1), replica(2));
    let item = Place::item("scenarios", "s");
    for (doc, name) in [(&mut a, "one"), (&mut b, "two")] {
        edit(doc, |to| {
            to.add_item("scenarios", "s")?;
            to.set(&item, name, 1)
        });
    }
    meet(&mut a, &mut b);
    assert_eq!(a.registers(&item).into_keys().collect::<Vec<_>>(), ["one", "two"]);
    assert_eq!(a.items("scenarios"), ["s"]);
}

fn three_items(document: &mut Document) {
    for id in ["a", "b", "c"] {
        edit(document, |to| {
            to.add_item("scenarios", id)?;
            to.set(&Place::item("scenarios", id), "name", id)
        });
    }
}

#[test]
fn an_item_moves_and_moves_back() {
    let mut a = replica(1);
    three_items(&mut a);
    let (step, _) = edit(&mut a, |to| to.move_item("scenarios", "a", Some("c")));
    assert_eq!(a.items("scenarios"), ["b", "c", "a"]);
    let undo = a.undo(&step).unwrap();
    assert_eq!(a.items("scenarios"), ["a", "b", "c"]);
    a.undo(&undo.step).unwrap();
    assert_eq!(a.items("scenarios"), ["b", "c", "a"]);
    edit(&mut a, |to| to.move_item("scenarios", "a", None));
    edit(&mut a, |to| to.move_item("scenarios", "c", Some("a")));
    assert_eq!(a.items("scenarios"), ["a", "c", "b"]);
}

#[test]
fn undo_of_making_an_item_leaves_it_when_another_wrote_in_it() {
    let (mut a, mut b) = (replica(1), replica(2));
    let item = Place::item("scenarios", "s");
    let (step, _) = edit(&mut a, |to| {
        to.add_item("scenarios", "s")?;
        to.set(&item, "name", "mine")
    });
    meet(&mut a, &mut b);
    edit(&mut b, |to| to.set(&item, "note", "theirs"));
    meet(&mut a, &mut b);
    a.undo(&step).unwrap();
    assert_eq!(a.items("scenarios"), ["s"]);
    assert_eq!(a.registers(&item).into_keys().collect::<Vec<_>>(), ["note"]);
}

#[test]
fn text_typed_together_merges_and_undo_takes_only_the_own_words() {
    let (mut a, mut b) = (replica(1), replica(2));
    edit(&mut a, |to| to.set_text(&place(), "note", "Het bedrag is één schatting."));
    meet(&mut a, &mut b);
    let (step, _) =
        edit(&mut a, |to| to.set_text(&place(), "note", "Het bedrag is één ruwe schatting."));
    edit(&mut b, |to| to.set_text(&place(), "note", "Let op: Het bedrag is één schatting."));
    meet(&mut a, &mut b);
    assert_eq!(a.text(&place(), "note"), "Let op: Het bedrag is één ruwe schatting.");
    let undo = a.undo(&step).unwrap();
    assert_eq!(a.text(&place(), "note"), "Let op: Het bedrag is één schatting.");
    a.undo(&undo.step).unwrap();
    assert_eq!(a.text(&place(), "note"), "Let op: Het bedrag is één ruwe schatting.");
}

#[test]
fn a_deleted_text_comes_back() {
    let mut a = replica(1);
    edit(&mut a, |to| to.set_text(&place(), "note", "abc"));
    let (step, _) = edit(&mut a, |to| to.set_text(&place(), "note", ""));
    assert_eq!(a.text(&place(), "note"), "");
    a.undo(&step).unwrap();
    assert_eq!(a.text(&place(), "note"), "abc");
}

#[test]
fn changes_that_arrive_too_early_wait_and_are_seen_waiting() {
    let (mut a, mut b) = (replica(1), replica(2));
    let (_, first) = set(&mut a, "x", 1);
    let (_, second) = set(&mut a, "x", 2);
    assert!(b.import(&second).unwrap().pending);
    assert!(ints(&b, "x").is_empty());
    assert!(b.pending().unwrap().is_some());
    assert!(!b.import(&first).unwrap().pending);
    assert_eq!(b.pending().unwrap(), None);
    assert_eq!(a.state_hash(), b.state_hash());
}

#[test]
fn an_update_says_what_it_brings() {
    let mut a = replica(1);
    let (_, first) = set(&mut a, "x", 1);
    let after_first = a.version();
    let (_, second) = set(&mut a, "x", 2);
    assert!(after_first.includes(&Version::of_update(&first).unwrap()));
    assert!(!after_first.includes(&Version::of_update(&second).unwrap()));
    assert!(a.version().includes(&after_first));
}

/// The library leaves a few header bytes unused; flipping those is harmless. The hash chain of
/// envelopes sees it.
#[test]
fn damaged_changes_are_refused_or_change_nothing_else() {
    let mut a = replica(1);
    let (_, update) = set(&mut a, "x", 1);
    let empty = replica(2).state_hash();
    for at in 0..update.len() {
        let mut b = replica(2);
        let mut flipped = update.clone();
        flipped[at] ^= 0x40;
        let expected = if b.import(&flipped).is_ok() { a.state_hash() } else { empty };
        assert_eq!(b.state_hash(), expected, "byte {at}");
        assert!(replica(2).import(&update[..at]).is_err(), "cut at {at}");
    }
}

#[test]
fn an_old_reader_keeps_what_it_does_not_know() {
    let mut newer = replica(1);
    let strange = Value::Map(
        [("kind".to_owned(), Value::from("later")), ("n".into(), Value::Float(0.5))].into(),
    );
    edit(&mut newer, |to| {
        to.set(&Place::root("later"), "field", strange.clone())?;
        to.set(
            &Place::item("later", "x"),
            "deep",
            Value::List(vec![Value::Null, Value::Bytes(vec![1])]),
        )
    });
    let mut old =
        Document::open(Session { peer: 9, device: device(9) }, &newer.snapshot().unwrap()).unwrap();
    set(&mut old, "x", 1);
    let mut again =
        Document::open(Session { peer: 10, device: device(10) }, &old.snapshot().unwrap()).unwrap();
    assert_eq!(again.register(&Place::root("later"), "field")[0].value, strange);
    meet(&mut newer, &mut again);
}

#[test]
fn several_steps_go_back_and_forth_in_one_field_and_in_one_text() {
    let mut a = replica(1);
    let texts = ["een", "een twee", "twee", "", "drie"];
    let mut steps: Vec<Step> = (1..=5)
        .zip(texts)
        .map(|(n, text)| {
            edit(&mut a, |to| {
                to.set(&place(), "x", n)?;
                to.set_text(&place(), "note", text)
            })
            .0
        })
        .collect();
    for _ in 0..3 {
        let mut redo = Vec::new();
        for n in (0..5).rev() {
            redo.push(a.undo(&steps[n]).unwrap().step);
            let left = (ints(&a, "x"), a.text(&place(), "note"));
            let before = n.checked_sub(1).map(|n| (n as i64 + 1, texts[n]));
            assert_eq!(left.0, before.map(|b| b.0).into_iter().collect::<Vec<_>>());
            assert_eq!(left.1, before.map_or("", |b| b.1));
        }
        steps.clear();
        for (n, step) in redo.iter().rev().enumerate() {
            steps.push(a.undo(step).unwrap().step);
            assert_eq!(ints(&a, "x"), [n as i64 + 1]);
            assert_eq!(a.text(&place(), "note"), texts[n]);
        }
    }
}

#[test]
fn an_item_id_may_hold_any_character() {
    let (mut a, mut b) = (replica(1), replica(2));
    for id in ["a/b", "#", "🤝:x>y", " "] {
        edit(&mut a, |to| {
            to.add_item("scenarios", id)?;
            to.set(&Place::item("scenarios", id), "name", id)
        });
    }
    meet(&mut a, &mut b);
    assert_eq!(b.items("scenarios"), ["a/b", "#", "🤝:x>y", " "]);
}
