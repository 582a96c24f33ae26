//! Opening: everything comes back, quickly, and whatever is wrong with the local snapshot costs nothing.

use replica::journal::{CompactError, Kept};
use replica::keys::DeviceKeys;
use replica::member::PersonId;
use replica::member::SideId;
use replica::role::Role;
use replica::space::{self, SetApart};
use replica::store::{MemoryStore, SaveState, Store, StoreError, Table, memory::Fault};
use replica::sync::Delivery;
use replica::testing::block_on;

use super::tablet::{SPACE, Tablet, agenda, plan, rng};

fn written(count: i64) -> Tablet {
    let mut tablet = Tablet::founder(1, MemoryStore::default());
    for number in 0..count {
        tablet.write(agenda(), number);
    }
    tablet.write(plan(), 7);
    assert_eq!(tablet.save(), SaveState::SavedHere);
    tablet
}

fn snapshot(tablet: &mut Tablet) {
    tablet.space.borrow_mut().snapshot(agenda(), &tablet.docs[&agenda()]).unwrap();
    tablet.space.borrow_mut().snapshot(plan(), &tablet.docs[&plan()]).unwrap_err();
    assert_eq!(tablet.save(), SaveState::SavedHere);
}

#[test]
fn a_space_without_rows_is_no_space_and_a_store_that_fails_is_not_that() {
    let (store, keys) = (MemoryStore::default(), DeviceKeys::generate(&mut rng(1)));
    assert!(block_on(space::open(&store, SPACE, keys.clone(), 1)).unwrap().is_none());
    store.fail_at(store.operations(), Fault::Refuse(StoreError::Blocked));
    let refused = block_on(space::open(&store, SPACE, keys, 1)).unwrap_err();
    assert_eq!(refused, StoreError::Blocked);
}

#[test]
fn what_was_written_comes_back_with_its_report() {
    let tablet = written(30);
    let again = tablet.again(2).unwrap().unwrap();
    assert_eq!(again.hashes(), tablet.hashes());
    assert_eq!((again.report.applied, again.report.pending), (31, 0));
    assert_eq!((again.report.kept.len(), again.report.quarantined.len()), (0, 0));
    assert_eq!(block_on(space::spaces(&tablet.store)).unwrap(), [SPACE]);
}

#[test]
fn a_start_from_a_snapshot_opens_only_what_came_after() {
    let mut tablet = written(30);
    snapshot(&mut tablet);
    tablet.write(agenda(), 99);
    tablet.save();
    let again = tablet.again(2).unwrap().unwrap();
    assert_eq!(again.hashes(), tablet.hashes());
    assert_eq!(again.report.applied, 32);
    let opened = again.space.borrow().client().inbox().accepted().count();
    assert_eq!(opened, 2, "one after the snapshot, one of the part without");
}

#[test]
fn writing_goes_on_in_the_same_chain_after_a_start_from_a_snapshot() {
    let mut tablet = written(30);
    snapshot(&mut tablet);
    let mut again = tablet.again(2).unwrap().unwrap();
    let ticket = again.write(agenda(), 31);
    assert_eq!(ticket.seq, 31);
    assert_eq!(again.space.borrow().delivery(ticket), Delivery::Unsaved);
    again.save();
    assert_eq!(again.space.borrow().delivery(ticket), Delivery::Saved);
    assert_eq!(again.space.borrow().waiting().count(), 35, "31 and 1 changes, 3 entries");
    let last = again.again(3).unwrap().unwrap();
    assert_eq!(last.hashes(), again.hashes());
}

#[test]
fn a_damaged_snapshot_costs_time_and_nothing_else() {
    let mut tablet = written(30);
    snapshot(&mut tablet);
    for key in [format!("local/document/{SPACE}/{}", agenda()), format!("local/judged/{SPACE}")] {
        tablet.store.damage(Table::Meta, &key, |value| value[5] ^= 1);
        let again = tablet.again(2).unwrap().unwrap();
        assert_eq!(again.hashes(), tablet.hashes());
        assert_eq!(again.report.applied, 31);
        assert_eq!(again.space.borrow().client().inbox().accepted().count(), 31);
    }
}

#[test]
fn a_document_with_something_that_is_not_in_the_log_makes_no_snapshot() {
    let mut tablet = written(3);
    let mut other = tablet.again(2).unwrap().unwrap();
    other.write(agenda(), 40);
    let ahead = tablet.space.borrow_mut().snapshot(agenda(), &other.docs[&agenda()]);
    assert_eq!(ahead, Err(CompactError::Ahead));
    let behind = tablet.space.borrow_mut().snapshot(agenda(), &tablet.docs[&plan()]);
    assert_eq!(behind, Err(CompactError::Behind));
    tablet.write(agenda(), 4);
    let busy = tablet.space.borrow_mut().snapshot(agenda(), &tablet.docs[&agenda()]);
    assert_eq!(busy, Err(CompactError::Busy));
}

#[test]
fn a_snapshot_is_due_at_five_hundred_changes() {
    let mut tablet = written(499);
    let due = |tablet: &mut Tablet| {
        let due = tablet.space.borrow_mut().snapshot_when_due(agenda(), &tablet.docs[&agenda()]);
        tablet.save();
        due
    };
    assert!(!due(&mut tablet));
    tablet.write(agenda(), 500);
    tablet.save();
    assert!(due(&mut tablet));
    assert!(!due(&mut tablet));
}

#[test]
fn a_role_that_changed_meanwhile_sends_the_start_back_to_the_log() {
    let mut anna = written(3);
    let keys = DeviceKeys::generate(&mut rng(2));
    let who = (PersonId::from_bytes([2; 16]), SideId::named("school"), "Bram");
    let add = |tablet: &Tablet| {
        let mut rng = rng(77);
        tablet.space.borrow_mut().add(*keys.public(), who, Role::Bewerken, 2, &mut rng).unwrap();
    };
    add(&anna);
    anna.save();
    let mut bram = Tablet::invited(2, &anna);
    bram.save();
    bram.takes_from(&anna);
    bram.write(agenda(), 60);
    bram.write(agenda(), 61);
    bram.save();
    anna.takes_from(&bram);
    assert_eq!(anna.hashes(), bram.hashes());
    snapshot(&mut anna);
    // A live removal with the snapshot in use: what counts is read again and judged again.
    let mut again = anna.again(3).unwrap().unwrap();
    assert_eq!(again.space.borrow().client().inbox().accepted().count(), 1);
    again.space.borrow_mut().rotate(&[keys.id()], 4, &mut rng(9)).unwrap();
    again.save();
    assert_eq!(again.space.borrow().client().inbox().accepted().count(), 6);
    assert_eq!(again.hashes(), bram.hashes(), "it was seen before the removal");
    let last = again.again(4).unwrap().unwrap();
    assert_eq!(last.hashes(), bram.hashes());
    assert_eq!(last.space.borrow().client().inbox().accepted().count(), 6);
}

#[test]
fn a_damaged_row_is_set_apart_and_a_newer_one_stays() {
    let tablet = written(3);
    let rows = block_on(tablet.store.scan(Table::Log, "", None, 10)).unwrap();
    let (damaged, newer) = (&rows[1].key, &rows[3].key);
    tablet.store.damage(Table::Log, damaged, |value| value.truncate(9));
    tablet.store.damage(Table::Log, newer, |value| value[1] = 2);
    let mut again = tablet.again(2).unwrap().unwrap();
    assert!(again.report.kept.iter().any(|(_, kept)| *kept == Kept::Newer));
    again.save();
    assert!(block_on(tablet.store.get(Table::Log, damaged)).unwrap().is_none());
    assert!(block_on(tablet.store.get(Table::Log, newer)).unwrap().is_some());
    let quarantine = block_on(tablet.store.scan(Table::Quarantine, "", None, 10)).unwrap();
    assert_eq!(quarantine.len(), 1);
    assert!(!again.report.quarantined.iter().any(|(_, why)| *why == SetApart::BadChanges));
}

#[test]
fn a_store_that_refuses_leaves_everything_in_rescue_and_takes_it_later() {
    let mut tablet = written(1);
    tablet.store.set_quota(Some(tablet.store.size()));
    let ticket = tablet.write(agenda(), 1);
    assert_eq!(tablet.save(), SaveState::NotSaved(StoreError::Quota));
    assert!(!tablet.space.borrow().accepts_edits());
    assert_eq!(tablet.space.borrow().rescue().len(), 2, "the envelope and the head of its chain");
    assert_eq!(tablet.space.borrow().delivery(ticket), Delivery::Unsaved);
    tablet.store.set_quota(None);
    assert_eq!(tablet.save(), SaveState::SavedHere);
    assert_eq!(tablet.space.borrow().rescue(), []);
}
