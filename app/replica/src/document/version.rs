//! How much of every session's writing there is: compared and joined, never ordered by time.

use std::collections::BTreeMap;

use crate::gather::Gather;

use loro::{LoroDoc, VersionVector};

use super::{DocumentError, damaged};

/// How much of every session's writing is in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version(pub(super) BTreeMap<u64, i32>);

impl Version {
    /// Whether everything in `other` is in this one too.
    pub fn includes(&self, other: &Self) -> bool {
        other.0.iter().all(|(peer, count)| self.0.get(peer).is_some_and(|own| own >= count))
    }

    /// Adds what the other holds.
    pub fn join(&mut self, other: &Self) {
        for (peer, count) in &other.0 {
            let own = self.0.entry(*peer).or_default();
            *own = (*own).max(*count);
        }
    }

    /// What an update or snapshot brings a document to, without applying it.
    pub fn of_update(bytes: &[u8]) -> Result<Self, DocumentError> {
        let read = || LoroDoc::decode_import_blob_meta(bytes, true).map_err(damaged);
        let meta = super::trial::attempt(&[bytes], read)?;
        Ok(Self::from_loro(&meta.partial_end_vv))
    }

    pub(super) fn from_loro(version: &VersionVector) -> Self {
        Self(version.iter().filter(|(_, n)| **n > 0).map(|(peer, n)| (*peer, *n)).gather())
    }

    pub(super) fn to_loro(&self) -> VersionVector {
        VersionVector::from_iter(self.0.iter().map(|(peer, n)| loro::ID::new(*peer, *n - 1)))
    }
}
