//! Erasure: everywhere, for ever, also for who comes later and for a copy.

use replica::bundle::{self, About};
use replica::document::Session;
use replica::envelope::OpenSealer;
use replica::role::Role;
use replica::space::{DecideError, Deed};
use replica::store::{MemoryStore, SaveState, Store, Table};
use replica::sync::{Alarm, Event};
use replica::testing::block_on;

use super::tablet::{SPACE, Tablet, agenda, rng};

fn two() -> (Tablet, Tablet) {
    let mut anna = Tablet::founder(1, MemoryStore::default());
    let mut bram = anna.lets_in(2, Role::Bewerken);
    anna.write(agenda(), 1);
    anna.save();
    bram.takes_from(&anna);
    (anna, bram)
}

#[test]
fn who_hears_of_it_has_nothing_left_and_can_open_nothing() {
    let (mut anna, mut bram) = two();
    anna.space.borrow_mut().erase(5).unwrap();
    assert_eq!(anna.save(), SaveState::SavedHere);
    bram.takes_from(&anna);
    for tablet in [&anna, &bram] {
        let space = tablet.space.borrow();
        assert!(space.is_erased() && space.alarms().contains(&Alarm::Erased));
        assert_eq!(space.client().inbox().ring().epochs().count(), 0);
        let log = block_on(tablet.store.scan(Table::Log, "", None, 9)).unwrap();
        assert_eq!(log, []);
    }
    assert!(anna.space.borrow().story().iter().any(|told| told.deed == Deed::Erased));
    // Bram has nobody to tell; Anna waits until the relay has heard.
    assert!(bram.again(9).unwrap().is_none());
    assert!(anna.again(9).unwrap().unwrap().space.borrow().is_erased());
}

#[test]
fn nothing_can_be_written_or_decided_after_it() {
    let (anna, _) = two();
    let mut space = anna.space.borrow_mut();
    space.erase(5).unwrap();
    assert!(space.record(agenda(), b"x", &mut rng(5)).is_err());
    assert!(matches!(space.erase(6), Err(DecideError::Write(_))));
    assert_eq!(space.due(), None);
}

#[test]
fn who_may_not_decide_cannot_erase() {
    let (_, bram) = two();
    assert!(bram.space.borrow_mut().erase(5).is_err());
    assert!(!bram.space.borrow().is_erased());
}

#[test]
fn what_comes_later_is_not_kept_not_even_apart() {
    let (mut anna, mut bram) = two();
    bram.write(agenda(), 2);
    bram.save();
    let items = bram.items();
    anna.space.borrow_mut().erase(5).unwrap();
    anna.save();
    anna.space.borrow_mut().on(Event::Items(items), 50, 0);
    anna.save();
    for table in [Table::Log, Table::Quarantine] {
        assert_eq!(block_on(anna.store.scan(table, "", None, 9)).unwrap(), []);
    }
}

#[test]
fn a_copy_brings_nothing_back() {
    let (mut anna, _) = two();
    let about = About { app: "1".into(), made: "2026-11-01".into() };
    let mut file = Vec::new();
    block_on(bundle::export(&anna.store, &about, &[], |bytes| file.extend_from_slice(bytes)))
        .unwrap();
    anna.space.borrow_mut().erase(5).unwrap();
    anna.save();
    let copy = bundle::read(&file).unwrap();
    let session = Session { peer: 5, device: anna.keys.id() };
    let merged = block_on(bundle::merge(&anna.store, &copy, session, &OpenSealer)).unwrap();
    assert_eq!((merged.new, merged.erased), (0, copy.len()));
    let log = format!("{SPACE}/");
    assert_eq!(block_on(anna.store.scan(Table::Log, &log, None, 9)).unwrap(), []);
}

#[test]
fn a_tombstone_in_a_copy_erases_nothing() {
    let (mut anna, bram) = two();
    anna.space.borrow_mut().erase(5).unwrap();
    anna.save();
    let about = About { app: "1".into(), made: "2026-11-01".into() };
    let mut file = Vec::new();
    block_on(bundle::export(&anna.store, &about, &[], |bytes| file.extend_from_slice(bytes)))
        .unwrap();
    let session = Session { peer: 5, device: bram.keys.id() };
    let copy = bundle::read(&file).unwrap();
    block_on(bundle::merge(&bram.store, &copy, session, &OpenSealer)).unwrap();
    let key = format!("erased/{SPACE}");
    assert_eq!(block_on(bram.store.get(Table::Meta, &key)).unwrap(), None);
}
