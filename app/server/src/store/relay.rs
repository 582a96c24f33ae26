//! The relay's port over the tables. The law stands with the trait; its acceptance suite runs on every database.

use replica::id::{DeviceId, Hash, NO_HASH, PartId, SpaceId};
use replica::relay::{AppendError, Kept, NewRow, Only, RelayError, RelayStore};
use replica::seal::ChainHead;
use replica::sync::{Item, MAX_ITEMS, MAX_MESSAGE, Range, ServerEpoch};

use super::Store;
use super::sql::{Arg, Failed, Row, Tx, args, first};

/// What a space is before anything is in it.
pub(super) const NEW_SPACE: &str = "INSERT INTO space (space, newest, bytes, entries, blobs, seen) VALUES ($1, 0, 0, 0, 0, 0) \
     ON CONFLICT DO NOTHING";

/// The statements by which everything of a space goes that is not its items and chains.
pub(super) const BESIDE: [&str; 5] = [
    "DELETE FROM gift WHERE box IN (SELECT id FROM dropbox WHERE space = $1)",
    "DELETE FROM dropbox WHERE space = $1",
    "DELETE FROM chunk WHERE space = $1",
    "DELETE FROM blob WHERE space = $1",
    "DELETE FROM presence WHERE space = $1",
];

impl RelayStore for Store {
    async fn server_epoch(&self) -> Result<ServerEpoch, RelayError> {
        Ok(self.epoch)
    }

    async fn append_only(
        &self,
        space: SpaceId,
        rows: &[NewRow],
        only: Only,
    ) -> Result<u64, AppendError> {
        if rows.is_empty() {
            return Ok(self.newest(space).await?);
        }
        let rows = rows.to_vec();
        let appended = self.write(move |tx| append(tx, space, &rows, only)).await;
        appended.map_err(|failed| match failed {
            Failed::Append(error) => error,
            Failed::No(refusal) => RelayError(format!("{refusal:?}")).into(),
        })
    }

    async fn newest(&self, space: SpaceId) -> Result<u64, RelayError> {
        let sql = "SELECT newest FROM space WHERE space = $1";
        let newest = self.read(move |tx| match first(tx, sql, args![space.bytes()])? {
            Some(row) => row.number(0),
            None => Ok(0),
        });
        Ok(newest.await?)
    }

    async fn since(
        &self,
        space: SpaceId,
        after: u64,
        most: usize,
        bytes: usize,
    ) -> Result<Vec<(u64, Item)>, RelayError> {
        Ok(self.read(move |tx| since(tx, space, after, most, bytes)).await?)
    }

    async fn entries(&self, space: SpaceId, skip: usize) -> Result<Vec<Vec<u8>>, RelayError> {
        let count = "SELECT entries FROM space WHERE space = $1";
        // A log has at most 4,096 entries.
        let sql = "SELECT body FROM item WHERE space = $1 AND part IS NULL ORDER BY place LIMIT 1000000 OFFSET $2";
        let entries = self.read(move |tx| {
            let row = first(tx, count, args![space.bytes()])?;
            if row.map_or(Ok(0), |row| row.number(0))? <= skip as u64 {
                return Ok(Vec::new());
            }
            let rows = tx.rows(sql, args![space.bytes(), skip])?;
            rows.into_iter().map(|mut row| row.bytes(0)).collect()
        });
        Ok(entries.await?)
    }

    async fn heads(
        &self,
        space: SpaceId,
        device: Option<DeviceId>,
    ) -> Result<Vec<ChainHead>, RelayError> {
        let all =
            "SELECT part, device, seq, hash FROM chain WHERE space = $1 ORDER BY part, device";
        let own = "SELECT part, device, seq, hash FROM chain WHERE space = $1 AND device = $2 ORDER BY part";
        let heads = self.read(move |tx| {
            let rows = match device {
                None => tx.rows(all, args![space.bytes()]),
                Some(device) => tx.rows(own, args![space.bytes(), device.bytes()]),
            };
            rows?.iter().map(head).collect()
        });
        Ok(heads.await?)
    }

    async fn prune(&self, space: SpaceId, heads: &[ChainHead]) -> Result<(), RelayError> {
        let heads = heads.to_vec();
        Ok(self.write(move |tx| prune(tx, space, &heads)).await?)
    }

    async fn erase(&self, space: SpaceId) -> Result<(), RelayError> {
        Ok(self.write(move |tx| erase(tx, space)).await?)
    }

    async fn reopen(&self, space: SpaceId) -> Result<(), RelayError> {
        let reopening = self.write(move |tx| {
            tx.hold(space)?;
            tx.change("UPDATE space SET erased = 0 WHERE space = $1", args![space.bytes()])?;
            tx.change("DELETE FROM chain WHERE space = $1", args![space.bytes()])?;
            Ok(())
        });
        Ok(reopening.await?)
    }

    async fn chain(&self, space: SpaceId, range: &Range) -> Result<Vec<Item>, RelayError> {
        let range = *range;
        Ok(self.read(move |tx| chain(tx, space, &range)).await?)
    }
}

fn head(row: &Row) -> Result<ChainHead, Failed> {
    Ok(ChainHead {
        part: PartId::from_bytes(row.fixed(0)?),
        device: DeviceId::from_bytes(row.fixed(1)?),
        seq: row.number(2)?,
        hash: row.fixed(3)?,
    })
}

fn append(tx: &mut dyn Tx, space: SpaceId, rows: &[NewRow], only: Only) -> Result<u64, Failed> {
    if only.entries.is_none_or(|entries| entries == 0) {
        tx.change(NEW_SPACE, args![space.bytes()])?;
    }
    tx.hold(space)?;
    let sql = "SELECT newest, bytes, entries FROM space WHERE space = $1";
    let row = first(tx, sql, args![space.bytes()])?;
    let row = row.ok_or(AppendError::Moved)?;
    let (before, mut bytes, mut entries) = (row.number(0)?, row.number(1)?, row.number(2)?);
    only.check(entries, bytes)?;
    let mut newest = before;
    for (index, row) in rows.iter().enumerate() {
        if !follows(tx, space, index, row)? {
            continue;
        }
        newest += 1;
        bytes += row.item.bytes().len() as u64;
        entries += u64::from(row.chain.is_none());
        insert(tx, space, newest, row)?;
    }
    if newest != before {
        let sql = "UPDATE space SET newest = $1, bytes = $2, entries = $3 WHERE space = $4";
        tx.change(sql, args![newest, bytes, entries, space.bytes()])?;
        tx.announce(space)?;
    }
    Ok(newest)
}

/// Whether a row is new and goes on where its chain ended.
fn follows(tx: &mut dyn Tx, space: SpaceId, index: usize, row: &NewRow) -> Result<bool, Failed> {
    let Some((kept, prev)) = row.chain else {
        let sql = "SELECT place FROM item WHERE space = $1 AND hash = $2 AND part IS NULL";
        return Ok(first(tx, sql, args![space.bytes(), &row.hash])?.is_none());
    };
    let sql = "SELECT seq, hash FROM chain WHERE space = $1 AND part = $2 AND device = $3";
    let head = first(tx, sql, args![space.bytes(), kept.part.bytes(), kept.device.bytes()])?;
    let (seq, last) = match head {
        Some(row) => (row.number(0)?, row.fixed(1)?),
        None => (0, NO_HASH),
    };
    if kept.seq <= seq {
        let sql =
            "SELECT hash FROM item WHERE space = $1 AND part = $2 AND device = $3 AND seq = $4";
        let place = args![space.bytes(), kept.part.bytes(), kept.device.bytes(), kept.seq];
        let there = first(tx, sql, place)?.map(|row| row.fixed(0)).transpose()?;
        let same = there == Some(row.hash);
        return if same { Ok(false) } else { Err(AppendError::Fork(index).into()) };
    }
    if kept.seq > seq + 1 {
        return Err(AppendError::Gap(index).into());
    }
    if prev == last { Ok(true) } else { Err(AppendError::Fork(index).into()) }
}

fn insert(tx: &mut dyn Tx, space: SpaceId, place: u64, row: &NewRow) -> Result<(), Failed> {
    let kept = row.chain.map(|(kept, _)| kept);
    let part = kept.as_ref().map(|kept| kept.part.bytes().as_slice());
    let device = kept.as_ref().map(|kept| kept.device.bytes().as_slice());
    let seq = kept.and_then(|kept| i64::try_from(kept.seq).ok());
    let sql = "INSERT INTO item (space, place, hash, part, device, seq, body) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        Arg::from(space.bytes()),
        Arg::from(place),
        Arg::from(&row.hash),
        Arg::MaybeBytes(part),
        Arg::MaybeBytes(device),
        Arg::MaybeNumber(seq),
        Arg::from(row.item.bytes()),
    ];
    tx.change(sql, &values)?;
    if let Some(Kept { part, device, seq }) = row.chain.map(|(kept, _)| kept) {
        raise(tx, space, &ChainHead { part, device, seq, hash: row.hash })?;
    }
    Ok(())
}

/// Remembers a head as the newest of its chain, if what is known is lower.
fn raise(tx: &mut dyn Tx, space: SpaceId, head: &ChainHead) -> Result<(), Failed> {
    let sql = "INSERT INTO chain (space, part, device, seq, hash) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (space, part, device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash \
         WHERE chain.seq < excluded.seq";
    let (part, device) = (head.part.bytes(), head.device.bytes());
    tx.change(sql, args![space.bytes(), part, device, head.seq, &head.hash])?;
    Ok(())
}

fn prune(tx: &mut dyn Tx, space: SpaceId, heads: &[ChainHead]) -> Result<(), Failed> {
    tx.change(NEW_SPACE, args![space.bytes()])?;
    tx.hold(space)?;
    let here = "SELECT hash FROM item WHERE space = $1 AND part = $2 AND device = $3 AND seq = $4";
    let below = "DELETE FROM item WHERE space = $1 AND part = $2 AND device = $3 AND seq <= $4";
    for head in heads {
        let place = args![space.bytes(), head.part.bytes(), head.device.bytes(), head.seq];
        let ours: Option<Hash> = first(tx, here, place)?.map(|row| row.fixed(0)).transpose()?;
        if ours.is_none_or(|ours| ours == head.hash) {
            tx.change(below, place)?;
            raise(tx, space, head)?;
        }
    }
    weigh(tx, space)
}

/// Everything but entries and heads goes; that it was erased is kept.
fn erase(tx: &mut dyn Tx, space: SpaceId) -> Result<(), Failed> {
    tx.hold(space)?;
    tx.change("DELETE FROM item WHERE space = $1 AND part IS NOT NULL", args![space.bytes()])?;
    for sql in BESIDE {
        tx.change(sql, args![space.bytes()])?;
    }
    let sql = "UPDATE space SET blobs = 0, erased = 1 WHERE space = $1";
    tx.change(sql, args![space.bytes()])?;
    weigh(tx, space)
}

/// Counts the bytes of items again.
fn weigh(tx: &mut dyn Tx, space: SpaceId) -> Result<(), Failed> {
    let sql = "UPDATE space SET bytes = (SELECT COALESCE(SUM(CAST(octet_length(body) AS BIGINT)), 0) FROM item \
         WHERE item.space = $1) WHERE space = $1";
    tx.change(sql, args![space.bytes()])?;
    Ok(())
}

fn since(
    tx: &mut dyn Tx,
    space: SpaceId,
    after: u64,
    most: usize,
    bytes: usize,
) -> Result<Vec<(u64, Item)>, Failed> {
    // Sizes first: no more is read than goes out.
    let sql = "SELECT place, CAST(octet_length(body) AS BIGINT) FROM item WHERE space = $1 AND place > $2 ORDER BY place LIMIT $3";
    let sizes = tx.rows(sql, args![space.bytes(), after, most])?;
    let Some(last) = last_that_fits(&sizes, bytes)? else { return Ok(Vec::new()) };
    let sql = "SELECT place, part, body FROM item WHERE space = $1 AND place > $2 AND place <= $3 ORDER BY place";
    let rows = tx.rows(sql, args![space.bytes(), after, last])?;
    let read = |mut row: Row| {
        let entry = row.maybe(1)?.is_none();
        let body = row.bytes(2)?;
        let item = if entry { Item::Entry(body) } else { Item::Envelope(body) };
        Ok((row.number(0)?, item))
    };
    rows.into_iter().map(read).collect()
}

/// The last number (first column) of which all sizes (second column) together fit; at least the first one.
fn last_that_fits(rows: &[Row], bytes: usize) -> Result<Option<u64>, Failed> {
    let (mut size, mut last) = (0, None);
    for row in rows {
        size += row.number(1)? as usize + 16;
        if size > bytes && last.is_some() {
            break;
        }
        last = Some(row.number(0)?);
    }
    Ok(last)
}

fn chain(tx: &mut dyn Tx, space: SpaceId, range: &Range) -> Result<Vec<Item>, Failed> {
    let sizes = "SELECT seq, CAST(octet_length(body) AS BIGINT) FROM item WHERE space = $1 AND part = $2 AND device = $3 \
         AND seq >= $4 AND seq <= $5 ORDER BY seq LIMIT $6";
    let bodies = "SELECT body FROM item WHERE space = $1 AND part = $2 AND device = $3 AND seq >= $4 \
         AND seq <= $5 ORDER BY seq";
    let (part, device) = (range.part.bytes(), range.device.bytes());
    let found =
        tx.rows(sizes, args![space.bytes(), part, device, range.from, range.to, MAX_ITEMS])?;
    let Some(last) = last_that_fits(&found, MAX_MESSAGE)? else { return Ok(Vec::new()) };
    let rows = tx.rows(bodies, args![space.bytes(), part, device, range.from, last])?;
    rows.into_iter().map(|mut row| row.bytes(0).map(Item::Envelope)).collect()
}
