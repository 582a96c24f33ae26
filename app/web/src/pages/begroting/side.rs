//! Scenarios side by side with the starting point, one year at a time, each with its difference.

use std::sync::Arc;

use leptos::prelude::*;
use rules::budget::present::{Compared, side_by_side};
use rules::budget::{Figure, Kind, Scenario, Simulation, simulate};
use rules::money::Money;
use rules::notation::money_rounded;
use rules::text::Lang;

use super::sentence::YearChoice;
use super::work::Work;
use crate::components::table::{Cell, DataTable, Line};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::texts::begroting::{self as words, scenarios};
use crate::texts::general;

#[component]
pub fn Side(work: Work, beside: RwSignal<Vec<String>>) -> impl IntoView {
    let lang = use_lang();
    let chosen = Memo::new(move |_| {
        let cards = work.scenarios.get().into_iter();
        cards
            .filter(|card| beside.with(|all| all.contains(&card.id)))
            .map(|card| card.scenario)
            .collect::<Vec<Scenario>>()
    });
    let rows = Memo::new(move |_| {
        let (base, known, settings) =
            (work.baseline.get(), work.parameters.get(), work.settings.get());
        let run = |scenario: &Scenario| Arc::new(simulate(&base, scenario, &known, &settings));
        let mut all: Vec<Arc<Simulation>> = vec![work.base.get()];
        all.extend(chosen.get().iter().map(run));
        let all: Vec<&Simulation> = all.iter().map(AsRef::as_ref).collect();
        side_by_side(&all, work.year.get())
    });
    let columns = move || {
        let lang = lang.get();
        let mut names =
            vec![words::LINE.get(lang).to_owned(), scenarios::START.get(lang).to_owned()];
        for scenario in chosen.get() {
            let difference = format!("{}: {}", scenario.name, scenarios::DIFFERENCE.get(lang));
            names.extend([scenario.name, difference]);
        }
        names
    };
    let lines = move || {
        rows.with(|rows| {
            rows.iter()
                .filter(|row| !empty(row))
                .map(|row| line(row, lang.get()))
                .collect::<Vec<_>>()
        })
    };
    let years =
        Signal::derive(move || work.now.with(|now| now.years.iter().copied().map(Some).collect()));
    let caption = move || format!("{} {}", scenarios::COMPARISON.get(lang.get()), work.year.get());
    view! {
        <section class="part">
            <h2 class="nl-heading nl-heading--level-2">{tr(scenarios::COMPARISON)}</h2>
            <YearChoice legend=tr_signal(words::YEAR) years chosen=Signal::derive(move || Some(work.year.get())) on_choose=move |year| work.year.set(year.unwrap_or_default()) />
            <Show when=move || chosen.with(Vec::is_empty)><p class="quiet">{tr(scenarios::COMPARE_NONE)}</p></Show>
            <DataTable caption=Signal::derive(caption) columns=Signal::derive(columns) lines=Signal::derive(lines) />
        </section>
    }
}

/// Nothing in any of them: not worth a line.
fn empty(row: &Compared) -> bool {
    let none = |figure: &Option<Figure>| {
        figure.as_ref().is_none_or(|figure| figure.money() == Some(Money::ZERO))
    };
    row.figures.iter().all(none)
}

fn line(row: &Compared, lang: Lang) -> Line {
    let mut cells = Vec::new();
    for (at, (figure, change)) in row.figures.iter().zip(&row.changes).enumerate() {
        cells.push(shown(figure.as_ref(), lang));
        if at > 0 {
            cells.push(difference(*change, lang));
        }
    }
    let total = matches!(row.line.kind(), Kind::IncomeTotal | Kind::CostTotal | Kind::Result);
    Line { head: row.line.title().get(lang).to_owned(), cells, total }
}

fn shown(figure: Option<&Figure>, lang: Lang) -> Cell {
    match figure.map(Figure::money) {
        Some(Some(money)) => Cell::Figure(money_rounded(money, lang)),
        Some(None) => Cell::Unknown(general::UNKNOWN.get(lang).to_lowercase()),
        None => Cell::Words("–".to_owned()),
    }
}

/// With a plus, so that it is not read as an amount of its own.
fn difference(change: Option<Money>, lang: Lang) -> Cell {
    match change {
        Some(Money::ZERO) => Cell::Figure("0".to_owned()),
        Some(change) if change > Money::ZERO => {
            Cell::Figure(format!("+{}", money_rounded(change, lang)))
        }
        Some(change) => Cell::Figure(money_rounded(change, lang)),
        None => Cell::Unknown(general::UNKNOWN.get(lang).to_lowercase()),
    }
}
