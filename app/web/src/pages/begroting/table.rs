//! The table of years: one body per kind of line, one button per amount. Only what changes is drawn anew.

use leptos::prelude::*;
use rules::budget::present::{moment, table_lines};
use rules::budget::{Cell, Kind, LineId, Marks, Moment};
use rules::text::Text;

use super::amount::{CellAmount, mark_words};
use super::work::Work;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::texts::begroting::{self as words, overview};

const BODIES: [(Text, &[Kind]); 5] = [
    (overview::INCOME, &[Kind::Income, Kind::IncomeTotal]),
    (overview::COSTS, &[Kind::Cost, Kind::CostTotal]),
    (overview::RESULT, &[Kind::Result]),
    (overview::CAPITAL, &[Kind::Reserve]),
    (overview::NOTES, &[Kind::Note]),
];

/// All lines per calendar year or per school year.
#[component]
pub fn YearsTable(work: Work, school: bool) -> impl IntoView {
    let lang = use_lang();
    let caption = unique("tabel");
    let named = caption.clone();
    let years = Memo::new(move |_| work.now.with(|now| now.years.clone()));
    let lines = Memo::new(move |_| work.now.with(|now| table_lines(now, school)));
    let head = move |year: i32| {
        if school { moment(Moment::School, year, lang.get()) } else { year.to_string() }
    };
    let bodies = BODIES.map(|(title, kinds)| {
        let of_kind = move || {
            lines.with(|all| {
                all.iter().copied().filter(|line| kinds.contains(&line.kind())).collect::<Vec<_>>()
            })
        };
        view! { <Body work title lines=Memo::new(move |_| of_kind()) years school /> }
    });
    view! {
        <div class="scroll" role="region" tabindex="0" aria-labelledby=named>
            <table class="years">
                <caption class="years__caption" id=caption>{tr(overview::TABLE)}<span class="years__hint">{tr(words::IN_EUROS)}" "<span class="screen-only">{tr(words::TAP)}</span></span></caption>
                <thead>
                    <tr>
                        <th scope="col" class="years__line">{tr(words::LINE)}</th>
                        <For each=move || years.get() key=|year| *year let:year>
                            <th scope="col">{move || head(year)}</th>
                        </For>
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Body(
    work: Work,
    title: Text,
    lines: Memo<Vec<LineId>>,
    years: Memo<Vec<i32>>,
    school: bool,
) -> impl IntoView {
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <tbody>
                <tr class="years__group"><th scope="rowgroup" colspan=move || years.with(|y| y.len() + 1)>{tr(title)}</th></tr>
                <For each=move || lines.get() key=|line| *line let:line>
                    <Line work line years school />
                </For>
            </tbody>
        </Show>
    }
}

#[component]
fn Line(work: Work, line: LineId, years: Memo<Vec<i32>>, school: bool) -> impl IntoView {
    let lang = use_lang();
    let cell = move |year| if school { Cell::School(line, year) } else { Cell::Year(line, year) };
    let shared = Memo::new(move |_| {
        work.now.with(|now| {
            years.with(|years| {
                common(years.iter().map(|year| now.figure(cell(*year)).map(|f| f.marks)))
            })
        })
    });
    let marks = Memo::new(move |_| mark_words(shared.get(), Marks::NONE, lang.get()));
    let total = matches!(line.kind(), Kind::IncomeTotal | Kind::CostTotal | Kind::Result);
    view! {
        <tr class="years__row" class:years__row--total=total>
            <th scope="row" class="years__line">
                {tr(line.title())}
                <Show when=move || marks.with(|marks| !marks.is_empty())><span class="marks">{marks}</span></Show>
            </th>
            <For each=move || years.get() key=|year| *year let:year>
                <td><CellAmount work cell=cell(year) shared /></td>
            </For>
        </tr>
    }
}

/// The marks that all figures of a row carry.
fn common(all: impl Iterator<Item = Option<Marks>>) -> Marks {
    let there: Vec<Marks> = all.flatten().collect();
    let every = |mark: &Marks| !there.is_empty() && there.iter().all(|marks| marks.has(*mark));
    Marks::ALL.into_iter().filter(every).fold(Marks::NONE, Marks::and)
}

/// A few lines by themselves, per calendar year; a sentence while there is nothing in them.
#[component]
pub fn Lines(work: Work, caption: Text, lines: Vec<LineId>, none: Text) -> impl IntoView {
    let id = unique("tabel");
    let years = Memo::new(move |_| work.now.with(|now| now.years.clone()));
    let lines = StoredValue::new(lines);
    let shown = Memo::new(move |_| {
        let there = |line: &LineId| {
            work.now.with(|now| {
                now.years.iter().any(|year| now.figure(Cell::Year(*line, *year)).is_some())
            })
        };
        lines.with_value(|lines| lines.iter().copied().filter(there).collect::<Vec<_>>())
    });
    let table = move || {
        let (id, named) = (id.clone(), id.clone());
        view! {
            <div class="scroll" role="region" tabindex="0" aria-labelledby=named>
                <table class="years">
                    <caption class="visually-hidden" id=id>{tr(caption)}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="years__line">{tr(words::LINE)}</th>
                            <For each=move || years.get() key=|year| *year let:year><th scope="col">{year}</th></For>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || shown.get() key=|line| *line let:line><Line work line years school=false /></For>
                    </tbody>
                </table>
            </div>
        }
    };
    let any = Memo::new(move |_| shown.with(|lines| !lines.is_empty()));
    move || {
        if any.get() {
            table().into_any()
        } else {
            view! { <p class="quiet">{tr(none)}</p> }.into_any()
        }
    }
}
