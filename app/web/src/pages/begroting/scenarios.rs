//! Scenarios: differences to one starting point, named and dated; made, copied, frozen, removed, laid side by side.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::budget::{Command, Field, ScenarioView};
use rules::notation::date;
use rules::text::Text;

use super::frame::BudgetPage;
use super::side::Side;
use super::versions::Mark;
use super::work::Work;
use crate::components::field::Field as TextField;
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::platform::clock;
use crate::texts::begroting::{self as words, scenarios};

/// How many may lie beside the starting point (BUD-3).
const MOST: usize = 3;

pub fn page(work: Work) -> AnyView {
    let beside = RwSignal::new(work.open_id().into_iter().collect::<Vec<String>>());
    let ids = Memo::new(move |_| {
        work.scenarios.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <BudgetPage work title=words::SCENARIOS>
            <p class="nl-paragraph nl-paragraph--lead">{tr(scenarios::LEAD)}</p>
            <StartingPoint work />
            <ul class="cards">
                <For each=move || ids.get() key=|id| id.clone() let:id>
                    <Card work id beside />
                </For>
            </ul>
            <Removed work />
            <New work />
            <Side work beside />
        </BudgetPage>
    }
    .into_any()
}

/// The starting point, and whether it is locked.
#[component]
fn StartingPoint(work: Work) -> impl IntoView {
    let lang = use_lang();
    let locked = move || work.view.with(|view| view.as_ref().and_then(|view| view.locked));
    let says = move || match locked() {
        Some(day) => {
            format!("{} {}.", scenarios::START_LOCKED.get(lang.get()), date(day, lang.get()))
        }
        None => scenarios::START_OPEN.get(lang.get()).to_owned(),
    };
    let turn = move |_| {
        let is_locked = work
            .view
            .with_untracked(|view| view.as_ref().is_some_and(|view| view.locked.is_some()));
        work.act(if is_locked { Command::Unlock } else { Command::Lock { on: clock::today() } });
    };
    let name = move || {
        if locked().is_some() { scenarios::UNLOCK } else { scenarios::LOCK }.get(lang.get())
    };
    view! {
        <section class="card card--start">
            <h2 class="nl-heading nl-heading--level-3">{tr(scenarios::START)}</h2>
            <p class="card__about">{says}</p>
            <div class="actions"><button type="button" class="nl-button nl-button--secondary" on:click=turn>{name}</button></div>
        </section>
    }
}

#[component]
fn Card(work: Work, id: String, beside: RwSignal<Vec<String>>) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let card = Memo::new(move |_| {
        work.scenarios.with(|all| id.with_value(|id| all.iter().find(|one| one.id == *id).cloned()))
    });
    let name = Signal::derive(move || {
        card.with(|card| card.as_ref().map(|card| card.scenario.name.clone()).unwrap_or_default())
    });
    let about = move || {
        card.with(|card| card.as_ref().map(|card| cover(card, lang.get())).unwrap_or_default())
    };
    let is_open = move || {
        work.card.with(|card| card.as_ref().is_some_and(|card| id.with_value(|id| card.id == *id)))
    };
    let laid = move || beside.with(|all| id.with_value(|id| all.contains(id)));
    let lay = move |_| {
        beside.update(|all| match all.iter().position(|one| *one == id.get_value()) {
            Some(at) => drop(all.remove(at)),
            None if all.len() < MOST => all.push(id.get_value()),
            None => {}
        });
    };
    let full = move || !laid() && beside.with(|all| all.len() >= MOST);
    view! {
        <li class="card" class:card--open=is_open>
            <h2 class="nl-heading nl-heading--level-3">{name}<Show when=is_open><span class="marks">" "{tr(scenarios::IS_OPEN)}</span></Show></h2>
            <p class="card__about">{about}</p>
            <label class="check">
                <input type="checkbox" prop:checked=laid aria-disabled=move || full().then_some("true") on:change=lay />
                {tr(scenarios::COMPARE)}<span class="visually-hidden">": "{name}</span>
            </label>
            <Mark work field=Signal::derive(move || id.with_value(|id| waiting_in(work, id))) />
            <CardActions work id card name />
        </li>
    }
}

/// The first field of a scenario that waits for a choice; a field that does not exist when none does.
fn waiting_in(work: Work, id: &str) -> Field {
    let of_it = |field: &&Field| matches!(field, Field::Scenario { id: one, .. } if one == id);
    let found = work.conflicts.with(|all| all.iter().map(|one| &one.field).find(of_it).cloned());
    found.unwrap_or_else(|| Field::Scenario { id: id.to_owned(), name: String::new() })
}

/// "22 november 2026 · 3 keuzes · bevroren".
fn cover(card: &ScenarioView, lang: rules::text::Lang) -> String {
    let mut parts: Vec<String> = card.date.iter().map(|day| date(*day, lang)).collect();
    parts.push(match card.scenario.changes.len() {
        1 => format!("1 {}", scenarios::CHOICE.get(lang)),
        many => format!("{many} {}", scenarios::CHOICES.get(lang)),
    });
    if card.frozen {
        parts.push(scenarios::FROZEN.get(lang).to_owned());
    }
    parts.join(" · ")
}

#[component]
fn CardActions(
    work: Work,
    id: StoredValue<String>,
    card: Memo<Option<ScenarioView>>,
    name: Signal<String>,
) -> impl IntoView {
    let lang = use_lang();
    let renaming = RwSignal::new(false);
    let go = use_navigate();
    let open = move |()| {
        work.open(id.get_value());
        go("/begroting/keuzes", Default::default());
    };
    let frozen = move || card.with(|card| card.as_ref().is_some_and(|card| card.frozen));
    let freeze = move |()| {
        let frozen = !card.with_untracked(|card| card.as_ref().is_some_and(|card| card.frozen));
        work.act(Command::FreezeScenario { id: id.get_value(), frozen });
    };
    let copy = move |()| {
        let lang = lang.get_untracked();
        work.add_scenario(
            format!("{} {}", scenarios::COPY_OF.get(lang), name.get_untracked()),
            Some(id.get_value()),
        );
    };
    let rename = move |text: String| {
        work.act(Command::RenameScenario { id: id.get_value(), name: text });
        renaming.set(false);
    };
    view! {
        <div class="actions actions--quiet">
            <Act word=Signal::stored(scenarios::OPEN) name on_tap=open />
            <Act word=Signal::stored(scenarios::RENAME) name on_tap=move |()| renaming.update(|on| *on = !*on) />
            <Act word=Signal::stored(scenarios::COPY) name on_tap=copy />
            <Act word=Signal::derive(move || if frozen() { scenarios::THAW } else { scenarios::FREEZE }) name on_tap=freeze />
            <Act word=Signal::stored(scenarios::DELETE) name on_tap=move |()| work.act(Command::RemoveScenario { id: id.get_value() }) />
        </div>
        <Show when=move || renaming.get()>
            <TextField label=scenarios::NAME value=name on_change=rename />
        </Show>
    }
}

/// A quiet button that also says of which scenario.
#[component]
fn Act(
    word: Signal<Text>,
    name: Signal<String>,
    on_tap: impl Fn(()) + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <button type="button" class="nl-button nl-button--subtle" on:click=move |_| on_tap(())>
            {move || word.get().get(lang.get())}
            <span class="visually-hidden">": "{name}</span>
        </button>
    }
}

/// Removed scenarios are kept, with what others wrote in them since; each can be put back.
#[component]
fn Removed(work: Work) -> impl IntoView {
    let lang = use_lang();
    let any = Memo::new(move |_| work.removed.with(|all| !all.is_empty()));
    let one = move |card: ScenarioView| {
        let name = Signal::stored(card.scenario.name.clone());
        let (id, about) = (card.id.clone(), move || cover(&card, lang.get()));
        let back = move |()| work.act(Command::RestoreScenario { id: id.clone() });
        view! {
            <li class="removed__one">
                <span>{name}<span class="marks">{about}</span></span>
                <Act word=Signal::stored(scenarios::RESTORE) name on_tap=back />
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <details class="group removed">
                <summary class="group__name">{tr(scenarios::REMOVED)}" ("{move || work.removed.with(Vec::len)}")"</summary>
                <ul class="plain">{move || work.removed.get().into_iter().map(one).collect_view()}</ul>
            </details>
        </Show>
    }
}

#[component]
fn New(work: Work) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Text>);
    let add = move |_: leptos::ev::MouseEvent| {
        let typed = name.get_untracked();
        if typed.trim().is_empty() {
            return problem.set(Some(scenarios::NAME_EMPTY));
        }
        problem.set(None);
        work.add_scenario(typed, None);
        name.set(String::new());
    };
    view! {
        <section class="new-card">
            <h2 class="nl-heading nl-heading--level-3">{tr(scenarios::NEW)}</h2>
            <TextField label=scenarios::NAME value=name error=tr_maybe(move || problem.get()) on_change=move |text| name.set(text) />
            <button type="button" class="nl-button nl-button--secondary" on:click=add>{tr(scenarios::ADD)}</button>
        </section>
    }
}
