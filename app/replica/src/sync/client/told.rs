//! What a client says of itself: what is saved, what was sent, what waits. It changes nothing.

use std::collections::BTreeMap;

use super::{Client, Delivery, Status};
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, PartId, Seq, SpaceId};
use crate::store::{SaveState, Table};
use crate::sync::Reason;
use crate::sync::inbox::Inbox;

impl Client {
    /// When something of a device last came in since the space was opened.
    pub(crate) fn last_arrived(&self, device: DeviceId) -> Option<u64> {
        self.arrived.get(&device).copied()
    }

    /// Rows of the log that were found damaged, with why.
    pub(crate) fn damaged_rows(&self) -> &[(Hash, Reason)] {
        &self.damaged
    }

    /// Rows of the log that a later version wrote.
    pub(crate) fn newer_rows(&self) -> &[Hash] {
        &self.newer
    }

    /// How many shared snapshots were taken in place of envelopes that are nowhere any more.
    pub const fn snapshots_taken(&self) -> usize {
        self.taken
    }

    /// How many envelopes the local snapshot spared us.
    pub fn spared(&self) -> usize {
        let spared: u64 = self.inbox.below.values().map(|tip| tip.seq).sum();
        spared as usize
    }

    /// Whether the relay has not acknowledged this entry.
    pub(crate) fn waits_to_be_told(&self, entry: &Hash) -> bool {
        self.untold.contains_key(entry)
    }

    /// When to call again with [`Event::Tick`], in the caller's milliseconds.
    pub fn wake_at(&self) -> Option<u64> {
        self.link.wake_at().into_iter().chain(self.loading.wake_at()).min()
    }

    /// The space.
    pub const fn space(&self) -> SpaceId {
        self.inbox.space()
    }

    /// What was received, and what became of it.
    pub const fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// How far the relay's order was followed. Under one server it never goes down.
    pub fn cursor(&self) -> u64 {
        self.server.map_or(0, |server| server.cursor)
    }

    /// Where an own envelope is.
    pub fn delivery(&self, part: PartId, seq: Seq) -> Delivery {
        let saved = self.saved.get(&part).is_some_and(|saved| seq <= *saved);
        let sent = self.sent(part) >= seq;
        match (saved, sent) {
            (false, _) => Delivery::Unsaved,
            (true, false) => Delivery::Saved,
            (true, true) => Delivery::Sent,
        }
    }

    /// What is true about saving.
    pub fn state(&self) -> SaveState {
        self.storing.state()
    }

    /// The rows that are not on the disk, for a rescue file.
    pub fn rescue(&self) -> Vec<(Table, String, Vec<u8>)> {
        self.storing.rescue()
    }

    /// Up to where the relay has what this device wrote in a part: *verzonden*.
    pub fn sent(&self, part: PartId) -> Seq {
        self.theirs.get(&(part, self.inbox.keys().id())).copied().unwrap_or(0)
    }

    /// Own envelopes that the relay has not acknowledged, by part; parts where nothing waits are left
    /// out.
    pub fn waiting(&self) -> BTreeMap<PartId, u64> {
        let waits = |(part, (seq, _)): (&PartId, &(Seq, Hash))| {
            (*part, seq.saturating_sub(self.sent(*part)))
        };
        self.own.iter().map(waits).filter(|(_, count)| *count > 0).gather()
    }

    /// The payloads of own changes of a part that the relay does not have, in order.
    pub fn unsent(&self, part: PartId) -> Vec<Vec<u8>> {
        let (me, sent) = (self.inbox.keys().id(), self.sent(part));
        let own = self.inbox.chain_after(part, me, sent);
        own.filter_map(|(.., held)| self.inbox.payload(held)).map(Into::into).collect()
    }

    /// Own decisions about members that the relay has not acknowledged.
    pub fn waiting_entries(&self) -> usize {
        self.untold.len()
    }

    /// What the screen may say.
    pub fn status(&self) -> Status {
        let envelopes: u64 = self.waiting().values().sum();
        Status {
            connection: self.link.connection(),
            not_saved: self.storing.failed().cloned(),
            waiting: self.untold.len() + envelopes as usize,
            up_to_date: self.link.greeted && self.cursor() >= self.link.newest,
            last_answer: self.link.last_answer,
            counts: self.inbox.counts(),
        }
    }
}
