//! Unlocking: who gets in, who does not, and what a wrong PIN costs.

use proptest::prelude::*;

use super::*;
use crate::keys::tests::rng;
use crate::recovery::{Kit, combine};

/// Cheap, for tests only.
const CHEAP: Cost = Cost { memory: 64, passes: 1 };
const PLATFORM: [u8; 32] = [3; 32];

fn pin(text: &str) -> Lock<'_> {
    Lock::Secret { text, platform: &PLATFORM }
}

fn slot() -> (Unlocked, Slot) {
    let secrets = Unlocked::generate(&mut rng(1));
    let slot = secrets.lock(pin("483915"), CHEAP, &mut rng(2)).unwrap();
    (secrets, slot)
}

fn opens(slot: &Slot, way: Lock<'_>) -> Result<(), UnlockError> {
    slot.open(way).map(|_| ())
}

#[test]
fn the_right_pin_opens_keys_and_store() {
    let (secrets, slot) = slot();
    let slot = Slot::decode(&slot.encode()).unwrap();
    let opened = slot.open(pin("483915")).unwrap();
    assert_eq!(opened.keys.id(), secrets.keys.id());
    assert_eq!(opened.store.bytes(), secrets.store.bytes());
}

#[test]
fn a_wrong_pin_and_another_browser_profile_open_nothing() {
    let (_, slot) = slot();
    assert_eq!(opens(&slot, pin("483916")), Err(UnlockError::Wrong));
    let stolen = Lock::Secret { text: "483915", platform: &[4; 32] };
    assert_eq!(opens(&slot, stolen), Err(UnlockError::Wrong));
}

#[test]
fn two_people_on_one_tablet_do_not_open_each_others_slot() {
    let (anna, of_anna) = slot();
    let bram = Unlocked::generate(&mut rng(3));
    let of_bram = bram.lock(pin("730261"), CHEAP, &mut rng(4)).unwrap();
    assert_eq!(opens(&of_anna, pin("730261")), Err(UnlockError::Wrong));
    assert_eq!(of_bram.open(pin("730261")).unwrap().keys.id(), bram.keys.id());
    assert_ne!(anna.store.bytes(), bram.store.bytes());
    // The same PIN for both makes two different slots.
    let same = bram.lock(pin("483915"), CHEAP, &mut rng(5)).unwrap();
    assert_ne!(same.open(pin("483915")).unwrap().keys.id(), anna.keys.id());
}

#[test]
fn a_passkey_is_another_way_to_the_same_secrets() {
    let (secrets, of_pin) = slot();
    let passkey = |prf| Lock::Passkey { prf, platform: &PLATFORM };
    let slot = secrets.lock(passkey(&[7; 32]), CHEAP, &mut rng(6)).unwrap();
    assert_eq!((slot.asks(), of_pin.asks()), (Asks::Passkey, Asks::Secret));
    assert_eq!(slot.open(passkey(&[7; 32])).unwrap().keys.id(), secrets.keys.id());
    assert_eq!(opens(&slot, passkey(&[8; 32])), Err(UnlockError::Wrong));
    assert_eq!(opens(&slot, pin("483915")), Err(UnlockError::OtherWay));
    assert_eq!(opens(&of_pin, passkey(&[7; 32])), Err(UnlockError::OtherWay));
}

#[test]
fn a_kit_on_paper_opens_without_the_browsers_own_key_and_another_kit_does_not() {
    let (secrets, of_pin) = slot();
    let (kit, other) = (Kit::generate(&mut rng(7)), Kit::generate(&mut rng(8)));
    let slot = secrets.lock(Lock::Kit(&kit), CHEAP, &mut rng(6)).unwrap();
    let slot = Slot::decode(&slot.encode()).unwrap();
    assert_eq!(slot.asks(), Asks::Kit);
    let typed = Kit::read(&kit.words().to_lowercase()).unwrap();
    assert_eq!(slot.open(Lock::Kit(&typed)).unwrap().keys.id(), secrets.keys.id());
    let cards = kit.cards(&mut rng(9)).unwrap();
    let joined = combine(&cards[2], &cards[0]).unwrap();
    assert_eq!(slot.open(Lock::Kit(&joined)).unwrap().store.bytes(), secrets.store.bytes());
    assert_eq!(opens(&slot, Lock::Kit(&other)), Err(UnlockError::Wrong));
    assert_eq!(opens(&slot, pin("483915")), Err(UnlockError::OtherWay));
    assert_eq!(opens(&of_pin, Lock::Kit(&kit)), Err(UnlockError::OtherWay));
    let shown = format!("{:?}", Lock::Kit(&kit));
    assert_eq!(shown, "Lock(…)");
}

#[test]
fn a_rehearsal_costs_what_a_guess_costs_and_says_when_there_is_no_memory() {
    assert_eq!(CHEAP.rehearse(), Ok(()));
    assert!(Cost { memory: u32::MAX, passes: 1 }.rehearse().is_err());
}

#[test]
fn a_damaged_slot_is_not_a_wrong_pin() {
    let (_, slot) = slot();
    let bytes = slot.encode();
    for index in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[index] ^= 1;
        let result = Slot::decode(&changed);
        assert!(matches!(result, Err(UnlockError::Damaged | UnlockError::Newer)), "byte {index}");
    }
    assert_eq!(Slot::decode(&vec![0; 5000]), Err(UnlockError::Damaged));
}

#[test]
fn a_slot_cannot_ask_for_more_than_a_tablet_has() {
    let (_, slot) = slot();
    let secrets = slot.open(pin("483915")).unwrap();
    let greedy = Cost { memory: 64, passes: 17 };
    let slot = secrets.lock(pin("483915"), greedy, &mut rng(2)).unwrap();
    assert_eq!(Slot::decode(&slot.encode()), Err(UnlockError::Damaged));
}

#[test]
fn what_anybody_would_try_first_is_refused() {
    let weak = ["", "12345", "123456", "987654", "000000", "121212", "123123", "wachtwoor"];
    for text in weak {
        assert_eq!(judge_secret(text), Err(UnlockError::Weak), "{text}");
    }
    for text in ["483915", "112358", "de kat slaapt", "drie blauwe fietsen"] {
        assert_eq!(judge_secret(text), Ok(()), "{text}");
    }
    let weak = Unlocked::generate(&mut rng(1)).lock(pin("111111"), CHEAP, &mut rng(2));
    assert_eq!(weak.map(|_| ()), Err(UnlockError::Weak));
}

#[test]
fn wrong_pins_slow_down_and_never_wipe() {
    let mut attempts = Attempts::default();
    let mut waits = Vec::new();
    for _ in 0..12 {
        attempts = attempts.begin(1000);
        waits.push(attempts.wait(1000) / 1000);
    }
    assert_eq!(waits, [0, 0, 0, 0, 30, 60, 300, 900, 3600, 3600, 3600, 3600]);
    assert_eq!(attempts.wait(1000 + 3_600_000), 0, "an hour later one may try again");
    assert_eq!(Attempts::right().wait(0), 0);
}

#[test]
fn setting_the_clock_back_or_forth_gains_little() {
    let attempts = Attempts { wrong: 6, last: 100_000 };
    assert_eq!(attempts.wait(130_000), 30_000);
    assert_eq!(attempts.wait(0), 60_000);
    assert_eq!(attempts.settle(0).wait(60_000), 0, "nobody waits for a year that was typed wrong");
    assert_eq!(attempts.settle(130_000), attempts);
    assert_eq!(Attempts { wrong: u32::MAX, last: 0 }.begin(5).wrong, u32::MAX);
}

#[test]
fn calibration_aims_at_half_a_second_and_stays_in_bounds() {
    assert_eq!(Cost::calibrate(42, 500), Cost { passes: 11, ..START });
    assert_eq!(Cost::calibrate(900, 500), START);
    assert_eq!(Cost::calibrate(0, 500).passes, 16);
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(Slot::decode(&bytes).is_err());
    }
}
