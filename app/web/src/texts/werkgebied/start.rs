//! Choosing or beginning a werkgebied.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Een werkgebied is een groep scholen met een eigen tafel en een eigen budget. Hier bereid je de vergaderingen voor, houd je ze en bewaar je wat is afgesproken.",
    "A werkgebied is a group of schools with a table and a budget of its own. Here you prepare its meetings, hold them and keep what was agreed.",
);
pub const HERE: Text = t("Op dit apparaat", "On this device");
pub const NEW: Text = t("Begin een werkgebied", "Begin a werkgebied");
pub const INVITED: Text = t(
    "Doet je werkgebied al mee? Vraag een uitnodiging.",
    "Does your werkgebied take part already? Ask for an invitation.",
);
pub const INVITED_GO: Text = t("Ik heb een uitnodiging", "I have an invitation");
pub const REGION: Text = t("Samenwerkingsverband", "Samenwerkingsverband");
pub const AREA: Text = t("Werkgebied", "Werkgebied");
pub const OWN_NAME: Text = t("Anders, met een eigen naam", "Another, with a name of its own");
pub const NAME: Text = t("Hoe heet het?", "What is it called?");
pub const NAME_EMPTY: Text = t("Vul een naam in.", "Fill in a name.");
pub const KIND: Text = t("Soort overleg", "Kind of meeting");
pub const BEGIN: Text = t("Begin", "Begin");
pub const NOTE: Text = t("Alleen op dit apparaat", "On this device only");
pub const NOTE_BODY: Text = t(
    "Tot je iemand uitnodigt, gaat er niets naar buiten.",
    "Until you invite somebody, nothing leaves this device.",
);
