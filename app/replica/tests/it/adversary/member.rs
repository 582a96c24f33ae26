//! A member, or somebody who was one, that does what its app would not let it do. The relay is honest.

use rand_core::Rng;
use replica::envelope::Kind;
use replica::id::{NO_HASH, PartId, SpaceId};
use replica::member::PartRule;
use replica::role::Role;
use replica::sync::{Alarm, Body, Frame, Item, Range, Refusal};
use replica::testing::block_on;

use super::room::{Device, HONEST, SPACE, Server, everything, name, part, rng, room, server};

/// Sends past the own app.
fn push(server: &Server, who: &Device, items: &[Item]) -> Vec<Refusal> {
    match ask(server, who, Body::Push { items: items.to_vec() }) {
        Body::Ack { refused, .. } => refused.into_iter().map(|(_, refusal)| refusal).collect(),
        Body::Refuse { refusal, .. } => vec![refusal],
        other => panic!("{other:?}"),
    }
}

fn ask(server: &Server, who: &Device, body: Body) -> Body {
    let frame = Frame { space: SPACE, id: 1, body }.encode();
    Frame::decode(&block_on(server.on(who.id(), &frame)).unwrap().reply).unwrap().body
}

/// F19. Stopped by: the relay and every device verify the signature of who is named.
#[test]
fn nobody_writes_in_the_name_of_another() {
    let server = server();
    let (anna, mut others) = room(&server, &[Role::Bewerken, Role::Bewerken]);
    let mut forged = others[0].seals(SPACE, 1, NO_HASH, b"x");
    forged.header.device = anna.id();
    let forged = Item::Envelope(forged.encode());
    assert_eq!(push(&server, &others[0], std::slice::from_ref(&forged)), [Refusal::NotSigned]);
    let carla = &mut others[1];
    carla.takes(vec![forged]);
    assert_eq!(carla.accepted(), 0, "nor by file");
    assert!(carla.alarms().contains(&Alarm::Damaged));
}

/// F19. Stopped by: every device judges every envelope by the role of its author.
#[test]
fn what_a_reader_writes_reaches_no_document() {
    let server = server();
    let (mut anna, others) = room(&server, &[Role::Lezen]);
    let shown = anna.shown();
    assert_eq!(push(&server, &others[0], &[others[0].seals_first("x")]), []);
    anna.meets(&server, HONEST);
    assert_eq!((anna.accepted(), anna.refused(), anna.shown()), (0, 1, shown));
}

/// F15. Stopped by: bytes that are no change are set apart when they are built in, alone.
#[test]
fn rubbish_under_a_good_seal_breaks_no_document() {
    let server = server();
    let (mut anna, others) = room(&server, &[Role::Bewerken]);
    anna.writes("een");
    anna.meets(&server, HONEST);
    let mut prev = NO_HASH;
    for (seq, rubbish) in (1..).zip([&b""[..], b"x", &[0xff; 5_000], &[0; 90_000]]) {
        let item = Item::Envelope(others[0].seals(SPACE, seq, prev, rubbish).encode());
        prev = name(&item);
        assert_eq!(push(&server, &others[0], &[item]), []);
    }
    let shown = anna.shown();
    anna.meets(&server, HONEST);
    assert_eq!((anna.accepted(), anna.shown()), (5, shown));
    let built = anna.space.borrow().build(part()).unwrap();
    assert_eq!(built.document.state_hash(), shown);
    anna.writes("twee");
    assert_eq!(anna.accepted(), 6, "and work goes on");
}

/// F15. Stopped by: what is no snapshot or receipt in its one spelling is none; it stands beside the part.
#[test]
fn snapshots_and_receipts_of_rubbish_change_nothing_and_stop_nobody() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Beheer]);
    anna.writes("een");
    anna.meets(&server, HONEST);
    others[0].meets(&server, HONEST);
    let good = include_bytes!("../../fixtures/shared-snapshot-1.cbor");
    let mut dice = rng(5);
    let (mut prev, mut items) = (NO_HASH, Vec::new());
    for seq in 1..=200 {
        let mut piece = good.to_vec();
        let at = dice.next_u64() as usize % piece.len();
        match seq % 4 {
            0 => piece.truncate(at),
            1 => piece[at] ^= 1 << (seq % 8),
            2 => drop(piece.splice(at..at, [0x9b; 9])),
            _ => piece = vec![0x81; at],
        }
        // [0, 1, piece] as a snapshot is cut, or the bytes as they are.
        let long = [&[0x83, 0, 1, 0x59][..], &(piece.len() as u16).to_be_bytes(), &piece].concat();
        let payload = if seq % 3 == 0 { piece } else { long };
        let kind = if seq % 5 == 0 { Kind::Receipt } else { Kind::Snapshot };
        let place = (SPACE, seq, prev);
        let envelope = others[0].seals_as((PartId::beside(part()), kind), place, &payload);
        let item = Item::Envelope(envelope.encode());
        prev = name(&item);
        items.push(item);
    }
    assert_eq!(push(&server, &others[0], &items), []);
    let shown = anna.shown();
    anna.meets(&server, HONEST);
    assert_eq!((anna.accepted(), anna.shown()), (201, shown));
    anna.writes("twee");
    anna.meets(&server, HONEST);
    assert_eq!(others[0].space.borrow().client().snapshots_taken(), 0);
    others[0].meets(&server, HONEST);
    assert_eq!(others[0].shown(), anna.shown());
}

/// F21. Stopped by: the relay takes the first. Found by: whoever gets the other by another way.
#[test]
fn two_envelopes_in_one_place_are_refused_and_told() {
    let server = server();
    let (mut anna, others) = room(&server, &[Role::Bewerken]);
    let (one, two) = (others[0].seals_first("een"), others[0].seals_first("twee"));
    assert_eq!(push(&server, &others[0], &[one]), []);
    assert_eq!(push(&server, &others[0], std::slice::from_ref(&two)), [Refusal::Fork]);
    anna.meets(&server, HONEST);
    anna.takes(vec![two]);
    let (part, device) = (part(), others[0].id());
    assert!(anna.alarms().contains(&Alarm::Fork { part, device, seq: 1 }));
    assert_eq!(anna.accepted(), 1);
}

/// F18. Stopped by: what is here is recognised; a chain has no second beginning.
#[test]
fn old_messages_sent_again_change_nothing() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    anna.writes("een");
    anna.writes("twee");
    anna.meets(&server, HONEST);
    others[0].meets(&server, HONEST);
    let all = everything(&server);
    for _ in 0..3 {
        assert_eq!(push(&server, &others[0], &all), []);
        others[0].takes(all.iter().rev().cloned().collect());
    }
    assert_eq!(everything(&server), all);
    assert_eq!((others[0].accepted(), others[0].shown()), (2, anna.shown()));
}

/// Stopped by: the header names the space, and is signed and authenticated.
#[test]
fn an_envelope_of_another_space_is_refused_everywhere() {
    let server = server();
    let (mut anna, _) = room(&server, &[]);
    let elsewhere = SpaceId::from_bytes([5; 16]);
    let other = Device::founder(9, elsewhere);
    let item = Item::Envelope(other.seals(elsewhere, 1, NO_HASH, b"x").encode());
    assert_eq!(push(&server, &anna, std::slice::from_ref(&item)), [Refusal::Damaged]);
    anna.takes(vec![item]);
    assert_eq!((anna.accepted(), anna.refused()), (0, 0));
    assert!(anna.alarms().contains(&Alarm::Damaged));
}

/// Stopped by: the relay answers members only, and one and the same to everybody else.
#[test]
fn a_stranger_and_who_was_removed_learn_not_even_that_the_space_is_there() {
    let server = server();
    let (mut anna, others) = room(&server, &[Role::Beheer]);
    anna.removes(others[0].id());
    anna.meets(&server, HONEST);
    let empty = super::room::server();
    let stranger = Device::founder(9, SpaceId::from_bytes([5; 16]));
    for who in [&others[0], &stranger] {
        let range = Range { part: part(), device: anna.id(), from: 1, to: 9 };
        let item = Item::Envelope(b"x".to_vec());
        for body in [
            Body::Hello { device: who.id(), server: None, all: true },
            Body::Hello { device: anna.id(), server: None, all: true },
            Body::List { server: [7; 16], after: 0 },
            Body::Want { entries: Vec::new(), ranges: vec![range] },
            Body::Push { items: vec![item] },
            Body::Prune { part: part(), heads: Vec::new(), receipts: Vec::new() },
        ] {
            let answer = ask(&server, who, body.clone());
            assert_eq!(answer, Body::Refuse { refusal: Refusal::NotFound, retry_after: 0 });
            assert_eq!(answer, ask(&empty, who, body));
        }
    }
}

/// F24. Stopped by: a removal is one record with a new key; the relay takes nothing of who is out.
#[test]
fn who_was_removed_writes_and_reads_nothing_any_more_not_even_with_help() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken, Role::Lezen]);
    let late = others[0].seals_first("te laat");
    anna.removes(others[0].id());
    anna.writes("geheim");
    anna.meets(&server, HONEST);
    assert_eq!(push(&server, &others[0], std::slice::from_ref(&late)), [Refusal::NotFound]);
    // A friend who is still in hands everything over, both ways.
    push(&server, &others[1], &[late]);
    others[0].takes(everything(&server));
    assert_eq!(others[0].accepted(), 0, "no key, no text");
    anna.meets(&server, HONEST);
    assert_eq!((anna.accepted(), anna.refused()), (1, 1));
}

/// Stopped by: every document takes of who may only add what only adds, and nothing else.
#[test]
fn a_guest_who_replaces_what_stands_changes_nothing() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Inbrengen, Role::Bewerken]);
    anna.space.borrow_mut().declare(part(), PartRule::Inbreng, 4).unwrap();
    anna.writes("een");
    anna.meets(&server, HONEST);
    let guest = &mut others[0];
    guest.meets(&server, HONEST);
    guest.writes("twee");
    guest.meets(&server, HONEST);
    anna.meets(&server, HONEST);
    assert_eq!((anna.accepted(), anna.shown()), (2, guest.shown()), "what it adds is there");
    let shown = anna.shown();
    guest.writes("een");
    guest.meets(&server, HONEST);
    let late = &mut others[1];
    late.meets(&server, HONEST);
    anna.meets(&server, HONEST);
    assert_eq!((anna.accepted(), anna.shown(), late.shown()), (3, shown, shown));
    let built = anna.space.borrow().build(part()).unwrap();
    assert_eq!((built.document.state_hash(), built.applied, built.bad.len()), (shown, 2, 1));
    let again = anna.starts_again();
    assert_eq!(again.shown(), shown, "also after a restart");
}
