//! What a command that is still being typed would make of a view, without reading the document again: the words of an
//! action. A decision is written down as a whole, and shows when it is. Tests hold it equal to what the document then gives.

use std::sync::Arc;

use super::command::{ActionChange, Command, Field};
use super::layout;
use super::view::View;

impl View {
    /// Shows a command that writes what an action is; any other command shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        let Command::SetAction { id, change: ActionChange::What(text) } = command else { return };
        let found = self.actions.iter_mut().find(|action| action.id == *id);
        let Some(action) = found.filter(|_| !self.read_only && !text.trim().is_empty()) else {
            return;
        };
        text.trim().clone_into(&mut Arc::make_mut(action).what);
        let field = Field::Action { id: id.clone(), name: layout::WHAT.to_owned() };
        self.conflicts.retain(|conflict| conflict.field != field);
    }
}
