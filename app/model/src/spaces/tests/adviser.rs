//! Who comes to advise a school: reads, writes advice, and ticks nothing, whatever their app says (BAS-04).

use replica::envelope::{Header, Kind as Sort};
use replica::id::NO_HASH;
use replica::role::Action;
use replica::seal::{self, Heads};

use super::*;
use crate::about::Kind;
use crate::advies::{self, Advies};
use crate::school::{self, Command, Row, School, Status};
use crate::table::Seat;
use crate::typed::{Kind as _, Typed};

const YEAR: i32 = 2026;

/// A school with Anna in it, written by her.
fn school(anna: &Room) -> Rc<OpenSpace> {
    let space = anna.found(&Kind::School, "De Vlinder", NOW).unwrap();
    let begin = Command::Together(vec![
        Command::Start {
            name: "De Vlinder".into(),
            board: String::new(),
            region: "ppo-nk".into(),
            area: None,
        },
        Command::AddPerson { id: "p1".into(), name: "Anna".into(), seat: Seat::Ib },
    ]);
    let mut of = School::new(space.session()).unwrap();
    let update = of.run(&begin).unwrap().update.unwrap();
    space.put_free(
        school::part(YEAR),
        Document::open(space.session(), &of.document().snapshot().unwrap()).unwrap(),
    );
    anna.record(&space, school::part(YEAR), update, NOW);
    save(anna);
    space
}

fn both() -> (Room, Room, Rc<OpenSpace>, Rc<OpenSpace>) {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = school(&anna);
    let theirs = bring_together_as(&anna, &space, &bram, As::Adviser);
    assert!(hand_over(&anna, &bram) > 0);
    (anna, bram, space, theirs)
}

fn view(open: &OpenSpace) -> Option<school::View> {
    let mut found = None;
    open.each_document(&mut |part, document| {
        if part == school::part(YEAR) {
            let copy = Document::open(open.session(), &document.snapshot().unwrap()).unwrap();
            found = Some(School::open(copy).view());
        }
    });
    found
}

#[test]
fn an_adviser_reads_the_school_and_writes_advice_and_nothing_else() {
    let (anna, bram, space, theirs) = both();
    assert!(theirs.advises() && !space.advises());
    assert_eq!(view(&theirs).unwrap().name, "De Vlinder");
    for part in [
        school::part(YEAR),
        school::part(YEAR + 7),
        crate::aanbod::part(YEAR),
        crate::about::part(),
    ] {
        assert!(space.may_write(part) && !theirs.may_write(part), "also of a year to come");
    }
    assert!(theirs.may_write(advies::part()) && space.may_write(advies::part()));
    let may_compact = |part| {
        theirs.read(|of| of.members().may(of.session().device, Action::Compact, part).is_ok())
    };
    let beside = PartId::beside(advies::part());
    assert!(may_compact(beside) && may_compact(advies::part()) && !may_compact(school::part(YEAR)));
    let mut advice = Advies::new(theirs.session()).unwrap();
    let write = advies::Command::Write {
        year: YEAR,
        row: Row::Dyslexie,
        base: String::new(),
        text: "Kijk eens bij de buren.".into(),
    };
    bram.record(&theirs, advies::part(), advice.run(&write).unwrap().update.unwrap(), NOW);
    save(&bram);
    assert!(hand_over(&bram, &anna) > 0);
    let mut read = String::new();
    space.each_document(&mut |part, document| {
        if part == advies::part() {
            read = advies::AdviesKind::read(document).with(YEAR, Row::Dyslexie).to_owned();
        }
    });
    assert_eq!(read, "Kijk eens bij de buren.");
}

#[test]
fn a_tick_that_a_changed_app_of_an_adviser_seals_itself_is_not_applied() {
    let (anna, bram, space, theirs) = both();
    // The adviser's document takes the tick, as a changed app would let it.
    let mut copy = None;
    theirs.each_document(&mut |part, document| {
        if part == school::part(YEAR) {
            copy = Some(Document::open(theirs.session(), &document.snapshot().unwrap()).unwrap());
        }
    });
    let mut of: School = Typed::open(copy.unwrap());
    let tick =
        Command::Answer { row: Row::Dyslexie, person: "p1".into(), status: Some(Status::OpOrde) };
    let update = of.run(&tick).unwrap().update.unwrap();
    let envelope = theirs.read(|of| {
        let epoch = of.members().writing_epoch().unwrap();
        let (part, device) = (school::part(YEAR), of.session().device);
        let header = Header {
            space: of.id(),
            part,
            epoch,
            device,
            seq: 1,
            prev: NO_HASH,
            kind: Sort::Update,
        };
        let ring = of.client().inbox().ring();
        seal::seal(header, &update, &Heads::default(), &bram.me().keys, ring, &mut rng(9)).unwrap()
    });
    let before = view(&space).unwrap();
    anna.on(
        space.id(),
        Event::Items(vec![replica::sync::Item::Envelope(envelope.encode())]),
        NOW,
        0,
    );
    save(&anna);
    assert_eq!(view(&space).unwrap(), before, "nothing was ticked");
    assert!(before.line(Row::Dyslexie).unwrap().answers.is_empty());
    let counts = space.read(|of| of.client().inbox().counts());
    assert_eq!(counts.refused, 1, "it stands beside the part, refused");
}

#[test]
fn who_is_of_the_school_goes_on_as_before_after_an_adviser_came() {
    let (anna, _, space, _) = both();
    let carla = open(&MemoryStore::default(), 3, 3);
    let hers = bring_together_as(&anna, &space, &carla, As::Own(Role::Bewerken));
    hand_over(&anna, &carla);
    assert!(hers.may_write(school::part(YEAR)) && !hers.advises());
    let dirk = open(&MemoryStore::default(), 4, 4);
    let his = bring_together_as(&anna, &space, &dirk, As::Adviser);
    hand_over(&anna, &dirk);
    assert!(his.advises(), "a second adviser says nothing twice");
}
