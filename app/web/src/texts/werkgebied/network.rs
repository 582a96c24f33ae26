//! The assignment of a netwerkgroep.

use rules::text::{Text, t};

pub const TITLE: Text = t("Opdracht van de netwerkgroep", "Assignment of the network group");
pub const TASK: Text = t("Wat is de opdracht?", "What is the assignment?");
pub const THEME: Text = t("Over welk thema gaat het?", "What theme is it about?");
pub const TERM: Text = t("Hoe lang bestaat de groep?", "How long does the group exist?");
pub const SETTLED: Text =
    t("Bepaald met de directeur-bestuurder op", "Settled with the directeur-bestuurder on");
pub const FITS: Text = t(
    "Past het bij het ondersteuningsplan en de jaarplannen?",
    "Does it fit the ondersteuningsplan and the annual plans?",
);
pub const LEAD: Text = t("Wie heeft de regie?", "Who has the lead?");
pub const NOBODY: Text = t("Nog niemand", "Nobody yet");
pub const UNKNOWN: Text = t("Nog niet bekend", "Not known yet");
pub const YES: Text = t("Ja", "Yes");
pub const NO: Text = t("Nee", "No");
pub const LEADS: Text = t("De regie in alle netwerkgroepen", "The lead in all network groups");
pub const ALL_HERE: Text =
    t("Alle netwerkgroepen staan op dit apparaat", "All network groups are on this device");
pub const ALL_HERE_WHY: Text = t(
    "De app ziet alleen de netwerkgroepen die hier staan. Mist er een, dan kan zij niet zeggen of het klopt; zolang je dit niet aanvinkt, blijft het onbekend.",
    "The app only sees the network groups that are here. When one is missing it cannot say whether it is right; as long as you do not tick this, it stays unknown.",
);
