//! The dated rows that a rule reads, with what is known to be missing.

use chrono::NaiveDate;
use leptos::prelude::*;
use rules::notation::date;
use rules::parameter::{Gap, Parameters, Row};
use rules::rule::Key;
use rules::rule::form::amount;
use rules::text::Lang;

use super::trial::Trial;
use crate::components::explanation::status_word;
use crate::components::kantlijn::SourceLine;
use crate::i18n::{tr, use_lang};
use crate::texts::regels as words;

/// One table per amount; the chosen region's own rows come first, as they do in the rule.
#[component]
pub fn Amounts(trial: Trial) -> impl IntoView {
    let keys = trial.rule.parameters;
    if keys.is_empty() {
        return ().into_any();
    }
    let tables = keys.iter().map(|key| view! { <Amount trial key_=*key /> }).collect_view();
    view! {
        <section class="regel__part" aria-labelledby="bedragen">
            <h2 class="nl-heading nl-heading--level-2" id="bedragen">{tr(words::AMOUNTS)}</h2>
            {tables}
        </section>
    }
    .into_any()
}

#[component]
fn Amount(trial: Trial, key_: Key) -> impl IntoView {
    let id = format!("bedrag-{}", key_.as_str());
    let named = id.clone();
    let rows = move || trial.parameters.with(|parameters| drawn(parameters, key_));
    let empty = move || {
        trial.parameters.with(|parameters| {
            rows_of(parameters, key_).next().is_none() && gaps_of(parameters, key_).next().is_none()
        })
    };
    view! {
        <div class="table" role="region" tabindex="0" aria-labelledby=named>
            <table class="table__grid">
                <caption class="table__caption" id=id>{tr(key_.label())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{tr(words::PERIOD)}</th>
                        <th scope="col">{tr(words::VALUE)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <Show when=empty>
            <p class="regel__small">{tr(words::NO_ROWS)}</p>
        </Show>
    }
}

fn rows_of(parameters: &Parameters, key: Key) -> impl Iterator<Item = &Row> {
    parameters.rows().iter().filter(move |row| row.key == key.as_str())
}

fn gaps_of(parameters: &Parameters, key: Key) -> impl Iterator<Item = &Gap> {
    parameters.gaps().filter(move |gap| gap.key == key.as_str())
}

fn drawn(parameters: &Parameters, key: Key) -> AnyView {
    let rows = rows_of(parameters, key).cloned().map(|row| view! { <Known row /> });
    let gaps = gaps_of(parameters, key).cloned().map(|gap| view! { <NotKnown gap /> });
    (rows.collect_view(), gaps.collect_view()).into_any()
}

#[component]
fn Known(row: Row) -> impl IntoView {
    let lang = use_lang();
    let (from, until) = (row.valid_from, row.valid_to);
    let (value, unit) = (row.value, row.unit.clone());
    let written = move || {
        let (number, unit) = amount(value, &unit, lang.get());
        view! { <bdi class="regel__amount">{number}</bdi> " " {unit} }
    };
    let note = {
        let row = row.clone();
        move || {
            let (note, lang) = row.note(lang.get())?;
            Some(view! { <p class="regel__small" lang=lang.tag()>{note.to_owned()}</p> })
        }
    };
    view! {
        <tr>
            <th scope="row">{move || period(from, until, lang.get())}</th>
            <td>
                {written} " " <span class="nl-data-badge">{tr(status_word(row.status))}</span>
                {note}
                <SourceLine source=row.source />
            </td>
        </tr>
    }
}

#[component]
fn NotKnown(gap: Gap) -> impl IntoView {
    let lang = use_lang();
    let (from, until) = (gap.valid_from, gap.valid_to);
    view! {
        <tr>
            <th scope="row">{move || period(from, until, lang.get())}</th>
            <td class="table__unknown">
                {tr(words::NOT_KNOWN)} " " <span lang="nl">{gap.look_in}</span> "."
            </td>
        </tr>
    }
}

fn period(from: NaiveDate, until: Option<NaiveDate>, lang: Lang) -> String {
    match until {
        None => format!("{} {}", words::SINCE.get(lang), date(from, lang)),
        Some(until) => {
            format!("{} {} {}", date(from, lang), words::UNTIL.get(lang), date(until, lang))
        }
    }
}
