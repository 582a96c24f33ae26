//! Every attack on the log that we know of, by name, and the refusal that stops it.

use super::*;
use crate::id::NO_HASH;

fn entry(copy: &Copy, author: u8, parents: Vec<[u8; 32]>, change: Change) -> Entry {
    Entry { space: copy.log.space(), parents, author: id(author), at: 9, change }
}

fn signed(copy: &Copy, author: u8, change: Change) -> Vec<u8> {
    entry(copy, author, copy.log.heads(), change).sign(&device(author)).unwrap().encode()
}

fn raise(who: u8) -> Change {
    Change::SetRole { device: id(who), role: Role::Beheer, seen: Vec::new() }
}

#[test]
fn role_escalation_is_refused() {
    let mut copy = Copy::of_four();
    for who in [CARLA, DIRK] {
        let bytes = signed(&copy, who, raise(who));
        assert_eq!(copy.log.add(&bytes), Err(LogError::NotAllowed));
    }
}

#[test]
fn a_stranger_is_refused() {
    let mut copy = Copy::of_four();
    let bytes = signed(&copy, EEFJE, raise(EEFJE));
    assert_eq!(copy.log.add(&bytes), Err(LogError::UnknownAuthor));
}

#[test]
fn a_forged_author_is_refused() {
    let mut copy = Copy::of_four();
    let forged = entry(&copy, ANNA, copy.log.heads(), raise(DIRK));
    assert_eq!(forged.clone().sign(&device(DIRK)), Err(LogError::BadSignature));
    // Signed by its true author, then changed: the last byte of the signature.
    let mut bytes = forged.sign(&device(ANNA)).unwrap().encode();
    *bytes.last_mut().unwrap() ^= 1;
    assert_eq!(copy.log.add(&bytes), Err(LogError::BadSignature));
}

#[test]
fn key_substitution_is_refused() {
    // A server replaces the joiner's keys in an entry by its own: the signature no longer holds.
    let mut copy = Copy::founded();
    let mut other = copy.taken_by(ANNA);
    let honest = other.add(BRAM, Role::Beheer).unwrap().encode();
    let (ours, theirs) = (device(BRAM).public().bytes(), device(EEFJE).public().bytes());
    let at = honest.windows(64).position(|window| window == ours).unwrap();
    let mut swapped = honest.clone();
    swapped[at..at + 64].copy_from_slice(&theirs);
    assert_eq!(copy.log.add(&swapped), Err(LogError::BadSignature));
    assert!(matches!(copy.log.add(&honest), Ok(Added::New { .. })));
}

#[test]
fn a_replayed_entry_changes_nothing() {
    let mut copy = Copy::of_four();
    let added = copy.add(EEFJE, Role::Bewerken).unwrap();
    copy.remove(&[EEFJE]).unwrap();
    let before = copy.log.members();
    assert_eq!(copy.log.add(&added.encode()), Ok(Added::Known));
    assert_eq!(copy.log.members(), before);
    assert_eq!(copy.role(EEFJE), None);
}

#[test]
fn an_entry_of_another_space_is_refused() {
    let mut copy = Copy::founded();
    let (keys, space) = (device(BRAM), SpaceId::from_bytes([1; 16]));
    let other = Log::create(space, person(BRAM), &keys, 1, &mut rng(50)).unwrap();
    let first = other.entries().next().unwrap().encode();
    assert_eq!(copy.log.add(&first), Err(LogError::OtherSpace));
}

#[test]
fn a_second_beginning_is_refused() {
    // A server that knows the id of a space makes a log of its own for it.
    let mut copy = Copy::founded();
    let other = Log::create(SPACE, person(EEFJE), &device(EEFJE), 1, &mut rng(50)).unwrap();
    let first = other.entries().next().unwrap().encode();
    assert_eq!(copy.log.add(&first), Err(LogError::OtherRoot));
    assert_eq!(Log::open(&copy.log.root(), &first).unwrap_err(), LogError::OtherRoot);
}

#[test]
fn a_removed_device_does_not_come_back_with_the_same_keys() {
    let mut copy = Copy::of_four();
    copy.remove(&[CARLA]).unwrap();
    assert_eq!(copy.add(CARLA, Role::Lezen), Err(LogError::KnownDevice));
    assert!(copy.add(EEFJE, Role::Lezen).is_ok());
}

#[test]
fn a_truncated_log_is_noticed() {
    // A server keeps an entry back. Whatever builds on it waits and names what is missing.
    let mut copy = Copy::of_four();
    let mut behind = copy.taken_by(DIRK);
    let hidden = copy.remove(&[CARLA]).unwrap();
    let next = copy.add(EEFJE, Role::Lezen).unwrap();
    let missing = vec![*hidden.id()];
    let waiting = behind.log.add(&next.encode());
    assert_eq!(waiting, Ok(Added::Waiting { missing: missing.clone() }));
    assert_eq!(behind.log.wanted(), missing);
    assert_eq!(behind.role(EEFJE), None);
    let added = behind.log.add(&hidden.encode());
    assert_eq!(added, Ok(Added::New { refused: Vec::new() }));
    assert_eq!(behind.log.members(), copy.log.members());
}

#[test]
fn a_refused_entry_is_refused_also_when_it_had_to_wait() {
    let mut copy = Copy::of_four();
    let mut behind = copy.taken_by(DIRK);
    let parent = copy.add(EEFJE, Role::Lezen).unwrap();
    let bad = entry(&copy, EEFJE, vec![*parent.id()], raise(EEFJE));
    let bad = bad.sign(&device(EEFJE)).unwrap();
    behind.log.add(&bad.encode()).unwrap();
    let refused = vec![(*bad.id(), LogError::NotAllowed)];
    assert_eq!(behind.log.add(&parent.encode()), Ok(Added::New { refused }));
}

#[test]
fn parents_have_one_spelling_and_no_circle() {
    let mut copy = Copy::of_four();
    let (root, head) = (copy.log.root(), copy.log.heads()[0]);
    let mut add = |parents| {
        let bytes = entry(&copy, ANNA, parents, raise(DIRK)).sign(&device(ANNA)).unwrap().encode();
        copy.log.add(&bytes)
    };
    assert_eq!(add(vec![head, head]), Err(LogError::BadParents));
    let mut both = vec![root, head];
    both.sort_unstable();
    assert_eq!(add(both), Err(LogError::BadParents), "one builds on the other");
    assert_eq!(add(Vec::new()), Err(LogError::OtherRoot));
    // An entry cannot name itself: its name follows from its parents. It waits for ever.
    assert!(matches!(add(vec![NO_HASH]), Ok(Added::Waiting { .. })));
}

#[test]
fn too_large_and_damaged_entries_are_refused_before_anything_else() {
    let mut copy = Copy::founded();
    assert_eq!(copy.log.add(&vec![0; MAX_ENTRY + 1]), Err(LogError::TooLarge));
    assert_eq!(copy.log.add(b""), Err(LogError::Damaged));
    let mut longer = signed(&copy, ANNA, Change::Checkpoint { seen: Vec::new() });
    longer.push(0);
    assert_eq!(copy.log.add(&longer), Err(LogError::Damaged));
    let newer = [0x83, 0x02, 0x40, 0x40];
    assert_eq!(copy.log.add(&newer), Err(LogError::Newer(2)));
}

#[test]
fn what_waits_is_bounded() {
    let mut copy = Copy::founded();
    let seen: Vec<_> = (0..500).map(|seq| head(ANNA, &format!("{seq:03}"), 1)).collect();
    let flood = (0..200u8).map(|n| {
        let change = Change::Checkpoint { seen: seen.clone() };
        entry(&copy, ANNA, vec![[n; 32]], change).sign(&device(ANNA)).unwrap().encode()
    });
    let flood: Vec<_> = flood.collect();
    let full = flood.iter().any(|bytes| copy.log.add(bytes) == Err(LogError::Full));
    assert!(full);
}

#[test]
fn every_flipped_byte_of_an_entry_is_refused() {
    let mut copy = Copy::founded();
    let mut other = copy.taken_by(ANNA);
    let honest = other.add(BRAM, Role::Beheer).unwrap().encode();
    for index in 0..honest.len() {
        let mut changed = honest.clone();
        changed[index] ^= 1;
        let taken = matches!(copy.log.add(&changed), Ok(Added::New { .. } | Added::Known));
        assert!(!taken, "byte {index}");
    }
}

proptest::proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(0u8.., 0..400)) {
        let _ = Signed::decode(&bytes);
    }
}
