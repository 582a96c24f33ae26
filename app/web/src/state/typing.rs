//! What is being typed and not yet a change: one command per field, carried out together after a short rest.

use crate::platform::{self, Timer};

/// Rest after the last key, in milliseconds.
const REST_MS: i32 = 500;

/// Commands that wait for the end of the typing, in the order in which their fields were first touched.
pub struct Typing<C> {
    waiting: Vec<(String, C)>,
    timer: Option<Timer>,
}

impl<C> Default for Typing<C> {
    fn default() -> Self {
        Self { waiting: Vec::new(), timer: None }
    }
}

impl<C> Typing<C> {
    /// Replaces what waits for this field, and has `then` called after the rest.
    pub fn put(&mut self, field: &str, command: C, then: impl FnOnce() + 'static) {
        match self.waiting.iter_mut().find(|(name, _)| name == field) {
            Some((_, waiting)) => *waiting = command,
            None => self.waiting.push((field.to_owned(), command)),
        }
        self.timer = Some(platform::after(REST_MS, then));
    }

    /// What waits now.
    pub fn waiting(&self) -> Vec<&C> {
        self.waiting.iter().map(|(_, command)| command).collect()
    }

    /// Everything that waits; afterwards nothing does.
    pub fn take(&mut self) -> Vec<C> {
        // The timer may be the caller right now, so it is let go and not called off from inside itself.
        if let Some(timer) = self.timer.take() {
            timer.let_go();
        }
        std::mem::take(&mut self.waiting).into_iter().map(|(_, command)| command).collect()
    }
}
