//! Regels: every rule of the catalogue, rendered from the registry so that it cannot drift from what is computed.

pub mod amounts;
pub mod facts;
pub mod form;
pub mod list;
pub mod lost;
pub mod outcome;
pub mod question;
pub mod rule;
pub mod search;
pub mod trial;

pub use list::Regels;
pub use rule::Regel;
