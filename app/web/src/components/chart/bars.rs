//! Bars beside each other per column. What is below zero is hatched, so that it also reads without colour.

use leptos::prelude::*;

use super::lines::Grid;
use super::scale::{LEFT, RIGHT, Scale, x};
use super::{Figure, Figures};
use crate::components::unique::unique;
use crate::i18n::use_lang;

/// One series of bars, each with its value written at its end.
#[component]
pub fn BarChart(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] summary: Signal<String>,
    #[prop(into)] figures: Signal<Figures>,
) -> impl IntoView {
    let drawing = move || view! { <Drawing title figures=figures.get() /> }.into_any();
    view! { <Figure title summary figures drawing /> }
}

#[component]
fn Drawing(title: Signal<String>, figures: Figures) -> impl IntoView {
    let lang = use_lang();
    let hatch = unique("arcering");
    let fill = format!("url(#{hatch})");
    let scale = Scale::over(figures.series.iter().flat_map(|s| s.values.iter().flatten().copied()));
    let count = figures.columns.len().max(1);
    let width = (RIGHT - LEFT) / i64::try_from(count).unwrap_or(1) * 6 / 10;
    let write = figures.write;
    let values = figures.series.first().map(|s| s.values.clone()).unwrap_or_default();
    let bars = values.into_iter().enumerate().filter_map(|(index, value)| {
        let value = value?;
        let (zero, end, middle) = (scale.y(0), scale.y(value), x(index, count));
        let word = if value < 0 { end + 18 } else { end - 8 };
        let fill = (value < 0).then(|| fill.clone());
        Some(view! {
            <rect
                class="chart__bar" fill=fill class:chart__bar--below=value < 0
                x=middle - width / 2 y=zero.min(end) width=width height=(zero - end).abs().max(1)
            />
            <text x=middle y=word text-anchor="middle">{move || write(value, lang.get())}</text>
        })
    });
    view! {
        <svg class="chart__drawing" viewBox="0 0 720 320" role="img" aria-label=title>
            <defs>
                <pattern id=hatch width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="chart__hatch" d="M0 0V8" />
                </pattern>
            </defs>
            <Grid scale figures=figures.clone() />
            {bars.collect_view()}
        </svg>
    }
}
