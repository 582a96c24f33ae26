//! The recovery sheet: making it, what is printed on it, and getting in with it.

use rules::text::{Lang, Text, t};

use crate::state::people::{PeopleError, RestoreError};
use model::people::registry::Refused;
use model::sharing::courier::Trouble;
use model::spaces::KitError;
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
pub const FOR: Text = t("Waarvoor is hij?", "What is it for?");
pub const FOR_HINT: Text = t(
    "Ook voor een ander apparaat: dan gaat alles wat jij beheert versleuteld naar de server, ook wat je met niemand deelt. Wie de kaart heeft, kan daar dan bij, ook zonder dit apparaat.",
    "Also for another device: then everything that you manage goes to the server, encrypted, also what you share with nobody. Whoever has the sheet can then reach it, also without this device.",
);
pub const FOR_HERE: Text = t("Alleen dit apparaat", "This device only");
pub const FOR_ELSEWHERE: Text = t("Ook een ander apparaat", "Also another device");
pub const NOT_ON: Text = t("Deze ruimtes staan er niet op", "These spaces are not on it");
pub const NOT_ON_WHY: Text = t(
    "Je beheert ze niet. Raak je dit apparaat kwijt, vraag dan een nieuwe uitnodiging aan wie ze beheert.",
    "You do not manage them. If you lose this device, ask who manages them for a new invitation.",
);
pub const SEND_FIRST: Text = t(
    "De kaart werkt op een ander apparaat zodra alles verzonden is. Kijk bij Delen en verzenden of er nog iets wacht.",
    "The sheet works on another device as soon as everything was sent. See under Share and send whether something waits.",
);
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
pub const ELSEWHERE: Text = t("Op een ander apparaat", "On another device");
pub const ELSEWHERE_STEP: [Text; 3] = [
    t(
        "Open Thuisnabij op hetzelfde adres en begin met een naam en een pincode.",
        "Open Thuisnabij at the same address and begin with a name and a PIN.",
    ),
    t(
        "Ga naar Delen en verzenden en kies ‘Haal ruimtes terug’.",
        "Go to Share and send and choose ‘Bring spaces back’.",
    ),
    t("Typ de code over of scan de QR-code.", "Type the code or scan the QR code."),
];
pub const QR: Text = t("QR-code van de herstelkaart", "QR code of the recovery sheet");
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

pub const BACK: Text = t("Haal ruimtes terug", "Bring spaces back");
pub const BACK_WHY: Text = t(
    "Met de herstelkaart van een apparaat dat kwijt of stuk is.",
    "With the recovery sheet of a device that is lost or broken.",
);
pub const BACK_LEAD: Text = t(
    "Typ de code van je herstelkaart over, of scan hem. Dan komt op dit apparaat terug wat op de kaart staat.",
    "Type the code of your recovery sheet, or scan it. Then what is on the sheet comes back on this device.",
);
pub const BACK_GO: Text = t("Haal terug", "Bring back");
pub const BACK_BUSY: Text = t("De server zoekt je ruimtes…", "The server looks for your spaces…");
pub const BACK_DONE: Text = t("Je ruimtes zijn terug", "Your spaces are back");
pub const BACK_NOTHING: Text = t("Er is niets bijgekomen", "Nothing was added");
pub const BACK_THEN: Text = t(
    "De inhoud komt nu binnen. Is het oude apparaat kwijt of gestolen? Wacht tot alles er staat en haal het daarna in elke ruimte weg.",
    "The content arrives now. Is the old device lost or stolen? Wait until everything is here and then remove it in each space.",
);
pub const BACK_NOTE: Text = t("Hoe kan dat?", "How is that possible?");
pub const BACK_NOTE_BODY: Text = t(
    "De kaart is een sleutel. Elke ruimte die erop staat, heeft haar eigen sleutel ook voor de kaart op slot gedaan. De server bewaart dat en kan het zelf niet openen. Dit apparaat wordt er een van dezelfde persoon.",
    "The sheet is a key. Each space that is on it has locked its own key for the sheet as well. The server keeps that and cannot open it. This device becomes one of the same person.",
);
pub const SCAN: Text = t("Of scan de QR-code", "Or scan the QR code");
pub const SCANNED: Text = t("De code is gelezen.", "The code was read.");

/// "3 ruimtes kwamen terug.", and what did not.
pub fn came_back(count: usize, here: usize, missing: usize, lang: Lang) -> String {
    let say = |nl: [&str; 2], en: [&str; 2], count: usize| {
        let words = if lang == Lang::Nl { nl } else { en };
        words[usize::from(count != 1)].replace("{}", &count.to_string())
    };
    let mut all = Vec::new();
    if count > 0 {
        let nl = ["{} ruimte kwam terug.", "{} ruimtes kwamen terug."];
        all.push(say(nl, ["{} space came back.", "{} spaces came back."], count));
    }
    if here > 0 {
        let nl = ["{} ruimte stond hier al.", "{} ruimtes stonden hier al."];
        all.push(say(nl, ["{} space was here already.", "{} spaces were here already."], here));
    }
    if missing > 0 {
        let nl = [
            "{} ruimte staat op de kaart, maar niet (meer) op deze server: gewist, of nooit verzonden.",
            "{} ruimtes staan op de kaart, maar niet (meer) op deze server: gewist, of nooit verzonden.",
        ];
        let en = [
            "{} space is on the sheet, but not (any more) at this server: erased, or never sent.",
            "{} spaces are on the sheet, but not (any more) at this server: erased, or never sent.",
        ];
        all.push(say(nl, en, missing));
    }
    if all.is_empty() {
        let none = t("Op deze kaart staan geen ruimtes.", "There are no spaces on this sheet.");
        return none.get(lang).to_owned();
    }
    all.join(" ")
}

/// Why nothing came back.
pub fn not_back(error: &RestoreError, lang: Lang) -> String {
    let text = match error {
        RestoreError::Kit(KitError::Unknown) => t(
            "De server kent deze kaart niet. Hij is alleen voor dat ene apparaat gemaakt, er is later een nieuwe gemaakt, of hij is nooit verzonden. Heb je een kopie bewaard? Haal die dan binnen.",
            "The server does not know this sheet. It was made for that one device only, a new one was made later, or it was never sent. Did you save a copy? Then bring that in.",
        ),
        RestoreError::Kit(KitError::NoAnswer(Trouble::NoServer)) => t(
            "Op dit adres staat geen server. Open Thuisnabij op het adres waar je het eerder gebruikte.",
            "There is no server at this address. Open Thuisnabij at the address where you used it before.",
        ),
        RestoreError::Kit(KitError::NoAnswer(_)) => t(
            "De server antwoordt nu niet. Je kaart blijft geldig; probeer het straks opnieuw.",
            "The server does not answer now. Your sheet stays valid; try again in a while.",
        ),
        RestoreError::Kit(KitError::NotRight) => t(
            "Wat de server antwoordde, hoort niet bij deze kaart. Er is niets veranderd. Vertel het aan wie de server beheert.",
            "What the server answered does not belong to this sheet. Nothing has changed. Tell who runs the server.",
        ),
        RestoreError::NotSaved(reason) => super::opening::reason(*reason),
        RestoreError::Kit(_) | RestoreError::NotOpen => t(
            "Dat lukt nu niet. Je kaart blijft geldig; probeer het straks opnieuw.",
            "That does not work now. Your sheet stays valid; try again in a while.",
        ),
    };
    text.get(lang).to_owned()
}

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
