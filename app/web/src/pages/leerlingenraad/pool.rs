//! What waits on this device for the adult's look, for the pages that show and change it. Two changes close after each other
//! both count, also when the page is left before the disk has answered: each is on its way to the disk as soon as it is made.

use leptos::prelude::*;
use model::inbreng::pool::Pool;
use model::inbreng::set::Dropbox;
use replica::id::SpaceId;
use rules::text::Text;

use super::room::Council;
use crate::platform::{clock, every, random, spawn};
use crate::texts::leerlingenraad::{self as words, look};

/// `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct Waiting {
    pub council: Council,
    /// Nothing until it was read.
    pub pool: RwSignal<Option<Pool>>,
    /// Whether the server was reached for what tablets of a class set hand in; nothing when it was not tried.
    pub reached: RwSignal<Option<bool>>,
    /// It could not be read: what waits here is unknown, and not nothing.
    pub unread: RwSignal<bool>,
    looking: StoredValue<bool>,
}

/// Why what waits here is not everything that children said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotAll {
    /// More came in just now.
    CameIn,
    /// Nobody knows what still lies at the server.
    NotReached,
    /// A piece of an answer is still somewhere else.
    Incomplete,
    /// Tablets of a class set were asked, and nobody but a person knows which of them were read.
    Tablets,
}

impl NotAll {
    /// The sentence to show.
    pub const fn text(self) -> Text {
        match self {
            Self::CameIn => look::CAME_IN,
            Self::NotReached => look::NOT_REACHED,
            Self::Incomplete => look::INCOMPLETE,
            Self::Tablets => look::TABLETS,
        }
    }

    /// What the button says with which an adult goes on all the same.
    pub const fn pass(self) -> Text {
        match self {
            Self::Tablets => look::ALL_READ,
            _ => look::ANYWAY,
        }
    }

    /// Whether an adult may go on all the same: what can be had by looking is looked at.
    pub const fn may_pass(self) -> bool {
        !matches!(self, Self::CameIn)
    }
}

/// How often the drop-box is looked into while a page is open that shows what came, in milliseconds.
const BETWEEN: i32 = 3_000;

impl Waiting {
    /// Reads what waits of a council.
    pub fn follow(council: Council) -> Self {
        let (pool, reached) = (RwSignal::new(None), RwSignal::new(None));
        let (unread, looking) = (RwSignal::new(false), StoredValue::new(false));
        let waiting = Self { council, pool, reached, unread, looking };
        Effect::new(move || {
            council.id.track();
            waiting.read();
        });
        waiting
    }

    /// For as long as this page is open, takes in what lies in the drop-box of the council.
    pub fn gather(self) {
        let clock = StoredValue::new_local(Some(every(BETWEEN, move || self.look())));
        on_cleanup(move || {
            clock.try_update_value(Option::take);
        });
    }

    /// One look at a time.
    fn look(self) {
        let dropbox = self.pool.try_with_untracked(|pool| pool.as_ref()?.set.dropbox()).flatten();
        let space = self.council.room.voices.councils.space();
        let (Some(dropbox), Some(space)) = (dropbox, space) else { return };
        // Nothing new comes into a closed box: after one look it is fetched from Nakijken alone.
        let is_over = !dropbox.is_open(clock::now()) && self.reached.get_untracked().is_some();
        if is_over || self.looking.get_value() {
            return;
        }
        self.looking.set_value(true);
        spawn(async move {
            self.fetch(space, dropbox).await;
            let _ = self.looking.try_set_value(false);
        });
    }

    /// Takes in what lies in the box, and tells whether there was anything. Nothing when it cannot be known.
    async fn fetch(self, space: SpaceId, dropbox: Dropbox) -> Option<bool> {
        let app = self.council.room.app;
        let is_new = self.reached.try_get_untracked().flatten() != Some(true);
        let found = app.look_in_circle(space, dropbox, is_new).await;
        let _ = self.reached.try_set(Some(found.is_some()));
        let found = found?;
        if found.is_empty() {
            return Some(false);
        }
        if !self.took(&found).await {
            return None;
        }
        app.took_from_circle(space, dropbox, &found).await;
        Some(true)
    }

    /// Looks into the box once; tells why what waits is not everything, or nothing when it is.
    pub async fn look_once(self) -> Option<NotAll> {
        let dropbox = self.pool.try_with_untracked(|pool| pool.as_ref()?.set.dropbox()).flatten();
        if let Some(dropbox) = dropbox {
            let Some(space) = self.council.room.voices.councils.space() else {
                return Some(NotAll::NotReached);
            };
            match self.fetch(space, dropbox).await {
                None => return Some(NotAll::NotReached),
                Some(true) => return Some(NotAll::CameIn),
                Some(false) => {}
            }
        }
        let incomplete =
            self.pool.try_with_untracked(|pool| pool.as_ref().is_some_and(Pool::is_incomplete));
        (incomplete == Some(true)).then_some(NotAll::Incomplete)
    }

    /// Tells whether these are on the disk of this device.
    async fn took(self, pieces: &[Vec<u8>]) -> bool {
        let Some(id) = self.council.id.try_get_untracked() else { return false };
        let Some(seed) = random::bytes() else { return false };
        let took = self.pool.try_update(|pool| {
            // Without the secret nothing of it can be opened: then it stays at the server.
            let pool = pool.as_mut().filter(|pool| pool.set.has_secret())?;
            pool.take_pieces(&id, pieces, &seed);
            Some(pool.clone())
        });
        let Some(now) = took.flatten() else { return false };
        self.council.room.app.keep_pool(&id, &now).await.is_ok()
    }

    /// Something of it; a default until it was read.
    pub fn of<T: Default>(self, read: impl FnOnce(&Pool) -> T) -> T {
        self.pool.with(|pool| pool.as_ref().map(read).unwrap_or_default())
    }

    /// Changes it and keeps it. Nothing happens until it was read.
    pub fn change<T>(self, act: impl FnOnce(&mut Pool) -> T) -> Option<T> {
        let done = self.act(act);
        let kept = self.kept();
        spawn(async move {
            kept.await;
        });
        done
    }

    /// Changes it for who keeps it next.
    pub fn act<T>(self, act: impl FnOnce(&mut Pool) -> T) -> Option<T> {
        self.pool.try_update(|pool| pool.as_mut().map(act)).flatten()
    }

    /// Tells whether what the screen shows now is on the disk of this device. When it cannot be, the screen shows what the disk has.
    pub fn kept(self) -> impl Future<Output = bool> {
        let id = self.council.id.try_get_untracked();
        let now = self.pool.try_get_untracked().flatten();
        let room = self.council.room;
        async move {
            let (Some(id), Some(now)) = (id, now) else { return false };
            let is_kept = room.app.keep_pool(&id, &now).await.is_ok();
            if !is_kept {
                let _ = room.problem.try_set(Some(words::NOT_KEPT));
                self.read();
            }
            is_kept
        }
    }

    /// Nothing of it stays on this device. Tells whether that is so.
    pub async fn empty(self) -> bool {
        let id = self.council.id.get_untracked();
        // Taken out first: nothing that comes in meanwhile may write back what is being taken away.
        let taken_out = self.pool.try_update(Option::take).flatten();
        let room = self.council.room;
        let boxes = taken_out.as_ref().map(|pool| {
            let voices = pool.set.voices.as_ref().and_then(|posted| posted.dropbox());
            [pool.set.dropbox().map(|one| one.name), voices]
        });
        let done = room.app.empty_pool(&id).await.is_ok();
        if done {
            if let (Some(boxes), Some(space)) = (boxes, room.voices.councils.space()) {
                // Without a connection they close by themselves on their day; without its secret nobody can open what is in it.
                for dropbox in boxes.into_iter().flatten() {
                    let _ = room.app.end_box(space, dropbox).await;
                }
            }
            let _ = self.pool.try_set(Some(Pool::default()));
        } else {
            let _ = self.pool.try_set(taken_out);
            let _ = room.problem.try_set(Some(words::NOT_KEPT));
        }
        done
    }

    fn read(self) {
        let Some(id) = self.council.id.try_get_untracked() else { return };
        let app = self.council.room.app;
        spawn(async move {
            let found = app.pool(&id).await.ok();
            let _ = self.unread.try_set(found.is_none());
            // What the screen has is not taken away when the disk cannot be read.
            if found.is_some() {
                let _ = self.pool.try_set(found);
            }
        });
    }
}
