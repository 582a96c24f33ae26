//! One file per room.

pub mod about;
pub mod access;
pub mod begroting;
pub mod dossier;
pub mod error;
pub mod give;
pub mod homescreen;
pub mod join;
pub mod lead;
pub mod leerlingenraad;
pub mod lock;
pub mod meekring;
pub mod not_found;
pub mod people;
pub mod recovery;
pub mod regels;
pub mod school;
pub mod settings;
pub mod share;
pub mod sign_in;
pub mod space;
pub mod take;
pub mod today;
pub mod welcome;
pub mod werkgebied;
