//! The space on this device, on a store in memory that can fail: nothing before the first change, nothing lost after.
#![allow(clippy::expect_used, clippy::panic)] // ok: a test may stop

use replica::bundle::{self, About};
use replica::document::{Document, DocumentError, Place, Value};
use replica::id::PartId;
use replica::journal::SaveState;
use replica::store::memory::Fault;
use replica::store::{MemoryStore, Store, StoreError, Table, all};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::state::space::{Fresh, Opened, Space};

wasm_bindgen_test_configure!(run_in_browser);

fn fresh(byte: u8) -> Fresh {
    Fresh { device: [byte; 16], space: [byte; 16], peer: u64::from(byte) }
}

async fn open(store: &MemoryStore, byte: u8) -> Opened<MemoryStore> {
    Space::open(store.clone(), fresh(byte)).await.expect("the space opens")
}

fn part() -> PartId {
    PartId::named("test")
}

fn write(opened: &Opened<MemoryStore>, document: &mut Document, value: i64) {
    let edit = document
        .edit(|w| w.set(&Place::root("test"), "field", Value::Int(value)).map(drop))
        .map_err(|error: DocumentError| error)
        .expect("the edit is made");
    opened.space.record(part(), edit.update.expect("something changed")).expect("recorded");
}

fn read(opened: &Opened<MemoryStore>) -> Option<Value> {
    let document = opened.parts.get(&part())?;
    document.register(&Place::root("test"), "field").first().map(|entry| entry.value.clone())
}

#[wasm_bindgen_test]
async fn a_first_visit_writes_nothing() {
    let store = MemoryStore::default();
    open(&store, 1).await;
    for table in Table::ALL {
        assert_eq!(all(&store, table, "").await, Ok(vec![]));
    }
}

#[wasm_bindgen_test]
async fn the_first_change_is_kept_together_with_the_device() {
    let store = MemoryStore::default();
    let opened = open(&store, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    write(&opened, &mut document, 7);
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    let again = open(&store, 2).await;
    assert_eq!(read(&again), Some(Value::Int(7)));
    assert_eq!(again.space.session().device, opened.space.session().device);
    assert_ne!(again.space.session().peer, opened.space.session().peer);
}

#[wasm_bindgen_test]
async fn a_full_device_says_so_loses_nothing_and_goes_on_when_there_is_room() {
    let store = MemoryStore::default();
    let opened = open(&store, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    write(&opened, &mut document, 1);
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    store.fail_at(store.operations(), Fault::Refuse(StoreError::Quota));
    write(&opened, &mut document, 2);
    assert_eq!(opened.space.save().await, SaveState::NotSaved(StoreError::Quota));
    assert!(!opened.space.accepts_edits());
    assert_eq!(read(&open(&store, 2).await), Some(Value::Int(1)), "the earlier change is there");
    assert!(!opened.space.rescue().is_empty(), "the later one can be taken along");
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    assert_eq!(read(&open(&store, 3).await), Some(Value::Int(2)));
}

#[wasm_bindgen_test]
async fn a_device_that_could_not_keep_its_first_change_keeps_device_and_change_later() {
    let store = MemoryStore::default();
    let opened = open(&store, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    store.fail_at(store.operations(), Fault::Refuse(StoreError::Quota));
    write(&opened, &mut document, 1);
    assert_eq!(opened.space.save().await, SaveState::NotSaved(StoreError::Quota));
    assert_eq!(store.get(Table::Meta, "local/device").await, Ok(None));
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    assert_eq!(store.get(Table::Meta, "local/device").await, Ok(Some(vec![1; 16])));
}

#[wasm_bindgen_test]
async fn what_is_on_the_screen_survives_that_the_browser_cleared_the_storage() {
    let store = MemoryStore::default();
    let opened = open(&store, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    write(&opened, &mut document, 1);
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    assert_eq!(store.wipe().await, Ok(()));
    write(&opened, &mut document, 2);
    assert_eq!(opened.space.begin_rewrite().await, SaveState::SavedHere);
    assert!(opened.space.snapshot(part(), &document));
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    let again = open(&store, 2).await;
    assert_eq!(read(&again), Some(Value::Int(2)));
    assert_eq!(again.space.session().device, opened.space.session().device);
    assert_eq!(again.report.pending, 0, "nothing waits for changes that are gone");
}

#[wasm_bindgen_test]
async fn a_copy_of_one_device_opens_on_another_that_was_empty() {
    let (here, there) = (MemoryStore::default(), MemoryStore::default());
    let opened = open(&here, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    write(&opened, &mut document, 1);
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    let file = opened.space.export(&about()).await.expect("a file");
    let other = open(&there, 2).await;
    let copy = bundle::read(&file).expect("whole");
    assert!(other.space.merge(&copy).await.expect("merged").new > 0);
    let again = open(&there, 3).await;
    assert_eq!(read(&again), Some(Value::Int(1)));
    assert_ne!(again.space.session().device, opened.space.session().device);
}

#[wasm_bindgen_test]
async fn a_copy_of_another_space_stands_beside_the_own_one_and_never_hides_it() {
    let (here, there) = (MemoryStore::default(), MemoryStore::default());
    let opened = open(&here, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    write(&opened, &mut document, 1);
    assert_eq!(opened.space.save().await, SaveState::SavedHere);
    let copy = bundle::read(&opened.space.export(&about()).await.expect("a file")).expect("whole");
    let other = open(&there, 2).await;
    let mut own = Document::new(other.space.session()).expect("a document");
    write(&other, &mut own, 2);
    assert_eq!(other.space.save().await, SaveState::SavedHere);
    other.space.merge(&copy).await.expect("merged");
    let again = open(&there, 3).await;
    assert_eq!(again.spaces.len(), 2);
    assert_eq!(read(&again), Some(Value::Int(2)), "the own one stays open");
    assert_eq!(again.space.choose(opened.space.id()).await, Ok(()));
    assert_eq!(read(&open(&there, 4).await), Some(Value::Int(1)), "and the other one can be");
}

#[wasm_bindgen_test]
async fn a_copy_can_be_made_when_only_the_screen_has_it() {
    let store = MemoryStore::default();
    let opened = open(&store, 1).await;
    let mut document = Document::new(opened.space.session()).expect("a document");
    write(&opened, &mut document, 5);
    let snapshots = [(part(), document.snapshot().expect("a snapshot"))];
    let file = opened.space.export_from_memory(&about(), &snapshots).await.expect("a file");
    let there = MemoryStore::default();
    let copy = bundle::read(&file).expect("whole");
    open(&there, 2).await.space.merge(&copy).await.expect("merged");
    assert_eq!(read(&open(&there, 3).await), Some(Value::Int(5)));
}

fn about() -> About {
    About { app: "test".to_owned(), made: "2026-11-22".to_owned() }
}
