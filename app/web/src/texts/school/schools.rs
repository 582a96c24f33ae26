//! The schools of a consulent.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "De scholen waar jij bij bent, met wat ze willen en wanneer jullie spraken.",
    "The schools that you are with, with what they want and when you talked.",
);
pub const EMPTY: Text = t("Je bent nog bij geen school", "You are with no school yet");
pub const EMPTY_WHY: Text = t(
    "Vraag een school je uit te nodigen. Je leest dan mee en geeft advies.",
    "Ask a school to invite you. You then read along and advise.",
);
pub const WISH: Text = t("Wil groeien in", "Wants to grow in");
pub const NO_WISH: Text =
    t("Heeft nog niet gezegd waarin ze wil groeien.", "Has not said yet in what it wants to grow.");
pub const STEP: Text = t("Eerste open stap", "First open step");
pub const NO_TALKS: Text = t(
    "Er zijn hier nog geen gesprekken met deze school.",
    "There are no conversations with this school here yet.",
);
pub const NEVER: Text = t("Jullie spraken hier nog niet.", "You have not talked here yet.");
pub const LAST: Text = t("Laatste gesprek:", "Last conversation:");
pub const NEXT: Text = t("Volgende gesprek:", "Next conversation:");
pub const NO_NEXT: Text =
    t("Er staat nog geen volgend gesprek.", "No next conversation is planned yet.");
pub const OPEN: Text = t("Bekijk de checklist", "See the checklist");
pub const PREPARE: Text = t("Bereid het meso-gesprek voor", "Prepare the meso-gesprek");
pub const NOTE: Text = t("Ongeveer twee keer per jaar", "About twice a year");
pub const NOTE_BODY: Text = t(
    "Consulent, directeur en intern begeleider spreken elkaar zo'n twee keer per jaar over de ondersteuningsvragen en de samenwerking (KWA-09, KWA-10). Het is een streven; één gesprek is geen fout.",
    "Consulent, head and intern begeleider talk some two times a year about the questions for support and about working together (KWA-09, KWA-10). It is an aim; one conversation is no fault.",
);

/// The title of the space with the conversations with a school. It is data, and the same in every language.
pub fn talks_with(school: &str) -> String {
    format!("Meso-gesprekken {}", school.trim())
}
