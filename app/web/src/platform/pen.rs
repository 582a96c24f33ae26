//! Where a finger, a pen or a mouse is on a drawing sheet, with how hard it presses; every place in between as well, when
//! the browser tells. What a line is, is not known here.

use super::js;
use js_sys::Array;
use model::tekening::drawing::{HARD, HEIGHT, Point, WIDTH};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, PointerEvent};

/// What touches the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Pen,
    Finger,
    Mouse,
}

/// What made this event.
#[must_use]
pub fn tool(event: &PointerEvent) -> Tool {
    match event.pointer_type().as_str() {
        "pen" => Tool::Pen,
        "touch" => Tool::Finger,
        _ => Tool::Mouse,
    }
}

/// The places since the event before, in units of the sheet.
#[must_use]
pub fn places(sheet: Option<EventTarget>, event: &PointerEvent) -> Vec<Point> {
    let Some(area) = sheet.and_then(|sheet| js::call(&sheet, "getBoundingClientRect", &[]).ok())
    else {
        return Vec::new();
    };
    let between = js::call(event, "getCoalescedEvents", &[]).ok();
    let between: Array = between.and_then(|all| all.dyn_into().ok()).unwrap_or_default();
    let mut places: Vec<Point> = between.iter().filter_map(|one| place(&area, &one)).collect();
    if places.is_empty() {
        places.extend(place(&area, event));
    }
    places
}

fn place(area: &JsValue, event: &JsValue) -> Option<Point> {
    let number = |of: &JsValue, name: &str| js::get(of, name)?.as_f64();
    let (left, top) = (number(area, "left")?, number(area, "top")?);
    let (width, height) = (number(area, "width")?.max(1.0), number(area, "height")?.max(1.0));
    let across = (number(event, "clientX")? - left) / width;
    let down = (number(event, "clientY")? - top) / height;
    let pressure = match number(event, "pressure") {
        Some(pressure) if pressure > 0.0 => pressure,
        _ => 0.5,
    };
    Some(Point {
        x: (across * f64::from(WIDTH)) as i32,
        y: (down * f64::from(HEIGHT)) as i32,
        pressure: (pressure.clamp(0.0, 1.0) * f64::from(HARD)) as u8,
    })
}
