//! Where a finger, a pen or a mouse is on a drawing sheet, with how hard it presses; every place in between as well, when
//! the browser tells. What a line is, is not known here.

use super::js;
use js_sys::Array;
use model::leerlingenraad::hand::Tool;
use model::tekening::drawing::{HARD, HEIGHT, Point, WIDTH};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, PointerEvent};

/// What made this event.
#[must_use]
pub fn tool(event: &PointerEvent) -> Tool {
    match event.pointer_type().as_str() {
        "pen" => Tool::Pen,
        "touch" => Tool::Finger,
        _ => Tool::Mouse,
    }
}

/// Where a sheet lies in the window, as it was when a line began: asking at every place would make the browser measure the
/// page anew each time.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

/// Where this sheet lies now.
#[must_use]
pub fn area(sheet: Option<EventTarget>) -> Option<Area> {
    let area = js::call(&sheet?.into(), "getBoundingClientRect", &[]).ok()?;
    let number = |name: &str| js::get(&area, name)?.as_f64();
    let (width, height) = (number("width")?.max(1.0), number("height")?.max(1.0));
    Some(Area { left: number("left")?, top: number("top")?, width, height })
}

/// Where an event is in it, in thousandths across and down.
#[must_use]
pub fn share(area: Area, event: &JsValue) -> Option<(i32, i32)> {
    let number = |name: &str| js::get(event, name)?.as_f64();
    let across = (number("clientX")? - area.left) / area.width;
    let down = (number("clientY")? - area.top) / area.height;
    Some(((across * 1_000.0) as i32, (down * 1_000.0) as i32))
}

/// The places since the event before, in units of the sheet.
#[must_use]
pub fn places(area: Area, event: &PointerEvent) -> Vec<Point> {
    let between = js::call(event, "getCoalescedEvents", &[]).ok();
    let between: Array = between.and_then(|all| all.dyn_into().ok()).unwrap_or_default();
    let mut places: Vec<Point> = between.iter().filter_map(|one| place(area, &one)).collect();
    if places.is_empty() {
        places.extend(place(area, event));
    }
    places
}

fn place(area: Area, event: &JsValue) -> Option<Point> {
    let number = |name: &str| js::get(event, name)?.as_f64();
    let across = (number("clientX")? - area.left) / area.width;
    let down = (number("clientY")? - area.top) / area.height;
    let pressure = match number("pressure") {
        Some(pressure) if pressure > 0.0 => pressure,
        _ => 0.5,
    };
    Some(Point {
        x: (across * f64::from(WIDTH)) as i32,
        y: (down * f64::from(HEIGHT)) as i32,
        pressure: (pressure.clamp(0.0, 1.0) * f64::from(HARD)) as u8,
    })
}
