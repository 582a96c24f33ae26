//! What the rules want to know of a dossier.

use rules::text::{Text, t};

pub const ABOUT: Text = t("Voor de regels", "For the rules");
pub const REGION: Text = t("Samenwerkingsverband", "Samenwerkingsverband");
pub const NO_REGION: Text = t("Nog niet gekozen", "Not chosen yet");
pub const LEVEL: Text = t("Niveau van ondersteuning", "Level of support");
pub const NOT_KNOWN: Text = t("Nog niet bekend", "Not known yet");
pub const ENROLLED: Text =
    t("Op welke dag is het kind ingeschreven?", "On which day was the child enrolled?");
pub const ENROLLED_HINT: Text = t(
    "Of definitief geplaatst. Vanaf deze dag tellen zes weken.",
    "Or definitively placed. Six weeks count from this day.",
);
pub const LOOK_BACK: Text =
    t("Op welke dag kijken jullie samen terug?", "On which day do you look back together?");
pub const CARE: Text = t(
    "Helpt er iemand van zorg of jeugdhulp mee?",
    "Does somebody of care or youth support take part?",
);
pub const YES: Text = t("Ja", "Yes");
pub const NO: Text = t("Nee", "No");
pub const OF_LAW: Text = t("Wat de wet hierover zegt", "What the law says about this");
pub const OF_REGION: Text = t(
    "Wat het plan van jullie samenwerkingsverband zegt",
    "What the plan of your samenwerkingsverband says",
);
pub const CHOOSE_REGION: Text = t(
    "Kies het samenwerkingsverband; dan spreken de afspraken van die regio.",
    "Choose the samenwerkingsverband; then the agreements of that region speak.",
);
pub const NOTE_WHO: Text = t("Wie en wanneer", "Who and when");
pub const NOTE_ASKS: Text = t("Vraagt het: {}.", "Asks it: {}.");
pub const NOTE_READ: Text = t("Laatst geopend door {}, {}.", "Last opened by {}, {}.");
pub const NOTE_CHILD: Text = t("Waarom het kind eerst", "Why the child first");
pub const NOTE_CHILD_BODY: Text = t(
    "Het kind wordt gehoord voordat er een plan is of verandert. Het staat daarom vooraan, even breed als de anderen.",
    "The child is heard before there is a plan or it changes. So it stands first, as wide as the others.",
);
pub const NOTE_PARENTS: Text = t("Waarom naast elkaar", "Why side by side");
pub const NOTE_PARENTS_BODY: Text = t(
    "Ouders en school hebben elk hun eigen blik. Geen van de twee vervangt de ander.",
    "Parents and school each have their own view. Neither replaces the other.",
);
