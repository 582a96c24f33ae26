//! The reusable record of one evaluation: small copyable steps, in the order they were made.
//! A made value follows its parts and says how many of the steps before it are its own.

use chrono::NaiveDate;

use super::{Key, Missing, Val};
use crate::text::Text;

/// Reuse one trace for many evaluations; it allocates only while it grows.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    pub(crate) steps: Vec<Step>,
    pub(crate) list: Vec<Val>,
    /// Room for shares, kept between evaluations.
    pub(crate) divider: crate::share::Divider,
}

/// One step. The number of parts are the steps right before it that belong to it.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub what: What,
    pub parts: u16,
}

#[derive(Clone, Copy, Debug)]
pub enum What {
    /// A fact that was read: the place in the rule's fields.
    Input(u8),
    /// A parameter row that was read: the place among the parameters.
    Parameter(u32),
    Missing(Missing),
    Made {
        text: &'static Text,
        about: About,
        value: Option<Val>,
        how: How,
    },
    NotApplied(&'static Text),
    WouldChange(&'static Text, About, Val),
    Finding(&'static str, &'static Text),
}

/// How a value was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Sum,
    Difference,
    Product,
    Quotient,
    Largest,
    Smallest,
    Share,
    Rounded,
    /// A fixed date or fact of the calendar.
    Fixed,
}

/// When or what a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Nothing,
    /// The nth of a list, from one.
    Nth(u32),
    Year(i32),
    Date(NaiveDate),
}

impl Trace {
    pub fn clear(&mut self) {
        self.steps.clear();
        self.list.clear();
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The values of a [`Val::List`].
    pub fn values(&self, start: u32, len: u32) -> &[Val] {
        let at = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
        self.list.get(at(start)..at(start).saturating_add(at(len))).unwrap_or(&[])
    }

    /// What the evaluation asked for and did not find, in the order it asked.
    pub fn missing(&self) -> impl Iterator<Item = Missing> + '_ {
        self.steps.iter().filter_map(|step| match step.what {
            What::Missing(missing) => Some(missing),
            _ => None,
        })
    }

    /// Keys of the parameters that were missing.
    pub fn missing_keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.missing().filter_map(|missing| match missing {
            Missing::Parameter(key, _) => Some(key),
            _ => None,
        })
    }
}
