//! The tekening: a quiet landscape from home to school, with on it what children made. The same lines on the screen, on a
//! slide and on paper; where everything lies is worked out in `model::tekening::world`.

use std::sync::Arc;

use leptos::prelude::*;
use model::tekening::View;
use model::tekening::drawing::{self, Drawing};
use model::tekening::land::{Form, Shape, land};
use model::tekening::world::{Area, FRAME, HEIGHT, Laid, Letters, Spot, WIDTH, lay, letters, pin};

use crate::components::drawing::Marks;
use crate::i18n::{tr, use_lang};

/// The landscape with the layers up to `layer`. `quiet` dims the earlier ones; `on_pick` gets the id of what was tapped.
#[component]
pub fn World(
    view: Arc<View>,
    layer: usize,
    #[prop(optional)] quiet: bool,
    #[prop(into)] name: String,
    #[prop(optional)] on_pick: Option<Callback<String>>,
    /// Which layer has a picture of its own, and the address at which the browser has it.
    #[prop(optional_no_strip)]
    framed: Option<(String, String)>,
) -> impl IntoView {
    let framed = framed.map(|(layer, address)| view! { <Framed address layer on_pick /> });
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
            {framed}
            {signs.collect_view()}
            {slips.collect_view()}
        </svg>
    }
}

#[component]
fn Land() -> impl IntoView {
    let one = |shape: Shape| {
        let paint = shape.paint;
        let inside = match shape.form {
            Form::Path(data) => view! { <path d=data /> }.into_any(),
            Form::Rect([x, y, width, height, round]) => view! {
                <rect x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() rx=round.to_string() />
            }
            .into_any(),
            Form::Ellipse([x, y, across, down]) => view! {
                <ellipse cx=x.to_string() cy=y.to_string() rx=across.to_string() ry=down.to_string() />
            }
            .into_any(),
        };
        view! {
            <g
                transform=shape.transform()
                fill=paint.fill
                stroke=paint.stroke
                stroke-width=paint.width
                stroke-dasharray=paint.dash
                opacity=paint.opacity
                stroke-linecap="round"
                stroke-linejoin="round"
            >
                {inside}
            </g>
        }
    };
    land().into_iter().map(one).collect_view()
}

/// The picture that was brought in, in its frame in the sky.
#[component]
fn Framed(address: String, layer: String, on_pick: Option<Callback<String>>) -> impl IntoView {
    let Area { x, y, width, height } = FRAME;
    let pick = move |_| {
        if let Some(on_pick) = on_pick {
            on_pick.run(layer.clone());
        }
    };
    view! {
        <g class="slip" on:click=pick>
            <rect class="slip__paper" x=(x - 10).to_string() y=(y - 10).to_string() width=(width + 20).to_string() height=(height + 20).to_string() />
            <image x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() href=address />
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

/// The child's words on the slip.
fn words(said: &str, one: &Laid) -> impl IntoView {
    let line = |line: Letters| {
        view! {
            <text class="slip__words" x=line.x.to_string() y=line.y.to_string() font-size=line.size.to_string() text-anchor="middle">{line.words}</text>
        }
    };
    letters(said, one.at).into_iter().map(line).collect_view()
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
