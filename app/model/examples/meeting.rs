//! A meeting of three hours with 60 items and eight people typing, measured: what a key costs, and what arrives.
//!
//! `cargo run --profile native --example meeting -p model`. A browser on a slow tablet is reckoned at twelve times this: twice for
//! wasm, six times for the machine.
#![allow(clippy::unwrap_used)] // ok: a measurement may stop

use std::time::{Duration, Instant};

use model::afspraken::{Afspraken, Command as Agree, Decided, How, Subject};
use model::meeting::{Command, ItemKind, Meeting, NewItem, Seated, Start};
use model::table::Seat;
use replica::document::{Document, Session};
use replica::id::DeviceId;

const PEOPLE: usize = 8;
const ITEMS: usize = 60;
/// Three hours, in which each types a sentence every twenty seconds.
const SENTENCES: usize = 3 * 60 * 3;
const SENTENCE: &str = "Wij spreken af dat wij dit samen doen. ";

fn session(n: usize) -> Session {
    let n = u8::try_from(n + 1).unwrap();
    Session { peer: u64::from(n), device: DeviceId::from_bytes([n; 16]) }
}

fn start() -> Start {
    let item = |nth: usize| NewItem {
        title: format!("Punt {nth} van deze vergadering"),
        kind: ItemKind::Bespreken,
        minutes: 3,
        by: Some("p1".into()),
        ask: "Wat doen wij hiermee?".into(),
        topic: None,
        rule: None,
        fixed: false,
    };
    let person = |nth: usize| Seated {
        id: format!("p{nth}"),
        name: format!("Persoon {nth}"),
        seats: vec![Seat::Schoolleider],
        school: Some(format!("s{nth}")),
    };
    Start {
        table: "werkgebied".into(),
        people: (0..30).map(person).collect(),
        schools: (0..12).map(|nth| (format!("s{nth}"), format!("School {nth}"))).collect(),
        items: (0..ITEMS).map(|nth| (id(nth), item(nth))).collect(),
        order: (0..ITEMS).map(id).collect(),
        ..Start::default()
    }
}

fn id(nth: usize) -> String {
    format!("punt-{nth}")
}

/// The longest, and the one in the middle.
struct Times(Vec<Duration>);

impl Times {
    fn say(mut self, what: &str) {
        self.0.sort_unstable();
        let (middle, worst) = (self.0[self.0.len() / 2], self.0[self.0.len() - 1]);
        let late = self.0[self.0.len() * 99 / 100];
        println!("{what}: {middle:?} in the middle, {late:?} one in a hundred, {worst:?} at most");
    }
}

fn main() {
    let mut first = Meeting::new(session(0)).unwrap();
    first.run(&Command::Start(Box::new(start()))).unwrap();
    let snapshot = first.document().snapshot().unwrap();
    let open = |nth| Meeting::open(Document::open(session(nth), &snapshot).unwrap());
    let mut devices: Vec<Meeting> = (0..PEOPLE).map(open).collect();
    let [mut patched, mut ran, mut viewed, mut imported] = [const { Times(Vec::new()) }; 4];
    for round in 0..SENTENCES {
        for nth in 0..PEOPLE {
            // Two people at a time sit at one item.
            let at = (round * ITEMS / SENTENCES + nth / 2) % ITEMS;
            let view = devices[nth].view();
            let base = view.item(&id(at)).unwrap().note.clone();
            let text = format!("{base}{SENTENCE}");
            let note = Command::Note { item: Some(id(at)), base, text };
            let begin = Instant::now();
            let mut shown = view.clone();
            shown.patch(&note);
            patched.0.push(begin.elapsed());
            let begin = Instant::now();
            let update = devices[nth].run(&note).unwrap().update.unwrap();
            ran.0.push(begin.elapsed());
            let begin = Instant::now();
            let read = devices[nth].view();
            viewed.0.push(begin.elapsed());
            assert_eq!(read.item(&id(at)).unwrap().note, shown.item(&id(at)).unwrap().note);
            for other in (0..PEOPLE).filter(|other| *other != nth) {
                let begin = Instant::now();
                devices[other].import(&update).unwrap();
                let _ = devices[other].view();
                imported.0.push(begin.elapsed());
            }
        }
    }
    println!("one key: the last view, patched");
    patched.say("  key to view");
    println!("half a second after the last key: carried out, and read again");
    ran.say("  carried out");
    viewed.say("  read");
    println!("what another device typed: taken in, and read again");
    imported.say("  taken in and read");
    let hash = devices[0].document().state_hash();
    assert!(devices.iter().all(|device| device.document().state_hash() == hash));
    let snapshot = devices[0].document().snapshot().unwrap();
    let begin = Instant::now();
    let opened = Meeting::open(Document::open(session(9), &snapshot).unwrap());
    let words: usize = opened.view().items.iter().map(|item| item.note.len()).sum();
    println!(
        "{words} bytes of notes, a snapshot of {} bytes, opened and read in {:?}",
        snapshot.len(),
        begin.elapsed()
    );
    agreed();
}

/// A year with 200 decisions and 200 actions.
fn agreed() {
    let mut year = Afspraken::new(session(0)).unwrap();
    for nth in 0..200 {
        let subject = Subject { meeting: "m".into(), item: Some(id(nth)), casus: false };
        let decision = Decided {
            subject: subject.clone(),
            table: "werkgebied".into(),
            code: "heiloo".into(),
            on: "2027-03-11".parse().unwrap(),
            text: SENTENCE.into(),
            how: How::GeenBezwaar,
            agreed: Vec::new(),
            minority: String::new(),
            spend: None,
            changes: None,
        };
        let id = Decided::id(&subject, 1);
        year.run(&Agree::Decide { id, decision: Box::new(decision) }).unwrap();
        let action =
            model::afspraken::NewAction { what: SENTENCE.into(), subject, ..Default::default() };
        year.run(&Agree::AddAction { id: format!("actie-{nth}"), action }).unwrap();
    }
    let mut viewed = Times(Vec::new());
    for _ in 0..100 {
        let begin = Instant::now();
        let view = year.view();
        viewed.0.push(begin.elapsed());
        assert_eq!((view.decisions.len(), view.actions.len()), (200, 200));
    }
    println!("a year of 200 decisions and 200 actions");
    viewed.say("  read");
}
