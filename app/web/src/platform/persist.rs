//! How safe the local data is from the browser's own tidying: space used, space there is, and whether the browser
//! promised to keep it. Asked for only after the first real save, and after the explanation.

use super::js;
use wasm_bindgen::JsValue;

/// What the browser says about our storage. Unknown stays unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Bytes in use by us.
    pub used: Option<u64>,
    /// Bytes that we may use in all.
    pub quota: Option<u64>,
    /// Whether the browser promised not to tidy the data away.
    pub persisted: Option<bool>,
}

/// Reads the present state.
pub async fn space() -> Space {
    let estimate = ask_manager("estimate").await;
    let bytes = |name| {
        let value = js::get(estimate.as_ref()?, name)?.as_f64()?;
        (value >= 0.0).then_some(value as u64)
    };
    let persisted = ask_manager("persisted").await.and_then(|v| v.as_bool());
    Space { used: bytes("usage"), quota: bytes("quota"), persisted }
}

/// Asks the browser to keep the data. Nothing when it cannot be asked.
pub async fn ask() -> Option<bool> {
    ask_manager("persist").await?.as_bool()
}

async fn ask_manager(method: &str) -> Option<JsValue> {
    let manager = js::of_navigator("storage")?;
    let promise = js::call(&manager, method, &[]).ok()?;
    js::settle(promise).await.ok()
}
