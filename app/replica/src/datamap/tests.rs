//! Every field of the types has its row, and every row is a field.

use std::collections::BTreeSet;

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;

use super::*;
use crate::document::{Document, DocumentError, Place};
use crate::envelope::{Envelope, Header, Seal};
use crate::id::{PartId, SpaceId};
use crate::keys::DeviceKeys;
use crate::member::{Change, Entry, Given, Joined, Label, NewEpoch, PersonId, SideId};
use crate::seal::Opened;
use crate::space::{Founding, Space, Task};
use crate::store::{Op, Table};
use crate::sync::{Body, Event, Frame, Item};

/// The fields of types and of variants. A field that is left out does not compile.
macro_rules! fields {
    ($($($name:ident)::+ { $($field:ident),* })*) => {{
        $(
            #[allow(irrefutable_let_patterns, unused)]
            const _: fn(of!($($name)::+)) = |value| {
                if let $($name)::+ { $($field: _),* } = value {}
            };
        )*
        let all: Vec<Vec<&str>> = vec![$(vec![$(stringify!($field)),*]),*];
        all.concat().into_iter().collect::<BTreeSet<&str>>()
    }};
}

/// The type of a type or of a variant.
macro_rules! of {
    ($name:ident) => {
        $name
    };
    ($name:ident::$variant:ident) => {
        $name
    };
}

fn named(rows: &[Row]) -> BTreeSet<&'static str> {
    let names: BTreeSet<_> = rows.iter().map(|row| row.0).collect();
    assert_eq!(names.len(), rows.len(), "every row once");
    names
}

fn without<'a>(mut all: BTreeSet<&'a str>, these: &[&str]) -> BTreeSet<&'a str> {
    all.retain(|name| !these.contains(name));
    all
}

#[test]
fn every_field_of_an_envelope_is_on_the_map() {
    let all = fields! {
        Header { space, part, epoch, device, seq, prev, kind }
        Seal::Sealed { nonce, signature }
        Envelope { header, seal, body }
        Opened { payload, heads }
    };
    assert_eq!(named(ENVELOPE), without(all, &["header", "seal"]));
}

#[test]
fn every_field_of_the_membership_log_is_on_the_map() {
    let all = fields! {
        Entry { space, parents, author, at, change }
        Joined { public, person, side, role, label }
        Label { epoch, sealed }
        Given { epoch, wrapped }
        NewEpoch { epoch, check, wrapped }
        Change::Create { founder, epoch }
        Change::Add { member, key }
        Change::SetRole { device, role, seen }
        Change::Rotate { removed, seen, epoch, older }
        Change::Recovery { public, key }
        Change::Give { device, key }
        Change::Part { part, rule }
        Change::Checkpoint { seen }
        Change::Erase {}
    };
    assert_eq!(named(MEMBERSHIP), without(all, &["change"]));
    // A change that is added needs a line above and one here.
    const _: fn(&Change) = |change| match change {
        Change::Create { .. } | Change::Add { .. } | Change::SetRole { .. } => {}
        Change::Rotate { .. } | Change::Recovery { .. } | Change::Give { .. } => {}
        Change::Part { .. } | Change::Checkpoint { .. } | Change::Erase => {}
    };
}

#[test]
fn every_field_of_a_sync_message_is_on_the_map() {
    let all = fields! {
        Frame { space, id, body }
        Body::Hello { device, server, all }
        Body::Push { items }
        Body::List { server, after }
        Body::Want { entries, ranges }
        Body::Prune { part, heads, receipts }
        Body::Welcome { server, newest, log, heads }
        Body::Ack { server, newest, entries, heads, refused }
        Body::Page { server, after, last, newest, items }
        Body::Given { items }
        Body::Poke { server, newest }
        Body::Refuse { refusal, retry_after }
    };
    assert_eq!(named(MESSAGES), without(all, &["body"]));
    // A message that is added needs a line above and one here.
    const _: fn(&Body) = |body| match body {
        Body::Hello { .. } | Body::Push { .. } | Body::List { .. } | Body::Want { .. } => {}
        Body::Prune { .. } | Body::Welcome { .. } | Body::Ack { .. } | Body::Page { .. } => {}
        Body::Given { .. } | Body::Poke { .. } | Body::Refuse { .. } => {}
    };
}

/// A space that writes, gets, waits for and refuses something: each of its rows is on the map.
#[test]
fn every_row_on_a_device_is_on_the_map() {
    let mut rng = ChaCha20Rng::from_seed([1; 32]);
    let keys = DeviceKeys::generate(&mut rng);
    let (space, part) = (SpaceId::from_bytes([1; 16]), PartId::named("agenda"));
    let (person, side) = (PersonId::from_bytes([1; 16]), SideId::named("school"));
    let founding = Founding { space, person, side, name: "Anna", parts: &[], at: 1 };
    let mut space = Space::create(&founding, keys.clone(), 1, &mut rng).unwrap();
    let mut document = Document::new(space.session()).unwrap();
    let edit = document.edit(|to| {
        to.set(&Place::root("velden"), "naam", 1i64)?;
        Ok::<(), DocumentError>(())
    });
    space.record(part, &edit.unwrap().update.unwrap(), &mut rng).unwrap();
    let mut ops = Vec::new();
    let mut drain = |space: &mut Space| {
        while let Some(batch) = space.begin() {
            ops.extend(batch);
            space.end(Ok(()));
        }
    };
    drain(&mut space);
    let envelope = ops_envelope(&space, part);
    let mut unknown = envelope.clone();
    unknown.header.device = crate::id::DeviceId::from_bytes([9; 16]);
    let items = vec![Item::Envelope(unknown.encode()), Item::Envelope(vec![1, 2, 3])];
    space.on(Event::Items(items), 1, 0);
    drain(&mut space);
    space.on(Event::Online(true), 2, 0);
    let asked = space.take().into_iter().find_map(|task| match task {
        Task::Send(bytes) => Some(Frame::decode(&bytes).unwrap()),
        _ => None,
    });
    let head = crate::seal::ChainHead {
        part,
        device: keys.id(),
        seq: 1,
        hash: crate::envelope::hash(&envelope.encode()),
    };
    let body = Body::Welcome { server: [7; 16], newest: 0, log: Vec::new(), heads: vec![head] };
    space.on(Event::Message(Frame { body, ..asked.unwrap() }.encode()), 3, 0);
    drain(&mut space);
    space.snapshot(part, &document).unwrap();
    drain(&mut space);
    space.erase(4).unwrap();
    drain(&mut space);
    let mut met = BTreeSet::new();
    for op in &ops {
        let (Op::Put { table, key, .. } | Op::Insert { table, key, .. }) = op else { continue };
        let row = DEVICE.iter().find(|row| match row.0.split_once(": ") {
            Some((_, prefix)) => *table == Table::Meta && key.starts_with(prefix),
            None => row.0 == table.name(),
        });
        met.insert(row.unwrap_or_else(|| panic!("{table:?} {key} is not on the map")).0);
    }
    let expected = [
        "log",
        "quarantine",
        "meta: member/",
        "meta: root/",
        "meta: erased/",
        "meta: local/head/",
        "meta: local/acknowledged/",
        "meta: local/server/",
        "meta: local/untold/",
        "meta: local/pending/",
        "meta: local/judged/",
        "meta: local/document/",
    ];
    assert_eq!(met, expected.into_iter().collect(), "the test meets what it should");
    for table in Table::ALL {
        let name = table.name();
        assert!(DEVICE.iter().any(|row| row.0 == name || row.0.starts_with(&format!("{name}: "))));
    }
}

fn ops_envelope(space: &Space, part: PartId) -> Envelope {
    let inbox = space.client().inbox();
    let (_, hash, _) = inbox.chain_after(part, space.session().device, 0).next().unwrap();
    inbox.envelope_of(hash).unwrap().clone()
}

#[test]
fn what_is_sealed_is_never_said_to_be_read_by_the_server() {
    for rows in [ENVELOPE, MEMBERSHIP, MESSAGES, INVITATION, DEVICE] {
        for (field, _, form, who, _) in rows {
            let locked = matches!(form, Sealed | AtRest);
            assert!(!(locked && who.contains("server")), "{field}");
        }
    }
}
