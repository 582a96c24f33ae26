//! Who takes part in a school.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wie kijkt er mee naar deze school? Hoe meer ogen, hoe beter het gesprek.",
    "Who looks along at this school? The more eyes, the better the conversation.",
);
pub const SEAT: Text = t("Rol", "Role");
pub const MY_SEAT: Text = t("Jouw rol", "Your role");
pub const NAME: Text = t("Naam", "Name");
pub const ADD: Text = t("Iemand erbij", "Add somebody");
pub const ADD_HINT: Text = t("Typ een naam en druk op Enter.", "Type a name and press Enter.");
pub const ANSWERS: Text = t("vult in", "fills in");
pub const ADVISES: Text = t("leest en geeft advies", "reads and advises");
pub const JOIN: Text = t("Doe mee", "Take part");
pub const JOIN_WHY: Text = t(
    "Je naam staat nog niet bij deze school. Zeg in welke rol je meekijkt.",
    "Your name is not with this school yet. Say in what role you look along.",
);
pub const JOIN_GO: Text = t("Zet mij erbij", "Add me");
pub const NOTE: Text =
    t("De school vult in, de consulent adviseert", "The school fills in, the consulent advises");
pub const NOTE_BODY: Text = t(
    "Voor de kwaliteit van de basisondersteuning zijn de school en het bestuur verantwoordelijk (BAS-04). Wie van het samenwerkingsverband is, kan daarom niets aanvinken.",
    "The school and its board are responsible for the quality of basic support (BAS-04). Whoever is of the samenwerkingsverband can therefore tick nothing.",
);
