//! The year planning: the days of all meetings, what the rules say about the year, how long each topic has not come up, and
//! the budget to draw on.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use leptos_router::components::A;
use model::meeting::minutes::when;
use model::table::{TABLES, table};
use model::werkgebied::planning::{TopicAge, ages};
use model::werkgebied::{Command, MeetingChange, MeetingLine};
use rules::notation::{date, money_typed, read_money};
use rules::text::{Lang, Text};

use super::frame::AreaPage;
use super::money::LeftLine;
use super::network::Assignment;
use super::next::{address, title};
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::day::{DayField, TimeField};
use crate::components::field::{Field, Kind};
use crate::components::icon::{Drawn, Icon};
use crate::components::plan_over::PlanOver;
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::platform::random;
use crate::texts::werkgebied::{self as words, planning as own};

pub fn page(room: Room) -> AnyView {
    let ids = room.memo(|view| view.meetings.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    view! {
        <AreaPage room title=words::PLANNING>
            <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
            <h2 class="nl-heading nl-heading--level-2">{tr(own::DAYS)}</h2>
            <ul class="cards">
                <For each=move || ids.get() key=|id| id.clone() let:id><One room id /></For>
            </ul>
            <h3 class="nl-heading nl-heading--level-3">{tr(own::NEW)}</h3>
            <PlanOne room />
            <Assignment room />
            <Watched room />
            <Ages room />
            <Money room />
        </AreaPage>
    }
    .into_any()
}

/// Puts a meeting in the year planning: a day, and which table.
#[component]
pub fn PlanOne(room: Room) -> impl IntoView {
    let lang = use_lang();
    let day = RwSignal::new(None::<NaiveDate>);
    let kind = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Text>);
    let chosen = Signal::derive(move || {
        Some(kind.get())
            .filter(|kind| !kind.is_empty())
            .unwrap_or_else(|| room.of(|view| view.table.clone()))
    });
    let kinds = Signal::derive(move || {
        let option =
            |one: &model::table::Table| (one.slug.to_owned(), one.title.get(lang.get()).to_owned());
        TABLES.iter().map(option).collect::<Vec<_>>()
    });
    let plan = move |_| {
        let Some(on) = day.get_untracked() else { return problem.set(Some(own::NO_DAY)) };
        problem.set(None);
        let table = untrack(|| chosen.get());
        if room.done(Command::PlanMeeting { id: random::id(), table, on }) {
            day.set(None);
        }
    };
    view! {
        <div class="row">
            <DayField label=own::ON value=day on_change=move |on| day.set(on) />
            <Choose label=own::KIND options=kinds chosen on_choose=move |slug| kind.set(slug) />
            <button type="button" class="nl-button nl-button--secondary row__act" on:click=plan>
                <Drawn icon=Icon::Calendar /> {tr(own::PLAN)}
            </button>
        </div>
        <p role="status">{move || problem.get().map(|text| text.get(lang.get()))}</p>
    }
}

#[component]
fn One(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let line = room.memo(move |view| id.with_value(|id| view.meeting(id).cloned()));
    let of = move |read: fn(&MeetingLine, Lang) -> String| {
        Signal::derive(move || {
            line.with(|one| one.as_ref().map(|one| read(one, lang.get())).unwrap_or_default())
        })
    };
    let called = of(title);
    let about = of(|one, lang| {
        let place = one.location.clone();
        let parts = [when(one.on, one.at, lang), place].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    });
    let mark = move || {
        line.with(|one| match one {
            Some(one) if one.cancelled => Some(own::CANCELLED),
            Some(one) if one.held => Some(own::HELD),
            _ => None,
        })
    };
    let set = move |change| room.act(Command::SetMeeting { id: id.get_value(), change });
    let value = move |read: fn(&MeetingLine) -> Option<NaiveDate>| {
        Signal::derive(move || line.with(|one| one.as_ref().and_then(read)))
    };
    let at = Signal::derive(move || line.with(|one| one.as_ref().and_then(|one| one.at)));
    let cancelled = move || line.with(|one| one.as_ref().is_some_and(|one| one.cancelled));
    let minutes = move |text: String| set(MeetingChange::Minutes(text.trim().parse().ok()));
    let on = move |on: Option<NaiveDate>| {
        if let Some(on) = on {
            set(MeetingChange::On(on));
        }
    };
    view! {
        <li class="card">
            <h3 class="nl-heading nl-heading--level-4">
                <A href=move || address(&id.get_value(), None) attr:class="nl-link">{called}", "{about}</A>
                {move || mark().map(|mark| view! { " " <span class="nl-data-badge">{tr(mark)}</span> })}
            </h3>
            <details class="more">
                <summary class="more__open">{tr(words::members::CHANGE)}<span class="visually-hidden">" "{called}" "{about}</span></summary>
                <div class="row">
                    <DayField label=own::ON value=value(|one| one.on) on_change=on />
                    <TimeField label=own::AT value=at on_change=move |at| set(MeetingChange::At(at)) />
                    <Field label=own::MINUTES kind=Kind::Number value=of(|one, _| one.minutes.map(|m| m.to_string()).unwrap_or_default()) on_change=minutes />
                </div>
                <Field label=own::PLACE value=of(|one, _| one.location.clone()) on_change=move |text| set(MeetingChange::Location(text)) />
                <Field label=own::TITLE hint=own::TITLE_HINT value=of(|one, _| one.title.clone()) on_change=move |text| set(MeetingChange::Title(text)) />
                <label class="check">
                    <input type="checkbox" prop:checked=cancelled on:change=move |event| set(MeetingChange::Cancelled(event_target_checked(&event))) />
                    {tr(own::CANCELLED)}
                </label>
            </details>
        </li>
    }
}

/// What every rule says, due or not, and whether people keep to a plan that has ended.
#[component]
fn Watched(room: Room) -> impl IntoView {
    let lang = use_lang();
    let answers = move || room.watches.get().iter().map(|one| one.answer.clone()).collect();
    let keeps = room.memo(|view| view.keeps_plan);
    let memo = room.memo(|view| view.memo);
    let source = move || {
        let slug = room.of(|view| view.table.clone());
        table(&slug).map(|table| {
            let source = &table.source;
            format!("{} {}, {}", source.says.get(lang.get()), source.document, source.place)
        })
    };
    view! {
        <section class="part" aria-labelledby="regels-hier">
            <h2 id="regels-hier" class="nl-heading nl-heading--level-2">{tr(own::RULES)}</h2>
            <p class="quiet">{source}</p>
            <PlanOver ended=room.plan_over() keeps on_keep=move |on| room.act(Command::KeepPlan { on }) />
            <DayField label=own::MEMO hint=own::MEMO_HINT value=memo on_change=move |on| room.act(Command::SetMemo { on }) />
            <RuleList answers />
        </section>
    }
}

/// "nog nooit", or for how long, and how many meetings went by without it.
pub fn age_words(age: &TopicAge, lang: Lang) -> String {
    let word = |text: Text| text.get(lang);
    let since = match age.last {
        Some(last) => format!("{} {}", word(own::LAST), date(last, lang)),
        None => word(own::NEVER).to_owned(),
    };
    match age.skipped {
        0 => since,
        1 => format!("{since}, {}", word(own::SKIPPED_ONE)),
        many => format!("{since}, {many} {}", word(own::SKIPPED)),
    }
}

#[component]
fn Ages(room: Room) -> impl IntoView {
    let lang = use_lang();
    let lines = move || {
        let lang = lang.get();
        let ages = room.of(|view| ages(view, room.today));
        let line = |age: TopicAge| {
            view! { <li class="age"><span>{age.topic.title.get(lang)}</span><span class="marks">{age_words(&age, lang)}</span></li> }
        };
        ages.into_iter().map(line).collect_view()
    };
    view! {
        <section class="part" aria-labelledby="onderwerpen">
            <h2 id="onderwerpen" class="nl-heading nl-heading--level-2">{tr(own::TOPICS)}</h2>
            <ul class="plain">{lines}</ul>
        </section>
    }
}

/// What there is to spend, this calendar year and the next.
#[component]
fn Money(room: Room) -> impl IntoView {
    let year = room.today.year();
    view! {
        <section class="part" aria-labelledby="budget">
            <h2 id="budget" class="nl-heading nl-heading--level-2">{tr(own::BUDGET)}</h2>
            <YearBudget room year />
            <YearBudget room year=year + 1 />
        </section>
    }
}

#[component]
fn YearBudget(room: Room, year: i32) -> impl IntoView {
    let lang = use_lang();
    let budget =
        room.memo(move |view| view.budgets.get(&year).copied().map(|b| (b.amount, b.frictions)));
    let problem = RwSignal::new(None::<Text>);
    let shown = move |frictions: bool| {
        Signal::derive(move || {
            let (amount, reserved) = budget.get().unwrap_or_default();
            let money = if frictions { reserved } else { amount };
            money.map(|money| money_typed(money, lang.get())).unwrap_or_default()
        })
    };
    let set = move |frictions: bool, text: String| {
        let money = match read_money(&text, lang.get_untracked()) {
            _ if text.trim().is_empty() => None,
            Ok(money) => Some(money),
            Err(_) => return problem.set(Some(own::NO_AMOUNT)),
        };
        problem.set(None);
        let (amount, reserved) = budget.get_untracked().unwrap_or_default();
        let (amount, frictions) = if frictions { (amount, money) } else { (money, reserved) };
        room.act(Command::SetBudget { year, amount, frictions });
    };
    view! {
        <h3 class="nl-heading nl-heading--level-3">{year}</h3>
        <LeftLine room year=Signal::stored(year) />
        <div class="row">
            <Field label=own::AMOUNT kind=Kind::Money value=shown(false) error=tr_maybe(move || problem.get()) on_change=move |text| set(false, text) />
            <Field label=own::FRICTIONS kind=Kind::Money value=shown(true) on_change=move |text| set(true, text) />
        </div>
    }
}
