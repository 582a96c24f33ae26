//! What there is to see of a dossier. Where two values wait for a choice, the first one counts until then.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

pub(super) use super::read::read;

use super::command::{
    Command, Field, GuardianChange, Known, LetterChange, Moment, Part, Remark, Side, Way,
};
use super::said::Said;
use crate::attachment::Attachment;
use crate::ouder::{self, Choice, Language, Picture, Spoken};

/// For so many days after a box closed a server keeps what is in it.
const KEPT: Days = Days::new(30);

/// A field of a dossier with several values.
pub type Conflict = crate::field::Conflict<Field>;

/// A dossier, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// How the child is called.
    pub name: String,
    pub school: String,
    pub asker: String,
    pub phone: String,
    /// Who sees it, one a line.
    pub sees: String,
    pub keep: Option<NaiveDate>,
    /// When it is talked about together.
    pub talk: Option<NaiveDate>,
    /// The region whose plan holds, by its slug; empty when nobody chose one.
    pub region: String,
    /// Whether its plan is kept to after it ended.
    pub keeps_plan: bool,
    /// Level of support, 0 to 4.
    pub level: Option<i64>,
    /// Day of enrolment or definitive placement.
    pub enrolled: Option<NaiveDate>,
    /// When it is looked back at together.
    pub look_back: Option<NaiveDate>,
    /// Whether somebody of care takes part.
    pub care: Option<bool>,
    /// What else was said for the rules.
    pub known: BTreeMap<Known, bool>,
    pub guardians: Vec<Guardian>,
    pub questions: Vec<Question>,
    pub letters: Vec<Letter>,
    /// In the order in which it came in; later ones of the same author replace earlier ones on screen.
    pub told: Vec<Told>,
    /// The pieces of recordings that are in, by the name of the recording and their place in it.
    pub sounds: BTreeMap<String, BTreeMap<u32, Attachment>>,
    pub plans: Vec<ouder::Plan>,
    /// What each plan says to its questions, by id, in the order of [`Part::ALL`].
    pub parts: BTreeMap<String, Vec<String>>,
    pub agreed: Vec<Agreed>,
    pub receivers: Vec<Receiver>,
    pub hearings: Vec<Hearing>,
    /// What is being written and not put down yet, by the field.
    pub drafts: BTreeMap<String, String>,
    /// Invitations for a device of one's own.
    pub own_invited: BTreeSet<String>,
    pub conflicts: Vec<Conflict>,
    /// A newer version wrote it: nothing can be changed here.
    pub read_only: bool,
    /// Nothing has been written yet.
    pub is_empty: bool,
}

/// A parent or another guardian.
#[derive(Clone, Debug, PartialEq)]
pub struct Guardian {
    pub id: String,
    pub name: String,
    pub relation: String,
    pub gone: bool,
    /// Asked at the table for a call, on this number; nothing once that was done.
    pub call: Option<String>,
}

/// A question that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: String,
    pub question: Option<ouder::Question>,
    pub own: String,
    pub gone: bool,
    /// What the three found together.
    pub same: Option<bool>,
}

/// A letter to a parent.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub id: String,
    pub guardian: String,
    pub dropbox: String,
    pub link: String,
    pub sealed: String,
    pub keys: String,
    pub made: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub plan: Option<String>,
    pub opened: Option<NaiveDate>,
    pub busy: Option<NaiveDate>,
    pub sent: Option<NaiveDate>,
    /// Asked for a call, on this number.
    pub call: Option<String>,
    pub called: Option<NaiveDate>,
    pub withdrawn: Option<NaiveDate>,
    /// Since when it is known to be at the server, and to be gone from there.
    pub posted: Option<NaiveDate>,
    pub closed: Option<NaiveDate>,
    /// Names of the replies that are in.
    pub heard: BTreeSet<String>,
}

/// What is known of a letter. Never what is in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotOpened,
    Opened(NaiveDate),
    Busy(NaiveDate),
    Sent(NaiveDate),
    Withdrawn(NaiveDate),
    /// The day until which it could be opened has passed.
    Over(NaiveDate),
}

/// A text of one of the three, or beside one.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    pub id: String,
    /// Nothing for a remark beside another text.
    pub side: Option<Side>,
    pub question: String,
    pub author: String,
    pub guardian: Option<String>,
    pub text: String,
    pub language: Language,
    pub pictures: Vec<Picture>,
    /// A packed drawing of the child; empty when there is none.
    pub drawing: Vec<u8>,
    /// The child keeps it from its parents, with the words beside it.
    pub kept_back: bool,
    /// A recording of a voice.
    pub spoken: Option<Spoken>,
    /// The parent would rather tell it.
    pub rather_tell: bool,
    pub on: Option<NaiveDate>,
    pub interpreter: Option<String>,
    /// The text that it stands beside, and what it is.
    pub beside: Option<(String, Remark)>,
}

/// A choice of a guardian.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    pub id: String,
    pub guardian: String,
    pub plan: String,
    pub choice: Option<Choice>,
    pub name: String,
    pub on: Option<NaiveDate>,
    pub way: Option<Way>,
    pub file: String,
    /// The receipt of the server, once it came.
    pub receipt: Option<String>,
}

/// Somebody to whom it may go.
#[derive(Clone, Debug, PartialEq)]
pub struct Receiver {
    pub id: String,
    pub name: String,
    pub why: String,
    pub on: Option<NaiveDate>,
    /// What each guardian says, by id.
    pub answers: BTreeMap<String, bool>,
    /// On which day each said so.
    pub answered: BTreeMap<String, NaiveDate>,
    /// Every answer that was given, in the order in which it came in.
    pub said: Vec<Said>,
    /// The invitation, in hexadecimal digits.
    pub invited: Option<String>,
    /// The device that came in by it, in hexadecimal digits, and since when.
    pub device: Option<String>,
    pub since: Option<NaiveDate>,
    pub removed: Option<NaiveDate>,
}

/// Who may come in by an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comes {
    /// Another device of who invites.
    OwnDevice,
    /// Another person.
    Somebody,
    /// Nobody, or nobody any more.
    Nobody,
}

/// One time that the child was heard.
#[derive(Clone, Debug, PartialEq)]
pub struct Hearing {
    pub id: String,
    pub moment: Option<Moment>,
    pub on: Option<NaiveDate>,
    pub way: String,
    pub help: String,
    pub done_with: String,
}

impl View {
    /// Guardians who take part.
    pub fn present(&self) -> impl Iterator<Item = &Guardian> {
        self.guardians.iter().filter(|one| !one.gone)
    }

    /// Questions that are asked.
    pub fn asked(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|one| !one.gone)
    }

    /// A guardian by id.
    pub fn guardian(&self, id: &str) -> Option<&Guardian> {
        self.guardians.iter().find(|one| one.id == id)
    }

    /// The plan that was frozen last.
    pub fn plan(&self) -> Option<&ouder::Plan> {
        self.plans.last()
    }

    /// Whether somebody may receive it: every guardian who takes part said yes, and nobody took it back (PRV-01).
    pub fn may_receive(&self, receiver: &Receiver) -> bool {
        let mut present = self.present().peekable();
        receiver.removed.is_none()
            && present.peek().is_some()
            && present.all(|one| receiver.answers.get(&one.id) == Some(&true))
    }

    /// Who may come in by an invitation, in hexadecimal digits. One that nobody wrote down is for nobody.
    pub fn comes_by(&self, invite: &str) -> Comes {
        if self.own_invited.contains(invite) {
            return Comes::OwnDevice;
        }
        let has = |one: &&Receiver| one.invited.as_deref() == Some(invite);
        match self.receivers.iter().find(has) {
            Some(one) if self.may_receive(one) => Comes::Somebody,
            _ => Comes::Nobody,
        }
    }

    /// Whether a parent was told who sees it: then nobody is added to that list without them.
    pub fn were_told(&self) -> bool {
        let told = |one: &Told| one.guardian.is_some();
        // A letter that was withdrawn unread told nothing.
        let could_read = |one: &Letter| one.opened.is_some() || one.withdrawn.is_none();
        self.letters.iter().any(could_read) || self.told.iter().any(told)
    }

    /// The command by which a guardian does not take part any more: the letters that are out end with it. What was said stays.
    pub fn leaves(&self, guardian: &str, today: NaiveDate) -> Command {
        let own = self.letters.iter().filter(|one| one.guardian == guardian);
        let ends = own.filter(|one| one.withdrawn.is_none()).map(|one| Command::SetLetter {
            id: one.id.clone(),
            change: LetterChange::Withdrawn(today),
        });
        let change = GuardianChange::Gone(true);
        let goes = Command::SetGuardian { id: guardian.to_owned(), change };
        Command::Together(ends.chain([goes]).collect())
    }

    /// Whether somebody who is off the list again could read the link of this letter while in.
    pub fn is_known_outside(&self, letter: &Letter) -> bool {
        let knows = |one: &Receiver| one.since.is_some() && one.removed >= letter.made;
        self.receivers.iter().any(|one| one.removed.is_some() && knows(one))
    }

    /// The last time that the child was heard for the plan that stands: not after it was frozen, and after the plan before it. Without a
    /// plan: the last time. Several of one day count as they were written down.
    pub fn heard_for_plan(&self) -> Option<&Hearing> {
        let mut plans = self.plans.iter().rev().map(|plan| plan.on);
        let (now, before) = (plans.next(), plans.next());
        let is_for = |one: &&Hearing| {
            one.on.is_some_and(|on| {
                now.is_none_or(|now| on <= now) && before.is_none_or(|before| on > before)
            })
        };
        self.hearings.iter().filter(is_for).max_by_key(|one| one.on)
    }

    /// Everybody who sees it: who parents were told about beforehand, who asks, to whom they said yes since, and whoever else has a device
    /// in it, for as long as that lasts.
    pub fn seers(&self) -> Vec<String> {
        let named = self.sees.lines().map(|line| line.trim().to_owned());
        let mut all: Vec<String> = named.filter(|one| !one.is_empty()).collect();
        let asker = self.asker.trim();
        if !asker.is_empty() && !all.iter().any(|one| one.contains(asker)) {
            all.push(asker.to_owned());
        }
        let is_in = |one: &&Receiver| one.device.is_some() && one.removed.is_none();
        let sees = |one: &&Receiver| !one.is_table() && (self.may_receive(one) || is_in(one));
        all.extend(self.receivers.iter().filter(sees).map(|one| one.name.clone()));
        all
    }

    /// Who has access, or an invitation, although a guardian does not say yes (any more).
    pub fn must_go(&self) -> impl Iterator<Item = &Receiver> {
        let may_be_in = |one: &Receiver| one.device.is_some() || one.invited.is_some();
        let has = move |one: &&Receiver| may_be_in(one) && one.removed.is_none();
        self.receivers.iter().filter(has).filter(|one| !self.may_receive(one))
    }

    /// What a plan says to one of its questions; nothing when it does not say.
    pub fn part_of(&self, plan: &str, part: Part) -> Option<&str> {
        let at = Part::ALL.iter().position(|one| *one == part)?;
        Some(self.parts.get(plan)?.get(at)?.as_str()).filter(|says| !says.trim().is_empty())
    }

    /// The pieces of a recording, in their order; nothing while some are not in.
    pub fn sound(&self, spoken: &Spoken) -> Option<Vec<Attachment>> {
        let pieces = self.sounds.get(&spoken.id)?;
        (0..spoken.pieces()).map(|place| pieces.get(&place).cloned()).collect()
    }

    /// Remarks beside a text.
    pub fn beside(&self, told: &str) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(move |one| one.beside.as_ref().is_some_and(|(id, _)| id == told))
    }
}

impl Told {
    /// Whether nothing was said here but that the parent would rather tell it.
    pub fn is_still_to_tell(&self) -> bool {
        let is_empty = self.text.is_empty() && self.pictures.is_empty();
        self.rather_tell && is_empty && self.spoken.is_none()
    }
}

impl Letter {
    /// What is known of it on this day.
    pub fn state(&self, today: NaiveDate) -> State {
        let over = self.until.filter(|until| *until < today);
        match (self.withdrawn, self.sent, over, self.busy, self.opened) {
            (Some(on), ..) => State::Withdrawn(on),
            (_, Some(on), ..) => State::Sent(on),
            (_, _, Some(on), ..) => State::Over(on),
            (.., Some(on), _) => State::Busy(on),
            (.., Some(on)) => State::Opened(on),
            _ => State::NotOpened,
        }
    }

    /// Whether the server still keeps what came in: what a parent sent on the last day is there for a month.
    pub fn is_kept(&self, today: NaiveDate) -> bool {
        let last = self.until.and_then(|until| until.checked_add_days(KEPT));
        self.withdrawn.is_none() && last.is_some_and(|last| last >= today)
    }

    /// Whether answers may still come.
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.withdrawn.is_none() && self.until.is_some_and(|until| until >= today)
    }
}
