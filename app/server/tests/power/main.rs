//! The power goes. Every write and sync of SQLite is recorded, every disk that a cut may leave is made, and on each of them
//! all that was acknowledged must be there. With `synchronous=NORMAL` it is not: then this would find nothing if it found
//! nothing here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // ok: in a test a panic is the message

mod cut;
#[path = "../it/support/folder.rs"]
mod folder;
mod recorder;

use std::path::Path;
use std::sync::Mutex;

use cut::{Cut, Disk, cuts};
use folder::Folder;
use recorder::{acknowledged, events, listen_to};
use replica::id::{DeviceId, Hash, NO_HASH, PartId, SpaceId, sha256};
use replica::relay::{Kept, NewRow, RelayStore};
use replica::seal::ChainHead;
use replica::sync::Item;
use rusqlite::{Connection, OptionalExtension};
use server::store::{Place, Store};

const SPACE: SpaceId = SpaceId::from_bytes([1; 16]);
const PART: PartId = PartId::from_bytes([3; 16]);
const DEVICE: DeviceId = DeviceId::from_bytes([4; 16]);

/// One recording at a time.
static ALONE: Mutex<()> = Mutex::new(());

fn hash(seq: u64) -> Hash {
    if seq == 0 { NO_HASH } else { sha256(&body(seq)) }
}

fn body(seq: u64) -> Vec<u8> {
    [&seq.to_be_bytes()[..], &vec![seq as u8; 1_500]].concat()
}

fn row(seq: u64) -> NewRow {
    let kept = Kept { part: PART, device: DEVICE, seq };
    NewRow { hash: hash(seq), chain: Some((kept, hash(seq - 1))), item: Item::Envelope(body(seq)) }
}

/// Puts a disk into a folder as `a.db` with its log, and opens it as after the power came back.
fn opened(disk: &Disk, folder: &Path) -> Option<Connection> {
    for file in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(file.unwrap().path()).unwrap();
    }
    for (name, bytes) in disk {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let connection = Connection::open(folder.join("a.db")).ok()?;
    // It is thrown away, so nothing of it needs to be on a disk.
    connection.execute_batch("PRAGMA synchronous=OFF").ok()?;
    Some(connection)
}

/// How far the chain is there without a gap, or what is wrong with the database.
fn there(connection: &Connection) -> Result<u64, String> {
    let words = |error: rusqlite::Error| error.to_string();
    let sound: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(words)?;
    if sound != "ok" {
        return Err(sound);
    }
    if !connection.table_exists(None, "chain").map_err(words)? {
        return Ok(0);
    }
    let head = connection.query_row("SELECT seq, hash FROM chain", [], |row| {
        Ok((row.get::<_, i64>(0)? as u64, row.get::<_, Vec<u8>>(1)?))
    });
    let Some((head, named)) = head.optional().map_err(words)? else { return Ok(0) };
    if named != hash(head) {
        return Err(format!("the head {head} has another hash"));
    }
    let sql = "SELECT seq, body FROM item WHERE part IS NOT NULL ORDER BY seq DESC";
    let mut statement = connection.prepare(sql).map_err(words)?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)));
    let mut expected = head;
    for row in rows.map_err(words)? {
        let (seq, bytes): (u64, Vec<u8>) = row.map_err(words)?;
        if seq != expected || bytes != body(seq) {
            return Err(format!("{seq} in the place of {expected}"));
        }
        expected -= 1;
    }
    // What was pruned is a beginning of the chain.
    if expected == 0 || expected == PRUNED { Ok(head) } else { Err(format!("{expected} is lost")) }
}

/// Up to where the chain is pruned on the way.
const PRUNED: u64 = 4;

#[tokio::test]
async fn whenever_the_power_goes_every_acknowledged_envelope_is_there() {
    let _alone = ALONE.lock();
    let (folder, after) = (Folder::new(), Folder::new());
    listen_to(&folder.0);
    let place = Place::File(folder.file("a.db"));
    let mut seq = 0;
    for opening in 0..2 {
        let store = Store::open(&place, [7; 16]).unwrap();
        for batch in [1, 1, 3, 1] {
            let rows: Vec<_> = (seq + 1..=seq + batch).map(row).collect();
            store.append(SPACE, &rows).await.unwrap();
            seq += batch;
            acknowledged(seq);
        }
        if opening == 0 {
            let head = ChainHead { part: PART, device: DEVICE, seq: PRUNED, hash: hash(PRUNED) };
            store.prune(SPACE, &[head]).await.unwrap();
        }
        // Closing empties the log into the database.
        drop(store);
    }
    let events = events();
    let (mut tried, mut with_all) = (0, 0);
    cuts(&events, |Cut { disk, acknowledged }| {
        let connection = opened(&disk, &after.0).expect("it opens");
        let found = there(&connection);
        let found = found.unwrap_or_else(|why| panic!("cut {tried}: {why}"));
        assert!(found >= acknowledged, "cut {tried}: {found} of {acknowledged}");
        (tried, with_all) = (tried + 1, with_all + u64::from(acknowledged == seq));
    });
    println!("{} events, {tried} cuts", events.len());
    assert!(tried > 300 && with_all > 10, "{tried} cuts, {with_all} after the last one");
}

/// The same settings but one, and one row after another.
fn lost_with(synchronous: &str) -> (u64, u64) {
    let (folder, after) = (Folder::new(), Folder::new());
    listen_to(&folder.0);
    let connection = Connection::open(folder.file("a.db")).unwrap();
    let settings = format!(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous}; CREATE TABLE kept (seq INTEGER PRIMARY KEY, body BLOB);"
    );
    connection.execute_batch(&settings).unwrap();
    for seq in 1..=6 {
        connection.execute("INSERT INTO kept VALUES (?1, ?2)", (seq as i64, body(seq))).unwrap();
        acknowledged(seq);
    }
    let events = events();
    drop(connection);
    let (mut tried, mut lost) = (0, 0);
    cuts(&events, |Cut { disk, acknowledged }| {
        let found = opened(&disk, &after.0).and_then(|connection| {
            let count = "SELECT count(*) FROM kept";
            connection.query_row(count, [], |row| row.get::<_, i64>(0)).ok()
        });
        tried += 1;
        lost += u64::from((found.unwrap_or(0) as u64) < acknowledged);
    });
    (tried, lost)
}

#[test]
fn with_less_than_full_acknowledged_rows_are_lost_so_this_can_find_it() {
    let _alone = ALONE.lock();
    let (tried, lost) = lost_with("FULL");
    assert!(tried > 50 && lost == 0, "FULL: {lost} of {tried}");
    for synchronous in ["NORMAL", "OFF"] {
        let (tried, lost) = lost_with(synchronous);
        println!("{synchronous}: {lost} of {tried} cuts lose something");
        assert!(lost > 0, "{synchronous}: none of {tried} cuts loses anything");
    }
}
