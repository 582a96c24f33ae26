//! The money for light support.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat kreeg de school voor basis- en lichte steun, wat deden jullie ermee, en hielp het?",
    "What did the school get for basic and light support, what did you do with it, and did it help?",
);
pub const YEAR: Text = t("Kalenderjaar", "Calendar year");
pub const EMPTY: Text =
    t("Over dit jaar staat er nog niets", "There is nothing about this year yet");
pub const EMPTY_WHY: Text = t(
    "Het geld telt per kalenderjaar. Begin met één bedrag; de rest kan later.",
    "The money counts by calendar year. Begin with one amount; the rest can come later.",
);
pub const BEGIN: Text = t("Begin dit jaar", "Begin this year");
pub const RECEIVED: Text = t("Gekregen in dit jaar", "Received in this year");
pub const RECEIVED_HINT: Text = t("Leeg is onbekend, niet nul.", "Empty is unknown, not zero.");
pub const NO_AMOUNT: Text = t(
    "Dit is geen bedrag. Typ bijvoorbeeld 1250 of 1250,50.",
    "This is no amount. Type for example 1250 or 1250.50.",
);
pub const NO_AMOUNT_YET: Text = t("bedrag onbekend", "amount unknown");
pub const TOTALS: Text = t("Per doel", "By purpose");
pub const PURPOSE: Text = t("Waarvoor", "What for");
pub const AMOUNT: Text = t("Bedrag", "Amount");
pub const USED: Text = t("Samen ingezet", "Used together");
pub const LEFT: Text = t("Nog over", "Left");
pub const USES: Text = t("Wat jullie ermee doen", "What you do with it");
pub const WHAT: Text = t("Wat", "What");
pub const ADD: Text = t("Wat erbij?", "What to add?");
pub const ADD_HINT: Text = t(
    "Bijvoorbeeld: twee ochtenden een leerkracht erbij. Geen namen van kinderen.",
    "For example: an extra teacher on two mornings. No names of children.",
);
pub const REMOVE: Text = t("Haal weg", "Take away");
pub const EVALUATE: Text = t("Hielp het?", "Did it help?");
pub const EVALUATED: Text = t("Teruggekeken op", "Looked back on");
pub const WORKS: Text = t("Werkt het?", "Does it work?");
pub const EVALUATION: Text = t("Waaraan zien jullie dat?", "What shows that?");
pub const ACCOUNT: Text = t("Jaarverslag", "Annual report");
pub const ACCOUNT_TEXT: Text = t("Tekst voor het jaarverslag", "Words for the annual report");
pub const ACCOUNTED: Text = t("In het jaarverslag gezet op", "Put in the annual report on");
pub const BUDGET_SAYS: Text = t("In de begroting staat per leerling", "The budget says per pupil");
pub const BUDGET_FIXED: Text = t("En per school", "And per school");
pub const NO_BUDGET: Text = t(
    "Op dit apparaat staat geen begroting met een bedrag per leerling voor dit jaar.",
    "On this device there is no budget with an amount per pupil for this year.",
);
pub const PUPILS: Text =
    t("Aantal leerlingen op de teldatum", "Number of pupils on the count date");
pub const PUPILS_HINT: Text =
    t("Alleen om te rekenen; dit wordt niet bewaard.", "Only to reckon; this is not kept.");
pub const NO_COUNT: Text = t("Vul een heel getal in.", "Fill in a whole number.");
pub const TAKE: Text = t("Neem over:", "Take over:");
pub const NOTE: Text = t("Vijf doelen", "Five purposes");
pub const NOTE_BODY: Text = t(
    "Het plan noemt vijf doelen voor dit geld. Past iets daar niet bij, dan is dat een vraag en geen fout (BAS-07). Een arrangement laat zien dat het werkt (BAS-08).",
    "The plan names five purposes for this money. If something fits none, that is a question and no fault (BAS-07). An arrangement shows that it works (BAS-08).",
);
