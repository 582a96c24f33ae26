//! One hash for one visible state: maps sorted by key, every value tagged with its type.

use loro::LoroValue;
use sha2::{Digest, Sha256};

use crate::id::Hash;

/// SHA-256 of the value; empty containers at the root do not count, as reading makes them.
pub(super) fn canonical(root: &LoroValue) -> Hash {
    let mut hasher = Sha256::new();
    if let LoroValue::Map(map) = root {
        let mut names: Vec<&String> =
            map.iter().filter(|(_, value)| !is_empty(value)).map(|(name, _)| name).collect();
        names.sort();
        for name in names {
            bytes(&mut hasher, b'k', name.as_bytes());
            map.get(name).into_iter().for_each(|value| add(&mut hasher, value));
        }
    }
    hasher.finalize().into()
}

fn is_empty(value: &LoroValue) -> bool {
    match value {
        LoroValue::List(list) => list.is_empty(),
        LoroValue::Map(map) => map.is_empty(),
        LoroValue::String(text) => text.is_empty(),
        _ => false,
    }
}

fn add(hasher: &mut Sha256, value: &LoroValue) {
    match value {
        LoroValue::Null => bytes(hasher, b'0', &[]),
        LoroValue::Bool(value) => bytes(hasher, b'b', &[u8::from(*value)]),
        LoroValue::Double(value) => bytes(hasher, b'd', &value.to_bits().to_be_bytes()),
        LoroValue::I64(value) => bytes(hasher, b'i', &value.to_be_bytes()),
        LoroValue::Binary(value) => bytes(hasher, b'x', value),
        LoroValue::String(value) => bytes(hasher, b's', value.as_bytes()),
        LoroValue::Container(id) => bytes(hasher, b'c', id.to_string().as_bytes()),
        LoroValue::List(list) => {
            bytes(hasher, b'l', &(list.len() as u64).to_be_bytes());
            list.iter().for_each(|value| add(hasher, value));
        }
        LoroValue::Map(map) => {
            bytes(hasher, b'm', &(map.len() as u64).to_be_bytes());
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            for key in keys {
                bytes(hasher, b'k', key.as_bytes());
                map.get(key).into_iter().for_each(|value| add(hasher, value));
            }
        }
    }
}

fn bytes(hasher: &mut Sha256, tag: u8, bytes: &[u8]) {
    hasher.update([tag]);
    hasher.update((bytes.len() as u64).to_be_bytes());
    hasher.update(bytes);
}
