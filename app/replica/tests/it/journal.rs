//! What "saved" promises: kill, full disk, lost answers and damaged rows, by the hundreds.

use std::cell::RefCell;
use std::collections::BTreeSet;

use replica::document::{Document, Place, Session};
use replica::envelope::{Envelope, OpenSealer};
use replica::id::{DeviceId, PartId, SpaceId};
use replica::journal::{self, Journal, Opened, Reason, Received, Retain, SaveState, Ticket};
use replica::store::memory::Fault;
use replica::store::{MemoryStore, Op, Store, StoreError, Table, all};
use replica::testing::block_on;

const SPACE: SpaceId = SpaceId::from_bytes([1; 16]);
const DEVICE: DeviceId = DeviceId::from_bytes([2; 16]);

fn part() -> PartId {
    PartId::named("begroting")
}

fn place() -> Place {
    Place::root("baseline")
}

/// One run of the app on a store: what a tab holds in memory.
struct Tab {
    journal: RefCell<Journal<OpenSealer>>,
    document: Document,
    report: journal::Report,
}

fn open(store: &MemoryStore, peer: u64) -> Result<Tab, StoreError> {
    let session = Session { peer, device: DEVICE };
    let Opened { journal, mut parts, report } =
        block_on(journal::open(store, SPACE, session, OpenSealer))?;
    let document = parts.remove(&part()).unwrap_or_else(|| Document::new(session).unwrap());
    Ok(Tab { journal: RefCell::new(journal), document, report })
}

impl Tab {
    fn write(&mut self, key: u64) -> Ticket {
        let edit =
            self.document.edit(|to| to.set(&place(), &format!("k{key}"), key as i64)).unwrap();
        self.journal.borrow_mut().record(part(), edit.update.unwrap()).unwrap()
    }

    fn save(&self, store: &MemoryStore) -> SaveState {
        block_on(journal::save(&self.journal, store))
    }

    fn compact(&self) {
        let _ = self.journal.borrow_mut().compact(part(), &self.document, Retain::Nothing);
    }

    fn keys(&self) -> BTreeSet<u64> {
        let names = self.document.registers(&place()).into_keys();
        names.map(|name| name[1..].parse().unwrap()).collect()
    }
}

fn log(store: &MemoryStore) -> Vec<Envelope> {
    let rows = block_on(all(store, Table::Log, "")).unwrap();
    rows.iter().map(|row| Envelope::decode(&row.value).unwrap()).collect()
}

#[test]
fn what_was_saved_is_there_after_a_restart_and_the_chain_goes_on() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    tab.write(1);
    assert_eq!(tab.journal.borrow().state(), SaveState::Saving);
    assert_eq!(tab.save(&store), SaveState::SavedHere);
    let mut tab = open(&store, 2).unwrap();
    tab.write(2);
    tab.save(&store);
    let chain = log(&store);
    assert_eq!(chain.iter().map(|e| e.header.seq).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(chain[1].header.prev, replica::envelope::hash(&chain[0].encode()));
    assert_eq!(open(&store, 3).unwrap().keys(), [1, 2].into());
}

#[test]
fn a_full_disk_says_so_keeps_the_rest_and_saves_after_room_is_made() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    let first = tab.write(1);
    tab.save(&store);
    store.set_quota(Some(store.size() + 10));
    let second = tab.write(2);
    assert_eq!(tab.save(&store), SaveState::NotSaved(StoreError::Quota));
    assert!(!tab.journal.borrow().accepts_edits());
    assert!(tab.journal.borrow().is_saved(first) && !tab.journal.borrow().is_saved(second));
    assert!(tab.journal.borrow().rescue().iter().any(|(table, ..)| *table == Table::Log));
    assert_eq!(open(&store, 2).unwrap().keys(), [1].into());
    store.set_quota(None);
    assert_eq!(tab.save(&store), SaveState::SavedHere);
    assert!(tab.journal.borrow().is_saved(second));
    assert_eq!(open(&store, 3).unwrap().keys(), [1, 2].into());
}

#[test]
fn changes_recorded_while_a_batch_is_under_way_are_not_called_saved() {
    let mut tab = open(&MemoryStore::default(), 1).unwrap();
    tab.write(1);
    assert!(tab.journal.borrow_mut().begin().is_some());
    let later = tab.write(2);
    assert_eq!(tab.journal.borrow_mut().begin(), None, "one batch at a time");
    tab.journal.borrow_mut().end(Ok(()));
    assert_eq!(tab.journal.borrow().state(), SaveState::Saving);
    assert!(!tab.journal.borrow().is_saved(later));
}

#[test]
fn two_writers_of_one_chain_are_found_out() {
    let store = MemoryStore::default();
    let (mut a, mut b) = (open(&store, 1).unwrap(), open(&store, 2).unwrap());
    a.write(1);
    b.write(2);
    assert_eq!(a.save(&store), SaveState::SavedHere);
    assert!(matches!(b.save(&store), SaveState::NotSaved(StoreError::Conflict { .. })));
}

#[test]
fn a_snapshot_replaces_the_log_and_the_chain_goes_on() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    (0..500).for_each(|n| {
        assert!(!tab.journal.borrow().is_due(part()));
        tab.write(n);
        tab.save(&store);
    });
    assert!(tab.journal.borrow().is_due(part()));
    let hash = tab.document.state_hash();
    tab.compact();
    assert_eq!(tab.save(&store), SaveState::SavedHere);
    assert_eq!(log(&store).len(), 0);
    let mut tab = open(&store, 2).unwrap();
    assert_eq!(tab.document.state_hash(), hash);
    tab.write(500);
    tab.save(&store);
    assert_eq!(log(&store)[0].header.seq, 501);
    assert_eq!(tab.journal.borrow().waiting(), 501, "nobody has acknowledged anything");
}

#[test]
fn unacknowledged_changes_can_stay_as_they_were_sent() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    (0..5).for_each(|n| {
        tab.write(n);
    });
    tab.journal.borrow_mut().acknowledge(part(), 3);
    tab.save(&store);
    tab.journal.borrow_mut().compact(part(), &tab.document, Retain::Unacknowledged).unwrap();
    tab.save(&store);
    assert_eq!(log(&store).iter().map(|e| e.header.seq).collect::<Vec<_>>(), [4, 5]);
    let tab = open(&store, 2).unwrap();
    assert_eq!((tab.journal.borrow().waiting(), tab.keys().len()), (2, 5));
}

#[test]
fn a_large_snapshot_is_kept_in_pieces() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    let mut noise: u64 = 1;
    for n in 0..6 {
        let bytes: String = (0..60_000)
            .map(|_| {
                noise = noise.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                char::from(b'!' + (noise >> 33) as u8 % 90)
            })
            .collect();
        let edit = tab.document.edit(|to| to.set(&place(), &format!("k{n}"), bytes)).unwrap();
        tab.journal.borrow_mut().record(part(), edit.update.unwrap()).unwrap();
    }
    tab.save(&store);
    tab.compact();
    tab.save(&store);
    assert!(block_on(all(&store, Table::Snapshot, "")).unwrap().len() > 1);
    assert_eq!(open(&store, 2).unwrap().document.state_hash(), tab.document.state_hash());
}

#[test]
fn a_damaged_snapshot_is_reported_and_never_written_over() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    tab.write(1);
    tab.save(&store);
    tab.compact();
    tab.save(&store);
    let key = block_on(all(&store, Table::Snapshot, "")).unwrap()[0].key.clone();
    store.damage(Table::Snapshot, &key, |bytes| bytes[200] ^= 1);
    let mut tab = open(&store, 2).unwrap();
    assert_eq!(tab.report.blocked, [part()]);
    tab.write(2);
    tab.save(&store);
    assert_eq!(log(&store)[0].header.seq, 2, "the chain is known without the snapshot");
    let refused = tab.journal.borrow_mut().compact(part(), &tab.document, Retain::Nothing);
    assert_eq!(refused, Err(journal::CompactError::Blocked));
}

#[test]
fn every_row_is_applied_pending_kept_or_in_quarantine() {
    let store = MemoryStore::default();
    let mut tab = open(&store, 1).unwrap();
    (0..6).for_each(|n| {
        tab.write(n);
    });
    tab.save(&store);
    let keys: Vec<_> =
        block_on(all(&store, Table::Log, "")).unwrap().into_iter().map(|row| row.key).collect();
    store.damage(Table::Log, &keys[1], |bytes| bytes.truncate(50));
    store.damage(Table::Log, &keys[4], |bytes| bytes[1] = 2);
    let report = open(&store, 2).unwrap().report;
    assert_eq!(report.quarantined.len(), 1);
    assert_eq!(report.quarantined[0].reason, Reason::Damaged);
    assert_eq!(report.kept.len(), 1, "a newer envelope stays for a newer app");
    assert_eq!(
        (report.applied, report.pending),
        (1, 3),
        "what builds on the lost one waits, visibly"
    );
    let again = open(&store, 3).unwrap().report;
    assert_eq!(again.applied + again.pending + again.kept.len(), 5);
    assert_eq!(block_on(all(&store, Table::Quarantine, "")).unwrap().len(), 1);
    assert_eq!(log_len(&store), 5);
}

fn log_len(store: &MemoryStore) -> usize {
    block_on(all(store, Table::Log, "")).unwrap().len()
}

#[test]
fn an_envelope_from_elsewhere_is_stored_first_and_known_afterwards() {
    let (here, there) = (MemoryStore::default(), MemoryStore::default());
    let mut sender = open(&there, 7).unwrap();
    sender.write(1);
    sender.save(&there);
    let bytes = log(&there)[0].encode();
    let mut bytes_of_other = bytes.clone();
    bytes_of_other[3] ^= 1;
    let mut tab = open(&here, 1).unwrap();
    let Received::New { ticket, payload, .. } = tab.journal.borrow_mut().receive(&bytes) else {
        panic!("it is new");
    };
    assert_eq!(tab.journal.borrow_mut().receive(&bytes), Received::Known);
    tab.save(&here);
    assert!(tab.journal.borrow().is_saved(ticket));
    tab.document.import(&payload).unwrap();
    assert_eq!(tab.keys(), [1].into());
    assert_eq!(tab.journal.borrow_mut().receive(&bytes), Received::Known);
    let bad = tab.journal.borrow_mut().receive(&bytes_of_other);
    assert!(matches!(bad, Received::Quarantined(_, Reason::Damaged)));
    tab.save(&here);
    assert_eq!(open(&here, 2).unwrap().keys(), [1].into());
}

#[test]
fn the_spaces_of_a_device_are_found_without_reading_them() {
    let store = MemoryStore::default();
    let row =
        |table, space: SpaceId, n| Op::Put { table, key: format!("{space}/{n}"), value: vec![] };
    let other = SpaceId::from_bytes([9; 16]);
    let ops =
        [row(Table::Log, SPACE, 1), row(Table::Log, SPACE, 2), row(Table::Snapshot, other, 1)];
    block_on(store.commit(&ops)).unwrap();
    assert_eq!(block_on(journal::spaces(&store)), Ok(vec![SPACE, other]));
}

/// Writes, saves and compacts by a script; after a crash it starts again where the disk is.
fn life(store: &MemoryStore, steps: &[u64], acknowledged: &mut BTreeSet<u64>) {
    let mut peer = 1;
    let mut tab = restart(store, &mut peer, acknowledged);
    let mut unsaved: Vec<(u64, Ticket)> = Vec::new();
    for (key, choice) in steps.iter().enumerate() {
        if choice % 7 == 6 {
            tab.compact();
        } else {
            unsaved.push((key as u64, tab.write(key as u64)));
        }
        if choice % 3 == 0 {
            continue;
        }
        let state = tab.save(store);
        let journal = tab.journal.borrow();
        let saved = unsaved.iter().filter(|(_, ticket)| journal.is_saved(*ticket));
        acknowledged.extend(saved.map(|(key, _)| *key));
        if state == SaveState::SavedHere {
            assert!(unsaved.iter().all(|(_, ticket)| journal.is_saved(*ticket)));
        }
        drop(journal);
        if matches!(state, SaveState::NotSaved(StoreError::ConnectionLost)) {
            tab = restart(store, &mut peer, acknowledged);
            unsaved.clear();
        }
    }
    let tab = restart(store, &mut peer, acknowledged);
    assert!(
        tab.report.quarantined.is_empty() && tab.report.pending == 0 && tab.report.kept.is_empty()
    );
}

fn restart(store: &MemoryStore, peer: &mut u64, acknowledged: &BTreeSet<u64>) -> Tab {
    for _ in 0..10 {
        store.restart();
        *peer += 1;
        if let Ok(tab) = open(store, *peer) {
            assert!(tab.keys().is_superset(acknowledged), "something acknowledged is gone");
            return tab;
        }
    }
    panic!("the store never came back");
}

const SCRIPT: [u64; 24] =
    [1, 2, 3, 4, 6, 7, 8, 13, 3, 3, 5, 20, 1, 9, 2, 6, 6, 4, 12, 1, 27, 13, 5, 1];

#[test]
fn a_crash_at_any_operation_loses_nothing_that_was_acknowledged() {
    let calm = MemoryStore::default();
    life(&calm, &SCRIPT, &mut BTreeSet::new());
    for operation in 0..calm.operations() {
        for fault in [Fault::CrashBefore, Fault::CrashAfter, Fault::KeptButLost] {
            let store = MemoryStore::default();
            store.fail_at(operation, fault);
            life(&store, &SCRIPT, &mut BTreeSet::new());
        }
    }
}

fn random(seed: &mut u64) -> u64 {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    *seed
}

#[test]
fn faults_at_random_lose_nothing_that_was_acknowledged() {
    let seeds = std::env::var("SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(600_u64);
    for seed in 1..=seeds {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let store = MemoryStore::default();
        for _ in 0..random(&mut state) % 8 {
            let fault = match random(&mut state) % 5 {
                0 => Fault::Refuse(StoreError::Quota),
                1 => Fault::Refuse(StoreError::ConnectionLost),
                2 => Fault::KeptButLost,
                3 => Fault::CrashBefore,
                _ => Fault::CrashAfter,
            };
            store.fail_at(random(&mut state) % 120, fault);
        }
        let steps: Vec<u64> = (0..40).map(|_| random(&mut state)).collect();
        println!("seed {seed}"); // shown when the test fails: the last one is the culprit
        life(&store, &steps, &mut BTreeSet::new());
    }
}
