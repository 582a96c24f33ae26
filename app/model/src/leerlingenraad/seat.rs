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
    /// Whether the child is ready: the last moment at which it can go back.
    Ready,
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
    /// One for each question.
    answers: Vec<Answer>,
    /// Whether the child is asked about everything; else about drawings only.
    asks_may: bool,
}

/// What a child made at one question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Answer {
    /// Once for every way that was begun: who tries another way, or takes an answer back, loses nothing.
    begun: Vec<Contribution>,
    /// In which way it is answered.
    way: Option<Way>,
    /// The child was ready with it: it goes along.
    is_ready: bool,
}

impl Answer {
    fn now(&self) -> Option<&Contribution> {
        self.begun.iter().find(|one| Some(one.way) == self.way)
    }

    /// Keeps what was made in a way, and goes on with that.
    fn hold(&mut self, said: Contribution) {
        self.way = Some(said.way);
        match self.begun.iter_mut().find(|one| one.way == said.way) {
            Some(one) => *one = said,
            None => self.begun.push(said),
        }
    }
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
        let questions: Vec<_> =
            council.asked().map(|one| (one.id.clone(), one.ways.clone())).collect();
        let answers = vec![Answer::default(); questions.len()];
        Self { questions, at: 0, step: Step::Free, joined: false, answers, asks_may }
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
        self.answers.get(self.at)?.now()
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
        let (Some((question, _)), Some(answer)) =
            (self.questions.get(self.at), self.answers.get_mut(self.at))
        else {
            return;
        };
        if answer.begun.iter().any(|one| one.way == way) {
            answer.way = Some(way);
        } else {
            answer.hold(Contribution::new(question, way));
        }
        self.step = Step::Answer(way);
    }

    /// What was chosen, drawn or written. Nothing at all goes back to the question: ready never destroys.
    pub fn answer(&mut self, said: Contribution) {
        self.step = match said.way {
            _ if said.is_empty() => Step::Ask,
            Way::Tekenen => Step::Tell,
            Way::Kiezen | Way::Woorden | Way::Praten => Step::May,
        };
        let passes = self.step == Step::May && (said.way == Way::Kiezen || !self.asks_may);
        self.hold(said);
        if passes {
            self.ready();
        }
    }

    fn hold(&mut self, said: Contribution) {
        if let Some(answer) = self.answers.get_mut(self.at) {
            answer.hold(said);
        }
    }

    /// The words beside a drawing; none is fine.
    pub fn tell(&mut self, words: &str) {
        self.change(|now| words.clone_into(&mut now.words));
        self.step = Step::May;
    }

    /// *Mag erbij* or *Liever niet*.
    pub fn may(&mut self, yes: bool) {
        self.change(|now| now.may_show = yes);
        self.ready();
    }

    fn change(&mut self, act: impl FnOnce(&mut Contribution)) {
        if let Some(mut now) = self.now().cloned() {
            act(&mut now);
            self.hold(now);
        }
    }

    /// This answer goes along.
    fn ready(&mut self) {
        if let Some(answer) = self.answers.get_mut(self.at) {
            answer.is_ready = true;
        }
        self.go_on();
    }

    /// The next question without an answer, which is fine: what was made here, or taken back, does not go along.
    pub fn skip(&mut self) {
        self.take_back();
        self.go_on();
    }

    fn go_on(&mut self) {
        self.at += 1;
        self.step = if self.at < self.questions.len() { Step::Ask } else { Step::Ready };
    }

    /// Whether it went along.
    fn take_back(&mut self) -> bool {
        let answer = self.answers.get_mut(self.at);
        answer.is_some_and(|answer| std::mem::take(&mut answer.is_ready))
    }

    /// One step back, with what was made until now; it stays.
    pub fn back_with(&mut self, said: Contribution) {
        self.hold(said);
        self.back();
    }

    /// One step back; what was made stays.
    pub fn back(&mut self) {
        self.step = match self.step {
            Step::Answer(_) => Step::Ask,
            Step::Tell => Step::Answer(Way::Tekenen),
            Step::May => match self.now().map(|now| now.way) {
                Some(Way::Tekenen) => Step::Tell,
                Some(way) => Step::Answer(way),
                None => Step::Ask,
            },
            Step::Ask if self.at == 0 => Step::Begin,
            Step::Ask => self.the_one_before(),
            Step::Ready if self.at < self.questions.len() => Step::Ask,
            Step::Ready => self.the_one_before(),
            step => step,
        };
    }

    /// Where the child was with the question before: an answer of a wrong tap can be given anew.
    fn the_one_before(&mut self) -> Step {
        self.at = self.at.saturating_sub(1);
        if !self.take_back() {
            return Step::Ask;
        }
        match self.now().map(|now| now.way) {
            None => Step::Ask,
            Some(Way::Kiezen) => Step::Answer(Way::Kiezen),
            Some(way) if self.asks_may || way == Way::Tekenen => Step::May,
            Some(way) => Step::Answer(way),
        }
    }

    /// Stopping early: what was said until then counts, what was not ready does not.
    pub fn stop(&mut self) {
        self.step = Step::Ready;
    }

    /// The child is ready; there is no way back.
    pub fn end(&mut self) {
        if self.step == Step::Ready {
            self.step = Step::End;
        }
    }

    /// What was said; nothing of a child that did not join in.
    pub fn said(&self) -> Option<Vec<Contribution>> {
        let ready = self.answers.iter().filter(|answer| answer.is_ready);
        self.joined.then(|| ready.filter_map(Answer::now).cloned().collect())
    }
}
