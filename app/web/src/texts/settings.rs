//! Instellingen: language, colours and text size.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Deze keuzes gelden alleen op dit apparaat. Je ziet meteen wat ze doen.",
    "These choices hold on this device only. You see at once what they do.",
);
pub const LANGUAGE_HINT: Text =
    t("De taal van de knoppen en de uitleg.", "The language of the buttons and the explanations.");
pub const COLOURS: Text = t("Kleuren", "Colours");
pub const COLOURS_HINT: Text = t(
    "Donker leest rustig in een donkere zaal, sterk contrast leest het scherpst.",
    "Dark is calm in a dark room, strong contrast is the sharpest.",
);
pub const DEVICE: Text = t("Zoals je apparaat", "As your device");
pub const LIGHT: Text = t("Licht", "Light");
pub const DARK: Text = t("Donker", "Dark");
pub const CONTRAST: Text = t("Sterk contrast", "Strong contrast");
pub const SIZE: Text = t("Grootte van de tekst", "Size of the text");
pub const SIZE_HINT: Text = t(
    "Vergroten met de browser of met je apparaat werkt ook.",
    "Enlarging with the browser or your device works too.",
);
pub const NORMAL: Text = t("Gewoon", "Normal");
pub const LARGE: Text = t("Groter", "Larger");
pub const LARGER: Text = t("Grootst", "Largest");
pub const IN_MEMORY: Text = t(
    "Je browser bewaart deze keuzes niet. Ze gelden tot je de app sluit.",
    "Your browser does not keep these choices. They hold until you close the app.",
);
pub const NOTE: Text = t("Bewegen", "Motion");
pub const NOTE_BODY: Text = t(
    "Vraagt je apparaat om minder beweging, dan beweegt er hier niets.",
    "When your device asks for less motion, nothing moves here.",
);
