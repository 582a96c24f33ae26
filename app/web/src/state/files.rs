//! Files of spaces: added and opened by the pages, sent and fetched behind them. What is to be done next, `model::spaces` says.

use super::AppState;
use super::courier::Post;
use crate::platform::files::Picked;
use crate::platform::{Every, clock, every, picture, spawn};
use model::attachment::{self, Attachment, Look, NotAdded, State};
use model::sharing::status::Reach;
use model::spaces::{Moved, NotOpened};
use replica::id::{BlobId, SpaceId};
use rules::text::Text;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::{Rc, Weak};

/// The longest side of a kept photo, in pixels: an A4 page in it can be read, and it is well below the limit of a file.
const LONGEST: f64 = 2_048.0;

/// How often it is looked at whether something is to be done, and the longest time between two attempts, in milliseconds.
const BETWEEN: i32 = 1_000;
const SHORTEST: u64 = 2_000;
const LONGEST_WAIT: u64 = 60_000;

/// Sends and fetches, one piece at a time. Dropping it ends it.
pub(super) struct Mover {
    app: AppState,
    post: Rc<Post>,
    busy: Cell<bool>,
    /// When to look again; never when nothing waits.
    at: Cell<Option<u64>>,
    wait: Cell<u64>,
    _clock: Every,
}

impl Mover {
    pub(super) fn begin(app: AppState, post: Rc<Post>) -> Rc<Self> {
        Rc::new_cyclic(|me: &Weak<Self>| {
            let me = me.clone();
            let clock = every(BETWEEN, move || me.upgrade().iter().for_each(Self::look));
            let (busy, at, wait) = (Cell::new(false), Cell::new(Some(0)), Cell::new(SHORTEST));
            Self { app, post, busy, at, wait, _clock: clock }
        })
    }

    /// Something changed: look at the next moment.
    pub(super) fn soon(&self) {
        self.wait.set(SHORTEST);
        self.at.set(Some(0));
    }

    fn look(self: &Rc<Self>) {
        let due = self.at.get().is_some_and(|at| at <= clock::now());
        if !due || self.busy.get() || !self.may_ask() {
            return;
        }
        self.busy.set(true);
        self.at.set(None);
        let me = self.clone();
        spawn(async move {
            me.go().await;
            me.busy.set(false);
        });
    }

    /// The server answers, or did not once: while a stream is open nothing else may ask it for minutes. Or it is not known and nothing
    /// else will ask it.
    fn may_ask(&self) -> bool {
        match self.post.reach() {
            Reach::Here | Reach::NoConnection => true,
            Reach::Unknown => {
                self.app.open_desk().is_some_and(|desk| desk.spaces.has_files_before())
            }
            Reach::Offline | Reach::NoServer | Reach::Refused(_) => false,
        }
    }

    async fn go(&self) {
        loop {
            let Some(desk) = self.app.open_desk() else { return };
            let moved = desk.spaces.move_files(self.post.courier(), clock::now()).await;
            self.app.show_spaces(&desk);
            match moved {
                Ok(Moved::More) => {}
                Ok(Moved::Nothing) => return,
                // What the storage refuses is shown where it is written; here it is tried again.
                Ok(Moved::Waits) | Err(_) => return self.again_later(),
            }
        }
    }

    fn again_later(&self) {
        let wait = self.wait.get();
        self.wait.set(wait.saturating_mul(2).min(LONGEST_WAIT));
        if self.at.get().is_none() {
            self.at.set(Some(clock::now().saturating_add(wait)));
        }
    }
}

impl AppState {
    /// Keeps a file that a person chose. A photo is drawn anew first: smaller, and without the place where it was taken. What
    /// is answered is to be put in a document at once.
    ///
    /// # Errors
    /// Why not; then nothing was kept.
    pub async fn attach(&self, space: SpaceId, picked: Picked) -> Result<Attachment, NotAdded> {
        let desk = self.open_desk().ok_or(NotAdded::MayNot)?;
        self.accepts_edits(&desk).map_err(|_| NotAdded::NotSaved)?;
        let Picked { name, media, bytes } = ready(picked).await?;
        let made = desk.spaces.attach(space, &name, &media, &bytes).await;
        self.show_spaces(&desk);
        made
    }

    /// The content of a file.
    ///
    /// # Errors
    /// Why it does not open here.
    pub async fn content(&self, space: SpaceId, one: &Attachment) -> Result<Vec<u8>, NotOpened> {
        let desk = self.open_desk().ok_or(NotOpened::NotHere)?;
        desk.spaces.content(space, one).await
    }

    /// How it stands with a file. Track `revision`.
    pub fn file_state(&self, space: SpaceId, one: &Attachment) -> State {
        let desk = self.open_desk();
        desk.map_or(State::Elsewhere, |desk| desk.spaces.file_state(space, one))
    }

    /// What the server says when it does not take a file that waits. Track `revision`.
    pub fn file_refused(&self, space: SpaceId, one: &Attachment) -> Option<Text> {
        let refusal = self.open_desk()?.spaces.file_refused(space, one.blob)?;
        let (nl, en) = refusal.sentence();
        Some(Text::new(nl, en))
    }

    /// The files of a space that are wholly here. Track `revision`.
    pub fn files_here(&self, space: SpaceId) -> BTreeSet<BlobId> {
        self.open_desk().map(|desk| desk.spaces.files_here(space)).unwrap_or_default()
    }
}

async fn ready(picked: Picked) -> Result<Picked, NotAdded> {
    let is_picture = picked.media.starts_with("image/")
        || matches!(attachment::look(&picked.bytes), Look::Picture(_));
    if !is_picture {
        return Ok(picked);
    }
    let drawn = picture::drawn_anew(&picked.bytes, &picked.media, LONGEST).await;
    let bytes = drawn.ok_or(NotAdded::Picture)?;
    let name = attachment::as_photo(&picked.name);
    Ok(Picked { name, media: "image/jpeg".to_owned(), bytes })
}
