//! A drawing as its strokes and stickers, never as pixels: packed small, thinned with whole numbers, and read back without
//! trusting a byte. It knows no screen; lines are given as SVG path data.

use rules::text::{Lang, Text, t};
use serde::{Deserialize, Serialize};

use crate::table::named;

mod packing;

/// The sheet, in units of its own.
pub const WIDTH: i32 = 1600;
/// Its height.
pub const HEIGHT: i32 = 1200;
/// The largest pressure; a finger or a mouse counts as half.
pub const HARD: u8 = 15;
/// How far a thinned line may lie beside the one that was drawn, in units.
pub const TOLERANCE: i64 = 2;
/// The most bytes of one drawing that a council takes in: hours of drawing.
pub const LARGEST: usize = 60_000;

/// How many crayons or stickers lie before a child at once (KIND-11).
pub const TRAY: usize = 5;

/// The bytes are no drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

named! {
    /// A crayon: each at least three to one against the paper.
    Crayon {
        Zwart => "zwart", "Zwart", "Black";
        Blauw => "blauw", "Blauw", "Blue";
        Zee => "zeegroen", "Zeegroen", "Sea green";
        Groen => "groen", "Groen", "Green";
        Oker => "oker", "Okergeel", "Ochre";
        Oranje => "oranje", "Oranje", "Orange";
        Rood => "rood", "Rood", "Red";
        Roze => "roze", "Roze", "Pink";
        Paars => "paars", "Paars", "Purple";
        Bruin => "bruin", "Bruin", "Brown";
    }
}

impl Crayon {
    /// As they lie before a child, [`TRAY`] at a time: those with which most can be drawn first.
    pub const LAID: [Self; 10] = [
        Self::Zwart,
        Self::Blauw,
        Self::Groen,
        Self::Oranje,
        Self::Rood,
        Self::Zee,
        Self::Oker,
        Self::Roze,
        Self::Paars,
        Self::Bruin,
    ];

    /// Its colour.
    pub const fn colour(self) -> &'static str {
        match self {
            Self::Zwart => "#2c2f33",
            Self::Blauw => "#225e9c",
            Self::Zee => "#0f7c82",
            Self::Groen => "#3a7d3c",
            Self::Oker => "#a27a08",
            Self::Oranje => "#c4611a",
            Self::Rood => "#b8322f",
            Self::Roze => "#c04f86",
            Self::Paars => "#77489c",
            Self::Bruin => "#7b5030",
        }
    }
}

named! {
    /// How wide a crayon draws.
    Brush {
        Dun => "dun", "Dun", "Thin";
        Gewoon => "gewoon", "Gewoon", "Normal";
        Dik => "dik", "Dik", "Thick";
    }
}

impl Brush {
    /// The width at half pressure, in units.
    pub const fn width(self) -> i32 {
        match self {
            Self::Dun => 8,
            Self::Gewoon => 18,
            Self::Dik => 42,
        }
    }
}

named! {
    /// A picture to put down, for who would rather not draw or cannot.
    Sticker {
        Samen => "samen", "Samen", "Together";
        Alleen => "alleen", "Alleen", "Alone";
        Hart => "hart", "Hart", "Heart";
        Huis => "huis", "Huis", "House";
        School => "school", "School", "School";
        Weg => "weg", "Weg", "Road";
        Boom => "boom", "Boom", "Tree";
        Zon => "zon", "Zon", "Sun";
        Regen => "regen", "Regen", "Rain";
        Vraag => "vraag", "Vraag", "Question";
    }
}

/// One place of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
    /// From 0 to [`HARD`].
    pub pressure: u8,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stroke {
    pub crayon: Crayon,
    pub brush: Brush,
    pub points: Vec<Point>,
}

/// One thing on the sheet, in the order in which it was put there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    Stroke(Stroke),
    /// A sticker, with the middle of it.
    Sticker {
        sticker: Sticker,
        x: i32,
        y: i32,
    },
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    pub marks: Vec<Mark>,
}

/// A piece of a line that is as wide everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// In units.
    pub width: i32,
    /// SVG path data.
    pub path: String,
}

impl Drawing {
    /// Whether nothing was drawn.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// The same in words: "samen, huis; lijnen in blauw".
    pub fn in_words(&self, lang: Lang) -> String {
        let (stickers, crayons) = self.contents();
        let mut says: Vec<String> =
            stickers.iter().map(|one| one.label().get(lang).to_lowercase()).collect();
        let colours: Vec<String> =
            crayons.iter().map(|one| one.label().get(lang).to_lowercase()).collect();
        if !colours.is_empty() {
            let lines = t("lijnen in ", "lines in ").get(lang);
            says.push(format!("{lines}{}", colours.join(", ")));
        }
        says.join(", ")
    }

    /// What is on it, for who cannot see it: stickers by name, and how many lines in which colours.
    pub fn contents(&self) -> (Vec<Sticker>, Vec<Crayon>) {
        let mut all = (Vec::new(), Vec::new());
        for mark in &self.marks {
            match mark {
                Mark::Sticker { sticker, .. } if !all.0.contains(sticker) => all.0.push(*sticker),
                Mark::Stroke(stroke) if !all.1.contains(&stroke.crayon) => {
                    all.1.push(stroke.crayon);
                }
                _ => {}
            }
        }
        all
    }
}

/// The newest bit of a line that is still being drawn: a curve from one middle to the next, as [`Stroke::pieces`] draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bit {
    pub width: i32,
    pub from: (i32, i32),
    pub by: (i32, i32),
    pub to: (i32, i32),
}

impl Stroke {
    /// What the place with this number adds to the line; at the first place a dot.
    pub fn bit(&self, at: usize) -> Option<Bit> {
        let here = self.points.get(at)?;
        let before = at.checked_sub(1).and_then(|at| self.points.get(at)).unwrap_or(here);
        let earlier = at.checked_sub(2).and_then(|at| self.points.get(at));
        let middle = |a: &Point, b: &Point| (i32::midpoint(a.x, b.x), i32::midpoint(a.y, b.y));
        let from = earlier.map_or((before.x, before.y), |earlier| middle(earlier, before));
        let (by, to) = ((before.x, before.y), middle(before, here));
        Some(Bit { width: self.width(here.pressure), from, by, to })
    }

    /// From two thirds of the width of the brush at the lightest touch to four thirds at the hardest.
    fn width(&self, pressure: u8) -> i32 {
        (self.brush.width() * (2 + i32::from(level(pressure))) / 4).max(2)
    }

    /// The same line with fewer places, at most [`TOLERANCE`] beside it (Douglas and Peucker, in whole numbers).
    pub fn thinned(&self) -> Self {
        Self { points: thin(&self.points, TOLERANCE), ..self.clone() }
    }

    /// The line as pieces of one width each: where a pen pressed harder, it is wider.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut from = 0;
        for (at, pair) in self.points.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            if level(before.pressure) != level(after.pressure) {
                pieces.push(self.piece(from, at + 1));
                from = at;
            }
        }
        pieces.push(self.piece(from, self.points.len()));
        pieces.retain(|piece| !piece.path.is_empty());
        pieces
    }

    fn piece(&self, from: usize, to: usize) -> Piece {
        let points = self.points.get(from..to).unwrap_or_default();
        let pressure = points.last().map_or(HARD / 2, |point| point.pressure);
        Piece { width: self.width(pressure), path: path(points) }
    }
}

/// Light, two in between, or hard.
const fn level(pressure: u8) -> u8 {
    let level = pressure / 4;
    if level > 3 { 3 } else { level }
}

/// Through the middles between the places, rounded, so that few places still make a fluent line.
fn path(points: &[Point]) -> String {
    use std::fmt::Write;
    let Some((first, rest)) = points.split_first() else { return String::new() };
    let mut path = format!("M{} {}", first.x, first.y);
    let Some(last) = rest.last() else {
        path.push_str("h1");
        return path;
    };
    for pair in rest.windows(2) {
        let [a, b] = pair else { continue };
        let (mx, my) = (i32::midpoint(a.x, b.x), i32::midpoint(a.y, b.y));
        // Writing to a string does not fail.
        let _ = write!(path, "Q{} {} {mx} {my}", a.x, a.y);
    }
    let _ = write!(path, "L{} {}", last.x, last.y);
    path
}

/// Keeps the ends and every place that lies further than `tolerance` from the line between those that are kept.
pub fn thin(points: &[Point], tolerance: i64) -> Vec<Point> {
    let Some(last) = points.len().checked_sub(1) else { return Vec::new() };
    let mut keep = vec![false; points.len()];
    let mark = |keep: &mut Vec<bool>, at: usize| {
        if let Some(one) = keep.get_mut(at) {
            *one = true;
        }
    };
    mark(&mut keep, 0);
    mark(&mut keep, last);
    let mut todo = vec![(0, last)];
    while let Some((from, to)) = todo.pop() {
        let Some((at, far)) = furthest(points, from, to) else { continue };
        if far > tolerance * tolerance {
            mark(&mut keep, at);
            todo.extend([(from, at), (at, to)]);
        }
    }
    points.iter().zip(keep).filter(|(_, keep)| *keep).map(|(point, _)| *point).collect()
}

/// The place between two that lies furthest from the line between them, and the square of how far, rounded up.
fn furthest(points: &[Point], from: usize, to: usize) -> Option<(usize, i64)> {
    let (a, b) = (points.get(from)?, points.get(to)?);
    let between = points.iter().enumerate().take(to).skip(from + 1);
    between.map(|(at, point)| (at, square(*point, *a, *b))).max_by_key(|(_, far)| *far)
}

/// The square of how far `p` lies from the line from `a` to `b`, rounded up.
pub fn square(p: Point, a: Point, b: Point) -> i64 {
    let to = |from: Point, to: Point| {
        (i64::from(to.x) - i64::from(from.x), i64::from(to.y) - i64::from(from.y))
    };
    let ((dx, dy), (px, py)) = (to(a, b), to(a, p));
    let (long, along) = (dx * dx + dy * dy, px * dx + py * dy);
    if along <= 0 {
        return px * px + py * py;
    }
    if along >= long {
        let (qx, qy) = to(b, p);
        return qx * qx + qy * qy;
    }
    let cross = (dx * py - dy * px).unsigned_abs();
    let far = u128::from(cross) * u128::from(cross);
    let far = far.div_ceil(u128::from(long.unsigned_abs().max(1)));
    i64::try_from(far).unwrap_or(i64::MAX)
}
