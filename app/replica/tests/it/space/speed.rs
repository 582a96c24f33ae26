//! Opening a space of two thousand changes: counted, not timed, so that it holds on every machine.

use replica::store::{MemoryStore, SaveState};

use super::tablet::{Tablet, agenda};

const CHANGES: i64 = 2_000;

#[test]
fn two_thousand_changes_open_from_a_snapshot_without_opening_them() {
    let mut tablet = Tablet::founder(1, MemoryStore::default());
    for number in 0..CHANGES {
        tablet.write(agenda(), number);
    }
    assert_eq!(tablet.save(), SaveState::SavedHere);
    let began = std::time::Instant::now();
    let slow = tablet.again(2).unwrap().unwrap();
    let from_log = began.elapsed();
    assert!(tablet.space.borrow_mut().snapshot_when_due(agenda(), &tablet.docs[&agenda()]));
    assert_eq!(tablet.save(), SaveState::SavedHere);
    let operations = tablet.store.operations();
    let began = std::time::Instant::now();
    let quick = tablet.again(3).unwrap().unwrap();
    let from_snapshot = began.elapsed();
    println!("{CHANGES} changes: {from_log:?} from the log, {from_snapshot:?} from a snapshot");
    assert_eq!((slow.hashes(), quick.hashes()), (tablet.hashes(), tablet.hashes()));
    let opened = |tablet: &Tablet| tablet.space.borrow().client().inbox().accepted().count();
    assert_eq!((opened(&slow), opened(&quick)), (CHANGES as usize, 0));
    assert_eq!(quick.report.applied, CHANGES as usize);
    assert!(tablet.store.operations() - operations < 30, "chains are jumped over, not read");
}
