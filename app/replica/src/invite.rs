//! Letting somebody in: a link with a secret, a request, a code that both screens show, an entry in
//! the log. The space key is in none of these. Format and reasons: KEYS.md, "Invitations".
//!
//! The same bytes travel over the server, as a file or as QR codes.

mod keep;
mod link;
mod offer;
mod request;

#[cfg(test)]
mod tests;

pub use keep::{keep_answer, keep_opened, kept_answer, kept_opened};
pub use link::Link;
pub use offer::{Invite, InviteState, Note, Offer};
pub use request::{Code, Request, Reveal, Waiting};

use thiserror::Error;

use crate::keys::wire::{Damaged, Reader};

/// The largest message of an invitation, in bytes: it fits in one QR code.
pub const MAX_MESSAGE: usize = 1200;

/// The version of the messages that this code writes.
const VERSION: u64 = 1;

/// The longest name, of a person or a space, in bytes.
pub const MAX_NAME: usize = 120;

/// Why an invitation does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InviteError {
    #[error("damaged")]
    Damaged,
    #[error("of a later version")]
    Newer,
    /// A link of another invitation, or a note that the secret does not open.
    #[error("does not belong to this invitation")]
    OtherInvite,
    #[error("has expired")]
    Expired,
    /// Once is once.
    #[error("was used before")]
    Used,
    #[error("was withdrawn")]
    Withdrawn,
    #[error("is not signed as it must be")]
    BadSignature,
    /// The inviter shows another number than it had fixed beforehand: somebody sits in between.
    #[error("is not what was promised")]
    BrokenPromise,
    #[error("name is too long")]
    NameTooLong,
}

impl From<Damaged> for InviteError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

/// Begins to read a message of so many fields.
fn begin(bytes: &[u8], fields: usize) -> Result<Reader<'_>, InviteError> {
    if bytes.len() > MAX_MESSAGE {
        return Err(InviteError::Damaged);
    }
    let mut from = Reader::new(bytes);
    let length = from.list(16)?;
    if from.number()? > VERSION {
        return Err(InviteError::Newer);
    }
    if length == fields { Ok(from) } else { Err(InviteError::Damaged) }
}
