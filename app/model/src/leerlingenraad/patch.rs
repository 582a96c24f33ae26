//! What a text that is still being typed would make of a view. Tests hold it equal to the view that the document then gives.

use super::command::Command;
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows a command that writes in a text; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        let (Command::Write { words, base, text }, false) = (command, self.read_only) else {
            return;
        };
        if let Some(shown) = self.words_mut(words) {
            *shown = rebase(base, text, shown);
        }
    }
}
