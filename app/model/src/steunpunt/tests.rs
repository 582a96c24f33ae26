//! What the Oudersteunpunt bundles points to no family.

use chrono::NaiveDate;
use replica::document::Session;
use replica::id::DeviceId;
use rules::parameter::Parameters;
use rules::rule::{Context, Verdict};

use super::*;
use crate::refused::Refused;

fn begun() -> Steunpunt {
    Steunpunt::new(Session { peer: 1, device: DeviceId::from_bytes([1; 16]) }).unwrap()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

#[test]
fn of_fewer_than_five_families_it_is_not_kept_how_many() {
    let tally = |families| {
        let mut year = begun();
        year.run(&Command::Count { theme: Theme::Wachten, families }).unwrap();
        let view = year.view();
        let found = view.themes.iter().find(|(theme, _)| *theme == Theme::Wachten);
        (found.unwrap().1, year.document().register(&layout::itself(), "thema:wachten"))
    };
    assert_eq!(tally(0).0, Tally::Nobody);
    assert_eq!(tally(1).0, Tally::Few);
    assert_eq!(tally(4).0, Tally::Few);
    assert_eq!(tally(5).0, Tally::Families(5));
    assert_eq!(tally(6).0, Tally::Families(6));
    assert_eq!(
        tally(1).1[0].value,
        tally(4).1[0].value,
        "what is written is the same for one and for four"
    );
    let refused = begun().run(&Command::Count { theme: Theme::Weg, families: -1 });
    assert!(matches!(refused, Err(Refused::NotPossible(_))));
}

#[test]
fn an_emptied_field_takes_away_the_number_that_stood_in_it_and_not_that_there_were_few() {
    assert_eq!(Tally::Few.typed(" "), Ok(None));
    assert_eq!(Tally::Few.typed("0"), Ok(Some(0)));
    assert_eq!(Tally::Families(7).typed(""), Ok(Some(0)));
    assert_eq!(Tally::Nobody.typed(" 6 "), Ok(Some(6)));
    assert!(Tally::Few.typed("zes").is_err());
}

#[test]
fn a_signal_is_written_only_after_somebody_looked_whether_a_family_is_in_it() {
    let mut year = begun();
    let signal = |nobody| Command::Signal {
        id: "s1".into(),
        text: "Ouders weten niet wie zij kunnen bellen.".into(),
        nobody,
        on: day(),
    };
    assert!(matches!(year.run(&signal(false)), Err(Refused::NotPossible(_))));
    year.run(&signal(true)).unwrap();
    assert_eq!(year.view().signals.len(), 1);
    year.run(&Command::TakeAway { id: "s1".into(), gone: true }).unwrap();
    assert!(year.view().signals.is_empty());
}

#[test]
fn the_rules_are_told_what_is_set_up_and_shared() {
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day(), Some("ppo-nk"), &parameters).keeping();
    let mut year = begun();
    let verdict = |year: &Steunpunt, rule: &str| {
        let all = watch(&year.view(), &context);
        all.into_iter().find(|one| one.answer.rule == rule).unwrap().answer.verdict
    };
    assert_eq!(verdict(&year, "OSP-01"), Verdict::Onbekend);
    for task in Task::ALL {
        year.run(&Command::SetTask { task: *task, is_there: Some(true) }).unwrap();
    }
    assert_eq!(verdict(&year, "OSP-01"), Verdict::Voldoet);
    assert_eq!(verdict(&year, "OSP-02"), Verdict::Onbekend);
    year.run(&Command::Count { theme: Theme::Weg, families: 7 }).unwrap();
    year.run(&Command::Shared(Some(day()))).unwrap();
    assert_eq!(verdict(&year, "OSP-02"), Verdict::Voldoet);
    assert_eq!(verdict(&year, "TOP-13"), Verdict::Voldoet);
    year.run(&Command::SetTask { task: Task::Steunen, is_there: Some(false) }).unwrap();
    assert_eq!(verdict(&year, "OSP-01"), Verdict::VoldoetNiet);
}
