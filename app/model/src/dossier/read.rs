//! Reads a document into what there is to see of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use replica::document::{Document, Place, Registers, Value};
use replica::gather::Gather;

use super::command::{Field, Moment, Remark, Side, Way};
use super::said::Said;
use super::view::{Agreed, Conflict, Guardian, Hearing, Letter, Question, Receiver, Told, View};
use super::{SCHEMA, layout};
use crate::attachment::Attachment;
use crate::field::{collect, date, flag, get, items, text, texts};
use crate::ouder::{self, Choice, Language, Picture, Spoken};
use crate::typed::schema;

pub(super) fn read(document: &Document) -> View {
    let itself = document.registers(&layout::itself());
    let mut conflicts = Vec::new();
    collect(&mut conflicts, &itself, |name| Field::Itself(name.to_owned()));
    let day = |name| get(&itself, name).and_then(date);
    let number = |name| get(&itself, name).and_then(Value::int);
    let mut view = View {
        region: text(&itself, layout::REGION),
        keeps_plan: flag(&itself, layout::KEEPS),
        level: number(layout::LEVEL),
        enrolled: day(layout::ENROLLED),
        look_back: day(layout::LOOK_BACK),
        care: yes_or_no(&itself, layout::CARE),
        known: itself
            .keys()
            .filter_map(|name| Some((layout::known_of(name)?, yes_or_no(&itself, name)?)))
            .gather(),
        parts: document.items(layout::PLANS).into_iter().map(|id| parts(document, id)).gather(),
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
        sounds: document.items(layout::SOUNDS).into_iter().map(|id| sound(document, id)).gather(),
        plans: of(document, layout::PLANS, &mut conflicts, plan),
        agreed: of(document, layout::AGREED, &mut conflicts, agreed),
        receivers: receivers(document, &mut conflicts),
        hearings: of(document, layout::HEARINGS, &mut conflicts, hearing),
        drafts: itself
            .keys()
            .filter_map(|name| Some((layout::draft_of(name)?.to_owned(), text(&itself, name))))
            .collect(),
        own_invited: itself
            .keys()
            .filter_map(|name| layout::own_invited_of(name).map(str::to_owned))
            .gather(),
        conflicts: Vec::new(),
        read_only: schema(document, layout::ROOT) > SCHEMA,
        is_empty: itself.is_empty(),
    };
    view.conflicts = conflicts;
    view
}

/// Every choice that was made, and nothing else.
pub(super) fn choices(document: &Document) -> Vec<Agreed> {
    of(document, layout::AGREED, &mut Vec::new(), agreed)
}

/// The letters, and nothing else.
pub(super) fn letters(document: &Document) -> Vec<Letter> {
    of(document, layout::LETTERS, &mut Vec::new(), letter)
}

/// A view with who sees it, the letters and what was told, and nothing else.
pub(super) fn with_post(document: &Document) -> View {
    View {
        sees: text(&document.registers(&layout::itself()), layout::SEES),
        letters: letters(document),
        told: of(document, layout::TOLD, &mut Vec::new(), told),
        ..View::default()
    }
}

/// A view with the parents and who may receive it, and nothing else.
pub(super) fn with_receivers(document: &Document) -> View {
    View {
        guardians: of(document, layout::GUARDIANS, &mut Vec::new(), guardian),
        receivers: receivers(document, &mut Vec::new()),
        ..View::default()
    }
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
        call: optional(registers, layout::CALL),
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
        posted: day(registers, layout::POSTED),
        closed: day(registers, layout::CLOSED),
        heard: registers
            .keys()
            .filter_map(|name| layout::heard_of(name).map(str::to_owned))
            .gather(),
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
        kept_back: flag(registers, layout::KEPT_BACK),
        spoken: get(registers, layout::SPOKEN).and_then(spoken),
        rather_tell: flag(registers, layout::RATHER),
        on: day(registers, layout::ON),
        interpreter: optional(registers, layout::INTERPRETER),
        beside: optional(registers, layout::ABOUT).zip(remark),
    }
}

fn spoken(value: &Value) -> Option<Spoken> {
    let number = |name| value.member(name)?.int()?.try_into().ok();
    let words = |name| value.member(name)?.text().map(str::to_owned);
    Some(Spoken {
        id: words(layout::SOUNDS)?,
        size: number(layout::SIZE)?,
        seconds: number(layout::SECONDS)?,
        media: words(layout::MEDIA)?,
        cut: false,
    })
}

/// The pieces of one recording. Two devices may have taken in the same piece at the same time: either is it.
fn sound(document: &Document, id: String) -> (String, BTreeMap<u32, Attachment>) {
    let registers = document.registers(&Place::item(layout::SOUNDS, &id));
    let piece = |name: &String| {
        let file = get(&registers, name).and_then(Attachment::from_value)?;
        Some((layout::piece_of(name)?, file))
    };
    (id, registers.keys().filter_map(piece).gather())
}

fn plan(id: &str, registers: &Registers) -> ouder::Plan {
    ouder::Plan {
        id: id.to_owned(),
        title: text(registers, layout::TITLE),
        text: text(registers, layout::TEXT),
        on: day(registers, layout::ON).unwrap_or_default(),
    }
}

/// What a plan says to each question.
fn parts(document: &Document, id: String) -> (String, Vec<String>) {
    let registers = document.registers(&Place::item(layout::PLANS, &id));
    (id, get(&registers, layout::PARTS).map(texts).unwrap_or_default())
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
        receipt: optional(registers, layout::RECEIPT),
    }
}

fn receiver(id: &str, registers: &Registers) -> Receiver {
    let answers = registers.keys().filter_map(|name| {
        let guardian = layout::yes_of(name)?;
        Some((guardian.to_owned(), yes_or_no(registers, name)?))
    });
    let answered = registers
        .keys()
        .filter_map(|name| Some((layout::said_on_of(name)?.to_owned(), day(registers, name)?)));
    Receiver {
        id: id.to_owned(),
        name: text(registers, layout::NAME),
        why: text(registers, layout::WHY),
        on: day(registers, layout::ON),
        answers: answers.gather(),
        answered: answered.gather(),
        said: Vec::new(),
        invited: optional(registers, layout::INVITED),
        device: optional(registers, layout::DEVICE),
        since: day(registers, layout::SINCE),
        removed: day(registers, layout::GONE),
    }
}

/// With all that guardians say about them. Between answers nobody chooses: which one counts follows from when and how they were given.
fn receivers(document: &Document, conflicts: &mut Vec<Conflict>) -> Vec<Receiver> {
    let said = of(document, layout::ANSWERS, &mut Vec::new(), said);
    let mut found = Vec::new();
    let all = of(document, layout::RECEIVERS, &mut found, receiver);
    let of_answer = |name: &str| layout::yes_of(name).or(layout::said_on_of(name)).is_some();
    found.retain(|one| !matches!(&one.field, Field::Item { name, .. } if of_answer(name)));
    conflicts.append(&mut found);
    all.into_iter().map(|one| one.with_answers(&said)).collect()
}

fn said(_: &str, registers: &Registers) -> Said {
    Said {
        receiver: text(registers, layout::RECEIVER),
        guardian: text(registers, layout::GUARDIAN),
        yes: yes_or_no(registers, layout::ANSWER),
        on: day(registers, layout::ON),
        way: Way::from_slug(&text(registers, layout::WAY)),
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
