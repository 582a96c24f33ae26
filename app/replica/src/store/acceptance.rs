//! What every store must do. Each adapter runs [`run`] on an empty store, in its own test runner.
//! A broken law is answered as a sentence, so that it also reads well in a browser.

use super::{Op, PAGE, Row, Store, StoreError, Table, all};

/// A law that the store broke.
pub type Broken = String;

/// Runs the whole suite on an empty store and leaves it empty.
pub async fn run<S: Store>(store: &S) -> Result<(), Broken> {
    empty_is_empty(store).await?;
    a_batch_is_readable_after_ok(store).await?;
    a_batch_is_all_or_nothing(store).await?;
    the_same_insert_again_is_fine(store).await?;
    steps_run_in_order(store).await?;
    scan_is_sorted_and_paged(store).await?;
    values_are_kept_byte_for_byte(store).await?;
    tables_are_separate(store).await?;
    wipe_removes_everything(store).await
}

fn insert(key: &str, value: &[u8]) -> Op {
    Op::Insert { table: Table::Log, key: key.to_owned(), value: value.to_vec() }
}

fn put(table: Table, key: &str, value: &[u8]) -> Op {
    Op::Put { table, key: key.to_owned(), value: value.to_vec() }
}

fn holds<T: PartialEq + std::fmt::Debug>(law: &str, got: T, want: T) -> Result<(), Broken> {
    if got == want { Ok(()) } else { Err(format!("{law}: expected {want:?}, got {got:?}")) }
}

async fn empty_is_empty<S: Store>(store: &S) -> Result<(), Broken> {
    for table in Table::ALL {
        holds("an empty store has no rows", store.scan(table, "", None, 10).await, Ok(vec![]))?;
    }
    holds("an unknown key has no value", store.get(Table::Meta, "nothing").await, Ok(None))?;
    holds("an empty batch is fine", store.commit(&[]).await, Ok(()))
}

async fn a_batch_is_readable_after_ok<S: Store>(store: &S) -> Result<(), Broken> {
    let batch = [insert("a/1", b"one"), insert("a/2", b"two"), put(Table::Meta, "m", b"meta")];
    holds("a batch is kept", store.commit(&batch).await, Ok(()))?;
    holds("a row reads back", store.get(Table::Log, "a/1").await, Ok(Some(b"one".to_vec())))?;
    holds("each row reads back", store.get(Table::Meta, "m").await, Ok(Some(b"meta".to_vec())))
}

async fn a_batch_is_all_or_nothing<S: Store>(store: &S) -> Result<(), Broken> {
    let batch = [insert("a/3", b"three"), put(Table::Meta, "m", b"x"), insert("a/1", b"other")];
    let conflict = Err(StoreError::Conflict { key: "a/1".to_owned() });
    holds(
        "another value under an inserted key is a conflict",
        store.commit(&batch).await,
        conflict,
    )?;
    holds("a failed batch leaves no row", store.get(Table::Log, "a/3").await, Ok(None))?;
    let meta = store.get(Table::Meta, "m").await;
    holds("a failed batch changes no row", meta, Ok(Some(b"meta".to_vec())))?;
    holds("nor the row in the way", store.get(Table::Log, "a/1").await, Ok(Some(b"one".to_vec())))
}

async fn the_same_insert_again_is_fine<S: Store>(store: &S) -> Result<(), Broken> {
    holds("a retry is safe", store.commit(&[insert("a/1", b"one")]).await, Ok(()))?;
    let rows = store.scan(Table::Log, "a/", None, 10).await.map(|rows| rows.len());
    holds("a retry adds nothing", rows, Ok(2))
}

async fn steps_run_in_order<S: Store>(store: &S) -> Result<(), Broken> {
    let gone = Op::Delete { table: Table::Log, key: "a/2".to_owned() };
    let batch = [
        gone.clone(),
        insert("a/2", b"new"),
        put(Table::Log, "t", b"1"),
        put(Table::Log, "t", b"2"),
    ];
    holds("delete, then insert, is a replacement", store.commit(&batch).await, Ok(()))?;
    holds("the later step wins", store.get(Table::Log, "a/2").await, Ok(Some(b"new".to_vec())))?;
    holds("the later put wins", store.get(Table::Log, "t").await, Ok(Some(b"2".to_vec())))?;
    let away = Op::Delete { table: Table::Log, key: "t".to_owned() };
    holds("removing is fine, twice too", store.commit(&[away.clone(), away]).await, Ok(()))
}

async fn scan_is_sorted_and_paged<S: Store>(store: &S) -> Result<(), Broken> {
    let count = PAGE + 3;
    let batch: Vec<Op> =
        (0..count).rev().map(|n| insert(&format!("scan/{n:08x}"), &[n as u8])).collect();
    holds("a large batch is kept", store.commit(&batch).await, Ok(()))?;
    let rows = all(store, Table::Log, "scan/").await.map_err(|error| error.to_string())?;
    let keys: Vec<String> = (0..count).map(|n| format!("scan/{n:08x}")).collect();
    holds("pages join, sorted", rows.into_iter().map(|row| row.key).collect(), keys)?;
    let after = store.scan(Table::Log, "scan/", Some("scan/00000001"), 2).await;
    let keys = after.map(|rows| rows.into_iter().map(|row| row.key).collect::<Vec<_>>());
    let want = vec!["scan/00000002".to_owned(), "scan/00000003".to_owned()];
    holds("a page begins after its mark", keys, Ok(want))?;
    let none = store.scan(Table::Log, "scan/ffff", None, 10).await;
    holds("a prefix without rows is empty", none, Ok(vec![]))
}

async fn values_are_kept_byte_for_byte<S: Store>(store: &S) -> Result<(), Broken> {
    let every: Vec<u8> = (0..=255).collect();
    let large = vec![0xa5; 1 << 20];
    let batch = [
        put(Table::Snapshot, "e", &[]),
        put(Table::Snapshot, "b", &every),
        put(Table::Snapshot, "l", &large),
    ];
    holds("any bytes are kept", store.commit(&batch).await, Ok(()))?;
    holds("no bytes is a value too", store.get(Table::Snapshot, "e").await, Ok(Some(vec![])))?;
    holds("every byte", store.get(Table::Snapshot, "b").await, Ok(Some(every)))?;
    let same = store.get(Table::Snapshot, "l").await.map(|value| value == Some(large));
    holds("a mebibyte", same, Ok(true))
}

async fn tables_are_separate<S: Store>(store: &S) -> Result<(), Broken> {
    let batch = [put(Table::Quarantine, "same", b"q"), put(Table::Meta, "same", b"m")];
    holds("one key in two tables", store.commit(&batch).await, Ok(()))?;
    let row = Row { key: "same".to_owned(), value: b"q".to_vec() };
    holds("tables are separate", store.scan(Table::Quarantine, "", None, 9).await, Ok(vec![row]))
}

async fn wipe_removes_everything<S: Store>(store: &S) -> Result<(), Broken> {
    holds("wipe is answered", store.wipe().await, Ok(()))?;
    for table in Table::ALL {
        holds("after wipe nothing is left", store.scan(table, "", None, 10).await, Ok(vec![]))?;
    }
    Ok(())
}
