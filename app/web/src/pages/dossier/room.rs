//! The room at work: the dossier that lies open, its letters at the server, and what was just done.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use model::about::Kind;
use model::dossier::{self, Command, Dossier, Letter, View};
use model::refused::Refused;
use replica::id::SpaceId;
use rules::text::Text;

use crate::i18n::use_lang;
use crate::platform::{Every, clock, every, spawn};
use crate::state::AppState;
use crate::state::ledger::{Ledger, Refusal, Where};
use crate::state::sharing::letters::Posted;
use crate::texts::opening;
use crate::texts::werkgebied as general;

/// How often the boxes of open letters are looked into while the room is open, in milliseconds.
const BETWEEN: i32 = 3_000;

/// Handed around as a context; `Copy`.
#[derive(Clone, Copy)]
pub struct Room {
    pub app: AppState,
    pub ledger: Ledger<Dossier>,
    pub view: Signal<Option<Arc<View>>>,
    pub today: NaiveDate,
    /// Why the last change was not made.
    pub problem: RwSignal<Option<Text>>,
    /// Letters that are at the server, by id.
    pub posted: RwSignal<BTreeSet<String>>,
    looking: StoredValue<bool>,
    clock: StoredValue<Option<Every>, LocalStorage>,
}

impl Room {
    /// Lays the dossier that lies open on the table, for everything below.
    pub fn provide(app: AppState) -> Self {
        let ledger = Ledger::follow(app, Where::Current(Kind::Dossier), dossier::part());
        let room = Self {
            app,
            ledger,
            view: ledger.view.into(),
            today: clock::today(),
            problem: RwSignal::new(None),
            posted: RwSignal::default(),
            looking: StoredValue::new(false),
            clock: StoredValue::new_local(None),
        };
        provide_context(room);
        room.clock.set_value(Some(every(BETWEEN, move || room.look())));
        on_cleanup(move || {
            room.clock.try_update_value(|clock| clock.take());
        });
        room
    }

    /// The room, anywhere inside it.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Whether a dossier lies open with something in it.
    pub fn is_begun(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| !view.is_empty))
    }

    /// Something of the dossier; a default while it is not open.
    pub fn of<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// The same as it is at this moment, for what does not follow it.
    pub fn now<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with_untracked(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// A memo of something of the dossier: whoever reads it is told only when it changes.
    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.of(&read))
    }

    /// Carries out a command and tells whether it was done; when it is refused, the page says why.
    pub fn done(self, command: &Command) -> bool {
        self.tell(self.ledger.dispatch(command))
    }

    /// Shows why something was not done, here or in another document.
    pub fn tell(self, done: Result<(), Refusal<Refused>>) -> bool {
        let fine = done.is_ok();
        self.problem.set(done.err().map(|refusal| match refusal {
            Refusal::Problem(refused) => refused.text(),
            Refusal::MayNot => general::MAY_NOT,
            Refusal::NotSaved(reason) => opening::reason(reason),
            Refusal::NotOpen | Refusal::Stopped => general::NOT_OPEN,
        }));
        fine
    }

    /// The same, when only the page need know.
    pub fn act(self, command: &Command) {
        self.done(command);
    }

    /// Shows why something was not made.
    pub fn refused(self, refused: &Refused) {
        self.problem.set(Some(refused.text()));
    }

    /// A heading without a name in it: the name of the child stands in the page, not in the title of the tab.
    pub fn heading(self, title: Text) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || title.get(lang.get()).to_owned())
    }

    /// Looks into the boxes of the letters that are out; one look at a time.
    fn look(self) {
        let (Some(space), Some(view)) = (self.ledger.space(), self.ledger.read()) else { return };
        if view.letters.is_empty() || self.looking.get_value() {
            return;
        }
        self.looking.set_value(true);
        self.app.reach_out(space);
        spawn(async move {
            for letter in &view.letters {
                self.look_at(space, letter).await;
            }
            self.looking.try_set_value(false);
        });
    }

    async fn look_at(self, space: SpaceId, letter: &Letter) {
        let known = |id: &str| self.posted.try_with_untracked(|one| one.contains(id));
        if letter.withdrawn.is_some() {
            let key = gone(&letter.id);
            if known(&key) == Some(false) && self.app.close_box(space, &letter.dropbox).await {
                let _ = self.posted.try_update(|one| one.insert(key));
            }
            return;
        }
        if !letter.is_open(self.today) {
            return;
        }
        let posted = Posted {
            dropbox: &letter.dropbox,
            link: &letter.link,
            sealed: &letter.sealed,
            closes: letter.until.map(closes).unwrap_or_default(),
        };
        let Some(found) =
            self.app.look_in_box(space, &posted, known(&letter.id) != Some(true)).await
        else {
            return;
        };
        if known(&letter.id) == Some(false) {
            let _ = self.posted.try_update(|one| one.insert(letter.id.clone()));
        }
        if !found.replies.is_empty() {
            self.take_in(letter, &found.replies);
            self.app.take_replies(space, &letter.dropbox, &found.replies).await;
        }
    }

    fn take_in(self, letter: &Letter, replies: &[Vec<u8>]) {
        let Some(view) = self.ledger.read() else { return };
        // What was heard since is in the view, not in the letter that the look began with.
        let now = view.letters.iter().find(|one| one.id == letter.id).unwrap_or(letter);
        for command in &dossier::heard(&view, now, replies) {
            // One that is there already is refused, and that is fine.
            let _ = self.ledger.dispatch(command);
        }
    }
}

/// How [`Room::posted`] says that a withdrawn letter is gone from the server.
pub fn gone(letter: &str) -> String {
    format!("weg {letter}")
}

/// The end of a day, in milliseconds since 1970.
fn closes(day: NaiveDate) -> u64 {
    let end = day.and_hms_opt(23, 59, 59).map(|end| end.and_utc().timestamp_millis());
    end.and_then(|end| u64::try_from(end).ok()).unwrap_or_default()
}
