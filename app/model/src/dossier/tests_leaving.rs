//! Somebody is taken off the list while others let them in, say yes or no, or take something back: off it is off it.

use proptest::prelude::*;
use replica::document::{Document, Session};
use replica::id::DeviceId;

use super::tests::{begun, day};
use super::tests_seeing::{invited, propose, say};
use super::*;

/// What one of three devices does with the one receiver while it hears nothing of the others.
#[derive(Clone, Debug)]
enum Step {
    Remove,
    LetIn,
    Say(bool),
    Undo,
    Hear(usize),
}

fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    let step = prop_oneof![
        Just(Step::Remove),
        Just(Step::LetIn),
        any::<bool>().prop_map(Step::Say),
        Just(Step::Undo),
        (0..3usize).prop_map(Step::Hear),
    ];
    prop::collection::vec((0..3usize, step), 1..14)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn who_was_taken_off_the_list_anywhere_is_off_it_everywhere_and_every_device_of_theirs_leaves(
        steps in steps(),
    ) {
        let mut first = begun();
        for command in [propose(), say("o1", true), say("o2", true), invited()] {
            first.note(&command).unwrap();
        }
        let copy = |peer: u64| {
            let session = Session { peer, device: DeviceId::from_bytes([peer as u8; 16]) };
            Dossier::open(Document::open(session, &first.document().snapshot().unwrap()).unwrap())
        };
        let mut all: Vec<_> = (11..14).map(copy).collect();
        let (mut removed, mut is_in) = (false, false);
        for (who, step) in steps {
            let one = &mut all[who];
            match step {
                Step::Remove => removed |= one.run(&Command::Remove { id: "r1".into(), on: day(23) }).is_ok(),
                Step::LetIn => {
                    let access = Access::In { device: "cd".into(), on: day(23) };
                    is_in |= one.note(&Command::Access { id: "r1".into(), access }).is_ok();
                }
                Step::Say(yes) => drop(one.run(&say("o1", yes))),
                Step::Undo => drop(one.undo()),
                Step::Hear(from) if from != who => {
                    let lacks = all[from].document().updates_since(&all[who].document().version());
                    all[who].import(&lacks.unwrap()).unwrap();
                }
                Step::Hear(_) => {}
            }
        }
        for (to, from) in [(0, 1), (0, 2), (1, 0), (2, 0)] {
            let lacks = all[from].document().updates_since(&all[to].document().version()).unwrap();
            all[to].import(&lacks).unwrap();
        }
        for one in &all {
            let view = one.view();
            prop_assert_eq!(view.receivers[0].removed.is_some(), removed);
            prop_assert_eq!(must_leave(one.document()).len(), usize::from(removed && is_in));
            prop_assert!(!removed || !view.may_receive(&view.receivers[0]));
        }
    }
}
