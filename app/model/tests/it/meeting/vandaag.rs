//! What Vandaag reminds of: nothing where nothing waits, and the most urgent first.

use chrono::NaiveDate;
use model::address::Target;
use model::afspraken::{ActionChange, Afspraken, Command as Agree};
use model::meeting::{Command, Meeting};
use model::ready::{Here, ready};
use model::vandaag::{Place, Reminder, Step, What, When, reminders};
use model::werkgebied::Werkgebied;
use model::werkgebied::planning::{Watch, watch};
use replica::id::SpaceId;
use rules::parameter::Parameters;
use rules::rule::Context;

use super::support::{
    action, begun, day, decide, decided, heiloo, held, plan, pull, register, session,
};

const SPACE: [u8; 16] = [5; 16];

/// Somebody's werkgebied on a device that opens without network and has everything that `here` says.
struct Device {
    heiloo: Werkgebied,
    year: Afspraken,
    meeting: Option<Meeting>,
    here: Here,
}

impl Device {
    fn new(heiloo: Werkgebied) -> Self {
        let year = Afspraken::new(session(1)).unwrap();
        Self { heiloo, year, meeting: None, here: Here::default() }
    }

    fn says_with(&self, today: &str, watches: &[Watch]) -> Vec<Reminder> {
        let (view, register) = (self.heiloo.view(), register(&[&self.year]));
        let today: NaiveDate = day(today);
        let meeting = self.meeting.as_ref().map(Meeting::view);
        let id = view.next_meeting(today).map(|line| line.id.clone()).unwrap_or_default();
        let list = ready(&id, meeting.as_ref(), &view, &self.here);
        let place = Place {
            space: SpaceId::from_bytes(SPACE),
            werkgebied: &view,
            register: &register,
            watches,
            me: ("p1", "Anna"),
            next: meeting.as_ref().map(|view| (view, &list)),
        };
        reminders(&[place], today)
    }

    fn says(&self, today: &str) -> Vec<Reminder> {
        self.says_with(today, &[])
    }

    fn steps(&self, today: &str) -> Vec<(Step, When)> {
        let all = self.says(today).into_iter();
        let step = |one: Reminder| match one.what {
            What::Meeting { step, .. } => Some((step, one.when)),
            _ => None,
        };
        all.filter_map(step).collect()
    }

    fn ready(&mut self, id: &str) {
        self.here.app = true;
        for part in [model::werkgebied::part(), model::meeting::part(id)] {
            self.here.parts.insert(part, 0);
        }
    }
}

fn due(id: &str, on: &str) -> Agree {
    Agree::SetAction { id: id.into(), change: ActionChange::Due(Some(day(on))) }
}

fn with_meeting(on: &str) -> Device {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", on);
    Device::new(heiloo)
}

#[test]
fn nothing_waits_where_nothing_is_due() {
    assert_eq!(Device::new(heiloo()).says("2026-11-23"), []);
    assert_eq!(with_meeting("2026-12-08").says("2026-11-23"), [], "more than two weeks away");
}

#[test]
fn a_meeting_asks_for_an_agenda_from_two_weeks_before() {
    let device = with_meeting("2026-12-07");
    let coming = When::Coming(day("2026-12-07"));
    assert_eq!(device.steps("2026-11-22"), []);
    assert_eq!(device.steps("2026-11-23"), [(Step::MakeAgenda, coming)]);
    assert_eq!(device.steps("2026-12-07"), [(Step::MakeAgenda, When::Today)]);
    let step = &device.says("2026-11-23")[0];
    assert_eq!((step.target.clone(), &*step.place), (Target::Agenda("m1".into()), "Heiloo"));
}

#[test]
fn a_meeting_that_is_not_ready_on_this_device_says_how_much_is_missing_until_it_is() {
    let mut device = with_meeting("2026-12-07");
    device.meeting = Some(begun(&device.heiloo, "m1", 1));
    let missing = device.steps("2026-11-23");
    assert!(
        matches!(missing[..], [(Step::GetReady { missing: 3 }, When::Coming(_))]),
        "{missing:?}"
    );
    device.ready("m1");
    assert_eq!(device.steps("2026-11-23"), [], "all is here, and it is not today");
    assert_eq!(device.steps("2026-12-07"), [(Step::Hold, When::Today)]);
}

#[test]
fn a_meeting_that_goes_on_comes_before_all_and_one_that_passed_is_asked_about() {
    let mut device = with_meeting("2026-11-20");
    let late = When::Late(day("2026-11-20"));
    assert_eq!(device.steps("2026-11-23"), [(Step::SayHeld, late)]);
    let mut meeting = begun(&device.heiloo, "m1", 1);
    let first = meeting.view().items[0].id.clone();
    meeting.run(&Command::Now { item: first, at: 1 }).unwrap();
    device.meeting = Some(meeting);
    device.year.run(&action("a1", "m0", "2026-06-01", Some("p1"))).unwrap();
    device.year.run(&due("a1", "2026-11-01")).unwrap();
    assert_eq!(device.steps("2026-11-23"), [(Step::GoOn, When::Going)]);
    assert_eq!(device.says("2026-11-23")[0].target, Target::Now("m1".into()));
    held(&mut device.heiloo, "m1", &[], 0);
    assert_eq!(device.steps("2026-11-23"), [], "it was held");
}

#[test]
fn own_actions_are_there_from_a_week_before_until_they_are_done_and_nobody_elses() {
    let mut device = Device::new(heiloo());
    for (id, who) in [("a1", Some("p1")), ("a2", Some("p2")), ("a3", None)] {
        device.year.run(&action(id, "m0", "2026-06-01", who)).unwrap();
        device.year.run(&due(id, "2026-11-23")).unwrap();
    }
    let when = |device: &Device, today: &str| {
        device.says(today).into_iter().map(|one| (one.when, one.target)).collect::<Vec<_>>()
    };
    let to = Target::Actions;
    assert_eq!(when(&device, "2026-11-16"), []);
    assert_eq!(when(&device, "2026-11-17"), [(When::Coming(day("2026-11-23")), to.clone())]);
    assert_eq!(when(&device, "2026-11-23"), [(When::Today, to.clone())]);
    assert_eq!(when(&device, "2026-11-24"), [(When::Late(day("2026-11-23")), to)]);
    let done = ActionChange::Done(Some(day("2026-11-24")));
    device.year.run(&Agree::SetAction { id: "a1".into(), change: done }).unwrap();
    assert_eq!(when(&device, "2026-11-24"), []);
}

#[test]
fn what_is_late_comes_before_today_and_that_before_what_comes_and_rules_come_last() {
    let mut device = with_meeting("2026-11-25");
    for (id, on) in [("a1", "2026-11-24"), ("a2", "2026-11-23"), ("a3", "2026-11-01")] {
        device.year.run(&action(id, "m0", "2026-06-01", Some("p1"))).unwrap();
        device.year.run(&due(id, on)).unwrap();
    }
    let view = device.heiloo.view();
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day("2026-11-23"), Some("ppo-nk"), &parameters).keeping();
    let watches = watch(&view, &context);
    assert!(watches.iter().any(|one| one.due), "a rule asks for something");
    let said: Vec<String> = device
        .says_with("2026-11-23", &watches)
        .into_iter()
        .map(|one| match one.what {
            What::Action(one) => one.action.id.clone(),
            What::Meeting { .. } => "vergadering".to_owned(),
            What::Choose { .. } => "keuze".to_owned(),
            What::Council { .. } => "raad".to_owned(),
            What::Dossier(_) => "dossier".to_owned(),
            What::Rules(rules) => {
                assert!(!rules.is_empty());
                "regels".to_owned()
            }
        })
        .collect();
    assert_eq!(said, ["a3", "a2", "a1", "vergadering", "regels"]);
}

#[test]
fn two_decisions_on_one_item_are_a_choice_until_somebody_chose() {
    let (mut device, mut other) = (Device::new(heiloo()), Afspraken::new(session(2)).unwrap());
    let one = |text: &str| decide("m1/i1/1", decided("m1", "i1", "2026-11-23", text));
    device.year.run(&one("Wij beginnen.")).unwrap();
    other.run(&one("Wij wachten.")).unwrap();
    pull(&mut device.year, &other);
    let said = device.says("2026-11-23");
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].what, What::Choose { decisions: 1 });
    assert_eq!(said[0].target, Target::Minutes { meeting: "m1".into(), item: None });
    let conflict = device.year.view().conflicts[0].clone();
    let write = conflict.choices[0].write.clone();
    device.year.run(&Agree::Choose { field: conflict.field, write }).unwrap();
    assert_eq!(device.says("2026-11-23"), []);
}
