//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use super::command::{Field, Who};

pub(super) const ROOT: &str = "werkgebied";
pub(super) const NAME: &str = "naam";
pub(super) const TABLE: &str = "tafel";
pub(super) const REGION: &str = "regio";
pub(super) const AREA: &str = "gebied";
pub(super) const KEEPS: &str = "houdt_plan_aan";
pub(super) const MEMO: &str = "memo";
pub(super) const GIFTED_ELSEWHERE: &str = "hoogbegaafd_elders";

pub(super) const TASK: &str = "opdracht";
pub(super) const THEME: &str = "thema";
pub(super) const TERM: &str = "duur";
pub(super) const SETTLED: &str = "met_bestuurder";
pub(super) const FITS: &str = "past_bij_plan";
pub(super) const LEAD: &str = "regie";

pub(super) const SCHOOLS: &str = "scholen";
pub(super) const KIND: &str = "soort";
pub(super) const BOARD: &str = "bestuur";
pub(super) const GIFTED: &str = "hoogbegaafd";
pub(super) const GONE: &str = "weg";

pub(super) const PEOPLE: &str = "mensen";
pub(super) const SCHOOL: &str = "school";
pub(super) const ORGANISATION: &str = "organisatie";
pub(super) const CONTACT: &str = "bereikbaar";
const SEAT: &str = "rol:";
const EXPERTISE: &str = "kan:";

pub(super) const PLANS: &str = "plannen";
pub(super) const ABOUT: &str = "over";
pub(super) const TITLE: &str = "titel";
pub(super) const ADOPTED: &str = "vastgesteld";
pub(super) const HELPED: &str = "netwerkgroep";
pub(super) const TEXT: &str = "tekst";

pub(super) const MEETINGS: &str = "vergaderingen";
pub(super) const ON: &str = "dag";
pub(super) const AT: &str = "tijd";
pub(super) const MINUTES: &str = "minuten";
pub(super) const LOCATION: &str = "plaats";
pub(super) const CANCELLED: &str = "vervallen";
pub(super) const HELD: &str = "gehouden";
pub(super) const TOPICS: &str = "onderwerpen";
pub(super) const SEATS: &str = "rollen";
pub(super) const AGREED: &str = "afspraken";

const AMOUNT: &str = "bedrag";
const FRICTIONS: &str = "fricties";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

pub(super) fn budget() -> Place {
    Place::root("budget")
}

pub(super) fn school(id: &str) -> Place {
    Place::item(SCHOOLS, id)
}

pub(super) fn person(id: &str) -> Place {
    Place::item(PEOPLE, id)
}

pub(super) fn plan(id: &str) -> Place {
    Place::item(PLANS, id)
}

pub(super) fn meeting(id: &str) -> Place {
    Place::item(MEETINGS, id)
}

pub(super) fn who(who: &Who) -> Place {
    match who {
        Who::School(id) => school(id),
        Who::Person(id) => person(id),
    }
}

pub(super) fn seat(slug: &str) -> String {
    format!("{SEAT}{slug}")
}

pub(super) fn seat_of(name: &str) -> Option<&str> {
    name.strip_prefix(SEAT)
}

pub(super) fn expertise(id: &str) -> String {
    format!("{EXPERTISE}{id}")
}

pub(super) fn expertise_of(name: &str) -> Option<&str> {
    name.strip_prefix(EXPERTISE)
}

pub(super) fn amount(year: i32) -> String {
    format!("{year}/{AMOUNT}")
}

pub(super) fn frictions(year: i32) -> String {
    format!("{year}/{FRICTIONS}")
}

/// The year of a budget register, and whether it holds the frictions.
pub(super) fn budget_name(name: &str) -> Option<(i32, bool)> {
    let (year, what) = name.split_once('/')?;
    match what {
        AMOUNT => Some((year.parse().ok()?, false)),
        FRICTIONS => Some((year.parse().ok()?, true)),
        _ => None,
    }
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::School { id, name } => (school(id), name),
        Field::Person { id, name } => (person(id), name),
        Field::Plan { id, name } => (plan(id), name),
        Field::Meeting { id, name } => (meeting(id), name),
        Field::Budget(name) => (budget(), name),
    }
}
