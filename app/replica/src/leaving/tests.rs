//! What is at stake: nothing, something, in a copy, acknowledged, and both in turn.

use super::*;
use crate::id::{NO_HASH, PartId, SpaceId};
use crate::journal::Head;
use crate::journal::record::{acknowledged_key, encode_head, head_key};
use crate::store::MemoryStore;
use crate::testing::block_on;

const SPACE: SpaceId = SpaceId::from_bytes([1; 16]);

fn put(store: &MemoryStore, key: String, value: Vec<u8>) {
    block_on(store.commit(&[Op::Put { table: Table::Meta, key, value }])).unwrap();
}

fn write(store: &MemoryStore, part: &str, seq: Seq) {
    let head = Head { seq, hash: NO_HASH };
    put(store, head_key(SPACE, PartId::named(part)), encode_head(&head));
}

fn acknowledge(store: &MemoryStore, part: &str, seq: Seq) {
    put(store, acknowledged_key(SPACE, PartId::named(part)), encode_seq(seq));
}

fn stake(store: &MemoryStore) -> u64 {
    block_on(at_stake(store)).unwrap().changes
}

fn files(store: &MemoryStore) -> u64 {
    block_on(at_stake(store)).unwrap().files
}

#[test]
fn a_device_without_changes_has_nothing_at_stake() {
    assert_eq!(stake(&MemoryStore::default()), 0);
}

#[test]
fn changes_count_until_they_are_in_a_copy_and_later_ones_count_again() {
    let store = MemoryStore::default();
    write(&store, "a", 3);
    write(&store, "b", 2);
    assert_eq!(stake(&store), 5);
    block_on(mark_copied(&store, &[])).unwrap();
    assert_eq!(stake(&store), 0);
    write(&store, "a", 4);
    assert_eq!(stake(&store), 1);
}

#[test]
fn what_a_server_acknowledged_and_what_is_in_a_copy_are_not_added_up() {
    let store = MemoryStore::default();
    write(&store, "a", 10);
    block_on(mark_copied(&store, &[])).unwrap();
    acknowledge(&store, "a", 9);
    write(&store, "a", 15);
    assert_eq!(stake(&store), 5);
    acknowledge(&store, "a", 14);
    assert_eq!(stake(&store), 1);
    acknowledge(&store, "a", 15);
    assert_eq!(stake(&store), 0);
}

#[test]
fn a_membership_entry_that_was_told_to_nobody_counts() {
    let store = MemoryStore::default();
    put(&store, crate::sync::rows::untold_key(SPACE, &[7; 32]), vec![]);
    assert_eq!(stake(&store), 1);
    block_on(mark_copied(&store, &[])).unwrap();
    assert_eq!(stake(&store), 0);
}

#[test]
fn a_head_that_cannot_be_read_counts() {
    let store = MemoryStore::default();
    put(&store, head_key(SPACE, PartId::named("a")), b"?".to_vec());
    assert_eq!(stake(&store), 1);
}

#[test]
fn a_file_counts_until_it_is_whole_elsewhere() {
    use crate::blob::{Held, Put, keep, mark_sent};
    let (store, blob) = (MemoryStore::default(), BlobId::from_bytes([3; 16]));
    let put = |number| vec![Put { number, sealed: vec![1] }];
    let held = block_on(keep(&store, SPACE, blob, Held::nothing_of(2), put(0))).unwrap();
    assert_eq!(files(&store), 0, "what is being fetched is elsewhere");
    block_on(keep(&store, SPACE, blob, held, put(1))).unwrap();
    assert_eq!(files(&store), 1);
    block_on(mark_copied(&store, &[])).unwrap();
    assert_eq!(files(&store), 1, "it was not in that copy");
    block_on(mark_copied(&store, &[(SPACE, blob)])).unwrap();
    assert_eq!(files(&store), 0);
    assert!(block_on(at_stake(&store)).unwrap().is_nothing());
    let (other, store) = (BlobId::from_bytes([4; 16]), MemoryStore::default());
    let put = vec![Put { number: 0, sealed: vec![1] }];
    let held_too = block_on(keep(&store, SPACE, other, Held::nothing_of(1), put)).unwrap();
    block_on(mark_sent(&store, SPACE, other, held_too, true)).unwrap();
    assert_eq!(files(&store), 0);
}
