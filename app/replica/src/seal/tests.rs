//! Sealed envelopes: a known answer, and every way in which one may not open.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::envelope::{Kind, hash};
use crate::id::{NO_HASH, PartId, SpaceId, hex};
use crate::keys::SpaceKey;
use crate::keys::tests::{device, rng};

const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

fn header(device: &DeviceKeys) -> Header {
    let part = PartId::named("agenda");
    let (space, device) = (SPACE, device.id());
    Header { space, part, epoch: 1, device, seq: 1, prev: NO_HASH, kind: Kind::Update }
}

fn ring(seed: u8) -> Keyring {
    let mut ring = Keyring::new(SPACE);
    ring.insert(1, SpaceKey::generate(&mut rng(seed)));
    ring
}

fn heads() -> Heads {
    let head =
        ChainHead { part: PartId::named("agenda"), device: device(2).id(), seq: 4, hash: [4; 32] };
    Heads { log: vec![[1; 32]], chains: vec![head] }
}

fn sealed(payload: &[u8]) -> (DeviceKeys, Keyring, Envelope) {
    let (keys, ring) = (device(1), ring(9));
    let envelope = seal(header(&keys), payload, &heads(), &keys, &ring, &mut rng(8)).unwrap();
    (keys, ring, envelope)
}

#[test]
fn the_format_has_not_changed() {
    let (.., envelope) = sealed(b"hallo");
    assert_eq!(
        hex(&hash(&envelope.encode())),
        "8fc143f07622b0e3db9521d1864e78b838eaa16f7881cacfc4795ff0b54ab64b"
    );
}

#[test]
fn what_was_sealed_opens_with_what_the_author_had_seen() {
    let (keys, ring, envelope) = sealed(b"hallo");
    let opened = open(&envelope, keys.public(), &ring);
    assert_eq!(opened, Ok(Opened { payload: b"hallo".to_vec(), heads: heads() }));
}

#[test]
fn a_flipped_bit_anywhere_is_refused() {
    let (keys, ring, envelope) = sealed(b"hallo");
    let bytes = envelope.encode();
    for index in 0..bytes.len() {
        for bit in [1, 0x80] {
            let mut changed = bytes.clone();
            changed[index] ^= bit;
            let opens = Envelope::decode(&changed)
                .is_ok_and(|envelope| open(&envelope, keys.public(), &ring).is_ok());
            assert!(!opens, "byte {index}");
        }
    }
}

#[test]
fn verification_comes_before_opening() {
    let (keys, _, mut envelope) = sealed(b"hallo");
    let none = Keyring::new(SPACE);
    assert_eq!(open(&envelope, keys.public(), &none), Err(SealError::NoKey(1)));
    envelope.body[0] ^= 1;
    assert_eq!(open(&envelope, keys.public(), &none), Err(SealError::BadSignature));
}

#[test]
fn a_key_put_in_place_of_the_authors_is_refused() {
    let (.., ring, envelope) = sealed(b"hallo");
    assert_eq!(open(&envelope, device(2).public(), &ring), Err(SealError::OtherDevice));
}

#[test]
fn a_rightly_signed_body_under_another_key_does_not_open() {
    let (keys, _, envelope) = sealed(b"hallo");
    assert_eq!(open(&envelope, keys.public(), &ring(10)), Err(SealError::DoesNotOpen));
}

#[test]
fn nobody_seals_in_the_name_of_another_device_or_space() {
    let (keys, ring, _) = sealed(b"");
    let seal = |header| seal(header, b"", &Heads::default(), &keys, &ring, &mut rng(1));
    assert_eq!(seal(header(&device(2))), Err(SealError::OtherDevice));
    let space = SpaceId::from_bytes([0; 16]);
    assert_eq!(seal(Header { space, ..header(&keys) }), Err(SealError::OtherSpace));
    assert_eq!(seal(Header { epoch: 2, ..header(&keys) }), Err(SealError::NoKey(2)));
    assert_eq!(seal(Header { kind: Kind::Unknown(9), ..header(&keys) }), Err(SealError::Newer));
}

#[test]
fn an_open_body_is_not_a_sealed_one() {
    let (keys, ring, envelope) = sealed(b"hallo");
    let envelope = Envelope::wrap(envelope.header, b"hallo".to_vec(), &OpenSealer).unwrap();
    assert_eq!(open(&envelope, keys.public(), &ring), Err(SealError::NotSealed));
}

#[test]
fn the_length_of_a_body_tells_little() {
    let (keys, ring) = (device(1), ring(9));
    let length = |payload: &[u8]| {
        let sealed = seal(header(&keys), payload, &Heads::default(), &keys, &ring, &mut rng(1));
        sealed.unwrap().body.len()
    };
    assert_eq!(length(b"ja"), length(b"een zin van redelijke lengte"));
    assert!((1..300).all(|size| (length(&vec![7; size]) - 16) % 64 == 0));
}

#[test]
fn a_nonce_is_never_drawn_twice() {
    let (keys, ring) = (device(1), ring(9));
    let mut rng = rng(7);
    let mut nonce = || {
        let sealed = seal(header(&keys), b"", &Heads::default(), &keys, &ring, &mut rng).unwrap();
        super::sealed(&sealed.seal).map(|(nonce, _)| *nonce).unwrap()
    };
    let nonces: BTreeSet<_> = (0..2000).map(|_| nonce()).collect();
    assert_eq!(nonces.len(), 2000);
}

#[test]
fn too_much_is_refused_before_it_is_sealed() {
    let (keys, ring) = (device(1), ring(9));
    let payload = vec![0; MAX_BODY];
    let sealed = seal(header(&keys), &payload, &heads(), &keys, &ring, &mut rng(1));
    assert_eq!(sealed, Err(SealError::TooLarge));
    let most = vec![0; crate::envelope::MAX_PAYLOAD - 512];
    let sealed = seal(header(&keys), &most, &heads(), &keys, &ring, &mut rng(1)).unwrap();
    assert!(sealed.encode().len() <= MAX_BYTES);
}

#[test]
fn the_journal_seals_and_opens_through_the_same_door() {
    let (anna, bram, ring) = (device(1), device(2), ring(9));
    let authors = [&anna, &bram].map(|keys| (keys.id(), *keys.public())).into();
    let of_anna = SpaceSealer::new(&anna, &ring, &authors, heads(), rng(1));
    let of_bram = SpaceSealer::new(&bram, &ring, &authors, Heads::default(), rng(2));
    let envelope = Envelope::wrap(header(&anna), b"hallo".to_vec(), &of_anna).unwrap();
    assert_eq!(envelope.payload(&of_bram), Ok(b"hallo".to_vec()));

    let nobody = BTreeMap::new();
    let stranger = SpaceSealer::new(&bram, &ring, &nobody, Heads::default(), rng(3));
    assert_eq!(envelope.payload(&stranger), Err(EnvelopeError::Locked));
    let open = Envelope::wrap(header(&anna), b"hallo".to_vec(), &OpenSealer).unwrap();
    assert_eq!(open.payload(&of_bram), Err(EnvelopeError::Damaged));
    assert!(open.payload(&of_anna).is_ok());
}

proptest! {
    #[test]
    fn any_payload_comes_back(payload in prop::collection::vec(any::<u8>(), 0..400)) {
        let (keys, ring, envelope) = sealed(&payload);
        prop_assert_eq!(open(&envelope, keys.public(), &ring).unwrap().payload, payload);
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Heads::decode(&bytes);
        let _ = padding::unframe(&bytes);
    }
}
