//! A space that was not sealed becomes a sealed one: all of it or nothing, wherever the process dies.

use std::cell::RefCell;
use std::collections::BTreeMap;

use replica::document::{Document, DocumentError, Place, Session};
use replica::envelope::OpenSealer;
use replica::id::{DeviceId, Hash, PartId, SpaceId};
use replica::journal::{self, Retain};
use replica::keys::DeviceKeys;
use replica::leaving;
use replica::member::{PersonId, SideId};
use replica::space::{self, Founding, TakeOverError, take_over, unsealed};
use replica::store::{MemoryStore, Op, SaveState, Store, StoreError, Table, memory::Fault};
use replica::testing::block_on;

use super::tablet::{SPACE, agenda, plan, rng};

const NEW: SpaceId = SpaceId::from_bytes(*b"nieuwe verzegeld");
const OLDER: DeviceId = DeviceId::from_bytes([9; 16]);

fn keys() -> DeviceKeys {
    DeviceKeys::generate(&mut rng(3))
}

/// A space of the version that did not seal, with `count` changes of `length` letters a part.
fn before(count: usize, length: usize) -> (MemoryStore, BTreeMap<PartId, Hash>) {
    let store = MemoryStore::default();
    let session = Session { peer: 4, device: OLDER };
    let opened = block_on(journal::open(&store, SPACE, session, OpenSealer)).unwrap();
    let journal = RefCell::new(opened.journal);
    let mut hashes = BTreeMap::new();
    for part in [agenda(), plan()] {
        let mut document = Document::new(session).unwrap();
        for number in 0..count {
            let text: String = (0..length).map(|at| random_letter(number * length + at)).collect();
            let edit = document.edit(|to| {
                to.set(&Place::root("r"), &format!("k{number}"), text)?;
                Ok::<(), DocumentError>(())
            });
            journal.borrow_mut().record(part, edit.unwrap().update.unwrap()).unwrap();
            assert_eq!(block_on(journal::save(&journal, &store)), SaveState::SavedHere);
            if number == count / 2 {
                journal.borrow_mut().compact(part, &document, Retain::Nothing).unwrap();
                assert_eq!(block_on(journal::save(&journal, &store)), SaveState::SavedHere);
            }
        }
        hashes.insert(part, document.state_hash());
    }
    block_on(leaving::mark_copied(&store, &[])).unwrap();
    (store, hashes)
}

/// Letters that do not compress.
fn random_letter(number: usize) -> char {
    let byte = replica::id::sha256(&number.to_be_bytes())[0];
    char::from(b'0' + byte % 64)
}

fn take(store: &MemoryStore) -> Result<(), TakeOverError> {
    let founding = Founding {
        space: NEW,
        person: PersonId::from_bytes([1; 16]),
        side: SideId::named("school"),
        name: "Anna",
        parts: &[],
        at: 1,
    };
    let (table, key) = (Table::Meta, "device".to_owned());
    let also = [Op::Put { table, key, value: b"titles".to_vec() }];
    block_on(take_over(store, SPACE, &founding, &keys(), 5, &also, &mut rng(6)))
}

/// What the sealed space shows; nothing when it is not there.
fn sealed(store: &MemoryStore) -> Option<BTreeMap<PartId, Hash>> {
    let opened = block_on(space::open(store, NEW, keys(), 7)).unwrap()?;
    assert_eq!(opened.report.pending + opened.report.quarantined.len(), 0);
    Some(opened.parts.iter().map(|(part, document)| (*part, document.state_hash())).collect())
}

fn open_before(store: &MemoryStore) -> BTreeMap<PartId, Hash> {
    let session = Session { peer: 8, device: OLDER };
    let opened = block_on(journal::open(store, SPACE, session, OpenSealer)).unwrap();
    opened.parts.iter().map(|(part, document)| (*part, document.state_hash())).collect()
}

#[test]
fn everything_is_in_the_sealed_space_and_nothing_readable_is_left() {
    let (store, hashes) = before(8, 20);
    assert_eq!(block_on(unsealed(&store)).unwrap(), [SPACE]);
    take(&store).unwrap();
    assert_eq!(sealed(&store).unwrap(), hashes);
    assert_eq!(block_on(unsealed(&store)).unwrap(), []);
    assert_eq!(block_on(space::spaces(&store)).unwrap(), [NEW]);
    for table in Table::ALL {
        let rows = block_on(store.scan(table, "", None, 9_999)).unwrap();
        assert!(rows.iter().all(|row| !row.key.contains(&SPACE.to_string())), "{table:?}");
    }
    let also = block_on(store.get(Table::Meta, "device")).unwrap();
    assert_eq!(also.as_deref(), Some(b"titles".as_slice()));
}

#[test]
fn a_document_larger_than_an_envelope_is_taken_over_in_pieces() {
    let (store, hashes) = before(8, 60_000);
    take(&store).unwrap();
    assert_eq!(sealed(&store).unwrap(), hashes);
    let rows = block_on(store.scan(Table::Log, &format!("{NEW}/{}/", agenda()), None, 99)).unwrap();
    assert!(rows.len() > 1, "{}", rows.len());
}

#[test]
fn wherever_the_process_dies_all_is_there_once() {
    let (whole, _) = before(4, 20);
    let began = whole.operations();
    take(&whole).unwrap();
    for step in began..whole.operations() {
        for fault in [Fault::CrashBefore, Fault::CrashAfter, Fault::KeptButLost] {
            let (store, hashes) = before(4, 20);
            store.fail_at(step, fault);
            assert!(take(&store).is_err(), "step {step}");
            store.restart();
            match sealed(&store) {
                Some(shown) => {
                    assert_eq!(shown, hashes, "step {step}");
                    assert_eq!(block_on(unsealed(&store)).unwrap(), []);
                }
                None => {
                    assert_eq!(open_before(&store), hashes, "step {step}");
                    take(&store).unwrap();
                    assert_eq!(sealed(&store).unwrap(), hashes, "step {step}");
                }
            }
        }
    }
}

#[test]
fn a_full_device_keeps_what_it_had() {
    let (store, hashes) = before(4, 20);
    store.set_quota(Some(100));
    assert_eq!(take(&store), Err(TakeOverError::Store(StoreError::Quota)));
    assert_eq!((sealed(&store), open_before(&store)), (None, hashes));
}

#[test]
fn what_a_later_version_wrote_stays_where_it_is() {
    let (store, hashes) = before(4, 20);
    let key = format!("{SPACE}/{}/{OLDER}/{:016x}", agenda(), 9);
    let later = Op::Put { table: Table::Log, key: key.clone(), value: vec![0x84, 0x02, 0, 0, 0] };
    block_on(store.commit(&[later])).unwrap();
    assert_eq!(take(&store), Err(TakeOverError::Newer));
    assert_eq!((sealed(&store), open_before(&store)), (None, hashes));
    assert!(block_on(store.get(Table::Log, &key)).unwrap().is_some());
}

#[test]
fn a_part_that_cannot_be_read_whole_stays_where_it_is() {
    let (store, _) = before(4, 20);
    let key = format!("{SPACE}/{}/{:08x}", agenda(), 0);
    store.damage(Table::Snapshot, &key, |bytes| {
        if let Some(last) = bytes.last_mut() {
            *last ^= 1;
        }
    });
    assert_eq!(take(&store), Err(TakeOverError::Damaged));
    assert_eq!(sealed(&store), None);
    assert!(block_on(store.get(Table::Snapshot, &key)).unwrap().is_some());
}
