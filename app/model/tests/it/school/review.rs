//! Every four years everything side by side: when the next is due, and what belongs to one.

use model::refused::Refused;
use model::typed::Kind;
use model::vergelijking::{Change, Command, Mark, Vergelijking, VergelijkingKind, watch};
use proptest::prelude::*;
use rules::rule::{Verdict, rule};

use super::support::{asked, copy, day, meet, session};

fn set(id: &str, change: Change) -> Command {
    Command::Set { id: id.into(), change }
}

fn begun(ids: &[&str]) -> Vergelijking {
    let mut of = Vergelijking::new(session(1)).unwrap();
    for id in ids {
        of.run(&Command::Begin { id: (*id).into() }).unwrap();
    }
    of
}

#[test]
fn the_next_comparison_is_due_four_years_after_the_last() {
    let mut of = begun(&["a", "b"]);
    let says = |of: &Vergelijking, on: &str| {
        let view = of.view();
        asked(on, |context| watch::due(&view, context).unwrap().answer.verdict)
    };
    assert_eq!(says(&of, "2026-03-12"), Verdict::Onbekend, "under way is not done");
    of.run(&set("a", Change::Done(Some(day("2022-09-12"))))).unwrap();
    of.run(&set("b", Change::Done(Some(day("2022-03-12"))))).unwrap();
    let done: Vec<_> = of.view().done().iter().map(|one| one.id.clone()).collect();
    assert_eq!(done, ["a", "b"], "the last first");
    of.run(&set("a", Change::Gone(true))).unwrap();
    // PPO-NK §11.3.2: once in four years.
    for (on, verdict) in [
        ("2026-03-11", Verdict::Voldoet),
        ("2026-03-12", Verdict::Voldoet),
        ("2026-03-13", Verdict::VoldoetNiet),
    ] {
        assert_eq!(says(&of, on), verdict, "{on}");
    }
    assert_eq!(of.run(&set("x", Change::Gone(true))), Err(Refused::Gone));
}

#[test]
fn a_comparison_is_done_on_a_day_that_was() {
    let today = day("2026-03-12");
    for (on, is_day) in [("2026-03-11", true), ("2026-03-12", true), ("2026-03-13", false)] {
        let change = Change::done(Some(day(on)), today);
        assert_eq!(change == Ok(Change::Done(Some(day(on)))), is_day, "{on}");
    }
    assert!(Change::done(None, today).is_err());
    // Written by a device whose clock was ahead: the rule says what is wrong with it.
    let mut of = begun(&["a"]);
    of.run(&set("a", Change::Done(Some(day("2026-03-13"))))).unwrap();
    let view = of.view();
    let says = asked("2026-03-12", |context| watch::due(&view, context).unwrap().answer.sentence);
    assert_eq!(says.nl, "Deze dag moet nog komen.");
}

#[test]
fn what_belongs_to_a_comparison_is_what_the_rules_ask() {
    for (id, marks) in
        [("BAS-05", &Mark::SOURCES[..]), ("SOP-07", &[Mark::Gewogen]), ("SOP-06", &Mark::TOLD)]
    {
        let rule = rule(id).unwrap();
        let fields: Vec<_> = rule.fields.iter().map(|field| field.name).collect();
        let words: Vec<_> = rule.fields.iter().map(|field| field.label.nl).collect();
        let slugs: Vec<_> = marks.iter().map(|mark| mark.slug()).collect();
        assert_eq!(fields, slugs);
        assert_eq!(words, marks.iter().map(|mark| mark.label().nl).collect::<Vec<_>>());
    }
    let mut of = begun(&["a"]);
    let verdicts = |of: &Vergelijking| {
        let view = of.view();
        asked("2026-03-12", |context| {
            let all = watch::of(view.under_way().unwrap(), context);
            all.into_iter().map(|one| one.answer.verdict).collect::<Vec<_>>()
        })
    };
    assert_eq!(verdicts(&of), [Verdict::Onbekend; 3], "what is not marked is no reproach");
    for mark in Mark::ALL {
        of.run(&set("a", Change::Mark { mark: *mark, on: true })).unwrap();
    }
    assert_eq!(verdicts(&of), [Verdict::Voldoet; 3]);
    of.undo().unwrap();
    assert_eq!(verdicts(&of), [Verdict::Voldoet, Verdict::Voldoet, Verdict::Onbekend]);
}

proptest! {
    #[test]
    fn two_who_write_down_the_same_comparison_see_the_same(
        mine in "[a-c]{0,6}", yours in "[d-f]{0,6}", mark in prop::sample::select(Mark::ALL),
    ) {
        let mut here = begun(&["a"]);
        let mut there = copy(&here, 2);
        let writes = |text: String| set("a", Change::Outcome { base: String::new(), text });
        let mut patched = here.view();
        patched.patch(&writes(mine.clone()));
        here.run(&writes(mine.clone())).unwrap();
        prop_assert_eq!(&patched, &here.view(), "what is typed shows as it will be written");
        there.run(&writes(yours.clone())).unwrap();
        there.run(&set("a", Change::Mark { mark, on: true })).unwrap();
        meet(&mut here, &mut there);
        let view = here.view();
        prop_assert_eq!(&view, &VergelijkingKind::read(there.document()));
        let one = view.under_way().unwrap();
        prop_assert!(one.outcome.contains(&mine) && one.outcome.contains(&yours));
        prop_assert!(one.marks.contains(&mark));
    }
}
