//! The room at work: the councils that lie open, the tekening, who is here, and what the rules say. Worked out once per
//! change, never per view.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use model::about::Kind;
use model::inbreng;
use model::leerlingenraad::questions::Group;
use model::leerlingenraad::watch::watch;
use model::leerlingenraad::{self, Command, View, Words};
use model::refused::Refused;
use model::tekening;
use model::werkgebied::planning::Watch;
use rules::parameter::Parameters;
use rules::rule::Context;
use rules::text::{Lang, Text};

use crate::i18n::use_lang;
use crate::platform::clock;
use crate::state::AppState;
use crate::state::book::Book;
use crate::state::ledger::{Ledger, Refusal, Where};
use crate::state::leerlingenraad::Voices;
use crate::texts::leerlingenraad as words;
use crate::texts::opening;

/// Handed around as a context; `Copy`.
#[derive(Clone, Copy)]
pub struct Room {
    pub app: AppState,
    pub voices: Voices,
    pub view: Signal<Option<Arc<View>>>,
    pub tekening: Signal<Option<Arc<tekening::View>>>,
    pub today: NaiveDate,
    /// Why the last change was not made.
    pub problem: RwSignal<Option<Text>>,
    /// What was just done, for who did it.
    pub said: RwSignal<Option<Text>>,
}

/// One council of the room.
#[derive(Clone, Copy)]
pub struct Council {
    pub room: Room,
    pub id: Memo<String>,
}

impl Room {
    /// Lays the councils that lie open on the table, for everything below.
    pub fn provide(app: AppState) -> Self {
        let voices = Voices::follow(app, &Where::Current(Kind::Leerlingenraad));
        let (view, tekening) = (voices.councils.view.into(), voices.tekening.view.into());
        let (problem, said) = (RwSignal::new(None), RwSignal::new(None));
        let room = Self { app, voices, view, tekening, today: clock::today(), problem, said };
        provide_context(room);
        room
    }

    /// The room, anywhere inside it.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Whether councils lie open with something in them.
    pub fn is_begun(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| !view.is_empty))
    }

    /// Something of the councils; a default while they are not open.
    pub fn of<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// A memo of something of the councils: whoever reads it is told only when it changes.
    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.of(&read))
    }

    /// What the rules that watch the councils say today.
    pub fn watches(self) -> Vec<Watch> {
        let (Some(view), drawing) = (self.view.get(), self.tekening.get()) else {
            return Vec::new();
        };
        let parameters = Parameters::national().unwrap_or_default();
        let region = Some(view.region.as_str()).filter(|region| !region.is_empty());
        let context = Context::new(self.today, region, &parameters);
        let context = if view.keeps_plan { context.keeping() } else { context };
        watch(&view, drawing.as_deref(), &context)
    }

    /// Carries out a command on the councils; when it is refused, the page says why.
    pub fn act(self, command: Command) {
        self.done(command);
    }

    /// The same, and tells whether it was done.
    pub fn done(self, command: Command) -> bool {
        self.ran(self.voices.councils, &command)
    }

    /// Carries out a command on one of the documents of this room.
    pub fn ran<B: Book<Problem = Refused>>(self, ledger: Ledger<B>, command: &B::Command) -> bool {
        self.tell(ledger.dispatch(command))
    }

    /// Takes in what is being typed in one of the texts.
    pub fn write(self, words: Words, text: String) {
        let ledger = self.voices.councils;
        let base = ledger.read().map(|view| view.words(&words)).unwrap_or_default();
        let field = format!("{words:?}");
        ledger.type_in(&field, Command::Write { words, base, text });
    }

    /// Shows why something was not done.
    pub fn tell<T>(self, done: Result<T, Refusal<Refused>>) -> bool {
        let fine = done.is_ok();
        self.said.set(None);
        self.problem.set(done.err().map(|refusal| match refusal {
            Refusal::Problem(refused) => refused.text(),
            Refusal::MayNot => words::MAY_NOT,
            Refusal::NotSaved(reason) => opening::reason(reason),
            Refusal::NotOpen | Refusal::Stopped => words::NOT_OPEN,
        }));
        fine
    }

    /// "PPO-NK: Overzicht", for the heading of a page.
    pub fn heading(self, title: Text) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let (title, name) = (title.get(lang.get()), self.of(|view| view.name.clone()));
            if name.is_empty() { title.to_owned() } else { format!("{title}: {name}") }
        })
    }
}

impl Council {
    /// Something of this council; a default while it is not there.
    pub fn of<T: Default>(self, read: impl FnOnce(&leerlingenraad::Council) -> T) -> T {
        let id = self.id.get();
        self.room.of(|view| view.council(&id).map(read).unwrap_or_default())
    }

    /// A memo of something of this council.
    pub fn memo<T>(
        self,
        read: impl Fn(&leerlingenraad::Council) -> T + Send + Sync + 'static,
    ) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.of(&read))
    }

    /// A text of this council as a signal.
    pub fn text(self, read: fn(&leerlingenraad::Council) -> String) -> Signal<String> {
        self.memo(read).into()
    }

    /// "Voorbereiden: Samen buiten spelen".
    pub fn heading(self, title: Text) -> Signal<String> {
        let (lang, name) = (use_lang(), self.text(|one| one.title.clone()));
        Signal::derive(move || format!("{}: {}", title.get(lang.get()), name.get()))
    }

    /// For whom it is.
    pub fn group(self) -> Group {
        self.of(|one| Some(one.group)).unwrap_or(Group::Oud)
    }

    /// The words of a question.
    pub fn asks(self, question: &str, lang: Lang) -> String {
        self.of(|one| {
            let found = one.questions.iter().find(|other| other.id == question);
            found.map(|found| found.asks(one.group, lang)).unwrap_or_default()
        })
    }

    /// What its children brought in.
    pub fn inbreng(self) -> Ledger<inbreng::Inbreng> {
        self.room.voices.inbreng.get(&self.id.get_untracked())
    }

    /// Whether what its children said lies there already: then nothing can be added.
    pub fn has_answers(self) -> Memo<bool> {
        let view = self.inbreng().view;
        Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| !view.is_empty)))
    }

    /// A page of this council.
    pub fn path(self, page: &str) -> String {
        format!("/leerlingenraad/raad/{}{page}", self.id.get())
    }
}
