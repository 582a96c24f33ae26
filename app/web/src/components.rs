//! The pieces that pages are made of. Each is semantic HTML with the class names of NL Design System or our own;
//! none knows a rule or a document.

pub mod alert;
pub mod bulletins;
pub mod chart;
pub mod devices;
pub mod dialog;
pub mod empty;
pub mod explanation;
pub mod facts;
pub mod field;
pub mod frame;
pub mod icon;
pub mod kantlijn;
pub mod lever;
pub mod logo;
pub mod opening;
pub mod page;
pub mod progress;
pub mod rail;
pub mod segmented;
pub mod status_line;
pub mod summary;
pub mod table;
pub mod typed;
pub mod unique;
