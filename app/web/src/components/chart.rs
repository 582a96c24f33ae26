//! Charts by hand: a sentence, a drawing and the same figures as a table, all from one set of points (BUD-2, BUD-6,
//! BUD-10). Patterns and words instead of colour alone.

use leptos::prelude::*;
use rules::text::Lang;

use crate::components::table::{Cell, DataTable, Line};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::general;

pub mod bars;
pub mod lines;
pub mod scale;

pub use bars::BarChart;
pub use lines::LineChart;

/// One row of figures: what it is called and a value per column; an unknown value is a gap, never a zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub name: String,
    pub values: Vec<Option<i64>>,
}

/// What a chart shows: the columns (years), the series, and how a value is written.
#[derive(Clone)]
pub struct Figures {
    pub columns: Vec<String>,
    pub series: Vec<Series>,
    pub write: fn(i64, Lang) -> String,
}

/// The frame of every chart: summary above, drawing, table below.
#[component]
fn Figure(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] summary: Signal<String>,
    #[prop(into)] figures: Signal<Figures>,
    drawing: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let id = unique("grafiek");
    let named = id.clone();
    let columns = move || {
        let names = figures.with(|f| f.columns.clone());
        std::iter::once(String::new()).chain(names).collect::<Vec<_>>()
    };
    let lines = move || {
        figures.with(|f| {
            f.series.iter().map(|series| line(series, f.write, lang.get())).collect::<Vec<_>>()
        })
    };
    view! {
        <figure class="chart" aria-labelledby=named>
            <figcaption class="chart__summary" id=id>{summary}</figcaption>
            <div class="chart__scroll" role="group" tabindex="0" aria-label=title>{drawing}</div>
            <details class="chart__more">
                <summary>{tr(general::SHOW_TABLE)}</summary>
                <DataTable caption=title columns=Signal::derive(columns) lines=Signal::derive(lines) />
            </details>
        </figure>
    }
}

fn line(series: &Series, write: fn(i64, Lang) -> String, lang: Lang) -> Line {
    let cell = |value: &Option<i64>| match value {
        Some(value) => Cell::Figure(write(*value, lang)),
        None => Cell::Unknown(general::UNKNOWN.get(lang).to_owned()),
    };
    Line {
        head: series.name.clone(),
        cells: series.values.iter().map(cell).collect(),
        total: false,
    }
}
