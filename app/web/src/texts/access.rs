//! The accessibility statement: what we aim at, what is checked, what is not yet.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Iedereen moet met Thuisnabij kunnen werken. Hier staat eerlijk hoe ver we zijn.",
    "Everybody must be able to work with Thuisnabij. Here is an honest account of how far we are.",
);
pub const AIM: Text = t("Waar we naartoe werken", "What we work towards");
pub const AIM_BODY: Text = t(
    "WCAG 2.2 op niveau AA. Dat gaat verder dan EN 301 549, de norm waaraan de Nederlandse overheid zich moet houden.",
    "WCAG 2.2 at level AA. That goes beyond EN 301 549, the standard that binds the Dutch public sector.",
);
pub const STATUS: Text = t("Hoe ver we zijn", "How far we are");
pub const STATUS_BODY: Text = t(
    "De app is nog in aanbouw. We testen zelf, deels automatisch. Een onafhankelijk onderzoek is er nog niet, dus we noemen het nog geen ‘voldoet’.",
    "The app is still being built. We test it ourselves, partly automatically. There has been no independent audit, so we do not claim conformance yet.",
);
pub const CHECKED: Text =
    t("Wat bij elke wijziging wordt getest", "What is tested with every change");
pub const CHECKED_ITEMS: [Text; 4] = [
    t(
        "Elke pagina met axe, in licht, donker en met de kleuren van je eigen systeem.",
        "Every page with axe, in light, dark and with your own system colours.",
    ),
    t(
        "Op de breedte van een telefoon, een tablet en een computer, zonder opzij schuiven.",
        "At the width of a phone, a tablet and a computer, without scrolling sideways.",
    ),
    t("Met tekst die twee keer zo groot is.", "With text twice as large."),
    t("Hoe groot de plekken zijn waar je op tikt.", "How large the places are that you tap."),
];
pub const NOT_YET: Text = t("Wat nog niet is gebeurd", "What has not been done yet");
pub const NOT_YET_ITEMS: [Text; 3] = [
    t(
        "Testen door mensen die VoiceOver, TalkBack of NVDA gebruiken.",
        "Testing by people who use VoiceOver, TalkBack or NVDA.",
    ),
    t(
        "Testen met mensen die moeite hebben met lezen.",
        "Testing with people who find reading hard.",
    ),
    t("Een onderzoek door een onafhankelijke partij.", "An audit by an independent party."),
];
pub const CONTACT: Text = t("Loop je vast?", "Are you stuck?");
pub const CONTACT_BODY: Text = t(
    "Zeg het tegen je samenwerkingsverband. Dat vult hier zelf een naam, telefoonnummer en datum in voordat het de app aan anderen geeft.",
    "Tell your samenwerkingsverband. It fills in a name, telephone number and date here before it gives the app to others.",
);
