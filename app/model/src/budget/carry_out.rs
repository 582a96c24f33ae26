//! Writes one command into the document. Everything is checked before the first write.

use replica::document::{Document, Place, Writer};
use rules::budget::{Baseline, Input, InputKey, LeverKey, Settings};

use super::command::Command;
use super::{layout, view};
use crate::field::{choose, first, named, set};
use crate::refused::Refused;

type Done = Result<(), Refused>;

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    let budget = layout::budget();
    match command {
        Command::Start(baseline) => start(to, baseline),
        Command::Rename { name } => set(to, &budget, layout::NAME, named(name)?),
        Command::SetFirstYear { year } => set(to, &budget, layout::FIRST_YEAR, i64::from(*year)),
        Command::SetInputs { inputs } => set_inputs(to, inputs),
        Command::ClearInput { key } => Ok(to.clear(&layout::inputs(), &key.to_string())?),
        Command::Lock { on } => set(to, &budget, layout::LOCKED, on.to_string()),
        Command::Unlock => Ok(to.clear(&budget, layout::LOCKED)?),
        Command::SetParameter { id, row } => {
            set(to, &layout::parameters(), id, layout::write_row(row))
        }
        Command::RemoveParameter { id } => Ok(to.clear(&layout::parameters(), id)?),
        Command::SetSettings(settings) => set_settings(to, settings),
        Command::SetNote { text } => Ok(to.set_text(&budget, layout::NOTE, text)?),
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        of_scenario => scenario(to, of_scenario),
    }
}

fn scenario(to: &mut Writer<'_>, command: &Command) -> Done {
    match command {
        Command::AddScenario { id, name, on, copy_of } => {
            add_scenario(to, id, name, &on.to_string(), copy_of.as_deref())
        }
        Command::RenameScenario { id, name } => {
            set(to, &existing(to.document(), id)?, layout::NAME, named(name)?)
        }
        Command::NoteScenario { id, note } => {
            let place = existing(to.document(), id)?;
            Ok(to.set_text(&place, layout::NOTE, note)?)
        }
        Command::FreezeScenario { id, frozen } => mark(to, id, layout::FROZEN, *frozen),
        Command::RemoveScenario { id } => mark(to, id, layout::REMOVED, true),
        Command::RestoreScenario { id } => mark(to, id, layout::REMOVED, false),
        Command::MoveScenario { id, after } => {
            existing(to.document(), id)?;
            Ok(to.move_item(layout::SCENARIOS, id, after.as_deref())?)
        }
        Command::SetLever { scenario, key, value } => set_lever(to, scenario, *key, *value),
        Command::ResetLever { scenario, key } => {
            let place = existing(to.document(), scenario)?;
            Ok(to.clear(&place, &layout::change(&key.to_string()))?)
        }
        Command::ResetScenario { id } => reset(to, id),
        _ => Err(Refused::Gone),
    }
}

fn mark(to: &mut Writer<'_>, id: &str, name: &str, on: bool) -> Done {
    let place = existing(to.document(), id)?;
    if on { set(to, &place, name, true) } else { Ok(to.clear(&place, name)?) }
}

fn existing(document: &Document, id: &str) -> Result<Place, Refused> {
    let place = layout::scenario(id);
    if document.registers(&place).is_empty() { Err(Refused::Gone) } else { Ok(place) }
}

fn start(to: &mut Writer<'_>, baseline: &Baseline) -> Done {
    let budget = layout::budget();
    set(to, &budget, layout::NAME, named(&baseline.name)?)?;
    set(to, &budget, layout::REGION, baseline.region.as_str())?;
    set(to, &budget, layout::SECTOR, layout::write_sector(baseline.sector))?;
    set(to, &budget, layout::FIRST_YEAR, i64::from(baseline.first_year))?;
    set(to, &budget, layout::AREAS, layout::write_areas(&baseline.areas))?;
    let inputs = layout::inputs();
    let known = to.document().registers(&inputs);
    for (key, input) in &baseline.inputs {
        let value = layout::write_input(input);
        let key = key.to_string();
        let same = known.get(&key).is_some_and(|all| all.len() == 1 && first(all) == Some(&value));
        if !same {
            to.set(&inputs, &key, value)?;
        }
    }
    Ok(())
}

fn set_inputs(to: &mut Writer<'_>, inputs: &[(InputKey, Input)]) -> Done {
    let place = layout::inputs();
    for (key, input) in inputs {
        key.item.check(input.value).map_err(Refused::NotPossible)?;
    }
    inputs
        .iter()
        .try_for_each(|(key, input)| set(to, &place, &key.to_string(), layout::write_input(input)))
}

fn set_settings(to: &mut Writer<'_>, settings: &Settings) -> Done {
    let budget = layout::budget();
    set(to, &budget, layout::YEARS, i64::from(settings.years))?;
    set(to, &budget, layout::INCOME_BASE, layout::write_income_base(settings.income_base))
}

fn add_scenario(
    to: &mut Writer<'_>,
    id: &str,
    name: &str,
    on: &str,
    copy_of: Option<&str>,
) -> Done {
    let name = named(name)?;
    if existing(to.document(), id).is_ok() {
        return Err(Refused::Exists);
    }
    let copied = match copy_of {
        Some(other) => to.document().registers(&existing(to.document(), other)?),
        None => Default::default(),
    };
    let place = layout::scenario(id);
    to.add_item(layout::SCENARIOS, id)?;
    to.set(&place, layout::NAME, name)?;
    to.set(&place, layout::DATE, on)?;
    for (name, entries) in copied {
        if let (Some(_), Some(value)) = (layout::changed_key(&name), first(&entries)) {
            to.set(&place, &name, value.clone())?;
        }
    }
    Ok(())
}

fn set_lever(to: &mut Writer<'_>, id: &str, key: LeverKey, value: i64) -> Done {
    let place = existing(to.document(), id)?;
    let mut scenario = view::scenario(to.document(), id).scenario;
    scenario.set(key, value).map_err(Refused::OutOfRange)?;
    let name = layout::change(&key.to_string());
    match scenario.changes.get(&key) {
        Some(value) => set(to, &place, &name, *value),
        None => Ok(to.clear(&place, &name)?),
    }
}

fn reset(to: &mut Writer<'_>, id: &str) -> Done {
    let place = existing(to.document(), id)?;
    let names = to.document().registers(&place).into_keys();
    let changes: Vec<String> = names.filter(|name| layout::changed_key(name).is_some()).collect();
    changes.iter().try_for_each(|name| Ok(to.clear(&place, name)?))
}
