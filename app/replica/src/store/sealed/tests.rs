//! Sealed rows: the law of the port, what the store below sees, and what is done with damage.

use chacha20::ChaCha20Rng;
use proptest::prelude::*;

use super::*;
use crate::bundle::{self, About};
use crate::id::hex;
use crate::keys::tests::rng;
use crate::store::memory::Fault;
use crate::store::{MemoryStore, acceptance, all};
use crate::testing::block_on;

type Sealed = SealedStore<MemoryStore, ChaCha20Rng>;

fn over(below: &MemoryStore, seed: u8) -> Sealed {
    SealedStore::new(below.clone(), &Secret::from_bytes([9; 32]), rng(seed))
}

fn put(table: Table, key: &str, value: &[u8]) -> Op {
    Op::Put { table, key: key.to_owned(), value: value.to_vec() }
}

fn insert(key: &str, value: &[u8]) -> Op {
    Op::Insert { table: Table::Log, key: key.to_owned(), value: value.to_vec() }
}

fn raw(below: &MemoryStore) -> Vec<(Table, Row)> {
    let rows = |table| block_on(all(below, table, "")).unwrap();
    Table::ALL.into_iter().flat_map(|t| rows(t).into_iter().map(move |r| (t, r))).collect()
}

fn contains(hay: &[u8], needle: &[u8]) -> bool {
    hay.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_sealed_store_keeps_the_law() {
    let below = MemoryStore::default();
    assert_eq!(block_on(acceptance::run(&over(&below, 1))), Ok(()));
}

#[test]
fn what_was_sealed_opens_in_the_next_session_and_with_no_other_key() {
    let below = MemoryStore::default();
    block_on(over(&below, 1).commit(&[put(Table::Meta, "a", b"geheim")])).unwrap();
    assert_eq!(block_on(over(&below, 2).get(Table::Meta, "a")), Ok(Some(b"geheim".to_vec())));
    let other = SealedStore::new(below, &Secret::from_bytes([8; 32]), rng(3));
    let corrupt = StoreError::Corrupt { key: "a".to_owned() };
    assert_eq!(block_on(other.get(Table::Meta, "a")), Err(corrupt));
}

#[test]
fn a_row_moved_to_another_key_or_table_does_not_open() {
    let below = MemoryStore::default();
    let store = over(&below, 1);
    block_on(store.commit(&[put(Table::Meta, "a", b"1")])).unwrap();
    let row = block_on(below.get(Table::Meta, "a")).unwrap().unwrap();
    block_on(below.commit(&[put(Table::Meta, "b", &row), put(Table::Log, "a", &row)])).unwrap();
    let corrupt = |key: &str| Err(StoreError::Corrupt { key: key.to_owned() });
    assert_eq!(block_on(store.get(Table::Meta, "b")), corrupt("b"));
    assert_eq!(block_on(store.get(Table::Log, "a")), corrupt("a"));
    assert_eq!(block_on(store.get(Table::Meta, "a")), Ok(Some(b"1".to_vec())));
}

#[test]
fn a_damaged_row_is_named_and_can_be_handed_up_to_be_set_apart() {
    let below = MemoryStore::default();
    let store = over(&below, 1);
    block_on(store.commit(&[insert("a", b"1"), insert("b", b"2")])).unwrap();
    for at in 0..OVERHEAD + 1 {
        below.damage(Table::Log, "b", |row| row[at] ^= 1);
        let corrupt = StoreError::Corrupt { key: "b".to_owned() };
        assert_eq!(block_on(store.get(Table::Log, "b")), Err(corrupt.clone()), "byte {at}");
        assert_eq!(block_on(store.scan(Table::Log, "", None, 9)), Err(corrupt), "byte {at}");
        below.damage(Table::Log, "b", |row| row[at] ^= 1);
    }
    below.damage(Table::Log, "b", Vec::clear);
    store.be_lenient();
    let rows = block_on(store.scan(Table::Log, "", None, 9)).unwrap();
    assert_eq!(rows[0], Row { key: "a".to_owned(), value: b"1".to_vec() });
    assert_eq!(rows[1], Row { key: "b".to_owned(), value: vec![] });
}

#[test]
fn a_retry_after_a_lost_answer_is_safe() {
    let below = MemoryStore::default();
    let store = over(&below, 1);
    below.fail_at(0, Fault::KeptButLost);
    let batch = [insert("a", b"1"), put(Table::Meta, "m", b"1")];
    assert_eq!(block_on(store.commit(&batch)), Err(StoreError::ConnectionLost));
    assert_eq!(block_on(store.commit(&batch)), Ok(()));
    let more = [insert("a", b"1"), insert("c", b"3"), insert("c", b"3")];
    assert_eq!(block_on(store.commit(&more)), Ok(()));
    assert_eq!(block_on(store.get(Table::Log, "c")), Ok(Some(b"3".to_vec())));
    let other = [insert("d", b"4"), insert("a", b"2")];
    let conflict = StoreError::Conflict { key: "a".to_owned() };
    assert_eq!(block_on(store.commit(&other)), Err(conflict));
    assert_eq!(block_on(store.get(Table::Log, "d")), Ok(None));
}

#[test]
fn the_same_value_twice_never_looks_the_same() {
    let below = MemoryStore::default();
    let store = over(&below, 1);
    let batch: Vec<Op> = (0..200).map(|n| put(Table::Log, &format!("{n:03}"), b"gelijk")).collect();
    block_on(store.commit(&batch)).unwrap();
    let mut nonces: Vec<_> = raw(&below).iter().map(|(_, row)| row.value[..25].to_vec()).collect();
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 200);
}

#[test]
fn a_copy_of_the_device_holds_what_the_person_sees() {
    let below = MemoryStore::default();
    let store = over(&below, 1);
    block_on(store.commit(&[put(Table::Meta, "device", b"leesbaar")])).unwrap();
    let about = About { app: "test".to_owned(), made: "2026-11-22".to_owned() };
    let mut file = Vec::new();
    block_on(bundle::export(&store, &about, &[], |part| file.extend_from_slice(part))).unwrap();
    assert!(contains(&file, b"leesbaar"));
    assert_eq!(bundle::read(&file).unwrap().len(), 1);
}

#[test]
fn the_format_is_read_for_ever() {
    let below = MemoryStore::default();
    block_on(over(&below, 1).commit(&[put(Table::Meta, "local/device", b"thuisnabij")])).unwrap();
    let row = block_on(below.get(Table::Meta, "local/device")).unwrap().unwrap();
    assert_eq!(hex(&row), FIXTURE);
    assert_eq!(row.len(), b"thuisnabij".len() + OVERHEAD);
}

const FIXTURE: &str = "01023f37203a2476c42566a61cc55c3ca875dbb4cc41c0deb7c7a4264871cd04dcd52b9eb1a63def7922c00bce6a5f8f183ba5";

proptest! {
    #[test]
    fn the_store_below_never_sees_what_is_written(
        values in prop::collection::vec(prop::collection::vec(any::<u8>(), 8..80), 1..20),
        canary in "[a-z]{12,30}",
    ) {
        let below = MemoryStore::default();
        let store = over(&below, 1);
        for (n, value) in values.iter().enumerate() {
            let table = Table::ALL[n % 5];
            let value = [value.as_slice(), canary.as_bytes()].concat();
            block_on(store.commit(&[put(table, &format!("{n:04}"), &value)])).unwrap();
            prop_assert_eq!(block_on(store.get(table, &format!("{n:04}"))), Ok(Some(value)));
        }
        for (_, row) in raw(&below) {
            prop_assert!(!contains(&row.value, canary.as_bytes()));
            prop_assert!(!values.iter().any(|value| contains(&row.value, value)));
        }
    }
}
