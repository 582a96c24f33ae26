//! What came back, judged: an answer of ours, a refusal, or somebody else's page.

use replica::sync::Refusal;
use replica::sync::api::{Message, Problem};

/// What came back over the network, whoever sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    /// Whether it says that it is `application/cbor`.
    pub is_cbor: bool,
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing came back, or nothing of ours: offline, a page of a hotel or a school in between.
    NoConnection,
    /// What serves the app has no server behind it.
    NoServer,
    /// The server says no.
    Refused {
        refusal: Refusal,
        /// In milliseconds; 0 is as you see fit.
        retry_after: u64,
    },
}

/// Judges it. Only at the `first` question tells a missing address that there is no server: later it would be a server that
/// went away.
pub(super) fn judge(reply: Option<Reply>, first: bool) -> Result<Vec<u8>, Trouble> {
    let reply = reply.ok_or(Trouble::NoConnection)?;
    if !reply.is_cbor {
        // What hosts that only have files say to a question.
        let only_files = matches!(reply.status, 404 | 405 | 501);
        return Err(if first && only_files { Trouble::NoServer } else { Trouble::NoConnection });
    }
    if reply.status == 200 {
        return Ok(reply.body);
    }
    match Problem::decode(&reply.body) {
        Ok(problem) => {
            Err(Trouble::Refused { refusal: problem.refusal(), retry_after: problem.retry_after })
        }
        // A refusal to a sync message is a sync message.
        Err(_) => Ok(reply.body),
    }
}
