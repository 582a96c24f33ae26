//! People on a device, in a browser: what is on the disk, who gets in, what an earlier version left, and the paper.

use crate::common::{
    Number, PIN, begin, clear, enter, is_saved, new_device, nobody_writes, place, shown, tab, until,
};
use leptos::prelude::{GetUntracked, WithUntracked};
use model::about::Kind;
use model::people::registry::Refused;
use model::people::{PersonId, name};
use model::spaces::{Me, Part, Spaces};
use replica::document::{Document, Session, Value};
use replica::envelope::OpenSealer;
use replica::id::{DeviceId, PartId, SpaceId};
use replica::journal;
use replica::leaving::Stake;
use replica::store::{MemoryStore, Row, SaveState, Store, Table, all};
use std::cell::RefCell;
use wasm_bindgen_test::wasm_bindgen_test;
use web::platform::own_key::{self, KeyFault};
use web::platform::storage::{self, IdbStore};
use web::state::AppState;
use web::state::ledger::Ledger;
use web::state::people::{Paper, PeopleError, read_paper};
use web::state::status::Boot;

/// Everything in a database, as one row of bytes.
async fn bytes_of(database: &str) -> Vec<u8> {
    let store = IdbStore::open(database, "test").await.expect("opens");
    let mut bytes = Vec::new();
    for table in Table::ALL {
        for row in all(&store, table, "").await.expect("reads") {
            bytes.extend_from_slice(row.key.as_bytes());
            bytes.extend(row.value);
        }
    }
    store.close();
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[wasm_bindgen_test]
async fn the_browsers_own_key_is_the_same_tomorrow_other_for_everybody_and_can_be_destroyed() {
    let (anna, bram) = (PersonId::from_bytes([1; 16]), PersonId::from_bytes([2; 16]));
    storage::delete(own_key::DATABASE).await.expect("clean");
    assert_eq!(own_key::bytes(anna).await, Err(KeyFault::Missing));
    let made = own_key::make(anna).await.expect("made");
    assert_eq!(own_key::make(anna).await, Ok(made), "it is not drawn anew");
    assert_eq!(own_key::bytes(anna).await, Ok(made));
    assert_ne!(own_key::make(bram).await, Ok(made));
    assert_eq!(own_key::destroy(anna).await, Ok(()));
    assert_eq!(own_key::bytes(anna).await, Err(KeyFault::Missing));
    assert_eq!(own_key::keep_again(anna).await, Err(KeyFault::Missing), "only that of who is in");
    assert_eq!(own_key::destroy(bram).await, Ok(()));
}

/// What the version before the first person left: rows that anybody can read.
async fn leave_plain_data(value: i64) {
    let store = IdbStore::open(storage::PLAIN, "old").await.expect("opens");
    let session = Session { device: DeviceId::from_bytes([7; 16]), peer: 9 };
    let space = SpaceId::from_bytes([8; 16]);
    let opened = journal::open(&store, space, session, OpenSealer).await.expect("opens");
    let journal = RefCell::new(opened.journal);
    let mut document = Document::new(session).expect("a document");
    let edit =
        document.edit(|w| w.set(&place(), "n", Value::Int(value)).map(drop)).expect("edited");
    let update = edit.update.expect("changed");
    journal.borrow_mut().record(PartId::named("test"), update).expect("recorded");
    assert_eq!(journal::save(&journal, &store).await, SaveState::SavedHere);
    store.close();
}

async fn change(app: &AppState, number: &Ledger<Number>, value: i64) {
    assert_eq!(number.dispatch(&value), Ok(()));
    until("it is saved", || is_saved(app)).await;
}

#[wasm_bindgen_test]
async fn two_people_share_a_device() {
    new_device().await;
    leave_plain_data(41).await;
    let (app, number) = tab();
    until("nobody is here yet", || app.boot.get_untracked() == Boot::First).await;
    assert!(app.found_plain_data());
    weak_and_nameless_ones_do_not_begin(&app).await;

    let anna = begin(&app, "Anna").await;
    until("the first one takes over what was there", || shown(&number) == Some(41)).await;
    let plain = IdbStore::open(storage::PLAIN, "look").await.expect("opens");
    assert_eq!(plain.was_used().await, Ok(false), "and nothing plain is left");
    plain.close();
    let database = format!("{}-{anna}", storage::PLAIN);
    change(&app, &number, 42).await;
    assert!(bytes_of(&database).await.len() > 200);

    // Somebody else is added in another tab, and sees nothing of Anna.
    let (second, other) = tab();
    until("the other tab waits", || second.boot.get_untracked() == Boot::Elsewhere).await;
    second.take_over();
    until("the hall is open", || second.boot.get_untracked() == Boot::Locked).await;
    assert_eq!(app.me.get_untracked(), None, "the first tab forgot her");
    assert!(app.secrets().is_none());
    let taken = PeopleError::Name(name::Problem::Taken);
    assert_eq!(second.begin("anna", "730261").await, Err(taken));
    assert_eq!(second.begin("Bram", "730261").await, Ok(()));
    until("Bram is in", || second.boot.get_untracked() == Boot::Ready).await;
    let bram = second.me.get_untracked().expect("somebody").id;
    until("his book is open", || other.view.get_untracked().is_some()).await;
    assert_eq!(shown(&other), None, "and empty");
    change(&second, &other, 7).await;

    // Each gets in with the own PIN alone, and changes it.
    app.take_over();
    until("the hall is open", || app.boot.get_untracked() == Boot::Locked).await;
    assert_eq!(app.people.with_untracked(Vec::len), 2);
    let wrong = PeopleError::Refused(Refused::Wrong { wait: 0 });
    assert_eq!(app.unlock(anna, "730261").await, Err(wrong.clone()));
    assert_eq!(app.boot.get_untracked(), Boot::Locked);
    enter(&app, anna, PIN).await;
    until("her work is there", || shown(&number) == Some(42)).await;
    assert_eq!(app.change_secret("111111", "de kat slaapt").await, Err(wrong.clone()));
    assert_eq!(app.change_secret(PIN, "123456").await, Err(PeopleError::Weak));
    assert_eq!(app.change_secret(PIN, "de kat slaapt").await, Ok(()));
    assert_eq!(app.set_lock_after(5).await, Ok(()));

    // The paper opens when the PIN is forgotten; a new one makes the old one void.
    let first = app.make_kit("de kat slaapt", false, false).await.expect("a kit");
    let cards = app.make_kit("de kat slaapt", true, false).await.expect("cards");
    let (Paper::Whole(first), Paper::Cards([one, _, three])) = (first, cards) else {
        panic!("one sheet, then three");
    };
    second.take_over();
    until("the hall is open", || second.boot.get_untracked() == Boot::Locked).await;
    let shown_anna = second.people.get_untracked().into_iter().find(|shown| shown.id == anna);
    assert!(shown_anna.is_some_and(|anna| anna.has_kit && anna.lock_after == 5));
    let old = read_paper(&first, "").expect("read");
    let kit = read_paper(&three.to_lowercase(), &one).expect("two cards");
    assert_eq!(second.restore(anna, &old, "615243").await, Err(wrong));
    let no_way = PeopleError::Refused(Refused::NoWay);
    assert_eq!(second.restore(bram, &kit, "615243").await, Err(no_way));
    assert_eq!(own_key::destroy(anna).await, Ok(()), "even when the browser lost its own key");
    assert_eq!(second.unlock(anna, "de kat slaapt").await, Err(PeopleError::KeyLost));
    assert_eq!(second.restore(anna, &kit, "615243").await, Ok(()));
    until("she is back", || shown(&other) == Some(42)).await;

    // Leaving is refused while something is nowhere else.
    change(&second, &other, 43).await;
    let stake = second.at_stake().await.expect("counted");
    assert!(!stake.is_nothing());
    assert_eq!(second.leave_device("615243").await, Err(PeopleError::AtStake(stake)));
    let saved = second.save_copy(Some("de kat slaapt op de bank")).await;
    assert_eq!(saved.map(|with| with.files), Ok(0));
    assert!(second.at_stake().await.is_ok_and(Stake::is_nothing));

    // The browser removed the rows of one person alone: that is told, and no empty device is shown for it.
    app.take_over();
    until("the hall is open", || app.boot.get_untracked() == Boot::Locked).await;
    storage::delete(&database).await.expect("cleared");
    assert_eq!(app.unlock(anna, "615243").await, Ok(()));
    assert_eq!(app.boot.get_untracked(), Boot::Evicted);
    app.start_anew();
    enter(&app, anna, "615243").await;
    until("she begins anew", || number.view.get_untracked().is_some()).await;
    assert_eq!(shown(&number), None);
    nobody_writes().await;
    clear(&[anna, bram]).await;
}

async fn weak_and_nameless_ones_do_not_begin(app: &AppState) {
    let empty = PeopleError::Name(name::Problem::Empty);
    assert_eq!(app.begin(" ", PIN).await, Err(empty));
    for weak in ["12345", "123456", "wachtwoor"] {
        assert_eq!(app.begin("Anna", weak).await, Err(PeopleError::Weak), "{weak}");
    }
    assert_eq!(app.boot.get_untracked(), Boot::First);
    assert!(!holds(&bytes_of(storage::PEOPLE).await, "Anna"), "nothing of it is kept");
}

#[wasm_bindgen_test]
async fn a_row_that_was_damaged_on_the_disk_is_set_apart_and_the_rest_opens() {
    // The same path as in boot, on a store in memory whose disk fails.
    use replica::keys::{DeviceKeys, Secret};
    use replica::store::SealedStore;
    let below = MemoryStore::default();
    let sealed = || {
        let rng = web::platform::random::generator().expect("random");
        SealedStore::new(below.clone(), &Secret::from_bytes([1; 32]), rng)
    };
    let keys = DeviceKeys::from_secret(&Secret::from_bytes([2; 32]));
    let me = |peer| Me { keys: keys.clone(), name: "Anna".to_owned(), peer };
    let rng = || web::platform::random::generator().expect("random");
    let open = |store, peer| Spaces::open(store, me(peer), rng(), "Begroting", 1);
    let (room, _) = open(sealed(), 3).await.expect("opens");
    let space = room.found(&Kind::Begroting, "Begroting", 1).expect("begun");
    let mut document = Document::new(space.session()).expect("a document");
    for value in [1, 2] {
        let edit = document.edit(|w| w.set(&place(), "n", Value::Int(value)).map(drop));
        let update = edit.expect("edited").update.expect("changed");
        room.record(&space, PartId::named("test"), update, 1);
        assert_eq!(room.save(1).await, SaveState::SavedHere);
    }
    // Of the two changes the last one.
    let rows = all(&below, Table::Log, "").await.expect("reads");
    let of_part = |row: &&Row| row.key.contains(&PartId::named("test").to_string());
    let last = rows.iter().rfind(of_part).expect("a row").key.clone();
    below.damage(Table::Log, &last, |row| row[30] ^= 1);
    assert!(open(sealed(), 4).await.is_err(), "strictly it does not open");
    let lenient = sealed();
    lenient.be_lenient();
    let (again, found) = open(lenient, 5).await.expect("the rest opens");
    assert_eq!(found.report.quarantined.len(), 1);
    assert_eq!(again.save(1).await, SaveState::SavedHere);
    assert_eq!(below.get(Table::Log, &last).await, Ok(None), "it was set apart");
    let Some(Part::Free(document)) = again.part(space.id(), PartId::named("test")) else {
        panic!("the document");
    };
    let found = document.register(&place(), "n").first().map(|entry| entry.value.clone());
    assert_eq!(found, Some(Value::Int(1)));
}
