//! Encrypted files in pieces, for members. It must not know what a file is.

use replica::role::Role;
use replica::sync::Refusal;
use replica::sync::api::{Blobs, Chunk, Done, DropBlob, GetChunk, ListBlobs, MAX_CHUNK, PutChunk};

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::Asked;
use super::limits::Kind;
use crate::store::blobs::Piece;

pub(super) async fn put(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, put) = (asked.device()?, asked.message::<PutChunk>()?);
    // Who may add something may add a file to it.
    desk.at_least(device, put.space, Role::Inbrengen).await?;
    if put.sealed.len() > MAX_CHUNK {
        return Err(Refusal::TooLarge.into());
    }
    desk.take(Kind::Bytes, *device.bytes(), put.sealed.len() as u64)?;
    let PutChunk { blob, chunks, number, sealed, .. } = put;
    let piece = Piece { blob, chunks, number, sealed };
    desk.store().put_chunk(put.space, piece, desk.settings.limits.blobs).await?;
    Ok(Answer::of(&Done {}))
}

pub(super) async fn get(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, get) = (asked.device()?, asked.message::<GetChunk>()?);
    desk.at_least(device, get.space, Role::Lezen).await?;
    let (chunks, sealed) = desk.store().chunk(get.space, get.blob, get.number).await?;
    Ok(Answer::of(&Chunk { chunks, sealed }))
}

pub(super) async fn list(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, list) = (asked.device()?, asked.message::<ListBlobs>()?);
    desk.at_least(device, list.space, Role::Lezen).await?;
    let blobs = desk.store().blobs(list.space).await?;
    Ok(Answer::of(&Blobs { blobs }))
}

pub(super) async fn drop(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, drop) = (asked.device()?, asked.message::<DropBlob>()?);
    desk.at_least(device, drop.space, Role::Bewerken).await?;
    desk.store().drop_blob(drop.space, drop.blob).await?;
    Ok(Answer::of(&Done {}))
}
