//! The data: inputs and tariffs.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat nog ontbreekt staat bovenaan, bij de plek waar je het vindt. Leeg is onbekend, niet nul.",
    "What is still missing is on top, with the place to find it. Empty is unknown, not zero.",
);
pub const INPUTS: Text = t("Aantallen en bedragen", "Counts and amounts");
pub const TARIFFS: Text = t("Tarieven", "Tariffs");
pub const TARIFFS_LEAD: Text = t(
    "De tarieven die deze begroting nodig heeft. Ontbreekt er een, vul het bedrag in of laat het ramen.",
    "The tariffs that this budget needs. When one is missing, fill in the amount or have it estimated.",
);
pub const ORIGIN: Text = t("Herkomst", "Origin");
pub const PUBLISHED: Text = t("gepubliceerd", "published");
pub const ASSUMED: Text = t("aanname", "assumption");
pub const ENTERED: Text = t("zelf ingevuld", "entered by you");
pub const EMPTY: Text = t("nog invullen", "to fill in");
pub const MAY_BE_EMPTY: Text = t("mag leeg", "may stay empty");
pub const TO_DO: Text = t("nog te doen", "still to do");
pub const DONE: Text = t("Alles is ingevuld.", "Everything is filled in.");
pub const LOCKED: Text = t(
    "Het uitgangspunt is vastgesteld, dus de gegevens staan vast. Oefenen doe je bij Keuzes.",
    "The starting point is locked, so the data are fixed. Use Choices to try things.",
);
pub const AMOUNT: Text = t("Bedrag", "Amount");
pub const STATUS: Text = t("Status", "Status");
pub const SOURCE: Text = t("Bron", "Source");
pub const ESTIMATE: Text = t("Raam de ontbrekende tarieven", "Estimate the missing tariffs");
pub const ESTIMATE_HINT: Text = t("Gekozen stijging, in procent", "Chosen rise, in percent");
pub const ESTIMATE_GO: Text = t("Raam", "Estimate");
pub const TAKE_BACK: Text = t("Haal weg", "Take away");
pub const COUNTS_FOR: Text = t("voor", "for");
pub const AREAS_ELSEWHERE: Text = t(
    "De cijfers per werkgebied vul je in bij Werkgebieden.",
    "Figures per werkgebied are filled in under Werkgebieden.",
);
