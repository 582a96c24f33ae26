//! The storage port on a real IndexedDB, in a headless browser: the suite that every store passes, and the faults
//! that only a browser has (two handles, upgrade, cleared while open, taken over, blocked).

use js_sys::{Array, Function, Reflect};
use replica::store::{Op, Store, StoreError, Table, acceptance};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web::platform::storage::{Fenced, IdbStore, delete};

async fn fresh(name: &str) -> IdbStore {
    delete(name).await.expect("an old test database goes away");
    IdbStore::open(name, "first").await.expect("a fresh database opens")
}

fn row(key: &str, value: &[u8]) -> Op {
    Op::Insert { table: Table::Log, key: key.to_owned(), value: value.to_vec() }
}

/// Runs a line of script, for what the port rightly cannot do.
async fn script(body: &str) -> JsValue {
    let made = Function::new_no_args(body).call0(&JsValue::NULL).expect("the script runs");
    let promise = js_sys::Promise::resolve(&made);
    wasm_bindgen_futures::JsFuture::from(promise).await.expect("the script ends")
}

#[wasm_bindgen_test]
async fn indexeddb_keeps_every_law_of_the_port() {
    let store = fresh("t-acceptance").await;
    assert_eq!(acceptance::run(&store).await, Ok(()));
}

#[wasm_bindgen_test]
async fn what_was_committed_is_there_for_the_next_handle() {
    let store = fresh("t-again").await;
    assert_eq!(store.was_used().await, Ok(false));
    assert_eq!(store.commit(&[row("a", b"1")]).await, Ok(()));
    store.close();
    let again = IdbStore::open("t-again", "second").await.expect("opens again");
    assert_eq!(again.was_used().await, Ok(true));
    assert_eq!(again.get(Table::Log, "a").await, Ok(Some(b"1".to_vec())));
}

#[wasm_bindgen_test]
async fn a_tab_that_was_overruled_never_writes_again() {
    let old = fresh("t-fence").await;
    assert_eq!(old.commit(&[row("a", b"1")]).await, Ok(()));
    let new = IdbStore::open("t-fence", "second").await.expect("the new tab opens");
    assert_eq!(old.commit(&[row("b", b"2")]).await, Err(StoreError::ConnectionLost));
    assert_eq!(old.fenced(), Some(Fenced::TakenOver));
    assert_eq!(new.get(Table::Log, "b").await, Ok(None));
    assert_eq!(new.commit(&[row("c", b"3")]).await, Ok(()));
}

#[wasm_bindgen_test]
async fn two_first_tabs_cannot_both_begin() {
    let one = fresh("t-two-first").await;
    let two = IdbStore::open("t-two-first", "second").await.expect("opens");
    assert_eq!(two.commit(&[row("a", b"2")]).await, Ok(()));
    assert_eq!(one.commit(&[row("b", b"1")]).await, Err(StoreError::ConnectionLost));
    assert_eq!(one.fenced(), Some(Fenced::TakenOver));
}

#[wasm_bindgen_test]
async fn a_database_that_was_cleared_while_open_is_noticed_and_not_taken_for_an_empty_one() {
    let store = fresh("t-cleared").await;
    assert_eq!(store.commit(&[row("a", b"1")]).await, Ok(()));
    delete("t-cleared").await.expect("our own handle gives way");
    assert_eq!(store.commit(&[row("b", b"2")]).await, Err(StoreError::ConnectionLost));
    assert_eq!(store.fenced(), Some(Fenced::Cleared));
    store.begin_anew();
    assert_eq!(store.commit(&[row("a", b"1"), row("b", b"2")]).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_newer_database_is_left_alone() {
    let store = fresh("t-newer").await;
    assert_eq!(store.commit(&[row("a", b"1")]).await, Ok(()));
    // Our handle closes on versionchange, so the newer version is not kept waiting.
    let upgrade = "return new Promise((done, no) => {
        const r = indexedDB.open('t-newer', 99);
        r.onsuccess = () => { r.result.close(); done(); };
        r.onblocked = () => no('blocked'); r.onerror = () => no(r.error);
    })";
    script(upgrade).await;
    assert_eq!(store.commit(&[row("b", b"2")]).await, Err(StoreError::Newer));
    let opened = IdbStore::open("t-newer", "second").await;
    assert_eq!(opened.err(), Some(StoreError::Newer));
    let count = "return new Promise(done => {
        const r = indexedDB.open('t-newer');
        r.onsuccess = () => {
            const c = r.result.transaction('log').objectStore('log').count();
            c.onsuccess = () => { r.result.close(); done(c.result); };
        };
    })";
    assert_eq!(script(count).await.as_f64(), Some(1.0));
}

#[wasm_bindgen_test]
async fn a_database_from_before_there_were_files_keeps_everything_and_takes_files() {
    delete("t-first").await.expect("clean");
    // As version 1 made it, with a row in each store.
    let first = "return new Promise((done, no) => {
        const r = indexedDB.open('t-first', 1), names = ['log', 'snapshot', 'quarantine', 'meta'];
        r.onupgradeneeded = () => [...names, 'fence'].forEach(name => r.result.createObjectStore(name));
        r.onerror = () => no(r.error);
        r.onsuccess = () => {
            const t = r.result.transaction([...names, 'fence'], 'readwrite');
            names.forEach((name, nth) => t.objectStore(name).put(new Uint8Array([nth, 7]), 'a'));
            t.objectStore('fence').put('of version 1', 'writer');
            t.oncomplete = () => { r.result.close(); done(); };
        };
    })";
    script(first).await;
    let store = IdbStore::open("t-first", "second").await.expect("version 2 opens");
    assert_eq!(store.was_used().await, Ok(true));
    for (nth, table) in (0..).zip([Table::Log, Table::Snapshot, Table::Quarantine, Table::Meta]) {
        assert_eq!(store.get(table, "a").await, Ok(Some(vec![nth, 7])), "{table:?}");
    }
    assert_eq!(store.scan(Table::Blob, "", None, 9).await, Ok(Vec::new()));
    let piece = Op::Put { table: Table::Blob, key: "a".to_owned(), value: vec![1; 300_000] };
    assert_eq!(store.commit(&[piece, row("b", b"2")]).await, Ok(()));
    store.close();
    let again = IdbStore::open("t-first", "third").await.expect("opens again");
    assert_eq!(again.get(Table::Blob, "a").await, Ok(Some(vec![1; 300_000])));
    assert_eq!(again.get(Table::Meta, "a").await, Ok(Some(vec![3, 7])));
}

#[wasm_bindgen_test]
async fn an_old_tab_that_does_not_give_way_is_reported_as_blocked() {
    delete("t-blocked").await.expect("clean");
    // A tab of a version before this one, which has no versionchange handler.
    let hold = "return new Promise(done => {
        const r = indexedDB.open('t-blocked', 1);
        r.onupgradeneeded = () => r.result.createObjectStore('log');
        r.onsuccess = () => { globalThis.held = r.result; done(); };
    })";
    script(hold).await;
    assert_eq!(delete("t-blocked").await, Err(StoreError::Blocked));
    script("globalThis.held.close()").await;
}

#[wasm_bindgen_test]
async fn an_abort_after_the_request_succeeded_is_a_failure_with_its_reason() {
    let store = fresh("t-quota").await;
    assert_eq!(store.commit(&[row("a", b"1")]).await, Ok(()));
    // As Chromium does when the disk is full: the request succeeds, then the transaction aborts.
    let full = "const real = IDBObjectStore.prototype.add;
        globalThis.realAdd = real;
        IDBObjectStore.prototype.add = function (...args) {
            const request = real.apply(this, args), t = this.transaction;
            request.addEventListener('success', () => {
                Object.defineProperty(t, 'error', {
                    get: () => new DOMException('full', 'QuotaExceededError') });
                t.abort();
            });
            return request;
        }";
    script(full).await;
    let outcome = store.commit(&[row("b", b"2")]).await;
    script("IDBObjectStore.prototype.add = globalThis.realAdd").await;
    assert_eq!(outcome, Err(StoreError::Quota));
    assert_eq!(store.get(Table::Log, "b").await, Ok(None));
    assert_eq!(store.commit(&[row("b", b"2")]).await, Ok(()));
}

#[wasm_bindgen_test]
async fn every_write_asks_for_strict_durability() {
    let store = fresh("t-strict").await;
    let watch = "const real = IDBDatabase.prototype.transaction;
        globalThis.asked = []; globalThis.realTransaction = real;
        IDBDatabase.prototype.transaction = function (...args) {
            const t = real.apply(this, args);
            if (t.mode === 'readwrite') asked.push(t.durability);
            return t;
        }";
    script(watch).await;
    assert_eq!(store.commit(&[row("a", b"1")]).await, Ok(()));
    assert_eq!(store.wipe().await, Ok(()));
    script("IDBDatabase.prototype.transaction = globalThis.realTransaction").await;
    let asked = Reflect::get(&js_sys::global(), &"asked".into()).map(|a| Array::from(&a));
    let asked: Vec<_> = asked.expect("watched").iter().filter_map(|a| a.as_string()).collect();
    assert_eq!(asked, ["strict", "strict"]);
}
