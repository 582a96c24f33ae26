//! A text as the dark squares of a QR code, and as one path to draw. Knows no colour and no screen.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use super::FrameError;

/// The white edge that a reader needs, in squares.
const QUIET: i32 = 4;

/// How much of a code may be unreadable before it is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// 7 of 100: for frames that come by again, as small as can be.
    Light,
    /// 15 of 100: for a code that stands still, or is printed.
    Firm,
}

/// A QR code. Two of them are equal when they look the same.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(QrCode);

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Code(version {})", self.version())
    }
}

impl Code {
    /// Draws a text. Capitals and digits take the least room; see [`to_text`](super::to_text).
    pub fn new(text: &str, strength: Strength) -> Result<Self, FrameError> {
        let level = match strength {
            Strength::Light => QrCodeEcc::Low,
            Strength::Firm => QrCodeEcc::Medium,
        };
        let segments = QrSegment::make_segments(text);
        let (least, most) = (Version::MIN, Version::MAX);
        QrCode::encode_segments_advanced(&segments, level, least, most, None, true)
            .map(Self)
            .map_err(|_| FrameError::TooLarge)
    }

    /// Squares on a side, the white edge included.
    pub fn side(&self) -> i32 {
        self.0.size() + 2 * QUIET
    }

    /// The version: 1 has 21 squares on a side without its edge, each next one four more.
    pub fn version(&self) -> u8 {
        self.0.version().value()
    }

    /// Whether this square is dark; outside the code everything is light.
    pub fn is_dark(&self, x: i32, y: i32) -> bool {
        self.0.get_module(x - QUIET, y - QUIET)
    }

    /// All dark squares as one SVG path, in a view box of [`side`](Self::side) by the same.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.side() {
            let mut x = 0;
            while x < self.side() {
                let run = (x..self.side()).take_while(|x| self.is_dark(*x, y)).count() as i32;
                if run > 0 {
                    // ok: writing to a String cannot fail
                    let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
                }
                x += run.max(1);
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_covers_exactly_the_dark_squares() {
        let code = Code::new("HALLO", Strength::Firm).unwrap();
        assert_eq!((code.version(), code.side()), (1, 29));
        let dark = (0..29).flat_map(|y| (0..29).map(move |x| (x, y)));
        let dark = dark.filter(|(x, y)| code.is_dark(*x, *y)).count();
        let path = code.path();
        let runs = path.split('M').skip(1).map(|run| {
            let (_, run) = run.split_once('h').unwrap();
            run.split_once('v').unwrap().0.parse::<usize>().unwrap()
        });
        assert_eq!(runs.sum::<usize>(), dark);
        assert!(
            path.starts_with("M4 4h7v1h-7z"),
            "the first finder, behind the white edge: {path}"
        );
    }

    #[test]
    fn a_text_of_2953_bytes_fits_and_one_more_does_not() {
        assert_eq!(Code::new(&"a".repeat(2953), Strength::Light).unwrap().version(), 40);
        assert_eq!(Code::new(&"a".repeat(2954), Strength::Light), Err(FrameError::TooLarge));
    }

    #[test]
    fn letters_of_a_frame_take_hardly_more_room_than_bytes() {
        let frame = super::super::Fountain::new(super::super::What::Package, &[7; 5000], 500);
        let text = super::super::to_text(&frame.unwrap().frame(20));
        assert_eq!(Code::new(&text, Strength::Light).unwrap().version(), 15);
    }
}
