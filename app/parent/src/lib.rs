//! The pages that a parent sees, in the language that the parent chose. A library, so that the school's tablet can show them too.
//!
//! They keep and send nothing themselves: whoever shows them gives a [`Port`].
#![forbid(unsafe_code)]

mod check;
mod done;
mod pages;
mod plan;
mod question;
mod say;
mod start;

pub use pages::{ParentPages, Port};
