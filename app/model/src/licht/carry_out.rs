//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Place, Writer};
use rules::money::Money;
use rules::text::{Text, t};

use super::command::{Command, UseChange};
use super::layout;
use crate::field::{add, choose, mark, named, set, set_or_clear, there};
use crate::refused::Refused;
use crate::together::write_text;

type Done = Result<(), Refused>;

const NEGATIVE: Text = t("Een bedrag is nul of meer.", "An amount is zero or more.");

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    let itself = layout::itself();
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start { school, region, year } => {
            set(to, &itself, layout::SCHOOL, named(school)?)?;
            set(to, &itself, layout::REGION, region.as_str())?;
            set(to, &itself, layout::YEAR, i64::from(*year))
        }
        Command::SetReceived { amount } => money(to, &itself, layout::RECEIVED, *amount),
        Command::Add { id, purpose, what, amount } => {
            let what = words(what)?;
            if amount.is_some_and(|amount| amount < Money::ZERO) {
                return Err(Refused::NotPossible(NEGATIVE));
            }
            let place = add(to, layout::USES, id)?;
            set(to, &place, layout::PURPOSE, purpose.slug())?;
            set(to, &place, layout::WHAT, what)?;
            money(to, &place, layout::AMOUNT, *amount)
        }
        Command::Set { id, change } => set_use(to, &there(to, layout::one(id))?, change),
        Command::SetAccounted { on } => {
            set_or_clear(to, &itself, layout::ACCOUNTED, on.map(|on| on.to_string()))
        }
        Command::Account { base, text } => write_text(to, &itself, layout::TEXT, base, text),
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

fn set_use(to: &mut Writer<'_>, place: &Place, change: &UseChange) -> Done {
    match change {
        UseChange::Purpose(purpose) => set(to, place, layout::PURPOSE, purpose.slug()),
        UseChange::What(what) => set(to, place, layout::WHAT, words(what)?),
        UseChange::Amount(amount) => money(to, place, layout::AMOUNT, *amount),
        UseChange::Evaluated(on) => {
            set_or_clear(to, place, layout::EVALUATED, on.map(|on| on.to_string()))
        }
        UseChange::Works(works) => set_or_clear(to, place, layout::WORKS, *works),
        UseChange::Evaluation { base, text } => write_text(to, place, layout::TEXT, base, text),
        UseChange::Gone(on) => mark(to, place, layout::GONE, *on),
    }
}

fn money(to: &mut Writer<'_>, place: &Place, name: &str, amount: Option<Money>) -> Done {
    if amount.is_some_and(|amount| amount < Money::ZERO) {
        return Err(Refused::NotPossible(NEGATIVE));
    }
    set_or_clear(to, place, name, amount.map(|amount| amount.as_cents()))
}

fn words(text: &str) -> Result<&str, Refused> {
    let text = text.trim();
    if text.is_empty() { Err(Refused::NoText) } else { Ok(text) }
}
