//! Summaries: small, of no use to strangers, and never a reason to give too little.

use proptest::prelude::*;
use replica::carry::{MAX_SUMMARY, Summary, SummaryError, give};
use replica::id::{BlobId, SpaceId};

use super::device::{SPACE, space_of};

#[test]
fn a_space_of_forty_devices_fits_in_one_code() {
    let mut all = space_of(39);
    all.iter_mut().for_each(|device| device.write("x"));
    let stocks: Vec<_> = all.iter().map(|device| give(&[device.stock()], None)).collect();
    let anna = &mut all[0];
    stocks.into_iter().for_each(|package| anna.take_bags(package.bags));
    let size = Summary::new(&[anna.stock()], [7; 16], 1000).encode().len();
    println!("summary of 40 chains: {size} bytes");
    assert!(size <= 500, "{size}");
}

#[test]
fn what_does_not_fit_is_left_out_the_shortest_chains_first() {
    for longest in 0..7 {
        let mut all = space_of(6);
        all.iter_mut().for_each(|device| device.write("x"));
        (0..9).for_each(|n| all[longest].write(&format!("y{n}")));
        let packages: Vec<_> = all.iter().map(|device| give(&[device.stock()], None)).collect();
        let bram = &mut all[1];
        packages.into_iter().for_each(|package| bram.take_bags(package.bags));
        let whole = Summary::new(&[bram.stock()], [7; 16], 1000);
        assert!(give(&[bram.stock()], Some(&whole)).is_empty());
        let room = whole.encode().len() - 20;
        let small = Summary::new(&[bram.stock()], [7; 16], room);
        assert!(small.encode().len() <= room);
        // Then too much is given, but not the long chain.
        let given = give(&[bram.stock()], Some(&small)).len();
        assert!((1..=3).contains(&given), "{given} of {longest}");
    }
}

#[test]
fn of_a_space_that_the_summary_does_not_name_everything_is_given() {
    let all = space_of(2);
    let empty = Summary::new(&[], [7; 16], 1000);
    assert!(!empty.names(SPACE));
    assert_eq!(empty.outlook(&all[0].stock()), None);
    assert_eq!(give(&[all[0].stock()], Some(&empty)).len(), 3);
}

#[test]
fn a_summary_names_no_space_part_or_device_and_differs_every_time() {
    let mut anna = space_of(0).remove(0);
    anna.write("a");
    let one = Summary::new(&[anna.stock()], [7; 16], 1000);
    let two = Summary::new(&[anna.stock()], [8; 16], 1000);
    let (one_bytes, two_bytes) = (one.encode(), two.encode());
    let ids = [*SPACE.bytes(), *anna.id().bytes(), *super::device::part().bytes()];
    for id in ids {
        assert!(!one_bytes.windows(4).any(|window| window == &id[..4]));
    }
    let same = |n| one_bytes.windows(n).any(|window| two_bytes.windows(n).any(|o| o == window));
    assert!(!same(5));
    assert!(one.names(SPACE) && !one.names(SpaceId::from_bytes([0; 16])));
}

#[test]
fn another_chain_in_that_place_counts_as_unknown() {
    let (mut anna, mut copied) = (space_of(0).remove(0), space_of(0).remove(0));
    anna.write("a");
    copied.write("something else");
    let theirs = Summary::new(&[copied.stock()], [7; 16], 1000);
    assert_eq!(give(&[anna.stock()], Some(&theirs)).len(), 1);
}

#[test]
fn size_and_version_are_checked_first() {
    assert_eq!(Summary::decode(&vec![0x83; MAX_SUMMARY + 1]), Err(SummaryError::TooLarge));
    let mut bytes = Summary::new(&[], [7; 16], 1000).encode();
    bytes[1] = 3;
    assert_eq!(Summary::decode(&bytes), Err(SummaryError::Newer(3)));
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Summary::decode(&bytes);
    }

    #[test]
    fn a_flipped_bit_never_hides_a_change(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let mut anna = space_of(1).remove(0);
        let summary = Summary::new(&[anna.stock()], [7; 16], 1000);
        anna.write("a");
        let mut bytes = summary.encode();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        if let Ok(summary) = Summary::decode(&bytes) {
            prop_assert!(!give(&[anna.stock()], Some(&summary)).is_empty());
        }
    }
}

#[test]
fn files_are_told_in_version_2_and_without_them_an_earlier_app_reads_it() {
    let anna = &space_of(0)[0];
    let (one, other) = (BlobId::from_bytes([1; 16]), BlobId::from_bytes([2; 16]));
    let without = Summary::new(&[anna.stock()], [7; 16], 1000);
    assert_eq!(without, Summary::with_files(&[anna.stock()], &[], [7; 16], 1000));
    assert_eq!(without.encode()[1], 1);
    let told = Summary::with_files(&[anna.stock()], &[(SPACE, one)], [7; 16], 1000);
    assert_eq!(told.encode()[1], 2);
    let read = Summary::decode(&told.encode()).unwrap();
    assert!(read.has_file(SPACE, one) && !read.has_file(SPACE, other));
    assert!(!without.has_file(SPACE, one));
    assert!(!read.has_file(SpaceId::from_bytes([9; 16]), one), "of another space");
    let many: Vec<_> = (0..1_000)
        .map(|n: u16| {
            (SPACE, BlobId::from_bytes([n.to_le_bytes(); 8].concat().try_into().unwrap()))
        })
        .collect();
    let small = Summary::with_files(&[anna.stock()], &many, [7; 16], 1000);
    assert!(small.encode().len() <= 1000 && small.names(SPACE));
    assert!(small.has_file(SPACE, many[0].1) && !small.has_file(SPACE, many[999].1));
}
