//! A space key on its way: to a member device by HPKE, or to a newer epoch by its key.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use super::{DeviceKeys, DevicePublic, KeyError, Purpose, Secret, SpaceKey, lock, unlock};
use crate::id::{DeviceId, Epoch, SpaceId};

/// Length of a wrapped key, in bytes: 32 encapsulated, 32 encrypted, 16 tag.
pub const WRAPPED: usize = 80;

/// A space key that one device can open.
pub type Wrapped = [u8; WRAPPED];

/// The key of an older epoch under a newer one: 24 nonce, 32 encrypted, 16 tag.
pub type SealedKey = [u8; 72];

const INFO: &[u8] = b"thuisnabij/v1/wrap";

impl SpaceKey {
    /// Wraps the key for one device. It opens for no other device, space or epoch.
    pub fn wrap(
        &self,
        space: SpaceId,
        epoch: Epoch,
        to: &DevicePublic,
        rng: &mut impl CryptoRng,
    ) -> Result<Wrapped, KeyError> {
        let (encapped, sealed) =
            hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &OpModeS::Base,
                &to.seal_key()?,
                INFO,
                self.0.bytes(),
                &context(space, epoch, to.id()),
                rng,
            )
            .map_err(|_| KeyError::BadPublicKey)?;
        let bytes = [encapped.to_bytes().as_slice(), &sealed].concat();
        bytes.try_into().map_err(|_| KeyError::NotForUs)
    }

    /// Opens a key that was wrapped for this device.
    pub fn unwrap(
        wrapped: &Wrapped,
        space: SpaceId,
        epoch: Epoch,
        keys: &DeviceKeys,
    ) -> Result<Self, KeyError> {
        let (encapped, sealed) = wrapped.split_at(32);
        let encapped = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped)
            .map_err(|_| KeyError::NotForUs)?;
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &keys.open_key(),
            &encapped,
            INFO,
            sealed,
            &context(space, epoch, keys.id()),
        )
        .map_err(|_| KeyError::NotForUs)?;
        Self::from_opened(Zeroizing::new(opened))
    }

    /// Seals the key of an older epoch under this one.
    pub fn seal_older(
        &self,
        space: SpaceId,
        epoch: Epoch,
        older: (Epoch, &Self),
        rng: &mut impl CryptoRng,
    ) -> Result<SealedKey, KeyError> {
        let key = self.sub(Purpose::Older, space, epoch);
        lock(&key, &older.0.to_be_bytes(), older.1.0.bytes(), rng)
            .and_then(|sealed| sealed.try_into().ok())
            .ok_or(KeyError::NotForUs)
    }

    /// Opens the key of an older epoch with this one.
    pub fn open_older(
        &self,
        space: SpaceId,
        epoch: Epoch,
        older: Epoch,
        sealed: &SealedKey,
    ) -> Result<Self, KeyError> {
        let key = self.sub(Purpose::Older, space, epoch);
        let opened = unlock(&key, &older.to_be_bytes(), sealed).ok_or(KeyError::NotForUs)?;
        Self::from_opened(Zeroizing::new(opened))
    }

    fn from_opened(bytes: Zeroizing<Vec<u8>>) -> Result<Self, KeyError> {
        Secret::from_slice(&bytes).map(Self).ok_or(KeyError::NotForUs)
    }
}

fn context(space: SpaceId, epoch: Epoch, device: DeviceId) -> Vec<u8> {
    [space.bytes().as_slice(), &epoch.to_be_bytes(), device.bytes()].concat()
}
