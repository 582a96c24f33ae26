//! The data: what is missing first, by the place to find it, then the rest with its origin; and the tariffs.

use leptos::prelude::*;
use model::budget::{Command, Field};
use rules::budget::present::{
    Grid, Limits, Need, grid, missing_inputs, moment, part_name, unit_word,
};
use rules::budget::{Input, InputKey, Item, Moment, Origin};
use rules::text::{Lang, Text};

use super::cell::FigureCell;
use super::frame::BudgetPage;
use super::tariffs::Tariffs;
use super::versions::Mark;
use super::work::Work;
use crate::components::alert::{Alert, Tone};
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::texts::begroting::{self as words, data};

pub fn page(work: Work) -> AnyView {
    view! {
        <BudgetPage work title=words::DATA>
            <p class="nl-paragraph nl-paragraph--lead">{tr(data::LEAD)}</p>
            <Show when=move || work.is_locked()>
                <Alert tone=Tone::Waiting title=tr_signal(data::LOCKED)>""</Alert>
            </Show>
            <h2 class="nl-heading nl-heading--level-2">{tr(data::INPUTS)}</h2>
            <Inputs work grid_of=grid />
            <p class="quiet">{tr(data::AREAS_ELSEWHERE)}</p>
            <Tariffs work />
        </BudgetPage>
    }
    .into_any()
}

type GridOf = fn(
    &rules::budget::Baseline,
    &rules::budget::Simulation,
    &std::collections::BTreeSet<InputKey>,
) -> Grid;

/// What a group is, without what is filled in: the page is drawn anew only when this changes.
#[derive(Clone, PartialEq)]
struct Shape {
    place: Text,
    moment: Moment,
    years: Vec<i32>,
    rows: Vec<(Item, Option<String>, Vec<bool>)>,
}

/// The grid of inputs. Its order is that of the moment the page opened, so that nothing jumps while one fills it in.
#[component]
pub fn Inputs(work: Work, grid_of: GridOf) -> impl IntoView {
    let first = StoredValue::new(work.base.with_untracked(|base| missing_inputs(base)));
    let found = Memo::new(move |_| {
        work.baseline
            .with(|base| work.base.with(|now| first.with_value(|first| grid_of(base, now, first))))
    });
    let shapes = Memo::new(move |_| found.with(|grid| grid.iter().map(shape).collect::<Vec<_>>()));
    let counts = Memo::new(move |_| {
        found.with(|grid| grid.iter().map(|group| group.to_do).collect::<Vec<_>>())
    });
    let draw = move |(at, shape): (usize, Shape)| {
        let to_do = Signal::derive(move || counts.with(|all| all.get(at).copied().unwrap_or(0)));
        view! { <Group work shape to_do /> }
    };
    move || shapes.get().into_iter().enumerate().map(draw).collect_view()
}

fn shape(group: &rules::budget::present::GridGroup) -> Shape {
    let row = |row: &rules::budget::present::GridRow| {
        (row.item, row.part.clone(), row.cells.iter().map(Option::is_some).collect())
    };
    Shape {
        place: group.place,
        moment: group.moment,
        years: group.years.clone(),
        rows: group.rows.iter().map(row).collect(),
    }
}

#[component]
fn Group(work: Work, shape: Shape, to_do: Signal<usize>) -> impl IntoView {
    let lang = use_lang();
    let id = unique("plek");
    let (named, again) = (id.clone(), id.clone());
    let Shape { place, moment: at, years, rows } = shape;
    let heads = years
        .clone()
        .into_iter()
        .map(|year| view! { <th scope="col"><When at year /></th> })
        .collect_view();
    let drawn = rows.into_iter().map(|(item, part, there)| {
        let keys: Vec<Option<InputKey>> = years
            .iter()
            .zip(there)
            .map(|(year, there)| there.then(|| InputKey { item, part: part.clone(), year: *year }))
            .collect();
        view! { <InputRow work item part keys /> }
    });
    let status = move || match to_do.get() {
        0 => data::DONE.get(lang.get()).to_owned(),
        many => format!("{many} {}", data::TO_DO.get(lang.get())),
    };
    view! {
        <section class="inputs" class:inputs--to-do=move || { to_do.get() > 0 }>
            <h3 class="nl-heading nl-heading--level-3 inputs__place" id=id>{tr(place)}</h3>
            <p class="inputs__status">{status}</p>
            <div class="scroll" role="region" tabindex="0" aria-labelledby=named>
                <table class="grid" aria-labelledby=again>
                    <thead><tr><th scope="col">{tr(words::overview::WHAT)}</th>{heads}</tr></thead>
                    <tbody>{drawn.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// "1 februari 2026", and for which budget that counts.
#[component]
fn When(at: Moment, year: i32) -> impl IntoView {
    let lang = use_lang();
    let counted = matches!(at, Moment::February | Moment::October);
    view! {
        {move || moment(at, year, lang.get())}
        {counted.then(|| view! { <span class="marks">{tr(data::COUNTS_FOR)}" "{year + 1}</span> })}
    }
}

#[component]
fn InputRow(
    work: Work,
    item: Item,
    part: Option<String>,
    keys: Vec<Option<InputKey>>,
) -> impl IntoView {
    let lang = use_lang();
    let name = work
        .baseline
        .with_untracked(|base| part.as_ref().map(|part| part_name(base, part).to_owned()));
    let full = {
        let name = name.clone();
        Signal::derive(move || title(item, name.as_deref(), lang.get()))
    };
    let cells = keys.into_iter().map(move |key| match key {
        Some(key) => view! { <td><InputCell work key full /></td> }.into_any(),
        None => view! { <td></td> }.into_any(),
    });
    view! {
        <tr>
            <th scope="row">{full}<span class="marks">{tr(unit_word(item.unit()))}</span></th>
            {cells.collect_view()}
        </tr>
    }
}

fn title(item: Item, part: Option<&str>, lang: Lang) -> String {
    let title = item.title().get(lang);
    part.map_or_else(|| title.to_owned(), |part| format!("{part}: {title}"))
}

/// One input, with its origin or what there is still to do.
#[component]
fn InputCell(work: Work, key: InputKey, full: Signal<String>) -> impl IntoView {
    let lang = use_lang();
    let (item, year) = (key.item, key.year);
    let key = StoredValue::new(key);
    let input = Memo::new(move |_| key.with_value(|key| work.input(key)));
    let take = move |number: Option<i64>| {
        let key = key.get_value();
        work.act(match number {
            Some(number) => Command::SetInputs { inputs: vec![(key, Input::entered(number))] },
            None => Command::ClearInput { key },
        });
    };
    let need = Memo::new(move |_| match input.with(Option::is_some) {
        true => Need::Known,
        false if item.info().optional => Need::MayBeEmpty,
        false => Need::ToDo,
    });
    view! {
        <FigureCell
            limits=Limits::of_item(item)
            value=Signal::derive(move || input.with(|input| input.as_ref().map(|input| input.value)))
            label=Signal::derive(move || format!("{} {}", full.get(), moment(item.info().moment, year, lang.get())))
            says=Signal::derive(move || input.with(|input| origin(need.get(), input.as_ref())))
            to_do=Signal::derive(move || need.get() == Need::ToDo)
            locked=Signal::derive(move || work.is_locked())
            on_take=Callback::new(take)
        />
        <Mark work field=key.with_value(Field::input) />
    }
}

fn origin(need: Need, input: Option<&Input>) -> Text {
    match (input.map(|input| &input.origin), need) {
        (Some(Origin::Published(_)), _) => data::PUBLISHED,
        (Some(Origin::Assumed(_)), _) => data::ASSUMED,
        (Some(Origin::Entered), _) => data::ENTERED,
        (None, Need::ToDo | Need::Known) => data::EMPTY,
        (None, Need::MayBeEmpty) => data::MAY_BE_EMPTY,
    }
}
