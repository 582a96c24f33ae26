//! What an adult recorded, on its way to tablets that are nobody's.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use model::leerlingenraad::voice::carried::{Gather, LARGEST, LETTERS, MOST, Packed};
use replica::letter::LetterLink;

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::from_seed([5; 32])
}

fn sounds(lengths: &[usize]) -> Vec<(String, Vec<u8>)> {
    let one = |(at, length): (usize, &usize)| (format!("zin-{at:02}"), vec![at as u8; *length]);
    lengths.iter().enumerate().map(one).collect()
}

const BOX: Option<[u8; 16]> = Some([7; 16]);

#[test]
fn every_sentence_is_heard_as_it_was_recorded_once_all_letters_are_here() {
    let all = sounds(&[12_000, 0, 200_000, 90_000, 1]);
    let packed = Packed::new(BOX, &all, &mut rng()).unwrap();
    let mut gather = Gather::new(&packed.link).unwrap();
    assert_eq!(gather.here(), None);
    while let Some((dropbox, hash)) = gather.next() {
        assert_eq!((Some(dropbox), gather.sounds()), (BOX, None), "nothing before all of it");
        let asked = packed.sealed.iter().find(|one| replica::id::sha256(one) == hash).unwrap();
        assert!(gather.take(asked));
    }
    assert_eq!(gather.here(), Some((2, 2)));
    assert_eq!(gather.sounds(), Some(all.into_iter().collect()));
    let text = String::from_utf8_lossy(&packed.sealed.concat()).into_owned();
    assert!(!text.contains("zin-00"), "the server reads nothing of it");
}

#[test]
fn in_a_file_it_is_found_without_any_server() {
    let all = sounds(&[5_000, 300_000]);
    let packed = Packed::new(None, &all, &mut rng()).unwrap();
    let mut gather = Gather::new(&packed.link).unwrap();
    assert_eq!(gather.next(), None, "there is nowhere to ask");
    let taken = packed.sealed.iter().filter(|one| gather.take(one)).count();
    assert_eq!((taken, gather.next()), (packed.sealed.len(), None));
    assert_eq!(gather.sounds(), Some(all.into_iter().collect()));
}

#[test]
fn a_letter_of_somebody_else_or_one_that_was_changed_is_not_taken() {
    let packed = Packed::new(BOX, &sounds(&[5_000]), &mut rng()).unwrap();
    let other = Packed::new(BOX, &sounds(&[5_000]), &mut ChaCha20Rng::from_seed([6; 32])).unwrap();
    let mut gather = Gather::new(&packed.link).unwrap();
    assert!(!gather.take(&other.sealed[0]) && gather.take(&packed.sealed[0]));
    assert!(!gather.take(&other.sealed[1]));
    let mut changed = packed.sealed[1].clone();
    changed[100] ^= 1;
    assert!(!gather.take(&changed) && gather.sounds().is_none());
    assert!(gather.take(&packed.sealed[1]) && gather.sounds().is_some());
    assert!(Gather::new("v1.nee").is_err());
}

/// Below, at and above what goes along.
#[test]
fn what_has_no_room_stays_behind_and_is_counted() {
    for (last, left_out) in [(MOST - 4_001, 0), (MOST - 4_000, 0), (MOST - 3_999, 1)] {
        let packed = Packed::new(BOX, &sounds(&[4_000, last]), &mut rng()).unwrap();
        assert_eq!(packed.left_out, left_out, "{last}");
        assert!(packed.sealed.len() as u64 <= LETTERS);
        assert!(packed.sealed.iter().all(|one| one.len() as u64 <= LARGEST));
        let mut gather = Gather::new(&packed.link).unwrap();
        assert!(packed.sealed.iter().all(|one| gather.take(one)));
        assert_eq!(gather.sounds().unwrap().len(), 2 - left_out);
    }
}

#[test]
fn a_list_that_names_a_letter_twice_does_not_ask_for_it_without_end() {
    let mut rng = rng();
    let seal = |bytes: &[u8], rng: &mut ChaCha20Rng| LetterLink::seal([7; 16], bytes, rng).unwrap();
    let (link, piece) = seal(b"ab", &mut rng);
    let twice = format!(
        r#"{{"pieces":["{link}","{link}"],"sounds":[["a",2],["b",2]]}}"#,
        link = link.text()
    );
    let (first, list) = seal(twice.as_bytes(), &mut rng);
    let mut gather = Gather::new(&first.text()).unwrap();
    assert!(gather.take(&list) && gather.take(&piece) && gather.take(&piece));
    assert_eq!(gather.next(), None);
    assert_eq!(gather.sounds().unwrap().len(), 2);
}
