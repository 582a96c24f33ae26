//! A drawing of strokes and stickers, as pieces of SVG: on the sheet, on a slip in the world, on paper. What it shows is
//! said beside it; the picture itself is hidden from who cannot see it.

use leptos::prelude::*;
use model::tekening::drawing::{Drawing, HEIGHT, Mark, Stroke, WIDTH};
use model::tekening::poster::STICKER;
use rules::text::Lang;

use crate::components::picto;

/// What is on it in words: "Samen, Huis; lijnen in blauw en groen".
pub fn contents(drawing: &Drawing, lang: Lang) -> String {
    drawing.in_words(lang)
}

/// One line.
#[component]
pub fn Line(stroke: Stroke) -> impl IntoView {
    let colour = stroke.crayon.colour();
    let pieces = stroke.pieces().into_iter().map(|piece| {
        view! { <path class="stroke" d=piece.path stroke=colour stroke-width=piece.width.to_string() /> }
    });
    pieces.collect_view()
}

/// Everything of a drawing, for inside an `svg` of the sheet's size.
#[component]
pub fn Marks(drawing: Drawing) -> impl IntoView {
    let marks = drawing.marks.into_iter().map(|mark| match mark {
        Mark::Stroke(stroke) => view! { <Line stroke /> }.into_any(),
        Mark::Sticker { sticker, x, y } => {
            let drawn = picto::sticker(sticker);
            let (left, top, side) = (x - STICKER / 2, y - STICKER / 2, STICKER.to_string());
            view! {
                <svg x=left.to_string() y=top.to_string() width=side.clone() height=side viewBox="0 0 64 64" class="picto picto--put">
                    <path class="picto__soft" d=drawn.soft />
                    <path class="picto__ink" d=drawn.ink />
                </svg>
            }
            .into_any()
        }
    });
    marks.collect_view()
}

/// A packed drawing as a picture with its contents as its name; nothing when it cannot be read.
#[component]
pub fn Picture(packed: Vec<u8>, #[prop(into)] name: String) -> impl IntoView {
    let drawing = Drawing::unpack(&packed).ok()?;
    let sheet = format!("0 0 {WIDTH} {HEIGHT}");
    Some(view! {
        <svg class="sheet-small" viewBox=sheet role="img" aria-label=name>
            <Marks drawing />
        </svg>
    })
}
