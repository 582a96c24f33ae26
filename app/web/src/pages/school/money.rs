//! The money for light support of a calendar year: what the school got, what it did with it, whether it helped, and the account.

use std::sync::Arc;

use leptos::prelude::*;
use model::licht::{Command, Licht, Purpose, Use, UseChange, View, watch};
use rules::money::Money;
use rules::notation::{self, money_typed, read_money};
use rules::text::{Lang, Text};

use super::budget::FromBudget;
use super::frame::{Fields, SchoolPage};
use super::list::Keeping;
use super::room::{Room, YEARS};
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::empty::EmptyState;
use crate::components::field::{Field, Kind};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::RuleLines;
use crate::components::segmented::Segmented;
use crate::components::shared_text::SharedText;
use crate::components::table::{Cell, DataTable, Line as TableLine};
use crate::components::tools::LedgerTools;
use crate::components::versions::Waiting;
use crate::i18n::{tr, tr_maybe, tr_signal, use_lang};
use crate::platform::random;
use crate::state::ledger::Ledger;
use crate::texts::general;
use crate::texts::school::{self as words, money as own};
use crate::texts::werkgebied::members;

/// The money of the calendar year that is chosen. `Copy`.
#[derive(Clone, Copy)]
pub struct Purse {
    pub room: Room,
    pub year: RwSignal<i32>,
    pub view: Signal<Option<Arc<View>>>,
}

impl Purse {
    fn of(room: Room) -> Self {
        let year = RwSignal::new(room.calendar_year());
        let view = Signal::derive(move || room.documents.money(year.get()).view.get());
        Self { room, year, view }
    }

    pub fn ledger(self) -> Ledger<Licht> {
        self.room.documents.money(self.year.get_untracked())
    }

    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.view.with(|view| view.as_ref().map(|v| read(v)).unwrap_or_default())
        })
    }

    pub fn done(self, command: &Command) -> bool {
        self.room.ran(self.ledger(), command)
    }
}

pub fn page(room: Room) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(own::NOTE, own::NOTE_BODY));
        margin.put(Note::rules(&["BAS-06", "BAS-07", "BAS-08", "BAS-09"]));
    }
    let purse = Purse::of(room);
    let begun = purse.memo(|view| !view.is_empty);
    let this = room.calendar_year();
    let years = (0..YEARS).map(|back| (this - back).to_string());
    let years: Vec<_> = years.map(|year| (year.clone(), year)).collect();
    let chosen = Signal::derive(move || purse.year.get().to_string());
    let choose = move |year: String| {
        if let Ok(year) = year.parse() {
            purse.year.set(year);
        }
    };
    let waiting = move || {
        purse.year.track();
        let act = move |command: &_| {
            purse.done(command);
        };
        view! { <Waiting ledger=purse.ledger() conflicts=|view| view.conflicts.clone() act /> }
    };
    view! {
        <SchoolPage room title=words::MONEY quiet=true>
            <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
            <Choose label=own::YEAR options=Signal::stored(years) chosen on_choose=choose />
            {waiting}
            <Show when=move || begun.get() fallback=move || view! { <Begin purse /> }>
                <Fields room>
                    <Received purse />
                    <Totals purse />
                    <Uses purse />
                    <Account purse />
                </Fields>
                <Tools purse />
            </Show>
        </SchoolPage>
    }
    .into_any()
}

#[component]
fn Begin(purse: Purse) -> impl IntoView {
    let begin = move |_| {
        let start = purse.room.latest.with_untracked(|school| {
            school.as_ref().map(|school| Command::Start {
                school: school.name.clone(),
                region: school.region.clone(),
                year: purse.year.get_untracked(),
            })
        });
        if let Some(start) = start {
            purse.done(&start);
        }
    };
    view! {
        <EmptyState title=own::EMPTY text=own::EMPTY_WHY>
            <Show when=move || purse.room.may()>
                <button type="button" class="nl-button nl-button--primary" on:click=begin>{tr(own::BEGIN)}</button>
            </Show>
        </EmptyState>
    }
}

/// A field for an amount that may be unknown. What was typed wrongly stays, with a sentence.
#[component]
pub fn MoneyField(
    label: Text,
    #[prop(optional)] hint: Option<Text>,
    #[prop(into)] value: Signal<Option<Money>>,
    on_change: impl Fn(Option<Money>) + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let wrong = RwSignal::new(None::<String>);
    let shown = Signal::derive(move || {
        let money = value.get().map(|amount| money_typed(amount, lang.get()));
        wrong.get().or(money).unwrap_or_default()
    });
    let change = move |text: String| {
        if text.trim().is_empty() {
            wrong.set(None);
            return on_change(None);
        }
        match read_money(&text, lang.get_untracked()) {
            Ok(amount) => {
                wrong.set(None);
                on_change(Some(amount));
            }
            Err(_) => wrong.set(Some(text)),
        }
    };
    let error = tr_maybe(move || wrong.with(|wrong| wrong.is_some().then_some(own::NO_AMOUNT)));
    match hint {
        Some(hint) => {
            view! { <Field label hint kind=Kind::Money value=shown error on_change=change /> }
                .into_any()
        }
        None => {
            view! { <Field label kind=Kind::Money value=shown error on_change=change /> }.into_any()
        }
    }
}

#[component]
fn Received(purse: Purse) -> impl IntoView {
    let received = purse.memo(|view| view.received);
    let set = move |amount| {
        purse.done(&Command::SetReceived { amount });
    };
    view! {
        <MoneyField label=own::RECEIVED hint=own::RECEIVED_HINT value=received on_change=set />
        <FromBudget purse />
    }
}

/// What was used by purpose, and what is left; unknown stays unknown.
#[component]
fn Totals(purse: Purse) -> impl IntoView {
    let lang = use_lang();
    let amount = move |amount: Option<Money>, lang: Lang| match amount {
        Some(amount) => Cell::Figure(notation::money(amount, lang)),
        None => Cell::Unknown(general::UNKNOWN.get(lang).to_owned()),
    };
    let lines = Signal::derive(move || {
        let lang = lang.get();
        let Some(view) = purse.view.get() else { return Vec::new() };
        let line =
            |head: String, sum, total| TableLine { head, cells: vec![amount(sum, lang)], total };
        let by = view.by_purpose().into_iter();
        let used = by.filter(|(purpose, _)| view.present().any(|one| one.purpose == *purpose));
        let used =
            used.map(|(purpose, sum)| line(purpose.label().get(lang).to_owned(), sum, false));
        let mut all: Vec<_> = used.collect();
        all.push(line(own::USED.get(lang).to_owned(), view.used(), true));
        all.push(line(own::LEFT.get(lang).to_owned(), view.left(), true));
        all
    });
    let columns = Signal::derive(move || {
        vec![own::PURPOSE.get(lang.get()).to_owned(), own::AMOUNT.get(lang.get()).to_owned()]
    });
    view! { <DataTable caption=tr_signal(own::TOTALS) columns lines /> }
}

fn purposes() -> Signal<Vec<(String, String)>> {
    let lang = use_lang();
    Signal::derive(move || {
        let option =
            |one: &Purpose| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        Purpose::ALL.iter().map(option).collect()
    })
}

#[component]
fn Uses(purse: Purse) -> impl IntoView {
    let ids = purse.memo(|view| view.present().map(|one| one.id.clone()).collect::<Vec<_>>());
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(own::USES)}</h2>
        <Add purse />
        <ul class="cards">
            <For each=move || ids.get() key=|id| id.clone() let:id><One purse id /></For>
        </ul>
    }
}

#[component]
fn Add(purse: Purse) -> impl IntoView {
    let purpose = RwSignal::new(Purpose::Professionalisering.slug().to_owned());
    let amount = RwSignal::new(None);
    let add = move |what: String| {
        let purpose = Purpose::from_slug(&purpose.get_untracked()).unwrap_or(Purpose::Anders);
        let amount_now = amount.get_untracked();
        let done =
            purse.done(&Command::Add { id: random::id(), purpose, what, amount: amount_now });
        if done {
            amount.set(None);
        }
        done
    };
    view! {
        <div class="new-card">
            <div class="row">
                <Choose label=own::PURPOSE options=purposes() chosen=purpose on_choose=move |slug| purpose.set(slug) />
                <MoneyField label=own::AMOUNT value=amount on_change=move |to| amount.set(to) />
            </div>
            <AddLine label=own::ADD hint=own::ADD_HINT on_add=add />
        </div>
    }
}

#[component]
fn One(purse: Purse, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let one = purse
        .memo(move |view| id.with_value(|id| view.uses.iter().find(|one| one.id == *id).cloned()));
    let of = move |read: fn(&Use) -> String| {
        Signal::derive(move || one.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    let what = of(|one| one.what.clone());
    let set = move |change| {
        purse.done(&Command::Set { id: id.get_value(), change });
    };
    let says = move || {
        let lang = lang.get();
        one.with(|one| {
            let one = one.as_ref()?;
            let amount = one.amount.map(|amount| notation::money(amount, lang));
            let amount = amount.unwrap_or_else(|| own::NO_AMOUNT_YET.get(lang).to_owned());
            Some(format!("{}, {amount}", one.purpose.label().get(lang)))
        })
    };
    let rules = move || {
        let Some(one) = one.get() else { return Vec::new() };
        let all = purse.room.with_rules(|context| watch::of_use(&one, context));
        let speak = all.into_iter().filter(|watch| watch.due || watch.unanswered);
        speak.map(|watch| watch.answer).collect()
    };
    let amount = Signal::derive(move || one.with(|one| one.as_ref().and_then(|one| one.amount)));
    let choose = move |slug: String| {
        if let Some(purpose) = Purpose::from_slug(&slug) {
            set(UseChange::Purpose(purpose));
        }
    };
    view! {
        <li class="card">
            <h3 class="nl-heading nl-heading--level-3">{what}</h3>
            <p class="card__about">{says}</p>
            <RuleLines answers=rules />
            <details class="more">
                <summary class="more__open">{tr(own::EVALUATE)}<span class="visually-hidden">": "{what}</span></summary>
                <Evaluation purse id one what />
            </details>
            <details class="more">
                <summary class="more__open">{tr(members::CHANGE)}<span class="visually-hidden">" "{what}</span></summary>
                <Field label=own::WHAT value=what on_change=move |text| set(UseChange::What(text)) />
                <Choose label=own::PURPOSE options=purposes() chosen=of(|one| one.purpose.slug().to_owned()) about=what on_choose=choose />
                <MoneyField label=own::AMOUNT value=amount on_change=move |to| set(UseChange::Amount(to)) />
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(UseChange::Gone(true))>
                    {tr(own::REMOVE)}<span class="visually-hidden">": "{what}</span>
                </button>
            </details>
        </li>
    }
}

/// Whether it helped (BAS-08).
#[component]
fn Evaluation(
    purse: Purse,
    id: StoredValue<String>,
    one: Memo<Option<Use>>,
    what: Signal<String>,
) -> impl IntoView {
    let set = move |change| {
        purse.done(&Command::Set { id: id.get_value(), change });
    };
    let on = Signal::derive(move || one.with(|one| one.as_ref().and_then(|one| one.evaluated)));
    let works = Signal::derive(move || one.with(|one| one.as_ref().and_then(|one| one.works)));
    let text = Signal::derive(move || {
        one.with(|one| one.as_ref().map(|one| one.evaluation.clone()).unwrap_or_default())
    });
    let answers =
        vec![(Some(true), general::YES), (Some(false), general::NO), (None, general::UNKNOWN)];
    let write = move |text: String| {
        let ledger = purse.ledger();
        let read = |view: &View| {
            let found = view.uses.iter().find(|one| id.with_value(|id| one.id == *id));
            found.map(|one| one.evaluation.clone())
        };
        let base = ledger.read().and_then(|view| read(&view)).unwrap_or_default();
        let change = UseChange::Evaluation { base, text };
        let id = id.get_value();
        ledger.type_in(&format!("inzet/{id}"), Command::Set { id, change });
    };
    view! {
        <DayField label=own::EVALUATED value=on about=what on_change=move |day| set(UseChange::Evaluated(day)) />
        <Segmented legend=own::WORKS choices=answers chosen=works on_choose=move |yes| set(UseChange::Works(yes)) />
        <SharedText label=own::EVALUATION about=what value=text on_type=write on_rest=move || purse.ledger().commit_typing() />
    }
}

/// The yearly account (BAS-09).
#[component]
fn Account(purse: Purse) -> impl IntoView {
    let text = purse.memo(|view| view.account.clone());
    let on = purse.memo(|view| view.accounted);
    let write = move |text: String| {
        let ledger = purse.ledger();
        let base = ledger.read().map(|view| view.account.clone()).unwrap_or_default();
        ledger.type_in("verantwoording", Command::Account { base, text });
    };
    let rule = move || {
        let Some(view) = purse.view.get() else { return Vec::new() };
        let watch = purse.room.with_rules(|context| watch::account(&view, context));
        watch.map(|watch| watch.answer).into_iter().collect()
    };
    let set = move |on| {
        purse.done(&Command::SetAccounted { on });
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(own::ACCOUNT)}</h2>
        <RuleLines answers=rule />
        <Keeping room=purse.room />
        <SharedText label=own::ACCOUNT_TEXT value=text on_type=write on_rest=move || purse.ledger().commit_typing() />
        <DayField label=own::ACCOUNTED value=on on_change=set />
    }
}

#[component]
fn Tools(purse: Purse) -> impl IntoView {
    let ledger = move || purse.room.documents.money(purse.year.get());
    view! { <LedgerTools ledger tell=move |done| purse.room.tell(done) /> }
}
