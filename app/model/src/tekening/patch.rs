//! Nothing of the tekening is typed letter by letter: a command shows when it is carried out.

use super::command::Command;
use super::view::View;

impl View {
    /// Shows a command that is still being typed; there is none.
    pub fn patch(&mut self, _: &Command) {}
}
