//! One file per room.

pub mod about;
pub mod access;
pub mod begroting;
pub mod error;
pub mod give;
pub mod homescreen;
pub mod join;
pub mod lead;
pub mod lock;
pub mod not_found;
pub mod people;
pub mod recovery;
pub mod regels;
pub mod settings;
pub mod share;
pub mod space;
pub mod take;
pub mod today;
pub mod welcome;
pub mod werkgebied;
