//! A school with four people, its money and its offer.

use model::aanbod::{self, Aanbod};
use model::licht::{self, Licht};
use model::school::{Command, Row, School, Status};
use model::table::Seat;
use rules::parameter::Parameters;
use rules::rule::Context;

pub(crate) use crate::devices::{copy, day, meet, session};

/// What the rules of PPO-NK say on a day in their plan period.
pub(crate) fn asked<T>(on: &str, ask: impl FnOnce(&Context<'_>) -> T) -> T {
    let region = rules::region::region("ppo-nk").unwrap();
    let parameters = Parameters::national().unwrap().with_layer(region.rows);
    ask(&Context::new(day(on), Some("ppo-nk"), &parameters))
}

pub(crate) fn vlinder() -> School {
    let mut school = School::new(session(1)).unwrap();
    let person =
        |id: &str, name: &str, seat| Command::AddPerson { id: id.into(), name: name.into(), seat };
    let all = vec![
        Command::Start {
            name: "De Vlinder".into(),
            board: "Stichting Vleugels".into(),
            region: "ppo-nk".into(),
            area: Some("heiloo".into()),
        },
        person("p1", "Anna", Seat::Schoolleider),
        person("p2", "Bram", Seat::Ib),
        person("p3", "Cora", Seat::Consulent),
        person("p4", "Dirk", Seat::Leerkracht),
    ];
    school.run(&Command::Together(all)).unwrap();
    school
}

pub(crate) fn answer(row: Row, person: &str, status: Status) -> Command {
    Command::Answer { row, person: person.into(), status: Some(status) }
}

pub(crate) fn agree(row: Row, status: Status) -> Command {
    Command::Agree { row, status: Some(status) }
}

pub(crate) fn money() -> Licht {
    let mut licht = Licht::new(session(1)).unwrap();
    let start =
        licht::Command::Start { school: "De Vlinder".into(), region: "ppo-nk".into(), year: 2025 };
    licht.run(&start).unwrap();
    licht
}

pub(crate) fn offer() -> Aanbod {
    let mut aanbod = Aanbod::new(session(1)).unwrap();
    let start = aanbod::Command::Start {
        school: "De Vlinder".into(),
        region: "ppo-nk".into(),
        area: Some("heiloo".into()),
    };
    aanbod.run(&start).unwrap();
    aanbod
}
