//! What the app knows and does, apart from how it looks: opening, saving, the documents and the device.
//! Plain structs; signals only at the rim.

pub mod app;
pub mod book;
mod boot;
pub mod budget;
pub mod copy;
pub mod courier;
pub mod desk;
pub mod device;
mod files;
pub mod ledger;
pub mod leerlingenraad;
mod opening;
pub mod people;
pub mod region;
pub mod school;
pub mod sharing;
pub mod status;
pub mod typed;
pub mod typing;
pub mod werkgebied;

pub use app::AppState;
