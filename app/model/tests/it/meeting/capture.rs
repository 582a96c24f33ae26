//! The capture bar, the projector, the rules that watch one meeting, a draft from outside, and the adoption of minutes.

use model::afspraken::{Afspraken, How};
use model::into;
use model::meeting::capture::shown;
use model::meeting::minutes::minutes;
use model::meeting::watch::watch;
use model::meeting::{Command, ItemKind, Meeting, Presence, Seated, Start};
use model::out::ics::{self, Entry};
use model::table::Seat;
use rules::parameter::Parameters;
use rules::region::region;
use rules::rule::{Context, Verdict};
use rules::text::Lang;

use super::support::{
    action, add, begun, casus, day, decide, decided, heiloo, plan, register, session, with_meeting,
};

fn answers(
    view: &model::meeting::View,
    municipalities: Option<usize>,
) -> Vec<(&'static str, Verdict)> {
    let rows = region("ppo-nk").unwrap().rows;
    let parameters = Parameters::national().unwrap().with_layer(rows);
    let context = Context::new(day("2026-03-05"), Some("ppo-nk"), &parameters);
    watch(view, municipalities, &context).iter().map(|one| (one.rule, one.verdict)).collect()
}

/// A meeting of a table with people in these seats, all present.
fn at_table(slug: &str, seats: &[Seat]) -> Meeting {
    let person = |(nth, seat): (usize, &Seat)| Seated {
        id: format!("p{nth}"),
        name: format!("Persoon {nth}"),
        seats: vec![*seat],
        school: None,
    };
    let start = Start {
        table: slug.into(),
        people: seats.iter().enumerate().map(person).collect(),
        ..Start::default()
    };
    let mut meeting = Meeting::new(session(1)).unwrap();
    meeting.run(&Command::Start(Box::new(start))).unwrap();
    for nth in 0..seats.len() {
        let presence = Some(Presence::Aanwezig);
        meeting.run(&Command::Attend { person: format!("p{nth}"), presence }).unwrap();
    }
    meeting
}

#[test]
fn an_action_is_due_at_the_next_meeting_that_is_planned_or_agreed() {
    let mut of = heiloo();
    plan(&mut of, "m1", "2026-03-05");
    let meso = model::werkgebied::Command::PlanMeeting {
        id: "g".into(),
        table: "meso".into(),
        on: day("2026-04-01"),
    };
    of.run(&meso).unwrap();
    plan(&mut of, "m2", "2026-06-04");
    plan(&mut of, "m3", "2026-09-03");
    let mut meeting = begun(&of, "m1", 1);
    let new = |meeting: &Meeting| {
        let view = meeting.view();
        let subject = view.subject("m1", Some("onderwerp.mdo"));
        view.new_action(subject, day("2026-03-05"), "Bellen", Some("p2"), &of.view())
    };
    let made = new(&meeting);
    assert_eq!((made.due, made.who_name.as_str()), (Some(day("2026-06-04")), "Bram"));
    let agreed = model::meeting::Change::Next(Some(day("2026-06-11")));
    meeting.run(&Command::Set(agreed)).unwrap();
    assert_eq!(new(&meeting).due, Some(day("2026-06-11")));
}

#[test]
fn a_decision_begins_as_what_the_table_may_do_and_knows_a_casus() {
    let (_of, mut meeting) = with_meeting();
    meeting.run(&casus("c", 5)).unwrap();
    let view = meeting.view();
    let about = |id: &str| view.new_decision(view.subject("m1", Some(id)), day("2026-03-05"));
    assert_eq!((about("c").subject.casus, about("onderwerp.mdo").subject.casus), (true, false));
    assert_eq!(about("c").how, How::GeenBezwaar);
    let network = at_table("netwerkgroep", &[Seat::Ouder]).view();
    let advice = network.new_decision(network.subject("m1", None), day("2026-03-05"));
    assert_eq!(advice.how, How::Advies);
}

#[test]
fn the_projector_shows_the_item_that_is_on_and_nothing_of_a_casus() {
    let (_of, mut meeting) = with_meeting();
    meeting.run(&add("kast", ItemKind::Besluiten)).unwrap();
    meeting.run(&casus("c", 5)).unwrap();
    let note =
        Command::Note { item: Some("kast".into()), base: String::new(), text: "Geheim".into() };
    meeting.run(&note).unwrap();
    let mut agreed = Afspraken::new(session(1)).unwrap();
    agreed
        .run(&decide("m1/kast/1", decided("m1", "kast", "2026-03-05", "Wij kopen een kast.")))
        .unwrap();
    let show =
        |meeting: &Meeting, now| shown("m1", &meeting.view(), &register(&[&agreed]), now, Lang::Nl);
    assert_eq!(show(&meeting, 0), None, "nothing is on yet");
    meeting.run(&Command::Now { item: "kast".into(), at: 60_000 }).unwrap();
    let seen = show(&meeting, 120_000).unwrap();
    assert_eq!((seen.title.as_str(), seen.ask.as_str(), seen.left), ("kast", "kast?", 9 * 60_000));
    assert_eq!(seen.decisions, ["Wij kopen een kast."]);
    assert_eq!((seen.number, seen.of), (seen.of - 1, 16));
    assert_eq!(seen.next.as_deref(), Some("Casus, in het eigen dossier"));
    assert!(!format!("{seen:?}").contains("Geheim"));
    meeting.run(&Command::Now { item: "c".into(), at: 180_000 }).unwrap();
    assert_eq!(show(&meeting, 180_000).unwrap().title, "Casus, in het eigen dossier");
    meeting.run(&Command::Pause { at: 190_000 }).unwrap();
    assert_eq!(show(&meeting, 200_000), None);
}

#[test]
fn the_rules_of_a_table_look_at_who_is_there() {
    let all = [Seat::Schoolleider, Seat::Ib, Seat::Consulent, Seat::Coach];
    let found = |meeting: &Meeting, id: &str| {
        answers(&meeting.view(), None)
            .into_iter()
            .find(|(rule, _)| *rule == id)
            .map(|(_, verdict)| verdict)
    };
    assert_eq!(found(&at_table("werkgebied", &all), "WGB-04"), Some(Verdict::Voldoet));
    assert_eq!(found(&at_table("werkgebied", &all[..3]), "WGB-04"), Some(Verdict::VoldoetNiet));
    assert_eq!(found(&at_table("werkgebied", &[]), "WGB-04"), Some(Verdict::Onbekend));
    let network = [Seat::Ouder, Seat::Leerkracht, Seat::Gemeente];
    assert_eq!(found(&at_table("netwerkgroep", &network), "NWG-02"), Some(Verdict::Voldoet));
    assert_eq!(
        found(&at_table("netwerkgroep", &network[..2]), "NWG-02"),
        Some(Verdict::MensBeslist)
    );
}

#[test]
fn an_oogo_is_complete_when_every_municipality_is_there() {
    let seats = [Seat::DirecteurBestuurder, Seat::BestuurderVo, Seat::Wethouder, Seat::Wethouder];
    let view = at_table("oogo", &seats).view();
    for (municipalities, verdict) in [
        (Some(2), Verdict::Voldoet),
        (Some(3), Verdict::VoldoetNiet),
        (Some(1), Verdict::Onbekend),
        (None, Verdict::Onbekend),
    ] {
        assert_eq!(answers(&view, municipalities), [("GEM-01", verdict)], "{municipalities:?}");
    }
}

#[test]
fn a_pasted_list_becomes_a_draft_that_is_one_step_to_take_back() {
    let (_of, mut meeting) = with_meeting();
    let before = meeting.view();
    let items = into::list("1. Opening (5 min)\n2. B: Inzet budget 15'\n");
    meeting.run(&into::add(items, |nth| format!("plak-{nth}"))).unwrap();
    let view = meeting.view();
    let added: Vec<_> = view
        .items
        .iter()
        .filter(|one| one.id.starts_with("plak"))
        .map(|one| (&*one.title, one.kind, one.minutes))
        .collect();
    assert_eq!(
        added,
        [("Opening", ItemKind::Bespreken, 5), ("Inzet budget", ItemKind::Besluiten, 15)]
    );
    meeting.undo().unwrap();
    assert_eq!(meeting.view().items, before.items);
}

#[test]
fn the_minutes_are_adopted_with_their_decisions_in_the_order_of_the_agenda() {
    let (_of, mut meeting) = with_meeting();
    let mut agreed = Afspraken::new(session(1)).unwrap();
    // On the agenda "zebra" comes before "aap".
    for id in ["zebra", "aap"] {
        meeting.run(&add(id, ItemKind::Besluiten)).unwrap();
        agreed.run(&decide(&format!("m1/{id}/1"), decided("m1", id, "2026-03-05", id))).unwrap();
    }
    let made = minutes("m1", &meeting.view(), &register(&[&agreed]), Lang::Nl);
    let adopt = made.adopt(&register(&[&agreed]), day("2026-06-04"), "m2").unwrap();
    agreed.run(&adopt).unwrap();
    let numbers: Vec<_> = agreed
        .view()
        .decisions
        .iter()
        .map(|one| (one.number.to_string(), one.decided.text.clone()))
        .collect();
    let pair = |number: &str, text: &str| (number.to_owned(), text.to_owned());
    assert_eq!(numbers, [pair("2026-heiloo-1", "zebra"), pair("2026-heiloo-2", "aap")]);
    let again = minutes("m1", &meeting.view(), &register(&[&agreed]), Lang::Nl);
    assert_eq!(
        again.adopt(&register(&[&agreed]), day("2026-06-04"), "m2"),
        None,
        "there is nothing left to adopt"
    );
}

#[test]
fn decisions_between_which_the_chair_has_to_choose_are_not_adopted() {
    let mut of = heiloo();
    plan(&mut of, "m1", "2026-03-05");
    let meeting = begun(&of, "m1", 1);
    let mut a = Afspraken::new(session(1)).unwrap();
    let mut b = Afspraken::new(session(2)).unwrap();
    let id = "m1/onderwerp.mdo/1";
    a.run(&decide(id, decided("m1", "onderwerp.mdo", "2026-03-05", "Ja."))).unwrap();
    b.run(&decide(id, decided("m1", "onderwerp.mdo", "2026-03-05", "Nee."))).unwrap();
    super::support::meet(&mut a, &mut b);
    let made = minutes("m1", &meeting.view(), &register(&[&a]), Lang::Nl);
    assert_eq!(made.adopt(&register(&[&a]), day("2026-06-04"), "m2"), None);
}

#[test]
fn the_calendar_has_the_meeting_with_its_agenda_and_the_actions() {
    let mut of = heiloo();
    plan(&mut of, "m1", "2026-03-05");
    let view = begun(&of, "m1", 1).view();
    let Some(Entry::Meeting(made)) = ics::meeting("m1", &view, Lang::Nl) else { unreachable!() };
    assert_eq!((made.title.as_str(), made.on), ("Werkgebiedoverleg Heiloo", day("2026-03-05")));
    assert!(made.description.starts_with("1. Opening en wie er zijn (3 min)\n2. "));
    let mut agreed = Afspraken::new(session(1)).unwrap();
    agreed.run(&action("a", "m1", "2026-03-05", Some("p1"))).unwrap();
    let Entry::Action(made) = ics::action(&agreed.view().actions[0]) else { unreachable!() };
    assert_eq!(made.what, "Doe a");
    let planned = ics::planned(&of.view().meetings[0], Lang::Nl).unwrap();
    let stamp = "2026-01-01T00:00:00".parse().unwrap();
    assert!(ics::calendar(&[planned], stamp).contains("SUMMARY:Werkgebiedoverleg\r\n"));
}
