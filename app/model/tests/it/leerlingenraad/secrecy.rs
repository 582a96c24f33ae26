//! What nobody may be able to tell from what children brought in: who said it, with what else, and when.

use std::collections::BTreeMap;

use model::inbreng::pool::{NotYet, Pool};
use model::inbreng::{Command, Contribution, Inbreng, SMALLEST, Way};
use model::refused::Refused;
use proptest::prelude::*;

use super::session;

fn said(question: usize, words: &str) -> Contribution {
    let mut one = Contribution::new(&format!("vraag-{question}"), Way::Woorden);
    one.words = words.to_owned();
    one
}

/// Where a class set hands back to, the questions that its tablets got, and what seals.
fn class_set(seed: u8) -> (Pool, model::inbreng::set::Invite, chacha20::ChaCha20Rng) {
    use chacha20::rand_core::SeedableRng;
    let mut rng = chacha20::ChaCha20Rng::from_seed([seed; 32]);
    let mut pool = Pool::default();
    let view = super::voice::begun().view();
    let council = view.council("r1").unwrap();
    let invite = model::inbreng::set::Invite::new(council, &mut pool.set, &mut rng).unwrap();
    (pool, invite, rng)
}

/// A council in which the children said this, one list per child, in this order; looked at and laid down.
fn laid_down(children: &[Vec<Contribution>], own_seed: u8) -> (Command, Inbreng, Vec<u8>) {
    let mut pool = Pool::default();
    for (at, all) in children.iter().enumerate() {
        let mut seed = [own_seed; 32];
        seed[0] = at as u8;
        pool.add(all.clone(), &seed);
    }
    pool.open(&[own_seed; 32]);
    let ids: Vec<String> = pool.waiting.keys().cloned().collect();
    for id in ids {
        let words = pool.waiting[&id].what.words.clone();
        pool.look(&id, &words, "").unwrap();
    }
    let command = pool.batch(&[9; 32]).unwrap();
    let mut inbreng = Inbreng::new(session(4)).unwrap();
    let update = inbreng.run(&command).unwrap().update.unwrap();
    (command, inbreng, update)
}

proptest! {
    /// What members and, sealed, the server get are these bytes. They are the same whoever said what, in whatever order.
    #[test]
    fn the_bytes_do_not_tell_which_answers_are_of_one_child(
        answers in prop::collection::vec("[a-z]{1,12}", 10..40),
        order in prop::collection::vec(any::<u32>(), 40),
        children in 5_usize..9,
    ) {
        let all: Vec<Contribution> =
            answers.iter().enumerate().map(|(at, words)| said(at % 3, words)).collect();
        let dealt = |all: &[Contribution]| {
            let mut dealt = vec![Vec::new(); children];
            all.iter().enumerate().for_each(|(at, one)| dealt[at % children].push(one.clone()));
            dealt
        };
        let mut other: Vec<(u32, Contribution)> = order.into_iter().zip(all.clone()).collect();
        other.sort_by_key(|(key, _)| *key);
        let other: Vec<Contribution> = other.into_iter().map(|(_, one)| one).collect();
        let (_, first, bytes) = laid_down(&dealt(&all), 1);
        let (_, second, other_bytes) = laid_down(&dealt(&other), 2);
        prop_assert_eq!(first.view(), second.view());
        prop_assert_eq!(bytes, other_bytes);
    }
}

#[test]
fn what_lies_on_the_device_is_not_in_the_order_in_which_it_was_said() {
    let mut pool = Pool::default();
    for child in 0..20_u8 {
        pool.add(vec![said(1, &format!("{child:02}"))], &[child; 32]);
    }
    pool.open(&[1; 32]);
    let order: Vec<String> = pool.waiting.values().map(|one| one.what.words.clone()).collect();
    assert!(!order.is_sorted(), "{order:?}");
    let kept = String::from_utf8(pool.keep()).unwrap();
    for word in ["seat", "plek", "time", "tijd", "child"] {
        assert!(!kept.contains(&format!("\"{word}\"")), "{word}");
    }
    assert_eq!(Pool::kept(&pool.keep()), Some(pool));
}

#[test]
fn nothing_is_laid_down_before_an_adult_looked_at_all_of_it() {
    let mut pool = Pool::default();
    for child in 0..6_u8 {
        pool.add(vec![said(1, "samen"), said(2, "buiten")], &[child; 32]);
    }
    let mut card = Contribution::new("vraag-1", Way::Kiezen);
    card.choice = "hulp".into();
    pool.put(vec![card], &[40; 32]);
    assert_eq!(pool.batch(&[1; 32]), Err(NotYet::Closed));
    pool.open(&[41; 32]);
    assert_eq!(pool.batch(&[1; 32]), Err(NotYet::Look { still: 12 }), "a card needs no look");
    let told = pool.waiting.iter().filter(|(_, one)| one.what.tells());
    let ids: Vec<String> = told.map(|(id, _)| id.clone()).collect();
    pool.leave_out(&ids[0]).unwrap();
    for id in &ids[1..] {
        pool.look(id, "zonder naam", "").unwrap();
    }
    let Ok(Command::Enter { all, children, .. }) = pool.batch(&[1; 32]) else { panic!() };
    assert_eq!((all.len(), children), (12, 6));
    assert!(all.keys().all(|id| !ids.contains(id)), "names of the device do not leave it");
    assert!(all.values().filter(|one| one.tells()).all(|one| one.words == "zonder naam"));
}

/// Below, at and above the smallest group (KIND-12).
#[test]
fn of_a_group_that_is_too_small_nothing_leaves_the_device() {
    for (children, small) in [(SMALLEST - 1, true), (SMALLEST, false), (SMALLEST + 1, false)] {
        let all = BTreeMap::from([("a".to_owned(), said(1, "samen"))]);
        let enter = Command::Enter { children, all, dots: BTreeMap::new() };
        let mut inbreng = Inbreng::new(session(1)).unwrap();
        let refused = matches!(inbreng.run(&enter), Err(Refused::NotPossible(_)));
        assert_eq!(refused, small, "{children} children");
        assert_eq!(inbreng.view().all.is_empty(), small);
    }
    let mut pool = Pool::default();
    (1..SMALLEST).for_each(|child| pool.add(vec![said(1, "samen")], &[child as u8; 32]));
    assert_eq!(pool.batch(&[1; 32]), Err(NotYet::Small));
}

#[test]
fn a_second_load_is_refused_because_it_would_tell_what_came_later() {
    let children = vec![vec![said(1, "samen")]; 5];
    let (command, mut inbreng, _) = laid_down(&children, 1);
    assert!(matches!(inbreng.run(&command), Err(Refused::NotPossible(_))));
}

/// A device that stopped between laying down and letting go has both.
#[test]
fn what_waits_is_let_go_only_when_all_of_it_lies_in_the_council() {
    let mut pool = Pool::default();
    (0..6_u8).for_each(|child| pool.add(vec![said(1, " samen ")], &[child; 32]));
    let mut inbreng = Inbreng::new(session(1)).unwrap();
    assert!(!pool.lies_in(&inbreng.view()));
    pool.open(&[41; 32]);
    let ids: Vec<String> = pool.waiting.keys().cloned().collect();
    ids.iter().for_each(|id| pool.look(id, " samen", "zachtjes ").unwrap());
    inbreng.run(&pool.batch(&[1; 32]).unwrap()).unwrap();
    assert!(pool.lies_in(&inbreng.view()));
    let mut more = pool.clone();
    more.add(vec![said(2, "buiten")], &[9; 32]);
    assert!(!more.lies_in(&inbreng.view()), "closed still");
    more.open(&[42; 32]);
    assert!(!more.lies_in(&inbreng.view()), "one more");
    pool.vote(&BTreeMap::from([("hulp".to_owned(), 2)]), 1);
    assert!(!pool.lies_in(&inbreng.view()), "dots that came later");
    assert!(!Pool::default().lies_in(&Inbreng::new(session(1)).unwrap().view()));
}

#[test]
fn dots_are_a_sum_and_an_empty_answer_is_no_answer() {
    let mut pool = Pool::default();
    pool.vote(&BTreeMap::from([("hulp".to_owned(), 2), ("rust".to_owned(), 1)]), 1);
    pool.vote(&BTreeMap::from([("hulp".to_owned(), 1), ("rust".to_owned(), 0)]), 2);
    assert_eq!(pool.dots, BTreeMap::from([("hulp".to_owned(), 3), ("rust".to_owned(), 1)]));
    pool.add(vec![Contribution::new("vraag-1", Way::Tekenen)], &[1; 32]);
    assert_eq!((pool.alone, pool.answers()), (1, 0));
}

#[test]
fn dots_that_an_adult_leaves_out_count_no_children_and_can_be_put_back() {
    let mut pool = Pool::default();
    pool.vote(&BTreeMap::from([("hulp".to_owned(), 9)]), 6);
    let gone = pool.of_dots();
    pool.put_dots(model::inbreng::pool::Dots::default());
    assert_eq!((pool.children(), pool.dots.len()), (0, 0));
    pool.put_dots(gone);
    assert_eq!((pool.children(), pool.dots.get("hulp")), (6, Some(&9)));
}

/// Below, at and above the smallest group (KIND-12), on the tablet of the adult and at placemats.
#[test]
fn what_children_said_stays_closed_until_enough_of_them_took_part() {
    for (children, opens) in [(SMALLEST - 1, false), (SMALLEST, true), (SMALLEST + 1, true)] {
        let mut pool = Pool::default();
        for child in 0..children {
            pool.add(vec![said(1, "samen"), said(2, "buiten")], &[child as u8; 32]);
        }
        assert!(pool.waiting.is_empty(), "nobody sees any of it");
        assert_eq!((pool.may_open(), pool.closed().1), (opens, children));
    }
    let mut pool = Pool::default();
    for (mat, children) in [3, 2].into_iter().enumerate() {
        assert!(!pool.may_open());
        pool.add_placemat("vraag-1", children, vec![said(1, "samen")], &[mat as u8; 32]);
    }
    assert!(pool.may_open());
    pool.open(&[9; 32]);
    pool.add(vec![said(1, "later")], &[10; 32]);
    assert!(!pool.may_open(), "who comes later is one child again");
    assert_eq!(pool.closed(), (1, 1));
    assert_eq!(Pool::kept(&pool.keep()), Some(pool));
}

/// KIND-12: children who do two things are not two children each, or a group that is too small would seem large enough.
#[test]
fn the_same_children_at_two_things_count_once() {
    let mut pool = Pool::default();
    for child in 0..3_u8 {
        pool.add(vec![said(1, "samen")], &[child; 32]);
        pool.vote(&BTreeMap::from([("hulp".to_owned(), 3)]), u32::from(child) + 1);
    }
    for again in 1..=3 {
        pool.vote(&BTreeMap::from([("rust".to_owned(), 3)]), again);
    }
    pool.add_placemat("vraag-1", 3, vec![said(1, "buiten")], &[9; 32]);
    pool.add_placemat("vraag-2", 3, vec![said(2, "rust")], &[11; 32]);
    assert_eq!(pool.children(), 3);
    pool.add_placemat("vraag-1", 3, vec![said(1, "binnen")], &[10; 32]);
    assert_eq!(pool.children(), 6);
}

#[test]
fn the_placemats_of_two_questions_on_a_tablet_of_the_set_count_once() {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    use model::inbreng::set::Invite;
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let raad = super::voice::begun();
    let view = raad.view();
    let mut pool = Pool::default();
    let invite = Invite::new(view.council("r1").unwrap(), &mut pool.set, &mut rng).unwrap();
    for question in ["vraag-1", "vraag-2"] {
        let sealed = invite.seal_placemat(question, 3, Vec::new(), &mut rng).unwrap();
        pool.take_pieces("r1", &sealed, &[5; 32]);
    }
    assert_eq!(pool.children(), 3);
}

#[test]
fn a_class_set_hands_back_what_only_the_council_can_open_and_once_only() {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    use model::inbreng::set::{Invite, NotTaken, bundle};
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let raad = super::voice::begun();
    let view = raad.view();
    let council = view.council("r1").unwrap();
    let mut pool = Pool::default();
    let invite = Invite::new(council, &mut pool.set, &mut rng).unwrap();
    let same = Invite::new(council, &mut pool.set, &mut rng).unwrap();
    assert_eq!(invite, same, "every tablet of the set seals for the same key");
    let there = Invite::decode(&invite.encode()).unwrap();
    assert_eq!(there.council().asked().count(), 3);
    let mut gifts = Vec::new();
    for words in ["zeekomkommer", "kwartel"] {
        let said = vec![said(1, words), said(2, "samen")];
        gifts.extend(there.seal(said, &mut rng).unwrap());
    }
    let message = bundle(gifts.clone()).concat();
    let text = String::from_utf8_lossy(&message).into_owned();
    assert!(!text.contains("zeekomkommer") && !text.contains("r1"));
    gifts.reverse();
    assert_eq!(bundle(gifts).concat(), message, "the order on the tablet is not in the message");
    assert_eq!(pool.take("r1", &message, &[5; 32]), Ok(4));
    assert_eq!((pool.children(), pool.answers()), (2, 4));
    assert_eq!(pool.take("r1", &message, &[6; 32]), Ok(0), "the same code shown twice");
    assert_eq!((pool.children(), pool.answers()), (2, 4));
    assert_eq!(pool.take("r2", &message, &[6; 32]), Err(NotTaken::Other));
    assert_eq!(Pool::default().take("r1", &message, &[6; 32]), Err(NotTaken::Other));
    assert_eq!(pool.take("r1", b"nee", &[6; 32]), Err(NotTaken::Damaged));
    assert_eq!(Invite::decode(b"{}"), Err(NotTaken::Damaged));
    assert_eq!(Pool::kept(&pool.keep()), Some(pool));
}

/// Thirty children with a card, a sentence and a large drawing each; what the server gets is pieces of one length, and whoever
/// opens them learns as much as from one tablet on which nobody knows who sat.
#[test]
fn every_piece_of_a_class_set_is_as_long_as_any_other_and_comes_back_whole() {
    use model::inbreng::set::{SEALED, bundle};
    let (mut pool, invite, mut rng) = class_set(3);
    let drawing = super::drawing::large();
    let mut sealed = Vec::new();
    for child in 0..30_usize {
        let mut card = Contribution::new("vraag-1", Way::Kiezen);
        card.choice = "hulp".into();
        let mut drawn = Contribution::new("vraag-2", Way::Tekenen);
        drawn.drawing.clone_from(&drawing);
        sealed
            .extend(invite.seal(vec![card, said(3, &child.to_string()), drawn], &mut rng).unwrap());
    }
    assert!(sealed.len() > 30 * 4, "a large drawing is more than one piece");
    assert!(sealed.iter().all(|piece| piece.len() as u64 == SEALED));
    sealed.sort();
    let (first, second) = sealed.split_at(sealed.len() / 2);
    let taken = pool.take_pieces("r1", first, &[5; 32]);
    assert!(
        taken.ours > 0 && pool.set.is_incomplete(),
        "a drawing of which a piece is under way waits"
    );
    pool = Pool::kept(&pool.keep()).unwrap();
    pool.take_pieces("r1", second, &[6; 32]);
    assert_eq!(
        pool.take("r1", &bundle(sealed.clone()).concat(), &[7; 32]),
        Ok(0),
        "the same over another way"
    );
    assert!(!pool.set.is_incomplete());
    assert_eq!((pool.children(), pool.answers()), (30, 90));
    pool.open(&[8; 32]);
    assert_eq!(pool.waiting.values().filter(|one| one.what.drawing == drawing).count(), 30);
}

proptest! {
    /// Each child on a tablet of its own is the hardest case: one burst is one child. The server holds as many pieces of
    /// one size whatever was said, and what opens for the adult is the same whoever said it, and in whatever order it came.
    #[test]
    fn what_comes_from_a_tablet_does_not_tell_what_its_child_said(
        answers in prop::collection::vec("[a-z]{1,12}", 10..24),
        order in prop::collection::vec(any::<u32>(), 24),
        first in any::<u8>(),
    ) {
        use chacha20::ChaCha20Rng;
        use chacha20::rand_core::SeedableRng;
        use model::inbreng::set::{Invite, SEALED, TOGETHER};
        let raad = super::voice::begun();
        let view = raad.view();
        let council = view.council("r1").unwrap();
        let children = SMALLEST as usize;
        let came = |order: &[usize], seed: u8| {
            let mut rng = ChaCha20Rng::from_seed([seed; 32]);
            let mut pool = Pool::default();
            let invite = Invite::new(council, &mut pool.set, &mut rng).unwrap();
            let mut bursts = Vec::new();
            for tablet in 0..children {
                let own = order.iter().skip(tablet).step_by(children);
                let all = own.map(|at| said(at % 3, &answers[*at])).collect();
                let mut pieces = invite.seal(all, &mut rng).unwrap();
                invite.fill_up(&mut pieces, &mut rng).unwrap();
                bursts.push((pieces.len(), pieces.iter().all(|one| one.len() as u64 == SEALED)));
                prop_assert_eq!(pool.waiting.len(), 0);
                pool.take_pieces("r1", &pieces, &[tablet as u8 ^ seed; 32]);
            }
            prop_assert!(pool.may_open());
            pool.open(&[7; 32]);
            Ok((bursts, pool.waiting))
        };
        let straight: Vec<usize> = (0..answers.len()).collect();
        let mut other: Vec<(u32, usize)> = order.into_iter().zip(straight.clone()).collect();
        other.sort();
        let other: Vec<usize> = other.into_iter().map(|(_, at)| at).collect();
        let (one, another) = (came(&straight, first)?, came(&other, first.wrapping_add(1))?);
        prop_assert!(one.0.iter().all(|burst| *burst == (TOGETHER, true)));
        prop_assert_eq!(one, another);
    }
}

#[test]
fn an_answer_of_which_a_piece_is_under_way_keeps_the_rest_closed() {
    let (mut pool, invite, mut rng) = class_set(3);
    let mut sealed = Vec::new();
    for _ in 0..SMALLEST {
        let mut drawn = Contribution::new("vraag-2", Way::Tekenen);
        drawn.drawing = super::drawing::large();
        sealed.extend(invite.seal(vec![drawn], &mut rng).unwrap());
    }
    let last = sealed.pop().unwrap();
    pool.take_pieces("r1", &sealed, &[1; 32]);
    assert_eq!(pool.closed().1, SMALLEST);
    assert!(!pool.may_open(), "the drawing that comes alone would be known by it");
    pool.take_pieces("r1", &[last], &[2; 32]);
    assert!(pool.may_open());
}

/// The adult opened before everything was in: the late answer must not lie among the next children's as if it were all of theirs.
#[test]
fn an_answer_that_is_late_after_opening_is_waited_for_by_the_next_children() {
    let (mut pool, invite, mut rng) = class_set(4);
    let mut child = || invite.seal(vec![said(1, "samen"), said(2, "rust")], &mut rng).unwrap();
    let mut early = child();
    // One of the answers itself, and not the word that a child takes part.
    let late = early.pop().unwrap();
    pool.take_pieces("r1", &early, &[1; 32]);
    assert_eq!(pool.closed(), (1, 1), "one answer of one child is here");
    pool.open(&[2; 32]);
    for number in 1..=SMALLEST {
        pool.take_pieces("r1", &child(), &[number as u8; 32]);
        assert!(!pool.may_open(), "the late answer is still under way");
    }
    pool.take_pieces("r1", &[late], &[9; 32]);
    assert!(pool.may_open());
}

/// The pieces of one burst come in one after the other: what comes last would be known by it.
#[test]
fn an_answer_that_was_told_and_is_not_here_keeps_the_rest_closed() {
    let (mut pool, invite, mut rng) = class_set(3);
    let mut sealed = Vec::new();
    for _ in 1..SMALLEST {
        sealed.extend(invite.seal(vec![said(1, "samen")], &mut rng).unwrap());
    }
    sealed.extend(
        invite.seal_placemat("vraag-2", SMALLEST, vec![said(2, "rust")], &mut rng).unwrap(),
    );
    for (at, piece) in sealed.iter().enumerate() {
        assert!(!pool.may_open(), "after {at} of {}", sealed.len());
        pool.take_pieces("r1", std::slice::from_ref(piece), &[at as u8; 32]);
    }
    assert!(pool.may_open());
    pool.open(&[9; 32]);
    assert!(!pool.is_incomplete());
    assert_eq!(pool.waiting.len(), SMALLEST as usize);
}

#[test]
fn pieces_with_nothing_in_them_are_nothing() {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    use model::inbreng::set::{Invite, TOGETHER};
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let raad = super::voice::begun();
    let mut pool = Pool::default();
    let view = raad.view();
    let invite = Invite::new(view.council("r1").unwrap(), &mut pool.set, &mut rng).unwrap();
    let mut pieces = Vec::new();
    invite.fill_up(&mut pieces, &mut rng).unwrap();
    assert!(pieces.is_empty(), "a tablet on which nobody was sends nothing");
    pieces = invite.seal(vec![said(1, "samen")], &mut rng).unwrap();
    invite.fill_up(&mut pieces, &mut rng).unwrap();
    assert_eq!(pieces.len(), TOGETHER);
    assert!(pieces.is_sorted(), "what was filled up is not behind the rest");
    pool.take_pieces("r1", &pieces, &[1; 32]);
    assert_eq!((pool.children(), pool.answers()), (1, 1));
}

/// More pieces than fit in the frames of one message: a code or a file that held none of them would let an adult empty the
/// tablet.
#[test]
fn a_tablet_with_more_than_one_message_holds_hands_all_of_it_back() {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    use model::inbreng::set::{Invite, bundle};
    use model::sharing::heard::{Heard, file, read_file};
    use replica::carry::{Fountain, What};
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let raad = super::voice::begun();
    let mut pool = Pool::default();
    let view = raad.view();
    let invite = Invite::new(view.council("r1").unwrap(), &mut pool.set, &mut rng).unwrap();
    let mut sealed = Vec::new();
    for child in 0..40 {
        let all = (0..9).map(|nth| said(1, &format!("{child} {nth}"))).collect();
        sealed.extend(invite.seal(all, &mut rng).unwrap());
    }
    assert_eq!(sealed.len(), 400);
    let messages = bundle(sealed);
    assert_eq!(messages.len(), 2);
    assert!(messages.iter().all(|one| Fountain::new(What::Gifts, one, 500).is_ok()));
    let messages: Vec<_> = messages.into_iter().map(|one| (What::Gifts, one)).collect();
    let text = file(None, &messages).unwrap();
    for (nth, heard) in read_file(text.as_bytes()).unwrap().into_iter().enumerate() {
        let Heard::Message(What::Gifts, message) = heard else { panic!() };
        pool.take("r1", &message, &[nth as u8; 32]).unwrap();
    }
    assert_eq!((pool.children(), pool.answers()), (40, 360));
}

#[test]
fn a_drop_box_has_a_name_that_stays_and_the_tablets_learn_it() {
    use chacha20::ChaCha20Rng;
    use chacha20::rand_core::SeedableRng;
    use model::inbreng::set::Invite;
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let raad = super::voice::begun();
    let view = raad.view();
    let mut pool = Pool::default();
    let council = view.council("r1").unwrap();
    assert!(!pool.set.has_secret());
    let before = Invite::new(council, &mut pool.set, &mut rng).unwrap();
    assert!(pool.set.has_secret());
    assert_eq!(before.dropbox(), None, "nothing goes over the network unasked");
    pool.set.reach_out(1, 9, &mut rng);
    let name = pool.set.dropbox().unwrap().name;
    let posted = model::leerlingenraad::voice::carried::Posted { of: "m".into(), link: "l".into() };
    pool.set.voices = Some(posted.clone());
    pool.set.reach_out(9, 10, &mut rng);
    assert_eq!(pool.set.voices, Some(posted), "of the box that is open");
    assert_eq!(pool.set.dropbox().map(|one| (one.name, one.closes)), Some((name, 9)));
    let invite = Invite::new(council, &mut pool.set, &mut rng).unwrap();
    assert_eq!(Invite::decode(&invite.encode()).unwrap().dropbox(), Some(name));
    pool.set.reach_out(10, 20, &mut rng);
    let another = pool.set.dropbox().unwrap();
    assert!(another.name != name && another.closes == 20, "a closed box does not open again");
    assert_eq!(pool.set.voices, None, "what lay beside it closed with it");
}
