//! The matrix as a picture: a row of dots for each need. A full dot holds the number of schools, an open warm one is a gap, a
//! dotted one is not known. The table below it says the same, and stands alone on a phone.

use leptos::prelude::*;
use model::dekking::{Cell, Cover as Covered};
use model::out::offer::cover as word;

use super::Cover;
use crate::i18n::{tr, use_lang};
use crate::texts::school::cover as own;

const LEFT: i32 = 340;
const TOP: i32 = 190;
const STEP: i32 = 66;
const ROW: i32 = 46;

#[component]
pub fn Grid(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let label = move || {
        let (now, lang) = (cover.now.get(), lang.get());
        let (covered, all) = now.covered();
        let says = own::PICTURE_SAYS.get(lang).replacen("{}", &covered.to_string(), 1);
        says.replacen("{}", &all.to_string(), 1).replacen("{}", &now.gaps().len().to_string(), 1)
    };
    let size = move || {
        let now = cover.now.get();
        let columns = i32::try_from(now.areas.len()).unwrap_or_default() + 1;
        let rows = i32::try_from(now.lines.len()).unwrap_or_default();
        format!("0 0 {} {}", LEFT + columns * STEP + 110, TOP + rows * ROW + 10)
    };
    let heads = move || {
        let (now, lang) = (cover.now.get(), lang.get());
        let areas = now.areas.iter().map(|area| cover.area(Some(area), lang));
        let all = areas.chain([own::WHOLE.get(lang).to_owned()]).collect::<Vec<_>>();
        (0..)
            .zip(all)
            .map(|(at, name)| {
                let turn = format!("translate({} {}) rotate(-42)", LEFT + at * STEP + 10, TOP - 26);
                view! { <text class="dekking__head" transform=turn>{name}</text> }
            })
            .collect_view()
    };
    let rows = move || {
        let (now, lang) = (cover.now.get(), lang.get());
        let row = |(at, line): (i32, &model::dekking::Line)| {
            let y = TOP + at * ROW;
            let cells = line.cells.iter().chain([&line.whole]).copied();
            let dots = (0..).zip(cells).map(move |(column, cell)| {
                view! { <Dot x=LEFT + column * STEP y cell gap=word(Covered::Gap, lang) /> }
            });
            view! {
                <text class="dekking__need" x=LEFT - 34 y=y + 6>{line.need.label().get(lang)}</text>
                {dots.collect::<Vec<_>>()}
            }
        };
        (0..).zip(now.lines.iter()).map(row).collect::<Vec<_>>()
    };
    view! {
        <figure class="chart dekking__figure">
            <figcaption class="chart__summary">{tr(own::PICTURE)}</figcaption>
            <div class="chart__scroll" role="region" tabindex="0" aria-label=tr(own::PICTURE)>
                <svg class="chart__drawing dekking" viewBox=size role="img" aria-label=label>
                    {heads}
                    {rows}
                </svg>
            </div>
            <p class="quiet">{tr(own::LEGEND)}</p>
        </figure>
    }
}

#[component]
fn Dot(x: i32, y: i32, cell: Cell, gap: &'static str) -> impl IntoView {
    let (class, says) = match cell.cover() {
        Covered::Covered => ("dekking__dot dekking__dot--is", cell.there.to_string()),
        Covered::Gap => ("dekking__dot dekking__dot--gap", gap.to_owned()),
        Covered::Unknown => ("dekking__dot dekking__dot--unknown", "?".to_owned()),
    };
    view! {
        <circle class=class cx=x cy=y r="19" />
        <text class="dekking__says" x=x y=y + 6>{says}</text>
    }
}
