//! Files of two devices: by a package, over a server, over a reload, and taken away.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use replica::blob::PIECE;
use replica::document::{DocumentError, Place};
use replica::store::{MemoryStore, SaveState, Table, all};
use replica::sync::Refusal;
use replica::sync::api::{
    Blobs, Challenge, Chunk, Done, GetChunk, ListBlobs, Message, Problem, PutChunk, Session,
};
use replica::testing::block_on;

use super::*;
use crate::sharing::courier::{Courier, Proves, Reply, Wire};
use crate::spaces::tests::{
    NOW, Room, bring_together, budget, hand_over, open, page, part, save, telling,
};

/// How many pieces a file has, and those that are there.
type Pieces = (u64, Vec<Vec<u8>>);

/// A server that keeps pieces, and breaks off when it is told to.
#[derive(Default)]
struct Server {
    pieces: RefCell<BTreeMap<[u8; 16], Pieces>>,
    /// After so many questions nothing comes back any more.
    left: RefCell<Option<usize>>,
    refuse: RefCell<Option<Refusal>>,
    puts: RefCell<Vec<u64>>,
}

impl Wire for &Server {
    async fn post(&self, route: &str, _: Option<&[u8; 32]>, body: Vec<u8>) -> Option<Reply> {
        let cbor = |status, body| Some(Reply { status, is_cbor: true, body });
        match route {
            "challenge" => return cbor(200, Challenge { nonce: [9; 32], seconds: 60 }.encode()),
            "session" => return cbor(200, Session { token: [1; 32], seconds: 900 }.encode()),
            _ => {}
        }
        if let Some(left) = self.left.borrow_mut().as_mut() {
            *left = left.checked_sub(1)?;
        }
        if let Some(refusal) = *self.refuse.borrow() {
            return cbor(409, Problem::new(refusal, 5_000).encode());
        }
        let mut pieces = self.pieces.borrow_mut();
        match route {
            "blob/list" => {
                ListBlobs::decode(&body).unwrap();
                let all = pieces.iter().map(|(id, (count, here))| (*id, *count, here.len() as u64));
                cbor(200, Blobs { blobs: all.collect() }.encode())
            }
            "blob/put" => {
                let put = PutChunk::decode(&body).unwrap();
                let (_, here) = pieces.entry(put.blob).or_insert((put.chunks, Vec::new()));
                assert_eq!(here.len() as u64, put.number, "in order, and none twice");
                here.push(put.sealed);
                self.puts.borrow_mut().push(put.number);
                cbor(200, Done {}.encode())
            }
            _ => {
                let get = GetChunk::decode(&body).unwrap();
                let (chunks, here) = &pieces[&get.blob];
                let sealed = here[get.number as usize].clone();
                cbor(200, Chunk { chunks: *chunks, sealed }.encode())
            }
        }
    }
}

fn courier<'a>(server: &'a Server, room: &Room) -> Courier<&'a Server> {
    Courier::new(server, "https://swv.example".into(), Proves::Device(room.me().keys.clone()))
}

/// Goes on until nothing more can be done now.
fn go(server: &Server, room: &Room, now: u64) -> Moved {
    let courier = courier(server, room);
    room.look_at_files();
    for _ in 0..1_000 {
        match block_on(room.move_files(&courier, now)).unwrap() {
            Moved::More => {}
            end => return end,
        }
    }
    panic!("it ends");
}

fn refer(room: &Room, open: &OpenSpace, one: &Attachment) {
    let page = page(open);
    let edit = page
        .0
        .borrow_mut()
        .edit(|to| to.set(&Place::root("test"), &format!("stuk:{}", one.blob), one.to_value()));
    let update = edit.map_err(|error: DocumentError| error).unwrap().update.unwrap();
    room.record(open, part(), update, NOW);
    assert_eq!(save(room), SaveState::SavedHere);
}

fn take_away(room: &Room, open: &OpenSpace, one: &Attachment) {
    let page = page(open);
    let edit = page
        .0
        .borrow_mut()
        .edit(|to| to.clear(&Place::root("test"), &format!("stuk:{}", one.blob)));
    let update = edit.map_err(|error: DocumentError| error).unwrap().update.unwrap();
    room.record(open, part(), update, NOW);
    assert_eq!(save(room), SaveState::SavedHere);
}

fn memo() -> Vec<u8> {
    (0..2 * PIECE + 77).map(|n| (n % 253) as u8).collect()
}

fn attach(room: &Room, open: &OpenSpace) -> Attachment {
    let made = block_on(room.attach(open.id(), "Memo.pdf", "application/pdf", &memo())).unwrap();
    refer(room, open, &made);
    made
}

struct Two {
    here: MemoryStore,
    anna: Room,
    space: Rc<OpenSpace>,
    there: MemoryStore,
    bram: Room,
    theirs: Rc<OpenSpace>,
}

fn two() -> Two {
    let (here, there) = (MemoryStore::default(), MemoryStore::default());
    let (anna, bram) = (open(&here, 1, 1), open(&there, 2, 2));
    let space = budget(&anna);
    anna.keep(&space);
    save(&anna);
    let theirs = bring_together(&anna, &space, &bram);
    hand_over(&anna, &bram);
    Two { here, anna, space, there, bram, theirs }
}

#[test]
fn a_file_is_there_after_a_reload_and_lies_sealed() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    let one = attach(&room, &space);
    assert_eq!(room.file_state(space.id(), &one), State::Here);
    let again = open(&store, 1, 2);
    let space = budget(&again);
    assert_eq!(again.attachments(&space), std::slice::from_ref(&one));
    assert_eq!(block_on(again.content(space.id(), &one)), Ok(memo()));
    let readable = memo()[..64].to_vec();
    for row in block_on(all(&store, Table::Blob, "")).unwrap() {
        assert!(row.value.windows(64).all(|window| window != readable));
    }
}

#[test]
fn a_file_goes_over_the_server_from_where_it_broke_off() {
    let Two { anna, space, there, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    assert_eq!(anna.file_state(space.id(), &one), State::Waits);
    let server = Server::default();
    // The list and one piece, and then the connection goes.
    server.left.replace(Some(2));
    assert_eq!(go(&server, &anna, NOW), Moved::Waits);
    assert_eq!(anna.file_state(space.id(), &one), State::Waits);
    hand_over(&anna, &bram);
    assert_eq!(bram.file_state(theirs.id(), &one), State::Elsewhere);
    server.left.replace(None);
    // What is there already comes over already.
    assert_eq!(go(&server, &bram, NOW), Moved::Waits);
    assert_eq!(bram.file_state(theirs.id(), &one), State::Partly { here: 1, count: 3 });
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Err(NotOpened::NotHere));
    assert_eq!(go(&server, &anna, NOW), Moved::Nothing);
    assert_eq!(anna.file_state(space.id(), &one), State::Sent);
    assert_eq!(*server.puts.borrow(), [0, 1, 2], "no piece went twice");
    // Night falls in between.
    let bram = open(&there, 2, 3);
    assert_eq!(go(&server, &bram, NOW), Moved::Nothing);
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Ok(memo()));
    assert_eq!(bram.file_state(theirs.id(), &one), State::Sent);
    assert_eq!(bram.files_here(theirs.id()).len(), 1);
}

#[test]
fn a_server_that_was_put_back_gets_the_file_again() {
    let Two { here, anna, space, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    go(&server, &anna, NOW);
    assert_eq!(anna.file_state(space.id(), &one), State::Sent);
    server.pieces.borrow_mut().clear();
    // The next day.
    let anna = open(&here, 1, 5);
    assert_eq!(go(&server, &anna, NOW), Moved::Nothing);
    assert_eq!(server.pieces.borrow().len(), 1);
}

#[test]
fn a_refusal_is_remembered_and_the_space_left_alone_for_a_while() {
    let Two { anna, space, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    server.refuse.replace(Some(Refusal::Full));
    assert_eq!(go(&server, &anna, NOW), Moved::Waits);
    assert_eq!(anna.files_refused(space.id()), Some(Refusal::Full));
    server.refuse.replace(None);
    assert_eq!(go(&server, &anna, NOW + 1), Moved::Waits, "not yet");
    assert_eq!(go(&server, &anna, NOW + 61_000), Moved::Nothing);
    assert_eq!(anna.file_state(space.id(), &one), State::Sent);
    assert_eq!(anna.files_refused(space.id()), None);
}

#[test]
fn what_the_server_gives_is_not_believed() {
    let Two { anna, space, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    go(&server, &anna, NOW);
    hand_over(&anna, &bram);
    server.pieces.borrow_mut().values_mut().for_each(|(_, here)| here[1][50] ^= 1);
    assert_eq!(go(&server, &bram, NOW), Moved::Nothing, "it is not asked for without end");
    assert_eq!(bram.file_state(theirs.id(), &one), State::Damaged);
}

fn package(from: &Room, space: &OpenSpace, room: u64) -> (Vec<u8>, Amount) {
    let mut package = from.package(&[space.id()], None);
    let left = block_on(from.pack_files(&mut package, &[space.id()], room)).unwrap();
    (package.encode(), left)
}

fn take(to: &Room, package: &[u8]) -> usize {
    let came = telling(|telling| block_on(to.take_over(package, telling, NOW))).unwrap();
    assert_eq!(save(to), SaveState::SavedHere);
    block_on(to.take_files(&came.files)).unwrap()
}

#[test]
fn a_file_goes_along_in_a_package_and_only_once() {
    let Two { anna, space, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    let to_give = anna.files_to_give(&[space.id()]);
    assert_eq!(to_give, Amount { files: 1, bytes: memo().len() as u64 });
    let (package, left) = package(&anna, &space, u64::MAX);
    assert_eq!(left, Amount::default());
    assert_eq!(take(&bram, &package), 1);
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Ok(memo()));
    assert_eq!(take(&bram, &package), 0, "it is here already");
}

#[test]
fn a_file_that_does_not_fit_stays_and_is_told() {
    let Two { anna, space, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    let (package, left) = package(&anna, &space, 1_000);
    assert_eq!(left, Amount { files: 1, bytes: memo().len() as u64 });
    assert_eq!(take(&bram, &package), 0);
    assert_eq!(bram.file_state(theirs.id(), &one), State::Elsewhere);
}

#[test]
fn who_is_not_in_the_space_keeps_nothing_of_its_files() {
    let Two { anna, space, .. } = two();
    attach(&anna, &space);
    let (package, _) = package(&anna, &space, u64::MAX);
    let store = MemoryStore::default();
    let stranger = open(&store, 3, 3);
    assert_eq!(take(&stranger, &package), 0);
    assert!(block_on(all(&store, Table::Blob, "")).unwrap().is_empty());
}

#[test]
fn what_is_taken_away_can_be_put_back_until_the_next_start_and_is_gone_after_it() {
    let Two { here, anna, space, .. } = two();
    let (one, other) = (attach(&anna, &space), attach(&anna, &space));
    take_away(&anna, &space, &one);
    assert_eq!(block_on(anna.content(space.id(), &one)), Ok(memo()));
    refer(&anna, &space, &one);
    take_away(&anna, &space, &other);
    let anna = open(&here, 1, 5);
    let space = budget(&anna);
    assert_eq!(anna.file_state(space.id(), &one), State::Waits);
    assert_eq!(block_on(anna.content(space.id(), &other)), Err(NotOpened::NotHere));
    assert_eq!(block_on(all(&here, Table::Blob, "")).unwrap().len(), 3, "those of one file");
}

#[test]
fn an_erased_space_leaves_no_files() {
    let Two { anna, space, there, bram, .. } = two();
    attach(&anna, &space);
    let (package, _) = package(&anna, &space, u64::MAX);
    assert_eq!(take(&bram, &package), 1);
    anna.decide(&space, |space, _| space.erase(NOW)).unwrap();
    save(&anna);
    let package = anna.package(&[space.id()], None).encode();
    take(&bram, &package);
    assert!(block_on(all(&there, Table::Blob, "")).unwrap().is_empty());
    drop(open(&there, 2, 9));
    let left = block_on(all(&there, Table::Meta, "local/blob/")).unwrap();
    assert!(left.is_empty());
}

#[test]
fn a_full_device_keeps_nothing_of_a_file_and_says_so() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    room.keep(&space);
    save(&room);
    store.set_quota(Some(store.size() + PIECE));
    let refused = block_on(room.attach(space.id(), "a.pdf", "", &memo()));
    assert_eq!(refused, Err(NotAdded::Full));
    assert!(block_on(all(&store, Table::Blob, "")).unwrap().is_empty());
    assert_eq!(block_on(room.attach(space.id(), "a.pdf", "", b"")), Err(NotAdded::Empty));
}
