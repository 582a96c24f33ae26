//! The room at work: the dossier that lies open, its letters at the server, and what was just done.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use model::about::Kind;
use model::dossier::{self, Command, Dossier, View};
use model::gelezen::{self, Gelezen};
use model::ouder::unhex;
use model::refused::Refused;
use model::spaces::OpenSpace;
use replica::id::{DeviceId, hex};
use replica::role::Role;
use rules::parameter::Parameters;
use rules::region::region;
use rules::rule::Context;
use rules::text::Text;

use crate::i18n::use_lang;
use crate::platform::clock;
use crate::state::AppState;
use crate::state::ledger::{Ledger, Refusal, Where};
use crate::texts::opening;
use crate::texts::werkgebied as general;

/// Handed around as a context; `Copy`.
#[derive(Clone, Copy)]
pub struct Room {
    pub app: AppState,
    pub ledger: Ledger<Dossier>,
    pub view: Signal<Option<Arc<View>>>,
    pub today: NaiveDate,
    /// Why the last change was not made.
    pub problem: RwSignal<Option<Text>>,
    /// Who opened it on which day.
    pub read: Ledger<Gelezen>,
    parameters: Memo<Arc<Parameters>>,
}

impl Room {
    /// Lays the dossier that lies open on the table, for everything below.
    pub fn provide(app: AppState) -> Self {
        let ledger = Ledger::follow(app, Where::Current(Kind::Dossier), dossier::part());
        let slug = Memo::new(move |_| {
            let view: Option<Arc<View>> = ledger.view.get();
            view.map(|view| view.region.clone()).unwrap_or_default()
        });
        let parameters = Memo::new_with_compare(
            move |_| {
                let rows = region(&slug.get()).map(|one| one.rows).unwrap_or_default();
                Arc::new(Parameters::national().unwrap_or_default().with_layer(rows))
            },
            |_, _| true,
        );
        let room = Self {
            app,
            ledger,
            view: ledger.view.into(),
            today: clock::today(),
            problem: RwSignal::new(None),
            read: Ledger::follow(app, Where::Current(Kind::Dossier), gelezen::part()),
            parameters,
        };
        provide_context(room);
        app.watch_post(true);
        on_cleanup(move || app.watch_post(false));
        Effect::new(move || room.note_reading());
        room
    }

    /// Writes down, once a day for each person, that it was opened. Nothing while it is empty, or where nothing may be added.
    fn note_reading(self) {
        let Some(log) = self.read.view.get().filter(|_| self.is_begun()) else { return };
        let (Some(space), Some(me)) = (self.ledger.space(), self.app.me.get()) else { return };
        let who = self.app.with_space(space, |open| open.who()).flatten();
        let Some(person) = who.map(|(person, _)| hex(person.bytes())) else { return };
        if !log.has(&person, self.today) {
            let saw = gelezen::Command::Saw { person, name: me.name, on: self.today };
            let _ = self.read.dispatch(&saw);
        }
    }

    /// Whether this device may change something: who only reads along gets no link of a parent either.
    pub fn may_write(self) -> bool {
        self.view.track();
        let role = |space| self.app.with_space(space, OpenSpace::role).flatten();
        self.ledger.space().and_then(role) >= Some(Role::Bewerken)
    }

    /// The person of a device, in hexadecimal digits both.
    pub fn person_of(self, device: &str) -> Option<String> {
        let device = DeviceId::from_bytes(unhex::<16>(device)?);
        let person = self.app.with_space(self.ledger.space()?, |open| open.person_of(device));
        person.flatten().map(|person| hex(person.bytes()))
    }

    /// Asks the rules, as they speak here today.
    pub fn with_rules<T>(self, ask: impl FnOnce(&Context<'_>) -> T) -> T {
        let (slug, keeps) = self.of(|view| (view.region.clone(), view.keeps_plan));
        let slug = Some(slug).filter(|slug| !slug.is_empty());
        self.parameters.with(|rows| {
            let context = Context::new(self.today, slug.as_deref(), rows);
            if keeps { ask(&context.keeping()) } else { ask(&context) }
        })
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

    /// The same for what happened by itself, or at the server: nobody takes that back with "Ongedaan".
    pub fn noted(self, command: &Command) -> bool {
        self.tell(self.ledger.note(command))
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
}
