//! A parent who would rather tell it than write it, on the phone or at the table, and what a letter asks once that was said.

use super::tests::{begun, day, frozen, invite, reply};
use super::*;
use crate::ouder::{Answer, Call, Draft, Says, Sheet, Spoken, Story};

fn sheet_of(dossier: &Dossier) -> Sheet {
    let keys = replica::keys::DeviceKeys::from_bytes(&[7; 64]);
    sheet(&dossier.view(), "o1", &keys).unwrap()
}

/// "Weet ik niet, ik vertel het liever", at the second question, with a number.
fn rather() -> Draft {
    let mut draft = Draft { phone: "06 1234".into(), ..Draft::default() };
    draft.put(Answer { question: "v2".into(), rather_tell: true, ..Answer::default() });
    draft
}

fn numbered() -> impl FnMut() -> String {
    let mut number = 0;
    move || {
        number += 1;
        format!("t{number}")
    }
}

fn told_at_table(dossier: &mut Dossier, draft: &Draft) {
    dossier.run(&Command::Sees("Anna".into())).unwrap();
    let story = draft.story(&sheet_of(dossier));
    let all = at_table("o1", "Fatma", &story, day(22), &mut numbered());
    dossier.run(&Command::Together(all)).unwrap();
}

#[test]
fn a_call_that_is_asked_at_the_table_is_the_next_step_until_somebody_called() {
    let mut dossier = begun();
    told_at_table(&mut dossier, &rather());
    assert_eq!(dossier.view().guardian("o1").unwrap().call.as_deref(), Some("06 1234"));
    assert_eq!(next(&dossier.view(), day(22)), Next::Call);
    let called = |on| Command::SetGuardian { id: "o1".into(), change: GuardianChange::Called(on) };
    dossier.run(&called(day(23))).unwrap();
    assert_eq!(dossier.view().guardian("o1").unwrap().call, None);
    assert_ne!(next(&dossier.view(), day(23)), Next::Call);
    let again = GuardianChange::Call(String::new());
    dossier.run(&Command::SetGuardian { id: "o1".into(), change: again }).unwrap();
    assert_eq!(next(&dossier.view(), day(24)), Next::Call, "also without a number");
}

#[test]
fn which_question_a_parent_would_rather_tell_about_is_kept_and_is_no_answer_yet() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let sheet = sheet_of(&dossier);
    reply(&mut dossier, Says::Sent(rather().story(&sheet)));
    let rows = side_by_side(&dossier.view());
    assert!(rows[1].cells[1].texts[0].rather_tell);
    assert!(rows[1].silent().any(|side| side == Side::Ouders), "it still has to be told");
    assert_eq!(dossier.view().letters[0].call.as_deref(), Some("06 1234"));
}

#[test]
fn who_would_rather_tell_takes_nothing_back_of_what_was_said_and_may_say_both() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let mut said = Answer { question: "v2".into(), words: "Rust.".into(), ..Answer::default() };
    let story = |answer: &Answer| Story {
        answers: vec![answer.clone()],
        call: answer.rather_tell.then(|| Call { phone: String::new() }),
        ..Story::default()
    };
    reply(&mut dossier, Says::Sent(story(&said)));
    let later = rather().story(&sheet_of(&dossier));
    reply(&mut dossier, Says::Sent(later));
    let texts = side_by_side(&dossier.view())[1].cells[1].texts.clone();
    assert_eq!(texts[0].text, "Rust.");
    assert!(texts[1].is_still_to_tell());
    said.rather_tell = true;
    said.spoken = Some(Spoken::of(b"sound", "audio/webm", 3));
    reply(&mut dossier, Says::Sent(story(&said)));
    let texts = side_by_side(&dossier.view())[1].cells[1].texts.clone();
    assert_eq!(texts.len(), 1, "what was said last");
    assert!(texts[0].rather_tell && texts[0].spoken.is_some() && texts[0].text == "Rust.");
}

#[test]
fn a_letter_asks_what_was_not_told_yet_and_the_school_may_choose_otherwise() {
    let mut dossier = begun();
    assert!(
        Asks::possible(&dossier.view()).is_empty(),
        "without a plan there is nothing to choose"
    );
    assert_eq!(Asks::Plan.of(&dossier.view()).questions.len(), 2);
    dossier = frozen();
    let usual = |dossier: &Dossier| Asks::usual(&dossier.view(), "o1");
    assert_eq!(usual(&dossier), Asks::Alles);
    reply(&mut dossier, Says::Sent(Story::default()));
    assert_eq!(usual(&dossier), Asks::Plan, "who answered is not asked once more");
    assert_eq!(Asks::usual(&dossier.view(), "o2"), Asks::Alles);
    let keys = replica::keys::DeviceKeys::from_bytes(&[7; 64]);
    let asks = |asks: Asks| {
        let sheet = sheet(&asks.of(&dossier.view()), "o1", &keys).unwrap();
        (sheet.questions.len(), sheet.plan.is_some())
    };
    assert_eq!(asks(Asks::Alles), (2, true));
    assert_eq!(asks(Asks::Vragen), (2, false));
    assert_eq!(asks(Asks::Plan), (0, true));
}
