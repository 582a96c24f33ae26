//! What a text that is still being typed would make of a view, without reading the document again. Tests hold it equal to
//! the view that the document then gives.

use super::command::{Command, EvidenceChange};
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows a command that writes in a text; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        if self.read_only {
            return;
        }
        match command {
            Command::Explain { row, base, text } => {
                let line = self.lines.iter_mut().find(|line| line.row == *row);
                line.into_iter().for_each(|line| {
                    line.explanation = rebase(base, text, &line.explanation);
                });
            }
            Command::SetEvidence { id, change: EvidenceChange::Text { base, text } } => {
                let all = self.lines.iter_mut().flat_map(|line| &mut line.evidence);
                for proof in all.filter(|proof| proof.id == *id) {
                    proof.words = rebase(base, text, &proof.words);
                }
            }
            _ => {}
        }
    }
}
