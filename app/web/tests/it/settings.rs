//! Small settings in a browser that keeps them, and in one that blocks storage.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web::platform::marker;
use web::platform::settings::{Kept, Language, Settings, TextSize, load, save, storage_works};

fn script(body: &str) {
    Function::new_no_args(body).call0(&JsValue::NULL).expect("the script runs");
}

fn english() -> Settings {
    Settings { language: Some(Language::En), text_size: TextSize::Large, ..Settings::default() }
}

#[wasm_bindgen_test]
fn settings_are_there_next_time() {
    assert_eq!(save(&english()), Kept::InBrowser);
    assert_eq!(load(), (english(), Kept::InBrowser));
}

#[wasm_bindgen_test]
fn settings_of_an_older_version_get_defaults_for_what_is_new() {
    script("localStorage.setItem('thuisnabij-settings', '{\"v\":1,\"language\":\"en\"}')");
    let expected = Settings { language: Some(Language::En), ..Settings::default() };
    assert_eq!(load().0, expected);
}

#[wasm_bindgen_test]
fn damaged_settings_are_the_defaults() {
    script("localStorage.setItem('thuisnabij-settings', '{half')");
    assert_eq!(load(), (Settings::default(), Kept::InBrowser));
}

#[wasm_bindgen_test]
fn blocked_storage_is_survived_in_memory_and_said_so() {
    let block = "globalThis.realStorage =
            Object.getOwnPropertyDescriptor(Window.prototype, 'localStorage')
            ?? Object.getOwnPropertyDescriptor(window, 'localStorage');
        Object.defineProperty(window, 'localStorage', { configurable: true,
            get() { throw new DOMException('blocked', 'SecurityError') } })";
    script(block);
    let works = storage_works();
    let kept = save(&english());
    let loaded = load();
    marker::set();
    let marked = marker::is_set();
    script(
        "delete window.localStorage;
        if (!('localStorage' in window))
            Object.defineProperty(window, 'localStorage', globalThis.realStorage)",
    );
    assert!(!works);
    assert_eq!(kept, Kept::InMemory);
    assert_eq!(loaded, (english(), Kept::InMemory));
    assert!(marked, "the cookie alone is enough to know this device");
    marker::clear();
    assert!(!marker::is_set());
}
