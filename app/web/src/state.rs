//! What the app knows and does, apart from how it looks: opening, saving, the documents and the device.
//! Plain structs; signals only at the rim.

pub mod app;
mod boot;
pub mod device;
pub mod first;
pub mod space;
pub mod status;

pub use app::AppState;
