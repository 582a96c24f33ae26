//! Begroting: the room, its parts, and what every part of it says. The sentences with amounts are made in
//! `rules::budget::present`.

pub mod choices;
pub mod data;
pub mod history;
pub mod overview;
pub mod scenarios;
pub mod sector;
pub mod start;
pub mod versions;
pub mod which;

use rules::text::{Text, t};

pub const EXERCISE: Text = t("Oefening, geen besluit", "Exercise, not a decision");
pub const PARTS: Text = t("Onderdelen van de begroting", "Parts of the budget");
pub const OVERVIEW: Text = t("Overzicht", "Overview");
pub const CHOICES: Text = t("Keuzes", "Choices");
pub const DATA: Text = t("Gegevens", "Data");
pub const SCENARIOS: Text = t("Scenario's", "Scenarios");
pub const AREAS: Text = t("Werkgebieden", "Werkgebieden");
pub const HISTORY: Text = t("Terugblik", "Looking back");
pub const YEAR: Text = t("Jaar", "Year");
pub const ALL_YEARS: Text = t("Alle jaren", "All years");
pub const LINE: Text = t("Post", "Line");
pub const NOT_THERE: Text = t("komt niet voor", "does not occur");
pub const LEANS_ON: Text = t("Steunt op", "Leans on");
pub const IN_EUROS: Text = t("In hele euro's.", "In whole euros.");
pub const TAP: Text = t(
    "Tik op een bedrag: in de kantlijn staat waarom het zo is, tot op de cent.",
    "Tap an amount: the margin says why it is so, to the cent.",
);
pub const OPEN_SCENARIO: Text = t("Scenario", "Scenario");
pub const MAY_NOT: Text = t(
    "Je mag deze begroting lezen en niet veranderen.",
    "You may read this budget and not change it.",
);
pub const NOT_OPEN: Text = t(
    "Dit is niet gelukt: de begroting is hier niet open. Er is niets veranderd.",
    "This did not work: the budget is not open here. Nothing has changed.",
);
pub const IN_SCENARIO: Text = t("In scenario", "In scenario");
