//! Bytes that an earlier version wrote, kept for ever.

use model::afspraken::{Afspraken, How, Route, Spend};
use model::meeting::{ItemKind, Meeting, Office, Phase, Presence};
use model::table::Seat;
use model::typed::{Kind, Typed};
use model::werkgebied::{PlanAbout, Werkgebied};
use replica::document::Document;
use replica::id::{SpaceId, hex};
use rules::money::Money;

use super::support::{day, session};

/// Layout 1 of each, written once in November 2026. Do not write them again.
const WERKGEBIED: &[u8] = include_bytes!("../../fixtures/werkgebied-v1.bin");
const MEETING: &[u8] = include_bytes!("../../fixtures/vergadering-v1.bin");
const AGREED: &[u8] = include_bytes!("../../fixtures/afspraken-v1.bin");

fn open<K: Kind>(bytes: &[u8]) -> Typed<K> {
    Typed::open(Document::open(session(9), bytes).unwrap())
}

#[test]
fn a_werkgebied_of_version_1_is_read_for_ever() {
    let of: Werkgebied = open(WERKGEBIED);
    let view = of.view();
    assert_eq!(
        hex(&of.document().state_hash()),
        "af9a1bb076eb97dc0216f43bf6f4cd7bc8555a42a7e31a19fc0741366926f879"
    );
    assert_eq!((view.table.as_str(), view.region.as_str()), ("werkgebied", "ppo-nk"));
    assert!(view.keeps_plan && !view.read_only && view.memo == Some(day("2026-09-01")));
    let names: Vec<_> =
        view.conflicts[0].choices.iter().map(|one| one.value.text().unwrap()).collect();
    assert_eq!((view.conflicts.len(), names), (1, vec!["Heiloo en Egmond", "Werkgebied Heiloo"]));
    assert_eq!((view.schools[0].name.as_str(), view.schools[0].gifted), ("De Vlinder", Some(true)));
    let anna = &view.people[0];
    assert!(anna.seats.contains(&Seat::Consulent) && anna.expertise["e1"] == "Dyslexie");
    let plan = &view.plans[0];
    assert_eq!((plan.about, plan.text.as_str()), (PlanAbout::Hoogbegaafdheid, "Wij beginnen."));
    let budget = view.budgets[&2027];
    assert_eq!(
        (budget.amount, budget.frictions),
        (Some(Money::cents(1_234_567)), Some(Money::cents(100)))
    );
    let meeting = &view.meetings[0];
    assert_eq!((meeting.on, meeting.at), (Some(day("2027-03-11")), "13:30".parse().ok()));
    assert!(meeting.held && meeting.topics == ["mdo"] && meeting.agreed == 2);
    assert_eq!(meeting.seats, [Seat::Consulent]);
}

#[test]
fn a_meeting_of_version_1_is_read_for_ever() {
    let of: Meeting = open(MEETING);
    let view = of.view();
    assert_eq!(
        hex(&of.document().state_hash()),
        "e78cef738e0b4e3e087440ea44655dfbe4e2634d1443f635c68f946093665abe"
    );
    assert_eq!(
        (view.title.as_str(), view.code.as_str(), view.minutes),
        ("Maart", "heiloo", Some(90))
    );
    assert_eq!((view.phase(), view.next), (Phase::Adopted, Some(day("2027-06-10"))));
    assert!(!view.adopted.as_ref().unwrap().changed_since, "the digest is what it was");
    assert_eq!(view.offices[&Office::Voorzitter], "p1");
    assert_eq!((view.people[0].presence, view.quorum), (Some(Presence::Aanwezig), Some(1)));
    let ids: Vec<_> = view.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!((ids, view.proposals[0].id.as_str()), (vec!["a", "oud", "c"], "v"));
    let a = view.item("a").unwrap();
    assert_eq!(
        (a.kind, a.note.as_str(), a.spent(0), a.done),
        (ItemKind::Besluiten, "Eén notitie.", 60_000, true)
    );
    assert_eq!(
        (a.ask.as_str(), a.topic.as_deref(), a.rule.as_deref()),
        ("Doen?", Some("besteding"), Some("WGB-05"))
    );
    let old = view.item("oud").unwrap();
    assert_eq!((old.times, old.from.as_deref()), (3, Some("m0")));
    // No version could add a document without a key; a reference to one opens nothing.
    assert!(old.files.is_empty());
    let casus = view.item("c").unwrap();
    assert_eq!(
        (casus.kind, casus.casus.as_ref().unwrap().dossier),
        (ItemKind::Casus, Some(SpaceId::from_bytes([7; 16])))
    );
    let minutes: Vec<_> = view.conflicts[0].choices.iter().map(|one| one.value.int()).collect();
    assert_eq!((view.conflicts.len(), minutes), (1, vec![Some(20), Some(25)]));
}

#[test]
fn what_was_agreed_in_version_1_is_read_for_ever() {
    let of: Afspraken = open(AGREED);
    let view = of.view();
    assert_eq!(
        hex(&of.document().state_hash()),
        "732cf9b00e4a154143d1918ee736afd8581b1ac2892f22dfe0ff48422cb6d064"
    );
    let a = view.decision("m1/a/1").unwrap();
    assert_eq!((a.number.to_string().as_str(), a.number.provisional), ("2027-heiloo-1", false));
    assert_eq!((a.decided.text.as_str(), a.decided.how), ("Wij betalen.", How::GeenBezwaar));
    assert_eq!(
        (a.decided.agreed.as_slice(), a.decided.minority.as_str()),
        (&["Anna".to_owned()][..], "Een ander vond van niet.")
    );
    let spend = Spend {
        schools: Some(1),
        plan: Some(true),
        ..Spend::new(Money::cents(12_345), 2027, Route::Een)
    };
    assert_eq!(a.decided.spend, Some(spend));
    let adopted = a.adopted.as_ref().unwrap();
    assert_eq!(
        (adopted.on, adopted.meeting.as_str(), adopted.changed_since),
        (day("2027-06-10"), "m2", false)
    );
    let versions: Vec<_> = view
        .decision("m1/b/1")
        .unwrap()
        .versions
        .iter()
        .map(|one| one.decided.text.as_str())
        .collect();
    assert_eq!(versions, ["Ja.", "Nee."]);
    let action = &view.actions[0];
    assert_eq!((action.what.as_str(), action.who_name.as_str()), ("Bellen", "Anna"));
    assert_eq!((action.due, action.done), (Some(day("2027-06-10")), Some(day("2027-04-01"))));
}

#[test]
fn what_a_newer_version_wrote_is_read_and_not_changed() {
    use model::refused::Refused;
    use replica::document::{DocumentError, Place, Writer};
    let mut document = Document::open(session(9), AGREED).unwrap();
    let newer = |to: &mut Writer<'_>| -> Result<(), DocumentError> {
        to.set(&Place::root("afspraken"), "schema", 2)?;
        to.set(&Place::item("besluiten", "m9/x/1"), "besluit", "{\"later\":true}")
    };
    document.edit(newer).unwrap();
    let mut of = Afspraken::open(document);
    let view = of.view();
    assert!(view.read_only && of.is_newer());
    assert_eq!((view.unread, view.decisions.len()), (vec!["m9/x/1".to_owned()], 2));
    let change = super::support::action("y", "m1", "2027-03-11", None);
    assert_eq!(of.run(&change), Err(Refused::Newer));
}
