//! Words that every room uses.

use rules::text::{Text, t};

pub const PRODUCT: Text = t("Thuisnabij", "Thuisnabij");
pub const CLOSE: Text = t("Sluiten", "Close");
pub const BACK: Text = t("Terug", "Back");
pub const RETRY: Text = t("Opnieuw proberen", "Try again");
pub const RESTART: Text = t("Opnieuw starten", "Start again");
pub const SAVE_COPY: Text = t("Kopie bewaren", "Save a copy");
pub const PRINT: Text = t("Afdrukken", "Print");
pub const UNDO: Text = t("Ongedaan maken", "Undo");
pub const REDO: Text = t("Opnieuw doen", "Redo");
pub const YES: Text = t("Ja", "Yes");
pub const NO: Text = t("Nee", "No");
pub const UNKNOWN: Text = t("Onbekend", "Unknown");
pub const OPTIONAL: Text = t("(mag leeg blijven)", "(may stay empty)");
pub const LOADING: Text = t("Even geduld, we zoeken het op…", "One moment, we are looking it up…");
pub const PROBLEMS: Text = t("Kijk nog even naar dit", "Please look at this once more");
pub const SHOW_TABLE: Text = t("Dezelfde cijfers als tabel", "The same figures as a table");
pub const OPENS_ELSEWHERE: Text = t("(andere website)", "(other website)");
pub const ADD: Text = t("Zet erbij", "Add");
pub const LESS: Text = t("Minder", "Less");
pub const MORE: Text = t("Meer", "More");
pub const RESET: Text = t("Terugzetten", "Set back");
pub const CHANGED: Text = t("veranderd", "changed");
pub const STANDARD: Text = t("uitgangspunt", "starting point");
pub const FROM: Text = t("van", "from");
pub const TO: Text = t("tot", "to");
pub const HALF_DAY: Text = t(
    "Dit is nog geen hele datum. Vul dag, maand en een jaar van vier cijfers in.",
    "This is not a whole date yet. Fill in day, month and a year of four digits.",
);
pub const HALF_TIME: Text = t(
    "Dit is nog geen hele tijd. Vul uren en minuten in.",
    "This is not a whole time yet. Fill in hours and minutes.",
);
