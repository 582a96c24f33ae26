//! Werkgebied: the room, its pages, and the overview.

pub mod actions;
pub mod agenda;
pub mod attendance;
pub mod bring;
pub mod capture;
pub mod casus;
pub mod decisions;
pub mod files;
pub mod meeting;
pub mod members;
pub mod money;
pub mod network;
pub mod planning;
pub mod plans;
pub mod report;
pub mod start;
pub mod steunpunt;

use rules::text::{Lang, Text, t};

pub const WERKGEBIED: Text = t("Werkgebied", "Werkgebied");
pub const PARTS: Text = t("Onderdelen van het werkgebied", "Parts of the werkgebied");
pub const OVERVIEW: Text = t("Overzicht", "Overview");
pub const ACTIONS: Text = t("Mijn acties", "My actions");
pub const DECISIONS: Text = t("Besluiten", "Decisions");
pub const PLANNING: Text = t("Jaarplanning", "Year planning");
pub const SCHOOLS: Text = t("Scholen", "Schools");
pub const PEOPLE: Text = t("Mensen", "People");
pub const PLANS: Text = t("Ontwikkelplannen", "Development plans");
pub const RULE: Text = t("Wat de regel zegt", "What the rule says");
pub const MAY_NOT: Text = t(
    "Je mag dit werkgebied lezen en niet veranderen.",
    "You may read this werkgebied and not change it.",
);
pub const NOT_OPEN: Text = t(
    "Dit is niet gelukt: het werkgebied is hier niet open. Er is niets veranderd.",
    "This did not work: the werkgebied is not open here. Nothing has changed.",
);
pub const NEXT: Text = t("Volgende vergadering", "Next meeting");
pub const NO_NEXT: Text = t("Er staat nog geen vergadering gepland", "No meeting is planned yet");
pub const MAKE_AGENDA: Text = t("Maak de agenda", "Make the agenda");
pub const PREPARE: Text = t("Bereid voor", "Prepare");
pub const GO_ON: Text = t("Ga verder", "Go on");
pub const SEE_MINUTES: Text = t("Bekijk het verslag", "See the minutes");
pub const IS_HERE: Text = t("staat op dit apparaat", "is on this device");
pub const IS_INCOMPLETE: Text = t("nog niet helemaal binnen", "not wholly here yet");
pub const IS_MISSING: Text = t("ontbreekt", "is missing");
pub const IS_NOT_PROMISED: Text =
    t("niet toegezegd; bewaar voor de zekerheid een kopie", "not promised; keep a copy to be safe");
pub const IS_UNKNOWN: Text = t("onbekend", "unknown");
pub const DUE: Text = t("Aan de beurt", "Due");
pub const NOTHING_DUE: Text =
    t("De regels vragen nu nergens om.", "The rules ask for nothing now.");
pub const UNANSWERED: Text = t("regels weten nog niet genoeg.", "rules do not know enough yet.");
pub const TO_PLANNING: Text = t("Bekijk de jaarplanning", "See the year planning");
pub const OPEN_ACTIONS: Text = t("Open acties", "Open actions");
pub const NO_ACTIONS: Text = t("Er staan geen acties open.", "No actions are open.");
pub const ARE_OPEN: Text = t("open", "open");
pub const ARE_LATE: Text = t("te laat", "late");
pub const ALL_ACTIONS: Text = t("Alle acties", "All actions");
pub const LEFT: Text = t("Wat er over is", "What is left");
pub const WHO: Text = t("Wie doen er mee", "Who takes part");
pub const HOW_MANY_SCHOOLS: [Text; 3] = [
    t("Nog geen scholen", "No schools yet"),
    t("1 school", "1 school"),
    t("{} scholen", "{} schools"),
];
pub const HOW_MANY_PEOPLE: [Text; 3] =
    [t("Nog niemand", "Nobody yet"), t("1 persoon", "1 person"), t("{} mensen", "{} people")];

/// How many: none, one, or more of them, in that order.
pub fn many([none, one, more]: [Text; 3], count: usize, lang: Lang) -> String {
    match count {
        0 => none.get(lang).to_owned(),
        1 => one.get(lang).to_owned(),
        _ => more.get(lang).replace("{}", &count.to_string()),
    }
}

pub const TOGETHER: Text = t("Samen werken", "Working together");
pub const INVITE: Text = t("Nodig iemand uit", "Invite somebody");
pub const INVITE_WHY: Text = t(
    "Wie meedoet, heeft op het eigen apparaat dezelfde agenda, besluiten en acties.",
    "Whoever takes part has the same agenda, decisions and actions on their own device.",
);
pub const HAND_ON: Text = t("Geef door", "Hand on");
pub const OR: Text = t("of", "or");
pub const TAKE_OVER: Text = t("neem over", "take over");
pub const HAND_ON_WHY: Text = t(
    "Zonder internet, van tablet naar tablet: met een bestand of een QR-code.",
    "Without internet, from tablet to tablet: with a file or a QR code.",
);
pub const OTHER_AREA: Text = t("Ander werkgebied of een nieuw", "Another werkgebied, or a new one");
pub const NOTE_OFFLINE: Text = t("Vergaderen zonder wifi", "Meeting without Wi-Fi");
pub const NOTE_OFFLINE_BODY: Text = t(
    "Alles van de vergadering staat op je apparaat. Valt het internet weg, dan werkt iedereen door; wat anderen schreven komt er later vanzelf bij.",
    "Everything of the meeting is on your device. When the internet drops out, everybody goes on; what others wrote comes in later by itself.",
);
pub const NOTE_CHILD: Text = t("Geen namen van kinderen", "No names of children");
pub const NOTE_CHILD_BODY: Text = t(
    "Een casus is hier alleen een verwijzing naar het dossier. Wat over een kind gaat, staat daar.",
    "A casus is only a link to its dossier here. Whatever is about a child stands there.",
);
