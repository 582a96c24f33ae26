//! Files of two devices: by a package, over a server, over a reload, and taken away.

mod before;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use replica::blob::PIECE;
use replica::carry::{PackedPiece, Summary};
use replica::document::{DocumentError, Place};
use replica::relay::{MemoryRelay, Relay};
use replica::store::{MemoryStore, SaveState, Table, all};
use replica::sync::Refusal;
use replica::sync::api::{
    Blobs, Challenge, Chunk, Done, DropBlob, GetChunk, ListBlobs, Message, Problem, PutChunk,
    Session,
};
use replica::testing::block_on;

use super::*;
use crate::sharing::courier::{Courier, Proves, Reply, Wire};
use crate::spaces::tests::{
    NOW, Room, bring_together, budget, file, hand_over, meet, open, page, part, rng, save, telling,
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
    /// Refuses pieces of this file only.
    not_this: RefCell<Option<[u8; 16]>>,
    drops: RefCell<usize>,
    /// The next removal is done, and the answer to it is lost.
    lose_answer: RefCell<bool>,
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
                if *self.not_this.borrow() == Some(put.blob) {
                    return cbor(409, Problem::new(Refusal::Used, 0).encode());
                }
                let (_, here) = pieces.entry(put.blob).or_insert((put.chunks, Vec::new()));
                assert_eq!(here.len() as u64, put.number, "in order, and none twice");
                here.push(put.sealed);
                self.puts.borrow_mut().push(put.number);
                cbor(200, Done {}.encode())
            }
            "blob/drop" => {
                let drop = DropBlob::decode(&body).unwrap();
                *self.drops.borrow_mut() += 1;
                assert!(pieces.remove(&drop.blob).is_some(), "only what is there is asked for");
                let lost = self.lose_answer.replace(false);
                (!lost).then(|| cbor(200, Done {}.encode())).flatten()
            }
            _ => {
                let get = GetChunk::decode(&body).unwrap();
                let Some((chunks, here)) = pieces.get(&get.blob) else {
                    return cbor(404, Problem::new(Refusal::NotOpen, 0).encode());
                };
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
fn a_server_that_does_not_know_the_space_yet_is_asked_again_once_it_does() {
    let Two { anna, space, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    // Who is in is still on its way to it.
    server.refuse.replace(Some(Refusal::NotFound));
    assert_eq!(go(&server, &anna, NOW), Moved::Waits);
    assert_eq!(anna.files_refused(space.id()), None, "that passes: nobody is alarmed");
    assert_eq!(anna.file_refused(space.id(), one.blob), None);
    server.refuse.replace(None);
    assert_eq!(go(&server, &anna, NOW + 1), Moved::Waits, "it is not asked without end");
    meet(&anna, &Relay::new(MemoryRelay::default()));
    assert_eq!(go(&server, &anna, NOW + 2), Moved::Nothing);
    assert_eq!(anna.file_state(space.id(), &one), State::Sent);
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
    let left = block_on(from.pack_files(&mut package, &[space.id()], None, room)).unwrap();
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
    let to_give = anna.files_to_give(&[space.id()], None);
    assert_eq!(to_give, Amount { files: 1, bytes: memo().len() as u64 });
    let (package, left) = package(&anna, &space, u64::MAX);
    assert_eq!(left, Amount::default());
    assert_eq!(take(&bram, &package), 1);
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Ok(memo()));
    assert_eq!(take(&bram, &package), 0, "it is here already");
}

#[test]
fn a_file_that_the_other_showed_to_have_does_not_go_along_again() {
    let Two { anna, space, bram, .. } = two();
    let (one, other) = (attach(&anna, &space), attach(&anna, &space));
    let chosen = [space.id()];
    let given = |summary: &Summary| {
        let summary = Summary::decode(&summary.encode()).unwrap();
        let mut package = anna.package(&chosen, Some(&summary));
        let room = u64::from(u32::MAX);
        block_on(anna.pack_files(&mut package, &chosen, Some(&summary), room)).unwrap();
        let blobs: BTreeSet<_> = package.files.iter().map(|piece| piece.blob).collect();
        assert_eq!(anna.files_to_give(&chosen, Some(&summary)).files, blobs.len());
        (blobs, package)
    };
    let (blobs, package) = given(&bram.summary(1_000));
    assert_eq!(blobs, [one.blob, other.blob].into());
    let mut half = package;
    half.files.retain(|piece| piece.blob == one.blob);
    take(&bram, &half.encode());
    assert_eq!(given(&bram.summary(1_000)).0, [other.blob].into());
    assert_eq!(given(&bram.summary(0)).0, [one.blob, other.blob].into(), "no room to tell of it");
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

#[test]
fn a_file_that_nothing_refers_to_goes_from_the_server_also_when_the_answer_is_lost() {
    let Two { here, anna, space, .. } = two();
    let (one, other) = (attach(&anna, &space), attach(&anna, &space));
    let server = Server::default();
    go(&server, &anna, NOW);
    take_away(&anna, &space, &one);
    go(&server, &anna, NOW);
    assert_eq!(server.pieces.borrow().len(), 2, "until the next start it can be put back");
    let anna = open(&here, 1, 5);
    server.lose_answer.replace(true);
    assert_eq!(go(&server, &anna, NOW), Moved::Waits);
    // Also after another start it is known that it has to go.
    let anna = open(&here, 1, 6);
    assert_eq!(block_on(blob::to_drop(&here)).unwrap().len(), 1);
    assert_eq!(go(&server, &anna, NOW), Moved::Nothing);
    assert_eq!(*server.drops.borrow(), 1, "what is gone is not asked for again");
    assert!(block_on(blob::to_drop(&here)).unwrap().is_empty());
    assert_eq!(server.pieces.borrow().keys().collect::<Vec<_>>(), [other.blob.bytes()]);
}

#[test]
fn a_file_that_somebody_put_back_stays_on_the_server() {
    let Two { here, anna, space, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    go(&server, &anna, NOW);
    hand_over(&anna, &bram);
    go(&server, &bram, NOW);
    take_away(&anna, &space, &one);
    let anna = open(&here, 1, 5);
    // Bram saw that it went, and put it back.
    hand_over(&anna, &bram);
    refer(&bram, &theirs, &one);
    hand_over(&bram, &anna);
    let space = budget(&anna);
    assert_eq!(go(&server, &anna, NOW), Moved::Nothing);
    assert_eq!((*server.drops.borrow(), server.pieces.borrow().len()), (0, 1));
    assert_eq!(block_on(anna.content(space.id(), &one)), Ok(memo()), "it was fetched again");
}

#[test]
fn what_is_put_back_after_it_went_from_the_server_is_sent_again() {
    let Two { anna, space, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    go(&server, &anna, NOW);
    take_away(&anna, &space, &one);
    go(&server, &anna, NOW);
    // Another member's device dropped it in the meantime.
    server.pieces.borrow_mut().clear();
    refer(&anna, &space, &one);
    assert_eq!(go(&server, &anna, NOW), Moved::Nothing);
    assert_eq!(server.pieces.borrow().len(), 1);
    assert_eq!(anna.file_state(space.id(), &one), State::Sent);
}

#[test]
fn what_waits_is_counted_and_a_refusal_is_said() {
    use crate::sharing::status::{FilesWait, Place, Reach};
    let Two { anna, space, .. } = two();
    let (one, other) = (attach(&anna, &space), attach(&anna, &space));
    assert_eq!(space.files.get(), FilesWait { count: 2, refused: None, since: Some(NOW) });
    assert_eq!(space.waiting().1, 2);
    let server = Server::default();
    server.not_this.replace(Some(*one.blob.bytes()));
    go(&server, &anna, NOW);
    assert_eq!(anna.file_state(space.id(), &other), State::Sent, "the other goes all the same");
    let waits = FilesWait { count: 1, refused: Some(Refusal::Used), since: Some(NOW) };
    assert_eq!((space.files.get(), anna.file_state(space.id(), &one)), (waits, State::Waits));
    space.known(Reach::Here, |_, known| {
        let known = crate::sharing::status::Known { waiting: 0, ..*known };
        assert_eq!(known.place(), Place::Failing(Refusal::Used));
    });
    take_away(&anna, &space, &one);
    assert_eq!(space.files.get(), FilesWait::default());
}

/// The pieces of a file as somebody else makes them who has the key: each one opens, and they are not those that were added.
fn others(one: &Attachment) -> Vec<Vec<u8>> {
    blob::seal_again(&one.to_blob(), &memo(), &mut rng(77)).unwrap()
}

#[test]
fn pieces_of_two_makers_do_not_spoil_a_file() {
    let Two { anna, space, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    go(&server, &anna, NOW);
    hand_over(&anna, &bram);
    let packed = |number: u64, sealed: Vec<u8>| PackedPiece {
        space: theirs.id(),
        blob: one.blob,
        number,
        sealed,
    };
    let false_piece = packed(1, others(&one).swap_remove(1));
    assert_eq!(block_on(bram.take_files(std::slice::from_ref(&false_piece))), Ok(0));
    assert_eq!(bram.file_state(theirs.id(), &one), State::Partly { here: 1, count: 3 });
    // A complete one that is what was added wins from it.
    let (package, _) = package(&anna, &space, u64::MAX);
    assert_eq!(take(&bram, &package), 1);
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Ok(memo()));
    assert_eq!(block_on(bram.take_files(&[false_piece])), Ok(0), "and stays");
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Ok(memo()));
}

#[test]
fn a_false_piece_makes_it_fetched_anew_and_a_false_server_makes_it_damaged_until_it_is_handed_over()
{
    let Two { anna, space, bram, theirs, .. } = two();
    let one = attach(&anna, &space);
    let server = Server::default();
    go(&server, &anna, NOW);
    hand_over(&anna, &bram);
    let false_piece = others(&one).swap_remove(1);
    let packed = PackedPiece { space: theirs.id(), blob: one.blob, number: 1, sealed: false_piece };
    block_on(bram.take_files(&[packed])).unwrap();
    assert_eq!(go(&server, &bram, NOW), Moved::Nothing);
    assert_eq!(block_on(bram.content(theirs.id(), &one)), Ok(memo()));

    let (store, other) = (MemoryStore::default(), 3);
    let cora = open(&store, other, other.into());
    let hers = bring_together(&anna, &space, &cora);
    hand_over(&anna, &cora);
    server.pieces.borrow_mut().insert(*one.blob.bytes(), (3, others(&one)));
    assert_eq!(go(&server, &cora, NOW), Moved::Nothing, "it is not asked for without end");
    assert_eq!(cora.file_state(hers.id(), &one), State::Damaged);
    let (package, _) = package(&anna, &space, u64::MAX);
    assert_eq!(take(&cora, &package), 1);
    assert!(cora.file_state(hers.id(), &one).is_here());
}

#[test]
fn a_copy_of_the_device_holds_the_files_as_far_as_there_is_room() {
    use replica::bundle;
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    let one = attach(&room, &space);
    let size = memo().len() as u64;
    let without = block_on(room.copy(&file(), size - 1)).unwrap();
    assert_eq!((without.files.len(), without.left), (0, Amount { files: 1, bytes: size }));
    let copy = block_on(room.copy(&file(), size)).unwrap();
    assert_eq!(
        (copy.files.as_slice(), copy.left),
        ([(space.id(), one.blob)].as_slice(), Amount::default())
    );
    let other = open(&MemoryStore::default(), 2, 2);
    let bring = |copy: &DeviceCopy| {
        let copy = bundle::read(&copy.file).unwrap();
        let brought = block_on(other.bring_in(&copy, "Begroting", NOW)).unwrap();
        assert_eq!(save(&other), SaveState::SavedHere);
        brought.files
    };
    assert_eq!(bring(&without), 0);
    let mine = budget(&other);
    assert_eq!(other.file_state(mine.id(), &one), State::Elsewhere);
    assert_eq!((bring(&copy), bring(&copy)), (1, 0));
    assert_eq!(block_on(other.content(mine.id(), &one)), Ok(memo()));
}
