//! What an adult recorded for a child alone: a row of this person on this device.

use std::collections::BTreeMap;

use replica::store::MemoryStore;
use replica::testing::block_on;

use super::{file, open};

const SOUND: &[u8] = b"Hier is een plek voor jou";

#[test]
fn it_is_there_after_a_restart_and_in_no_copy_of_the_device() {
    let store = MemoryStore::default();
    let room = open(&store, 1, 1);
    block_on(room.keep_voice("zin", Some(SOUND.to_vec()))).unwrap();
    let again = open(&store, 1, 2);
    let all = BTreeMap::from([("zin".to_owned(), SOUND.to_vec())]);
    assert_eq!(block_on(again.voices()), Ok(all));
    let copy = block_on(again.copy(&file(), 0)).unwrap().file;
    assert!(!copy.windows(SOUND.len()).any(|part| part == SOUND));
    block_on(again.keep_voice("zin", None)).unwrap();
    assert_eq!(block_on(open(&store, 1, 3).voices()), Ok(BTreeMap::new()));
}
