//! Files: known answers, and what may not open.

use proptest::prelude::*;

use super::*;
use crate::id::{SpaceId, hex, sha256};
use crate::keys::encrypt;
use crate::keys::tests::rng;
use crate::store::{MemoryStore, Store, Table, all};
use crate::testing::block_on;

const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

fn long() -> Vec<u8> {
    (0..PIECE * 2 + 1000).map(|n| (n % 251) as u8).collect()
}

#[test]
fn a_file_opens_to_what_was_sealed() {
    for content in [vec![], b"memo".to_vec(), vec![7; PIECE], vec![7; PIECE + 1], long()] {
        let (blob, sealed) = seal(&content, &mut rng(1)).unwrap();
        assert_eq!(Some(sealed.len() as u64), blob.pieces());
        assert_eq!(blob.open(&sealed), Ok(content));
    }
}

/// A file of two pieces, computed apart with another library as README.md describes it: key of twos, name of ones, nonces of
/// threes and of fours, a letter a 262,144 times and then `memo`.
#[test]
fn the_bytes_of_version_1_are_what_they_were() {
    let blob = Blob {
        id: BlobId::from_bytes([1; 16]),
        size: PIECE as u64 + 4,
        hash: [0; 32],
        key: Secret::from_bytes([2; 32]),
    };
    let second = bytes(
        "040404040404040404040404040404040404040404040404f1a6a070e821c5bb5b2b8edf0b32e60c832c1340",
    );
    assert_eq!(blob.open_piece(1, &second), Ok(b"memo".to_vec()));
    let first = encrypt(&blob.key, &[3; 24], &blob.place(0), &vec![b'a'; PIECE]).unwrap();
    let first = [vec![3; 24], first].concat();
    assert_eq!(
        hex(&sha256(&first)),
        "1ab3b66d5ed65f21eec45e9239960c4112d8243b73f9ec8b8b67845e37634bfa"
    );
    let whole = bytes("77a3781a2dc66a3ce63ad458b07bb1afc4257830be759b3ae887ad648bff1b7c");
    let blob = Blob { hash: whole.try_into().unwrap(), ..blob };
    assert_eq!(blob.open(&[first, second]), Ok([vec![b'a'; PIECE], b"memo".to_vec()].concat()));
}

fn bytes(digits: &str) -> Vec<u8> {
    let pairs = (0..digits.len()).step_by(2);
    pairs.map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn a_cut_swapped_repeated_or_foreign_piece_is_refused() {
    let (blob, sealed) = seal(&long(), &mut rng(1)).unwrap();
    let damaged = Err(BlobError::Damaged);
    assert_eq!(blob.open(&sealed[..2]), Err(BlobError::Missing));
    let swapped = [sealed[1].clone(), sealed[0].clone(), sealed[2].clone()];
    assert_eq!(blob.open(&swapped), damaged);
    assert_eq!(blob.open(&[&sealed[..], &sealed[2..]].concat()), damaged);
    assert_eq!(blob.open_piece(1, &sealed[0]), damaged, "in another place");
    assert_eq!(blob.open_piece(3, &sealed[2]), damaged, "beyond the end");
    let mut short = sealed[2].clone();
    short.pop();
    assert_eq!(blob.open_piece(2, &short), damaged, "cut");
    let (other, foreign) = seal(&long(), &mut rng(2)).unwrap();
    assert_eq!(blob.open_piece(0, &foreign[0]), damaged, "of another file");
    // Who may open the file makes other pieces under its key: each opens, the whole does not.
    let forged = Blob { key: blob.key.clone(), ..other };
    let forged = Blob { id: blob.id, ..forged };
    let piece = lock(&blob.key, &forged.place(0), &vec![9; PIECE], &mut rng(3)).unwrap();
    assert!(blob.open_piece(0, &piece).is_ok());
    assert_eq!(blob.open(&[piece, sealed[1].clone(), sealed[2].clone()]), damaged);
}

#[test]
fn a_file_that_ends_earlier_or_later_than_was_told_does_not_open() {
    let (blob, sealed) = seal(&long(), &mut rng(1)).unwrap();
    // Cut at a piece, with a size to match: the last piece is not the last one.
    let cut = Blob { size: 2 * PIECE as u64, ..blob.clone() };
    assert_eq!(cut.open_piece(1, &sealed[1]), Err(BlobError::Damaged));
    let longer = Blob { size: 3 * PIECE as u64 + 1, ..blob };
    assert_eq!(longer.open_piece(2, &sealed[2]), Err(BlobError::Damaged));
}

#[test]
fn the_largest_file_is_taken_and_one_byte_more_is_not() {
    assert_eq!(pieces_of(MAX_FILE), Some(MAX_PIECES));
    assert_eq!(pieces_of(MAX_FILE + 1), None);
    assert_eq!(pieces_of(0), Some(1));
    let too_large = vec![0; MAX_FILE as usize + 1];
    assert_eq!(seal(&too_large, &mut rng(1)).map(drop), Err(BlobError::TooLarge));
}

#[test]
fn a_sealed_piece_fits_in_what_the_server_takes() {
    const { assert!(PIECE + OVERHEAD <= crate::sync::api::MAX_CHUNK) };
}

proptest! {
    #[test]
    fn one_changed_bit_anywhere_is_found(at in 0usize..(PIECE + 500), bit in 0u8..8) {
        let (blob, mut sealed) = seal(&vec![3; PIECE + 400], &mut rng(1)).unwrap();
        let piece = usize::from(at >= PIECE + OVERHEAD);
        let place = if piece == 1 { (at - PIECE - OVERHEAD) % sealed[1].len() } else { at };
        sealed[piece][place] ^= 1 << bit;
        prop_assert_eq!(blob.open_piece(piece as u64, &sealed[piece]), Err(BlobError::Damaged));
        prop_assert_eq!(blob.open(&sealed), Err(BlobError::Damaged));
    }
}

fn puts(sealed: &[Vec<u8>]) -> Vec<Put> {
    (0..).zip(sealed).map(|(number, sealed)| Put { number, sealed: sealed.clone() }).collect()
}

#[test]
fn pieces_come_in_any_order_and_are_counted() {
    let store = MemoryStore::default();
    let (blob, sealed) = seal(&long(), &mut rng(1)).unwrap();
    let mut known = Held::nothing_of(3);
    for number in [2, 0] {
        let piece = puts(&sealed).swap_remove(number);
        known = block_on(keep(&store, SPACE, blob.id, known, vec![piece])).unwrap();
    }
    assert_eq!((known.pieces(), known.is_whole(), known.next()), (2, false, Some(1)));
    let piece = puts(&sealed).swap_remove(1);
    known = block_on(keep(&store, SPACE, blob.id, known, vec![piece])).unwrap();
    assert_eq!((known.is_whole(), known.next()), (true, None));
    let here = block_on(held(&store)).unwrap();
    assert_eq!(here, [((SPACE, blob.id), known)]);
    assert_eq!(block_on(pieces(&store, SPACE, blob.id)).unwrap(), puts(&sealed));
    known = block_on(mark_sent(&store, SPACE, blob.id, known, true)).unwrap();
    assert!(block_on(held(&store)).unwrap()[0].1.sent && known.sent);
    let beyond = Put { number: 3, sealed: vec![] };
    assert!(block_on(keep(&store, SPACE, blob.id, known, vec![beyond])).is_err());
}

#[test]
fn what_is_forgotten_leaves_nothing() {
    let store = MemoryStore::default();
    let whole = Held::nothing_of(3);
    for seed in [1, 2] {
        let (blob, sealed) = seal(&long(), &mut rng(seed)).unwrap();
        block_on(keep(&store, SPACE, blob.id, whole, puts(&sealed))).unwrap();
    }
    let first = block_on(held(&store)).unwrap()[0].0.1;
    block_on(forget(&store, SPACE, first, Elsewhere::Goes)).unwrap();
    assert_eq!(block_on(to_drop(&store)).unwrap(), [(SPACE, first)]);
    block_on(dropped(&store, SPACE, first)).unwrap();
    assert!(block_on(to_drop(&store)).unwrap().is_empty());
    let left = block_on(all(&store, Table::Blob, "")).unwrap();
    assert_eq!((left.len(), block_on(held(&store)).unwrap().len()), (3, 1));
    block_on(forget_space(&store, SPACE)).unwrap();
    assert!(block_on(store.scan(Table::Blob, "", None, 9)).unwrap().is_empty());
}
