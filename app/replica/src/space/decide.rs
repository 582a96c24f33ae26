//! Decisions about members: each becomes one entry of the log, or is refused with the reason.

use thiserror::Error;

use super::Space;
use crate::id::{DeviceId, Hash, PartId};
use crate::keys::{CryptoRng, DevicePublic};
use crate::member::{AuthorError, Change, PartRule, PersonId, SideId};
use crate::role::Role;
use crate::sync::{Due, WriteError};

/// Why a decision was not made. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecideError {
    #[error(transparent)]
    Author(#[from] AuthorError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Space {
    /// Lets a device in, after the codes on both screens were compared.
    ///
    /// # Errors
    /// No beheer, no key to hand out, a device that has been here before, a store that refuses.
    pub fn add(
        &mut self,
        public: DevicePublic,
        who: (PersonId, SideId, &str),
        role: Role,
        at: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Hash, DecideError> {
        let inbox = self.client.inbox();
        let change = inbox.members().add(public, who, role, inbox.ring(), rng)?;
        self.decide(change, at)
    }

    /// Changes the role of a device. What it wrote until now counts by its old role.
    ///
    /// # Errors
    /// As [`add`](Self::add); and somebody with beheer must stay.
    pub fn set_role(&mut self, device: DeviceId, role: Role, at: u64) -> Result<Hash, DecideError> {
        let seen = self.client.inbox().chains().heads_of(&[device]);
        self.decide(Change::SetRole { device, role, seen }, at)
    }

    /// Removes devices (or none) and begins a new key, in one record.
    ///
    /// # Errors
    /// As [`set_role`](Self::set_role).
    pub fn rotate(
        &mut self,
        removed: &[DeviceId],
        at: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Hash, DecideError> {
        let inbox = self.client.inbox();
        let seen = inbox.chains().heads_of(removed);
        let (change, _) = inbox.members().rotate(removed, seen, inbox.ring(), rng)?;
        self.decide(change, at)
    }

    /// Lets a recovery kit open the space.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn recovery(
        &mut self,
        public: DevicePublic,
        at: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Hash, DecideError> {
        let inbox = self.client.inbox();
        let change = inbox.members().recovery(public, inbox.ring(), rng)?;
        self.decide(change, at)
    }

    /// Erases the space for everybody and for ever: keys and contents, here at once, elsewhere as soon as
    /// they hear of it. The caller asked a person twice.
    ///
    /// # Errors
    /// No beheer, or it is erased already.
    pub fn erase(&mut self, at: u64) -> Result<Hash, DecideError> {
        self.decide(Change::Erase, at)
    }

    /// Says once whose a part is.
    ///
    /// # Errors
    /// No beheer, or it was said before.
    pub fn declare(&mut self, part: PartId, rule: PartRule, at: u64) -> Result<Hash, DecideError> {
        self.decide(Change::Part { part, rule }, at)
    }

    /// Does what is due for the others, one thing at a time. False when nothing was.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn care(&mut self, at: u64, rng: &mut impl CryptoRng) -> Result<bool, DecideError> {
        match self.due() {
            Some(Due::Acknowledge) => {
                let effects = self.client.acknowledge(rng)?;
                self.keep(effects);
            }
            Some(Due::Rotate) => drop(self.rotate(&[], at, rng)?),
            Some(Due::Give(device)) => {
                let inbox = self.client.inbox();
                let change = inbox.members().give(device, inbox.ring(), rng)?;
                self.decide(change, at)?;
            }
            None => return Ok(false),
        }
        Ok(true)
    }

    fn decide(&mut self, change: Change, at: u64) -> Result<Hash, DecideError> {
        let (id, effects) = self.client.decide(change, at)?;
        self.keep(effects);
        Ok(id)
    }
}
