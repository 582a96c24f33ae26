//! A crash before and after every step of the store: nothing that was shown as saved is lost.

use replica::store::{MemoryStore, SaveState, memory::Fault};

use crate::tablet::{Tablet, agenda, plan};

/// Founding, writing, a snapshot, more writing, another snapshot. Answers what was shown as saved.
fn life(store: &MemoryStore) -> (Tablet, usize) {
    let mut tablet = Tablet::founder(1, store.clone());
    let mut saved = 0;
    for number in 0..6 {
        tablet.write(agenda(), number);
        if number % 2 == 0 {
            tablet.write(plan(), number);
        }
        if tablet.save() != SaveState::SavedHere {
            break;
        }
        saved = number as usize + 1;
        if number % 2 == 1 {
            for part in [agenda(), plan()] {
                let _ = tablet.space.borrow_mut().snapshot(part, &tablet.docs[&part]);
                if tablet.save() != SaveState::SavedHere {
                    return (tablet, saved);
                }
            }
        }
    }
    (tablet, saved)
}

#[test]
fn nothing_saved_is_lost_wherever_the_process_dies() {
    let whole = MemoryStore::default();
    let (_, saved) = life(&whole);
    assert_eq!(saved, 6);
    let steps = whole.operations();
    for step in 0..steps {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            let store = MemoryStore::default();
            store.fail_at(step, fault);
            let (tablet, saved) = life(&store);
            store.restart();
            let Some(mut again) = tablet.again(2).unwrap() else {
                assert_eq!(saved, 0, "step {step}");
                continue;
            };
            let there = again.report.applied;
            let least = saved + saved.div_ceil(2);
            assert!(there >= least, "step {step}: {there} of {least}");
            assert_eq!(again.report.pending + again.report.quarantined.len(), 0);
            again.write(agenda(), 100);
            assert_eq!(again.save(), SaveState::SavedHere);
            assert_eq!(again.again(3).unwrap().unwrap().hashes(), again.hashes());
        }
    }
}
