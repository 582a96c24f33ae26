//! One child at the tablet: which step comes next. It begins with nothing of the child before, and ends with what was said
//! and nothing about who said it.

use super::view::Council;
use crate::inbreng::{Contribution, Way};

/// What the child sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A place that is free.
    Free,
    /// What this is, and whether the child joins in (KIND-2).
    Begin,
    /// The question, and how to answer it.
    Ask,
    /// Answering in this way.
    Answer(Way),
    /// After a drawing: telling about it in own words (KIND-5).
    Tell,
    /// Whether others may see it: in the tekening (TEK-4), or a drawing of one's own.
    May,
    /// Thank you; the tablet goes on.
    End,
}

/// One child at the tablet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    questions: Vec<(String, Vec<Way>)>,
    at: usize,
    step: Step,
    joined: bool,
    now: Option<Contribution>,
    said: Vec<Contribution>,
    /// Whether the child is asked about everything; else about drawings only.
    asks_may: bool,
}

impl Seat {
    /// A free place at this council.
    pub fn free(council: &Council) -> Self {
        Self::at(council, true)
    }

    /// A free place for one child that says it for itself, where there is no tekening: it is only asked about a drawing of its own.
    pub fn alone(council: &Council) -> Self {
        Self::at(council, false)
    }

    fn at(council: &Council, asks_may: bool) -> Self {
        let questions = council.asked().map(|one| (one.id.clone(), one.ways.clone())).collect();
        let (now, said) = (None, Vec::new());
        Self { questions, at: 0, step: Step::Free, joined: false, now, said, asks_may }
    }

    /// What the child sees.
    pub fn step(&self) -> Step {
        self.step
    }

    /// The question that is asked, and how it can be answered.
    pub fn question(&self) -> Option<&(String, Vec<Way>)> {
        self.questions.get(self.at)
    }

    /// The number of the question, from 1, and of how many.
    pub fn number(&self) -> (usize, usize) {
        ((self.at + 1).min(self.questions.len()), self.questions.len())
    }

    /// What is being answered: a step back shows it again.
    pub fn now(&self) -> Option<&Contribution> {
        self.now.as_ref()
    }

    /// A child sits down.
    pub fn sit(&mut self) {
        if self.step == Step::Free {
            self.step = Step::Begin;
        }
    }

    /// *Ik doe mee* or *Liever niet*.
    pub fn join(&mut self, yes: bool) {
        if self.step == Step::Begin {
            self.joined = yes;
            self.step = if yes && !self.questions.is_empty() { Step::Ask } else { Step::End };
        }
    }

    /// Answers in this way, or goes on where this was left.
    pub fn choose(&mut self, way: Way) {
        let Some((question, _)) = self.question() else { return };
        if self.now.as_ref().is_none_or(|now| now.way != way) {
            self.now = Some(Contribution::new(question, way));
        }
        self.step = Step::Answer(way);
    }

    /// What was chosen, drawn or written. Nothing at all goes back to the question: ready never destroys.
    pub fn answer(&mut self, said: Contribution) {
        if said.is_empty() {
            self.step = Step::Ask;
            return;
        }
        self.step = match said.way {
            Way::Tekenen => Step::Tell,
            Way::Kiezen => Step::Ask,
            Way::Woorden | Way::Praten => Step::May,
        };
        self.now = Some(said);
        self.pass_may();
    }

    /// Without a tekening nobody is asked about words.
    fn pass_may(&mut self) {
        let is_drawn = self.now.as_ref().is_some_and(|now| now.way == Way::Tekenen);
        let passes = !self.asks_may && !is_drawn;
        if self.step == Step::Ask || (self.step == Step::May && passes) {
            self.next();
        }
    }

    /// The words beside a drawing; none is fine.
    pub fn tell(&mut self, words: &str) {
        if let Some(now) = &mut self.now {
            words.clone_into(&mut now.words);
        }
        self.step = Step::May;
        self.pass_may();
    }

    /// *Mag erbij* or *Liever niet*.
    pub fn may(&mut self, yes: bool) {
        if let Some(now) = &mut self.now {
            now.may_show = yes;
        }
        self.next();
    }

    /// The next question; without an answer is fine.
    pub fn next(&mut self) {
        self.said.extend(self.now.take());
        self.at += 1;
        self.step = if self.at < self.questions.len() { Step::Ask } else { Step::End };
    }

    /// One step back; what was made stays.
    pub fn back(&mut self) {
        self.step = match self.step {
            Step::Answer(_) => Step::Ask,
            Step::Tell => Step::Answer(Way::Tekenen),
            Step::May => match &self.now {
                Some(now) if now.way == Way::Tekenen => Step::Tell,
                Some(now) => Step::Answer(now.way),
                None => Step::Ask,
            },
            step => step,
        };
    }

    /// Stopping early: what was said until then counts, what was not ready does not.
    pub fn stop(&mut self) {
        self.now = None;
        self.step = Step::End;
    }

    /// What was said; nothing of a child that did not join in.
    pub fn said(&self) -> Option<Vec<Contribution>> {
        self.joined.then(|| self.said.clone())
    }
}
