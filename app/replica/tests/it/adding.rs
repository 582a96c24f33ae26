//! Who may only add: what a document takes of them and what it refuses, whatever order things arrive in.

use std::cell::RefCell;

use loro::{ExportMode, LoroDoc};
use proptest::prelude::*;
use replica::document::{Document, DocumentError, Imported, Place, Session, Value, Writer};
use replica::id::DeviceId;
use replica::member::Grant;

fn document(peer: u64) -> Document {
    Document::new(Session { peer, device: DeviceId::from_bytes([peer as u8; 16]) }).unwrap()
}

fn edit(
    document: &mut Document,
    change: impl FnOnce(&mut Writer<'_>) -> Result<(), DocumentError>,
) -> Vec<u8> {
    document.edit(change).unwrap().update.unwrap()
}

fn item(id: &str) -> Place {
    Place::item("ideeën", id)
}

/// A new item with something in it.
fn idea(document: &mut Document, id: &str, text: &str) -> Vec<u8> {
    edit(document, |to| {
        to.add_item("ideeën", id)?;
        to.set(&item(id), "tekst", text)?;
        to.set(&item(id), "stemmen", 1i64)
    })
}

/// A room with one idea of somebody who may change, and a child who has it.
fn room() -> (Document, Document) {
    let (mut juf, mut kind) = (document(1), document(2));
    kind.import(&idea(&mut juf, "a", "Een schoolmoestuin")).unwrap();
    (juf, kind)
}

const TAKEN: Result<Imported, DocumentError> = Ok(Imported { pending: false });
const WAITS: Result<Imported, DocumentError> = Ok(Imported { pending: true });
const REFUSED: Result<Imported, DocumentError> = Err(DocumentError::NotAdding);

#[test]
fn what_a_child_adds_is_taken_one_after_another() {
    let (mut juf, mut kind) = room();
    for (id, text) in [("b", "Langer buiten"), ("c", "Een kussen in de leeshoek")] {
        let update = idea(&mut kind, id, text);
        assert!(kind.adds_only(&update));
        assert_eq!(juf.import_adding(&update), TAKEN);
        assert_eq!(juf.import_adding(&update), TAKEN, "twice is once");
    }
    // A second value beside what stands: both stay until a person chooses.
    let update = edit(&mut document(3), |to| to.set(&item("a"), "tekst", "Ook een idee"));
    assert_eq!(juf.import_adding(&update), TAKEN);
    assert_eq!(juf.register(&item("a"), "tekst").len(), 2);
    assert_eq!(juf.items("ideeën"), ["a", "b", "c"]);
}

/// One bad change, the name by which it is told.
type Bad = (&'static str, fn(&mut Writer<'_>) -> Result<(), DocumentError>);

#[test]
fn what_does_more_than_add_is_refused_whole_and_leaves_no_trace() {
    let bad: [Bad; 5] = [
        ("replaces", |to| to.set(&item("a"), "tekst", "Iets anders")),
        ("removes", |to| to.clear(&item("a"), "tekst")),
        ("moves", |to| to.move_item("ideeën", "a", Some("z"))),
        ("writes in a text", |to| to.set_text(&item("a"), "toelichting", "Gekrabbel")),
        ("replaces at the root", |to| to.set(&Place::root("over"), "naam", "x")),
    ];
    for (name, change) in bad {
        let (mut juf, mut kind) = room();
        let first = edit(&mut juf, |to| {
            to.add_item("ideeën", "z")?;
            to.set(&Place::root("over"), "naam", "Leerlingenraad")?;
            to.set(&item("z"), "tekst", "Z")
        });
        kind.import(&first).unwrap();
        let shown = juf.state_hash();
        let update = edit(&mut kind, |to| {
            to.add_item("ideeën", "b")?;
            to.set(&item("b"), "tekst", "Gewoon een idee")?;
            change(to)
        });
        assert!(!kind.adds_only(&update), "{name}");
        assert_eq!(juf.import_adding(&update), REFUSED, "{name}");
        assert_eq!(juf.import_adding(&update), REFUSED, "{name}, again");
        assert_eq!(juf.state_hash(), shown, "{name}");
        // Who may change, may.
        assert_eq!(juf.take(Grant::Write, &update), TAKEN, "{name}");
    }
}

/// One forgery, by the name by which it is told.
type Forged = (&'static str, fn(&LoroDoc));

/// What somebody writes who does not use our writer at all.
#[test]
fn forged_keys_and_other_kinds_of_things_are_refused() {
    let forge: [Forged; 8] = [
        ("a key of another session", |to| set(to, "ideeën.items", "tekst#1.1.0", "x")),
        ("a number that comes later", |to| set(to, "velden", "tekst#1.9.5", "x")),
        ("a restored value", |to| set(to, "velden", "tekst#1.9.0~1", "x")),
        ("no register", |to| set(to, "velden", "tekst", "x")),
        ("who another session is", |to| set(to, "devices", "1", "x")),
        ("another kind of item", |to| {
            to.get_map("ideeën.items").ensure_mergeable_text("a").unwrap();
        }),
        ("a list", |to| to.get_list("lijst").insert(0, "x").unwrap()),
        ("two writes in one place", |to| {
            set(to, "velden", "tekst#1.9.0", "x");
            set(to, "velden", "tekst#1.9.0", "y");
        }),
    ];
    for (name, change) in forge {
        let (mut juf, _) = room();
        let doc = LoroDoc::new();
        doc.set_peer_id(9).unwrap();
        change(&doc);
        doc.commit();
        let update = doc.export(ExportMode::all_updates()).unwrap();
        assert_eq!(juf.import_adding(&update), REFUSED, "{name}");
        let snapshot = doc.export(ExportMode::Snapshot).unwrap();
        assert_eq!(juf.import_adding(&snapshot), REFUSED, "{name}, as a snapshot");
    }
    let doc = LoroDoc::new();
    doc.set_peer_id(9).unwrap();
    set(&doc, "velden", "tekst#1.9.0", "x");
    doc.commit();
    let update = doc.export(ExportMode::all_updates()).unwrap();
    assert_eq!(room().0.import_adding(&update), TAKEN, "and the same without a fault is taken");
}

fn set(to: &LoroDoc, map: &str, key: &str, value: &str) {
    to.get_map(map).insert(key, value).unwrap();
}

#[test]
fn the_changes_of_two_sessions_in_one_are_refused() {
    let (mut one, mut other) = (document(2), document(3));
    one.import(&idea(&mut other, "c", "Van een ander")).unwrap();
    idea(&mut one, "b", "Van mij");
    let both = one.updates_since(&replica::document::Version::default()).unwrap();
    assert_eq!(document(1).import_adding(&both), REFUSED);
}

#[test]
fn what_builds_on_what_is_not_here_waits_and_is_judged_then() {
    let (juf, mut kind) = room();
    let (good, bad) = (
        idea(&mut kind, "b", "Langer buiten"),
        edit(&mut kind, |to| to.set(&item("a"), "tekst", "Iets anders")),
    );
    let base = juf.updates_since(&replica::document::Version::default()).unwrap();
    let mut late = document(4);
    assert_eq!(late.import_adding(&bad), WAITS);
    assert_eq!(late.import_adding(&good), WAITS);
    assert_eq!(late.items("ideeën"), [""; 0]);
    assert_eq!(late.import(&base), TAKEN);
    assert_eq!(late.items("ideeën"), ["a", "b"]);
    let text = late.register(&item("a"), "tekst");
    assert_eq!(text.len(), 1);
    assert_eq!(text[0].value, Value::from("Een schoolmoestuin"));
    assert_eq!(late.import_adding(&bad), REFUSED);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// I4: the same set of changes gives the same document, in whatever order they come.
    #[test]
    fn every_order_gives_the_same_document(order in Just((0..8usize).collect::<Vec<_>>()).prop_shuffle()) {
        let (juf, mut kind) = room();
        let base = juf.updates_since(&replica::document::Version::default()).unwrap();
        let mut all = vec![(Grant::Write, base)];
        for number in 0..4 {
            all.push((Grant::AddOnly, idea(&mut kind, &format!("b{number}"), "idee")));
        }
        let bad = RefCell::new(document(3));
        bad.borrow_mut().import(&all[0].1).unwrap();
        all.push((Grant::AddOnly, idea(&mut bad.borrow_mut(), "goed", "idee")));
        let replaced = edit(&mut bad.borrow_mut(), |to| to.set(&item("a"), "tekst", "weg"));
        all.push((Grant::AddOnly, replaced));
        // Builds on what was refused, so it stays out everywhere.
        all.push((Grant::AddOnly, idea(&mut bad.borrow_mut(), "daarna", "idee")));
        let mut expected = document(7);
        all.iter().for_each(|(grant, update)| drop(expected.take(*grant, update)));
        let mut shuffled = document(8);
        order.iter().for_each(|at| drop(shuffled.take(all[*at].0, &all[*at].1)));
        prop_assert_eq!(shuffled.state_hash(), expected.state_hash());
        prop_assert_eq!(shuffled.items("ideeën").len(), 6);
    }
}
