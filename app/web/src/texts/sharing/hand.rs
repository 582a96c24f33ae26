//! Geef door and Neem over: exchange without any network.

use rules::text::{Lang, Text, t};

use crate::texts::attachments;

pub const GIVE_LEAD: Text = t(
    "Geef wijzigingen aan een ander apparaat, zonder internet. Het pakket is versleuteld: alleen wie bij de ruimte hoort kan het lezen, ook als een ander het meeneemt.",
    "Give changes to another device, without internet. The package is encrypted: only who is in the space can read it, also when somebody else carries it.",
);
pub const NOTHING_TO_GIVE: Text =
    t("Er is nog niets om door te geven", "There is nothing to hand on yet");
pub const NOTHING_WHY: Text = t(
    "Zodra je iets hebt gemaakt of een ruimte deelt, kan dat hier mee.",
    "As soon as you have made something or share a space, it can go along here.",
);
pub const FIRST: Text = t("Wat heeft de ander al?", "What does the other have?");
pub const FIRST_WHY: Text = t(
    "Dit mag je overslaan. Scan je eerst de code bij ‘Neem over’ op het andere scherm, dan gaat alleen mee wat daar nog niet is.",
    "You may skip this. If you first scan the code at ‘Take over’ on the other screen, only what is not there yet goes along.",
);
pub const FIRST_GO: Text = t("Scan eerst de code van de ander", "Scan the other's code first");
pub const FIRST_DONE: Text = t(
    "De code is gelezen. Hieronder staat wat de ander mist.",
    "The code was read. Below stands what the other lacks.",
);
pub const CHOOSE: Text = t("Wat gaat mee?", "What goes along?");
pub const GIVE_FILE: Text = t("Geef als bestand", "Give as a file");
pub const GIVE_QR: Text = t("Laat QR-codes zien", "Show QR codes");
pub const STOP_QR: Text = t("Stop met laten zien", "Stop showing");
pub const HOW: Text = t("Hoe geef je het?", "How do you give it?");
pub const SHOWING: Text = t(
    "Laat de ander bij ‘Neem over’ de camera op dit scherm richten, tot daar staat dat het binnen is. Beelden missen is niet erg.",
    "Let the other point the camera at this screen at ‘Take over’, until it says there that it came in. Missing pictures does no harm.",
);
pub const PICK_ONE: Text = t("Kies eerst een ruimte.", "Choose a space first.");
pub const EMPTY: Text = t(
    "De ander heeft alles van deze keuze al. Er is niets om te geven.",
    "The other has everything of this choice already. There is nothing to give.",
);
pub const SHARED: Text = t("Het bestand is doorgegeven.", "The file was handed on.");
pub const DOWNLOADED: Text = t(
    "Het bestand staat bij je downloads. Zet het op een stick of stuur het door.",
    "The file is with your downloads. Put it on a stick or send it on.",
);

pub const TAKE_LEAD: Text = t(
    "Neem over wat een ander apparaat je geeft, zonder internet. Er wordt niets overschreven.",
    "Take over what another device gives you, without internet. Nothing is overwritten.",
);
pub const SHOW_FIRST: Text = t("Laat zien wat je al hebt", "Show what you have already");
pub const SHOW_FIRST_WHY: Text = t(
    "Dit mag je overslaan. De ander scant deze code en hoeft dan minder te geven.",
    "You may skip this. The other scans this code and then has less to give.",
);
pub const SHOW_GO: Text = t("Laat de code zien", "Show the code");
pub const SHOW_STOP: Text = t("Verberg de code", "Hide the code");
pub const SUMMARY: Text =
    t("QR-code met wat dit apparaat al heeft", "QR code with what this device has");
pub const TAKE: Text = t("Neem het pakket over", "Take the package over");
pub const TAKE_WHY: Text = t(
    "Zet de camera aan en richt hem op de bewegende code, of kies het bestand dat je kreeg.",
    "Switch the camera on and point it at the moving code, or choose the file that you got.",
);
pub const BUSY: Text = t("Wordt overgenomen…", "Taking over…");
pub const NOT_A_PACKAGE: Text = t(
    "Dit is een andere code van Thuisnabij. Laat de ander bij ‘Geef door’ de bewegende code laten zien.",
    "This is another code of Thuisnabij. Let the other show the moving code at ‘Hand on’.",
);
pub const NOT_A_SUMMARY: Text = t(
    "Dit is een andere code van Thuisnabij. Laat de ander de code bij ‘Neem over’ zien.",
    "This is another code of Thuisnabij. Let the other show the code at ‘Take over’.",
);
pub const CHANGED: Text = t("Hier kwam iets bij:", "Something was added here:");

pub const FILE: Text = t("Kies een bestand", "Choose a file");
pub const AS_FILE: Text = t("Geen camera? Geef het als bestand", "No camera? Give it as a file");
pub const PACKAGE: Text = t("Bewegende QR-code met het pakket", "Moving QR code with the package");

/// How far reading a moving code is.
pub fn pieces(here: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => {
            format!("{here} van minstens {all} beelden gelezen. Houd de camera erop gericht.")
        }
        Lang::En => {
            format!("{here} of at least {all} pictures read. Keep the camera pointed at it.")
        }
    }
}

pub const NEXT_CODE: Text = t("Volgende code", "Next code");

/// Which of the codes that follow each other is shown.
pub fn code_of(number: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("Code {number} van {all}. Laat ze allemaal zien."),
        Lang::En => format!("Code {number} of {all}. Show all of them."),
    }
}

pub const NOTE: Text = t("Wie kan een pakket lezen?", "Who can read a package?");
pub const NOTE_BODY: Text = t(
    "Alleen wie bij de ruimte hoort. Iemand die het pakket voor je meeneemt, ziet welke apparaten met welke rol bij de ruimte horen en hoeveel ze schreven, en niet wat.",
    "Only who is in the space. Somebody who carries the package for you sees which devices with which role are in the space and how much they wrote, and not what.",
);
pub const NOTE_RESUME: Text = t("Halverwege gestopt?", "Stopped halfway?");
pub const NOTE_RESUME_BODY: Text = t(
    "Ga gewoon verder: de beelden mogen in elke volgorde komen en wat al gelezen is, telt mee zolang de app open is.",
    "Simply go on: the pictures may come in any order and what was read already counts for as long as the app is open.",
);

pub const WITH_FILES: Text =
    t("Bijlagen gaan mee in het bestand", "Attachments go along in the file");
pub const ALONG: Text = t("{}, samen {}", "{}, together {}");
pub const LEFT: Text = t(
    "{} ({}) pasten niet in dit bestand. Geef ze door via de server, of als er minder ruimtes meegaan.",
    "{} ({}) did not fit in this file. Hand them on over the server, or when fewer spaces go along.",
);
pub const NO_FILES_IN_QR: Text = t(
    "Bijlagen gaan niet mee in de QR-codes: daarvoor zijn ze te groot. Geef het als bestand.",
    "Attachments do not go along in the QR codes: they are too large for that. Give it as a file.",
);

/// How many files, and how large, in a sentence.
pub fn files(text: Text, count: usize, bytes: u64, lang: Lang) -> String {
    let one = t("bestand", "file");
    let more = t("bestanden", "files");
    let word = if count == 1 { one } else { more }.get(lang);
    let size = attachments::size(bytes, lang);
    text.get(lang).replacen("{}", &format!("{count} {word}"), 1).replacen("{}", &size, 1)
}
