//! How much work a guess costs: the parameters of Argon2id.

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::UnlockError;
use crate::keys::Secret;

/// What one guess costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// How often the memory is gone over.
    pub passes: u32,
}

/// Where calibration starts: 46 MiB, once. Measure how long this takes, then [`Cost::calibrate`].
pub const START: Cost = Cost { memory: 46 * 1024, passes: 1 };

/// What a slot may ask, so that a changed slot cannot hang the device.
const MEMORY: std::ops::RangeInclusive<u32> = 64..=256 * 1024;
const PASSES: std::ops::RangeInclusive<u32> = 1..=16;

impl Cost {
    /// The cost that takes about `target` milliseconds where [`START`] took `measured`.
    pub fn calibrate(measured: u32, target: u32) -> Self {
        let passes = target / measured.max(1);
        Self { passes: passes.clamp(*PASSES.start(), *PASSES.end()), ..START }
    }

    /// Does the work of one guess and throws the result away, so that the caller can measure how long it takes here.
    ///
    /// # Errors
    /// `Memory` when the device cannot spare it.
    pub fn rehearse(self) -> Result<(), UnlockError> {
        self.stretch(b"thuisnabij", &[0; 16]).map(drop)
    }

    pub(crate) fn is_sane(self) -> bool {
        MEMORY.contains(&self.memory) && PASSES.contains(&self.passes)
    }

    pub(crate) fn stretch(self, secret: &[u8], salt: &[u8; 16]) -> Result<Secret, UnlockError> {
        let params = Params::new(self.memory, self.passes, 1, Some(32));
        let params = params.map_err(|_| UnlockError::Damaged)?;
        // Asking for the memory ourselves: running out of it is an answer, not a crash.
        let count = params.block_count();
        let mut blocks = Zeroizing::new(Vec::<Block>::new());
        blocks.try_reserve_exact(count).map_err(|_| UnlockError::Memory)?;
        blocks.resize(count, Block::default());
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut key = Secret::from_bytes([0; 32]);
        argon
            .hash_password_into_with_memory(secret, salt, key.bytes_mut(), blocks.as_mut_slice())
            .map_err(|_| UnlockError::Damaged)?;
        Ok(key)
    }
}
