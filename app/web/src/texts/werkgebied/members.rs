//! Schools, people, and what each can be asked for.

use rules::text::{Text, t};

pub const SCHOOLS_LEAD: Text = t(
    "Welke scholen horen bij dit werkgebied? De naam is genoeg; de rest mag later.",
    "Which schools belong to this werkgebied? The name is enough; the rest may come later.",
);
pub const ADD_SCHOOL: Text = t("School erbij", "Add a school");
pub const ADD_HINT: Text = t("De naam is genoeg.", "The name is enough.");
pub const SCHOOL_NAME: Text = t("Naam van de school", "Name of the school");
pub const SCHOOL_KIND: Text = t("Soort school", "Kind of school");
pub const BOARD: Text = t("Schoolbestuur", "School board");
pub const GIFTED: Text = t(
    "Heeft aanbod voor hoogbegaafde leerlingen die meer nodig hebben",
    "Offers what gifted pupils with extra needs require",
);
pub const CHANGE: Text = t("Aanvullen of wijzigen", "Complete or change");
pub const LEAVES: Text = t("Doet niet meer mee", "Takes no part any more");
pub const GONE: Text = t("Doen niet meer mee", "Take no part any more");
pub const BACK: Text = t("Weer erbij", "Back in");
pub const PEOPLE_LEAD: Text = t(
    "Wie zitten aan tafel, en wie kun je waarvoor vragen?",
    "Who sits at the table, and whom can you ask for what?",
);
pub const ADD_PERSON: Text = t("Iemand erbij", "Add somebody");
pub const PERSON_NAME: Text = t("Naam", "Name");
pub const SEAT: Text = t("Rol aan tafel", "Seat at the table");
pub const SEATS: Text = t("Rollen van", "Seats of");
pub const SCHOOL: Text = t("School", "School");
pub const NO_SCHOOL: Text = t("Niet van een school", "Not of a school");
pub const ORGANISATION: Text = t("Organisatie", "Organisation");
pub const CONTACT: Text = t("Bereikbaar via", "Reached by");
pub const CONTACT_HINT: Text =
    t("Alleen werk: telefoon of e-mail.", "Work only: telephone or e-mail.");
pub const ASK_FOR: Text = t("Te vragen voor", "Can be asked for");
pub const ADD_EXPERTISE: Text =
    t("Waarvoor kun je hier terecht?", "What can people come here for?");
pub const REMOVE: Text = t("Haal weg:", "Take away:");
pub const CARD: Text = t("Wie kan je waarvoor benaderen", "Whom to ask for what");
pub const CARD_LEAD: Text = t(
    "Op onderwerp, uit wat bij scholen en mensen is ingevuld.",
    "By subject, from what was filled in with schools and people.",
);
pub const CARD_SEARCH: Text =
    t("Zoek op onderwerp, naam of school", "Search by subject, name or school");
pub const CARD_EMPTY: Text = t(
    "Nog niets gevonden. Vul bij een school of bij iemand in waarvoor je daar terechtkunt.",
    "Nothing found yet. Fill in with a school or a person what they can be asked for.",
);
