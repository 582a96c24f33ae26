//! What a command that is still being typed would make of a view, without reading the document again. Levers and inputs
//! only: those are moved and typed by the dozen a second. Tests hold it equal to the view that the document then gives.

use std::sync::Arc;

use rules::budget::{Input, InputKey, LeverKey};

use super::{Command, Field, View};

impl View {
    /// Shows a command that moves a lever or fills in inputs. What the document would refuse changes nothing here, and
    /// any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        match command {
            _ if self.read_only => {}
            Command::SetLever { scenario, key, value } => self.turn(scenario, *key, *value),
            Command::SetInputs { inputs } if self.locked.is_none() && can_be(inputs) => {
                inputs.iter().for_each(|(key, input)| self.fill_in(key, input));
            }
            _ => {}
        }
    }

    fn turn(&mut self, id: &str, key: LeverKey, value: i64) {
        let mut all = self.scenarios.iter_mut().chain(&mut self.removed);
        let Some(found) = all.find(|one| one.id == id && !one.frozen) else { return };
        if found.scenario.set(key, value).is_err() {
            return;
        }
        let written = key.to_string();
        found.unknown.retain(|(unknown, _)| *unknown != written);
        self.settle(&Field::lever(id, key));
    }

    fn fill_in(&mut self, key: &InputKey, input: &Input) {
        Arc::make_mut(&mut self.baseline).set(key.clone(), input.clone());
        self.is_empty = false;
        let key = key.to_string();
        self.unknown_inputs.retain(|unknown| *unknown != key);
        self.settle(&Field::Input(key));
    }

    /// One value was written after all the others: there is nothing left to choose.
    fn settle(&mut self, field: &Field) {
        self.conflicts.retain(|conflict| conflict.field != *field);
    }
}

fn can_be(inputs: &[(InputKey, Input)]) -> bool {
    inputs.iter().all(|(key, input)| key.item.check(input.value).is_ok())
}
