//! What to ask the relay next: greet, send, list, and then what is missing.

use super::Client;
use super::link::Asked;
use crate::id::{DeviceId, PartId, Seq};
use crate::member::Signed;
use crate::sync::{Body, Item, MAX_ITEMS, MAX_MESSAGE};

/// Bytes of items in one message: the rest is for what stands around them.
pub(super) const ROOM: usize = MAX_MESSAGE - 1024;

impl Client {
    pub(super) fn ask(&mut self) {
        if !self.link.is_free() {
            return;
        }
        let (asked, body) = if !self.link.greeted {
            (Asked::Hello, self.hello())
        } else if let Some(items) = self.outgoing() {
            (Asked::Push, Body::Push { items })
        } else if let Some(body) = self.proof() {
            (Asked::Prune, body)
        } else if let Some(body) = self.list() {
            (Asked::List, body)
        } else if let Some(body) = self.want() {
            (Asked::Want, body)
        } else {
            return;
        };
        let id = self.link.ask(asked);
        self.send(id, body);
    }

    fn hello(&self) -> Body {
        let server = self.server.map(|server| server.epoch);
        Body::Hello { device: self.inbox.keys().id(), server, all: true }
    }

    fn list(&self) -> Option<Body> {
        let server = self.server.filter(|server| server.cursor < self.link.newest)?;
        Some(Body::List { server: server.epoch, after: server.cursor })
    }

    fn want(&self) -> Option<Body> {
        if self.link.now < self.link.want_at {
            return None;
        }
        let (entries, ranges) = (self.inbox.wanted_entries(), self.inbox.wanted_ranges());
        let nothing = entries.is_empty() && ranges.is_empty();
        (!nothing).then_some(Body::Want { entries, ranges })
    }

    /// The next batch that the relay lacks, as far as it is on the disk: entries, own envelopes, and
    /// those of others that it lost or that came here by another way.
    fn outgoing(&self) -> Option<Vec<Item>> {
        let mut batch = Batch::default();
        for signed in self.inbox.log().entries() {
            if self.untold.get(signed.id()) == Some(&true) {
                batch.add(Item::Entry(signed.encode()));
            }
        }
        for chain in self.inbox.chains_held() {
            self.chain(chain, &mut batch);
        }
        (!batch.items.is_empty()).then_some(batch.items)
    }

    /// Up to where a chain may leave this device: of the own ones only what is on the disk.
    pub(crate) fn may_leave(&self, (part, device): (PartId, DeviceId)) -> Seq {
        let own = device == self.inbox.keys().id();
        if own { self.saved.get(&part).copied().unwrap_or(0) } else { Seq::MAX }
    }

    /// The entries of the membership log that may leave this device, what is built upon first.
    pub(crate) fn entries_to_give(&self) -> impl Iterator<Item = &Signed> {
        let on_disk = |signed: &&Signed| self.untold.get(signed.id()) != Some(&false);
        self.inbox.log().entries().filter(on_disk)
    }

    fn chain(&self, (part, device): (PartId, DeviceId), batch: &mut Batch) {
        let own = device == self.inbox.keys().id();
        if own && self.stuck.contains(&part) {
            return;
        }
        let saved = self.may_leave((part, device));
        let mut last = self.theirs.get(&(part, device)).copied().unwrap_or(0);
        for (seq, _, held) in self.inbox.chain_after(part, device, last) {
            if seq != last + 1 || seq > saved || batch.full {
                return;
            }
            last = seq;
            batch.add(Item::Envelope(held.envelope.encode()));
        }
    }
}

#[derive(Default)]
struct Batch {
    items: Vec<Item>,
    size: usize,
    full: bool,
}

impl Batch {
    fn add(&mut self, item: Item) {
        let size = item.bytes().len() + 16;
        self.full |= self.items.len() == MAX_ITEMS || self.size + size > ROOM;
        if !self.full {
            self.size += size;
            self.items.push(item);
        }
    }
}
