//! How long it takes to open all schools of a samenwerkingsverband: `cargo run --profile native --example school -p model`.
//! 102 schools, four years each, with the checklist, the money and the offer; and the matrix over all of them. With the name of
//! a file behind it, it writes them there as a copy that the app takes in (`cargo xtask bench schools`).
#![allow(clippy::unwrap_used, clippy::print_stdout)] // ok: a measurement may stop and prints

#[path = "../tests/shared/room.rs"]
mod room;

use std::time::Instant;

use model::about::Kind as SpaceKind;
use replica::bundle::About;
use replica::id::PartId;
use replica::store::MemoryStore;
use replica::testing::block_on;

use model::aanbod::{self, Aanbod, Need, Offer, Words};
use model::dekking::{Reader, School as Place, matrix, what_if};
use model::licht::{self, Licht, Purpose};
use model::school::{self, Row, School, Status};
use model::table::Seat;
use model::typed::{Kind, Typed};
use replica::document::{Document, Session};
use replica::id::DeviceId;
use rules::money::Money;

use room::NOW;

const SCHOOLS: usize = 102;
const YEARS: usize = 4;

fn session(peer: u64) -> Session {
    Session { peer, device: DeviceId::from_bytes([1; 16]) }
}

fn bytes<K: Kind>(of: &Typed<K>) -> Vec<u8> {
    of.document().snapshot().unwrap()
}

fn open<K: Kind>(bytes: &[u8], peer: u64) -> Typed<K> {
    Typed::open(Document::open(session(peer), bytes).unwrap())
}

fn a_school(turn: usize, nth: usize) -> Vec<u8> {
    use school::Command as Do;
    let mut of = School::new(session(1)).unwrap();
    let name = format!("School {nth}");
    let start =
        Do::Start { name, board: String::new(), region: "ppo-nk".into(), area: Some(area(nth)) };
    of.run(&start).unwrap();
    for (id, seat) in
        ["a", "b", "c"].into_iter().zip([Seat::Schoolleider, Seat::Ib, Seat::Leerkracht])
    {
        of.run(&Do::AddPerson { id: id.into(), name: id.into(), seat }).unwrap();
    }
    for (at, row) in Row::ALL.iter().enumerate() {
        for (person, turn) in ["a", "b", "c"].into_iter().zip(turn..) {
            let status = Status::ALL.get((turn + at) % 3).copied();
            of.run(&Do::Answer { row: *row, person: person.into(), status }).unwrap();
        }
        of.run(&Do::Agree { row: *row, status: Some(Status::OpOrde) }).unwrap();
        let text =
            "Wij doen dit samen, in elke groep, en kijken er twee keer per jaar naar.".into();
        of.run(&Do::Explain { row: *row, base: String::new(), text }).unwrap();
    }
    bytes(&of)
}

fn an_offer(turn: usize, nth: usize) -> Vec<u8> {
    use aanbod::Command as Do;
    let mut of = Aanbod::new(session(2)).unwrap();
    let school = format!("School {nth}");
    of.run(&Do::Start { school, region: "ppo-nk".into(), area: Some(area(nth)) }).unwrap();
    for (at, need) in Need::ALL.iter().enumerate() {
        let offer = Offer::ALL.get((turn + at) % 4).copied();
        of.run(&Do::SetOffer { need: *need, offer }).unwrap();
        let text = "Dit kunnen wij, met hulp van een specialist die elke week komt.".into();
        of.run(&Do::Write { words: Words::Need(*need), base: String::new(), text }).unwrap();
    }
    bytes(&of)
}

fn some_money(nth: usize) -> Vec<u8> {
    use licht::Command as Do;
    let mut of = Licht::new(session(3)).unwrap();
    let school = format!("School {nth}");
    of.run(&Do::Start { school, region: "ppo-nk".into(), year: 2026 }).unwrap();
    for (at, purpose) in Purpose::ALL.iter().enumerate() {
        let amount = Some(Money::euros(1_000));
        let what = "Twee ochtenden in de week".into();
        of.run(&Do::Add { id: at.to_string(), purpose: *purpose, what, amount }).unwrap();
    }
    bytes(&of)
}

fn area(nth: usize) -> String {
    let areas = rules::region::region("ppo-nk").unwrap().werkgebieden;
    areas.get(nth % areas.len()).unwrap().slug.clone()
}

/// A copy of a device that has 102 schools, up to the school year that begins in `last`.
fn a_copy(last: i32) -> Vec<u8> {
    let spaces = room::enter(&MemoryStore::default(), 1, 7);
    for nth in 0..SCHOOLS {
        let open = spaces.found(&SpaceKind::School, &format!("School {nth}"), NOW).unwrap();
        let put = |part: PartId, bytes: Vec<u8>| {
            let document = Document::open(open.session(), &bytes).unwrap();
            room::Page::shelve(&open, part, document);
        };
        for (year, turn) in (last - 3..=last).zip(nth..) {
            put(school::part(year), a_school(turn, nth));
            put(aanbod::part(year), an_offer(turn, nth));
            put(licht::part(year), some_money(nth));
        }
        spaces.keep(&open);
    }
    let about = About { app: "bench".into(), made: "2026-11-23".into() };
    block_on(spaces.copy(&about, 0)).unwrap().file
}

/// How long it takes until all of it is open on a device that took the copy in.
fn opening(copy: &[u8]) {
    let store = MemoryStore::default();
    let taken = room::enter(&store, 1, 8);
    let copy = replica::bundle::read(copy).unwrap();
    block_on(taken.bring_in(&copy, "", NOW)).unwrap();
    block_on(taken.save(NOW));
    let begin = Instant::now();
    let spaces = room::enter(&store, 1, 9);
    println!("{} spaces opened from the store: {:?}", spaces.all().len(), begin.elapsed());
    let begin = Instant::now();
    let read = std::iter::repeat_with(|| spaces.read_next(&[])).take_while(|more| *more).count();
    println!("{read} documents read: {:?}", begin.elapsed());
    let mut reader = Reader::default();
    for turn in ["first", "again"] {
        let begin = Instant::now();
        let read = |year| spaces.all().iter().filter_map(|open| reader.school(open, year)).count();
        let seen: usize = (2023..=2026).map(read).sum();
        println!("{seen} school years for the matrix, {turn}: {:?}", begin.elapsed());
    }
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [file, last] = words.as_slice() {
        let copy = a_copy(last.parse().unwrap());
        println!("{SCHOOLS} schools in {} bytes", copy.len());
        return std::fs::write(file, copy).unwrap();
    }
    opening(&a_copy(2026));
    let schools: Vec<_> = (0..SCHOOLS * YEARS).map(|nth| a_school(nth, nth)).collect();
    let offers: Vec<_> = (0..SCHOOLS * YEARS).map(|nth| an_offer(nth, nth)).collect();
    let money: Vec<_> = (0..SCHOOLS * YEARS).map(some_money).collect();
    let size = |all: &[Vec<u8>]| all.iter().map(Vec::len).sum::<usize>() / all.len();
    println!("bytes: school {}, aanbod {}, licht {}", size(&schools), size(&offers), size(&money));

    let begin = Instant::now();
    let said = |(one, peer): (&Vec<u8>, u64)| {
        school::together(open::<school::SchoolKind>(one, peer).document()).len()
    };
    let seen: usize = schools.iter().zip(10..).map(said).sum();
    println!(
        "{} school years, what was said together: {:?} ({seen})",
        schools.len(),
        begin.elapsed()
    );

    let begin = Instant::now();
    let lines =
        |(one, peer): (&Vec<u8>, u64)| open::<school::SchoolKind>(one, peer).view().lines.len();
    let seen: usize = schools.iter().zip(10..).map(lines).sum();
    println!("the same, read whole: {:?} ({seen})", begin.elapsed());

    let begin = Instant::now();
    let of = |(one, peer): (&Vec<u8>, u64)| {
        let opened = open::<aanbod::AanbodKind>(one, peer);
        Place::of(&peer.to_string(), Some(opened.document()), None)
    };
    let places: Vec<Place> = offers.iter().zip(10..).filter_map(of).collect();
    println!("{} offers, what is counted: {:?}", offers.len(), begin.elapsed());

    // As the app has them: opened already when somebody got in.
    let opened: Vec<_> =
        offers.iter().zip(10..).map(|(one, peer)| open::<aanbod::AanbodKind>(one, peer)).collect();
    let begin = Instant::now();
    let seen = opened.iter().filter_map(|one| Place::of("", Some(one.document()), None)).count();
    println!("{seen} offers that are open already, what is counted: {:?}", begin.elapsed());

    let begin = Instant::now();
    let used: usize = money
        .iter()
        .zip(10..)
        .map(|(one, peer)| open::<licht::LichtKind>(one, peer).view().uses.len())
        .sum();
    println!("{} years of money opened and read: {:?} ({used} uses)", money.len(), begin.elapsed());

    let places: Vec<Place> = places.into_iter().take(SCHOOLS).collect();
    let begin = Instant::now();
    let now = matrix(&places);
    let grown = matrix(&what_if(&places, "13", Need::Zien));
    println!(
        "matrix, what-if and difference: {:?} ({} differ)",
        begin.elapsed(),
        now.until(&grown).len()
    );
}
