//! A relay that lies. It holds no key, so what it can do is leave out, repeat, mix up and invent bytes.

use std::cell::{Cell, RefCell};

use replica::envelope::Envelope;
use replica::id::{Hash, SpaceId};
use replica::keys::DeviceKeys;
use replica::member::{Log, PersonId, SideId};
use replica::role::Role;
use replica::seal::ChainHead;
use replica::sync::{Alarm, Body, Delivery, Item};

use super::room::{
    Device, HONEST, SPACE, author, everything, name, part, rng, room, server, with_items,
};

/// F18. Stopped by: places in chains; what is known is recognised by its hash.
#[test]
fn old_answers_given_again_take_nothing_away() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    let bram = &mut others[0];
    let old = RefCell::new(Vec::new());
    anna.writes("een");
    anna.meets(&server, HONEST);
    bram.meets(&server, &|_, answer| {
        old.borrow_mut().push(answer.clone());
        answer
    });
    anna.writes("twee");
    anna.meets(&server, HONEST);
    bram.meets(&server, HONEST);
    let (shown, accepted) = (bram.shown(), bram.accepted());
    assert_eq!((shown, accepted), (anna.shown(), 2));
    let kind = |body: &Body| std::mem::discriminant(body);
    bram.meets(&server, &|_, answer| {
        let old = old.borrow();
        old.iter().find(|old| kind(old) == kind(&answer)).cloned().unwrap_or(answer)
    });
    assert_eq!((bram.shown(), bram.accepted(), bram.refused()), (shown, accepted, 0));
}

/// F18. Stopped by: one place in a chain, one envelope.
#[test]
fn everything_ten_times_and_backwards_counts_once() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    (0..5).for_each(|number| anna.writes(&number.to_string()));
    anna.meets(&server, HONEST);
    let backwards = |items: Vec<Item>| {
        let items: Vec<_> = items.into_iter().rev().collect();
        std::iter::repeat_n(items, 10).flatten().collect()
    };
    others[0].meets(&server, &|_, answer| with_items(answer, &backwards));
    assert_eq!((others[0].accepted(), others[0].shown()), (5, anna.shown()));
}

/// F19. Stopped by: signatures, and a log in which every entry is signed by who had beheer.
#[test]
fn a_relay_writes_nothing_and_makes_nobody_a_member() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    anna.writes("een");
    anna.meets(&server, HONEST);
    let own = Device::founder(66, SPACE);
    let other_space = Device::founder(67, SpaceId::from_bytes([5; 16]));
    let mut in_annas_name = own.seals(SPACE, 2, name(&own.seals_first("x")), b"x");
    in_annas_name.header.device = anna.id();
    let keys = DeviceKeys::generate(&mut rng(68));
    let who = (PersonId::from_bytes([6; 16]), SideId::named("school"), "Relay");
    let log = Log::create(SPACE, who, &keys, 1, &mut rng(69)).unwrap();
    let elsewhere = other_space.seals(other_space.space.borrow().id(), 1, [0; 32], b"x");
    let invented = vec![
        Item::Envelope(in_annas_name.encode()),
        own.seals_first("in eigen naam"),
        Item::Envelope(elsewhere.encode()),
        Item::Entry(log.entries().next().unwrap().encode()),
        Item::Envelope(b"rommel".to_vec()),
    ];
    let bram = &mut others[0];
    bram.meets(&server, &|_, answer| {
        with_items(answer, &|items| items.into_iter().chain(invented.clone()).collect())
    });
    assert_eq!((bram.accepted(), bram.shown()), (1, anna.shown()));
    let space = bram.space.borrow();
    assert_eq!(space.members().role(keys.id()), None);
    assert!(space.alarms().contains(&Alarm::Damaged), "a person hears of it");
}

/// F19. Stopped by: the signature over header, nonce and body.
#[test]
fn a_flipped_bit_in_every_item_is_found_and_the_right_one_comes_later() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    (0..3).for_each(|number| anna.writes(&number.to_string()));
    anna.meets(&server, HONEST);
    let flip = |mut item: Item| {
        let (Item::Envelope(bytes) | Item::Entry(bytes)) = &mut item;
        let at = bytes.len() / 2;
        bytes[at] ^= 1;
        item
    };
    let bram = &mut others[0];
    bram.meets(&server, &|_, answer| {
        with_items(answer, &|items| items.into_iter().map(flip).collect())
    });
    assert_eq!(bram.accepted(), 0);
    bram.meets(&server, HONEST);
    assert_eq!((bram.accepted(), bram.shown()), (3, anna.shown()));
}

/// F20. Found by: every envelope tells which heads its author had seen.
#[test]
fn who_leaves_out_one_member_is_found_at_the_next_message_of_another() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken, Role::Bewerken]);
    let carla = others[1].id();
    others[1].writes("van Carla");
    others[1].meets(&server, HONEST);
    anna.meets(&server, HONEST);
    anna.writes("van Anna");
    anna.meets(&server, HONEST);
    let others_only =
        |items: Vec<Item>| items.into_iter().filter(|item| author(item) != Some(carla)).collect();
    let bram = &mut others[0];
    bram.meets(&server, &|_, answer| match with_items(answer, &others_only) {
        Body::Welcome { server, newest, log, mut heads } => {
            heads.retain(|head| head.device != carla);
            Body::Welcome { server, newest, log, heads }
        }
        other => other,
    });
    let (part, device) = (part(), carla);
    assert!(bram.alarms().contains(&Alarm::Withheld { part, device, from: 1, to: 1 }));
    // By another way it comes all the same.
    bram.takes(
        everything(&server).into_iter().filter(|item| author(item) == Some(carla)).collect(),
    );
    assert_eq!(bram.shown(), anna.shown());
}

/// F20. Found by: every envelope tells the heads of the log that its author had.
#[test]
fn who_hides_an_entry_of_the_log_is_found_at_the_next_message() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken, Role::Lezen]);
    others[0].meets(&server, HONEST);
    let (carla, before) = (others[1].id(), log_of(&others[0]));
    anna.space.borrow_mut().set_role(carla, Role::Bewerken, 3).unwrap();
    anna.writes("nu Carla meer mag");
    anna.meets(&server, HONEST);
    let bram = &mut others[0];
    bram.meets(&server, &|_, answer| without_entries(answer, &before));
    assert!(bram.alarms().contains(&Alarm::EntryWithheld(log_of(&anna)[0])));
}

fn log_of(device: &Device) -> Vec<Hash> {
    device.space.borrow().client().inbox().log().heads()
}

/// An answer of a relay that hides everything of the log after these heads.
fn without_entries(answer: Body, log: &[Hash]) -> Body {
    let envelopes = |items: Vec<Item>| {
        items.into_iter().filter(|item| matches!(item, Item::Envelope(_))).collect()
    };
    match with_items(answer, &envelopes) {
        Body::Welcome { server, newest, heads, .. } => {
            Body::Welcome { server, newest, log: log.to_vec(), heads }
        }
        other => other,
    }
}

/// F20, F24. Stopped by: a removal begins a new key; what stands under one that the log does not name
/// waits, and is counted.
#[test]
fn who_hides_a_removal_leaves_what_was_written_after_it_waiting_in_sight() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken, Role::Bewerken]);
    let carla = others[1].id();
    others[0].meets(&server, HONEST);
    anna.removes(carla);
    anna.writes("zonder Carla");
    anna.meets(&server, HONEST);
    let before = log_of(&others[0]);
    let bram = &mut others[0];
    bram.meets(&server, &|_, answer| without_entries(answer, &before));
    let counts = bram.space.borrow().client().inbox().counts();
    assert_eq!((counts.accepted, counts.waiting), (0, 1));
    bram.meets(&server, HONEST);
    assert_eq!(bram.shown(), anna.shown());
}

/// F21. Found by: the hash of what came before, in every head that a member tells.
#[test]
fn who_shows_two_members_two_different_pasts_is_found_when_they_hear_of_each_other() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken, Role::Bewerken]);
    let carla = &others[1];
    let (one, other) = (carla.seals_first("voor Anna"), carla.seals_first("voor Bram"));
    assert_ne!(name(&one), name(&other));
    let device = carla.id();
    let show = |item: &Item, answer: Body| {
        let head = ChainHead { part: part(), device, seq: 1, hash: name(item) };
        let swap = |items: Vec<Item>| {
            let mut items: Vec<_> =
                items.into_iter().filter(|item| author(item) != Some(device)).collect();
            items.push(item.clone());
            items
        };
        match with_items(answer, &swap) {
            Body::Welcome { server, newest, log, mut heads } => {
                heads.retain(|head| head.device != device);
                heads.push(head);
                Body::Welcome { server, newest, log, heads }
            }
            other => other,
        }
    };
    anna.meets(&server, &|_, answer| show(&one, answer));
    anna.writes("Anna zag het");
    anna.meets(&server, &|_, answer| show(&one, answer));
    let bram = &mut others[0];
    // Anna's word comes first and what it is about after it.
    bram.meets(&server, &|_, answer| show(&other, answer));
    let fork = Alarm::Fork { part: part(), device, seq: 1 };
    assert!(bram.alarms().contains(&fork), "{:?}", bram.alarms());
}

/// I3. Mended by: the device keeps everything, and a greeting that tells less takes *verzonden* back.
#[test]
fn what_a_relay_said_to_have_and_has_not_is_sent_again() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    anna.writes("een");
    anna.meets_with(&mut |id, bytes| {
        use replica::sync::Frame;
        let frame = Frame::decode(bytes).unwrap();
        let Body::Push { items } = &frame.body else {
            return Some(replica::testing::block_on(server.on(id, bytes)).unwrap().reply);
        };
        let heads = items.iter().filter_map(|item| {
            let header = Envelope::decode(item.bytes()).ok()?.header;
            let (part, device, seq) = (header.part, header.device, header.seq);
            Some(ChainHead { part, device, seq, hash: name(item) })
        });
        let (heads, entries, refused) = (heads.collect(), Vec::new(), Vec::new());
        let body = Body::Ack { server: [7; 16], newest: 99, entries, heads, refused };
        Some(Frame { body, ..frame }.encode())
    });
    let delivery = |device: &Device| device.space.borrow().client().delivery(part(), 1);
    assert_eq!(delivery(&anna), Delivery::Sent, "its word is all that there is");
    anna.meets(&server, HONEST);
    assert_eq!((delivery(&anna), anna.waits()), (Delivery::Sent, 0));
    assert!(anna.alarms().contains(&Alarm::Restored), "a person hears of it");
    others[0].meets(&server, HONEST);
    assert_eq!(others[0].shown(), anna.shown());
}

/// Stopped by: one question at a time and longer waits after what leads nowhere.
#[test]
fn a_relay_that_promises_more_for_ever_makes_nobody_ask_for_ever() {
    let server = server();
    let (mut anna, _) = room(&server, &[]);
    let asked = Cell::new(0);
    let lie = |answer| {
        asked.set(asked.get() + 1);
        match answer {
            Body::Welcome { server, log, heads, .. } => {
                Body::Welcome { server, newest: u64::MAX, log, heads }
            }
            Body::Page { server, after, .. } => {
                Body::Page { server, after, last: after, newest: u64::MAX, items: Vec::new() }
            }
            Body::Given { .. } => Body::Given { items: Vec::new() },
            other => other,
        }
    };
    anna.meets(&server, &|_, answer| lie(answer));
    assert!(asked.get() < 10, "{} questions", asked.get());
}

/// Mended by: a newest place below our cursor begins the cursor again.
#[test]
fn a_cursor_that_was_pushed_too_far_comes_back() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    let bram = &mut others[0];
    bram.meets(&server, &|_, answer| match answer {
        Body::Page { server, after, newest, items, .. } => {
            Body::Page { server, after, last: u64::MAX - 1, newest, items }
        }
        other => other,
    });
    anna.writes("daarna");
    anna.meets(&server, HONEST);
    bram.meets(&server, HONEST);
    assert_eq!(bram.shown(), anna.shown());
}
