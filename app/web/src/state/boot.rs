//! Opening: the right to write, the storage, and what is on it. Ends in one of the states that the screen knows.

use super::space::{Fresh, Opened, Space};
use super::status::{Boot, Reason};
use crate::platform::locks::{self, Ask, Right};
use crate::platform::storage::{DATABASE, IdbStore};
use crate::platform::{marker, random};
use model::device::{self, Marks, Start};

/// How the right to write was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// Only when no other tab has it.
    IfFree,
    /// The person said "Ga hier verder".
    TakeOver,
}

/// What opening led to, when it led to an open space.
pub(super) struct Ready {
    pub(super) opened: Opened<IdbStore>,
    pub(super) right: Right,
}

/// Opens the device. `lost` is called when another tab takes the right to write later on.
///
/// # Errors
/// The state to show instead.
pub(super) async fn open(
    door: Door,
    may_be_empty: bool,
    lost: impl FnOnce() + Clone + 'static,
) -> Result<Ready, Boot> {
    let right = match door {
        Door::IfFree => locks::ask(Ask::IfFree, lost).await,
        Door::TakeOver => locks::take_over(lost).await,
    };
    let right = right.ok_or(Boot::Elsewhere)?;
    let opened = open_storage(may_be_empty).await;
    if opened.is_err() {
        right.release();
    }
    Ok(Ready { opened: opened?, right })
}

async fn open_storage(may_be_empty: bool) -> Result<Opened<IdbStore>, Boot> {
    let fresh = fresh().ok_or(Boot::Failed { reason: Reason::Other })?;
    let failed = |error| Boot::Failed { reason: Reason::of(&error, None) };
    let token = fresh.peer.to_string();
    let store = IdbStore::open(DATABASE, &token).await.map_err(failed)?;
    let marks = Marks { data: store.was_used().await.map_err(failed)?, was_here: marker::is_set() };
    if device::start(marks) == Start::Evicted && !may_be_empty {
        return Err(Boot::Evicted);
    }
    Space::open(store, fresh).await.map_err(failed)
}

/// Opens the space anew on a storage that is open already.
///
/// # Errors
/// The reason why not.
pub(super) async fn reopen(store: IdbStore) -> Result<Opened<IdbStore>, Reason> {
    let fresh = fresh().ok_or(Reason::Other)?;
    let fenced = store.clone();
    Space::open(store, fresh).await.map_err(|error| Reason::of(&error, fenced.fenced()))
}

fn fresh() -> Option<Fresh> {
    Some(Fresh { device: random::bytes()?, space: random::bytes()?, peer: random::number()? })
}
