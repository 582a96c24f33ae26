//! What schools offer together.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Samen hebben scholen voor ieder kind een plek. Hier zie je wat er is en wat nog ontbreekt.",
    "Together schools have a place for every child. Here you see what is there and what is still missing.",
);
pub const EMPTY: Text = t("Hier staat nog geen school", "No school is here yet");
pub const EMPTY_WHY: Text = t(
    "Dit beeld ontstaat uit het aanbod van scholen op dit apparaat. Word bij een school uitgenodigd, of neem een bestand over.",
    "This picture grows from the offers of schools on this device. Be invited to a school, or take over a file.",
);
pub const TAKE: Text = t("Neem een bestand over", "Take over a file");
pub const COUNTED: Text = t("Scholen op dit apparaat: {}.", "Schools on this device: {}.");
pub const SILENT: Text = t(
    "Van {} daarvan is het aanbod van dit jaar nog niet bekend.",
    "Of {} of them the offer of this year is not known yet.",
);
pub const GAPS: Text = t("Wat ontbreekt", "What is missing");
pub const NO_GAPS: Text = t(
    "Er is geen gat bekend. Wat nog niet ingevuld is, telt als onbekend.",
    "No gap is known. What was not filled in counts as unknown.",
);
pub const PICTURE: Text = t("Waar is wat?", "What is where?");
pub const PICTURE_SAYS: Text = t(
    "Van {} van de {} behoeften is bekend dat een school eraan kan voldoen; {} gaten. De cijfers staan in de tabel.",
    "Of {} of the {} needs it is known that a school can meet them; {} gaps. The figures are in the table.",
);
pub const LEGEND: Text = t(
    "Een volle stip met een getal: zoveel scholen kunnen dit, zelf of met hulp. Een open stip: een gat. Een stippellijn: nog niet bekend.",
    "A full dot with a number: so many schools can do this, by themselves or with help. An open dot: a gap. A dotted line: not known yet.",
);
pub const TABLE: Text = t("Scholen die dit kunnen", "Schools that can do this");
pub const NEED: Text = t("Behoefte", "Need");
pub const WHOLE: Text = t("Alle scholen samen", "All schools together");
pub const WHAT_IF: Text = t("Als een school hierin groeit", "If a school grows in this");
pub const SCHOOL: Text = t("School", "School");
pub const GROWS_IN: Text = t("groeit in", "grows in");
pub const CHOOSE: Text = t("Kies", "Choose");
pub const NO_CHANGE: Text =
    t("Dan verandert er niets aan wat ontbreekt.", "Then nothing changes in what is missing.");
pub const YEARS: Text = t("Door de jaren", "Over the years");
pub const YEAR: Text = t("Schooljaar", "School year");
pub const SCHOOLS: Text = t("Scholen", "Schools");
pub const COVERED: Text = t("Met een plek", "With a place");
pub const SINCE: Text = t("Anders dan het jaar ervoor", "Different from the year before");
pub const GAP_COUNT: Text = t("Gaten", "Gaps");
pub const REPORT: Text = t("Verslag voor de Deelnemersraad", "Report for the Deelnemersraad");
pub const REPORT_WHY: Text = t(
    "In het verslag staat geen naam van een school.",
    "The report has no name of a school in it.",
);
pub const MATRIX: Text = t("Dekkend aanbod als tabel (.csv)", "Covering offer as a table (.csv)");
pub const BESIDE: Text = t("Scholen naast elkaar (.csv)", "Schools side by side (.csv)");
pub const NOTE: Text = t("Tellen zonder te vergelijken", "Counting without comparing");
pub const NOTE_BODY: Text = t(
    "Dit telt scholen, geen kinderen, en het zet geen school boven een andere. Niets ingevuld is onbekend, geen nee.",
    "This counts schools, not children, and puts no school above another. Nothing filled in is unknown, not a no.",
);
pub const FOUR_YEARS: Text = t("Iedere vier jaar", "Every four years");
pub const FOUR_YEARS_BODY: Text = t(
    "Eens in de vier jaar leggen de scholen alles naast elkaar (SOP-03). De Deelnemersraad hoort wat daaruit komt (SOP-06).",
    "Once in four years schools lay everything side by side (SOP-03). The Deelnemersraad hears what comes of it (SOP-06).",
);
