//! The Oudersteunpunt.

use rules::text::{Text, t};

pub const NAME: Text = t("Oudersteunpunt", "Oudersteunpunt");
pub const LEAD: Text = t(
    "Hier staat wat ouders meemaken, samen genomen. Geen namen, geen scholen, geen verhaal van één gezin.",
    "Here stands what parents experience, taken together. No names, no schools, no story of one family.",
);
pub const TASKS: Text = t("De drie taken", "The three tasks");
pub const TASK_SET: Text = t("Is dit ingericht?", "Is this set up?");
pub const NOT_KNOWN: Text = t("Nog niet bekend", "Not known yet");
pub const YES: Text = t("Ja", "Yes");
pub const NO: Text = t("Nee", "No");
pub const INFORM: Text = t(
    "Ouders vinden hier hoe het werkt, wat hun rechten zijn en welke hulp er is.",
    "Parents find here how it works, what their rights are and which help there is.",
);
pub const SUPPORT: Text = t(
    "Ouders delen zorgen op een veilige plek, ook met ouders die het zelf meemaakten.",
    "Parents share worries in a safe place, also with parents who went through it themselves.",
);
pub const SIGNAL_TASK: Text = t(
    "Wat veel ouders raakt, gaat door naar wie er iets aan kan doen.",
    "What touches many parents goes on to who can do something about it.",
);
pub const THEMES: Text = t("Waar ouders mee komen", "What parents come with");
pub const THEMES_LEAD: Text = t(
    "Tel gezinnen, niet gesprekken. Bij één tot en met vier bewaart de app alleen dat het er weinig zijn.",
    "Count families, not talks. From one to four the app keeps only that there were few.",
);
pub const FEW: Text = t("minder dan vijf", "fewer than five");
pub const NOT_A_NUMBER: Text =
    t("Vul een heel getal in, 0 of meer.", "Fill in a whole number, 0 or more.");
pub const SIGNALS: Text = t("Wat het steunpunt doorgeeft", "What the support point passes on");
pub const SIGNAL: Text = t("Een signaal erbij", "Add a signal");
pub const SIGNAL_HINT: Text =
    t("Schrijf over wat veel ouders merken.", "Write about what many parents notice.");
pub const NOBODY_IN_IT: Text = t(
    "Ik heb het nagelezen: er is geen gezin in te herkennen.",
    "I read it again: no family can be recognised in it.",
);
pub const ADD: Text = t("Zet erbij", "Add it");
pub const AWAY: Text = t("Haal weg", "Take away");
pub const NO_SIGNALS: Text = t("Nog niets doorgegeven.", "Nothing passed on yet.");
pub const SHARED: Text = t(
    "Op welke dag is dit in het samenwerkingsverband gedeeld?",
    "On which day was this shared in the samenwerkingsverband?",
);
pub const NOTE: Text = t("Waarom kleine getallen weg zijn", "Why small numbers are gone");
pub const NOTE_BODY: Text = t(
    "Wie de gezinnen kent, zou kunnen raden om wie het gaat. Daarom wordt een klein getal ook niet bewaard.",
    "Who knows the families could guess whom it is about. That is why a small number is not kept either.",
);
