//! The room at work: the werkgebied that lies open with its meetings and agreements, who is here, and what the rules say.
//! Worked out once per change, never per view.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use model::about::Kind;
use model::afspraken::Register;
use model::refused::Refused;
use model::werkgebied::planning::{Watch, watch};
use model::werkgebied::{Command, View};
use replica::id::SpaceId;
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
use crate::state::werkgebied::Area;
use crate::texts::werkgebied as words;

/// Handed around as a context; `Copy`.
#[derive(Clone, Copy)]
pub struct Room {
    pub app: AppState,
    pub area: Area,
    pub view: Signal<Option<Arc<View>>>,
    pub register: Signal<Arc<Register>>,
    /// The plan, the amounts and the municipalities of the region of this werkgebied.
    pub region: Memo<Option<Arc<Region>>>,
    parameters: Memo<Arc<Parameters>>,
    /// What the rules that watch this werkgebied say today.
    pub watches: Signal<Arc<Vec<Watch>>>,
    pub today: NaiveDate,
    /// Why the last change was not made.
    pub problem: RwSignal<Option<Text>>,
    /// What was just done, for who did it.
    pub said: RwSignal<Option<Text>>,
}

impl Room {
    /// Lays the werkgebied that lies open on the table, for everything below.
    pub fn provide(app: AppState) -> Self {
        let room = Self::at(app, &Where::Current(Kind::Werkgebied));
        provide_context(room);
        room
    }

    /// A werkgebied on this device, for whoever looks at more than the one that lies open.
    pub fn at(app: AppState, place: &Where) -> Self {
        let today = clock::today();
        let area = Area::follow(app, place, today.year());
        let view: Signal<Option<Arc<View>>> = area.ledger.view.into();
        let (region, parameters) =
            region::follow(move || view.with(|view| view.as_ref().map(|view| view.region.clone())));
        let watches = Memo::new_with_compare(
            move |_| {
                let Some(view) = view.get() else { return Arc::default() };
                parameters.with(|parameters| {
                    let context = context(today, &view, parameters);
                    Arc::new(watch(&view, &context))
                })
            },
            |_, _| true,
        );
        let (problem, said) = (RwSignal::new(None), RwSignal::new(None));
        let register = area.register;
        let watches = watches.into();
        Self { app, area, view, register, region, parameters, watches, today, problem, said }
    }

    /// The room, anywhere inside it.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Whether a werkgebied lies open with something in it.
    pub fn is_begun(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|view| !view.is_empty))
    }

    /// Something of the werkgebied; a default while it is not open.
    pub fn of<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// A memo of something of the werkgebied: whoever reads it is told only when it changes.
    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.of(&read))
    }

    /// The last day of the plan of the region, when it is over.
    pub fn plan_over(self) -> Signal<Option<NaiveDate>> {
        Signal::derive(move || {
            self.region.with(|one| one.as_ref().and_then(|one| one.plan.over_on(self.today)))
        })
    }

    /// Asks the rules, as they speak here today.
    pub fn with_rules<T>(self, ask: impl FnOnce(&View, &Context<'_>) -> T) -> Option<T> {
        let view = self.view.get()?;
        self.parameters.with(|rows| Some(ask(&view, &context(self.today, &view, rows))))
    }

    /// Carries out a command on the werkgebied; when it is refused, the page says why.
    pub fn act(self, command: Command) {
        self.done(command);
    }

    /// The same, and tells whether it was done.
    pub fn done(self, command: Command) -> bool {
        self.ran(self.area.ledger, &command)
    }

    /// Carries out a command on one of the documents of this room.
    pub fn run<B: Book<Problem = Refused>>(self, ledger: Ledger<B>, command: &B::Command) {
        self.ran(ledger, command);
    }

    /// The same, and tells whether it was done.
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
        self.area.ledger.space()
    }

    /// Who is in, as the werkgebied knows them: id and name.
    pub fn me(self) -> (String, String) {
        let name = self.app.me.with(|me| me.as_ref().map(|me| me.name.clone()));
        let name = name.unwrap_or_default();
        let id = self.of(|view| view.person_named(&name).map(|one| one.id.clone()));
        (id.unwrap_or_default(), name)
    }

    /// The name of the werkgebied.
    pub fn name(self) -> String {
        self.of(|view| view.name.clone())
    }

    /// "Heiloo: Scholen", for the heading of a page.
    pub fn heading(self, title: Text) -> Signal<String> {
        let lang = use_lang();
        Signal::derive(move || {
            let (title, name) = (title.get(lang.get()), self.name());
            if name.is_empty() { title.to_owned() } else { format!("{title}: {name}") }
        })
    }

    /// People who take part, as options of a list: id and name, nobody first.
    pub fn people_options(self, nobody: Text) -> Signal<Vec<(String, String)>> {
        let lang = use_lang();
        Signal::derive(move || {
            let people = self.of(|view| {
                let one = |one: &model::werkgebied::Person| (one.id.clone(), one.name.clone());
                view.present_people().map(one).collect::<Vec<_>>()
            });
            let none = (String::new(), nobody.get(lang.get()).to_owned());
            std::iter::once(none).chain(people).collect()
        })
    }
}

/// What rules are asked with: the region of the werkgebied, and its plan as long as people keep to it.
pub fn context<'a>(today: NaiveDate, view: &'a View, parameters: &'a Parameters) -> Context<'a> {
    let region = Some(view.region.as_str()).filter(|region| !region.is_empty());
    let context = Context::new(today, region, parameters);
    if view.keeps_plan { context.keeping() } else { context }
}
