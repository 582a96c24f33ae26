//! Scenarios side by side with the starting point, one year at a time, each with its difference. Every amount and every
//! difference says why.

use std::sync::Arc;

use leptos::prelude::*;
use rules::budget::present::side_by_side;
use rules::budget::{
    Cell, Kind, LineId, Marks, Named, Scenario, Simulation, difference, why_difference,
};
use rules::text::Lang;

use super::amount::{Amount, LeansOn, Reading, said_below};
use super::sentence::YearChoice;
use super::work::Work;
use crate::components::table::{Cell as Field, DataTable, Line};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::texts::begroting::{self as words, scenarios};

/// The starting point, then what lies beside it.
type Runs = Memo<Vec<Arc<Simulation>>>;

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
    let runs = Memo::new_with_compare(
        move |_| {
            let run = |scenario: &Scenario| Arc::new(work.run(scenario));
            let others = chosen.with(|all| all.iter().map(run).collect::<Vec<_>>());
            std::iter::once(work.base.get()).chain(others).collect::<Vec<_>>()
        },
        |_, _| true,
    );
    let shape = Memo::new(move |_| {
        let year = work.year.get();
        runs.with(|all| {
            let all: Vec<&Simulation> = all.iter().map(AsRef::as_ref).collect();
            (year, all.len(), side_by_side(&all, year))
        })
    });
    let names = Memo::new(move |_| {
        let start = scenarios::START.get(lang.get()).to_owned();
        let others = chosen.with(|all| all.iter().map(|one| one.name.clone()).collect::<Vec<_>>());
        std::iter::once(start).chain(others).collect::<Vec<_>>()
    });
    let marks = Memo::new(move |_| {
        let result = Cell::Year(LineId::Result, work.year.get());
        let all = |all: &Vec<Arc<Simulation>>| {
            let figures = all.iter().filter_map(|run| run.figure(result));
            figures.fold(Marks::NONE, |marks, figure| marks.and(figure.marks))
        };
        runs.with(all)
    });
    let columns = move || {
        let lang = lang.get();
        let mut heads = vec![words::LINE.get(lang).to_owned()];
        for (at, name) in names.get().into_iter().enumerate() {
            let change = format!("{name}: {}", scenarios::DIFFERENCE.get(lang));
            heads.extend(std::iter::once(name).chain((at > 0).then_some(change)));
        }
        heads
    };
    let lines = move || {
        let ((year, count, lines), lang) = (shape.get(), lang.get());
        lines.into_iter().map(|one| line(work, runs, names, (one, year), count, lang)).collect()
    };
    let years =
        Signal::derive(move || work.now.with(|now| now.years.iter().copied().map(Some).collect()));
    let caption = move || format!("{} {}", scenarios::COMPARISON.get(lang.get()), work.year.get());
    view! {
        <section class="part">
            <h2 class="nl-heading nl-heading--level-2">{tr(scenarios::COMPARISON)}</h2>
            <YearChoice legend=tr_signal(words::YEAR) years chosen=Signal::derive(move || Some(work.year.get())) on_choose=move |year| work.year.set(year.unwrap_or_default()) />
            <Show when=move || chosen.with(Vec::is_empty)><p class="quiet">{tr(scenarios::COMPARE_NONE)}</p></Show>
            <p class="quiet">{tr(words::IN_EUROS)}" "<span class="screen-only">{tr(words::TAP)}</span></p>
            <DataTable caption=Signal::derive(caption) columns=Signal::derive(columns) lines=Signal::derive(lines) />
            <LeansOn marks />
        </section>
    }
}

fn line(
    work: Work,
    runs: Runs,
    names: Memo<Vec<String>>,
    (line, year): (LineId, i32),
    count: usize,
    lang: Lang,
) -> Line {
    let cell = Cell::Year(line, year);
    let mut cells = Vec::new();
    for at in 0..count {
        let run = Signal::derive(move || {
            runs.with(|all| all.get(at).cloned()).unwrap_or_else(|| work.base.get())
        });
        let draw =
            move || view! { <Amount reading=Reading::of(work, run, cell) shared=said_below() /> };
        cells.push(Field::Drawn(draw.into()));
        if at > 0 {
            let draw = move || view! { <Change work run at names cell /> };
            cells.push(Field::Drawn(draw.into()));
        }
    }
    let total = matches!(line.kind(), Kind::IncomeTotal | Kind::CostTotal | Kind::Result);
    Line { head: line.title().get(lang).to_owned(), cells, total }
}

/// How far a scenario is from the starting point.
#[component]
fn Change(
    work: Work,
    run: Signal<Arc<Simulation>>,
    at: usize,
    names: Memo<Vec<String>>,
    cell: Cell,
) -> impl IntoView {
    let lang = use_lang();
    let name = move |at: usize| names.with(|all| all.get(at).cloned()).unwrap_or_default();
    let change = move || work.base.with(|base| run.with(|run| difference(base, run, cell)));
    let why = move |()| {
        let (base, rows) = (work.baseline.get(), work.parameters.get());
        let (start, other) = (name(0), name(at));
        work.base.with(|before| {
            run.with(|after| {
                let before = Named { name: &start, simulation: before };
                let after = Named { name: &other, simulation: after };
                Some(why_difference(before, after, &base, &rows, cell))
            })
        })
    };
    let says = move || {
        let cell = work.cell_name(cell, lang.get());
        format!("{}: {} {cell}", name(at), scenarios::DIFFERENCE.get(lang.get()))
    };
    let reading = Reading {
        figure: Memo::new(move |_| Some(change())).into(),
        name: Signal::derive(says),
        why: Callback::new(why),
    };
    view! { <Amount reading shared=said_below() is_difference=true /> }
}
