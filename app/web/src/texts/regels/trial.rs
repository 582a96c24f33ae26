//! Probeer: filling in a rule and reading what comes out.

use rules::rule::Verdict;
use rules::text::{Text, t};

pub const TRY: Text = t("Probeer", "Try it");
pub const TRY_WHY: Text = t(
    "Vul in wat je weet. De uitkomst verandert mee. Wat je hier invult, wordt niet opgeslagen of verstuurd.",
    "Fill in what you know. The outcome follows. What you fill in here is neither saved nor sent.",
);
pub const SITUATION: Text = t("Wanneer en waar", "When and where");
pub const DAY: Text = t("Peildatum", "Reference date");
pub const DAY_HINT: Text = t(
    "De dag waarop je de regel bekijkt, zoals 22-11-2026.",
    "The day for which you look at the rule, such as 22-11-2026.",
);
pub const USE_DAY: Text =
    t("Reken met een dag waarop de regel geldt:", "Use a day on which the rule is in force:");
pub const REGION: Text = t("Samenwerkingsverband", "Samenwerkingsverband");
pub const REGION_HINT: Text = t(
    "Een regio kan eigen afspraken en eigen bedragen hebben.",
    "A region may have agreements and amounts of its own.",
);
pub const NO_REGION: Text = t("Geen keuze", "No choice");
pub const FACTS: Text = t("Wat je weet", "What you know");
pub const NO_FACTS: Text = t(
    "Deze regel vraagt niets: hij hangt alleen af van de dag en de regio.",
    "This rule asks nothing: it depends only on the day and the region.",
);
pub const EXAMPLE: Text = t("Vul een voorbeeld in", "Fill in an example");
pub const EXAMPLE_WHY: Text = t(
    "Benieuwd hoe deze regel werkt? Het voorbeeld is verzonnen en ligt vlak bij een grens.",
    "Curious how this rule works? The example is made up and lies close to a limit.",
);
pub const EMPTY: Text = t("Maak weer leeg", "Make it empty again");
pub const DONT_KNOW: Text = t("Weet ik niet", "I do not know");
pub const IN_EUROS: Text = t("In euro, zoals 1.250,50.", "In euros, such as 1,250.50.");
pub const IN_PERCENT: Text = t("In procenten, zoals 3,5.", "In per cent, such as 3.5.");
pub const AS_DATE: Text = t("Een dag, zoals 22-11-2026.", "A day, such as 22-11-2026.");
pub const AS_TEXT: Text = t("In je eigen woorden.", "In your own words.");
pub const ONE_PER_LINE: Text = t(
    "Een per regel. Plakken uit een rekenblad kan ook.",
    "One per line. You can paste from a spreadsheet.",
);
pub const ORDER: Text = t(
    "Horen twee lijsten bij elkaar, houd dan dezelfde volgorde aan.",
    "If two lists belong together, keep them in the same order.",
);
pub const AT_LINE: Text = t("Regel", "Line");
pub const READ_AS: Text = t("Gelezen als", "Read as");

pub const OUTCOME: Text = t("Uitkomst", "Outcome");
pub const NO_DAY: Text =
    t("Vul eerst een peildatum in die klopt.", "First fill in a correct reference date.");
pub const NOT_COUNTED: Text =
    t("Een veld met een fout telt nog niet mee.", "A field with a mistake does not count yet.");
pub const SIGNAL: Text = t("Dit vraagt een gesprek.", "This asks for a conversation.");
pub const MISSING: Text = t("Wat nog ontbreekt", "What is still missing");
pub const CHANGES: Text = t("Hiermee wordt het anders", "What would change it");
pub const FINDINGS: Text =
    t("Hier spreken bronnen elkaar tegen", "Here sources contradict each other");
pub const NO_ROW: Text =
    t("er is op deze dag geen bedrag bekend", "no amount is known on this day");
pub const LOOK_IN: Text = t("te vinden in", "to be found in");
pub const WHY: Text = t("Waarom deze uitkomst", "Why this outcome");
pub const RECEIPT: Text = t("Bewijs bewaren", "Save the receipt");
pub const RECEIPT_WHY: Text = t(
    "Het bewijs is een bestand met de uitkomst, de gegevens, de bedragen en de bronnen, zodat een ander het kan narekenen.",
    "The receipt is a file with the outcome, the facts, the amounts and the sources, so that somebody else can check it.",
);
pub const REFUSED: Text = t(
    "De browser wilde het bestand niet bewaren. Afdrukken kan wel.",
    "The browser would not save the file. Printing still works.",
);

/// What a verdict means, in a few words. Never about a child: about the rule.
pub const fn meaning(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Voldoet => t("", ""),
        Verdict::VoldoetNiet => t(
            "De gegevens passen nog niet bij deze regel. Hieronder staat wat het anders maakt.",
            "The facts do not fit this rule yet. What would change that stands below.",
        ),
        Verdict::NietVanToepassing => {
            t("De regel zegt hier niets over.", "The rule says nothing about this.")
        }
        Verdict::Onbekend => t("Er kan nog geen antwoord zijn.", "There cannot be an answer yet."),
        Verdict::MensBeslist => t(
            "De regel wijst de weg; een mens weegt en beslist.",
            "The rule shows the way; a person weighs and decides.",
        ),
    }
}
