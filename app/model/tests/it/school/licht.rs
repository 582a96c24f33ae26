//! The money for light support: what was used, what is left, whether it worked, and the account.

use model::licht::watch::{account, of_use};
use model::licht::{Command, Licht, Purpose, UseChange};
use model::refused::Refused;
use rules::money::Money;
use rules::rule::{FieldKind, Verdict, rule};

use super::support::{asked, day, money};

fn add(id: &str, purpose: Purpose, euros: Option<i64>) -> Command {
    Command::Add {
        id: id.into(),
        purpose,
        what: format!("Inzet {id}"),
        amount: euros.map(Money::euros),
    }
}

fn set(id: &str, change: UseChange) -> Command {
    Command::Set { id: id.into(), change }
}

fn run(licht: &mut Licht, commands: &[Command]) {
    commands.iter().for_each(|command| {
        licht.run(command).unwrap();
    });
}

#[test]
fn what_is_left_is_unknown_while_one_amount_is() {
    let mut licht = money();
    run(
        &mut licht,
        &[
            Command::SetReceived { amount: Some(Money::euros(1_000)) },
            add("a", Purpose::Handen, Some(400)),
            add("b", Purpose::Arrangement, None),
        ],
    );
    assert_eq!((licht.view().used(), licht.view().left()), (None, None));
    run(&mut licht, &[set("b", UseChange::Amount(Some(Money::euros(600))))]);
    assert_eq!(licht.view().left(), Some(Money::ZERO));
    run(&mut licht, &[set("b", UseChange::Amount(Some(Money::cents(60_001))))]);
    assert_eq!(licht.view().left(), Some(Money::cents(-1)));
    run(&mut licht, &[set("b", UseChange::Gone(true))]);
    assert_eq!(licht.view().left(), Some(Money::euros(600)), "what was taken away does not count");
}

#[test]
fn every_purpose_of_the_plan_is_shown_also_without_money() {
    let mut licht = money();
    run(&mut licht, &[add("a", Purpose::Handen, Some(400)), add("b", Purpose::Handen, Some(1))]);
    let all = licht.view().by_purpose();
    assert_eq!(all.len(), Purpose::ALL.len());
    assert_eq!(all[3], (Purpose::Handen, Some(Money::euros(401))));
    assert_eq!(all[0], (Purpose::Professionalisering, Some(Money::ZERO)));
    let FieldKind::Choice(choices) = rule("BAS-07").unwrap().fields[0].kind else { panic!() };
    let names: Vec<_> = choices.iter().map(|choice| choice.name).collect();
    let purposes: Vec<_> = Purpose::ALL.iter().map(|purpose| purpose.slug()).collect();
    assert_eq!(names, purposes);
}

#[test]
fn an_amount_below_nothing_and_a_use_without_words_are_refused() {
    let mut licht = money();
    let refused = licht.run(&add("a", Purpose::Handen, Some(-1))).unwrap_err();
    assert!(matches!(refused, Refused::NotPossible(_)));
    let empty =
        Command::Add { id: "a".into(), purpose: Purpose::Handen, what: " ".into(), amount: None };
    assert_eq!(licht.run(&empty), Err(Refused::NoText));
    assert!(licht.view().uses.is_empty());
}

#[test]
fn an_arrangement_is_asked_whether_it_works_and_another_purpose_is_a_question() {
    let mut licht = money();
    run(&mut licht, &[add("a", Purpose::Arrangement, None), add("b", Purpose::Anders, None)]);
    let said = |licht: &Licht, at: usize| {
        let view = licht.view();
        asked("2026-06-01", |context| {
            let all = of_use(&view.uses[at], context).into_iter();
            all.map(|one| (one.answer.rule, one.answer.verdict)).collect::<Vec<_>>()
        })
    };
    assert_eq!(said(&licht, 0), [("BAS-07", Verdict::Voldoet), ("BAS-08", Verdict::MensBeslist)]);
    assert_eq!(said(&licht, 1), [("BAS-07", Verdict::MensBeslist)]);
    run(&mut licht, &[set("a", UseChange::Evaluated(Some(day("2026-06-02"))))]);
    assert_eq!(said(&licht, 0)[1].1, Verdict::MensBeslist, "the evaluation has still to come");
    run(&mut licht, &[set("a", UseChange::Evaluated(Some(day("2026-06-01"))))]);
    assert_eq!(said(&licht, 0)[1].1, Verdict::Onbekend, "nobody said whether it works");
    run(&mut licht, &[set("a", UseChange::Works(Some(true)))]);
    assert_eq!(said(&licht, 0)[1].1, Verdict::Voldoet);
}

#[test]
fn the_account_is_due_once_the_year_is_over() {
    let mut licht = money();
    let said = |licht: &Licht, on: &str| {
        let view = licht.view();
        asked(on, |context| account(&view, context).unwrap().answer.verdict)
    };
    assert_eq!(said(&licht, "2025-12-31"), Verdict::NietVanToepassing);
    assert_eq!(said(&licht, "2026-01-01"), Verdict::VoldoetNiet);
    run(&mut licht, &[Command::SetAccounted { on: Some(day("2026-05-20")) }]);
    assert_eq!(said(&licht, "2026-06-01"), Verdict::Voldoet);
}
