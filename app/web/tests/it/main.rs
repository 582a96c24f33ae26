//! What only a browser can show. Each part is told at the top of its file. All are one program and one page, so none may leave
//! anything behind that the next one meets; `tests/panic.rs` is another one, because it freezes its page.
#![allow(clippy::expect_used, clippy::panic)] // ok: a test may stop

mod common;
mod http;
mod locks;
mod people;
mod settings;
mod shell;
mod state;
mod storage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
