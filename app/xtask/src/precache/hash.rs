//! Fingerprints of content, in the three spellings that names, lists and browsers use.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// SHA-256 as 64 hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first 16 digits of [`hex`]: enough for a name, short enough to read.
pub(crate) fn short(bytes: &[u8]) -> String {
    hex(bytes).chars().take(16).collect()
}

/// SHA-384 as browsers write it in `integrity`.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
