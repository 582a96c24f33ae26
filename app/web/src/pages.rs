//! One file per room.

pub mod about;
pub mod access;
pub mod begroting;
pub mod error;
pub mod homescreen;
pub mod not_found;
pub mod regels;
pub mod settings;
pub mod share;
pub mod today;
