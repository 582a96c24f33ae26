//! Takes over a space that was not sealed: its documents come into a new sealed space, and the old rows go, in one batch.
//! Nothing goes that cannot be read: then all stays as it is.

use std::cell::RefCell;
use std::collections::BTreeMap;

use thiserror::Error;

use super::{Founding, Space, open, save, spaces};
use crate::document::{Document, DocumentError, Session};
use crate::envelope::{MAX_PAYLOAD, OpenSealer};
use crate::id::{PartId, SpaceId};
use crate::journal::{self, record};
use crate::keys::{CryptoRng, DeviceKeys};
use crate::member::AuthorError;
use crate::store::{MemoryStore, Op, SaveState, Store, StoreError, Table, all};
use crate::sync::{WriteError, is_erased};

/// Room in an envelope for what a seal adds.
const SEAL: usize = 4096;

/// How many bytes of changes fit in one sealed envelope, to be sure.
pub const ROOM: usize = MAX_PAYLOAD - SEAL;

/// Why a space was not taken over. Nothing was changed, except that rows which cannot be read were set apart.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TakeOverError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A later version wrote some of it, or there is no key for it.
    #[error("some of it is for a later version")]
    Newer,
    /// A part cannot be read whole.
    #[error("some of it cannot be read")]
    Damaged,
    /// A change is too large to be sealed.
    #[error("a change is too large")]
    TooLarge,
    #[error(transparent)]
    Document(#[from] DocumentError),
    #[error(transparent)]
    Author(#[from] AuthorError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The spaces on this device that are not sealed.
///
/// # Errors
/// Those of the store.
pub async fn unsealed<S: Store>(store: &S) -> Result<Vec<SpaceId>, StoreError> {
    let sealed = spaces(store).await?;
    let mut unsealed = Vec::new();
    for space in journal::spaces(store).await? {
        // Whatever an erased space left behind is not to come back.
        if !sealed.contains(&space) && !is_erased(store, space).await? {
            unsealed.push(space);
        }
    }
    Ok(unsealed)
}

/// Takes over `old` into the space that is founded, which has a new id: who seals a copy of it elsewhere makes a space of
/// its own. `also` is written in the same batch. Open the new space afterwards.
///
/// # Errors
/// See [`TakeOverError`].
pub async fn take_over<S: Store>(
    store: &S,
    old: SpaceId,
    founding: &Founding<'_>,
    keys: &DeviceKeys,
    peer: u64,
    also: &[Op],
    rng: &mut impl CryptoRng,
) -> Result<(), TakeOverError> {
    let session = Session { peer, device: keys.id() };
    let documents = read(store, old, session).await?;
    let beside = MemoryStore::default();
    seal(&beside, &documents, founding, keys, peer, rng).await?;
    compare(&beside, &documents, founding.space, keys, peer).await?;
    let mut batch = rows(&beside).await?;
    batch.extend(gone(store, old).await?);
    batch.extend_from_slice(also);
    Ok(store.commit(&batch).await?)
}

/// The documents of the old space, if each is there whole.
async fn read<S: Store>(
    store: &S,
    old: SpaceId,
    session: Session,
) -> Result<BTreeMap<PartId, Document>, TakeOverError> {
    let opened = journal::open(store, old, session, OpenSealer).await?;
    if !opened.report.kept.is_empty() {
        return Err(TakeOverError::Newer);
    }
    if !opened.report.blocked.is_empty() {
        return Err(TakeOverError::Damaged);
    }
    Ok(opened.parts)
}

async fn seal(
    beside: &MemoryStore,
    documents: &BTreeMap<PartId, Document>,
    founding: &Founding<'_>,
    keys: &DeviceKeys,
    peer: u64,
    rng: &mut impl CryptoRng,
) -> Result<(), TakeOverError> {
    let space = RefCell::new(Space::create(founding, keys.clone(), peer, rng)?);
    for (part, document) in documents {
        let pieces = document.pieces(ROOM)?.ok_or(TakeOverError::TooLarge)?;
        // What waits for something that never came waits on.
        for update in pieces.into_iter().chain(document.pending()?) {
            if update.len() > ROOM {
                return Err(TakeOverError::TooLarge);
            }
            space.borrow_mut().record(*part, &update, rng)?;
        }
    }
    match save(&space, beside).await {
        SaveState::SavedHere => Ok(()),
        SaveState::NotSaved(error) => Err(error.into()),
        SaveState::Saving => Err(TakeOverError::Damaged),
    }
}

/// Opens what was sealed, and holds it against what it was made of.
async fn compare(
    beside: &MemoryStore,
    documents: &BTreeMap<PartId, Document>,
    space: SpaceId,
    keys: &DeviceKeys,
    peer: u64,
) -> Result<(), TakeOverError> {
    let opened = open(beside, space, keys.clone(), peer).await?;
    let parts = opened.map(|opened| opened.parts).unwrap_or_default();
    let same = |(part, document): (&PartId, &Document)| {
        let sealed = parts.get(part);
        let has_all = sealed.is_some_and(|sealed| {
            sealed.version() == document.version() && sealed.state_hash() == document.state_hash()
        });
        // Of a document in which nothing was ever written there is nothing to seal.
        has_all || (sealed.is_none() && document.version() == <_>::default())
    };
    if documents.iter().all(same) { Ok(()) } else { Err(TakeOverError::Damaged) }
}

async fn rows(beside: &MemoryStore) -> Result<Vec<Op>, StoreError> {
    let mut batch = Vec::new();
    for table in Table::ALL {
        let rows = all(beside, table, "").await?;
        batch.extend(rows.into_iter().map(|row| Op::Insert {
            table,
            key: row.key,
            value: row.value,
        }));
    }
    Ok(batch)
}

/// Everything of the old space but its quarantine.
async fn gone<S: Store>(store: &S, old: SpaceId) -> Result<Vec<Op>, StoreError> {
    let places = [
        (Table::Log, format!("{old}/")),
        (Table::Snapshot, format!("{old}/")),
        (Table::Meta, record::heads_prefix(old)),
        (Table::Meta, record::acknowledged_prefix(old)),
        (Table::Meta, format!("{}copied/{old}/", record::LOCAL)),
    ];
    let mut batch = Vec::new();
    for (table, prefix) in places {
        let rows = all(store, table, &prefix).await?;
        batch.extend(rows.into_iter().map(|row| Op::Delete { table, key: row.key }));
    }
    Ok(batch)
}
