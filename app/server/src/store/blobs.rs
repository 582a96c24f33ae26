//! Encrypted files in pieces, by a random name within a space. It must not know what a file is.

use replica::id::SpaceId;
use replica::sync::Refusal;

use super::Store;
use super::relay::NEW_SPACE;
use super::sql::{Failed, Tx, args, first};

/// What may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlobLimits {
    /// Pieces of one file.
    pub chunks: u64,
    /// Bytes of all files of one space.
    pub space: u64,
    /// Files of one space.
    pub files: u64,
}

/// A piece and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub blob: [u8; 16],
    pub chunks: u64,
    pub number: u64,
    pub sealed: Vec<u8>,
}

impl Store {
    /// Keeps a piece. The same once more is fine; another one in its place is not.
    pub async fn put_chunk(
        &self,
        space: SpaceId,
        piece: Piece,
        limits: BlobLimits,
    ) -> Result<(), Failed> {
        self.write(move |tx| {
            tx.change(NEW_SPACE, args![space.bytes()])?;
            tx.hold(space)?;
            if piece.chunks == 0 || piece.number >= piece.chunks || piece.chunks > limits.chunks {
                return Err(Failed::No(Refusal::TooLarge));
            }
            begin(tx, space, &piece, limits)?;
            let sql = "SELECT body FROM chunk WHERE space = $1 AND blob = $2 AND number = $3";
            let there = first(tx, sql, args![space.bytes(), &piece.blob, piece.number])?;
            if let Some(mut row) = there {
                let same = row.bytes(0)? == piece.sealed;
                return if same { Ok(()) } else { Err(Failed::No(Refusal::Used)) };
            }
            let sql = "SELECT blobs FROM space WHERE space = $1";
            let used = first(tx, sql, args![space.bytes()])?.map_or(Ok(0), |row| row.number(0))?;
            let used = used + piece.sealed.len() as u64;
            if used > limits.space {
                return Err(Failed::No(Refusal::Full));
            }
            let sql = "INSERT INTO chunk (space, blob, number, body) VALUES ($1, $2, $3, $4)";
            tx.change(sql, args![space.bytes(), &piece.blob, piece.number, &piece.sealed])?;
            let sql = "UPDATE space SET blobs = $1 WHERE space = $2";
            tx.change(sql, args![used, space.bytes()])?;
            Ok(())
        })
        .await
    }

    /// How many pieces a file has, and one of them.
    pub async fn chunk(
        &self,
        space: SpaceId,
        blob: [u8; 16],
        number: u64,
    ) -> Result<(u64, Vec<u8>), Failed> {
        let sql = "SELECT blob.chunks, chunk.body FROM blob JOIN chunk ON chunk.space = blob.space AND chunk.blob = blob.id \
             WHERE blob.space = $1 AND blob.id = $2 AND chunk.number = $3";
        self.read(move |tx| {
            let row = first(tx, sql, args![space.bytes(), &blob, number])?;
            let mut row = row.ok_or(Failed::No(Refusal::NotOpen))?;
            Ok((row.number(0)?, row.bytes(1)?))
        })
        .await
    }

    /// The files of a space: name, pieces, pieces that are here.
    pub async fn blobs(&self, space: SpaceId) -> Result<Vec<([u8; 16], u64, u64)>, Failed> {
        let sql = "SELECT blob.id, blob.chunks, count(chunk.number) FROM blob LEFT JOIN chunk ON chunk.space = blob.space \
             AND chunk.blob = blob.id WHERE blob.space = $1 GROUP BY blob.id, blob.chunks ORDER BY blob.id";
        self.read(move |tx| {
            let rows = tx.rows(sql, args![space.bytes()])?;
            rows.iter().map(|row| Ok((row.fixed(0)?, row.number(1)?, row.number(2)?))).collect()
        })
        .await
    }

    /// A file goes.
    pub async fn drop_blob(&self, space: SpaceId, blob: [u8; 16]) -> Result<(), Failed> {
        self.write(move |tx| {
            tx.hold(space)?;
            let key = args![space.bytes(), &blob];
            let sql = "SELECT CAST(sum(octet_length(body)) AS BIGINT) FROM chunk WHERE space = $1 AND blob = $2";
            let size = first(tx, sql, key)?.map_or(Ok(0), |row| row.number(0))?;
            if tx.change("DELETE FROM blob WHERE space = $1 AND id = $2", key)? == 0 {
                return Err(Failed::No(Refusal::NotOpen));
            }
            tx.change("DELETE FROM chunk WHERE space = $1 AND blob = $2", key)?;
            let sql = "UPDATE space SET blobs = blobs - $1 WHERE space = $2";
            tx.change(sql, args![size, space.bytes()])?;
            Ok(())
        })
        .await
    }
}

/// The row of the file itself, made with its first piece.
fn begin(tx: &mut dyn Tx, space: SpaceId, piece: &Piece, limits: BlobLimits) -> Result<(), Failed> {
    let sql = "SELECT chunks FROM blob WHERE space = $1 AND id = $2";
    if let Some(row) = first(tx, sql, args![space.bytes(), &piece.blob])? {
        let same = row.number(0)? == piece.chunks;
        return if same { Ok(()) } else { Err(Failed::No(Refusal::Used)) };
    }
    let sql = "SELECT count(*) FROM blob WHERE space = $1";
    let files = first(tx, sql, args![space.bytes()])?.map_or(Ok(0), |row| row.number(0))?;
    if files >= limits.files {
        return Err(Failed::No(Refusal::Full));
    }
    let sql = "INSERT INTO blob (space, id, chunks) VALUES ($1, $2, $3)";
    tx.change(sql, args![space.bytes(), &piece.blob, piece.chunks])?;
    Ok(())
}
