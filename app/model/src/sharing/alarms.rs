//! What a person must know, as what happened and what to do. Nothing here is ever settled by the app alone.

use replica::id::DeviceId;
use replica::sync::{Alarm, Refusal};
use rules::text::{Text, t};

use super::Telling;
use super::people::Names;

/// One alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub what: String,
    pub to_do: &'static str,
    /// A person must do something; otherwise it is only to be known.
    pub needs_somebody: bool,
}

const ASK: Text = t(
    "Vraag na of dat apparaat is gekopieerd of teruggezet. Vertrouw je het niet, haal het dan uit deze ruimte.",
    "Ask whether that device was copied or restored. If you do not trust it, remove it from this space.",
);
const BY_ANOTHER_WAY: Text = t(
    "Vraag die persoon om het door te geven als bestand of met een QR-code, en meld het aan wie de server beheert.",
    "Ask that person to hand it on as a file or by QR code, and tell whoever runs the server.",
);
const NOTHING: Text = t("Je hoeft niets te doen.", "You do not have to do anything.");

/// The sentences of an alarm.
pub fn said(alarm: &Alarm, names: &Names, telling: Telling<'_>) -> Said {
    let by = |device: &DeviceId, text: Text| telling.fill(text, &[&names.name(*device, telling)]);
    let fixed = |text: Text| telling.text(text).to_owned();
    let (what, to_do, needs_somebody) = match alarm {
        Alarm::Fork { device, .. } => (by(device, FORK), ASK, true),
        Alarm::Withheld { device, .. } => (by(device, WITHHELD), BY_ANOTHER_WAY, true),
        Alarm::EntryWithheld(_) => (fixed(ENTRY_WITHHELD), BY_ANOTHER_WAY, true),
        Alarm::Restored => (fixed(RESTORED), NOTHING, false),
        Alarm::Damaged => (fixed(DAMAGED), NOTHING, false),
        Alarm::WrongSnapshot { device, .. } => (by(device, WRONG_SNAPSHOT), ASK, true),
        Alarm::TooOld { .. } => (fixed(TOO_OLD), REJOIN, true),
        Alarm::Erased => (fixed(ERASED), NOTHING, false),
        Alarm::Flooded => (fixed(FLOODED), TELL_HOST, true),
        Alarm::Refused(refusal) => refused(*refusal, telling),
    };
    Said { what, to_do: telling.text(to_do), needs_somebody }
}

fn refused(refusal: Refusal, telling: Telling<'_>) -> (String, Text, bool) {
    let (nl, en) = refusal.sentence();
    let what = t("De server neemt iets niet aan. {}", "The server does not take something. {}");
    let to_do = match refusal {
        Refusal::Newer | Refusal::Unknown(_) => UPDATE,
        Refusal::Full | Refusal::OtherServer => TELL_HOST,
        _ => KEEP_COPY,
    };
    (telling.fill(what, &[telling.text(Text::new(nl, en))]), to_do, true)
}

const FORK: Text = t(
    "Van {} kwamen twee verschillende dingen op dezelfde plaats binnen.",
    "Two different things of {} came in for one place.",
);
const WITHHELD: Text = t(
    "De server geeft iets niet dat wel bestaat. Het is geschreven door {}.",
    "The server does not give something that does exist. It was written by {}.",
);
const ENTRY_WITHHELD: Text = t(
    "De server geeft een besluit over wie erbij is niet, terwijl een ander het wel heeft.",
    "The server does not give a decision about who is in, and somebody else has it.",
);
const RESTORED: Text = t(
    "De server is teruggezet naar een eerder moment. Wat daardoor kwijt was, stuurt de app opnieuw.",
    "The server was put back to an earlier moment. The app sends again what was lost by that.",
);
const DAMAGED: Text = t(
    "Er kwam iets beschadigd binnen. Het is apart gezet en wordt opnieuw gevraagd.",
    "Something came in damaged. It was set apart and is asked for again.",
);
const WRONG_SNAPSHOT: Text = t(
    "Een samenvatting van {} klopt niet met de wijzigingen zelf. Die wordt niet gebruikt.",
    "A summary by {} does not agree with the changes themselves. It is not used.",
);
const TOO_OLD: Text = t(
    "Dit apparaat was zo lang weg dat wat het mist nergens meer te krijgen is.",
    "This device was away for so long that what it lacks is nowhere to be had any more.",
);
const REJOIN: Text = t(
    "Bewaar een kopie van wat hier staat en laat je opnieuw uitnodigen.",
    "Save a copy of what is here and have yourself invited again.",
);
const ERASED: Text = t(
    "Iemand met beheer heeft deze ruimte voorgoed gewist. Hij wordt ook hier verwijderd.",
    "Somebody who manages it erased this space for ever. It is removed here as well.",
);
const FLOODED: Text = t(
    "Er komt heel veel binnen van apparaten die niemand kent. De app bewaart daar maar een deel van.",
    "Very much comes in from devices that nobody knows. The app keeps only a part of that.",
);
const UPDATE: Text = t("Werk de app bij.", "Update the app.");
const TELL_HOST: Text = t("Meld dit aan wie de server beheert.", "Tell whoever runs the server.");
const KEEP_COPY: Text = t(
    "Bewaar een kopie en vraag iemand met beheer of je nog bij deze ruimte hoort.",
    "Save a copy and ask somebody who manages it whether you still belong to this space.",
);
