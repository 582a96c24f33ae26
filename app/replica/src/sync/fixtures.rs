//! The bytes of what devices lay down and send, kept for ever: a change here is a new version.
//! `BLESS=1` writes a fixture that is not there yet; one that is there is never written over.

use std::path::Path;

use super::judged::Judged;
use super::shared::{Joining, Receipt, Shared, sign_receipt};
use super::{Body, Frame};
use crate::id::{PartId, SpaceId};
use crate::keys::tests::device;
use crate::member::tests::{ANNA, BRAM, Copy, SPACE, id};
use crate::member::{Change, Signed, Tip};

/// The bytes of a fixture; `made` are the bytes that this version makes.
fn kept(name: &str, made: &[u8]) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    if !path.exists() && std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    std::fs::read(path).unwrap()
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
    let kept = kept("shared-snapshot-1.cbor", &pieces[0]);
    assert_eq!(pieces[0], kept);
    assert_eq!(Joining::default().piece(&kept), Some(shared()));
}

#[test]
fn a_receipt_is_read_for_ever() {
    let signature = sign_receipt(&device(ANNA), SPACE, &shared().heads());
    let receipt = Receipt { snapshot: [9; 32], signature };
    let kept = kept("receipt-1.cbor", &receipt.encode());
    assert_eq!(receipt.encode(), kept);
    assert_eq!(Receipt::decode(&kept), Ok(receipt));
}

#[test]
fn a_question_to_prune_is_read_for_ever() {
    let heads = shared().heads();
    let receipts = vec![(id(ANNA), sign_receipt(&device(ANNA), SPACE, &heads))];
    let body = Body::Prune { part: part(), heads, receipts };
    let frame = Frame { space: SpaceId::from_bytes([1; 16]), id: 3, body };
    let kept = kept("prune-1.cbor", &frame.encode());
    assert_eq!(frame.encode(), kept);
    assert_eq!(Frame::decode(&kept), Ok(frame));
}

#[test]
fn a_local_snapshot_is_read_by_the_version_that_wrote_it() {
    let Shared { covers: tips, vouched, .. } = shared();
    let standing = Copy::founded().log.members().standing();
    let documents = [(part(), [4; 32])].into();
    let judged = Judged { standing, documents, tips, vouched };
    let kept = kept("judged-1.cbor", &judged.encode());
    assert_eq!(judged.encode(), kept);
    assert_eq!(Judged::decode(&kept), Ok(judged));
}

#[test]
fn the_entry_that_erases_is_read_for_ever() {
    let erase = Copy::founded().write(Change::Erase).unwrap();
    let kept = kept("erase-1.cbor", &erase.encode());
    assert_eq!(erase.encode(), kept);
    assert_eq!(Signed::decode(&kept), Ok(erase));
}
