//! The straight way of a batch: it takes nothing that item by item would not be taken.

use crate::envelope::{Envelope, Header, Kind, hash};
use crate::id::{NO_HASH, PartId};
use crate::keys::tests::{device, rng};
use crate::member::tests::{ANNA, CARLA, Copy, SPACE, id};
use crate::relay::{MemoryRelay, Relay, RelayStore};
use crate::seal::{Heads, seal};
use crate::sync::{Body, Frame, Item, Refusal};
use crate::testing::block_on;

type Server = Relay<MemoryRelay>;

fn ask(relay: &Server, who: u8, items: &[Item]) -> Body {
    let body = Body::Push { items: items.to_vec() };
    let answer = block_on(relay.on(id(who), &Frame { space: SPACE, id: 1, body }.encode()));
    Frame::decode(&answer.unwrap().reply).unwrap().body
}

/// The log, and a chain of Carla.
fn written(copy: &Copy) -> (Vec<Item>, Vec<Item>) {
    let (ring, epoch) = (copy.ring(), copy.log.members().writing_epoch().unwrap());
    let (mut chain, mut prev) = (Vec::new(), NO_HASH);
    for seq in 1..=4 {
        let (part, device_id) = (PartId::named("agenda"), id(CARLA));
        let header =
            Header { space: SPACE, part, epoch, device: device_id, seq, prev, kind: Kind::Update };
        let keys = device(CARLA);
        let sealed = seal(header, b"x", &Heads::default(), &keys, &ring, &mut rng(60 + seq as u8));
        let bytes = sealed.map(|sealed: Envelope| sealed.encode()).unwrap();
        prev = hash(&bytes);
        chain.push(Item::Envelope(bytes));
    }
    let entries = copy.log.entries().map(|signed| Item::Entry(signed.encode())).collect();
    (entries, chain)
}

fn kept(relay: &Server) -> usize {
    relay.store().all(SPACE).iter().filter(|(_, row)| row.chain.is_some()).count()
}

fn acked(body: &Body) -> Option<(u64, usize)> {
    match body {
        Body::Ack { heads, refused, .. } => Some((heads.first()?.seq, refused.len())),
        _ => None,
    }
}

#[test]
fn what_goes_on_is_kept_and_the_same_once_more_changes_nothing() {
    let relay = Server::new(MemoryRelay::new([7; 16]));
    let (entries, chain) = written(&Copy::of_four());
    ask(&relay, ANNA, &entries);
    assert_eq!(acked(&ask(&relay, CARLA, &chain[..1])), Some((1, 0)));
    assert!(relay.remembers(SPACE), "so what follows goes straight");
    assert_eq!(acked(&ask(&relay, CARLA, &chain[1..3])), Some((3, 0)));
    assert_eq!((acked(&ask(&relay, CARLA, &chain[1..3])), kept(&relay)), (Some((3, 0)), 3));
    let mut twisted = chain[3].bytes().to_vec();
    *twisted.last_mut().unwrap() ^= 1;
    let Body::Ack { refused, .. } = ask(&relay, CARLA, &[Item::Envelope(twisted)]) else {
        panic!()
    };
    assert_eq!(refused[0].1, Refusal::NotSigned);
    let gap = Server::new(MemoryRelay::new([7; 16]));
    ask(&gap, ANNA, &entries);
    ask(&gap, CARLA, &chain[..1]);
    let Body::Ack { refused, .. } = ask(&gap, CARLA, &chain[2..3]) else { panic!() };
    assert_eq!((refused[0].1, kept(&gap)), (Refusal::Gap, 1));
}

#[test]
fn who_was_removed_over_another_instance_writes_nothing_more() {
    let store = MemoryRelay::new([7; 16]);
    let (one, other) = (Server::new(store.clone()), Server::new(store));
    let mut copy = Copy::of_four();
    let (entries, chain) = written(&copy);
    ask(&one, ANNA, &entries);
    ask(&one, CARLA, &chain[..1]);
    copy.remove(&[CARLA]).unwrap();
    let removal = copy.log.entries().last().unwrap().encode();
    ask(&other, ANNA, &[Item::Entry(removal)]);
    let answer = ask(&one, CARLA, &chain[1..2]);
    assert!(matches!(answer, Body::Refuse { refusal: Refusal::NotFound, .. }), "{answer:?}");
    assert_eq!(kept(&one), 1, "the memory of one instance decides nothing");
}

#[test]
fn a_full_space_takes_no_more_and_loses_nothing() {
    let (entries, chain) = written(&Copy::of_four());
    let store = MemoryRelay::new([7; 16]);
    ask(&Server::new(store.clone()), ANNA, &entries);
    ask(&Server::new(store.clone()), CARLA, &chain[..1]);
    let all = block_on(store.since(SPACE, 0, 100, 1 << 20)).unwrap();
    let size = all.iter().map(|(_, item)| item.bytes().len() as u64).sum();
    for (full_at, kept_then) in [(size, 1), (size + 1, 2)] {
        let relay = Server::new(store.clone()).full_at(full_at);
        for _ in 0..2 {
            ask(&relay, CARLA, &chain[1..2]);
            assert_eq!(kept(&relay), kept_then);
        }
    }
}
