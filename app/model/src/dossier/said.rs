//! What guardians say about who may receive it: each answer stays, with how it was given, and none is written over (PRV-01). What a parent
//! said on an own phone stands beside what the school wrote down of it.

use chrono::NaiveDate;
use replica::document::{Place, Writer};

use super::command::Way;
use super::view::{Receiver, View};
use super::{layout, read};
use crate::field::{add, set, set_or_clear, there};
use crate::refused::Refused;

/// One answer of one guardian about one receiver.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub receiver: String,
    pub guardian: String,
    /// Nothing when an answer was taken back without another.
    pub yes: Option<bool>,
    pub on: Option<NaiveDate>,
    /// Nothing where an earlier version wrote it down without.
    pub way: Option<Way>,
}

/// When and how something was said.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    pub way: Option<Way>,
    pub on: Option<NaiveDate>,
}

impl Moment {
    /// Whether this, which came in later, was said later as well. Between ways the day decides; but only a yes is held to that: a no of
    /// a phone whose clock is behind is not lost.
    pub(super) fn is_after(self, other: Self, agrees: bool) -> bool {
        (self.way == Some(Way::App) && !agrees) || self.on >= other.on
    }
}

impl Said {
    fn is_after(&self, other: &Self) -> bool {
        let moment = |one: &Self| Moment { way: one.way, on: one.on };
        // Answers of one phone come in as it gave them, whatever its clock says.
        let both_by_phone = [self.way, other.way] == [Some(Way::App); 2];
        both_by_phone || moment(self).is_after(moment(other), self.yes == Some(true))
    }
}

impl Receiver {
    /// Every answer of one guardian, in the order in which it came in.
    pub fn said_by(&self, guardian: &str) -> impl Iterator<Item = &Said> {
        self.said.iter().filter(move |one| one.guardian == guardian)
    }

    /// What an earlier version wrote down in one place comes first, and the last of all counts.
    pub(super) fn with_answers(mut self, all: &[Said]) -> Self {
        let own = all.iter().filter(|one| one.receiver == self.id);
        let earlier = self.answers.iter().map(|(guardian, yes)| Said {
            receiver: self.id.clone(),
            guardian: guardian.clone(),
            yes: Some(*yes),
            on: self.answered.get(guardian).copied(),
            way: None,
        });
        let same = |old: &Said, one: &Said| {
            (&old.guardian, old.yes, old.on) == (&one.guardian, one.yes, one.on)
        };
        let earlier: Vec<Said> =
            earlier.filter(|old| !own.clone().any(|one| same(old, one))).collect();
        self.said = earlier.into_iter().chain(own.cloned()).collect();
        for one in &self.said {
            let mut of = self.said.iter().filter(|other| other.guardian == one.guardian);
            let last =
                of.next().map(|first| of.fold(first, |a, b| if b.is_after(a) { b } else { a }));
            let Some(last) = last else { continue };
            let _ = match last.yes {
                Some(yes) => self.answers.insert(last.guardian.clone(), yes),
                None => self.answers.remove(&last.guardian),
            };
            last.on.map(|on| self.answered.insert(last.guardian.clone(), on));
        }
        self
    }
}

/// Adds an answer. The register that earlier versions read follows what counts.
pub(super) fn allow(to: &mut Writer<'_>, said: &Said) -> Result<(), Refused> {
    let place = there(to, Place::item(layout::RECEIVERS, &said.receiver))?;
    there(to, Place::item(layout::GUARDIANS, &said.guardian))?;
    let find = |view: View| view.receivers.into_iter().find(|one| one.id == said.receiver);
    let before = find(read::with_receivers(to.document())).ok_or(Refused::Gone)?;
    let own: Vec<&Said> = before.said_by(&said.guardian).collect();
    if own.last() == Some(&said) {
        return Ok(());
    }
    // What an earlier version wrote down in one place would be gone under the new answer.
    for earlier in own.iter().filter(|one| one.way.is_none()) {
        keep(to, earlier, 0)?;
    }
    keep(to, said, own.len())?;
    let guardian = &said.guardian;
    let Some(now) = find(read::with_receivers(to.document())) else { return Ok(()) };
    set_or_clear(to, &place, &layout::yes(guardian), now.answers.get(guardian).copied())?;
    let on = now.answered.get(guardian).map(ToString::to_string);
    set_or_clear(to, &place, &layout::said_on(guardian), on)
}

/// Two members who take in the same answer at once write the same item.
fn keep(to: &mut Writer<'_>, said: &Said, count: usize) -> Result<(), Refused> {
    let answer = said.yes.map_or("-", |yes| if yes { "ja" } else { "nee" });
    let way = said.way.map_or("", |way| way.slug());
    let on = said.on.map(|on| on.to_string()).unwrap_or_default();
    let id = format!("{}/{}/{count}/{answer}/{on}/{way}", said.receiver, said.guardian);
    let item = match add(to, layout::ANSWERS, &id) {
        Err(Refused::Exists) => return Ok(()),
        item => item?,
    };
    set(to, &item, layout::RECEIVER, said.receiver.as_str())?;
    set(to, &item, layout::GUARDIAN, said.guardian.as_str())?;
    set_or_clear(to, &item, layout::ANSWER, said.yes)?;
    set(to, &item, layout::WAY, way)?;
    set(to, &item, layout::ON, on)
}
