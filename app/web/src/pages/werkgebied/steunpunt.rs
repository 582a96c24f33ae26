//! The Oudersteunpunt of this school year: its three tasks, what parents come with taken together, and what is passed on (OSP-01 to OSP-03).

use leptos::prelude::*;
use model::about::Kind;
use model::steunpunt::{self, Command, Steunpunt, Tally, Task, Theme, watch};
use rules::calendar::SchoolYear;
use rules::rule::rule;
use rules::text::Text;

use super::frame::AreaPage;
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::{Field, Kind as Typed};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::RuleList;
use crate::components::unique::unique;
use crate::components::versions::Waiting;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::state::ledger::{Ledger, Where};
use crate::texts::werkgebied::steunpunt as words;

/// What the page shares. `Copy`.
#[derive(Clone, Copy)]
struct Year {
    room: Room,
    ledger: Ledger<Steunpunt>,
}

impl Year {
    fn of<T: Default>(self, read: impl FnOnce(&steunpunt::View) -> T) -> T {
        self.ledger.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    fn done(self, command: &Command) -> bool {
        self.room.ran(self.ledger, command)
    }

    fn act(self, command: &Command) {
        self.room.run(self.ledger, command);
    }
}

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        let note = Note::text(words::NOTE, words::NOTE_BODY);
        let source = rule("OSP-02").and_then(|rule| rule.sources.first());
        kantlijn.put(match source {
            Some(citation) => note.source(citation.source()),
            None => note,
        });
    }
    let part = steunpunt::part(SchoolYear::of(room.today).0);
    let year =
        Year { room, ledger: Ledger::follow(room.app, Where::Current(Kind::Werkgebied), part) };
    let answers = move || {
        let Some(view) = year.ledger.view.get() else { return Vec::new() };
        let all = room.with_rules(|_, context| watch(&view, context)).unwrap_or_default();
        all.into_iter().map(|one| one.answer).collect()
    };
    let shared = Signal::derive(move || year.of(|view| view.shared));
    view! {
        <AreaPage room title=words::NAME>
            <Waiting ledger=year.ledger conflicts=|view: &steunpunt::View| view.conflicts.clone() act=move |command| year.act(command) />
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::TASKS)}</h2>
            {Task::ALL.iter().map(|task| view! { <OneTask year task=*task /> }).collect_view()}
            <h2 class="nl-heading nl-heading--level-2">{tr(words::THEMES)}</h2>
            <p class="nl-paragraph">{tr(words::THEMES_LEAD)}</p>
            {Theme::ALL.iter().map(|theme| view! { <OneTheme year theme=*theme /> }).collect_view()}
            <h2 class="nl-heading nl-heading--level-2">{tr(words::SIGNALS)}</h2>
            <Signals year />
            <DayField label=words::SHARED value=shared on_change=move |day| year.act(&Command::Shared(day)) />
            <RuleList answers />
        </AreaPage>
    }
    .into_any()
}

#[component]
fn OneTask(year: Year, task: Task) -> impl IntoView {
    let lang = use_lang();
    let about = match task {
        Task::Informeren => words::INFORM,
        Task::Steunen => words::SUPPORT,
        Task::Signaleren => words::SIGNAL_TASK,
    };
    let options = Signal::derive(move || {
        let all = [("", words::NOT_KNOWN), ("ja", words::YES), ("nee", words::NO)];
        all.map(|(value, name)| (value.to_owned(), name.get(lang.get()).to_owned())).to_vec()
    });
    let chosen = Signal::derive(move || {
        let said = year.of(|view| view.tasks.iter().find(|one| one.0 == task).map(|one| one.1));
        said.map_or("", |yes| if yes { "ja" } else { "nee" }).to_owned()
    });
    let name = Signal::derive(move || task.label().get(lang.get()).to_owned());
    let choose = move |value: String| {
        let is_there = (!value.is_empty()).then(|| value == "ja");
        year.done(&Command::SetTask { task, is_there });
    };
    view! {
        <h3 class="nl-heading nl-heading--level-3">{name}</h3>
        <p class="nl-paragraph">{tr(about)}</p>
        <Choose label=words::TASK_SET options chosen on_choose=choose about=name />
    }
}

/// A number, or that there were few; what was typed goes once it is kept.
#[component]
fn OneTheme(year: Year, theme: Theme) -> impl IntoView {
    let lang = use_lang();
    let problem = RwSignal::new(None::<Text>);
    let tally =
        move || year.of(|view| view.themes.iter().find(|one| one.0 == theme).map(|one| one.1));
    let value = Signal::derive(move || match tally() {
        Some(Tally::Families(count)) => count.to_string(),
        _ => String::new(),
    });
    let few = move || (tally() == Some(Tally::Few)).then(|| words::FEW.get(lang.get()));
    let typed = move |text: String| {
        let kept = untrack(tally).unwrap_or(Tally::Nobody);
        match kept.typed(&text) {
            Ok(None) => problem.set(None),
            Ok(Some(families)) if year.done(&Command::Count { theme, families }) => {
                problem.set(None);
            }
            Ok(Some(_)) => {}
            Err(_) => problem.set(Some(words::NOT_A_NUMBER)),
        }
    };
    let error = Signal::derive(move || problem.get().map(|text| text.get(lang.get()).to_owned()));
    view! {
        <Field label=theme.label() kind=Typed::Number value error on_change=typed />
        <p class="marks" role="status">{few}</p>
    }
}

#[component]
fn Signals(year: Year) -> impl IntoView {
    let (text, nobody) = (RwSignal::new(String::new()), RwSignal::new(false));
    let (id, hint) = (unique("signaal"), unique("signaal"));
    let all = Memo::new(move |_| {
        year.of(|view| {
            let one = |one: &steunpunt::Signalled| (one.id.clone(), one.text.clone());
            view.signals.iter().map(one).collect::<Vec<_>>()
        })
    });
    let add = move |_| {
        let signal = Command::Signal {
            id: random::id(),
            text: text.get_untracked(),
            nobody: nobody.get_untracked(),
            on: year.room.today,
        };
        if year.done(&signal) {
            text.set(String::new());
            nobody.set(false);
        }
    };
    let away = move |id: String| year.act(&Command::TakeAway { id, gone: true });
    view! {
        <Show when=move || all.with(Vec::is_empty)><p class="quiet">{tr(words::NO_SIGNALS)}</p></Show>
        <ul class="plain">
            <For each=move || all.get() key=|one| one.clone() let:one>
                {
                    let (id, text) = one;
                    view! {
                        <li class="add-line__row">
                            <span class="nl-paragraph">{text.clone()}</span>
                            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| away(id.clone())>
                                {tr(words::AWAY)}<span class="visually-hidden">": "{text}</span>
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(words::SIGNAL)}</label>
            <p class="utrecht-form-field-description" id=hint.clone()>{tr(words::SIGNAL_HINT)}</p>
            <textarea id=id class="utrecht-textbox" rows="3" autocomplete="off" aria-describedby=hint prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))></textarea>
        </div>
        <label class="check">
            <input type="checkbox" prop:checked=move || nobody.get() on:change=move |event| nobody.set(event_target_checked(&event)) />
            {tr(words::NOBODY_IN_IT)}
        </label>
        <p><button type="button" class="nl-button nl-button--secondary" on:click=add>{tr(words::ADD)}</button></p>
    }
}
