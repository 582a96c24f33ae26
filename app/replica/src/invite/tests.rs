//! Invitations: the whole way in, and everybody who should not get in.

use proptest::prelude::*;

use super::*;
use crate::keys::tests::{device, rng};
use crate::member::tests::{ANNA, BRAM, Copy, EEFJE, SPACE, id};
use crate::member::{PersonId, SideId};
use crate::role::Role;

const NOW: u64 = 1_000_000;
const LATER: u64 = NOW + 86_400_000;

fn note(copy: &Copy) -> Note {
    Note {
        space: SPACE,
        space_name: "Dossier van Noor".into(),
        root: copy.log.root(),
        inviter: *device(ANNA).public(),
        role: Role::Bewerken,
        side: SideId::named("ouders"),
        expires: LATER,
        promise: [0; 32],
    }
}

fn invite(seed: u8) -> (Copy, Invite) {
    let copy = Copy::founded();
    let invite = Invite::new(note(&copy), &mut rng(seed)).unwrap();
    (copy, invite)
}

fn request(link: &Link, offer: &Offer, who: u8) -> (Request, Waiting) {
    Request::new(link, offer, "Moeder", &device(who), NOW, &mut rng(who + 50)).unwrap()
}

#[test]
fn a_parent_comes_in_by_link() {
    let (mut anna, mut invite) = invite(1);
    // The link travels by message; the offer lies at the server, as bytes.
    let link = Link::read(&format!("#{}", invite.link().text())).unwrap();
    let offer = Offer::decode(&invite.offer().encode()).unwrap();
    let (request, waiting) = request(&link, &offer, EEFJE);
    assert_eq!(waiting.note.space_name, "Dossier van Noor");

    let request = Request::decode(&request.encode()).unwrap();
    let (reveal, ours) = invite.answer(&request, NOW, &anna.keys).unwrap();
    let theirs = waiting.code(&Reveal::decode(&reveal.encode()).unwrap()).unwrap();
    assert_eq!(ours, theirs);
    assert_eq!(ours.to_string().len(), 7);

    // Anna compares, and lets in exactly these keys under exactly what she offered.
    let (note, name) = (invite.note().clone(), invite.name(&request).unwrap());
    assert_eq!(name, "Moeder");
    let who = (PersonId::from_bytes([5; 16]), note.side, name.as_str());
    let (members, ring) = (anna.log.members(), anna.ring());
    let change = members.add(request.device, who, note.role, &ring, &mut rng(3)).unwrap();
    anna.write(change).unwrap();
    assert_eq!(invite.used(), Ok(id(EEFJE)));

    // The joiner accepts the log of who invited, and opens the space.
    let mut entries = anna.log.entries().map(|entry| entry.encode());
    let mut log = crate::member::Log::open(&waiting.note.root, &entries.next().unwrap()).unwrap();
    entries.for_each(|entry| drop(log.add(&entry).unwrap()));
    let (ring, wrong) = log.members().keyring(&device(EEFJE));
    assert_eq!((ring.epochs().count(), wrong.len()), (1, 0));
}

#[test]
fn every_message_fits_in_a_qr_code() {
    let (_, mut invite) = invite(1);
    let (request, _) = request(invite.link(), &invite.offer().clone(), EEFJE);
    let (reveal, _) = invite.answer(&request, NOW, &device(ANNA)).unwrap();
    let sizes = [invite.offer().encode(), request.encode(), reveal.encode()].map(|m| m.len());
    assert!(sizes.iter().all(|size| *size <= 500), "{sizes:?}");
    let link = invite.link().text();
    assert!(link.len() < 90 && !link[2..].contains(char::is_lowercase), "{link}");
}

#[test]
fn the_space_key_is_in_no_message() {
    let (copy, invite) = invite(1);
    let epoch = copy.log.members().writing_epoch().unwrap();
    let key = copy.ring().get(epoch).unwrap().check(SPACE, epoch);
    let (request, _) = request(invite.link(), invite.offer(), EEFJE);
    for message in [invite.offer().encode(), request.encode()] {
        assert!(!message.windows(32).any(|window| window == key));
        assert!(!message.windows(6).any(|window| window == b"Moeder" || window == b"van No"));
    }
    assert!(!format!("{invite:?}").contains(&invite.link().text()[30..40]));
}

#[test]
fn once_is_once() {
    let (_, mut invite) = invite(1);
    let offer = invite.offer().clone();
    let (first, _) = request(invite.link(), &offer, EEFJE);
    let (second, _) = request(invite.link(), &offer, BRAM);
    let (_, code) = invite.answer(&first, NOW, &device(ANNA)).unwrap();
    assert_eq!(invite.answer(&second, NOW, &device(ANNA)), Err(InviteError::Used));
    // The answer may get lost: the same request again gives the same code.
    assert_eq!(invite.answer(&first, NOW, &device(ANNA)).unwrap().1, code);
    invite.used().unwrap();
    assert_eq!(invite.answer(&first, NOW, &device(ANNA)), Err(InviteError::Used));
    assert_eq!(invite.used(), Err(InviteError::Used));
}

#[test]
fn an_invitation_that_was_kept_goes_on_as_it_was() {
    let (_, mut invite) = invite(1);
    let (request, waiting) = request(invite.link(), &invite.offer().clone(), EEFJE);
    let mut again = Invite::kept(&invite.keep()).unwrap();
    assert_eq!(again.keep(), invite.keep());
    let (reveal, code) = again.answer(&request, NOW, &device(ANNA)).unwrap();
    assert_eq!(waiting.code(&reveal), Ok(code));
    assert_eq!(Invite::kept(&again.keep()).unwrap().state(), InviteState::Answered(id(EEFJE)));
    assert_eq!(Ok((reveal, code)), invite.answer(&request, NOW, &device(ANNA)));
    for state in [InviteState::Used(id(EEFJE)), InviteState::Withdrawn] {
        invite.state = state;
        assert_eq!(Invite::kept(&invite.keep()).unwrap().state(), state);
    }
    let bytes = invite.keep();
    for length in 0..bytes.len() {
        assert!(Invite::kept(&bytes[..length]).is_err());
    }
}

#[test]
fn too_late_is_too_late_on_both_sides() {
    let (_, mut invite) = invite(1);
    let offer = invite.offer().clone();
    let (request, _) = request(invite.link(), &offer, EEFJE);
    let late = Request::new(invite.link(), &offer, "x", &device(EEFJE), LATER + 1, &mut rng(1));
    assert_eq!(late.unwrap_err(), InviteError::Expired);
    let answer = invite.answer(&request, LATER + 1, &device(ANNA));
    assert_eq!(answer.unwrap_err(), InviteError::Expired);
}

#[test]
fn a_withdrawn_invitation_and_one_with_different_codes_are_over() {
    let (_, mut invite) = invite(1);
    let (request, _) = request(invite.link(), &invite.offer().clone(), EEFJE);
    invite.answer(&request, NOW, &device(ANNA)).unwrap();
    invite.codes_differ();
    assert_eq!(invite.state(), InviteState::Withdrawn);
    assert_eq!(invite.answer(&request, NOW, &device(ANNA)).unwrap_err(), InviteError::Withdrawn);
    assert_eq!(invite.used(), Err(InviteError::Withdrawn));
}

#[test]
fn who_lacks_the_secret_does_not_get_in() {
    let (_, mut ours) = invite(1);
    let (_, other) = invite(2);
    let offer = ours.offer().clone();
    assert_eq!(offer.note(other.link()), Err(InviteError::OtherInvite));
    let (stranger, _) = request(other.link(), other.offer(), BRAM);
    let answer = ours.answer(&stranger, NOW, &device(ANNA));
    assert_eq!(answer.unwrap_err(), InviteError::OtherInvite);
}

#[test]
fn keys_swapped_in_a_request_are_noticed() {
    let (_, mut invite) = invite(1);
    let (request, _) = request(invite.link(), &invite.offer().clone(), EEFJE);
    let mut bytes = request.encode();
    let ours = request.device.bytes();
    let at = bytes.windows(64).position(|window| window == ours).unwrap();
    bytes[at..at + 64].copy_from_slice(&device(BRAM).public().bytes());
    let swapped = Request::decode(&bytes).unwrap();
    assert_eq!(swapped.device, *device(BRAM).public());
    let answer = invite.answer(&swapped, NOW, &device(ANNA));
    assert_eq!(answer.unwrap_err(), InviteError::BadSignature);
}

#[test]
fn somebody_in_between_with_the_link_gets_other_codes() {
    // Mallory read the message with the link. She answers Anna herself, and gives the mother an
    // offer of her own under the same secret.
    let (copy, mut anna) = invite(1);
    let (mallory, offer) = (device(66), anna.offer().clone());
    let (hers, _) = request(anna.link(), &offer, 66);
    let (_, code_of_anna) = anna.answer(&hers, NOW, &copy.keys).unwrap();

    let note = Note { inviter: *mallory.public(), ..note(&copy) };
    let mut fake = Invite::new(note, &mut rng(9)).unwrap();
    let (mothers, waiting) = request(&fake.link().clone(), &fake.offer().clone(), EEFJE);
    let (reveal, _) = fake.answer(&mothers, NOW, &mallory).unwrap();
    let code_of_mother = waiting.code(&reveal).unwrap();
    assert_ne!(code_of_anna, code_of_mother);
}

#[test]
fn the_inviter_cannot_choose_its_number_after_seeing_the_answer() {
    let (_, invite) = invite(1);
    let (request, waiting) = request(invite.link(), invite.offer(), EEFJE);
    let chosen = Reveal::new(request.hash(), [9; 16], &device(ANNA));
    assert_eq!(waiting.code(&chosen), Err(InviteError::BrokenPromise));
    let forged = Reveal::new(request.hash(), [9; 16], &device(BRAM));
    assert_eq!(waiting.code(&forged), Err(InviteError::BadSignature));
    let other = Reveal::new([0; 32], [9; 16], &device(ANNA));
    assert_eq!(waiting.code(&other), Err(InviteError::OtherInvite));
}

#[test]
fn a_link_has_one_version_and_two_parts() {
    let text = invite(1).1.link().text();
    assert!(Link::read(&text.to_lowercase()).is_ok());
    assert_eq!(Link::read(&text.replace("v1", "v2")).unwrap_err(), InviteError::Newer);
    for wrong in ["", "v1", "v1.", "v1..", "hallo", &text[..text.len() - 1], &format!("{text}0")] {
        assert_eq!(Link::read(wrong).unwrap_err(), InviteError::Damaged, "{wrong}");
    }
}

#[test]
fn a_name_that_is_too_long_is_refused_where_it_is_typed() {
    let (copy, invite) = invite(1);
    let long = "x".repeat(MAX_NAME + 1);
    let keys = device(EEFJE);
    let request = Request::new(invite.link(), invite.offer(), &long, &keys, NOW, &mut rng(1));
    assert_eq!(request.unwrap_err(), InviteError::NameTooLong);
    let note = Note { space_name: long, ..note(&copy) };
    assert_eq!(Invite::new(note, &mut rng(1)).unwrap_err(), InviteError::NameTooLong);
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".{0,90}") {
        prop_assert!(Offer::decode(&bytes).is_err());
        prop_assert!(Request::decode(&bytes).is_err());
        prop_assert!(Reveal::decode(&bytes).is_err());
        prop_assert!(Invite::kept(&bytes).is_err());
        prop_assert!(Link::read(&text).is_err());
    }
}
