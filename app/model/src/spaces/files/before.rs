//! Files of spaces that had to be written anew, because the browser cleared the storage. What was sent lies at the server under the earlier id of
//! the space, in which this device still is: from there it is fetched. What was not sent is gone, and counts as not here.

use std::collections::BTreeMap;

use replica::blob::Held;
use replica::gather::Gather;
use replica::id::SpaceId;
use replica::keys::CryptoRng;
use replica::store::{Op, Row, Store, StoreError, Table, all};
use replica::sync::Refusal;
use replica::sync::api::{Chunk, GetChunk};

use super::Moved;
use crate::attachment::Attachment;
use crate::sharing::courier::{Courier, Trouble, Wire};
use crate::sharing::status::passes;
use crate::spaces::{OpenSpace, Spaces};

/// By the id that a space has now: the one that it had.
const BEFORE: &str = "local/files-before/";

fn key(space: SpaceId) -> String {
    format!("{BEFORE}{space}")
}

/// The rows of this device.
pub(super) async fn known<S: Store>(store: &S) -> Result<BTreeMap<SpaceId, SpaceId>, StoreError> {
    let rows = all(store, Table::Meta, BEFORE).await?;
    let read = |row: &Row| {
        let now = row.key.strip_prefix(BEFORE)?.parse().ok()?;
        Some((now, SpaceId::from_bytes(row.value.as_slice().try_into().ok()?)))
    };
    Ok(rows.iter().filter_map(read).gather())
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Whether files of a space are to be fetched from where it was before: a reason to look for the server, also when nothing is shared.
    pub fn has_files_before(&self) -> bool {
        !self.files.borrow().before.is_empty()
    }

    /// `again` was written from what was `old`. Only in memory until [`keep_before`](Self::keep_before).
    pub(in crate::spaces) fn was_before(&self, old: &OpenSpace, again: &OpenSpace) {
        let earlier = self.files.borrow_mut().before.remove(&old.id());
        let from = earlier.or_else(|| old.is_shared().then(|| old.id()));
        if let Some(from) = from.filter(|_| !self.attachments(again).is_empty()) {
            self.files.borrow_mut().before.insert(again.id(), from);
        }
    }

    /// Nothing of a file is on this device any more, and where each space was is kept over a reload.
    pub(in crate::spaces) async fn keep_before(&self) -> Result<(), StoreError> {
        self.files.borrow_mut().held.clear();
        let before = self.files.borrow().before.clone();
        let put = |(now, from): (SpaceId, SpaceId)| Op::Put {
            table: Table::Meta,
            key: key(now),
            value: from.bytes().to_vec(),
        };
        let ops: Vec<_> = before.into_iter().map(put).collect();
        if ops.is_empty() { Ok(()) } else { self.store.commit(&ops).await }
    }

    /// Fetches one piece of one file from where its space was; nothing when there is none to fetch.
    pub(super) async fn fetch_before<W: Wire>(
        &self,
        courier: &Courier<W>,
        now: u64,
    ) -> Result<Moved, StoreError> {
        let all: Vec<_> = self.files.borrow().before.iter().map(|(a, b)| (*a, *b)).collect();
        for (space, from) in all {
            let open = self.get(space);
            let lacking = open.as_ref().map(|open| self.lacks(open)).unwrap_or_default();
            if lacking.is_empty() {
                self.forget_before(space).await?;
                continue;
            }
            // What was nowhere is asked for again at the next start: perhaps another member sends it.
            let hopeless =
                |one: &Attachment| self.files.borrow().nowhere.contains(&(space, one.blob));
            let Some((one, held)) = lacking.into_iter().find(|(one, _)| !hopeless(one)) else {
                continue;
            };
            let number = held.next().unwrap_or(0);
            let message = GetChunk { space: from, blob: *one.blob.bytes(), number };
            return match courier.ask::<Chunk>("blob/get", &message, now).await {
                Ok(chunk) => {
                    let blob = one.to_blob();
                    if blob.open_piece(number, &chunk.sealed).is_err() {
                        self.files.borrow_mut().damaged.insert((space, one.blob));
                    } else {
                        self.take_pieces(space, &blob, vec![(number, chunk.sealed)]).await?;
                    }
                    Ok(Moved::More)
                }
                Err(Trouble::Refused { refusal: Refusal::NotOpen, .. }) => {
                    // It never got there.
                    self.files.borrow_mut().nowhere.insert((space, one.blob));
                    Ok(Moved::More)
                }
                Err(Trouble::Refused { refusal, .. }) if !passes(refusal) => {
                    self.forget_before(space).await?;
                    Ok(Moved::More)
                }
                Err(_) => Ok(Moved::Waits),
            };
        }
        Ok(Moved::Nothing)
    }

    /// The files that are not wholly here, and what is here of them.
    fn lacks(&self, open: &OpenSpace) -> Vec<(Attachment, Held)> {
        let space = open.id();
        let all = self.attachments(open).into_iter();
        let files = self.files.borrow();
        let lacking = all.filter_map(|one| {
            let name = (space, one.blob);
            let none = Held::nothing_of(one.to_blob().pieces()?);
            let held = files.held.get(&name).copied().unwrap_or(none);
            (!held.is_whole() && !files.damaged.contains(&name)).then_some((one, held))
        });
        lacking.collect()
    }

    async fn forget_before(&self, space: SpaceId) -> Result<(), StoreError> {
        let gone = Op::Delete { table: Table::Meta, key: key(space) };
        self.store.commit(&[gone]).await?;
        self.files.borrow_mut().before.remove(&space);
        Ok(())
    }
}
