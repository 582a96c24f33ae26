//! Writes one command into the document. Everything is checked before the first write.

use chrono::NaiveDate;
use replica::document::{Place, Value, Writer};
use rules::text::{Text, t};

use super::command::{
    Access, Command, GuardianChange, LetterChange, NewAgreement, NewHearing, NewLetter, NewPlan,
    NewTold, Part, QuestionChange, Way,
};
use super::said::{Said, allow};
use super::{layout, read};
use crate::field::{add, choose, map, mark, named, set, set_or_clear, slugs, text, there};
use crate::ouder::{Checked, Spoken, plan_hash, received};
use crate::refused::Refused;
use crate::tekening::NO_DRAWING;
use crate::tekening::drawing::Drawing;

type Done = Result<(), Refused>;

const EMPTY_TOLD: Text =
    t("Schrijf eerst iets, of kies een plaatje.", "First write something, or choose a picture.");
const NO_SOUND: Text =
    t("Deze opname is te groot of leeg.", "This recording is too large or empty.");
const OTHER_PLAN: Text = t(
    "Deze keuze gaat over een ander plan dan hier staat.",
    "This choice is about another plan than the one here.",
);

const READ_ALREADY: Text = t(
    "Ouders hebben deze lijst al gelezen. Iemand erbij? Stel die voor bij Wie ziet het; dan zeggen zij ja of nee.",
    "Parents have read this list already. Somebody else? Propose it at Who sees it; then they say yes or no.",
);
const NOT_AGREED: Text =
    t("Nog geen toegang: eerst zegt elke ouder ja.", "No access yet: first every parent says yes.");
const NO_RECEIPT: Text = t(
    "Dit ontvangstbewijs hoort niet bij deze keuze.",
    "This receipt does not belong to this choice.",
);
const NO_LEVEL: Text = t("Er zijn niveaus van 0 tot en met 4.", "There are levels from 0 to 4.");

pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Done {
    let itself = layout::itself();
    match command {
        Command::Together(all) => all.iter().try_for_each(|one| write(to, one)),
        Command::Start { name, school, asker } => {
            set(to, &itself, layout::NAME, named(name)?)?;
            set(to, &itself, layout::SCHOOL, named(school)?)?;
            set(to, &itself, layout::ASKER, named(asker)?)
        }
        Command::Phone(phone) => set(to, &itself, layout::PHONE, phone.trim()),
        Command::Asker(name) => set(to, &itself, layout::ASKER, named(name)?),
        Command::Sees(who) => sees(to, words(who)?),
        Command::Region(slug) => set(to, &itself, layout::REGION, slug.as_str()),
        Command::KeepsPlan(on) => mark(to, &itself, layout::KEEPS, *on),
        Command::Level(level) => match level {
            Some(level) if !(0..=4).contains(level) => Err(Refused::NotPossible(NO_LEVEL)),
            level => set_or_clear(to, &itself, layout::LEVEL, *level),
        },
        Command::Enrolled(day) => set_or_clear(to, &itself, layout::ENROLLED, date(*day)),
        Command::LookBack(day) => set_or_clear(to, &itself, layout::LOOK_BACK, date(*day)),
        Command::Care(yes) => set_or_clear(to, &itself, layout::CARE, *yes),
        Command::Know { what, yes } => set_or_clear(to, &itself, &layout::known(*what), *yes),
        Command::KeepUntil(day) => set_or_clear(to, &itself, layout::KEEP, date(*day)),
        Command::Talk(day) => set_or_clear(to, &itself, layout::NEXT, date(*day)),
        Command::AddGuardian { id, name, relation } => {
            let name = named(name)?;
            let place = add(to, layout::GUARDIANS, id)?;
            set(to, &place, layout::NAME, name)?;
            set(to, &place, layout::RELATION, relation.trim())
        }
        Command::SetGuardian { id, change } => {
            let place = there(to, Place::item(layout::GUARDIANS, id))?;
            match change {
                GuardianChange::Name(name) => set(to, &place, layout::NAME, named(name)?),
                GuardianChange::Relation(text) => set(to, &place, layout::RELATION, text.trim()),
                GuardianChange::Gone(on) => mark(to, &place, layout::GONE, *on),
                GuardianChange::Call(phone) => set(to, &place, layout::CALL, phone.trim()),
                GuardianChange::Called(on) => {
                    set(to, &place, layout::CALLED, on.to_string())?;
                    Ok(to.clear(&place, layout::CALL)?)
                }
            }
        }
        Command::Ask { id, question, own } => {
            let own = if question.is_none() { words(own)? } else { "" };
            let place = add(to, layout::QUESTIONS, id)?;
            set_or_clear(to, &place, layout::OF_SET, question.map(|one| one.slug()))?;
            set(to, &place, layout::OWN, own)
        }
        Command::SetQuestion { id, change } => {
            let place = there(to, Place::item(layout::QUESTIONS, id))?;
            match change {
                QuestionChange::Gone(on) => mark(to, &place, layout::GONE, *on),
                QuestionChange::Judged(same) => set_or_clear(to, &place, layout::JUDGED, *same),
            }
        }
        Command::Invite { id, letter } => invite(to, id, letter),
        Command::SetLetter { id, change } => {
            set_letter(to, &there(to, Place::item(layout::LETTERS, id))?, change)
        }
        Command::Tell { id, told } => tell(to, id, told, Made::Words),
        Command::TellDrawn { id, told, drawing, kept_back } => {
            tell(to, id, told, Made::of(drawing, *kept_back)?)
        }
        Command::TellSpoken { id, told, spoken } => tell(to, id, told, Made::Voice(spoken)),
        Command::TellRather { id, told, spoken } => {
            tell(to, id, told, spoken.as_ref().map_or(Made::Later, Made::Voice))?;
            mark(to, &Place::item(layout::TOLD, id), layout::RATHER, true)
        }
        Command::KeepPiece { of, place, file } => {
            let sound = there(to, Place::item(layout::SOUNDS, of))?;
            let name = layout::piece(*place);
            if !to.document().register(&sound, &name).is_empty() {
                return Err(Refused::Exists);
            }
            set(to, &sound, &name, file.to_value())
        }
        Command::Remark { id, about, remark, author, guardian, text, language, on } => {
            there(to, Place::item(layout::TOLD, about))?;
            let (author, text) = (named(author)?, words(text)?);
            if let Some(guardian) = guardian {
                there(to, Place::item(layout::GUARDIANS, guardian))?;
            }
            let place = add(to, layout::TOLD, id)?;
            set_or_clear(to, &place, layout::GUARDIAN, guardian.as_deref())?;
            set(to, &place, layout::ABOUT, about.as_str())?;
            set(to, &place, layout::REMARK, remark.slug())?;
            set(to, &place, layout::AUTHOR, author)?;
            set(to, &place, layout::TEXT, text)?;
            set(to, &place, layout::LANGUAGE, language.code())?;
            set(to, &place, layout::ON, on.to_string())
        }
        Command::Freeze { id, plan } => freeze(to, id, plan),
        Command::Agree { id, agreement } => agree(to, id, agreement),
        Command::Propose { id, name, why, on } => {
            let name = named(name)?;
            let place = add(to, layout::RECEIVERS, id)?;
            set(to, &place, layout::NAME, name)?;
            set(to, &place, layout::WHY, why.trim())?;
            set(to, &place, layout::ON, on.to_string())
        }
        Command::Allow { id, guardian, yes, on, way } => {
            let (receiver, guardian) = (id.clone(), guardian.clone());
            allow(to, &Said { receiver, guardian, yes: *yes, on: Some(*on), way: Some(*way) })
        }
        Command::Access { id, access } => let_in(to, id, access),
        Command::InviteOwn { invite } => set(to, &itself, &layout::own_invited(invite), true),
        Command::Receive { receipt } => {
            let all = read::choices(to.document());
            let of = all.iter().find(|one| received(&one.file, receipt));
            let of = of.ok_or(Refused::NotPossible(NO_RECEIPT))?;
            set(to, &Place::item(layout::AGREED, &of.id), layout::RECEIPT, receipt.as_str())
        }
        Command::Remove { id, on } => {
            let place = there(to, Place::item(layout::RECEIVERS, id))?;
            if !text(&to.document().registers(&place), layout::GONE).is_empty() {
                return Ok(());
            }
            // For good: their keys are gone, and no undo brings those back.
            Ok(to.set_for_good(&place, layout::GONE, on.to_string())?)
        }
        Command::Hear { id, hearing } => hear(to, id, hearing),
        Command::Explain { id, done_with } => {
            let place = there(to, Place::item(layout::HEARINGS, id))?;
            if !text(&to.document().registers(&place), layout::DONE_WITH).is_empty() {
                return Err(Refused::Exists);
            }
            set(to, &place, layout::DONE_WITH, words(done_with)?)
        }
        Command::Draft { field, text } => {
            let text = Some(text.as_str()).filter(|text| !text.is_empty());
            set_or_clear(to, &itself, &layout::draft(field), text)
        }
        Command::Choose { field, write } => {
            let (place, name) = layout::register(field);
            choose(to, &place, name, write)
        }
    }
}

/// Once parents were told who sees it, nobody is added without them: the list only gets shorter (PRV-01).
fn sees(to: &mut Writer<'_>, who: &str) -> Done {
    let view = read::with_post(to.document());
    let was: Vec<&str> = view.sees.lines().map(str::trim).collect();
    if view.were_told() && !who.lines().all(|one| was.contains(&one.trim())) {
        return Err(Refused::NotPossible(READ_ALREADY));
    }
    set(to, &layout::itself(), layout::SEES, who)
}

fn let_in(to: &mut Writer<'_>, id: &str, access: &Access) -> Done {
    let place = there(to, Place::item(layout::RECEIVERS, id))?;
    match access {
        Access::Invited(invite) => {
            let view = read::with_receivers(to.document());
            let found = view.receivers.iter().find(|one| one.id == id);
            if !found.is_some_and(|one| view.may_receive(one)) {
                return Err(Refused::NotPossible(NOT_AGREED));
            }
            set(to, &place, layout::INVITED, invite.as_str())
        }
        Access::In { device, on } => {
            // Let in while another device took this person off the list: off it stays, and `must_leave` names the device.
            set(to, &place, layout::DEVICE, device.as_str())?;
            set(to, &place, layout::SINCE, on.to_string())
        }
    }
}

fn invite(to: &mut Writer<'_>, id: &str, letter: &NewLetter) -> Done {
    there(to, Place::item(layout::GUARDIANS, &letter.guardian))?;
    let place = add(to, layout::LETTERS, id)?;
    set(to, &place, layout::GUARDIAN, letter.guardian.as_str())?;
    set(to, &place, layout::BOX, letter.dropbox.as_str())?;
    set(to, &place, layout::LINK, letter.link.as_str())?;
    set(to, &place, layout::SEALED, letter.sealed.as_str())?;
    set(to, &place, layout::KEYS, letter.keys.as_str())?;
    set(to, &place, layout::MADE, letter.made.to_string())?;
    set(to, &place, layout::UNTIL, letter.until.to_string())?;
    set_or_clear(to, &place, layout::PLAN, letter.plan.as_deref())
}

fn set_letter(to: &mut Writer<'_>, place: &Place, change: &LetterChange) -> Done {
    let mut day = |name: &str, on: &NaiveDate| set(to, place, name, on.to_string());
    match change {
        LetterChange::Opened(on) => day(layout::OPENED, on),
        LetterChange::Busy(on) => day(layout::BUSY, on),
        LetterChange::Sent(on) => day(layout::SENT, on),
        LetterChange::Called(on) => day(layout::CALLED, on),
        LetterChange::Withdrawn(on) => {
            day(layout::WITHDRAWN, on)?;
            // What opened the answers is not needed any more.
            to.clear(place, layout::KEYS)?;
            Ok(to.clear(place, layout::SEALED)?)
        }
        LetterChange::Posted(on) => day(layout::POSTED, on),
        LetterChange::Closed(on) => day(layout::CLOSED, on),
        LetterChange::Call(phone) => set(to, place, layout::CALL, phone.trim()),
        LetterChange::Heard(reply) => set(to, place, &layout::heard(reply), true),
    }
}

/// What was made besides words.
enum Made<'a> {
    Words,
    Drawing {
        packed: &'a [u8],
        kept_back: bool,
    },
    Voice(&'a Spoken),
    /// Nothing: it is told later, in a talk.
    Later,
}

impl<'a> Made<'a> {
    fn of(packed: &'a [u8], kept_back: bool) -> Result<Self, Refused> {
        match Drawing::unpack(packed) {
            _ if packed.is_empty() => Ok(Self::Words),
            Ok(_) => Ok(Self::Drawing { packed, kept_back }),
            Err(_) => Err(Refused::NotPossible(NO_DRAWING)),
        }
    }
}

fn tell(to: &mut Writer<'_>, id: &str, told: &NewTold, made: Made<'_>) -> Done {
    let author = named(&told.author)?;
    match made {
        Made::Words if told.text.trim().is_empty() && told.pictures.is_empty() => {
            return Err(Refused::NotPossible(EMPTY_TOLD));
        }
        Made::Voice(spoken) if !spoken.fits() => return Err(Refused::NotPossible(NO_SOUND)),
        _ => {}
    }
    there(to, Place::item(layout::QUESTIONS, &told.question))?;
    let place = add(to, layout::TOLD, id)?;
    set(to, &place, layout::SIDE, told.side.slug())?;
    set(to, &place, layout::QUESTION, told.question.as_str())?;
    set(to, &place, layout::AUTHOR, author)?;
    set_or_clear(to, &place, layout::GUARDIAN, told.guardian.as_deref())?;
    set(to, &place, layout::TEXT, told.text.trim())?;
    set(to, &place, layout::LANGUAGE, told.language.code())?;
    set(to, &place, layout::PICTURES, slugs(told.pictures.iter().map(|one| one.slug())))?;
    match made {
        Made::Words | Made::Later => {}
        Made::Drawing { packed, kept_back } => {
            set(to, &place, layout::DRAWING, Value::Bytes(packed.to_vec()))?;
            mark(to, &place, layout::KEPT_BACK, kept_back)?;
        }
        Made::Voice(spoken) => speak(to, &place, spoken)?,
    }
    set(to, &place, layout::ON, told.on.to_string())?;
    set_or_clear(to, &place, layout::INTERPRETER, told.interpreter.as_deref())
}

/// What is said of the recording, and a place for its pieces.
fn speak(to: &mut Writer<'_>, told: &Place, spoken: &Spoken) -> Done {
    let [size, seconds] = [spoken.size, spoken.seconds].map(|one| Value::from(i64::from(one)));
    let says = map([
        (layout::SOUNDS, spoken.id.as_str().into()),
        (layout::SIZE, size),
        (layout::SECONDS, seconds),
        (layout::MEDIA, spoken.media.as_str().into()),
    ]);
    set(to, told, layout::SPOKEN, says)?;
    let place = match add(to, layout::SOUNDS, &spoken.id) {
        // The same recording told twice is one.
        Err(Refused::Exists) => return Ok(()),
        place => place?,
    };
    set(to, &place, layout::SPOKEN, true)
}

fn freeze(to: &mut Writer<'_>, id: &str, plan: &NewPlan) -> Done {
    let title = named(&plan.title)?;
    let whole = whole(plan);
    let text = words(&whole)?;
    let parts = plan.parts.iter().map(|part| Value::from(part.trim())).collect();
    let place = add(to, layout::PLANS, id)?;
    set(to, &place, layout::TITLE, title)?;
    set(to, &place, layout::TEXT, text)?;
    set(to, &place, layout::PARTS, Value::List(parts))?;
    set(to, &place, layout::ON, plan.on.to_string())
}

/// The text that parents read and that is hashed: each question with its answer, then the rest.
fn whole(plan: &NewPlan) -> String {
    let answered = Part::ALL.iter().zip(&plan.parts).map(|(part, says)| (part, says.trim()));
    let mut text: Vec<String> = answered
        .filter(|(_, says)| !says.is_empty())
        .map(|(part, says)| format!("{}\n{says}", part.label().nl))
        .collect();
    text.extend(Some(plan.text.trim().to_owned()).filter(|rest| !rest.is_empty()));
    text.join("\n\n")
}

/// Each guardian apart. A signed file must be about the very plan that stands here.
fn agree(to: &mut Writer<'_>, id: &str, made: &NewAgreement) -> Done {
    let name = named(&made.name)?;
    there(to, Place::item(layout::GUARDIANS, &made.guardian))?;
    let plan = there(to, Place::item(layout::PLANS, &made.plan))?;
    if made.way == Way::App {
        let text = text(&to.document().registers(&plan), layout::TEXT);
        let checked = Checked::of(&made.file).map_err(|bad| Refused::NotPossible(bad.text()))?;
        let same = checked.plan_hash == plan_hash(&text)
            && checked.choice == made.choice.label().nl
            && checked.name == name;
        if !same {
            return Err(Refused::NotPossible(OTHER_PLAN));
        }
    }
    let place = add(to, layout::AGREED, id)?;
    set(to, &place, layout::GUARDIAN, made.guardian.as_str())?;
    set(to, &place, layout::PLAN, made.plan.as_str())?;
    set(to, &place, layout::CHOICE, made.choice.slug())?;
    set(to, &place, layout::NAME, name)?;
    set(to, &place, layout::ON, made.on.to_string())?;
    set(to, &place, layout::WAY, made.way.slug())?;
    set(to, &place, layout::FILE, made.file.as_str())
}

fn hear(to: &mut Writer<'_>, id: &str, hearing: &NewHearing) -> Done {
    let way = words(&hearing.way)?;
    let place = add(to, layout::HEARINGS, id)?;
    set(to, &place, layout::MOMENT, hearing.moment.slug())?;
    set(to, &place, layout::ON, hearing.on.to_string())?;
    set(to, &place, layout::WAY, way)?;
    set(to, &place, layout::HELP, hearing.help.trim())?;
    set(to, &place, layout::DONE_WITH, hearing.done_with.trim())
}

fn words(text: &str) -> Result<&str, Refused> {
    let text = text.trim();
    if text.is_empty() { Err(Refused::NoText) } else { Ok(text) }
}

fn date(day: Option<NaiveDate>) -> Option<Value> {
    day.map(|day| Value::from(day.to_string()))
}
