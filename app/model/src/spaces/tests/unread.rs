//! Documents are read when somebody asks for them; nothing may look empty, or be lost, because that did not happen yet.

use super::*;

/// A device with so many spaces, in each of which a number was written: that of the space.
fn device(spaces: i64) -> MemoryStore {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    for nth in 0..spaces {
        let space = room.found(&Kind::School, &format!("School {nth}"), NOW).unwrap();
        write(&room, &space, nth);
    }
    assert_eq!(save(&room), SaveState::SavedHere);
    store
}

fn unread(room: &Room) -> usize {
    room.all().iter().filter(|open| open.next_unread().is_some()).count()
}

#[test]
fn opening_reads_what_the_spaces_are_and_no_other_document() {
    let store = device(3);
    let room = enter(&store, 1, 2);
    let about: Vec<_> = room.all().iter().map(|open| open.about()).collect();
    assert!(about.iter().all(|about| about.kind == Kind::School && !about.title.is_empty()));
    assert_eq!(unread(&room), 3);
}

#[test]
fn who_asks_for_a_document_that_was_not_read_yet_has_all_of_it() {
    let store = device(3);
    let room = enter(&store, 1, 2);
    let read: BTreeSet<_> = room
        .all()
        .iter()
        .filter_map(|open| match read(open) {
            Some(Value::Int(nth)) => Some(nth),
            _ => None,
        })
        .collect();
    assert_eq!((read, unread(&room)), (BTreeSet::from([0, 1, 2]), 0));
    let numbers =
        |room: &Room| room.all().iter().map(|open| open.controlegetal()).collect::<Vec<_>>();
    assert_eq!(numbers(&enter(&store, 1, 3)), numbers(&open(&store, 1, 4)));
}

#[test]
fn what_is_written_before_the_rest_is_read_stays_and_the_rest_is_read_on() {
    let store = device(3);
    let room = enter(&store, 1, 2);
    let one = room.all().remove(1);
    write(&room, &one, 9);
    assert_eq!((save(&room), unread(&room)), (SaveState::SavedHere, 2));
    while room.read_next(&[]) {}
    assert_eq!((unread(&room), room.report().blocked.len()), (0, 0));
    let again = open(&store, 1, 3);
    assert_eq!(read(&again.get(one.id()).unwrap()), Some(Value::Int(9)));
}

#[test]
fn what_is_wanted_first_is_read_first() {
    let (store, wanted) = (device(3), PartId::named("wanted"));
    let room = open(&store, 1, 2);
    let last = room.all().remove(2);
    let Part::Free(mut document) = last.part(wanted) else { panic!("no page holds it") };
    let edit = document.edit(|to| to.set(&Place::root("test"), "n", Value::Int(1)));
    let update = edit.map_err(|error: DocumentError| error).unwrap().update.unwrap();
    room.record(&last, wanted, update, NOW);
    assert_eq!(save(&room), SaveState::SavedHere);
    let room = enter(&store, 1, 3);
    let all = room.all();
    assert!(room.read_next(&[wanted]));
    assert_eq!(all[2].first_unread(&[wanted]), None);
    assert!(all.iter().all(|open| open.first_unread(&[part()]).is_some()));
    let rest = std::iter::repeat_with(|| room.read_next(&[wanted])).take_while(|more| *more);
    assert_eq!(rest.count(), 3);
}

#[test]
fn a_change_that_arrives_before_its_document_was_read_is_in_it() {
    let (anna, bram) = (MemoryStore::default(), MemoryStore::default());
    let (first, second) = (open(&anna, 1, 1), open(&bram, 2, 2));
    let space = budget(&first);
    write(&first, &space, 1);
    save(&first);
    let there = bring_together(&first, &space, &second);
    hand_over(&first, &second);
    write(&second, &there, 2);
    save(&second);
    let again = enter(&anna, 1, 3);
    let package = second.package(&[space.id()], None).encode();
    telling(|telling| block_on(again.take_over(&package, telling, NOW))).unwrap();
    let space = again.get(space.id()).unwrap();
    assert!(space.next_unread().is_some(), "what arrives reads no document that nobody asked for");
    assert_eq!(read(&space), Some(Value::Int(2)));
}

#[test]
fn a_copy_and_a_package_hold_what_was_not_read_yet() {
    let store = device(2);
    let whole = block_on(open(&store, 1, 2).copy(&file(), 0)).unwrap().file;
    let copy = block_on(enter(&store, 1, 3).copy(&file(), 0)).unwrap().file;
    let count = |copy: &[u8]| {
        let there = open(&MemoryStore::default(), 3, 1);
        let copy = bundle::read(copy).unwrap();
        block_on(there.bring_in(&copy, "Begroting", NOW)).unwrap();
        there.all().iter().filter_map(|open| read(open)).count()
    };
    assert_eq!((count(&copy), count(&whole)), (2, 2));
}

#[test]
fn more_spaces_cost_no_more_questions_to_the_store() {
    let asked = |spaces| {
        let store = device(spaces);
        let before = store.operations();
        enter(&store, 1, 2);
        store.operations() - before
    };
    assert_eq!(asked(30), asked(10));
}
