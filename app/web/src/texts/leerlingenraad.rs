//! Leerlingenraad: the room, its pages, and the overview.

pub mod alone;
pub mod council;
pub mod guide;
pub mod junior;
pub mod kring;
pub mod look;
pub mod picture;
pub mod record;
pub mod set;
pub mod start;
pub mod themes;

use rules::text::{Text, t};

pub const ROOM: Text = t("Leerlingenraad", "Leerlingenraad");
pub const PARTS: Text = t("Onderdelen van de leerlingenraad", "Parts of the leerlingenraad");
pub const OVERVIEW: Text = t("Overzicht", "Overview");
pub const PICTURE: Text = t("De tekening", "The drawing");
pub const THEMES: Text = t("Wat ermee gebeurt", "What happens with it");
pub const JUNIOR: Text = t("Het plan voor kinderen", "The plan for children");
pub const MAY_NOT: Text = t(
    "Je mag deze leerlingenraad lezen en niet veranderen.",
    "You may read this leerlingenraad and not change it.",
);
pub const NOT_OPEN: Text = t(
    "Dit is niet gelukt: de leerlingenraad is hier niet open. Er is niets veranderd.",
    "This did not work: the leerlingenraad is not open here. Nothing has changed.",
);
pub const NOT_KEPT: Text = t(
    "Dit kon niet op het apparaat worden bewaard. Er is niets veranderd. Probeer het nog een keer.",
    "This could not be kept on the device. Nothing has changed. Try once more.",
);
pub const LIES_ALREADY: Text =
    t("De antwoorden van deze raad liggen er al", "The answers of this council are here already");
pub const PLAN_NEW: Text = t(
    "Een tweede groep kan er niet meer bij: dan zou te zien zijn wie later kwam. Plan voor deze kinderen een nieuwe raad.",
    "A second group cannot be added: then it could be seen who came later. Plan a new council for these children.",
);
pub const TO_PLAN: Text = t("Plan een nieuwe raad", "Plan a new council");
pub const LEAD: Text = t(
    "Kinderen vertellen hoe zij naar samen naar school gaan kijken. Wat zij zeggen komt in één tekening, die elk jaar groeit.",
    "Children tell how they look at going to school together. What they say comes into one drawing, which grows every year.",
);
pub const NEXT: Text = t("De volgende raad", "The next council");
pub const NO_NEXT: Text = t("Er is nog geen raad gepland.", "No council is planned yet.");
pub const PREPARE: Text = t("Bereid voor", "Prepare");
pub const TO_CIRCLE: Text = t("Naar de kring", "Go to the circle");
pub const PLAN: Text = t("Plan een raad", "Plan a council");
pub const PLAN_TITLE: Text = t("Waar gaat het over?", "What is it about?");
pub const PLAN_HINT: Text =
    t("Bijvoorbeeld: samen buiten spelen", "For example: playing outside together");
pub const PLAN_GO: Text = t("Zet klaar", "Set up");
pub const DAY: Text = t("Dag", "Day");
pub const GROUP: Text = t("Voor welke groepen", "For which groups");
pub const DAY_EMPTY: Text = t("Kies een dag.", "Choose a day.");
pub const ALL: Text = t("Alle raden", "All councils");
pub const WAITING: Text =
    t("Kinderen wachten op een antwoord", "Children are waiting for an answer");
pub const ANSWERS: Text = t("Antwoord aan de kinderen", "Answers to the children");
pub const NOTHING_WAITS: Text =
    t("Over alles wat er ligt hebben de kinderen gehoord.", "The children heard about everything.");
pub const TO_THEMES: Text = t("Werk de antwoorden bij", "Work on the answers");
pub const RULES: Text = t("Wat het plan vraagt", "What the plan asks");
pub const OTHER: Text =
    t("Andere leerlingenraad of een nieuwe", "Another leerlingenraad, or a new one");
pub const NOTE_SAFE: Text = t("Wat niemand kan zien", "What nobody can see");
pub const NOTE_SAFE_BODY: Text = t(
    "Niemand schrijft een naam. Wat kinderen zeggen wordt door elkaar gelegd, zonder volgorde en zonder tijd. Niemand kan zien wat bij één kind hoort.",
    "Nobody writes a name. What children say is shuffled, without order and without time. Nobody can see what belongs to one child.",
);
pub const NOTE_QUESTIONS: Text =
    t("Waar komen de vragen vandaan?", "Where do the questions come from?");
pub const NOTE_QUESTIONS_BODY: Text = t(
    "De drie vragen staan in het plan (PPO-NK 2022-2026, §4.2.4); hier in woorden voor kinderen. Haal weg wat niet past, en zet eigen vragen erbij.",
    "The three questions are in the plan (PPO-NK 2022-2026, §4.2.4); here in words for children. Take away what does not fit, and add questions of your own.",
);
pub const NOTE_PLAN: Text = t("Waarom een leerlingenraad", "Why a leerlingenraad");
pub const NOTE_PLAN_BODY: Text = t(
    "Het plan wil elk jaar van kinderen zelf horen hoe zij naar samen naar school gaan kijken, en dat in één tekening bewaren (plan PPO-NK 2022-2026, §4.2.4).",
    "The plan wants to hear every year from children themselves how they look at going to school together, and to keep that in one drawing (plan PPO-NK 2022-2026, §4.2.4).",
);
