//! What is left, and a decision that costs money.

use rules::text::{Text, t};

pub const LEFT: Text = t("Over:", "Left:");
pub const OF: Text = t("van", "of");
pub const UNKNOWN: Text = t(
    "Het budget van dit jaar is niet ingevuld. Besloten is tot nu toe",
    "The budget of this year was not filled in. Decided so far:",
);
pub const RULES: Text =
    t("Wat de regels zeggen over dit bedrag", "What the rules say about this amount");
pub const SHORT: Text = t("Het budget komt tekort:", "The budget falls short:");
pub const SHORT_WHY: Text = t(
    "De reservering voor fricties kan het verschil dragen.",
    "The reservation for frictions can carry the difference.",
);
pub const AFTER: Text = t("Daarna is er over in", "After that there is left in");
pub const NO_BUDGET: Text = t(
    "Wat er overblijft is onbekend: er is geen budget ingevuld voor",
    "What is left is unknown: no budget was filled in for",
);
pub const CHILD: Text = t(
    "Wat een kind nodig heeft, gaat door. Een regel wijst alleen aan waar iemand naar moet kijken.",
    "What a child needs goes on. A rule only points out what somebody has to look at.",
);
pub const COSTS: Text = t(
    "Dit kost geld uit het budget van het werkgebied",
    "This costs money from the budget of the werkgebied",
);
pub const AMOUNT: Text = t("Bedrag", "Amount");
pub const YEAR: Text = t("Uit het budget van", "From the budget of");
pub const SCHOOLS: Text = t("Aantal scholen", "Number of schools");
pub const ROUTE: Text = t("Langs welke weg", "By which route");
pub const QUESTIONS: Text = t("Vragen bij deze route", "Questions for this route");
pub const NO_AMOUNT: Text = t("Vul een bedrag in.", "Fill in an amount.");
pub const BEYOND: Text = t(
    "Gaat het verder dan basis- en lichte ondersteuning?",
    "Does it go beyond basic and light support?",
);
pub const SAME_NEED: Text =
    t("Hebben de leerlingen dezelfde behoefte?", "Do the pupils have the same need?");
pub const FOUND: Text = t(
    "Heeft het werkgebied de behoefte zelf vastgesteld?",
    "Did the werkgebied find the need itself?",
);
pub const PLAN: Text = t("Is er een plan van aanpak?", "Is there a plan of action?");
pub const TOP: Text = t("Is er een TOP-dossier?", "Is there a TOP dossier?");
pub const CONSULENT: Text = t("Staat de consulent erachter?", "Does the consultant support it?");
pub const DIRECTEUR: Text = t("Staat de directeur erachter?", "Does the head support it?");
pub const IB: Text =
    t("Staat de intern begeleider erachter?", "Does the intern begeleider support it?");
pub const SAME_AREA: Text =
    t("Is het voor scholen van dit werkgebied?", "Is it for schools of this werkgebied?");
pub const NECESSARY: Text = t("Moet het hoe dan ook gebeuren?", "Does it have to happen anyhow?");
