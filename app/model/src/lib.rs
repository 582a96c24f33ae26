//! Pure: what the app knows. Documents, the commands that change them, the views read from them.
//!
//! Nothing here does I/O or reads a clock: ids, dates and sessions are arguments. See README.md.
#![forbid(unsafe_code)]

// What its own tests share with tests and measurements beside it names this crate.
#[cfg(test)]
extern crate self as model;

pub mod aanbod;
pub mod about;
pub mod address;
pub mod advies;
pub mod afspraken;
mod ask;
pub mod attachment;
pub mod budget;
pub mod dekking;
pub mod device;
pub mod dossier;
pub mod field;
pub mod gelezen;
pub mod history;
pub mod inbreng;
pub mod into;
pub mod leerlingenraad;
pub mod licht;
pub mod meeting;
pub mod ouder;
pub mod out;
pub mod people;
pub mod ready;
pub mod refused;
pub mod school;
pub mod search;
pub mod sharing;
pub mod spaces;
pub mod steunpunt;
pub mod table;
pub mod tekening;
pub mod together;
pub mod typed;
pub mod vandaag;
pub mod vergelijking;
pub mod wegwijzer;
pub mod werkgebied;
pub mod words;
