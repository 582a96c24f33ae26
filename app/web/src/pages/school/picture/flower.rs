//! The drawing itself, our own, on a sheet of 960 by 904: the child in the middle, five aspects as petals, the parts of the
//! fourth as leaves on its stem, and the levels as a sky over it. It knows shapes, and of the school only what a row comes
//! down to.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::school::{Line, Row, Shown, Status};

use super::says;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::school::room::Room;
use crate::pages::school::row::shape;
use crate::platform::page;
use crate::texts::school::picture as own;

/// A petal that points up from the heart of the flower.
const PETAL: &str = "M-30-84C-150-142-156-276 0-276C156-276 150-142 30-84C12-78-12-78-30-84Z";
/// A leaf that grows up from the ground to the right.
const LEAF: &str =
    "M-98 46C-112-8-72-48-6-48C44-48 84-46 107-56C110 2 82 46 6 46C-34 46-72 44-98 46Z";

/// Where a petal stands: how far it is turned, where its words are, and its lines.
struct Petal {
    row: Row,
    turned: i32,
    at: (f64, f64),
    lines: [rules::text::Text; 2],
}

const PETALS: [Petal; 5] = [
    Petal { row: Row::Basiskwaliteit, turned: -36, at: (-110.0, -154.0), lines: own::PETAL_1 },
    Petal { row: Row::Aanpassingen, turned: 36, at: (110.0, -154.0), lines: own::PETAL_2 },
    Petal { row: Row::Planmatig, turned: 108, at: (182.0, 58.0), lines: own::PETAL_3 },
    Petal { row: Row::Preventief, turned: 180, at: (0.0, 184.0), lines: own::PETAL_4 },
    Petal { row: Row::Afgestemd, turned: 252, at: (-182.0, 58.0), lines: own::PETAL_5 },
];

/// A leaf: its row, where it stands, which way it leans (1 or -1), and its word.
const LEAVES: [(Row, i32, i32, rules::text::Text); 4] = [
    (Row::Dyslexie, 130, -1, own::LEAF_1),
    (Row::Dyscalculie, 362, -1, own::LEAF_2),
    (Row::Toegankelijk, 598, 1, own::LEAF_3),
    (Row::Specialisten, 830, 1, own::LEAF_4),
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

/// How far a part is grown: how far from the heart a petal is filled, and how high from the ground a leaf.
const fn grown(shown: Option<Shown>) -> (i32, i32) {
    match shown {
        Some(Shown::Together(Status::OpOrde) | Shown::Same(Status::OpOrde)) => (280, 110),
        Some(Shown::Together(Status::InOntwikkeling) | Shown::Same(Status::InOntwikkeling)) => {
            (206, 56)
        }
        Some(Shown::Together(Status::NogNiet) | Shown::Same(Status::NogNiet)) => (134, 20),
        _ => (0, 0),
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
        .map(|(row, x, leans, name)| view! { <Leaf room row=*row x=*x leans=*leans name=*name /> })
        .collect_view();
    view! {
        <svg class="bloem" viewBox="0 0 960 904" role="group" aria-label=tr(own::DRAWING)>
            <g transform="translate(480 456)">{bands}</g>
            <path class="bloem__ground" d="M16 884C150 872 330 888 480 880C640 872 790 888 944 878" />
            <path class="bloem__stem" d="M480 724C472 776 488 826 480 880M480 880C400 868 330 876 262 878M480 880C560 868 630 876 698 878M262 878C200 882 100 876 32 880M698 878C760 882 860 876 928 880" />
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
        // Inside a `g`, so that it is made as a link of a drawing and not of a page.
        <g>
            <a class=move || class(name, shown.get()) href=href aria-label=label on:click=go>
                {children()}
            </a>
        </g>
    }
}

fn shown(room: Room, row: Row) -> Memo<Option<Shown>> {
    room.memo(move |view| view.line(row).map(Line::shown))
}

#[component]
fn OnePetal(room: Room, petal: &'static Petal) -> impl IntoView {
    let shown = shown(room, petal.row);
    let within = format!("blad-{}", petal.row.slug());
    let inside = format!("url(#{within})");
    let (x, y) = petal.at;
    let [first, second] = petal.lines;
    let two = !second.nl.is_empty();
    let top = if two { -22 } else { -10 };
    view! {
        <Part room row=petal.row name="bloem__part">
            <g transform=format!("rotate({})", petal.turned)>
                <clipPath id=within.clone()><path d=PETAL /></clipPath>
                <path class="bloem__ground-of" d=PETAL />
                <circle class="bloem__fill" r=move || grown(shown.get()).0 clip-path=inside.clone() />
                <path class="bloem__outline" d=PETAL />
            </g>
            <g transform=format!("translate({x} {y})")>
                <text class="bloem__name" y=top>{tr(first)}</text>
                <text class="bloem__name" y=top + 26>{tr(second)}</text>
                <Stands room row=petal.row y=if two { 34 } else { 22 } word_below=true />
            </g>
        </Part>
    }
}

#[component]
fn Leaf(room: Room, row: Row, x: i32, leans: i32, name: rules::text::Text) -> impl IntoView {
    let shown = shown(room, row);
    let within = format!("blad-{}", row.slug());
    let inside = format!("url(#{within})");
    let high = move || grown(shown.get()).1;
    view! {
        <g transform=format!("translate({x} 832)")>
            <Part room row name="bloem__part">
                <g transform=format!("scale({leans} 1)")>
                    <clipPath id=within.clone()><path d=LEAF /></clipPath>
                    <path class="bloem__ground-of" d=LEAF />
                    <rect class="bloem__fill" x="-120" width="240" y=move || 48 - high() height=high clip-path=inside.clone() />
                    <path class="bloem__outline" d=LEAF />
                </g>
                <text class="bloem__name bloem__name--leaf" y="-8">{tr(name)}</text>
                <Stands room row y=21 word_below=false />
            </Part>
        </g>
    }
}

/// The shape and the word of how it stands, side by side in the middle. Where they differ, the shape of each colleague, and
/// the word below it where there is room; the outline says it as well.
#[component]
fn Stands(room: Room, row: Row, y: i32, word_below: bool) -> impl IntoView {
    let lang = use_lang();
    let line = room.memo(move |view| view.line(row).cloned());
    move || {
        let line = line.get()?;
        let shown = line.shown();
        let (all, word) = match shown {
            Shown::Together(status) | Shown::Same(status) => {
                (vec![Some(status)], own::short(status))
            }
            Shown::Nothing => (vec![None], own::NOTHING_SHORT),
            Shown::Differ => {
                let each = line.answers.iter().take(MARKS).map(|one| Some(one.status));
                (each.collect(), own::DIFFER_SHORT)
            }
        };
        let word = word.get(lang.get());
        let below = shown == Shown::Differ;
        let beside = if below { 0 } else { letters(word) + GAP };
        let left = -(count(all.len()) * MARK + beside) / 2;
        let drawn = (0..).zip(all).map(move |(at, status)| {
            let class = format!("stand stand--{}", status.map_or("niets", Status::slug));
            let place = format!("translate({} {}) scale(0.900)", left + at * MARK, y - 17);
            view! {
                <g class=class transform=place>
                    <circle class="stand__ring" cx="12" cy="12" r="9" />
                    <path class="stand__fill" d=shape(status) />
                </g>
            }
        });
        let drawn = drawn.collect::<Vec<_>>();
        let says = (!below).then(|| {
            view! { <text class="bloem__word" x=left + MARK + GAP y=y>{word}</text> }
        });
        let under = (below && word_below).then(|| {
            view! { <text class="bloem__word bloem__word--under" y=y + 24>{word}</text> }
        });
        Some(view! { {drawn} {says} {under} })
    }
}

/// How many shapes of colleagues fit.
const MARKS: usize = 5;
/// The width of a shape, and the room between it and its word.
const MARK: i32 = 24;
const GAP: i32 = 3;

/// About how wide a word is.
fn letters(word: &str) -> i32 {
    count(word.chars().count()) * 9
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or_default()
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
        <g>
            <a class="bloem__sky" href=format!("#{}", band.id) aria-label=tr_signal(band.words) on:click=go>
                <path class=band.class d=band.arc />
                <path id=on class="bloem__path" d=band.words_on />
                <text class="bloem__level"><textPath href=along startOffset="50%">{tr(band.words)}</textPath></text>
            </a>
        </g>
    }
}

/// The child, in the middle of everything.
#[component]
fn Child() -> impl IntoView {
    view! {
        <g class="bloem__child">
            <circle class="bloem__heart" r="86" />
            <path d="M-42 42C-40 16-24 6 0 6C24 6 40 16 42 42M-26-34C-26-12-15 2 0 2C15 2 26-12 26-34" />
            <path d="M-26-34C-32-66 32-66 26-34C16-36 6-42 0-50C-6-42-16-36-26-34Z" class="bloem__hair" />
            <path d="M-9-24v.1M9-24v.1" class="bloem__eyes" />
            <path d="M-9-13C-5-7 5-7 9-13" />
            <path d="M-41 36C-58 26-62 8-54-8M41 36C58 26 62 8 54-8" />
            <text class="bloem__name" y="66">{tr(own::CHILD)}</text>
        </g>
    }
}
