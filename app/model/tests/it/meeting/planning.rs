//! The year planning: what the rules say, what was skipped, which topic has not been on the agenda for how long.

use model::field::Contested;
use model::werkgebied::planning::{ages, partition, suggestions, watch};
use model::werkgebied::{
    Command, MeetingChange, PersonChange, PlanAbout, PlanChange, SchoolChange, View, Werkgebied,
    Who,
};
use rules::parameter::Parameters;
use rules::region::region;
use rules::rule::{Context, Verdict};

use super::support::{copy, day, heiloo, held, meet, plan};

/// What the rules say on a day, by id.
fn verdicts(view: &View, on: &str) -> Vec<(&'static str, Verdict, bool)> {
    let rows = region("ppo-nk").unwrap().rows;
    let parameters = Parameters::national().unwrap().with_layer(rows);
    let context = Context::new(day(on), Some("ppo-nk"), &parameters);
    watch(view, &context)
        .into_iter()
        .map(|one| (one.answer.rule, one.answer.verdict, one.due))
        .collect()
}

fn verdict(view: &View, on: &str, rule: &str) -> (Verdict, bool) {
    let all = verdicts(view, on);
    let found = all.into_iter().find(|(id, ..)| *id == rule).unwrap();
    (found.1, found.2)
}

fn expertise(who: Who, id: &str, what: &str) -> Command {
    Command::SetExpertise { who, id: id.into(), what: what.into() }
}

fn two_meetings() -> Werkgebied {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2025-10-01");
    plan(&mut heiloo, "m2", "2026-02-01");
    plan(&mut heiloo, "m3", "2026-06-01");
    held(&mut heiloo, "m1", &["zorgplicht", "mdo", "strategische_keuzes"], 2);
    held(&mut heiloo, "m2", &["mdo"], 1);
    heiloo
}

#[test]
fn the_planning_says_when_a_meeting_is_late_and_counts_only_meetings_that_were_held() {
    let mut heiloo = two_meetings();
    assert_eq!(verdict(&heiloo.view(), "2026-05-31", "WGB-03"), (Verdict::Voldoet, false));
    // The planned meeting of 1 June was not held: on 2 June it is late.
    assert_eq!(verdict(&heiloo.view(), "2026-06-02", "WGB-03"), (Verdict::VoldoetNiet, true));
    held(&mut heiloo, "m3", &[], 0);
    assert_eq!(verdict(&heiloo.view(), "2026-06-02", "WGB-03"), (Verdict::Voldoet, false));
    let cancel = MeetingChange::Cancelled(true);
    heiloo.run(&Command::SetMeeting { id: "m3".into(), change: cancel }).unwrap();
    assert_eq!(verdict(&heiloo.view(), "2026-06-02", "WGB-03"), (Verdict::VoldoetNiet, true));
}

#[test]
fn after_the_plan_period_the_rules_are_silent_unless_people_keep_to_them() {
    let mut heiloo = two_meetings();
    held(&mut heiloo, "m3", &[], 0);
    assert_eq!(
        verdict(&heiloo.view(), "2026-11-26", "WGB-03"),
        (Verdict::NietVanToepassing, false)
    );
    heiloo.run(&Command::KeepPlan { on: true }).unwrap();
    assert_eq!(verdict(&heiloo.view(), "2026-11-26", "WGB-03"), (Verdict::VoldoetNiet, true));
}

#[test]
fn each_topic_says_how_long_it_has_not_been_on_the_agenda() {
    let view = two_meetings().view();
    let ages = ages(&view, day("2026-03-01"));
    assert_eq!(ages.len(), 10, "eight fixed topics and two of the region");
    let age = |slug: &str| {
        let age = ages.iter().find(|age| age.topic.slug == slug).unwrap();
        (age.last, age.days, age.skipped)
    };
    assert_eq!(age("mdo"), (Some(day("2026-02-01")), Some(28), 0));
    assert_eq!(age("zorgplicht"), (Some(day("2025-10-01")), Some(151), 1));
    assert_eq!(age("strategische_keuzes"), (Some(day("2025-10-01")), Some(151), 1));
    assert_eq!(age("besteding"), (None, None, 2));
    assert_eq!(ages.last().unwrap().topic.slug, "mdo", "the latest comes last");
    assert_eq!(ages[0].last, None, "never comes first");
    let (verdict, due) = verdict(&view, "2026-03-01", "WGB-05");
    assert_eq!((verdict, due), (Verdict::MensBeslist, true));
}

#[test]
fn what_nobody_wrote_down_is_unknown_and_not_a_no() {
    let mut empty = Werkgebied::new(super::support::session(1)).unwrap();
    assert!(verdicts(&empty.view(), "2026-03-01").is_empty(), "no table, no rules");
    let begin = Command::Start {
        name: "Heiloo".into(),
        table: "werkgebied".into(),
        region: "ppo-nk".into(),
        area: None,
    };
    empty.run(&begin).unwrap();
    assert_eq!(verdicts(&empty.view(), "2026-03-01").len(), 11);
    for (rule, verdict, due) in verdicts(&empty.view(), "2026-03-01") {
        assert_eq!((verdict, due), (Verdict::Onbekend, false), "{rule}");
    }
    let heiloo = heiloo().view();
    let unknown = ["WGB-01", "WGB-03", "WGB-04", "WGB-05", "WGB-06", "WGB-14", "WGB-16", "WGB-17"];
    for rule in unknown {
        assert_eq!(verdict(&heiloo, "2026-03-01", rule).0, Verdict::Onbekend, "{rule}");
    }
}

#[test]
fn one_consultant_and_a_coach_are_counted_by_role() {
    let mut heiloo = heiloo();
    assert_eq!(verdict(&heiloo.view(), "2026-03-01", "WGB-02").0, Verdict::Voldoet);
    let second = PersonChange::Seat(model::table::Seat::Consulent, true);
    heiloo.run(&Command::SetPerson { id: "p1".into(), change: second }).unwrap();
    assert_eq!(verdict(&heiloo.view(), "2026-03-01", "WGB-02").0, Verdict::VoldoetNiet);
    heiloo.run(&Command::SetPerson { id: "p1".into(), change: PersonChange::Gone(true) }).unwrap();
    assert_eq!(verdict(&heiloo.view(), "2026-03-01", "WGB-02").0, Verdict::Voldoet);
}

#[test]
fn what_is_due_becomes_an_item_and_how_often_is_met_does_not() {
    let mut heiloo = two_meetings();
    heiloo.run(&Command::SetMemo { on: Some(day("2024-01-01")) }).unwrap();
    let add = Command::AddPlan {
        id: "h".into(),
        about: PlanAbout::Hoogbegaafdheid,
        title: "Ontwikkelplan".into(),
    };
    heiloo.run(&add).unwrap();
    for id in ["s1", "s2", "s3"] {
        let change = SchoolChange::Gifted(false);
        heiloo.run(&Command::SetSchool { id: id.into(), change }).unwrap();
    }
    heiloo.run(&Command::SetGiftedElsewhere { schools: Some(0) }).unwrap();
    let rows = region("ppo-nk").unwrap().rows;
    let parameters = Parameters::national().unwrap().with_layer(rows);
    let context = Context::new(day("2026-07-15"), Some("ppo-nk"), &parameters);
    let watches = watch(&heiloo.view(), &context);
    let asked: Vec<_> = suggestions(&watches).iter().map(|one| one.rule).collect();
    assert_eq!(asked, ["WGB-14", "WGB-16", "WGB-17", "WGB-18"]);
    assert!(watches.iter().any(|one| one.answer.rule == "WGB-03" && one.due));
    let adopt = PlanChange::Adopted(Some(day("2026-05-05")));
    heiloo.run(&Command::SetPlan { id: "h".into(), change: adopt }).unwrap();
    let asked = suggestions(&watch(&heiloo.view(), &context));
    assert!(asked.iter().all(|one| one.rule != "WGB-17"));
}

#[test]
fn the_contact_card_finds_who_can_be_asked_for_what() {
    let mut heiloo = heiloo();
    heiloo.run(&expertise(Who::Person("p2".into()), "e1", "Dyslexie")).unwrap();
    heiloo.run(&expertise(Who::School("s3".into()), "e2", "Rust en structuur")).unwrap();
    heiloo.run(&expertise(Who::Person("p3".into()), "e3", "Begaafdheid")).unwrap();
    let view = heiloo.view();
    let all: Vec<_> = view.contacts("").into_iter().map(|line| (line.what, line.who)).collect();
    let pair = |what: &str, who: &str| (what.to_owned(), who.to_owned());
    assert_eq!(
        all,
        [
            pair("Begaafdheid", "Cora"),
            pair("Dyslexie", "Bram"),
            pair("Rust en structuur", "De Brug")
        ]
    );
    assert_eq!(view.contacts("anker dyslexie").len(), 1, "by subject and by school");
    assert!(view.contacts("rekenen").is_empty());
    heiloo.run(&expertise(Who::Person("p2".into()), "e1", " ")).unwrap();
    assert!(heiloo.view().contacts("dyslexie").is_empty());
}

#[test]
fn two_names_for_one_school_wait_for_a_choice_in_words() {
    let mut a = heiloo();
    let mut b = copy(&a, 2);
    for (of, name) in [(&mut a, "De Vlinders"), (&mut b, "Vlinder")] {
        let change = SchoolChange::Name(name.into());
        of.run(&Command::SetSchool { id: "s1".into(), change }).unwrap();
    }
    meet(&mut a, &mut b);
    assert_eq!(a.view(), b.view());
    let view = a.view();
    let conflict = &view.conflicts[0];
    assert_eq!(conflict.choices.len(), 2);
    assert!(conflict.field.name(&view, rules::text::Lang::Nl).ends_with(": Naam"));
    let choose =
        Command::Choose { field: conflict.field.clone(), write: conflict.choices[1].write.clone() };
    a.run(&choose).unwrap();
    assert!(a.view().conflicts.is_empty());
}

#[test]
fn a_meso_gesprek_is_no_meeting_of_the_werkgebied_and_has_its_own_watch() {
    let mut heiloo = two_meetings();
    let meso = Command::PlanMeeting { id: "g".into(), table: "meso".into(), on: day("2026-05-20") };
    heiloo.run(&meso).unwrap();
    held(&mut heiloo, "g", &["zorgplicht"], 0);
    assert_eq!(verdict(&heiloo.view(), "2026-06-02", "WGB-03").0, Verdict::VoldoetNiet);
    let ages = ages(&heiloo.view(), day("2026-06-02"));
    let age = ages.iter().find(|age| age.topic.slug == "zorgplicht").unwrap();
    assert_eq!(age.last, Some(day("2025-10-01")));
    // In the space of a school the same document holds its meso-gesprekken.
    let mut school = Werkgebied::new(super::support::session(1)).unwrap();
    let begin = Command::Start {
        name: "De Vlinder".into(),
        table: "meso".into(),
        region: "ppo-nk".into(),
        area: None,
    };
    school.run(&begin).unwrap();
    let plan =
        |id: &str, on| Command::PlanMeeting { id: id.into(), table: "meso".into(), on: day(on) };
    school.run(&plan("g1", "2026-05-20")).unwrap();
    held(&mut school, "g1", &[], 0);
    assert_eq!(verdicts(&school.view(), "2026-06-02"), [("KWA-09", Verdict::MensBeslist, true)]);
    school.run(&plan("g2", "2026-09-20")).unwrap();
    assert_eq!(verdicts(&school.view(), "2026-06-02"), [("KWA-09", Verdict::Voldoet, false)]);
}

#[test]
fn over_all_werkgebieden_a_school_that_stands_in_two_is_found() {
    let rows = region("ppo-nk").unwrap().rows;
    let parameters = Parameters::national().unwrap().with_layer(rows);
    let context = Context::new(day("2026-03-01"), Some("ppo-nk"), &parameters);
    let one = heiloo();
    let mut other = copy(&one, 2);
    let say = |other: &Werkgebied, without| {
        partition(&[&one.view(), &other.view()], without, &context).unwrap().verdict
    };
    assert_eq!(say(&other, Some(0)), Verdict::VoldoetNiet, "both schools stand in both");
    for (id, name) in [("s1", "De Roos"), ("s2", "De Ster")] {
        let change = SchoolChange::Name(name.into());
        other.run(&Command::SetSchool { id: id.into(), change }).unwrap();
    }
    // The plan has more schools than these four, so a person looks.
    assert_eq!(say(&other, Some(0)), Verdict::MensBeslist);
    assert_eq!(say(&other, Some(1)), Verdict::VoldoetNiet);
    assert_eq!(say(&other, None), Verdict::Onbekend);
}
