//! The pages that a parent sees, in the language that the parent chose. A library, so that the school's tablet can show them too.
//!
//! They keep and send nothing themselves: whoever shows them gives a [`Port`].
#![forbid(unsafe_code)]

pub mod allow;
pub mod check;
pub mod done;
pub mod pages;
pub mod plan;
pub mod question;
pub mod say;
pub mod sound;
pub mod start;

pub use pages::{ParentPages, Port, Sounds, Voice};
pub use say::day;
