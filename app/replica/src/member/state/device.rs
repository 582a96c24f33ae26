//! One device over time: how it came in, its roles one after another, how it left.

use std::collections::BTreeMap;

use super::super::change::Joined;
use crate::id::{DeviceId, Hash, PartId, Seq};
use crate::keys::wire::Writer;
use crate::role::Role;
use crate::seal::ChainHead;

/// A device that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What was said when it came in. The role is the first one.
    pub joined: Joined,
    /// The entry by which it came in.
    pub since: Hash,
    /// Who let it in.
    pub by: DeviceId,
    /// When, by that device's clock, in milliseconds since 1970. Only ever shown.
    pub at: u64,
    pub(super) roles: Vec<Span>,
    pub(super) removal: Option<Removal>,
}

/// How a device left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removal {
    /// The entries that removed it.
    pub entries: Vec<Hash>,
    /// What counts of what it wrote, per part.
    pub seen: BTreeMap<PartId, ChainHead>,
}

/// A role from some point on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) role: Role,
    pub(super) by: Hash,
    /// The entries on this device's role that this one was built upon.
    pub(super) over: Vec<Hash>,
    pub(super) seen: BTreeMap<PartId, Seq>,
}

impl Member {
    /// The role now; `None` for who left.
    pub fn role(&self) -> Option<Role> {
        if self.removal.is_some() { None } else { self.newest(|_| true) }
    }

    /// Everything that says what counts of what it wrote, in one spelling.
    pub(super) fn standing(&self, to: &mut Writer) {
        to.list(self.roles.len());
        for span in &self.roles {
            to.list(4).number(span.role.number()).bytes(&span.by).list(span.over.len());
            for by in &span.over {
                to.bytes(by);
            }
            to.list(span.seen.len());
            for (part, seq) in &span.seen {
                to.list(2).bytes(part.bytes()).number(*seq);
            }
        }
        let seen = self.removal.iter().flat_map(|removal| removal.seen.values());
        to.list(usize::from(self.removal.is_some())).list(seen.clone().count());
        seen.for_each(|head| crate::seal::write(to, head));
        to.bytes(self.joined.side.bytes());
    }

    /// How it left, if it did.
    pub const fn removal(&self) -> Option<&Removal> {
        self.removal.as_ref()
    }

    /// The role that counts for one envelope. What somebody in good standing built upon
    /// (`vouched`) was allowed then, and stays so after a role was changed or taken.
    pub(super) fn role_for(&self, part: PartId, seq: Seq, vouched: Seq) -> Option<Role> {
        if seq <= vouched {
            return self.roles.iter().map(|span| span.role).max();
        }
        if let Some(removal) = &self.removal
            && seq > removal.seen.get(&part).map_or(0, |head| head.seq)
        {
            return None;
        }
        self.newest(|span| seq > span.seen.get(&part).copied().unwrap_or(0))
    }

    /// The lowest of the roles that were set last, among those that apply. The first always does.
    fn newest(&self, applies: impl Fn(&Span) -> bool) -> Option<Role> {
        let spans = || self.roles.iter().filter(|span| span.by == self.since || applies(span));
        let overtaken = |span: &Span| spans().any(|later| later.over.contains(&span.by));
        spans().filter(|span| !overtaken(span)).map(|span| span.role).min()
    }

    /// Adds a role, set by an entry that was built upon the entries for which `upon` says so.
    pub(super) fn set_role(
        &mut self,
        role: Role,
        by: Hash,
        seen: BTreeMap<PartId, Seq>,
        upon: impl Fn(&Hash) -> bool,
    ) {
        let over = self.roles.iter().map(|span| span.by).filter(upon).collect();
        self.roles.push(Span { role, by, over, seen });
    }
}
