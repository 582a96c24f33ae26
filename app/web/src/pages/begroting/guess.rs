//! A first calculation: everything that would be filled in, with its source, before it is taken over.

use std::sync::Arc;

use chrono::Datelike;
use leptos::prelude::*;
use model::budget::Command;
use rules::budget::present::{
    Guess, GuessLine, Limits, guess, guess_lines, moment, part_name, shown, tariff_name,
};
use rules::budget::{Baseline, Unit};
use rules::money::Money;
use rules::notation;
use rules::parameter::Estimate;
use rules::text::{Lang, Text};
use rust_decimal::Decimal;

use super::work::Work;
use crate::components::field::{Field, Kind};
use crate::components::typed::Typed;
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::overview as words;

/// Three percent, to begin with; the person chooses.
const FIRST_INDEX: i64 = 30_000;
/// Half up or down: further is a slip of the hand.
const INDEX_MOST: i64 = 500_000;

#[component]
pub fn GuessPanel(work: Work, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let index = RwSignal::new(FIRST_INDEX);
    let region = StoredValue::new(work.region());
    let made = Memo::new(move |_| {
        let index = Decimal::new(index.get(), 6);
        let (base, rows, settings) =
            (work.baseline.get(), work.parameters.get(), work.settings.get());
        Arc::new(region.with_value(|region| guess(&base, region.as_ref(), &rows, &settings, index)))
    });
    let accept = move |_| {
        work.act(take_over(&made.get_untracked()));
        on_close();
    };
    view! {
        <section class="guess">
            <h2 class="nl-heading nl-heading--level-2">{tr(words::GUESS)}</h2>
            <p class="nl-paragraph">{tr(words::GUESS_LEAD)}</p>
            <IndexField label=words::INDEX hint=words::INDEX_HINT index />
            <Assumptions work made />
            <Estimates made />
            <Show when=move || made.with(|made| !made.left.is_empty())>
                <p class="nl-paragraph">{tr(words::STAYS)}": "{move || still(&made.get())}" "{tr(words::STAYS_WHY)}</p>
            </Show>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=accept>{tr(words::ACCEPT)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| on_close()>{tr(words::NOT_NOW)}</button>
            </div>
        </section>
    }
}

/// A percentage that is kept as it was typed, with a sentence when it is no percentage.
#[component]
pub fn IndexField(label: Text, hint: Text, index: RwSignal<i64>) -> impl IntoView {
    let limits = Limits { unit: Unit::Millionths, min: -INDEX_MOST, max: INDEX_MOST };
    let typed = Typed::new(limits, Signal::derive(move || Some(index.get())));
    let take = move |text: String| typed.take(text).into_iter().for_each(|found| index.set(found));
    view! {
        <Field
            label
            hint
            kind=Kind::Number
            value=Signal::derive(move || typed.text())
            error=Signal::derive(move || typed.says())
            on_change=take
        />
    }
}

/// Everything in one step, so that one undo takes it back.
fn take_over(guess: &Guess) -> Command {
    let inputs = guess.inputs.iter().map(|one| (one.key.clone(), one.input.clone())).collect();
    let mut all = vec![Command::SetInputs { inputs }];
    all.extend(guess.rows.iter().map(|made| set_row(&made.row)));
    Command::Together(all)
}

/// An own row, under a name that says which tariff and when.
pub fn set_row(row: &rules::parameter::Row) -> Command {
    Command::SetParameter { id: row_id(&row.key, row.valid_from.year()), row: row.clone() }
}

/// The name of the own row of a calendar year.
pub fn row_id(key: &str, year: i32) -> String {
    format!("{key}/{year}-01-01")
}

fn still(guess: &Guess) -> String {
    let lang = use_lang().get();
    let mut titles: Vec<&str> = guess.left.iter().map(|one| one.title().get(lang)).collect();
    titles.dedup();
    format!("{}.", titles.join(", "))
}

#[component]
fn Assumptions(work: Work, made: Memo<Arc<Guess>>) -> impl IntoView {
    let lang = use_lang();
    let lines = Memo::new(move |_| made.with(|made| guess_lines(&made.inputs)));
    let rows = move || {
        let base = work.baseline.get();
        lines
            .get()
            .into_iter()
            .map(|line| view! { <Assumption line base=base.clone() /> })
            .collect_view()
    };
    view! {
        <details class="guess__list">
            <summary>{tr(words::ASSUMPTIONS)}" ("{move || lines.with(Vec::len)}")"</summary>
            <div class="scroll" role="region" tabindex="0" aria-label=move || words::ASSUMPTIONS.get(lang.get())>
                <table class="guess__table">
                    <thead><tr><th scope="col">{tr(words::WHAT)}</th><th scope="col" class="number">{tr(words::VALUE)}</th><th scope="col">{tr(words::BASED_ON)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

#[component]
fn Assumption(line: GuessLine, base: Arc<Baseline>) -> impl IntoView {
    let lang = use_lang();
    let source = line.source.clone();
    let document = source.as_ref().map(|source| source.document.clone()).unwrap_or_default();
    let says = move || {
        let (says, lang) = source.as_ref()?.says(lang.get())?;
        Some(view! { <span lang=lang.tag()>{says.to_owned()}</span> })
    };
    let unit = line.item.unit();
    let value = line.value;
    view! {
        <tr>
            <th scope="row">{move || what(&line, &base, lang.get())}</th>
            <td class="number"><bdi>{move || shown(unit, value, lang.get())}</bdi></td>
            <td>{says}<span class="marks" lang="nl">{document}</span></td>
        </tr>
    }
}

/// "Leerlingen SBO, 1 februari 2026", "…, 1 februari 2027 – 1 februari 2030: Heiloo, Bergen".
fn what(line: &GuessLine, base: &Baseline, lang: Lang) -> String {
    let info = line.item.info();
    let when = |year| moment(info.moment, year, lang);
    let years = match line.years.as_slice() {
        [] => String::new(),
        [one] => when(*one),
        [first, .., last] => format!("{} – {}", when(*first), when(*last)),
    };
    let title = info.title.get(lang);
    if line.parts.is_empty() {
        return format!("{title} ({years})");
    }
    let names: Vec<&str> = line.parts.iter().map(|part| part_name(base, part)).collect();
    format!("{title} ({years}): {}", names.join(", "))
}

/// One row per tariff with its amount per year; what it leans on is that of the first year.
#[component]
fn Estimates(made: Memo<Arc<Guess>>) -> impl IntoView {
    let lang = use_lang();
    let years = Memo::new(move |_| {
        let mut years: Vec<i32> =
            made.with(|made| made.rows.iter().map(|one| one.row.valid_from.year()).collect());
        years.sort_unstable();
        years.dedup();
        years
    });
    let heads = move || {
        let years = years.get().into_iter();
        years.map(|year| view! { <th scope="col" class="number">{year}</th> }).collect_view()
    };
    let rows = move || {
        let (all, years) = (made.with(|made| made.rows.clone()), years.get());
        let mut keys: Vec<String> = Vec::new();
        for one in &all {
            if !keys.contains(&one.row.key) {
                keys.push(one.row.key.clone());
            }
        }
        let of = |key: &String| {
            all.iter().filter(|one| one.row.key == *key).cloned().collect::<Vec<_>>()
        };
        let drawn = keys.iter().map(|key| view! { <Estimated all=of(key) years=years.clone() /> });
        drawn.collect_view()
    };
    view! {
        <details class="guess__list">
            <summary>{tr(words::ESTIMATES)}" ("{move || made.with(|made| made.rows.len())}")"</summary>
            <div class="scroll" role="region" tabindex="0" aria-label=move || words::ESTIMATES.get(lang.get())>
                <table class="guess__table">
                    <thead><tr><th scope="col">{tr(words::WHAT)}</th>{heads}<th scope="col">{tr(words::BASED_ON)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}

#[component]
fn Estimated(all: Vec<Estimate>, years: Vec<i32>) -> impl IntoView {
    let lang = use_lang();
    let first = all.first().map(|one| one.row.clone());
    let key = first.as_ref().map(|row| row.key.clone()).unwrap_or_default();
    let document = first.as_ref().map(|row| row.source.document.clone());
    let note = move || {
        let (note, lang) = first.as_ref()?.note(lang.get())?;
        Some(view! { <span lang=lang.tag()>{note.to_owned()}</span> })
    };
    let cells = years.into_iter().map(|year| {
        let value = all.iter().find(|one| one.row.valid_from.year() == year).map(|one| one.row.value);
        let money = value.and_then(Money::from_decimal);
        view! { <td class="number"><bdi>{move || money.map(|money| notation::money(money, lang.get()))}</bdi></td> }
    });
    view! {
        <tr>
            <th scope="row">{move || tariff_name(&key, lang.get())}</th>
            {cells.collect_view()}
            <td>
                {note}
                <span class="marks" lang="nl">{document}</span>
            </td>
        </tr>
    }
}
