//! The picture of basic support: a flower around the child that grows with the school's own answers. Beside it stands the
//! same as a list, which is enough for who does not see or touch the picture; on paper it is one sheet A3.

use leptos::prelude::*;
use leptos_router::components::A;
use model::school::{Line, Row, Shown, Status};
use rules::text::{Lang, Text};

use super::frame::{SchoolPage, YearChoice};
use super::list::margin;
use super::room::Room;
use super::row::Mark;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::{tr, use_lang};
use crate::texts::school::{self as words, list, picture as own};

pub mod flower;

use flower::Flower;

pub fn page(room: Room) -> AnyView {
    margin();
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::rules(&["NIV-01", "NIV-03", "NIV-04", "NIV-09"]));
    }
    view! {
        <SchoolPage room title=words::PICTURE>
            <p class="nl-paragraph nl-paragraph--lead screen-only">{tr(own::LEAD)}</p>
            <div class="screen-only"><YearChoice room /></div>
            <div class="plaat">
                <div class="plaat__picture" role="region" tabindex="0" aria-label=tr(own::REGION)>
                    <Flower room />
                </div>
                <div class="plaat__words">
                    <p class="plaat__title print-only">{move || room.name()}", "{move || room.year_name()}</p>
                    <Rows room />
                    <Levels />
                    <p class="plaat__source">{tr(own::SOURCE)}</p>
                </div>
            </div>
        </SchoolPage>
    }
    .into_any()
}

/// The same as the picture, in words.
#[component]
fn Rows(room: Room) -> impl IntoView {
    let rows = Row::ALL.iter().map(|row| view! { <OneRow room row=*row /> }).collect_view();
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(own::ROWS)}</h2>
        <ul class="plain plaat__rows">{rows}</ul>
    }
}

#[component]
fn OneRow(room: Room, row: Row) -> impl IntoView {
    let lang = use_lang();
    let line = room.memo(move |view| view.line(row).cloned());
    let shown = Memo::new(move |_| line.with(|line| line.as_ref().map(Line::shown)));
    let step = move || {
        line.with(|line| {
            let steps = line.as_ref()?.steps.iter();
            steps
                .into_iter()
                .find(|step| step.is_open())
                .map(|step| format!("{}: {}", own::STEP.get(lang.get()), step.what))
        })
    };
    let part = row.within().is_some();
    view! {
        <li class="plaat__row" class:plaat__row--part=part>
            {move || view! { <Mark status=mark(shown.get()) /> }}
            <span>
                <A href=format!("/school/lijst/{}", row.slug()) attr:class="plaat__name">{tr(row.label())}</A>
                <span class="plaat__says">{move || says(shown.get(), lang.get())}</span>
                {move || step().map(|step| view! { <span class="plaat__step">{step}</span> })}
            </span>
        </li>
    }
}

/// What the shape of a row is drawn after; nothing where they differ or nobody spoke.
pub fn mark(shown: Option<Shown>) -> Option<Status> {
    match shown? {
        Shown::Together(status) | Shown::Same(status) => Some(status),
        Shown::Differ | Shown::Nothing => None,
    }
}

/// "op orde", "op orde, nog niet besproken", "verschillend".
pub fn says(shown: Option<Shown>, lang: Lang) -> String {
    let small = |text: Text| text.get(lang).to_lowercase();
    match shown {
        Some(Shown::Together(status)) => small(status.label()),
        Some(Shown::Same(status)) => {
            format!("{}, {}", small(status.label()), own::NOT_TALKED.get(lang))
        }
        Some(Shown::Differ) => list::DIFFERS.get(lang).to_owned(),
        Some(Shown::Nothing) | None => own::NOTHING.get(lang).to_owned(),
    }
}

/// The levels around the basic support, as the plan numbers them (NIV-01 to NIV-04, NIV-09).
#[component]
fn Levels() -> impl IntoView {
    let one = |level: &'static own::Level| {
        view! {
            <li id=level.id tabindex="-1" class="plaat__level">
                <strong>{tr(level.name)}</strong>" "{tr(level.says)}
            </li>
        }
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(own::LEVELS)}</h2>
        <ul class="plain">{own::ALL_LEVELS.iter().map(one).collect_view()}</ul>
        <p class="nl-paragraph">{tr(own::FOUR)}</p>
        <p class="screen-only"><A href="/school/wegwijzer" attr:class="nl-link">{tr(own::TO_PATH)}</A></p>
    }
}
