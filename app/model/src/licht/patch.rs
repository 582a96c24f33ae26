//! What a text that is still being typed would make of a view. Tests hold it equal to the view that the document then gives.

use super::command::{Command, UseChange};
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows a command that writes in a text; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        if self.read_only {
            return;
        }
        match command {
            Command::Account { base, text } => self.account = rebase(base, text, &self.account),
            Command::Set { id, change: UseChange::Evaluation { base, text } } => {
                let found = self.uses.iter_mut().find(|one| one.id == *id);
                found.into_iter().for_each(|one| {
                    one.evaluation = rebase(base, text, &one.evaluation);
                });
            }
            _ => {}
        }
    }
}
