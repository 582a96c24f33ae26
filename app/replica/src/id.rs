//! Names of things that devices share: 16 bytes each, shown as 32 hex digits.
//! Random ids are made by the caller; nothing here draws a random number.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};
use thiserror::Error;

/// What was wrong with a written id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("an id is 32 hexadecimal digits")]
pub struct BadId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// The id with these bytes. A new id needs 16 bytes from a good random source.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The bytes as they stand in an envelope.
            pub const fn bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                sixteen(text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

id! {
    /// The unit of sharing and of keys: a werkgebied, a school, a dossier, a budget.
    SpaceId
}
id! {
    /// One document within a space. Who may write it follows the role.
    PartId
}
id! {
    /// One browser profile. Later: the first half of the hash of its two public keys.
    DeviceId
}

id! {
    /// One encrypted file. Drawn at random; two of the same content have two names.
    BlobId
}

impl PartId {
    /// Where devices lay down snapshots of a part and receipts for them. It holds no document.
    pub fn beside(part: Self) -> Self {
        let digest = Sha256::new().chain_update(b"thuisnabij/beside/").chain_update(part.0);
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest.finalize()).for_each(|(to, from)| *to = from);
        Self(bytes)
    }

    /// Not a part that anybody writes in: a rule about it is a rule about every part of which nothing was said, also those
    /// that are begun later.
    pub fn rest() -> Self {
        Self::named("al het andere")
    }

    /// The part with a fixed name, the same in every space: `PartId::named("begroting")`.
    pub fn named(name: &str) -> Self {
        let digest = Sha256::new().chain_update(b"thuisnabij/part/").chain_update(name).finalize();
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(digest) {
            *to = from;
        }
        Self(bytes)
    }
}

/// The generation of a space's key. It goes up when a member leaves.
pub type Epoch = u64;

/// The place of an envelope in the chain of one device in one part: 1, 2, 3, …
pub type Seq = u64;

/// SHA-256 of an envelope's bytes; 32 zeros stand before the first one.
pub type Hash = [u8; 32];

/// The hash before the first envelope of a chain.
pub const NO_HASH: Hash = [0; 32];

/// SHA-256 of the given bytes.
pub fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes from exactly their hexadecimal digits; `None` for anything else.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (to, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let digit = |at: usize| char::from(*pair.get(at)?).to_digit(16);
        *to = u8::try_from(digit(0)? << 4 | digit(1)?).ok()?;
    }
    Some(bytes)
}

fn sixteen(text: &str) -> Result<[u8; 16], BadId> {
    let digits = text.as_bytes();
    if digits.len() != 32 {
        return Err(BadId);
    }
    let mut bytes = [0; 16];
    for (to, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *to = pair.iter().try_fold(0, |value, digit| Ok(value << 4 | nibble(*digit)?))?;
    }
    Ok(bytes)
}

fn nibble(digit: u8) -> Result<u8, BadId> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(BadId),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_prints() {
        let id = DeviceId::from_bytes(*b"0123456789abcdef");
        assert_eq!(id.to_string(), "30313233343536373839616263646566");
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_has_one_spelling() {
        assert_eq!("30".parse::<SpaceId>(), Err(BadId));
        assert_eq!("3031323334353637383961626364656F".parse::<SpaceId>(), Err(BadId));
        assert_eq!("é".repeat(16).parse::<SpaceId>(), Err(BadId));
    }

    #[test]
    fn a_named_part_is_the_same_on_every_device() {
        assert_eq!(PartId::named("begroting"), PartId::named("begroting"));
        assert_ne!(PartId::named("begroting"), PartId::named("agenda"));
    }
}
