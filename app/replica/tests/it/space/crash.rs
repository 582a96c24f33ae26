//! A crash before and after every step of the store, around snapshots, pruning and erasure: nothing
//! that was shown as saved is lost, and nothing that was erased comes back.

use replica::store::{MemoryStore, SaveState, Store, Table, memory::Fault};
use replica::sync::is_erased;
use replica::testing::block_on;

use super::tablet::{SPACE, Tablet, agenda, plan};

fn root() -> replica::document::Place {
    replica::document::Place::root("r")
}

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
            // Alone in the space, so all below goes at once.
            let share = number == 3;
            if share {
                let (mut space, rng) = (tablet.space.borrow_mut(), &mut tablet.rng);
                let _ = space.share(agenda(), &tablet.docs[&agenda()], rng);
            }
            if share && tablet.save() != SaveState::SavedHere {
                return (tablet, saved);
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
            for number in 0..saved {
                let values = again.docs[&agenda()].register(&root(), &format!("k{number}"));
                assert_eq!(values.len(), 1, "step {step}: {number} of {saved}");
            }
            assert_eq!(again.report.pending + again.report.quarantined.len(), 0);
            again.write(agenda(), 100);
            assert_eq!(again.save(), SaveState::SavedHere);
            assert_eq!(again.again(3).unwrap().unwrap().hashes(), again.hashes());
        }
    }
}

/// Erases a whole life; the fault comes so many steps later.
fn erased(fault: Option<(u64, Fault)>) -> (Tablet, bool, u64) {
    let store = MemoryStore::default();
    let (mut tablet, _) = life(&store);
    let began = store.operations();
    if let Some((step, fault)) = fault {
        store.fail_at(began + step, fault);
    }
    tablet.space.borrow_mut().erase(9).unwrap();
    let shown = tablet.save() == SaveState::SavedHere;
    (tablet, shown, store.operations() - began)
}

fn keys_left(store: &MemoryStore) -> Vec<String> {
    let rows = Table::ALL.map(|table| block_on(store.scan(table, "", None, 500)).unwrap());
    rows.into_iter().flatten().map(|row| row.key).collect()
}

#[test]
fn what_is_erased_stays_away_wherever_the_process_dies() {
    let (_, shown, steps) = erased(None);
    assert!(shown && steps > 10);
    for step in 0..steps {
        for fault in [Fault::CrashBefore, Fault::CrashAfter] {
            let (tablet, shown, _) = erased(Some((step, fault)));
            tablet.store.restart();
            let buried = block_on(is_erased(&tablet.store, SPACE)).unwrap();
            assert!(buried || !shown, "step {step}");
            let again = tablet.again(2).unwrap();
            if !buried {
                assert!(!again.unwrap().space.borrow().is_erased());
                continue;
            }
            if let Some(mut again) = again {
                assert!(again.space.borrow().is_erased() && again.report.applied == 0);
                again.save();
            }
            assert_eq!(keys_left(&tablet.store), [format!("erased/{SPACE}")], "step {step}");
            assert!(tablet.again(3).unwrap().is_none());
        }
    }
}
