//! A message in frames: any order, any start, any loss, over a restart.

use chacha20::ChaCha20Rng;
use proptest::prelude::*;
use rand_core::{Rng, SeedableRng};
use replica::carry::{
    Fountain, FrameError, Gather, MAX_MESSAGE, MAX_PIECES, MIN_FRAME, Taken, What, from_text,
    to_text,
};

const ROOM: usize = 500;

fn message(length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    ChaCha20Rng::seed_from_u64(length as u64).fill_bytes(&mut bytes);
    bytes
}

fn fountain(length: usize) -> Fountain {
    Fountain::new(What::Package, &message(length), ROOM).unwrap()
}

/// How many frames came through until the message was there.
fn received(fountain: &Fountain, start: u32, loss: u32, dice: &mut ChaCha20Rng) -> usize {
    let (mut gather, mut received) = (Gather::default(), 0);
    let mut shown = 0.0;
    for number in start..start.saturating_add(10_000) {
        if dice.next_u32() % 100 < loss {
            continue;
        }
        received += 1;
        let taken = gather.take(&fountain.frame(number)).unwrap();
        assert!(gather.progress() >= shown && gather.progress() <= 1.0);
        shown = gather.progress();
        if taken == Taken::Done {
            return received;
        }
        assert!(shown < 1.0);
    }
    panic!("it never arrives")
}

#[test]
fn every_size_arrives_at_every_loss() {
    let mut dice = ChaCha20Rng::seed_from_u64(1);
    for (length, runs) in [(1_000, 300), (20_000, 100), (200_000, 4)] {
        let fountain = fountain(length);
        for loss in [0, 10, 30, 50] {
            let mut all: Vec<_> =
                (0..runs).map(|_| received(&fountain, 0, loss, &mut dice)).collect();
            all.sort_unstable();
            let mean = all.iter().sum::<usize>() as f64 / runs as f64;
            let (worst, pieces) = (all[all.len() - 1], fountain.pieces());
            println!(
                "{length} B, {loss} % lost: {pieces} pieces, {mean:.1} received, worst {worst}"
            );
            assert!(loss > 0 || worst == pieces, "without loss nothing more is needed");
            let most = if length == 1_000 { 3.0 } else { 1.25 };
            assert!(worst as f64 <= pieces as f64 * most + 8.0, "{worst} of {pieces}");
            assert!(mean <= pieces as f64 * 1.1 + 2.0, "{mean} of {pieces}");
        }
    }
}

#[test]
fn who_comes_in_late_needs_hardly_more() {
    let (fountain, mut dice) = (fountain(20_000), ChaCha20Rng::seed_from_u64(2));
    for start in [7, 43, 1_000, u32::MAX - 200] {
        let needed = received(&fountain, start, 0, &mut dice);
        assert!(needed <= fountain.pieces() + 10, "{needed} from {start}");
    }
}

#[test]
fn something_short_is_one_frame_at_and_below_the_room() {
    let short = Fountain::new(What::Request, &message(ROOM - 8), ROOM).unwrap();
    assert_eq!((short.pieces(), short.frame(0).len()), (1, ROOM));
    assert_eq!(short.frame(0), short.frame(77));
    let mut gather = Gather::default();
    assert_eq!(gather.take(&short.frame(3)), Ok(Taken::Done));
    assert_eq!(gather.message(), Some((What::Request, &message(ROOM - 8)[..])));
    assert_eq!(gather.take(&short.frame(3)), Ok(Taken::Known));
    assert_eq!((gather.progress(), gather.pieces()), (1.0, Some((1, 1))));
    let above = Fountain::new(What::Request, &message(ROOM - 7), ROOM).unwrap();
    assert_eq!(above.pieces(), 2);
}

#[test]
fn every_frame_keeps_to_the_room_and_all_are_of_one_size() {
    for room in [MIN_FRAME, 100, 500, 2000] {
        let fountain = Fountain::new(What::Package, &message(7_777), room).unwrap();
        let sizes: Vec<_> = (0..300).map(|number| fountain.frame(number).len()).collect();
        assert!(sizes.iter().all(|size| *size <= room && *size == sizes[0]), "{room}");
    }
}

#[test]
fn the_size_of_a_message_is_limited_at_and_above() {
    let made = |length, room| Fountain::new(What::Package, &vec![1; length], room).err();
    assert_eq!(made(MAX_MESSAGE, ROOM), None);
    assert_eq!(made(MAX_MESSAGE + 1, 2000), Some(FrameError::TooLarge));
    let piece = MIN_FRAME - 24;
    assert_eq!(made(MAX_PIECES * piece, MIN_FRAME), None);
    assert_eq!(made(MAX_PIECES * piece + 1, MIN_FRAME), Some(FrameError::TooLarge));
}

#[test]
fn a_frame_of_another_message_is_named_and_changes_nothing() {
    let (one, other) = (fountain(3_000), fountain(4_000));
    let mut gather = Gather::default();
    assert_eq!(gather.take(&one.frame(0)), Ok(Taken::New));
    assert_eq!(gather.take(&other.frame(1)), Ok(Taken::Other));
    assert_eq!(gather.take(&one.frame(0)), Ok(Taken::Known));
    let short = Fountain::new(What::Summary, b"short", ROOM).unwrap();
    assert_eq!(gather.take(&short.frame(0)), Ok(Taken::Other));
    assert_eq!(gather.pieces(), Some((1, one.pieces())));
}

#[test]
fn frames_of_somebody_who_lies_are_found_at_the_end() {
    let honest = fountain(2_000);
    let mut gather = Gather::default();
    let mut lie = honest.frame(0);
    let at = lie.len() - 10;
    lie[at] ^= 1;
    let end = lie.len() - 4;
    let check = replica::id::sha256(&lie[..end]);
    lie[end..].copy_from_slice(&check[..4]);
    assert_eq!(gather.take(&lie), Ok(Taken::New));
    let rest: Vec<_> = (1..honest.pieces() as u32).map(|n| gather.take(&honest.frame(n))).collect();
    assert_eq!(rest.last(), Some(&Ok(Taken::Spoiled)));
    let shown = gather.progress();
    (0..honest.pieces() as u32).for_each(|n| assert!(gather.take(&honest.frame(n)).is_ok()));
    assert!(shown < 1.0 && gather.message().is_some());
}

#[test]
fn letters_are_those_that_a_code_holds_tightly() {
    let text = to_text(&fountain(20_000).frame(100));
    let tight = |letter: char| "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(letter);
    assert!(text.chars().all(tight));
    assert_eq!(from_text(&text), Ok(fountain(20_000).frame(100)));
    for other in ["", "https://thuisnabij.example/#v1.ABC", "HELLO", "TN", &"A".repeat(9_000)] {
        assert_eq!(from_text(other), Err(FrameError::NotOurs), "{other:.20}");
    }
}

#[test]
fn a_newer_form_is_named() {
    let mut frame = vec![b'T', b'N', 3, 1];
    frame.extend(&replica::id::sha256(&frame)[..4]);
    assert_eq!(Gather::default().take(&frame), Err(FrameError::Newer(3)));
}

#[test]
fn a_number_of_message_that_is_not_known_is_kept() {
    let frame = Fountain::new(What::Unknown(200), b"x", ROOM).unwrap().frame(0);
    let mut gather = Gather::default();
    gather.take(&frame).unwrap();
    assert_eq!(gather.message(), Some((What::Unknown(200), &b"x"[..])));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_message_arrives_in_any_order_with_repeats_and_a_restart(
        length in 0usize..6_000, room in MIN_FRAME..700, seed in any::<u64>(), stop in 0usize..40,
    ) {
        let message = message(length);
        let fountain = Fountain::new(What::Package, &message, room).unwrap();
        let (mut gather, mut dice) = (Gather::default(), ChaCha20Rng::seed_from_u64(seed));
        for step in 0.. {
            let number = dice.next_u32() % (4 * fountain.pieces() as u32 + 60);
            if gather.take(&fountain.frame(number)).unwrap() == Taken::Done {
                break;
            }
            if step == stop {
                let (before, kept) = (gather.progress(), gather.save());
                gather = Gather::load(&kept).unwrap();
                prop_assert_eq!(gather.progress(), before);
                prop_assert_eq!(gather.save(), kept);
            }
            prop_assert!(step < 50 * (fountain.pieces() + 10));
        }
        let again = Gather::load(&gather.save()).unwrap();
        prop_assert_eq!(again.message(), Some((What::Package, &message[..])));
        prop_assert_eq!(again.progress(), 1.0);
    }

    #[test]
    fn a_flipped_bit_is_found(at in any::<prop::sample::Index>(), bit in 0u8..8, number in any::<u32>()) {
        let mut frame = fountain(5_000).frame(number);
        let at = at.index(frame.len());
        frame[at] ^= 1 << bit;
        prop_assert!(Gather::default().take(&frame).is_err());
    }

    #[test]
    fn a_truncated_frame_is_refused(cut in any::<prop::sample::Index>()) {
        let frame = fountain(5_000).frame(9);
        prop_assert!(Gather::default().take(&frame[..cut.index(frame.len())]).is_err());
    }

    #[test]
    fn hostile_frames_and_kept_states_never_panic(
        body in prop::collection::vec(any::<u8>(), 0..200), form in 0u8..4, kept in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut frame = vec![b'T', b'N', form, 2];
        frame.extend(&body);
        frame.extend(&replica::id::sha256(&frame)[..4]);
        let mut gather = Gather::default();
        let _ = gather.take(&frame);
        let _ = gather.take(&fountain(5_000).frame(1));
        let _ = Gather::load(&kept);
        let _ = Gather::load(&gather.save());
    }

    #[test]
    fn a_damaged_state_is_refused_or_still_ends_right(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        let fountain = fountain(2_000);
        let mut gather = Gather::default();
        (0..3).for_each(|number| assert!(gather.take(&fountain.frame(number)).is_ok()));
        let mut kept = gather.save();
        let at = at.index(kept.len());
        kept[at] ^= 1 << bit;
        if let Ok(mut gather) = Gather::load(&kept) {
            (0..100).for_each(|number| assert!(gather.take(&fountain.frame(number)).is_ok()));
            let right = gather.message().is_none_or(|(_, got)| got == message(2_000));
            prop_assert!(right);
        }
    }
}
