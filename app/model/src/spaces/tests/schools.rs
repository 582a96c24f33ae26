//! Many schools on one device, read for who looks at all of them.

use super::*;
use crate::aanbod::{self, Aanbod, Need, Offer};
use crate::about::Kind;
use crate::dekking::Reader;
use crate::school::{self, Command, NewStep, Row, School, StepChange};
use crate::typed::{Kind as DocumentKind, Typed};

const YEAR: i32 = 2026;

/// A document as a page holds it, of any kind.
fn shelve<K: DocumentKind>(open: &OpenSpace, part: PartId, of: &Typed<K>) -> Rc<Page> {
    let bytes = of.document().snapshot().unwrap();
    Page::shelve(open, part, Document::open(open.session(), &bytes).unwrap())
}

fn step(id: &str, what: &str, due: Option<&str>) -> Command {
    let (what, due) = (what.into(), due.map(|due| due.parse().unwrap()));
    let step = NewStep { row: Row::Dyslexie, what, who: None, who_name: String::new(), due };
    Command::AddStep { id: id.into(), step }
}

#[test]
fn a_school_is_read_for_the_list_and_read_again_only_when_it_changed() {
    let room = open(&MemoryStore::default(), 1, 1);
    let space = room.found(&Kind::School, "De Vlinder", NOW).unwrap();
    let start = Command::Start {
        name: "De Vlinder".into(),
        board: String::new(),
        region: "ppo-nk".into(),
        area: Some("heiloo".into()),
    };
    let mut of = School::new(space.session()).unwrap();
    of.run(&start).unwrap();
    shelve(&space, school::part(YEAR - 1), &of);
    let mut reader = Reader::default();
    let read = |reader: &mut Reader| reader.with_steps(&space, YEAR).unwrap();
    let first = read(&mut reader);
    assert_eq!((first.says.name.as_str(), first.offered), ("De Vlinder", false));
    assert_eq!(first.to_do, None, "of another year");
    assert_eq!(reader.school(&space, YEAR + 9), None, "nothing was said for so long");

    for one in [
        step("a", "Later", Some("2027-03-01")),
        step("b", "Eerst", Some("2026-12-01")),
        step("c", "Ooit", None),
        step("d", "Gedaan", Some("2026-11-01")),
    ] {
        of.run(&one).unwrap();
    }
    let done = StepChange::Done("2026-11-02".parse().ok());
    of.run(&Command::SetStep { id: "d".into(), change: done }).unwrap();
    let page = shelve(&space, school::part(YEAR), &of);
    assert_eq!(read(&mut reader).to_do, Some((3, "Eerst".into())), "as the view orders them");
    let view = of.view();
    assert_eq!(view.open_steps()[0].1.what, "Eerst");

    let mut offer = Aanbod::new(space.session()).unwrap();
    let begin = aanbod::Command::Start {
        school: "De Vlinder".into(),
        region: "ppo-nk".into(),
        area: Some("heiloo".into()),
    };
    offer.run(&begin).unwrap();
    shelve(&space, aanbod::part(YEAR), &offer);
    assert!(read(&mut reader).offered && read(&mut reader).says.offers.is_empty());
    let set = aanbod::Command::SetOffer { need: Need::Zien, offer: Some(Offer::Zelf) };
    offer.run(&set).unwrap();
    shelve(&space, aanbod::part(YEAR), &offer);
    assert_eq!(read(&mut reader).says.offers[&Need::Zien], Offer::Zelf, "what is new is seen");
    let dropped = StepChange::Dropped(Some("Al gedaan.".into()));
    of.run(&Command::SetStep { id: "b".into(), change: dropped }).unwrap();
    page.replace(Document::open(space.session(), &of.document().snapshot().unwrap()).unwrap());
    assert_eq!(read(&mut reader).to_do, Some((2, "Later".into())));
}
