//! What a parent is asked, tells and chooses, and the lint over every sentence that a parent reads.

use chrono::NaiveDate;
use replica::id::sha256;
use replica::keys::DeviceKeys;
use replica::letter::sign_arrival;

use super::*;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 26).unwrap()
}

fn keys() -> DeviceKeys {
    DeviceKeys::from_bytes(&[7; 64])
}

fn agreement(choice: Choice) -> String {
    agreement_at(choice, "")
}

/// By a device that knew this server.
fn agreement_at(choice: Choice, server: &str) -> String {
    let agreement = Agreement {
        choice,
        name: "Fatma Yılmaz",
        relation: "moeder",
        language: Language::Tr,
        on: day(),
        time: "19:20",
        title: "Plan van november",
        plan: "Noor leest elke dag tien minuten.\n\nWij kijken in maart.",
        server,
    };
    agreement.file(&keys())
}

#[test]
fn a_choice_that_was_not_touched_is_valid_and_says_who_chose_what() {
    let checked = Checked::of(&agreement(Choice::Eens)).unwrap();
    assert_eq!(
        (checked.choice.as_str(), checked.name.as_str()),
        ("Ik ben het eens", "Fatma Yılmaz")
    );
    assert_eq!(checked.language, "Türkçe");
    let windows = agreement(Choice::Eens).replace('\n', "\r\n");
    assert!(Checked::of(&windows).is_ok(), "ends of lines are not words");
}

#[test]
fn one_changed_letter_anywhere_makes_a_choice_invalid() {
    let file = agreement(Choice::NietEens);
    for (at, letter) in file.char_indices() {
        let end = at + letter.len_utf8();
        let other = if letter == 'x' { 'y' } else { 'x' };
        let changed = format!("{}{other}{}", &file[..at], &file[end..]);
        // The very last end of a line stands behind everything.
        if end < file.len() {
            assert!(Checked::of(&changed).is_err(), "letter {at} ({letter:?})");
        }
    }
    for (at, letter) in file.char_indices().filter(|(_, letter)| letter.is_ascii()) {
        // What reads as the same value to who is not strict: another case, a sign, a space.
        let case = if letter.is_ascii_lowercase() {
            letter.to_ascii_uppercase()
        } else {
            letter.to_ascii_lowercase()
        };
        for other in [case, '+', ' '].into_iter().filter(|other| *other != letter) {
            let changed = format!("{}{other}{}", &file[..at], &file[at + 1..]);
            // An empty line at the very end says nothing.
            if at + 1 < file.len() {
                assert!(Checked::of(&changed).is_err(), "letter {at} ({letter:?} to {other:?})");
            }
        }
    }
    let twice = file.replacen("Wij kijken in maart.", "Wij kijken in maart. Of later.", 1);
    assert_eq!(Checked::of(&twice), Err(BadAgreement::OtherPlan));
    let name = file.replacen("Fatma", "Fatima", 1);
    assert_eq!(Checked::of(&name), Err(BadAgreement::Changed));
}

fn receipt(file: &str) -> Receipt {
    let server = DeviceKeys::from_bytes(&[9; 64]);
    let mut key = [0; 32];
    key.copy_from_slice(&server.public().bytes()[..32]);
    let at = 1_795_680_845;
    Receipt { at, key, by: sign_arrival(&server, &sha256(file.as_bytes()), at) }
}

#[test]
fn a_receipt_says_when_a_choice_arrived_and_one_changed_letter_in_either_makes_the_whole_invalid() {
    let file = agreement(Choice::Eens);
    assert_eq!(Checked::of(&file).unwrap().receipt, None);
    let whole = with_receipt(&file, Some(&receipt(&file).lines()));
    let checked = Checked::of(&whole).unwrap();
    assert_eq!(checked.receipt.unwrap().when(), "2026-11-26 08:14:05 UTC");
    assert_eq!(checked.receipt.unwrap().day(), chrono::NaiveDate::from_ymd_opt(2026, 11, 26));
    for (at, letter) in whole.char_indices() {
        let end = at + letter.len_utf8();
        let other = if letter == 'x' { 'y' } else { 'x' };
        let changed = format!("{}{other}{}", &whole[..at], &whole[end..]);
        assert!(Checked::of(&changed).is_err(), "letter {at} ({letter:?})");
    }
    let of_another = with_receipt(&file, Some(&receipt("iets anders").lines()));
    assert_eq!(Checked::of(&of_another), Err(BadAgreement::BadReceipt));
}

#[test]
fn a_receipt_of_another_server_than_the_device_knew_does_not_count() {
    let known = receipt("").server();
    let file = agreement_at(Choice::Eens, &known);
    let whose = |lines: &str| Checked::of(&with_receipt(&file, Some(lines))).unwrap().whose;
    assert_eq!(whose(&receipt(&file).lines()), Some(Whose::Known));
    let other = DeviceKeys::from_bytes(&[8; 64]);
    let mut key = [0; 32];
    key.copy_from_slice(&other.public().bytes()[..32]);
    let by = sign_arrival(&other, &sha256(file.as_bytes()), 5);
    assert_eq!(whose(&Receipt { at: 5, key, by }.lines()), Some(Whose::Other));
    let changed = file.replacen(&known[..4], "0000", 1);
    assert_eq!(Checked::of(&changed), Err(BadAgreement::Changed), "which server is signed as well");
    assert_eq!(Checked::of(&file).unwrap().whose, None);
}

#[test]
fn a_choice_with_a_receipt_of_every_format_stays_readable() {
    let first = include_str!("../../tests/fixtures/keuze-ontvangst-1.txt");
    let second = include_str!("../../tests/fixtures/keuze-ontvangst-2.txt");
    for (file, word, whose) in
        [(first, "Aangekomen: ", Whose::Unsaid), (second, "Bestond op: ", Whose::Known)]
    {
        let checked = Checked::of(file).unwrap();
        assert!(file.contains(word));
        assert_eq!((checked.choice.as_str(), checked.whose), ("Ik ben het eens", Some(whose)));
        assert_eq!(checked.receipt.unwrap().when(), "2026-11-26 08:14:05 UTC");
    }
    let file = agreement_at(Choice::Eens, &receipt("").server());
    assert_eq!(with_receipt(&file, Some(&receipt(&file).lines())), second, "what is written now");
    assert!(!second.contains("Aangekomen"), "nobody knows that");
}

#[test]
fn a_name_cannot_smuggle_in_a_line() {
    let agreement = Agreement {
        choice: Choice::EerstPraten,
        name: "A\nKeuze: Ik ben het eens",
        relation: "",
        language: Language::Nl,
        on: day(),
        time: "08:00",
        title: "Plan",
        plan: "x",
        server: "",
    };
    let checked = Checked::of(&agreement.file(&keys())).unwrap();
    assert_eq!(checked.choice, "Ik wil eerst praten");
    assert_eq!(checked.name, "A Keuze: Ik ben het eens");
}

fn sheet(questions: usize) -> Sheet {
    let asked = |number: usize| Asked {
        id: number.to_string(),
        question: Question::ALL.get(number).copied(),
        own: String::new(),
    };
    Sheet {
        version: 1,
        school: "De Vlinder".into(),
        asker: "Anna".into(),
        phone: String::new(),
        child: "Noor".into(),
        guardian: "Fatma".into(),
        relation: "moeder".into(),
        questions: (0..questions).map(asked).collect(),
        sees: vec!["Anna".into()],
        keep: None,
        next: None,
        plan: None,
        proposed: Vec::new(),
        to: replica::id::hex(&keys().public().bytes()),
    }
}

#[test]
fn a_sheet_and_a_reply_read_back_and_a_later_one_is_left_alone() {
    let sheet = sheet(2);
    assert_eq!(Sheet::decode(&sheet.encode()), Some(sheet.clone()));
    assert!(sheet.to().is_some());
    assert_eq!(Sheet::decode(&Sheet { version: 2, ..sheet }.encode()), None);
    let reply = Reply::new(day(), 1, Says::Opened);
    assert_eq!(Reply::decode(&reply.encode()), Some(reply));
    assert_eq!(Reply::decode(b"{}"), None);
}

#[test]
fn one_question_a_page_and_a_change_goes_straight_back_to_the_check_page() {
    let sheet = sheet(2);
    let mut draft = Draft::default();
    let mut pages = Vec::new();
    while draft.step != Step::Done {
        draft.step = draft.next(&sheet);
        pages.push(draft.step);
    }
    let page = |place| Step::Question { place, from_check: false };
    assert_eq!(pages, [page(0), page(1), Step::Check, Step::Done]);
    assert_eq!(draft.back(&sheet), None, "what was sent is not taken back by going back");
    draft.step = Step::Question { place: 0, from_check: true };
    assert_eq!(draft.next(&sheet), Step::Check);
    for step in [Step::Allow { place: 1 }, Step::Plan] {
        draft.step = step;
        assert_eq!(
            draft.back(&sheet),
            Some(Step::Done),
            "what comes after sending goes back to it"
        );
    }
    draft.step = Step::Sign(Choice::Ingetrokken);
    assert_eq!(draft.back(&sheet), Some(Step::Chosen), "the choice that was made stands");
}

#[test]
fn a_choice_does_not_lock_a_parent_out_of_what_was_told_and_who_may_see_it() {
    let plan = Plan { id: "p1".into(), title: "Plan".into(), text: "x".into(), on: day() };
    let whole = Sheet { plan: Some(plan), ..sheet(2) };
    let mut draft = Draft { chosen: Some((Choice::Eens, String::new())), ..Draft::default() };
    draft.step = Step::Chosen;
    assert_eq!(draft.back(&whole), Some(Step::Done));
    draft.step = Step::Done;
    assert_eq!(draft.next(&whole), Step::Chosen, "and to the choice that stands again");
    draft.chosen = Some((Choice::Ingetrokken, String::new()));
    assert_eq!(draft.next(&whole), Step::Plan, "what was taken back is chosen anew");
}

#[test]
fn a_letter_with_a_plan_alone_asks_who_may_see_it_as_well() {
    let plan = Plan { id: "p1".into(), title: "Plan".into(), text: "x".into(), on: day() };
    let mut alone = Sheet { plan: Some(plan), ..sheet(0) };
    let mut draft = Draft::default();
    draft.step = draft.next(&alone);
    assert_eq!((draft.step, draft.back(&alone)), (Step::Plan, Some(Step::Start)));
    let one = Proposed { id: "r1".into(), name: "Bram".into(), why: String::new() };
    alone.proposed.push(one);
    assert_eq!(draft.back(&alone), Some(Step::Done), "there it is asked, without a choice as well");
    alone.proposed.clear();
    draft.chosen = Some((Choice::Eens, String::new()));
    assert_eq!(draft.back(&alone), Some(Step::Done));
}

#[test]
fn what_a_parent_is_to_the_child_is_as_that_parent_says() {
    let sheet = sheet(1);
    let mut draft = Draft::default();
    assert_eq!(draft.relation(&sheet), "moeder", "as the school wrote it");
    draft.relation = Some("tante".into());
    assert_eq!(draft.relation(&sheet), "tante");
    let before = String::from_utf8(Draft::default().encode()).unwrap();
    let before = before.replace("\"relation\":null,", "");
    assert_eq!(
        Draft::decode(before.as_bytes()),
        Some(Draft::default()),
        "kept by an earlier version"
    );
}

#[test]
fn another_language_keeps_the_answers_and_their_own_language() {
    let sheet = sheet(2);
    let mut draft = Draft { language: Language::Tr, ..Draft::default() };
    draft.adopt("0", "Dışarıda oynamak.");
    draft.language = Language::Nl;
    draft.adopt("1", "Luisteren.");
    draft.adopt("1", "Tekenen.");
    let story = draft.story(&sheet);
    let told: Vec<_> = story.answers.iter().map(|one| (&*one.words, one.language)).collect();
    assert_eq!(told, [("Dışarıda oynamak.", Language::Tr), ("Luisteren. Tekenen.", Language::Nl)]);
}

#[test]
fn who_would_rather_tell_asks_for_a_call_and_nothing_empty_is_sent() {
    let sheet = sheet(2);
    let mut draft = Draft { phone: " 06 1 ".into(), ..Draft::default() };
    assert!(draft.story(&sheet).answers.is_empty() && draft.story(&sheet).call.is_none());
    draft.put(Answer { question: "1".into(), rather_tell: true, ..Answer::default() });
    assert_eq!(draft.story(&sheet).call, Some(Call { phone: "06 1".into() }));
    assert_eq!(Draft::decode(&draft.encode()), Some(draft));
}

fn voice(bytes: &[u8], cut: bool) -> Spoken {
    Spoken { cut, ..Spoken::of(bytes, "audio/webm", 3) }
}

fn names(draft: &Draft) -> Vec<&str> {
    draft.recordings().map(|one| &*one.id).collect()
}

#[test]
fn what_was_said_so_far_grows_in_its_place_and_is_whole_at_the_end() {
    let mut draft = Draft::default();
    let [first, more, whole] = [voice(b"a", true), voice(b"ab", true), voice(b"abc", false)];
    assert!(draft.speak("1", Some(first.clone())).is_empty());
    assert_eq!(draft.speak("1", Some(more.clone())), [first.id]);
    assert_eq!(names(&draft), [&*more.id]);
    assert_eq!(draft.speak("1", Some(whole.clone())), [more.id]);
    assert_eq!(draft.answer("1").spoken, Some(whole));
}

#[test]
fn a_whole_recording_stays_behind_one_that_stopped_too_soon_until_a_person_decides() {
    let [whole, cut, fresh] = [voice(b"whole", false), voice(b"c", true), voice(b"new", false)];
    let mut draft = Draft::default();
    draft.speak("1", Some(whole.clone()));
    assert!(draft.speak("1", Some(cut.clone())).is_empty(), "nothing may go");
    assert_eq!(draft.answer("1").spoken, Some(cut.clone()));
    assert_eq!(names(&draft), [&*cut.id, &*whole.id]);
    assert_eq!(Draft::decode(&draft.encode()), Some(draft.clone()), "also after coming back");
    let mut thrown = draft.clone();
    assert_eq!(thrown.speak("1", None), std::slice::from_ref(&cut.id));
    assert_eq!(thrown.answer("1").spoken, Some(whole.clone()), "the whole one is there again");
    let mut lost = draft.clone();
    lost.lost(&cut.id);
    assert_eq!(lost.answer("1").spoken, Some(whole.clone()));
    assert_eq!(draft.speak("1", Some(fresh.clone())), [cut.id, whole.id]);
    assert_eq!(names(&draft), [&*fresh.id]);
}

#[test]
fn what_stopped_too_soon_stays_behind_a_new_try_unless_a_whole_one_does() {
    let [cut, part, more] = [voice(b"long", true), voice(b"n", true), voice(b"ne", true)];
    let mut draft = Draft::default();
    draft.speak("1", Some(cut.clone()));
    draft.speaks_anew("1");
    assert!(draft.speak("1", Some(part.clone())).is_empty(), "it is not thrown away after seconds");
    assert_eq!(
        draft.speak("1", Some(more.clone())),
        std::slice::from_ref(&part.id),
        "of the new try only the last"
    );
    let mut thrown = draft.clone();
    assert_eq!(thrown.speak("1", None), [more.id]);
    assert_eq!(thrown.answer("1").spoken.map(|one| one.id), Some(cut.id), "it comes back");
    let [whole, again] = [voice(b"whole", false), voice(b"ag", true)];
    draft.speak("1", Some(whole.clone()));
    draft.speak("1", Some(again.clone()));
    draft.speaks_anew("1");
    draft.speak("1", Some(part.clone()));
    assert_eq!(draft.speak("1", None), [part.id]);
    assert_eq!(draft.answer("1").spoken, Some(whole), "a whole one comes first");
}

#[test]
fn the_same_bytes_again_are_not_thrown_away() {
    let mut draft = Draft::default();
    draft.speak("1", Some(voice(b"a", true)));
    assert!(draft.speak("1", Some(voice(b"a", false))).is_empty());
    assert_eq!(draft.speak("1", None).len(), 1);
    assert!(draft.speak("1", Some(voice(b"a", false))).is_empty(), "put back");
}

#[test]
fn a_recording_that_cannot_be_read_now_holds_up_no_other() {
    let [one, other] = [voice(&[1; PIECE + 1], false), voice(b"b", false)];
    let mut draft = Draft::default();
    draft.speak("1", Some(one.clone()));
    draft.speak("2", Some(other.clone()));
    draft.leaving = [&one, &other].map(|one| (one.id.clone(), 0)).into();
    let leaves = |draft: &Draft, here: &str| {
        draft.leaves(&|id| id == here).map(|(one, place)| (one.id.clone(), place))
    };
    assert_eq!(leaves(&draft, &other.id), Some((other.id.clone(), 0)));
    draft.left(&other.id);
    assert_eq!(leaves(&draft, &other.id), None);
    assert!(draft.waits(), "the other one waits still");
    draft.left(&one.id);
    assert_eq!(leaves(&draft, &one.id), Some((one.id.clone(), 1)));
    draft.left(&one.id);
    assert!(!draft.waits());
}
