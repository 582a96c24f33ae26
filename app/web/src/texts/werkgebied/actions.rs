//! Mijn acties: the list and one action.

use rules::text::{Text, t};

pub const MY_ACTIONS: Text = t("Mijn acties", "My actions");
pub const WHOSE: Text = t("Van wie", "Whose");
pub const MINE: Text = t("Van mij", "Mine");
pub const ALL: Text = t("Van iedereen", "Of everybody");
pub const WHICH: Text = t("Welke", "Which");
pub const OPEN: Text = t("Alles wat open staat", "All that is open");
pub const LATE_ONES: Text = t("Te laat", "Late");
pub const THIS_WEEK: Text = t("Deze week", "This week");
pub const NONE: Text = t("Hier staat niets open.", "Nothing is open here.");
pub const UNKNOWN_ME: Text = t(
    "Je naam staat nog niet bij Mensen. Acties op jouw naam staan er wel bij.",
    "Your name is not among People yet. Actions in your name are listed all the same.",
);
pub const WHAT: Text = t("Wat", "What");
pub const WHO: Text = t("Wie", "Who");
pub const NOBODY: Text = t("Nog niemand", "Nobody yet");
pub const DUE: Text = t("Wanneer klaar", "Due");
pub const DROP: Text = t("Niet meer nodig, want", "Not needed any more, because");
pub const DROP_HINT: Text =
    t("Met een reden; de actie blijft te vinden.", "With a reason; the action can still be found.");
pub const FROM: Text = t("Naar het verslag", "To the minutes");
pub const DONE: Text = t("Gedaan.", "Done.");
pub const UNDO: Text = t("Toch niet", "Not after all");
pub const NO_OWNER: Text = t("mist eigenaar", "has no owner");
pub const BEFORE: Text = t("voor", "by");
pub const NO_DAY: Text = t("nog geen dag", "no day yet");
pub const LATE: Text = t("te laat", "late");
pub const CARRIED: Text = t("doorgeschoven", "carried over");
