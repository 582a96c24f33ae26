//! Drop-boxes. A member who may write opens, empties and closes one; anybody who knows its name may give,
//! and who knows its name and the hash of one thing in it may read that one thing. It must not note who.

use replica::letter::sign_arrival;
use replica::role::Errand;
use replica::sync::Refusal;
use replica::sync::api::{
    AskReceipt, CloseBox, Done, Gift, Gifts, Give, ListBox, OpenBox, ReadGift, Receipt, TakeGifts,
};

use super::answer::{Answer, No};
use super::desk::Desk;
use super::guard::Asked;
use super::routes::MAX_GIFT;
use crate::store::boxes::BoxRow;

pub(super) async fn open(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, open) = (asked.device()?, asked.message::<OpenBox>()?);
    desk.may(device, open.space, Errand::KeepBox).await?;
    let (now, limits) = (desk.outside.now(), &desk.settings.limits);
    let fits = (1..=limits.gifts_in_box).contains(&open.most)
        && (1..=MAX_GIFT as u64).contains(&open.largest)
        && open.most.saturating_mul(open.largest) <= limits.box_bytes
        && (now..=now.saturating_add(limits.box_life)).contains(&open.closes);
    if !fits {
        return Err(Refusal::NotAllowed.into());
    }
    let (space, most, largest) = (open.space, open.most, open.largest);
    let row = BoxRow { space, most, largest, closes: open.closes };
    desk.store().open_box(open.dropbox, row, limits.open_boxes).await?;
    Ok(Answer::of(&Done {}))
}

pub(super) async fn give(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let Give { dropbox, sealed } = asked.message()?;
    desk.store().give(dropbox, sealed, desk.outside.now()).await?;
    Ok(Answer::of(&Done {}))
}

pub(super) async fn read(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let ReadGift { dropbox, hash } = asked.message()?;
    let sealed = desk.store().read_gift(dropbox, hash, desk.outside.now()).await?;
    Ok(Answer::of(&Gift { sealed }))
}

pub(super) async fn receipt(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let AskReceipt { hash } = asked.message()?;
    let keys = desk.receipt_keys().await?;
    let at = desk.outside.now() / 1_000;
    let mut key = [0; 32];
    key.copy_from_slice(&keys.public().bytes()[..32]);
    Ok(Answer::of(&Receipt { at, key, by: sign_arrival(&keys, &hash, at) }))
}

pub(super) async fn list(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, list) = (asked.device()?, asked.message::<ListBox>()?);
    desk.may(device, list.space, Errand::ListBox).await?;
    let (sealed, more) = desk.store().list_box(list.space, list.dropbox, list.after).await?;
    Ok(Answer::of(&Gifts { sealed, more }))
}

pub(super) async fn take(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, take) = (asked.device()?, asked.message::<TakeGifts>()?);
    desk.may(device, take.space, Errand::KeepBox).await?;
    desk.store().take_gifts(take.space, take.dropbox, take.hashes).await?;
    Ok(Answer::of(&Done {}))
}

pub(super) async fn close(desk: &Desk, asked: Asked) -> Result<Answer, No> {
    let (device, close) = (asked.device()?, asked.message::<CloseBox>()?);
    desk.may(device, close.space, Errand::KeepBox).await?;
    desk.store().close_box(close.space, close.dropbox).await?;
    Ok(Answer::of(&Done {}))
}
