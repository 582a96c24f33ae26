//! The year planning: days, rules, topics, budget.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wanneer komen jullie bij elkaar, en wat moet dit jaar nog aan de orde komen?",
    "When do you meet, and what still has to come up this year?",
);
pub const DAYS: Text = t("Vergaderingen", "Meetings");
pub const NEW: Text = t("Nieuwe vergadering", "New meeting");
pub const ON: Text = t("Dag", "Day");
pub const AT: Text = t("Tijd", "Time");
pub const MINUTES: Text = t("Duur in minuten", "Length in minutes");
pub const PLACE: Text = t("Plaats", "Place");
pub const TITLE: Text = t("Eigen titel", "Own title");
pub const TITLE_HINT: Text = t("Mag leeg blijven.", "May stay empty.");
pub const KIND: Text = t("Soort overleg", "Kind of meeting");
pub const PLAN: Text = t("Zet in de planning", "Put it in the planning");
pub const NO_DAY: Text = t("Kies eerst een dag.", "Choose a day first.");
pub const CANCELLED: Text = t("Vervallen", "Cancelled");
pub const HELD: Text = t("Gehouden", "Held");
pub const RULES: Text = t("Wat de regels zeggen", "What the rules say");
pub const MEMO: Text = t(
    "Dag van de laatste memo met beleidskaders",
    "Day of the latest memo with the policy framework",
);
pub const MEMO_HINT: Text = t("Van de netwerkgroep.", "From the network group.");
pub const TOPICS: Text = t("Hoelang niet op de agenda", "How long not on the agenda");
pub const LAST: Text = t("laatst op", "last on");
pub const NEVER: Text = t("nog nooit, voor zover hier staat", "never yet, as far as it says here");
pub const SKIPPED_ONE: Text = t("één vergadering overgeslagen", "one meeting skipped");
pub const SKIPPED: Text = t("vergaderingen overgeslagen", "meetings skipped");
pub const BUDGET: Text = t("Budget van het werkgebied", "Budget of the werkgebied");
pub const AMOUNT: Text = t("Budget in dit kalenderjaar", "Budget in this calendar year");
pub const FRICTIONS: Text =
    t("Waarvan gereserveerd voor fricties", "Of which reserved for frictions");
pub const NO_AMOUNT: Text = t(
    "Dit is geen bedrag. Schrijf bijvoorbeeld 12.500.",
    "This is no amount. Write for instance 12,500.",
);
