//! What waits for somebody today, over all werkgebieden that are on the device and the councils of children: meetings, own actions, decisions to choose
//! between, and what the rules ask for. The most urgent comes first; where nothing waits there is nothing.
//!
//! It reminds, it does not write: what it says follows from the documents at every look.

use chrono::{Days, NaiveDate};
use replica::id::SpaceId;
use rules::order::Order;
use rules::text::{Text, t};

use crate::address::Target;
use crate::afspraken::{MyAction, Register};
use crate::dossier::{self, Next};
use crate::leerlingenraad;
use crate::meeting::{Phase, View as Meeting};
use crate::ready::Ready;
use crate::werkgebied::planning::Watch;
use crate::werkgebied::{MeetingLine, View};

/// From so many days before a meeting the device should have what it takes.
pub const PREPARE: u64 = 14;

/// One werkgebied, as this person has it on this device.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub space: SpaceId,
    pub werkgebied: &'a View,
    pub register: &'a Register,
    pub watches: &'a [Watch],
    /// Who is in: id in this werkgebied, if they are known there, and name.
    pub me: (&'a str, &'a str),
    /// The meeting that comes next, when it is here, and whether this device has all that it takes.
    pub next: Option<(&'a Meeting, &'a Ready)>,
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    pub space: SpaceId,
    /// The werkgebied.
    pub place: String,
    pub what: What,
    pub when: When,
    /// Where it is done.
    pub target: Target,
}

/// What it is.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A meeting, and what is to be done for it.
    Meeting {
        meeting: MeetingLine,
        step: Step,
    },
    Action(MyAction),
    /// Decisions of one meeting that were taken twice: the chair chooses.
    Choose {
        decisions: usize,
    },
    /// A dossier in which somebody waits; without a name.
    Dossier(Next),
    /// A council of children, and what is to be done for it.
    Council {
        title: String,
        step: Voices,
    },
    /// Rules that ask for something, by id, in the order of the planning.
    Rules(Vec<&'static str>),
}

/// What a meeting asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It was begun and not ended.
    GoOn,
    /// Nobody said whether it was held.
    SayHeld,
    /// There is no agenda.
    MakeAgenda,
    /// The device lacks so many things for a room without network.
    GetReady { missing: usize },
    /// All is here.
    Hold,
}

impl Step {
    /// What to do, on a button.
    pub const fn label(self) -> Text {
        match self {
            Self::GoOn => t("Ga verder met de vergadering", "Go on with the meeting"),
            Self::SayHeld => {
                t("Zeg of deze vergadering er was", "Say whether this meeting was held")
            }
            Self::MakeAgenda => t("Maak de agenda", "Make the agenda"),
            Self::GetReady { .. } => t("Zet de vergadering klaar", "Get the meeting ready"),
            Self::Hold => t("Open de agenda", "Open the agenda"),
        }
    }
}

/// What a council of children asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voices {
    /// What children said waits on this device for somebody who looks it over. A worry is heard today.
    LookOver,
    /// It is today.
    Hold,
    /// Its day is over, and nobody said whether it took place.
    SayHeld,
    Prepare,
}

impl Voices {
    /// What to do, on a button.
    pub const fn label(self) -> Text {
        match self {
            Self::LookOver => t("Kijk de antwoorden na", "Look over the answers"),
            Self::Hold => t("Naar de kring", "Go to the circle"),
            Self::SayHeld => t("Zeg of deze raad er was", "Say whether this council took place"),
            Self::Prepare => t("Bereid de raad voor", "Prepare the council"),
        }
    }
}

/// How soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// People are in it.
    Going,
    /// The day has passed.
    Late(NaiveDate),
    Today,
    Coming(NaiveDate),
    /// No day belongs to it.
    Open,
}

/// Everything that waits in these werkgebieden, the most urgent first.
pub fn reminders(places: &[Place<'_>], today: NaiveDate) -> Vec<Reminder> {
    let mut all: Vec<Reminder> = places.iter().flat_map(|place| in_place(place, today)).collect();
    put_in_order(&mut all);
    all
}

/// The most urgent first; what is equally urgent keeps the order in which it came.
pub fn put_in_order(all: &mut [Reminder]) {
    all.order_by_key(|one| (one.when, kind(&one.what)));
}

/// A meeting goes before what was agreed in one, and a rule waits longest.
const fn kind(what: &What) -> u8 {
    match what {
        What::Meeting { .. } | What::Council { .. } => 0,
        What::Action(_) => 1,
        What::Dossier(_) => 2,
        What::Choose { .. } => 3,
        What::Rules(_) => 4,
    }
}

/// What waits in a dossier. Its label and its names stay inside: Vandaag lies open.
pub fn in_dossier(space: SpaceId, view: &dossier::View, today: NaiveDate) -> Option<Reminder> {
    let step = dossier::reminds(view, today)?;
    // Somebody waits for the school; what was told may wait for the talk.
    let when = if step == Next::LookTogether { When::Open } else { When::Today };
    let page = match step {
        Next::Call => "ouders",
        Next::Talk => "plan",
        Next::EndAccess => "wie",
        Next::TellTable => "casus",
        Next::LookTogether => "naast-elkaar",
        _ => "",
    };
    let target = Target::Dossier(page.to_owned());
    Some(Reminder { space, place: String::new(), what: What::Dossier(step), when, target })
}

/// What waits in the councils of one space. `waits` says of which council answers lie on this device that nobody looked at.
pub fn councils(
    space: SpaceId,
    view: &leerlingenraad::View,
    waits: &dyn Fn(&str) -> bool,
    today: NaiveDate,
) -> Vec<Reminder> {
    let horizon = today.checked_add_days(Days::new(PREPARE)).unwrap_or(NaiveDate::MAX);
    let one = |one: &leerlingenraad::Council| {
        let id = one.id.clone();
        let on = one.on.filter(|on| !one.held && *on <= horizon);
        let (step, when, target) = if waits(&id) {
            (Voices::LookOver, When::Today, Target::LookOver(id))
        } else {
            let on = on?;
            match day(on, today) {
                When::Today => (Voices::Hold, When::Today, Target::Circle(id)),
                When::Late(on) => (Voices::SayHeld, When::Late(on), Target::Council(id)),
                when => (Voices::Prepare, when, Target::Council(id)),
            }
        };
        let (place, what) = (view.name.clone(), What::Council { title: one.title.clone(), step });
        Some(Reminder { space, place, what, when, target })
    };
    view.present().filter_map(one).collect()
}

fn in_place(place: &Place<'_>, today: NaiveDate) -> Vec<Reminder> {
    let reminder = |what: What, when: When, target: Target| Reminder {
        space: place.space,
        place: place.werkgebied.name.clone(),
        what,
        when,
        target,
    };
    let mut all: Vec<Reminder> = Vec::new();
    all.extend(meeting(place, today).map(|(what, when, target)| reminder(what, when, target)));
    let mine = place.register.mine(place.me.0, place.me.1, place.werkgebied, today);
    let due = mine.into_iter().filter(|one| one.late || one.soon);
    all.extend(due.filter_map(|one| {
        let when = day(one.action.due?, today);
        Some(reminder(What::Action(one), when, Target::Actions))
    }));
    all.extend(choices(place).into_iter().map(|(meeting, decisions)| {
        let target = Target::Minutes { meeting, item: None };
        reminder(What::Choose { decisions }, When::Open, target)
    }));
    let rules: Vec<&'static str> =
        place.watches.iter().filter(|one| one.due).map(|one| one.answer.rule).collect();
    if !rules.is_empty() {
        all.push(reminder(What::Rules(rules), When::Open, Target::Planning));
    }
    all
}

fn day(on: NaiveDate, today: NaiveDate) -> When {
    match on.cmp(&today) {
        std::cmp::Ordering::Less => When::Late(on),
        std::cmp::Ordering::Equal => When::Today,
        std::cmp::Ordering::Greater => When::Coming(on),
    }
}

/// The next meeting, once it asks for something.
fn meeting(place: &Place<'_>, today: NaiveDate) -> Option<(What, When, Target)> {
    let line = place.werkgebied.next_meeting(today)?;
    let on = line.on?;
    let begun = place.next.filter(|(view, _)| !view.is_empty);
    let phase = begun.map(|(view, _)| view.phase());
    let horizon = today.checked_add_days(Days::new(PREPARE)).unwrap_or(NaiveDate::MAX);
    let id = || line.id.clone();
    let (step, when, target) = match phase {
        Some(Phase::Going) => (Step::GoOn, When::Going, Target::Now(id())),
        // It ended; that the planning does not know yet is nobody's task.
        Some(Phase::Concept | Phase::Adopted) => return None,
        _ if on > horizon => return None,
        _ if on < today => (Step::SayHeld, When::Late(on), Target::Planning),
        None => (Step::MakeAgenda, day(on, today), Target::Agenda(id())),
        Some(Phase::Preparing) => {
            let missing = begun.map_or(0, |(_, ready)| ready.missing().count());
            match missing {
                0 if on > today => return None,
                0 => (Step::Hold, When::Today, Target::Agenda(id())),
                missing => (Step::GetReady { missing }, day(on, today), Target::Agenda(id())),
            }
        }
    };
    Some((What::Meeting { meeting: line.clone(), step }, when, target))
}

/// How many decisions of each meeting wait for a choice, in the order of their numbers.
fn choices(place: &Place<'_>) -> Vec<(String, usize)> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for decision in place.register.to_choose() {
        let meeting = &decision.decided.subject.meeting;
        match counted.iter_mut().find(|(id, _)| id == meeting) {
            Some((_, count)) => *count += 1,
            None => counted.push((meeting.clone(), 1)),
        }
    }
    counted
}
