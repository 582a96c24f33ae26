//! The pictures, from the same cells as the table: costs in small panels per kind, capital against its limits, result.

use leptos::prelude::*;
use rules::budget::LineId;
use rules::budget::present::{Chart, Series, costs, reserve, result, scale};
use rules::money::Money;
use rules::notation::money_rounded;
use rules::text::{Lang, Text};

use super::work::Work;
use crate::components::chart::{self, BarChart, Figures, LineChart};
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::overview as words;

#[component]
pub fn Charts(work: Work) -> impl IntoView {
    let cost = Memo::new(move |_| work.now.with(|now| costs(now)));
    let capital = Memo::new(move |_| work.now.with(|now| reserve(now)));
    let outcome = Memo::new(move |_| work.now.with(|now| result(now)));
    let known = |chart: Memo<Chart>| {
        move || chart.with(|c| c.series.iter().any(|s| s.points.iter().any(Option::is_some)))
    };
    let any = move || known(cost)() || known(capital)() || known(outcome)();
    let lang = use_lang();
    let figures = move |chart: Memo<Chart>| {
        Signal::derive(move || chart.with(|chart| drawn(chart, lang.get())))
    };
    let says = move |chart: Memo<Chart>, title: Text| {
        Signal::derive(move || summary(&chart.get(), title, lang.get()))
    };
    let name = move |title: Text| Signal::derive(move || title.get(lang.get()).to_owned());
    view! {
        <Show when=any>
            <section class="part charts">
                <h2 class="nl-heading nl-heading--level-2">{tr(words::CHARTS)}</h2>
                <Show when=known(cost)><CostPanels chart=cost.into() title=words::COSTS_CHART /></Show>
                <Show when=known(capital)>
                    <LineChart title=name(words::RESERVE_CHART) summary=says(capital, words::RESERVE_CHART) figures=figures(capital) />
                </Show>
                <Show when=known(outcome)>
                    <BarChart title=name(words::RESULT_CHART) summary=says(outcome, words::RESULT_CHART) figures=figures(outcome) />
                </Show>
            </section>
        </Show>
    }
}

fn thousands(cents: i64, lang: Lang) -> String {
    money_rounded(Money::cents(cents), lang)
}

fn drawn(from: &Chart, lang: Lang) -> Figures {
    let series = from.series.iter().map(|one| chart::Series {
        name: short(one.line, lang),
        values: one.points.iter().map(|point| point.map(Money::as_cents)).collect(),
    });
    Figures {
        columns: from.years.iter().map(i32::to_string).collect(),
        series: series.collect(),
        write: thousands,
    }
}

/// A name that fits at the end of a line.
fn short(line: LineId, lang: Lang) -> String {
    match line {
        LineId::ReserveEnd => words::CAPITAL.get(lang).to_owned(),
        other => other.title().get(lang).to_owned(),
    }
}

/// "Resultaat per jaar: van -€ 1,8 mln in 2027 naar …": first and last of the first series, in words.
fn summary(chart: &Chart, title: Text, lang: Lang) -> String {
    let ends = chart.series.first().and_then(|one| {
        let mut known = chart
            .years
            .iter()
            .zip(&one.points)
            .filter_map(|(year, point)| Some((*year, (*point)?)));
        let first = known.next()?;
        Some((first, known.next_back().unwrap_or(first)))
    });
    let title = title.get(lang);
    let m = |money| money_rounded(money, lang);
    match (ends, lang) {
        (None, _) => title.to_owned(),
        (Some(((a, _), (b, to))), _) if a == b => format!("{title}: {} in {b}.", m(to)),
        (Some(((a, from), (b, to))), Lang::Nl) => {
            format!("{title}: van {} in {a} naar {} in {b}.", m(from), m(to))
        }
        (Some(((a, from), (b, to))), Lang::En) => {
            format!("{title}: from {} in {a} to {} in {b}.", m(from), m(to))
        }
    }
}

/// One small panel per kind of expense, all on one scale, so that they can be compared without colour or legend.
#[component]
pub fn CostPanels(chart: Signal<Chart>, title: Text) -> impl IntoView {
    let lang = use_lang();
    let highest = move || {
        let all = chart.with(|chart| {
            chart
                .series
                .iter()
                .flat_map(|one| one.points.clone())
                .flatten()
                .map(Money::as_cents)
                .collect::<Vec<_>>()
        });
        scale(all).high
    };
    let panels = move || {
        let (chart, high) = (chart.get(), highest());
        let years = chart.years.clone();
        chart
            .series
            .into_iter()
            .map(|series| view! { <Panel series years=years.clone() high /> })
            .collect_view()
    };
    let says = move || summary_of_costs(&chart.get(), title, lang.get());
    view! {
        <figure class="panels">
            <figcaption class="chart__summary">{says}</figcaption>
            <div class="panels__all">{panels}</div>
        </figure>
    }
}

/// The largest kind and the one that rises most, between the first and the last year.
fn summary_of_costs(chart: &Chart, title: Text, lang: Lang) -> String {
    let ends = |one: &Series| Some((one.points.first().copied()??, one.points.last().copied()??));
    let known = || chart.series.iter().filter_map(|one| Some((one.title(), ends(one)?)));
    let largest = known().max_by_key(|(_, (_, to))| *to);
    let riser =
        known().max_by_key(|(_, (from, to))| *to - *from).filter(|(_, (from, to))| to > from);
    let (first, last) =
        (chart.years.first().copied().unwrap_or(0), chart.years.last().copied().unwrap_or(0));
    let m = |money| money_rounded(money, lang);
    let mut text = format!("{}.", title.get(lang));
    if let Some((name, (_, to))) = largest {
        text.push_str(&match lang {
            Lang::Nl => format!(" Het meeste gaat naar {}: {} in {last}.", name.nl, m(to)),
            Lang::En => format!(" Most goes to {}: {} in {last}.", name.en, m(to)),
        });
    }
    if let Some((name, (from, to))) = riser {
        text.push_str(&match lang {
            Lang::Nl => format!(
                " De sterkste stijger sinds {first} is {}: {} erbij.",
                name.nl,
                m(to - from)
            ),
            Lang::En => {
                format!(" The strongest riser since {first} is {}: {} more.", name.en, m(to - from))
            }
        });
    }
    text
}

/// Bars as long as their amount, with the amount beside them: words first, so it reads without seeing.
#[component]
fn Panel(series: Series, years: Vec<i32>, high: i64) -> impl IntoView {
    let lang = use_lang();
    let title = series.title();
    let bars = years.into_iter().zip(series.points).map(|(year, point)| {
        let width = point.map_or(0, |money| money.as_cents().max(0).saturating_mul(1000) / high.max(1));
        let amount = move || point.map_or_else(|| crate::texts::general::UNKNOWN.get(lang.get()).to_lowercase(), |money| money_rounded(money, lang.get()));
        view! {
            <li class="panel__year">
                <span class="panel__label">{year}</span>
                <svg class="panel__bar" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true"><rect class="chart__bar" width=width height="16" /></svg>
                <bdi class="panel__amount">{amount}</bdi>
            </li>
        }
    });
    view! {
        <section class="panel">
            <h3 class="panel__title">{tr(title)}</h3>
            <ul class="panel__years">{bars.collect_view()}</ul>
        </section>
    }
}
