//! Somebody who is not in the space carries a package: cannot read it, keeps it, hands it on.

use replica::carry::{Bag, Carried, MAX_CARRIED, Package, Summary, Took, give};
use replica::id::SpaceId;
use replica::store::{MemoryStore, Store, Table};
use replica::sync::Item;
use replica::testing::block_on;

use super::device::{SPACE, space_of};

fn carry(carried: &mut Carried, store: &MemoryStore, package: Package) -> Took {
    let mut sum = Took::default();
    for bag in package.bags {
        let (took, ops) = carried.take(bag);
        block_on(store.commit(&ops)).unwrap();
        sum.new += took.new;
        sum.known += took.known;
        sum.no_room += took.no_room;
    }
    sum
}

fn item(n: usize, size: usize) -> Item {
    let mut bytes = vec![0; size];
    bytes[..8].copy_from_slice(&n.to_be_bytes());
    Item::Envelope(bytes)
}

#[test]
fn a_stranger_carries_from_one_school_to_another() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    (0..5).for_each(|n| anna.write(&format!("a{n}")));
    let (mut carried, store) = (Carried::default(), MemoryStore::default());
    let took = carry(&mut carried, &store, give(&[anna.stock()], None));
    assert_eq!((took.new, took.known, took.no_room), (7, 0, 0));
    let again = carry(&mut carried, &store, give(&[anna.stock()], None));
    assert_eq!((again.new, again.known), (0, 7));

    // Overnight the carrier's app was closed.
    let carried = block_on(Carried::open(&store)).unwrap();
    assert_eq!(carried.spaces().collect::<Vec<_>>(), [SPACE]);
    let summary = Summary::new(&[bram.stock()], [7; 16], 1000);
    let package = give(&[carried.stock(SPACE).unwrap()], Some(&summary));
    assert_eq!(package.len(), 5);
    bram.take_bags(package.bags);
    assert_eq!(bram.state(), anna.state());
}

#[test]
fn a_carrier_takes_only_what_it_lacks() {
    let mut anna = space_of(1).remove(0);
    anna.write("a");
    let (mut carried, store) = (Carried::default(), MemoryStore::default());
    carry(&mut carried, &store, give(&[anna.stock()], None));
    anna.write("b");
    let stock = carried.stock(SPACE).unwrap();
    let summary = Summary::new(&[stock], [7; 16], 1000);
    assert_eq!(give(&[anna.stock()], Some(&summary)).len(), 1);
}

#[test]
fn a_gap_is_never_told_as_known() {
    let mut all = space_of(1);
    let anna = &mut all[0];
    (0..4).for_each(|n| anna.write(&format!("a{n}")));
    let mut bag = give(&[anna.stock()], None).bags.remove(0);
    // The first entry of the log and the second envelope are lost on the way.
    bag.items.remove(0);
    bag.items.remove(2);
    let mut carried = Carried::default();
    carried.take(bag);
    let summary = Summary::new(&[carried.stock(SPACE).unwrap()], [7; 16], 1000);
    assert_eq!(give(&[anna.stock()], Some(&summary)).len(), 2 + 3);
}

#[test]
fn two_that_claim_one_place_are_both_handed_on() {
    let (mut anna, mut copied) = (space_of(0).remove(0), space_of(0).remove(0));
    anna.write("a");
    copied.write("something else");
    let mut carried = Carried::default();
    for device in [&anna, &copied] {
        carried.take(give(&[device.stock()], None).bags.remove(0));
    }
    let stock = carried.stock(SPACE).unwrap();
    assert_eq!(give(std::slice::from_ref(&stock), None).len(), 3);
    // And the place counts as unknown, whichever of the two came first.
    let summary = Summary::new(&[stock], [7; 16], 1000);
    assert_eq!(give(&[anna.stock()], Some(&summary)).len(), 1);
    assert_eq!(give(&[copied.stock()], Some(&summary)).len(), 1);
}

#[test]
fn what_only_a_later_version_reads_is_handed_on_unchanged() {
    let mut carried = Carried::default();
    let newer = Item::Envelope(vec![0x84, 2, 1, 1]);
    carried.take(Bag { space: SPACE, items: vec![newer.clone()] });
    let package = give(&[carried.stock(SPACE).unwrap()], None);
    assert_eq!(package.bags[0].items, [newer]);
}

#[test]
fn the_room_is_limited_below_at_and_above() {
    let mut carried = Carried::default();
    let (size, space) = (64 * 1024, SpaceId::from_bytes([3; 16]));
    let items = (0..MAX_CARRIED / size).map(|n| item(n, size));
    let (took, _) = carried.take(Bag { space, items: items.collect() });
    assert_eq!((took.no_room, carried.size()), (0, MAX_CARRIED));
    let (took, ops) = carried.take(Bag { space, items: vec![item(9999, 8)] });
    assert_eq!((took.no_room, took.new, ops.len()), (1, 0, 0));
    assert!(!carried.let_go(space).0.is_empty());
    assert_eq!(carried.size(), 0);
    let (took, _) = carried.take(Bag { space, items: vec![item(9999, 8)] });
    assert_eq!(took.new, 1);
}

#[test]
fn what_was_carried_goes_to_the_client_when_the_carrier_is_let_in() {
    let mut anna = space_of(0).remove(0);
    anna.let_in(7, replica::role::Role::Lezen);
    anna.write("a");
    let (mut carried, store) = (Carried::default(), MemoryStore::default());
    carry(&mut carried, &store, give(&[anna.stock()], None));
    let mut joiner = anna.newcomer(7);
    let (items, ops) = carried.let_go(SPACE);
    joiner.take(items);
    assert_eq!(joiner.state(), anna.state());
    block_on(store.commit(&ops)).unwrap();
    assert_eq!(block_on(store.scan(Table::Meta, "", None, 10)).unwrap(), []);
    assert_eq!(carried.spaces().count(), 0);
}
