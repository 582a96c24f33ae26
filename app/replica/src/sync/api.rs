//! What goes over HTTP beside the sync messages themselves: proof of who asks, pokes, invitations, drop-boxes, files.
//! Client and server share these types. Specified in `server/README.md`; limits of a route stand there.

mod field;
mod proof;

#[cfg(test)]
mod tests;

pub use field::Field;
pub use proof::{Claim, Who};

use super::WireError;
use crate::id::{Hash, SpaceId};
use crate::keys::Signature;
use crate::keys::wire::{Reader, Writer};
use crate::sync::Refusal;

/// The version that this code speaks.
pub const API_VERSION: u64 = 1;

/// The largest body of any message, in bytes.
pub const MAX_BODY: usize = 1024 * 1024 + 1024;

/// The largest piece of a file, in bytes.
pub const MAX_CHUNK: usize = 1024 * 1024;

/// How many spaces one device listens to at once.
pub const MAX_LISTEN: usize = 64;

/// A message: `[1, field…]` in the one spelling of CBOR.
pub trait Message: Sized {
    /// The name and the fields with their kinds, for a description.
    const FIELDS: (&'static str, &'static [(&'static str, &'static str)]);

    /// The bytes.
    fn encode(&self) -> Vec<u8>;

    /// Reads them. A later version and damage are told apart.
    fn decode(bytes: &[u8]) -> Result<Self, WireError>;
}

macro_rules! messages {
    ($( $(#[$doc:meta])* $name:ident { $( $(#[$about:meta])* $field:ident: $kind:ty ),* $(,)? } )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name { $( $(#[$about])* pub $field: $kind ),* }

        impl Message for $name {
            const FIELDS: (&'static str, &'static [(&'static str, &'static str)]) =
                (stringify!($name), &[$((stringify!($field), stringify!($kind))),*]);

            fn encode(&self) -> Vec<u8> {
                let fields: &[&str] = &[$(stringify!($field)),*];
                let mut to = Writer::array(1 + fields.len());
                to.number(API_VERSION);
                $(Field::write(&self.$field, &mut to);)*
                to.finish()
            }

            fn decode(bytes: &[u8]) -> Result<Self, WireError> {
                let _from = &mut begin(bytes, &[$(stringify!($field)),*])?;
                let message = Self { $($field: Field::read(_from)?),* };
                if message.encode() == bytes { Ok(message) } else { Err(WireError::Damaged) }
            }
        }
    )*};
}

fn begin<'a>(bytes: &'a [u8], fields: &[&str]) -> Result<Reader<'a>, WireError> {
    if bytes.len() > MAX_BODY {
        return Err(WireError::TooLarge);
    }
    let mut from = Reader::new(bytes);
    let length = from.list(64)?;
    let version = from.number()?;
    if version > API_VERSION {
        return Err(WireError::Newer(version));
    }
    if length == 1 + fields.len() { Ok(from) } else { Err(WireError::Damaged) }
}

messages! {
    /// Nothing to say beyond "yes".
    Done {}

    /// Why not, for the app and in words.
    Problem {
        /// The number of a [`Refusal`].
        refusal: u64,
        /// In milliseconds; 0 is as you see fit.
        retry_after: u64,
        dutch: String,
        english: String,
    }

    /// A number to sign, once.
    Challenge {
        nonce: [u8; 32],
        seconds: u64,
    }

    /// Who asks, signed. Made by [`Challenge::prove`] or [`Challenge::prove_invited`].
    Proof {
        origin: String,
        who: Who,
        nonce: [u8; 32],
        signature: Signature,
    }

    /// What to send along from now on: `authorization: Bearer` and the token in hexadecimal digits.
    Session {
        token: [u8; 32],
        seconds: u64,
    }

    /// Where a person goes to say who it is: the sign-in of an organisation. The app sends it there.
    SignIn {
        address: String,
    }

    /// What the person came back with.
    SignedIn {
        state: [u8; 32],
        code: String,
    }

    /// Who somebody is, by the word of that sign-in. It opens nothing. What it did not say is empty.
    Person {
        issuer: String,
        subject: String,
        name: String,
        /// `student`, `employee`, `staff` or `affiliate`.
        affiliation: String,
        /// The number of the school (BRIN).
        organisation_id: String,
        organisation: String,
    }

    /// Which spaces to listen to; at most [`MAX_LISTEN`].
    Listen {
        spaces: Vec<SpaceId>,
    }

    /// Opens one stream of events, once.
    Ticket {
        ticket: [u8; 16],
        seconds: u64,
    }

    /// Answer as soon as one of these spaces has something after the place that is known here.
    Wait {
        known: Vec<(SpaceId, u64)>,
    }

    /// Sync messages of the kind Poke.
    Pokes {
        frames: Vec<Vec<u8>>,
    }

    /// An invitation's offer, by a device.
    NewInvite {
        offer: Vec<u8>,
    }

    /// What was left for an invitation; answers when there is more than `known` of the four, or at once.
    LookInvite {
        invitation: [u8; 16],
        known: u64,
        wait: bool,
    }

    /// Offer, request, reveal and answer, as far as they are there.
    InviteState {
        offer: Vec<u8>,
        request: Option<Vec<u8>>,
        reveal: Option<Vec<u8>>,
        answer: Option<Vec<u8>>,
    }

    /// A request, reveal or answer.
    LeaveInvite {
        invitation: [u8; 16],
        message: Vec<u8>,
    }

    /// Nobody can answer any more.
    EndInvite {
        invitation: [u8; 16],
    }

    /// A box for sealed contributions of people who have no device here.
    OpenBox {
        space: SpaceId,
        dropbox: [u8; 16],
        /// How many contributions.
        most: u64,
        /// How many bytes each.
        largest: u64,
        /// In milliseconds since 1970.
        closes: u64,
    }

    /// A contribution, sealed. Nobody learns who or when.
    Give {
        dropbox: [u8; 16],
        sealed: Vec<u8>,
    }

    /// One thing in a box, by who was told its box and its hash: a letter to somebody who has no device here.
    ReadGift {
        dropbox: [u8; 16],
        hash: Hash,
    }

    /// That one thing.
    Gift {
        sealed: Vec<u8>,
    }

    /// Something with this hash is at the server now: a choice of a parent that was signed.
    AskReceipt {
        hash: Hash,
    }

    /// When that was, signed by the server: seconds since 1970, the server's signing key, its signature (KEYS.md, "Letters").
    Receipt {
        at: u64,
        key: [u8; 32],
        by: [u8; 64],
    }

    /// What is in a box, in the order of their hashes, after this one.
    ListBox {
        space: SpaceId,
        dropbox: [u8; 16],
        after: Option<Hash>,
    }

    /// Contributions, and whether there are more.
    Gifts {
        sealed: Vec<Vec<u8>>,
        more: bool,
    }

    /// These are safe here; they may go.
    TakeGifts {
        space: SpaceId,
        dropbox: [u8; 16],
        hashes: Vec<Hash>,
    }

    /// The box goes, with what is in it.
    CloseBox {
        space: SpaceId,
        dropbox: [u8; 16],
    }

    /// One piece of an encrypted file.
    PutChunk {
        space: SpaceId,
        blob: [u8; 16],
        /// How many pieces there are.
        chunks: u64,
        /// Which one, from 0.
        number: u64,
        sealed: Vec<u8>,
    }

    /// Ask for one piece.
    GetChunk {
        space: SpaceId,
        blob: [u8; 16],
        number: u64,
    }

    /// One piece, and how many there are.
    Chunk {
        chunks: u64,
        sealed: Vec<u8>,
    }

    /// Which files there are.
    ListBlobs {
        space: SpaceId,
    }

    /// Of each its name, how many pieces it has, and how many are here.
    Blobs {
        blobs: Vec<([u8; 16], u64, u64)>,
    }

    /// The file goes.
    DropBlob {
        space: SpaceId,
        blob: [u8; 16],
    }
}

impl Problem {
    /// A refusal in words.
    pub fn new(refusal: Refusal, retry_after: u64) -> Self {
        let (dutch, english) = refusal.sentence();
        let (dutch, english) = (dutch.to_owned(), english.to_owned());
        Self { refusal: refusal.number(), retry_after, dutch, english }
    }

    /// Which refusal it is.
    pub fn refusal(&self) -> Refusal {
        Refusal::from_number(self.refusal)
    }
}
