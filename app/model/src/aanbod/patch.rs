//! What a text that is still being typed would make of a view. Tests hold it equal to the view that the document then gives.

use super::command::{Command, Words};
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows a command that writes in a text; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        let (Command::Write { words, base, text }, false) = (command, self.read_only) else {
            return;
        };
        let shown = match words {
            Words::Short => Some(&mut self.short),
            Words::Basic => Some(&mut self.basic),
            Words::Influence => Some(&mut self.influence),
            Words::Need(need) => {
                self.lines.iter_mut().find(|line| line.need == *need).map(|line| &mut line.words)
            }
        };
        shown.into_iter().for_each(|shown| *shown = rebase(base, text, shown));
    }
}
