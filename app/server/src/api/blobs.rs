//! Encrypted files in pieces, for members. It must not know what a file is.

use replica::role::Errand;
use replica::sync::Refusal;
use replica::sync::api::{Blobs, Chunk, Done, DropBlob, GetChunk, ListBlobs, MAX_CHUNK, PutChunk};

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::Asked;
use super::limits::Kind;
use crate::store::blobs::Piece;

pub(super) async fn put(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, put) = (asked.device()?, asked.message::<PutChunk>()?);
    desk.may(device, put.space, Errand::AddFile).await?;
    if put.sealed.len() > MAX_CHUNK {
        return Err(Refusal::TooLarge.into());
    }
    desk.take(Kind::Bytes, *device.bytes(), put.sealed.len() as u64)?;
    let PutChunk { blob, chunks, number, sealed, .. } = put;
    let is_whole = chunks.checked_sub(1) == Some(number);
    let piece = Piece { blob, chunks, number, sealed };
    desk.store().put_chunk(put.space, piece, desk.settings.limits.blobs).await?;
    if is_whole {
        // Whoever has the document and waits for its file fetches it now, and not at the next look.
        desk.tell_of(put.space, Some(device)).await;
    }
    Ok(Answer::of(&Done {}))
}

pub(super) async fn get(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, get) = (asked.device()?, asked.message::<GetChunk>()?);
    desk.may(device, get.space, Errand::FetchFile).await?;
    let (chunks, sealed) = desk.store().chunk(get.space, get.blob, get.number).await?;
    Ok(Answer::of(&Chunk { chunks, sealed }))
}

pub(super) async fn list(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, list) = (asked.device()?, asked.message::<ListBlobs>()?);
    desk.may(device, list.space, Errand::FetchFile).await?;
    let blobs = desk.store().blobs(list.space).await?;
    Ok(Answer::of(&Blobs { blobs }))
}

pub(super) async fn drop(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, drop) = (asked.device()?, asked.message::<DropBlob>()?);
    desk.may(device, drop.space, Errand::DropFile).await?;
    desk.store().drop_blob(drop.space, drop.blob).await?;
    Ok(Answer::of(&Done {}))
}
