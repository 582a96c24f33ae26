//! Keys over time: who can open which, and what happens when somebody leaves.

use super::*;
use crate::keys::KeyError;

fn opens(copy: &Copy, who: u8) -> Vec<u32> {
    let (ring, _) = copy.log.members().keyring(&device(who));
    ring.epochs().map(generation).collect()
}

#[test]
fn a_new_member_opens_the_present_and_the_past() {
    let mut copy = Copy::of_four();
    copy.remove(&[DIRK]).unwrap();
    copy.add(EEFJE, Role::Lezen).unwrap();
    assert_eq!(opens(&copy, EEFJE), [1, 2]);
}

#[test]
fn a_removed_device_opens_nothing_after_its_removal() {
    let mut copy = Copy::of_four();
    copy.remove(&[CARLA]).unwrap();
    copy.remove(&[DIRK]).unwrap();
    assert_eq!(opens(&copy, CARLA), [1]);
    assert_eq!(opens(&copy, DIRK), [1, 2]);
    assert_eq!(opens(&copy, BRAM), [1, 2, 3]);
    assert_eq!(copy.log.members().writing_epoch().map(generation), Some(3));
}

#[test]
fn nobody_with_the_key_of_one_epoch_alone_opens_the_next() {
    // Carla keeps every entry of the log and her own keys, and tries all that she has on all there is.
    let mut copy = Copy::of_four();
    let before = copy.taken_by(CARLA).ring();
    copy.remove(&[CARLA]).unwrap();
    let members = copy.log.members();
    let next = members.writing_epoch().unwrap();
    assert!(before.get(next).is_none());
    for entry in copy.log.entries() {
        let Change::Rotate { epoch, older, .. } = &entry.entry().change else { continue };
        for (_, wrapped) in &epoch.wrapped {
            let opened = crate::keys::SpaceKey::unwrap(wrapped, SPACE, next, &device(CARLA));
            assert!(opened.is_err());
        }
        let old = before.get(older[0].0).unwrap();
        assert!(old.open_older(SPACE, next, older[0].0, &older[0].1).is_err());
    }
}

#[test]
fn a_removal_that_forgets_somebody_or_keeps_somebody_is_refused() {
    let mut copy = Copy::of_four();
    let Change::Rotate { removed, seen, epoch, older } = copy.rotation(&[CARLA], Vec::new()) else {
        panic!("not a rotation");
    };
    let mut with = |change: &dyn Fn(&mut NewEpoch)| {
        let mut epoch = epoch.clone();
        change(&mut epoch);
        let (removed, seen, older) = (removed.clone(), seen.clone(), older.clone());
        copy.write(Change::Rotate { removed, seen, epoch, older })
    };
    let forgets = with(&|epoch| epoch.wrapped.truncate(2));
    assert_eq!(forgets, Err(LogError::WrongRecipients));
    let keeps = with(&|epoch| {
        epoch.wrapped.push((id(CARLA), [0; 80]));
        epoch.wrapped.sort_unstable();
    });
    assert_eq!(keeps, Err(LogError::WrongRecipients));
    let lower = with(&|epoch| epoch.epoch = epoch_of(1, 7));
    assert_eq!(lower, Err(LogError::WrongEpoch));
    assert!(with(&|_| ()).is_ok());
}

#[test]
fn a_key_that_is_not_what_was_announced_is_noticed() {
    // Beheer gives one member another key than the rest, to read along unseen.
    let mut copy = Copy::of_four();
    let mut change = copy.rotation(&[], Vec::new());
    if let Change::Rotate { epoch, .. } = &mut change {
        let other = crate::keys::SpaceKey::generate(&mut rng(66));
        let public = *device(DIRK).public();
        let wrapped = other.wrap(SPACE, epoch.epoch, &public, &mut rng(67)).unwrap();
        let place = epoch.wrapped.iter_mut().find(|(device, _)| *device == id(DIRK)).unwrap();
        place.1 = wrapped;
    }
    copy.write(change).unwrap();
    let (ring, wrong) = copy.log.members().keyring(&device(DIRK));
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].1, KeyError::OtherKey);
    assert_eq!(ring.epochs().map(generation).collect::<Vec<_>>(), [1]);
}

#[test]
fn two_removals_at_the_same_time_leave_no_key_until_a_new_one_is_made() {
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    anna.remove(&[CARLA]).unwrap();
    bram.remove(&[DIRK]).unwrap();
    anna.meet(&mut bram);
    // Dirk has Anna's new key and Carla has Bram's: neither may be written under.
    assert!(anna.log.members().rotation_is_due());
    assert_eq!((anna.role(CARLA), anna.role(DIRK)), (None, None));
    anna.remove(&[]).unwrap();
    let members = anna.log.members();
    let epoch = members.writing_epoch().unwrap();
    assert_eq!(generation(epoch), 3);
    for gone in [CARLA, DIRK] {
        assert!(!members.could_open(id(gone), epoch));
    }
    // Both old keys open through the new one.
    let (ring, wrong) = members.keyring(&device(BRAM));
    assert_eq!((ring.epochs().count(), wrong.len()), (4, 0));
}

#[test]
fn who_came_in_during_a_rotation_is_given_the_new_key() {
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    anna.remove(&[CARLA]).unwrap();
    bram.add(EEFJE, Role::Bewerken).unwrap();
    anna.meet(&mut bram);
    let members = anna.log.members();
    let epoch = members.writing_epoch().unwrap();
    assert_eq!(members.without_key(), [(id(EEFJE), epoch)]);
    let change = members.give(id(EEFJE), &anna.ring(), &mut rng(70)).unwrap();
    anna.write(change).unwrap();
    assert_eq!(anna.log.members().without_key(), []);
    assert_eq!(opens(&anna, EEFJE), [1, 2]);
}

#[test]
fn a_removed_device_that_lets_somebody_in_afterwards_gains_nothing() {
    // Bram is removed, stays offline, and signs an entry as if he did not know.
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    anna.remove(&[BRAM]).unwrap();
    bram.add(EEFJE, Role::Beheer).unwrap();
    anna.meet(&mut bram);
    let members = anna.log.members();
    assert_eq!(anna.role(EEFJE), None);
    let epoch = members.writing_epoch().unwrap();
    assert!(!members.could_open(id(EEFJE), epoch));
    assert!(!members.could_open(id(BRAM), epoch));
}
