//! The tekening as a file of its own: an SVG that shows the same wherever it is opened. It is worked out from the document and
//! the words alone, so that two devices make the same file, byte for byte.

use std::fmt::Write;

use rules::text::Lang;

use super::drawing::{self, Drawing, Mark, Sticker};
use super::land::{Form, Shape, land};
use super::view::{Element, Layer, View};
use super::world::{Area, FRAME, HEIGHT, Laid, Spot, WIDTH, lay, letters, pin};

/// The side of a sticker, in units of the sheet.
pub const STICKER: i32 = 300;

/// The drawing of a sticker on a grid of 64: what is filled softly, and what is drawn in ink.
pub type Stickers = dyn Fn(Sticker) -> (&'static str, &'static str);

/// What the file gets from outside.
pub struct Given<'a> {
    pub title: &'a str,
    pub lang: Lang,
    pub sticker: &'a Stickers,
    /// The picture of a layer that was brought in, as an address of data.
    pub picture: &'a dyn Fn(&Layer) -> Option<String>,
}

/// The tekening with the layers up to `layer`, as wide and high as paper of the A series lies.
pub fn svg(view: &View, layer: usize, given: &Given<'_>) -> String {
    let mut to = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"420mm\" height=\"297mm\" font-family=\"sans-serif\">"
    );
    // Writing to a string does not fail, here and below.
    let _ = write!(to, "<title>{}</title>", escaped(given.title));
    land().iter().for_each(|one| shape(&mut to, one));
    pictures(&mut to, view, layer, given);
    for spot in Spot::ALL {
        let area = spot.area();
        let _ = write!(
            to,
            "<text x=\"{}\" y=\"{}\" font-size=\"25\" font-weight=\"bold\" fill=\"#3d3428\" text-anchor=\"middle\">{}</text>",
            area.x + area.width / 2,
            area.y - 22,
            escaped(spot.label().get(given.lang)),
        );
    }
    for one in lay(view, layer) {
        if let Some(element) = view.element(&one.id) {
            slip(&mut to, view, element, &one, given);
        }
    }
    key(&mut to, view, layer, given.title);
    to.push_str("</svg>");
    to
}

fn shape(to: &mut String, one: &Shape) {
    let paint = one.paint;
    let looks = format!(
        "fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\" stroke-dasharray=\"{}\" opacity=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"",
        paint.fill, paint.stroke, paint.width, paint.dash, paint.opacity
    );
    let place = one.transform().map(|place| format!(" transform=\"{place}\"")).unwrap_or_default();
    let _ = match one.form {
        Form::Path(data) => write!(to, "<path d=\"{data}\" {looks}{place}/>"),
        Form::Rect([x, y, width, height, round]) => write!(
            to,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\" {looks}{place}/>"
        ),
        Form::Ellipse([x, y, across, down]) => write!(
            to,
            "<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{across}\" ry=\"{down}\" {looks}{place}/>"
        ),
    };
}

/// The picture that was brought in, in its frame in the sky.
fn pictures(to: &mut String, view: &View, layer: usize, given: &Given<'_>) {
    let mut shown = view.layers.iter().take(layer + 1).rev().filter(|one| one.image.is_some());
    let Some(picture) = shown.next().and_then(|one| (given.picture)(one)) else { return };
    let Area { x, y, width, height } = FRAME;
    let _ = write!(
        to,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#fffdf8\" stroke=\"#d9cdb4\"/><image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" href=\"{}\"/>",
        x - 10,
        y - 10,
        width + 20,
        height + 20,
        escaped(&picture),
    );
}

fn slip(to: &mut String, view: &View, element: &Element, one: &Laid, given: &Given<'_>) {
    let Area { x, y, width, height } = one.at;
    let (middle_x, middle_y) = (x + width / 2, y + height / 2);
    let _ = write!(to, "<g transform=\"rotate({} {middle_x} {middle_y})\">", one.tilt);
    let corner = width / 16;
    let _ = write!(
        to,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{corner}\" fill=\"#fffdf8\" stroke=\"#d9cdb4\"/>"
    );
    match Drawing::unpack(&element.made.drawing) {
        Ok(drawing) if !drawing.is_empty() => {
            let edge = (width / 20).max(1);
            let _ = write!(
                to,
                "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\">",
                x + edge,
                y + edge,
                width - 2 * edge,
                height - 2 * edge,
                drawing::WIDTH,
                drawing::HEIGHT
            );
            drawing.marks.iter().for_each(|one| mark(to, one, given.sticker));
            to.push_str("</svg>");
        }
        _ => {
            for line in letters(&element.made.words, one.at) {
                let _ = write!(
                    to,
                    "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"#20242a\" text-anchor=\"middle\">{}</text>",
                    line.x,
                    line.y,
                    line.size,
                    escaped(&line.words)
                );
            }
        }
    }
    let place = view.place_of(&element.layer).unwrap_or_default();
    let _ = write!(
        to,
        "<circle cx=\"{middle_x}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"#fffdf8\" stroke-width=\"2\"/></g>",
        y + 2,
        width / 22 + 2,
        pin(place)
    );
}

/// One drawing, as markup to stand in a page; its contents in words are its name.
pub fn sheet(drawing: &Drawing, sticker: &Stickers) -> String {
    let name = escaped(&drawing.in_words(Lang::Nl));
    let mut to = format!(
        "<svg viewBox=\"0 0 {} {}\" width=\"100%\" role=\"img\" aria-label=\"{name}\">",
        drawing::WIDTH,
        drawing::HEIGHT
    );
    drawing.marks.iter().for_each(|one| mark(&mut to, one, sticker));
    to.push_str("</svg>");
    to
}

fn mark(to: &mut String, mark: &Mark, sticker_of: &Stickers) {
    match mark {
        Mark::Stroke(stroke) => {
            for piece in stroke.pieces() {
                let _ = write!(
                    to,
                    "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                    piece.path,
                    stroke.crayon.colour(),
                    piece.width
                );
            }
        }
        Mark::Sticker { sticker, x, y } => {
            let (soft, ink) = sticker_of(*sticker);
            let (left, top) = (x - STICKER / 2, y - STICKER / 2);
            let _ = write!(
                to,
                "<svg x=\"{left}\" y=\"{top}\" width=\"{STICKER}\" height=\"{STICKER}\" viewBox=\"0 0 64 64\"><path d=\"{soft}\" fill=\"#f5e4ec\"/><path d=\"{ink}\" fill=\"none\" stroke=\"#20242a\" stroke-width=\"2.6\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>"
            );
        }
    }
}

/// The title at the foot, and in the sky which colour is which council.
fn key(to: &mut String, view: &View, layer: usize, title: &str) {
    let _ = write!(
        to,
        "<text x=\"1640\" y=\"1168\" font-size=\"26\" font-weight=\"bold\" fill=\"#3d3428\" text-anchor=\"end\">{}</text>",
        escaped(title)
    );
    for (at, one) in view.layers.iter().enumerate().take(layer + 1) {
        let line = i32::try_from(at).unwrap_or_default();
        // In the sky, from old to new.
        let y = 60 + line * 34;
        let words: String = format!("{} · {}", one.year, one.title).chars().take(28).collect();
        let _ = write!(
            to,
            "<circle cx=\"62\" cy=\"{}\" r=\"10\" fill=\"{}\"/><text x=\"82\" y=\"{y}\" font-size=\"22\" fill=\"#3d3428\">{}</text>",
            y - 8,
            pin(at),
            escaped(&words)
        );
    }
}

fn escaped(text: &str) -> String {
    let mut to = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            // What XML does not know in any form.
            letter if letter.is_control() => to.push(' '),
            letter => to.push(letter),
        }
    }
    to
}
