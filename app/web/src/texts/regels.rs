//! Regels: the list, one rule, and the rule that is not there. What a rule itself says stands beside it in `rules`.

pub mod trial;

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat de wet zegt, wat in de regio is afgesproken en waar we naar streven. Met de bron erbij, in gewone woorden.",
    "What the law says, what the region agreed and what we strive for. With the source, in plain words.",
);
pub const SEARCH: Text = t("Zoek een regel", "Find a rule");
pub const SEARCH_HINT: Text = t(
    "Een woord, een nummer zoals RES-03, of iets uit de bron.",
    "A word, a number such as RES-03, or something from the source.",
);
pub const GO: Text = t("Zoeken", "Search");
pub const LAYER: Text = t("Hoe bindend", "How binding");
pub const ALL: Text = t("Alles", "All");
pub const TOPIC: Text = t("Onderwerp", "Topic");
pub const ALL_TOPICS: Text = t("Alle onderwerpen", "All topics");
pub const OF: Text = t("van", "of");
pub const RULES: Text = t("regels", "rules");
pub const NOTHING: Text = t("Geen regel gevonden", "No rule found");
pub const NOTHING_WHY: Text = t(
    "Probeer een ander woord, of laat alle regels weer zien.",
    "Try another word, or show all rules again.",
);
pub const SHOW_ALL: Text = t("Alle regels laten zien", "Show all rules");
pub const SHORTCUT: Text =
    t("Met de toets / naar het zoekveld", "Go to the search field with the / key");
pub const NOTE: Text = t("Drie soorten regels", "Three kinds of rules");
pub const NOTE_BODY: Text = t(
    "Een landelijke regel geldt voor iedereen. Een afspraak geldt in een regio, zolang het plan loopt. Een streven is iets om over te praten: wie het niet haalt, doet niets fout.",
    "A national rule holds for everybody. An agreement holds in one region, as long as its plan runs. An aim is something to talk about: who does not reach it does nothing wrong.",
);

pub const BACK_TO_ALL: Text = t("Alle regels", "All rules");
pub const SAYS: Text = t("Wat er staat", "What it says");
pub const ALSO_SAYS: Text = t("Wat andere bronnen zeggen", "What other sources say");
pub const NEEDS_NETWORK: Text = t(
    "Voor het openen van een bron op een andere website is internet nodig. Wat hier staat, werkt zonder.",
    "Opening a source on another website needs the internet. What stands here works without it.",
);
pub const VALID: Text = t("Wanneer de regel geldt", "When the rule is in force");
pub const TODAY: Text = t("vandaag", "today");
pub const CHECKED: Text =
    t("Voor het laatst vergeleken met de bron op", "Last compared with the source on");
pub const WHERE: Text = t("Waar de regel geldt", "Where the rule holds");
pub const EVERYWHERE: Text = t("In het hele land.", "In the whole country.");
pub const ONLY_IN: Text = t("Alleen in", "Only in");

pub const AMOUNTS: Text =
    t("Bedragen en grenzen die de regel leest", "Amounts and limits that the rule reads");
pub const PERIOD: Text = t("Geldig", "In force");
pub const VALUE: Text =
    t("Waarde, hoe zeker die is, en bron", "Value, how certain it is, and source");
pub const SINCE: Text = t("vanaf", "from");
pub const UNTIL: Text = t("tot en met", "to");
pub const NOT_KNOWN: Text = t("Nog niet bekend, te vinden in", "Not known yet, to be found in");
pub const NO_ROWS: Text = t(
    "Hier is geen bedrag van bekend. Kies bij Probeer een regio: die kan een eigen bedrag hebben.",
    "No amount is known here. Choose a region under Try it: it may have an amount of its own.",
);

pub const NOT_FOUND: Text = t("Deze regel staat er niet", "This rule is not here");
pub const NOT_FOUND_WHY: Text = t(
    "Misschien is het nummer verkeerd overgenomen, of komt de regel in een nieuwere versie. Zoek hem op een woord of nummer.",
    "The number may have been copied wrongly, or the rule comes in a newer version. Find it by a word or number.",
);
