//! What whoever carries or keeps what a tablet of a class set hands in can tell from it: the server, who lists the box, who has a file
//! or films a code, and members afterwards.

use std::collections::BTreeSet;

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use model::inbreng::pool::Pool;
use model::inbreng::set::{Held, Invite, SEALED, TOGETHER, unbundle};
use model::inbreng::{Command, Contribution, Inbreng, SMALLEST, Way};
use proptest::prelude::*;

use super::session;

fn said(question: usize, words: &str) -> Contribution {
    let mut one = Contribution::new(&format!("vraag-{question}"), Way::Woorden);
    one.words = words.to_owned();
    one
}

/// Where a class set hands back to, and what its tablets got.
fn class_set(seed: u8) -> (Pool, Invite, ChaCha20Rng) {
    let mut rng = ChaCha20Rng::from_seed([seed; 32]);
    let mut pool = Pool::default();
    let view = super::voice::begun().view();
    let invite = Invite::new(view.council("r1").unwrap(), &mut pool.set, &mut rng).unwrap();
    (pool, invite, rng)
}

/// A tablet on which children said so much, one number a child, as it lies before an adult.
fn tablet(answers: &[usize], invite: &Invite, rng: &mut ChaCha20Rng) -> Held {
    let all = answers.iter().fold(Held::default(), |held, answers| {
        let all = (0..*answers).map(|nth| said(nth % 3, &format!("woord {nth}"))).collect();
        held.with(invite.seal(all, rng).unwrap())
    });
    all.whole(invite, rng).unwrap()
}

/// What the server saw of a tablet of which the line broke off after so many pieces, once for each number: how many came in a go, and
/// what it has.
fn over_the_network(
    held: &mut Held,
    broke_off: &[usize],
    rng: &mut ChaCha20Rng,
) -> (Vec<usize>, BTreeSet<Vec<u8>>) {
    let (mut goes, mut there) = (Vec::new(), BTreeSet::new());
    for after in broke_off.iter().map(Some).chain([None]) {
        let burst = held.burst(rng).unwrap();
        let arrives = after.map_or(burst.len(), |after| *after % burst.len());
        goes.push(burst.len());
        there.extend(burst.iter().take(arrives).cloned());
        if arrives == burst.len() {
            *held = held.without(&burst);
        }
    }
    (goes, there)
}

/// The lengths of the messages, which are what a file or a row of codes shows.
fn lengths(messages: &[Vec<u8>]) -> Vec<usize> {
    messages.iter().map(Vec::len).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Two tablets, one with little of one child and one with much of two, are the same to the server, to a file and to a code; also where the
    /// line broke off, and wherever it did.
    #[test]
    fn how_much_children_said_on_a_tablet_cannot_be_told_from_what_leaves_it(
        little in 1_usize..6,
        much in 6_usize..15,
        broke_off in prop::collection::vec(0_usize..100, 0..4),
        seed in any::<u8>(),
    ) {
        let (_, invite, mut rng) = class_set(seed);
        let (mut one, mut other) =
            (tablet(&[little], &invite, &mut rng), tablet(&[1, much - 1], &invite, &mut rng));
        prop_assert_eq!(lengths(&one.messages()), lengths(&other.messages()));
        for message in one.messages() {
            let pieces = unbundle(&message).unwrap();
            prop_assert_eq!(pieces.len() % TOGETHER, 0);
            prop_assert!(pieces.iter().all(|piece| piece.len() as u64 == SEALED));
        }
        let (goes, there) = over_the_network(&mut one, &broke_off, &mut rng);
        let (other_goes, other_there) = over_the_network(&mut other, &broke_off, &mut rng);
        prop_assert_eq!(&goes, &other_goes);
        prop_assert!(goes.iter().all(|go| go % TOGETHER == 0), "a go is whole, also after it broke off");
        prop_assert_eq!((there.len(), other_there.len()), (TOGETHER, TOGETHER));
        prop_assert!(one.is_empty() && other.is_empty());
    }

    /// Whoever said it, on which tablet, with what else, in what order and over whichever way it came: what members and, sealed, the
    /// server get in the end are the same bytes.
    #[test]
    fn what_members_get_is_the_same_from_whichever_tablet_by_whichever_way_it_came(
        words in prop::collection::vec("[a-z]{1,12}", 10..20),
        order in prop::collection::vec(any::<u32>(), 20),
        ways in prop::collection::vec(0_u8..3, SMALLEST as usize),
        other_ways in prop::collection::vec(0_u8..3, SMALLEST as usize),
    ) {
        let all: Vec<_> = words.iter().enumerate().map(|(at, words)| said(at % 3, words)).collect();
        let mut shuffled: Vec<_> = order.into_iter().zip(all.clone()).collect();
        shuffled.sort();
        let shuffled: Vec<_> = shuffled.into_iter().map(|(_, one)| one).collect();
        prop_assert_eq!(laid_down(&all, &ways, 1)?, laid_down(&shuffled, &other_ways, 2)?);
    }
}

/// A council of which each child sat at a tablet of its own, and each tablet handed in over one of three ways: the bytes of the change.
fn laid_down(all: &[Contribution], ways: &[u8], seed: u8) -> Result<Vec<u8>, TestCaseError> {
    let (mut pool, invite, mut rng) = class_set(seed);
    for (tablet, way) in ways.iter().enumerate() {
        let own = all.iter().skip(tablet).step_by(ways.len()).cloned().collect();
        let sealed = invite.seal(own, &mut rng).unwrap();
        let held = Held::default().with(sealed).whole(&invite, &mut rng).unwrap();
        let seed = [tablet as u8 ^ seed; 32];
        match way {
            0 => {
                let burst = held.burst(&mut rng).unwrap();
                // Half of it arrived before, and once more with the rest.
                pool.take_pieces("r1", &burst[..5], &[100 + tablet as u8; 32]);
                pool.take_pieces("r1", &burst, &seed);
            }
            _ => held.messages().iter().for_each(|message| {
                pool.take("r1", message, &seed).unwrap();
            }),
        }
    }
    prop_assert!(pool.may_open());
    pool.open(&[3; 32]);
    let ids: Vec<String> = pool.waiting.keys().cloned().collect();
    for id in ids {
        let words = pool.waiting[&id].what.words.clone();
        pool.look(&id, &words, "").unwrap();
    }
    let command: Command = pool.batch(&[9; 32]).unwrap();
    let mut inbreng = Inbreng::new(session(4)).unwrap();
    Ok(inbreng.run(&command).unwrap().update.unwrap())
}

#[test]
fn children_who_come_while_a_tablet_sends_are_not_taken_away_with_the_rest() {
    let (_, invite, mut rng) = class_set(3);
    let before = tablet(&[2, 3], &invite, &mut rng);
    let burst = before.burst(&mut rng).unwrap();
    let late = invite.seal(vec![said(1, "later")], &mut rng).unwrap();
    let mut after = before.with(late.clone());
    assert!(!after.is_whole() && after.messages().is_empty(), "it does not leave as it is");
    after = after.without(&burst).whole(&invite, &mut rng).unwrap();
    assert_eq!(after.pieces().len(), TOGETHER);
    assert!(late.iter().all(|piece| after.pieces().contains(piece)));
}

#[test]
fn a_burst_goes_in_no_order_that_a_server_could_tell_from_that_of_another_tablet() {
    let (_, invite, mut rng) = class_set(3);
    let held = tablet(&[2, 3, 4, 5], &invite, &mut rng);
    let (one, again) = (held.burst(&mut rng).unwrap(), held.burst(&mut rng).unwrap());
    assert!(!one.is_sorted() && one != again);
    let sorted = |mut burst: Vec<Vec<u8>>| {
        burst.sort();
        burst
    };
    assert_eq!(sorted(one), sorted(again));
}

#[test]
fn what_was_kept_before_it_was_filled_up_does_not_leave_as_it_is() {
    let (_, invite, mut rng) = class_set(3);
    let bare = Held::kept(invite.seal(vec![said(1, "samen")], &mut rng).unwrap());
    assert_eq!(bare.burst(&mut rng), None);
    let filled = bare.whole(&invite, &mut rng).unwrap();
    assert_eq!(filled.burst(&mut rng).map(|burst| burst.len()), Some(TOGETHER));
}
