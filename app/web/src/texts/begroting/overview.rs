//! The overview: what is missing, a first calculation, the table and the charts.

use rules::text::{Text, t};

pub const GO_DATA: Text = t("Vul de gegevens in", "Fill in the data");
pub const WHERE: Text = t("Waar je ze vindt", "Where to find them");
pub const GUESS: Text =
    t("Reken eerst met aannames en ramingen", "Calculate with assumptions and estimates first");
pub const GUESS_LEAD: Text = t(
    "Om alvast te kunnen rekenen zetten we dit neer. Alles krijgt een woord erbij (aanname of raming) en je kunt het daarna vervangen door je eigen cijfers.",
    "To be able to calculate already, we would fill in this. Everything is marked (assumption or estimate), and you can replace it by your own figures later.",
);
pub const INDEX: Text =
    t("Met hoeveel procent stijgen de tarieven?", "By how many percent do the tariffs rise?");
pub const INDEX_HINT: Text = t(
    "Jij kiest. Voor het eerste jaar telt het over de hele tijd sinds het laatste bekende bedrag, daarna per jaar.",
    "You choose. For the first year it counts over the whole time since the last known amount, after that per year.",
);
pub const ASSUMPTIONS: Text = t("Aannames", "Assumptions");
pub const ESTIMATES: Text = t("Ramingen van tarieven", "Estimated tariffs");
pub const STAYS: Text = t("Blijft onbekend", "Stays unknown");
pub const STAYS_WHY: Text = t(
    "Dit weet alleen het werkgebied zelf. Het resultaat van het verband hangt er niet van af.",
    "Only the werkgebied itself knows this. The result of the partnership does not depend on it.",
);
pub const ACCEPT: Text = t("Neem dit over en reken", "Take this over and calculate");
pub const NOT_NOW: Text = t("Nu niet", "Not now");
pub const VALUE: Text = t("Waarde", "Value");
pub const BASED_ON: Text = t("Steunt op", "Based on");
pub const WHAT: Text = t("Gegeven", "Figure");
pub const TABLE: Text = t("Begroting per jaar", "Budget per year");
pub const VIEW: Text = t("Hoe wil je het zien?", "How do you want to see it?");
pub const CALENDAR: Text = t("Kalenderjaren", "Calendar years");
pub const SCHOOL: Text = t("Schooljaren", "School years");
pub const INCOME: Text = t("Baten", "Income");
pub const COSTS: Text = t("Lasten", "Expenses");
pub const RESULT: Text = t("Resultaat", "Result");
pub const CAPITAL: Text = t("Eigen vermogen", "Own capital");
pub const NOTES: Text = t("Ter toelichting", "Explanatory");
pub const CHARTS: Text = t("In beeld", "In pictures");
pub const COSTS_CHART: Text = t("Lasten per soort, per jaar", "Expenses by kind, per year");
pub const RESERVE_CHART: Text =
    t("Eigen vermogen tegenover de grenzen", "Own capital against the limits");
pub const RESULT_CHART: Text = t("Resultaat per jaar", "Result per year");
pub const LEFT_OUT: Text = t("Niet ingevuld, telt als niets", "Not filled in, counts as nothing");
pub const GROSS: Text = t("Bruto of netto?", "Gross or net?");
pub const GROSS_BODY: Text = t(
    "De signaleringswaarde rekenen we over de baten voordat DUO de bedragen voor SBO en SO inhoudt. De bronnen zeggen 'bruto' zonder het uit te leggen; dit is onze lezing.",
    "We take the signal value of the income before DUO takes off the amounts for SBO and SO. The sources say 'gross' without explaining it; this is our reading.",
);
pub const ASSUMED_PAGE: Text = t("Waar deze begroting op steunt", "What this budget leans on");
