//! What a message must keep: one spelling, no panic, and a proof that holds for one server, one number and one name.

use proptest::prelude::*;

use super::{Challenge, Claim, Done, InviteState, LookInvite, Message, Problem, Proof, Wait, Who};
use crate::id::SpaceId;
use crate::keys::DeviceKeys;
use crate::keys::Secret;
use crate::sync::{Refusal, WireError};

const HERE: &str = "https://thuisnabij.example";

fn keys(number: u8) -> DeviceKeys {
    DeviceKeys::from_secret(&Secret::from_bytes([number; 32]))
}

fn challenge(number: u8) -> Challenge {
    Challenge { nonce: [number; 32], seconds: 60 }
}

#[test]
fn a_message_reads_back_what_it_wrote() {
    let wait = Wait { known: vec![(SpaceId::from_bytes([1; 16]), 7)] };
    assert_eq!(Wait::decode(&wait.encode()), Ok(wait));
    let state =
        InviteState { offer: vec![1], request: Some(vec![2]), reveal: None, answer: Some(vec![]) };
    assert_eq!(InviteState::decode(&state.encode()), Ok(state));
    let proof = challenge(1).prove(HERE, &keys(1));
    assert_eq!(Proof::decode(&proof.encode()), Ok(proof));
}

#[test]
fn the_first_bytes_stay_as_they_are() {
    assert_eq!(Done {}.encode(), [0x81, 1]);
    let look = LookInvite { invitation: [7; 16], known: 2, wait: true };
    let expected = [&[0x84, 1, 0x50][..], &[7; 16], &[2, 1]].concat();
    assert_eq!(look.encode(), expected);
}

#[test]
fn a_later_version_is_told_apart_from_damage() {
    assert_eq!(Done::decode(&[0x81, 2]), Err(WireError::Newer(2)));
    assert_eq!(Done::decode(&[0x82, 1, 1]), Err(WireError::Damaged));
    assert_eq!(Done::decode(&[0x81, 1, 0]), Err(WireError::Damaged));
    // A longer spelling of the same number.
    assert_eq!(Done::decode(&[0x81, 0x18, 1]), Err(WireError::Damaged));
}

#[test]
fn a_proof_holds_for_one_server_one_number_and_one_device() {
    let proof = challenge(1).prove(HERE, &keys(1));
    assert_eq!(proof.verify(None), Some(Claim::Device(keys(1).id())));
    let elsewhere = Proof { origin: "https://elders.example".into(), ..proof.clone() };
    assert_eq!(elsewhere.verify(None), None);
    assert_eq!(Proof { nonce: [2; 32], ..proof.clone() }.verify(None), None);
    assert_eq!(Proof { who: Who::Device(*keys(2).public()), ..proof.clone() }.verify(None), None);
    assert_eq!(Proof { who: Who::Invited([1; 16]), ..proof }.verify(None), None);
}

#[test]
fn every_refusal_reads_back_from_its_problem() {
    for refusal in Refusal::ALL {
        let problem = Problem::new(refusal, 1_500);
        let read = Problem::decode(&problem.encode());
        assert_eq!(read.as_ref().map(Problem::refusal), Ok(refusal));
        assert_eq!(read, Ok(problem));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Proof::decode(&bytes);
        let _ = Wait::decode(&bytes);
        let _ = InviteState::decode(&bytes);
    }
}
