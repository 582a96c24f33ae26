//! Decisions and actions: their numbers, two at the same time, adoption, and what is still to be done.

use model::afspraken::{
    ActionChange, Afspraken, Command, Decided, Field, How, NewAction, Search, Subject,
};
use model::refused::Refused;
use proptest::prelude::*;

use super::support::{
    action, copy, day, decide, decided, heiloo, held, meet, plan, pull, register, session, subject,
};

fn empty(n: u8) -> Afspraken {
    Afspraken::new(session(n)).unwrap()
}

fn id(item: &str, nth: usize) -> String {
    Decided::id(&subject("m1", item), nth)
}

fn text(of: &Afspraken, id: &str) -> String {
    of.view().decision(id).unwrap().decided.text.clone()
}

fn adopt(ids: &[&str], first: u32) -> Command {
    Command::Adopt {
        ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        on: day("2027-06-10"),
        meeting: "m2".into(),
        first,
    }
}

#[test]
fn two_decisions_on_one_item_at_the_same_time_are_a_choice_between_whole_decisions() {
    let mut a = empty(1);
    let mut b = empty(2);
    let id = id("kast", 1);
    let other =
        Decided { how: How::Unaniem, ..decided("m1", "kast", "2027-03-11", "Wij kopen er twee.") };
    a.run(&decide(&id, decided("m1", "kast", "2027-03-11", "Wij kopen er een."))).unwrap();
    b.run(&decide(&id, other)).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.view(), b.view());
    let decision = a.view().decision(&id).unwrap().clone();
    let seen: Vec<_> =
        decision.versions.iter().map(|one| (&*one.decided.text, one.decided.how)).collect();
    assert_eq!(
        seen,
        [("Wij kopen er een.", How::GeenBezwaar), ("Wij kopen er twee.", How::Unaniem)]
    );
    assert_eq!(register(&[&a]).to_choose().count(), 1);
    let field = Field::Decision { id: id.clone(), name: "besluit".into() };
    let choose = Command::Choose { field, write: decision.versions[1].write.clone() };
    a.run(&choose).unwrap();
    pull(&mut b, &a);
    assert_eq!(
        (text(&b, &id).as_str(), register(&[&b]).to_choose().count()),
        ("Wij kopen er twee.", 0)
    );
}

#[test]
fn a_second_decision_after_seeing_the_first_stands_beside_it() {
    let mut all = empty(1);
    let first = register(&[&all]).next_id(&subject("m1", "kast"));
    all.run(&decide(&first, decided("m1", "kast", "2027-03-11", "Wij kopen een kast."))).unwrap();
    let second = register(&[&all]).next_id(&subject("m1", "kast"));
    assert_ne!(first, second);
    all.run(&decide(&second, decided("m1", "kast", "2027-03-11", "Anna bestelt."))).unwrap();
    assert_eq!(register(&[&all]).of_meeting("m1").count(), 2);
    assert_eq!(register(&[&all]).to_choose().count(), 0);
}

#[test]
fn a_decision_has_a_number_of_its_year_and_werkgebied_that_is_fixed_when_it_is_adopted() {
    let mut all = empty(1);
    for (item, text) in [("a", "Een."), ("b", "Twee."), ("c", "Drie.")] {
        all.run(&decide(&id(item, 1), decided("m1", item, "2027-03-11", text))).unwrap();
    }
    let numbers = |of: &Afspraken| -> Vec<(String, bool)> {
        let one = |one: &std::sync::Arc<model::afspraken::Decision>| {
            (one.number.to_string(), one.number.provisional)
        };
        of.view().decisions.iter().map(one).collect()
    };
    let of = |nth: u32, provisional| (format!("2027-heiloo-{nth}"), provisional);
    assert_eq!(numbers(&all), [of(1, true), of(2, true), of(3, true)]);
    all.run(&Command::Withdraw { id: id("a", 1), on: true }).unwrap();
    assert_eq!(numbers(&all)[1..], [of(1, true), of(2, true)], "until then they move up");
    all.run(&adopt(&[&id("c", 1), &id("b", 1)], register(&[&all]).next_number(2027, "heiloo")))
        .unwrap();
    let view = all.view();
    let number = |item: &str| view.decision(&id(item, 1)).unwrap().number.clone();
    assert_eq!((number("c").nth, number("b").nth), (1, 2));
    assert!(!number("c").provisional && !number("c").twice);
    assert_eq!(register(&[&all]).next_number(2027, "heiloo"), 3);
    assert_eq!(register(&[&all]).next_number(2028, "heiloo"), 1);
}

#[test]
fn two_devices_that_adopt_at_the_same_time_show_a_number_that_was_given_twice() {
    let mut a = empty(1);
    a.run(&decide(&id("a", 1), decided("m1", "a", "2027-03-11", "Een."))).unwrap();
    a.run(&decide(&id("b", 1), decided("m1", "b", "2027-03-11", "Twee."))).unwrap();
    let mut b = copy(&a, 2);
    a.run(&adopt(&[&id("a", 1)], 1)).unwrap();
    b.run(&adopt(&[&id("b", 1)], 1)).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.view(), b.view());
    assert!(a.view().decisions.iter().all(|one| one.number.twice && one.number.nth == 1));
}

#[test]
fn an_adopted_decision_does_not_change_also_not_when_a_late_change_arrives() {
    let mut a = empty(1);
    let id = id("kast", 1);
    a.run(&decide(&id, decided("m1", "kast", "2027-03-11", "Wij kopen een kast."))).unwrap();
    let mut b = copy(&a, 2);
    a.run(&adopt(&[&id], 1)).unwrap();
    for command in [
        decide(&id, decided("m1", "kast", "2027-03-11", "Anders.")),
        Command::Withdraw { id: id.clone(), on: true },
        adopt(&[&id], 2),
    ] {
        assert_eq!(a.run(&command), Err(Refused::Adopted), "{command:?}");
    }
    assert_eq!(a.undo(), Err(Refused::Adopted));
    // Somebody without the adoption writes it anew, and withdraws it.
    b.run(&decide(&id, decided("m1", "kast", "2027-03-11", "Wij kopen niets."))).unwrap();
    b.run(&Command::Withdraw { id: id.clone(), on: true }).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.view(), b.view());
    let decision = a.view().decision(&id).unwrap().clone();
    assert_eq!(
        (decision.decided.text.as_str(), decision.withdrawn),
        ("Wij kopen een kast.", false)
    );
    assert!(decision.adopted.as_ref().unwrap().changed_since);
}

#[test]
fn only_a_new_decision_that_refers_to_it_changes_an_adopted_one() {
    let mut all = empty(1);
    let first = id("kast", 1);
    all.run(&decide(&first, decided("m1", "kast", "2027-03-11", "Wij kopen een kast."))).unwrap();
    all.run(&adopt(&[&first], 1)).unwrap();
    let second = Decided {
        changes: Some(first.clone()),
        ..decided("m2", "kast", "2027-06-10", "Wij kopen geen kast.")
    };
    let mut next_year = empty(1);
    next_year.run(&decide("m2/kast/1", second)).unwrap();
    let register = register(&[&all, &next_year]);
    let in_force = |id: &str| {
        let found = register.decisions().find(|one| one.id == id).unwrap();
        register.is_in_force(found)
    };
    assert!(!in_force(&first) && in_force("m2/kast/1"));
    let itself = Decided {
        changes: Some("m2/kast/1".into()),
        ..decided("m2", "kast", "2027-06-10", "Wij kopen geen kast.")
    };
    assert!(matches!(next_year.run(&decide("m2/kast/1", itself)), Err(Refused::NotPossible(_))));
    // Withdrawing the second brings the first back.
    next_year.run(&Command::Withdraw { id: "m2/kast/1".into(), on: true }).unwrap();
    let register = super::support::register(&[&all, &next_year]);
    let found = register.decisions().find(|one| one.id == first).unwrap();
    assert!(register.is_in_force(found));
}

#[test]
fn a_network_group_writes_advice_and_no_decision() {
    let mut all = empty(1);
    let of = |how| Decided {
        table: "netwerkgroep".into(),
        how,
        ..decided("m1", "memo", "2027-03-11", "Pas het kader aan.")
    };
    for how in [How::GeenBezwaar, How::Unaniem, How::Meerderheid, How::Instemming] {
        assert_eq!(all.run(&decide("x", of(how))), Err(Refused::AdvisesOnly));
    }
    assert!(all.run(&decide("x", of(How::Advies))).is_ok());
}

#[test]
fn a_decision_without_words_is_none_and_about_a_casus_there_are_no_words() {
    let mut all = empty(1);
    assert_eq!(all.run(&decide("x", decided("m1", "a", "2027-03-11", " "))), Err(Refused::NoText));
    let casus = Subject { casus: true, ..subject("m1", "c") };
    let about =
        |text: &str| Decided { subject: casus.clone(), ..decided("m1", "c", "2027-03-11", text) };
    assert_eq!(all.run(&decide("x", about("Een naam krijgt hulp"))), Err(Refused::InDossier));
    assert_eq!(all.run(&decide("x", about(""))), Err(Refused::NoText), "and nothing about nothing");
    let act = NewAction { subject: casus, what: "Bel de ouders".into(), ..NewAction::default() };
    let add = Command::AddAction { id: "y".into(), action: act };
    assert_eq!(all.run(&add), Err(Refused::InDossier));
}

#[test]
fn an_action_may_be_incomplete_and_says_what_it_lacks() {
    let mut all = empty(1);
    all.run(&action("a", "m1", "2027-03-11", None)).unwrap();
    assert!(all.view().actions[0].lacks_owner());
    let who = ActionChange::Who { id: Some("p1".into()), name: "Anna".into() };
    all.run(&Command::SetAction { id: "a".into(), change: who }).unwrap();
    assert!(!all.view().actions[0].lacks_owner());
    let without = NewAction { what: " ".into(), ..NewAction::default() };
    let add = Command::AddAction { id: "b".into(), action: without };
    assert_eq!(all.run(&add), Err(Refused::NoText));
}

#[test]
fn my_actions_come_from_all_years_the_late_ones_first_and_count_the_meetings_they_survived() {
    let mut heiloo = heiloo();
    for (id, on) in
        [("m1", "2026-11-10"), ("m2", "2027-02-10"), ("m3", "2027-05-10"), ("m4", "2027-08-10")]
    {
        plan(&mut heiloo, id, on);
        held(&mut heiloo, id, &[], 1);
    }
    let (mut old, mut new) = (empty(1), empty(1));
    let due = |of: &mut Afspraken, id: &str, on: &str| {
        let change = ActionChange::Due(Some(day(on)));
        of.run(&Command::SetAction { id: id.into(), change }).unwrap();
    };
    old.run(&action("oud", "m1", "2026-11-10", Some("p1"))).unwrap();
    due(&mut old, "oud", "2027-02-10");
    new.run(&action("week", "m2", "2027-02-10", Some("p1"))).unwrap();
    due(&mut new, "week", "2027-05-26");
    new.run(&action("later", "m3", "2027-05-10", Some("p1"))).unwrap();
    due(&mut new, "later", "2027-05-27");
    new.run(&action("van-een-ander", "m3", "2027-05-10", Some("p2"))).unwrap();
    new.run(&action("klaar", "m3", "2027-05-10", Some("p1"))).unwrap();
    let done = ActionChange::Done(Some(day("2027-05-11")));
    new.run(&Command::SetAction { id: "klaar".into(), change: done }).unwrap();
    let register = register(&[&old, &new]);
    let mine = register.mine("p1", "Anna", &heiloo.view(), day("2027-05-20"));
    let seen: Vec<_> =
        mine.iter().map(|one| (&*one.action.id, one.late, one.soon, one.carried)).collect();
    // Seven days from 20 May: 26 May is in, 27 May is not.
    assert_eq!(
        seen,
        [("oud", true, false, 2), ("week", false, true, 1), ("later", false, false, 0)]
    );
}

#[test]
fn decisions_of_years_are_found_by_words_and_days() {
    let mut all = empty(1);
    for (item, on, text) in [
        ("a", "2025-03-11", "Wij betalen het rekenproject."),
        ("b", "2026-03-11", "Het project stopt."),
        ("c", "2027-03-11", "Coördinatie gaat naar Bram."),
    ] {
        all.run(&decide(&id(item, 1), decided("m1", item, on, text))).unwrap();
    }
    let register = register(&[&all]);
    let found = |search: &Search| -> Vec<String> {
        register
            .search(search)
            .iter()
            .map(|one| one.decided.subject.item.clone().unwrap())
            .collect()
    };
    let words = |words: &str| Search { words: words.into(), ..Search::default() };
    assert_eq!(found(&words("project")), ["b", "a"], "the newest first");
    assert_eq!(found(&words("coordinatie bram")), ["c"]);
    assert_eq!(found(&words("2026-heiloo")), ["b"], "by number");
    let from = Search { from: Some(day("2026-03-11")), ..words("") };
    assert_eq!(found(&from), ["c", "b"]);
    let until = Search { until: Some(day("2026-03-11")), ..words("") };
    assert_eq!(found(&until), ["b", "a"]);
    assert!(found(&Search { money: true, ..words("") }).is_empty());
}

/// What happens to actions in a werkgebied over the years, on one of two devices.
#[derive(Clone, Debug)]
enum Life {
    Add { late: bool },
    Done(usize),
    Drop(usize),
    Meet,
    Undo,
}

fn life() -> impl Strategy<Value = Life> {
    prop_oneof![
        4 => any::<bool>().prop_map(|late| Life::Add { late }),
        1 => (0..9_usize).prop_map(Life::Done),
        1 => (0..9_usize).prop_map(Life::Drop),
        2 => Just(Life::Meet),
        1 => Just(Life::Undo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_action_disappears_unless_it_was_done_dropped_or_taken_back(
        lives in prop::collection::vec((life(), any::<bool>()), 1..40),
    ) {
        let werkgebied = heiloo().view();
        let mut devices = [[empty(1), empty(3)], [empty(2), empty(4)]];
        // What should still be open, per device and year, as that device knows.
        let mut added = 0;
        let mut expected: std::collections::BTreeSet<String> = std::collections::BTreeSet::new();
        let mut last: [Option<(usize, String)>; 2] = [None, None];
        for (life, second) in lives {
            let here = usize::from(second);
            match life {
                Life::Add { late } => {
                    let id = format!("actie-{added}");
                    added += 1;
                    let year = usize::from(late);
                    devices[here][year].run(&action(&id, "m1", "2027-03-11", Some("p1"))).unwrap();
                    expected.insert(id.clone());
                    last[here] = Some((year, id));
                }
                Life::Done(nth) | Life::Drop(nth) => {
                    let open = register(&[&devices[here][0], &devices[here][1]])
                        .open_actions(&werkgebied, day("2028-01-01"));
                    if let Some(one) = open.get(nth) {
                        let change = match life {
                            Life::Drop(_) => ActionChange::Dropped(Some("Niet meer nodig".into())),
                            _ => ActionChange::Done(Some(day("2027-04-01"))),
                        };
                        let id = one.action.id.clone();
                        let year = usize::from(devices[here][1].view().action(&id).is_some());
                        devices[here][year].run(&Command::SetAction { id: id.clone(), change }).unwrap();
                        expected.remove(&id);
                        last[here] = None;
                    }
                }
                Life::Meet => {
                    let [a, b] = &mut devices;
                    for (a, b) in a.iter_mut().zip(b) {
                        meet(a, b);
                    }
                }
                Life::Undo => {
                    if let Some((year, id)) = last[here].take() {
                        devices[here][year].undo().unwrap();
                        expected.remove(&id);
                    }
                }
            }
        }
        let [a, b] = &mut devices;
        for (a, b) in a.iter_mut().zip(b) {
            meet(a, b);
            prop_assert_eq!(a.view(), b.view());
        }
        let open = register(&[&devices[0][0], &devices[0][1]]).open_actions(&werkgebied, day("2028-01-01"));
        let open: std::collections::BTreeSet<String> = open.iter().map(|one| one.action.id.clone()).collect();
        prop_assert_eq!(open, expected);
    }
}
