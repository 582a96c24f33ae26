//! Decisions that cost money: the three routes, what the rules say, what is left.

use model::afspraken::money::{Check, check, left};
use model::afspraken::{Afspraken, Command, Decided, Route, Spend};
use model::werkgebied::{self, Werkgebied};
use rules::money::Money;
use rules::parameter::Parameters;
use rules::region::region;
use rules::rule::{Context, Verdict};
use rules::text::Lang;

use super::support::{costing, day, decide, decided, heiloo, register, session, subject};

fn budgeted(amount: Option<i64>, frictions: Option<i64>) -> Werkgebied {
    let mut heiloo = heiloo();
    let set = werkgebied::Command::SetBudget {
        year: 2026,
        amount: amount.map(Money::euros),
        frictions: frictions.map(Money::euros),
    };
    heiloo.run(&set).unwrap();
    heiloo
}

fn one(euros: i64) -> Spend {
    let yes = Some(true);
    Spend {
        schools: Some(1),
        beyond: yes,
        same_area: yes,
        plan: yes,
        top: yes,
        consulent: yes,
        directeur: yes,
        ib: yes,
        ..Spend::new(Money::euros(euros), 2026, Route::Een)
    }
}

fn ask(spend: &Spend, of: &Werkgebied, agreed: &Afspraken) -> Check {
    let rows = region("ppo-nk").unwrap().rows;
    let parameters = Parameters::national().unwrap().with_layer(rows);
    let context = Context::new(day("2026-03-11"), Some("ppo-nk"), &parameters);
    check(spend, &of.view(), &register(&[agreed]), None, &context).unwrap()
}

fn verdicts(check: &Check) -> Vec<(&'static str, Verdict)> {
    check.rules.iter().map(|answer| (answer.rule, answer.verdict)).collect()
}

fn nothing() -> Afspraken {
    Afspraken::new(session(1)).unwrap()
}

#[test]
fn route_one_with_a_plan_and_a_dossier_may_be_booked_and_shows_what_is_left() {
    let check = ask(&one(5_000), &budgeted(Some(12_000), None), &nothing());
    assert_eq!((check.route.rule, check.route.verdict), ("NIV-05", Verdict::Voldoet));
    assert_eq!(verdicts(&check), [("WGB-07", Verdict::Voldoet), ("WGB-12", Verdict::Voldoet)]);
    assert_eq!(check.before.left(), Some(Money::euros(12_000)));
    assert_eq!((check.after, check.short), (Some(Money::euros(7_000)), None));
    assert_eq!(check.open().count(), 0);
}

#[test]
fn route_two_asks_for_the_same_need_and_route_three_for_the_werkgebied() {
    let of = budgeted(Some(12_000), None);
    let two = Spend { route: Route::Twee, schools: Some(2), same_need: Some(true), ..one(100) };
    let check = ask(&two, &of, &nothing());
    assert_eq!((check.route.rule, check.route.verdict), ("NIV-06", Verdict::Voldoet));
    assert!(verdicts(&check).contains(&("WGB-11", Verdict::Voldoet)));
    let unlike = Spend { same_need: Some(false), ..two };
    assert_eq!(ask(&unlike, &of, &nothing()).route.verdict, Verdict::MensBeslist);
    let three = Spend { route: Route::Drie, schools: None, found: Some(false), ..one(100) };
    let check = ask(&three, &of, &nothing());
    assert_eq!((check.route.rule, check.route.verdict), ("NIV-07", Verdict::VoldoetNiet));
    let found = Spend { found: Some(true), ..three };
    assert_eq!(ask(&found, &of, &nothing()).route.verdict, Verdict::Voldoet);
}

#[test]
fn without_a_plan_of_action_nothing_is_booked() {
    let check =
        ask(&Spend { plan: Some(false), ..one(100) }, &budgeted(Some(1_000), None), &nothing());
    let open: Vec<_> = check.open().map(|answer| (answer.rule, answer.verdict)).collect();
    assert_eq!(open, [("WGB-12", Verdict::VoldoetNiet)]);
}

#[test]
fn what_is_not_known_is_unknown() {
    let check = ask(&Spend::new(Money::euros(1), 2026, Route::Een), &heiloo(), &nothing());
    assert_eq!(check.route.verdict, Verdict::Onbekend);
    assert_eq!((check.before.budget, check.before.left(), check.after), (None, None, None));
    assert!(check.open().all(|answer| answer.verdict == Verdict::Onbekend));
}

#[test]
fn an_amount_below_at_and_above_what_is_left() {
    let of = budgeted(Some(5_000), Some(1_000));
    for (cents, after, short, from_frictions) in [
        (499_999, 1, None, None),
        (500_000, 0, None, None),
        (500_001, -1, Some(1), Some(Verdict::Voldoet)),
        (600_000, -100_000, Some(100_000), Some(Verdict::Voldoet)),
        (600_001, -100_001, Some(100_001), Some(Verdict::MensBeslist)),
    ] {
        let spend = Spend { amount: Money::cents(cents), necessary: Some(true), ..one(0) };
        let check = ask(&spend, &of, &nothing());
        assert_eq!(check.after, Some(Money::cents(after)));
        assert_eq!(check.short, short.map(Money::cents));
        let of_rule =
            |id: &str| check.rules.iter().find(|one| one.rule == id).map(|one| one.verdict);
        assert_eq!(of_rule("WGB-09"), from_frictions, "{cents}");
        // What is necessary is never refused, however little is left.
        let necessary = if after < 0 { Verdict::MensBeslist } else { Verdict::Voldoet };
        assert_eq!(of_rule("NIV-08"), Some(necessary));
    }
}

#[test]
fn a_decision_draws_on_the_budget_once_and_what_replaces_it_draws_instead() {
    let of = budgeted(Some(10_000), None);
    let mut agreed = nothing();
    let first = Decided::id(&subject("m1", "a"), 1);
    let spend = |euros| costing(decided("m1", "a", "2026-03-11", "Wij betalen."), one(euros));
    agreed.run(&decide(&first, spend(4_000))).unwrap();
    let spent = |agreed: &Afspraken| left(&of.view(), &register(&[agreed]), 2026).spent;
    assert_eq!(spent(&agreed), Money::euros(4_000));
    agreed.run(&decide(&first, spend(3_000))).unwrap();
    assert_eq!(spent(&agreed), Money::euros(3_000), "written anew it counts once");
    let instead = Decided { changes: Some(first.clone()), ..spend(2_500) };
    agreed.run(&decide("m2/a/1", instead)).unwrap();
    assert_eq!(spent(&agreed), Money::euros(2_500));
    agreed.run(&Command::Withdraw { id: "m2/a/1".into(), on: true }).unwrap();
    assert_eq!(spent(&agreed), Money::euros(3_000), "the first counts again");
    assert_eq!(left(&of.view(), &register(&[&agreed]), 2027).spent, Money::ZERO);
}

#[test]
fn replacing_a_decision_frees_its_amount_before_the_check() {
    let of = budgeted(Some(5_000), None);
    let mut agreed = nothing();
    agreed
        .run(&decide("m1/a/1", costing(decided("m1", "a", "2026-03-11", "Ja."), one(4_000))))
        .unwrap();
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day("2026-03-11"), Some("ppo-nk"), &parameters);
    let ask = |instead: Option<&str>| {
        check(&one(4_500), &of.view(), &register(&[&agreed]), instead, &context).unwrap().after
    };
    assert_eq!(ask(None), Some(Money::euros(-3_500)));
    assert_eq!(ask(Some("m1/a/1")), Some(Money::euros(500)));
}

#[test]
fn money_for_a_casus_is_decided_without_a_word_about_whom() {
    let mut agreed = nothing();
    let mut decision = costing(decided("m1", "c", "2026-03-11", ""), one(5_000));
    decision.subject.casus = true;
    agreed.run(&decide("m1/c/1", decision)).unwrap();
    let view = agreed.view();
    let words = view.decisions[0].decided.words(Lang::Nl);
    assert_eq!(words, "Inzet voor een casus, Route 1: één school, €\u{a0}5.000,00");
    assert_eq!(register(&[&agreed]).spent(2026), Money::euros(5_000));
}

#[test]
fn an_amount_of_nothing_or_less_is_no_decision_about_money() {
    let mut agreed = nothing();
    for (cents, refused) in [(-1, true), (0, true), (1, false)] {
        let spend = Spend { amount: Money::cents(cents), ..one(0) };
        let decision = costing(decided("m1", "a", "2026-03-11", "Ja."), spend);
        assert_eq!(agreed.run(&decide("m1/a/1", decision)).is_err(), refused, "{cents}");
    }
}
