//! Who may prune what, and what is left.

use std::collections::BTreeSet;

use crate::envelope::{Envelope, Header, Kind, hash};
use crate::id::{DeviceId, NO_HASH, PartId, Seq, sha256};
use crate::keys::tests::{device, rng};
use crate::member::Change;
use crate::member::tests::{ANNA, BRAM, CARLA, Copy, DIRK, SPACE, id};
use crate::relay::{MemoryRelay, NewRow, Relay, RelayStore};
use crate::seal::{ChainHead, Heads, seal};
use crate::sync::shared::sign_receipt;
use crate::sync::{Body, Frame, Item, Refusal};
use crate::testing::block_on;

const EVERYBODY: [u8; 4] = [ANNA, BRAM, CARLA, DIRK];

fn part() -> PartId {
    PartId::named("agenda")
}

struct Room {
    relay: Relay<MemoryRelay>,
    copy: Copy,
}

/// A relay with the log of four, and three envelopes of Carla.
fn room() -> (Room, Vec<Item>) {
    let copy = Copy::of_four();
    let room = Room { relay: Relay::new(MemoryRelay::new([7; 16])), copy };
    let (ring, epoch) = (room.copy.ring(), room.copy.log.members().writing_epoch().unwrap());
    let (mut chain, mut prev) = (Vec::new(), NO_HASH);
    for seq in 1..=3 {
        let (part, device) = (part(), id(CARLA));
        let header = Header { space: SPACE, part, epoch, device, seq, prev, kind: Kind::Update };
        let keys = crate::keys::tests::device(CARLA);
        let sealed = seal(header, b"x", &Heads::default(), &keys, &ring, &mut rng(40 + seq as u8));
        let bytes: Vec<u8> = sealed.map(|sealed: Envelope| sealed.encode()).unwrap();
        prev = hash(&bytes);
        chain.push(Item::Envelope(bytes));
    }
    let entries = room.copy.log.entries().map(|signed| Item::Entry(signed.encode())).collect();
    assert!(matches!(room.ask(ANNA, Body::Push { items: entries }), Body::Ack { .. }));
    (room, chain)
}

fn up_to(chain: &[Item], seq: Seq) -> ChainHead {
    let hash = hash(chain[seq as usize - 1].bytes());
    ChainHead { part: part(), device: id(CARLA), seq, hash }
}

impl Room {
    fn ask(&self, who: u8, body: Body) -> Body {
        self.ask_without(who, body, &[])
    }

    fn ask_without(&self, who: u8, body: Body, absent: &[u8]) -> Body {
        let absent: BTreeSet<DeviceId> = absent.iter().map(|who| id(*who)).collect();
        let frame = Frame { space: SPACE, id: 1, body }.encode();
        let answer = block_on(self.relay.on_without(id(who), &frame, &absent)).unwrap();
        Frame::decode(&answer.reply).unwrap().body
    }

    fn push(&self, who: u8, items: &[Item]) -> Body {
        self.ask(who, Body::Push { items: items.to_vec() })
    }

    fn left(&self) -> usize {
        let rows = self.relay.store().all(SPACE);
        rows.iter().filter(|(_, row)| row.chain.is_some()).count()
    }
}

fn prune(head: ChainHead, signed: &[u8]) -> Body {
    let heads = vec![head];
    let sign = |who: &u8| (id(*who), sign_receipt(&device(*who), SPACE, &heads));
    let receipts = signed.iter().map(sign).collect();
    Body::Prune { part: part(), heads, receipts }
}

fn refusal(body: Body) -> Option<Refusal> {
    if let Body::Refuse { refusal, .. } = body { Some(refusal) } else { None }
}

#[test]
fn what_everybody_signed_for_goes_and_its_chain_goes_on() {
    let (room, chain) = room();
    room.push(CARLA, &chain[..2]);
    let Body::Ack { heads, .. } = room.ask(ANNA, prune(up_to(&chain, 2), &EVERYBODY)) else {
        panic!("not acknowledged");
    };
    assert_eq!(heads, [up_to(&chain, 2)]);
    assert_eq!(room.left(), 0);
    room.push(CARLA, &chain[1..]);
    assert_eq!(room.left(), 1, "what was pruned is not kept again");
}

#[test]
fn one_missing_signature_keeps_everything() {
    let (room, chain) = room();
    room.push(CARLA, &chain);
    let body = || prune(up_to(&chain, 2), &[ANNA, BRAM, CARLA]);
    assert_eq!(refusal(room.ask(ANNA, body())), Some(Refusal::NotSigned));
    assert_eq!(room.left(), 3);
    // Dirk was away for longer than the offline window.
    assert_eq!(refusal(room.ask_without(ANNA, body(), &[DIRK])), None);
    assert_eq!(room.left(), 1);
}

#[test]
fn a_signature_for_other_heads_counts_for_nothing() {
    let (room, chain) = room();
    room.push(CARLA, &chain);
    let Body::Prune { receipts, .. } = prune(up_to(&chain, 1), &EVERYBODY) else { panic!() };
    let body = Body::Prune { part: part(), heads: vec![up_to(&chain, 3)], receipts };
    assert_eq!(refusal(room.ask(ANNA, body)), Some(Refusal::NotSigned));
    assert_eq!(room.left(), 3);
}

#[test]
fn who_may_not_make_snapshots_prunes_nothing_and_a_stranger_finds_nothing() {
    let (room, chain) = room();
    room.push(CARLA, &chain);
    let body = || prune(up_to(&chain, 2), &EVERYBODY);
    assert_eq!(refusal(room.ask(DIRK, body())), Some(Refusal::NotAllowed));
    assert_eq!(refusal(room.ask(77, body())), Some(Refusal::NotFound));
    let other = ChainHead { part: PartId::named("plan"), ..up_to(&chain, 2) };
    assert_eq!(refusal(room.ask(ANNA, prune(other, &EVERYBODY))), Some(Refusal::Damaged));
    assert_eq!(room.left(), 3);
}

#[test]
fn a_chain_begins_higher_only_when_its_own_device_says_so() {
    let (room, chain) = room();
    let of_others = prune(up_to(&chain, 2), &[ANNA, BRAM]);
    assert_eq!(refusal(room.ask(ANNA, of_others)), Some(Refusal::NotSigned));
    let own = prune(up_to(&chain, 2), &[CARLA]);
    assert_eq!(refusal(room.ask(ANNA, own)), None);
    room.push(CARLA, &chain[2..]);
    assert_eq!(room.left(), 1);
}

#[test]
fn an_erased_space_keeps_its_log_and_takes_no_envelope() {
    let (mut room, chain) = room();
    room.push(CARLA, &chain[..2]);
    let erase = room.copy.write(Change::Erase).unwrap();
    assert!(matches!(room.push(ANNA, &[Item::Entry(erase.encode())]), Body::Ack { .. }));
    assert_eq!(room.left(), 0);
    let Body::Ack { refused, .. } = room.push(CARLA, &chain[2..]) else { panic!("no answer") };
    assert_eq!(refused, [(hash(chain[2].bytes()), Refusal::Erased)]);
    assert_eq!(room.left(), 0);
}

#[test]
fn who_dies_between_the_tombstone_and_the_rows_erases_at_the_next_contact() {
    let (mut room, chain) = room();
    room.push(CARLA, &chain[..2]);
    let erase = room.copy.write(Change::Erase).unwrap().encode();
    let row = NewRow { hash: sha256(&erase), chain: None, item: Item::Entry(erase) };
    block_on(room.relay.store().append(SPACE, &[row])).unwrap();
    assert_eq!(room.left(), 2);
    room.relay = Relay::new(room.relay.store().clone());
    let hello = Body::Hello { device: id(CARLA), server: None, all: true };
    assert!(matches!(room.ask(CARLA, hello), Body::Welcome { .. }));
    assert_eq!(room.left(), 0);
}

#[test]
fn what_somebody_erased_while_being_removed_is_sent_again() {
    let (room, chain) = room();
    room.push(CARLA, &chain);
    let (mut thief, mut honest) = (room.copy.taken_by(BRAM), room.copy.clone());
    let erase = thief.write(Change::Erase).unwrap().encode();
    let removal = honest.remove(&[BRAM]).unwrap().encode();
    room.push(BRAM, &[Item::Entry(erase)]);
    assert_eq!(room.left(), 0);
    room.push(ANNA, &[Item::Entry(removal)]);
    let hello = Body::Hello { device: id(CARLA), server: None, all: true };
    let Body::Welcome { heads, .. } = room.ask(CARLA, hello) else { panic!("no welcome") };
    assert_eq!(heads, [], "so that Carla sends all she has");
    room.push(CARLA, &chain);
    assert_eq!(room.left(), 3);
}
