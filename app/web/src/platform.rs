//! Everything that touches the browser. Nothing above this module names web-sys, js-sys or gloo, so that the rest
//! of the client can be read, and mostly tested, without one.

pub mod camera;
pub mod caret;
pub mod clock;
pub mod drag;
pub mod files;
pub mod http;
mod idb;
pub mod ink;
pub mod install;
pub mod keys;
pub mod locks;
pub mod marker;
pub mod network;
pub mod own_key;
pub mod page;
pub mod panic;
pub mod passkey;
pub mod pen;
pub mod persist;
pub mod picture;
pub mod random;
pub mod recorder;
pub mod settings;
pub mod share;
pub mod speech;
pub mod storage;
pub mod tab;
pub mod touch;
pub mod trial;
pub mod visibility;
pub mod wake;
pub mod worker;

mod js;
mod timer;

pub use js::Listener;
pub use timer::{Every, Timer, after, every, next_paint, sleep};
pub use wasm_bindgen_futures::spawn_local as spawn;
