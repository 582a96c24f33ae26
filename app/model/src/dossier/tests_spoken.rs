//! A parent who spoke instead of wrote: what comes in, in which order, and what stays out; and when the post reads at all.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use replica::blob::Blob;
use replica::id::BlobId;
use replica::keys::{DeviceKeys, Secret};
use replica::letter::{LetterLink, answer};

use super::tests::{begun, day, invite, reply};
use super::*;
use crate::attachment::Attachment;
use crate::ouder::{Answer, PIECE, Reply, Says, Spoken, Story, unhex};

fn sound() -> Vec<u8> {
    (0..PIECE + 900).map(|at| (at % 250) as u8).collect()
}

fn story(spoken: &Spoken) -> Says {
    let answer =
        Answer { question: "v1".into(), spoken: Some(spoken.clone()), ..Answer::default() };
    Says::Sent(Story { answers: vec![answer], ..Story::default() })
}

/// A piece as the phone sends it.
fn sent(letter: &Letter, sound: &[u8], spoken: &Spoken, place: u32) -> Vec<u8> {
    let link = LetterLink::read(&letter.link).unwrap();
    let keys = DeviceKeys::from_bytes(&unhex::<64>(&letter.keys).unwrap());
    let mut reply = Reply::new(day(22), 9, Says::Piece { of: spoken.id.clone(), place });
    reply.sound = spoken.piece(sound, place).unwrap();
    let mut rng = ChaCha20Rng::from_seed([place as u8; 32]);
    answer(keys.public(), link.dropbox(), &reply.encode(), &mut rng).unwrap()
}

fn file(number: u8) -> Box<Attachment> {
    let blob = Blob {
        id: BlobId::from_bytes([number; 16]),
        size: 4,
        hash: [number; 32],
        key: Secret::from_bytes([number; 32]),
    };
    Box::new(Attachment::new(&blob, "opname", "audio/webm"))
}

#[test]
fn a_recording_is_told_first_and_whole_once_every_piece_is_in() {
    let mut dossier = begun();
    let (letter, ..) = invite(&mut dossier, "o1");
    let (sound, spoken) = (sound(), Spoken::of(&sound(), "audio/webm", 20));
    let box_ = [sent(&letter, &sound, &spoken, 1), sent(&letter, &sound, &spoken, 0)];
    assert!(pieces(&dossier.view(), &letter, &box_).is_empty(), "nobody told of it yet");
    reply(&mut dossier, story(&spoken));
    let view = dossier.view();
    assert_eq!(view.told[0].spoken.as_ref(), Some(&spoken));
    assert_eq!(view.sound(&spoken), None);
    let came = pieces(&view, &letter, &box_);
    assert_eq!(came.iter().map(|one| (one.at, one.place)).collect::<Vec<_>>(), [(0, 1), (1, 0)]);
    let bytes = [&came[1], &came[0]].map(|one| one.sound.clone().unwrap()).concat();
    assert!(spoken.is(&bytes), "what was said");
    for (number, one) in came.iter().enumerate() {
        let (of, place) = (one.of.clone(), one.place);
        dossier.run(&Command::KeepPiece { of, place, file: file(number as u8) }).unwrap();
    }
    let whole = dossier.view().sound(&spoken).unwrap();
    assert_eq!(whole, [*file(1), *file(0)], "in the order of the sound, not of the box");
    let again = pieces(&dossier.view(), &letter, &box_);
    assert!(again.iter().all(|one| one.sound.is_none()), "they may go from the box");
}

#[test]
fn pieces_that_belong_to_nothing_that_was_told_are_refused() {
    let mut dossier = begun();
    let (letter, ..) = invite(&mut dossier, "o1");
    let (sound, spoken) = (sound(), Spoken::of(&sound(), "audio/webm", 20));
    let command = Command::KeepPiece { of: spoken.id.clone(), place: 0, file: file(1) };
    assert!(dossier.run(&command).is_err());
    let huge = Spoken { size: 9_000_000, ..spoken.clone() };
    reply(&mut dossier, story(&huge));
    assert!(dossier.view().told.iter().all(|one| one.spoken.is_none()));
    assert!(pieces(&dossier.view(), &letter, &[sent(&letter, &sound, &spoken, 0)]).is_empty());
}

#[test]
fn a_piece_that_is_in_is_not_written_over() {
    let mut dossier = begun();
    invite(&mut dossier, "o1");
    let spoken = Spoken::of(&sound(), "audio/webm", 20);
    reply(&mut dossier, story(&spoken));
    let keep = |number| Command::KeepPiece { of: spoken.id.clone(), place: 0, file: file(number) };
    dossier.run(&keep(1)).unwrap();
    assert!(dossier.run(&keep(2)).is_err());
    assert_eq!(dossier.view().sounds[&spoken.id][&0], *file(1));
}

#[test]
fn the_post_has_nothing_to_do_with_a_dossier_without_an_open_letter() {
    let mut dossier = begun();
    assert!(post(dossier.document(), day(20)).is_empty(), "no letter at all");
    let (letter, ..) = invite(&mut dossier, "o1");
    let ids = |dossier: &Dossier, on| {
        post(dossier.document(), day(on)).into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&dossier, 30),
        std::slice::from_ref(&letter.id),
        "open to the end of its last day"
    );
    let after = |days| day(30).checked_add_days(chrono::Days::new(days)).unwrap();
    let looked_at = |on| post(dossier.document(), on).len();
    assert_eq!(looked_at(after(1)), 1, "what was sent on the last day lies there");
    assert_eq!(
        (looked_at(after(30)), looked_at(after(31))),
        (1, 0),
        "as long as a server keeps it"
    );
    let change = LetterChange::Withdrawn(day(21));
    dossier.run(&Command::SetLetter { id: letter.id.clone(), change }).unwrap();
    assert_eq!(ids(&dossier, 30), [letter.id.as_str()], "taken back: until the server knows it");
    let change = LetterChange::Closed(day(22));
    dossier.note(&Command::SetLetter { id: letter.id, change }).unwrap();
    assert!(ids(&dossier, 30).is_empty());
}
