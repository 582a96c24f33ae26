//! Who is in, who did what, and what is due.

use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId};
use replica::role::Role;
use replica::space::{DecideError, Deed};
use replica::store::{MemoryStore, SaveState};

use super::tablet::{Tablet, agenda, rng};

#[test]
fn people_are_told_with_names_roles_and_only_what_is_known() {
    let mut anna = Tablet::founder(1, MemoryStore::default());
    let bram = DeviceKeys::generate(&mut rng(2));
    let person = PersonId::from_bytes([2; 16]);
    let who = (person, SideId::named("ouders"), "Bram");
    anna.space.borrow_mut().add(*bram.public(), who, Role::Lezen, 5, &mut rng(3)).unwrap();
    anna.write(agenda(), 1);
    assert_eq!(anna.save(), SaveState::SavedHere);
    let people = anna.space.borrow().people();
    let names: Vec<_> = people.iter().map(|person| person.name.as_deref()).collect();
    assert_eq!(names, [Some("Anna"), Some("Bram")]);
    let (first, second) = (&people[0].devices[0], &people[1].devices[0]);
    assert!(first.is_this && first.role == Some(Role::Beheer));
    assert_eq!((first.changes, first.last_decided, first.last_arrived), (1, Some(5), None));
    assert_eq!((second.changes, second.last_decided, second.since), (0, None, 5));
}

#[test]
fn the_story_tells_who_did_what_in_order() {
    let anna = Tablet::founder(1, MemoryStore::default());
    let bram = DeviceKeys::generate(&mut rng(2));
    let who = (PersonId::from_bytes([2; 16]), SideId::named("ouders"), "Bram");
    let mut space = anna.space.borrow_mut();
    space.add(*bram.public(), who, Role::Beheer, 5, &mut rng(3)).unwrap();
    space.set_role(bram.id(), Role::Lezen, 6).unwrap();
    space.rotate(&[bram.id()], 7, &mut rng(4)).unwrap();
    let told = space.story();
    let deeds: Vec<_> = told.iter().map(|told| told.deed.clone()).skip(3).collect();
    let device = bram.id();
    assert_eq!(
        deeds,
        [
            Deed::LetIn { device, role: Role::Beheer },
            Deed::GaveRole { device, role: Role::Lezen },
            Deed::Removed { devices: vec![device] },
        ]
    );
    assert_eq!(told.iter().map(|told| told.at).collect::<Vec<_>>(), [1, 1, 1, 5, 6, 7]);
    assert!(told.iter().all(|told| told.waits && !told.is_void));
}

#[test]
fn a_decision_that_is_not_allowed_changes_nothing() {
    let anna = Tablet::founder(1, MemoryStore::default());
    let before = anna.space.borrow().story();
    let mut space = anna.space.borrow_mut();
    let me = anna.keys.id();
    assert!(matches!(space.set_role(me, Role::Lezen, 2), Err(DecideError::Write(_))));
    assert!(matches!(space.rotate(&[me], 2, &mut rng(3)), Err(DecideError::Write(_))));
    assert_eq!(space.story(), before);
    assert!(!space.care(3, &mut rng(4)).unwrap(), "nothing is due");
}
