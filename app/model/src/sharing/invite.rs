//! An invitation as a person goes through it, on both sides. The messages are those of `replica::invite` and travel
//! over the server, as a file or as QR: here they are bytes in and bytes out.

mod inviter;
mod joiner;
mod over_server;

pub use inviter::{Inviter, LetInError, Offering};
pub use joiner::Joiner;
pub use over_server::Heard;

use replica::invite::InviteError;
use rules::text::{Text, t};

/// The path of the page for who was invited; the secret stands behind its `#`.
pub const PATH: &str = "/meedoen";

/// Where an invitation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Inviter: made, nobody answered. Joiner: the link was opened and what it offers is not here yet.
    Made,
    /// Joiner: it is clear what is offered; a name is needed.
    Offered,
    /// Joiner: asked, and waits for the inviter.
    Asked,
    /// Both screens show this code; the inviter compares.
    Compare {
        code: String,
    },
    In,
    /// It does not go on, and why.
    Over(InviteError),
}

/// The sentence for why an invitation does not go on.
pub const fn why(error: InviteError) -> Text {
    match error {
        InviteError::Damaged => t(
            "De link is niet compleet. Vraag hem opnieuw, of kopieer hem helemaal.",
            "The link is not complete. Ask for it again, or copy all of it.",
        ),
        InviteError::Newer => t(
            "Deze uitnodiging komt uit een nieuwere versie. Werk eerst de app bij.",
            "This invitation comes from a newer version. Update the app first.",
        ),
        InviteError::OtherInvite => t(
            "Dit hoort niet bij deze uitnodiging. Vraag een nieuwe.",
            "This does not belong to this invitation. Ask for a new one.",
        ),
        InviteError::Expired => t(
            "Deze uitnodiging is verlopen. Vraag een nieuwe.",
            "This invitation has expired. Ask for a new one.",
        ),
        InviteError::Used => t(
            "Deze uitnodiging is al gebruikt en geldt maar één keer. Vraag een nieuwe.",
            "This invitation was used already and counts only once. Ask for a new one.",
        ),
        InviteError::Withdrawn => {
            t("Deze uitnodiging is ingetrokken.", "This invitation was withdrawn.")
        }
        InviteError::BadSignature => t(
            "Het antwoord is niet ondertekend door wie het zegt te zijn. Begin opnieuw met een nieuwe uitnodiging.",
            "The answer is not signed by whom it says it is. Begin again with a new invitation.",
        ),
        InviteError::BrokenPromise => t(
            "Er zit iemand tussen jou en wie je uitnodigde. Begin opnieuw, het liefst in één ruimte.",
            "Somebody sits between you and who invited you. Begin again, preferably in one room.",
        ),
        InviteError::NameTooLong => t("Deze naam is te lang.", "This name is too long."),
    }
}
