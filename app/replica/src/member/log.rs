//! The log itself: entries that build on each other, in whatever order they arrive.

use std::collections::BTreeMap;

use super::bits::Bits;
use super::entry::{Entry, Signed};
use super::rules::{self, LogError};
use super::state::Members;
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, SpaceId};
use crate::keys::DeviceKeys;

/// How many entries a log takes.
pub const MAX_LOG: usize = 4096;

/// How many bytes may wait for entries that they build on.
pub const MAX_WAITING: usize = 2 * 1024 * 1024;

/// An entry with its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) signed: Signed,
    /// Everything that it builds on.
    pub(super) before: Bits,
    /// The longest way to the first entry.
    pub(super) depth: u32,
    /// Whether it holds even if its author loses beheer at the same time.
    pub(super) firm: bool,
}

/// The membership log of one space.
#[derive(Clone, Debug)]
pub struct Log {
    space: SpaceId,
    pub(super) nodes: Vec<Node>,
    index: BTreeMap<Hash, usize>,
    /// Every node, what is built upon first.
    pub(super) order: Vec<usize>,
    /// Which nodes are about a device.
    pub(super) about: BTreeMap<DeviceId, Vec<usize>>,
    waiting: BTreeMap<Hash, Signed>,
}

/// What became of an entry, and of others that waited for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// Taken. `refused` waited for it and were refused after all.
    New { refused: Vec<(Hash, LogError)> },
    /// Was here already; nothing changed.
    Known,
    /// Kept until the entries arrive that it builds on.
    Waiting { missing: Vec<Hash> },
}

impl Log {
    /// A log with this first entry. Take it from who invited you and from nobody else: `root` is
    /// its hash in the invitation.
    pub fn open(root: &Hash, first: &[u8]) -> Result<Self, LogError> {
        let signed = Signed::decode(first)?;
        let entry = signed.entry();
        if signed.id() != root {
            return Err(LogError::OtherRoot);
        }
        if !entry.parents.is_empty() {
            return Err(LogError::BadParents);
        }
        rules::begins(entry)?;
        let public = entry.change.introduces().ok_or(LogError::UnknownAuthor)?;
        if !signed.is_signed_by(public) {
            return Err(LogError::BadSignature);
        }
        let mut log = Self {
            space: entry.space,
            nodes: Vec::new(),
            index: BTreeMap::new(),
            order: Vec::new(),
            about: BTreeMap::new(),
            waiting: BTreeMap::new(),
        };
        log.push(Node { signed, before: Bits::default(), depth: 0, firm: true });
        Ok(log)
    }

    /// The space.
    pub const fn space(&self) -> SpaceId {
        self.space
    }

    /// The hash of the first entry: what an invitation tells.
    pub fn root(&self) -> Hash {
        self.nodes.first().map_or([0; 32], |node| *node.signed.id())
    }

    /// Takes an entry, if it may. Order does not matter and the same entry twice is once.
    pub fn add(&mut self, bytes: &[u8]) -> Result<Added, LogError> {
        let signed = Signed::decode(bytes)?;
        if signed.entry().space != self.space {
            return Err(LogError::OtherSpace);
        }
        if self.index.contains_key(signed.id()) {
            return Ok(Added::Known);
        }
        let missing = self.missing(signed.entry());
        if missing.is_empty() {
            self.admit(signed)?;
            return Ok(Added::New { refused: self.retry() });
        }
        self.wait(signed)?;
        Ok(Added::Waiting { missing })
    }

    /// Every entry, in an order in which [`add`](Self::add) takes them one by one.
    pub fn entries(&self) -> impl Iterator<Item = &Signed> {
        self.order.iter().filter_map(|index| self.nodes.get(*index)).map(|node| &node.signed)
    }

    /// Every entry in the same order, and whether it is void: its author lost beheer meanwhile.
    pub fn judged(&self) -> Vec<(bool, &Signed)> {
        let everything = self.everything();
        let view = super::state::View::new(self, &everything);
        let void: Vec<_> = view.nodes().map(|(void, _)| void).collect();
        void.into_iter().zip(self.entries()).collect()
    }

    /// The entry with this name.
    pub fn entry(&self, id: &Hash) -> Option<&Signed> {
        self.node(id).map(|(_, node)| &node.signed)
    }

    /// Entries on which nothing builds yet, sorted.
    pub fn heads(&self) -> Vec<Hash> {
        let everything = self.everything();
        self.heads_of(&everything)
    }

    /// Entries that are waited for, without those that wait themselves.
    pub fn wanted(&self) -> Vec<Hash> {
        let parents = self.waiting.values().flat_map(|signed| &signed.entry().parents);
        let unknown = |id: &&Hash| !self.index.contains_key(*id) && !self.waiting.contains_key(*id);
        let wanted: std::collections::BTreeSet<_> = parents.filter(unknown).copied().gather();
        wanted.into_iter().collect()
    }

    /// Who is in, by everything that we know.
    pub fn members(&self) -> Members {
        Members::of(self, &self.everything())
    }

    /// Who was in at one entry: by that entry and all that it builds on.
    pub fn at(&self, id: &Hash) -> Option<Members> {
        let (index, node) = self.node(id)?;
        let mut set = node.before.clone();
        set.insert(index);
        Some(Members::of(self, &set))
    }

    /// Signs an entry on top of all that we know, and takes it.
    pub fn write(
        &mut self,
        change: super::Change,
        keys: &DeviceKeys,
        at: u64,
    ) -> Result<Signed, LogError> {
        let mut parents = self.heads();
        parents.truncate(super::entry::MAX_PARENTS);
        let entry = Entry { space: self.space, parents, author: keys.id(), at, change };
        let signed = entry.sign(keys)?;
        self.admit(signed.clone())?;
        Ok(signed)
    }

    fn admit(&mut self, signed: Signed) -> Result<(), LogError> {
        if self.nodes.len() >= MAX_LOG {
            return Err(LogError::Full);
        }
        let entry = signed.entry();
        let (before, depth) = self.past(entry)?;
        let members = Members::of(self, &before);
        let author = members.public(entry.author).ok_or(LogError::UnknownAuthor)?;
        if !signed.is_signed_by(author) {
            return Err(LogError::BadSignature);
        }
        let firm = rules::authorise(&members, entry)?;
        self.push(Node { signed, before, depth, firm });
        Ok(())
    }

    /// What an entry builds on. Its parents stand in order and none builds on another, so that an
    /// entry has one spelling. A circle cannot be made: an entry names the hashes of its parents.
    fn past(&self, entry: &Entry) -> Result<(Bits, u32), LogError> {
        let parents: Vec<_> = entry.parents.iter().filter_map(|id| self.node(id)).collect();
        if entry.parents.is_empty() {
            return Err(LogError::OtherRoot);
        }
        if parents.len() != entry.parents.len() || !entry.parents.is_sorted_by(|a, b| a < b) {
            return Err(LogError::BadParents);
        }
        let mut before = Bits::default();
        parents.iter().for_each(|(_, node)| before.unite(&node.before));
        if parents.iter().any(|(index, _)| before.contains(*index)) {
            return Err(LogError::BadParents);
        }
        parents.iter().for_each(|(index, _)| before.insert(*index));
        let depth = parents.iter().map(|(_, node)| node.depth).max().unwrap_or(0);
        Ok((before, depth + 1))
    }

    fn push(&mut self, node: Node) {
        let index = self.nodes.len();
        let place = (node.depth, *node.signed.id());
        let devices = node.signed.entry().change.devices();
        devices.into_iter().for_each(|device| self.about.entry(device).or_default().push(index));
        let at = self.order.partition_point(|other| self.place(*other) < Some(place));
        self.order.insert(at, index);
        self.index.insert(place.1, index);
        self.nodes.push(node);
    }

    fn place(&self, index: usize) -> Option<(u32, Hash)> {
        self.nodes.get(index).map(|node| (node.depth, *node.signed.id()))
    }

    fn wait(&mut self, signed: Signed) -> Result<(), LogError> {
        let waiting: usize = self.waiting.values().map(|signed| signed.encode().len()).sum();
        if waiting + signed.encode().len() > MAX_WAITING {
            return Err(LogError::Full);
        }
        self.waiting.insert(*signed.id(), signed);
        Ok(())
    }

    /// Takes what waited, until nothing more can be taken.
    fn retry(&mut self) -> Vec<(Hash, LogError)> {
        let mut refused = Vec::new();
        while let Some(id) = self.ready() {
            if let Some(signed) = self.waiting.remove(&id)
                && let Err(error) = self.admit(signed)
            {
                refused.push((id, error));
            }
        }
        refused
    }

    fn ready(&self) -> Option<Hash> {
        let ready = |signed: &&Signed| self.missing(signed.entry()).is_empty();
        self.waiting.values().find(ready).map(|signed| *signed.id())
    }

    fn missing(&self, entry: &Entry) -> Vec<Hash> {
        entry.parents.iter().filter(|id| !self.index.contains_key(*id)).copied().collect()
    }

    pub(super) fn node(&self, id: &Hash) -> Option<(usize, &Node)> {
        let index = *self.index.get(id)?;
        Some((index, self.nodes.get(index)?))
    }

    fn everything(&self) -> Bits {
        let mut set = Bits::default();
        (0..self.nodes.len()).for_each(|index| set.insert(index));
        set
    }

    pub(super) fn heads_of(&self, set: &Bits) -> Vec<Hash> {
        let mut covered = Bits::default();
        let nodes = || set.iter().filter_map(|index| Some((index, self.nodes.get(index)?)));
        nodes().for_each(|(_, node)| covered.unite(&node.before));
        let mut heads: Vec<_> = nodes()
            .filter(|(index, _)| !covered.contains(*index))
            .map(|(_, node)| *node.signed.id())
            .collect();
        heads.sort_unstable();
        heads
    }
}
