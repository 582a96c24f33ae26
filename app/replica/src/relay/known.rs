//! The membership of a space as the relay knows it: no keys, only who may write.

use crate::member::{Log, Members, Signed};

#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) log: Log,
    pub(super) members: Members,
    /// How many entries were read from the store.
    pub(super) count: usize,
    /// How many bytes those were.
    pub(super) bytes: usize,
}

impl Known {
    /// What was known, with entries from the store; `None` if there is no first one.
    pub(super) fn with(before: Option<&Self>, entries: &[Vec<u8>]) -> Option<Self> {
        let before_bytes = before.map_or(0, |known| known.bytes);
        let bytes = before_bytes + entries.iter().map(Vec::len).sum::<usize>();
        let (mut log, count, rest) = match before {
            Some(known) => (known.log.clone(), known.count, entries),
            None => {
                let (first, rest) = entries.split_first()?;
                (begin(first)?, 1, rest)
            }
        };
        for entry in rest {
            // The store holds what was taken before; it is taken again.
            let _ = log.add(entry);
        }
        let members = log.members();
        Some(Self { log, members, count: count + rest.len(), bytes })
    }
}

/// A log from its first entry. The relay does not know who was invited, so any first entry will do;
/// devices pin theirs.
pub(super) fn begin(first: &[u8]) -> Option<Log> {
    let signed = Signed::decode(first).ok()?;
    Log::open(signed.id(), first).ok()
}
