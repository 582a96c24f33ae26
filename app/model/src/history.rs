//! Undo and redo of one session: one command is one step, as many as there were.

use replica::document::Step;

/// A step that can be taken back, with a tag that says what it touches.
#[derive(Clone, Debug)]
pub struct Past<T> {
    pub step: Step,
    pub touches: T,
}

/// What was done and what was undone.
#[derive(Clone, Debug)]
pub struct History<T> {
    done: Vec<Past<T>>,
    undone: Vec<Past<T>>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new() }
    }
}

/// Back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Undo,
    Redo,
}

impl<T> History<T> {
    /// A new step: what was undone before it cannot be redone any more.
    pub fn did(&mut self, step: Step, touches: T) {
        if !step.is_empty() {
            self.done.push(Past { step, touches });
            self.undone.clear();
        }
    }

    /// The step that comes next in this direction.
    pub fn next(&self, way: Way) -> Option<&Past<T>> {
        match way {
            Way::Undo => self.done.last(),
            Way::Redo => self.undone.last(),
        }
    }

    /// The next step has been taken; `inverse` leads back.
    pub fn went(&mut self, way: Way, inverse: Step) {
        let (from, to) = match way {
            Way::Undo => (&mut self.done, &mut self.undone),
            Way::Redo => (&mut self.undone, &mut self.done),
        };
        if let Some(past) = from.pop()
            && !inverse.is_empty()
        {
            to.push(Past { step: inverse, touches: past.touches });
        }
    }
}
