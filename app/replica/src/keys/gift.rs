//! Something for one device from somebody who has no device here: sealed by HPKE, signed by nobody. Padded, so that its
//! length tells little. Whoever holds it cannot read it; whoever opens it cannot tell who made it.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;

use super::{DeviceKeys, DevicePublic, KeyError};

const INFO: &[u8] = b"thuisnabij/v1/gift";

/// Gifts come in multiples of this, in bytes.
const STEP: usize = 512;

/// Bytes that say how long the rest is.
const LENGTH: usize = 4;

impl DevicePublic {
    /// Seals for this device and this purpose (a council).
    ///
    /// # Errors
    /// The key cannot be used, or it is too long to say how long it is.
    pub fn seal_gift(
        &self,
        purpose: &[u8],
        gift: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, KeyError> {
        let length = u32::try_from(gift.len()).map_err(|_| KeyError::NotForUs)?;
        let mut clear = [length.to_be_bytes().as_slice(), gift].concat();
        clear.resize(clear.len().next_multiple_of(STEP), 0);
        let (encapped, sealed) = hpke::single_shot_seal_with_rng::<
            ChaCha20Poly1305,
            HkdfSha256,
            X25519HkdfSha256,
        >(
            &OpModeS::Base, &self.seal_key()?, INFO, &clear, purpose, rng
        )
        .map_err(|_| KeyError::BadPublicKey)?;
        Ok([encapped.to_bytes().as_slice(), &sealed].concat())
    }
}

impl DeviceKeys {
    /// Opens what was sealed for this device and this purpose.
    ///
    /// # Errors
    /// For another device or purpose, or changed on the way.
    pub fn open_gift(&self, purpose: &[u8], sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
        let (encapped, sealed) = sealed.split_at_checked(32).ok_or(KeyError::NotForUs)?;
        let encapped = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped)
            .map_err(|_| KeyError::NotForUs)?;
        let clear = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &self.open_key(),
            &encapped,
            INFO,
            sealed,
            purpose,
        )
        .map_err(|_| KeyError::NotForUs)?;
        let (length, rest) = clear.split_at_checked(LENGTH).ok_or(KeyError::NotForUs)?;
        let length = u32::from_be_bytes(length.try_into().map_err(|_| KeyError::NotForUs)?);
        let length = usize::try_from(length).map_err(|_| KeyError::NotForUs)?;
        rest.get(..length).map(<[u8]>::to_vec).ok_or(KeyError::NotForUs)
    }
}
