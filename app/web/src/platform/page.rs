//! The page itself: title, language, focus, attributes on the root, printing and restarting.

use super::js::{self, Listener};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = js::document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, such as `lang`, `data-theme` or `data-text-size`; no value removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = js::document().and_then(|d| d.document_element()) else { return };
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Moves the keyboard focus to the first element that fits the CSS selector. True when there was one.
#[must_use]
pub fn focus(selector: &str) -> bool {
    let found = js::document().and_then(|d| d.query_selector(selector).ok().flatten());
    let element = found.and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|e| e.focus().is_ok())
}

/// Takes the focus away from the field that has it, which hands in what was typed there.
pub fn blur() {
    let active = js::document().and_then(|d| d.query_selector(":focus").ok().flatten());
    if let Some(element) = active.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = element.blur();
    }
}

/// Whether the focus is where letters are typed or picked, so that a shortcut of one key must stay away.
#[must_use]
pub fn is_typing() -> bool {
    const FIELDS: &str = "textarea, select, input:not([type=radio], [type=checkbox])";
    // Asked at every key: the one element that has the focus is asked, not the whole page searched.
    let active = js::document().and_then(|d| d.active_element());
    active.is_some_and(|one| one.matches(FIELDS).unwrap_or(false))
}

/// Whether what stands in a field that has just been left is no whole value of its kind: half a date, or one out of range.
#[must_use]
pub fn is_half_typed(event: &web_sys::FocusEvent) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    field.is_some_and(|field| field.matches(":invalid").unwrap_or(false))
}

/// Scrolls to the top, without movement.
pub fn scroll_to_top() {
    if let Some(window) = js::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = js::window() {
        let _ = window.print();
    }
}

/// Told when the browser is done with printing. Not every browser waits in [`print`] until it is.
pub fn on_printed(act: impl Fn() + 'static) -> Option<Listener> {
    let window = js::window()?;
    Some(Listener::new(&window, "afterprint", move |_| act()))
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = js::window() {
        let _ = window.location().reload();
    }
}

/// Path of the page that is open, such as `/begroting`.
#[must_use]
pub fn path() -> String {
    js::window().and_then(|w| w.location().pathname().ok()).unwrap_or_default()
}

/// Takes what stands behind the `#` of the address, and takes it out of the address and out of the history at once.
#[must_use]
pub fn take_fragment() -> Option<String> {
    let window = js::window()?;
    let location = window.location();
    let fragment = location.hash().ok().filter(|fragment| fragment.len() > 1)?;
    let rest = format!("{}{}", location.pathname().ok()?, location.search().unwrap_or_default());
    let history = window.history().ok()?;
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&rest)).ok()?;
    Some(fragment)
}

/// Calls `act` whenever another fragment comes to stand in the address of the page that is open.
pub fn on_fragment(act: impl Fn() + 'static) -> Option<Listener> {
    let window = js::window()?;
    Some(Listener::new(&window, "hashchange", move |_| act()))
}

/// Whether a media query holds now, such as `(prefers-color-scheme: dark)`.
#[must_use]
pub fn matches(query: &str) -> bool {
    js::window().and_then(|w| w.match_media(query).ok().flatten()).is_some_and(|m| m.matches())
}

/// The languages that the browser asks for, the preferred one first.
#[must_use]
pub fn languages() -> Vec<String> {
    let list = js::window().map(|w| w.navigator().languages());
    list.map(|l| l.iter().filter_map(|v| v.as_string()).collect()).unwrap_or_default()
}

/// Goes one page back, as the browser's own button does; an app on the home screen has no such button.
pub fn back() {
    if let Some(history) = js::window().and_then(|w| w.history().ok()) {
        let _ = history.back();
    }
}

/// Puts one more step at the same address into the history: the browser's own button takes that one first.
pub fn add_step() {
    if let Some(history) = js::window().and_then(|w| w.history().ok()) {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", None);
    }
}

/// Gives this step in the history another address, without going there: whatever loads the page anew opens that one.
pub fn rename(path: &str) {
    if let Some(history) = js::window().and_then(|w| w.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
}

/// Calls `act` when the browser's own button took a step.
pub fn on_step(act: impl Fn() + 'static) -> Option<Listener> {
    let window = js::window()?;
    Some(Listener::new(&window, "popstate", move |_| act()))
}

/// Takes these fields of the query out of the address, and the query out of the address and out of the history at once.
/// Nothing when there is no query.
#[must_use]
pub fn take_query<const N: usize>(names: [&str; N]) -> Option<[Option<String>; N]> {
    let window = js::window()?;
    let location = window.location();
    let query = location.search().ok().filter(|query| query.len() > 1)?;
    let history = window.history().ok()?;
    let path = location.pathname().ok()?;
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path)).ok()?;
    let fields = web_sys::UrlSearchParams::new_with_str(&query).ok()?;
    Some(names.map(|name| fields.get(name)))
}

/// Leaves for a page elsewhere, as a person who follows a link does.
pub fn go_to(address: &str) {
    if let Some(window) = js::window() {
        let _ = window.location().assign(address);
    }
}

/// A field in which the browser corrects nothing and suggests no words, for what not every view can say.
pub fn suggest_nothing(field: &web_sys::Element) {
    for (name, value) in [("autocorrect", "off"), ("writingsuggestions", "false")] {
        let _ = field.set_attribute(name, value);
    }
}
