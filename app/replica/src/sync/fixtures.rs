//! The bytes of what devices lay down and send, kept for ever: a change here is a new version.

use super::judged::Judged;
use super::shared::{Joining, Receipt, Shared, sign_receipt};
use super::{Body, Frame};
use crate::id::{PartId, SpaceId};
use crate::keys::tests::device;
use crate::member::tests::{ANNA, BRAM, Copy, SPACE, id};
use crate::member::{Change, Signed, Tip};

/// The bytes of a fixture.
macro_rules! kept {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/", $name))
    };
}

fn part() -> PartId {
    PartId::named("agenda")
}

fn shared() -> Shared {
    let tip = |seq: u64| Tip { seq, hash: [seq as u8; 32], epoch: 1 << 32 };
    let beside = PartId::beside(part());
    Shared {
        part: part(),
        covers: [((part(), id(ANNA)), tip(7)), ((beside, id(BRAM)), tip(2))].into(),
        vouched: vec![((part(), id(ANNA)), 5)],
        state: [3; 32],
        document: b"document".to_vec(),
    }
}

#[test]
fn a_shared_snapshot_is_read_for_ever() {
    let pieces = shared().split().unwrap();
    assert_eq!(pieces.len(), 1);
    let kept: &[u8] = kept!("shared-snapshot-1.cbor");
    assert_eq!(pieces[0], kept);
    assert_eq!(Joining::default().piece(kept), Some(shared()));
}

#[test]
fn a_receipt_is_read_for_ever() {
    let signature = sign_receipt(&device(ANNA), SPACE, &shared().heads());
    let receipt = Receipt { snapshot: [9; 32], signature };
    let kept: &[u8] = kept!("receipt-1.cbor");
    assert_eq!(receipt.encode(), kept);
    assert_eq!(Receipt::decode(kept), Ok(receipt));
}

#[test]
fn a_question_to_prune_is_read_for_ever() {
    let heads = shared().heads();
    let receipts = vec![(id(ANNA), sign_receipt(&device(ANNA), SPACE, &heads))];
    let body = Body::Prune { part: part(), heads, receipts };
    let frame = Frame { space: SpaceId::from_bytes([1; 16]), id: 3, body };
    let kept: &[u8] = kept!("prune-1.cbor");
    assert_eq!(frame.encode(), kept);
    assert_eq!(Frame::decode(kept), Ok(frame));
}

#[test]
fn a_local_snapshot_is_read_by_the_version_that_wrote_it() {
    let Shared { covers: tips, vouched, .. } = shared();
    let standing = Copy::founded().log.members().standing();
    let documents = [(part(), [4; 32])].into();
    let judged = Judged { standing, documents, tips, vouched };
    let kept: &[u8] = kept!("judged-1.cbor");
    assert_eq!(judged.encode(), kept);
    assert_eq!(Judged::decode(kept), Ok(judged));
}

#[test]
fn the_entry_that_erases_is_read_for_ever() {
    let erase = Copy::founded().write(Change::Erase).unwrap();
    let kept: &[u8] = kept!("erase-1.cbor");
    assert_eq!(erase.encode(), kept);
    assert_eq!(Signed::decode(kept), Ok(erase));
}
