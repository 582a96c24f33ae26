//! People: who gets in, what a wrong PIN costs, who leaves, and when it locks by itself.

use std::cell::Cell;

use replica::store::memory::Fault;
use replica::store::{MemoryStore, Op, Store, StoreError, Table};
use replica::testing::block_on;
use replica::unlock::{Cost, Lock, UnlockError, Unlocked};

use super::idle::Idle;
use super::registry::{Refused, add, change, gone, leave, list, person, try_secret, try_strong};
use super::*;

const ANNA: PersonId = PersonId::from_bytes([1; 16]);
const BRAM: PersonId = PersonId::from_bytes([2; 16]);
const PLATFORM: [u8; 32] = [3; 32];
const NOW: u64 = 1_000_000;

/// Cheap, for tests only.
const CHEAP: Cost = Cost { memory: 64, passes: 1 };

fn pin(text: &str) -> Lock<'_> {
    Lock::Secret { text, platform: &PLATFORM }
}

fn rng(seed: u8) -> chacha20::ChaCha20Rng {
    use chacha20::rand_core::SeedableRng;
    chacha20::ChaCha20Rng::from_seed([seed; 32])
}

fn of(seed: u8, name: &str, secret: &str) -> Person {
    let slot = Unlocked::generate(&mut rng(seed)).lock(pin(secret), CHEAP, &mut rng(seed)).unwrap();
    Person::new(name.to_owned(), &slot, Plain::None)
}

fn device() -> MemoryStore {
    let store = MemoryStore::default();
    block_on(add(&store, ANNA, &of(1, "Anna", "483915"))).unwrap();
    block_on(add(&store, BRAM, &of(2, "bram", "730261"))).unwrap();
    store
}

fn enters(store: &MemoryStore, id: PersonId, now: u64, text: &str) -> Result<(), Refused> {
    block_on(try_secret(store, id, now, |slot| slot.open(pin(text)))).map(drop)
}

#[test]
fn everybody_is_listed_by_name_and_gets_in_with_the_own_pin_alone() {
    let store = device();
    let people = block_on(list(&store)).unwrap();
    let names: Vec<_> = people.known.iter().map(|(_, person)| person.name.as_str()).collect();
    assert_eq!((names, people.unreadable), (vec!["Anna", "bram"], 0));
    assert_eq!(enters(&store, ANNA, NOW, "483915"), Ok(()));
    assert_eq!(enters(&store, BRAM, NOW, "730261"), Ok(()));
    assert_eq!(enters(&store, ANNA, NOW, "730261"), Err(Refused::Wrong { wait: 0 }));
    assert_eq!(enters(&store, PersonId::from_bytes([9; 16]), NOW, "1"), Err(Refused::Unknown));
}

#[test]
fn the_fifth_wrong_pin_waits_half_a_minute_and_a_right_one_begins_again() {
    let store = device();
    for _ in 0..4 {
        assert_eq!(enters(&store, ANNA, NOW, "111112"), Err(Refused::Wrong { wait: 0 }));
    }
    assert_eq!(enters(&store, ANNA, NOW, "111112"), Err(Refused::Wrong { wait: 30_000 }));
    assert_eq!(enters(&store, ANNA, NOW + 1, "483915"), Err(Refused::Wait { wait: 29_999 }));
    assert_eq!(enters(&store, ANNA, NOW + 29_999, "483915"), Err(Refused::Wait { wait: 1 }));
    assert_eq!(enters(&store, BRAM, NOW, "730261"), Ok(()), "somebody else does not wait");
    assert_eq!(enters(&store, ANNA, NOW + 30_000, "483915"), Ok(()));
    assert_eq!(block_on(person(&store, ANNA)).unwrap().attempts(), Attempts::right());
}

#[test]
fn pulling_the_plug_during_an_attempt_does_not_make_it_free() {
    let store = device();
    let tried = Cell::new(false);
    // Operation 0 reads the person, 1 keeps the count. Killed after that, before the attempt.
    let before = store.operations();
    store.fail_at(before + 1, Fault::CrashAfter);
    let outcome = block_on(try_secret(&store, ANNA, NOW, |slot| {
        tried.set(true);
        slot.open(pin("111112"))
    }));
    assert_eq!(outcome.map(drop), Err(Refused::Store(StoreError::ConnectionLost)));
    assert!(!tried.get(), "nothing is tried that was not counted");
    store.restart();
    assert_eq!(block_on(person(&store, ANNA)).unwrap().attempts().wrong, 1);
}

#[test]
fn a_full_disk_lets_nobody_guess_for_free() {
    let store = device();
    store.set_quota(Some(0));
    let outcome = enters(&store, ANNA, NOW, "483915");
    assert_eq!(outcome, Err(Refused::Store(StoreError::Quota)));
}

#[test]
fn a_clock_that_was_set_back_makes_nobody_wait_for_ever() {
    let store = device();
    for _ in 0..5 {
        let _ = enters(&store, ANNA, NOW, "111112");
    }
    assert_eq!(enters(&store, ANNA, 0, "483915"), Err(Refused::Wait { wait: 30_000 }));
    assert_eq!(enters(&store, ANNA, 29_999, "483915"), Err(Refused::Wait { wait: 1 }));
    assert_eq!(enters(&store, ANNA, 30_000, "483915"), Ok(()));
}

#[test]
fn a_new_pin_replaces_the_old_and_a_kit_stands_beside_it() {
    let store = device();
    let open = |text| block_on(try_secret(&store, ANNA, NOW, |slot| slot.open(pin(text))));
    let secrets = open("483915").unwrap();
    let kit = replica::recovery::Kit::generate(&mut rng(7));
    let of_pin = secrets.lock(pin("615243"), CHEAP, &mut rng(8)).unwrap();
    let of_kit = secrets.lock(Lock::Kit(&kit), CHEAP, &mut rng(9)).unwrap();
    let changed = block_on(change(&store, ANNA, |person| {
        person.set_slot(&of_pin);
        person.set_slot(&of_kit);
    }));
    assert!(changed.unwrap().has(Asks::Kit));
    assert_eq!(enters(&store, ANNA, NOW, "483915"), Err(Refused::Wrong { wait: 0 }));
    assert_eq!(open("615243").unwrap().store.bytes(), secrets.store.bytes());
    let with_kit =
        |id| block_on(try_strong(&store, id, Asks::Kit, |slot| slot.open(Lock::Kit(&kit))));
    assert_eq!(with_kit(ANNA).unwrap().store.bytes(), secrets.store.bytes());
    assert_eq!(with_kit(BRAM).map(drop), Err(Refused::NoWay));
}

#[test]
fn a_damaged_slot_is_told_and_costs_no_attempt() {
    let store = device();
    let row = block_on(store.get(Table::Meta, &format!("person/{ANNA}"))).unwrap().unwrap();
    let text = String::from_utf8(row).unwrap().replacen("\"slots\":[\"84", "\"slots\":[\"85", 1);
    let op = Op::Put { table: Table::Meta, key: format!("person/{ANNA}"), value: text.into() };
    block_on(store.commit(&[op])).unwrap();
    let damaged = Err(Refused::Slot(UnlockError::Damaged));
    assert_eq!(enters(&store, ANNA, NOW, "483915"), damaged);
    assert_eq!(block_on(person(&store, ANNA)).unwrap().attempts().wrong, 0);
}

#[test]
fn who_leaves_is_gone_at_once_and_what_is_left_to_do_is_remembered() {
    let store = device();
    block_on(leave(&store, ANNA)).unwrap();
    assert_eq!(enters(&store, ANNA, NOW, "483915"), Err(Refused::Unknown));
    let people = block_on(list(&store)).unwrap();
    assert_eq!((people.known.len(), people.leaving), (1, vec![ANNA]));
    block_on(gone(&store, ANNA)).unwrap();
    assert_eq!(block_on(list(&store)).unwrap().leaving, vec![]);
}

#[test]
fn a_row_of_a_later_version_is_counted_left_alone_and_its_members_are_kept() {
    let store = device();
    let key = format!("person/{}", PersonId::from_bytes([5; 16]));
    let op = Op::Put { table: Table::Meta, key, value: b"{\"v\":2}".to_vec() };
    block_on(store.commit(&[op])).unwrap();
    let people = block_on(list(&store)).unwrap();
    assert_eq!((people.known.len(), people.unreadable), (2, 1));
    let text = String::from_utf8(of(1, "Anna", "483915").write()).unwrap();
    let later = text.replacen('{', "{\"picture\":7,", 1);
    let again = Person::read(later.as_bytes()).unwrap().write();
    assert!(String::from_utf8(again).unwrap().contains("\"picture\":7"));
}

#[test]
fn the_row_of_a_person_holds_no_secret() {
    let secrets = Unlocked::generate(&mut rng(1));
    let row = String::from_utf8(of(1, "Anna", "483915").write()).unwrap();
    let shown = |secret: &[u8]| row.contains(&hex(secret));
    assert!(!row.contains("483915") && !shown(secrets.store.bytes()));
    assert!(!secrets.keys.to_bytes().chunks(32).any(shown));
}

#[test]
fn a_name_is_one_line_not_too_long_and_not_taken() {
    let judge = |text: &str| name::judge(text, ["Anna"].into_iter());
    assert_eq!(judge("  Bram \n de  Wit "), Ok("Bram de Wit".to_owned()));
    assert_eq!(judge(" \t "), Err(name::Problem::Empty));
    assert_eq!(judge("anna"), Err(name::Problem::Taken));
    assert!(judge(&"é".repeat(name::MAX)).is_ok());
    assert_eq!(judge(&"é".repeat(name::MAX + 1)), Err(name::Problem::TooLong));
}

#[test]
fn it_locks_at_the_chosen_minute_and_not_before() {
    let mut idle = Idle::touched(1_000);
    assert!(!idle.is_due(1_000 + 15 * 60_000 - 1, 15));
    assert!(idle.is_due(1_000 + 15 * 60_000, 15));
    assert!(idle.is_due(i64::MAX / 2, 60), "also after a night of sleep");
    assert!(idle::CHOICES.contains(&idle::standard()));
}

#[test]
fn a_clock_that_was_set_back_does_not_keep_it_open() {
    let mut idle = Idle::touched(90 * 60_000);
    assert!(!idle.is_due(0, 2));
    assert!(!idle.is_due(2 * 60_000 - 1, 2));
    assert!(idle.is_due(2 * 60_000, 2));
}

#[test]
fn ids_are_read_as_they_are_written() {
    assert_eq!(ANNA.to_string().parse(), Ok(ANNA));
    for wrong in ["", "01", "é", &"0".repeat(33), &"g".repeat(32)] {
        assert_eq!(wrong.parse::<PersonId>(), Err(()), "{wrong}");
    }
}
