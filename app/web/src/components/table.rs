//! A table of figures: a caption, scopes, figures under each other; on a narrow screen it scrolls by itself.

use leptos::children::ViewFn;
use leptos::prelude::*;

use crate::components::unique::unique;

/// One cell: words, a figure, a figure that nobody knows yet, or something drawn such as a *Waarom?*.
#[derive(Clone)]
pub enum Cell {
    Words(String),
    Figure(String),
    /// A figure that is drawn, such as one that says why.
    Drawn(ViewFn),
    Unknown(String),
}

/// One row: its heading, its cells, and whether it is a total.
#[derive(Clone)]
pub struct Line {
    pub head: String,
    pub cells: Vec<Cell>,
    pub total: bool,
}

/// `columns` names every column, the row headings included; `figures` says that all but the first hold figures.
#[component]
pub fn DataTable(
    #[prop(into)] caption: Signal<String>,
    #[prop(into)] columns: Signal<Vec<String>>,
    #[prop(into)] lines: Signal<Vec<Line>>,
) -> impl IntoView {
    let id = unique("tabel");
    let named = id.clone();
    let head = move || {
        let names = columns.get().into_iter().enumerate();
        names
            .map(|(index, name)| {
                let class = if index > 0 { "table__number" } else { "" };
                view! { <th scope="col" class=class>{name}</th> }
            })
            .collect_view()
    };
    let body = move || lines.get().into_iter().map(|line| view! { <Row line /> }).collect_view();
    view! {
        <div class="table" role="region" tabindex="0" aria-labelledby=named>
            <table class="table__grid">
                <caption id=id class="table__caption">{caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(line: Line) -> impl IntoView {
    let class = if line.total { "table__total" } else { "" };
    let cells = line.cells.into_iter().map(|cell| match cell {
        Cell::Words(text) => view! { <td>{text}</td> }.into_any(),
        Cell::Figure(text) => view! { <td class="table__number"><bdi>{text}</bdi></td> }.into_any(),
        Cell::Drawn(figure) => view! { <td class="table__number">{figure.run()}</td> }.into_any(),
        Cell::Unknown(text) => {
            view! { <td class="table__number table__unknown">{text}</td> }.into_any()
        }
    });
    view! { <tr class=class><th scope="row">{line.head}</th>{cells.collect_view()}</tr> }
}
