//! Challenges, sessions and tickets: short-lived, known by a secret of which only the hash is kept. In memory for a server on
//! its own, so that nothing of it is ever on a disk; in the database when several instances share one.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use replica::id::{Hash, sha256};
use replica::sync::Refusal;

use crate::store::Store;

/// How many are remembered. One more is told that the server is busy.
const MOST: usize = 100_000;

/// What a pass is for; a secret for one thing is worth nothing for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    Challenge,
    Session,
    Ticket,
    SignIn,
}

/// See the module's header.
pub(super) struct Passes {
    shared: Option<Store>,
    own: Mutex<BTreeMap<Hash, (u64, Vec<u8>)>>,
}

impl Passes {
    pub(super) fn new(store: &Store) -> Self {
        let shared = store.is_shared().then(|| store.clone());
        Self { shared, own: Mutex::new(BTreeMap::new()) }
    }

    /// Keeps what a secret stands for, until a moment in milliseconds since 1970.
    pub(super) async fn put(
        &self,
        what: For,
        secret: &[u8],
        body: Vec<u8>,
        expires: u64,
        now: u64,
    ) -> Result<(), Refusal> {
        let name = name(what, secret);
        if let Some(store) = &self.shared {
            return Ok(store.put_pass(name, body, expires).await?);
        }
        let mut own = self.own();
        if own.len() >= MOST {
            own.retain(|_, (expires, _)| *expires >= now);
        }
        if own.len() >= MOST {
            return Err(Refusal::Busy);
        }
        own.insert(name, (expires, body));
        Ok(())
    }

    /// What a secret stands for, as long as it has not expired.
    pub(super) async fn get(
        &self,
        what: For,
        secret: &[u8],
        now: u64,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        let name = name(what, secret);
        if let Some(store) = &self.shared {
            return Ok(store.pass(name, now).await?);
        }
        let own = self.own();
        let found = own.get(&name).filter(|(expires, _)| *expires >= now);
        Ok(found.map(|(_, body)| body.clone()))
    }

    /// The same, once.
    pub(super) async fn take(
        &self,
        what: For,
        secret: &[u8],
        now: u64,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        let name = name(what, secret);
        if let Some(store) = &self.shared {
            return Ok(store.take_pass(name, now).await?);
        }
        let found = self.own().remove(&name).filter(|(expires, _)| *expires >= now);
        Ok(found.map(|(_, body)| body))
    }

    pub(super) fn tidy(&self, now: u64) {
        self.own().retain(|_, (expires, _)| *expires >= now);
    }

    fn own(&self) -> MutexGuard<'_, BTreeMap<Hash, (u64, Vec<u8>)>> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn name(what: For, secret: &[u8]) -> Hash {
    let label: &[u8] = match what {
        For::Challenge => b"challenge/",
        For::Session => b"session/",
        For::Ticket => b"ticket/",
        For::SignIn => b"sign-in/",
    };
    sha256(&[label, secret].concat())
}
