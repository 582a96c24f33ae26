//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Place, Writer};

use super::command::{Command, CouncilChange, QuestionChange, ThemeChange};
use super::layout;
use crate::field::{add, choose, mark, named, set, set_or_clear, there};
use crate::refused::Refused;
use crate::together::write_text;

type Done = Result<(), Refused>;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start { name, region } => {
            set(to, &layout::itself(), layout::NAME, named(name)?)?;
            set(to, &layout::itself(), layout::REGION, region.as_str())
        }
        Command::KeepPlan { on } => set(to, &layout::itself(), layout::KEEPS, *on),
        Command::Plan { id, title, on, group } => {
            let title = named(title)?;
            let place = add(to, layout::COUNCILS, id)?;
            set(to, &place, layout::TITLE, title)?;
            set(to, &place, layout::ON, on.to_string())?;
            set(to, &place, layout::GROUP, group.slug())
        }
        Command::SetCouncil { id, change } => {
            set_council(to, &there(to, layout::council(id))?, change)
        }
        Command::AddQuestion { id, council, standard, own } => {
            there(to, layout::council(council))?;
            if standard.is_none() && own.trim().is_empty() {
                return Err(Refused::NoText);
            }
            let place = add(to, layout::QUESTIONS, id)?;
            set(to, &place, layout::COUNCIL, council.as_str())?;
            set_or_clear(to, &place, layout::STANDARD, standard.map(|one| one.slug()))?;
            set_or_clear(to, &place, layout::OWN, Some(own.trim()).filter(|own| !own.is_empty()))
        }
        Command::SetQuestion { id, change } => {
            set_question(to, &there(to, layout::question(id))?, change)
        }
        Command::MoveQuestion { id, after } => {
            there(to, layout::question(id))?;
            Ok(to.move_item(layout::QUESTIONS, id, after.as_deref())?)
        }
        Command::AddTheme { id, council, title, spot } => {
            there(to, layout::council(council))?;
            let title = named(title)?;
            let place = add(to, layout::THEMES, id)?;
            set(to, &place, layout::COUNCIL, council.as_str())?;
            set(to, &place, layout::TITLE, title)?;
            set(to, &place, layout::SPOT, spot.slug())
        }
        Command::SetTheme { id, change } => set_theme(to, &there(to, layout::theme(id))?, change),
        Command::Record { sentence, sound } => {
            let value = sound.as_ref().map(|sound| sound.to_value());
            set_or_clear(to, &layout::itself(), &layout::voice(sentence), value)
        }
        Command::Write { words, base, text } => {
            let (place, name) = layout::words(words);
            there(to, place.clone())?;
            write_text(to, &place, name, base, text)
        }
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

fn set_council(to: &mut Writer<'_>, place: &Place, change: &CouncilChange) -> Done {
    match change {
        CouncilChange::Title(title) => set(to, place, layout::TITLE, named(title)?),
        CouncilChange::On(on) => set(to, place, layout::ON, on.to_string()),
        CouncilChange::Group(group) => set(to, place, layout::GROUP, group.slug()),
        CouncilChange::Schools(schools) => set(to, place, layout::SCHOOLS, schools.trim()),
        CouncilChange::Held(on) => mark(to, place, layout::HELD, *on),
        CouncilChange::Drawn(on) => mark(to, place, layout::DRAWN, *on),
        CouncilChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}

fn set_question(to: &mut Writer<'_>, place: &Place, change: &QuestionChange) -> Done {
    match change {
        QuestionChange::Own(own) => {
            let own = Some(own.trim()).filter(|own| !own.is_empty());
            let has_words = !to.document().register(place, layout::STANDARD).is_empty();
            if own.is_none() && !has_words {
                return Err(Refused::NoText);
            }
            set_or_clear(to, place, layout::OWN, own)
        }
        QuestionChange::Way(way, on) => mark(to, place, &layout::without(way.slug()), !*on),
        QuestionChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}

fn set_theme(to: &mut Writer<'_>, place: &Place, change: &ThemeChange) -> Done {
    match change {
        ThemeChange::Title(title) => set(to, place, layout::TITLE, named(title)?),
        ThemeChange::Spot(spot) => set(to, place, layout::SPOT, spot.slug()),
        ThemeChange::By(by) => set(to, place, layout::BY, by.trim()),
        ThemeChange::Discussed(on) => {
            set_or_clear(to, place, layout::DISCUSSED, on.map(|on| on.to_string()))
        }
        ThemeChange::Decision(decision) => {
            set_or_clear(to, place, layout::DECISION, decision.map(|one| one.slug()))
        }
        ThemeChange::Told(on) => set_or_clear(to, place, layout::TOLD, on.map(|on| on.to_string())),
        ThemeChange::Used(on) => mark(to, place, layout::USED, *on),
        ThemeChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}
