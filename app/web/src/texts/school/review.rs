//! The comparison of every four years.

use rules::text::{Text, t};

pub const HEADING: Text =
    t("Elke vier jaar alles naast elkaar", "Everything side by side every four years");
pub const WHY: Text = t(
    "Samen met de scholen en besturen: is er voor elke behoefte een plek, en welke extra steun is nodig?",
    "Together with the schools and boards: is there a place for every need, and which extra support is needed?",
);
pub const NO_AREA: Text = t(
    "Dit staat bij een werkgebied. Er ligt hier nog geen werkgebied open.",
    "This stands with a werkgebied. No werkgebied lies open here yet.",
);
pub const TO_AREA: Text = t("Kies een werkgebied", "Choose a werkgebied");
pub const WHERE: Text = t("Staat bij: {}.", "Stands with: {}.");
pub const NEVER: Text = t("Er staat nog geen vergelijking.", "There is no comparison yet.");
pub const BEGIN: Text = t("Begin een vergelijking", "Begin a comparison");
pub const UNDER_WAY: Text = t("De vergelijking die loopt", "The comparison that is under way");
pub const SOURCES: Text = t("Waar keken jullie naar?", "What did you look at?");
pub const WEIGHED: Text = t("Hoe keken jullie?", "How did you look?");
pub const OUTCOME: Text = t(
    "Wat kwam eruit, en welke extra steun is nodig?",
    "What came out, and which extra support is needed?",
);
pub const TOLD: Text = t("Wat weet de Deelnemersraad?", "What does the Deelnemersraad know?");
pub const DONE: Text = t("Klaar op", "Done on");
pub const DONE_HINT: Text = t(
    "De dag waarop alles naast elkaar lag. Daarna telt deze keer als de laatste.",
    "The day on which everything lay side by side. From then on this counts as the last time.",
);
pub const SETTLE: Text = t("Leg vast als klaar", "Record as done");
pub const REMOVE: Text = t("Haal deze vergelijking weg", "Take this comparison away");
pub const BEFORE: Text = t("Eerdere keren", "Earlier times");
pub const AGAIN: Text = t("Ga hier toch mee verder", "Go on with this after all");
