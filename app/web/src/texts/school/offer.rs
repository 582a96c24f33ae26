//! What a school offers, while it is filled in.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat kan een kind hier vinden? Elke school vult dezelfde lijst in, in dezelfde volgorde.",
    "What can a child find here? Every school fills in the same list, in the same order.",
);
pub const EMPTY: Text = t("Voor dit jaar staat er nog niets", "There is nothing for this year yet");
pub const EMPTY_WHY: Text = t(
    "Het aanbod hoort in de schoolgids en wordt ieder jaar opnieuw bekeken.",
    "The offer belongs in the school guide and is looked at again every year.",
);
pub const BEGIN: Text = t("Begin met een lege lijst", "Begin with an empty list");
pub const BEGIN_AGAIN: Text =
    t("Begin met wat er vorig jaar stond", "Begin with what stood there last year");
pub const NEXT: Text = t("Volgende stap", "Next step");
pub const NEXT_HEAR: Text = t("Vraag eerst wat leerlingen vinden", "First ask what pupils think");
pub const NEXT_FILL: Text = t("Vul de lijst aan", "Complete the list");
pub const NEXT_ADOPT: Text = t("Laat de schoolgids vaststellen", "Have the school guide adopted");
pub const NEXT_PUBLISH: Text = t("Maak het aanbod openbaar", "Publish the offer");
pub const NEXT_DONE: Text = t("Klaar voor dit jaar", "Done for this year");
pub const SEE: Text = t("Bekijk zoals ouders het lezen", "See it as parents read it");
pub const PUPILS: Text = t("Leerlingen eerst", "Pupils first");
pub const HEARD: Text = t("Leerlingen gehoord op", "Pupils heard on");
pub const HEARD_HINT: Text =
    t("Voordat de schoolgids wordt vastgesteld.", "Before the school guide is adopted.");
pub const INFLUENCE: Text = t("Wat is er door leerlingen veranderd?", "What did pupils change?");
pub const SHORT: Text = t("In het kort, voor ouders", "In short, for parents");
pub const BASIC: Text = t("Wat er voor ieder kind is", "What there is for every child");
pub const NEEDS: Text = t(
    "Wat heeft een kind nodig, en kan het hier?",
    "What does a child need, and can it be done here?",
);
pub const NOT_SAID: Text = t("Nog niet ingevuld", "Not filled in yet");
pub const EXPLAIN: Text = t("Uitleg erbij", "Explanation");
pub const SETTLED: Text = t("Vastgesteld en openbaar", "Adopted and public");
pub const ADOPTED: Text = t("Schoolgids vastgesteld op", "School guide adopted on");
pub const PUBLISHED: Text = t("Openbaar sinds", "Public since");
pub const RULES: Text = t("Wat wet en plan vragen", "What law and plan ask");
pub const NOTE: Text = t("Van profiel naar schoolgids", "From profile to school guide");
pub const NOTE_BODY: Text = t(
    "Tot 1 augustus 2025 had elke school een schoolondersteuningsprofiel. Sindsdien staat het aanbod in de schoolgids (SOP-01, L-28).",
    "Until 1 August 2025 every school had a school support profile. Since then the offer stands in the school guide (SOP-01, L-28).",
);
pub const NO_RANK: Text = t("Vergelijken zonder ranglijst", "Comparing without ranking");
pub const NO_RANK_BODY: Text = t(
    "Ouders lezen bij elke school dezelfde dingen in dezelfde volgorde. Er staan geen punten of cijfers bij.",
    "Parents read the same things in the same order at every school. There are no points or marks.",
);
