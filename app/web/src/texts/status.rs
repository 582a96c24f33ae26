//! What is saved and what is not: never stronger than the truth, never an error where there is none.

use rules::notation;
use rules::text::{Lang, Text, t};

use crate::platform::clock::{moment, moment_of};

pub const SAVING: Text = t("Wordt opgeslagen…", "Saving…");
pub const SAVED_HERE: Text = t("Opgeslagen op dit apparaat", "Saved on this device");
pub const NOTHING: Text =
    t("Klaar voor gebruik, ook zonder internet", "Ready for use, also without internet");
pub const READY: Text = t("Klaar voor gebruik", "Ready for use");
pub const NOT_SAVED: Text = t("Nog niet opgeslagen", "Not saved yet");
pub const TODAY: Text = t("vandaag", "today");
pub const OFFLINE: Text =
    t("Geen internet. Je kunt gewoon doorwerken.", "No internet. You can simply go on working.");
pub const PREPARING: Text =
    t("Wordt klaargezet voor gebruik zonder internet…", "Getting ready for use without internet…");
pub const UPDATE: Text = t(
    "Nieuwe versie klaar. Bijwerken duurt even, er gaat niets verloren.",
    "A new version is ready. Updating takes a moment, nothing gets lost.",
);
pub const UPDATE_NOW: Text = t("Bijwerken", "Update");
pub const UPDATE_LATER: Text = t("Later", "Later");

/// "Opgeslagen op dit apparaat, vandaag 14:32": the moment at which the transaction completed.
pub fn saved_at(at_ms: i64, lang: Lang) -> String {
    let at = moment_of(at_ms);
    let day = if at.day == moment().day {
        TODAY.get(lang).to_owned()
    } else {
        notation::date(at.day, lang)
    };
    format!("{}, {day} {:02}:{:02}", SAVED_HERE.get(lang), at.hour, at.minute)
}
