//! A letter to somebody who has no device in the space, and the sealed answers to it. Format: KEYS.md, "Letters".
//!
//! It knows nothing of what is asked or answered, and never sees the network: the server keeps both as bytes in a drop-box.

use std::fmt;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use thiserror::Error;

use crate::id::{Hash, sha256};
use crate::keys::{
    DeviceKeys, DevicePublic, Domain, Secret, Signature, derive, lock, unlock, verify,
};
use crate::recovery::base32;

const ABOUT: &[u8] = b"thuisnabij letter v1";
const INFO: &[u8] = b"thuisnabij/v1/answer";

/// What is inside comes in multiples of this, in bytes.
const STEP: usize = 4_096;

/// The most that a letter or an answer holds, in bytes: with what is around it, it still fits in a drop-box.
pub const MOST: usize = 192 * 1024;

/// Why a letter or an answer cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum LetterError {
    /// The link is not whole, or not a link of ours.
    #[error("the link is not complete")]
    BadLink,
    /// A later version made it.
    #[error("made by a later version")]
    Newer,
    /// Not the letter of this link, or changed on the way.
    #[error("not the letter of this link")]
    NotThisOne,
    /// More than fits.
    #[error("too large")]
    TooLarge,
}

/// What stands behind the `#` of a parent's link.
#[derive(Clone)]
pub struct LetterLink {
    dropbox: [u8; 16],
    hash: Hash,
    secret: Secret,
}

impl LetterLink {
    /// Seals a letter; gives its link and the bytes for the drop-box.
    ///
    /// # Errors
    /// When it is too large.
    pub fn seal(
        dropbox: [u8; 16],
        letter: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<(Self, Vec<u8>), LetterError> {
        let secret = Secret::random(rng);
        let sealed = lock(&key(&secret, &dropbox), &about(&dropbox), &pad(letter)?, rng);
        let sealed = sealed.ok_or(LetterError::TooLarge)?;
        Ok((Self { dropbox, hash: sha256(&sealed), secret }, sealed))
    }

    /// Opens the letter of this link.
    ///
    /// # Errors
    /// When it is another one.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, LetterError> {
        if sha256(sealed) != self.hash {
            return Err(LetterError::NotThisOne);
        }
        let opened = unlock(&key(&self.secret, &self.dropbox), &about(&self.dropbox), sealed);
        unpad(&opened.ok_or(LetterError::NotThisOne)?)
    }

    /// The text for the fragment of an address.
    pub fn text(&self) -> String {
        let [dropbox, hash, secret] =
            [&self.dropbox[..], &self.hash, self.secret.bytes()].map(base32::encode);
        format!("v1.{dropbox}.{hash}.{secret}")
    }

    /// Reads a fragment, with or without `#`.
    ///
    /// # Errors
    /// When it is none of ours or not whole.
    pub fn read(text: &str) -> Result<Self, LetterError> {
        let mut parts = text.trim().trim_start_matches('#').splitn(4, '.');
        let version = parts.next().unwrap_or_default();
        if !version.eq_ignore_ascii_case("v1") {
            let newer = version.starts_with(['v', 'V']) && (2..=4).contains(&version.len());
            return Err(if newer { LetterError::Newer } else { LetterError::BadLink });
        }
        Ok(Self {
            dropbox: part(parts.next())?,
            hash: part(parts.next())?,
            secret: Secret::from_bytes(part(parts.next())?),
        })
    }

    /// The drop-box of this letter and its answers.
    pub const fn dropbox(&self) -> &[u8; 16] {
        &self.dropbox
    }

    /// The hash by which the letter is read.
    pub const fn hash(&self) -> &Hash {
        &self.hash
    }

    /// The key under which the reader's own device keeps what belongs to this letter.
    pub fn keep_key(&self) -> Secret {
        derive(self.secret.bytes(), "letter keep", &[&self.dropbox])
    }
}

impl fmt::Debug for LetterLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LetterLink(…)")
    }
}

/// Seals an answer to whoever asked.
///
/// # Errors
/// When it is too large, or the key is none.
pub fn answer(
    to: &DevicePublic,
    dropbox: &[u8; 16],
    words: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, LetterError> {
    let to = to.seal_key().map_err(|_| LetterError::NotThisOne)?;
    let (encapped, sealed) = hpke::single_shot_seal_with_rng::<
        ChaCha20Poly1305,
        HkdfSha256,
        X25519HkdfSha256,
    >(&OpModeS::Base, &to, INFO, &pad(words)?, dropbox, rng)
    .map_err(|_| LetterError::NotThisOne)?;
    Ok([encapped.to_bytes().as_slice(), &sealed].concat())
}

/// Opens an answer with the keys that were made for the letter.
///
/// # Errors
/// When it is for another letter, or damaged.
pub fn open_answer(
    keys: &DeviceKeys,
    dropbox: &[u8; 16],
    sealed: &[u8],
) -> Result<Vec<u8>, LetterError> {
    let no = |_| LetterError::NotThisOne;
    let (encapped, sealed) = sealed.split_at_checked(32).ok_or(LetterError::NotThisOne)?;
    let encapped = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped).map_err(no)?;
    let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &keys.open_key(),
        &encapped,
        INFO,
        sealed,
        dropbox,
    );
    unpad(&opened.map_err(no)?)
}

/// Signs words with the key of this device.
pub fn sign_words(keys: &DeviceKeys, words: &[u8]) -> Signature {
    keys.sign(Domain::Words, &[words])
}

/// Whether the device with this signing key signed exactly these words.
pub fn signed_words(key: &[u8; 32], words: &[u8], by: &Signature) -> bool {
    verify(key, Domain::Words, &[words], by)
}

/// The server says when something arrived that has this hash: seconds since 1970, by its clock.
pub fn sign_arrival(keys: &DeviceKeys, hash: &Hash, at: u64) -> Signature {
    keys.sign(Domain::Arrival, &[hash, &at.to_be_bytes()])
}

/// Whether the server with this signing key said that.
pub fn signed_arrival(key: &[u8; 32], hash: &Hash, at: u64, by: &Signature) -> bool {
    verify(key, Domain::Arrival, &[hash, &at.to_be_bytes()], by)
}

/// Keeps something on the reader's own device.
pub fn keep(key: &Secret, what: &[u8], rng: &mut impl CryptoRng) -> Option<Vec<u8>> {
    lock(key, ABOUT, what, rng)
}

/// Reads what [`keep`] made.
pub fn kept(key: &Secret, sealed: &[u8]) -> Option<Vec<u8>> {
    unlock(key, ABOUT, sealed)
}

fn part<const N: usize>(text: Option<&str>) -> Result<[u8; N], LetterError> {
    let text = text.filter(|text| text.len() <= 64).ok_or(LetterError::BadLink)?;
    let bytes = base32::decode(&base32::letters(text)).map_err(|_| LetterError::BadLink)?;
    bytes.try_into().map_err(|_| LetterError::BadLink)
}

fn key(secret: &Secret, dropbox: &[u8; 16]) -> Secret {
    derive(secret.bytes(), "letter", &[dropbox])
}

fn about(dropbox: &[u8; 16]) -> Vec<u8> {
    [ABOUT, dropbox].concat()
}

/// The length before it, zeros behind it.
fn pad(words: &[u8]) -> Result<Vec<u8>, LetterError> {
    let length = u32::try_from(words.len()).map_err(|_| LetterError::TooLarge)?;
    if words.len() > MOST {
        return Err(LetterError::TooLarge);
    }
    let mut padded = [&length.to_be_bytes(), words].concat();
    padded.resize(padded.len().next_multiple_of(STEP), 0);
    Ok(padded)
}

fn unpad(padded: &[u8]) -> Result<Vec<u8>, LetterError> {
    let (length, rest) = padded.split_first_chunk::<4>().ok_or(LetterError::NotThisOne)?;
    let length = u32::from_be_bytes(*length) as usize;
    rest.get(..length).map(<[u8]>::to_vec).ok_or(LetterError::NotThisOne)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::tests::rng;

    const BOX: [u8; 16] = [7; 16];

    #[test]
    fn who_has_the_link_reads_the_letter_and_no_other() {
        let (link, sealed) = LetterLink::seal(BOX, b"Wat vertelt Noor?", &mut rng(1)).unwrap();
        let read = LetterLink::read(&format!("#{}", link.text())).unwrap();
        assert_eq!(read.open(&sealed).unwrap(), b"Wat vertelt Noor?");
        let (_, other) = LetterLink::seal(BOX, b"Iets anders", &mut rng(2)).unwrap();
        assert_eq!(read.open(&other), Err(LetterError::NotThisOne));
    }

    #[test]
    fn a_link_that_lost_its_end_is_refused_and_a_later_one_is_told_apart() {
        let (link, _) = LetterLink::seal(BOX, b"x", &mut rng(1)).unwrap();
        let text = link.text();
        let cut = |end: usize| LetterLink::read(&text[..end]).map(|_| ());
        assert_eq!(cut(text.len() - 1), Err(LetterError::BadLink));
        assert_eq!(cut(0), Err(LetterError::BadLink));
        assert!(matches!(LetterLink::read("v2.A.B.C"), Err(LetterError::Newer)));
    }

    #[test]
    fn an_answer_opens_for_who_asked_and_not_for_who_has_the_link() {
        let (asker, other) = (DeviceKeys::generate(&mut rng(3)), DeviceKeys::generate(&mut rng(4)));
        let sealed = answer(asker.public(), &BOX, b"Hij leest graag.", &mut rng(5)).unwrap();
        assert_eq!(open_answer(&asker, &BOX, &sealed).unwrap(), b"Hij leest graag.");
        assert_eq!(open_answer(&other, &BOX, &sealed), Err(LetterError::NotThisOne));
        assert_eq!(open_answer(&asker, &[8; 16], &sealed), Err(LetterError::NotThisOne));
        assert_eq!(open_answer(&asker, &BOX, &sealed[..40]), Err(LetterError::NotThisOne));
    }

    #[test]
    fn the_length_tells_not_whether_something_was_opened_or_told() {
        let asker = DeviceKeys::generate(&mut rng(3));
        let length = |words: &[u8]| answer(asker.public(), &BOX, words, &mut rng(5)).unwrap().len();
        assert_eq!(length(b"geopend"), length(&[b'a'; 3_000]));
        assert_eq!(
            answer(asker.public(), &BOX, &vec![0; MOST + 1], &mut rng(5)),
            Err(LetterError::TooLarge)
        );
    }

    #[test]
    fn a_receipt_is_for_this_hash_at_this_time_and_is_no_signature_of_words() {
        let keys = DeviceKeys::generate(&mut rng(3));
        let by = sign_arrival(&keys, &[4; 32], 1_800_000_000);
        let mut key = [0; 32];
        key.copy_from_slice(&keys.public().bytes()[..32]);
        assert!(signed_arrival(&key, &[4; 32], 1_800_000_000, &by));
        assert!(!signed_arrival(&key, &[4; 32], 1_800_000_001, &by));
        assert!(!signed_arrival(&key, &[5; 32], 1_800_000_000, &by));
        assert!(!signed_words(&key, &[4; 32], &by));
    }

    #[test]
    fn a_signature_is_for_exactly_these_words() {
        let keys = DeviceKeys::generate(&mut rng(3));
        let by = sign_words(&keys, b"Ik ben het eens.");
        let mut key = [0; 32];
        key.copy_from_slice(&keys.public().bytes()[..32]);
        assert!(signed_words(&key, b"Ik ben het eens.", &by));
        assert!(!signed_words(&key, b"Ik ben het oneens.", &by));
    }
}
