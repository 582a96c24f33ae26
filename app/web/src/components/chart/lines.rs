//! Lines over the years, each with its own dashes and its name at its end.

use leptos::prelude::*;
use rules::order::Order;

use super::scale::{BOTTOM, LEFT, RIGHT, Scale, TOP, x};
use super::{Figure, Figures, Series};
use crate::i18n::use_lang;

/// `summary` says in a sentence what there is to see.
#[component]
pub fn LineChart(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] summary: Signal<String>,
    #[prop(into)] figures: Signal<Figures>,
) -> impl IntoView {
    let drawing = move || view! { <Drawing title figures=figures.get() /> }.into_any();
    view! { <Figure title summary figures drawing /> }
}

#[component]
fn Drawing(title: Signal<String>, figures: Figures) -> impl IntoView {
    let scale = Scale::over(figures.series.iter().flat_map(|s| s.values.iter().flatten().copied()));
    let names = spread(&figures.series, scale);
    let count = figures.columns.len();
    let lines = figures.series.iter().zip(names).enumerate().map(|(index, (series, (y, name)))| {
        let class = format!("chart__line chart__line--{}", index % 4);
        view! {
            <path class=class d=stroke(&series.values, count, scale) />
            <text x=RIGHT + 8 y=y + 5>{name}</text>
        }
    });
    view! {
        <svg class="chart__drawing" viewBox="0 0 720 320" role="img" aria-label=title>
            <Grid scale figures=figures.clone() />
            {lines.collect_view()}
        </svg>
    }
}

/// The ruled lines with their values, and the names of the columns.
#[component]
pub fn Grid(scale: Scale, figures: Figures) -> impl IntoView {
    let lang = use_lang();
    let count = figures.columns.len();
    let write = figures.write;
    let rules = scale.ticks().into_iter().map(|tick| {
        let y = scale.y(tick);
        let class = if tick == 0 { "chart__axis" } else { "chart__grid" };
        view! {
            <path class=class d=format!("M{LEFT} {y}H{RIGHT}") />
            <text x=LEFT - 10 y=y + 5 text-anchor="end">{move || write(tick, lang.get())}</text>
        }
    });
    let columns = figures.columns.into_iter().enumerate().map(|(index, name)| {
        view! { <text x=x(index, count) y=BOTTOM + 26 text-anchor="middle">{name}</text> }
    });
    view! { {rules.collect_view()} {columns.collect_view()} }
}

/// The stroke of one series; it lifts the pencil where a value is unknown.
fn stroke(values: &[Option<i64>], count: usize, scale: Scale) -> String {
    let mut path = String::new();
    let mut down = false;
    for (index, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let verb = if down { 'L' } else { 'M' };
            path.push_str(&format!("{verb}{} {}", x(index, count), scale.y(*value)));
        }
        down = value.is_some();
    }
    path
}

/// Where each name goes: at the end of its line, moved apart so that no two overlap.
fn spread(series: &[Series], scale: Scale) -> Vec<(i64, String)> {
    let end = |s: &Series| s.values.iter().rev().flatten().next().map_or(BOTTOM, |v| scale.y(*v));
    let mut order: Vec<(usize, i64)> = series.iter().map(end).enumerate().collect();
    order.order_by_key(|(_, y)| *y);
    let mut places = vec![TOP; series.len()];
    let mut lowest = TOP - 20;
    for (index, y) in order {
        lowest = y.max(lowest + 20);
        if let Some(place) = places.get_mut(index) {
            *place = lowest;
        }
    }
    places.into_iter().zip(series.iter().map(|s| s.name.clone())).collect()
}
