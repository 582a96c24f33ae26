//! The own development plans of the werkgebied.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat wil dit werkgebied zelf ontwikkelen? Schrijf het samen op; vaststellen doe je in de vergadering.",
    "What does this werkgebied want to develop itself? Write it down together; you adopt it in a meeting.",
);
pub const ABOUT: Text = t("Waarover", "About what");
pub const ADD: Text = t("Nieuw plan", "New plan");
pub const TITLE: Text = t("Titel", "Title");
pub const TEXT: Text = t("Het plan", "The plan");
pub const ADOPTED: Text = t("Vastgesteld op", "Adopted on");
pub const ADOPTED_ON: Text =
    t("Dag waarop het werkgebied het vaststelde", "Day on which the werkgebied adopted it");
pub const NOT_ADOPTED: Text = t("Nog niet vastgesteld", "Not adopted yet");
pub const HELPED: Text = t("Helpt de netwerkgroep?", "Does the network group help?");
pub const REMOVE: Text = t("Haal weg", "Take away");
