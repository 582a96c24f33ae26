//! Damaged and hostile files: refused with a reason, never half taken, never a panic.

use proptest::prelude::*;
use replica::blob::{MAX_PIECES, OVERHEAD, PIECE};
use replica::carry::{
    Bag, MAX_PACKAGE, MAX_PACKAGE_ITEMS, MAX_SPACES, Package, PackageError, PackedPiece, give,
};
use replica::id::{BlobId, SpaceId};
use replica::sync::Item;

use super::device::space_of;

fn package() -> Package {
    let mut anna = space_of(1).remove(0);
    anna.write("a");
    give(&[anna.stock()], None)
}

#[test]
fn any_byte_changed_or_cut_is_refused_and_named() {
    let bytes = package().encode();
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x20;
        assert!(Package::read(&flipped).is_err(), "byte {at}");
        assert_eq!(Package::read(&bytes[..at]), Err(PackageError::CutOff), "cut at {at}");
    }
    assert_eq!(Package::read(&[&bytes[..], b"x"].concat()), Err(PackageError::Damaged));
    assert_eq!(Package::read(b"PK\x03\x04"), Err(PackageError::NotAPackage));
    let mut newer = bytes;
    let at = newer.iter().position(|byte| *byte == b'\n').unwrap() + 2;
    newer[at] = 3;
    assert_eq!(Package::read(&newer), Err(PackageError::Newer(3)));
    newer[at] = 2;
    assert_eq!(Package::read(&newer), Err(PackageError::Damaged), "the sum is of other bytes");
}

#[test]
fn a_piece_that_no_file_has_is_refused() {
    let piece = |number, size| PackedPiece {
        space: SpaceId::from_bytes([1; 16]),
        blob: BlobId::from_bytes([2; 16]),
        number,
        sealed: vec![0; size],
    };
    let read = |piece| {
        let package = Package { files: vec![piece], ..package() };
        Package::read(&package.encode()).map(drop)
    };
    let most = PIECE + OVERHEAD;
    assert_eq!(read(piece(MAX_PIECES - 1, most)), Ok(()));
    assert_eq!(read(piece(MAX_PIECES, most)), Err(PackageError::Damaged));
    assert_eq!(read(piece(0, most + 1)), Err(PackageError::Damaged));
}

#[test]
fn a_text_survives_mail_and_is_refused_when_changed() {
    let (package, text) = (package(), package().armour());
    assert!(text.is_ascii() && text.lines().all(|line| line.len() <= 80));
    assert_eq!(Package::read(text.as_bytes()), Ok(package.clone()));
    let quoted: String = text.lines().map(|line| format!("> {line} \r\n")).collect();
    assert_eq!(Package::read(format!("\u{feff}Beste,\n{quoted}groet").as_bytes()), Ok(package));
    assert_eq!(Package::read(&text.as_bytes()[..text.len() - 40]), Err(PackageError::CutOff));
    let changed = text.replacen("AAA", "AAB", 1);
    assert_ne!(changed, text);
    assert!(Package::read(changed.as_bytes()).is_err());
    assert_eq!(Package::read(b"zomaar een tekst"), Err(PackageError::NotAPackage));
}

#[test]
fn a_copy_of_a_device_is_not_a_package() {
    assert_eq!(Package::read(b"thuisnabij kopie\nxx"), Err(PackageError::NotAPackage));
}

#[test]
fn the_size_is_checked_before_anything_else() {
    let large = vec![b'x'; MAX_PACKAGE / 2 * 3 + 1];
    assert_eq!(Package::read(&large), Err(PackageError::TooLarge));
}

fn spaces(count: usize) -> Package {
    let space = |n: usize| SpaceId::from_bytes((n as u128).to_be_bytes());
    Package {
        bags: (0..count).map(|n| Bag { space: space(n), items: vec![] }).collect(),
        ..Package::default()
    }
}

fn items(count: usize) -> Package {
    let items = vec![Item::Entry(vec![]); count];
    Package { bags: vec![Bag { space: SpaceId::from_bytes([1; 16]), items }], ..Package::default() }
}

#[test]
fn the_number_of_spaces_and_items_is_limited_at_and_above() {
    assert!(Package::read(&spaces(MAX_SPACES).encode()).is_ok());
    assert_eq!(Package::read(&spaces(MAX_SPACES + 1).encode()), Err(PackageError::Damaged));
    assert!(Package::read(&items(MAX_PACKAGE_ITEMS).encode()).is_ok());
    assert_eq!(Package::read(&items(MAX_PACKAGE_ITEMS + 1).encode()), Err(PackageError::Damaged));
}

#[test]
fn an_item_larger_than_an_envelope_may_be_is_refused() {
    let size = replica::envelope::MAX_BYTES;
    let of = |size| Package {
        bags: vec![Bag {
            space: SpaceId::from_bytes([1; 16]),
            items: vec![Item::Envelope(vec![0; size])],
        }],
        ..Package::default()
    };
    assert!(Package::read(&of(size).encode()).is_ok());
    assert_eq!(Package::read(&of(size + 1).encode()), Err(PackageError::Damaged));
}

#[test]
fn hostile_items_leave_the_device_as_it_was() {
    let mut all = space_of(1);
    let [anna, bram] = &mut all[..] else { panic!() };
    anna.write("a");
    let mut bag = give(&[anna.stock()], None).bags.remove(0);
    for item in &mut bag.items {
        let (Item::Entry(bytes) | Item::Envelope(bytes)) = item;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
    }
    let before = bram.state();
    bram.take(bag.items);
    assert_eq!(bram.state(), before);
    bram.take_bags(give(&[anna.stock()], None).bags);
    assert_eq!(bram.state(), anna.state());
}

proptest! {
    #[test]
    fn random_bytes_behind_the_magic_line_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Package::read(&[b"thuisnabij pakket\n", &bytes[..]].concat());
        let _ = Package::read(&bytes);
    }

    #[test]
    fn random_text_never_panics(text in "-----BEGIN THUISNABIJ PAKKET-----[A-Za-z0-9+/= \n]{0,200}-----END THUISNABIJ PAKKET-----") {
        prop_assert!(Package::read(text.as_bytes()).is_err());
    }
}
