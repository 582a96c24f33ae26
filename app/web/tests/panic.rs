//! When the program fails: nothing is written any more, and the person is told what is safe and how to go on.

#![allow(clippy::expect_used, clippy::panic)] // ok: a test may stop

use js_sys::Function;
use replica::store::{Op, Store, StoreError, Table};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::platform::panic::{freeze, happened};
use web::platform::storage::{IdbStore, delete};

wasm_bindgen_test_configure!(run_in_browser);

fn script(body: &str) -> JsValue {
    Function::new_no_args(body).call0(&JsValue::NULL).expect("the script runs")
}

fn row(key: &str) -> [Op; 1] {
    [Op::Put { table: Table::Log, key: key.to_owned(), value: vec![1] }]
}

#[wasm_bindgen_test]
async fn after_a_failure_nothing_is_written_and_the_person_can_start_again() {
    delete("t-panic").await.expect("clean");
    let store = IdbStore::open("t-panic", "first").await.expect("opens");
    assert_eq!(store.commit(&row("a")).await, Ok(()));
    assert!(!happened());
    freeze();
    freeze();
    assert!(happened());
    assert!(matches!(store.commit(&row("b")).await, Err(StoreError::Other(_))));
    assert_eq!(store.get(Table::Log, "a").await, Ok(Some(vec![1])), "what was saved is there");
    assert_eq!(store.get(Table::Log, "b").await, Ok(None));
    let count = script("return document.querySelectorAll('[role=alertdialog]').length");
    assert_eq!(count.as_f64(), Some(1.0), "said once");
    let focused = script("return document.activeElement.tagName === 'BUTTON'");
    assert_eq!(focused.as_bool(), Some(true));
    let rest = script(
        "return [...document.body.children].filter(e => e.role !== 'alertdialog')
            .every(e => e.inert || e.hasAttribute('inert'))",
    );
    assert_eq!(rest.as_bool(), Some(true), "the rest cannot be used any more");
}
