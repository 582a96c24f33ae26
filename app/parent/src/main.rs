//! The program on the parent's phone: opens the letter of the link, keeps the draft sealed, sends what is ready when there is a network.
#![forbid(unsafe_code)]

mod browser;
mod phone;

fn main() {
    wasm_bindgen_futures::spawn_local(phone::open());
}
