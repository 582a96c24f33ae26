//! Judging what is held: one envelope and what follows from it, or everything again.

use super::{Inbox, Reason, Room, Shelf, Waits};
use crate::id::{Hash, Seq};
use crate::member::{Finding, KnownChains, Pending, Refused, Verdict, compare};
use crate::seal::{self, Heads, SealError};
use crate::sync::Alarm;

impl Inbox {
    /// Judges one envelope, and then those that waited for it.
    pub(super) fn consider(&mut self, hash: Hash) {
        let mut todo = vec![hash];
        while let Some(hash) = todo.pop() {
            let Some(held) = self.held.get(&hash) else { continue };
            if self.chains_have(&hash) {
                continue;
            }
            let verdict = (self.judge)(&held.envelope, &hash, &self.members, &self.chains);
            let shelf = match verdict {
                Verdict::Accepted(grant) => match self.unseal(&hash) {
                    Ok(()) => Shelf::Accepted(grant),
                    Err(shelf) => shelf,
                },
                Verdict::Duplicate => {
                    self.forget(&hash);
                    continue;
                }
                Verdict::Pending(pending) => Shelf::Waiting(Waits::For(pending)),
                Verdict::Refused(refused) => Shelf::Refused(refused.into()),
            };
            self.put(hash, shelf);
            if matches!(shelf, Shelf::Accepted(_)) {
                self.follow(&hash, &mut todo);
            }
        }
    }

    fn chains_have(&self, hash: &Hash) -> bool {
        use crate::member::Chains;
        self.held.get(hash).is_some_and(|held| {
            let header = &held.envelope.header;
            self.chains.hash(header.part, header.device, header.seq) == Some(*hash)
        })
    }

    /// Opens an envelope that was judged, once. Judging verified its signature, which costs more than everything else together.
    fn unseal(&mut self, hash: &Hash) -> Result<(), Shelf> {
        let unreadable = Shelf::Refused(Reason::Unreadable);
        let held = self.held.get_mut(hash).ok_or(unreadable)?;
        if held.opened.is_some() {
            return Ok(());
        }
        match seal::open_verified(&held.envelope, &self.ring) {
            Ok(opened) => held.opened = Some(opened),
            Err(SealError::NoKey(epoch)) => return Err(Shelf::Waiting(Waits::Key(epoch))),
            Err(_) => return Err(unreadable),
        }
        Ok(())
    }

    fn put(&mut self, hash: Hash, shelf: Shelf) {
        if let Some(held) = self.held.get_mut(&hash) {
            let size = held.envelope.body.len();
            match (held.shelf.is_of_nobody(), shelf.is_of_nobody()) {
                (false, true) => self.unknown.more(size),
                (true, false) => self.unknown.less(size),
                _ => {}
            }
            held.shelf = shelf;
            self.touched.push(hash);
        }
        if let Shelf::Refused(Reason::Refused(Refused::Fork { .. })) = shelf
            && let Some(held) = self.held.get(&hash)
        {
            let header = &held.envelope.header;
            let (part, device, seq) = (header.part, header.device, header.seq);
            self.alarms.insert(Alarm::Fork { part, device, seq });
        }
    }

    /// After an envelope was accepted: what may be judged otherwise now.
    fn follow(&mut self, hash: &Hash, todo: &mut Vec<Hash>) {
        let Some(held) = self.held.get(hash) else { return };
        let header = held.envelope.header;
        let heads = held.opened.as_ref().map(|opened| opened.heads.clone()).unwrap_or_default();
        self.chains.accept(&header, *hash);
        let place = (header.part, header.device, header.seq);
        if self.expected.remove(&place).is_some_and(|told| told != *hash) {
            let (part, device, seq) = place;
            self.alarms.insert(Alarm::Fork { part, device, seq });
        }
        self.chains.vouch(header.device, &heads);
        self.listen(&heads);
        let next = (header.part, header.device, header.seq + 1);
        todo.extend(self.places.get(&next).into_iter().flatten());
        for head in heads.chains.iter().filter(|head| head.device != header.device) {
            let vouched = (head.part, head.device, 1)..=(head.part, head.device, head.seq);
            let refused = self.places.range(vouched).flat_map(|(_, hashes)| hashes);
            let refused = refused.filter(|hash| {
                matches!(
                    self.shelf(hash),
                    Some(Shelf::Refused(Reason::Refused(Refused::Denied(_))))
                )
            });
            todo.extend(refused);
        }
    }

    /// Compares what another member had with what we have (F20, F21).
    fn listen(&mut self, heads: &Heads) {
        for finding in compare(&self.log, &self.chains, heads) {
            match finding {
                Finding::LogBehind(id) => {
                    self.log_goals.insert(id);
                }
                Finding::Behind { head, .. } => {
                    self.aim((head.part, head.device), head.seq);
                    self.expected.insert((head.part, head.device, head.seq), head.hash);
                }
                Finding::Fork { head, .. } => {
                    let (part, device, seq) = (head.part, head.device, head.seq);
                    self.alarms.insert(Alarm::Fork { part, device, seq });
                }
            }
        }
    }

    /// Judges again what the membership log can make otherwise.
    pub(super) fn retry(&mut self) {
        let waits = |shelf: &Shelf| match shelf {
            Shelf::Accepted(_) | Shelf::Waiting(Waits::For(Pending::Missing { .. })) => false,
            Shelf::Waiting(_) | Shelf::Refused(_) => true,
        };
        let hashes = self.places.values().flatten().copied();
        let waiting: Vec<_> =
            hashes.filter(|hash| self.shelf(hash).as_ref().is_some_and(waits)).collect();
        waiting.into_iter().for_each(|hash| self.consider(hash));
    }

    /// Judges everything again that waits or was refused.
    pub(super) fn retry_all(&mut self) {
        let hashes = self.places.values().flatten().copied();
        let accepted = |hash: &Hash| matches!(self.shelf(hash), Some(Shelf::Accepted(_)));
        let others: Vec<_> = hashes.filter(|hash| !accepted(hash)).collect();
        others.into_iter().for_each(|hash| self.consider(hash));
    }

    /// Judges everything again, from nothing or from what a snapshot has. What was accepted goes before another in its place.
    pub(crate) fn rejudge(&mut self) {
        self.chains = KnownChains::default();
        self.below.iter().for_each(|(chain, tip)| self.chains.start(*chain, tip));
        self.vouched.iter().for_each(|(chain, seq)| self.chains.vouch_for(*chain, *seq));
        let mut order: Vec<(_, Seq, bool, Hash)> = Vec::new();
        for ((part, device, seq), hashes) in &self.places {
            for hash in hashes {
                let accepted = matches!(self.shelf(hash), Some(Shelf::Accepted(_)));
                order.push(((*part, *device), *seq, !accepted, *hash));
            }
        }
        order.sort_unstable();
        for held in self.held.values_mut() {
            held.shelf = Shelf::Waiting(Waits::New);
        }
        self.unknown = Room::default();
        order.iter().for_each(|(.., hash)| self.consider(*hash));
        self.touched.extend(order.iter().map(|(.., hash)| *hash));
    }
}
