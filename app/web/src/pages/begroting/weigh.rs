//! What one pupil does, and what weighs most: both from the simulator, as words, bars and figures.

use leptos::prelude::*;
use rules::budget::present::{movement, shown};
use rules::budget::{Amount, Cell, LineId, PupilEffect, Sector, Sway, one_pupil, sensitivity};
use rules::notation::money_rounded;
use rules::text::Lang;

use super::sentence::at_rest;
use super::work::Work;
use crate::components::table::{Cell as Field, DataTable, Line};
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::choices as words;
use crate::texts::general;

/// How many levers the bars show (BUD-5).
const BARS: usize = 8;

#[component]
pub fn OnePupil(work: Work) -> impl IntoView {
    let lang = use_lang();
    let effects = Memo::new(move |_| {
        let (base, rows, settings) =
            (work.baseline.get(), work.parameters.get(), work.settings.get());
        work.scenario.with(|scenario| one_pupil(&base, scenario, &rows, &settings, work.year.get()))
    });
    let lines =
        move || effects.with(|all| all.iter().map(|one| line(one, lang.get())).collect::<Vec<_>>());
    let columns = move || {
        let names = [words::MOVE, words::TARIFF, words::LIGHT, words::HEAVY, words::TOGETHER];
        names.map(|name| name.get(lang.get()).to_owned()).to_vec()
    };
    let caption = move || format!("{} {}", words::ONE_PUPIL.get(lang.get()), work.year.get());
    view! {
        <Show when=move || work.baseline.with(|base| base.sector == Sector::Po)>
            <section class="part">
                <h2 class="nl-heading nl-heading--level-2">{tr(words::ONE_PUPIL)}</h2>
                <p class="nl-paragraph">{tr(words::ONE_PUPIL_LEAD)}</p>
                <DataTable caption=Signal::derive(caption) columns=Signal::derive(columns) lines=Signal::derive(lines) />
            </section>
        </Show>
    }
}

fn line(effect: &PupilEffect, lang: Lang) -> Line {
    let amounts = [&effect.tariff, &effect.light, &effect.heavy, &effect.total];
    Line {
        head: movement(effect.movement, lang),
        cells: amounts.map(|one| cell(one, lang)).to_vec(),
        total: false,
    }
}

fn cell(amount: &Amount, lang: Lang) -> Field {
    match amount {
        Amount::Known(money) => Field::Figure(money_rounded(*money, lang)),
        Amount::Unknown(_) => Field::Unknown(general::UNKNOWN.get(lang).to_lowercase()),
    }
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
        let cell = Cell::Year(LineId::Result, work.year.get());
        let mut found =
            scenario.with(|scenario| sensitivity(&base, scenario, &rows, &settings, cell));
        found.truncate(BARS);
        found
    });
    let widest =
        Memo::new(move |_| sways.with(|all| all.iter().map(Sway::width).max().unwrap_or(1).max(1)));
    view! {
        <details class="part" on:toggle=move |_| open.set(true)>
            <summary class="part__summary"><h2 class="nl-heading nl-heading--level-2">{tr(words::WEIGHS)}</h2></summary>
            <p class="nl-paragraph">{tr(words::WEIGHS_LEAD)}</p>
            <Show when=move || sways.with(|all| !all.is_empty()) fallback=|| view! { <p class="quiet">{tr(words::WEIGHS_NONE)}</p> }>
                <ol class="sways">
                    {move || sways.get().into_iter().map(|sway| view! { <OneSway sway widest=widest.get() /> }).collect_view()}
                </ol>
            </Show>
        </details>
    }
}

#[component]
fn OneSway(sway: Sway, widest: i64) -> impl IntoView {
    let lang = use_lang();
    let lever = sway.key.lever.lever();
    let ends = move || {
        let lang = lang.get();
        let unit = |value| shown(lever.unit, value, lang);
        let money = |amount| money_rounded(amount, lang);
        format!(
            "{} {}: {} · {} {}: {}",
            words::AT_LOW.get(lang),
            unit(sway.values.0),
            money(sway.results.0),
            words::AT_HIGH.get(lang),
            unit(sway.values.1),
            money(sway.results.1),
        )
    };
    let width = sway.width() * 1000 / widest;
    view! {
        <li class="sway">
            <span class="sway__name">{tr(lever.title)}</span>
            <svg class="sway__bar" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true"><rect class="chart__bar" width=width height="16" /></svg>
            <bdi class="sway__ends">{ends}</bdi>
        </li>
    }
}
