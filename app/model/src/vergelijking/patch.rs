//! What a text that is still being typed would make of a view. A test holds it equal to the view that the document then gives.

use super::command::{Change, Command};
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows a command that writes in a text; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        let Command::Set { id, change: Change::Outcome { base, text } } = command else { return };
        if self.read_only {
            return;
        }
        for one in self.all.iter_mut().filter(|one| one.id == *id) {
            one.outcome = rebase(base, text, &one.outcome);
        }
    }
}
