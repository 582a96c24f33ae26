//! The right to write, for one tab at a time.

use wasm_bindgen_test::wasm_bindgen_test;
use web::platform::locks::{Ask, ask};
use web::platform::{sleep, spawn};

#[wasm_bindgen_test]
async fn a_right_that_is_being_let_go_is_waited_for_and_one_that_is_kept_is_not() {
    let first = ask(Ask::Shortly, || ()).await.expect("nobody has it");
    assert!(ask(Ask::Shortly, || ()).await.is_none(), "somebody goes on writing");
    let leaving = first.clone();
    spawn(async move {
        sleep(100).await;
        leaving.release();
    });
    let second = ask(Ask::Shortly, || ()).await.expect("the first one left");
    assert!(ask(Ask::IfFree, || ()).await.is_none());
    second.release();
}
