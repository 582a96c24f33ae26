//! One way to derive a key from another: HKDF with SHA-256 and a fixed salt.

use hkdf::Hkdf;
use sha2::Sha256;

use super::Secret;

const SALT: &[u8] = b"thuisnabij/v1";

/// The key for one purpose. `label` names the purpose; every part of `context` has a fixed length,
/// so that two contexts never spell alike.
pub(crate) fn derive(secret: &[u8], label: &str, context: &[&[u8]]) -> Secret {
    let hkdf = Hkdf::<Sha256>::new(Some(SALT), secret);
    let mut info: Vec<&[u8]> = vec![label.as_bytes(), &[0]];
    info.extend_from_slice(context);
    let mut key = Secret::from_bytes([0; 32]);
    // ok: HKDF fails only above 8,160 bytes
    let _ = hkdf.expand_multi_info(&info, key.bytes_mut());
    key
}
