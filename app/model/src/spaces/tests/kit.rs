//! A recovery kit, rehearsed: a device is lost, and another one gets everything back from paper and a relay.

use replica::recovery::{Card, Kit, combine};
use replica::relay::{MemoryRelay, Relay};
use replica::sync::Refusal;

use super::*;
use crate::sharing::courier::Trouble;
use crate::spaces::{KitError, Restored};

type Server = Relay<MemoryRelay>;

/// Lets a device talk to the relay until neither has anything to say.
pub(in crate::spaces) fn meet(room: &Room, relay: &Server) {
    let device = room.me().keys.id();
    for open in room.with_erased().iter().filter(|open| open.is_shared()) {
        room.on(open.id(), Event::Online(true), NOW, 0);
    }
    for _ in 0..64 {
        save(room);
        let messages = room.take_messages();
        if messages.is_empty() {
            return;
        }
        for (space, message) in messages {
            if let Some(answer) = block_on(relay.on(device, &message)) {
                room.on(space, Event::Message(answer.reply), NOW, 0);
            }
        }
    }
    panic!("they go on talking");
}

fn restore(room: &Room, kit: &Kit, relay: &Server) -> Result<Restored, KitError> {
    let id = kit.keys().id();
    let ask = async |message: Vec<u8>| {
        let answer = relay.on(id, &message).await;
        answer.map(|answer| answer.reply).ok_or(Trouble::NoConnection)
    };
    let restored = block_on(room.restore(kit, ask, NOW));
    save(room);
    restored
}

fn kit(seed: u8) -> Kit {
    Kit::generate(&mut rng(seed))
}

#[test]
fn an_empty_device_gets_everything_back_by_the_words_of_a_kit_and_goes_on() {
    let relay = Relay::new(MemoryRelay::default());
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let alone = budget(&anna);
    write(&anna, &alone, 1);
    let shared = anna.found(&Kind::School, "De Zeester", NOW).unwrap();
    anna.keep(&shared);
    save(&anna);
    bring_together(&anna, &shared, &bram);
    assert!(!alone.is_shared(), "nothing leaves before it is asked for");
    let kit = kit(50);
    block_on(anna.name_kit(&kit, NOW)).unwrap();
    save(&anna);
    assert!(alone.is_shared());
    // Begun after the paper was printed.
    let later = anna.found(&Kind::Werkgebied, "Den Helder", NOW).unwrap();
    anna.keep(&later);
    save(&anna);
    write(&anna, &alone, 2);
    save(&anna);
    meet(&anna, &relay);
    assert_eq!(anna.all().len(), 3, "the own space of the kit is shown nowhere");
    assert!(anna.not_on_kit().is_empty());

    // A kit in a space reads who is in it and nothing that was written; in its own space it reads all.
    let read_as_kit = |space| {
        let mut reading = replica::space::Reading::new(space);
        while let Some(question) = reading.question() {
            let answer = block_on(relay.on(kit.keys().id(), &question)).unwrap();
            reading.answer(&answer.reply).unwrap();
        }
        let items = reading.items();
        items.iter().filter(|item| matches!(item, replica::sync::Item::Envelope(_))).count()
    };
    assert_eq!((read_as_kit(alone.id()), read_as_kit(kit.space()) > 0), (0, true));

    // The tablet is gone. What there is: paper, and a new device that knows nothing.
    let words = kit.words();
    drop(anna);
    let there = MemoryStore::default();
    let fresh = open(&there, 9, 9);
    let found = restore(&fresh, &Kit::read(&words).unwrap(), &relay).unwrap();
    assert_eq!((found.spaces.len(), found.here, found.missing), (3, 0, 0));
    meet(&fresh, &relay);
    let back = budget(&fresh);
    assert_eq!((back.id(), read(&back)), (alone.id(), Some(Value::Int(2))));
    assert_eq!(back.role(), Some(Role::Beheer));
    let mut titles: Vec<_> = fresh.all().iter().map(|open| open.about().title).collect();
    titles.sort();
    assert_eq!(titles, ["Begroting", "De Zeester", "Den Helder"]);
    // For the others it is the same person, with another device.
    assert_eq!(shared.read(|space| space.people().len()), 2);
    let theirs = fresh.get(shared.id()).unwrap();
    assert_eq!(theirs.read(|space| space.people().len()), 2);

    // It survives the night, a second time changes nothing, and what is begun here is on the kit as well.
    let fresh = open(&there, 9, 10);
    let again = restore(&fresh, &kit, &relay).unwrap();
    assert_eq!((again.spaces.len(), again.here, again.missing), (0, 3, 0));
    let new = fresh.found(&Kind::Dossier, "Plan", NOW).unwrap();
    fresh.keep(&new);
    save(&fresh);
    meet(&fresh, &relay);
    let third = open(&MemoryStore::default(), 8, 8);
    assert_eq!(restore(&third, &kit, &relay).unwrap().spaces.len(), 4);
}

#[test]
fn two_of_three_cards_bring_the_spaces_of_an_organisation_back() {
    let relay = Relay::new(MemoryRelay::default());
    let anna = open(&MemoryStore::default(), 1, 1);
    let space = budget(&anna);
    write(&anna, &space, 4);
    let kit = kit(51);
    block_on(anna.name_kit(&kit, NOW)).unwrap();
    save(&anna);
    meet(&anna, &relay);
    let cards = kit.cards(&mut rng(52)).unwrap().map(|card| card.words().to_string());
    let read_card = |at: usize| Card::read(&cards[at]).unwrap();
    let kit = combine(&read_card(2), &read_card(0)).unwrap();
    let other = open(&MemoryStore::default(), 9, 9);
    assert_eq!(restore(&other, &kit, &relay).unwrap().spaces, [space.id()]);
    meet(&other, &relay);
    assert_eq!(read(&budget(&other)), Some(Value::Int(4)));
}

#[test]
fn a_new_kit_ends_the_old_one_in_every_space() {
    let relay = Relay::new(MemoryRelay::default());
    let anna = open(&MemoryStore::default(), 1, 1);
    let space = budget(&anna);
    write(&anna, &space, 1);
    let (old, new) = (kit(53), kit(54));
    block_on(anna.name_kit(&old, NOW)).unwrap();
    save(&anna);
    meet(&anna, &relay);
    block_on(anna.end_kits(NOW)).unwrap();
    block_on(anna.name_kit(&new, NOW)).unwrap();
    save(&anna);
    meet(&anna, &relay);
    let thief = open(&MemoryStore::default(), 6, 6);
    assert_eq!(restore(&thief, &old, &relay), Err(KitError::Unknown));
    assert!(thief.all().is_empty());
    let (id, list) = (old.keys().id(), replica::space::Reading::new(space.id()).question());
    let refused = block_on(relay.on(id, &list.unwrap())).unwrap().reply;
    assert!(matches!(
        replica::sync::Frame::decode(&refused).unwrap().body,
        replica::sync::Body::Refuse { refusal: Refusal::NotFound, .. }
    ));
    let other = open(&MemoryStore::default(), 9, 9);
    assert_eq!(restore(&other, &new, &relay).unwrap().spaces, [space.id()]);
}

#[test]
fn a_kit_that_the_server_does_not_know_changes_nothing() {
    let relay = Relay::new(MemoryRelay::default());
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    assert_eq!(restore(&room, &kit(55), &relay), Err(KitError::Unknown));
    let silent = async |_| Err(Trouble::NoConnection);
    let outcome = block_on(room.restore(&kit(55), silent, NOW));
    assert_eq!(outcome, Err(KitError::NoAnswer(Trouble::NoConnection)));
    assert_eq!((room.all().len(), rows(&store)), (0, 0));
}

#[test]
fn a_server_cannot_put_a_space_of_its_own_on_a_kit() {
    // The server knows the public keys of the kit, and founds a space in which it names the kit.
    let relay = Relay::new(MemoryRelay::default());
    let anna = open(&MemoryStore::default(), 1, 1);
    let space = budget(&anna);
    write(&anna, &space, 1);
    let kit = kit(56);
    block_on(anna.name_kit(&kit, NOW)).unwrap();
    save(&anna);
    meet(&anna, &relay);
    let liar = open(&MemoryStore::default(), 3, 3);
    let trap = liar.found(&Kind::Begroting, "Val", NOW).unwrap();
    liar.decide(&trap, |space, rng| space.recovery(*kit.keys().public(), NOW, rng)).unwrap();
    save(&liar);
    let log: Vec<_> = trap.read(|space| {
        let log = space.client().inbox().log();
        log.entries().map(|signed| replica::sync::Item::Entry(signed.encode())).collect()
    });
    // Given in place of the kit's own space, and in place of the space that the kit lists.
    let me = || (liar.me().keys.clone(), "x");
    for root in [None, Some(space.read(|space| space.client().inbox().log().root()))] {
        for id in [kit.space(), trap.id(), space.id()] {
            let taken =
                Space::recover(&kit, (id, root), &log, me(), (1, NOW), &mut rng(1)).map(drop);
            assert_eq!(taken, Err(replica::space::RecoverError::NoLog));
        }
    }
}

#[test]
fn who_does_not_manage_a_space_is_told_that_it_is_not_on_the_kit() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    bring_together(&anna, &space, &bram);
    hand_over(&anna, &bram);
    assert!(bram.not_on_kit().is_empty(), "there is no kit");
    block_on(bram.name_kit(&kit(57), NOW)).unwrap();
    save(&bram);
    let lacking: Vec<_> = bram.not_on_kit().iter().map(|open| open.id()).collect();
    assert_eq!(lacking, [space.id()]);
}

#[test]
fn the_sheet_of_a_lost_device_ends_with_it() {
    let relay = Relay::new(MemoryRelay::default());
    let lost = open(&MemoryStore::default(), 1, 1);
    let space = budget(&lost);
    write(&lost, &space, 1);
    save(&lost);
    let kit = kit(54);
    block_on(lost.name_kit(&kit, NOW)).unwrap();
    save(&lost);
    meet(&lost, &relay);
    let id = lost.me().keys.id();
    drop(lost);
    let fresh = open(&MemoryStore::default(), 9, 9);
    restore(&fresh, &kit, &relay).unwrap();
    meet(&fresh, &relay);
    let devices = telling(|telling| fresh.own_devices(telling));
    assert!(devices.iter().any(|one| one.id == id && one.has_sheet), "{devices:?}");
    let taken = telling(|telling| fresh.take_out(id, telling, NOW));
    assert_eq!((taken.sheets.len(), taken.still_in.len()), (1, 0));
    block_on(fresh.forget_kits(&taken.sheets, NOW)).unwrap();
    save(&fresh);
    meet(&fresh, &relay);
    assert!(!fresh.has_kit(), "so that a new one is made");
    let mine = fresh.get(space.id()).unwrap();
    assert!(mine.read(|space| !space.members().has_recovery()));
    let finder = open(&MemoryStore::default(), 8, 8);
    assert!(restore(&finder, &kit, &relay).is_err());
    assert!(finder.get(space.id()).is_none(), "whoever finds the paper gets in nowhere");
    // A sheet that was made on this device stays.
    let own = kit_of_this_device(&fresh, &relay);
    let again = telling(|telling| fresh.take_out(id, telling, NOW));
    assert!(again.sheets.is_empty());
    assert!(restore(&finder, &own, &relay).is_ok());
}

fn kit_of_this_device(room: &Room, relay: &Server) -> Kit {
    let kit = kit(55);
    block_on(room.name_kit(&kit, NOW)).unwrap();
    save(room);
    meet(room, relay);
    kit
}
