//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Place, Value, Writer};
use rules::money::Money;
use rules::text::{Text, t};

use super::command::{ActionChange, Command, Decided, How, NewAction};
use super::layout;
use crate::field::{absent, choose, map, mark, set, set_or_clear, there};
use crate::refused::Refused;
use crate::table::table;

type Done = Result<(), Refused>;

const ITSELF: Text =
    t("Een besluit kan zichzelf niet vervangen.", "A decision cannot replace itself.");
const NO_AMOUNT: Text = t("Een bedrag is meer dan nul.", "An amount is more than zero.");

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Decide { id, decision } => decide(to, id, decision),
        Command::Withdraw { id, on } => {
            let place = there(to, layout::decision(id))?;
            mark(to, &place, layout::WITHDRAWN, *on)
        }
        Command::Adopt { ids, on, meeting, first } => {
            for (number, id) in (i64::from(*first)..).zip(ids) {
                let content = layout::current(to.document(), id).ok_or(Refused::Gone)?;
                let adopted = map([
                    ("besluit", content),
                    ("dag", on.to_string().into()),
                    ("in", meeting.as_str().into()),
                    ("nummer", number.into()),
                ]);
                set(to, &layout::decision(id), layout::ADOPTED, adopted)?;
            }
            Ok(())
        }
        Command::AddAction { id, action } => add_action(to, id, action),
        Command::SetAction { id, change } => {
            let place = there(to, layout::action(id))?;
            set_action(to, &place, change)
        }
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

fn decide(to: &mut Writer<'_>, id: &str, decision: &Decided) -> Done {
    let written = [&decision.text, &decision.minority].iter().any(|text| !text.trim().is_empty());
    if decision.subject.casus && (written || !decision.agreed.is_empty()) {
        return Err(Refused::InDossier);
    }
    // About a casus only money is decided here.
    if decision.text.trim().is_empty() && !(decision.subject.casus && decision.spend.is_some()) {
        return Err(Refused::NoText);
    }
    if decision.spend.as_ref().is_some_and(|spend| spend.amount <= Money::ZERO) {
        return Err(Refused::NotPossible(NO_AMOUNT));
    }
    if decision.changes.as_deref() == Some(id) {
        return Err(Refused::NotPossible(ITSELF));
    }
    let may = table(&decision.table).is_none_or(|table| table.mandate.may_decide());
    if !may && decision.how != How::Advies {
        return Err(Refused::AdvisesOnly);
    }
    let place = layout::decision(id);
    if to.document().registers(&place).is_empty() {
        to.add_item(layout::DECISIONS, id)?;
    }
    set(to, &place, layout::DECISION, layout::write_decision(decision))
}

fn add_action(to: &mut Writer<'_>, id: &str, action: &NewAction) -> Done {
    if action.subject.casus {
        return Err(Refused::InDossier);
    }
    let what = action.what.trim();
    if what.is_empty() {
        return Err(Refused::NoText);
    }
    let place = layout::action(id);
    absent(to, &place)?;
    to.add_item(layout::ACTIONS, id)?;
    set(to, &place, layout::WHAT, what)?;
    set(to, &place, layout::MEETING, action.subject.meeting.as_str())?;
    set_or_clear(to, &place, layout::ITEM, action.subject.item.as_deref())?;
    set(to, &place, layout::TABLE, action.table.as_str())?;
    set_or_clear(to, &place, layout::ON, action.on.map(|on| on.to_string()))?;
    who(to, &place, action.who.as_deref(), &action.who_name)?;
    set_or_clear(to, &place, layout::DUE, action.due.map(|due| due.to_string()))
}

fn who(to: &mut Writer<'_>, place: &Place, id: Option<&str>, name: &str) -> Done {
    let name = Some(name.trim()).filter(|name| !name.is_empty());
    set_or_clear(to, place, layout::WHO, id)?;
    set_or_clear(to, place, layout::WHO_NAME, name)
}

fn set_action(to: &mut Writer<'_>, place: &Place, change: &ActionChange) -> Done {
    match change {
        ActionChange::What(text) => {
            let what = text.trim();
            if what.is_empty() { Err(Refused::NoText) } else { set(to, place, layout::WHAT, what) }
        }
        ActionChange::Who { id, name } => who(to, place, id.as_deref(), name),
        ActionChange::Due(due) => {
            set_or_clear(to, place, layout::DUE, due.map(|due| due.to_string()))
        }
        ActionChange::Done(on) => {
            set_or_clear(to, place, layout::DONE, on.map(|on| on.to_string()))
        }
        ActionChange::Dropped(why) => {
            set_or_clear(to, place, layout::DROPPED, why.as_deref().map(Value::from))
        }
    }
}
