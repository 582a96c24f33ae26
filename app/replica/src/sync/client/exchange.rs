//! What the relay says, and what follows from it.

use super::link::{Asked, WANT_AGAIN};
use super::{Client, Effect};
use std::collections::BTreeMap;

use crate::id::{DeviceId, Hash, PartId, Seq, sha256};
use crate::member::Chains;
use crate::seal::ChainHead;
use crate::store::{Op, Table};
use crate::sync::inbox::{Reason, Taken};
use crate::sync::rows::{self, Server};
use crate::sync::{Alarm, Body, Frame, Item, Refusal, ServerEpoch};

impl Client {
    pub(super) fn message(&mut self, bytes: &[u8]) {
        // What cannot be read is as good as lost: the question is asked again.
        let Ok(frame) = Frame::decode(bytes) else { return };
        if frame.space != self.inbox.space() {
            return;
        }
        if let Body::Poke { server, newest } = frame.body {
            return self.poked(server, newest);
        }
        let Some(asked) = self.link.answered(frame.id) else { return };
        match (asked, frame.body) {
            (_, Body::Refuse { refusal, retry_after }) => self.refused(asked, refusal, retry_after),
            (Asked::Hello, Body::Welcome { server, newest, log, heads }) => {
                self.welcome(server, newest, &log, &heads);
            }
            (
                Asked::Push | Asked::Offer | Asked::Prune,
                Body::Ack { server, newest, entries, heads, refused },
            ) => {
                self.acknowledged(asked, server, newest, (&entries, &heads, &refused));
            }
            (Asked::List, Body::Page { server, after, last, newest, items }) => {
                self.page(server, (after, last, newest), &items);
            }
            (Asked::Want, Body::Given { items }) => self.given(&items),
            _ => self.link.fail(0),
        }
    }

    fn poked(&mut self, server: ServerEpoch, newest: u64) {
        match self.server {
            Some(known) if known.epoch == server => self.link.newest = newest.max(self.link.newest),
            _ => self.link.greeted = false,
        }
    }

    fn refused(&mut self, asked: Asked, refusal: Refusal, retry_after: u64) {
        if asked == Asked::Prune {
            // Then it keeps what it has. Asked again after the next greeting.
            self.refused_proof.extend(self.asked_proof.take());
            return self.link.succeed();
        }
        let member = self.inbox.members().role(self.inbox.keys().id()).is_some();
        if refusal == Refusal::NotFound && asked == Asked::Hello && member {
            // It may not know the space yet, or any more: offer the log, which proves itself.
            return self.offer();
        }
        self.link.fail(retry_after);
        if refusal != Refusal::Busy {
            self.link.refusal = Some(refusal);
        }
    }

    /// The relay tells which server it is and what it has. What it had and lost, it gets again (F17):
    /// nothing is ever concluded from what is not there.
    fn welcome(&mut self, epoch: ServerEpoch, newest: u64, log: &[Hash], heads: &[ChainHead]) {
        let stays = self.server.is_some_and(|known| known.epoch == epoch && newest >= known.cursor);
        self.refused_proof.clear();
        if !stays {
            self.proven.clear();
            self.follow(Server { epoch, cursor: 0 });
        }
        let before = std::mem::take(&mut self.theirs);
        self.stuck.clear();
        heads.iter().for_each(|head| self.confirm(head));
        self.lower(&before);
        self.lost_entries(log);
        self.inbox.told(log, if self.is_erased() { &[] } else { heads });
        // A poke may have been faster than this answer.
        self.link.newest = if stays { newest.max(self.link.newest) } else { newest };
        self.link.greeted = true;
        self.link.succeed();
    }

    fn follow(&mut self, server: Server) {
        if self.server.is_some_and(|known| known != server && server.cursor == 0) {
            self.tell(Alarm::Restored);
        }
        self.server = Some(server);
        self.queue(vec![rows::server(self.inbox.space(), &server)], Vec::new());
    }

    /// What was acknowledged and is there no longer waits again.
    fn lower(&mut self, before: &BTreeMap<(PartId, DeviceId), Seq>) {
        let me = self.inbox.keys().id();
        for ((part, device), seq) in before.iter().filter(|((_, device), _)| *device == me) {
            let now = self.theirs.get(&(*part, *device)).copied().unwrap_or(0);
            if now < *seq {
                let op = rows::acknowledged(self.inbox.space(), *part, now);
                self.queue(vec![op], Vec::new());
                self.tell(Alarm::Restored);
            }
        }
    }

    /// Sends the log again when the relay lacks something of it.
    fn lost_entries(&mut self, theirs: &[Hash]) {
        let ours = self.inbox.log();
        let knows_all = theirs.iter().all(|id| ours.entry(id).is_some());
        if knows_all && self.untold.is_empty() && ours.heads() != theirs {
            self.send_log_again();
        }
    }

    fn send_log_again(&mut self) {
        for signed in self.inbox.log().entries() {
            self.untold.entry(*signed.id()).or_insert(true);
        }
    }

    /// The relay has a chain up to here: counted only when it is the chain that we know.
    fn confirm(&mut self, head: &ChainHead) {
        if self.is_erased() {
            return;
        }
        let chain = (head.part, head.device);
        let ours = self.hash_of(head);
        if ours.is_some_and(|ours| ours != head.hash) {
            let (part, device, seq) = (head.part, head.device, head.seq);
            self.theirs.insert(chain, Seq::MAX);
            return self.tell(Alarm::Fork { part, device, seq });
        }
        let own = head.device == self.inbox.keys().id();
        let last = self.own.get(&head.part).map_or(0, |(seq, _)| *seq);
        if own && ours.is_none() && head.seq > last {
            // It has more of us than we have: this device was put back. Never write over it.
            self.stuck.insert(head.part);
            let (part, device, seq) = (head.part, head.device, head.seq);
            return self.tell(Alarm::Fork { part, device, seq });
        }
        let known = self.theirs.entry(chain).or_default();
        if head.seq > *known {
            *known = head.seq;
            if own {
                let op = rows::acknowledged(self.inbox.space(), head.part, head.seq);
                self.queue(vec![op], Vec::new());
            }
        }
    }

    fn hash_of(&self, head: &ChainHead) -> Option<Hash> {
        let accepted = self.inbox.chains().hash(head.part, head.device, head.seq);
        accepted.or_else(|| {
            let mut chain = self.inbox.chain_after(head.part, head.device, head.seq - 1);
            let held = chain.next().filter(|(seq, ..)| *seq == head.seq);
            // What nobody could check yet says nothing about its author.
            held.filter(|(.., held)| held.shelf.is_verified()).map(|(_, hash, _)| *hash)
        })
    }

    fn acknowledged(
        &mut self,
        asked: Asked,
        server: ServerEpoch,
        newest: u64,
        (entries, heads, refused): (&[Hash], &[ChainHead], &[(Hash, Refusal)]),
    ) {
        if self.server.is_none_or(|known| known.epoch != server) && asked == Asked::Push {
            self.link.greeted = false;
            return;
        }
        let space = self.inbox.space();
        for id in entries {
            if self.untold.remove(id).is_some() {
                let key = rows::untold_key(space, id);
                self.queue(vec![Op::Delete { table: Table::Meta, key }], Vec::new());
            }
        }
        heads.iter().for_each(|head| self.confirm(head));
        self.link.newest = newest.max(self.link.newest);
        self.link.succeed();
        if asked == Asked::Prune {
            self.took_proof();
        }
        refused.iter().for_each(|(hash, refusal)| self.not_taken(hash, *refusal));
        if asked == Asked::Offer {
            self.link.greeted = false;
        }
    }

    fn not_taken(&mut self, hash: &Hash, refusal: Refusal) {
        if matches!(refusal, Refusal::Gap | Refusal::Busy) {
            // It lacks what we thought it had: ask what it has.
            if refusal == Refusal::Gap && self.untold.contains_key(hash) {
                self.send_log_again();
            }
            return self.link.fail(0);
        }
        if self.untold.remove(hash).is_some() {
            return self.tell(Alarm::Refused(refusal));
        }
        if let Some(held) = self.inbox.held.get(hash) {
            let header = held.envelope.header;
            if header.device == self.inbox.keys().id() {
                self.stuck.insert(header.part);
            } else {
                let known = self.theirs.entry((header.part, header.device)).or_default();
                *known = Seq::MAX;
            }
        }
        self.tell(Alarm::Refused(refusal));
    }

    fn page(&mut self, epoch: ServerEpoch, (after, last, newest): (u64, u64, u64), items: &[Item]) {
        let Some(server) = self.server.filter(|known| known.epoch == epoch) else {
            self.link.greeted = false;
            return;
        };
        if after != server.cursor || last < after || (items.is_empty() && last < newest) {
            return self.link.fail(0);
        }
        self.items(items);
        items.iter().for_each(|item| self.has(item));
        // The rows of the page go before the cursor, in one batch.
        self.shelve();
        self.follow(Server { cursor: last, ..server });
        self.link.newest = if items.is_empty() { newest } else { newest.max(self.link.newest) };
        self.link.succeed();
    }

    /// What the relay gave, it has.
    fn has(&mut self, item: &Item) {
        if let Some(held) = self.inbox.held.get(&sha256(item.bytes())) {
            let header = &held.envelope.header;
            if header.device != self.inbox.keys().id() {
                let known = self.theirs.entry((header.part, header.device)).or_default();
                *known = header.seq.max(*known);
            }
        }
    }

    fn given(&mut self, items: &[Item]) {
        self.items(items);
        items.iter().for_each(|item| self.has(item));
        self.link.succeed();
        // What it does not give may lie below a snapshot.
        self.adopt();
        for id in self.inbox.wanted_entries() {
            self.tell(Alarm::EntryWithheld(id));
        }
        for range in self.inbox.wanted_ranges() {
            let (part, device, from, to) = (range.part, range.device, range.from, range.to);
            self.tell(Alarm::Withheld { part, device, from, to });
        }
        self.link.want_at = self.link.now.saturating_add(WANT_AGAIN);
    }

    /// Takes items from anywhere.
    pub(super) fn items(&mut self, items: &[Item]) {
        let space = self.inbox.space();
        let lacked = !self.inbox.wanted_entries().is_empty();
        for item in items {
            let taken = match item {
                Item::Entry(bytes) => {
                    let taken = self.inbox.entry(bytes);
                    if taken == Taken::New {
                        let key = rows::entry_key(space, &sha256(bytes));
                        self.queue(vec![rows::put(key, bytes.clone())], Vec::new());
                    }
                    taken
                }
                // Nothing of an erased space is kept, not even apart.
                Item::Envelope(_) if self.is_erased() => Taken::Known,
                Item::Envelope(bytes) => {
                    let taken = self.inbox.envelope(bytes);
                    self.arrived(bytes, taken);
                    taken
                }
            };
            match taken {
                Taken::Bad(reason) if !self.is_erased() => self.set_apart(item, reason),
                Taken::NoRoom => self.tell(Alarm::Flooded),
                _ => {}
            }
        }
        if lacked && self.inbox.wanted_entries().is_empty() {
            // Now that we can read the relay's log: does it lack something of ours?
            self.link.greeted = false;
        }
    }

    /// Keeps what can never count for who looks for the cause, as long as there is room for such things.
    fn set_apart(&mut self, item: &Item, reason: Reason) {
        let (space, hash, bytes) = (self.inbox.space(), sha256(item.bytes()), item.bytes());
        if self.apart.admit(hash, bytes.len()) {
            let row = rows::quarantine(space, &hash, reason.name(), bytes);
            self.queue(vec![row], Vec::new());
        } else {
            self.tell(Alarm::Flooded);
        }
        // The right one may be lying there: compare heads again.
        self.link.greeted = false;
        self.tell(Alarm::Damaged);
    }

    fn arrived(&mut self, bytes: &[u8], taken: Taken) {
        if taken == Taken::New
            && let Some(held) = self.inbox.held.get(&sha256(bytes))
        {
            self.arrived.insert(held.envelope.header.device, self.link.now);
        }
    }

    fn offer(&mut self) {
        let mut items = Vec::new();
        let mut size = 0;
        for signed in self.entries_to_give() {
            let bytes = signed.encode();
            size += bytes.len() + 16;
            if size > super::send::ROOM || items.len() == crate::sync::MAX_ITEMS {
                break;
            }
            items.push(Item::Entry(bytes));
        }
        let id = self.link.ask(Asked::Offer);
        self.send(id, Body::Push { items });
    }

    pub(super) fn send(&mut self, id: u64, body: Body) {
        let frame = Frame { space: self.inbox.space(), id, body };
        self.effects.push_back(Effect::Send(frame.encode()));
    }
}
