//! What a command that is still being typed would make of a view, without reading the document again: the text of a
//! development plan. Tests hold it equal to the view that the document then gives.

use super::command::{Command, PlanChange};
use super::view::View;
use crate::together::rebase;

impl View {
    /// Shows a command that writes in a plan; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        if let (Command::SetPlan { id, change: PlanChange::Text { base, text } }, false) =
            (command, self.read_only)
        {
            let found = self.plans.iter_mut().find(|plan| plan.id == *id);
            found.into_iter().for_each(|plan| plan.text = rebase(base, text, &plan.text));
        }
    }
}
