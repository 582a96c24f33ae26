//! What a school offers: one form, one order, heard before it is adopted.

use model::aanbod::{Aanbod, Command, Need, Offer, Words, watch::watch};
use rules::rule::Verdict;

use super::support::{asked, day, offer};

fn set(need: Need, offer: Offer) -> Command {
    Command::SetOffer { need, offer: Some(offer) }
}

fn words(words: Words, text: &str) -> Command {
    Command::Write { words, base: String::new(), text: text.into() }
}

fn verdict(of: &Aanbod, id: &str) -> Verdict {
    let view = of.view();
    let found = asked("2026-06-01", |context| watch(&view, context));
    found.into_iter().find(|one| one.answer.rule == id).unwrap().answer.verdict
}

#[test]
fn every_school_is_read_in_the_same_order_whatever_it_filled_in_first() {
    let (mut one, mut other) = (offer(), offer());
    one.run(&set(Need::Taal, Offer::Zelf)).unwrap();
    one.run(&set(Need::Dyslexie, Offer::NogNiet)).unwrap();
    other.run(&set(Need::Dyslexie, Offer::Samen)).unwrap();
    let order = |of: &Aanbod| of.view().lines.iter().map(|line| line.need).collect::<Vec<_>>();
    assert_eq!(order(&one), order(&other));
    assert_eq!(order(&one), Need::ALL);
    let counted = model::aanbod::offers(one.document());
    assert!(Need::ALL.iter().all(|need| counted.get(need).copied() == one.view().offer(*need)));
    assert_eq!(one.view().offer(Need::Zien), None, "nothing said is unknown, not a no");
    assert!(Need::ALL.iter().all(|need| need.place().starts_with('§')));
}

#[test]
fn the_guide_is_in_order_when_everything_is_there_and_pupils_were_heard_first() {
    let mut of = offer();
    assert_eq!(verdict(&of, "L-28"), Verdict::Onbekend);
    for need in Need::ALL {
        of.run(&set(*need, Offer::NogNiet)).unwrap();
    }
    of.run(&words(Words::Basic, "Op elke school.")).unwrap();
    of.run(&words(Words::Influence, "Een stille hoek.")).unwrap();
    of.run(&Command::SetAdopted { on: Some(day("2025-09-15")) }).unwrap();
    assert_eq!(verdict(&of, "L-28"), Verdict::Onbekend, "nobody said whether pupils were heard");
    for (heard, expected) in [
        ("2025-09-14", Verdict::Voldoet),
        ("2025-09-15", Verdict::Voldoet),
        ("2025-09-16", Verdict::VoldoetNiet),
    ] {
        of.run(&Command::SetHeard { on: Some(day(heard)) }).unwrap();
        assert_eq!(verdict(&of, "L-28"), expected, "{heard}");
    }
    assert_eq!(verdict(&of, "SOP-01"), Verdict::Voldoet);
    assert_eq!(verdict(&of, "SOP-05"), Verdict::Onbekend);
    of.run(&Command::SetPublished { on: Some(day("2025-10-01")) }).unwrap();
    assert_eq!(verdict(&of, "SOP-05"), Verdict::Voldoet);
}

#[test]
fn who_says_not_yet_answered_the_question() {
    let mut of = offer();
    let open = of.view().open().count();
    of.run(&set(Need::Gebouw, Offer::NogNiet)).unwrap();
    assert_eq!(of.view().open().count(), open - 1);
}
