//! The readers of `tests/decoders`, the same table, for the fuzz targets.
#![allow(clippy::unwrap_used)] // ok: a fuzz target may stop

#[path = "../../tests/decoders/readers.rs"]
mod readers;

/// Gives bytes to a reader; also with the sum at their end made right, where there is one.
pub fn read(name: &str, bytes: &[u8]) {
    for reader in readers::READERS.iter().filter(|reader| reader.name == name) {
        (reader.read)(bytes);
        if let Some(mend) = reader.mend {
            (reader.read)(&mend(bytes.to_vec()));
        }
    }
}
