//! Writing a letter to a parent and taking in what comes back. Nothing here sends: bytes in, bytes and commands out.

use chrono::NaiveDate;
use replica::document::Document;
use replica::id::{hex, sha256};
use replica::keys::{CryptoRng, DeviceKeys};
use replica::letter::{LetterLink, open_answer};

use super::command::{
    Command, GuardianChange, LetterChange, NewAgreement, NewLetter, NewTold, Side, Way,
};
use super::read;
use super::view::{Letter, Told, View};
use crate::ouder::{
    Answer, Asked, Checked, Next, Proposed, Reply, Says, Sheet, Spoken, Story, unhex, unhex_all,
};
use crate::refused::Refused;
use crate::table::named;
use rules::order::Order;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

const NO_QUESTIONS: Text =
    t("Kies eerst een vraag, of leg een plan vast.", "First choose a question, or freeze a plan.");
const WHO_SEES: Text = t(
    "Schrijf eerst op wie de antwoorden ziet. Ouders moeten dat vooraf weten.",
    "First write down who sees the answers. Parents must know that beforehand.",
);
const TOO_LARGE: Text = t(
    "Deze brief is te groot. Maak het plan korter.",
    "This letter is too large. Make the plan shorter.",
);

named! {
    /// What a letter is about, where there is a choice: what was told before is not asked once more.
    Asks {
        Alles => "alles", "De vragen en het plan", "The questions and the plan";
        Vragen => "vragen", "Alleen de vragen", "The questions only";
        Plan => "plan", "Alleen het plan", "The plan only";
    }
}

impl Asks {
    /// What there is to choose from.
    pub fn possible(view: &View) -> &'static [Self] {
        let both = view.asked().next().is_some() && view.plan().is_some();
        if both { Self::ALL } else { &[] }
    }

    /// What is usual for a parent: who answered already gets the plan.
    pub fn usual(view: &View, guardian: &str) -> Self {
        let told = view.told.iter().any(|one| one.guardian.as_deref() == Some(guardian));
        let sent = view.letters.iter().any(|one| one.guardian == guardian && one.sent.is_some());
        if told || sent { Self::Plan } else { Self::Alles }
    }

    /// The dossier as such a letter tells of it; whole when there is nothing to choose.
    pub fn of(self, view: &View) -> View {
        let mut view = view.clone();
        if !Self::possible(&view).is_empty() {
            match self {
                Self::Alles => {}
                Self::Vragen => view.plans.clear(),
                Self::Plan => view.questions.clear(),
            }
        }
        view
    }
}

/// A letter that is ready: what to write in the dossier, and what to put in which box.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub command: Command,
    pub dropbox: [u8; 16],
    pub sealed: Vec<u8>,
}

/// Makes the sheet for one parent.
///
/// # Errors
/// When nobody knows who will see it, or there is nothing to ask.
pub fn sheet(view: &View, guardian: &str, keys: &DeviceKeys) -> Result<Sheet, Refused> {
    let guardian = view.guardian(guardian).ok_or(Refused::Gone)?;
    let questions: Vec<Asked> = view
        .asked()
        .map(|one| Asked { id: one.id.clone(), question: one.question, own: one.own.clone() })
        .collect();
    if questions.is_empty() && view.plan().is_none() {
        return Err(Refused::NotPossible(NO_QUESTIONS));
    }
    let sheet = Sheet {
        version: 1,
        school: view.school.clone(),
        asker: view.asker.clone(),
        phone: view.phone.clone(),
        child: view.name.clone(),
        guardian: guardian.name.clone(),
        relation: guardian.relation.clone(),
        questions,
        sees: if view.sees.trim().is_empty() { Vec::new() } else { view.seers() },
        keep: view.keep,
        next: view.talk.map(|on| Next { on, who: view.asker.clone() }),
        plan: view.plan().cloned(),
        proposed: view
            .receivers
            .iter()
            .filter(|one| one.removed.is_none())
            .map(|one| Proposed {
                id: one.id.clone(),
                name: one.name.clone(),
                why: one.why.clone(),
            })
            .collect(),
        to: hex(&keys.public().bytes()),
    };
    if sheet.says_who_sees() { Ok(sheet) } else { Err(Refused::NotPossible(WHO_SEES)) }
}

/// Seals a letter to one parent. `id` is new, `until` the last day on which it opens.
///
/// # Errors
/// As [`sheet`], or when it is too large.
pub fn invitation(
    view: &View,
    id: &str,
    guardian: &str,
    today: NaiveDate,
    until: NaiveDate,
    rng: &mut impl CryptoRng,
) -> Result<Invitation, Refused> {
    let keys = DeviceKeys::generate(rng);
    let sheet = sheet(view, guardian, &keys)?;
    let mut dropbox = [0; 16];
    rng.fill_bytes(&mut dropbox);
    let (link, sealed) = LetterLink::seal(dropbox, &sheet.encode(), rng)
        .map_err(|_| Refused::NotPossible(TOO_LARGE))?;
    let letter = NewLetter {
        guardian: guardian.to_owned(),
        dropbox: hex(&dropbox),
        link: link.text(),
        sealed: hex(&sealed),
        keys: hex(&*keys.to_bytes()),
        made: today,
        until,
        plan: sheet.plan.map(|plan| plan.id),
    };
    let command = Command::Invite { id: id.to_owned(), letter: Box::new(letter) };
    Ok(Invitation { command, dropbox, sealed })
}

/// What a letter that is out asks, as it was sealed: for paper, which asks the same. Nothing for one that was withdrawn.
pub fn sheet_in(letter: &Letter) -> Option<Sheet> {
    let opened = LetterLink::read(&letter.link).ok()?.open(&unhex_all(&letter.sealed)?).ok()?;
    Sheet::decode(&opened)
}

/// What is to be done with one reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Which one of the box it is.
    pub at: usize,
    /// In this order; none when it is in already.
    pub commands: Vec<Command>,
}

/// Opens what lay in the box of a letter and says what to do with it, in the order in which the parent's device said it; what is not for
/// this letter, or cannot be read (yet), is not among it. Each reply is marked as its last command: one that comes again, because it could
/// not be cleared from the box yet, does not write over what was said since. New ids follow from the bytes, so that a reply that two members
/// take in at once is there once.
pub fn heard(view: &View, letter: &Letter, sealed: &[Vec<u8>]) -> Vec<Heard> {
    let opened = |(at, one): (usize, &Vec<u8>)| open(letter, one).map(|opened| (at, opened));
    let mut replies: Vec<(usize, (Reply, String))> =
        sealed.iter().enumerate().filter_map(opened).collect();
    // By number alone: a clock that was set right in between does not change what was said last.
    replies.order_by_key(|(_, (reply, _))| reply.number);
    let one = |(at, (reply, hash)): (usize, (Reply, String))| {
        if letter.heard.contains(&hash) {
            return Some(Heard { at, commands: Vec::new() });
        }
        let mut commands = says(view, letter, reply, &hash)?;
        if !commands.is_empty() {
            let change = LetterChange::Heard(hash);
            commands.push(Command::SetLetter { id: letter.id.clone(), change });
        }
        Some(Heard { at, commands })
    };
    replies.into_iter().filter_map(one).collect()
}

/// Writes down what lay in the box of a letter, and tells which of it is in, so that it may go from the box. `write` tells whether something
/// was written or is there already; when it is not, that reply stays, for a later look.
pub fn take_in(
    view: &View,
    letter: &Letter,
    sealed: &[Vec<u8>],
    mut write: impl FnMut(&Command) -> bool,
) -> Vec<usize> {
    let mut all = heard(view, letter, sealed);
    all.retain(|one| one.commands.iter().all(&mut write));
    all.into_iter().map(|one| one.at).collect()
}

/// A piece of a recording that lay in a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which one of the box it is.
    pub at: usize,
    /// The recording, and its place in it.
    pub of: String,
    pub place: u32,
    /// Its sound; nothing when that piece is in already.
    pub sound: Option<Vec<u8>>,
}

/// The pieces of recordings that lay in the box of a letter. Only what this parent told of in a story is taken: who has the link can put
/// anything in the box.
pub fn pieces(view: &View, letter: &Letter, sealed: &[Vec<u8>]) -> Vec<Piece> {
    let told = |of: &str| {
        let own = |one: &&Told| one.guardian.as_deref() == Some(&*letter.guardian);
        let all = view.told.iter().filter(own).filter_map(|one| one.spoken.as_ref());
        all.clone().find(|one| one.id == of)
    };
    let one = |(at, sealed): (usize, &Vec<u8>)| {
        let (reply, _) = open(letter, sealed)?;
        let Says::Piece { of, place } = reply.says else { return None };
        let sound = told(&of)?.cut(place, &reply.sound)?.to_vec();
        let is_in = view.sounds.get(&of).is_some_and(|all| all.contains_key(&place));
        Some(Piece { at, of, place, sound: (!is_in).then_some(sound) })
    };
    sealed.iter().enumerate().filter_map(one).collect()
}

/// The letters with which the post has something to do on this day: those of which an answer may lie at the server, and those that were taken
/// back and are there still, as far as is known. Reads nothing else of the dossier.
pub fn post(document: &Document, today: NaiveDate) -> Vec<Letter> {
    let mut all = read::letters(document);
    all.retain(|one| one.is_kept(today) || (one.withdrawn.is_some() && one.closed.is_none()));
    all
}

/// The devices, in hexadecimal digits, of who was taken off the list. Where one is still in, it came in while that was done
/// elsewhere: taking off wins, so it has to leave. Reads nothing else of the dossier.
pub fn must_leave(document: &Document) -> Vec<String> {
    let gone = read::with_receivers(document).receivers.into_iter();
    gone.filter(|one| one.removed.is_some()).filter_map(|one| one.device).collect()
}

/// A reply, and the name that it has by its bytes.
fn open(letter: &Letter, sealed: &[u8]) -> Option<(Reply, String)> {
    let (keys, dropbox) = (unhex::<64>(&letter.keys)?, unhex::<16>(&letter.dropbox)?);
    let opened = open_answer(&DeviceKeys::from_bytes(&keys), &dropbox, sealed).ok()?;
    Some((Reply::decode(&opened)?, hex(sha256(sealed).get(..12)?)))
}

/// Nothing when it cannot be read.
fn says(view: &View, letter: &Letter, reply: Reply, hash: &str) -> Option<Vec<Command>> {
    let mut number = 0;
    let mut ids = || {
        number += 1;
        format!("{hash}-{number}")
    };
    let set = |change| Command::SetLetter { id: letter.id.clone(), change };
    Some(match reply.says {
        Says::Opened if letter.opened.is_some() => Vec::new(),
        Says::Opened => vec![set(LetterChange::Opened(reply.on))],
        Says::Busy if letter.busy.is_some() => Vec::new(),
        Says::Busy => vec![set(LetterChange::Busy(reply.on))],
        Says::Sent(story) => {
            let mut commands = told(view, letter, &story, reply.on, &mut ids);
            commands.push(set(LetterChange::Sent(reply.on)));
            commands.extend(story.call.map(|call| set(LetterChange::Call(call.phone))));
            commands
        }
        // It needs to be kept as a file first: see `pieces`.
        Says::Piece { .. } => return None,
        Says::Received { receipt } => vec![Command::Receive { receipt }],
        Says::Allowed { receiver, yes } => {
            let guardian = letter.guardian.clone();
            let (yes, way) = (Some(yes), Way::App);
            vec![Command::Allow { id: receiver, guardian, yes, on: reply.on, way }]
        }
        Says::Chose { choice, file } => {
            let (checked, plan) = Checked::of(&file).ok().zip(letter.plan.clone())?;
            let agreement = NewAgreement {
                guardian: letter.guardian.clone(),
                plan,
                choice,
                name: checked.name,
                on: reply.on,
                way: Way::App,
                file,
            };
            vec![Command::Agree { id: ids(), agreement: Box::new(agreement) }]
        }
    })
}

/// The answers of a story, as texts of this parent.
fn told(
    view: &View,
    letter: &Letter,
    story: &Story,
    on: NaiveDate,
    ids: &mut dyn FnMut() -> String,
) -> Vec<Command> {
    let author = view.guardian(&letter.guardian).map(|one| one.name.clone()).unwrap_or_default();
    of_guardian(&letter.guardian, &author, story, on, ids)
}

/// What was said to each question: first what says something, then what the parent would rather tell.
fn of_guardian(
    guardian: &str,
    author: &str,
    story: &Story,
    on: NaiveDate,
    ids: &mut dyn FnMut() -> String,
) -> Vec<Command> {
    let one = |answer: &Answer| {
        let told = NewTold {
            side: Side::Ouders,
            question: answer.question.clone(),
            author: author.to_owned(),
            guardian: Some(guardian.to_owned()),
            text: answer.words.clone(),
            language: answer.language,
            pictures: answer.pictures.clone(),
            on,
            interpreter: story.interpreter.clone(),
        };
        let (id, told) = (ids(), Box::new(told));
        match (answer.spoken.clone().filter(Spoken::fits), answer.rather_tell) {
            (spoken, true) => Command::TellRather { id, told, spoken },
            (Some(spoken), false) => Command::TellSpoken { id, told, spoken },
            (None, false) => Command::Tell { id, told },
        }
    };
    // In this order the ids of what was said are those that an earlier version gave.
    let (silent, says): (Vec<&Answer>, Vec<&Answer>) =
        story.answers.iter().filter(|one| !one.is_empty()).partition(|one| one.says_nothing());
    says.into_iter().chain(silent).map(one).collect()
}

/// The same for a story that was told at the table, with the call that was asked for.
pub fn at_table(
    guardian: &str,
    author: &str,
    story: &Story,
    on: NaiveDate,
    ids: &mut dyn FnMut() -> String,
) -> Vec<Command> {
    let mut commands = of_guardian(guardian, author, story, on, ids);
    commands.extend(story.call.as_ref().map(|call| Command::SetGuardian {
        id: guardian.to_owned(),
        change: GuardianChange::Call(call.phone.clone()),
    }));
    commands
}
