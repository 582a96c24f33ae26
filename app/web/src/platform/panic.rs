//! What happens when the program itself fails: the screen freezes, nothing is written any more, and the person is
//! told that the saved work is safe and how to start again. Plain DOM, because the views can no longer be trusted.

use super::js;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element};

thread_local! {
    static HAPPENED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the program failed; from then on nothing may be written.
#[must_use]
pub fn happened() -> bool {
    HAPPENED.with(Cell::get)
}

/// Installs the hook. Call first of all.
pub fn install() {
    for event in ["error", "unhandledrejection"] {
        if let Some(window) = js::window() {
            js::Listener::new(&window, event, |event| {
                if is_trap(&event) {
                    freeze();
                }
            })
            .keep();
        }
    }
    std::panic::set_hook(Box::new(|info| {
        let what = info.to_string();
        web_sys::console::error_1(&what.as_str().into());
        freeze();
    }));
}

/// Whether the program itself was ended, as when there is no memory left: no hook runs then, and what comes after it cannot
/// be trusted.
fn is_trap(event: &web_sys::Event) -> bool {
    let thrown = js::get(event, "error").or_else(|| js::get(event, "reason"));
    thrown.and_then(|thrown| js::text(&thrown, "name")).is_some_and(|name| name == "RuntimeError")
}

/// Stops all writing and shows what happened. Doing it twice changes nothing.
pub fn freeze() {
    if !HAPPENED.replace(true) {
        super::trial::failed();
        let _ = js::document().and_then(|document| show(&document));
    }
}

/// Heading, explanation, button; in the language of the page.
fn words(document: &Document) -> [&'static str; 3] {
    let language = document.document_element().and_then(|root| root.get_attribute("lang"));
    if language.is_some_and(|l| l.starts_with("en")) {
        [
            "Something went wrong in Thuisnabij",
            "The app has stopped, so that nothing gets damaged. What was saved on this device is still there. \
             The very last change may have to be made again.",
            "Start again",
        ]
    } else {
        [
            "Er ging iets mis in Thuisnabij",
            "De app is gestopt, zodat er niets stukgaat. Wat op dit apparaat was opgeslagen, is er nog. \
             Misschien moet je de allerlaatste wijziging opnieuw doen.",
            "Opnieuw starten",
        ]
    }
}

fn show(document: &Document) -> Option<()> {
    let body = document.body()?;
    let children = body.children();
    for index in 0..children.length() {
        let _ = children.item(index)?.set_attribute("inert", "");
    }
    let [heading, explanation, button] = words(document);
    let panel = element(document, "div", "tn-stopped")?;
    let _ = panel.set_attribute("role", "alertdialog");
    let _ = panel.set_attribute("aria-labelledby", "tn-stopped-heading");
    let title = element(document, "h1", "tn-stopped__heading")?;
    title.set_id("tn-stopped-heading");
    title.set_text_content(Some(heading));
    let text = element(document, "p", "tn-stopped__text")?;
    text.set_text_content(Some(explanation));
    let restart = element(document, "button", "tn-stopped__restart utrecht-button")?;
    restart.set_text_content(Some(button));
    let reload = Closure::<dyn FnMut()>::new(super::page::reload);
    let restart: web_sys::HtmlElement = restart.dyn_into().ok()?;
    restart.set_onclick(Some(reload.as_ref().unchecked_ref()));
    reload.forget();
    for part in [title.as_ref(), text.as_ref(), restart.as_ref()] {
        panel.append_child(part).ok()?;
    }
    body.append_child(&panel).ok()?;
    restart.focus().ok()
}

fn element(document: &Document, name: &str, class: &str) -> Option<Element> {
    let element = document.create_element(name).ok()?;
    element.set_class_name(class);
    Some(element)
}
