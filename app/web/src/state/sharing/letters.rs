//! Letters to parents at the server: the box of each is opened, filled and read again as often as needed, so that it makes no difference
//! where it broke off the last time. What is in them is opened in `model::dossier`.

use model::ouder::{unhex, unhex_all};
use model::sharing::courier::Trouble;
use replica::id::{SpaceId, sha256};
use replica::letter::LetterLink;
use replica::sync::Refusal;
use replica::sync::api::{CloseBox, Done, Gifts, Give, ListBox, OpenBox, TakeGifts};

use crate::platform::clock;
use crate::state::AppState;

/// How many replies one box takes, and how large each may be, in bytes.
const MOST: u64 = 200;
const LARGEST: u64 = 256 * 1024;

/// What there is to know of a letter to bring it to the server.
pub struct Posted<'a> {
    pub dropbox: &'a str,
    pub link: &'a str,
    pub sealed: &'a str,
    /// When the box closes, in milliseconds since 1970.
    pub closes: u64,
}

/// How a box is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// For the first time since the app opened.
    New,
    Again,
    /// Its last day has passed: nothing goes in any more.
    Over,
}

/// The box of a letter, without the letter itself.
pub struct Box {
    pub replies: Vec<Vec<u8>>,
}

impl AppState {
    /// Letters go out of this space: it is brought to the server like one that is shared.
    pub fn reach_out(&self, space: SpaceId) {
        let began = self.with_space(space, |open| {
            let before = open.is_shared();
            open.reach_out();
            !before
        });
        if began == Some(true) {
            self.spaces_changed();
        }
    }

    /// Makes sure that the letter is there, unless it is over, and reads what lies beside it. Nothing when the server cannot be asked now.
    pub async fn look_in_box(
        &self,
        space: SpaceId,
        letter: &Posted<'_>,
        look: Look,
    ) -> Option<Box> {
        let (dropbox, sealed) = (unhex(letter.dropbox)?, unhex_all(letter.sealed)?);
        let link = LetterLink::read(letter.link).ok()?;
        let known = self.with_space(space, |open| open.read(|one| one.status().last_answer));
        // Before the server knows the space, it can know no box of it.
        known.flatten()?;
        if look == Look::New {
            // The same box once more is fine.
            let closes = letter.closes;
            let open = OpenBox { space, dropbox, most: MOST, largest: LARGEST, closes };
            self.ask::<Done>("box/open", &open).await.ok()?;
        }
        let listed = self.list(space, dropbox).await.ok()?;
        let is_letter = |gift: &Vec<u8>| sha256(gift) == *link.hash();
        if look != Look::Over && !listed.iter().any(is_letter) && !sealed.is_empty() {
            self.ask::<Done>("box/give", &Give { dropbox, sealed }).await.ok()?;
        }
        let replies = listed.into_iter().filter(|gift| !is_letter(gift)).collect();
        Some(Box { replies })
    }

    /// These replies are in the dossier, and the dossier is at the server: they may go.
    pub async fn take_replies(&self, space: SpaceId, dropbox: &str, replies: &[Vec<u8>]) {
        let waits = self.with_space(space, |open| open.read(|one| one.waiting().count() > 0));
        let (Some(dropbox), Some(false)) = (unhex(dropbox), waits) else { return };
        let hashes = replies.iter().map(|reply| sha256(reply)).collect();
        // What stays is taken the next time; what is in is marked in the dossier, and not taken in twice.
        let _ = self.ask::<Done>("box/take", &TakeGifts { space, dropbox, hashes }).await;
    }

    /// The letter opens no more. Without network it ends at the next look.
    pub async fn close_box(&self, space: SpaceId, dropbox: &str) -> bool {
        let Some(dropbox) = unhex(dropbox) else { return true };
        self.end_box(space, dropbox).await
    }

    /// A box closes, with what is in it. Tells whether it is closed.
    pub async fn end_box(&self, space: SpaceId, dropbox: [u8; 16]) -> bool {
        match self.ask::<Done>("box/close", &CloseBox { space, dropbox }).await {
            Ok(_) | Err(Trouble::Refused { refusal: Refusal::NotOpen, .. }) => true,
            Err(_) => false,
        }
    }

    pub(super) async fn list(
        &self,
        space: SpaceId,
        dropbox: [u8; 16],
    ) -> Result<Vec<Vec<u8>>, Trouble> {
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let Gifts { sealed, more } =
                self.ask("box/list", &ListBox { space, dropbox, after }).await?;
            after = sealed.last().map(|last| sha256(last));
            all.extend(sealed);
            if !more || after.is_none() {
                return Ok(all);
            }
        }
    }

    pub(super) async fn ask<A: replica::sync::api::Message>(
        &self,
        route: &str,
        message: &impl replica::sync::api::Message,
    ) -> Result<A, Trouble> {
        let shared = self.shared().ok_or(Trouble::NoConnection)?;
        shared.post.courier().ask(route, message, clock::now()).await
    }
}
