//! What children said and nobody looked at yet: on the device of the gespreksleider alone, below the rows that never leave
//! it. What comes in stays closed until enough children took part, and then opens all at once in one random order; what the
//! adult lets through leaves it as one batch under random names. No child, no seat, no order and no time is kept, not even here.

use std::collections::BTreeMap;

use replica::gather::Gather;
use replica::id::{hex, sha256};
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::command::{Command, Contribution};
use super::set::Desk;
use super::{SMALL, SMALLEST, View};

/// What a name is for: the same seed never gives the same name twice.
const CAME: &str = "net binnen";
const HERE: &str = "op dit apparaat";
const COUNCIL: &str = "in de raad";

/// Fresh random bytes, from the caller.
pub type Seed = [u8; 32];

/// What waits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// How many children took part by themselves: joined in, whatever they said after that.
    #[serde(rename = "children")]
    pub alone: u32,
    /// How many took part at a placemat of which the question is not known.
    #[serde(default)]
    pub at_placemats: u32,
    /// How many took part at the placemats of a question: the same children may do a placemat of another one as well.
    #[serde(default)]
    pub placemats: BTreeMap<String, u32>,
    /// How many put dots, in the largest round.
    #[serde(default)]
    pub voted: u32,
    /// By a name that means nothing outside this device.
    pub waiting: BTreeMap<String, Waiting>,
    /// What came in since something was opened, which nobody sees yet.
    #[serde(default)]
    closed: Closed,
    /// Dots, by what they were put at.
    #[serde(default)]
    pub dots: BTreeMap<String, u32>,
    /// The secret under which tablets of a class set send back what was said, and what came in.
    #[serde(default)]
    pub set: Desk,
}

/// What is not shown yet: of so few children that what appears together would tell what one of them said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Closed {
    alone: u32,
    placemats: BTreeMap<String, u32>,
    all: BTreeMap<String, Contribution>,
    /// How many answers the children on tablets of a class set gave, and how many of them are here.
    #[serde(default)]
    told: u32,
    #[serde(default)]
    came: u32,
}

impl Closed {
    /// As in [`Pool::children`]: the thing that most of them did.
    fn children(&self) -> u32 {
        self.placemats.values().copied().fold(self.alone, u32::max)
    }
}

/// Dots, with how many children put them in the largest round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dots {
    at: BTreeMap<String, u32>,
    voted: u32,
}

/// One answer that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub what: Contribution,
    /// The adult looked: no name, no face, nobody who can be known by it.
    pub looked: bool,
}

/// Why nothing can be laid down yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotYet {
    /// Something is closed still.
    Closed,
    /// An adult has not looked at everything.
    Look { still: usize },
    /// Too few children took part.
    Small,
    /// There is nothing.
    Empty,
}

impl NotYet {
    /// The sentence to show.
    pub const fn text(self) -> Text {
        match self {
            Self::Closed => t(
                "Er zijn nog antwoorden die dicht zijn. Open ze eerst.",
                "There are answers that are closed still. Open them first.",
            ),
            Self::Look { .. } => t(
                "Kijk eerst alles na. Daarna kan het naar de raad.",
                "First look at everything. After that it can go to the council.",
            ),
            Self::Small => SMALL,
            Self::Empty => t("Er is nog geen inbreng.", "Nothing has been brought in yet."),
        }
    }
}

impl Pool {
    /// How many children took part. The same children may do more than one thing, and nobody knows who did what: so the
    /// thing that most of them did counts, and never the sum.
    pub fn children(&self) -> u32 {
        let at_placemats = self.placemats.values().copied().max().unwrap_or_default();
        self.alone.max(self.at_placemats).max(at_placemats).max(self.voted)
    }

    /// Takes in what one child said, under random names, so that nothing of it lies together.
    pub fn add(&mut self, all: Vec<Contribution>, seed: &Seed) {
        self.joined(1);
        self.put(all, seed);
    }

    /// The same for one placemat of a question with so many children, of which what was said is no more one child's than
    /// another's.
    pub fn add_placemat(
        &mut self,
        question: &str,
        children: u32,
        all: Vec<Contribution>,
        seed: &Seed,
    ) {
        self.sat_at(question, children);
        self.put(all, seed);
    }

    pub(super) fn joined(&mut self, children: u32) {
        self.alone = self.alone.saturating_add(children);
        self.closed.alone = self.closed.alone.saturating_add(children);
    }

    pub(super) fn sat_at(&mut self, question: &str, children: u32) {
        if children > 0 {
            for placemats in [&mut self.placemats, &mut self.closed.placemats] {
                let sum = placemats.entry(question.to_owned()).or_default();
                *sum = sum.saturating_add(children);
            }
        }
    }

    /// A child on a tablet of a class set joined in, and this many answers come with it.
    pub(super) fn announced(&mut self, at: Option<&str>, answers: u32) {
        self.closed.told = self.closed.told.saturating_add(answers);
        match at {
            Some(question) => self.sat_at(question, 1),
            None => self.joined(1),
        }
    }

    pub(super) fn arrived(&mut self, answers: usize) {
        let answers = u32::try_from(answers).unwrap_or(u32::MAX);
        self.closed.came = self.closed.came.saturating_add(answers);
    }

    /// Whether something that a child said is still under way, or a piece of it.
    pub fn is_incomplete(&self) -> bool {
        self.set.is_incomplete() || self.closed.came < self.closed.told
    }

    /// Takes in what was said without counting a child, such as what the circle said together.
    pub fn put(&mut self, all: Vec<Contribution>, seed: &Seed) {
        let said = all.into_iter().filter(|one| !one.is_empty());
        let said = said.enumerate().map(|(number, what)| (name(CAME, seed, number), what));
        self.closed.all.extend(said);
    }

    /// How many answers there are, closed or open.
    pub fn answers(&self) -> usize {
        self.closed.all.len() + self.waiting.len()
    }

    /// How many answers are closed, and of how many children.
    pub fn closed(&self) -> (usize, u32) {
        (self.closed.all.len(), self.closed.children())
    }

    /// Whether what is closed may open by itself: of at least the smallest group, and nothing of it still under way
    /// (KIND-12).
    pub fn may_open(&self) -> bool {
        let (answers, children) = self.closed();
        answers > 0 && children >= SMALLEST && !self.is_incomplete()
    }

    /// Opens everything that is closed, all at once. What lies there then depends on what was said and on the seed alone:
    /// not on who said it, with what else, on which tablet or when. With fewer children than the smallest group who
    /// looks can tell what belongs together: that is for a person to choose.
    pub fn open(&mut self, seed: &Seed) {
        let closed = std::mem::take(&mut self.closed);
        // What was announced and is under way still is waited for by the next ones.
        self.closed.told = closed.told.saturating_sub(closed.came);
        let mut all: Vec<_> = closed.all.into_values().collect();
        all.sort();
        for (number, what) in all.into_iter().enumerate() {
            let looked = !what.tells();
            self.waiting.insert(name(HERE, seed, number), Waiting { what, looked });
        }
    }

    /// Adds the dots of a whole round of so many children to the sum: whose they were is not kept, and of a round that broke off
    /// nothing. The same children may do another round.
    pub fn vote(&mut self, dots: &BTreeMap<String, u32>, children: u32) {
        self.voted = self.voted.max(children);
        for (at, count) in dots.iter().filter(|(_, count)| **count > 0) {
            let sum = self.dots.entry(at.clone()).or_default();
            *sum = sum.saturating_add(*count);
        }
    }

    /// The dots that are here.
    pub fn of_dots(&self) -> Dots {
        Dots { at: self.dots.clone(), voted: self.voted }
    }

    /// These dots, and no others: none when an adult leaves them out.
    pub fn put_dots(&mut self, dots: Dots) {
        Dots { at: self.dots, voted: self.voted } = dots;
    }

    /// The adult looked, and perhaps took a name out of the words. Nothing when it is gone.
    pub fn look(&mut self, id: &str, words: &str, note: &str) -> Option<()> {
        let waiting = self.waiting.get_mut(id)?;
        words.clone_into(&mut waiting.what.words);
        note.clone_into(&mut waiting.what.note);
        waiting.looked = true;
        Some(())
    }

    /// The adult wants to look again.
    pub fn look_again(&mut self, id: &str) {
        if let Some(waiting) = self.waiting.get_mut(id) {
            waiting.looked = false;
        }
    }

    /// It does not go along, and is gone from this device as well.
    pub fn leave_out(&mut self, id: &str) -> Option<Waiting> {
        self.waiting.remove(id)
    }

    /// What nobody looked at yet.
    pub fn still(&self) -> usize {
        self.waiting.values().filter(|one| !one.looked).count()
    }

    /// Everything as one batch under fresh random names, so that neither the order nor a name tells anything.
    ///
    /// # Errors
    /// See [`NotYet`].
    pub fn batch(&self, seed: &Seed) -> Result<Command, NotYet> {
        if self.answers() == 0 && self.dots.is_empty() {
            return Err(NotYet::Empty);
        }
        if self.children() < SMALLEST {
            return Err(NotYet::Small);
        }
        if !self.closed.all.is_empty() {
            return Err(NotYet::Closed);
        }
        match self.still() {
            0 => {}
            still => return Err(NotYet::Look { still }),
        }
        // Put in order by what was said first: what comes out then depends on what was said and on the seed, and on nothing
        // else, so not on who said it with what else, or when.
        let mut all: Vec<&Contribution> = self.waiting.values().map(|one| &one.what).collect();
        all.sort();
        let all = all.into_iter().enumerate();
        let all = all.map(|(number, what)| (name(COUNCIL, seed, number), what.clone()));
        Ok(Command::Enter { children: self.children(), all: all.gather(), dots: self.dots.clone() })
    }

    /// Whether all that waits lies in the council already, so that it may go from here: laid down just now, or before this device
    /// stopped halfway.
    pub fn lies_in(&self, council: &View) -> bool {
        // As the document has it.
        let kept = |one: &Waiting| Contribution {
            words: one.what.words.trim().to_owned(),
            note: one.what.note.trim().to_owned(),
            ..one.what.clone()
        };
        let mut here: Vec<_> = self.waiting.values().map(kept).collect();
        let mut there: Vec<_> = council.all.values().cloned().collect();
        here.sort();
        there.sort();
        let nothing = here.is_empty() && self.dots.is_empty();
        !nothing && self.closed.all.is_empty() && here == there && self.dots == council.dots
    }

    /// The bytes for the device's own row.
    pub fn keep(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads the row; nothing when it cannot be read.
    pub fn kept(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// A name that nobody can tell the number or the seed from.
fn name(what_for: &str, seed: &Seed, number: usize) -> String {
    let mut from = seed.to_vec();
    from.extend(what_for.as_bytes());
    from.extend((number as u64).to_le_bytes());
    let hash = sha256(&from);
    hex(hash.get(..16).unwrap_or_default())
}
