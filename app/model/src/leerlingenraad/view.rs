//! What there is to see of the councils: what was asked, and for each theme how far it is on the way back to the children.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};
use replica::gather::Gather;
use rules::order::Order;
use rules::text::{Lang, Text, t};

use super::command::{Command, Decision, Field, Words};
use super::questions::{Card, Group, Standard, own_cards};
use super::{SCHEMA, layout};
use crate::attachment::Attachment;
use crate::field::{collect, date, flag, get, items, text};
use crate::inbreng::Way;
use crate::tekening::world::Spot;
use crate::typed::schema;

/// A field with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// The councils, read.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub name: String,
    pub region: String,
    /// People keep to a plan that has ended, until there is a new one.
    pub keeps_plan: bool,
    /// From old to new.
    pub councils: Vec<Council>,
    pub themes: Vec<Theme>,
    /// What adults recorded, by the name of the sentence (`voice::name`).
    pub voices: BTreeMap<String, Attachment>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// One pop-up council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    pub id: String,
    pub title: String,
    pub on: Option<NaiveDate>,
    pub group: Group,
    /// Which schools, in words.
    pub schools: String,
    /// What adults promised, and what became of it.
    pub promised: String,
    pub questions: Vec<Question>,
    pub held: bool,
    pub drawn: bool,
    pub gone: bool,
}

/// One question of a council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub standard: Option<Standard>,
    /// In own words; those of the plan when there are none.
    pub own: String,
    /// How it can be answered, in the order in which the ways are shown.
    pub ways: Vec<Way>,
    pub gone: bool,
}

/// Something that children said and that adults take up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    pub id: String,
    pub council: String,
    pub title: String,
    pub spot: Spot,
    pub heard: String,
    pub by: String,
    pub discussed: Option<NaiveDate>,
    pub decision: Option<Decision>,
    pub why: String,
    pub back: String,
    pub told: Option<NaiveDate>,
    pub used: bool,
    pub gone: bool,
}

/// How far a theme is on its way back to the children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Written down; nobody talked about it.
    Heard,
    /// Talked about; not decided.
    Discussed,
    /// Decided; the children do not know yet.
    Decided,
    /// The children heard.
    Told,
}

impl Stage {
    /// From the first to the last.
    pub const ALL: [Self; 4] = [Self::Heard, Self::Discussed, Self::Decided, Self::Told];

    /// Its name on the screen.
    pub const fn label(self) -> Text {
        match self {
            Self::Heard => t("Gehoord", "Heard"),
            Self::Discussed => t("Besproken", "Discussed"),
            Self::Decided => t("Besloten", "Decided"),
            Self::Told => t("Terug bij de kinderen", "Back to the children"),
        }
    }
}

impl Question {
    /// The question as a child of this group reads it.
    pub fn asks(&self, group: Group, lang: Lang) -> String {
        match self.standard {
            Some(standard) if self.own.is_empty() => standard.asks(group).get(lang).to_owned(),
            _ => self.own.clone(),
        }
    }

    /// The cards, at most five.
    pub fn cards(&self, group: Group) -> &'static [Card] {
        self.standard.map_or(own_cards(group), |standard| standard.cards(group))
    }
}

impl Council {
    /// What a question is about, in a few words.
    pub fn theme(&self, question: &str, lang: Lang) -> String {
        let found = self.questions.iter().find(|one| one.id == question);
        let about = |one: &Question| match one.standard {
            Some(standard) if one.own.is_empty() => standard.label().get(lang).to_owned(),
            _ => one.own.clone(),
        };
        found.map(about).unwrap_or_default()
    }

    /// The command that asks a question one place later, or one earlier; nothing at the ends.
    pub fn moved(&self, question: &str, later: bool) -> Option<Command> {
        let ids: Vec<&str> = self.asked().map(|one| one.id.as_str()).collect();
        let at = ids.iter().position(|id| *id == question)?;
        let after = if later {
            Some(*ids.get(at + 1)?)
        } else {
            ids.get(..at.checked_sub(1)?)?.last().copied()
        };
        Some(Command::MoveQuestion { id: question.to_owned(), after: after.map(str::to_owned) })
    }

    /// The question of what helps to stay together, when it is asked.
    pub fn staying(&self) -> Option<&Question> {
        self.asked().find(|one| one.standard == Some(Standard::Blijven))
    }

    /// What the dots are about: what helps to stay together. Something can be done there, so the council need not ask it itself.
    pub fn at_dots(&self, lang: Lang) -> String {
        match self.staying() {
            Some(one) => one.asks(self.group, lang),
            None => Standard::Blijven.asks(self.group).get(lang).to_owned(),
        }
    }

    /// Its day has come, and nobody said whether it took place.
    pub fn is_unsaid(&self, today: NaiveDate) -> bool {
        !self.held && self.on.is_some_and(|on| on <= today)
    }

    /// What is asked, in its order.
    pub fn asked(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|one| !one.gone)
    }
}

impl Theme {
    /// What the children hear: in their language when that was written, and else why it was decided.
    pub fn answer(&self) -> &str {
        if self.back.is_empty() { &self.why } else { &self.back }
    }

    /// How far it is. A step counts only after the ones before it.
    pub fn stage(&self) -> Stage {
        let decided = self.decision.is_some() && !self.why.trim().is_empty();
        match (self.discussed.is_some() && !self.by.is_empty(), decided, self.told.is_some()) {
            (false, ..) => Stage::Heard,
            (true, false, _) => Stage::Discussed,
            (true, true, false) => Stage::Decided,
            (true, true, true) => Stage::Told,
        }
    }
}

impl View {
    /// One council.
    pub fn council(&self, id: &str) -> Option<&Council> {
        self.councils.iter().find(|one| one.id == id)
    }

    /// Councils that were not taken away.
    pub fn present(&self) -> impl DoubleEndedIterator<Item = &Council> {
        self.councils.iter().filter(|one| !one.gone)
    }

    /// The one that is next or going on: the earliest that was not held.
    pub fn next(&self) -> Option<&Council> {
        self.present().find(|one| !one.held)
    }

    /// The council that this one goes on from: the last before it that was held.
    pub fn before(&self, council: &str) -> Option<&Council> {
        let own = self.councils.iter().take_while(|one| one.id != council);
        own.filter(|one| one.held && !one.gone).last()
    }

    /// Those whose day has come, while nobody said whether they took place.
    pub fn unsaid(&self, today: NaiveDate) -> impl Iterator<Item = &Council> {
        self.present().filter(move |one| one.is_unsaid(today))
    }

    /// Themes of a council.
    pub fn themes_of<'a>(&'a self, council: &'a str) -> impl Iterator<Item = &'a Theme> {
        self.themes.iter().filter(move |one| one.council == council && !one.gone)
    }

    /// Themes of which the children have not heard yet, with how many days ago they said it.
    pub fn unanswered(&self, today: NaiveDate) -> Vec<(&Theme, Option<i64>)> {
        let open = self.themes.iter().filter(|one| !one.gone && one.stage() != Stage::Told);
        let age = |theme: &Theme| {
            let on = self.council(&theme.council)?.on?;
            Some((today - on).num_days().max(0))
        };
        let mut open: Vec<_> = open.map(|one| (one, age(one))).collect();
        open.order_by_key(|(_, age)| std::cmp::Reverse(*age));
        open
    }

    /// One of the texts.
    pub(super) fn words_mut(&mut self, words: &Words) -> Option<&mut String> {
        let (Words::Promised(id) | Words::Heard(id) | Words::Why(id) | Words::Back(id)) = words;
        if let Words::Promised(_) = words {
            let found = self.councils.iter_mut().find(|one| one.id == *id);
            return found.map(|one| &mut one.promised);
        }
        let theme = self.themes.iter_mut().find(|one| one.id == *id)?;
        Some(match words {
            Words::Why(_) => &mut theme.why,
            Words::Back(_) => &mut theme.back,
            _ => &mut theme.heard,
        })
    }

    /// One of the texts, as it was read.
    pub fn words(&self, words: &Words) -> String {
        match words {
            Words::Promised(id) => self.council(id).map(|one| one.promised.clone()),
            Words::Heard(id) => self.theme(id).map(|one| one.heard.clone()),
            Words::Why(id) => self.theme(id).map(|one| one.why.clone()),
            Words::Back(id) => self.theme(id).map(|one| one.back.clone()),
        }
        .unwrap_or_default()
    }

    /// Councils of which the children can hear what was decided, the last one first.
    pub fn answered(&self) -> impl Iterator<Item = &Council> {
        self.councils.iter().rev().filter(|one| self.answers_of(&one.id).next().is_some())
    }

    /// What the children of a council can hear: what was decided.
    pub fn answers_of<'a>(&'a self, council: &'a str) -> impl Iterator<Item = &'a Theme> {
        self.themes_of(council).filter(|one| one.stage() >= Stage::Decided)
    }

    /// One theme.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.themes.iter().find(|one| one.id == id)
    }
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let all = &mut conflicts;
    let questions = items(document, layout::QUESTIONS, all, field_of_question, |id, registers| {
        (text(registers, layout::COUNCIL), question(id, registers))
    });
    let mut councils = items(document, layout::COUNCILS, all, field_of_council, |id, registers| {
        let own = questions.iter().filter(|(council, _)| council == id);
        let questions = own.map(|(_, question)| question.clone()).collect();
        let promised = Words::Promised(id.to_owned());
        council(id, registers, questions, read_words(document, &promised))
    });
    let themes = items(document, layout::THEMES, all, field_of_theme, |id, registers| {
        theme(document, id, registers)
    });
    councils.order_by_key(|one| (one.on.is_none(), one.on, one.id.clone()));
    View {
        name: text(&itself, layout::NAME),
        region: text(&itself, layout::REGION),
        keeps_plan: flag(&itself, layout::KEEPS),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty() && councils.is_empty(),
        voices: recorded(&itself),
        councils,
        themes,
        conflicts,
    }
}

fn read_words(document: &Document, words: &Words) -> String {
    let (place, name) = layout::words(words);
    document.text(&place, name)
}

fn field_of_council(id: &str, name: &str) -> Field {
    Field::Council { id: id.to_owned(), name: name.to_owned() }
}

fn field_of_question(id: &str, name: &str) -> Field {
    Field::Question { id: id.to_owned(), name: name.to_owned() }
}

fn field_of_theme(id: &str, name: &str) -> Field {
    Field::Theme { id: id.to_owned(), name: name.to_owned() }
}

fn council(id: &str, registers: &Registers, questions: Vec<Question>, promised: String) -> Council {
    Council {
        id: id.to_owned(),
        title: text(registers, layout::TITLE),
        on: get(registers, layout::ON).and_then(date),
        group: Group::from_slug(&text(registers, layout::GROUP)).unwrap_or(Group::Oud),
        schools: text(registers, layout::SCHOOLS),
        promised,
        questions,
        held: flag(registers, layout::HELD),
        drawn: flag(registers, layout::DRAWN),
        gone: flag(registers, layout::GONE),
    }
}

fn question(id: &str, registers: &Registers) -> Question {
    let without = |way: &Way| {
        registers
            .keys()
            .any(|name| layout::without_of(name) == Some(way.slug()) && flag(registers, name))
    };
    Question {
        id: id.to_owned(),
        standard: Standard::from_slug(&text(registers, layout::STANDARD)),
        own: text(registers, layout::OWN),
        ways: Way::ALL.iter().copied().filter(|way| !without(way)).collect(),
        gone: flag(registers, layout::GONE),
    }
}

fn theme(document: &Document, id: &str, registers: &Registers) -> Theme {
    let words = |words: fn(String) -> Words| read_words(document, &words(id.to_owned()));
    let day = |name| get(registers, name).and_then(date);
    let decision = get(registers, layout::DECISION).and_then(Value::text);
    Theme {
        id: id.to_owned(),
        council: text(registers, layout::COUNCIL),
        title: text(registers, layout::TITLE),
        spot: Spot::from_slug(&text(registers, layout::SPOT)).unwrap_or(Spot::Klas),
        heard: words(Words::Heard),
        by: text(registers, layout::BY),
        discussed: day(layout::DISCUSSED),
        decision: decision.and_then(Decision::from_slug),
        why: words(Words::Why),
        back: words(Words::Back),
        told: day(layout::TOLD),
        used: flag(registers, layout::USED),
        gone: flag(registers, layout::GONE),
    }
}

/// What adults recorded, by the name of the sentence, in a document that is read for nothing else.
pub fn voices(document: &Document) -> BTreeMap<String, Attachment> {
    recorded(&document.registers(&layout::itself()))
}

fn recorded(itself: &Registers) -> BTreeMap<String, Attachment> {
    let all = itself.keys().filter_map(|name| {
        let sound = Attachment::from_value(get(itself, name)?)?;
        Some((layout::voice_of(name)?.to_owned(), sound))
    });
    all.gather()
}
