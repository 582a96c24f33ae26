//! Keys: known answers, and what may not open.

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::id::{SpaceId, hex};

const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

pub(crate) fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

pub(crate) fn device(seed: u8) -> DeviceKeys {
    DeviceKeys::generate(&mut rng(seed))
}

#[test]
fn the_same_seeds_always_give_the_same_device_and_keys() {
    let keys = device(1);
    assert_eq!(keys.id().to_string(), "548b0c5830be5a48293b46d85a9d561d");
    // Computed apart with HMAC-SHA256 alone, as KEYS.md describes it.
    let key = SpaceKey(Secret::from_bytes([9; 32]));
    assert_eq!(
        hex(key.sub(Purpose::Update, SPACE, 1).bytes()),
        "221a56f3605896eed634a39a7d84a37e4e50894f5af656c9c54d2045ea14439e"
    );
    assert_eq!(
        hex(key.sub(Purpose::Snapshot, SPACE, 1).bytes()),
        "12961661f92aef0e34c9237d64156880b1e62292016f68185fa7c14826a18748"
    );
    assert_eq!(
        hex(key.sub(Purpose::Blob, SPACE, 1).bytes()),
        "fe6e285c65c93be801f8edaf180c1503c88f1a6feaaa16b59063a08c935b97a8"
    );
    assert_eq!(
        hex(&key.check(SPACE, 1)),
        "ebed21a7ffba895801064966bfcba77026504a4766a226689adc9b72e27b1497"
    );
    let kit = DeviceKeys::from_secret(&Secret::from_bytes([5; 32]));
    assert_eq!(kit.id().to_string(), "9eba28393f20d102dc07ada6cf90fa35");
}

#[test]
fn device_secrets_survive_being_stored() {
    let keys = device(1);
    let again = DeviceKeys::from_bytes(&keys.to_bytes());
    assert_eq!(again.public(), keys.public());
    assert_eq!(DevicePublic::from_bytes(&keys.public().bytes()), Ok(*keys.public()));
}

#[test]
fn a_wrapped_key_opens_for_its_device_space_and_epoch_only() {
    let (anna, bram) = (device(1), device(2));
    let key = SpaceKey::generate(&mut rng(3));
    let wrapped = key.wrap(SPACE, 7, anna.public(), &mut rng(4)).unwrap();
    let opened = SpaceKey::unwrap(&wrapped, SPACE, 7, &anna).unwrap();
    assert_eq!(opened.check(SPACE, 7), key.check(SPACE, 7));

    let other = SpaceId::from_bytes([0; 16]);
    assert_eq!(SpaceKey::unwrap(&wrapped, SPACE, 7, &bram).unwrap_err(), KeyError::NotForUs);
    assert_eq!(SpaceKey::unwrap(&wrapped, SPACE, 8, &anna).unwrap_err(), KeyError::NotForUs);
    assert_eq!(SpaceKey::unwrap(&wrapped, other, 7, &anna).unwrap_err(), KeyError::NotForUs);
    for index in 0..WRAPPED {
        let mut changed = wrapped;
        changed[index] ^= 1;
        assert!(SpaceKey::unwrap(&changed, SPACE, 7, &anna).is_err(), "byte {index}");
    }
}

#[test]
fn a_newer_key_opens_the_older_and_never_the_other_way_round() {
    let (old, new) = (SpaceKey::generate(&mut rng(3)), SpaceKey::generate(&mut rng(4)));
    let sealed = new.seal_older(SPACE, 2, (1, &old), &mut rng(5)).unwrap();
    let opened = new.open_older(SPACE, 2, 1, &sealed).unwrap();
    assert_eq!(opened.check(SPACE, 1), old.check(SPACE, 1));
    assert!(old.open_older(SPACE, 2, 1, &sealed).is_err());
    assert!(old.open_older(SPACE, 1, 2, &sealed).is_err());
    assert!(new.open_older(SPACE, 2, 3, &sealed).is_err());
}

#[test]
fn keys_under_which_anybody_could_sign_or_read_are_refused() {
    let good = device(1).public().bytes();
    let (sign, seal) = good.split_at(32);
    let (sign, seal) = (sign.try_into().unwrap(), seal.try_into().unwrap());
    let mut one = [0; 32];
    one[0] = 1;
    // The neutral point and the points of small order, of both curves.
    assert_eq!(DevicePublic::new(one, seal), Err(KeyError::BadPublicKey));
    assert_eq!(DevicePublic::new([0; 32], seal), Err(KeyError::BadPublicKey));
    assert_eq!(DevicePublic::new(sign, [0; 32]), Err(KeyError::BadPublicKey));
    assert_eq!(DevicePublic::new(sign, one), Err(KeyError::BadPublicKey));
    assert!(DevicePublic::new(sign, seal).is_ok());
}

#[test]
fn a_signature_for_one_thing_is_not_valid_for_another() {
    let keys = device(1);
    let signature = keys.sign(Domain::Entry, &[b"ab", b"c"]);
    assert!(keys.public().verify(Domain::Entry, &[b"ab", b"c"], &signature));
    assert!(!keys.public().verify(Domain::Envelope, &[b"ab", b"c"], &signature));
    assert!(!keys.public().verify(Domain::Entry, &[b"a", b"bc"], &signature));
    assert!(!device(2).public().verify(Domain::Entry, &[b"ab", b"c"], &signature));
}

#[test]
fn secrets_do_not_print() {
    let keys = device(1);
    let key = SpaceKey(Secret::from_bytes(*b"dit mag nooit in een logboek tot"));
    let mut ring = Keyring::new(SPACE);
    ring.insert(1, key.clone());
    let printed = format!("{keys:?} {key:?} {ring:?}");
    let seeds = keys.to_bytes();
    assert!(!printed.contains("dit mag nooit"));
    assert!(!printed.contains(&hex(&seeds[..4])) && !printed.contains("100, 105, 116"));
    assert!(printed.contains(&keys.id().to_string()));
}

#[test]
fn a_destroyed_ring_opens_nothing() {
    let mut ring = Keyring::new(SPACE);
    ring.insert(1, SpaceKey::generate(&mut rng(1)));
    assert!(ring.sub(Purpose::Update, 1).is_some());
    ring.destroy();
    assert!(ring.sub(Purpose::Update, 1).is_none());
    assert_eq!(ring.epochs().count(), 0);
}
