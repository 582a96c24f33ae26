//! The law of a relay store on every database, and what each of them must add to it.

use std::collections::BTreeSet;

use crate::support::{Folder, postgres};
use replica::id::{DeviceId, Hash, NO_HASH, PartId, SpaceId, sha256};
use replica::relay::{AppendError, Kept, NewRow, RelayStore, acceptance};
use replica::seal::ChainHead;
use replica::sync::{Item, Refusal};
use server::store::boxes::BoxRow;
use server::store::{Place, RestoreError, Retention, Step, Store, back_up, restore};

const SPACE: SpaceId = SpaceId::from_bytes([1; 16]);
const PART: PartId = PartId::from_bytes([3; 16]);
const DAY: u64 = 86_400_000;

fn device(number: u8) -> DeviceId {
    DeviceId::from_bytes([number; 16])
}

fn body(number: u8, seq: u64) -> Vec<u8> {
    [&[number; 8][..], &seq.to_be_bytes(), &[9; 84]].concat()
}

fn row(number: u8, seq: u64) -> NewRow {
    let hash = |seq: u64| -> Hash { if seq == 0 { NO_HASH } else { sha256(&body(number, seq)) } };
    let kept = Kept { part: PART, device: device(number), seq };
    NewRow {
        hash: hash(seq),
        chain: Some((kept, hash(seq - 1))),
        item: Item::Envelope(body(number, seq)),
    }
}

#[tokio::test]
async fn every_database_keeps_the_law_of_the_relay() {
    let memory = Store::open(&Place::Memory, [7; 16]).unwrap();
    assert_eq!(acceptance::run(&memory, &memory.clone()).await, Ok(()));
    let folder = Folder::new();
    let file = Store::open(&Place::File(folder.file("a.db")), [7; 16]).unwrap();
    assert_eq!(acceptance::run(&file, &file.clone()).await, Ok(()));
    if let Some(url) = postgres::database("law") {
        let one = Store::open(&Place::Postgres(url.clone()), [7; 16]).unwrap();
        let other = Store::open(&Place::Postgres(url), [8; 16]).unwrap();
        assert_eq!(acceptance::run(&one, &other).await, Ok(()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_is_never_given_twice_and_none_appears_below_what_was_seen() {
    let folder = Folder::new();
    let place = Place::File(folder.file("a.db"));
    let mut places = vec![place.clone()];
    places.extend(postgres::database("places").map(Place::Postgres));
    for place in places {
        let store = Store::open(&place, [7; 16]).unwrap();
        let writers = (0..8u8).map(|number| {
            let store = store.clone();
            tokio::spawn(async move {
                for seq in 1..=20 {
                    store.append(SPACE, &[row(number, seq)]).await.unwrap();
                }
            })
        });
        let writers: Vec<_> = writers.collect();
        let (mut cursor, mut seen) = (0, Vec::new());
        while !writers.iter().all(tokio::task::JoinHandle::is_finished) || cursor < 160 {
            for (place, _) in store.since(SPACE, cursor, 500, 1 << 20).await.unwrap() {
                assert_eq!(place, cursor + 1, "a place was passed over or given twice");
                cursor = place;
                seen.push(place);
            }
        }
        assert_eq!(seen, (1..=160).collect::<Vec<u64>>());
    }
}

#[tokio::test]
async fn what_was_answered_is_there_after_opening_again() {
    let folder = Folder::new();
    let place = Place::File(folder.file("a.db"));
    let store = Store::open(&place, [7; 16]).unwrap();
    assert_eq!(store.append(SPACE, &[row(1, 1), row(1, 2)]).await, Ok(2));
    let second = Store::open(&place, [8; 16]).err().expect("the file is in use");
    assert!(second.0.contains("in gebruik"), "{second}");
    drop(store);
    let again = Store::open(&place, [8; 16]).unwrap();
    assert_eq!(again.server_epoch().await, Ok([7; 16]));
    assert_eq!(again.append(SPACE, &[row(1, 3)]).await, Ok(3));
    assert_eq!(again.since(SPACE, u64::MAX, 10, 100).await, Ok(vec![]));
}

#[tokio::test]
async fn what_one_job_refuses_does_not_undo_its_neighbours_in_the_group() {
    let folder = Folder::new();
    let store = Store::open(&Place::File(folder.file("a.db")), [7; 16]).unwrap();
    let (good, gap) = ([row(1, 1)], [row(2, 5)]);
    let (one, two, three) =
        tokio::join!(store.append(SPACE, &good), store.append(SPACE, &gap), store.newest(SPACE));
    assert_eq!((one, two), (Ok(1), Err(AppendError::Gap(0))));
    assert!(three.is_ok());
    assert_eq!(store.newest(SPACE).await, Ok(1));
}

#[tokio::test]
async fn a_copy_made_while_writing_is_whole_and_gets_a_new_epoch_when_it_is_put_back() {
    let folder = Folder::new();
    let (file, copy) = (folder.file("a.db"), folder.file("copy.db"));
    let place = Place::File(file.clone());
    let store = Store::open(&place, [7; 16]).unwrap();
    store.append(SPACE, &[row(1, 1)]).await.unwrap();
    assert!(back_up(&file, &copy).unwrap() > 0);
    assert!(matches!(back_up(&file, &copy), Err(RestoreError::Exists(_))));
    store.append(SPACE, &[row(1, 2)]).await.unwrap();
    assert!(matches!(restore(&copy, &file, [8; 16], 1), Err(RestoreError::Store(_))), "in use");
    drop(store);
    let aside = restore(&copy, &file, [8; 16], 1).unwrap().unwrap();
    let again = Store::open(&place, [9; 16]).unwrap();
    assert_eq!(again.server_epoch().await, Ok([8; 16]));
    assert_eq!(again.newest(SPACE).await, Ok(1));
    let old = Store::open(&Place::File(aside), [9; 16]).unwrap();
    assert_eq!(old.newest(SPACE).await, Ok(2), "what was there is set aside whole");
}

#[test]
fn a_damaged_copy_is_not_put_back() {
    let folder = Folder::new();
    let (file, copy) = (folder.file("a.db"), folder.file("copy.db"));
    std::fs::write(&copy, b"not a database at all, but long enough to look at").unwrap();
    assert!(restore(&copy, &file, [8; 16], 1).is_err());
    assert!(!file.exists());
}

async fn stores() -> Vec<(Store, Option<Folder>)> {
    let folder = Folder::new();
    let file = Store::open(&Place::File(folder.file("a.db")), [7; 16]).unwrap();
    let mut stores = vec![(file, Some(folder))];
    static NUMBER: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(0);
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    if let Some(url) = postgres::database(&format!("desk{number}")) {
        stores.push((Store::open(&Place::Postgres(url), [7; 16]).unwrap(), None));
    }
    stores
}

#[tokio::test]
async fn only_the_first_request_counts_and_an_expired_invitation_is_not_there() {
    for (store, _folder) in stores().await {
        let (id, offer) = ([1; 16], (vec![1], 1_000));
        let no = |refusal| Err(server::store::Failed::No(refusal));
        assert_eq!(store.offer(id, device(1), offer.clone(), 2).await, Ok(()));
        assert_eq!(store.offer(id, device(1), offer.clone(), 2).await, Ok(()));
        assert_eq!(store.offer(id, device(2), offer.clone(), 2).await, no(Refusal::Used));
        assert_eq!(store.step(id, Step::Reveal, vec![3], 1).await, no(Refusal::Gap));
        assert_eq!(store.step(id, Step::Request, vec![2], 1).await, Ok(()));
        assert_eq!(store.step(id, Step::Request, vec![2], 1).await, Ok(()));
        assert_eq!(store.step(id, Step::Request, vec![9], 1).await, no(Refusal::Used));
        assert_eq!(store.step(id, Step::Reveal, vec![3], 1_000).await, Ok(()));
        assert_eq!(store.step(id, Step::Answer, vec![4], 1_001).await, no(Refusal::NotOpen));
        assert_eq!(store.invite(id, 1_000).await.map(|row| row.steps()), Ok(3));
        assert_eq!(store.offer([2; 16], device(1), offer.clone(), 2).await, Ok(()));
        assert_eq!(store.offer([3; 16], device(1), offer, 2).await, no(Refusal::Full));
        assert_eq!(store.tidy(Retention::default(), 1_001).await.map(|gone| gone.invites), Ok(2));
    }
}

#[tokio::test]
async fn a_box_takes_so_many_so_large_until_it_closes_and_tells_no_order() {
    for (store, _folder) in stores().await {
        let no = |refusal| Err(server::store::Failed::No(refusal));
        let (id, row) = ([1; 16], BoxRow { space: SPACE, most: 3, largest: 10, closes: 5 * DAY });
        assert_eq!(store.open_box(id, row, 5).await, Ok(()));
        let all = [b"aaa".to_vec(), b"bbb".to_vec(), b"ccc".to_vec()];
        for sealed in &all {
            assert_eq!(store.give(id, sealed.clone(), DAY).await, Ok(()));
        }
        assert_eq!(store.give(id, all[0].clone(), DAY).await, Ok(()), "twice is once");
        assert_eq!(store.give(id, vec![0; 11], DAY).await, no(Refusal::TooLarge));
        assert_eq!(store.give(id, vec![0; 10], DAY).await, no(Refusal::Full));
        assert_eq!(store.give(id, vec![0; 10], 5 * DAY + 1).await, no(Refusal::NotOpen));
        assert_eq!(store.give([2; 16], vec![0], DAY).await, no(Refusal::NotOpen));
        let mut by_hash = all.to_vec();
        by_hash.sort_by_key(|sealed| sha256(sealed));
        assert_eq!(store.list_box(SPACE, id, None).await, Ok((by_hash.clone(), false)));
        let after = Some(sha256(&by_hash[0]));
        assert_eq!(store.list_box(SPACE, id, after).await, Ok((by_hash[1..].to_vec(), false)));
        let other = SpaceId::from_bytes([2; 16]);
        assert_eq!(store.list_box(other, id, None).await.map(|_| ()), no(Refusal::NotOpen));
        store.take_gifts(SPACE, id, vec![sha256(&by_hash[0])]).await.unwrap();
        assert_eq!(store.list_box(SPACE, id, None).await.map(|(list, _)| list.len()), Ok(2));
        assert_eq!(store.give(id, vec![0; 10], DAY).await, no(Refusal::Full), "taken counts too");
        let kept = Retention::default();
        assert_eq!(store.tidy(kept, 35 * DAY).await.map(|gone| gone.boxes), Ok(0));
        assert_eq!(store.tidy(kept, 35 * DAY + 1).await.map(|gone| gone.boxes), Ok(1));
    }
}

#[tokio::test]
async fn a_space_that_was_given_up_is_cleared_and_its_places_are_not_given_again() {
    for (store, _folder) in stores().await {
        store.append(SPACE, &[row(1, 1), row(1, 2)]).await.unwrap();
        store.seen(SPACE, device(1), 10).await.unwrap();
        let kept = Retention { boxes: None, spaces: Some(5), ..Retention::default() };
        assert_eq!(store.tidy(kept, 15 * DAY).await.map(|gone| gone.spaces), Ok(0));
        assert_eq!(store.tidy(kept, 16 * DAY).await.map(|gone| gone.spaces), Ok(1));
        assert_eq!(store.since(SPACE, 0, 10, 1000).await, Ok(vec![]));
        assert_eq!(store.append(SPACE, &[row(1, 1)]).await, Ok(3));
    }
}

#[tokio::test]
async fn files_are_kept_in_pieces_within_the_room_of_their_space() {
    use server::store::blobs::{BlobLimits, Piece};
    for (store, _folder) in stores().await {
        let no = |refusal| Err(server::store::Failed::No(refusal));
        let limits = BlobLimits { chunks: 2, space: 10, files: 2 };
        let piece = |blob: u8, chunks, number, size: usize| Piece {
            blob: [blob; 16],
            chunks,
            number,
            sealed: vec![blob; size],
        };
        let put = |piece| store.put_chunk(SPACE, piece, limits);
        assert_eq!(put(piece(1, 2, 0, 6)).await, Ok(()));
        assert_eq!(put(piece(1, 2, 0, 6)).await, Ok(()), "twice is once");
        assert_eq!(put(piece(1, 2, 0, 5)).await, no(Refusal::Used));
        assert_eq!(put(piece(1, 1, 0, 6)).await, no(Refusal::Used));
        assert_eq!(put(piece(1, 2, 2, 1)).await, no(Refusal::TooLarge));
        assert_eq!(put(piece(2, 3, 0, 1)).await, no(Refusal::TooLarge));
        assert_eq!(put(piece(1, 2, 1, 5)).await, no(Refusal::Full));
        assert_eq!(put(piece(1, 2, 1, 4)).await, Ok(()));
        assert_eq!(store.chunk(SPACE, [1; 16], 1).await, Ok((2, vec![1; 4])));
        assert_eq!(store.chunk(SPACE, [1; 16], 2).await.map(|_| ()), no(Refusal::NotOpen));
        assert_eq!(store.blobs(SPACE).await, Ok(vec![([1; 16], 2, 2)]));
        assert_eq!(store.drop_blob(SPACE, [1; 16]).await, Ok(()));
        assert_eq!(store.drop_blob(SPACE, [1; 16]).await, no(Refusal::NotOpen));
        assert_eq!(put(piece(3, 1, 0, 10)).await, Ok(()), "the room is free again");
    }
}

#[tokio::test]
async fn the_write_ahead_log_is_emptied_while_writing_and_gone_after_closing() {
    let folder = Folder::new();
    let file = folder.file("a.db");
    let store = Store::open(&Place::File(file.clone()), [7; 16]).unwrap();
    for batch in 0..500 {
        let rows: Vec<_> = (1..=100).map(|seq| row(1, batch * 100 + seq)).collect();
        store.append(SPACE, &rows).await.unwrap();
        store.since(SPACE, 0, 10, 1_000).await.unwrap();
    }
    let (database, log) = store.sizes();
    assert!(database > 1 << 20, "what was written is in the database itself: {database}");
    assert!(log < 24 << 20, "a statement left half read would keep the log growing: {log}");
    drop(store);
    assert!(!folder.file("a.db-wal").exists());
}

fn head(number: u8, seq: u64) -> ChainHead {
    let hash = sha256(&body(number, seq));
    ChainHead { part: PART, device: device(number), seq, hash }
}

fn entry(text: &str) -> NewRow {
    NewRow { hash: sha256(text.as_bytes()), chain: None, item: Item::Entry(text.into()) }
}

#[tokio::test]
async fn what_was_pruned_stays_away_after_opening_again_and_its_chain_goes_on() {
    let folder = Folder::new();
    let mut places = vec![Place::File(folder.file("a.db"))];
    places.extend(postgres::database("prune").map(Place::Postgres));
    for place in places {
        let store = Store::open(&place, [7; 16]).unwrap();
        let rows: Vec<_> = (1..=3).map(|seq| row(1, seq)).chain([row(2, 1)]).collect();
        store.append(SPACE, &rows).await.unwrap();
        store.prune(SPACE, &[head(1, 2)]).await.unwrap();
        assert_eq!(store.bytes(SPACE).await, Ok(Some(200)), "the room is free again");
        drop(store);
        let again = Store::open(&place, [8; 16]).unwrap();
        let left = again.since(SPACE, 0, 10, 1_000).await.unwrap();
        assert_eq!(left.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(again.heads(SPACE, None).await, Ok(vec![head(1, 3), head(2, 1)]));
        assert_eq!(again.append(SPACE, &[row(1, 4)]).await, Ok(5));
    }
}

/// What is on the disk of the server is the same whoever gave what, in whichever order, at whichever hour of the day: row by
/// row, with all that a row knows.
#[tokio::test]
async fn the_store_of_a_box_tells_not_what_came_together_and_not_what_came_first() {
    let pieces: Vec<Vec<u8>> = (0..40_u8).map(|piece| vec![piece; 2_096]).collect();
    let (id, row) = ([1; 16], BoxRow { space: SPACE, most: 50, largest: 2_096, closes: 5 * DAY });
    let mut disks = Vec::new();
    for turned in [false, true] {
        let folder = Folder::new();
        let store = Store::open(&Place::File(folder.file("a.db")), [7; 16]).unwrap();
        store.open_box(id, row, 5).await.unwrap();
        let order: Vec<&Vec<u8>> =
            if turned { pieces.iter().rev().collect() } else { pieces.iter().collect() };
        for (at, piece) in (0..).zip(order) {
            let hour = if turned { 60_000 * at } else { 11 * 60_000 * at };
            store.give(id, piece.clone(), DAY + hour).await.unwrap();
        }
        drop(store);
        let disk = rusqlite::Connection::open(folder.file("a.db")).unwrap();
        let mut asked = disk.prepare("SELECT * FROM gift").unwrap();
        let columns: Vec<&str> = asked.column_names().collect();
        assert_eq!(columns, ["box", "hash", "day", "body"], "nothing else is known");
        let read = |row: &rusqlite::Row<'_>| {
            let (hash, body): (Vec<u8>, Vec<u8>) = (row.get(1)?, row.get(3)?);
            Ok((hash, row.get::<_, i64>(2)?, body))
        };
        let rows: Result<Vec<_>, _> = asked.query_map([], read).unwrap().collect();
        disks.push(rows.unwrap());
    }
    assert_eq!(disks[0], disks[1]);
    assert!(disks[0].is_sorted(), "in the order of their hashes");
    assert!(disks[0].iter().all(|(_, day, body)| *day == 1 && body.len() == 2_096));
}

#[tokio::test]
async fn of_an_erased_space_only_its_log_stays_for_ever() {
    use server::store::blobs::{BlobLimits, Piece};
    for (store, _folder) in stores().await {
        store.append(SPACE, &[entry("tombstone"), row(1, 1)]).await.unwrap();
        store.seen(SPACE, device(1), 10).await.unwrap();
        let piece = Piece { blob: [1; 16], chunks: 1, number: 0, sealed: vec![1; 9] };
        let limits = BlobLimits { chunks: 2, space: 10, files: 2 };
        store.put_chunk(SPACE, piece, limits).await.unwrap();
        let row = BoxRow { space: SPACE, most: 3, largest: 10, closes: 5 * DAY };
        store.open_box([1; 16], row, 5).await.unwrap();
        store.give([1; 16], vec![1], DAY).await.unwrap();
        store.erase(SPACE).await.unwrap();
        let kept = Retention { spaces: Some(5), ..Retention::default() };
        assert_eq!(store.tidy(kept, 99 * DAY).await.map(|gone| gone.spaces), Ok(0));
        let left = store.since(SPACE, 0, 10, 1_000).await;
        assert_eq!(left, Ok(vec![(1, entry("tombstone").item)]));
        assert_eq!(store.blobs(SPACE).await, Ok(vec![]));
        let no = Err(server::store::Failed::No(Refusal::NotOpen));
        assert_eq!(store.give([1; 16], vec![2], DAY).await, no);
        let bytes: Vec<u64> =
            store.spaces().await.unwrap().iter().map(|space| space.bytes).collect();
        assert_eq!(bytes, [9], "the log alone");
    }
}

#[tokio::test]
async fn a_device_is_absent_only_after_more_days_than_the_offline_window() {
    for (store, _folder) in stores().await {
        store.append(SPACE, &[row(1, 1)]).await.unwrap();
        let living: BTreeSet<_> = [1, 2].map(device).into();
        let absent = |today| store.absent(SPACE, living.clone(), today, 90);
        store.seen(SPACE, device(1), 10).await.unwrap();
        store.seen(SPACE, device(3), 10).await.unwrap();
        assert_eq!(absent(99).await, Ok([].into()), "below");
        assert_eq!(absent(100).await, Ok([].into()), "at");
        assert_eq!(absent(101).await, Ok([device(1)].into()), "above");
        store.seen(SPACE, device(1), 102).await.unwrap();
        assert_eq!(absent(189).await, Ok([].into()), "of who never came, the time began at 99");
        assert_eq!(absent(190).await, Ok([device(2)].into()));
        assert_eq!(absent(5).await, Ok([].into()), "a clock that went back calls nobody absent");
        store.renew([9; 16]).await.unwrap();
        assert_eq!(absent(900).await, Ok([].into()), "a copy says nothing of who came since");
    }
}

#[tokio::test]
async fn the_day_of_a_device_that_is_out_is_not_kept() {
    let folder = Folder::new();
    let file = folder.file("a.db");
    let store = Store::open(&Place::File(file.clone()), [7; 16]).unwrap();
    store.append(SPACE, &[row(1, 1)]).await.unwrap();
    for number in 1..=3 {
        store.seen(SPACE, device(number), 10).await.unwrap();
    }
    store.absent(SPACE, [1, 2].map(device).into(), 11, 90).await.unwrap();
    drop(store);
    let count = "SELECT count(*) FROM presence";
    let known: i64 =
        rusqlite::Connection::open(file).unwrap().query_row(count, [], |row| row.get(0)).unwrap();
    assert_eq!(known, 2);
}

#[tokio::test]
async fn a_database_or_a_copy_of_version_1_gets_what_it_lacks_and_a_newer_one_is_not_touched() {
    let folder = Folder::new();
    let (file, copy) = (folder.file("a.db"), folder.file("copy.db"));
    let place = Place::File(file.clone());
    let store = Store::open(&place, [7; 16]).unwrap();
    store.append(SPACE, &[row(1, 1), row(1, 2)]).await.unwrap();
    drop(store);
    let change = |sql: &str| rusqlite::Connection::open(&file).unwrap().execute_batch(sql).unwrap();
    change(
        "DROP TABLE presence; ALTER TABLE space DROP COLUMN erased; \
         UPDATE known SET value = x'0000000000000001' WHERE key = 1",
    );
    assert!(Store::look(&place).is_err(), "who only looks changes nothing");
    back_up(&file, &copy).unwrap();
    let store = Store::open(&place, [8; 16]).unwrap();
    assert_eq!(store.server_epoch().await, Ok([7; 16]));
    assert_eq!(store.append(SPACE, &[row(1, 3)]).await, Ok(3));
    store.erase(SPACE).await.unwrap();
    drop(store);
    restore(&copy, &file, [9; 16], 1).unwrap();
    let store = Store::look(&place).unwrap();
    assert_eq!((store.server_epoch().await, store.newest(SPACE).await), (Ok([9; 16]), Ok(2)));
    drop(store);
    change("UPDATE known SET value = x'0000000000000003' WHERE key = 1");
    let newer = Store::open(&place, [8; 16]).err().unwrap();
    assert!(newer.0.contains("versie 3") && newer.0.contains("nieuwer"), "{newer}");
}
