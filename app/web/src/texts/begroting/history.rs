//! Looking back.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat de plannen zelf afdrukken, met onze optelling ernaast.",
    "What the plans themselves print, with our sum beside it.",
);
pub const PPO: Text =
    t("Lasten van PPO-NK, 2017 tot en met 2021", "Expenses of PPO-NK, 2017 to 2021");
pub const VO: Text = t(
    "VO Midden-Kennemerland: waar het geld heen gaat",
    "VO Midden-Kennemerland: where the money goes",
);
pub const FITS: Text = t(
    "Onze som is in alle jaren gelijk aan het gedrukte totaal, op de euro.",
    "In every year our sum equals the printed total, to the euro.",
);
pub const VO_GAP: Text = t(
    "De vijf bedragen zijn samen € 9,9 miljoen. Het plan noemt € 10 miljoen. Het verschil van een ton staat er ongewijzigd.",
    "The five amounts are € 9.9 million together. The plan says € 10 million. The difference of a hundred thousand is shown as it is.",
);
pub const NO_INCOME: Text = t(
    "Van deze jaren zijn alleen de lasten afgedrukt. De baten zijn onbekend, niet nul.",
    "Of these years only the expenses were printed. The income is unknown, not zero.",
);
