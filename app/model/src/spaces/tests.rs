//! The spaces of one person on stores in memory: what is written when, what survives, how two people come together.

mod adviser;
mod kit;
mod lost;
#[path = "../../tests/shared/room.rs"]
mod room;
mod schools;
mod unread;
mod voices;

use std::rc::Rc;

use replica::bundle::{self, About as AboutFile};
use replica::document::{Document, DocumentError, Place, Value};
use replica::id::PartId;
use replica::role::Role;
use replica::store::memory::Fault;
use replica::store::{MemoryStore, SaveState, Store, StoreError, Table, all};
use replica::sync::Event;
use replica::testing::block_on;
use rules::text::Lang;

pub(super) use kit::meet;
pub(super) use room::{NOW, Page, Room, enter, rng};

use super::*;
use crate::sharing::Telling;
use crate::sharing::invite::Step;
use crate::sharing::sides::As;

/// A device in which every document was read, as the app does behind the first page.
pub(super) fn open(store: &MemoryStore, person: u8, peer: u64) -> Room {
    let room = enter(store, person, peer);
    while room.read_next(&[]) {}
    block_on(room.sweep_files()).unwrap();
    let report = room.report();
    assert!(report.quarantined.is_empty() && report.blocked.is_empty());
    room
}

pub(super) fn part() -> PartId {
    PartId::named("test")
}

pub(super) fn page(open: &OpenSpace) -> Rc<Page> {
    match open.part(part()) {
        Part::Free(document) => Page::shelve(open, part(), document),
        Part::Shelved(book) => book.as_any().downcast().unwrap(),
        Part::Blocked => panic!("it can be read"),
    }
}

fn write(room: &Room, open: &OpenSpace, value: i64) {
    let page = page(open);
    let edit = page.0.borrow_mut().edit(|to| to.set(&Place::root("test"), "n", Value::Int(value)));
    let update = edit.map_err(|error: DocumentError| error).unwrap().update.unwrap();
    room.record(open, part(), update, NOW);
}

fn read(open: &OpenSpace) -> Option<Value> {
    let page = page(open);
    let entries = page.0.borrow().register(&Place::root("test"), "n");
    entries.into_iter().next().map(|entry| entry.value)
}

pub(super) fn save(room: &Room) -> SaveState {
    block_on(room.save(NOW))
}

pub(super) fn budget(room: &Room) -> Rc<OpenSpace> {
    let current = room.current(&Kind::Begroting);
    current.unwrap_or_else(|| room.found(&Kind::Begroting, "Begroting", NOW).unwrap())
}

fn rows(store: &MemoryStore) -> usize {
    Table::ALL.into_iter().map(|table| block_on(all(store, table, "")).unwrap().len()).sum()
}

pub(super) fn file() -> AboutFile {
    AboutFile { app: "test".to_owned(), made: "2026-11-26".to_owned() }
}

#[test]
fn looking_writes_nothing_and_the_first_change_brings_its_space_along() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    assert_eq!((save(&room), rows(&store)), (SaveState::SavedHere, 0));
    write(&room, &space, 7);
    assert_eq!(save(&room), SaveState::SavedHere);
    let again = open(&store, 1, 2);
    let found = budget(&again);
    assert_eq!((found.id(), read(&found)), (space.id(), Some(Value::Int(7))));
    assert_eq!(found.about().title, "Begroting");
    assert_eq!(found.role(), Some(Role::Beheer));
}

#[test]
fn the_space_that_was_chosen_while_it_was_empty_lies_open_the_next_day() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let first = budget(&room);
    write(&room, &first, 1);
    let second = room.found(&Kind::Begroting, "Begroting van later", NOW).unwrap();
    for chosen in [&second, &first, &second] {
        block_on(room.choose(chosen.id())).unwrap();
    }
    assert_eq!((save(&room), budget(&open(&store, 1, 2)).id()), (SaveState::SavedHere, first.id()));
    write(&room, &second, 2);
    assert_eq!(save(&room), SaveState::SavedHere);
    assert_eq!(budget(&open(&store, 1, 3)).id(), second.id());
}

#[test]
fn a_full_device_says_so_loses_nothing_and_goes_on_when_there_is_room() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    write(&room, &space, 1);
    assert_eq!(save(&room), SaveState::SavedHere);
    store.fail_at(store.operations(), Fault::Refuse(StoreError::Quota));
    write(&room, &space, 2);
    assert_eq!(save(&room), SaveState::NotSaved(StoreError::Quota));
    write(&room, &space, 3);
    assert_eq!(read(&budget(&open(&store, 1, 2))), Some(Value::Int(1)), "the earlier one is there");
    assert_eq!(save(&room), SaveState::SavedHere);
    assert_eq!(read(&budget(&open(&store, 1, 3))), Some(Value::Int(3)), "also what came after");
}

#[test]
fn a_first_change_that_could_not_be_kept_is_kept_later_with_its_space() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    store.fail_at(store.operations(), Fault::Refuse(StoreError::Quota));
    write(&room, &space, 1);
    assert_eq!((save(&room), rows(&store)), (SaveState::NotSaved(StoreError::Quota), 0));
    assert_eq!(save(&room), SaveState::SavedHere);
    assert_eq!(read(&budget(&open(&store, 1, 2))), Some(Value::Int(1)));
}

#[test]
fn what_is_on_the_screen_survives_that_the_browser_cleared_the_storage() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    write(&room, &space, 1);
    assert_eq!(save(&room), SaveState::SavedHere);
    block_on(store.wipe()).unwrap();
    write(&room, &space, 2);
    assert_eq!(block_on(room.write_anew(NOW)), Ok(SaveState::SavedHere));
    let again = budget(&open(&store, 1, 2));
    assert_eq!((read(&again), again.about().title.as_str()), (Some(Value::Int(2)), "Begroting"));
}

#[test]
fn a_copy_comes_back_where_it_was_made_and_elsewhere_and_only_once() {
    let (here, there) = (MemoryStore::default(), MemoryStore::default());
    let room = open(&here, 1, 1);
    let space = budget(&room);
    write(&room, &space, 1);
    save(&room);
    let copy = bundle::read(&block_on(room.copy(&file(), 0)).unwrap().file).unwrap();

    let other = open(&there, 2, 2);
    let draft = budget(&other);
    let brought = block_on(other.bring_in(&copy, "Begroting", NOW)).unwrap();
    assert_eq!((brought.documents, brought.spaces.len()), (1, 1));
    assert_eq!(save(&other), SaveState::SavedHere);
    assert!(other.get(draft.id()).is_none(), "an empty one gives way");
    let mine = budget(&other);
    assert_eq!(read(&mine), Some(Value::Int(1)));
    assert_ne!(mine.id(), space.id(), "it is a space of one's own");
    let again = block_on(other.bring_in(&copy, "Begroting", NOW)).unwrap();
    assert_eq!((again.documents, again.spaces.len()), (0, 0));

    // Back where it came from, with what was added elsewhere.
    write(&other, &mine, 2);
    save(&other);
    let newer = bundle::read(&block_on(other.copy(&file(), 0)).unwrap().file).unwrap();
    let brought = block_on(room.bring_in(&newer, "Begroting", NOW)).unwrap();
    assert_eq!((brought.documents, brought.spaces.len()), (1, 0));
    assert_eq!((save(&room), read(&space)), (SaveState::SavedHere, Some(Value::Int(2))));
    assert_eq!(read(&budget(&open(&here, 1, 3))), Some(Value::Int(2)));
}

#[test]
fn a_copy_that_lacks_nothing_of_the_copy_of_the_same_space_adds_what_is_new() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    let space = budget(&room);
    write(&room, &space, 1);
    let copy = bundle::read(&block_on(room.copy(&file(), 0)).unwrap().file).unwrap();
    // The device forgets everything and finds it in the copy.
    let emptied = MemoryStore::default();
    let fresh = open(&emptied, 1, 2);
    assert_eq!(block_on(fresh.bring_in(&copy, "Begroting", NOW)).unwrap().documents, 1);
    write(&room, &space, 2);
    let later = bundle::read(&block_on(room.copy(&file(), 0)).unwrap().file).unwrap();
    assert_eq!(block_on(fresh.bring_in(&later, "Begroting", NOW)).unwrap().documents, 1);
    assert_eq!(read(&budget(&fresh)), Some(Value::Int(2)));
}

#[test]
fn what_an_earlier_version_left_unsealed_is_taken_over_with_a_title() {
    use replica::envelope::OpenSealer;
    use replica::id::{DeviceId, SpaceId};
    use replica::journal;
    let store = MemoryStore::default();
    let session = replica::document::Session { peer: 9, device: DeviceId::from_bytes([7; 16]) };
    let old = SpaceId::from_bytes([8; 16]);
    let opened = block_on(journal::open(&store, old, session, OpenSealer)).unwrap();
    let journal = RefCell::new(opened.journal);
    let mut document = Document::new(session).unwrap();
    let edit = document.edit(|to| to.set(&Place::root("test"), "n", Value::Int(5)));
    let update = edit.map_err(|error: DocumentError| error).unwrap().update.unwrap();
    journal.borrow_mut().record(part(), update).unwrap();
    assert_eq!(block_on(journal::save(&journal, &store)), SaveState::SavedHere);
    let room = open(&store, 1, 1);
    let space = budget(&room);
    assert_eq!((read(&space), space.about().title.as_str()), (Some(Value::Int(5)), "Begroting"));
    assert_eq!(save(&room), SaveState::SavedHere);
    assert_eq!(budget(&open(&store, 1, 2)).id(), space.id(), "once");
}

/// Lets Bram into a space of Anna, as on two screens beside each other without a network.
pub(super) fn bring_together(anna: &Room, space: &OpenSpace, bram: &Room) -> Rc<OpenSpace> {
    bring_together_as(anna, space, bram, As::Own(Role::Bewerken))
}

/// The same, as somebody of the school or as an adviser.
pub(super) fn bring_together_as(
    anna: &Room,
    space: &OpenSpace,
    bram: &Room,
    comes: As,
) -> Rc<OpenSpace> {
    let (id, first) = compare_as(anna, space, bram, comes);
    let open = block_on(bram.come_in(&id, &first)).unwrap();
    assert_eq!((save(anna), save(bram)), (SaveState::SavedHere, SaveState::SavedHere));
    open
}

/// As far as both compared the code and Anna let Bram in.
fn compare(anna: &Room, space: &OpenSpace, bram: &Room) -> (InviteId, Vec<u8>) {
    compare_as(anna, space, bram, As::Own(Role::Bewerken))
}

fn compare_as(anna: &Room, space: &OpenSpace, bram: &Room, comes: As) -> (InviteId, Vec<u8>) {
    let id = block_on(anna.invite(space, comes, NOW)).unwrap();
    let inviter = anna.inviter(&id).unwrap();
    let link = inviter.link("https://thuisnabij.example");
    let fragment = link.split_once('#').unwrap().1.to_owned();
    assert_eq!(block_on(bram.open_link(&fragment)), Ok(id));
    let mut joiner = bram.joiner(&id).unwrap();
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    block_on(bram.keep_joiner(joiner)).unwrap();
    let request = block_on(bram.answer(&id, "Bram", NOW)).unwrap();
    let mut inviter = anna.inviter(&id).unwrap();
    let reveal = inviter.answered(&request, NOW, &anna.me().keys).unwrap();
    let Step::Compare { code } = inviter.step(NOW) else { panic!("both compare") };
    block_on(anna.keep_inviter(inviter)).unwrap();
    let mut joiner = bram.joiner(&id).unwrap();
    joiner.revealed(&reveal).unwrap();
    assert_eq!(*joiner.step(), Step::Compare { code });
    block_on(bram.keep_joiner(joiner)).unwrap();
    (id, block_on(anna.let_in(&id, false, NOW)).unwrap())
}

pub(super) fn telling<T>(then: impl FnOnce(Telling<'_>) -> T) -> T {
    then(Telling { lang: Lang::Nl, today: <_>::default(), local: &|_| None })
}

pub(super) fn hand_over(from: &Room, to: &Room) -> usize {
    let chosen: Vec<_> = from.all().iter().map(|open| open.id()).collect();
    let package = from.package(&chosen, Some(&to.summary(1_000))).encode();
    let came = telling(|telling| block_on(to.take_over(&package, telling, NOW))).unwrap();
    assert_eq!(save(to), SaveState::SavedHere);
    came.new
}

#[test]
fn two_people_meet_without_a_network_and_show_the_same() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    assert!(!space.is_shared());
    let theirs = bring_together(&anna, &space, &bram);
    assert!(space.is_shared());
    assert!(theirs.is_shared() && theirs.role().is_none(), "also before anything else came in");
    assert!(hand_over(&anna, &bram) > 0);
    assert_eq!((read(&theirs), theirs.about()), (Some(Value::Int(1)), space.about()));
    assert_eq!(theirs.role(), Some(Role::Bewerken));
    write(&bram, &theirs, 2);
    save(&bram);
    assert!(hand_over(&bram, &anna) > 0);
    assert_eq!(read(&space), Some(Value::Int(2)), "on the page that is open");
    assert_eq!(hand_over(&bram, &anna), 0, "a second time nothing is new");
}

#[test]
fn since_when_something_waits_is_known_after_a_reload_too_until_nothing_waits() {
    let (store, bram) = (MemoryStore::default(), open(&MemoryStore::default(), 2, 2));
    let anna = open(&store, 1, 1);
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let kept = || block_on(all(&store, Table::Meta, "local/since/")).unwrap().len();
    assert_eq!((space.oldest(), kept()), (Some(NOW), 0), "alone nothing is sent");
    bring_together(&anna, &space, &bram);
    write(&anna, &space, 2);
    save(&anna);
    assert_eq!((space.oldest(), kept()), (Some(NOW), 1));
    let again = open(&store, 1, 3);
    let space = budget(&again);
    assert_eq!(space.oldest(), Some(NOW));
    write(&again, &space, 3);
    block_on(again.save(NOW + 5_000));
    assert_eq!(space.oldest(), Some(NOW), "the oldest counts");
    again.decide(&space, |space, _| space.erase(NOW)).unwrap();
    save(&again);
    assert_eq!(kept(), 0);
}

#[test]
fn a_space_is_coming_from_the_answer_until_its_content_is_here() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    assert!(bram.coming().is_empty());
    let (id, first) = compare(&anna, &space, &bram);
    let title = space.about().title;
    let coming = |is_let_in| vec![Coming { title: title.clone(), is_let_in }];
    assert_eq!(bram.coming(), coming(false));
    block_on(bram.come_in(&id, &first)).unwrap();
    assert_eq!(bram.coming(), coming(true));
    save(&anna);
    hand_over(&anna, &bram);
    assert!(bram.coming().is_empty());
    assert!(anna.coming().is_empty());
}

#[test]
fn who_was_let_in_without_a_network_comes_in_by_the_package() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let (id, first) = compare(&anna, &space, &bram);
    save(&anna);
    let package = anna.package(&[space.id()], None).encode();
    assert_eq!(bram.way_in(&package), [(id, first.clone())]);
    let stranger = open(&MemoryStore::default(), 3, 3);
    assert!(stranger.way_in(&package).is_empty(), "who was not invited");
    let other = anna.found(&Kind::School, "De Zeester", NOW).unwrap();
    let elsewhere = anna.package(&[other.id()], None).encode();
    assert!(bram.way_in(&elsewhere).is_empty(), "of another space");
    let theirs = block_on(bram.come_in(&id, &first)).unwrap();
    telling(|telling| block_on(bram.take_over(&package, telling, NOW))).unwrap();
    save(&bram);
    assert_eq!(read(&theirs), Some(Value::Int(1)));
    assert!(bram.way_in(&package).is_empty(), "in already");
}

#[test]
fn waiting_for_the_inviter_survives_a_reload_on_both_sides() {
    let (here, there) = (MemoryStore::default(), MemoryStore::default());
    let anna = open(&here, 1, 1);
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let id = block_on(anna.invite(&space, As::Own(Role::Lezen), NOW)).unwrap();
    let inviter = anna.inviter(&id).unwrap();
    let link = inviter.link("https://thuisnabij.example");
    let bram = open(&there, 2, 2);
    block_on(bram.open_link(link.split_once('#').unwrap().1)).unwrap();
    // The tablet locks before he answered, once before and once after what is offered is here.
    let bram_again = open(&there, 2, 5);
    assert_eq!(bram_again.joiner(&id).unwrap().step(), &Step::Made);
    drop(bram);
    let bram = bram_again;
    let mut joiner = bram.joiner(&id).unwrap();
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    block_on(bram.keep_joiner(joiner)).unwrap();
    let bram = open(&there, 2, 6);
    assert_eq!(bram.joiner(&id).unwrap().step(), &Step::Offered);
    let request = block_on(bram.answer(&id, "Bram", NOW)).unwrap();
    // Night falls.
    let (anna, bram) = (open(&here, 1, 3), open(&there, 2, 4));
    let mut joiner = bram.joiner(&id).unwrap();
    assert_eq!((joiner.step(), joiner.request()), (&Step::Asked, Some(request.clone())));
    let mut inviter = anna.inviter(&id).unwrap();
    joiner.revealed(&inviter.answered(&request, NOW, &anna.me().keys).unwrap()).unwrap();
    let Step::Compare { code } = inviter.step(NOW) else { panic!("both compare") };
    assert_eq!(*joiner.step(), Step::Compare { code });
}

#[test]
fn who_may_only_read_changes_nothing() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let theirs = bring_together(&anna, &space, &bram);
    hand_over(&anna, &bram);
    let device = bram.me().keys.id();
    anna.decide(&space, |space, _| space.set_role(device, Role::Lezen, NOW)).unwrap();
    save(&anna);
    assert!(theirs.may_write(part()));
    hand_over(&anna, &bram);
    assert!(!theirs.may_write(part()));
    assert!(space.may_write(part()));
}

#[test]
fn an_erased_space_is_gone_on_both_devices_and_stays_gone() {
    let there = MemoryStore::default();
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&there, 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let theirs = bring_together(&anna, &space, &bram);
    hand_over(&anna, &bram);
    let chosen = [space.id()];
    anna.decide(&space, |space, _| space.erase(NOW)).unwrap();
    save(&anna);
    assert!(anna.get(space.id()).is_none());
    let package = anna.package(&chosen, None).encode();
    telling(|telling| block_on(bram.take_over(&package, telling, NOW))).unwrap();
    save(&bram);
    assert!(bram.get(theirs.id()).is_none());
    assert!(open(&there, 2, 5).all().is_empty());
}

#[test]
fn a_package_for_others_is_carried_to_them() {
    let courier_store = MemoryStore::default();
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let theirs = bring_together(&anna, &space, &bram);
    let package = anna.package(&[space.id()], None).encode();
    let courier = open(&courier_store, 3, 3);
    let came = telling(|telling| block_on(courier.take_over(&package, telling, NOW))).unwrap();
    assert_eq!((came.new, courier.all().len()), (0, 0));
    // Also after a night.
    let courier = open(&courier_store, 3, 4);
    let carried = courier.package(&[], Some(&bram.summary(1_000))).encode();
    let came = telling(|telling| block_on(bram.take_over(&carried, telling, NOW))).unwrap();
    assert!(came.new > 0);
    assert_eq!(save(&bram), SaveState::SavedHere);
    assert_eq!(read(&theirs), Some(Value::Int(1)));
}

#[test]
fn a_device_that_is_offline_asks_the_relay_as_soon_as_there_is_a_connection() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    bring_together(&anna, &space, &bram);
    assert!(anna.take_messages().is_empty());
    anna.on(space.id(), Event::Online(true), NOW, 0);
    save(&anna);
    assert!(!anna.take_messages().is_empty());
    assert!(anna.take_messages().is_empty(), "each is given once");
}

#[test]
fn devices_that_hold_the_same_show_the_same_number_and_others_another() {
    let (anna, bram) = (open(&MemoryStore::default(), 1, 1), open(&MemoryStore::default(), 2, 2));
    let space = budget(&anna);
    write(&anna, &space, 1);
    save(&anna);
    let theirs = bring_together(&anna, &space, &bram);
    hand_over(&anna, &bram);
    let number = space.controlegetal().unwrap();
    assert_eq!(theirs.controlegetal(), Some(number));
    let shown = number.to_string();
    assert_eq!((shown.len(), shown.split(' ').count()), (14, 3), "{shown}");
    // Looking at a part in which nothing stands makes no difference.
    let _ = anna.part(space.id(), PartId::named("leeg"));
    write(&bram, &theirs, 2);
    save(&bram);
    assert_eq!(space.controlegetal(), Some(number));
    assert_ne!(theirs.controlegetal(), Some(number), "one change");
    hand_over(&bram, &anna);
    assert_eq!(theirs.controlegetal(), space.controlegetal());
}
