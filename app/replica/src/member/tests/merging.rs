//! Entries made at the same time: every order gives the same answer, and remove beats add.

use proptest::prelude::*;

use super::*;

#[test]
fn remove_beats_add_and_raise() {
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    anna.remove(&[CARLA]).unwrap();
    bram.set_role(CARLA, Role::Beheer).unwrap();
    anna.meet(&mut bram);
    assert_eq!(anna.role(CARLA), None);
}

#[test]
fn of_two_roles_at_the_same_time_the_lowest_counts() {
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    anna.set_role(CARLA, Role::Lezen).unwrap();
    bram.set_role(CARLA, Role::Beheer).unwrap();
    anna.meet(&mut bram);
    assert_eq!(anna.role(CARLA), Some(Role::Lezen));
    // A later entry that knows both decides.
    anna.set_role(CARLA, Role::Bewerken).unwrap();
    assert_eq!(anna.role(CARLA), Some(Role::Bewerken));
}

#[test]
fn what_beheer_gave_while_losing_it_is_void_and_so_is_what_follows_from_it() {
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    anna.set_role(BRAM, Role::Lezen).unwrap();
    bram.set_role(DIRK, Role::Beheer).unwrap();
    let mut dirk = bram.taken_by(DIRK);
    dirk.add(EEFJE, Role::Beheer).unwrap();
    anna.meet(&mut dirk);
    assert_eq!(anna.role(DIRK), Some(Role::Lezen));
    assert_eq!(anna.role(EEFJE), None);
    assert!(anna.log.members().rotation_is_due(), "Eefje was given the key");
}

#[test]
fn who_remove_each_other_are_both_out() {
    let mut anna = Copy::of_four();
    anna.set_role(CARLA, Role::Beheer).unwrap();
    let mut bram = anna.taken_by(BRAM);
    anna.remove(&[BRAM]).unwrap();
    bram.remove(&[ANNA]).unwrap();
    let mut carla = anna.taken_by(CARLA);
    carla.meet(&mut bram);
    assert_eq!((carla.role(ANNA), carla.role(BRAM)), (None, None));
    carla.remove(&[]).unwrap();
    assert_eq!(carla.log.members().recipients().len(), 2);
}

#[test]
fn a_part_that_gets_two_rules_at_the_same_time_has_one() {
    let mut anna = Copy::of_four();
    let mut bram = anna.taken_by(BRAM);
    let part = PartId::named("stem");
    anna.write(Change::Part { part, rule: PartRule::Inbreng }).unwrap();
    bram.write(Change::Part { part, rule: PartRule::Common }).unwrap();
    anna.meet(&mut bram);
    assert_eq!(anna.log.members().rule(part), bram.log.members().rule(part));
}

/// One thing that one device does while offline.
#[derive(Clone, Debug)]
enum Step {
    Add(u8, u8, Role),
    Set(u8, u8, Role),
    Remove(u8, u8),
    Meet(u8, u8),
}

fn step() -> impl Strategy<Value = Step> {
    let role = || prop::sample::select(Role::ALL.to_vec());
    prop_oneof![
        2 => (0..3u8, 5..12u8, role()).prop_map(|(by, who, role)| Step::Add(by, who, role)),
        3 => (0..3u8, 1..8u8, role()).prop_map(|(by, who, role)| Step::Set(by, who, role)),
        2 => (0..3u8, 1..8u8).prop_map(|(by, who)| Step::Remove(by, who)),
        2 => (0..3u8, 0..3u8).prop_map(|(one, other)| Step::Meet(one, other)),
    ]
}

/// Does it if it may; what may not be done is refused, which is fine here.
fn act(copies: &mut [Copy], step: &Step) {
    match *step {
        Step::Add(by, who, role) => {
            let copy = &mut copies[usize::from(by)];
            let (members, (ring, _)) = (copy.log.members(), copy.log.members().keyring(&copy.keys));
            let public = *device(who).public();
            if let Ok(change) = members.add(public, person(who), role, &ring, &mut copy.rng) {
                let _ = copy.write(change);
            }
        }
        Step::Set(by, who, role) => {
            let _ = copies[usize::from(by)].set_role(who, role);
        }
        Step::Remove(by, who) => {
            let copy = &mut copies[usize::from(by)];
            let (members, (ring, _)) = (copy.log.members(), copy.log.members().keyring(&copy.keys));
            let rotation = members.rotate(&[id(who)], Vec::new(), &ring, &mut copy.rng);
            if let Ok((change, _)) = rotation {
                let _ = copy.write(change);
            }
        }
        Step::Meet(one, other) => {
            let from = copies[usize::from(other)].clone();
            copies[usize::from(one)].merge(&from);
        }
    }
}

fn three_copies(steps: &[Step]) -> Vec<Copy> {
    let mut anna = Copy::of_four();
    anna.set_role(CARLA, Role::Beheer).unwrap();
    let mut copies: Vec<_> = [ANNA, BRAM, CARLA].map(|who| anna.taken_by(who)).into();
    steps.iter().for_each(|step| act(&mut copies, step));
    copies
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn merging_commutes(steps in prop::collection::vec(step(), 1..10), order in any::<u64>()) {
        let copies = three_copies(&steps);
        let mut merged = copies[0].clone();
        copies.iter().for_each(|copy| merged.merge(copy));
        // The same entries in another order, many of them before what they build on.
        let mut bytes: Vec<_> = merged.log.entries().map(Signed::encode).collect();
        let first = bytes.remove(0);
        let length = bytes.len().max(1);
        bytes.rotate_left((order % length as u64) as usize);
        if order % 2 == 0 { bytes.reverse(); }
        let mut again = Log::open(&merged.log.root(), &first).unwrap();
        for bytes in &bytes {
            again.add(bytes).unwrap();
        }
        prop_assert_eq!(again.wanted(), Vec::<[u8; 32]>::new());
        prop_assert_eq!(again.members(), merged.log.members());
    }

    #[test]
    fn who_was_removed_anywhere_is_out_everywhere_and_cannot_open_what_is_written(
        steps in prop::collection::vec(step(), 1..10),
    ) {
        let copies = three_copies(&steps);
        let mut merged = copies[0].clone();
        copies.iter().for_each(|copy| merged.merge(copy));
        let members = merged.log.members();
        for entry in merged.log.entries() {
            let Change::Rotate { removed, .. } = &entry.entry().change else { continue };
            for device in removed {
                prop_assert_eq!(members.role(*device), None);
                if let Some(epoch) = members.writing_epoch() {
                    prop_assert!(!members.could_open(*device, epoch));
                }
            }
        }
    }
}
