//! Writes one command into the document. Everything is checked before the first write.

use chrono::NaiveDate;
use replica::document::Writer;

use super::command::Command;
use super::layout;
use crate::field::{choose, named, set, set_or_clear};
use crate::refused::Refused;
use crate::together::write_text;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
    let itself = layout::itself();
    let day = |on: &Option<NaiveDate>| on.map(|on| on.to_string());
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start { school, region, area } => {
            set(to, &itself, layout::SCHOOL, named(school)?)?;
            set(to, &itself, layout::REGION, region.as_str())?;
            set_or_clear(to, &itself, layout::AREA, area.as_deref())
        }
        Command::SetOffer { need, offer } => {
            let offer = offer.map(|offer| offer.slug());
            set_or_clear(to, &layout::need(*need), layout::OFFER, offer)
        }
        Command::Write { words, base, text } => {
            let (place, name) = layout::words(*words);
            write_text(to, &place, name, base, text)
        }
        Command::SetHeard { on } => set_or_clear(to, &itself, layout::HEARD, day(on)),
        Command::SetAdopted { on } => set_or_clear(to, &itself, layout::ADOPTED, day(on)),
        Command::SetPublished { on } => set_or_clear(to, &itself, layout::PUBLISHED, day(on)),
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}
