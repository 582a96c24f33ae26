//! Looking back: what two plans print about the past, added up by the same simulator.

use std::sync::Arc;

use leptos::prelude::*;
use rules::budget::baseline::{ppo_nk, vo_mk};
use rules::budget::present::{cell_name, costs};
use rules::budget::{Baseline, Cell, Kind, LineId, Scenario, Settings, Simulation, simulate};
use rules::parameter::Parameters;
use rules::text::Text;

use super::amount::{Amount, Reading};
use super::charts::CostPanels;
use super::frame::BudgetPage;
use super::work::Work;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::{self as words, history};

/// A past that was worked out once.
#[derive(Clone)]
struct Past {
    base: Arc<Baseline>,
    rows: Arc<Parameters>,
    worked: Arc<Simulation>,
}

impl Past {
    fn of(base: Option<Baseline>, years: u8) -> Option<Self> {
        let (base, rows) = (base?, Parameters::national().unwrap_or_default());
        let settings = Settings { years, ..Settings::default() };
        let worked = simulate(&base, &Scenario::default(), &rows, &settings);
        Some(Self { base: base.into(), rows: rows.into(), worked: worked.into() })
    }

    fn reading(&self, cell: Cell) -> Reading {
        let lang = use_lang();
        let (named, asked) = (self.clone(), self.clone());
        Reading {
            figure: Signal::stored(self.worked.figure(cell)),
            name: Signal::derive(move || cell_name(&named.base, cell, lang.get())),
            why: Callback::new(move |()| asked.worked.why(&asked.base, &asked.rows, cell)),
        }
    }
}

pub fn page(work: Work) -> AnyView {
    let ppo = Past::of(ppo_nk(2017).ok(), 5);
    let vo = Past::of(vo_mk(2021).ok(), 1);
    let chart = ppo.as_ref().map(|past| costs(&past.worked));
    view! {
        <BudgetPage work title=words::HISTORY>
            <p class="nl-paragraph nl-paragraph--lead">{tr(history::LEAD)}</p>
            {ppo.map(|past| view! { <Printed past title=history::PPO says=history::FITS /> })}
            <p class="quiet">{tr(history::NO_INCOME)}</p>
            {chart.map(|chart| view! { <CostPanels chart=Signal::stored(chart) title=history::PPO /> })}
            {vo.map(|past| view! { <Printed past title=history::VO says=history::VO_GAP /> })}
        </BudgetPage>
    }
    .into_any()
}

/// The expenses as printed, our sum, the printed total and the difference.
#[component]
fn Printed(past: Past, title: Text, says: Text) -> impl IntoView {
    let id = unique("terugblik");
    let (named, again) = (id.clone(), id.clone());
    let years = past.worked.years.clone();
    let heads = years.iter().map(|year| view! { <th scope="col">{*year}</th> }).collect_view();
    let kinds = |line: LineId| {
        let printed = matches!(line, LineId::CostPrinted | LineId::PrintedGap);
        printed || matches!(line.kind(), Kind::Cost | Kind::CostTotal)
    };
    let there = |line: &LineId| {
        years.iter().any(|year| past.worked.money(Cell::Year(*line, *year)).is_some())
    };
    let lines: Vec<LineId> =
        LineId::ALL.into_iter().filter(|line| kinds(*line) && there(line)).collect();
    let rows = lines.into_iter().map(|line| {
        let cells = years.iter().map(
            |year| view! { <td><Amount reading=past.reading(Cell::Year(line, *year)) /></td> },
        );
        let total = matches!(line, LineId::CostTotal);
        view! {
            <tr class="years__row" class:years__row--total=total>
                <th scope="row" class="years__line">{tr(line.title())}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <section class="part">
            <h2 class="nl-heading nl-heading--level-2" id=id>{tr(title)}</h2>
            <p class="nl-paragraph">{tr(says)}</p>
            <div class="scroll" role="region" tabindex="0" aria-labelledby=named>
                <table class="years" aria-labelledby=again>
                    <thead><tr><th scope="col" class="years__line">{tr(words::LINE)}</th>{heads}</tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}
