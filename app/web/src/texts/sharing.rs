//! Sharing: the overview, one space, coming in, and exchange without a network. What is true of a space, of sending and of
//! an invitation is said in `model::sharing`; these are the words around it.

pub mod coming;
pub mod hand;
pub mod join;
pub mod lost;
pub mod overview;
pub mod space;

use crate::platform::files::FileError;
use crate::state::sharing::{HandError, ShareError};
use model::sharing::hand as packages;
use model::sharing::invite::{LetInError, why};
use model::spaces::{FoundError, JoinError};
use replica::carry::FrameError;
use replica::member::{AuthorError, LogError};
use replica::space::DecideError;
use rules::text::{Lang, Text, t};

const NOT_OPEN: Text = t(
    "Deze ruimte is hier niet (meer). Er is niets veranderd.",
    "This space is not here (any more). Nothing has changed.",
);
const NOT_NOW: Text = t(
    "Dat lukt nu niet. Er is niets veranderd. Probeer het straks opnieuw.",
    "That does not work now. Nothing has changed. Try again in a while.",
);
const MAY_NOT: Text = t(
    "Dat mag alleen wie deze ruimte beheert. Er is niets veranderd.",
    "Only who manages this space may do that. Nothing has changed.",
);
const NO_SERVER: Text = t(
    "De server antwoordt niet. Probeer het later, of gebruik de camera.",
    "The server does not answer. Try later, or use the camera.",
);
const LAST_MANAGER: Text = t(
    "Dan beheert niemand deze ruimte nog. Geef eerst iemand anders het beheer.",
    "Then nobody would manage this space. Let somebody else manage it first.",
);
const KNOWN: Text = t(
    "Dit apparaat hoort of hoorde al bij deze ruimte. Laat de ander als nieuwe persoon beginnen en opnieuw antwoorden.",
    "This device is or was in this space already. Let the other begin as a new person and answer again.",
);
const TOO_MANY: Text = t(
    "Er zijn te veel mensen of besluiten in deze ruimte. Begin een nieuwe.",
    "There are too many people or decisions in this space. Begin a new one.",
);
const ERASED: Text = t("Deze ruimte is voorgoed gewist.", "This space was erased for ever.");
const NO_KEY: Text = t(
    "Dit apparaat heeft de nieuwste sleutel nog niet. Wacht tot er weer contact is en probeer het opnieuw.",
    "This device does not have the newest key yet. Wait until there is contact again and try once more.",
);
const OTHER_SPACE: Text = t(
    "Dit is niet de ruimte van je uitnodiging. Vraag een nieuwe uitnodiging.",
    "This is not the space of your invitation. Ask for a new invitation.",
);

/// Why something about sharing did not happen.
pub fn problem(error: &ShareError, lang: Lang) -> String {
    let text = match error {
        ShareError::NotOpen => NOT_OPEN,
        ShareError::Refused(refused) | ShareError::Begin(FoundError::Refused(refused)) => {
            refused.text()
        }
        ShareError::Decide(error) => decided(error),
        ShareError::Begin(_) => NOT_NOW,
        ShareError::Join(error) => joining(error),
        ShareError::NoServer => NO_SERVER,
        ShareError::NotSaved(reason) => super::opening::reason(*reason),
    };
    text.get(lang).to_owned()
}

const fn joining(error: &JoinError) -> Text {
    match error {
        JoinError::Gone => NOT_OPEN,
        JoinError::Invite(error) | JoinError::LetIn(LetInError::Invite(error)) => why(*error),
        JoinError::LetIn(LetInError::Decide(error)) => decided(error),
        JoinError::Log(LogError::OtherRoot | LogError::OtherSpace) => OTHER_SPACE,
        JoinError::Log(_) | JoinError::Store(_) => NOT_NOW,
    }
}

const fn decided(error: &DecideError) -> Text {
    let DecideError::Author(error) = error else { return NOT_NOW };
    match error {
        AuthorError::NoKey | AuthorError::Key(_) => NO_KEY,
        AuthorError::LabelTooLong => why(replica::invite::InviteError::NameTooLong),
        AuthorError::Log(error) => match error {
            LogError::NotAllowed | LogError::UnknownAuthor => MAY_NOT,
            LogError::LastManager => LAST_MANAGER,
            LogError::KnownDevice => KNOWN,
            LogError::TooManyMembers | LogError::Full => TOO_MANY,
            LogError::NotAMember => NOT_OPEN,
            LogError::Erased => ERASED,
            _ => NOT_NOW,
        },
    }
}

/// Why a package was not taken over.
pub fn not_taken(error: &HandError, lang: Lang) -> String {
    match error {
        HandError::Package(error) => packages::problem(*error, lang).to_owned(),
        HandError::NotSaved(reason) => super::opening::reason(*reason).get(lang).to_owned(),
        HandError::NotOpen => NOT_OPEN.get(lang).to_owned(),
    }
}

/// What is wrong with what was read.
pub const fn not_read(error: FrameError, lang: Lang) -> &'static str {
    let (nl, en) = error.sentence();
    Text::new(nl, en).get(lang)
}

/// Why a file did not go out or in; nothing when the person closed the dialog.
pub const fn file(error: FileError) -> Option<Text> {
    match error {
        FileError::Cancelled => None,
        FileError::Refused => Some(t(
            "De browser kon het bestand niet maken of lezen. Probeer het opnieuw.",
            "The browser could not make or read the file. Try again.",
        )),
        FileError::TooLarge => Some(t("Dit bestand is te groot.", "This file is too large.")),
    }
}
