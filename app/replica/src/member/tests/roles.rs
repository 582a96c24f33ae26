//! Who may what when, along one line of entries.

use super::*;
use crate::role::Action;

fn may(copy: &Copy, who: u8, action: Action, part: &str) -> bool {
    copy.log.members().may(id(who), action, PartId::named(part)).is_ok()
}

#[test]
fn the_founder_has_beheer_and_lets_others_in() {
    let copy = Copy::of_four();
    assert_eq!(copy.role(ANNA), Some(Role::Beheer));
    assert_eq!(copy.role(CARLA), Some(Role::Bewerken));
    assert_eq!(copy.role(EEFJE), None);
    assert_eq!(copy.log.members().devices().count(), 4);
}

#[test]
fn who_was_in_at_an_entry_can_be_asked_later() {
    let mut copy = Copy::of_four();
    let before = copy.log.heads()[0];
    let raised = *copy.set_role(CARLA, Role::Beheer).unwrap().id();
    copy.remove(&[CARLA]).unwrap();
    let role = |at| copy.log.at(&at).unwrap().role(id(CARLA));
    assert_eq!(role(before), Some(Role::Bewerken));
    assert_eq!(role(raised), Some(Role::Beheer));
    assert_eq!(copy.role(CARLA), None);
}

#[test]
fn only_its_own_side_writes_in_a_part_of_a_side() {
    let mut copy = Copy::founded();
    let (parents, school) = (SideId::named("ouders"), SideId::named("school"));
    let mut let_in = |who, side, name| {
        let (members, ring) = (copy.log.members(), copy.ring());
        let person = (PersonId::from_bytes([who; 16]), side, name);
        let public = *device(who).public();
        let role = Role::Bewerken;
        let change = members.add(public, person, role, &ring, &mut rng(who)).unwrap();
        copy.write(change).unwrap();
    };
    let_in(BRAM, parents, "Vader");
    let_in(CARLA, school, "Juf");
    let perspective = PartId::named("perspectief ouders");
    copy.write(Change::Part { part: perspective, rule: PartRule::Of(parents) }).unwrap();

    assert!(may(&copy, BRAM, Action::Write, "perspectief ouders"));
    assert!(!may(&copy, CARLA, Action::Write, "perspectief ouders"));
    assert!(!may(&copy, ANNA, Action::Write, "perspectief ouders"), "not even beheer");
    assert!(may(&copy, CARLA, Action::Read, "perspectief ouders"));
    assert!(may(&copy, CARLA, Action::Write, "agenda"));
    let again = copy.write(Change::Part { part: perspective, rule: PartRule::Common });
    assert_eq!(again, Err(LogError::PartIsSet));
}

#[test]
fn what_was_said_of_the_rest_holds_for_every_part_of_which_nothing_else_was_said() {
    let mut copy = Copy::founded();
    copy.add(BRAM, Role::Bewerken).unwrap();
    let elsewhere = SideId::named("elders");
    assert!(may(&copy, BRAM, Action::Write, "school/2040"));
    copy.write(Change::Part { part: PartId::named("advies"), rule: PartRule::Common }).unwrap();
    copy.write(Change::Part { part: PartId::rest(), rule: PartRule::Of(elsewhere) }).unwrap();
    assert!(!may(&copy, BRAM, Action::Write, "school/2040"), "also of a part that nobody began");
    assert!(may(&copy, BRAM, Action::Write, "advies"));
    assert!(may(&copy, BRAM, Action::Read, "school/2040"));
}

#[test]
fn a_child_only_adds_and_only_in_an_inbreng() {
    let mut copy = Copy::founded();
    copy.add(BRAM, Role::Inbrengen).unwrap();
    let part = PartId::named("stem");
    copy.write(Change::Part { part, rule: PartRule::Inbreng }).unwrap();
    assert!(may(&copy, BRAM, Action::Add, "stem"));
    assert!(!may(&copy, BRAM, Action::Write, "stem"));
    assert!(!may(&copy, BRAM, Action::Add, "agenda"));
}

#[test]
fn a_role_counts_from_what_was_seen_when_it_was_changed() {
    let mut copy = Copy::of_four();
    let seen = vec![head(CARLA, "agenda", 5)];
    copy.write(Change::SetRole { device: id(CARLA), role: Role::Lezen, seen }).unwrap();
    let members = copy.log.members();
    let could = |seq, vouched| {
        members.could(id(CARLA), Action::Write, (PartId::named("agenda"), seq), vouched).is_ok()
    };
    assert!(could(5, 0), "written before");
    assert!(!could(6, 0), "written after");
    assert!(could(6, 6), "a member built upon it before it heard of the change");
}

#[test]
fn what_counts_of_who_left_is_what_was_seen_or_built_upon() {
    let mut copy = Copy::of_four();
    let change = copy.rotation(&[CARLA], vec![head(CARLA, "agenda", 5)]);
    copy.write(change).unwrap();
    let members = copy.log.members();
    let could = |part, seq, vouched| {
        members.could(id(CARLA), Action::Write, (PartId::named(part), seq), vouched)
    };
    assert_eq!(could("agenda", 5, 0), Ok(()));
    assert_eq!(could("agenda", 6, 0), Err(Denied::Removed));
    assert_eq!(could("agenda", 6, 6), Ok(()));
    assert_eq!(could("begroting", 1, 0), Err(Denied::Removed));
}

#[test]
fn somebody_is_always_left_to_decide() {
    let mut copy = Copy::founded();
    copy.add(CARLA, Role::Bewerken).unwrap();
    assert_eq!(copy.set_role(ANNA, Role::Lezen), Err(LogError::LastManager));
    assert_eq!(copy.remove(&[ANNA]), Err(LogError::LastManager));
    copy.set_role(CARLA, Role::Beheer).unwrap();
    copy.set_role(ANNA, Role::Lezen).unwrap();
    assert_eq!(copy.role(ANNA), Some(Role::Lezen));
}

#[test]
fn names_are_for_members_only() {
    let mut copy = Copy::of_four();
    let members = copy.log.members();
    assert_eq!(members.name(id(CARLA), &copy.ring()).as_deref(), Some("Naam"));
    assert_eq!(members.name(id(CARLA), &Keyring::new(SPACE)), None);
    let entry = copy.add(EEFJE, Role::Lezen).unwrap().encode();
    assert!(!entry.windows(4).any(|window| window == b"Naam"));
}
