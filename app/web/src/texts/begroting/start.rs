//! Before there is a budget.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Reken door wat keuzes betekenen voor het geld van je samenwerkingsverband, dit jaar en de jaren erna.",
    "Work out what choices mean for the money of your samenwerkingsverband, this year and the years after.",
);
pub const WHOSE: Text = t("Welk samenwerkingsverband?", "Which samenwerkingsverband?");
pub const WHOSE_HINT: Text = t(
    "We zetten klaar wat het eigen plan afdrukt. De rest vul je zelf in.",
    "We put ready what its own plan prints. You fill in the rest.",
);
pub const FIRST_YEAR: Text = t("Eerste begrotingsjaar", "First budget year");
pub const FIRST_YEAR_HINT: Text =
    t("Daarna rekenen we nog drie jaar door.", "We work out three more years after it.");
pub const BEGIN: Text = t("Maak de begroting", "Make the budget");
pub const NOTE: Text = t("Wat gebeurt er met mijn cijfers?", "What happens to my figures?");
pub const NOTE_BODY: Text = t(
    "Ze blijven op dit apparaat. Je kunt alles terugdraaien, en opnieuw beginnen wanneer je wilt.",
    "They stay on this device. You can undo everything, and begin again whenever you like.",
);
pub const YEAR_WRONG: Text =
    t("Vul een jaar in vanaf 2023 tot en met 2040.", "Fill in a year from 2023 to 2040.");
/// The name of the scenario that every budget begins with.
pub const FIRST_SCENARIO: Text = t("Oefening 1", "Exercise 1");
