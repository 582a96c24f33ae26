//! What there is to see of what children brought in. Of a group that is too small nothing is shown, whoever wrote it.

use std::collections::BTreeMap;

use replica::document::{Document, Registers, Value};
use replica::gather::Gather;

use super::command::{Contribution, Field};
use super::{SCHEMA, SMALLEST, Way, layout};
use crate::field::{collect, get, items};
use crate::typed::schema;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// What children brought in, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// How many children took part.
    pub children: u32,
    /// By id, which is random: the same on every device.
    pub all: BTreeMap<String, Contribution>,
    /// Dots, by what they were put at.
    pub dots: BTreeMap<String, u32>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been laid down yet.
    pub is_empty: bool,
    /// Something was laid down of a group that is too small to show.
    pub is_small: bool,
}

/// How often each card of a question was chosen, by its name in data.
pub type Tally = BTreeMap<String, u32>;

impl View {
    /// The answers to a question.
    pub fn of<'a>(
        &'a self,
        question: &'a str,
    ) -> impl Iterator<Item = (&'a String, &'a Contribution)> {
        self.all.iter().filter(move |(_, one)| one.question == question)
    }

    /// How often each card of a question was chosen.
    pub fn tally(&self, question: &str) -> Tally {
        let mut tally = Tally::new();
        for (_, one) in self.of(question).filter(|(_, one)| !one.choice.is_empty()) {
            *tally.entry(one.choice.clone()).or_default() += 1;
        }
        tally
    }
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let number = |name: &str| {
        let number = get(&itself, name).and_then(Value::int);
        number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
    };
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let field = |id: &str, name: &str| Field::One { id: id.to_owned(), name: name.to_owned() };
    let all = items(document, layout::ALL, &mut conflicts, field, |id, registers| {
        Some((id.to_owned(), contribution(registers)?))
    });
    let all: BTreeMap<String, Contribution> = all.into_iter().flatten().gather();
    let dots = itself.keys().filter_map(|name| {
        let at = layout::dots_of(name)?;
        Some((at.to_owned(), number(name)))
    });
    let children = number(layout::CHILDREN);
    let (is_empty, is_small) = (itself.is_empty() && all.is_empty(), children < SMALLEST);
    let read_only = schema(document, layout::ROOT) > SCHEMA;
    if is_small {
        return View { is_empty, is_small: !is_empty, read_only, ..View::default() };
    }
    View { children, all, dots: dots.gather(), conflicts, read_only, is_empty, is_small }
}

/// In the order in which `carry_out` writes; a later version may write more behind it.
fn contribution(registers: &Registers) -> Option<Contribution> {
    let Value::List(is) = get(registers, layout::IS)? else { return None };
    let word = |at: usize| is.get(at).and_then(Value::text).unwrap_or_default().to_owned();
    let drawing = match is.get(4) {
        Some(Value::Bytes(bytes)) => bytes.clone(),
        _ => Vec::new(),
    };
    Some(Contribution {
        question: word(0),
        way: Way::from_slug(&word(1)).unwrap_or(Way::Woorden),
        choice: word(2),
        words: word(3),
        drawing,
        note: word(5),
        may_show: is.get(6).and_then(Value::bool).unwrap_or(false),
    })
}
