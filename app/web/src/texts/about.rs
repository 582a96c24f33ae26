//! Over en privacy: what this is, who sees what, under which licence.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Thuisnabij is gereedschap voor samenwerkingsverbanden passend onderwijs. Het rekent en bewaart op je eigen apparaat.",
    "Thuisnabij is a set of tools for samenwerkingsverbanden passend onderwijs. It calculates and saves on your own device.",
);
pub const PRIVACY: Text = t("Wie ziet wat", "Who sees what");
pub const PRIVACY_ITEMS: [Text; 3] = [
    t(
        "Wat je invult, staat alleen op dit apparaat, versleuteld achter je pincode. Je naam op het vergrendelscherm kan iedereen lezen.",
        "What you enter is on this device only, encrypted behind your PIN. Everybody can read your name on the lock screen.",
    ),
    t(
        "Er zijn geen accounts, geen meetpixels en geen bezoekcijfers.",
        "There are no accounts, no trackers and no visitor statistics.",
    ),
    t(
        "De app haalt niets op bij andere websites. Een link naar een bron open je zelf.",
        "The app fetches nothing from other websites. A link to a source is yours to open.",
    ),
];
pub const FIGURES: Text = t("De cijfers", "The figures");
pub const FIGURES_BODY: Text = t(
    "Elk bedrag noemt zijn bron. Wat we niet weten, noemen we onbekend. De begroting is een oefening: het besluit neem je samen.",
    "Every amount names its source. What we do not know, we call unknown. The budget is an exercise: you decide together.",
);
pub const LICENCE: Text = t("Open broncode", "Open source");
pub const LICENCE_BODY: Text = t(
    "De code is vrij te gebruiken onder de EUPL 1.2, de licentie van de overheid. Het lettertype is Atkinson Hyperlegible Next, de basis van de knoppen en velden komt van NL Design System.",
    "The code is free to use under the EUPL 1.2, the licence of the public sector. The typeface is Atkinson Hyperlegible Next, the base of the buttons and fields comes from NL Design System.",
);
