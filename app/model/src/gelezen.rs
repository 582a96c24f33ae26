//! Who opened a dossier on which day: a part of its own beside it, to which a device only adds. A name and a day, once a day for each
//! person; never what was read, for how long or on which device. Source: plan PPO-NK 2022-2026 §11.4; parents can ask for it.
//!
//! Whoever may only read (the role Lezen) cannot add to it; so somebody who gets access to a dossier comes in as Inbrengen or higher.

use chrono::NaiveDate;
use replica::document::{Document, Place, Writer};
use replica::id::PartId;
use serde::{Deserialize, Serialize};

use crate::field::{add, date, get, named, set, text};
use crate::refused::Refused;
use crate::typed::{Typed, open_kind};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The part of a dossier in which it stands who read it.
pub fn part() -> PartId {
    PartId::named("gelezen")
}

/// The log of reading.
pub type Gelezen = Typed<GelezenKind>;

open_kind! {
    /// What makes a document a log of reading.
    GelezenKind
}

/// What a device says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// The dossier was opened. `person` is the id of the person in the space; the same person on the same day counts once.
    Saw { person: String, name: String, on: NaiveDate },
}

/// Somebody, on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    pub on: NaiveDate,
    pub name: String,
    /// The id of the person in the space: a name is typed, and the same person may be called otherwise elsewhere.
    pub person: String,
}

/// The log, the newest day first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub days: Vec<Seen>,
    /// Nobody else writes the line of a person, so there is nothing to choose between.
    pub conflicts: [(); 0],
    ids: Vec<String>,
}

impl View {
    /// Whether it stands there already.
    pub fn has(&self, person: &str, on: NaiveDate) -> bool {
        self.ids.contains(&layout::day(person, on))
    }

    /// The days on which one person read it, the newest first.
    pub fn read_by(&self, person: &str) -> impl Iterator<Item = NaiveDate> {
        self.days.iter().filter(move |one| one.person == person).map(|one| one.on)
    }

    /// Nothing of it is typed.
    pub const fn patch(&mut self, _: &Command) {}
}

mod layout {
    use chrono::NaiveDate;

    pub(super) const ROOT: &str = "gelezen";
    pub(super) const DAYS: &str = "dagen";
    pub(super) const NAME: &str = "wie";
    pub(super) const ON: &str = "dag";

    pub(super) fn day(person: &str, on: NaiveDate) -> String {
        format!("{person}-{on}")
    }

    /// Whose line it is.
    pub(super) fn person_of(id: &str, on: NaiveDate) -> String {
        id.strip_suffix(&format!("-{on}")).unwrap_or(id).to_owned()
    }
}

mod carry_out {
    use super::{Command, Refused, Writer, add, layout, named, set};

    pub(super) fn write(to: &mut Writer<'_>, command: &Command) -> Result<(), Refused> {
        let Command::Saw { person, name, on } = command;
        let name = named(name)?;
        let place = add(to, layout::DAYS, &layout::day(person, *on))?;
        set(to, &place, layout::NAME, name)?;
        set(to, &place, layout::ON, on.to_string())
    }
}

mod view {
    use rules::order::Order;

    use super::{Document, Place, Seen, View, date, get, layout, text};

    pub(super) fn read(document: &Document) -> View {
        let ids = document.items(layout::DAYS);
        let seen = |id: &String| {
            let registers = document.registers(&Place::item(layout::DAYS, id));
            let on = get(&registers, layout::ON).and_then(date)?;
            let person = layout::person_of(id, on);
            Some(Seen { on, name: text(&registers, layout::NAME), person })
        };
        let mut days: Vec<Seen> = ids.iter().filter_map(seen).collect();
        days.order_by(|a, b| b.on.cmp(&a.on).then_with(|| a.name.cmp(&b.name)));
        View { days, conflicts: [], ids }
    }
}

#[cfg(test)]
mod tests {
    use replica::document::Session;
    use replica::id::DeviceId;
    use replica::member::Grant;

    use super::*;

    fn log(peer: u8) -> Gelezen {
        let device = DeviceId::from_bytes([peer; 16]);
        Gelezen::new(Session { peer: peer.into(), device }).unwrap()
    }

    fn saw(person: &str, day: u32) -> Command {
        let on = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        Command::Saw { person: person.into(), name: "Anna".into(), on }
    }

    #[test]
    fn a_person_stands_there_once_a_day_and_the_newest_day_comes_first() {
        let mut log = log(1);
        log.run(&saw("a", 2)).unwrap();
        log.run(&saw("a", 3)).unwrap();
        assert!(log.run(&saw("a", 3)).is_err());
        let days: Vec<u32> =
            log.view().days.iter().map(|one| chrono::Datelike::day(&one.on)).collect();
        assert_eq!(days, [3, 2]);
    }

    #[test]
    fn a_person_is_found_again_under_whatever_name() {
        let mut log = log(1);
        for (person, day) in [("a", 2), ("b", 2), ("a", 4)] {
            log.run(&saw(person, day)).unwrap();
        }
        let days = |person| {
            let view = log.view();
            view.read_by(person).map(|on| chrono::Datelike::day(&on)).collect::<Vec<_>>()
        };
        assert_eq!((days("a"), days("b"), days("Anna")), (vec![4, 2], vec![2], vec![]));
    }

    #[test]
    fn who_may_only_add_can_say_that_they_read_it() {
        let (mut school, mut guest) = (log(1), log(2));
        let first = school.run(&saw("a", 2)).unwrap().update.unwrap();
        guest.import(&first).unwrap();
        let said = guest.run(&saw("b", 2)).unwrap().update.unwrap();
        school.take(Grant::AddOnly, &said).unwrap();
        assert_eq!(school.view().days.len(), 2);
    }
}
