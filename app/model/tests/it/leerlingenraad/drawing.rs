//! Drawings: packed without loss, read without trust, thinned without anybody seeing it.

use model::tekening::drawing::{
    Brush, Crayon, Drawing, HARD, Mark, Point, Sticker, Stroke, TOLERANCE, square, thin,
};
use proptest::prelude::*;

fn point() -> impl Strategy<Value = Point> {
    (-200_i32..1800, -200_i32..1400, 0..=HARD).prop_map(|(x, y, pressure)| Point { x, y, pressure })
}

fn line() -> impl Strategy<Value = Vec<Point>> {
    prop::collection::vec(point(), 1..60)
}

fn mark() -> impl Strategy<Value = Mark> {
    let stroke = (0..Crayon::ALL.len(), 0..Brush::ALL.len(), line()).prop_map(|(c, b, points)| {
        Mark::Stroke(Stroke { crayon: Crayon::ALL[c], brush: Brush::ALL[b], points })
    });
    let sticker = (0..Sticker::ALL.len(), 0_i32..1600, 0_i32..1200)
        .prop_map(|(s, x, y)| Mark::Sticker { sticker: Sticker::ALL[s], x, y });
    prop_oneof![stroke, sticker]
}

/// A line as a hand draws it: a place every few milliseconds, close together.
fn by_hand(places: i32) -> Vec<Point> {
    let place = |at: i32| Point {
        x: 200 + at * 2,
        y: 500 + (at % 120 - 60).pow(2) / 12,
        pressure: (6 + at / 100 % 3) as u8,
    };
    (0..places).map(place).collect()
}

/// A sheet that is drawn full, as its bytes.
pub(super) fn large() -> Vec<u8> {
    let stroke = |crayon: &Crayon| {
        Mark::Stroke(Stroke { crayon: *crayon, brush: Brush::Dik, points: by_hand(200) })
    };
    Drawing { marks: Crayon::ALL.iter().map(stroke).collect() }.pack()
}

proptest! {
    #[test]
    fn what_is_packed_is_read_back_as_it_was(marks in prop::collection::vec(mark(), 0..12)) {
        let drawing = Drawing { marks };
        prop_assert_eq!(Drawing::unpack(&drawing.pack()), Ok(drawing));
    }

    #[test]
    fn bytes_of_a_stranger_are_refused_and_never_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(drawing) = Drawing::unpack(&bytes) {
            prop_assert_eq!(Drawing::unpack(&drawing.pack()), Ok(drawing));
        }
    }

    #[test]
    fn a_damaged_drawing_is_never_a_fault(marks in prop::collection::vec(mark(), 1..4), at in 0_usize..400, to in any::<u8>()) {
        let mut bytes = Drawing { marks }.pack();
        let at = at % bytes.len();
        bytes[at] = to;
        let _ = Drawing::unpack(&bytes);
        let _ = Drawing::unpack(&bytes[..at]);
    }

    #[test]
    fn a_thinned_line_keeps_its_ends_and_lies_where_it_was_drawn(points in line()) {
        let kept = thin(&points, TOLERANCE);
        prop_assert_eq!(kept.first(), points.first());
        prop_assert_eq!(kept.last(), points.last());
        for point in &points {
            let near = |pair: &[Point]| square(*point, pair[0], pair[1]) <= TOLERANCE * TOLERANCE;
            prop_assert!(kept.contains(point) || kept.windows(2).any(near), "{point:?} is left out");
        }
    }
}

#[test]
fn eight_seconds_of_drawing_take_a_few_hundred_bytes() {
    let points = by_hand(480);
    let stroke = Stroke { crayon: Crayon::Blauw, brush: Brush::Gewoon, points };
    let whole = Drawing { marks: vec![Mark::Stroke(stroke.clone())] }.pack().len();
    let thinned = Drawing { marks: vec![Mark::Stroke(stroke.thinned())] }.pack().len();
    assert!(whole < 1_500, "{whole} bytes");
    assert!(thinned < 300, "{thinned} bytes");
}

#[test]
fn a_tap_is_a_dot() {
    let points = vec![Point { x: 5, y: 6, pressure: 8 }];
    let stroke = Stroke { crayon: Crayon::Zwart, brush: Brush::Dun, points };
    let pieces = stroke.thinned().pieces();
    assert_eq!(pieces.len(), 1);
    assert_eq!(pieces[0].path, "M5 6h1");
}

#[test]
fn a_line_is_wider_where_the_pen_pressed_harder() {
    let points = [(0, 2), (10, 2), (20, 14), (30, 14)];
    let points = points.map(|(x, pressure)| Point { x, y: 0, pressure }).to_vec();
    let pieces = Stroke { crayon: Crayon::Zwart, brush: Brush::Dik, points }.pieces();
    assert_eq!(pieces.len(), 2);
    assert!(pieces[0].width < pieces[1].width);
}

/// WCAG 2.2 §1.4.11: what is drawn must stand out from the paper by three to one.
#[test]
fn every_crayon_can_be_seen_on_the_paper() {
    let paper = luminance("#fffdf8");
    for crayon in Crayon::ALL {
        let ratio = (paper + 0.05) / (luminance(crayon.colour()) + 0.05);
        assert!(ratio >= 3.0, "{}: {ratio:.2}", crayon.slug());
    }
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let one = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if one <= 0.040_45 { one / 12.92 } else { ((one + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/// What is drawn bit by bit under the finger lies where the whole line lies afterwards.
#[test]
fn the_bits_of_a_line_follow_on_each_other_through_its_middles() {
    let stroke = Stroke { crayon: Crayon::Blauw, brush: Brush::Dun, points: by_hand(40) };
    let bits: Vec<_> = (0..40).map(|at| stroke.bit(at).unwrap()).collect();
    for (at, pair) in bits.windows(2).enumerate().skip(1) {
        assert_eq!(pair[0].to, pair[1].from);
        assert_eq!(pair[1].by, (stroke.points[at].x, stroke.points[at].y));
    }
    let whole = stroke.pieces();
    assert!(bits.iter().all(|bit| whole.iter().any(|piece| piece.width == bit.width)));
    let (x, y) = bits[20].to;
    assert!(whole.iter().any(|piece| piece.path.contains(&format!(" {x} {y}"))));
    assert_eq!(stroke.bit(40), None);
}

#[test]
fn every_crayon_lies_before_a_child_once() {
    let (mut laid, mut all) = (Crayon::LAID.to_vec(), Crayon::ALL.to_vec());
    laid.sort();
    all.sort();
    assert_eq!(laid, all);
}
