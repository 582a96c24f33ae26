//! A drawing in a row or a message of JSON: as letters, half the length of a list of numbers. Rows with such a list are
//! still read.

use replica::id::hex;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use crate::ouder::unhex_all;

#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Letters(String),
    Numbers(Vec<u8>),
}

pub(super) fn serialize<S: Serializer>(drawing: &[u8], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&hex(drawing))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
    match Kept::deserialize(from)? {
        Kept::Letters(letters) => unhex_all(&letters).ok_or_else(|| Error::custom("no drawing")),
        Kept::Numbers(numbers) => Ok(numbers),
    }
}
