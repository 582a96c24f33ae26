//! The recovery kit: what paper survives, and a restore rehearsed from beginning to end.

use proptest::prelude::*;

use super::*;
use crate::envelope::{Header, Kind};
use crate::id::{NO_HASH, PartId};
use crate::keys::tests::rng;
use crate::member::tests::{ANNA, BRAM, CARLA, Copy, DIRK, EEFJE, SPACE, id};
use crate::member::{Change, LogError};
use crate::role::Role;
use crate::seal::{Heads, open, seal};

fn kit() -> Kit {
    Kit::generate(&mut rng(77))
}

#[test]
fn a_kit_is_fourteen_groups_of_four_and_stays_so() {
    let words = kit().words();
    assert_eq!(words.split(' ').count(), 14);
    assert!(words.split(' ').all(|group| group.len() == 4));
    assert_eq!(*words, *kit().words());
    assert_eq!(kit().keys().id().to_string(), "4f7da7103aa9ebc93691924f3ec3c0ce");
}

#[test]
fn handwriting_is_read_with_patience() {
    let words = kit().words();
    let sloppy = words.to_lowercase().replace('0', "o").replace('1', "l").replace(' ', " - \n");
    assert_eq!(Kit::read(&sloppy).unwrap().keys().id(), kit().keys().id());
    assert_eq!(Kit::read(&kit().qr()).unwrap().keys().id(), kit().keys().id());
}

#[test]
fn a_letter_read_wrong_is_noticed_and_named_where_possible() {
    let qr = kit().qr();
    let short = Kit::read(&qr[1..]).unwrap_err();
    assert_eq!(short, RecoveryError::Length { found: 55, expected: 56 });
    let strange = format!("{}U{}", &qr[..5], &qr[6..]);
    assert_eq!(Kit::read(&strange).unwrap_err(), RecoveryError::Character { at: 5 });
    for index in 0..qr.len() {
        let other = if &qr[index..=index] == "7" { "8" } else { "7" };
        let wrong = format!("{}{other}{}", &qr[..index], &qr[index + 1..]);
        assert!(Kit::read(&wrong).is_err(), "letter {index}");
    }
}

#[test]
fn any_two_cards_make_the_kit() {
    let cards = kit().cards(&mut rng(78)).unwrap();
    assert_eq!(cards.iter().map(Card::number).collect::<Vec<_>>(), [1, 2, 3]);
    let printed: Vec<_> = cards.iter().map(|card| Card::read(&card.words()).unwrap()).collect();
    for (one, other) in [(0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (0, 2)] {
        let again = combine(&printed[one], &printed[other]).unwrap();
        assert_eq!(again.keys().id(), kit().keys().id());
    }
}

#[test]
fn one_card_alone_or_cards_of_two_kits_make_nothing() {
    let cards = kit().cards(&mut rng(78)).unwrap();
    let others = Kit::generate(&mut rng(79)).cards(&mut rng(80)).unwrap();
    assert_eq!(combine(&cards[0], &cards[0]).unwrap_err(), RecoveryError::Cards);
    assert_eq!(combine(&cards[0], &others[1]).unwrap_err(), RecoveryError::Cards);
    assert!(matches!(Kit::read(&cards[0].words()), Err(RecoveryError::Length { .. })));
    assert!(matches!(Card::read(&kit().words()), Err(RecoveryError::Length { .. })));
    assert!(!format!("{:?}{:?}", cards[0], kit()).contains(&cards[0].qr()[2..8]));
}

#[test]
fn a_lost_space_is_brought_back_with_two_cards() {
    // Anna prints the cards and something is written.
    let mut anna = Copy::of_four();
    let change = anna.log.members().recovery(*kit().keys().public(), &anna.ring(), &mut rng(81));
    anna.write(change.unwrap()).unwrap();
    let epoch = anna.log.members().writing_epoch().unwrap();
    let header = Header {
        space: SPACE,
        part: PartId::named("plan"),
        epoch,
        device: id(ANNA),
        seq: 1,
        prev: NO_HASH,
        kind: Kind::Update,
    };
    let heads = Heads::default();
    let envelope = seal(header, b"het plan", &heads, &anna.keys, &anna.ring(), &mut rng(82));
    let envelope = envelope.unwrap();
    // Time goes by, a member leaves, the key changes: the kit stays a recipient.
    anna.remove(&[DIRK]).unwrap();

    // All devices are lost. What is left: two cards, and the log and envelopes on the server.
    let cards: Vec<_> =
        kit().cards(&mut rng(83)).unwrap().iter().map(|card| card.words()).collect();
    let read = |index: usize| Card::read(&cards[index]).unwrap();
    let found = combine(&read(0), &read(2)).unwrap();
    let mut rescue = anna.taken_by(EEFJE);
    rescue.keys = found.keys();
    assert!(rescue.log.members().is_recovery(found.keys().id()));
    rescue.add(EEFJE, Role::Beheer).unwrap();

    let mut eefje = rescue.taken_by(EEFJE);
    let opened = open(&envelope, anna.keys.public(), &eefje.ring()).unwrap();
    assert_eq!(opened.payload, b"het plan");
    // The lost devices go out, and with them the old key.
    eefje.remove(&[ANNA, BRAM, CARLA]).unwrap();
    assert_eq!(eefje.log.members().recipients().len(), 2);
}

#[test]
fn a_kit_brings_people_in_and_decides_nothing_else() {
    let mut anna = Copy::of_four();
    let keys = kit().keys();
    let change = anna.log.members().recovery(*keys.public(), &anna.ring(), &mut rng(81)).unwrap();
    anna.write(change).unwrap();
    let mut kit = anna.taken_by(EEFJE);
    kit.keys = keys.clone();
    let raise = Change::SetRole { device: id(DIRK), role: Role::Beheer, seen: Vec::new() };
    assert_eq!(kit.write(raise), Err(LogError::NotAllowed));
    // A kit that was lost goes out like a device, and opens nothing after.
    let removed = [keys.id()];
    let rotation = anna.log.members().rotate(&removed, Vec::new(), &anna.ring(), &mut rng(84));
    anna.write(rotation.unwrap().0).unwrap();
    let members = anna.log.members();
    assert!(!members.is_recovery(keys.id()));
    assert!(!members.could_open(keys.id(), members.writing_epoch().unwrap()));
    assert!(!members.has_recovery());
}

proptest! {
    #[test]
    fn bytes_survive_base32(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        prop_assert_eq!(base32::decode(&base32::encode(&bytes)), Ok(bytes));
    }

    #[test]
    fn any_text_is_refused_without_panic(text in ".{0,80}") {
        prop_assert!(Kit::read(&text).is_err());
        let _ = base32::decode(&base32::letters(&text));
    }
}
