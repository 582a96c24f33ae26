//! Bytes that an earlier version wrote, kept for ever.

use model::aanbod::{Aanbod, Need, Offer};
use model::advies::Advies;
use model::licht::{Licht, Purpose};
use model::refused::Refused;
use model::school::{Row, School, Status};
use model::typed::{Kind, Typed};
use model::vergelijking::{Mark, Vergelijking};
use replica::document::{Document, DocumentError, Place, Writer};
use replica::id::hex;
use rules::money::Money;

use super::support::{answer, day, session};

/// Layout 1 of each, written once in November 2026. Do not write them again.
const SCHOOL: &[u8] = include_bytes!("../../fixtures/school-v1.bin");
const LICHT: &[u8] = include_bytes!("../../fixtures/licht-v1.bin");
const AANBOD: &[u8] = include_bytes!("../../fixtures/aanbod-v1.bin");
const ADVIES: &[u8] = include_bytes!("../../fixtures/advies-v1.bin");
const VERGELIJKING: &[u8] = include_bytes!("../../fixtures/vergelijking-v1.bin");

fn open<K: Kind>(bytes: &[u8]) -> Typed<K> {
    Typed::open(Document::open(session(9), bytes).unwrap())
}

#[test]
fn a_school_year_of_version_1_is_read_for_ever() {
    let of: School = open(SCHOOL);
    let view = of.view();
    assert_eq!(
        hex(&of.document().state_hash()),
        "2a6328fb63783dc68a6bedc4ae4e75852a16740834e0df402fc7f78b7cadeeb0"
    );
    assert_eq!((view.name.as_str(), view.board.as_str()), ("De Vlinder", "Stichting Vleugels"));
    assert_eq!((view.region.as_str(), view.area.as_deref()), ("ppo-nk", Some("heiloo")));
    let people: Vec<_> = view.people.iter().map(|one| (one.name.as_str(), one.gone)).collect();
    assert_eq!(people, [("Anna", false), ("Bram", false), ("Cora", false), ("Dirk", true)]);
    let line = |row| view.line(row).unwrap();
    let answers: Vec<_> = line(Row::Dyslexie).answers.iter().map(|one| one.status).collect();
    assert_eq!(answers, [Status::OpOrde, Status::NogNiet]);
    let planmatig = line(Row::Planmatig);
    assert_eq!(
        (planmatig.explanation.as_str(), planmatig.early_advice.as_str()),
        ("Wij doen dit zo.", "Begin klein.")
    );
    let together: Vec<_> =
        view.conflicts[0].choices.iter().filter_map(|one| one.value.text()).collect();
    assert_eq!((view.conflicts.len(), together.len()), (1, 2));
    assert!(together.contains(&"op-orde") && together.contains(&"in-ontwikkeling"));
    let [file, note] = line(Row::Dyslexie).evidence.as_slice() else { panic!("two proofs") };
    assert_eq!((file.file.as_deref(), file.words.as_str()), (Some("bord.jpg"), "In groep 4."));
    assert_eq!((note.file.as_deref(), note.words.as_str(), note.gone), (None, "Gezien.", true));
    let [done, dropped] = line(Row::Dyscalculie).steps.as_slice() else { panic!("two steps") };
    assert_eq!((done.who.as_deref(), done.who_name.as_str()), (Some("p2"), "Bram"));
    assert_eq!((done.due, done.done), (Some(day("2026-10-01")), Some(day("2026-09-20"))));
    assert_eq!(dropped.dropped.as_deref(), Some("Al gedaan."));
}

#[test]
fn the_money_for_light_support_of_version_1_is_read_for_ever() {
    let of: Licht = open(LICHT);
    let view = of.view();
    assert_eq!(
        hex(&of.document().state_hash()),
        "daee79fe2615b430fab63e0ee7a46298aef800151cea2685491eacba869a4e1a"
    );
    assert_eq!((view.school.as_str(), view.year), ("De Vlinder", Some(2025)));
    let received: Vec<_> = view.conflicts[0].choices.iter().map(|one| one.value.int()).collect();
    assert_eq!((view.conflicts.len(), received.len()), (1, 2));
    assert!(received.contains(&Some(1_234_567)) && received.contains(&Some(1_000_000)));
    let [reading, morning] = view.uses.as_slice() else { panic!("two uses") };
    assert_eq!(
        (reading.purpose, reading.amount),
        (Purpose::Arrangement, Some(Money::cents(12_345)))
    );
    assert_eq!((reading.evaluated, reading.works), (Some(day("2025-06-10")), Some(true)));
    assert_eq!(
        (reading.what.as_str(), reading.evaluation.as_str()),
        ("Leesgroep", "Meer leesplezier.")
    );
    assert_eq!((morning.purpose, morning.amount, morning.gone), (Purpose::Handen, None, true));
    assert_eq!(
        (view.accounted, view.account.as_str()),
        (Some(day("2026-05-20")), "Zo deden wij het.")
    );
}

#[test]
fn an_offer_of_version_1_is_read_for_ever() {
    let of: Aanbod = open(AANBOD);
    let view = of.view();
    assert_eq!(
        hex(&of.document().state_hash()),
        "971a49876fe02a4152cfdfeded0d4f3f36e02f7bf8ab9678ed2358add6b38b51"
    );
    assert_eq!((view.school.as_str(), view.area.as_deref()), ("De Vlinder", Some("heiloo")));
    let said: Vec<_> =
        view.conflicts[0].choices.iter().filter_map(|one| one.value.text()).collect();
    assert!(view.conflicts.len() == 1 && said.contains(&"samen") && said.contains(&"groeit"));
    assert_eq!(view.offer(Need::Zien), Some(Offer::Zelf));
    assert_eq!(view.offer(Need::Hoogbegaafd), Some(Offer::Samen));
    assert_eq!(view.offer(Need::Meervoudig), Some(Offer::Groeit));
    assert_eq!(view.offer(Need::Dyslexie), None);
    let taal = view.lines.iter().find(|line| line.need == Need::Taal).unwrap();
    assert_eq!(taal.words, "Met Viertaal.");
    assert_eq!(
        (view.short.as_str(), view.basic.as_str(), view.influence.as_str()),
        ("Kort.", "Basis.", "Een stille hoek.")
    );
    let days = [view.heard, view.adopted, view.published];
    assert_eq!(days, ["2025-09-01", "2025-09-15", "2025-10-01"].map(|on| Some(day(on))));
}

#[test]
fn advice_of_version_1_is_read_for_ever() {
    let of: Advies = open(ADVIES);
    let view = of.view();
    assert_eq!(view.with(2026, Row::Dyslexie), "Kijk eens bij de buren.");
    assert_eq!(view.with(2025, Row::Planmatig), "Begin klein.");
    assert_eq!((view.with(2026, Row::Planmatig), view.words.len()), ("", 2));
}

#[test]
fn comparisons_of_version_1_are_read_for_ever() {
    let of: Vergelijking = open(VERGELIJKING);
    let view = of.view();
    let [first] = view.done().try_into().unwrap();
    assert_eq!((first.done, first.outcome.as_str()), (Some(day("2022-05-20")), "Taal mist."));
    assert_eq!(first.marks.iter().copied().collect::<Vec<_>>(), [Mark::Profiel, Mark::Gewogen]);
    assert_eq!(view.under_way().map(|one| one.id.as_str()), Some("b"));
    assert!(view.all.iter().any(|one| one.id == "c" && one.gone));
    assert!(view.conflicts.is_empty());
}

#[test]
fn what_a_newer_version_wrote_is_read_and_not_changed() {
    let mut document = Document::open(session(9), SCHOOL).unwrap();
    let newer = |to: &mut Writer<'_>| -> Result<(), DocumentError> {
        to.set(&Place::root("school"), "schema", 2)?;
        to.set(&Place::item("rijen", "dyslexie"), "samen", "later")
    };
    document.edit(newer).unwrap();
    let mut of = School::open(document);
    let view = of.view();
    assert!(view.read_only && of.is_newer());
    assert_eq!(view.line(Row::Dyslexie).unwrap().together, None, "a later word is not guessed at");
    assert_eq!(of.run(&answer(Row::Dyslexie, "p1", Status::OpOrde)), Err(Refused::Newer));
}
