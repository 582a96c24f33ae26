//! Small bridges to the browser: properties by name, listeners that clean up after themselves, promises.
//! Names instead of typed bindings where a browser may lack the thing altogether.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, EventTarget};

/// The window, absent only in a worker.
pub(crate) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document, absent only in a worker.
pub(crate) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The property, or nothing when it is missing, null or undefined.
pub(crate) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|v| !v.is_undefined() && !v.is_null())
}

/// What the browser says about itself and the device.
pub(crate) fn navigator() -> Option<JsValue> {
    Some(window()?.navigator().into())
}

/// A property of `navigator` that older browsers and insecure pages lack.
pub(crate) fn of_navigator(name: &str) -> Option<JsValue> {
    get(&navigator()?, name)
}

/// The property as text.
pub(crate) fn text(of: &JsValue, name: &str) -> Option<String> {
    get(of, name)?.as_string()
}

/// Sets a property on an object that we made ourselves; a failure would be a broken browser and is ignored.
pub(crate) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &JsValue::from_str(name), value);
}

/// An object with these properties.
pub(crate) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object: JsValue = js_sys::Object::new().into();
    for (name, value) in properties {
        set(&object, name, value);
    }
    object
}

/// Calls a method by name.
///
/// # Errors
/// What the browser throws, or the text "missing" when there is no such method.
pub(crate) fn call(of: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(of, method)
        .and_then(|f| f.dyn_into().ok())
        .ok_or_else(|| JsValue::from_str("missing"))?;
    function.apply(of, &arguments.iter().collect::<Array>())
}

/// Waits for a promise; any other value is its own answer.
///
/// # Errors
/// What the promise was rejected with.
pub(crate) async fn settle(value: JsValue) -> Result<JsValue, JsValue> {
    match value.dyn_into::<Promise>() {
        Ok(promise) => JsFuture::from(promise).await,
        Err(plain) => Ok(plain),
    }
}

/// The `name` of an exception ("QuotaExceededError"), or its text when it is no exception.
pub(crate) fn error_name(error: &JsValue) -> String {
    text(error, "name").or_else(|| error.as_string()).unwrap_or_else(|| "Error".to_owned())
}

/// A listener that stops when it is dropped.
#[must_use = "dropping it stops listening; call keep() to listen for good"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens to `event` on `target` until dropped.
    pub(crate) fn new(
        target: &EventTarget,
        event: &'static str,
        handler: impl FnMut(Event) + 'static,
    ) -> Self {
        let handler = Closure::<dyn FnMut(Event)>::new(handler);
        let _ = target.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref());
        Self { target: target.clone(), event, handler }
    }

    /// Listens for as long as the page lives.
    pub fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let handler = self.handler.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.event, handler);
    }
}
