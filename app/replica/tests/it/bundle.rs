//! A copy of a device: whole or refused, merged as often as one likes.

use std::cell::RefCell;

use replica::bundle::{self, About, Bundle, BundleError, Merged};
use replica::document::{Document, Place, Session};
use replica::envelope::OpenSealer;
use replica::id::{DeviceId, Hash, PartId, SpaceId};
use replica::journal::{self, Opened, Retain};
use replica::store::{MemoryStore, Op, Store, StoreError, Table};
use replica::testing::block_on;

const SPACE: SpaceId = SpaceId::from_bytes([1; 16]);

fn part() -> PartId {
    PartId::named("begroting")
}

fn session(n: u8, peer: u64) -> Session {
    Session { peer, device: DeviceId::from_bytes([n; 16]) }
}

fn about() -> About {
    About { app: "0.0.0".into(), made: "2026-11-22".into() }
}

/// Opens the space, runs `change` on its document if there is one, saves, and answers the state hash.
fn visit(store: &MemoryStore, session: Session, write: Option<i64>, compact: bool) -> Hash {
    let Opened { journal, mut parts, .. } =
        block_on(journal::open(store, SPACE, session, OpenSealer)).unwrap();
    let mut document = parts.remove(&part()).unwrap_or_else(|| Document::new(session).unwrap());
    let journal = RefCell::new(journal);
    if let Some(n) = write {
        let edit = document.edit(|to| to.set(&Place::root("inputs"), &format!("k{n}"), n)).unwrap();
        journal.borrow_mut().record(part(), edit.update.unwrap()).unwrap();
        block_on(journal::save(&journal, store));
    }
    if compact {
        journal.borrow_mut().compact(part(), &document, Retain::Nothing).unwrap();
        block_on(journal::save(&journal, store));
    }
    document.state_hash()
}

fn export(store: &MemoryStore) -> Vec<u8> {
    let mut bytes = Vec::new();
    block_on(bundle::export(store, &about(), &[], |piece| bytes.extend_from_slice(piece))).unwrap();
    bytes
}

fn merge(store: &MemoryStore, bundle: &Bundle, session: Session) -> Merged {
    block_on(bundle::merge(store, bundle, session, &OpenSealer)).unwrap()
}

fn device_with_data() -> MemoryStore {
    let store = MemoryStore::default();
    visit(&store, session(1, 1), Some(1), false);
    visit(&store, session(1, 2), Some(2), true);
    visit(&store, session(1, 3), Some(3), false);
    store
}

#[test]
fn a_copy_on_an_empty_device_shows_the_same() {
    let from = device_with_data();
    let bundle = bundle::read(&export(&from)).unwrap();
    assert_eq!(bundle.about, about());
    let to = MemoryStore::default();
    merge(&to, &bundle, session(2, 9));
    assert_eq!(visit(&to, session(2, 10), None, false), visit(&from, session(1, 11), None, false));
}

#[test]
fn a_second_time_changes_nothing() {
    let bundle = bundle::read(&export(&device_with_data())).unwrap();
    let to = MemoryStore::default();
    merge(&to, &bundle, session(2, 9));
    let before = export(&to);
    let again = merge(&to, &bundle, session(2, 10));
    assert_eq!((again.new, again.quarantined), (0, 0));
    assert_eq!(export(&to), before);
}

#[test]
fn two_devices_that_swap_copies_show_the_same_and_keep_their_own_chain() {
    let (a, b) = (device_with_data(), MemoryStore::default());
    visit(&b, session(2, 20), Some(20), true);
    visit(&b, session(2, 21), Some(21), false);
    let (from_a, from_b) = (bundle::read(&export(&a)).unwrap(), bundle::read(&export(&b)).unwrap());
    merge(&a, &from_b, session(1, 30));
    merge(&b, &from_a, session(2, 31));
    assert_eq!(visit(&a, session(1, 40), None, false), visit(&b, session(2, 41), None, false));
    visit(&a, session(1, 42), Some(42), true);
    visit(&b, session(2, 43), Some(43), true);
    merge(&a, &bundle::read(&export(&b)).unwrap(), session(1, 44));
    merge(&b, &bundle::read(&export(&a)).unwrap(), session(2, 45));
    assert_eq!(visit(&a, session(1, 46), None, false), visit(&b, session(2, 47), None, false));
}

#[test]
fn the_own_rows_of_a_device_stay_home() {
    let store = device_with_data();
    let put = |key: &str| Op::Put { table: Table::Meta, key: key.into(), value: vec![1] };
    block_on(store.commit(&[put("local/device"), put("device")])).unwrap();
    let to = MemoryStore::default();
    merge(&to, &bundle::read(&export(&store)).unwrap(), session(2, 9));
    assert_eq!(block_on(to.get(Table::Meta, "local/device")), Ok(None));
    assert_eq!(block_on(to.get(Table::Meta, "device")), Ok(Some(vec![1])));
}

#[test]
fn a_file_with_any_byte_changed_or_cut_is_refused() {
    let bytes = export(&device_with_data());
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x20;
        assert!(bundle::read(&flipped).is_err(), "byte {at}");
        assert_eq!(bundle::read(&bytes[..at]).err(), Some(BundleError::CutOff), "cut at {at}");
    }
    assert_eq!(bundle::read(b"PK\x03\x04").err(), Some(BundleError::NotACopy));
    assert!(matches!(bundle::read(&[&bytes[..], b"x"].concat()), Err(BundleError::Damaged { .. })));
}

#[test]
fn a_newer_format_is_named() {
    let mut bytes = export(&MemoryStore::default());
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 2;
    bytes[at] = 2;
    assert_eq!(bundle::read(&bytes).err(), Some(BundleError::Newer(2)));
}

#[test]
fn sections_of_a_newer_version_are_kept_and_written_again() {
    let newer = MemoryStore::default();
    let key = "unknown/drawings/a/1".to_owned();
    block_on(newer.commit(&[Op::Put { table: Table::Meta, key, value: vec![7, 8] }])).unwrap();
    let bytes = export(&newer);
    assert!(bytes.windows(8).any(|window| window == b"drawings"));
    let old = MemoryStore::default();
    merge(&old, &bundle::read(&bytes).unwrap(), session(2, 9));
    assert_eq!(export(&old), bytes);
}

#[test]
fn another_envelope_in_the_same_place_is_set_apart() {
    let (a, b) = (MemoryStore::default(), MemoryStore::default());
    let here = visit(&a, session(1, 1), Some(1), false);
    visit(&b, session(1, 2), Some(2), false);
    let merged = merge(&a, &bundle::read(&export(&b)).unwrap(), session(1, 3));
    assert_eq!((merged.new, merged.quarantined), (0, 1));
    assert_eq!(visit(&a, session(1, 4), None, false), here);
}

#[test]
fn a_full_disk_takes_nothing_of_a_copy() {
    let bundle = bundle::read(&export(&device_with_data())).unwrap();
    let to = MemoryStore::default();
    to.set_quota(Some(500));
    let refused = block_on(bundle::merge(&to, &bundle, session(2, 9), &OpenSealer));
    assert_eq!(refused, Err(BundleError::Store(StoreError::Quota)));
    assert_eq!(to.size(), 0);
}

#[test]
fn a_copy_repairs_a_damaged_snapshot_and_the_damaged_one_is_kept() {
    let store = device_with_data();
    let whole = visit(&store, session(1, 5), None, true);
    let bundle = bundle::read(&export(&store)).unwrap();
    let key = format!("{SPACE}/{}/00000000", part());
    store.damage(Table::Snapshot, &key, |bytes| bytes[150] ^= 1);
    assert_ne!(visit(&store, session(1, 6), None, false), whole);
    assert_eq!(merge(&store, &bundle, session(1, 7)).quarantined, 1);
    assert_eq!(visit(&store, session(1, 8), None, false), whole);
}
