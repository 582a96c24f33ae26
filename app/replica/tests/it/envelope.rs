//! The wire format: fixed bytes that every later version must read, and hostile bytes.

use proptest::prelude::*;
use replica::envelope::{
    Envelope, EnvelopeError, Header, Kind, MAX_BYTES, MAX_PAYLOAD, OpenSealer, Seal,
};
use replica::id::{DeviceId, NO_HASH, PartId, SpaceId, hex};

fn header() -> Header {
    Header {
        space: SpaceId::from_bytes([1; 16]),
        part: PartId::from_bytes([2; 16]),
        epoch: 0,
        device: DeviceId::from_bytes([3; 16]),
        seq: 1,
        prev: NO_HASH,
        kind: Kind::Update,
    }
}

fn open(payload: &[u8]) -> Envelope {
    Envelope::wrap(header(), payload.to_vec(), &OpenSealer).unwrap()
}

/// Written once with version 1. Do not change: every later version must read these bytes.
const FIXTURE_OPEN: &str = concat!(
    "8401585987500101010101010101010101010101010150020202020202020202020202020202",
    "0200500303030303030303030303030303030301582000000000000000000000000000000000",
    "0000000000000000000000000000000001820048b5f4fbfa82d0373f44cafebabe",
);

#[test]
fn version_1_open_is_read_for_ever() {
    assert_eq!(hex(&open(&[0xca, 0xfe, 0xba, 0xbe]).encode()), FIXTURE_OPEN);
}

#[test]
fn a_sealed_envelope_needs_a_key_but_keeps_its_header() {
    let seal = Seal::Sealed { nonce: [7; 24], signature: [8; 64] };
    let sealed = Envelope { header: header(), seal, body: vec![9; 40] };
    let read = Envelope::decode(&sealed.encode()).unwrap();
    assert_eq!(read, sealed);
    assert_eq!(read.payload(&OpenSealer), Err(EnvelopeError::Locked));
}

#[test]
fn a_newer_version_is_named_and_not_guessed() {
    let mut bytes = open(b"x").encode();
    bytes[1] = 2;
    assert_eq!(Envelope::decode(&bytes), Err(EnvelopeError::Newer(2)));
}

#[test]
fn an_unknown_kind_keeps_its_number() {
    let later = Envelope { header: Header { kind: Kind::Unknown(9), ..header() }, ..open(b"x") };
    assert_eq!(Envelope::decode(&later.encode()).unwrap().header.kind, Kind::Unknown(9));
}

#[test]
fn size_is_checked_below_at_and_above_the_limit() {
    let wrap =
        |size| Envelope::wrap(header(), vec![0; size], &OpenSealer).map(|e| e.encode().len());
    assert!(wrap(MAX_PAYLOAD - 1).is_ok());
    assert!(wrap(MAX_PAYLOAD).unwrap() <= MAX_BYTES);
    assert_eq!(wrap(MAX_PAYLOAD + 1), Err(EnvelopeError::TooLarge));
    assert_eq!(Envelope::decode(&vec![0x84; MAX_BYTES + 1]), Err(EnvelopeError::TooLarge));
}

#[test]
fn a_length_written_the_long_way_is_refused() {
    let bytes = open(b"x").encode();
    let long = [&[0x98, 0x04], &bytes[1..]].concat();
    assert_eq!(Envelope::decode(&long), Err(EnvelopeError::NotCanonical));
    let trailing = [bytes.as_slice(), &[0]].concat();
    assert_eq!(Envelope::decode(&trailing), Err(EnvelopeError::NotCanonical));
}

#[test]
fn a_first_envelope_has_number_one() {
    let zero = Envelope { header: Header { seq: 0, ..header() }, ..open(b"x") };
    assert_eq!(Envelope::decode(&zero.encode()), Err(EnvelopeError::Damaged));
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Envelope::decode(&bytes);
    }

    #[test]
    fn every_envelope_reads_back(
        epoch in any::<u64>(), seq in 1u64.., prev in any::<[u8; 32]>(), kind in any::<u64>(),
        sealed in any::<bool>(), body in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let kind = match kind { 1 => Kind::Update, 2 => Kind::Snapshot, other => Kind::Unknown(other) };
        let seal = if sealed { Seal::Sealed { nonce: [7; 24], signature: [8; 64] } } else { Seal::Open };
        let envelope = Envelope { header: Header { epoch, seq, prev, kind, ..header() }, seal, body };
        prop_assert_eq!(Envelope::decode(&envelope.encode()), Ok(envelope));
    }

    #[test]
    fn a_truncated_envelope_is_refused(body in prop::collection::vec(any::<u8>(), 0..600), cut in any::<prop::sample::Index>()) {
        let bytes = open(&body).encode();
        prop_assert!(Envelope::decode(&bytes[..cut.index(bytes.len())]).is_err());
    }

    #[test]
    fn a_flipped_bit_is_found(body in prop::collection::vec(any::<u8>(), 0..600), at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let bytes = open(&body).encode();
        let mut flipped = bytes.clone();
        flipped[at.index(bytes.len())] ^= 1u8 << bit;
        prop_assert!(Envelope::decode(&flipped).is_err());
    }
}
