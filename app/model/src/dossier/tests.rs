//! What a dossier holds and what a parent's answer becomes in it, in the words of the school.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use chrono::NaiveDate;
use replica::document::Session;
use replica::id::DeviceId;
use replica::keys::DeviceKeys;
use replica::letter::{LetterLink, answer};

use super::*;
use crate::ouder::{self, Agreement, Answer, Choice, Language, Reply, Says, Sheet, Story, unhex};
use crate::refused::Refused;

pub(super) fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, number).unwrap()
}

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([4; 32])
}

pub(super) fn begun() -> Dossier {
    let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
    let mut dossier = Dossier::new(session).unwrap();
    let ask = |id: &str, question| Command::Ask {
        id: id.into(),
        question: Some(question),
        own: String::new(),
    };
    let parent = |id: &str, name: &str| Command::AddGuardian {
        id: id.into(),
        name: name.into(),
        relation: "ouder".into(),
    };
    for command in [
        Command::Start { name: "Noor".into(), school: "De Vlinder".into(), asker: "Anna".into() },
        ask("v1", ouder::Question::Blij),
        ask("v2", ouder::Question::Helpt),
        parent("o1", "Fatma"),
        parent("o2", "Emre"),
    ] {
        dossier.run(&command).unwrap();
    }
    dossier
}

pub(super) fn invite(dossier: &mut Dossier, guardian: &str) -> (Letter, Sheet, LetterLink) {
    dossier.run(&Command::Sees("Anna, intern begeleider".into())).unwrap();
    let made = invitation(&dossier.view(), "b1", guardian, day(20), day(30), &mut rng()).unwrap();
    dossier.run(&made.command).unwrap();
    let letter = dossier.view().letters.last().unwrap().clone();
    let link = LetterLink::read(&letter.link).unwrap();
    let sheet = Sheet::decode(&link.open(&made.sealed).unwrap()).unwrap();
    (letter, sheet, link)
}

pub(super) fn reply(dossier: &mut Dossier, says: Says) -> usize {
    let letter = dossier.view().letters.last().unwrap().clone();
    let link = LetterLink::read(&letter.link).unwrap();
    let sheet_key = DeviceKeys::from_bytes(&unhex::<64>(&letter.keys).unwrap());
    let words = Reply::new(day(22), 1, says).encode();
    let seed = dossier.view().told.len() + dossier.view().agreed.len();
    let mut chance = ChaCha20Rng::from_seed([seed as u8; 32]);
    let sealed = answer(sheet_key.public(), link.dropbox(), &words, &mut chance).unwrap();
    let commands = commands(heard(&dossier.view(), &letter, &[sealed]));
    for command in &commands {
        dossier.run(command).unwrap();
    }
    commands.len()
}

fn commands(all: Vec<Heard>) -> Vec<Command> {
    all.into_iter().flat_map(|one| one.commands).collect()
}

fn said(question: &str, words: &str, language: Language) -> Answer {
    Answer { question: question.into(), words: words.into(), language, ..Answer::default() }
}

#[test]
fn no_letter_goes_out_before_parents_can_know_who_sees_it() {
    let dossier = begun();
    let made = invitation(&dossier.view(), "b1", "o1", day(20), day(30), &mut rng());
    assert!(matches!(made, Err(Refused::NotPossible(_))));
}

#[test]
fn the_name_of_the_child_is_in_the_sealed_letter_and_not_in_its_link() {
    let mut dossier = begun();
    let (letter, sheet, _) = invite(&mut dossier, "o1");
    assert_eq!((&*sheet.child, &*sheet.guardian), ("Noor", "Fatma"));
    assert_eq!(sheet_in(&letter).as_ref(), Some(&sheet), "paper asks the same");
    assert!(!letter.link.contains("Noor") && !letter.sealed.contains("4e6f6f72"));
}

#[test]
fn the_school_sees_that_a_letter_was_opened_and_that_somebody_is_busy_and_never_the_draft() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let state = |dossier: &Dossier| dossier.view().letters[0].state(day(23));
    assert_eq!(state(&dossier), State::NotOpened);
    reply(&mut dossier, Says::Opened);
    assert_eq!(state(&dossier), State::Opened(day(22)));
    reply(&mut dossier, Says::Busy);
    assert_eq!(state(&dossier), State::Busy(day(22)));
    assert_eq!(reply(&mut dossier, Says::Busy), 0, "once is enough");
    assert!(dossier.view().told.is_empty());
    assert_eq!(dossier.view().letters[0].state(day(30)), State::Busy(day(22)));
}

#[test]
fn what_was_told_keeps_its_author_day_and_language_and_a_newer_text_stands_for_an_older() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let story =
        |words: &str| Story { answers: vec![said("v1", words, Language::Tr)], ..Story::default() };
    reply(&mut dossier, Says::Sent(story("Bahçede oynamak")));
    reply(&mut dossier, Says::Sent(story("Bahçede oynamak ve resim yapmak")));
    let rows = side_by_side(&dossier.view());
    assert_eq!(rows[0].cells.iter().map(|cell| cell.side).collect::<Vec<_>>(), Side::ALL);
    let parents = &rows[0].cells[1].texts;
    assert_eq!(parents.len(), 1);
    assert_eq!(parents[0].text, "Bahçede oynamak ve resim yapmak");
    assert_eq!((&*parents[0].author, parents[0].language), ("Fatma", Language::Tr));
    assert_eq!(parents[0].on, Some(day(22)));
    assert_eq!(dossier.view().told.len(), 2, "nothing that was told is lost");
    assert_eq!(rows[0].silent().collect::<Vec<_>>(), [Side::Kind, Side::School]);
}

pub(super) fn file(choice: Choice, plan: &str) -> String {
    let agreement = Agreement {
        choice,
        name: "Fatma",
        relation: "moeder",
        language: Language::Nl,
        on: day(22),
        time: "20:00",
        title: "Plan",
        plan,
        server: "",
    };
    agreement.file(&DeviceKeys::generate(&mut rng()))
}

pub(super) fn frozen() -> Dossier {
    let mut dossier = begun();
    let plan = NewPlan {
        title: "Plan".into(),
        parts: Vec::new(),
        text: "Elke dag lezen.".into(),
        on: day(21),
    };
    dossier.run(&Command::Freeze { id: "p1".into(), plan }).unwrap();
    invite(&mut dossier, "o1");
    dossier
}

#[test]
fn each_guardian_agrees_apart_and_a_withdrawal_counts() {
    let mut dossier = frozen();
    let eens = |choice| Says::Chose { choice, file: file(choice, "Elke dag lezen.") };
    reply(&mut dossier, eens(Choice::Eens));
    assert!(!dossier.view().all_agree("p1"), "the other parent said nothing yet");
    let paper = NewAgreement {
        guardian: "o2".into(),
        plan: "p1".into(),
        choice: Choice::Eens,
        name: "Emre".into(),
        on: day(23),
        way: Way::Papier,
        file: String::new(),
    };
    dossier.run(&Command::Agree { id: "k2".into(), agreement: Box::new(paper) }).unwrap();
    assert!(dossier.view().all_agree("p1"));
    reply(&mut dossier, eens(Choice::Ingetrokken));
    assert!(!dossier.view().all_agree("p1"));
    assert_eq!(dossier.view().agreed.len(), 3, "the history stays");
}

#[test]
fn an_agreement_to_another_text_is_refused() {
    let mut dossier = frozen();
    let made = NewAgreement {
        guardian: "o1".into(),
        plan: "p1".into(),
        choice: Choice::Eens,
        name: "Fatma".into(),
        on: day(22),
        way: Way::App,
        file: file(Choice::Eens, "Elke week lezen."),
    };
    let done = dossier.run(&Command::Agree { id: "k1".into(), agreement: Box::new(made) });
    assert!(matches!(done, Err(Refused::NotPossible(_))));
}

#[test]
fn a_new_receiver_waits_until_every_guardian_said_yes() {
    let mut dossier = begun();
    let propose = Command::Propose {
        id: "r1".into(),
        name: "Logopedist".into(),
        why: "Om mee te denken".into(),
        on: day(20),
    };
    dossier.run(&propose).unwrap();
    let may = |dossier: &Dossier| {
        let view = dossier.view();
        view.may_receive(&view.receivers[0])
    };
    let say = |guardian: &str, yes| Command::Allow {
        id: "r1".into(),
        guardian: guardian.into(),
        yes: Some(yes),
        on: day(21),
        way: Way::AanTafel,
    };
    dossier.run(&say("o1", true)).unwrap();
    assert!(!may(&dossier), "one of two");
    dossier.run(&say("o2", false)).unwrap();
    assert!(!may(&dossier), "a no of one parent is a no");
    dossier.run(&say("o2", true)).unwrap();
    assert!(may(&dossier));
    let (_, sheet, _) = invite(&mut dossier, "o1");
    assert_eq!(sheet.proposed[0].name, "Logopedist");
    reply(&mut dossier, Says::Allowed { receiver: "r1".into(), yes: false });
    assert!(!may(&dossier), "taken back from the phone");
    reply(&mut dossier, Says::Allowed { receiver: "r1".into(), yes: true });
    assert!(may(&dossier));
    dossier.run(&Command::Remove { id: "r1".into(), on: day(25) }).unwrap();
    assert!(!may(&dossier));
}

#[test]
fn a_letter_that_was_withdrawn_opens_nothing_any_more() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let change = LetterChange::Withdrawn(day(24));
    dossier.run(&Command::SetLetter { id: "b1".into(), change }).unwrap();
    let letter = dossier.view().letters[0].clone();
    assert_eq!(letter.state(day(24)), State::Withdrawn(day(24)));
    assert!(letter.keys.is_empty() && letter.sealed.is_empty() && !letter.is_open(day(24)));
}

#[test]
fn a_view_beside_the_schools_text_leaves_that_text_alone() {
    let mut dossier = begun();
    let told = NewTold {
        side: Side::School,
        question: "v1".into(),
        author: "Anna".into(),
        guardian: None,
        text: "Noor zit graag alleen.".into(),
        language: Language::Nl,
        pictures: Vec::new(),
        on: day(20),
        interpreter: None,
    };
    dossier.run(&Command::Tell { id: "t1".into(), told: Box::new(told) }).unwrap();
    let remark = Command::Remark {
        id: "t2".into(),
        about: "t1".into(),
        remark: Remark::Zienswijze,
        author: "Fatma".into(),
        guardian: Some("o1".into()),
        text: "Evde değil.".into(),
        language: Language::Tr,
        on: day(21),
    };
    dossier.run(&remark).unwrap();
    let view = dossier.view();
    assert_eq!(side_by_side(&view)[0].cells[2].texts[0].text, "Noor zit graag alleen.");
    assert_eq!(view.beside("t1").map(|one| &*one.text).collect::<Vec<_>>(), ["Evde değil."]);
    assert_eq!(view.beside("t1").next().unwrap().language, Language::Tr);
}

#[test]
fn a_reply_that_is_taken_in_twice_is_there_once() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let letter = dossier.view().letters[0].clone();
    let keys = DeviceKeys::from_bytes(&unhex::<64>(&letter.keys).unwrap());
    let story = Story { answers: vec![said("v1", "Tekenen", Language::Nl)], ..Story::default() };
    let words = Reply::new(day(22), 1, Says::Sent(story)).encode();
    let dropbox = unhex::<16>(&letter.dropbox).unwrap();
    let sealed = answer(keys.public(), &dropbox, &words, &mut rng()).unwrap();
    for _ in 0..2 {
        for command in commands(heard(&dossier.view(), &letter, std::slice::from_ref(&sealed))) {
            let _ = dossier.run(&command);
        }
    }
    assert_eq!(dossier.view().told.len(), 1);
}

#[test]
fn the_law_is_told_what_is_written_down_and_nothing_about_the_rest() {
    use rules::parameter::Parameters;
    use rules::rule::{Context, Verdict};
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day(26), None, &parameters);
    let verdict = |dossier: &Dossier, rule| {
        let all = watch::watch(&dossier.view(), &context);
        all.iter().find(|one| one.answer.rule == rule).map(|one| one.answer.verdict)
    };
    let mut dossier = frozen();
    for rule in ["L-11", "L-12", "L-13", "L-14", "L-15"] {
        assert_eq!(verdict(&dossier, rule), Some(Verdict::Onbekend), "{rule}");
    }
    let hear = |id: &str, on| {
        let hearing = NewHearing {
            moment: Moment::Opstellen,
            on: day(on),
            way: "Tekenen".into(),
            help: "De juf erbij".into(),
            done_with: "Noor zit nu voorin".into(),
        };
        Command::Hear { id: id.into(), hearing: Box::new(hearing) }
    };
    dossier.run(&hear("g0", 22)).unwrap();
    assert_eq!(verdict(&dossier, "L-14"), Some(Verdict::Onbekend), "after the plan was frozen");
    dossier.run(&hear("g1", 21)).unwrap();
    assert_eq!(verdict(&dossier, "L-14"), Some(Verdict::Voldoet));
}

#[test]
fn the_next_step_is_one_and_follows_what_is_there() {
    let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
    let empty = Dossier::new(session).unwrap();
    assert_eq!(next(&empty.view(), day(20)), Next::AddGuardian);
    let mut dossier = begun();
    assert_eq!(next(&dossier.view(), day(20)), Next::SayWhoSees);
    invite(&mut dossier, "o1");
    assert_eq!(next(&dossier.view(), day(20)), Next::Wait);
    let call = Some(ouder::Call { phone: "06 1".into() });
    let answers = vec![said("v1", "Tekenen", Language::Nl)];
    reply(&mut dossier, Says::Sent(Story { answers, call, interpreter: None }));
    assert_eq!(next(&dossier.view(), day(23)), Next::Call);
    let change = LetterChange::Called(day(23));
    dossier.run(&Command::SetLetter { id: "b1".into(), change }).unwrap();
    assert_eq!(next(&dossier.view(), day(23)), Next::HearOthers);
}

#[test]
fn what_a_parent_said_last_counts_in_whatever_order_the_box_gives_it() {
    let mut dossier = begun();
    let propose = Command::Propose {
        id: "r1".into(),
        name: "Logopedist".into(),
        why: String::new(),
        on: day(20),
    };
    dossier.run(&propose).unwrap();
    invite(&mut dossier, "o1");
    let letter = dossier.view().letters[0].clone();
    let keys = DeviceKeys::from_bytes(&unhex::<64>(&letter.keys).unwrap());
    let dropbox = unhex::<16>(&letter.dropbox).unwrap();
    let mut chance = rng();
    let mut say = |number, yes| {
        let says = Says::Allowed { receiver: "r1".into(), yes };
        let words = Reply::new(day(22), number, says).encode();
        answer(keys.public(), &dropbox, &words, &mut chance).unwrap()
    };
    let mut all = vec![say(1, true), say(2, false)];
    for _ in 0..2 {
        for command in commands(heard(&dossier.view(), &letter, &all)) {
            dossier.run(&command).unwrap();
        }
        assert_eq!(dossier.view().receivers[0].answers.get("o1"), Some(&false));
        all.reverse();
    }
}

/// Somebody is proposed, there is a letter to the first parent, and this is what its phone says about it.
fn proposed(dossier: &mut Dossier) -> impl FnMut(u32, Says) -> Vec<u8> + use<> {
    let (id, name) = ("r1".into(), "Logopedist".into());
    dossier.run(&Command::Propose { id, name, why: String::new(), on: day(20) }).unwrap();
    invite(dossier, "o1");
    let letter = dossier.view().letters[0].clone();
    let keys = DeviceKeys::from_bytes(&unhex::<64>(&letter.keys).unwrap());
    let dropbox = unhex::<16>(&letter.dropbox).unwrap();
    let mut chance = rng();
    move |number, says| {
        let words = Reply::new(day(22), number, says).encode();
        answer(keys.public(), &dropbox, &words, &mut chance).unwrap()
    }
}

/// One look into the box: what may go from it, and how much was written.
fn look(dossier: &mut Dossier, sealed: &[Vec<u8>]) -> (Vec<usize>, usize) {
    let (view, mut written) = (dossier.view(), 0);
    let done = take_in(&view, &view.letters[0], sealed, |command| {
        let outcome = dossier.run(command);
        written += usize::from(outcome.as_ref().is_ok_and(|change| change.update.is_some()));
        outcome.map_or_else(|refused| refused.is_settled(), |_| true)
    });
    (done, written)
}

#[test]
fn a_box_that_could_not_be_cleared_yet_writes_nothing_more_and_nothing_over() {
    let mut dossier = begun();
    let mut say = proposed(&mut dossier);
    let says = |yes| Says::Allowed { receiver: "r1".into(), yes };
    let all = [say(1, says(true)), say(2, says(false))];
    look(&mut dossier, &all);
    let said = |dossier: &Dossier| dossier.view().receivers[0].answers.get("o1").copied();
    assert_eq!(said(&dossier), Some(false));
    assert_eq!(look(&mut dossier, &all), (vec![0, 1], 0));
    // Said at the table since.
    let (id, guardian) = ("r1".into(), "o1".into());
    let (yes, way) = (Some(true), Way::AanTafel);
    dossier.run(&Command::Allow { id, guardian, yes, on: day(23), way }).unwrap();
    look(&mut dossier, &all);
    assert_eq!(said(&dossier), Some(true));
}

#[test]
fn what_cannot_be_written_or_read_yet_stays_in_the_box() {
    let mut dossier = begun();
    let mut say = proposed(&mut dossier);
    let receipt = say(1, Says::Received { receipt: "van een keuze die er niet is".into() });
    let all = [receipt, b"van een latere versie".to_vec(), say(2, Says::Opened)];
    assert_eq!(look(&mut dossier, &all).0, [2]);
    let view = dossier.view();
    let refused = take_in(&view, &view.letters[0], &[say(3, Says::Busy)], |_| false);
    assert_eq!(refused, Vec::<usize>::new());
}
