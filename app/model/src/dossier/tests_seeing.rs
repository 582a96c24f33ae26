//! Who gets access to a dossier, and what comes back from the server about a choice.

use std::collections::BTreeMap;

use replica::id::sha256;
use replica::keys::DeviceKeys;
use replica::letter::sign_arrival;
use rules::parameter::Parameters;
use rules::rule::{Context, Verdict};

use super::tests::{begun, day, file, frozen, invite, reply};
use super::*;
use crate::ouder::{Choice, Receipt, Says};
use crate::refused::Refused;

pub(super) fn propose() -> Command {
    Command::Propose { id: "r1".into(), name: "Bram".into(), why: "Denkt mee".into(), on: day(20) }
}

pub(super) fn say(guardian: &str, yes: bool) -> Command {
    let (id, guardian) = ("r1".into(), guardian.into());
    Command::Allow { id, guardian, yes: Some(yes), on: day(21), way: Way::AanTafel }
}

pub(super) fn invited() -> Command {
    Command::Access { id: "r1".into(), access: Access::Invited("ab".into()) }
}

#[test]
fn nobody_gets_access_before_every_parent_said_yes() {
    let mut dossier = begun();
    dossier.run(&propose()).unwrap();
    assert!(matches!(dossier.run(&invited()), Err(Refused::NotPossible(_))));
    dossier.run(&say("o1", true)).unwrap();
    assert!(matches!(dossier.run(&invited()), Err(Refused::NotPossible(_))));
    dossier.run(&say("o2", true)).unwrap();
    dossier.run(&invited()).unwrap();
    assert_eq!(dossier.view().receivers[0].invited.as_deref(), Some("ab"));
}

#[test]
fn an_invitation_that_nobody_wrote_down_is_for_nobody() {
    let mut dossier = begun();
    for command in [propose(), say("o1", true), say("o2", true), invited()] {
        dossier.run(&command).unwrap();
    }
    dossier.note(&Command::InviteOwn { invite: "ef".into() }).unwrap();
    let comes = |dossier: &Dossier, invite| dossier.view().comes_by(invite);
    assert_eq!(comes(&dossier, "ab"), Comes::Somebody);
    assert_eq!(comes(&dossier, "ef"), Comes::OwnDevice);
    assert_eq!(comes(&dossier, "cd"), Comes::Nobody);
    dossier.run(&say("o2", false)).unwrap();
    assert_eq!(comes(&dossier, "ab"), Comes::Nobody);
}

#[test]
fn a_yes_that_is_taken_back_is_the_next_thing_to_do_until_the_access_ends() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    for command in [propose(), say("o1", true), say("o2", true), invited()] {
        dossier.run(&command).unwrap();
    }
    let access = Access::In { device: "cd".into(), on: day(21) };
    dossier.run(&Command::Access { id: "r1".into(), access }).unwrap();
    assert_ne!(next(&dossier.view(), day(22)), Next::EndAccess);
    dossier.run(&say("o2", false)).unwrap();
    assert_eq!(next(&dossier.view(), day(22)), Next::EndAccess);
    dossier.run(&Command::Remove { id: "r1".into(), on: day(23) }).unwrap();
    assert_ne!(next(&dossier.view(), day(23)), Next::EndAccess);
}

#[test]
fn an_open_invitation_must_go_once_a_yes_is_taken_back_and_who_came_in_after_the_end_has_to_leave()
{
    let mut dossier = begun();
    for command in [propose(), say("o1", true), say("o2", true), invited(), say("o2", false)] {
        dossier.run(&command).unwrap();
    }
    assert_eq!(dossier.view().must_go().count(), 1);
    dossier.run(&Command::Remove { id: "r1".into(), on: day(23) }).unwrap();
    assert_eq!(dossier.view().must_go().count(), 0);
    let access = Access::In { device: "cd".into(), on: day(23) };
    assert_eq!(must_leave(dossier.document()).len(), 0);
    dossier.note(&Command::Access { id: "r1".into(), access }).unwrap();
    assert_eq!(
        (dossier.view().must_go().count(), must_leave(dossier.document())),
        (0, vec!["cd".to_owned()])
    );
    dossier.undo().unwrap();
    assert_eq!(must_leave(dossier.document()).len(), 1, "no undo brings keys back");
}

#[test]
fn what_a_parent_says_from_the_phone_is_not_taken_back_by_an_undo_of_the_school() {
    let mut dossier = begun();
    dossier.run(&propose()).unwrap();
    dossier.run(&Command::Phone("06 1".into())).unwrap();
    dossier.note(&say("o1", false)).unwrap();
    dossier.undo().unwrap();
    let view = dossier.view();
    assert_eq!(view.receivers[0].answers.get("o1"), Some(&false));
    assert_eq!(view.phone, "");
}

#[test]
fn once_parents_were_told_who_sees_it_the_list_only_gets_shorter() {
    let mut dossier = begun();
    dossier.run(&Command::Sees("Anna\nde juf".into())).unwrap();
    invitation_for(&mut dossier);
    let more = dossier.run(&Command::Sees("Anna\nde juf\nBram".into()));
    assert!(matches!(more, Err(Refused::NotPossible(_))));
    dossier.run(&Command::Sees("Anna".into())).unwrap();
    for command in [propose(), say("o1", true), say("o2", true)] {
        dossier.run(&command).unwrap();
    }
    assert_eq!(dossier.view().seers(), ["Anna", "Bram"]);
}

#[test]
fn a_letter_that_was_withdrawn_told_somebody_only_when_it_was_opened() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let withdraw = LetterChange::Withdrawn(day(21));
    dossier.run(&Command::SetLetter { id: "b1".into(), change: withdraw }).unwrap();
    assert!(!dossier.view().were_told(), "never read");
    let opened = LetterChange::Opened(day(21));
    dossier.run(&Command::SetLetter { id: "b1".into(), change: opened }).unwrap();
    assert!(dossier.view().were_told());
}

#[test]
fn a_plan_is_there_from_the_first_yes_of_the_last_parent() {
    let mut dossier = frozen();
    for (id, guardian, on) in [("k1", "o1", 22), ("k2", "o2", 23), ("k3", "o1", 25)] {
        let agreement = NewAgreement {
            guardian: guardian.into(),
            plan: "p1".into(),
            choice: Choice::Eens,
            name: guardian.into(),
            on: day(on),
            way: Way::Papier,
            file: String::new(),
        };
        let agree = Command::Agree { id: id.into(), agreement: Box::new(agreement) };
        dossier.run(&agree).unwrap();
    }
    assert_eq!(dossier.view().adopted(), Some(day(23)));
}

fn invitation_for(dossier: &mut Dossier) {
    use chacha20::rand_core::SeedableRng;
    let mut rng = chacha20::ChaCha20Rng::from_seed([4; 32]);
    let made = invitation(&dossier.view(), "b1", "o1", day(20), day(30), &mut rng).unwrap();
    dossier.run(&made.command).unwrap();
}

#[test]
fn the_receipt_of_the_server_lands_at_its_own_choice_and_at_no_other() {
    let mut dossier = frozen();
    let signed = file(Choice::Eens, "Elke dag lezen.");
    let server = DeviceKeys::from_bytes(&[9; 64]);
    let mut key = [0; 32];
    key.copy_from_slice(&server.public().bytes()[..32]);
    let lines = |of: &str| {
        let by = sign_arrival(&server, &sha256(of.as_bytes()), 9);
        Receipt { at: 9, key, by }.lines()
    };
    reply(&mut dossier, Says::Chose { choice: Choice::Eens, file: signed.clone() });
    let other = Command::Receive { receipt: lines("iets anders") };
    assert!(matches!(dossier.run(&other), Err(Refused::NotPossible(_))));
    reply(&mut dossier, Says::Received { receipt: lines(&signed) });
    let existed = chrono::NaiveDate::from_ymd_opt(1970, 1, 1);
    assert_eq!(dossier.view().agreed[0].existed(), existed);
}

#[test]
fn the_plan_says_each_question_with_its_answer_and_the_rules_of_the_region_read_them() {
    let mut dossier = begun();
    let mut parts = vec![String::new(); Part::ALL.len()];
    parts[0] = "Lezen kost moeite.".into();
    let plan = NewPlan { title: "Plan".into(), parts, text: "Tot maart.".into(), on: day(21) };
    dossier.run(&Command::Freeze { id: "p1".into(), plan }).unwrap();
    assert_eq!(
        dossier.view().plan().unwrap().text,
        "Waar gaat het om?\nLezen kost moeite.\n\nTot maart."
    );
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day(21), Some("ppo-nk"), &parameters);
    let context = context.keeping();
    assert!(
        watch::of_plan(&dossier.view(), &context).is_empty(),
        "no region, no rules of a region"
    );
    dossier.run(&Command::Region("ppo-nk".into())).unwrap();
    dossier.run(&Command::Level(Some(2))).unwrap();
    let all = watch::of_plan(&dossier.view(), &context);
    let verdict =
        |rule: &str| all.iter().find(|one| one.answer.rule == rule).unwrap().answer.verdict;
    assert_eq!(verdict("TOP-02"), Verdict::Voldoet);
    assert_eq!(verdict("TOP-01"), Verdict::Onbekend, "four questions are not answered yet");
    assert_eq!(watch::of_seeing(&dossier.view(), false, &context).len(), 4);
    assert!(matches!(dossier.run(&Command::Level(Some(5))), Err(Refused::NotPossible(_))));
}

#[test]
fn a_parent_who_asks_gets_every_text_with_who_and_when_and_not_what_another_parent_told() {
    use crate::gelezen::{self, Gelezen};
    let mut dossier = frozen();
    let tell = |id: &str, side, guardian: Option<&str>, author: &str, text: &str| {
        let told = NewTold {
            side,
            question: "v1".into(),
            author: author.into(),
            guardian: guardian.map(str::to_owned),
            text: text.into(),
            language: crate::ouder::Language::Tr,
            pictures: Vec::new(),
            on: day(22),
            interpreter: None,
        };
        Command::Tell { id: id.into(), told: Box::new(told) }
    };
    for command in [
        tell("t1", Side::Ouders, Some("o1"), "Fatma", "Van buiten spelen <b>"),
        tell("t2", Side::Ouders, Some("o2"), "Emre", "Iets van Emre alleen"),
        tell("t3", Side::School, None, "Anna", "Zit graag vooraan"),
    ] {
        dossier.run(&command).unwrap();
    }
    let beside = |id: &str, about: &str, author: &str, guardian: Option<&str>, text: &str| {
        let (remark, guardian) = (Remark::Zienswijze, guardian.map(str::to_owned));
        let (id, about, author, text) = (id.into(), about.into(), author.into(), text.into());
        let language = crate::ouder::Language::Nl;
        Command::Remark { id, about, remark, author, guardian, text, language, on: day(22) }
    };
    let paper = NewAgreement {
        guardian: "o2".into(),
        plan: "p1".into(),
        choice: Choice::NietEens,
        name: "Emre".into(),
        on: day(23),
        way: Way::Papier,
        file: String::new(),
    };
    let mut only_emre = tell("t4", Side::Ouders, Some("o2"), "Emre", "Nog iets van Emre");
    if let Command::Tell { told, .. } = &mut only_emre {
        told.question = "v2".into();
    }
    for command in [
        only_emre,
        beside("r1", "t3", "Emre", Some("o2"), "Emre vindt van niet"),
        beside("r2", "t3", "Fatma", Some("o1"), "Fatma vindt van wel"),
        beside("r3", "t3", "vader", None, "Van wie is dit"),
        beside("r4", "t1", "Anna", None, "Anna zag het ook"),
        Command::Agree { id: "k2".into(), agreement: Box::new(paper) },
        Command::Level(Some(2)),
    ] {
        dossier.run(&command).unwrap();
    }
    let signed = file(Choice::Eens, "Elke dag lezen.");
    reply(&mut dossier, Says::Chose { choice: Choice::Eens, file: signed });
    let session =
        replica::document::Session { peer: 7, device: replica::id::DeviceId::from_bytes([7; 16]) };
    let mut log = Gelezen::new(session).unwrap();
    let saw = gelezen::Command::Saw { person: "a".into(), name: "Anna".into(), on: day(23) };
    log.run(&saw).unwrap();
    let (view, log) = (dossier.view(), log.view());
    let made = |with_others| inzage(&view, &log, with_others, &BTreeMap::new());
    let page = made(false);
    let on = |number| rules::notation::date(day(number), rules::text::Lang::Nl);
    for there in [
        "Van buiten spelen &lt;b&gt;",
        &format!("Fatma, {}, Turks", on(22)),
        "Zit graag vooraan",
        "Elke dag lezen.",
        "Ik ben het eens",
        &format!("{}: Anna", on(23)),
        "Handtekening van het apparaat",
    ] {
        assert!(page.contains(there), "{there}");
    }
    for there in ["Fatma vindt van wel", "Anna zag het ook", "Hier staat niets."] {
        assert!(page.contains(there), "{there}");
    }
    let of_another = ["Iets van Emre alleen", "Emre vindt van niet", "Van wie is dit", "Emre: "];
    for there in ["Niveau van ondersteuning: 2", "Wie u bent van uw kind: ouder"] {
        assert!(page.contains(there), "{there}");
    }
    for words in of_another {
        assert!(!page.contains(words) && made(true).contains(words), "{words}");
    }
    assert!(!page.contains(&view.letters[0].link), "no key and no link");
}

#[test]
fn what_a_parent_gets_addresses_them_with_u() {
    let (view, log) = (begun().view(), crate::gelezen::View::default());
    let page = inzage(&view, &log, false, &BTreeMap::new()).to_lowercase();
    let words: Vec<&str> = page.split(|letter: char| !letter.is_alphanumeric()).collect();
    assert!(words.contains(&"u"));
    let familiar = ["je", "jij", "jou", "jouw", "jullie"];
    assert!(!words.iter().any(|word| familiar.contains(word)));
}

fn inzage(
    view: &View,
    log: &crate::gelezen::View,
    with_others: bool,
    sounds: &BTreeMap<String, String>,
) -> String {
    let (guardian, today) = ("o1", day(24));
    let sticker = |_| ("M0 0h8", "M1 1h8");
    crate::out::inzage::Inzage { view, log, guardian, with_others, today, sounds, sticker }.page()
}

/// What the child drew beside its words.
fn draws(dossier: &mut Dossier, id: &str, words: &str, kept_back: bool) {
    use crate::tekening::drawing::{Drawing, Mark, Sticker};
    let told = NewTold {
        side: Side::Kind,
        question: "v1".into(),
        author: "Noor".into(),
        guardian: None,
        text: words.into(),
        language: crate::ouder::Language::Nl,
        pictures: Vec::new(),
        on: day(22),
        interpreter: None,
    };
    let mark = Mark::Sticker { sticker: Sticker::Hart, x: 800, y: 600 };
    let drawing = Drawing { marks: vec![mark] }.pack();
    let (id, told) = (id.into(), Box::new(told));
    dossier.run(&Command::TellDrawn { id, told, drawing, kept_back }).unwrap();
}

#[test]
fn a_parent_gets_the_drawing_of_the_child_and_not_the_one_that_the_child_keeps() {
    let mut dossier = begun();
    let log = crate::gelezen::View::default();
    draws(&mut dossier, "t1", "Mijn hoek", false);
    let page = inzage(&dossier.view(), &log, false, &BTreeMap::new());
    assert!(page.contains("aria-label=\"hart\"") && page.contains("Mijn hoek"), "{page}");
    assert!(!page.contains("voor zichzelf"));
    draws(&mut dossier, "t2", "Ons geheim", true);
    let page = inzage(&dossier.view(), &log, true, &BTreeMap::new());
    assert_eq!(page.matches("<svg viewBox=\"0 0 1600").count(), 1, "only the first");
    assert!(!page.contains("Ons geheim"), "the words beside it stay with it");
    assert!(page.contains("Uw kind wil die voor zichzelf houden."), "and it says so");
}

#[test]
fn a_parent_gets_the_own_recording_and_hears_when_it_is_not_here() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let spoken = crate::ouder::Spoken::of(&[1; 300], "audio/webm", 65);
    let answer = crate::ouder::Answer {
        question: "v1".into(),
        spoken: Some(spoken.clone()),
        ..crate::ouder::Answer::default()
    };
    let story = crate::ouder::Story { answers: vec![answer], ..crate::ouder::Story::default() };
    reply(&mut dossier, Says::Sent(story));
    let (view, log) = (dossier.view(), crate::gelezen::View::default());
    let page = inzage(&view, &log, false, &BTreeMap::new());
    assert!(
        page.contains("Een opname van 1:05.") && page.contains("Vraag de school om de opname.")
    );
    let here = BTreeMap::from([(spoken.id, "data:audio/webm;base64,AAAA".to_owned())]);
    let page = inzage(&view, &log, false, &here);
    assert!(page.contains("<audio controls src=\"data:audio/webm;base64,AAAA\">"));
}

#[test]
fn what_only_people_know_is_asked_so_that_its_rule_answers() {
    let mut dossier = begun();
    dossier.run(&Command::Region("ppo-nk".into())).unwrap();
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day(20), Some("ppo-nk"), &parameters).keeping();
    let verdict = |dossier: &Dossier, id: &str| {
        let view = dossier.view();
        let all = watch::watch(&view, &context).into_iter().chain(watch::of_plan(&view, &context));
        let mut all = all.chain(watch::of_seeing(&view, false, &context));
        all.find(|one| one.answer.rule == id).unwrap().answer.verdict
    };
    let know = |dossier: &mut Dossier, what, yes| {
        dossier.run(&Command::Know { what, yes: Some(yes) }).unwrap();
    };
    for (id, before, known) in [
        ("PRV-02", vec![], vec![Known::Reglement, Known::Rechten, Known::Klacht]),
        (
            "L-13",
            vec![Command::LookBack(Some(day(28)))],
            vec![Known::OudersTerug, Known::KindTerug],
        ),
    ] {
        before.iter().for_each(|command| drop(dossier.run(command).unwrap()));
        for what in known {
            assert_eq!(verdict(&dossier, id), Verdict::Onbekend, "{id} before {what:?}");
            know(&mut dossier, what, true);
        }
        assert_eq!(verdict(&dossier, id), Verdict::Voldoet, "{id}");
    }
    know(&mut dossier, Known::Klacht, false);
    assert_ne!(verdict(&dossier, "PRV-02"), Verdict::Voldoet);
    let told = |dossier: &mut Dossier, id: &str, side| {
        let told = NewTold {
            side,
            question: "v1".into(),
            author: "Anna".into(),
            guardian: (side == Side::Ouders).then(|| "o1".into()),
            text: "Zo gaat het.".into(),
            language: crate::ouder::Language::Nl,
            pictures: Vec::new(),
            on: day(20),
            interpreter: None,
        };
        dossier.run(&Command::Tell { id: id.into(), told: Box::new(told) }).unwrap();
    };
    for (id, side) in [("t1", Side::Kind), ("t2", Side::Ouders), ("t3", Side::School)] {
        told(&mut dossier, id, side);
    }
    dossier.run(&Command::Care(Some(true))).unwrap();
    assert_eq!(verdict(&dossier, "TOP-10"), Verdict::Onbekend, "nobody said whether care told");
    know(&mut dossier, Known::Zorg, true);
    assert_eq!(verdict(&dossier, "TOP-10"), Verdict::Voldoet);
    let page = inzage(&dossier.view(), &crate::gelezen::View::default(), false, &BTreeMap::new());
    assert!(page.contains("Kijken de ouders mee terug? Ja."));
}
