//! Choosing or beginning a school.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Kijk samen naar wat jullie school al kan en wat de volgende stap is.",
    "Look together at what your school can do already and what the next step is.",
);
pub const HERE: Text = t("Op dit apparaat", "On this device");
pub const NEW: Text = t("Een school beginnen", "Begin a school");
pub const WHICH: Text = t("Welke school?", "Which school?");
pub const OTHER: Text = t("Een andere school", "Another school");
pub const NAME: Text = t("Naam van de school", "Name of the school");
pub const NAME_EMPTY: Text = t("Vul de naam van de school in.", "Fill in the name of the school.");
pub const BOARD: Text = t("Schoolbestuur", "School board");
pub const BOARD_HINT: Text = t("Mag leeg blijven.", "May stay empty.");
pub const REGION: Text = t("Samenwerkingsverband", "Samenwerkingsverband");
pub const AREA: Text = t("Werkgebied", "Werkgebied");
pub const NO_AREA: Text = t("Geen, of weet ik niet", "None, or I do not know");
pub const MY_SEAT: Text = t("Jouw rol op deze school", "Your role at this school");
pub const BEGIN: Text = t("Begin", "Begin");
pub const INVITED: Text = t("Heeft iemand je uitgenodigd?", "Did somebody invite you?");
pub const INVITED_GO: Text = t("Doe mee met een school", "Join a school");
pub const NOTE: Text = t("Alleen op dit apparaat", "Only on this device");
pub const NOTE_BODY: Text = t(
    "Wat je invult blijft hier, totdat je zelf iemand uitnodigt.",
    "What you fill in stays here, until you invite somebody yourself.",
);
pub const YEAR_WAITS: Text = t("Nieuw schooljaar", "New school year");
pub const YEAR: Text = t("Begin aan", "Begin");
pub const YEAR_OF_SCHOOL: Text = t(
    "De school is dit jaar nog niet begonnen. Alleen de school zelf kan dat doen.",
    "The school has not begun this year yet. Only the school itself can do that.",
);
pub const YEAR_WHY: Text = t(
    "Dezelfde mensen, een schone lijst. Wat jullie eerder zeiden blijft ernaast staan.",
    "The same people, a clean list. What you said before stays beside it.",
);
pub const YEAR_EMPTY: Text =
    t("Over dit jaar staat hier nog niets.", "Nothing is here about this year yet.");
pub const YEAR_BEGIN: Text = t("Begin dit schooljaar", "Begin this school year");
pub const YEAR_BACK: Text = t("Terug naar dit schooljaar", "Back to this school year");
