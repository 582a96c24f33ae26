//! What is shown is read: from a message to codes, to points, and back.
#![allow(clippy::unwrap_used, clippy::panic)] // ok: a test may stop

use replica::carry::{Code, Fountain, Gather, Strength, Taken, What, from_text, to_text};
use scan::find;

/// A picture of a code: squares of so many points on paper, `left` and `top` points of desk around it.
struct Picture {
    points: Vec<u8>,
    width: usize,
    height: usize,
}

impl Picture {
    fn empty(width: usize, height: usize) -> Self {
        Self { points: vec![150; width * height * 4], width, height }
    }

    fn of(code: &Code, square: usize, (left, top): (usize, usize)) -> Self {
        let side = code.side() as usize * square;
        let mut picture = Self::empty(side + 2 * left, side + 2 * top);
        for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
            let dark = code.is_dark((x / square) as i32, (y / square) as i32);
            picture.set(left + x, top + y, if dark { 30 } else { 225 });
        }
        picture
    }

    fn set(&mut self, x: usize, y: usize, value: u8) {
        let at = (y * self.width + x) * 4;
        self.points[at..at + 3].fill(value);
    }

    fn get(&self, x: usize, y: usize) -> u8 {
        self.points[(y * self.width + x) * 4]
    }

    /// A little turned, as a hand holds it: sideways by one point in `every` rows.
    fn slanted(&self, every: usize) -> Self {
        let mut other = Self::empty(self.width + self.height / every, self.height);
        for (x, y) in (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y))) {
            other.set(x + y / every, y, self.get(x, y));
        }
        other
    }

    /// Noise of a sensor, the same every time.
    fn noisy(mut self, most: u8) -> Self {
        let mut state = 1u32;
        for point in &mut self.points {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *point = point.saturating_add((state >> 24) as u8 % most);
        }
        self
    }

    fn read(&self) -> Vec<String> {
        find(&self.points, self.width, self.height)
    }
}

fn message(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * n + n / 3) as u8).collect()
}

fn frame(room: usize) -> String {
    let fountain = Fountain::new(What::Package, &message(20_000), room).unwrap();
    to_text(&fountain.frame(fountain.pieces() as u32 + 3))
}

#[test]
fn full_frames_of_every_size_are_read_back() {
    for (room, version) in [(100, 5), (200, 9), (350, 12), (500, 15), (800, 20), (1200, 24)] {
        let text = frame(room);
        let code = Code::new(&text, Strength::Light).unwrap();
        assert_eq!(code.version(), version, "{room}");
        for square in [3, 4, 7] {
            let picture = Picture::of(&code, square, (40, 20));
            assert_eq!(
                picture.read(),
                *std::slice::from_ref(&text),
                "{room} bytes, {square} points"
            );
        }
    }
}

#[test]
fn a_picture_with_noise_that_is_held_askew_is_read() {
    let text = frame(500);
    let code = Code::new(&text, Strength::Light).unwrap();
    let picture = Picture::of(&code, 5, (60, 60)).slanted(25).noisy(20);
    assert_eq!(picture.read(), [text]);
}

#[test]
fn a_whole_package_comes_over_codes_with_three_of_ten_lost() {
    let message = message(6_000);
    let fountain = Fountain::new(What::Package, &message, 500).unwrap();
    let mut gather = Gather::default();
    let mut seen = 0;
    for number in (0..200).filter(|number| number % 10 > 2) {
        let text = to_text(&fountain.frame(number));
        let picture = Picture::of(&Code::new(&text, Strength::Light).unwrap(), 3, (10, 10));
        for text in picture.read() {
            seen += 1;
            if gather.take(&from_text(&text).unwrap()) == Ok(Taken::Done) {
                assert_eq!(gather.message(), Some((What::Package, &message[..])));
                assert!(seen <= fountain.pieces() + 4, "{seen} of {}", fountain.pieces());
                return;
            }
        }
    }
    panic!("it did not arrive: {:?}", gather.pieces());
}

#[test]
fn a_link_is_read_as_it_is() {
    let link = "https://thuisnabij.example/#v1.0123456789ABCDEFGHJKMNPQRS";
    let code = Code::new(link, Strength::Firm).unwrap();
    assert_eq!(Picture::of(&code, 4, (30, 30)).read(), [link]);
}

#[test]
fn a_picture_without_a_code_or_of_another_size_gives_nothing() {
    let picture = Picture::empty(300, 200).noisy(100);
    assert!(picture.read().is_empty());
    assert!(find(&picture.points, 300, 201).is_empty());
    assert!(find(&[], 0, 0).is_empty());
    assert!(find(&[1, 2, 3], usize::MAX, usize::MAX).is_empty());
    for (width, height) in [(1, 1), (3, 2), (2, 7)] {
        let small = Picture::empty(width, height);
        assert!(small.read().is_empty(), "{width} by {height}");
    }
}
