//! Good bytes for every reader, of a space in which two people wrote.

use std::collections::BTreeMap;

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
use replica::bundle::{self, About};
use replica::carry::{Bag, Carried, Fountain, Package, PackedPiece, Summary, What, to_text};
use replica::document::{Document, DocumentError, Place, Session};
use replica::id::{BlobId, DeviceId, PartId, SpaceId};
use replica::invite::{Invite, Note, Offer, Request};
use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId};
use replica::recovery::Kit;
use replica::role::Role;
use replica::seal::ChainHead;
use replica::space::{Founding, Space};
use replica::store::{MemoryStore, Op, Store, Table};
use replica::sync::api::{self, Message};
use replica::sync::{Body, Frame, Item, Range, Refusal};
use replica::testing::block_on;

const SPACE: SpaceId = SpaceId::from_bytes(*b"dossier van Noor");

pub(crate) struct Samples {
    by_reader: BTreeMap<&'static str, Vec<Vec<u8>>>,
    all: Vec<Vec<u8>>,
}

impl Samples {
    pub(crate) fn of(&self, reader: &str) -> &[Vec<u8>] {
        self.by_reader.get(reader).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn every(&self) -> &[Vec<u8>] {
        &self.all
    }
}

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub(crate) fn all() -> Samples {
    let by_reader = BTreeMap::from([
        ("envelope", items().into_iter().filter(is_envelope).map(bytes).collect()),
        ("entry", items().into_iter().filter(|item| !is_envelope(item)).map(bytes).collect()),
        ("frame", frames()),
        ("api", messages()),
        ("offer", vec![invitation().0]),
        ("request", vec![invitation().1]),
        ("reveal", vec![invitation().2]),
        ("link", vec![invitation().3]),
        ("kit", vec![Kit::generate(&mut rng(9)).words().as_bytes().to_vec()]),
        ("summary", summaries()),
        ("package", packages()),
        ("bundle", bundles()),
        ("qr", codes()),
        ("letters", codes().iter().map(|code| to_text(code).into_bytes()).collect()),
        ("document", documents()),
    ]);
    let all = by_reader.values().flatten().cloned().collect();
    Samples { by_reader, all }
}

fn is_envelope(item: &Item) -> bool {
    matches!(item, Item::Envelope(_))
}

fn bytes(item: Item) -> Vec<u8> {
    item.bytes().to_vec()
}

fn session() -> Session {
    Session { peer: 1, device: DeviceId::from_bytes([1; 16]) }
}

fn document() -> (Document, Vec<Vec<u8>>) {
    let mut document = Document::new(session()).unwrap();
    let mut updates = Vec::new();
    for number in 0..4i64 {
        let edit = document.edit(|to| {
            to.set(&Place::root("velden"), &format!("veld {number}"), number)?;
            to.set(&Place::root("velden"), "tekst", "Noor leest graag".repeat(number as usize))?;
            Ok::<(), DocumentError>(())
        });
        updates.push(edit.unwrap().update.unwrap());
    }
    (document, updates)
}

fn documents() -> Vec<Vec<u8>> {
    let (document, mut updates) = document();
    updates.push(document.snapshot().unwrap());
    updates
}

/// Entries and envelopes of a space: begun, somebody let in, a new key, changes, a snapshot.
fn items() -> Vec<Item> {
    let mut rng = rng(3);
    let (anna, bram) = (DeviceKeys::generate(&mut rng), DeviceKeys::generate(&mut rng));
    let (person, side, name) = (PersonId::from_bytes([3; 16]), SideId::named("school"), "Anna");
    let founding = Founding { space: SPACE, person, side, name, parts: &[], at: 1 };
    let mut space = Space::create(&founding, anna, 1, &mut rng).unwrap();
    let who = (PersonId::from_bytes([4; 16]), side, "Bram");
    space.add(*bram.public(), who, Role::Bewerken, 2, &mut rng).unwrap();
    space.set_role(bram.id(), Role::Lezen, 3).unwrap();
    space.rotate(&[bram.id()], 4, &mut rng).unwrap();
    let (part, (document, updates)) = (PartId::named("agenda"), document());
    for update in updates {
        space.record(part, &update, &mut rng).unwrap();
    }
    drop(document);
    let (mut items, mut entries) = (Vec::new(), Vec::new());
    for signed in space.client().inbox().log().entries() {
        entries.push(Item::Entry(signed.encode()));
    }
    while let Some(batch) = space.begin() {
        for op in &batch {
            if let Op::Insert { table: Table::Log, value, .. } = op {
                items.push(Item::Envelope(value.clone()));
            }
        }
        space.end(Ok(()));
    }
    entries.into_iter().chain(items).collect()
}

fn frames() -> Vec<Vec<u8>> {
    let (device, part) = (DeviceId::from_bytes([1; 16]), PartId::named("agenda"));
    let head = ChainHead { part, device, seq: 3, hash: [3; 32] };
    let (server, heads) = ([7; 16], vec![head]);
    let range = Range { part, device, from: 1, to: 9 };
    let bodies = [
        Body::Hello { device, server: Some(server), all: true },
        Body::Push { items: items() },
        Body::List { server, after: 4 },
        Body::Want { entries: vec![[1; 32]], ranges: vec![range] },
        Body::Prune { part, heads: heads.clone(), receipts: vec![(device, [5; 64])] },
        Body::Welcome { server, newest: 9, log: vec![[2; 32]], heads: heads.clone() },
        Body::Ack {
            server,
            newest: 9,
            entries: vec![[1; 32]],
            heads,
            refused: vec![([1; 32], Refusal::Fork)],
        },
        Body::Page { server, after: 0, last: 9, newest: 9, items: items() },
        Body::Given { items: items() },
        Body::Poke { server, newest: 9 },
        Body::Refuse { refusal: Refusal::Busy, retry_after: 9 },
    ];
    bodies.map(|body| Frame { space: SPACE, id: 1, body }.encode()).into()
}

fn messages() -> Vec<Vec<u8>> {
    let challenge = api::Challenge { nonce: [1; 32], seconds: 60 };
    let keys = DeviceKeys::generate(&mut rng(5));
    let (space, dropbox, blob) = (SPACE, [1; 16], [2; 16]);
    let state = api::InviteState {
        offer: vec![1; 9],
        request: Some(vec![2; 9]),
        reveal: None,
        answer: None,
    };
    vec![
        challenge.encode(),
        challenge.prove("https://thuisnabij.example", &keys).encode(),
        api::Problem::new(Refusal::Busy, 5).encode(),
        api::Wait { known: vec![(space, 3)] }.encode(),
        api::Pokes { frames: vec![vec![1; 20]; 3] }.encode(),
        state.encode(),
        api::ReadGift { dropbox, hash: [4; 32] }.encode(),
        api::AskReceipt { hash: [4; 32] }.encode(),
        api::Receipt { at: 9, key: [1; 32], by: [2; 64] }.encode(),
        api::Gift { sealed: vec![9; 300] }.encode(),
        api::Gifts { sealed: vec![vec![9; 300]; 3], more: true }.encode(),
        api::TakeGifts { space, dropbox, hashes: vec![[1; 32]; 3] }.encode(),
        api::PutChunk { space, blob, chunks: 3, number: 1, sealed: vec![8; 500] }.encode(),
        api::Blobs { blobs: vec![(blob, 3, 2)] }.encode(),
    ]
}

/// Offer, request, reveal and link.
fn invitation() -> (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>) {
    let (anna, bram) = (DeviceKeys::generate(&mut rng(5)), DeviceKeys::generate(&mut rng(6)));
    let note = Note {
        space: SPACE,
        space_name: "Dossier van Noor".into(),
        root: [1; 32],
        inviter: *anna.public(),
        role: Role::Bewerken,
        side: SideId::named("ouders"),
        expires: 2_000,
        promise: [0; 32],
    };
    let mut invite = Invite::new(note, &mut rng(7)).unwrap();
    let offer = Offer::decode(&invite.offer().encode()).unwrap();
    let request = Request::new(invite.link(), &offer, "Moeder", &bram, 1_000, &mut rng(8));
    let request = request.unwrap().0;
    let reveal = invite.answer(&request, 1_000, &anna).unwrap().0;
    let link = format!("#{}", invite.link().text()).into_bytes();
    (offer.encode(), request.encode(), reveal.encode(), link)
}

fn packages() -> Vec<Vec<u8>> {
    let bag = |number| Bag { space: SpaceId::from_bytes([number; 16]), items: items() };
    let package = Package { bags: vec![bag(1), bag(2)], ..Package::default() };
    let piece = |number, size| PackedPiece {
        space: SpaceId::from_bytes([1; 16]),
        blob: BlobId::from_bytes([3; 16]),
        number,
        sealed: vec![7; size],
    };
    let files = vec![piece(0, 300), piece(1, 40)];
    let with_files = Package { files, ..package.clone() };
    vec![package.encode(), package.armour().into_bytes(), with_files.encode()]
}

fn summaries() -> Vec<Vec<u8>> {
    let mut carried = Carried::default();
    carried.take(Bag { space: SPACE, items: items() });
    let stock = carried.stock(SPACE).unwrap();
    vec![Summary::new(&[stock], [4; 16], 900).encode()]
}

fn bundles() -> Vec<Vec<u8>> {
    let store = MemoryStore::default();
    let ops: Vec<_> = (0..)
        .zip(items())
        .map(|(place, item)| Op::Put {
            table: Table::Log,
            key: format!("{SPACE}/{place:016}"),
            value: bytes(item),
        })
        .collect();
    block_on(store.commit(&ops)).unwrap();
    let about = About { app: "1".into(), made: "2026-11-25".into() };
    let mut file = Vec::new();
    block_on(bundle::export(&store, &about, &[], |bytes| file.extend_from_slice(bytes))).unwrap();
    vec![file]
}

/// A short message whole, and pieces of a long one.
fn codes() -> Vec<Vec<u8>> {
    let short = Fountain::new(What::Summary, b"kort", 64).unwrap();
    let message: Vec<u8> = (0..5_000u32).map(|number| number as u8).collect();
    let long = Fountain::new(What::Package, &message, 300).unwrap();
    [short.frame(0)].into_iter().chain([0, 3, 40, 9_000].map(|number| long.frame(number))).collect()
}
