//! What there is to see of what a school offers. Where two values wait for a choice, the first one counts until then.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use replica::document::{Document, Value};
use replica::gather::Gather;

use super::command::{Command, Field, Words};
use super::need::{Need, Offer};
use super::{SCHEMA, layout};
use crate::field::{collect, date, get, text};
use crate::typed::schema;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// What a school offers in a year, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub school: String,
    pub region: String,
    pub area: Option<String>,
    pub short: String,
    pub basic: String,
    pub influence: String,
    /// Every need, in the order in which everybody reads it, also those about which nothing is said.
    pub lines: Vec<Line>,
    pub heard: Option<NaiveDate>,
    pub adopted: Option<NaiveDate>,
    pub published: Option<NaiveDate>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// What is said about one need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub need: Need,
    /// Nothing is unknown, not a no.
    pub offer: Option<Offer>,
    pub words: String,
}

impl View {
    /// What is said about a need.
    pub fn offer(&self, need: Need) -> Option<Offer> {
        self.lines.iter().find(|line| line.need == need)?.offer
    }

    /// The command that begins a next year with what the school said in this one. Pupils are heard again, and the days are new.
    pub fn begin_next(&self) -> Command {
        let (school, region, area) = (self.school.clone(), self.region.clone(), self.area.clone());
        let start = Command::Start { school, region, area };
        let offers = self.lines.iter().filter(|line| line.offer.is_some());
        let offers = offers.map(|line| Command::SetOffer { need: line.need, offer: line.offer });
        let of_needs = self.lines.iter().map(|line| (Words::Need(line.need), &line.words));
        let texts = [(Words::Short, &self.short), (Words::Basic, &self.basic)];
        let written = texts.into_iter().chain(of_needs).filter(|(_, text)| !text.is_empty());
        let written = written.map(|(words, text)| Command::Write {
            words,
            base: String::new(),
            text: text.clone(),
        });
        Command::Together(std::iter::once(start).chain(offers).chain(written).collect())
    }

    /// Needs about which nothing is said yet.
    pub fn open(&self) -> impl Iterator<Item = Need> {
        self.lines.iter().filter(|line| line.offer.is_none()).map(|line| line.need)
    }
}

/// Only what is said about each need, for whoever reads many schools at once: no texts, no choices.
pub fn offers(document: &Document) -> BTreeMap<Need, Offer> {
    let values = document.values(layout::NEEDS);
    let offer = |need: Need| {
        let offer = values.get(need.slug())?.get(layout::OFFER)?.text();
        Some((need, offer.and_then(Offer::from_slug)?))
    };
    Need::ALL.iter().copied().filter_map(offer).gather()
}

/// The name of the school and its werkgebied, without reading the rest.
pub fn place(document: &Document) -> (String, Option<String>) {
    let itself = document.registers(&layout::itself());
    let area = get(&itself, layout::AREA).and_then(Value::text).map(str::to_owned);
    (text(&itself, layout::SCHOOL), area)
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let words = |words: Words| {
        let (place, name) = layout::words(words);
        document.text(&place, name)
    };
    let line = |need: Need| {
        let registers = document.registers(&layout::need(need));
        collect(&mut conflicts, &registers, |name| Field::Need {
            need: need.slug().to_owned(),
            name: name.to_owned(),
        });
        let offer = get(&registers, layout::OFFER).and_then(Value::text);
        Line { need, offer: offer.and_then(Offer::from_slug), words: words(Words::Need(need)) }
    };
    let lines = Need::ALL.iter().copied().map(line).collect();
    let day = |name| get(&itself, name).and_then(date);
    View {
        school: text(&itself, layout::SCHOOL),
        region: text(&itself, layout::REGION),
        area: get(&itself, layout::AREA).and_then(Value::text).map(str::to_owned),
        short: words(Words::Short),
        basic: words(Words::Basic),
        influence: words(Words::Influence),
        heard: day(layout::HEARD),
        adopted: day(layout::ADOPTED),
        published: day(layout::PUBLISHED),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty(),
        lines,
        conflicts,
    }
}
