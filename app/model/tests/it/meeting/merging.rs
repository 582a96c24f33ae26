//! Devices that exchange in any order show the same, and nothing that was not finished disappears from the agenda.

use std::collections::{BTreeMap, BTreeSet};

use model::afspraken::{self, ActionChange, Afspraken, Decided, How};
use model::meeting::agenda::carried;
use model::meeting::{Casus, Command, ItemChange, ItemKind, Meeting, Office, Presence, View};
use model::table::Seat;
use model::typed::{Kind, Typed};
use model::werkgebied::{self, PersonChange, SchoolChange, SchoolKind, Werkgebied};
use proptest::prelude::*;
use replica::id::SpaceId;

use super::support::{action, begun, day, decided, heiloo, item, meet, plan, pull, session, start};
use crate::devices::{acts, live};

/// Carries out a command, or not.
fn run<K: Kind>(on: &mut Typed<K>, command: &K::Command) -> Result<(), TestCaseError> {
    let _ = on.run(command);
    Ok(())
}

fn item_id() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "vast.opening",
        "onderwerp.mdo",
        "onderwerp.besteding",
        "x",
        "y",
        "casus",
    ])
    .prop_map(str::to_owned)
}

fn meeting_command() -> impl Strategy<Value = Command> {
    let change = prop_oneof![
        "[A-C]{1,3}".prop_map(ItemChange::Title),
        (0..90_u16).prop_map(ItemChange::Minutes),
        "[a-c ]{0,4}".prop_map(ItemChange::Ask),
        any::<bool>().prop_map(ItemChange::Done),
        any::<bool>().prop_map(ItemChange::Postponed),
        any::<bool>().prop_map(ItemChange::Gone),
        any::<bool>().prop_map(ItemChange::Accepted),
        Just(ItemChange::Kind(ItemKind::Besluiten)),
    ];
    let person = prop::sample::select(vec!["p1", "p2", "p9"]).prop_map(str::to_owned);
    let presence = prop::option::of(prop::sample::select(Presence::ALL.to_vec()));
    let office = prop::sample::select(Office::ALL.to_vec());
    prop_oneof![
        3 => (item_id(), change).prop_map(|(id, change)| Command::SetItem { id, change }),
        2 => (item_id(), prop::option::of(item_id())).prop_map(|(id, after)| Command::MoveItem { id, after }),
        2 => ("[xy]", prop::option::of(item_id()))
            .prop_map(|(id, after)| Command::AddItem { item: item(&id, ItemKind::Bespreken), id, after }),
        1 => "[xy]".prop_map(|id| Command::Propose { item: item(&id, ItemKind::Besluiten), id }),
        1 => Just(Command::AddCasus { id: "casus".into(), casus: Casus::of(SpaceId::from_bytes([3; 16])), minutes: 5, proposed: false }),
        2 => (item_id(), 0..99_i64).prop_map(|(item, at)| Command::Now { item, at }),
        1 => (0..99_i64).prop_map(|at| Command::Pause { at }),
        2 => (person.clone(), presence).prop_map(|(person, presence)| Command::Attend { person, presence }),
        1 => (office, prop::option::of(person)).prop_map(|(office, person)| Command::Appoint { office, person }),
        3 => (item_id(), "[a-d]{0,4}", "[a-f]{0,6}")
            .prop_map(|(id, base, text)| Command::Note { item: Some(id), base, text }),
        1 => Just(Command::Close { on: day("2026-03-05"), next: None, at: 50 }),
        1 => Just(Command::Reopen),
    ]
}

fn agreed_command() -> impl Strategy<Value = afspraken::Command> {
    let id = || "[a-c]/[12]";
    let how = prop::sample::select(How::ALL.to_vec());
    let change = prop_oneof![
        "[a-c]{1,2}".prop_map(ActionChange::What),
        prop::option::of(1..5_u32)
            .prop_map(|of| ActionChange::Due(of.map(|of| day(&format!("2027-0{of}-01"))))),
        any::<bool>().prop_map(|done| ActionChange::Done(done.then(|| day("2027-05-05")))),
        prop::option::of("[a-c]").prop_map(ActionChange::Dropped),
    ];
    prop_oneof![
        4 => (id(), "[a-c]{1,3}", how).prop_map(|(id, text, how)| {
            let decision = Decided { how, ..decided("m1", &id, "2027-03-11", &text) };
            afspraken::Command::Decide { id, decision: Box::new(decision) }
        }),
        1 => (id(), any::<bool>()).prop_map(|(id, on)| afspraken::Command::Withdraw { id, on }),
        1 => (id(), 1..3_u32).prop_map(|(id, first)| afspraken::Command::Adopt {
            ids: vec![id], on: day("2027-06-10"), meeting: "m2".into(), first,
        }),
        2 => "[d-f]".prop_map(|id| action(&id, "m1", "2027-03-11", Some("p1"))),
        3 => ("[d-f]", change).prop_map(|(id, change)| afspraken::Command::SetAction { id, change }),
    ]
}

fn werkgebied_command() -> impl Strategy<Value = werkgebied::Command> {
    use werkgebied::Command as Do;
    let school = prop_oneof![
        "[A-C]{1,2}".prop_map(SchoolChange::Name),
        any::<bool>().prop_map(SchoolChange::Gifted),
        any::<bool>().prop_map(SchoolChange::Gone),
    ];
    let person = prop_oneof![
        "[A-C]{1,2}".prop_map(PersonChange::Name),
        any::<bool>().prop_map(|on| PersonChange::Seat(Seat::Coach, on)),
        any::<bool>().prop_map(PersonChange::Gone),
    ];
    let add = |id: String| Do::AddSchool { name: id.clone(), id, kind: SchoolKind::Regulier };
    prop_oneof![
        ("s[1-4]", school).prop_map(|(id, change)| Do::SetSchool { id, change }),
        ("p[1-4]", person).prop_map(|(id, change)| Do::SetPerson { id, change }),
        "s[4-5]".prop_map(add),
        ("m[1-3]", 1..9_u32).prop_map(|(id, month)| Do::PlanMeeting {
            id,
            table: "werkgebied".into(),
            on: day(&format!("2027-0{month}-01")),
        }),
        (2026..2028_i32, prop::option::of(0..9_i64)).prop_map(|(year, euros)| Do::SetBudget {
            year,
            amount: euros.map(rules::money::Money::euros),
            frictions: None,
        }),
        ("p[1-2]", "[a-b]", "[a-c]{0,2}").prop_map(|(who, id, what)| Do::SetExpertise {
            who: werkgebied::Who::Person(who),
            id,
            what,
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_meeting_shows_the_same_in_whatever_order_devices_exchange(acts in acts(meeting_command())) {
        let mut of = heiloo();
        plan(&mut of, "m1", "2026-03-05");
        live(&begun(&of, "m1", 1), acts, run)?;
    }

    #[test]
    fn what_was_agreed_shows_the_same_in_whatever_order_devices_exchange(acts in acts(agreed_command())) {
        live(&Afspraken::new(session(1)).unwrap(), acts, run)?;
    }

    #[test]
    fn a_werkgebied_shows_the_same_in_whatever_order_devices_exchange(acts in acts(werkgebied_command())) {
        live(&heiloo(), acts, run)?;
    }
}

/// What happens to the items of one meeting after another.
#[derive(Clone, Debug)]
enum Life {
    Add {
        propose: bool,
        kind: bool,
    },
    Finish(usize),
    Remove(usize),
    Decide(usize),
    Next,
    /// What the other device wrote arrives only now, in whatever meeting it was.
    Arrive,
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        4 => (any::<bool>(), any::<bool>()).prop_map(|(propose, kind)| Life::Add { propose, kind }),
        1 => (0..12_usize).prop_map(Life::Finish),
        1 => (0..12_usize).prop_map(Life::Remove),
        1 => (0..12_usize).prop_map(Life::Decide),
        2 => Just(Life::Next),
        2 => Just(Life::Arrive),
    ]
}

/// The meetings of a werkgebied on two devices, each with its id.
struct Years {
    werkgebied: Werkgebied,
    /// Both devices, one meeting after another.
    meetings: Vec<[Meeting; 2]>,
    decided: BTreeSet<String>,
}

impl Years {
    fn new() -> Self {
        let mut years =
            Self { werkgebied: heiloo(), meetings: Vec::new(), decided: BTreeSet::new() };
        years.next();
        years
    }

    fn name(nth: usize) -> String {
        format!("m{nth}")
    }

    fn carried(&self, device: usize) -> Vec<model::meeting::Carried> {
        let views: Vec<(String, View)> = self
            .meetings
            .iter()
            .enumerate()
            .map(|(nth, both)| (Self::name(nth), both[device].view()))
            .collect();
        let earlier: Vec<(&str, &View)> = views.iter().map(|(id, view)| (&**id, view)).collect();
        carried(&earlier, &|_, item| self.decided.contains(&item.id))
    }

    /// Each device makes the next agenda from what it knows, and later they meet.
    fn next(&mut self) {
        let id = Self::name(self.meetings.len());
        plan(&mut self.werkgebied, &id, "2026-03-05");
        let make = |device: usize| {
            let mut meeting = Meeting::new(session(u8::try_from(device).unwrap() + 1)).unwrap();
            let start = start(&self.werkgebied, &id, &self.carried(device), &[]);
            meeting.run(&start).unwrap();
            meeting
        };
        let both = [make(0), make(1)];
        self.meetings.push(both);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_item_stays_on_the_agenda_until_it_is_finished_decided_or_taken_off(
        lives in prop::collection::vec((life(), 0..2_usize), 1..30),
    ) {
        let mut years = Years::new();
        let mut ended: BTreeMap<String, bool> = BTreeMap::new();
        for (life, device) in lives {
            let last = years.meetings.len() - 1;
            let own: Vec<String> = {
                let view = years.meetings[last][device].view();
                let all = view.items.iter().chain(&view.proposals);
                all.map(|item| item.id.clone()).filter(|id| id.starts_with("punt")).collect()
            };
            let end = |nth: usize| own.get(nth).cloned();
            match life {
                Life::Add { propose, kind } => {
                    let id = format!("punt-{}", ended.len());
                    let kind = if kind { ItemKind::Besluiten } else { ItemKind::Bespreken };
                    let new = item(&id, kind);
                    let command = if propose {
                        Command::Propose { id: id.clone(), item: new }
                    } else {
                        Command::AddItem { id: id.clone(), item: new, after: None }
                    };
                    years.meetings[last][device].run(&command).unwrap();
                    ended.insert(id, false);
                }
                Life::Finish(nth) | Life::Remove(nth) => {
                    let change = match life {
                        Life::Finish(_) => ItemChange::Done(true),
                        _ => ItemChange::Gone(true),
                    };
                    if let Some(id) = end(nth) {
                        let set = Command::SetItem { id: id.clone(), change };
                        years.meetings[last][device].run(&set).unwrap();
                        ended.insert(id, true);
                    }
                }
                Life::Decide(nth) => {
                    if let Some(id) = end(nth) {
                        years.decided.insert(id.clone());
                        ended.insert(id, true);
                    }
                }
                Life::Next => years.next(),
                Life::Arrive => {
                    for both in &mut years.meetings {
                        let [a, b] = both;
                        let (to, from) = if device == 0 { (a, b) } else { (b, a) };
                        pull(to, from);
                    }
                }
            }
        }
        for both in &mut years.meetings {
            let [a, b] = both;
            meet(a, b);
            prop_assert_eq!(a.view(), b.view());
        }
        years.next();
        let view = years.meetings.last().unwrap()[0].view();
        for (id, ended) in ended {
            let there = view.items.iter().any(|item| item.id == id);
            // What one device ended and the other carried on may come back; what nobody ended may not go.
            prop_assert!(ended || there, "{id} is gone");
        }
    }
}
