//! The drawing itself, our own, on a sheet of 960 by 904: the child in the middle, five aspects as petals, the parts of the
//! fourth as leaves on its stem, and the levels as a sky over it. It knows shapes, and of the school only what a row comes
//! down to.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::school::{Line, Row, Shown, Status};

use super::{mark, says};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::school::room::Room;
use crate::pages::school::row::shape;
use crate::platform::page;
use crate::texts::school::picture as own;

/// A petal that points up from the heart of the flower.
const PETAL: &str = "M-34-96C-134-150-142-264 0-266C142-264 134-150 34-96C14-88-14-88-34-96Z";
/// A leaf that grows up from the ground.
const LEAF: &str =
    "M0 44C-30 36-104 26-104-14C-104-40-60-46 0-46C60-46 104-40 104-14C104 26 30 36 0 44Z";

/// Where a petal stands: how far it is turned, where its words are, and its lines.
struct Petal {
    row: Row,
    turned: i32,
    at: (f64, f64),
    lines: [rules::text::Text; 2],
}

const PETALS: [Petal; 5] = [
    Petal { row: Row::Basiskwaliteit, turned: -36, at: (-109.0, -152.0), lines: own::PETAL_1 },
    Petal { row: Row::Aanpassingen, turned: 36, at: (109.0, -152.0), lines: own::PETAL_2 },
    Petal { row: Row::Planmatig, turned: 108, at: (180.0, 58.0), lines: own::PETAL_3 },
    Petal { row: Row::Preventief, turned: 180, at: (0.0, 184.0), lines: own::PETAL_4 },
    Petal { row: Row::Afgestemd, turned: 252, at: (-180.0, 58.0), lines: own::PETAL_5 },
];

const LEAVES: [(Row, i32, rules::text::Text); 4] = [
    (Row::Dyslexie, 124, own::LEAF_1),
    (Row::Dyscalculie, 358, own::LEAF_2),
    (Row::Toegankelijk, 602, own::LEAF_3),
    (Row::Specialisten, 836, own::LEAF_4),
];

/// A level: its arc, the arc of its words, and which note it leads to.
struct Band {
    id: &'static str,
    class: &'static str,
    arc: &'static str,
    words_on: &'static str,
    words: rules::text::Text,
}

const BANDS: [Band; 3] = [
    Band {
        id: "niveau-0",
        class: "bloem__band bloem__band--0",
        arc: "M-280 130.600A309 309 0 1 1 280 130.600",
        words_on: "M-280 113.100A302 302 0 1 1 280 113.100",
        words: own::BAND_0,
    },
    Band {
        id: "niveau-2",
        class: "bloem__band bloem__band--2",
        arc: "M-332.600 155.100A367 367 0 1 1 332.600 155.100",
        words_on: "M-333.800 134.900A360 360 0 1 1 333.800 134.900",
        words: own::BAND_2,
    },
    Band {
        id: "niveau-4",
        class: "bloem__band bloem__band--4",
        arc: "M-385.200 179.600A425 425 0 1 1 385.200 179.600",
        words_on: "M-387.600 156.600A418 418 0 1 1 387.600 156.600",
        words: own::BAND_4,
    },
];

/// How far a petal or leaf is grown.
const fn grown(shown: Option<Shown>) -> &'static str {
    match shown {
        Some(Shown::Together(Status::OpOrde) | Shown::Same(Status::OpOrde)) => "1",
        Some(Shown::Together(Status::InOntwikkeling) | Shown::Same(Status::InOntwikkeling)) => {
            "0.780"
        }
        Some(Shown::Together(Status::NogNiet) | Shown::Same(Status::NogNiet)) => "0.540",
        _ => "0",
    }
}

/// The class of a part, by what its row comes down to.
fn class(name: &str, shown: Option<Shown>) -> String {
    let how = match shown {
        Some(Shown::Together(status)) => status.slug(),
        Some(Shown::Same(Status::OpOrde)) => "op-orde bloem--los",
        Some(Shown::Same(status)) => return format!("{name} bloem--{} bloem--los", status.slug()),
        Some(Shown::Differ) => "verschil",
        Some(Shown::Nothing) | None => "niets",
    };
    format!("{name} bloem--{how}")
}

#[component]
pub fn Flower(room: Room) -> impl IntoView {
    let bands = BANDS.iter().map(|band| view! { <Sky band /> }).collect_view();
    let petals = PETALS.iter().map(|petal| view! { <OnePetal room petal /> }).collect_view();
    let leaves = LEAVES
        .iter()
        .map(|(row, x, name)| view! { <Leaf room row=*row x=*x name=*name /> })
        .collect_view();
    view! {
        <svg class="bloem" viewBox="0 0 960 904" role="group" aria-label=tr(own::DRAWING)>
            <g transform="translate(480 456)">{bands}</g>
            <path class="bloem__ground" d="M20 878C180 866 330 884 480 876C640 868 780 884 940 874" />
            <path class="bloem__stem" d="M480 716C474 770 488 820 480 876M480 800C420 806 372 826 358 872M480 800C540 806 588 826 602 872M478 828C380 828 160 820 124 872M482 828C580 828 800 820 836 872" />
            {leaves}
            <g transform="translate(480 456)">
                {petals}
                <Child />
            </g>
        </svg>
    }
}

/// A part that leads to its row: a link for the finger and the keyboard, with the whole sentence as its name.
#[component]
fn Part(room: Room, row: Row, name: &'static str, children: ChildrenFn) -> impl IntoView {
    let lang = use_lang();
    let shown = shown(room, row);
    let href = format!("/school/lijst/{}", row.slug());
    let navigate = use_navigate();
    let go = {
        let href = href.clone();
        // The router does not know links inside a drawing, and loading anew would lock.
        move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            navigate(&href, Default::default());
        }
    };
    let label = move || {
        let lang = lang.get();
        format!("{}: {}", row.label().get(lang), says(shown.get(), lang))
    };
    view! {
        <a class=move || class(name, shown.get()) href=href aria-label=label on:click=go>
            {children()}
        </a>
    }
}

fn shown(room: Room, row: Row) -> Memo<Option<Shown>> {
    room.memo(move |view| view.line(row).map(Line::shown))
}

#[component]
fn OnePetal(room: Room, petal: &'static Petal) -> impl IntoView {
    let shown = shown(room, petal.row);
    let turn = format!("rotate({})", petal.turned);
    let fill = move || format!("rotate({}) scale({})", petal.turned, grown(shown.get()));
    let (x, y) = petal.at;
    let [first, second] = petal.lines;
    let two = !second.nl.is_empty();
    let top = if two { -22 } else { -10 };
    view! {
        <Part room row=petal.row name="bloem__part">
            <path class="bloem__outline" d=PETAL transform=turn.clone() />
            <path class="bloem__fill" d=PETAL transform=fill />
            <g transform=format!("translate({x} {y})")>
                <text class="bloem__name" y=top>{tr(first)}</text>
                <text class="bloem__name" y=top + 27>{tr(second)}</text>
                <Stands room row=petal.row y=if two { 36 } else { 22 } />
            </g>
        </Part>
    }
}

#[component]
fn Leaf(room: Room, row: Row, x: i32, name: rules::text::Text) -> impl IntoView {
    let shown = shown(room, row);
    let fill = move || format!("translate(0 44) scale({}) translate(0 -44)", grown(shown.get()));
    view! {
        <g transform=format!("translate({x} 830)")>
            <Part room row name="bloem__part">
                <path class="bloem__outline" d=LEAF />
                <path class="bloem__fill" d=LEAF transform=fill />
                <text class="bloem__name bloem__name--leaf" y="-14">{tr(name)}</text>
                <Stands room row y=16 />
            </Part>
        </g>
    }
}

/// The shape and the word of how it stands; where they differ, the shape of each colleague.
#[component]
fn Stands(room: Room, row: Row, y: i32) -> impl IntoView {
    let lang = use_lang();
    let line = room.memo(move |view| view.line(row).cloned());
    let marks = move || {
        line.with(|line| {
            let line = line.as_ref()?;
            let shown = line.shown();
            let all: Vec<Option<Status>> = match shown {
                Shown::Differ => line.answers.iter().take(6).map(|one| Some(one.status)).collect(),
                other => vec![mark(Some(other))],
            };
            let word = match shown {
                Shown::Together(status) | Shown::Same(status) => own::short(status),
                Shown::Differ => own::DIFFER_SHORT,
                Shown::Nothing => own::NOTHING_SHORT,
            };
            Some((all, word.get(lang.get())))
        })
    };
    move || {
        let (all, word) = marks()?;
        // About half of the size of a letter each, to set shape and word in the middle together.
        let letters = i32::try_from(word.chars().count()).unwrap_or_default();
        let width = i32::try_from(all.len()).unwrap_or_default() * 24;
        let left = -(width + letters * 9) / 2;
        let drawn = (0..).step_by(24).zip(all).map(move |(at, status)| {
            view! {
                <g class=format!("stand stand--{}", status.map_or("niets", Status::slug)) transform=format!("translate({} {}) scale(0.900)", left + at, y - 17)>
                    <circle class="stand__ring" cx="12" cy="12" r="9" />
                    <path class="stand__fill" d=shape(status) />
                </g>
            }
        });
        Some(view! {
            {drawn.collect_view()}
            <text class="bloem__word" x=left + width + 4 y=y>{word}</text>
        })
    }
}

/// A level over the flower. It leads to what the level means, further down the page.
#[component]
fn Sky(band: &'static Band) -> impl IntoView {
    let on = format!("boog-{}", band.id);
    let along = format!("#{on}");
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let _ = page::focus(&format!("#{}", band.id));
    };
    view! {
        <a class="bloem__sky" href=format!("#{}", band.id) aria-label=tr_signal(band.words) on:click=go>
            <path class=band.class d=band.arc />
            <path id=on class="bloem__path" d=band.words_on />
            <text class="bloem__level"><textPath href=along startOffset="50%">{tr(band.words)}</textPath></text>
        </a>
    }
}

/// The child, in the middle of everything.
#[component]
fn Child() -> impl IntoView {
    view! {
        <g class="bloem__child">
            <circle class="bloem__heart" r="94" />
            <path d="M-46 44C-44 16-24 6 0 6C24 6 44 16 46 44M-26-34C-26-12-15 2 0 2C15 2 26-12 26-34" />
            <path d="M-26-34C-32-66 32-66 26-34C16-36 6-42 0-50C-6-42-16-36-26-34Z" class="bloem__hair" />
            <path d="M-9-24v.1M9-24v.1" class="bloem__eyes" />
            <path d="M-9-13C-5-7 5-7 9-13" />
            <path d="M-46 44C-62 34-66 18-60 4M46 44C62 34 66 18 60 4" />
            <text class="bloem__name" y="74">{tr(own::CHILD)}</text>
        </g>
    }
}
