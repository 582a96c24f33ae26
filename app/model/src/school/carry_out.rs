//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Place, Value, Writer};
use rules::text::{Text, t};

use super::command::{Command, EvidenceChange, NewStep, PersonChange, StepChange, of_the_school};
use super::layout;
use crate::field::{add, choose, mark, named, set, set_or_clear, text, there};
use crate::refused::Refused;
use crate::table::Seat;
use crate::together::write_text;

type Done = Result<(), Refused>;

const ADVISES: Text = t(
    "De school vult dit zelf in. Schrijf je advies ernaast.",
    "The school fills this in itself. Write your advice beside it.",
);

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start { name, board, region, area } => {
            let itself = layout::itself();
            set(to, &itself, layout::NAME, named(name)?)?;
            set(to, &itself, layout::BOARD, board.trim())?;
            set(to, &itself, layout::REGION, region.as_str())?;
            set_or_clear(to, &itself, layout::AREA, area.as_deref())
        }
        Command::KeepPlan(on) => mark(to, &layout::itself(), layout::KEEPS_PLAN, *on),
        Command::AddPerson { id, name, seat } => {
            let name = named(name)?;
            let place = add(to, layout::PEOPLE, id)?;
            set(to, &place, layout::NAME, name)?;
            set(to, &place, layout::SEAT, seat.slug())
        }
        Command::SetPerson { id, change } => {
            let place = there(to, layout::person(id))?;
            match change {
                PersonChange::Name(name) => set(to, &place, layout::NAME, named(name)?),
                PersonChange::Seat(seat) => set(to, &place, layout::SEAT, seat.slug()),
                PersonChange::Gone(on) => mark(to, &place, layout::GONE, *on),
            }
        }
        Command::Answer { row, person, status } => {
            speaks(to, person)?;
            let status = status.map(|status| status.slug());
            set_or_clear(to, &layout::row(*row), &layout::answer(person), status)
        }
        Command::Agree { row, status } => {
            let status = status.map(|status| status.slug());
            set_or_clear(to, &layout::row(*row), layout::TOGETHER, status)
        }
        Command::Explain { row, base, text } => {
            write_text(to, &layout::row(*row), layout::EXPLANATION, base, text)
        }
        Command::AddEvidence { id, row, note } => {
            words(note)?;
            let place = add(to, layout::EVIDENCE, id)?;
            set(to, &place, layout::ROW, row.slug())?;
            Ok(to.set_text(&place, layout::TEXT, note)?)
        }
        Command::SetEvidence { id, change } => {
            let place = there(to, layout::evidence(id))?;
            match change {
                EvidenceChange::Text { base, text } => {
                    write_text(to, &place, layout::TEXT, base, text)
                }
                EvidenceChange::Gone(on) => mark(to, &place, layout::GONE, *on),
            }
        }
        Command::Attach { row, file } => {
            set(to, &layout::row(*row), &layout::file(file.blob), file.to_value())
        }
        Command::Detach { row, blob } => Ok(to.clear(&layout::row(*row), &layout::file(*blob))?),
        Command::AddStep { id, step } => add_step(to, id, step),
        Command::SetStep { id, change } => set_step(to, &there(to, layout::step(id))?, change),
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

/// Whether this person speaks for the school (BAS-04).
fn speaks(to: &Writer<'_>, person: &str) -> Done {
    let registers = to.document().registers(&layout::person(person));
    if registers.is_empty() {
        return Err(Refused::Gone);
    }
    let seat = Seat::from_slug(&text(&registers, layout::SEAT));
    if seat.is_some_and(of_the_school) { Ok(()) } else { Err(Refused::NotPossible(ADVISES)) }
}

fn add_step(to: &mut Writer<'_>, id: &str, step: &NewStep) -> Done {
    let what = words(&step.what)?;
    let place = add(to, layout::STEPS, id)?;
    set(to, &place, layout::ROW, step.row.slug())?;
    set(to, &place, layout::WHAT, what)?;
    who(to, &place, step.who.as_deref(), &step.who_name)?;
    set_or_clear(to, &place, layout::DUE, step.due.map(|due| due.to_string()))
}

fn set_step(to: &mut Writer<'_>, place: &Place, change: &StepChange) -> Done {
    let day = |day: &Option<chrono::NaiveDate>| day.map(|day| Value::from(day.to_string()));
    match change {
        StepChange::What(text) => set(to, place, layout::WHAT, words(text)?),
        StepChange::Who { id, name } => who(to, place, id.as_deref(), name),
        StepChange::Due(due) => set_or_clear(to, place, layout::DUE, day(due)),
        StepChange::Done(on) => set_or_clear(to, place, layout::DONE, day(on)),
        StepChange::Dropped(why) => set_or_clear(to, place, layout::DROPPED, why.as_deref()),
    }
}

fn words(text: &str) -> Result<&str, Refused> {
    let text = text.trim();
    if text.is_empty() { Err(Refused::NoText) } else { Ok(text) }
}

fn who(to: &mut Writer<'_>, place: &Place, id: Option<&str>, name: &str) -> Done {
    let name = Some(name.trim()).filter(|name| !name.is_empty());
    set_or_clear(to, place, layout::WHO, id)?;
    set_or_clear(to, place, layout::WHO_NAME, name)
}
