//! Written once with version 1. Do not change: every later version must read these bytes.

use replica::carry::{
    Bag, Carried, Fountain, Gather, Outlook, Package, PackedPiece, Summary, What, from_text,
    to_text,
};
use replica::id::{BlobId, SpaceId, hex};
use replica::sync::Item;

use super::device::SPACE;

fn bytes(digits: &str) -> Vec<u8> {
    let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(byte).collect()
}

fn package() -> Package {
    let items = vec![Item::Entry(vec![0xca, 0xfe]), Item::Envelope(vec![0xba, 0xbe])];
    Package { bags: vec![Bag { space: SpaceId::from_bytes([1; 16]), items }], ..Package::default() }
}

const PACKAGE: &str = concat!(
    "74687569736e6162696a2070616b6b65740a8201815001010101010101010101010101010101",
    "83000042cafe83000142babe820258206eb5e84cfe4c3470a66312338aff05876d58361ef241",
    "7fc6a5208d2775bbecda",
);

/// Computed apart, as CARRY.md describes it: an entry and a piece of a file.
const WITH_FILES: &str = concat!(
    "74687569736e6162696a2070616b6b65740a8202815001010101010101010101010101010101",
    "83000042cafe83000258188350020202020202020202020202020202020144deadbeef820258",
    "20cabeae2969b763e06c428d5a31ae44b77e4385e6e5b60955ce4e0dc19ad70f68",
);

#[test]
fn a_package_with_files_of_format_2_is_read_for_ever() {
    let space = SpaceId::from_bytes([1; 16]);
    let bags = vec![Bag { space, items: vec![Item::Entry(vec![0xca, 0xfe])] }];
    let blob = BlobId::from_bytes([2; 16]);
    let sealed = vec![0xde, 0xad, 0xbe, 0xef];
    let package = Package { bags, files: vec![PackedPiece { space, blob, number: 1, sealed }] };
    assert_eq!(Package::read(&bytes(WITH_FILES)), Ok(package.clone()));
    assert_eq!(hex(&package.encode()), WITH_FILES);
    assert_eq!(Package::read(package.armour().as_bytes()), Ok(package));
}

const TEXT: &str = "Dit is een pakket van Thuisnabij. Open de app en kies: Neem over.

-----BEGIN THUISNABIJ PAKKET-----
dGh1aXNuYWJpaiBwYWtrZXQKggGBUAEBAQEBAQEBAQEBAQEBAQGDAABCyv6DAAFCur6CAlggbrXo
TP5MNHCmYxIziv8Fh21YNh7yQX/GpSCNJ3W77No=
-----END THUISNABIJ PAKKET-----
";

/// Of a space with two entries, one head in the log, and one chain.
const SUMMARY: &str = concat!(
    "83015007070707070707070707070707070707818248c38f4a8efc2cd4ad58262140880f62e8",
    "17374c98c6d04815c7d8cf89f1c33c87a2fee44291ef9d148b371ca325e67c79",
);

const WHOLE: &str = "544e01016b6f7274eaf03390";

/// Piece 0 of three, and the sums that are frames 3 (of one piece) and 4 (of two).
const PIECES: [&str; 3] = [
    "544e0202bce0aff19cf5aa6a0000006400000000000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202131c727d8",
    "544e0202bce0aff19cf5aa6a0000006400000003000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021555aca1a",
    "544e0202bce0aff19cf5aa6a00000064000000042222262622222e2e2222262622223e3e2222262622222e2e2222262622225e5e62628aeb8d98",
];

#[test]
fn a_package_of_version_1_is_read_for_ever() {
    assert_eq!(Package::read(&bytes(PACKAGE)), Ok(package()));
    assert_eq!(hex(&package().encode()), PACKAGE);
}

#[test]
fn a_text_of_version_1_is_read_for_ever() {
    assert_eq!(Package::read(TEXT.as_bytes()), Ok(package()));
    assert_eq!(package().armour(), TEXT);
}

#[test]
fn a_summary_of_version_1_is_read_for_ever() {
    let summary = Summary::decode(&bytes(SUMMARY)).unwrap();
    let mut carried = Carried::default();
    carried.take(Bag { space: SPACE, items: vec![Item::Envelope(vec![1])] });
    let outlook = summary.outlook(&carried.stock(SPACE).unwrap());
    assert_eq!(outlook, Some(Outlook { to_give: 1, behind: true }));
    assert_eq!(hex(&summary.encode()), SUMMARY);
}

#[test]
fn frames_of_version_1_are_read_for_ever() {
    let short = Fountain::new(What::Summary, b"kort", 64).unwrap();
    assert_eq!(hex(&short.frame(0)), WHOLE);
    let mut gather = Gather::default();
    gather.take(&bytes(WHOLE)).unwrap();
    assert_eq!(gather.message(), Some((What::Summary, &b"kort"[..])));
    assert_eq!(from_text(&to_text(&bytes(WHOLE))), Ok(bytes(WHOLE)));
}

#[test]
fn pieces_of_version_1_are_read_for_ever() {
    let message: Vec<u8> = (0..100).collect();
    let long = Fountain::new(What::Package, &message, 64).unwrap();
    assert_eq!([0, 3, 4].map(|number| hex(&long.frame(number))), PIECES);
    let mut gather = Gather::default();
    PIECES.iter().for_each(|piece| assert!(gather.take(&bytes(piece)).is_ok()));
    gather.take(&long.frame(2)).unwrap();
    assert_eq!(gather.message(), Some((What::Package, &message[..])));
}
