//! Reading back, the minutes, and adopting them.

use rules::text::{Text, t};

pub const READ_BACK: Text = t("Teruglezen en afsluiten", "Read back and end");
pub const READ_BACK_WHY: Text = t(
    "Dit staat nog open. Niets ervan houdt het afsluiten tegen.",
    "This is still open. None of it stops the meeting from ending.",
);
pub const ALL_SETTLED: Text = t("Alles is geregeld.", "Everything is settled.");
pub const CLOSE: Text = t("Sluit de vergadering", "End the meeting");
pub const CONCEPT: Text = t("Conceptverslag", "Draft minutes");
pub const CONCEPT_WHY: Text = t(
    "De volgende vergadering stelt het vast. Tot die tijd kun je aanvullen.",
    "The next meeting adopts it. Until then you can complete it.",
);
pub const REOPEN: Text = t("De vergadering gaat toch verder", "The meeting goes on after all");
pub const ADOPTED_ON: Text = t("Vastgesteld op", "Adopted on");
pub const CHANGED_SINCE: Text = t(
    "Na het vaststellen kwam er nog iets binnen. Dat telt niet mee; bekijk samen wat ermee moet.",
    "After the adoption something more came in. It does not count; look together at what to do with it.",
);
pub const PLACE: Text = t("Plaats", "Place");
pub const PRESENT: Text = t("Aanwezig", "Present");
pub const APOLOGIES: Text = t("Afgemeld", "Apologies");
pub const ABSENT: Text = t("Afwezig", "Absent");
pub const SCHOOLS: Text = t("Scholen vertegenwoordigd", "Schools represented");
pub const BY: Text = t("Ingebracht door", "Brought in by");
pub const ASK: Text = t("Te besluiten", "To be decided");
pub const GOES_ON: Text = t("Schuift door naar de volgende keer", "Goes on to the next time");
pub const ACTION: Text = t("Actie", "Action");
pub const DONE: Text = t("gedaan", "done");
pub const NEXT: Text = t("Volgende vergadering", "Next meeting");
pub const EARLIER: Text = t("Verslag van de vorige keer", "Minutes of last time");
pub const CONCEPT_OF: Text = t("Conceptverslag van", "Draft minutes of");
pub const ADOPT: Text = t("Stel vast", "Adopt");
pub const IS_ADOPTED: Text = t(
    "Het verslag en de besluiten zijn vastgesteld.",
    "The minutes and the decisions were adopted.",
);
pub const CODE: Text = t("Code die naar dit verslag leidt", "Code that leads to these minutes");
pub const CODE_ITEM: Text = t("Code die naar dit punt leidt", "Code that leads to this item");
pub const CODE_WHY: Text = t(
    "Scan deze code om dit verslag in Thuisnabij te openen. De code bij een punt leidt naar dat punt.",
    "Scan this code to open these minutes in Thuisnabij. The code beside an item leads to that item.",
);
