//! What a text that is still being typed would make of a view. A test holds it equal to the view that the document then gives.

use super::command::Command;
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows what is being typed.
    pub fn patch(&mut self, command: &Command) {
        let (Command::Write { year, row, base, text }, false) = (command, self.read_only) else {
            return;
        };
        let shown = self.words.entry((*year, *row)).or_default();
        *shown = rebase(base, text, shown);
    }
}
