//! Pieces of files on the device. What is here is counted in a row of its own, so that nobody has to read pieces to know.

use crate::id::{BlobId, SpaceId};
use crate::journal::record::LOCAL;
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::store::{Op, Store, StoreError, Table, all};

use super::MAX_PIECES;

const HELD: &str = "local/blob/";

/// What went from this device and has to go from the server as well: a lost answer is asked for again.
const DROP: &str = "local/blob-drop/";

/// What of a file is here, and whether the server has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// How many pieces it has.
    pub count: u64,
    /// One bit for each piece that is here, the first one lowest.
    here: u64,
    /// Whether the server acknowledged all of it.
    pub sent: bool,
}

impl Held {
    /// Nothing of a file of so many pieces.
    pub const fn nothing_of(count: u64) -> Self {
        Self { count, here: 0, sent: false }
    }

    /// Whether a piece is here.
    pub const fn has(&self, number: u64) -> bool {
        number < MAX_PIECES && self.here & (1 << number) != 0
    }

    /// How many pieces are here.
    pub const fn pieces(&self) -> u64 {
        self.here.count_ones() as u64
    }

    /// Whether all of it is here.
    pub const fn is_whole(&self) -> bool {
        self.count > 0 && self.pieces() >= self.count
    }

    /// The first piece that is not here.
    pub fn next(&self) -> Option<u64> {
        (0..self.count).find(|number| !self.has(*number))
    }

    fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(4);
        to.number(1).number(self.count).number(self.here).number(u64::from(self.sent));
        to.finish()
    }

    /// A row of a later version counts as nothing held: the pieces are fetched again.
    fn decode(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut from = Reader::new(bytes);
        from.exactly(4)?;
        let version = from.number()?;
        let (count, here, sent) = (from.number()?, from.number()?, from.number()?);
        if version != 1 || count > MAX_PIECES {
            return Err(Damaged);
        }
        Ok(Self { count, here, sent: sent == 1 })
    }
}

/// A piece to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub number: u64,
    pub sealed: Vec<u8>,
}

fn rows(space: SpaceId, blob: BlobId) -> String {
    format!("{space}/{blob}/")
}

fn row(space: SpaceId, blob: BlobId, number: u64) -> String {
    format!("{}{number:02x}", rows(space, blob))
}

pub(crate) fn held_key(space: SpaceId, blob: BlobId) -> String {
    format!("{HELD}{space}/{blob}")
}

fn drop_key(space: SpaceId, blob: BlobId) -> String {
    format!("{DROP}{space}/{blob}")
}

fn mark(space: SpaceId, blob: BlobId, held: &Held) -> Op {
    Op::Put { table: Table::Meta, key: held_key(space, blob), value: held.encode() }
}

/// What of all files is on this device.
///
/// # Errors
/// Those of the store.
pub async fn held<S: Store>(store: &S) -> Result<Vec<((SpaceId, BlobId), Held)>, StoreError> {
    let rows = all(store, Table::Meta, HELD).await?;
    let read = |row: &crate::store::Row| {
        Some((name(row.key.strip_prefix(HELD)?)?, Held::decode(&row.value).ok()?))
    };
    Ok(rows.iter().filter_map(read).collect())
}

fn name(key: &str) -> Option<(SpaceId, BlobId)> {
    let (space, blob) = key.split_once('/')?;
    Some((space.parse().ok()?, blob.parse().ok()?))
}

/// The files that have to go from the server.
///
/// # Errors
/// Those of the store.
pub async fn to_drop<S: Store>(store: &S) -> Result<Vec<(SpaceId, BlobId)>, StoreError> {
    let rows = all(store, Table::Meta, DROP).await?;
    Ok(rows.iter().filter_map(|row| name(row.key.strip_prefix(DROP)?)).collect())
}

/// The server has it no more, or it is needed again.
///
/// # Errors
/// Those of the store.
pub async fn dropped<S: Store>(store: &S, space: SpaceId, blob: BlobId) -> Result<(), StoreError> {
    store.commit(&[Op::Delete { table: Table::Meta, key: drop_key(space, blob) }]).await
}

/// Keeps pieces, and counts them, in one batch. `known` is what was here before.
///
/// # Errors
/// Those of the store; then nothing was kept.
pub async fn keep<S: Store>(
    store: &S,
    space: SpaceId,
    blob: BlobId,
    known: Held,
    pieces: Vec<Put>,
) -> Result<Held, StoreError> {
    let mut held = known;
    let mut ops = Vec::with_capacity(pieces.len() + 1);
    for Put { number, sealed } in pieces {
        if number >= held.count || number >= MAX_PIECES {
            return Err(StoreError::Other("a piece beyond the end of its file".to_owned()));
        }
        held.here |= 1 << number;
        ops.push(Op::Put { table: Table::Blob, key: row(space, blob, number), value: sealed });
    }
    ops.push(mark(space, blob, &held));
    store.commit(&ops).await?;
    Ok(held)
}

/// Remembers whether the server has all of it; it has it no longer when it was put back to an earlier day.
///
/// # Errors
/// Those of the store.
pub async fn mark_sent<S: Store>(
    store: &S,
    space: SpaceId,
    blob: BlobId,
    known: Held,
    sent: bool,
) -> Result<Held, StoreError> {
    let held = Held { sent, ..known };
    store.commit(&[mark(space, blob, &held)]).await?;
    Ok(held)
}

/// One piece.
///
/// # Errors
/// Those of the store.
pub async fn piece<S: Store>(
    store: &S,
    space: SpaceId,
    blob: BlobId,
    number: u64,
) -> Result<Option<Vec<u8>>, StoreError> {
    store.get(Table::Blob, &row(space, blob, number)).await
}

/// The files that are wholly here and that no server acknowledged, by the keys of their rows.
/// A row of a later version counts: better told once too often.
///
/// # Errors
/// Those of the store.
pub(crate) async fn only_here<S: Store>(store: &S) -> Result<Vec<String>, StoreError> {
    let rows = all(store, Table::Meta, HELD).await?;
    let only = |row: &crate::store::Row| {
        Held::decode(&row.value).map_or(true, |held| held.is_whole() && !held.sent)
    };
    Ok(rows.into_iter().filter(only).map(|row| row.key).collect())
}

/// The pieces of a file as rows for a copy of the device.
///
/// # Errors
/// Those of the store.
pub async fn rows_for_copy<S: Store>(
    store: &S,
    space: SpaceId,
    blob: BlobId,
) -> Result<Vec<(Table, String, Vec<u8>)>, StoreError> {
    let there = all(store, Table::Blob, &rows(space, blob)).await?;
    Ok(there.into_iter().map(|row| (Table::Blob, row.key, row.value)).collect())
}

/// The pieces of a file that are here, in order, with their numbers.
///
/// # Errors
/// Those of the store.
pub async fn pieces<S: Store>(
    store: &S,
    space: SpaceId,
    blob: BlobId,
) -> Result<Vec<Put>, StoreError> {
    let prefix = rows(space, blob);
    let there = all(store, Table::Blob, &prefix).await?;
    let read = |row: crate::store::Row| {
        let number = u64::from_str_radix(row.key.strip_prefix(&prefix)?, 16).ok()?;
        Some(Put { number, sealed: row.value })
    };
    Ok(there.into_iter().filter_map(read).collect())
}

/// What a removal from the device means for the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Nothing refers to it any more: it goes there as well.
    Goes,
    Stays,
}

/// Removes a file from the device, and remembers in the same batch whether it has to go from the server.
///
/// # Errors
/// Those of the store.
pub async fn forget<S: Store>(
    store: &S,
    space: SpaceId,
    blob: BlobId,
    elsewhere: Elsewhere,
) -> Result<(), StoreError> {
    let delete = |number| Op::Delete { table: Table::Blob, key: row(space, blob, number) };
    let mut ops: Vec<Op> = (0..MAX_PIECES).map(delete).collect();
    let copied = format!("{LOCAL}copied/{}", held_key(space, blob));
    ops.push(Op::Delete { table: Table::Meta, key: copied });
    ops.push(Op::Delete { table: Table::Meta, key: held_key(space, blob) });
    if elsewhere == Elsewhere::Goes {
        ops.push(Op::Put { table: Table::Meta, key: drop_key(space, blob), value: Vec::new() });
    }
    store.commit(&ops).await
}

/// Removes every file of a space from the device. May be repeated.
///
/// # Errors
/// Those of the store.
pub async fn forget_space<S: Store>(store: &S, space: SpaceId) -> Result<(), StoreError> {
    let prefix = format!("{space}/");
    loop {
        let there = store.scan(Table::Blob, &prefix, None, Table::Blob.page()).await?;
        if there.is_empty() {
            return Ok(());
        }
        let delete = |row: crate::store::Row| Op::Delete { table: Table::Blob, key: row.key };
        store.commit(&there.into_iter().map(delete).collect::<Vec<_>>()).await?;
    }
}
