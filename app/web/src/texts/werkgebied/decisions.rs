//! Besluiten: searching, and one decision.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Zoek in alles wat hier is besloten, over alle jaren.",
    "Search in everything that was decided here, over all years.",
);
pub const SEARCH: Text = t("Zoek op woorden of nummer", "Search by words or number");
pub const FROM: Text = t("Vanaf", "From");
pub const UNTIL: Text = t("Tot en met", "Until");
pub const IN_FORCE: Text = t("Alleen wat nu geldt", "Only what is in force");
pub const MONEY: Text = t("Alleen wat geld kost", "Only what costs money");
pub const FOUND: Text = t("besluiten gevonden", "decisions found");
pub const PROVISIONAL: Text = t("nummer nog niet vast", "number not final yet");
pub const REPLACED: Text = t("vervangen", "replaced");
pub const REPLACES: Text = t("vervangt", "replaces");
pub const MINORITY: Text = t("Een minderheid vindt", "A minority thinks");
