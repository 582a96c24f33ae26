//! What a recovery kit does in a space: its own small space that lists the others, reading what a relay has for it, and
//! bringing in a new device. Format: KEYS.md, "Recovery".

use thiserror::Error;

use super::{Founding, Space};
use crate::id::{Hash, SpaceId, sha256};
use crate::keys::{CryptoRng, DeviceKeys, DevicePublic};
use crate::member::{AuthorError, Change, Log, LogError, Members, PersonId, SideId, Signed};
use crate::recovery::Kit;
use crate::role::Role;
use crate::sync::{Body, Client, Frame, Item, Refusal};

/// How many questions one space may cost: a relay cannot keep us asking.
const MOST_QUESTIONS: usize = 4_096;

/// Why a kit does not bring a device into a space. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecoverError {
    /// The relay says no: it does not know the space, or not this kit.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// What the relay answered makes no sense, or it is not the space that the kit lists.
    #[error("no log of this space")]
    NoLog,
    /// Somebody made another kit, or took this one out.
    #[error("the kit does not count any more")]
    NoLongerIn,
    #[error("the space is erased")]
    Erased,
    #[error(transparent)]
    Author(#[from] AuthorError),
}

impl From<LogError> for RecoverError {
    fn from(error: LogError) -> Self {
        Self::Author(error.into())
    }
}

/// Reads, as a kit, what a relay has of one space. Messages out, answers in.
#[derive(Debug)]
pub struct Reading {
    space: SpaceId,
    server: Option<crate::sync::ServerEpoch>,
    after: u64,
    asked: u64,
    items: Vec<Item>,
    done: bool,
}

impl Reading {
    /// Begins.
    pub const fn new(space: SpaceId) -> Self {
        Self { space, server: None, after: 0, asked: 0, items: Vec::new(), done: false }
    }

    /// The next question; `None` when all was read.
    pub fn question(&mut self) -> Option<Vec<u8>> {
        if self.done {
            return None;
        }
        self.asked += 1;
        let server = self.server.unwrap_or([0; 16]);
        let body = Body::List { server, after: self.after };
        Some(Frame { space: self.space, id: self.asked, body }.encode())
    }

    /// The answer to the last question.
    ///
    /// # Errors
    /// The relay says no, or nothing that makes sense.
    pub fn answer(&mut self, bytes: &[u8]) -> Result<(), RecoverError> {
        let frame = Frame::decode(bytes).map_err(|_| RecoverError::NoLog)?;
        if frame.space != self.space || self.asked as usize > MOST_QUESTIONS {
            return Err(RecoverError::NoLog);
        }
        match frame.body {
            Body::Refuse { refusal, .. } => Err(RecoverError::Refused(refusal)),
            Body::Page { server, .. } if self.server != Some(server) => {
                // The first answer only tells which server it is; another one begins anew.
                (self.server, self.after) = (Some(server), 0);
                self.items.clear();
                Ok(())
            }
            Body::Page { after, last, newest, items, .. } if after == self.after => {
                if items.is_empty() && last < newest || last < after {
                    return Err(RecoverError::NoLog);
                }
                self.done = last >= newest;
                self.after = last;
                self.items.extend(items);
                Ok(())
            }
            _ => Err(RecoverError::NoLog),
        }
    }

    /// What was read.
    pub fn items(self) -> Vec<Item> {
        self.items
    }
}

impl Space {
    /// Begins the own space of a kit, in which it is written what else it opens. The kit founds it, so that whoever holds the
    /// kit knows it for what it is; this device is in it from the start.
    ///
    /// # Errors
    /// A name that is too long.
    pub fn of_kit(
        kit: &Kit,
        (person, side, name): (PersonId, SideId, &str),
        keys: DeviceKeys,
        peer: u64,
        at: u64,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, super::DecideError> {
        let founding = Founding { space: kit.space(), person, side, name, parts: &[], at };
        let mut own = Self::create(&founding, kit.keys(), peer, rng)?;
        own.add(*keys.public(), (person, side, name), Role::Beheer, at, rng)?;
        let log = own.client.inbox().log().clone();
        Ok(Self::of(Client::begin(keys, log, true), peer))
    }

    /// Brings this device into a space by a kit, for the person who put the kit there. `root` is the hash of the first entry
    /// that the kit lists, or nothing for its own space. The relay hears of it with the first exchange.
    ///
    /// # Errors
    /// See [`RecoverError`].
    pub fn recover(
        kit: &Kit,
        (space, root): (SpaceId, Option<Hash>),
        items: &[Item],
        (keys, name): (DeviceKeys, &str),
        (peer, at): (u64, u64),
        rng: &mut impl CryptoRng,
    ) -> Result<Self, RecoverError> {
        let kit = kit.keys();
        let mut log = read_log(space, root, kit.public(), items)?;
        let members = log.members();
        if members.is_erased() {
            return Err(RecoverError::Erased);
        }
        if members.role(keys.id()).is_none() {
            let who = whose(&log, kit.public()).ok_or(RecoverError::NoLongerIn)?;
            if !members.is_recovery(kit.id()) && !members.manages(kit.id()) {
                return Err(RecoverError::NoLongerIn);
            }
            let change = let_in(&mut log, &kit, *keys.public(), (who, name), at, rng)?;
            log.write(change, &kit, at)?;
        }
        Ok(Self::of(Client::begin(keys, log, true), peer))
    }
}

/// The log in what a relay gave. The first entry is the one that the kit lists, or that the kit itself signed.
fn read_log(
    space: SpaceId,
    root: Option<Hash>,
    kit: &DevicePublic,
    items: &[Item],
) -> Result<Log, RecoverError> {
    let entries = || {
        items.iter().filter_map(|item| match item {
            Item::Entry(bytes) => Some(bytes),
            Item::Envelope(_) => None,
        })
    };
    let begins = |bytes: &&Vec<u8>| match root {
        Some(root) => sha256(bytes) == root,
        None => Signed::decode(bytes).is_ok_and(|signed| {
            signed.entry().author == kit.id() && signed.entry().parents.is_empty()
        }),
    };
    let first = entries().find(begins).ok_or(RecoverError::NoLog)?;
    let mut log = Log::open(&sha256(first), first).map_err(|_| RecoverError::NoLog)?;
    if log.space() != space {
        return Err(RecoverError::NoLog);
    }
    for bytes in entries() {
        // What this log does not take, no device takes.
        let _ = log.add(bytes);
    }
    Ok(log)
}

/// The person and side of who put the kit in the space, or who founded the kit's own.
fn whose(log: &Log, kit: &DevicePublic) -> Option<(PersonId, SideId)> {
    let members = log.members();
    let names_it = |signed: &&Signed| matches!(&signed.entry().change, Change::Recovery { public, .. } if public == kit);
    let author = log.entries().filter(names_it).last().map_or(kit.id(), |by| by.entry().author);
    members.device(author).map(|member| (member.joined.person, member.joined.side))
}

/// The entry that lets the device in. When no key is safe to hand out, a new one begins first.
fn let_in(
    log: &mut Log,
    kit: &DeviceKeys,
    public: DevicePublic,
    ((person, side), name): ((PersonId, SideId), &str),
    at: u64,
    rng: &mut impl CryptoRng,
) -> Result<Change, RecoverError> {
    let add = |members: &Members, rng: &mut _| {
        let (ring, _) = members.keyring(kit);
        members.add(public, (person, side, name), Role::Beheer, &ring, rng)
    };
    let members = log.members();
    match add(&members, rng) {
        Err(AuthorError::NoKey) => {
            let (ring, _) = members.keyring(kit);
            let (change, _) = members.rotate(&[], Vec::new(), &ring, rng)?;
            log.write(change, kit, at)?;
            Ok(add(&log.members(), rng)?)
        }
        made => Ok(made?),
    }
}
