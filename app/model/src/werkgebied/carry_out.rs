//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Place, Writer};

use super::command::{
    AssignmentChange, Command, MeetingChange, PersonChange, PlanChange, SchoolChange,
};
use super::layout;
use crate::field::{absent, choose, mark, named, set, set_or_clear, slugs, there, time};
use crate::refused::Refused;
use crate::table::Seat;
use crate::together::write_text;

type Done = Result<(), Refused>;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    let itself = layout::itself();
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start { name, table, region, area } => {
            set(to, &itself, layout::NAME, named(name)?)?;
            set(to, &itself, layout::TABLE, table.as_str())?;
            set(to, &itself, layout::REGION, region.as_str())?;
            set_or_clear(to, &itself, layout::AREA, area.as_deref())
        }
        Command::Rename { name } => set(to, &itself, layout::NAME, named(name)?),
        Command::KeepPlan { on } => set(to, &itself, layout::KEEPS, *on),
        Command::SetMemo { on } => {
            set_or_clear(to, &itself, layout::MEMO, on.map(|on| on.to_string()))
        }
        Command::SetGiftedElsewhere { schools } => {
            set_or_clear(to, &itself, layout::GIFTED_ELSEWHERE, *schools)
        }
        Command::SetBudget { year, amount, frictions } => {
            let budget = layout::budget();
            let cents = |money: &rules::money::Money| money.as_cents();
            set_or_clear(to, &budget, &layout::amount(*year), amount.as_ref().map(cents))?;
            set_or_clear(to, &budget, &layout::frictions(*year), frictions.as_ref().map(cents))
        }
        Command::SetAssignment { change } => set_assignment(to, change),
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
        _ => of_items(to, command),
    }
}

fn of_items(to: &mut Writer<'_>, command: &Command) -> Done {
    match command {
        Command::AddSchool { id, name, kind } => {
            let place = add(to, layout::SCHOOLS, id, layout::NAME, name)?;
            set(to, &place, layout::KIND, kind.slug())
        }
        Command::SetSchool { id, change } => {
            set_school(to, &there(to, layout::school(id))?, change)
        }
        Command::AddPerson { id, name, seats, school } => {
            let place = add(to, layout::PEOPLE, id, layout::NAME, name)?;
            set_or_clear(to, &place, layout::SCHOOL, school.as_deref())?;
            seats.iter().try_for_each(|one| set(to, &place, &layout::seat(one.slug()), true))
        }
        Command::SetPerson { id, change } => {
            set_person(to, &there(to, layout::person(id))?, change)
        }
        Command::SetExpertise { who, id, what } => {
            let place = there(to, layout::who(who))?;
            let what = Some(what.trim()).filter(|what| !what.is_empty());
            set_or_clear(to, &place, &layout::expertise(id), what)
        }
        Command::AddPlan { id, about, title } => {
            let place = add(to, layout::PLANS, id, layout::TITLE, title)?;
            set(to, &place, layout::ABOUT, about.slug())
        }
        Command::SetPlan { id, change } => set_plan(to, &there(to, layout::plan(id))?, change),
        Command::PlanMeeting { id, table, on } => {
            let place = layout::meeting(id);
            absent(to, &place)?;
            to.add_item(layout::MEETINGS, id)?;
            set(to, &place, layout::TABLE, table.as_str())?;
            set(to, &place, layout::ON, on.to_string())
        }
        Command::SetMeeting { id, change } => {
            set_meeting(to, &there(to, layout::meeting(id))?, change)
        }
        _ => Err(Refused::Gone),
    }
}

fn add(
    to: &mut Writer<'_>,
    collection: &str,
    id: &str,
    field: &str,
    name: &str,
) -> Result<Place, Refused> {
    let (place, name) = (Place::item(collection, id), named(name)?);
    absent(to, &place)?;
    to.add_item(collection, id)?;
    set(to, &place, field, name)?;
    Ok(place)
}

fn set_assignment(to: &mut Writer<'_>, change: &AssignmentChange) -> Done {
    let itself = layout::itself();
    match change {
        AssignmentChange::Task(text) => set(to, &itself, layout::TASK, text.trim()),
        AssignmentChange::Theme(text) => set(to, &itself, layout::THEME, text.trim()),
        AssignmentChange::Term(term) => {
            set_or_clear(to, &itself, layout::TERM, term.map(|term| term.slug()))
        }
        AssignmentChange::Settled(on) => {
            set_or_clear(to, &itself, layout::SETTLED, on.map(|on| on.to_string()))
        }
        AssignmentChange::Fits(yes) => set_or_clear(to, &itself, layout::FITS, *yes),
        AssignmentChange::Lead(person) => {
            set_or_clear(to, &itself, layout::LEAD, person.as_deref())
        }
    }
}

fn set_school(to: &mut Writer<'_>, place: &Place, change: &SchoolChange) -> Done {
    match change {
        SchoolChange::Name(name) => set(to, place, layout::NAME, named(name)?),
        SchoolChange::Kind(kind) => set(to, place, layout::KIND, kind.slug()),
        SchoolChange::Board(board) => set(to, place, layout::BOARD, board.trim()),
        SchoolChange::Gifted(on) => set(to, place, layout::GIFTED, *on),
        SchoolChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}

fn set_person(to: &mut Writer<'_>, place: &Place, change: &PersonChange) -> Done {
    match change {
        PersonChange::Name(name) => set(to, place, layout::NAME, named(name)?),
        PersonChange::School(school) => set_or_clear(to, place, layout::SCHOOL, school.as_deref()),
        PersonChange::Organisation(text) => set(to, place, layout::ORGANISATION, text.trim()),
        PersonChange::Contact(text) => set(to, place, layout::CONTACT, text.trim()),
        PersonChange::Seat(seat, on) => mark(to, place, &layout::seat(seat.slug()), *on),
        PersonChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}

fn set_plan(to: &mut Writer<'_>, place: &Place, change: &PlanChange) -> Done {
    match change {
        PlanChange::Title(title) => set(to, place, layout::TITLE, named(title)?),
        PlanChange::About(about) => set(to, place, layout::ABOUT, about.slug()),
        PlanChange::Adopted(on) => {
            set_or_clear(to, place, layout::ADOPTED, on.map(|on| on.to_string()))
        }
        PlanChange::Helped(yes) => set_or_clear(to, place, layout::HELPED, *yes),
        PlanChange::Text { base, text } => write_text(to, place, layout::TEXT, base, text),
        PlanChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}

fn set_meeting(to: &mut Writer<'_>, place: &Place, change: &MeetingChange) -> Done {
    match change {
        MeetingChange::On(on) => set(to, place, layout::ON, on.to_string()),
        MeetingChange::At(at) => set_or_clear(to, place, layout::AT, at.map(time)),
        MeetingChange::Minutes(minutes) => {
            set_or_clear(to, place, layout::MINUTES, minutes.map(i64::from))
        }
        MeetingChange::Location(text) => set(to, place, layout::LOCATION, text.trim()),
        MeetingChange::Title(text) => set(to, place, layout::TITLE, text.trim()),
        MeetingChange::Cancelled(on) => mark(to, place, layout::CANCELLED, *on),
        MeetingChange::Held { topics, seats, agreed } => {
            set(to, place, layout::TOPICS, slugs(topics.iter().map(String::as_str)))?;
            set(to, place, layout::SEATS, slugs(seats.iter().copied().map(Seat::slug)))?;
            set(to, place, layout::AGREED, i64::from(*agreed))?;
            set(to, place, layout::HELD, true)
        }
        MeetingChange::NotHeld => {
            to.clear(place, layout::TOPICS)?;
            to.clear(place, layout::SEATS)?;
            to.clear(place, layout::AGREED)?;
            Ok(to.clear(place, layout::HELD)?)
        }
    }
}
