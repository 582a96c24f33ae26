//! The world of the tekening: its places, and where each thing that children made lies in it. Worked out from the layers
//! alone, in whole numbers, so that every device and every print shows the same; what is withdrawn leaves no hole.

use rules::order::Order;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::drawing::Crayon;
use super::view::{Element, View};
use crate::table::named;

/// The world is as wide and high as paper of the A series lies: 1.414 to 1.
pub const WIDTH: i32 = 1680;
/// Its height.
pub const HEIGHT: i32 = 1188;

named! {
    /// The places of the world, from left to right.
    Spot {
        Thuis => "thuis", "Thuis", "At home";
        Weg => "weg", "Op weg naar school", "On the way to school";
        Klas => "klas", "In de klas", "In the classroom";
        Plein => "plein", "Op het schoolplein", "In the playground";
    }
}

/// Where a picture that was brought in hangs: in the sky, as wide and high as paper lies.
pub const FRAME: Area = Area { x: 476, y: 36, width: 412, height: 291 };

/// The colours in which the councils are pinned, one after the other.
const PINS: [Crayon; 6] =
    [Crayon::Roze, Crayon::Zee, Crayon::Oranje, Crayon::Paars, Crayon::Groen, Crayon::Blauw];

/// The colour of a layer.
pub fn pin(layer: usize) -> &'static str {
    PINS.get(layer % PINS.len()).copied().unwrap_or(Crayon::Zwart).colour()
}

/// A rectangle in the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

impl Spot {
    /// Where things of this place lie.
    pub const fn area(self) -> Area {
        let (x, y, width, height) = match self {
            Self::Thuis => (40, 560, 360, 470),
            Self::Weg => (430, 690, 350, 420),
            Self::Klas => (800, 470, 410, 420),
            Self::Plein => (1250, 610, 390, 500),
        };
        Area { x, y, width, height }
    }
}

/// One thing in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The id of the element.
    pub id: String,
    pub at: Area,
    /// Whether it is of the layer that is looked at; older ones lie smaller.
    pub is_new: bool,
    /// A few degrees either way, as paper lies.
    pub tilt: i32,
}

/// The largest slip, and how much smaller one of an earlier layer is, in percent.
const SLIP: (i32, i32) = (236, 178);
const OLDER: i32 = 64;
const GAP: i32 = 14;

/// Where everything lies when the layers up to `layer` are shown; the place in the list of layers.
pub fn lay(view: &View, layer: usize) -> Vec<Laid> {
    let mut laid = Vec::new();
    for spot in Spot::ALL {
        let of_spot = |one: &&Element| one.spot == *spot && !one.withdrawn;
        let shown = view.elements.iter().filter(of_spot);
        let shown = shown.filter_map(|one| Some((one, view.place_of(&one.layer)?)));
        let mut here: Vec<_> = shown.filter(|(_, at)| *at <= layer).collect();
        // The newest first: they lie in front and get the best places.
        here.order_by_key(|(one, at)| (layer - at, one.id.clone()));
        let ones: Vec<_> = here.iter().map(|(one, at)| (one.id.as_str(), *at == layer)).collect();
        laid.extend(shelve(&ones, spot.area()));
    }
    laid
}

/// In rows like books, as large as still fits.
fn shelve(ones: &[(&str, bool)], area: Area) -> Vec<Laid> {
    let fits = |percent: i32| rows(ones, area, percent).ok();
    (8..=100).rev().step_by(2).find_map(fits).unwrap_or_default()
}

/// Lays all at this scale.
///
/// # Errors
/// They do not fit.
fn rows(ones: &[(&str, bool)], area: Area, percent: i32) -> Result<Vec<Laid>, ()> {
    let gap = (GAP * percent / 100).max(4);
    let (mut x, mut y, mut high) = (0, 0, 0);
    let mut laid = Vec::new();
    for (id, is_new) in ones {
        let own = if *is_new { percent } else { percent * OLDER / 100 };
        let (width, height) = ((SLIP.0 * own / 100).max(8), (SLIP.1 * own / 100).max(6));
        if x > 0 && x + width > area.width {
            (x, y, high) = (0, y + high + gap, 0);
        }
        if y + height > area.height {
            return Err(());
        }
        let at = Area { x: area.x + x, y: area.y + y, width, height };
        laid.push(Laid { id: (*id).to_owned(), at, is_new: *is_new, tilt: tilt(id) });
        x += width + gap;
        high = high.max(height);
    }
    Ok(laid)
}

/// From two degrees to the left to two to the right, by the name of the thing.
fn tilt(id: &str) -> i32 {
    let sum = id.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    i32::try_from(sum % 5).unwrap_or_default() - 2
}

/// One line of words on a slip: its middle and its foot, and how large the letters are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letters {
    pub x: i32,
    pub y: i32,
    pub size: i32,
    pub words: String,
}

/// Words on a slip, as large as four lines let them be.
pub fn letters(said: &str, at: Area) -> Vec<Letters> {
    let size = (at.height / 6).max(3);
    let most = usize::try_from(at.width * 17 / (size * 10)).unwrap_or(8).max(4);
    let wrapped = lines(said, most, 4);
    let count = i32::try_from(wrapped.len()).unwrap_or(1);
    let step = size * 5 / 4;
    let top = at.y + (at.height - step * (count - 1)) / 2 + size / 3;
    let line = |(number, words): (i32, String)| {
        let (x, y) = (at.x + at.width / 2, top + number * step);
        Letters { x, y, size, words }
    };
    (0..).zip(wrapped).map(line).collect()
}

/// Words in lines of at most so many letters, at most so many lines; what does not fit ends in an ellipsis.
pub fn lines(words: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut whole = true;
    for word in words.split_whitespace() {
        let long = word.chars().count();
        let room = lines.last().is_some_and(|line| line.chars().count() + 1 + long <= letters);
        if room {
            if let Some(line) = lines.last_mut() {
                line.push(' ');
                line.push_str(word);
            }
        } else if lines.len() < most {
            lines.push(word.chars().take(letters).collect());
            whole &= long <= letters;
        } else {
            whole = false;
            break;
        }
    }
    if let (false, Some(last)) = (whole, lines.last_mut()) {
        let kept: String = last.chars().take(letters.saturating_sub(1)).collect();
        *last = format!("{}…", kept.trim_end());
    }
    lines
}
