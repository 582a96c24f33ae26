//! The capture bar and its forms.

use rules::text::{Text, t};

pub const BAR: Text = t("Vastleggen", "Write down");
pub const DECISION: Text = t("Besluit", "Decision");
pub const ACTION: Text = t("Actie", "Action");
pub const NOTE: Text = t("Notitie", "Note");
pub const KEYS: Text = t("Sneltoetsen", "Shortcuts");
pub const NEW_DECISION: Text = t("Besluit", "Decision");
pub const ADVICE_ONLY: Text = t(
    "Deze tafel adviseert; besluiten doet een ander.",
    "This table advises; somebody else decides.",
);
pub const CASUS: Text = t(
    "Dit punt is een casus. Er staan hier geen woorden over het kind.",
    "This item is a casus. No words about the child stand here.",
);
pub const WORDS: Text = t("Wat is er besloten?", "What was decided?");
pub const HOW: Text = t("Hoe", "How");
pub const MORE: Text = t("Meer over dit besluit", "More about this decision");
pub const MINORITY: Text = t("Wat vindt een minderheid?", "What does a minority think?");
pub const MINORITY_HINT: Text = t("Mag leeg blijven.", "May stay empty.");
pub const REPLACES: Text = t("Vervangt een eerder besluit", "Replaces an earlier decision");
pub const REPLACES_NOTHING: Text = t("Nee", "No");
pub const SAVE_DECISION: Text = t("Leg het besluit vast", "Write the decision down");
pub const DECIDED: Text = t("Het besluit is vastgelegd.", "The decision was written down.");
pub const CHANGE: Text = t("Wijzig", "Change");
pub const WITHDRAW: Text = t("Toch geen besluit", "No decision after all");
pub const TWO: Text =
    t("Er zijn twee besluiten: kies er een", "There are two decisions: choose one");
pub const TWO_WHY: Text = t(
    "Op twee apparaten is tegelijk iets anders opgeschreven. De voorzitter kiest; allebei zijn bewaard.",
    "Two devices wrote something different at the same time. The chair chooses; both are kept.",
);
pub const HERE: Text = t("op dit apparaat geschreven", "written on this device");
pub const ELSEWHERE: Text = t("op een ander apparaat geschreven", "written on another device");
pub const CHOOSE: Text = t("Kies deze", "Choose this one");
pub const NEW_ACTION: Text = t("Actie", "Action");
pub const WHAT: Text = t("Wat moet er gebeuren?", "What has to be done?");
pub const WHO: Text = t("Wie", "Who");
pub const NOBODY: Text = t("Nog niemand", "Nobody yet");
pub const DUE: Text = t("Wanneer klaar", "Due");
pub const SAVE_ACTION: Text = t("Leg de actie vast", "Write the action down");
pub const NOTED: Text = t("De actie is vastgelegd.", "The action was written down.");
