//! Geef door and neem over between members.

use proptest::prelude::*;
use replica::carry::{Package, Stock, Summary, give};
use replica::id::sha256;
use replica::store::StoreError;
use replica::store::memory::Fault;
use replica::sync::{Item, Waits};
use replica::sync::{Shelf, WriteError};

use super::device::{Device, SPACE, space_of};

fn travel(package: &Package) -> Package {
    Package::read(&package.encode()).unwrap()
}

fn hashes(device: &Device) -> Vec<[u8; 32]> {
    let all = give(&[device.stock()], None);
    all.bags.iter().flat_map(|bag| &bag.items).map(|item| sha256(item.bytes())).collect()
}

#[test]
fn two_who_swap_packages_show_the_same() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    anna.write("a");
    bram.write("b");
    bram.write("c");
    let (from_anna, from_bram) = (give(&[anna.stock()], None), give(&[bram.stock()], None));
    anna.take_bags(travel(&from_bram).bags);
    bram.take_bags(travel(&from_anna).bags);
    assert_eq!(anna.state(), bram.state());
    assert_eq!(hashes(anna).len(), 2 + 3);
    assert_eq!((anna.told.len(), bram.told.len()), (0, 0));
}

#[test]
fn with_a_summary_only_what_is_lacking_is_given() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    (0..20).for_each(|n| anna.write(&format!("a{n}")));
    bram.take_bags(give(&[anna.stock()], None).bags);
    bram.write("b");
    anna.write("new");
    let summary = Summary::decode(&Summary::new(&[bram.stock()], [7; 16], 1000).encode()).unwrap();
    let outlook = summary.outlook(&anna.stock()).unwrap();
    assert_eq!((outlook.to_give, outlook.behind), (1, true));
    let package = give(&[anna.stock()], Some(&summary));
    assert_eq!(package.len(), 1);
    bram.take_bags(package.bags);
    let back = Summary::new(&[anna.stock()], [8; 16], 1000);
    anna.take_bags(give(&[bram.stock()], Some(&back)).bags);
    assert_eq!(anna.state(), bram.state());
    let outlook = Summary::new(&[bram.stock()], [9; 16], 1000).outlook(&anna.stock()).unwrap();
    assert_eq!((outlook.to_give, outlook.behind), (0, false));
}

#[test]
fn an_entry_of_the_log_is_given_once_too() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    let summary = Summary::new(&[bram.stock()], [7; 16], 1000);
    assert!(give(&[anna.stock()], Some(&summary)).is_empty());
    anna.let_in(9, replica::role::Role::Lezen);
    let package = give(&[anna.stock()], Some(&summary));
    assert_eq!(package.len(), 1);
    bram.take_bags(package.bags);
    assert_eq!(anna.state(), bram.state());
}

#[test]
fn who_was_just_let_in_starts_from_a_package() {
    let mut anna = space_of(0).remove(0);
    anna.let_in(5, replica::role::Role::Bewerken);
    anna.write("a");
    let package = travel(&give(&[anna.stock()], None));
    let root = anna.client.inbox().log().root();
    assert!(package.bags[0].first(&[0; 32]).is_none());
    let first = package.bags[0].first(&root).unwrap();
    assert_eq!(first.id(), &root);
    let mut eefje = anna.newcomer(5);
    eefje.take_bags(package.bags);
    assert_eq!(eefje.state(), anna.state());
    eefje.write("e");
}

#[test]
fn what_is_not_on_the_disk_is_not_given() {
    let mut anna = space_of(0).remove(0);
    anna.write("a");
    let before = hashes(&anna);
    anna.write_unsaved("b");
    assert_eq!(hashes(&anna), before);
}

#[test]
fn what_was_taken_over_is_there_after_a_restart_and_goes_on_to_a_third() {
    let mut all = space_of(2);
    let [anna, bram, carla] = &mut all[..] else { panic!() };
    anna.write("a");
    bram.take_bags(give(&[anna.stock()], None).bags);
    let bram = bram.restarted();
    carla.take_bags(give(&[Stock::of(&bram)], None).bags);
    assert_eq!(carla.state(), anna.state());
}

#[test]
fn a_full_disk_shows_nothing_and_loses_nothing() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    anna.write("a");
    let package = give(&[anna.stock()], None);
    let before = bram.state();
    bram.store.fail_at(bram.store.operations(), Fault::Refuse(StoreError::Quota));
    bram.take_bags(package.bags);
    assert_eq!(bram.state(), before);
    assert_eq!(bram.client.status().not_saved, Some(StoreError::Quota));
    let refused = bram.client.write(super::device::part(), b"x", &mut super::device::rng(3));
    assert_eq!(refused.err(), Some(WriteError::NotSaved(StoreError::Quota)));
    bram.try_again();
    assert_eq!(bram.state(), anna.state());
}

#[test]
fn a_change_without_what_comes_before_it_waits_and_is_not_lost() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    anna.write("a");
    anna.write("b");
    let mut items = give(&[anna.stock()], None).bags.remove(0).items;
    let last = items.pop().unwrap();
    let hash = sha256(last.bytes());
    bram.take(vec![last]);
    assert!(matches!(bram.client.inbox().shelf(&hash), Some(Shelf::Waiting(Waits::For(_)))));
    bram.take(items);
    assert_eq!(anna.state(), bram.state());
}

#[test]
fn split_packages_hold_the_same_and_keep_to_the_room() {
    let mut anna = space_of(3).remove(0);
    (0..30).for_each(|n| anna.write(&format!("a{n}")));
    let package = give(&[anna.stock()], None);
    let pieces = package.clone().split(3000);
    assert!(pieces.len() > 3);
    assert!(pieces.iter().all(|piece| piece.encode().len() <= 3000));
    let all = pieces.into_iter().flat_map(|piece| piece.bags).flat_map(|bag| bag.items);
    assert_eq!(all.collect::<Vec<_>>(), package.bags[0].items);
    assert_eq!(package.clone().split(usize::MAX), [package]);
    assert!(Package::default().split(100).is_empty());
}

#[test]
fn the_same_content_has_the_same_bytes_also_after_a_restart() {
    let mut anna = space_of(2).remove(0);
    (0..5).for_each(|n| anna.write(&format!("a{n}")));
    let again = give(&[Stock::of(&anna.restarted())], None).encode();
    assert_eq!(give(&[anna.stock()], None).encode(), again);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_order_repeats_and_parts_come_to_the_same(
        order in Just((0..40usize).collect::<Vec<_>>()).prop_shuffle(),
        twice in prop::collection::vec(0..40usize, 0..10),
        room in 300usize..4000,
    ) {
        let mut all = space_of(2);
        let [anna, bram, carla] = &mut all[..] else { panic!() };
        let fresh = |anna: &Device, who| anna.newcomer(who);
        anna.write("a");
        bram.take_bags(give(&[anna.stock()], None).bags);
        (0..6).for_each(|n| bram.write(&format!("b{n}")));
        carla.take_bags(give(&[bram.stock()], None).bags);
        (0..3).for_each(|n| carla.write(&format!("c{n}")));
        let packages = give(&[carla.stock()], None).split(room);
        let mut late = fresh(anna, 3);
        for at in order.iter().chain(&twice) {
            if let Some(package) = packages.get(*at) {
                late.take_bags(travel(package).bags);
            }
        }
        prop_assert!(packages.len() <= 40);
        prop_assert_eq!(late.state(), carla.state());
        prop_assert_eq!(late.client.inbox().counts().waiting, 0);
        prop_assert!(late.told.is_empty());
    }

    #[test]
    fn shuffled_items_within_a_package_come_to_the_same(seed in any::<u64>()) {
        let mut all = space_of(3);
        let anna = &mut all[0];
        (0..8).for_each(|n| anna.write(&format!("a{n}")));
        let mut items = give(&[anna.stock()], None).bags.remove(0).items;
        items.sort_by_key(|item: &Item| sha256(&[&seed.to_be_bytes(), item.bytes()].concat()));
        let mut late = anna.newcomer(4);
        late.take(items);
        prop_assert_eq!(late.state(), anna.state());
    }
}

#[test]
fn a_bag_of_another_space_is_set_apart_and_does_no_harm() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    anna.write("a");
    let (before, stranger) = (bram.state(), Item::Envelope(vec![1, 2, 3]));
    bram.take(vec![stranger.clone(), Item::Entry(vec![4])]);
    assert_eq!(bram.state(), before);
    assert!(bram.told.len() == 1, "{:?}", bram.told);
    bram.take_bags(give(&[anna.stock()], None).bags);
    assert_eq!(bram.state(), anna.state());
    assert_eq!(anna.client.space(), SPACE);
}
