//! A placemat: two to four children, each with a corner that nobody else sees until all are ready, and then what they say
//! together in the middle (KIND-6). It knows corners, no children, and is kept nowhere.

use std::ops::RangeInclusive;

use crate::inbreng::{Contribution, Way};

/// How many corners there can be.
pub const CORNERS: RangeInclusive<u32> = 2..=4;

/// So many letters in one corner leave no room for four of them with the middle below on the screen of a tablet.
const LONG: usize = 70;

/// What is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One corner, by itself.
    Corner(u32),
    /// All corners, and the middle.
    Together,
    /// Whether what stands in the middle may be in the tekening.
    May,
    /// Thank you.
    End,
}

/// One placemat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placemat {
    corners: u32,
    /// What the corners said so far; nothing of one that did not join in.
    ready: Vec<Option<Vec<Contribution>>>,
    middle: Contribution,
    step: Step,
}

impl Placemat {
    /// An empty one for this question.
    pub fn new(question: &str, corners: u32) -> Self {
        Self {
            corners: corners.clamp(*CORNERS.start(), *CORNERS.end()),
            ready: Vec::new(),
            middle: Contribution::new(question, Way::Woorden),
            step: Step::Corner(0),
        }
    }

    /// What is seen.
    pub const fn step(&self) -> Step {
        self.step
    }

    /// A corner is ready, with what was said in it; nothing of who would rather not.
    pub fn ready(&mut self, said: Option<Vec<Contribution>>) {
        let Step::Corner(at) = self.step else { return };
        self.ready.push(said);
        self.step = match at + 1 {
            next if next < self.corners => Step::Corner(next),
            _ if self.children() == 0 => Step::End,
            _ => Step::Together,
        };
    }

    /// What stands in the corners, by their number. Nothing until all are ready.
    pub fn corners(&self) -> Vec<(u32, &Contribution)> {
        if let Step::Corner(_) = self.step {
            return Vec::new();
        }
        let all = (0..).zip(&self.ready);
        all.flat_map(|(at, said)| said.iter().flatten().map(move |one| (at, one))).collect()
    }

    /// Whether so much stands in the corners that they are looked at one by one.
    pub fn is_long<'a>(corners: impl Iterator<Item = &'a Contribution>) -> bool {
        corners.into_iter().any(|one| one.words.chars().count() > LONG)
    }

    /// What they say together; nothing is fine.
    pub fn together(&mut self, words: &str) {
        if self.step != Step::Together {
            return;
        }
        words.trim().clone_into(&mut self.middle.words);
        self.step = if self.middle.is_empty() { Step::End } else { Step::May };
    }

    /// *Mag erbij* or *Liever niet*, about the middle.
    pub fn may(&mut self, yes: bool) {
        if self.step == Step::May {
            self.middle.may_show = yes;
            self.step = Step::End;
        }
    }

    /// One step back; what stands in the middle stays.
    pub fn back(&mut self) {
        if self.step == Step::May {
            self.step = Step::Together;
        }
    }

    /// What stands in the middle.
    pub fn middle(&self) -> &str {
        &self.middle.words
    }

    /// How many children joined in.
    pub fn children(&self) -> u32 {
        u32::try_from(self.ready.iter().flatten().count()).unwrap_or(u32::MAX)
    }

    /// What they said together, once it is over.
    pub fn said(&self) -> Option<&Contribution> {
        Some(&self.middle).filter(|one| self.step == Step::End && !one.is_empty())
    }
}
