//! The tekening: a quiet landscape from home to school, with on it what children made. The same lines on the screen, on a
//! slide and on paper; where everything lies is worked out in `model::tekening::world`.

use std::sync::Arc;

use leptos::prelude::*;
use model::tekening::View;
use model::tekening::drawing::{self, Crayon, Drawing};
use model::tekening::world::{HEIGHT, Laid, Spot, WIDTH, lay, lines};

use crate::components::drawing::Marks;
use crate::i18n::{tr, use_lang};

/// The colours in which the years are pinned, one after the other.
const PINS: [Crayon; 6] =
    [Crayon::Roze, Crayon::Zee, Crayon::Oranje, Crayon::Paars, Crayon::Groen, Crayon::Blauw];

/// The colour of a layer.
pub fn pin(layer: usize) -> &'static str {
    PINS.get(layer % PINS.len()).copied().unwrap_or(Crayon::Zwart).colour()
}

/// The landscape with the layers up to `layer`. `quiet` dims the earlier ones; `on_pick` gets the id of what was tapped.
#[component]
pub fn World(
    view: Arc<View>,
    layer: usize,
    #[prop(optional)] quiet: bool,
    #[prop(into)] name: String,
    #[prop(optional)] on_pick: Option<Callback<String>>,
) -> impl IntoView {
    let laid = lay(&view, layer);
    let slips = laid.into_iter().map(|one| view! { <Slip view=view.clone() one on_pick /> });
    let class = if quiet { "world world--quiet" } else { "world" };
    let lang = use_lang();
    let signs = Spot::ALL.iter().map(|spot| {
        let area = spot.area();
        let (x, y) = (area.x + area.width / 2, area.y - 22);
        view! {
            <text class="world__sign" x=x.to_string() y=y.to_string() text-anchor="middle">
                {move || spot.label().get(lang.get())}
            </text>
        }
    });
    view! {
        <svg class=class viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=name>
            <Land />
            {signs.collect_view()}
            {slips.collect_view()}
        </svg>
    }
}

/// From home along the road to the school and its playground; the sun of the afternoon above it.
#[component]
fn Land() -> impl IntoView {
    view! {
        <rect class="world__sky" x="0" y="0" width="1680" height="1188" />
        <circle class="world__sun" cx="1450" cy="170" r="78" />
        <path class="world__far" d="M0 470C180 360 330 400 520 430S900 330 1120 400s380 10 560 -40V1188H0Z" />
        <path class="world__hill" d="M0 560C240 480 420 560 640 540s420-110 640-40 280 60 400 20V1188H0Z" />
        <path class="world__meadow" d="M0 700c260-60 480 20 760 0s560-90 920-20v508H0Z" />
        <path class="world__road" d="M214 1150c140 40 250-60 390-30s180 46 300 20 120-120 180-130" />
        <path class="world__dash" d="M214 1150c140 40 250-60 390-30s180 46 300 20 120-120 180-130" />
        <Trees />
        <g class="world__house">
            <path class="world__wall" d="M30 548h380v500a14 14 0 0 1-14 14H44a14 14 0 0 1-14-14Z" />
            <path class="world__roof" d="M8 556 200 386a30 30 0 0 1 40 0l192 170Z" />
            <path class="world__wall" d="M330 452v-70h44v108Z" />
            <path class="world__line" d="M352 360c-14-22 20-30 4-56s14-34 6-48" />
        </g>
        <rect class="world__patch" x="412" y="676" width="386" height="448" rx="60" />
        <g class="world__school">
            <path class="world__wall" d="M784 452h442v440a14 14 0 0 1-14 14H798a14 14 0 0 1-14-14Z" />
            <path class="world__roof" d="M762 458l70-96h346l70 96Z" />
            <path class="world__wall" d="M960 362v-66h90v66Z" />
            <path class="world__roof" d="M944 300l61-54 61 54Z" />
            <circle class="world__clock" cx="1005" cy="330" r="22" />
            <path class="world__line" d="M1005 316v14l10 7M1005 246v-66" />
            <path class="world__flag" d="M1005 182c22-14 34 12 62 0v38c-28 12-40-14-62 0Z" />
        </g>
        <ellipse class="world__patch" cx="1446" cy="866" rx="226" ry="290" />
        <Playground />
    }
}

#[component]
fn Trees() -> impl IntoView {
    let tree = |x: i32, y: i32, size: i32| {
        let place = format!("translate({x} {y}) scale({}.{:02})", size / 100, size % 100);
        view! {
            <g transform=place>
                <path class="world__trunk" d="M0 0v-92M0-40l22-22" />
                <path class="world__leaf" d="M0-210c-46 0-66 34-58 66-30 22-14 66 24 66h68c38 0 54-44 24-66 8-32-12-66-58-66Z" />
            </g>
        }
    };
    let at = [
        (470, 640, 90),
        (560, 600, 62),
        (700, 628, 78),
        (1252, 560, 70),
        (1640, 640, 88),
        (16, 500, 60),
    ];
    at.map(|(x, y, size)| tree(x, y, size)).collect_view()
}

#[component]
fn Playground() -> impl IntoView {
    view! {
        <g class="world__frame">
            <path d="M1322 560l46-150 46 150M1568 560l-46-150-46 150M1368 410h154M1420 410v92M1462 410v92" />
            <path class="world__seat" d="M1410 504h62" />
        </g>
    }
}

#[component]
fn Slip(view: Arc<View>, one: Laid, on_pick: Option<Callback<String>>) -> impl IntoView {
    let found = view.element(&one.id)?;
    let at = one.at;
    let place = view.place_of(&found.layer).unwrap_or_default();
    let (middle_x, middle_y) = (at.x + at.width / 2, at.y + at.height / 2);
    let turned = format!("rotate({} {middle_x} {middle_y})", one.tilt);
    let drawing = Drawing::unpack(&found.made.drawing).ok().filter(|drawing| !drawing.is_empty());
    let inside = match drawing {
        Some(drawing) => {
            let sheet = format!("0 0 {} {}", drawing::WIDTH, drawing::HEIGHT);
            let edge = (at.width / 20).max(1);
            view! {
                <svg
                    x=(at.x + edge).to_string()
                    y=(at.y + edge).to_string()
                    width=(at.width - 2 * edge).to_string()
                    height=(at.height - 2 * edge).to_string()
                    viewBox=sheet
                >
                    <Marks drawing />
                </svg>
            }
            .into_any()
        }
        None => words(&found.made.words, &one).into_any(),
    };
    let class = if one.is_new { "slip slip--new" } else { "slip" };
    let id = one.id.clone();
    let pick = move |_| {
        if let Some(on_pick) = on_pick {
            on_pick.run(id.clone());
        }
    };
    let corner = (at.width / 16).to_string();
    Some(view! {
        <g class=class transform=turned on:click=pick>
            <rect class="slip__shade" x=(at.x + 2).to_string() y=(at.y + 4).to_string() width=at.width.to_string() height=at.height.to_string() rx=corner.clone() />
            <rect class="slip__paper" x=at.x.to_string() y=at.y.to_string() width=at.width.to_string() height=at.height.to_string() rx=corner />
            {inside}
            <circle class="slip__pin" cx=middle_x.to_string() cy=(at.y + 2).to_string() r=(at.width / 22 + 2).to_string() fill=pin(place) />
        </g>
    })
}

/// The child's words on the slip, as large as four lines let them be.
fn words(said: &str, one: &Laid) -> impl IntoView {
    let at = one.at;
    let size = (at.height / 6).max(3);
    let letters = usize::try_from(at.width * 17 / (size * 10)).unwrap_or(8).max(4);
    let wrapped = lines(said, letters, 4);
    let count = i32::try_from(wrapped.len()).unwrap_or(1);
    let step = size * 5 / 4;
    let top = at.y + (at.height - step * (count - 1)) / 2 + size / 3;
    let line = move |(number, line): (i32, String)| {
        let (x, y) = (at.x + at.width / 2, top + number * step);
        view! {
            <text class="slip__words" x=x.to_string() y=y.to_string() font-size=size.to_string() text-anchor="middle">{line}</text>
        }
    };
    (0..).zip(wrapped).map(line).collect_view()
}

/// Which colour is which year.
#[component]
pub fn Years(view: Arc<View>, layer: usize) -> impl IntoView {
    let shown = view.layers.iter().enumerate().take(layer + 1).map(|(at, one)| {
        view! {
            <li class="years-key__one">
                <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="8" fill=pin(at) /></svg>
                <bdi>{one.year}" · "{one.title.clone()}</bdi>
            </li>
        }
    });
    view! { <ul class="years-key" aria-label=tr(crate::texts::leerlingenraad::picture::COLOURS)>{shown.collect_view()}</ul> }
}
