//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Value, Writer};

use super::command::{Carried, Change, Command, ItemChange, ItemKind, NewItem, Seated, Start};
use super::{casus, layout, view};
use crate::field::{
    absent, choose, first, map, mark, named, set, set_or_clear, slugs, there, time,
};
use crate::refused::Refused;
use crate::table::Seat;
use crate::together::write_text;

type Done = Result<(), Refused>;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    let itself = layout::itself();
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start(start) => begin(to, start),
        Command::Set(change) => set_meeting(to, change),
        Command::AddPerson(person) => seat(to, person),
        Command::Attend { person, presence } => {
            let place = there(to, layout::person(person))?;
            set_or_clear(to, &place, layout::PRESENCE, presence.map(|presence| presence.slug()))
        }
        Command::Appoint { office, person } => {
            set_or_clear(to, &itself, &layout::office(office.slug()), person.as_deref())
        }
        Command::Now { item, at } => {
            there(to, layout::item(item))?;
            stop(to, *at)?;
            set(to, &layout::item(item), &layout::run(*at), Value::Null)?;
            set(to, &itself, layout::NOW, item.as_str())
        }
        Command::Pause { at } => pause(to, *at),
        Command::Close { on, next, at } => {
            pause(to, *at)?;
            set(to, &itself, layout::CLOSED, on.to_string())?;
            set_or_clear(to, &itself, layout::NEXT, next.map(|next| next.to_string()))
        }
        Command::Reopen => Ok(to.clear(&itself, layout::CLOSED)?),
        Command::Adopt { on, meeting } => {
            let content = view::digest(&view::read(to.document()));
            let adopted = map([
                ("dag", on.to_string().into()),
                ("in", meeting.as_str().into()),
                ("inhoud", content.into()),
            ]);
            set(to, &itself, layout::ADOPTED, adopted)
        }
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
        _ => of_items(to, command),
    }
}

fn of_items(to: &mut Writer<'_>, command: &Command) -> Done {
    match command {
        Command::AddItem { id, item, after } => {
            add_item(to, id, item)?;
            match after {
                Some(after) => Ok(to.move_item(layout::ITEMS, id, Some(after))?),
                None => Ok(()),
            }
        }
        Command::Propose { id, item } => {
            add_item(to, id, item)?;
            set(to, &layout::item(id), layout::PROPOSED, true)
        }
        Command::AddCasus { id, casus, minutes, proposed } => {
            let place = layout::item(id);
            absent(to, &place)?;
            to.add_item(layout::ITEMS, id)?;
            set(to, &place, layout::KIND, ItemKind::Casus.slug())?;
            casus::write(to, id, casus)?;
            set(to, &place, layout::MINUTES, i64::from(*minutes))?;
            mark(to, &place, layout::PROPOSED, *proposed)
        }
        Command::FromDossier { id, casus } => {
            let place = there(to, layout::item(id))?;
            if casus.dossier.is_none() || layout::dossier(to.document(), id) != casus.dossier {
                return Err(Refused::Gone);
            }
            set_or_clear(to, &place, layout::PARENTS, casus.parents.map(|says| says.slug()))?;
            casus::write(to, id, casus)
        }
        Command::SetItem { id, change } => set_item(to, id, change),
        Command::MoveItem { id, after } => {
            there(to, layout::item(id))?;
            Ok(to.move_item(layout::ITEMS, id, after.as_deref())?)
        }
        Command::Carry { items } => items.iter().try_for_each(|one| carry(to, one)),
        Command::Note { item: Some(id), base, text } => {
            let place = there(to, layout::item(id))?;
            in_dossier(to, id)?;
            write_text(to, &place, layout::NOTE, base, text)
        }
        Command::Note { item: None, base, text } => {
            write_text(to, &layout::itself(), layout::NOTE, base, text)
        }
        _ => Err(Refused::Gone),
    }
}

/// What is written about a casus goes into its dossier.
fn in_dossier(to: &Writer<'_>, id: &str) -> Done {
    if casus::is_one(to.document(), id) { Err(Refused::InDossier) } else { Ok(()) }
}

/// Two devices that begin the same meeting from the same data write the same.
fn begin(to: &mut Writer<'_>, start: &Start) -> Done {
    let itself = layout::itself();
    set(to, &itself, layout::TABLE, start.table.as_str())?;
    set(to, &itself, layout::TITLE, start.title.trim())?;
    set(to, &itself, layout::AREA, start.area.as_str())?;
    set(to, &itself, layout::CODE, start.code.as_str())?;
    set_or_clear(to, &itself, layout::ON, start.on.map(|on| on.to_string()))?;
    set_or_clear(to, &itself, layout::AT, start.at.map(time))?;
    set_or_clear(to, &itself, layout::MINUTES, start.minutes.map(i64::from))?;
    set(to, &itself, layout::LOCATION, start.location.trim())?;
    for (id, name) in &start.schools {
        set(to, &itself, &layout::school_name(id), name.as_str())?;
    }
    start.people.iter().try_for_each(|person| seat(to, person))?;
    for id in &start.order {
        if let Some((_, item)) = start.items.iter().find(|(other, _)| other == id) {
            add_item(to, id, item)?;
        }
        if let Some(carried) = start.carried.iter().find(|carried| carried.id == *id) {
            carry(to, carried)?;
        }
    }
    Ok(())
}

fn set_meeting(to: &mut Writer<'_>, change: &Change) -> Done {
    let itself = layout::itself();
    match change {
        Change::Title(text) => set(to, &itself, layout::TITLE, text.trim()),
        Change::On(on) => set(to, &itself, layout::ON, on.to_string()),
        Change::At(at) => set_or_clear(to, &itself, layout::AT, at.map(time)),
        Change::Minutes(minutes) => {
            set_or_clear(to, &itself, layout::MINUTES, minutes.map(i64::from))
        }
        Change::Location(text) => set(to, &itself, layout::LOCATION, text.trim()),
        Change::Quorum(schools) => {
            set_or_clear(to, &itself, layout::QUORUM, schools.map(i64::from))
        }
        Change::Next(next) => {
            set_or_clear(to, &itself, layout::NEXT, next.map(|next| next.to_string()))
        }
    }
}

/// Somebody who sits there already keeps the attendance that was written.
fn seat(to: &mut Writer<'_>, person: &Seated) -> Done {
    let (place, name) = (layout::person(&person.id), named(&person.name)?);
    if to.document().registers(&place).is_empty() {
        to.add_item(layout::PEOPLE, &person.id)?;
    }
    set(to, &place, layout::NAME, name)?;
    set(to, &place, layout::SEATS, slugs(person.seats.iter().copied().map(Seat::slug)))?;
    set_or_clear(to, &place, layout::SCHOOL, person.school.as_deref())
}

fn add_item(to: &mut Writer<'_>, id: &str, item: &NewItem) -> Done {
    let (place, title) = (layout::item(id), named(&item.title)?);
    if item.kind == ItemKind::Casus {
        return Err(Refused::InDossier);
    }
    absent(to, &place)?;
    to.add_item(layout::ITEMS, id)?;
    set(to, &place, layout::TITLE, title)?;
    set(to, &place, layout::KIND, item.kind.slug())?;
    set(to, &place, layout::MINUTES, i64::from(item.minutes))?;
    set_or_clear(to, &place, layout::BY, item.by.as_deref())?;
    let ask = Some(item.ask.trim()).filter(|ask| !ask.is_empty());
    set_or_clear(to, &place, layout::ASK, ask)?;
    set_or_clear(to, &place, layout::TOPIC, item.topic.as_deref())?;
    set_or_clear(to, &place, layout::RULE, item.rule.as_deref())?;
    mark(to, &place, layout::FIXED, item.fixed)
}

fn carry(to: &mut Writer<'_>, carried: &Carried) -> Done {
    let place = layout::item(&carried.id);
    let here = to.document().registers(&place);
    if here.contains_key(layout::FROM) {
        return Ok(());
    }
    if here.is_empty() {
        to.add_item(layout::ITEMS, &carried.id)?;
        set(to, &place, layout::MINUTES, i64::from(carried.item.minutes))?;
        match &carried.casus {
            Some(casus) => casus::write(to, &carried.id, casus)?,
            // The title of an item that somebody took back while somebody else worked on it is empty; it comes along.
            None => set(to, &place, layout::TITLE, carried.item.title.as_str())?,
        }
        set_or_clear(to, &place, layout::BY, carried.item.by.as_deref())?;
        set_or_clear(to, &place, layout::TOPIC, carried.item.topic.as_deref())?;
        set_or_clear(to, &place, layout::RULE, carried.item.rule.as_deref())?;
        mark(to, &place, layout::FIXED, carried.item.fixed)?;
    }
    // A topic that stands on every agenda is still the one that was to be decided.
    set(to, &place, layout::KIND, carried.item.kind.slug())?;
    if !carried.item.ask.is_empty() {
        set(to, &place, layout::ASK, carried.item.ask.as_str())?;
    }
    for file in &carried.files {
        set(to, &place, &layout::file(file.blob), file.to_value())?;
    }
    set(to, &place, layout::TIMES, i64::from(carried.times))?;
    set(to, &place, layout::FROM, carried.from.as_str())
}

fn set_item(to: &mut Writer<'_>, id: &str, change: &ItemChange) -> Done {
    let place = there(to, layout::item(id))?;
    match change {
        ItemChange::Title(_) | ItemChange::Kind(_) | ItemChange::Ask(_) | ItemChange::Attach(_) => {
            in_dossier(to, id)?
        }
        ItemChange::Label(_) | ItemChange::Question(_) | ItemChange::Parents(_) => {
            casus::must_be_by_hand(to.document(), id)?
        }
        _ => {}
    }
    match change {
        ItemChange::Label(text) => set(to, &place, layout::LABEL, text.trim()),
        ItemChange::Question(text) => set(to, &place, layout::QUESTION, text.trim()),
        ItemChange::Parents(says) => {
            set_or_clear(to, &place, layout::PARENTS, says.map(|says| says.slug()))
        }
        ItemChange::Title(title) => set(to, &place, layout::TITLE, named(title)?),
        ItemChange::Kind(ItemKind::Casus) => Err(Refused::InDossier),
        ItemChange::Kind(kind) => set(to, &place, layout::KIND, kind.slug()),
        ItemChange::Minutes(minutes) => set(to, &place, layout::MINUTES, i64::from(*minutes)),
        ItemChange::By(person) => set_or_clear(to, &place, layout::BY, person.as_deref()),
        ItemChange::Ask(text) => set(to, &place, layout::ASK, text.trim()),
        ItemChange::Attach(file) => set(to, &place, &layout::file(file.blob), file.to_value()),
        ItemChange::Detach(blob) => Ok(to.clear(&place, &layout::file(*blob))?),
        ItemChange::Accepted(yes) => mark(to, &place, layout::PROPOSED, !yes),
        ItemChange::Done(on) => mark(to, &place, layout::DONE, *on),
        ItemChange::Postponed(on) => mark(to, &place, layout::POSTPONED, *on),
        ItemChange::Gone(on) => mark(to, &place, layout::GONE, *on),
    }
}

/// Nothing is on any more.
fn pause(to: &mut Writer<'_>, at: i64) -> Done {
    stop(to, at)?;
    Ok(to.clear(&layout::itself(), layout::NOW)?)
}

/// Stops every clock that runs.
fn stop(to: &mut Writer<'_>, at: i64) -> Done {
    let now = to.document().register(&layout::itself(), layout::NOW);
    for id in now.iter().filter_map(|entry| entry.value.text()) {
        let place = layout::item(id);
        let registers = to.document().registers(&place);
        for (name, entries) in &registers {
            if layout::run_of(name).is_some() && first(entries) == Some(&Value::Null) {
                set(to, &place, name, at)?;
            }
        }
    }
    Ok(())
}
