//! Everything for a parent (inzage), for the professional.

use rules::text::{Text, t};

pub const EXPORT: Text =
    t("Alles voor deze ouder (inzage)", "Everything for this parent (inspection)");
pub const LEAD: Text = t(
    "Eén bestand om te lezen en te printen: alle teksten, met wie en wanneer, elk plan, de keuzes, de brieven aan deze ouder en wie het las.",
    "One file to read and to print: all texts, with who and when, each plan, the choices, the letters to this parent and who read it.",
);
pub const OTHERS: Text = t(
    "Ook wat een andere ouder vertelde en koos. Die ouder vindt dat goed.",
    "Also what another parent told and chose. That parent agrees to this.",
);
pub const MAKE: Text = t("Maak het bestand", "Make the file");
pub const NOT_MADE: Text = t("Het bestand is niet gemaakt.", "The file was not made.");
