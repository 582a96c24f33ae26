//! The recovery sheet: making it, what is printed on it, and getting in with it.

use rules::text::{Lang, Text, t};

use crate::state::people::PeopleError;
use model::people::registry::Refused;
use replica::recovery::RecoveryError;

pub const TITLE: Text = t("Herstelkaart", "Recovery sheet");
pub const LEAD: Text = t(
    "Een blad papier waarmee je er weer in kunt als je je pincode vergeet. Wie het blad heeft en dit apparaat, kan bij je werk. Bewaar het dus niet bij het apparaat.",
    "A sheet of paper that lets you back in when you forget your PIN. Whoever has the sheet and this device can reach your work. So do not keep it with the device.",
);
pub const HAS: Text = t("Je hebt al een herstelkaart", "You have a recovery sheet already");
pub const HAS_WHY: Text = t(
    "Maak je een nieuwe, dan werkt de oude niet meer.",
    "If you make a new one, the old one no longer works.",
);
pub const SHAPE: Text = t("Hoe wil je hem bewaren?", "How do you want to keep it?");
pub const SHAPE_HINT: Text = t(
    "Drie kaarten zijn er voor een organisatie: geef ze aan drie mensen. Twee van de drie samen openen, één alleen niet.",
    "Three cards are for an organisation: give them to three people. Two of the three together open, one alone does not.",
);
pub const WHOLE: Text = t("Eén blad", "One sheet");
pub const CARDS: Text = t("Drie kaarten", "Three cards");
pub const MAKE: Text = t("Maak de herstelkaart", "Make the recovery sheet");
pub const READY: Text = t("Druk dit nu af", "Print this now");
pub const READY_WHY: Text = t(
    "Of schrijf het over. Als je deze pagina verlaat, is de code nergens meer te zien.",
    "Or copy it by hand. When you leave this page, the code can be seen nowhere any more.",
);
pub const DONE: Text = t("Klaar, ik heb hem", "Done, I have it");
pub const OF: Text = t("Van", "Of");
pub const MADE: Text = t("Gemaakt op", "Made on");
pub const STEPS: Text = t("Zo kom je er weer in", "How to get back in");
pub const STEP: [Text; 4] = [
    t(
        "Open Thuisnabij op het apparaat waar je werk staat.",
        "Open Thuisnabij on the device that holds your work.",
    ),
    t(
        "Kies je naam en dan ‘Ik ben mijn pincode vergeten’.",
        "Choose your name and then ‘I forgot my PIN’.",
    ),
    t(
        "Typ de code over. Hoofdletters en spaties maken niet uit; een O is een nul en een I of L is een één.",
        "Type the code. Capitals and spaces do not matter; an O is a zero and an I or L is a one.",
    ),
    t(
        "Kies een nieuwe pincode. De kaart blijft geldig.",
        "Choose a new PIN. The sheet stays valid.",
    ),
];
pub const TWO_CARDS: Text = t(
    "Je hebt twee van de drie kaarten nodig. Deze ene opent niets.",
    "You need two of the three cards. This one alone opens nothing.",
);
pub const KEEP_SAFE: Text = t(
    "Bewaar dit op een veilige plek, niet bij het apparaat. Kwijt of gezien door een ander? Maak dan een nieuwe; deze werkt daarna niet meer.",
    "Keep this in a safe place, not with the device. Lost, or seen by somebody else? Make a new one; this one then no longer works.",
);

pub const FORGOTTEN_LEAD: Text = t(
    "Typ de code van je herstelkaart over en kies een nieuwe pincode.",
    "Type the code of your recovery sheet and choose a new PIN.",
);
pub const NONE: Text = t("Er is geen herstelkaart gemaakt", "No recovery sheet was made");
pub const NONE_WHY: Text = t(
    "Zonder pincode of herstelkaart kan niemand deze gegevens openen, ook wij niet. Heb je een kopie bewaard? Begin dan als nieuw op dit apparaat en haal de kopie binnen bij Delen en verzenden.",
    "Without PIN or recovery sheet nobody can open this data, and neither can we. Did you save a copy? Then begin as new on this device and bring the copy in under Share and send.",
);
pub const CODE: Text = t("Code van je herstelkaart", "Code of your recovery sheet");
pub const CODE_HINT: Text = t(
    "Veertien groepjes van vier. Heb je kaarten, typ hier dan de eerste over.",
    "Fourteen groups of four. If you have cards, type the first one here.",
);
pub const SECOND: Text = t("Code van de tweede kaart", "Code of the second card");
pub const SECOND_HINT: Text = t(
    "Alleen als je kaarten hebt. Anders mag dit leeg blijven.",
    "Only if you have cards. Otherwise leave this empty.",
);
pub const GO: Text = t("Open met de herstelkaart", "Open with the recovery sheet");

/// "Kaart 2 van 3".
pub fn card(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Kaart {number} van 3"),
        Lang::En => format!("Card {number} of 3"),
    }
}

/// What is wrong with what was typed.
pub fn unreadable(error: RecoveryError, lang: Lang) -> String {
    match (error, lang) {
        (RecoveryError::Length { found, expected }, Lang::Nl) => {
            format!(
                "De code heeft {expected} tekens en hier staan er {found}. Kijk of er een groepje mist."
            )
        }
        (RecoveryError::Length { found, expected }, Lang::En) => {
            format!(
                "The code has {expected} characters and here are {found}. See whether a group is missing."
            )
        }
        (RecoveryError::Character { at }, Lang::Nl) => {
            format!(
                "Teken {} komt in geen code voor. Kijk nog eens naar groepje {}.",
                at + 1,
                at / 4 + 1
            )
        }
        (RecoveryError::Character { at }, Lang::En) => {
            format!("Character {} occurs in no code. Look again at group {}.", at + 1, at / 4 + 1)
        }
        (RecoveryError::Check, lang) => t(
            "Er is ergens een teken verkeerd. Vergelijk de groepjes nog eens met het papier.",
            "A character is wrong somewhere. Compare the groups with the paper once more.",
        )
        .get(lang)
        .to_owned(),
        (RecoveryError::OtherKind, lang) => t(
            "Dit is een ander soort code. Gebruik de code van je herstelkaart.",
            "This is another kind of code. Use the code of your recovery sheet.",
        )
        .get(lang)
        .to_owned(),
        (RecoveryError::Cards, lang) => t(
            "Deze twee kaarten horen niet bij elkaar, of het is twee keer dezelfde.",
            "These two cards do not belong together, or are the same one twice.",
        )
        .get(lang)
        .to_owned(),
    }
}

/// Why the sheet did not open, in a sentence.
pub fn problem(error: &PeopleError, lang: Lang) -> String {
    match error {
        PeopleError::Refused(Refused::Wrong { .. }) => t(
            "Deze kaart hoort niet bij deze persoon, of er is later een nieuwe gemaakt.",
            "This sheet does not belong to this person, or a new one was made later.",
        )
        .get(lang)
        .to_owned(),
        other => super::people::problem(other, lang),
    }
}
