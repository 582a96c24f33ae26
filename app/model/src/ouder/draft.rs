//! What a parent has filled in so far. It stays on the parent's own device, sealed; only a story that was sent leaves it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::Choice;
use super::language::Language;
use super::reply::{Answer, Call, Story};
use super::sheet::Sheet;
use super::spoken::Spoken;

/// Where somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    #[default]
    Start,
    /// One question per page; whether it was opened from the check page, and goes straight back there.
    Question {
        place: usize,
        from_check: bool,
    },
    Check,
    Done,
    Plan,
    /// Says the choice back before it is signed.
    Sign(Choice),
    Chosen,
    /// One receiver on a page.
    Allow {
        place: usize,
    },
}

/// See the module's header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub language: Language,
    pub step: Step,
    pub answers: BTreeMap<String, Answer>,
    pub phone: String,
    pub interpreter: String,
    /// The name as it was typed under a choice.
    pub name: String,
    /// What this person is to the child, where somebody changed what the school wrote.
    #[serde(default)]
    pub relation: Option<String>,
    /// The last choice about the plan that was made, and its file.
    pub chosen: Option<(Choice, String)>,
    /// The receipt of the server for that file, as lines.
    #[serde(default)]
    pub receipt: Option<String>,
    /// The key of the server where the letter lay when it was opened, in hexadecimal digits; it goes into the choice.
    #[serde(default)]
    pub server: Option<String>,
    /// What was said about each receiver.
    #[serde(default)]
    pub allowed: BTreeMap<String, bool>,
    /// On which day and in which language each of those was said: the parent's own receipt.
    #[serde(default)]
    pub allowed_on: BTreeMap<String, (NaiveDate, Language)>,
    /// Whether the voice of this device is good enough in a language, as this parent heard it (VOORLEES-2).
    #[serde(default)]
    pub heard: BTreeMap<Language, bool>,
    /// The story was made ready to go.
    pub sent: bool,
    /// The sign that somebody is busy was made ready to go.
    pub busy: bool,
    /// The keys of this device for this letter, in hexadecimal digits.
    pub keys: String,
    /// How many replies were made.
    #[serde(default)]
    pub said: u32,
    /// Recordings that were sent with the story and of which pieces still wait: the first piece that does, by the name of the recording.
    #[serde(default)]
    pub leaving: BTreeMap<String, u32>,
    /// Sealed replies that the server has not taken yet, in hexadecimal digits.
    pub waiting: Vec<String>,
    /// Answers as they were before a recording that stopped too soon took the place of one that was whole.
    #[serde(default)]
    pub before: BTreeMap<String, Answer>,
}

impl Draft {
    /// The bytes to keep.
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads them.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The answer to a question, as far as it was given.
    pub fn answer(&self, question: &str) -> Answer {
        self.answers.get(question).cloned().unwrap_or_else(|| Answer {
            question: question.to_owned(),
            language: self.language,
            ..Answer::default()
        })
    }

    /// Takes an answer in.
    pub fn put(&mut self, answer: Answer) {
        self.answers.insert(answer.question.clone(), answer);
    }

    /// Takes an example over: into an empty answer, or behind what stands there.
    pub fn adopt(&mut self, question: &str, example: &str) {
        let mut answer = self.answer(question);
        let words = answer.words.trim_end();
        answer.words =
            if words.is_empty() { example.to_owned() } else { format!("{words} {example}") };
        answer.language = self.language;
        self.put(answer);
    }

    /// Whether somebody asked to tell it rather than write it.
    pub fn wants_call(&self) -> bool {
        self.answers.values().any(|answer| answer.rather_tell)
    }

    /// The recordings of all answers.
    pub fn spoken(&self) -> impl Iterator<Item = &Spoken> {
        self.answers.values().filter_map(|answer| answer.spoken.as_ref())
    }

    /// All recordings that this device must have: those of the answers, and the whole ones behind one that stopped too soon.
    pub fn recordings(&self) -> impl Iterator<Item = &Spoken> {
        let all = self.answers.values().chain(self.before.values());
        all.filter_map(|answer| answer.spoken.as_ref())
    }

    /// Another recording begins: what stopped too soon before stays behind it, unless a whole one does.
    pub fn speaks_anew(&mut self, question: &str) {
        let behind = self.before.get(question).and_then(|one| one.spoken.as_ref());
        let now = self.answers.get_mut(question).and_then(|one| one.spoken.as_mut());
        if let (None, Some(now)) = (behind, now) {
            now.cut = false;
        }
    }

    /// A recording comes to an answer, or goes. What stopped too soon leaves a whole one behind it, which comes back when it goes. Gives
    /// the names of recordings that nothing needs any more.
    pub fn speak(&mut self, question: &str, now: Option<Spoken>) -> Vec<String> {
        let mut answer = self.answer(question);
        let old = answer.spoken.take();
        let cut = now.as_ref().is_some_and(|one| one.cut);
        let was_cut = old.as_ref().is_some_and(|one| one.cut);
        let behind = self.before.get(question).and_then(|one| one.spoken.clone());
        let (now, behind, gone) = match (now, cut, was_cut) {
            (now, true, true) => (now, behind, [old, None]),
            (now, true, false) => (now, old, [None, None]),
            (Some(now), false, _) => (Some(now), None, [old, behind]),
            (None, ..) => (behind, None, [old, None]),
        };
        let stays = |id: &String| [&now, &behind].into_iter().flatten().any(|one| one.id == *id);
        let gone = gone.into_iter().flatten().map(|one| one.id).filter(|id| !stays(id)).collect();
        let kept = Answer { spoken: behind, ..Answer::default() };
        self.before.insert(question.to_owned(), kept);
        answer.spoken = now;
        self.put(answer);
        gone
    }

    /// Whether something was made ready to go and is not at the server.
    pub fn waits(&self) -> bool {
        !self.waiting.is_empty() || !self.leaving.is_empty()
    }

    /// The piece that goes now, of the recordings that are at hand; none when all of those went.
    pub fn leaves(&self, at_hand: &dyn Fn(&str) -> bool) -> Option<(&Spoken, u32)> {
        let (id, place) = self.leaving.iter().find(|(id, _)| at_hand(id))?;
        Some((self.spoken().find(|one| one.id == *id)?, *place))
    }

    /// A piece of this recording is at the server.
    pub fn left(&mut self, id: &str) {
        let Some(place) = self.leaving.remove(id) else { return };
        let all = self.spoken().find(|one| one.id == id).map_or(0, Spoken::pieces);
        if place + 1 < all {
            self.leaving.insert(id.to_owned(), place + 1);
        }
    }

    /// A recording that is not on this device any more: nothing waits for it, and before it was sent the answer has none, or the whole one
    /// that was behind it.
    pub fn lost(&mut self, id: &str) {
        self.leaving.remove(id);
        if self.sent {
            return;
        }
        let is = |one: &Answer| one.spoken.as_ref().is_some_and(|one| one.id == id);
        self.before.values_mut().filter(|one| is(one)).for_each(|one| one.spoken = None);
        for answer in self.answers.values_mut().filter(|one| is(one)) {
            let behind = self.before.get_mut(&answer.question);
            answer.spoken = behind.and_then(|one| one.spoken.take());
        }
    }

    /// The page after this one.
    pub fn next(&self, sheet: &Sheet) -> Step {
        let questions = sheet.questions.len();
        match self.step {
            Step::Start if questions == 0 => Step::Plan,
            Step::Start => Step::Question { place: 0, from_check: false },
            Step::Question { from_check: true, .. } => Step::Check,
            Step::Question { place, .. } if place + 1 < questions => {
                Step::Question { place: place + 1, from_check: false }
            }
            Step::Question { .. } => Step::Check,
            Step::Check => Step::Done,
            Step::Done if self.stands() => Step::Chosen,
            Step::Done if sheet.plan.is_some() => Step::Plan,
            Step::Sign(_) => Step::Chosen,
            Step::Allow { .. } => Step::Done,
            step => step,
        }
    }

    /// The page before this one; nothing at the start and after sending.
    pub fn back(&self, sheet: &Sheet) -> Option<Step> {
        match self.step {
            Step::Question { from_check: true, .. } => Some(Step::Check),
            Step::Question { place: 0, .. } => Some(Step::Start),
            Step::Question { place, .. } => {
                Some(Step::Question { place: place - 1, from_check: false })
            }
            Step::Check => sheet
                .questions
                .len()
                .checked_sub(1)
                .map(|place| Step::Question { place, from_check: false }),
            Step::Sign(Choice::Ingetrokken) => Some(Step::Chosen),
            Step::Sign(_) => Some(Step::Plan),
            // Without questions there is no page of before, unless there is more to say than to the plan alone.
            Step::Plan
                if sheet.questions.is_empty()
                    && sheet.proposed.is_empty()
                    && self.chosen.is_none() =>
            {
                Some(Step::Start)
            }
            Step::Plan | Step::Chosen | Step::Allow { .. } => Some(Step::Done),
            _ => None,
        }
    }

    /// Whether a choice about the plan was made and not taken back.
    pub fn stands(&self) -> bool {
        self.chosen.as_ref().is_some_and(|(choice, _)| *choice != Choice::Ingetrokken)
    }

    /// What this person is to the child, as it is signed: as the school wrote it, until somebody changed that.
    pub fn relation<'a>(&'a self, sheet: &'a Sheet) -> &'a str {
        self.relation.as_deref().unwrap_or(&sheet.relation)
    }

    /// Whether it holds something that leaving would lose: something was said, and it was not sent.
    pub fn is_begun(&self) -> bool {
        let is_said = self.answers.values().any(|answer| !answer.is_empty());
        let is_typed = [&self.phone, &self.interpreter].iter().any(|text| !text.trim().is_empty());
        !self.sent && (is_said || is_typed)
    }

    /// What is sent: answers in the order of the sheet, without those that say nothing.
    pub fn story(&self, sheet: &Sheet) -> Story {
        let answers = sheet.questions.iter().map(|asked| self.answer(&asked.id));
        let phone = self.phone.trim();
        let interpreter = self.interpreter.trim();
        Story {
            answers: answers.filter(|answer| !answer.is_empty()).collect(),
            call: self.wants_call().then(|| Call { phone: phone.to_owned() }),
            interpreter: (!interpreter.is_empty()).then(|| interpreter.to_owned()),
        }
    }
}
