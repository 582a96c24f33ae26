//! A werkgebied with three schools and four people, and its meetings.

use std::sync::Arc;

use model::afspraken::{Afspraken, Decided, How, NewAction, Register, Spend, Subject};
use model::meeting::agenda::{Ground, draft};
use model::meeting::{Carried, Casus, Command, ItemKind, Meeting, NewItem, View};
use model::table::{Seat, table};
use model::werkgebied::planning::Suggestion;
use model::werkgebied::{self, SchoolKind, Werkgebied};
use replica::id::SpaceId;
use rules::text::Lang;

pub(crate) use crate::devices::{copy, day, meet, pull, session};

pub(crate) fn heiloo() -> Werkgebied {
    use werkgebied::Command as Do;
    let mut heiloo = Werkgebied::new(session(1)).unwrap();
    let school =
        |id: &str, name: &str, kind| Do::AddSchool { id: id.into(), name: name.into(), kind };
    let person = |id: &str, name: &str, seats: &[Seat], school: Option<&str>| Do::AddPerson {
        id: id.into(),
        name: name.into(),
        seats: seats.to_vec(),
        school: school.map(str::to_owned),
    };
    let all = vec![
        Do::Start {
            name: "Heiloo".into(),
            table: "werkgebied".into(),
            region: "ppo-nk".into(),
            area: Some("heiloo".into()),
        },
        school("s1", "De Vlinder", SchoolKind::Regulier),
        school("s2", "Het Anker", SchoolKind::Regulier),
        school("s3", "De Brug", SchoolKind::Sbo),
        person("p1", "Anna", &[Seat::Schoolleider], Some("s1")),
        person("p2", "Bram", &[Seat::Ib], Some("s2")),
        person("p3", "Cora", &[Seat::Consulent], None),
        person("p4", "Dirk", &[Seat::Coach], None),
    ];
    heiloo.run(&Do::Together(all)).unwrap();
    heiloo
}

/// Puts a meeting in the year planning.
pub(crate) fn plan(of: &mut Werkgebied, id: &str, on: &str) {
    let plan =
        werkgebied::Command::PlanMeeting { id: id.into(), table: "werkgebied".into(), on: day(on) };
    of.run(&plan).unwrap();
}

/// Writes down that a meeting was held.
pub(crate) fn held(of: &mut Werkgebied, id: &str, topics: &[&str], agreed: u32) {
    let change = werkgebied::MeetingChange::Held {
        topics: topics.iter().map(|slug| (*slug).to_owned()).collect(),
        seats: vec![Seat::Schoolleider, Seat::Ib, Seat::Consulent, Seat::Coach],
        agreed,
    };
    of.run(&werkgebied::Command::SetMeeting { id: id.into(), change }).unwrap();
}

/// The command that begins a planned meeting.
pub(crate) fn start(of: &Werkgebied, id: &str, carried: &[Carried], due: &[Suggestion]) -> Command {
    let view = of.view();
    let line = view.meetings.iter().find(|line| line.id == id).unwrap();
    let ground = Ground {
        line,
        table: table(&line.table).unwrap(),
        werkgebied: &view,
        code: "heiloo",
        due,
        carried,
        lang: Lang::Nl,
    };
    Command::Start(Box::new(draft(&ground)))
}

/// A meeting that has begun with its agenda.
pub(crate) fn begun(of: &Werkgebied, id: &str, n: u8) -> Meeting {
    let mut meeting = Meeting::new(session(n)).unwrap();
    meeting.run(&start(of, id, &[], &[])).unwrap();
    meeting
}

/// The werkgebied with a meeting that has begun.
pub(crate) fn with_meeting() -> (Werkgebied, Meeting) {
    let mut of = heiloo();
    plan(&mut of, "m1", "2026-03-05");
    let meeting = begun(&of, "m1", 1);
    (of, meeting)
}

/// The dossier of which a casus is on the agenda.
pub(crate) const DOSSIER: SpaceId = SpaceId::from_bytes([7; 16]);

/// Puts it there.
pub(crate) fn casus(id: &str, minutes: u16) -> Command {
    Command::AddCasus { id: id.into(), casus: Casus::of(DOSSIER), minutes, proposed: false }
}

pub(crate) fn item(title: &str, kind: ItemKind) -> NewItem {
    NewItem {
        title: title.into(),
        kind,
        minutes: 10,
        by: Some("p1".into()),
        ask: if kind == ItemKind::Besluiten { format!("{title}?") } else { String::new() },
        topic: None,
        rule: None,
        fixed: false,
    }
}

pub(crate) fn add(id: &str, kind: ItemKind) -> Command {
    Command::AddItem { id: id.into(), item: item(id, kind), after: None }
}

pub(crate) fn ids(view: &View) -> Vec<&str> {
    view.items.iter().map(|item| item.id.as_str()).collect()
}

pub(crate) fn subject(meeting: &str, item: &str) -> Subject {
    Subject { meeting: meeting.into(), item: Some(item.into()), casus: false }
}

pub(crate) fn decided(meeting: &str, item: &str, on: &str, text: &str) -> Decided {
    Decided {
        subject: subject(meeting, item),
        table: "werkgebied".into(),
        code: "heiloo".into(),
        on: day(on),
        text: text.into(),
        how: How::GeenBezwaar,
        agreed: Vec::new(),
        minority: String::new(),
        spend: None,
        changes: None,
    }
}

pub(crate) fn costing(decided: Decided, spend: Spend) -> Decided {
    Decided { spend: Some(spend), ..decided }
}

pub(crate) fn decide(id: &str, decision: Decided) -> model::afspraken::Command {
    model::afspraken::Command::Decide { id: id.into(), decision: Box::new(decision) }
}

pub(crate) fn action(
    id: &str,
    meeting: &str,
    on: &str,
    who: Option<&str>,
) -> model::afspraken::Command {
    let action = NewAction {
        subject: subject(meeting, "onderwerp.besteding"),
        table: "werkgebied".into(),
        on: Some(day(on)),
        what: format!("Doe {id}"),
        who: who.map(str::to_owned),
        who_name: who.map(|_| "Anna".to_owned()).unwrap_or_default(),
        due: None,
    };
    model::afspraken::Command::AddAction { id: id.into(), action }
}

pub(crate) fn register(years: &[&Afspraken]) -> Register {
    Register::new(years.iter().map(|year| Arc::new(year.view())).collect())
}
