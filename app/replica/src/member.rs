//! Who is in a space: a signed, hash-linked log that only grows, and what follows from it.
//! Format and merge rules: KEYS.md, "Membership".
//!
//! What is taken away stays taken away, whatever happens at the same time: remove beats add.

mod author;
mod bits;
mod change;
mod check;
mod codec;
mod entry;
mod log;
mod names;
mod rules;
mod state;

#[cfg(test)]
pub(crate) mod tests;

pub use author::AuthorError;
pub use change::{Change, Given, Joined, Label, NewEpoch, PartRule};
pub use check::{
    Chains, Finding, Grant, KnownChains, Pending, Refused, Tip, Verdict, check, compare,
};
pub use entry::{Entry, MAX_ENTRY, MAX_LABEL, MAX_MEMBERS, MAX_PARENTS, MAX_SEEN, Signed};
pub use log::{Added, Log, MAX_LOG, MAX_WAITING};
pub use names::{PersonId, SideId, epoch_of, generation};
pub use rules::LogError;
pub(crate) use state::Standing;
pub use state::{Denied, Member, Members, Removal};
