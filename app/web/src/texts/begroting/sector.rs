//! Primary and secondary: two partnerships with one plan, and what is worked out for each.

use rules::text::{Text, t};

pub const WHICH: Text = t("Voor welk verband?", "For which partnership?");
pub const WHICH_HINT: Text = t(
    "Deze regio heeft twee samenwerkingsverbanden die samen één plan maken, elk met eigen geld. Elk krijgt een eigen begroting; geld van het ene naar het andere zit er niet in.",
    "This region has two partnerships that make one plan together, each with its own money. Each gets its own budget; money from one to the other is not in it.",
);
pub const WORKED_OUT: Text = t("Wat rekent dit door?", "What does this work out?");
pub const IN: Text = t("Doorgerekend", "Worked out");
pub const OUT: Text = t("Niet doorgerekend", "Not worked out");
pub const PO_IN: Text = t(
    "lichte en zware ondersteuning naar het aantal leerlingen, wat DUO inhoudt voor SBO en SO, de werkgebieden, de eigen lasten en het eigen vermogen.",
    "light and heavy support by number of pupils, what DUO takes off for SBO and SO, the werkgebieden, own expenses and own capital.",
);
pub const PO_OUT: Text = t(
    "het voortgezet onderwijs, en afspraken tussen besturen die niet in de gegevens staan.",
    "secondary education, and agreements between boards that are not in the data.",
);
pub const VO_IN: Text = t(
    "lichte ondersteuning met het vaste aandeel lwoo en pro, zware ondersteuning naar het aantal leerlingen op 1 oktober, wat DUO inhoudt voor VSO, de eigen lasten en het eigen vermogen.",
    "light support with the fixed share of lwoo and pro, heavy support by number of pupils on 1 October, what DUO takes off for VSO, own expenses and own capital.",
);
pub const VO_OUT: Text = t(
    "het primair onderwijs, een verdeling over werkgebieden, en wat één leerling doet. Van lichte ondersteuning en van lwoo en pro is geen tarief gevonden: dat vul je zelf in.",
    "primary education, a division among werkgebieden, and what one pupil does. No tariff was found for light support and for lwoo and pro: you fill those in.",
);
