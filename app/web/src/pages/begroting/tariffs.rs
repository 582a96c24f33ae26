//! The tariffs in force per year, with status and source; own amounts and estimates where there is none.

use leptos::prelude::*;
use model::budget::{Command, Field};
use rules::budget::present::{Limits, TariffRow, field, tariff_name, tariff_rows};
use rules::budget::{Unit, estimates_for};
use rules::money::Money;
use rules::parameter::{Row, Status, entered};
use rules::source::{OWN, Source};
use rust_decimal::Decimal;

use super::cell::FigureCell;
use super::guess::{IndexField, row_id, set_row};
use super::versions::Mark;
use super::work::Work;
use crate::components::explanation::status_word;
use crate::components::kantlijn::{Kantlijn, Note, SourceLine};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::clock;
use crate::texts::begroting::{data, overview};
use crate::texts::kantlijn;

#[component]
pub fn Tariffs(work: Work) -> impl IntoView {
    let id = unique("tarieven");
    let (named, again) = (id.clone(), id.clone());
    let years = Memo::new(move |_| work.base.with(|base| base.years.clone()));
    let rows = Memo::new(move |_| {
        years.with(|years| {
            work.baseline.with(|base| work.parameters.with(|known| tariff_rows(base, known, years)))
        })
    });
    let keys = Memo::new(move |_| {
        rows.with(|rows| rows.iter().map(|row| (row.key, row.is_share)).collect::<Vec<_>>())
    });
    view! {
        <h2 class="nl-heading nl-heading--level-2" id=id>{tr(data::TARIFFS)}</h2>
        <p class="nl-paragraph">{tr(data::TARIFFS_LEAD)}</p>
        <Estimate work />
        <div class="scroll" role="region" tabindex="0" aria-labelledby=named>
            <table class="grid" aria-labelledby=again>
                <thead>
                    <tr>
                        <th scope="col">{tr(data::TARIFFS)}</th>
                        <For each=move || years.get() key=|year| *year let:year><th scope="col">{year}</th></For>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || keys.get() key=|(key, _)| *key let:row>
                        <OneTariff work key=row.0 is_share=row.1 years rows />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn OneTariff(
    work: Work,
    key: &'static str,
    is_share: bool,
    years: Memo<Vec<i32>>,
    rows: Memo<Vec<TariffRow>>,
) -> impl IntoView {
    let lang = use_lang();
    let name = Signal::derive(move || tariff_name(key, lang.get()));
    let place = move || {
        rows.with(|rows| {
            rows.iter().find(|row| row.key == key).map(|row| row.place.get(lang.get()))
        })
    };
    let row_of = move |year: i32| {
        rows.with(|rows| {
            let row = rows.iter().find(|row| row.key == key)?;
            row.cells.iter().find(|cell| cell.year == year)?.row.clone()
        })
    };
    view! {
        <tr>
            <th scope="row">{name}<span class="marks">{place}</span></th>
            <For each=move || years.get() key=|year| *year let:year>
                <td><TariffCell work key is_share name year row=Memo::new(move |_| row_of(year)) /></td>
            </For>
        </tr>
    }
}

/// A published amount stands as text with its source behind it; an own amount, or none, is a field.
#[component]
fn TariffCell(
    work: Work,
    key: &'static str,
    is_share: bool,
    name: Signal<String>,
    year: i32,
    row: Memo<Option<Row>>,
) -> impl IntoView {
    let own = Memo::new(move |_| row.with(|row| row.as_ref().is_none_or(|row| is_own(row.status))));
    move || match own.get() {
        true => view! { <OwnAmount work key is_share name year row /> }.into_any(),
        false => view! { <Known row is_share name /> }.into_any(),
    }
}

fn is_own(status: Status) -> bool {
    matches!(status, Status::Entered | Status::Estimate)
}

const fn unit(is_share: bool) -> Unit {
    if is_share { Unit::Millionths } else { Unit::Cents }
}

fn whole(row: &Row, is_share: bool) -> i64 {
    let scale = if is_share { Decimal::from(1_000_000) } else { Decimal::ONE_HUNDRED };
    row.value
        .checked_mul(scale)
        .map(|number| number.round())
        .and_then(|number| number.try_into().ok())
        .unwrap_or_default()
}

#[component]
fn Known(row: Memo<Option<Row>>, is_share: bool, name: Signal<String>) -> impl IntoView {
    let lang = use_lang();
    let margin = Kantlijn::get();
    let id = StoredValue::new(unique("tarief"));
    let text = move || {
        row.with(|row| {
            row.as_ref().map(|row| field(unit(is_share), whole(row, is_share), lang.get()))
        })
    };
    let status = move || {
        row.with(|row| row.as_ref().map_or("", |row| status_word(row.status).get(lang.get())))
    };
    let ask = move |_| {
        let (Some(margin), Some(row)) = (margin, row.get_untracked()) else { return };
        let source = row.source.clone();
        let body = move || view! { <SourceLine source=source.clone() /> }.into_any();
        margin.answer(Note::view(data::TARIFFS, body).about(name.get_untracked()), &id.get_value());
    };
    view! {
        <button type="button" class="amount" id=id.get_value() on:click=ask>
            <bdi>{text}</bdi>
            <span class="visually-hidden">", "{name}", "{tr(kantlijn::SOURCE)}</span>
        </button>
        <span class="marks">{status}</span>
    }
}

#[component]
fn OwnAmount(
    work: Work,
    key: &'static str,
    is_share: bool,
    name: Signal<String>,
    year: i32,
    row: Memo<Option<Row>>,
) -> impl IntoView {
    let take = move |number: Option<i64>| match (number, row.get_untracked()) {
        (Some(number), _) => enter(work, key, is_share, number, year),
        (None, Some(row)) => drop_row(work, &row),
        (None, None) => {}
    };
    let known = move || row.with(|row| row.as_ref().map(|row| whole(row, is_share)));
    let says =
        move || row.with(|row| row.as_ref().map_or(data::EMPTY, |row| status_word(row.status)));
    view! {
        <FigureCell
            limits=limits(is_share)
            value=Signal::derive(known)
            label=Signal::derive(move || format!("{} {year}", name.get()))
            says=Signal::derive(says)
            to_do=Signal::derive(move || row.with(Option::is_none))
            locked=false
            on_take=Callback::new(take)
        />
        <Mark work field=Field::Parameter(row_id(key, year)) />
    }
}

/// A share, or an amount up to what any tariff or threshold can be.
const fn limits(is_share: bool) -> Limits {
    Limits { unit: unit(is_share), min: 0, max: if is_share { 1_000_000 } else { 100_000_000_000 } }
}

fn enter(work: Work, key: &str, is_share: bool, value: i64, year: i32) {
    let (value, unit) = match is_share {
        true => (Decimal::new(value, 6), "deel"),
        false => (Money::cents(value).to_decimal(), "euro per leerling per kalenderjaar"),
    };
    let says = OWN.nl.to_owned();
    let source =
        Source { document: says, place: year.to_string(), link: None, says: None, says_en: None };
    if let Some(row) = entered(key, value, unit, year, source, clock::today()) {
        work.act(set_row(&row));
    }
}

fn drop_row(work: Work, row: &Row) {
    let found = work
        .rows
        .with_untracked(|rows| rows.iter().find(|(_, one)| one == row).map(|(id, _)| id.clone()));
    if let Some(id) = found {
        work.act(Command::RemoveParameter { id });
    }
}

/// Estimates every missing tariff with an index that the person chooses; one step to undo.
#[component]
fn Estimate(work: Work) -> impl IntoView {
    let index = RwSignal::new(30_000);
    let go = move |_| {
        let index = Decimal::new(index.get_untracked(), 6);
        let sector = work.baseline.with_untracked(|base| base.sector);
        let years = work.base.with_untracked(|base| base.years.clone());
        let mut known = (*work.parameters.get_untracked()).clone();
        let mut all = Vec::new();
        for year in years.first().copied().unwrap_or(0)..=years.last().map_or(0, |last| last + 1) {
            let made: Vec<Row> =
                estimates_for(&known, sector, year, index).into_iter().map(|one| one.row).collect();
            all.extend(made.iter().map(set_row));
            known = known.with_layer(made);
        }
        if !all.is_empty() {
            work.act(Command::Together(all));
        }
    };
    view! {
        <details class="estimate">
            <summary>{tr(data::ESTIMATE)}</summary>
            <IndexField label=overview::INDEX hint=overview::INDEX_HINT index />
            <button type="button" class="nl-button nl-button--secondary" on:click=go>{tr(data::ESTIMATE_GO)}</button>
        </details>
    }
}
