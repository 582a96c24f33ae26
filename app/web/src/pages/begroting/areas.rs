//! The werkgebieden: the budget and the reservation, each one's share, and the figures that only they know.

use leptos::prelude::*;
use rules::budget::present::area_grid;
use rules::budget::{AreaLine, Cell, LineId};

use super::amount::CellAmount;
use super::data::Inputs;
use super::frame::BudgetPage;
use super::sentence::YearChoice;
use super::table::Lines;
use super::work::Work;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::texts::begroting::{self as words, scenarios};

pub fn page(work: Work) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::AREAS, scenarios::NEVER_REFUSED));
    }
    let any = Memo::new(move |_| work.baseline.with(|base| !base.areas.is_empty()));
    view! {
        <BudgetPage work title=words::AREAS>
            <p class="nl-paragraph nl-paragraph--lead">{tr(scenarios::AREAS_LEAD)}</p>
            <Show when=move || any.get() fallback=|| view! { <p class="quiet">{tr(scenarios::AREAS_NONE)}</p> }>
                <Lines work caption=scenarios::ALL_AREAS lines=vec![LineId::CostAreas] none=scenarios::AREAS_NONE />
                <Shares work />
                <h2 class="nl-heading nl-heading--level-2">{tr(scenarios::FILL_AREAS)}</h2>
                <Inputs work grid_of=area_grid />
            </Show>
        </BudgetPage>
    }
    .into_any()
}

/// One row per werkgebied for one year.
#[component]
fn Shares(work: Work) -> impl IntoView {
    let lang = use_lang();
    let id = unique("werkgebieden");
    let named = id.clone();
    let years =
        Signal::derive(move || work.now.with(|now| now.years.iter().copied().map(Some).collect()));
    let names = Memo::new(move |_| {
        work.baseline
            .with(|base| base.areas.iter().map(|area| area.name.clone()).collect::<Vec<_>>())
    });
    let caption = move || format!("{} {}", words::AREAS.get(lang.get()), work.year.get());
    let heads = AreaLine::ALL.map(|line| view! { <th scope="col">{tr(line.title())}</th> });
    let rows = move || {
        let year = work.year.get();
        let row = |(at, name): (usize, String)| {
            let cells = AreaLine::ALL
                .map(|line| view! { <td><CellAmount work cell=Cell::Area(line, at, year) /></td> });
            view! { <tr class="years__row"><th scope="row" class="years__line">{name}</th>{cells}</tr> }
        };
        names.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <YearChoice legend=tr_signal(words::YEAR) years chosen=Signal::derive(move || Some(work.year.get())) on_choose=move |year| work.year.set(year.unwrap_or_default()) />
        <div class="scroll" role="region" tabindex="0" aria-labelledby=named>
            <table class="years">
                <caption class="years__caption" id=id>{caption}<span class="years__hint">{tr(words::IN_EUROS)}" "<span class="screen-only">{tr(words::TAP)}</span></span></caption>
                <thead><tr><th scope="col" class="years__line">{tr(scenarios::AREA)}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
