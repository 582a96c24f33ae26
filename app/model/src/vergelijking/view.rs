//! What there is to see of the comparisons. Where two values wait for a choice, the first one counts until then.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use replica::document::{Document, Registers};
use replica::gather::Gather;
use rules::order::Order;

use super::command::{Field, Mark};
use super::{SCHEMA, layout};
use crate::field::{date, flag, get, items};
use crate::typed::schema;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// The comparisons, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// In the order in which they were begun.
    pub all: Vec<Review>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
}

/// One time that everything was laid side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub id: String,
    /// What was done and looked at.
    pub marks: BTreeSet<Mark>,
    /// The day on which it was done; nothing while it is under way.
    pub done: Option<NaiveDate>,
    pub outcome: String,
    pub gone: bool,
}

impl View {
    /// The one that is under way.
    pub fn under_way(&self) -> Option<&Review> {
        self.all.iter().rfind(|one| !one.gone && one.done.is_none())
    }

    /// Those that were done, the last first.
    pub fn done(&self) -> Vec<&Review> {
        let mut done: Vec<_> =
            self.all.iter().filter(|one| !one.gone && one.done.is_some()).collect();
        done.order_by_key(|one| std::cmp::Reverse(one.done));
        done
    }
}

pub(super) fn read(document: &Document) -> View {
    let mut conflicts = Vec::new();
    let field = |id: &str, name: &str| Field { id: id.to_owned(), name: name.to_owned() };
    let all = items(document, layout::ALL, &mut conflicts, field, |id, registers| {
        review(id, registers, document.text(&layout::place(id), layout::OUTCOME))
    });
    View { all, conflicts, read_only: schema(document, layout::ROOT) > SCHEMA }
}

fn review(id: &str, registers: &Registers, outcome: String) -> Review {
    let marked = registers.keys().filter(|name| flag(registers, name));
    Review {
        id: id.to_owned(),
        marks: marked.filter_map(|name| Mark::from_slug(layout::mark_of(name)?)).gather(),
        done: get(registers, layout::DONE).and_then(date),
        outcome,
        gone: flag(registers, layout::GONE),
    }
}
