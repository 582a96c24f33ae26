//! Taking a batch: every item is judged, what is right is kept in one transaction, and only then
//! acknowledged.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::known::begin;
use super::{AppendError, NewRow, Only, Relay, RelayStore, hash, row};
use crate::envelope::{Envelope, EnvelopeError};
use crate::gather::Gather;
use crate::id::{DeviceId, Hash, NO_HASH, PartId, Seq, SpaceId};
use crate::member::{Added, Log, LogError, Members};
use crate::seal::{self, ChainHead};
use crate::sync::{Body, Item, MAX_CHAINS, Range, Refusal};

/// How often a batch is tried again when another instance was first.
const ATTEMPTS: usize = 3;

type Heads = BTreeMap<(PartId, DeviceId), (Seq, Hash)>;

#[derive(Default)]
struct Taken {
    rows: Vec<NewRow>,
    entries: Vec<Hash>,
    chains: std::collections::BTreeSet<(PartId, DeviceId)>,
    refused: Vec<(Hash, Refusal)>,
}

impl<S: RelayStore> Relay<S> {
    pub(super) async fn push(
        &self,
        device: DeviceId,
        space: SpaceId,
        items: Vec<Item>,
    ) -> Result<(Body, bool), Refusal> {
        match self.straight(device, space, &items).await {
            Ok(Some(answer)) => return Ok(answer),
            Err(AppendError::Store(_)) => return Err(Refusal::Busy),
            Err(AppendError::Full) => return Err(Refusal::Full),
            Ok(None) | Err(AppendError::Fork(_) | AppendError::Gap(_) | AppendError::Moved) => {}
        }
        for _ in 0..ATTEMPTS {
            match self.attempt(device, space, &items).await {
                Err(AppendError::Fork(_) | AppendError::Gap(_)) => {}
                // Perhaps the store has fewer entries than are remembered.
                Err(AppendError::Moved) => self.logs().forget(space),
                Err(AppendError::Store(_)) => return Err(Refusal::Busy),
                Err(AppendError::Full) => return Err(Refusal::Full),
                Ok(answer) => return answer,
            }
        }
        Err(Refusal::Busy)
    }

    /// The way of nearly every batch: envelopes that go on where their chains end, in a space that is remembered.
    /// Nothing is read for it: what this cannot see, the store checks while it keeps. `None`, or a refusal of the
    /// store, says only that it has to be judged item by item.
    async fn straight(
        &self,
        device: DeviceId,
        space: SpaceId,
        items: &[Item],
    ) -> Result<Option<(Body, bool)>, AppendError> {
        let known = self.logs().get(space);
        let known = known.filter(|known| known.members.role(device).is_some());
        let Some(known) = known.filter(|known| !known.members.is_erased()) else { return Ok(None) };
        let Some((rows, heads)) = follow_on(&known.members, space, items) else { return Ok(None) };
        let only = self.only(known.count);
        let newest = self.store.append_only(space, &rows, only).await?;
        let server = self.store.server_epoch().await?;
        let heads = heads.into_iter();
        let heads =
            heads.map(|((part, device), (seq, hash))| ChainHead { part, device, seq, hash });
        let (heads, entries, refused) = (heads.collect(), Vec::new(), Vec::new());
        Ok(Some((Body::Ack { server, newest, entries, heads, refused }, true)))
    }

    const fn only(&self, entries: usize) -> Only {
        Only { entries: Some(entries as u64), below: self.full }
    }

    async fn attempt(
        &self,
        device: DeviceId,
        space: SpaceId,
        items: &[Item],
    ) -> Result<Result<(Body, bool), Refusal>, AppendError> {
        let known = match self.known(space).await {
            Ok(known) => known,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut taken = Taken::default();
        let offered = entries(known.as_ref().map(|known| &known.log), space, items, &mut taken);
        let changed = offered.as_ref().map(Log::members);
        let before = known.as_ref().is_some_and(|known| known.members.role(device).is_some());
        let members = changed.as_ref().or(known.as_ref().map(|known| &known.members));
        // The log proves itself: who is in by it is in, also when it is new here.
        let Some(members) = members.filter(|now| before || now.role(device).is_some()) else {
            return Ok(Err(Refusal::NotFound));
        };
        let erased = members.is_erased();
        if !erased && known.as_ref().is_some_and(|known| known.members.is_erased()) {
            // Who erased it was removed at the same time. Devices that still have it send it again.
            self.store.reopen(space).await?;
        }
        let heads = self.store.heads(space, None).await?;
        let mut heads: Heads = heads
            .into_iter()
            .map(|head| ((head.part, head.device), (head.seq, head.hash)))
            .gather();
        for item in items {
            if erased && matches!(item, Item::Envelope(_)) {
                taken.refused.push((hash(item), Refusal::Erased));
                continue;
            }
            if let Item::Envelope(bytes) = item
                && let Err(refusal) =
                    self.envelope(space, bytes, members, &mut heads, &mut taken).await?
            {
                taken.refused.push((hash(item), refusal));
            }
        }
        // Also for what was here already: perhaps nobody heard of it, because we died just then.
        let news = !taken.entries.is_empty() || !taken.chains.is_empty();
        let only = self.only(known.as_ref().map_or(0, |known| known.count));
        let newest = self.store.append_only(space, &taken.rows, only).await?;
        if erased && !taken.entries.is_empty() {
            self.store.erase(space).await?;
        }
        let server = self.store.server_epoch().await?;
        let heads = taken.chains.iter().filter_map(|chain| {
            let (seq, hash) = *heads.get(chain)?;
            Some(ChainHead { part: chain.0, device: chain.1, seq, hash })
        });
        let heads = heads.collect();
        let (entries, refused) = (taken.entries, taken.refused);
        Ok(Ok((Body::Ack { server, newest, entries, heads, refused }, news)))
    }

    async fn envelope(
        &self,
        space: SpaceId,
        bytes: &[u8],
        members: &Members,
        heads: &mut Heads,
        taken: &mut Taken,
    ) -> Result<Result<(), Refusal>, AppendError> {
        let envelope = match Envelope::decode(bytes) {
            Ok(envelope) => envelope,
            Err(error) => return Ok(Err(of_envelope(error))),
        };
        let header = envelope.header;
        let (chain, hash) = ((header.part, header.device), crate::envelope::hash(bytes));
        let (seq, last) = heads.get(&chain).copied().unwrap_or((0, NO_HASH));
        if header.space != space {
            return Ok(Err(Refusal::Damaged));
        }
        if header.seq <= seq {
            let same = header.seq == seq && hash == last || {
                let (part, device, seq) = (header.part, header.device, header.seq);
                let range = Range { part, device, from: seq, to: seq };
                let there = self.store.chain(space, &range).await?;
                // What was pruned cannot be compared any more.
                there.first().is_none_or(|item| item.bytes() == bytes)
                    || taken.rows.iter().any(|row| row.hash == hash)
            };
            if same {
                taken.chains.insert(chain);
            }
            return Ok(if same { Ok(()) } else { Err(Refusal::Fork) });
        }
        let signed = members.public(header.device);
        if signed.is_none_or(|public| seal::verify(&envelope, public).is_err()) {
            return Ok(Err(Refusal::NotSigned));
        }
        if header.seq > seq + 1 {
            return Ok(Err(Refusal::Gap));
        }
        if header.prev != last {
            return Ok(Err(Refusal::Fork));
        }
        if !heads.contains_key(&chain) && heads.len() >= MAX_CHAINS {
            return Ok(Err(Refusal::Full));
        }
        heads.insert(chain, (header.seq, hash));
        taken.chains.insert(chain);
        taken.rows.push(row(&envelope, hash, Item::Envelope(bytes.to_vec())));
        Ok(Ok(()))
    }
}

/// The rows of a batch of well signed envelopes of which each goes on from the one before, and where their chains end then.
/// The beginning of a chain is not among them: of those there is a limit.
fn follow_on(members: &Members, space: SpaceId, items: &[Item]) -> Option<(Vec<NewRow>, Heads)> {
    let (mut rows, mut heads) = (Vec::with_capacity(items.len()), Heads::new());
    for item in items {
        let Item::Envelope(bytes) = item else { return None };
        let envelope = Envelope::decode(bytes).ok()?;
        let header = envelope.header;
        let (chain, hash) = ((header.part, header.device), hash(item));
        let before = (header.seq.checked_sub(1)?, header.prev);
        let goes_on = heads.get(&chain).is_none_or(|head| *head == before);
        if header.space != space || before.0 == 0 || !goes_on {
            return None;
        }
        seal::verify(&envelope, members.public(header.device)?).ok()?;
        heads.insert(chain, (header.seq, hash));
        rows.push(row(&envelope, hash, item.clone()));
    }
    (!rows.is_empty()).then_some((rows, heads))
}

/// Takes the entries of a batch. Answers the log if it changed.
fn entries(known: Option<&Log>, space: SpaceId, items: &[Item], taken: &mut Taken) -> Option<Log> {
    let mut log: Option<Log> = None;
    for item in items {
        let Item::Entry(bytes) = item else { continue };
        let hash = hash(item);
        if known.is_some_and(|known| known.entry(&hash).is_some()) {
            taken.entries.push(hash);
            continue;
        }
        if log.is_none() {
            log = match known {
                Some(known) => Some(known.clone()),
                None => begin(bytes).filter(|log| log.space() == space),
            };
            if known.is_none() {
                if log.is_some() {
                    taken.entries.push(hash);
                    taken.rows.push(NewRow { hash, chain: None, item: item.clone() });
                }
                continue;
            }
        }
        let Some(log) = &mut log else { continue };
        match log.add(bytes) {
            Ok(Added::New { .. }) => {
                taken.entries.push(hash);
                taken.rows.push(NewRow { hash, chain: None, item: item.clone() });
            }
            Ok(Added::Known) => taken.entries.push(hash),
            Ok(Added::Waiting { .. }) => taken.refused.push((hash, Refusal::Gap)),
            Err(error) => taken.refused.push((hash, of_entry(error))),
        }
    }
    log
}

const fn of_entry(error: LogError) -> Refusal {
    match error {
        LogError::TooLarge => Refusal::TooLarge,
        LogError::Damaged | LogError::OtherSpace => Refusal::Damaged,
        LogError::Newer(_) => Refusal::Newer,
        LogError::Full | LogError::TooManyMembers => Refusal::Full,
        LogError::Erased => Refusal::Erased,
        LogError::UnknownAuthor | LogError::BadSignature => Refusal::NotSigned,
        _ => Refusal::NotAllowed,
    }
}

const fn of_envelope(error: EnvelopeError) -> Refusal {
    match error {
        EnvelopeError::TooLarge => Refusal::TooLarge,
        EnvelopeError::Newer(_) => Refusal::Newer,
        _ => Refusal::Damaged,
    }
}
