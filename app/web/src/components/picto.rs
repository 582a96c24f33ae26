//! Pictograms for children: our own line drawings on a grid of 64, round and calm. Each stands beside its word, and shows
//! what the word means; none is there to decorate.

use leptos::prelude::*;
use model::inbreng::Way;
use model::leerlingenraad::questions::Card;
use model::tekening::drawing::Sticker;

/// A drawing: what is filled softly, and what is drawn in ink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picto {
    pub soft: &'static str,
    pub ink: &'static str,
}

const fn p(soft: &'static str, ink: &'static str) -> Picto {
    Picto { soft, ink }
}

const ROUND: &str = "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52Z";

/// The picture of a card.
pub const fn card(card: Card) -> Picto {
    match card {
        Card::Missen => p(
            "M14 18a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM4 54c0-12 4-18 10-18s10 6 10 18Z",
            "M14 18a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM4 54c0-12 4-18 10-18s10 6 10 18ZM51 20a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM43 54c0-11 3-17 8-17s8 6 8 17M28 44h.1M33 44h.1M38 44h.1",
        ),
        Card::Spelen => p(
            "M42 36a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z",
            "M18 14a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM8 54c0-14 4-21 10-21 5 0 8 4 9 11M42 36a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM33 42c5 3 13 3 18 0M38 55c-2-6-2-13 2-18",
        ),
        Card::Gewoon => p(
            "M28 54l4-14 4 14Z",
            "M8 40h48M32 40l-5 15h10ZM14 30a6 6 0 1 0 .1 0ZM50 30a6 6 0 1 0 .1 0",
        ),
        Card::Past => p(
            "M12 30 32 14l20 16v26H12Z",
            "M8 33 32 13l24 20M13 29v27h38V29M32 50c-9-6-10-14-4-14 2 0 4 2 4 4 0-2 2-4 4-4 6 0 5 8-4 14Z",
        ),
        Card::Hulp => p(
            "M22 8a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM9 56c0-18 4-28 13-28 6 0 10 4 12 12v16Z",
            "M22 8a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM9 56c0-18 4-28 13-28 7 0 11 5 13 14l6 4M47 30a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM38 57c0-8 4-12 9-12s9 4 9 12",
        ),
        Card::Rust => p(
            "M32 12 8 54h48Z",
            "M32 12 8 54h48ZM32 12l-3-5M32 12l3-5M32 34 22 54M32 34l10 20M48 14h.1M54 22h.1M10 16h.1",
        ),
        Card::Vrienden => p(
            "M32 8a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM13 34a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM51 34a7 7 0 1 0 0 14 7 7 0 0 0 0-14Z",
            "M32 8a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM13 34a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM51 34a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM25 23c-5 2-9 6-11 9M39 23c5 2 9 6 11 9M22 48c6 5 14 5 20 0",
        ),
        Card::Snappen => p(
            "M32 8c-11 0-17 8-17 16 0 9 8 12 9 20h16c1-8 9-11 9-20 0-8-6-16-17-16Z",
            "M32 8c-11 0-17 8-17 16 0 9 8 12 9 20h16c1-8 9-11 9-20 0-8-6-16-17-16ZM25 50h14M28 56h8M32 44V30M26 26l6 5 6-5",
        ),
        Card::Gezicht1 => {
            p(ROUND, "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM23 26v3M41 26v3M26 42c4 1 8 1 12 0")
        }
        Card::Gezicht2 => {
            p(ROUND, "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM23 26v3M41 26v3M24 40c5 4 11 4 16 0")
        }
        Card::Gezicht3 => {
            p(ROUND, "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM23 25v4M41 25v4M21 38c6 8 16 8 22 0")
        }
        Card::Gezicht4 => p(
            ROUND,
            "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM20 27c1-3 5-3 6 0M38 27c1-3 5-3 6 0M19 36h26c-2 10-8 13-13 13s-11-3-13-13Z",
        ),
        Card::Gezicht5 => p(
            ROUND,
            "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM18 26c2-5 7-5 9 0M37 26c2-5 7-5 9 0M16 34h32c-1 13-9 18-16 18s-15-5-16-18ZM22 44c6-4 14-4 20 0",
        ),
        Card::Ja => p(ROUND, "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM20 33l9 9 16-19"),
        Card::Misschien => {
            p(ROUND, "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM17 33c4-7 10-7 15-1s11 6 15-1")
        }
        Card::Nee => p(ROUND, "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM22 22l20 20M42 22 22 42"),
        Card::WeetNiet => p(
            ROUND,
            "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM24 25c0-11 16-11 16 0 0 7-8 7-8 14M32 47v.2",
        ),
    }
}

/// The picture of a way to answer.
pub const fn way(way: Way) -> Picto {
    match way {
        Way::Kiezen => p(
            "M24 12h18v26H24Z",
            "M10 20l14-6M10 20l6 26 10-2M24 12h18v26H24ZM42 16l12 5-8 25-12-4M33 20v10M28 25h10",
        ),
        Way::Tekenen => p(
            "M40 12l12 12-26 26-15 3 3-15Z",
            "M40 12l12 12-26 26-15 3 3-15ZM34 18l12 12M14 38l12 12M36 56c6-4 10 3 18-3",
        ),
        Way::Woorden => p("M14 8h36v48H14Z", "M14 8h36v48H14ZM22 20h20M22 29h20M22 38h12"),
        Way::Praten => {
            p("M8 12h48v30H32L20 54V42H8Z", "M8 12h48v30H32L20 54V42H8ZM20 27h.1M32 27h.1M44 27h.1")
        }
    }
}

/// The picture of a sticker.
pub const fn sticker(sticker: Sticker) -> Picto {
    match sticker {
        Sticker::Samen => p(
            "M20 14a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM44 14a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
            "M20 14a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM44 14a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM8 56c0-14 5-22 12-22s10 6 12 12c2-6 5-12 12-12s12 8 12 22",
        ),
        Sticker::Alleen => p(
            "M32 12a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
            "M32 12a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM20 56c0-15 5-24 12-24s12 9 12 24",
        ),
        Sticker::Hart => p(
            "M32 54C12 40 8 30 12 21c4-8 16-8 20 3 4-11 16-11 20-3 4 9 0 19-20 33Z",
            "M32 54C12 40 8 30 12 21c4-8 16-8 20 3 4-11 16-11 20-3 4 9 0 19-20 33Z",
        ),
        Sticker::Huis => p(
            "M12 30 32 12l20 18v26H12Z",
            "M8 33 32 12l24 21M13 29v27h38V29M27 56V42h10v14M44 23V13",
        ),
        Sticker::School => p(
            "M6 28h52v28H6Z",
            "M6 28h52v28H6ZM32 28V8l12 5-12 5M27 56V44h10v12M13 36h7v7h-7ZM44 36h7v7h-7Z",
        ),
        Sticker::Weg => p(
            "M22 56c2-16 4-30 8-44h4c4 14 6 28 8 44Z",
            "M14 56c4-16 9-30 14-46M50 56c-4-16-9-30-14-46M32 14v5M32 27v7M32 43v9",
        ),
        Sticker::Boom => p(
            "M32 6c-12 0-18 9-16 18-8 6-4 18 6 18h20c10 0 14-12 6-18 2-9-4-18-16-18Z",
            "M32 6c-12 0-18 9-16 18-8 6-4 18 6 18h20c10 0 14-12 6-18 2-9-4-18-16-18ZM32 58V28M32 40l8-7",
        ),
        Sticker::Zon => p(
            "M32 19a13 13 0 1 0 0 26 13 13 0 0 0 0-26Z",
            "M32 19a13 13 0 1 0 0 26 13 13 0 0 0 0-26ZM32 5v7M32 52v7M5 32h7M52 32h7M13 13l5 5M46 46l5 5M51 13l-5 5M18 46l-5 5",
        ),
        Sticker::Regen => p(
            "M18 36c-12 0-12-15-1-16 3-13 24-13 27 0 13-1 13 16 1 16Z",
            "M18 36c-12 0-12-15-1-16 3-13 24-13 27 0 13-1 13 16 1 16ZM20 44l-3 8M32 44l-3 12M44 44l-3 8",
        ),
        Sticker::Vraag => p(
            ROUND,
            "M32 6a26 26 0 1 0 0 52 26 26 0 0 0 0-52ZM24 25c0-11 16-11 16 0 0 7-8 7-8 14M32 47v.2",
        ),
    }
}

/// The picture. Hidden from a screen reader: the word beside it says it.
#[component]
pub fn Pictogram(picto: Picto) -> impl IntoView {
    view! {
        <svg class="picto" viewBox="0 0 64 64" width="64" height="64" aria-hidden="true" focusable="false">
            <path class="picto__soft" d=picto.soft />
            <path class="picto__ink" d=picto.ink />
        </svg>
    }
}
