//! Drop-boxes: sealed contributions of people without a device here. Kept by hash, with the day and nothing finer, so that
//! nothing tells who gave first. It must never store who gave.

use replica::id::{Hash, SpaceId, sha256};
use replica::sync::Refusal;

use super::Store;
use super::schema::KNOWN_RECEIPT;
use super::sql::{Failed, Row, Tx, args, first};

/// How many bytes one listing carries.
const ROOM: usize = 1024 * 1024 - 1024;

/// How many contributions one listing carries.
const MOST: usize = 500;

/// A box as a member opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoxRow {
    pub space: SpaceId,
    /// How many contributions.
    pub most: u64,
    /// How many bytes each.
    pub largest: u64,
    /// In milliseconds since 1970.
    pub closes: u64,
}

const GET: &str = "SELECT space, most, largest, closes, given FROM dropbox WHERE id = $1";

impl Store {
    /// The secret of receipts: `fresh` the first time, and from then on what was written then.
    pub async fn receipt_secret(&self, fresh: [u8; 64]) -> Result<[u8; 64], Failed> {
        self.write(move |tx| {
            let put = "INSERT INTO known (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
            tx.change(put, args![KNOWN_RECEIPT, &fresh])?;
            let sql = "SELECT value FROM known WHERE key = $1";
            first(tx, sql, args![KNOWN_RECEIPT])?.map_or(Ok(fresh), |row| row.fixed(0))
        })
        .await
    }

    /// The same, when there is one.
    pub async fn known_receipt_secret(&self) -> Result<Option<[u8; 64]>, Failed> {
        let sql = "SELECT value FROM known WHERE key = $1";
        self.read(move |tx| {
            first(tx, sql, args![KNOWN_RECEIPT])?.map(|row| row.fixed(0)).transpose()
        })
        .await
    }

    /// Opens a box in a space that has fewer than `boxes`. The same once more is fine.
    pub async fn open_box(&self, id: [u8; 16], row: BoxRow, boxes: u64) -> Result<(), Failed> {
        self.write(move |tx| {
            tx.hold(row.space)?;
            if let Some((there, _)) = get(tx, &id)? {
                return if there == row { Ok(()) } else { Err(Failed::No(Refusal::Used)) };
            }
            let sql = "SELECT count(*) FROM dropbox WHERE space = $1";
            let count = first(tx, sql, args![row.space.bytes()])?;
            if count.map_or(Ok(0), |row| row.number(0))? >= boxes {
                return Err(Failed::No(Refusal::Full));
            }
            let sql = "INSERT INTO dropbox (id, space, most, largest, closes, given) VALUES ($1, $2, $3, $4, $5, 0)";
            tx.change(sql, args![&id, row.space.bytes(), row.most, row.largest, row.closes])?;
            Ok(())
        })
        .await
    }

    /// Puts a contribution into an open box. `now` decides whether it is open, and only its day is kept.
    pub async fn give(&self, id: [u8; 16], sealed: Vec<u8>, now: u64) -> Result<(), Failed> {
        self.write(move |tx| {
            if let Some((row, _)) = get(tx, &id)? {
                // Nobody else counts at the same time.
                tx.hold(row.space)?;
            }
            let open = get(tx, &id)?.filter(|(row, _)| now <= row.closes);
            let (row, given) = open.ok_or(Failed::No(Refusal::NotOpen))?;
            if sealed.len() as u64 > row.largest {
                return Err(Failed::No(Refusal::TooLarge));
            }
            let hash = sha256(&sealed);
            let sql = "SELECT day FROM gift WHERE box = $1 AND hash = $2";
            if first(tx, sql, args![&id, &hash])?.is_some() {
                return Ok(());
            }
            if given >= row.most {
                return Err(Failed::No(Refusal::Full));
            }
            let sql = "INSERT INTO gift (box, hash, day, body) VALUES ($1, $2, $3, $4)";
            tx.change(sql, args![&id, &hash, day(now), &sealed])?;
            tx.change("UPDATE dropbox SET given = given + 1 WHERE id = $1", args![&id])?;
            Ok(())
        })
        .await
    }

    /// One thing in an open box. A wrong box, a wrong hash and one that was taken are one answer.
    pub async fn read_gift(&self, id: [u8; 16], hash: Hash, now: u64) -> Result<Vec<u8>, Failed> {
        self.read(move |tx| {
            get(tx, &id)?
                .filter(|(row, _)| now <= row.closes)
                .ok_or(Failed::No(Refusal::NotOpen))?;
            let sql = "SELECT body FROM gift WHERE box = $1 AND hash = $2";
            let mut row = first(tx, sql, args![&id, &hash])?.ok_or(Failed::No(Refusal::NotOpen))?;
            row.bytes(0)
        })
        .await
    }

    /// What is in a box of a space after a hash, in the order of the hashes, and whether there is more.
    pub async fn list_box(
        &self,
        space: SpaceId,
        id: [u8; 16],
        after: Option<Hash>,
    ) -> Result<(Vec<Vec<u8>>, bool), Failed> {
        self.read(move |tx| {
            of_space(tx, space, &id)?;
            let all = "SELECT body FROM gift WHERE box = $1 ORDER BY hash LIMIT $2";
            let later = "SELECT body FROM gift WHERE box = $1 AND hash > $2 ORDER BY hash LIMIT $3";
            let rows = match &after {
                None => tx.rows(all, args![&id, MOST + 1]),
                Some(hash) => tx.rows(later, args![&id, hash, MOST + 1]),
            };
            let (mut list, mut size) = (Vec::new(), 0);
            for mut row in rows? {
                let body = row.bytes(0)?;
                size += body.len() + 16;
                if list.len() == MOST || (size > ROOM && !list.is_empty()) {
                    return Ok((list, true));
                }
                list.push(body);
            }
            Ok((list, false))
        })
        .await
    }

    /// These contributions go.
    pub async fn take_gifts(
        &self,
        space: SpaceId,
        id: [u8; 16],
        hashes: Vec<Hash>,
    ) -> Result<(), Failed> {
        self.write(move |tx| {
            of_space(tx, space, &id)?;
            for hash in &hashes {
                tx.change("DELETE FROM gift WHERE box = $1 AND hash = $2", args![&id, hash])?;
            }
            Ok(())
        })
        .await
    }

    /// A box goes, with what is in it.
    pub async fn close_box(&self, space: SpaceId, id: [u8; 16]) -> Result<(), Failed> {
        self.write(move |tx| {
            of_space(tx, space, &id)?;
            tx.change("DELETE FROM gift WHERE box = $1", args![&id])?;
            tx.change("DELETE FROM dropbox WHERE id = $1", args![&id])?;
            Ok(())
        })
        .await
    }
}

/// The day in which a moment falls: a moment in milliseconds since 1970, a day counted from then.
pub(super) const fn day(now: u64) -> u64 {
    now / 86_400_000
}

fn get(tx: &mut dyn Tx, id: &[u8; 16]) -> Result<Option<(BoxRow, u64)>, Failed> {
    let read = |row: Row| {
        let space = SpaceId::from_bytes(row.fixed(0)?);
        let (most, largest, closes) = (row.number(1)?, row.number(2)?, row.number(3)?);
        Ok((BoxRow { space, most, largest, closes }, row.number(4)?))
    };
    first(tx, GET, args![id])?.map(read).transpose()
}

fn of_space(tx: &mut dyn Tx, space: SpaceId, id: &[u8; 16]) -> Result<(), Failed> {
    let there = get(tx, id)?.is_some_and(|(row, _)| row.space == space);
    if there { Ok(()) } else { Err(Failed::No(Refusal::NotOpen)) }
}
