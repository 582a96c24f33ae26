//! What comes in later than it was said, and what may not be taken back or written over.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use replica::keys::DeviceKeys;
use replica::letter::answer;
use rules::parameter::Parameters;
use rules::rule::{Context, Verdict};

use super::tests::{begun, day, frozen, invite};
use super::tests_seeing::{propose, say};
use super::*;
use crate::ouder::{Agreement, Choice, Language, Reply, Says, unhex};
use crate::refused::Refused;

/// A choice about the plan as the device with this seed signs it.
fn signed(choice: Choice, on: u32, device: u8) -> String {
    let agreement = Agreement {
        choice,
        name: "Fatma",
        relation: "moeder",
        language: Language::Nl,
        on: day(on),
        time: "20:00",
        title: "Plan",
        plan: "Elke dag lezen.",
        server: "",
    };
    agreement.file(&DeviceKeys::generate(&mut ChaCha20Rng::from_seed([device; 32])))
}

/// What the phone with this letter says.
fn says(dossier: &Dossier, on: u32, number: u32, says: Says) -> Vec<u8> {
    let letter = &dossier.view().letters[0];
    let keys = DeviceKeys::from_bytes(&unhex::<64>(&letter.keys).unwrap());
    let dropbox = unhex::<16>(&letter.dropbox).unwrap();
    let words = Reply::new(day(on), number, says).encode();
    let mut chance = ChaCha20Rng::from_seed([number as u8; 32]);
    answer(keys.public(), &dropbox, &words, &mut chance).unwrap()
}

fn chose(dossier: &Dossier, choice: Choice, on: u32, number: u32) -> Vec<u8> {
    says(dossier, on, number, Says::Chose { choice, file: signed(choice, on, 4) })
}

fn comes_in(dossier: &mut Dossier, sealed: &[Vec<u8>]) {
    let view = dossier.view();
    let done = take_in(&view, &view.letters[0], sealed, |command| dossier.note(command).is_ok());
    assert_eq!(done.len(), sealed.len());
}

fn on_paper(dossier: &mut Dossier, id: &str, guardian: &str, choice: Choice, on: u32) {
    let agreement = NewAgreement {
        guardian: guardian.into(),
        plan: "p1".into(),
        choice,
        name: guardian.into(),
        on: day(on),
        way: Way::Papier,
        file: String::new(),
    };
    dossier.run(&Command::Agree { id: id.into(), agreement: Box::new(agreement) }).unwrap();
}

fn stands(dossier: &Dossier) -> Option<Choice> {
    dossier.view().standings("p1")[0].last.clone()?.choice
}

#[test]
fn a_yes_that_was_long_under_way_does_not_write_over_a_later_no_on_paper() {
    let mut dossier = frozen();
    on_paper(&mut dossier, "k2", "o2", Choice::Eens, 21);
    on_paper(&mut dossier, "k1", "o1", Choice::NietEens, 23);
    let late = chose(&dossier, Choice::Eens, 22, 1);
    comes_in(&mut dossier, &[late]);
    assert_eq!(stands(&dossier), Some(Choice::NietEens));
    assert!(!dossier.view().all_agree("p1"));
    let again = chose(&dossier, Choice::Eens, 24, 2);
    comes_in(&mut dossier, &[again]);
    assert!(dossier.view().all_agree("p1"), "a yes of a later day counts");
}

#[test]
fn a_withdrawal_counts_after_the_clock_of_the_phone_was_set_right() {
    let mut dossier = frozen();
    let all = [chose(&dossier, Choice::Eens, 29, 1), chose(&dossier, Choice::Ingetrokken, 22, 2)];
    comes_in(&mut dossier, &all);
    assert_eq!(stands(&dossier), Some(Choice::Ingetrokken));
}

#[test]
fn a_no_of_a_phone_whose_clock_is_behind_is_not_lost_after_a_yes_on_paper() {
    let mut dossier = frozen();
    on_paper(&mut dossier, "k1", "o1", Choice::Eens, 24);
    let late = chose(&dossier, Choice::NietEens, 22, 1);
    comes_in(&mut dossier, &[late]);
    assert_eq!(stands(&dossier), Some(Choice::NietEens));
}

#[test]
fn what_a_parent_said_on_a_phone_stays_beside_what_the_school_wrote_down_after_it() {
    let mut dossier = begun();
    dossier.run(&propose()).unwrap();
    invite(&mut dossier, "o1");
    let no = says(&dossier, 22, 1, Says::Allowed { receiver: "r1".into(), yes: false });
    comes_in(&mut dossier, &[no]);
    let (id, guardian, yes) = ("r1".into(), "o1".into(), Some(true));
    let way = Way::AanTafel;
    dossier.run(&Command::Allow { id, guardian, yes, on: day(23), way }).unwrap();
    let view = dossier.view();
    let said = view.receivers[0].said_by("o1").map(|one| (one.yes, one.on, one.way));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            (Some(false), Some(day(22)), Some(Way::App)),
            (Some(true), Some(day(23)), Some(Way::AanTafel))
        ]
    );
    assert_eq!(view.receivers[0].answers.get("o1"), Some(&true), "the last one counts");
    let log = crate::gelezen::View::default();
    let sounds = std::collections::BTreeMap::new();
    let sticker = |_| ("", "");
    let (guardian, today, with_others) = ("o1", day(24), false);
    let page = crate::out::inzage::Inzage {
        view: &view,
        log: &log,
        guardian,
        with_others,
        today,
        sounds: &sounds,
        sticker,
    };
    let page = page.page();
    let on = |number| rules::notation::date(day(number), rules::text::Lang::Nl);
    for (answer, number, way) in
        [("nee", 22, "Op een eigen telefoon"), ("ja", 23, "Samen aan tafel")]
    {
        let says = format!("u zei {answer} op {} ({way})", on(number));
        assert!(page.contains(&says), "{says} in {page}");
    }
}

#[test]
fn a_yes_that_was_long_under_way_lets_nobody_in_after_a_later_no_at_the_table() {
    let mut dossier = begun();
    dossier.run(&propose()).unwrap();
    invite(&mut dossier, "o1");
    dossier.run(&say("o2", true)).unwrap();
    let (id, guardian, way) = ("r1".into(), "o1".into(), Way::AanTafel);
    dossier.run(&Command::Allow { id, guardian, yes: Some(false), on: day(23), way }).unwrap();
    let late = says(&dossier, 22, 1, Says::Allowed { receiver: "r1".into(), yes: true });
    comes_in(&mut dossier, &[late]);
    let view = dossier.view();
    assert_eq!(view.receivers[0].answers.get("o1"), Some(&false));
    assert!(!view.may_receive(&view.receivers[0]));
    assert_eq!(view.receivers[0].said_by("o1").count(), 2, "and the yes is kept");
}

#[test]
fn an_answer_of_an_earlier_version_still_counts_and_comes_first() {
    let mut dossier = begun();
    dossier.run(&propose()).unwrap();
    dossier
        .document
        .edit(|to| {
            let place = replica::document::Place::item(super::layout::RECEIVERS, "r1");
            to.set(&place, &super::layout::yes("o1"), true)?;
            to.set(&place, &super::layout::said_on("o1"), day(20).to_string())
        })
        .unwrap();
    assert_eq!(dossier.view().receivers[0].answers.get("o1"), Some(&true));
    dossier.run(&say("o1", false)).unwrap();
    let view = dossier.view();
    assert_eq!(view.receivers[0].answers.get("o1"), Some(&false));
    let said = view.receivers[0].said_by("o1").map(|one| (one.yes, one.way)).collect::<Vec<_>>();
    assert_eq!(said, [(Some(true), None), (Some(false), Some(Way::AanTafel))]);
}

#[test]
fn a_parent_who_does_not_take_part_any_more_has_no_open_letter_and_stays_to_be_seen() {
    let mut dossier = frozen();
    let no = chose(&dossier, Choice::NietEens, 22, 1);
    comes_in(&mut dossier, &[no]);
    on_paper(&mut dossier, "k2", "o2", Choice::Eens, 23);
    dossier.note(&dossier.view().leaves("o1", day(24))).unwrap();
    let view = dossier.view();
    assert_eq!(view.letters[0].state(day(24)), State::Withdrawn(day(24)));
    let all = view.all_standings("p1");
    let who = all.iter().map(|one| (&*one.guardian.name, one.guardian.gone));
    assert_eq!(who.collect::<Vec<_>>(), [("Fatma", true), ("Emre", false)]);
    assert_eq!(view.standings("p1").len(), 1);
}

#[test]
fn a_link_that_somebody_read_who_is_out_again_is_known_outside() {
    let mut dossier = begun();
    for command in [propose(), say("o1", true), say("o2", true)] {
        dossier.run(&command).unwrap();
    }
    invite(&mut dossier, "o1");
    let known = |dossier: &Dossier| {
        let view = dossier.view();
        view.is_known_outside(&view.letters[0])
    };
    let access = Access::In { device: "cd".into(), on: day(21) };
    dossier.run(&Command::Access { id: "r1".into(), access }).unwrap();
    assert!(!known(&dossier), "still inside");
    dossier.run(&Command::Remove { id: "r1".into(), on: day(19) }).unwrap();
    assert!(!known(&dossier), "out before the letter was made");
    let mut dossier = begun();
    for command in [propose(), say("o1", true), say("o2", true)] {
        dossier.run(&command).unwrap();
    }
    invite(&mut dossier, "o1");
    let access = Access::In { device: "cd".into(), on: day(21) };
    dossier.run(&Command::Access { id: "r1".into(), access }).unwrap();
    dossier.run(&Command::Remove { id: "r1".into(), on: day(20) }).unwrap();
    assert!(known(&dossier));
}

/// What a rule of the law says.
fn verdict(dossier: &Dossier, rule: &str) -> Verdict {
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day(30), None, &parameters);
    let all = watch::watch(&dossier.view(), &context);
    all.iter().find(|one| one.answer.rule == rule).unwrap().answer.verdict
}

fn hear(dossier: &mut Dossier, id: &str, on: u32, done_with: &str) {
    let (way, help) = ("Tekenen".into(), "De juf erbij".into());
    let (moment, done_with) = (Moment::Opstellen, done_with.into());
    let hearing = NewHearing { moment, on: day(on), way, help, done_with };
    dossier.run(&Command::Hear { id: id.into(), hearing: Box::new(hearing) }).unwrap();
}

#[test]
fn a_next_plan_asks_that_the_child_is_heard_again() {
    let mut dossier = frozen();
    hear(&mut dossier, "g1", 20, "Noor zit nu voorin");
    assert_eq!(verdict(&dossier, "L-14"), Verdict::Voldoet);
    let text = "Elke week lezen.".into();
    let plan = NewPlan { title: "Plan 2".into(), parts: Vec::new(), text, on: day(25) };
    dossier.run(&Command::Freeze { id: "p2".into(), plan }).unwrap();
    assert_eq!(verdict(&dossier, "L-14"), Verdict::Onbekend);
    hear(&mut dossier, "g2", 26, "Te laat");
    assert_eq!(verdict(&dossier, "L-14"), Verdict::Onbekend);
    hear(&mut dossier, "g3", 24, "Noor leest nu met Sem");
    assert_eq!(verdict(&dossier, "L-14"), Verdict::Voldoet);
}

#[test]
fn what_was_done_with_it_can_be_explained_later_and_once() {
    let mut dossier = frozen();
    hear(&mut dossier, "g1", 20, "");
    assert_eq!(verdict(&dossier, "L-14"), Verdict::Onbekend);
    let explain = |done_with: &str| {
        let (id, done_with) = ("g1".into(), done_with.into());
        Command::Explain { id, done_with }
    };
    assert!(dossier.run(&explain(" ")).is_err());
    dossier.run(&explain("Noor zit nu voorin")).unwrap();
    assert_eq!(verdict(&dossier, "L-14"), Verdict::Voldoet);
    assert!(matches!(dossier.run(&explain("Toch niet")), Err(Refused::Exists)));
    assert_eq!(dossier.view().hearings[0].done_with, "Noor zit nu voorin");
}

#[test]
fn one_parent_who_does_not_agree_is_a_no_however_silent_the_other_is() {
    let mut dossier = frozen();
    assert_eq!(verdict(&dossier, "L-12"), Verdict::Onbekend);
    on_paper(&mut dossier, "k1", "o1", Choice::NietEens, 22);
    assert_ne!(verdict(&dossier, "L-12"), Verdict::Onbekend);
    on_paper(&mut dossier, "k2", "o1", Choice::Eens, 23);
    assert_eq!(verdict(&dossier, "L-12"), Verdict::Onbekend, "the other said nothing yet");
    on_paper(&mut dossier, "k3", "o2", Choice::Eens, 23);
    assert_eq!(verdict(&dossier, "L-12"), Verdict::Voldoet);
}

#[test]
fn what_is_being_written_is_kept_until_it_is_put_down() {
    let mut dossier = begun();
    let write = |text: &str| Command::Draft { field: "plan/tekst".into(), text: text.into() };
    let mut shown = dossier.view();
    shown.patch(&write("Elke dag"));
    assert_eq!(shown.drafts["plan/tekst"], "Elke dag", "while it is typed");
    dossier.run(&write("Elke dag lezen.")).unwrap();
    assert_eq!(dossier.view().drafts["plan/tekst"], "Elke dag lezen.");
    dossier.run(&write("")).unwrap();
    assert!(dossier.view().drafts.is_empty());
}

#[test]
fn a_dossier_reminds_outside_itself_without_a_name() {
    use crate::vandaag::{What, When, in_dossier};
    use replica::id::SpaceId;
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let space = SpaceId::from_bytes([7; 16]);
    let reminds = |dossier: &Dossier| in_dossier(space, &dossier.view(), day(24));
    assert_eq!(reminds(&dossier), None, "it is up to the parent");
    let answer = crate::ouder::Answer {
        question: "v1".into(),
        words: "Tekenen".into(),
        ..crate::ouder::Answer::default()
    };
    let call = Some(crate::ouder::Call { phone: "06 1".into() });
    let story = crate::ouder::Story { answers: vec![answer], call, interpreter: None };
    let sent = says(&dossier, 22, 1, Says::Sent(story));
    comes_in(&mut dossier, &[sent]);
    let one = reminds(&dossier).unwrap();
    assert_eq!((&one.what, one.when), (&What::Dossier(Next::Call), When::Today));
    assert_eq!(one.target.inside(), "/dossier/ouders");
    let written = format!("{one:?}");
    assert!(!written.contains("Noor") && !written.contains("Fatma") && !written.contains("06 1"));
    let change = LetterChange::Called(day(23));
    dossier.run(&Command::SetLetter { id: "b1".into(), change }).unwrap();
    let one = reminds(&dossier).unwrap();
    assert_eq!((one.what, one.when), (What::Dossier(Next::LookTogether), When::Open));
    let change = QuestionChange::Judged(Some(true));
    dossier.run(&Command::SetQuestion { id: "v1".into(), change }).unwrap();
    assert_eq!(reminds(&dossier), None, "looked at together");
    dossier.run(&Command::KeepUntil(Some(day(23)))).unwrap();
    assert_eq!(reminds(&dossier).unwrap().what, What::Dossier(Next::KeepEnds));
}

#[test]
fn parents_read_everybody_who_sees_it() {
    let mut dossier = begun();
    dossier.run(&Command::Sees("de juf van groep 5".into())).unwrap();
    assert_eq!(dossier.view().seers(), ["de juf van groep 5", "Anna"], "who asks reads it too");
    for command in [propose(), say("o1", true), say("o2", true)] {
        dossier.run(&command).unwrap();
    }
    let access = Access::In { device: "cd".into(), on: day(21) };
    dossier.run(&Command::Access { id: "r1".into(), access }).unwrap();
    dossier.run(&say("o2", false)).unwrap();
    let who = |dossier: &Dossier| dossier.view().seers().join(", ");
    assert_eq!(who(&dossier), "de juf van groep 5, Anna, Bram", "in until the access ends");
    dossier.run(&Command::Remove { id: "r1".into(), on: day(23) }).unwrap();
    assert_eq!(who(&dossier), "de juf van groep 5, Anna");
}
