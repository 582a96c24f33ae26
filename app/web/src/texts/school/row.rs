//! One row of the checklist.

use rules::text::{Text, t};

pub const UP: Text = t("De hele checklist", "The whole checklist");
pub const EACH: Text = t("Wat vindt ieder?", "What does each think?");
pub const DIFFER: Text = t(
    "Jullie denken verschillend. Vraag elkaar: waar zie je dat aan?",
    "You think differently. Ask each other: what do you see that shows it?",
);
pub const TOGETHER: Text = t("Wat zeggen jullie samen?", "What do you say together?");
pub const TOGETHER_HINT: Text =
    t("Kies dit na het gesprek.", "Choose this after the conversation.");
pub const NOT_TALKED: Text = t("Nog niet besproken", "Not talked about yet");
pub const OWN_WORDS: Text = t("In jullie eigen woorden", "In your own words");
pub const ADVICE: Text = t("Jouw advies", "Your advice");
pub const ADVICE_SAYS: Text = t("Advies van de consulent", "Advice of the consulent");
pub const EVIDENCE: Text = t("Waaraan zie je dat?", "What shows it?");
pub const ADD_EVIDENCE: Text = t("Wat laat dit zien?", "What shows this?");
pub const ADD_EVIDENCE_HINT: Text = t(
    "Bijvoorbeeld: het protocol staat op de gedeelde schijf. Geen namen van kinderen.",
    "For example: the protocol is on the shared drive. No names of children.",
);
pub const REMOVE: Text = t("Haal weg", "Take away");
pub const NEXT: Text = t("Volgende stap", "Next step");
pub const YEARS: Text = t("Jullie eigen jaren naast elkaar", "Your own years side by side");
pub const YEARS_HEAD: Text = t("Schooljaar", "School year");
pub const NOTHING_SAID: Text = t("niets gezegd", "nothing said");
pub const BESIDE: Text = t("Andere onderdelen", "Other parts");
pub const BEFORE: Text = t("Vorige", "Previous");
pub const AFTER: Text = t("Volgende", "Next");
