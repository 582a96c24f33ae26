//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use replica::document::Place;

use super::command::{Field, Known};

pub(super) const ROOT: &str = "dossier";
pub(super) const NAME: &str = "naam";
pub(super) const SCHOOL: &str = "school";
pub(super) const ASKER: &str = "vraagt";
pub(super) const PHONE: &str = "telefoon";
pub(super) const SEES: &str = "ziet";
pub(super) const KEEP: &str = "bewaren_tot";
pub(super) const NEXT: &str = "gesprek";

/// What the rules of a region and of the law ask of a dossier.
pub(super) const REGION: &str = "regio";
pub(super) const KEEPS: &str = "houdt_plan_aan";
pub(super) const LEVEL: &str = "niveau";
pub(super) const ENROLLED: &str = "ingeschreven";
pub(super) const LOOK_BACK: &str = "terugkijken";
pub(super) const CARE: &str = "zorg_betrokken";
const KNOWN: &str = "bekend:";

pub(super) const GUARDIANS: &str = "ouders";
pub(super) const RELATION: &str = "relatie";
pub(super) const GONE: &str = "weg";

pub(super) const QUESTIONS: &str = "vragen";
pub(super) const OF_SET: &str = "vraag";
pub(super) const OWN: &str = "eigen";
pub(super) const JUDGED: &str = "samen_bekeken";

pub(super) const LETTERS: &str = "brieven";
pub(super) const GUARDIAN: &str = "ouder";
pub(super) const BOX: &str = "bus";
pub(super) const LINK: &str = "link";
pub(super) const SEALED: &str = "dicht";
pub(super) const KEYS: &str = "sleutels";
pub(super) const MADE: &str = "gemaakt";
pub(super) const UNTIL: &str = "tot";
pub(super) const PLAN: &str = "plan";
pub(super) const OPENED: &str = "geopend";
pub(super) const BUSY: &str = "bezig";
pub(super) const SENT: &str = "verzonden";
pub(super) const CALL: &str = "bellen";
pub(super) const CALLED: &str = "gebeld";
pub(super) const POSTED: &str = "bij_server";
pub(super) const CLOSED: &str = "dicht_op";
pub(super) const WITHDRAWN: &str = "ingetrokken";

pub(super) const TOLD: &str = "verteld";
pub(super) const SIDE: &str = "kant";
pub(super) const QUESTION: &str = "vraag";
pub(super) const AUTHOR: &str = "wie";
pub(super) const TEXT: &str = "tekst";
pub(super) const LANGUAGE: &str = "taal";
pub(super) const PICTURES: &str = "beelden";
pub(super) const DRAWING: &str = "tekening";
pub(super) const KEPT_BACK: &str = "niet_voor_ouders";
/// What is said of a recording, and the collection with its pieces: an item a recording, a register a piece.
pub(super) const SPOKEN: &str = "gesproken";
/// The parent would rather tell it.
pub(super) const RATHER: &str = "liever_vertellen";
pub(super) const SOUNDS: &str = "opnamen";
pub(super) const SIZE: &str = "bytes";
pub(super) const SECONDS: &str = "seconden";
pub(super) const MEDIA: &str = "soort";
const PIECE: &str = "stuk:";
pub(super) const ON: &str = "dag";
pub(super) const INTERPRETER: &str = "tolk";
pub(super) const ABOUT: &str = "over";
pub(super) const REMARK: &str = "soort";

pub(super) const PLANS: &str = "plannen";
pub(super) const TITLE: &str = "titel";

/// What the plan says to each of its questions, in the order of `Part::ALL`.
pub(super) const PARTS: &str = "delen";

pub(super) const AGREED: &str = "keuzes";
pub(super) const CHOICE: &str = "keuze";
pub(super) const WAY: &str = "hoe";
pub(super) const FILE: &str = "bestand";

/// The receipt of the server, as lines.
pub(super) const RECEIPT: &str = "ontvangst";

pub(super) const RECEIVERS: &str = "ontvangers";
pub(super) const WHY: &str = "waarom";
pub(super) const INVITED: &str = "uitnodiging";
pub(super) const DEVICE: &str = "apparaat";
pub(super) const SINCE: &str = "sinds";
const OWN_INVITED: &str = "eigen_apparaat:";
const DRAFT: &str = "concept:";
const HEARD: &str = "gehoord:";
/// Every answer about a receiver, each an item.
pub(super) const ANSWERS: &str = "antwoorden";
pub(super) const RECEIVER: &str = "ontvanger";
pub(super) const ANSWER: &str = "antwoord";
const YES: &str = "akkoord:";
const SAID_ON: &str = "akkoord_op:";

pub(super) const HEARINGS: &str = "gehoord";
pub(super) const MOMENT: &str = "moment";
pub(super) const HELP: &str = "hulp";
pub(super) const DONE_WITH: &str = "gedaan_mee";

pub(super) fn itself() -> Place {
    Place::root(ROOT)
}

/// The register with something that is known for the rules.
pub(super) fn known(what: Known) -> String {
    format!("{KNOWN}{}", what.slug())
}

/// What a register says is known.
pub(super) fn known_of(name: &str) -> Option<Known> {
    Known::from_slug(name.strip_prefix(KNOWN)?)
}

/// The register in which a guardian says whether somebody may receive it.
pub(super) fn yes(guardian: &str) -> String {
    format!("{YES}{guardian}")
}

/// The day on which a guardian said so.
pub(super) fn said_on(guardian: &str) -> String {
    format!("{SAID_ON}{guardian}")
}

/// The register that says that an invitation is for a device of one's own.
pub(super) fn own_invited(invite: &str) -> String {
    format!("{OWN_INVITED}{invite}")
}

/// Which invitation a register says is for a device of one's own.
pub(super) fn own_invited_of(name: &str) -> Option<&str> {
    name.strip_prefix(OWN_INVITED)
}

/// The register that says that a reply to a letter is in.
pub(super) fn heard(reply: &str) -> String {
    format!("{HEARD}{reply}")
}

/// Which reply a register of a letter says is in.
pub(super) fn heard_of(name: &str) -> Option<&str> {
    name.strip_prefix(HEARD)
}

/// Whose day a register of a receiver holds.
pub(super) fn said_on_of(name: &str) -> Option<&str> {
    name.strip_prefix(SAID_ON)
}

/// Whose answer a register of a receiver holds.
pub(super) fn yes_of(name: &str) -> Option<&str> {
    name.strip_prefix(YES)
}

/// The register with what is being written in a field.
pub(super) fn draft(field: &str) -> String {
    format!("{DRAFT}{field}")
}

/// For which field a register holds what is being written.
pub(super) fn draft_of(name: &str) -> Option<&str> {
    name.strip_prefix(DRAFT)
}

/// The register with a piece of a recording.
pub(super) fn piece(place: u32) -> String {
    format!("{PIECE}{place}")
}

/// Which piece a register holds.
pub(super) fn piece_of(name: &str) -> Option<u32> {
    name.strip_prefix(PIECE)?.parse().ok()
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Itself(name) => (itself(), name),
        Field::Item { of, id, name } => (Place::item(of, id), name),
    }
}
