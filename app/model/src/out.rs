//! What leaves the app as a file or a text: a calendar, Markdown, a table. Pure: what to write and when are arguments.

pub mod csv;
pub mod ics;
pub mod inzage;
pub mod markdown;
pub mod offer;
