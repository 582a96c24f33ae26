//! Shared snapshots: what everybody has goes, and who lacks it takes the snapshot.

use std::collections::BTreeSet;

use replica::document::{Document, Session};
use replica::id::PartId;
use replica::role::Role;
use replica::store::{MemoryStore, SaveState};
use replica::sync::{Alarm, Event, Item};

use super::tablet::{Tablet, agenda};

/// Anna with ten changes, and Bram who has them.
fn two() -> (Tablet, Tablet) {
    let mut anna = Tablet::founder(1, MemoryStore::default());
    let mut bram = anna.lets_in(2, Role::Bewerken);
    for number in 0..10 {
        anna.write(agenda(), number);
    }
    anna.save();
    bram.takes_from(&anna);
    (anna, bram)
}

fn meet(one: &mut Tablet, other: &mut Tablet) {
    for _ in 0..2 {
        one.takes_from(other);
        one.cares();
        other.takes_from(one);
        other.cares();
    }
}

#[test]
fn rows_go_only_when_every_living_device_has_them() {
    let (mut anna, mut bram) = two();
    anna.shares();
    assert_eq!(anna.rows(), 10, "Bram has not said that he has it");
    meet(&mut anna, &mut bram);
    assert_eq!((anna.rows(), bram.rows()), (0, 0));
    for tablet in [&anna, &bram] {
        let again = tablet.again(9).unwrap().unwrap();
        assert_eq!(again.hashes(), tablet.hashes());
    }
}

#[test]
fn who_has_not_all_of_it_does_not_acknowledge() {
    let (mut anna, mut bram) = two();
    anna.write(agenda(), 11);
    anna.save();
    anna.shares();
    let lacking = |item: &Item| {
        !matches!(item, Item::Envelope(bytes)
        if replica::envelope::Envelope::decode(bytes).unwrap().header.seq == 11)
    };
    let items: Vec<_> = anna.items().into_iter().filter(lacking).collect();
    bram.space.borrow_mut().on(Event::Online(true), 20, 0);
    bram.space.borrow_mut().on(Event::Items(items), 21, 0);
    bram.save();
    assert_eq!(bram.space.borrow().due(), None);
    bram.takes_from(&anna);
    assert!(bram.space.borrow().due().is_some());
}

#[test]
fn a_newcomer_begins_at_the_snapshot_and_goes_on_from_there() {
    let (mut anna, mut bram) = two();
    anna.shares();
    meet(&mut anna, &mut bram);
    let mut carla = anna.lets_in(3, Role::Lezen);
    carla.takes_from(&anna);
    assert_eq!(carla.hashes(), anna.hashes());
    anna.write(agenda(), 20);
    anna.save();
    carla.takes_from(&anna);
    assert_eq!(carla.hashes(), anna.hashes());
    let again = carla.again(9).unwrap().unwrap();
    assert_eq!(again.hashes(), anna.hashes());
    assert_eq!(again.space.borrow().alarms().len(), 0);
}

#[test]
fn nothing_waits_for_who_is_away_too_long_and_its_own_work_is_kept() {
    let (mut anna, mut bram) = two();
    let mut carla = anna.lets_in(3, Role::Bewerken);
    carla.takes_from(&anna);
    carla.write(agenda(), 30);
    carla.save();
    for number in 11..15 {
        anna.write(agenda(), number);
    }
    anna.save();
    bram.takes_from(&anna);
    anna.shares();
    meet(&mut anna, &mut bram);
    assert!(anna.rows() > 0, "Carla may still come");
    let absent = BTreeSet::from([carla.keys.id()]);
    anna.space.borrow_mut().set_absent(absent);
    anna.save();
    assert_eq!(anna.rows(), 0);
    carla.takes_from(&anna);
    anna.takes_from(&carla);
    assert_eq!(carla.hashes(), anna.hashes());
    let value = anna.docs[&agenda()].register(&replica::document::Place::root("r"), "k30");
    assert_eq!(value.len(), 1, "what Carla wrote without network is there");
}

#[test]
fn a_snapshot_of_somebody_who_left_is_not_taken_and_the_own_work_can_be_carried_over() {
    let (mut anna, mut bram) = two();
    bram.shares();
    meet(&mut anna, &mut bram);
    assert_eq!(anna.rows(), 0);
    let mut carla = anna.lets_in(3, Role::Bewerken);
    carla.write(agenda(), 30);
    carla.save();
    anna.space.borrow_mut().rotate(&[bram.keys.id()], 5, &mut super::tablet::rng(8)).unwrap();
    anna.save();
    carla.takes_from(&anna);
    let too_old = Alarm::TooOld { part: agenda() };
    assert!(carla.space.borrow().alarms().contains(&too_old));
    let unsent = carla.space.borrow().unsent(agenda());
    assert_eq!(unsent.len(), 1);
    // Somebody who is in makes a new one: that is due, and then it can be taken.
    assert!(anna.space.borrow().client().share_is_due(agenda()));
    anna.shares();
    carla.takes_from(&anna);
    anna.takes_from(&carla);
    assert_eq!(carla.hashes(), anna.hashes());
    let mut other = Document::new(Session { peer: 77, device: anna.keys.id() }).unwrap();
    assert!(other.import(&unsent[0]).is_ok());
}

#[test]
fn a_snapshot_that_says_something_else_is_told_and_never_acknowledged() {
    let (mut anna, mut bram) = two();
    let items = anna.forges_snapshot();
    bram.space.borrow_mut().on(Event::Items(items), 30, 0);
    assert_eq!(bram.save(), SaveState::SavedHere);
    let wrong = Alarm::WrongSnapshot { part: agenda(), device: anna.keys.id() };
    assert!(bram.space.borrow().alarms().contains(&wrong));
    assert_eq!(bram.space.borrow().due(), None);
}

#[test]
fn beside_a_part_lies_another_part_for_every_part() {
    let agenda = PartId::beside(agenda());
    // Computed apart, as SYNC.md describes it.
    assert_eq!(agenda.to_string(), "eed4c68f9b3885511684cb2b2c94e48f");
    assert_ne!(agenda, PartId::beside(agenda));
}
