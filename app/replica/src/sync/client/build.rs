//! Documents from what was accepted: a part's snapshot, and the envelopes that came after.

use std::collections::BTreeSet;

use super::{Client, Effect};
use crate::document::{Document, DocumentError, Session, Version};
use crate::gather::Gather;
use crate::id::{Hash, PartId, sha256};
use crate::journal::{CompactError, EVERY, verified_snapshot};
use crate::member::{Chains, Grant, Tip};
use crate::store::{Op, Table};
use crate::sync::inbox::{Shelf, Tips};
use crate::sync::judged::Judged;
use crate::sync::rows;

/// A document as the log has it, and what became of the envelopes that were read for it.
#[derive(Debug)]
pub struct Built {
    pub document: Document,
    /// Envelopes that are in the document.
    pub applied: usize,
    /// Accepted ones that wait for changes which are not here.
    pub pending: usize,
    /// Accepted ones in which the changes are damaged. They stay in the log.
    pub bad: Vec<Hash>,
}

impl Client {
    /// The document of a part.
    pub fn build(&self, part: PartId, session: Session) -> Result<Built, DocumentError> {
        let mut document = match self.starts.get(&part) {
            Some(bytes) => Document::open(session, bytes)?,
            None => Document::new(session)?,
        };
        let accepted: Vec<_> = self.opened(part).collect();
        let adds =
            |hash: &Hash| matches!(self.inbox.shelf(hash), Some(Shelf::Accepted(Grant::AddOnly)));
        let (adding, changing): (Vec<_>, Vec<_>) =
            accepted.iter().partition(|(hash, _)| adds(hash));
        let payloads: Vec<_> = changing.iter().map(|(_, payload)| payload.to_vec()).collect();
        let batch = document.import_batch(&payloads);
        if adding.is_empty() && batch.as_ref().is_ok_and(|batch| !batch.pending) {
            // All of it is there; to look into every one for that takes half as long as reading it.
            return Ok(Built { document, applied: accepted.len(), pending: 0, bad: Vec::new() });
        }
        let together = batch.is_ok();
        if !together {
            // One by one, so that one that is damaged stops no other.
            payloads.iter().for_each(|payload| drop(document.import(payload)));
        }
        for (_, payload) in adding {
            // What is not taken is counted below.
            let _ = document.import_adding(payload);
        }
        let mut built = Built { document, applied: 0, pending: 0, bad: Vec::new() };
        for (hash, payload) in &accepted {
            let whole = if adds(hash) {
                !built.document.has_refused(&sha256(payload))
            } else {
                together || built.document.import(payload).is_ok()
            };
            // What was left alone is not looked into either.
            let end = if whole { Version::of_update(payload).ok() } else { None };
            match end {
                Some(end) => {
                    let there = built.document.version().includes(&end);
                    if there { built.applied += 1 } else { built.pending += 1 }
                }
                None => built.bad.push(*hash),
            }
        }
        Ok(built)
    }

    /// Every part of which anything was accepted.
    pub fn parts(&self) -> BTreeSet<PartId> {
        let accepted = self.inbox.chains().tips().map(|((part, _), _)| part);
        let mut parts: BTreeSet<_> = accepted.chain(self.starts.keys().copied()).gather();
        let beside: Vec<_> = parts.iter().map(|part| PartId::beside(*part)).collect();
        parts.retain(|part| !beside.contains(part));
        parts
    }

    fn opened(&self, part: PartId) -> impl Iterator<Item = (Hash, &[u8])> {
        let chains = self.inbox.chains();
        self.inbox.accepted().filter(move |(header, _)| header.part == part).filter_map(
            move |(header, payload)| {
                Some((chains.hash(header.part, header.device, header.seq)?, payload))
            },
        )
    }

    /// Whether so much was accepted in this part that the next start gains by a snapshot.
    pub fn snapshot_is_due(&self, part: PartId) -> bool {
        let tips = self.inbox.chains().tips().filter(|((of, _), _)| *of == part);
        let new = tips.map(|(chain, tip)| {
            tip.seq - self.based.get(&chain).map_or(0, |tip| tip.seq).min(tip.seq)
        });
        new.sum::<u64>() >= EVERY as u64
    }

    /// Queues a local snapshot of a part: the next start begins there. The envelopes stay in the log.
    pub fn snapshot(
        &mut self,
        part: PartId,
        document: &Document,
    ) -> Result<Vec<Effect>, CompactError> {
        if self.is_erased() {
            return Err(CompactError::Blocked);
        }
        if !self.storing.is_empty() || self.inbox.stale {
            return Err(CompactError::Busy);
        }
        let tips = self.held_in(part, document)?;
        let bytes = verified_snapshot(document, self.inbox.keys().id())?;
        self.based.retain(|(of, _), _| *of != part);
        self.based.extend(tips);
        self.documents.insert(part, sha256(&bytes));
        let space = self.inbox.space();
        let judged = Judged {
            standing: self.inbox.members().standing(),
            documents: self.documents.clone(),
            tips: self.based.clone(),
            vouched: self.inbox.chains().all_vouched().collect(),
        };
        let ops = vec![
            rows::put(rows::document_key(space, part), bytes),
            rows::put(rows::judged_key(space), judged.encode()),
        ];
        self.queue(ops, Vec::new());
        Ok(self.go_on())
    }

    /// Up to where a document has every chain of a part. What waits in it for other changes, and what
    /// follows that in its chain, is read again at the next start.
    pub(super) fn held_in(&self, part: PartId, document: &Document) -> Result<Tips, CompactError> {
        let version = document.version();
        let mut known = match self.starts.get(&part) {
            Some(bytes) => Version::of_update(bytes)?,
            None => Version::default(),
        };
        let mut tips: Tips = self.inbox.chains().tips().filter(|((of, _), _)| *of == part).gather();
        let me = self.inbox.keys().id();
        for (header, payload) in self.inbox.accepted().filter(|(header, _)| header.part == part) {
            let chain = (part, header.device);
            match Version::of_update(payload) {
                Ok(end) => {
                    let there = version.includes(&end);
                    known.join(&end);
                    if there {
                        continue;
                    }
                }
                Err(_) if header.device != me => {}
                Err(error) => return Err(error.into()),
            }
            if header.device == me {
                return Err(CompactError::Behind);
            }
            let before = self.inbox.chains().at(chain, header.seq - 1);
            let tip = tips.get(&chain).copied();
            if tip.is_some_and(|tip: Tip| header.seq <= tip.seq) {
                match before {
                    Some(before) => tips.insert(chain, before),
                    None => tips.remove(&chain),
                };
            }
        }
        if known.includes(&version) { Ok(tips) } else { Err(CompactError::Ahead) }
    }

    /// After everything was judged again: what was judged before counts no longer, also at the next
    /// start.
    pub(super) fn forget_judged(&mut self) {
        if !std::mem::take(&mut self.inbox.rejudged) {
            return;
        }
        self.based.clear();
        let floors = self.floors.values();
        self.starts =
            floors.map(|floor| (floor.shared.part, floor.shared.document.clone())).gather();
        self.sharing.look = true;
        let space = self.inbox.space();
        let mut keys: Vec<_> = std::mem::take(&mut self.documents)
            .into_keys()
            .map(|part| rows::document_key(space, part))
            .collect();
        keys.push(rows::judged_key(space));
        let table = Table::Meta;
        let ops = keys.into_iter().map(|key| Op::Delete { table, key }).collect();
        self.queue(ops, Vec::new());
    }
}
