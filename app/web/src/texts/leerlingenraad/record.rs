//! Recording the sentences that children hear.

use rules::text::{Text, t};

pub const TITLE: Text = t("Inspreken", "Record");
pub const LEAD: Text = t(
    "Kinderen horen liever een stem die zij kennen. Spreek de zinnen in; de knop Lees voor laat dan jouw stem horen.",
    "Children would rather hear a voice that they know. Record the sentences; the button Read aloud then plays your voice.",
);
pub const WHO: Text = t("Wie hoort deze stem?", "Who hears this voice?");
pub const WHO_WHY: Text = t(
    "Jouw stem gaat versleuteld mee naar wie in deze leerlingenraad meedoet, en blijft tot iemand de opname weghaalt.",
    "Your voice goes encrypted to who takes part in this leerlingenraad, and stays until somebody takes the recording away.",
);
pub const NEVER: Text = t("Neem nooit een kind op.", "Never record a child.");
pub const TABLETS: Text = t(
    "Op tablets die van niemand zijn horen kinderen jouw stem ook. Spreek alles in vóór je de vragen aan de tablets geeft.",
    "On tablets that are nobody's children hear your voice too. Record everything before you give the questions to the tablets.",
);
pub const COUNT: Text = t("Ingesproken zinnen", "Recorded sentences");
pub const SAY: Text = t("Zeg deze zin", "Say this sentence");
pub const NEXT: Text = t("Volgende zin", "Next sentence");
pub const ALL: Text = t("Alle zinnen", "All sentences");
pub const DONE: Text = t("ingesproken", "recorded");
pub const TODO: Text = t("nog niet", "not yet");
pub const AWAY: Text = t("Haal deze opname weg", "Take this recording away");
pub const COMPLETE: Text = t(
    "Alle zinnen zijn ingesproken. Kinderen kunnen ze nu horen.",
    "All sentences are recorded. Children can hear them now.",
);
