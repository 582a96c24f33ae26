//! What a person can do to the advice.

use serde::{Deserialize, Serialize};

use crate::school::Row;

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Writes with a row of the school year that begins in `year`: what was in the field when typing began, and what is there
    /// now.
    Write { year: i32, row: Row, base: String, text: String },
}
