//! Scenarios and the locked starting point; the werkgebieden.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Een scenario bewaart alleen wat je anders kiest dan het uitgangspunt. Leg er hooguit drie naast elkaar.",
    "A scenario keeps only what you choose differently from the starting point. Lay up to three side by side.",
);
pub const START: Text = t("Uitgangspunt", "Starting point");
pub const START_OPEN: Text = t(
    "Nog niet vastgesteld: de gegevens kunnen nog veranderen.",
    "Not locked yet: the data can still change.",
);
pub const START_LOCKED: Text = t("Vastgesteld als uitgangspunt op", "Locked as starting point on");
pub const LOCK: Text = t("Stel vast als uitgangspunt", "Lock as starting point");
pub const UNLOCK: Text = t("Maak weer los", "Unlock");
pub const NEW: Text = t("Nieuw scenario", "New scenario");
pub const NAME: Text = t("Naam", "Name");
pub const NAME_EMPTY: Text = t("Geef het scenario een naam.", "Give the scenario a name.");
pub const ADD: Text = t("Maak scenario", "Make scenario");
pub const OPEN: Text = t("Open", "Open");
pub const IS_OPEN: Text = t("open", "open");
pub const RENAME: Text = t("Hernoem", "Rename");
pub const COPY: Text = t("Kopieer", "Copy");
pub const FREEZE: Text = t("Bevries", "Freeze");
pub const THAW: Text = t("Ontdooi", "Thaw");
pub const FROZEN: Text = t("bevroren", "frozen");
pub const DELETE: Text = t("Verwijder", "Delete");
pub const OF: Text = t("van", "of");
pub const COPY_OF: Text = t("Kopie van", "Copy of");
pub const COMPARE: Text = t("Leg ernaast", "Lay beside");
pub const COMPARISON: Text = t("Naast elkaar", "Side by side");
pub const COMPARE_NONE: Text = t(
    "Kies een scenario om naast het uitgangspunt te leggen.",
    "Choose a scenario to lay beside the starting point.",
);
pub const DIFFERENCE: Text = t("verschil", "difference");
pub const CHOICES: Text = t("keuzes", "choices");
pub const CHOICE: Text = t("keuze", "choice");

pub const REMOVED: Text = t("Verwijderde scenario's", "Removed scenarios");
pub const RESTORE: Text = t("Zet terug", "Put back");

pub const AREAS_LEAD: Text = t(
    "Het budget voor de werkgebieden, verdeeld naar het aantal leerlingen. Alle delen samen zijn precies het budget.",
    "The budget for the werkgebieden, shared by number of pupils. All shares together are exactly the budget.",
);
pub const AREAS_NONE: Text = t(
    "Dit verband verdeelt geen geld over werkgebieden, of zijn plan noemt ze niet.",
    "This partnership shares no money among werkgebieden, or its plan does not name them.",
);
pub const AREA: Text = t("Werkgebied", "Werkgebied");
pub const ALL_AREAS: Text = t("Alle werkgebieden samen", "All werkgebieden together");
pub const FILL_AREAS: Text = t("Cijfers per werkgebied", "Figures per werkgebied");
pub const NEVER_REFUSED: Text = t(
    "Wat nodig is voor een kind wordt niet geweigerd. Is er te weinig, dan staat hier wat er nog gezocht wordt.",
    "What a child needs is not refused. When there is too little, this shows what is still being looked for.",
);
