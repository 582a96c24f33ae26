//! Why a command was not carried out, in words for the screen.

use replica::document::DocumentError;
use rules::budget::Problem;
use rules::text::{Text, t};

/// A command that changed nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// The baseline is *vastgesteld*.
    Locked,
    /// The scenario is frozen.
    Frozen,
    /// A newer version of the app wrote this document.
    Newer,
    /// There is no such scenario, row or field (any more).
    Gone,
    /// There is one with this id already.
    Exists,
    /// A name is needed.
    NoName,
    /// A decision or an action without words.
    NoText,
    /// Adopted: nothing of it changes any more.
    Adopted,
    /// About a child: it belongs in the dossier, not in the minutes.
    InDossier,
    /// This table advises; it does not decide (NWG-03).
    AdvisesOnly,
    /// The value is outside the lever's range.
    OutOfRange(Problem),
    /// An input that cannot be: fewer than no pupils, more than all of them.
    NotPossible(Text),
    /// Nothing to undo or redo in this session.
    NothingToUndo,
    /// The document could not be written. Nothing changed.
    Failed(DocumentError),
}

impl Refused {
    /// Whether trying once more can change nothing: it is there already, or what it is about is no more.
    pub const fn is_settled(&self) -> bool {
        matches!(self, Self::Exists | Self::Gone)
    }

    /// The sentence to show.
    pub fn text(&self) -> Text {
        match self {
            Self::Locked => t(
                "De begroting is vastgesteld. Maak een scenario om iets te veranderen.",
                "The budget has been adopted. Make a scenario to change something.",
            ),
            Self::Frozen => t(
                "Dit scenario is vastgezet. Maak een kopie of zet het weer open.",
                "This scenario is frozen. Make a copy or open it again.",
            ),
            Self::Newer => t(
                "Dit is gemaakt met een nieuwere versie. Vernieuw de app om te wijzigen.",
                "This was made with a newer version. Update the app to change it.",
            ),
            Self::Gone => t("Dit bestaat niet meer.", "This no longer exists."),
            Self::Exists => t("Dit bestaat al.", "This exists already."),
            Self::NoName => t("Vul een naam in.", "Fill in a name."),
            Self::NoText => t("Schrijf eerst op wat het is.", "First write down what it is."),
            Self::Adopted => t(
                "Dit is vastgesteld. Alleen een nieuw besluit dat hiernaar verwijst kan het veranderen.",
                "This was adopted. Only a new decision that refers to it can change it.",
            ),
            Self::InDossier => t(
                "Dit gaat over een kind. Schrijf het in het dossier; het verslag verwijst er alleen naar.",
                "This is about a child. Write it in the dossier; the minutes only refer to it.",
            ),
            Self::AdvisesOnly => t(
                "Deze tafel besluit niet. Leg het vast als advies.",
                "This table does not decide. Write it down as advice.",
            ),
            Self::OutOfRange(problem) => problem.text,
            Self::NotPossible(text) => *text,
            Self::NothingToUndo => {
                t("Er is niets om ongedaan te maken.", "There is nothing to undo.")
            }
            Self::Failed(_) => t(
                "De wijziging is niet gelukt. Er is niets veranderd.",
                "The change did not succeed. Nothing has changed.",
            ),
        }
    }
}

impl From<DocumentError> for Refused {
    fn from(error: DocumentError) -> Self {
        Self::Failed(error)
    }
}
