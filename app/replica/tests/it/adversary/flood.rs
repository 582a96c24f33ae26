//! A relay, or a file, that gives without end what anybody can make. A disk has an end.

use replica::envelope::Envelope;
use replica::id::{DeviceId, NO_HASH, PartId};
use replica::role::Role;
use replica::seal::ChainHead;
use replica::store::{Store, Table};
use replica::sync::{
    Alarm, Body, Item, MAX_ALARMS, MAX_APART, MAX_APART_BYTES, MAX_UNKNOWN, MAX_UNKNOWN_BYTES,
};
use replica::testing::block_on;

use super::room::{Device, HONEST, SPACE, room, server, with_items};

/// Envelopes of devices that nobody ever named, each with so many bytes in it.
fn invented(like: &Device, numbers: std::ops::Range<usize>, size: usize) -> Vec<Item> {
    let good = like.seals(SPACE, 1, NO_HASH, b"x");
    let invent = |number: usize| {
        let mut envelope: Envelope = good.clone();
        let mut id = [0xee; 16];
        id[..8].copy_from_slice(&(number as u64).to_be_bytes());
        envelope.header.device = DeviceId::from_bytes(id);
        envelope.body = vec![7; size];
        Item::Envelope(envelope.encode())
    };
    numbers.map(invent).collect()
}

fn rubbish(numbers: std::ops::Range<usize>, size: usize) -> Vec<Item> {
    let one = |number: usize| [&(number as u64).to_be_bytes()[..], &vec![9; size - 8]].concat();
    numbers.map(|number| Item::Envelope(one(number))).collect()
}

fn waiting(device: &Device) -> usize {
    device.space.borrow().client().inbox().counts().waiting
}

/// How many rows that begin so are on the disk, and their bytes.
fn on_disk(device: &Device, table: Table, prefix: &str) -> (usize, usize) {
    let rows = block_on(device.store.scan(table, prefix, None, 100_000)).unwrap();
    (rows.len(), rows.iter().map(|row| row.value.len()).sum())
}

/// Stopped by: a limit on how many may wait for their device to be named.
#[test]
fn so_many_of_unknown_devices_wait_and_no_more() {
    let (mut anna, _) = room(&server(), &[]);
    let take = |anna: &mut Device, numbers| {
        let items = invented(anna, numbers, 40);
        anna.takes(items);
        (waiting(anna), anna.alarms().contains(&Alarm::Flooded))
    };
    assert_eq!(take(&mut anna, 0..MAX_UNKNOWN - 1), (MAX_UNKNOWN - 1, false));
    assert_eq!(take(&mut anna, MAX_UNKNOWN - 1..MAX_UNKNOWN), (MAX_UNKNOWN, false));
    assert_eq!(take(&mut anna, MAX_UNKNOWN..MAX_UNKNOWN + 1), (MAX_UNKNOWN, true));
    assert_eq!(take(&mut anna, 0..3 * MAX_UNKNOWN), (MAX_UNKNOWN, true), "known ones are known");
    assert_eq!(on_disk(&anna, Table::Meta, "local/pending/").0, MAX_UNKNOWN);
    let shown = anna.shown();
    anna.writes("werk gaat door");
    assert_ne!(anna.shown(), shown);
    assert_eq!(anna.accepted(), 1);
}

/// Stopped by: a limit on their bytes together.
#[test]
fn so_many_bytes_of_unknown_devices_wait_and_no_more() {
    let (mut anna, _) = room(&server(), &[]);
    let size = MAX_UNKNOWN_BYTES / 64;
    anna.takes(invented(&anna, 0..64, size));
    assert_eq!((waiting(&anna), anna.alarms().contains(&Alarm::Flooded)), (64, false));
    anna.takes(invented(&anna, 64..65, 1));
    assert_eq!((waiting(&anna), anna.alarms().contains(&Alarm::Flooded)), (64, true));
}

/// Stopped by: a limit on what is set apart because it can never count.
#[test]
fn rubbish_without_end_is_set_apart_up_to_a_limit() {
    for (size, most) in [(100, MAX_APART), (MAX_APART_BYTES / 40, 40)] {
        let (mut anna, _) = room(&server(), &[]);
        anna.takes(rubbish(0..most, size));
        assert_eq!(on_disk(&anna, Table::Quarantine, "").0, most);
        assert!(!anna.alarms().contains(&Alarm::Flooded), "{most} fit");
        anna.takes(rubbish(most / 2..2 * most, size));
        assert_eq!(on_disk(&anna, Table::Quarantine, "").0, most);
        assert!(anna.alarms().contains(&Alarm::Flooded));
        anna = anna.starts_again();
        anna.takes(rubbish(3 * most..4 * most, size));
        assert_eq!(on_disk(&anna, Table::Quarantine, "").0, most, "also after a restart");
    }
}

/// Mended by: what was left out is asked for when its device is named. Nothing that counts is lost.
#[test]
fn a_newcomer_who_was_hidden_behind_a_flood_is_read_when_the_flood_is_over() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    let bram = &mut others[0];
    bram.meets(&server, HONEST);
    let before: Vec<_> =
        bram.space.borrow().client().inbox().log().entries().map(|one| *one.id()).collect();
    let mut dirk = anna.lets_in(9, Role::Bewerken);
    anna.meets(&server, HONEST);
    dirk.meets(&server, HONEST);
    (0..5).for_each(|number| dirk.writes(&format!("van Dirk {number}")));
    dirk.meets(&server, HONEST);
    // First the flood and then Dirk, whose entry is hidden.
    bram.takes(invented(&anna, 0..MAX_UNKNOWN, 40));
    bram.meets(&server, &|_, answer| {
        let hide = |items: Vec<Item>| {
            let known = |item: &Item| match item {
                Item::Entry(bytes) => before.contains(&replica::id::sha256(bytes)),
                Item::Envelope(_) => true,
            };
            items.into_iter().filter(known).collect()
        };
        match with_items(answer, &hide) {
            Body::Welcome { server, newest, heads, .. } => {
                Body::Welcome { server, newest, log: Vec::new(), heads }
            }
            other => other,
        }
    });
    assert!(bram.alarms().contains(&Alarm::Flooded));
    assert_eq!((bram.accepted(), waiting(bram)), (0, MAX_UNKNOWN));
    bram.meets(&server, HONEST);
    assert_eq!((bram.accepted(), bram.shown()), (5, dirk.shown()));
    assert_eq!(waiting(bram), MAX_UNKNOWN, "and the flood still waits");
}

/// Stopped by: what a relay promises takes the place of what it promised before, and so many alarms are enough.
#[test]
fn a_relay_that_promises_ever_other_things_is_not_listened_to_for_ever() {
    let server = server();
    let (mut anna, mut others) = room(&server, &[Role::Bewerken]);
    let turn = std::cell::Cell::new(0u64);
    for _ in 0..30 {
        turn.set(turn.get() + 1);
        anna.meets(&server, &|_, answer| match answer {
            Body::Welcome { server, newest, log, .. } => {
                let head = |number: u64| ChainHead {
                    part: PartId::from_bytes(
                        (u128::from(turn.get()) << 64 | u128::from(number)).to_be_bytes(),
                    ),
                    device: DeviceId::from_bytes([9; 16]),
                    seq: 1,
                    hash: [9; 32],
                };
                Body::Welcome { server, newest, log, heads: (0..200).map(head).collect() }
            }
            other => other,
        });
    }
    let alarms = anna.alarms();
    assert!(alarms.contains(&Alarm::Flooded));
    assert_eq!(alarms.len(), MAX_ALARMS + 1);
    // And an honest one after it is heard.
    anna.writes("daarna");
    anna.meets(&server, HONEST);
    others[0].meets(&server, HONEST);
    assert_eq!(others[0].shown(), anna.shown());
    assert!(anna.space.borrow().status().up_to_date);
}
