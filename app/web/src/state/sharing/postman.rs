//! The post of dossiers: letters to parents go out and their answers come in whenever the app is open, whatever page is shown. It opens
//! no letter itself: what an answer becomes is decided in `model::dossier`.

use super::letters::{Look, Posted};
use crate::platform::files::Picked;
use crate::platform::{Every, clock, every, spawn};
use crate::state::AppState;
use crate::state::ledger::{Refusal, look_at_document, look_into, note_in};
use chrono::NaiveDate;
use leptos::prelude::*;
use model::about::Kind;
use model::attachment::State;
use model::dossier::{self, Command, Dossier, Letter, LetterChange, View};
use model::spaces::OpenSpace;
use replica::id::SpaceId;
use replica::role::Role;
use rules::text::Lang;
use std::cell::Cell;
use std::rc::{Rc, Weak};

/// How often it is looked, in milliseconds: while a page of a dossier is shown, and otherwise.
const WATCHED: i32 = 3_000;
const OTHERWISE: u32 = 10;

/// Dropping it ends it.
pub(crate) struct Postman {
    app: AppState,
    /// One round at a time.
    going: Cell<bool>,
    beats: Cell<u32>,
    /// A letter is not where it should be yet: look again soon.
    restless: Cell<bool>,
    _clock: Every,
}

impl Postman {
    pub(super) fn begin(app: AppState) -> Rc<Self> {
        Rc::new_cyclic(|me: &Weak<Self>| {
            let me = me.clone();
            let clock = every(WATCHED, move || me.upgrade().iter().for_each(Self::beat));
            Self {
                app,
                going: Cell::default(),
                beats: Cell::default(),
                restless: Cell::default(),
                _clock: clock,
            }
        })
    }

    fn beat(self: &Rc<Self>) {
        let beats = self.beats.get();
        self.beats.set(beats.wrapping_add(1));
        let soon = self.app.post_watched.get_value() > 0 || self.restless.get();
        if (soon || beats.is_multiple_of(OTHERWISE)) && !self.going.get() {
            self.going.set(true);
            let postman = self.clone();
            spawn(async move {
                postman.round().await;
                postman.going.set(false);
            });
        }
    }

    async fn round(&self) {
        let mut restless = false;
        for space in self.dossiers() {
            end_access(self.app, space).await;
            let today = clock::today();
            let post = look_at_document::<Dossier, _>(self.app, space, dossier::part(), |one| {
                dossier::post(one, today)
            });
            let mut post = post.unwrap_or_default();
            post.retain(|letter| letter.is_kept(today) || is_due(self.app, letter));
            if post.is_empty() {
                continue;
            }
            self.app.reach_out(space);
            for letter in &post {
                look_at(self.app, space, letter).await;
                restless |= is_due(self.app, letter);
            }
        }
        self.restless.set(restless);
    }

    fn dossiers(&self) -> Vec<SpaceId> {
        let Some(desk) = self.app.open_desk() else { return Vec::new() };
        let all = desk.spaces.all().into_iter();
        // Who only reads along carries no post.
        let dossiers = all.filter(|open| {
            open.about().kind == Kind::Dossier
                && !open.is_draft()
                && open.role() >= Some(Role::Bewerken)
        });
        dossiers.map(|open| open.id()).collect()
    }
}

impl AppState {
    /// Looks often for answers of parents, for as long as a page of a dossier is shown. Call with true and, at the end, with false.
    pub fn watch_post(&self, on: bool) {
        self.post_watched.update_value(|count| {
            *count = if on { *count + 1 } else { count.saturating_sub(1) };
        });
    }
}

/// Who was taken off the list while another device let them in goes out: taking off wins. Where nobody here may do that, another
/// device of the school does. A receiver never manages a dossier: whoever does is not put out by what somebody wrote on a list.
async fn end_access(app: AppState, space: SpaceId) {
    if app.with_space(space, OpenSpace::role).flatten() != Some(Role::Beheer) {
        return;
    }
    let gone = look_at_document::<Dossier, _>(app, space, dossier::part(), dossier::must_leave);
    let Some(gone) = gone.filter(|gone| !gone.is_empty()) else { return };
    let cards = app.cards(space, Lang::Nl).into_iter();
    let leave = cards.filter(|card| {
        let may_go = !card.is_me && card.role != Some(Role::Beheer);
        may_go && card.devices.iter().any(|line| gone.contains(&line.id.to_string()))
    });
    let lines = leave.flat_map(|card| card.devices).filter(|line| line.role.is_some());
    let out: Vec<_> = lines.map(|line| line.id).collect();
    if !out.is_empty() {
        // What does not work now is tried at the next round.
        let _ = app.remove(space, &out).await;
    }
}

/// How [`AppState::posted`] says that a withdrawn letter is gone from the server.
pub fn gone(letter: &str) -> String {
    format!("weg {letter}")
}

/// Whether a letter must still go out, or must still be taken back.
fn is_due(app: AppState, letter: &Letter) -> bool {
    let done = |id: &str| app.posted.with_untracked(|all| all.contains(id));
    if letter.withdrawn.is_some() {
        !done(&gone(&letter.id))
    } else {
        letter.is_open(clock::today()) && !done(&letter.id)
    }
}

async fn look_at(app: AppState, space: SpaceId, letter: &Letter) {
    let known = |id: &str| app.posted.with_untracked(|one| one.contains(id));
    let is_known = |id: String| {
        app.posted.update(|all| {
            all.insert(id);
        });
    };
    if letter.withdrawn.is_some() {
        let key = gone(&letter.id);
        if !known(&key) && app.close_box(space, &letter.dropbox).await {
            is_known(key.clone());
        }
        if known(&key) {
            note(app, space, letter, LetterChange::Closed(clock::today()));
        }
        return;
    }
    let posted = Posted {
        dropbox: &letter.dropbox,
        link: &letter.link,
        sealed: &letter.sealed,
        closes: letter.until.map(closes).unwrap_or_default(),
    };
    // After its last day the box is read only: what a parent sent in time still lies there.
    let is_open = letter.is_open(clock::today());
    let look = match (is_open, known(&letter.id)) {
        (false, _) => Look::Over,
        (true, false) => Look::New,
        (true, true) => Look::Again,
    };
    let found = app.look_in_box(space, &posted, look).await;
    let Some(found) = found else { return };
    if is_open && !known(&letter.id) {
        is_known(letter.id.clone());
    }
    if is_open && letter.posted.is_none() {
        note(app, space, letter, LetterChange::Posted(clock::today()));
    }
    if found.replies.is_empty() {
        return;
    }
    let mut done = take_in(app, space, letter, &found.replies);
    done.extend(take_pieces(app, space, letter, &found.replies).await);
    if !done.is_empty() {
        app.take_replies(space, &letter.dropbox, &done).await;
    }
}

/// Writes down what became of a letter; where that is not possible now, the next look does.
fn note(app: AppState, space: SpaceId, letter: &Letter, change: LetterChange) {
    let command = Command::SetLetter { id: letter.id.clone(), change };
    let _ = note_in::<Dossier>(app, space, dossier::part(), &command);
}

/// Writes down what came, and tells which of it is in. The rest stays at the server and comes again.
fn take_in(app: AppState, space: SpaceId, letter: &Letter, replies: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let view: Option<View> = look_into::<Dossier>(app, space, dossier::part());
    let Some(view) = view else { return Vec::new() };
    // What was heard since is in the view, not in the letter that the look began with.
    let now = view.letters.iter().find(|one| one.id == letter.id).unwrap_or(letter);
    let write = |command: &Command| match note_in::<Dossier>(app, space, dossier::part(), command) {
        Ok(()) => true,
        Err(Refusal::Problem(refused)) => refused.is_settled(),
        Err(_) => false,
    };
    let done = dossier::take_in(&view, now, replies, write);
    done.into_iter().filter_map(|at| replies.get(at).cloned()).collect()
}

/// Keeps the pieces of recordings as files of the dossier, and tells which of them are at the server as a file as well, as far as this
/// device knows. Until then a piece stays where the parent put it.
async fn take_pieces(
    app: AppState,
    space: SpaceId,
    letter: &Letter,
    replies: &[Vec<u8>],
) -> Vec<Vec<u8>> {
    // After the stories, which say what belongs to them.
    let view: Option<View> = look_into::<Dossier>(app, space, dossier::part());
    let Some(view) = view else { return Vec::new() };
    let mut done = Vec::new();
    for piece in dossier::pieces(&view, letter, replies) {
        if let Some(sound) = piece.sound {
            let _ = keep_piece(app, space, &piece.of, piece.place, sound).await;
            continue;
        }
        let file = view.sounds.get(&piece.of).and_then(|all| all.get(&piece.place));
        let is_sent = file.is_some_and(|file| app.file_state(space, file) == State::Sent);
        done.extend(replies.get(piece.at).filter(|_| is_sent).cloned());
    }
    done
}

/// Whether this piece of a recording is a file of the dossier now.
pub async fn keep_piece(
    app: AppState,
    space: SpaceId,
    of: &str,
    place: u32,
    sound: Vec<u8>,
) -> bool {
    let media = "application/octet-stream".to_owned();
    let picked = Picked { name: format!("opname-{}", place + 1), media, bytes: sound };
    let Ok(file) = app.attach(space, picked).await else { return false };
    let command = Command::KeepPiece { of: of.to_owned(), place, file: Box::new(file) };
    match note_in::<Dossier>(app, space, dossier::part(), &command) {
        Ok(()) => true,
        Err(Refusal::Problem(refused)) => refused.is_settled(),
        Err(_) => false,
    }
}

/// The end of a day, in milliseconds since 1970.
fn closes(day: NaiveDate) -> u64 {
    let end = day.and_hms_opt(23, 59, 59).map(|end| end.and_utc().timestamp_millis());
    end.and_then(|end| u64::try_from(end).ok()).unwrap_or_default()
}
