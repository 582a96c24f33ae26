//! What there is to see of the advice.

use std::collections::BTreeMap;

use replica::document::Document;
use replica::gather::Gather;

use super::{SCHEMA, layout};
use crate::school::Row;
use crate::typed::schema;

/// The advice of a school, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// By the year in which the school year begins, and the row.
    pub words: BTreeMap<(i32, Row), String>,
    /// Words merge: nothing here ever waits for a choice.
    pub conflicts: [(); 0],
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
}

impl View {
    /// What is advised with a row; empty when nothing is.
    pub fn with(&self, year: i32, row: Row) -> &str {
        self.words.get(&(year, row)).map_or("", String::as_str)
    }
}

pub(super) fn read(document: &Document) -> View {
    let values = document.values(layout::ROWS);
    let words = values.keys().filter_map(|id| {
        let (year, row) = layout::read(id)?;
        Some(((year, row), document.text(&layout::place(year, row), layout::TEXT)))
    });
    View {
        words: words.gather(),
        conflicts: [],
        read_only: schema(document, layout::ROOT) > SCHEMA,
    }
}
