//! Moving to a sealed store: whole, or again.

use super::*;
use crate::keys::Secret;
use crate::keys::tests::rng;
use crate::store::PAGE;
use crate::store::memory::Fault;
use crate::store::{MemoryStore, SealedStore, all};
use crate::testing::block_on;

fn full(count: usize) -> MemoryStore {
    let store = MemoryStore::default();
    let row = |n: usize| Op::Put {
        table: Table::ALL[n % 5],
        key: format!("{n:05}"),
        value: format!("row {n}").into_bytes(),
    };
    block_on(store.commit(&(0..count).map(row).collect::<Vec<_>>())).unwrap();
    store
}

fn rows<S: Store>(store: &S) -> Vec<Vec<Row>> {
    Table::ALL.map(|table| block_on(all(store, table, "")).unwrap()).to_vec()
}

fn sealed(below: &MemoryStore) -> SealedStore<MemoryStore, chacha20::ChaCha20Rng> {
    SealedStore::new(below.clone(), &Secret::from_bytes([1; 32]), rng(1))
}

#[test]
fn more_than_a_page_of_each_table_arrives() {
    let (from, below) = (full(5 * PAGE + 7), MemoryStore::default());
    let to = sealed(&below);
    assert_eq!(block_on(copy(&from, &to)), Ok(5 * PAGE + 7));
    assert_eq!(rows(&from), rows(&to));
}

#[test]
fn a_kill_at_any_step_loses_nothing_and_the_next_attempt_ends_it() {
    let steps = {
        let (from, below) = (full(9), MemoryStore::default());
        block_on(copy(&from, &sealed(&below))).unwrap();
        below.operations()
    };
    assert!(steps > 9);
    for step in 0..steps {
        for fault in [Fault::CrashBefore, Fault::CrashAfter, Fault::Refuse(StoreError::Quota)] {
            let (from, below) = (full(9), MemoryStore::default());
            below.fail_at(step, fault);
            assert!(block_on(copy(&from, &sealed(&below))).is_err(), "step {step}");
            below.restart();
            assert_eq!(block_on(copy(&from, &sealed(&below))), Ok(9), "step {step}");
            assert_eq!(rows(&from), rows(&sealed(&below)), "step {step}");
            assert_eq!(rows(&from), rows(&full(9)), "step {step}");
        }
    }
}
