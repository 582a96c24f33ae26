//! What there is to see of a dossier. Where two values wait for a choice, the first one counts until then.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use replica::document::{Document, Registers, Value};

use super::command::{Field, Moment, Remark, Side, Way};
use super::{SCHEMA, layout};
use crate::field::{collect, date, flag, get, items, text, texts};
use crate::ouder::{self, Choice, Language, Picture};
use crate::typed::schema;

/// A field of a dossier with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// A dossier, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// How the child is called.
    pub name: String,
    pub school: String,
    pub asker: String,
    pub phone: String,
    /// Who sees it, one a line.
    pub sees: String,
    pub keep: Option<NaiveDate>,
    /// When it is talked about together.
    pub talk: Option<NaiveDate>,
    pub guardians: Vec<Guardian>,
    pub questions: Vec<Question>,
    pub letters: Vec<Letter>,
    /// In the order in which it came in; later ones of the same author replace earlier ones on screen.
    pub told: Vec<Told>,
    pub plans: Vec<ouder::Plan>,
    pub agreed: Vec<Agreed>,
    pub receivers: Vec<Receiver>,
    pub hearings: Vec<Hearing>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// A parent or another guardian.
#[derive(Clone, Debug, PartialEq)]
pub struct Guardian {
    pub id: String,
    pub name: String,
    pub relation: String,
    pub gone: bool,
}

/// A question that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: String,
    pub question: Option<ouder::Question>,
    pub own: String,
    pub gone: bool,
    /// What the three found together.
    pub same: Option<bool>,
}

/// A letter to a parent.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub id: String,
    pub guardian: String,
    pub dropbox: String,
    pub link: String,
    pub sealed: String,
    pub keys: String,
    pub made: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub plan: Option<String>,
    pub opened: Option<NaiveDate>,
    pub busy: Option<NaiveDate>,
    pub sent: Option<NaiveDate>,
    /// Asked for a call, on this number.
    pub call: Option<String>,
    pub called: Option<NaiveDate>,
    pub withdrawn: Option<NaiveDate>,
}

/// What is known of a letter. Never what is in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotOpened,
    Opened(NaiveDate),
    Busy(NaiveDate),
    Sent(NaiveDate),
    Withdrawn(NaiveDate),
    /// The day until which it could be opened has passed.
    Over(NaiveDate),
}

/// A text of one of the three, or beside one.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub id: String,
    /// Nothing for a remark beside another text.
    pub side: Option<Side>,
    pub question: String,
    pub author: String,
    pub guardian: Option<String>,
    pub text: String,
    pub language: Language,
    pub pictures: Vec<Picture>,
    /// A packed drawing of the child; empty when there is none.
    pub drawing: Vec<u8>,
    pub on: Option<NaiveDate>,
    pub interpreter: Option<String>,
    /// The text that it stands beside, and what it is.
    pub beside: Option<(String, Remark)>,
}

/// A choice of a guardian.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    pub id: String,
    pub guardian: String,
    pub plan: String,
    pub choice: Option<Choice>,
    pub name: String,
    pub on: Option<NaiveDate>,
    pub way: Option<Way>,
    pub file: String,
}

/// Where a guardian stands about a plan: the last choice, nothing when there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub guardian: Guardian,
    pub last: Option<Agreed>,
}

/// Somebody to whom it may go.
#[derive(Clone, Debug, PartialEq)]
pub struct Receiver {
    pub id: String,
    pub name: String,
    pub why: String,
    pub on: Option<NaiveDate>,
    /// What each guardian says, by id.
    pub answers: BTreeMap<String, bool>,
    pub removed: Option<NaiveDate>,
}

/// One time that the child was heard.
#[derive(Clone, Debug, PartialEq)]
pub struct Hearing {
    pub id: String,
    pub moment: Option<Moment>,
    pub on: Option<NaiveDate>,
    pub way: String,
    pub help: String,
    pub done_with: String,
}

impl View {
    /// Guardians who take part.
    pub fn present(&self) -> impl Iterator<Item = &Guardian> {
        self.guardians.iter().filter(|one| !one.gone)
    }

    /// Questions that are asked.
    pub fn asked(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|one| !one.gone)
    }

    /// A guardian by id.
    pub fn guardian(&self, id: &str) -> Option<&Guardian> {
        self.guardians.iter().find(|one| one.id == id)
    }

    /// The plan that was frozen last.
    pub fn plan(&self) -> Option<&ouder::Plan> {
        self.plans.last()
    }

    /// Where each guardian stands about a plan, each apart.
    pub fn standings(&self, plan: &str) -> Vec<Standing> {
        let last = |guardian: &Guardian| {
            let all = self.agreed.iter();
            all.rev().find(|one| one.plan == plan && one.guardian == guardian.id).cloned()
        };
        self.present()
            .map(|guardian| Standing { guardian: guardian.clone(), last: last(guardian) })
            .collect()
    }

    /// Whether every guardian agrees to a plan now; no when there is no guardian.
    pub fn all_agree(&self, plan: &str) -> bool {
        let all = self.standings(plan);
        let agrees = |one: &Standing| {
            one.last.as_ref().is_some_and(|last| last.choice == Some(Choice::Eens))
        };
        !all.is_empty() && all.iter().all(agrees)
    }

    /// Whether somebody may receive it: every guardian who takes part said yes, and nobody took it back (PRV-01).
    pub fn may_receive(&self, receiver: &Receiver) -> bool {
        let mut present = self.present().peekable();
        receiver.removed.is_none()
            && present.peek().is_some()
            && present.all(|one| receiver.answers.get(&one.id) == Some(&true))
    }

    /// Remarks beside a text.
    pub fn beside(&self, told: &str) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(move |one| one.beside.as_ref().is_some_and(|(id, _)| id == told))
    }
}

impl Letter {
    /// What is known of it on this day.
    pub fn state(&self, today: NaiveDate) -> State {
        let over = self.until.filter(|until| *until < today);
        match (self.withdrawn, self.sent, over, self.busy, self.opened) {
            (Some(on), ..) => State::Withdrawn(on),
            (_, Some(on), ..) => State::Sent(on),
            (_, _, Some(on), ..) => State::Over(on),
            (.., Some(on), _) => State::Busy(on),
            (.., Some(on)) => State::Opened(on),
            _ => State::NotOpened,
        }
    }

    /// Whether answers may still come.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.withdrawn.is_none() && self.until.is_some_and(|until| until >= today)
    }
}

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let day = |name| get(&itself, name).and_then(date);
    let mut view = View {
        name: text(&itself, layout::NAME),
        school: text(&itself, layout::SCHOOL),
        asker: text(&itself, layout::ASKER),
        phone: text(&itself, layout::PHONE),
        sees: text(&itself, layout::SEES),
        keep: day(layout::KEEP),
        talk: day(layout::NEXT),
        guardians: of(document, layout::GUARDIANS, &mut conflicts, guardian),
        questions: of(document, layout::QUESTIONS, &mut conflicts, question),
        letters: of(document, layout::LETTERS, &mut conflicts, letter),
        told: of(document, layout::TOLD, &mut conflicts, told),
        plans: of(document, layout::PLANS, &mut conflicts, plan),
        agreed: of(document, layout::AGREED, &mut conflicts, agreed),
        receivers: of(document, layout::RECEIVERS, &mut conflicts, receiver),
        hearings: of(document, layout::HEARINGS, &mut conflicts, hearing),
        conflicts: Vec::new(),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty(),
    };
    view.conflicts = conflicts;
    view
}

fn of<T>(
    document: &Document,
    collection: &str,
    conflicts: &mut Vec<Conflict>,
    read: impl Fn(&str, &Registers) -> T,
) -> Vec<T> {
    let field = |id: &str, name: &str| Field::Item {
        of: collection.to_owned(),
        id: id.to_owned(),
        name: name.to_owned(),
    };
    items(document, collection, conflicts, field, read)
}

fn optional(registers: &Registers, name: &str) -> Option<String> {
    get(registers, name).and_then(Value::text).map(str::to_owned)
}

fn day(registers: &Registers, name: &str) -> Option<NaiveDate> {
    get(registers, name).and_then(date)
}

fn yes_or_no(registers: &Registers, name: &str) -> Option<bool> {
    get(registers, name).and_then(Value::bool)
}

fn guardian(id: &str, registers: &Registers) -> Guardian {
    Guardian {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        relation: text(registers, layout::RELATION),
        gone: flag(registers, layout::GONE),
    }
}

fn question(id: &str, registers: &Registers) -> Question {
    Question {
        id: id.to_owned(),
        question: ouder::Question::from_slug(&text(registers, layout::OF_SET)),
        own: text(registers, layout::OWN),
        gone: flag(registers, layout::GONE),
        same: yes_or_no(registers, layout::JUDGED),
    }
}

fn letter(id: &str, registers: &Registers) -> Letter {
    Letter {
        id: id.to_owned(),
        guardian: text(registers, layout::GUARDIAN),
        dropbox: text(registers, layout::BOX),
        link: text(registers, layout::LINK),
        sealed: text(registers, layout::SEALED),
        keys: text(registers, layout::KEYS),
        made: day(registers, layout::MADE),
        until: day(registers, layout::UNTIL),
        plan: optional(registers, layout::PLAN),
        opened: day(registers, layout::OPENED),
        busy: day(registers, layout::BUSY),
        sent: day(registers, layout::SENT),
        call: optional(registers, layout::CALL),
        called: day(registers, layout::CALLED),
        withdrawn: day(registers, layout::WITHDRAWN),
    }
}

fn told(id: &str, registers: &Registers) -> Told {
    let pictures = get(registers, layout::PICTURES).map(texts).unwrap_or_default();
    let remark = Remark::from_slug(&text(registers, layout::REMARK));
    Told {
        id: id.to_owned(),
        side: Side::from_slug(&text(registers, layout::SIDE)),
        question: text(registers, layout::QUESTION),
        author: text(registers, layout::AUTHOR),
        guardian: optional(registers, layout::GUARDIAN),
        text: text(registers, layout::TEXT),
        language: Language::of(&text(registers, layout::LANGUAGE)).unwrap_or_default(),
        pictures: pictures.iter().filter_map(|slug| Picture::from_slug(slug)).collect(),
        drawing: match get(registers, layout::DRAWING) {
            Some(Value::Bytes(bytes)) => bytes.clone(),
            _ => Vec::new(),
        },
        on: day(registers, layout::ON),
        interpreter: optional(registers, layout::INTERPRETER),
        beside: optional(registers, layout::ABOUT).zip(remark),
    }
}

fn plan(id: &str, registers: &Registers) -> ouder::Plan {
    ouder::Plan {
        id: id.to_owned(),
        title: text(registers, layout::TITLE),
        text: text(registers, layout::TEXT),
        on: day(registers, layout::ON).unwrap_or_default(),
    }
}

fn agreed(id: &str, registers: &Registers) -> Agreed {
    Agreed {
        id: id.to_owned(),
        guardian: text(registers, layout::GUARDIAN),
        plan: text(registers, layout::PLAN),
        choice: Choice::from_slug(&text(registers, layout::CHOICE)),
        name: text(registers, layout::NAME),
        on: day(registers, layout::ON),
        way: Way::from_slug(&text(registers, layout::WAY)),
        file: text(registers, layout::FILE),
    }
}

fn receiver(id: &str, registers: &Registers) -> Receiver {
    let answers = registers.keys().filter_map(|name| {
        let guardian = layout::yes_of(name)?;
        Some((guardian.to_owned(), yes_or_no(registers, name)?))
    });
    Receiver {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        why: text(registers, layout::WHY),
        on: day(registers, layout::ON),
        answers: answers.collect(),
        removed: day(registers, layout::GONE),
    }
}

fn hearing(id: &str, registers: &Registers) -> Hearing {
    Hearing {
        id: id.to_owned(),
        moment: Moment::from_slug(&text(registers, layout::MOMENT)),
        on: day(registers, layout::ON),
        way: text(registers, layout::WAY),
        help: text(registers, layout::HELP),
        done_with: text(registers, layout::DONE_WITH),
    }
}
