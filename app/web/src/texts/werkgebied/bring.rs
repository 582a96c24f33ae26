//! Bringing an agenda in.

use rules::text::{Text, t};

pub const BRING: Text = t("Haal een agenda binnen", "Bring an agenda in");
pub const PASTE: Text = t("Plak een lijst", "Paste a list");
pub const PASTE_HINT: Text = t(
    "Eén punt per regel. Minuten erachter en B: ervoor worden herkend.",
    "One item a line. Minutes after it and B: before it are recognised.",
);
pub const FILE: Text = t("Kies een agendabestand (.ics)", "Choose a calendar file (.ics)");
pub const NOTHING: Text =
    t("In dit bestand staan geen agendapunten.", "There are no agenda items in this file.");
pub const REFUSED: Text = t("Dit bestand kon niet worden gelezen.", "This file could not be read.");
pub const ADD: Text = t("Zet deze punten op de agenda", "Put these items on the agenda");
pub const ADDED: Text = t("De punten staan op de agenda.", "The items are on the agenda.");
