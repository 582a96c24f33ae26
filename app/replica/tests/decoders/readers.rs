//! The readers: for each what it makes of bytes, and how a sum at the end is made right again, so that bent
//! bytes get past it.

use replica::bundle;
use replica::carry::{Gather, Package, Summary, from_text};
use replica::document::{Document, Session};
use replica::envelope::Envelope;
use replica::id::{DeviceId, sha256};
use replica::invite::{Link, Offer, Request, Reveal};
use replica::member::Signed;
use replica::recovery::Kit;
use replica::sync::Frame;
use replica::sync::api::{self, Message};

pub(crate) struct Reader {
    pub(crate) name: &'static str,
    /// Whether it took them.
    pub(crate) read: fn(&[u8]) -> bool,
    pub(crate) mend: Option<fn(Vec<u8>) -> Vec<u8>>,
}

const fn plain(name: &'static str, read: fn(&[u8]) -> bool) -> Reader {
    Reader { name, read, mend: None }
}

pub(crate) const READERS: &[Reader] = &[
    plain("envelope", |bytes| Envelope::decode(bytes).is_ok()),
    plain("entry", |bytes| Signed::decode(bytes).is_ok()),
    plain("frame", |bytes| Frame::decode(bytes).is_ok()),
    plain("api", any_message),
    plain("offer", |bytes| Offer::decode(bytes).is_ok()),
    plain("request", |bytes| Request::decode(bytes).is_ok()),
    plain("reveal", |bytes| Reveal::decode(bytes).is_ok()),
    plain("link", |bytes| std::str::from_utf8(bytes).is_ok_and(|text| Link::read(text).is_ok())),
    plain("kit", |bytes| std::str::from_utf8(bytes).is_ok_and(|text| Kit::read(text).is_ok())),
    plain("summary", |bytes| Summary::decode(bytes).is_ok()),
    Reader { name: "package", read: |bytes| Package::read(bytes).is_ok(), mend: Some(end_whole) },
    Reader { name: "bundle", read: |bytes| bundle::read(bytes).is_ok(), mend: Some(end_whole) },
    Reader { name: "qr", read: |bytes| Gather::default().take(bytes).is_ok(), mend: Some(end_qr) },
    plain("letters", |bytes| std::str::from_utf8(bytes).is_ok_and(|text| from_text(text).is_ok())),
    // Its sum is left wrong: past it the library of documents fails (THREATS.md).
    plain("document", document),
];

/// The changes of a member, as the document takes them.
fn document(bytes: &[u8]) -> bool {
    let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
    let mut document = Document::new(session).unwrap();
    let imported = document.import(bytes).is_ok();
    Document::open(session, bytes).is_ok() || imported
}

macro_rules! any_of {
    ($bytes:expr, $($kind:ident)*) => { $(api::$kind::decode($bytes).is_ok())|* };
}

/// Every message of the API; all are tried.
fn any_message(bytes: &[u8]) -> bool {
    any_of!(bytes,
        Done Problem Challenge Proof Session Listen Ticket Wait Pokes NewInvite LookInvite InviteState LeaveInvite
        EndInvite OpenBox Give ReadGift AskReceipt Receipt Gift ListBox Gifts TakeGifts CloseBox PutChunk GetChunk Chunk ListBlobs Blobs DropBlob
    )
}

/// A file ends with the SHA-256 of all before its last four things.
fn end_whole(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(end) = bytes.len().checked_sub(36) {
        let digest = sha256(&bytes[..end]);
        bytes[end + 4..].copy_from_slice(&digest);
    }
    bytes
}

/// A frame ends with the beginning of the SHA-256 of it.
fn end_qr(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some(end) = bytes.len().checked_sub(4) {
        let digest = sha256(&bytes[..end]);
        bytes[end..].copy_from_slice(&digest[..4]);
    }
    bytes
}
