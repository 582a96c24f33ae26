//! The room at work: the school that lies open with its years, who is here, for whom is filled in, and how the rules speak.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use model::about::Kind;
use model::dekking::Reader;
use model::refused::Refused;
use model::school::{Command, Person, School, View};
use model::spaces::OpenSpace;
use replica::id::SpaceId;
use rules::calendar::SchoolYear;
use rules::parameter::Parameters;
use rules::region::Region;
use rules::rule::Context;
use rules::text::Text;

use crate::components::told::why_not;
use crate::i18n::use_lang;
use crate::platform::clock;
use crate::state::AppState;
use crate::state::book::Book;
use crate::state::ledger::{Ledger, Refusal, Where};
use crate::state::region;
use crate::state::school::{Documents, SchoolReader};
use crate::texts::school as words;

/// How many school years stand side by side.
pub const YEARS: i32 = 4;

/// Handed around as a context; `Copy`.
#[derive(Clone, Copy)]
pub struct Room {
    pub app: AppState,
    pub documents: Documents,
    pub today: NaiveDate,
    /// The first calendar year of the school year that is shown.
    pub year: RwSignal<i32>,
    /// The checklist of that year.
    pub view: Signal<Option<Arc<View>>>,
    /// The newest year in which something was written: what the school is called and who is in it.
    pub latest: Memo<Option<Arc<View>>>,
    pub region: Memo<Option<Arc<Region>>>,
    /// What was read of all schools on this device.
    pub reader: SchoolReader,
    parameters: Memo<Arc<Parameters>>,
    /// Who was chosen to fill in for; nobody is whoever is in.
    pub chosen: RwSignal<Option<String>>,
    /// Why the last change was not made.
    pub problem: RwSignal<Option<Text>>,
    /// What was just done, for who did it.
    pub said: RwSignal<Option<Text>>,
}

/// How far a school has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    No,
    /// In an earlier year, and not in this one.
    Earlier,
    Year,
}

impl Room {
    /// Lays the school that lies open on the table, for everything below.
    pub fn provide(app: AppState) -> Self {
        let today = clock::today();
        let documents = Documents::follow(app, &Where::Current(Kind::School));
        let this = SchoolYear::of(today).0;
        let year = RwSignal::new(this);
        let view = Signal::derive(move || documents.year(year.get()).view.get());
        let latest = Memo::new_with_compare(
            move |_| {
                let years = (0..YEARS).filter_map(|back| documents.year(this - back).view.get());
                years.into_iter().find(|view| !view.is_empty)
            },
            |_, _| true,
        );
        let (region, parameters) = region::follow(move || {
            latest.with(|view| view.as_ref().map(|view| view.region.clone()))
        });
        let room = Self {
            app,
            documents,
            today,
            year,
            view,
            latest,
            region,
            reader: StoredValue::new_local(Reader::default()),
            parameters,
            chosen: RwSignal::new(None),
            problem: RwSignal::new(None),
            said: RwSignal::new(None),
        };
        provide_context(room);
        room
    }

    /// The room, anywhere inside it.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Whether the school, and the year that is shown, were begun.
    pub fn begun(self) -> Begun {
        if self.view.with(|view| view.as_ref().is_some_and(|view| !view.is_empty)) {
            Begun::Year
        } else if self.latest.with(Option::is_some) {
            Begun::Earlier
        } else {
            Begun::No
        }
    }

    /// The document of the year that is shown.
    pub fn ledger(self) -> Ledger<School> {
        self.documents.year(self.year.get_untracked())
    }

    /// Something of the year that is shown; a default while it is not open.
    pub fn of<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// Something of the school, whatever year it was written in.
    pub fn of_school<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.latest.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// A memo of something of the year: whoever reads it is told only when it changes.
    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.of(&read))
    }

    /// Asks the rules, as they speak here today.
    pub fn with_rules<T>(self, ask: impl FnOnce(&Context<'_>) -> T) -> T {
        let (slug, keeps) = self.of_school(|view| (view.region.clone(), view.keeps_plan));
        let slug = Some(slug).filter(|slug| !slug.is_empty());
        self.parameters.with(|rows| {
            let context = Context::new(self.today, slug.as_deref(), rows);
            if keeps { ask(&context.keeping()) } else { ask(&context) }
        })
    }

    /// Carries out a command on the year that is shown; when it is refused, the page says why.
    pub fn act(self, command: Command) {
        self.done(command);
    }

    /// The same, and tells whether it was done.
    pub fn done(self, command: Command) -> bool {
        self.ran(self.ledger(), &command)
    }

    /// Carries out a command on one of the documents of this school.
    pub fn ran<B: Book<Problem = Refused>>(self, ledger: Ledger<B>, command: &B::Command) -> bool {
        self.tell(ledger.dispatch(command))
    }

    /// Shows why something was not done.
    pub fn tell<T>(self, done: Result<T, Refusal<Refused>>) -> bool {
        let fine = done.is_ok();
        self.said.set(None);
        let why = |refusal| why_not(refusal, words::MAY_NOT, words::NOT_OPEN);
        self.problem.set(done.err().map(why));
        fine
    }

    /// The space that lies open, for a link to sharing it.
    pub fn space(self) -> Option<SpaceId> {
        self.view.track();
        self.ledger().space()
    }

    /// Who is in, by name.
    pub fn my_name(self) -> String {
        let name = self.app.me.with(|me| me.as_ref().map(|me| me.name.clone()));
        name.unwrap_or_default()
    }

    /// Who is in, as the school knows them.
    pub fn me(self) -> Option<Person> {
        let name = self.my_name();
        self.of(|view| view.person_named(&name).cloned())
    }

    /// Whether this device may fill in for the school: not who only reads, and not who came to advise (BAS-04).
    pub fn may(self) -> bool {
        self.app.revision.track();
        let Some(space) = self.space() else { return true };
        let part = model::school::part(self.year.get());
        self.app.with_space(space, |open| open.may_write(part)).unwrap_or(true)
    }

    /// Whether this device may write advice.
    pub fn may_advise(self) -> bool {
        self.app.revision.track();
        let Some(space) = self.space() else { return false };
        let may = |open: &OpenSpace| open.may_write(model::advies::part());
        self.advises() && self.app.with_space(space, may).unwrap_or(false)
    }

    /// Whether who is in only advises: a consulent never fills in for a school, not even for somebody else (BAS-04).
    pub fn advises(self) -> bool {
        self.app.revision.track();
        let came_to_advise =
            self.space().and_then(|space| self.app.with_space(space, OpenSpace::advises));
        came_to_advise == Some(true) || self.me().is_some_and(|me| !me.speaks())
    }

    /// For whom is filled in: whoever was chosen, else who is in. Nobody for who advises.
    pub fn speaker(self) -> Option<Person> {
        if self.advises() || !self.may() {
            return None;
        }
        let chosen = self.chosen.get();
        let found = chosen
            .and_then(|id| self.of(|view| view.colleagues().find(|one| one.id == id).cloned()));
        found.or_else(|| self.me().filter(Person::speaks))
    }

    /// The name of the school.
    pub fn name(self) -> String {
        self.of_school(|view| view.name.clone())
    }

    /// "Checklist: De Vlinder", for the heading of a page.
    pub fn heading(self, title: Text) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let (title, name) = (title.get(lang.get()), self.name());
            if name.is_empty() { title.to_owned() } else { format!("{title}: {name}") }
        })
    }

    /// The name of the school year that is shown: `2026-2027`.
    pub fn year_name(self) -> String {
        SchoolYear(self.year.get()).to_string()
    }

    /// The calendar year of today, by which money is counted.
    pub fn calendar_year(self) -> i32 {
        self.today.year()
    }

    /// Colleagues as options of a list: id and name, nobody first.
    pub fn people_options(self, nobody: Text) -> Signal<Vec<(String, String)>> {
        let lang = use_lang();
        Signal::derive(move || {
            let people = self.of(|view| {
                let present = view.people.iter().filter(|one| !one.gone);
                present.map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
            });
            let none = (String::new(), nobody.get(lang.get()).to_owned());
            std::iter::once(none).chain(people).collect()
        })
    }
}
