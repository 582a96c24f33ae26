//! The minutes, reading back, exports, and what a device needs to hold the meeting without a network.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use model::afspraken::{self, Afspraken, Decided, Route, Spend};
use model::attachment::Attachment;
use model::meeting::minutes::{Open, minutes, read_back};
use model::meeting::{self, Command, ItemChange, ItemKind, Meeting, Office, Phase, Presence};
use model::out::{csv, markdown};
use model::ready::{Here, State, Thing, ready};
use model::werkgebied::{self, Werkgebied};
use replica::id::BlobId;
use rules::money::Money;
use rules::text::Lang;

use super::support::{
    action, add, casus, costing, day, decide, decided, held, plan, register, session, with_meeting,
};

/// A meeting with a decision, two actions, a casus, notes and everybody there.
fn whole() -> (Werkgebied, Meeting, Afspraken) {
    let (heiloo, mut meeting) = with_meeting();
    for person in ["p1", "p2", "p3"] {
        let presence = Some(Presence::Aanwezig);
        meeting.run(&Command::Attend { person: person.into(), presence }).unwrap();
    }
    let sorry = Command::Attend { person: "p4".into(), presence: Some(Presence::Afgemeld) };
    meeting.run(&sorry).unwrap();
    let chair = Command::Appoint { office: Office::Voorzitter, person: Some("p1".into()) };
    meeting.run(&chair).unwrap();
    meeting.run(&add("kast", ItemKind::Besluiten)).unwrap();
    meeting.run(&casus("c", 15)).unwrap();
    let note = Command::Note {
        item: Some("kast".into()),
        base: String::new(),
        text: "De oude is *stuk*.".into(),
    };
    meeting.run(&note).unwrap();
    let mut agreed = Afspraken::new(session(1)).unwrap();
    let spend = Spend::new(Money::euros(250), 2026, Route::Drie);
    let decision = Decided {
        minority: "Het kan ook zonder.".into(),
        ..costing(decided("m1", "kast", "2026-03-05", "Wij kopen een kast."), spend)
    };
    agreed.run(&decide("m1/kast/1", decision)).unwrap();
    agreed.run(&action("a1", "m1", "2026-03-05", Some("p1"))).unwrap();
    agreed.run(&action("a2", "m1", "2026-03-05", None)).unwrap();
    (heiloo, meeting, agreed)
}

#[test]
fn the_minutes_hold_who_was_there_what_was_agreed_and_the_notes_in_the_order_of_the_agenda() {
    let (_, meeting, agreed) = whole();
    let made = minutes("m1", &meeting.view(), &register(&[&agreed]), Lang::Nl);
    assert_eq!(made.title, "Werkgebiedoverleg Heiloo");
    let present: Vec<_> = made.present.iter().map(|one| (&*one.name, &*one.school)).collect();
    assert_eq!(present, [("Anna", "De Vlinder"), ("Bram", "Het Anker"), ("Cora", "")]);
    assert_eq!(made.present[0].offices, [Office::Voorzitter]);
    assert_eq!((made.apologies.len(), made.schools_present, made.schools), (1, 2, 3));
    let kast = made.sections.iter().find(|section| section.id == "kast").unwrap();
    assert_eq!((kast.note.as_str(), kast.goes_on), ("De oude is *stuk*.", false));
    let decision = &kast.decisions[0];
    assert_eq!((&*decision.number, decision.provisional), ("2026-heiloo-1", true));
    assert_eq!(
        (decision.amount, decision.how.nl),
        (Some(Money::euros(250)), "Geen overwegend bezwaar")
    );
    let besteding = made.sections.iter().find(|one| one.id == "onderwerp.besteding").unwrap();
    assert_eq!(besteding.actions.len(), 2);
    assert_eq!((made.all_decisions().count(), made.all_actions().count()), (1, 2));
    let numbers: Vec<_> = made.sections.iter().map(|section| section.number).collect();
    assert_eq!(numbers, (1..=made.sections.len()).collect::<Vec<_>>());
}

#[test]
fn a_casus_stands_in_the_minutes_as_a_casus() {
    let (_, meeting, agreed) = whole();
    let made = minutes("m1", &meeting.view(), &register(&[&agreed]), Lang::Nl);
    let casus = made.sections.iter().find(|section| section.id == "c").unwrap();
    assert_eq!((casus.title.as_str(), casus.note.as_str()), ("Casus, in het eigen dossier", ""));
}

#[test]
fn reading_back_says_what_is_still_open_and_stops_nobody() {
    let (_, mut meeting, agreed) = whole();
    let open = read_back("m1", &meeting.view(), &register(&[&agreed]));
    assert!(open.contains(&Open::ActionWithoutOwner { action: "a2".into() }));
    assert!(open.contains(&Open::ActionWithoutDay { action: "a1".into() }));
    assert!(open.contains(&Open::Unfinished { item: "c".into() }));
    assert!(open.contains(&Open::NoNextMeeting));
    assert!(!open.iter().any(|one| matches!(one, Open::Undecided { .. })), "kast was decided");
    meeting.run(&add("bank", ItemKind::Besluiten)).unwrap();
    let open = read_back("m1", &meeting.view(), &register(&[&agreed]));
    assert!(open.contains(&Open::Undecided { item: "bank".into() }));
    let off = Command::SetItem { id: "bank".into(), change: ItemChange::Postponed(true) };
    meeting.run(&off).unwrap();
    let open = read_back("m1", &meeting.view(), &register(&[&agreed]));
    assert!(open.contains(&Open::Unfinished { item: "bank".into() }));
    let close = Command::Close { on: day("2026-03-05"), next: Some(day("2026-06-04")), at: 0 };
    meeting.run(&close).unwrap();
    let view = meeting.view();
    assert_eq!((view.phase(), view.next), (Phase::Concept, Some(day("2026-06-04"))));
    let open = read_back("m1", &view, &register(&[&agreed]));
    assert!(!open.contains(&Open::NoNextMeeting));
}

#[test]
fn minutes_as_markdown_hold_every_decision_and_action_and_no_markup_of_their_own() {
    let (_, meeting, agreed) = whole();
    let made = minutes("m1", &meeting.view(), &register(&[&agreed]), Lang::Nl);
    let text = markdown::minutes(&made, Lang::Nl);
    for part in [
        "# Werkgebiedoverleg Heiloo",
        "Aanwezig: Anna (De Vlinder, voorzitter), Bram (Het Anker), Cora",
        "Afgemeld: Dirk",
        "Scholen vertegenwoordigd: 2 van 3",
        "De oude is \\*stuk\\*.",
        "- **2026-heiloo-1** Wij kopen een kast. (Geen overwegend bezwaar) €\u{a0}250,00 Een minderheid vindt: Het kan ook zonder.",
        "- [ ] Doe a1 (Anna)",
        "- [ ] Doe a2 (mist eigenaar)",
        "Casus, in het eigen dossier",
    ] {
        assert!(text.contains(part), "{part} in\n{text}");
    }
    assert!(markdown::minutes(&made, Lang::En).contains("Schools represented: 2 of 3"));
}

#[test]
fn the_decision_list_as_a_table_has_one_row_a_decision() {
    let (_, meeting, agreed) = whole();
    let made = minutes("m1", &meeting.view(), &register(&[&agreed]), Lang::Nl);
    let table = csv::decisions(made.all_decisions(), Lang::Nl);
    let rows: Vec<_> = table.split("\r\n").collect();
    assert_eq!(
        rows[1],
        "2026-heiloo-1;2026-03-05;Wij kopen een kast.;Geen overwegend bezwaar;Het kan ook zonder.;250,00;Route 3: vernieuwing (2026);;ja"
    );
    assert_eq!(rows.len(), 3, "head, one row, and the end");
}

fn here_with(parts: &[replica::id::PartId], blobs: &[BlobId]) -> Here {
    Here {
        app: true,
        parts: parts.iter().map(|part| (*part, 0)).collect(),
        blobs: blobs.iter().copied().collect(),
        persisted: None,
    }
}

#[test]
fn ready_for_a_meeting_is_only_said_when_everything_is_here() {
    let (mut of, mut meeting, _) = whole();
    held(&mut of, "m1", &[], 3);
    plan(&mut of, "m0", "2025-03-05");
    held(&mut of, "m0", &[], 0);
    let (blob, _) = replica::blob::seal(b"memo", &mut ChaCha20Rng::from_seed([1; 32])).unwrap();
    let file = Attachment::new(&blob, "Memo.pdf", "application/pdf");
    let here = [file.blob];
    let attach = Command::SetItem { id: "kast".into(), change: ItemChange::Attach(file.clone()) };
    meeting.run(&attach).unwrap();
    let (werkgebied, view) = (of.view(), meeting.view());
    let all = [werkgebied::part(), meeting::part("m1"), afspraken::part(2026)];
    let ready_with = |here: &Here| ready("m1", Some(&view), &werkgebied, here);
    assert!(ready_with(&here_with(&all, &here)).is_ready());
    // Nothing was agreed in 2025, so that year is not asked for; each other thing is.
    for without in 0..3 {
        let mut some = all.to_vec();
        some.remove(without);
        let ready = ready_with(&here_with(&some, &here));
        assert_eq!(ready.missing().count(), 1, "{without}");
    }
    let ready_without_file = ready_with(&here_with(&all, &[]));
    let missing: Vec<_> = ready_without_file.missing().map(|need| need.thing.clone()).collect();
    assert_eq!(missing, [Thing::File(file)]);
    let mut waiting = here_with(&all, &here);
    waiting.parts.insert(meeting::part("m1"), 2);
    let ready_waiting = ready_with(&waiting);
    assert_eq!(ready_waiting.missing().next().unwrap().state, State::Incomplete);
    let no_app = Here { app: false, ..here_with(&all, &here) };
    assert!(!ready_with(&no_app).is_ready());
    assert!(!ready("m1", None, &werkgebied, &here_with(&all, &here)).is_ready());
}
