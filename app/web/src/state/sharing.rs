//! Spaces that others are in as well: what the pages see of them, and keeping them in touch with the server. What a space
//! does with what arrives is in `model::spaces`, how the server is asked in `courier`.

use super::AppState;
use super::courier::{Post, Senders};
use super::desk::Desk;
use super::device::put;
use super::files::Mover;
use crate::platform::{clock, spawn};
use chrono::NaiveDateTime;
use leptos::prelude::*;
use model::about::Kind;
use model::sharing::status::{self, FilesWait, Known, Line, Reach};
use model::sharing::{Telling, roles, sides};
use model::spaces::OpenSpace;
use replica::id::SpaceId;
use replica::role::Role;
use replica::space::Space;
use replica::store::SaveState;
use replica::sync::Event;
use rules::text::{Lang, Text};
use std::cell::Cell;
use std::rc::Rc;

pub mod circle;
mod hand;
mod invitations;
pub mod letters;
mod members;
mod postman;
pub mod recordings;
mod sign_in;
mod standing;
pub mod voices;

pub use hand::HandError;
pub use invitations::{InvitationShown, JoiningShown};
pub use members::ShareError;
pub use postman::{gone, keep_piece};
pub use standing::{Standing, Waits};

/// A space as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpaceShown {
    pub id: SpaceId,
    pub kind: Kind,
    /// Empty when nobody gave one, or when it has not arrived yet.
    pub title: String,
    /// Whether anybody else is or was in.
    pub shared: bool,
    /// What this device may; `None` when it has left.
    pub role: Option<Role>,
    /// Came to advise.
    pub advises: bool,
    /// Changes and decisions that nobody else has yet, and files; none in a space that is not shared.
    pub waiting: u64,
    pub files: u64,
    /// How much a person must know of it.
    pub alarms: usize,
    /// Begun, and nothing was written in it yet.
    pub draft: bool,
    /// Let in, and who is in did not arrive yet.
    pub arriving: bool,
}

impl SpaceShown {
    /// What this device is called in it, and what it may do.
    pub fn called(&self) -> Option<(Text, Text)> {
        if self.advises {
            return self.role.map(|_| (sides::ADVISER, sides::ADVISER_ABOUT));
        }
        self.role.map(|role| (roles::name(role), roles::about(role)))
    }

    /// Its title, or else what it is.
    pub fn name(&self, lang: Lang) -> String {
        if self.title.is_empty() {
            self.kind.name().get(lang).to_owned()
        } else {
            self.title.clone()
        }
    }

    pub(in crate::state) fn of(open: &OpenSpace) -> Self {
        let about = open.about();
        let shared = open.is_shared();
        let (waiting, files) = open.waiting();
        Self {
            id: open.id(),
            kind: about.kind,
            title: about.title,
            shared,
            role: open.role(),
            advises: open.advises(),
            waiting,
            files,
            alarms: open.read(|space| space.alarms().len()),
            draft: open.is_draft(),
            arriving: open.who().is_none(),
        }
    }
}

/// What keeps the spaces in touch. Dropping it ends it.
pub(super) struct Shared {
    pub(super) post: Rc<Post>,
    pub(super) invitations: Rc<invitations::Driver>,
    /// Whether the server offers the sign-in of an organisation, once it was asked.
    pub(super) sign_in: Cell<Option<bool>>,
    pub(super) files: Rc<Mover>,
    _postman: Rc<postman::Postman>,
}

/// The spaces as the courier sees them.
struct Behind(AppState);

impl Senders for Behind {
    fn known(&self) -> Vec<(SpaceId, u64, bool)> {
        let Some(desk) = self.0.open_desk() else { return Vec::new() };
        let shared = desk.spaces.with_erased().into_iter().filter(|open| open.is_shared());
        let place = |open: Rc<OpenSpace>| {
            let (cursor, known) =
                open.read(|space| (space.client().cursor(), space.status().last_answer.is_some()));
            // Nobody listens to an erased space: asked about one, the server refuses to tell of the others too.
            let known = known && !open.is_erased();
            (open.id(), cursor, known)
        };
        shared.map(place).collect()
    }

    fn on(&self, space: SpaceId, event: Event, now: u64, jitter: u32) {
        let Some(desk) = self.0.open_desk() else { return };
        desk.spaces.on(space, event, now, jitter);
        self.0.settle(&desk);
    }

    fn wake_at(&self, space: SpaceId) -> Option<u64> {
        self.0.open_desk()?.spaces.find(space)?.read(Space::wake_at)
    }

    fn under_way(&self, space: SpaceId, unanswered: bool) {
        let open = self.0.open_desk().and_then(|desk| desk.spaces.find(space));
        if let Some(open) = open {
            open.under_way(unanswered);
        }
    }

    fn reach(&self, reach: Reach) {
        if self.0.reach.try_get_untracked() != Some(reach) {
            put(self.0.set.reach, reach);
            if let Some(shared) = self.0.shared().filter(|_| reach == Reach::Here) {
                shared.files.soon();
            }
        }
    }
}

impl AppState {
    pub(super) fn begin_sharing(&self) {
        let app = *self;
        let Some(secrets) = self.secrets() else { return };
        let Some(post) = Post::begin(secrets.keys.clone(), Rc::new(Behind(app))) else { return };
        let invitations = invitations::Driver::begin(app, secrets.keys.clone(), post.clone());
        let files = Mover::begin(app, post.clone());
        let postman = postman::Postman::begin(app);
        let sign_in = Cell::default();
        let shared = Rc::new(Shared { post, invitations, files, _postman: postman, sign_in });
        let _ = self.shared.try_set_value(Some(shared));
        if let Some(desk) = self.open_desk() {
            self.settle(&desk);
        }
    }

    pub(super) fn stop_sharing(&self) {
        let _ = self.shared.try_set_value(None);
        put(self.set.reach, Reach::Unknown);
    }

    pub(super) fn shared(&self) -> Option<Rc<Shared>> {
        self.shared.try_get_value().flatten()
    }

    /// A space came, went, or is shared from now on: the server is asked about it.
    pub(super) fn spaces_changed(&self) {
        if let Some(shared) = self.shared() {
            shared.post.spaces_changed();
        }
    }

    /// After something happened to a space: writes what follows from it, shows it, and sends.
    pub(super) fn settle(&self, desk: &Rc<Desk>) {
        let (app, desk) = (*self, desk.clone());
        spawn(async move {
            match desk.save().await {
                state @ SaveState::NotSaved(_) => app.show_save_state(&desk, state),
                _ => {
                    app.show_spaces(&desk);
                    app.deliver(&desk);
                }
            }
        });
    }

    /// Sends what the spaces want to send. Without a server it stays where it is: the space asks again.
    pub(super) fn deliver(&self, desk: &Rc<Desk>) {
        let Some(shared) = self.shared() else { return };
        for (space, message) in desk.spaces.take_messages() {
            shared.post.send(space, vec![message]);
        }
        shared.files.soon();
    }

    /// "Nu verzenden".
    pub fn send_now(&self) {
        if let Some(shared) = self.shared() {
            shared.post.send_now();
            shared.files.soon();
            shared.invitations.look_now();
        }
    }

    /// Reads a space that is open; nothing when it is not here (any more). Track `revision` to read again.
    pub fn with_space<T>(&self, id: SpaceId, read: impl FnOnce(&OpenSpace) -> T) -> Option<T> {
        let open = self.open_desk()?.spaces.get(id)?;
        Some(read(&open))
    }

    /// What is known of the sending of a space.
    pub fn known<T>(&self, id: SpaceId, read: impl FnOnce(&Space, &Known<'_>) -> T) -> Option<T> {
        let reach = self.reach.try_get_untracked().unwrap_or_default();
        self.with_space(id, |open| open.known(reach, read))
    }

    /// Hands how sentences are told now to `tell`: in this language, with this device's calendar.
    pub fn tell<T>(&self, lang: Lang, tell: impl FnOnce(Telling<'_>) -> T) -> T {
        tell(Telling { lang, today: clock::today(), local: &local })
    }

    /// The line above every page, for all shared spaces together (SYNC-3). Track `revision` and `reach`.
    pub fn sending_line(&self, lang: Lang) -> Option<Line> {
        let desk = self.open_desk()?;
        let reach = self.reach.try_get_untracked().unwrap_or_default();
        let shared: Vec<_> =
            desk.spaces.all().into_iter().filter(|open| open.is_shared()).collect();
        let now = clock::now();
        let oldest = shared.iter().filter_map(|open| open.oldest()).min();
        // The space that has most to say speaks for all; the count is that of all.
        let (waiting, count) = all_waiting(&shared);
        let loudest = shared
            .iter()
            .max_by_key(|open| open.known(reach, |_, known| loudness(known.place())))?;
        loudest.known(reach, |_, known| {
            let files = FilesWait { count, ..known.files };
            let known = Known { waiting, files, ..*known };
            self.tell(lang, |telling| status::line(&known, oldest, now, telling))
        })
    }
}

/// Changes and files that wait, of all these spaces.
fn all_waiting(shared: &[Rc<OpenSpace>]) -> (u64, u64) {
    let each = shared.iter().map(|open| open.waiting());
    each.fold((0, 0), |(changes, files), (more, and)| (changes + more, files + and))
}

const fn loudness(place: status::Place) -> u8 {
    match place {
        status::Place::Failing(_) | status::Place::NotSaved => 5,
        status::Place::Choose => 4,
        status::Place::Unknown { .. } => 3,
        status::Place::Waits | status::Place::Sending | status::Place::Saving => 2,
        status::Place::Sent { .. } => 1,
        status::Place::Here => 0,
    }
}

/// What this device's clock and time zone make of a moment.
fn local(at: u64) -> Option<NaiveDateTime> {
    let moment = clock::moment_of(i64::try_from(at).ok()?);
    moment.day.and_hms_opt(moment.hour, moment.minute, 0)
}
