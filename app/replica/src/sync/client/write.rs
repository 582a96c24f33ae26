//! Writing: a change of a document becomes a sealed envelope, a decision an entry of the log.

use thiserror::Error;

use super::storing::After;
use super::{Client, Effect};
use crate::envelope::{self, Header, Kind};
use crate::id::{DeviceId, Hash, NO_HASH, PartId, Seq};
use crate::journal::{Head, record};
use crate::keys::CryptoRng;
use crate::member::{Chains, Change, Denied, LogError};
use crate::role::Action;
use crate::seal::{Heads, SealError, seal};
use crate::store::StoreError;
use crate::sync::inbox::{Shelf, Taken};
use crate::sync::rows;

/// Why a change was not written. The caller still has it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WriteError {
    #[error(transparent)]
    Denied(#[from] Denied),
    /// A rotation is due, or this device lacks the new key: keep the change until it is there.
    #[error("there is no key to write under")]
    NoKey,
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error(transparent)]
    Log(#[from] LogError),
    /// The store refused what was written before.
    #[error("the store does not take it: {0}")]
    NotSaved(StoreError),
    /// Something is still being saved, read or received: try again later.
    #[error("not now")]
    NotYet,
    /// Our own check does not take what we made.
    #[error("the change does not count")]
    Refused,
}

/// Something that one device with beheer must do, because changes at the same time left it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Begin a new key (and remove nobody): there is none that only members can open, or somebody
    /// cannot open what was written under an older one.
    Rotate,
    /// Give this member the key that is written under.
    Give(DeviceId),
    /// Tell the others that everything below a shared snapshot is here ([`Client::acknowledge`]).
    Acknowledge,
}

impl Client {
    /// What this device must do for the others. Of all with beheer the first does it; an
    /// acknowledgement is everybody's own.
    pub fn due(&self) -> Option<Due> {
        let members = self.inbox.members();
        if self.is_erased() {
            return None;
        }
        let writes = self.storing.is_empty() && self.inbox.keys_to_write();
        if writes && self.to_acknowledge().is_some() {
            return Some(Due::Acknowledge);
        }
        if members.managers().next() != Some(self.inbox.keys().id()) {
            return None;
        }
        let writing = members.writing_epoch();
        let older = || self.inbox.ring().epochs().filter(|epoch| Some(*epoch) != writing);
        let lacks = |device: &DeviceId| older().any(|epoch| !members.could_open(*device, epoch));
        if writing.is_none() || members.recipients().iter().any(lacks) {
            return Some(Due::Rotate);
        }
        members.without_key().first().map(|(device, _)| Due::Give(*device))
    }

    /// Seals a document's update and queues it for the store. Answers its number in the chain.
    pub fn write(
        &mut self,
        part: PartId,
        update: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<(Seq, Vec<Effect>), WriteError> {
        self.may_write(part)?;
        let (seq, _) = self.append(part, Kind::Update, update, rng)?;
        Ok((seq, self.go_on()))
    }

    /// Puts an envelope at the end of an own chain and queues it.
    pub(super) fn append(
        &mut self,
        part: PartId,
        kind: Kind,
        payload: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<(Seq, Hash), WriteError> {
        self.accepts()?;
        let header = Header { kind, ..self.next_header(part)? };
        let heads = Heads {
            log: self.inbox.log().heads(),
            chains: self.inbox.heads_to_tell(part, &self.told),
        };
        let sealed = seal(header, payload, &heads, self.inbox.keys(), self.inbox.ring(), rng)?;
        let bytes = sealed.encode();
        let hash = envelope::hash(&bytes);
        let taken = self.inbox.envelope(&bytes);
        if taken != Taken::New || !matches!(self.inbox.shelf(&hash), Some(Shelf::Accepted(_))) {
            self.inbox.forget(&hash);
            return Err(WriteError::Refused);
        }
        for head in &heads.chains {
            self.told.insert((head.part, head.device), head.seq);
        }
        self.keep_own(&header, hash);
        Ok((header.seq, hash))
    }

    /// The document has an own change already: only the store still needs it.
    fn keep_own(&mut self, header: &Header, hash: Hash) {
        let (part, seq, space) = (header.part, header.seq, self.inbox.space());
        self.own.insert(part, (seq, hash));
        let Some(held) = self.inbox.held.get_mut(&hash) else { return };
        held.stored = Some(held.shelf);
        let row = crate::store::Op::Insert {
            table: crate::store::Table::Log,
            key: record::log_key(header),
            value: held.envelope.encode(),
        };
        let head =
            rows::put(record::head_key(space, part), record::encode_head(&Head { seq, hash }));
        self.queue(vec![row, head], vec![After::Own(part, seq)]);
    }

    /// Signs a change of the membership and queues it for the store.
    pub fn decide(&mut self, change: Change, at: u64) -> Result<(Hash, Vec<Effect>), WriteError> {
        self.accepts()?;
        let signed = self.inbox.decide(change, at)?;
        let (space, id) = (self.inbox.space(), *signed.id());
        self.untold.insert(id, false);
        let ops = vec![
            rows::put(rows::entry_key(space, &id), signed.encode()),
            rows::put(rows::untold_key(space, &id), Vec::new()),
        ];
        self.queue(ops, vec![After::Told(id)]);
        Ok((id, self.go_on()))
    }

    fn accepts(&self) -> Result<(), WriteError> {
        if self.is_erased() {
            return Err(Denied::Erased.into());
        }
        self.storing.failed().map_or(Ok(()), |error| Err(WriteError::NotSaved(error.clone())))
    }

    fn may_write(&self, part: PartId) -> Result<(), WriteError> {
        self.accepts()?;
        let (members, me) = (self.inbox.members(), self.inbox.keys().id());
        let may = |action| members.may(me, action, part);
        Ok(may(Action::Write).or_else(|_| may(Action::Add))?)
    }

    fn next_header(&self, part: PartId) -> Result<Header, WriteError> {
        let epoch = self.inbox.members().writing_epoch().ok_or(WriteError::NoKey)?;
        if self.inbox.ring().get(epoch).is_none() {
            return Err(WriteError::NoKey);
        }
        // One chain never goes back to an older key. Then a new one is due.
        let tips = self.inbox.chains();
        let before = tips.tip(part, self.inbox.keys().id()).map_or(0, |tip| tip.epoch);
        if epoch < before {
            return Err(WriteError::NoKey);
        }
        let (seq, prev) = self.own.get(&part).copied().unwrap_or((0, NO_HASH));
        let (space, device) = (self.inbox.space(), self.inbox.keys().id());
        Ok(Header { space, part, epoch, device, seq: seq + 1, prev, kind: Kind::Update })
    }
}
