//! Which leerlingenraad lies open.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Eén plek voor alle pop-up leerlingenraden van jullie samenwerkingsverband, en voor de tekening die elk jaar groeit.",
    "One place for all pop-up leerlingenraden of your samenwerkingsverband, and for the drawing that grows every year.",
);
pub const HERE: Text = t("Op dit apparaat", "On this device");
pub const NEW: Text = t("Begin een leerlingenraad", "Begin a leerlingenraad");
pub const NAME: Text = t("Naam", "Name");
pub const NAME_HINT: Text = t(
    "Bijvoorbeeld de naam van jullie samenwerkingsverband of werkgebied",
    "For example the name of your samenwerkingsverband or werkgebied",
);
pub const REGION: Text = t("Samenwerkingsverband", "Samenwerkingsverband");
pub const BEGIN: Text = t("Begin", "Begin");
pub const NAME_EMPTY: Text = t("Vul een naam in.", "Fill in a name.");
pub const INVITED: Text = t("Heb je een uitnodiging?", "Do you have an invitation?");
pub const INVITED_GO: Text = t("Doe mee met een code", "Join with a code");
