//! Finds QR codes in a picture. Built as a small program of its own, which `public/worker.js` loads when somebody
//! scans and the browser has no reader itself. Knows no camera and no message.
#![forbid(unsafe_code)]

use rqrr::PreparedImage;
use wasm_bindgen::prelude::wasm_bindgen;

/// Bytes of one point: red, green, blue, opacity.
const CHANNELS: usize = 4;

/// The texts of all codes that can be read. `points` is what a canvas gives: four bytes a point, row by row;
/// a picture that is not `width` by `height` has no codes.
#[wasm_bindgen]
pub fn find(points: &[u8], width: usize, height: usize) -> Vec<String> {
    if width.checked_mul(height).and_then(|count| count.checked_mul(CHANNELS)) != Some(points.len())
    {
        return Vec::new();
    }
    let grey = |x: usize, y: usize| {
        let at = (y * width + x) * CHANNELS;
        points.get(at..at + 3).map_or(u8::MAX, luminance)
    };
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, grey);
    let grids = picture.detect_grids();
    grids.iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

/// How light a point is to the eye; green counts most.
fn luminance(point: &[u8]) -> u8 {
    let weights = [77u16, 150, 29];
    let sum: u16 = point.iter().zip(weights).map(|(part, weight)| u16::from(*part) * weight).sum();
    (sum >> 8) as u8
}
