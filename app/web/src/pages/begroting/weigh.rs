//! What one pupil does, and what weighs most: both from the simulator, as words, bars and figures.

use std::sync::Arc;

use leptos::prelude::*;
use rules::budget::Amount::Known;
use rules::budget::present::{movement, shown};
use rules::budget::{
    Cell, EffectPart, End, Figure, LineId, Marks, Movement, Sector, Simulation, Sway, one_pupil,
    sensitivity,
};
use rules::money::Money;
use rules::text::{Lang, Text};

use super::amount::{Amount, LeansOn, Reading, said_below};
use super::sentence::at_rest;
use super::work::Work;
use crate::components::table::{Cell as Field, DataTable, Line};
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::{IN_EUROS, TAP, choices as words};

/// How many levers the bars show (BUD-5).
const BARS: usize = 8;

/// What the bars are about.
const fn result(year: i32) -> Cell {
    Cell::Year(LineId::Result, year)
}

#[component]
pub fn OnePupil(work: Work) -> impl IntoView {
    let lang = use_lang();
    let run = Memo::new_with_compare(
        move |_| {
            let (base, rows, settings) =
                (work.baseline.get(), work.parameters.get(), work.settings.get());
            work.scenario
                .with(|open| Arc::new(one_pupil(&base, open, &rows, &settings, work.year.get())))
        },
        |_, _| true,
    );
    let marks = Memo::new(move |_| {
        let year = work.year.get();
        let total = |who| run.with(|run| run.figure(Cell::Pupil(who, EffectPart::Total, year)));
        let figures = Movement::all().into_iter().filter_map(total);
        figures.fold(Marks::NONE, |marks, figure| marks.and(figure.marks))
    });
    // Drawn anew for another year or language only; each amount follows the levers by itself.
    let lines = move || {
        let (year, lang) = (work.year.get(), lang.get());
        Movement::all().into_iter().map(|who| line(work, run.into(), who, year, lang)).collect()
    };
    let columns = move || {
        let names = [words::MOVE, words::TARIFF, words::LIGHT, words::HEAVY, words::TOGETHER];
        names.map(|name| name.get(lang.get()).to_owned()).to_vec()
    };
    let caption = move || format!("{} {}", words::ONE_PUPIL.get(lang.get()), work.year.get());
    view! {
        <Show when=move || work.baseline.with(|base| base.sector == Sector::Po)>
            <section class="part">
                <h2 class="nl-heading nl-heading--level-2">{tr(words::ONE_PUPIL)}</h2>
                <p class="nl-paragraph">{tr(words::ONE_PUPIL_LEAD)}" "{tr(IN_EUROS)}" "<span class="screen-only">{tr(TAP)}</span></p>
                <DataTable caption=Signal::derive(caption) columns=Signal::derive(columns) lines=Signal::derive(lines) />
                <LeansOn marks />
            </section>
        </Show>
    }
}

fn line(work: Work, run: Signal<Arc<Simulation>>, who: Movement, year: i32, lang: Lang) -> Line {
    let cell = |part| {
        let cell = Cell::Pupil(who, part, year);
        let draw =
            move || view! { <Amount reading=Reading::of(work, run, cell) shared=said_below() /> };
        Field::Drawn(draw.into())
    };
    Line { head: movement(who, lang), cells: EffectPart::ALL.map(cell).to_vec(), total: false }
}

/// Worked out only when the person opens it and the levers rest: it runs the simulator a hundred times.
#[component]
pub fn Weighs(work: Work) -> impl IntoView {
    let open = RwSignal::new(false);
    let scenario = at_rest(work.scenario.into());
    let sways = Memo::new(move |_| {
        if !open.get() {
            return Vec::new();
        }
        let (base, rows, settings) =
            (work.baseline.get(), work.parameters.get(), work.settings.get());
        let mut found = scenario.with(|scenario| {
            sensitivity(&base, scenario, &rows, &settings, result(work.year.get()))
        });
        found.truncate(BARS);
        found
    });
    let widest =
        Memo::new(move |_| sways.with(|all| all.iter().map(Sway::width).max().unwrap_or(1).max(1)));
    view! {
        <details class="part" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary class="part__summary"><h2 class="nl-heading nl-heading--level-2">{tr(words::WEIGHS)}</h2></summary>
            <p class="nl-paragraph">{tr(words::WEIGHS_LEAD)}</p>
            <Show when=move || sways.with(|all| !all.is_empty()) fallback=|| view! { <p class="quiet">{tr(words::WEIGHS_NONE)}</p> }>
                <ol class="sways">
                    {move || sways.get().into_iter().map(|sway| view! { <OneSway work sway widest=widest.get() cell=result(work.year.get()) /> }).collect_view()}
                </ol>
            </Show>
        </details>
    }
}

#[component]
fn OneSway(work: Work, sway: Sway, widest: i64, cell: Cell) -> impl IntoView {
    let lever = sway.key.lever.lever();
    let width = sway.width() * 1000 / widest;
    let [low, high] = [
        (words::AT_LOW, End::Low, sway.values.0, sway.results.0),
        (words::AT_HIGH, End::High, sway.values.1, sway.results.1),
    ]
    .map(|(word, end, value, result)| view! { <SwayEnd work sway word end value result cell /> });
    view! {
        <li class="sway">
            <span class="sway__name">{tr(lever.title)}</span>
            <svg class="sway__bar" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true"><rect class="chart__bar" width=width height="16" /></svg>
            <span class="sway__ends">{low}" · "{high}</span>
        </li>
    }
}

/// "laag -10 leerlingen: 12.400", and why.
#[component]
fn SwayEnd(
    work: Work,
    sway: Sway,
    word: Text,
    end: End,
    value: i64,
    result: Money,
    cell: Cell,
) -> impl IntoView {
    let lang = use_lang();
    let unit = sway.key.lever.lever().unit;
    let says = move || format!("{} {}: ", word.get(lang.get()), shown(unit, value, lang.get()));
    let why = move |()| {
        let turned = work.scenario.with(|open| sway.scenario(open, end));
        let (base, rows) = (work.baseline.get(), work.parameters.get());
        work.run(&turned).why(&base, &rows, cell)
    };
    let figure = Figure { amount: Known(result), marks: Marks::NONE };
    let reading = Reading {
        figure: Signal::stored(Some(figure)),
        name: Signal::derive(move || work.cell_name(cell, lang.get())),
        why: Callback::new(why),
    };
    view! { <span>{says}<Amount reading /></span> }
}
