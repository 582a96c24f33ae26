//! A child that says it for itself, in its own dossier: the same screens as in a council, other sentences around them.

use rules::text::{Text, t};

pub const ITSELF: Text = t("Het kind antwoordt zelf", "The child answers itself");
pub const ITSELF_WHY: Text = t(
    "Geef de tablet aan het kind. Het kiest zelf: schrijven, tekenen, vertellen of kiezen. Het mag elke vraag overslaan.",
    "Hand the tablet to the child. It chooses itself: writing, drawing, telling or choosing. It may skip every question.",
);
pub const FOR: Text = t("Voor welke groep", "For which group");
pub const HAND: Text = t("Geef de tablet aan het kind", "Hand the tablet to the child");
pub const BEGIN_LINES: [Text; 6] = [
    t("Dit gaat over jou.", "This is about you."),
    t("Wij willen weten hoe jij het ziet.", "We want to know how you see it."),
    t("Jouw antwoorden komen in jouw dossier.", "Your answers go into your dossier."),
    t(
        "Je ouders en de school lezen het; bij een tekening kies jij.",
        "Your parents and the school read it; with a drawing you choose.",
    ),
    t("Niet alles wat je vraagt kan.", "Not everything you ask can be done."),
    t("Je mag altijd stoppen.", "You may always stop."),
];
pub const MAY: Text =
    t("Mogen je ouders deze tekening zien?", "May your parents see this drawing?");
pub const MAY_WHY: Text =
    t("Jij kiest. De school ziet de tekening wel.", "You choose. The school does see the drawing.");
pub const MAY_YES: Text = t("Ja, dat mag", "Yes, they may");
pub const KEPT_BACK: Text = t(
    "Het kind wil dit voor zichzelf houden. Laat het niet aan de ouders zien; het staat ook niet in de inzage.",
    "The child wants to keep this to itself. Do not show it to the parents; it is not in the inspection either.",
);
pub const KEPT_PRINT: Text =
    t("Het kind houdt hier iets voor zichzelf.", "The child keeps something to itself here.");
pub const THANKS: Text = t("Geef de tablet maar terug.", "You can give the tablet back.");
pub const AGAIN: Text = t("Nog een keer", "Once more");
pub const MADE: Text = t("Getekend door het kind", "Drawn by the child");
pub const DRAWING: Text = t("Tekening", "Drawing");
pub const VOICE_STAYS: Text = t(
    "Wat je hier inspreekt, geldt voor elk dossier waarin je met een kind praat.",
    "What you record here is for every dossier in which you talk with a child.",
);
pub const WHO_WHY: Text = t(
    "Alleen het kind dat op dit apparaat antwoordt. De opname blijft op dit apparaat, achter jouw slot, en komt niet in het dossier.",
    "Only the child who answers on this device. The recording stays on this device, behind your lock, and does not go into the dossier.",
);
pub const VOICE_OF_COUNCIL: Text = t(
    "Deze zin is ingesproken voor een leerlingenraad op dit apparaat. Wil je hier een andere stem? Spreek hem dan opnieuw in.",
    "This sentence was recorded for a leerlingenraad on this device. Do you want another voice here? Then record it anew.",
);
