//! Dragging by pointer: which row of a list lies under it. What moves where is not known here.

use super::js;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, PointerEvent};

/// The name in `data-row` of the row at this place of the window.
#[must_use]
pub fn row_at(x: i32, y: i32) -> Option<String> {
    let under = js::document()?.element_from_point(x as f32, y as f32)?;
    under.closest("[data-row]").ok()??.get_attribute("data-row")
}

/// From now until it goes up, the pointer speaks to this element, wherever it goes.
pub fn hold(target: Option<EventTarget>, event: &PointerEvent) {
    if let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
