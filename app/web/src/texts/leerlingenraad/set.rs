//! A class set: more tablets at once, with or without network.

use rules::text::{Text, t};

pub const TITLE: Text = t("Meer tablets", "More tablets");
pub const LEAD: Text = t(
    "Kinderen antwoorden op tablets van school die van niemand zijn. Daar staat geen naam en geen account. Wat zij zeggen gaat verzegeld naar dit apparaat.",
    "Children answer on the school's tablets that are nobody's. There is no name and no account on them. What they say goes to this device sealed.",
);
pub const OUT: Text = t("1. Geef de vragen aan de tablets", "1. Give the questions to the tablets");
pub const OUT_WHY: Text = t(
    "Open op elke tablet Thuisnabij, kies Doe mee in de kring en laat de camera naar deze code kijken. Er is geen internet nodig.",
    "On each tablet open Thuisnabij, choose Join the circle and point the camera at this code. No internet is needed.",
);
pub const OUT_CODE: Text = t("De code met de vragen", "The code with the questions");
pub const BACK: Text = t("2. Haal de antwoorden terug", "2. Bring the answers back");
pub const BACK_WHY: Text = t(
    "Kijk na afloop met dit apparaat naar de code op elke tablet, of open het bestand. Twee keer kijken telt één keer.",
    "Afterwards look with this device at the code on each tablet, or open the file. Looking twice counts once.",
);
pub const TAKEN: Text = t("Nieuwe antwoorden binnen", "New answers taken in");
pub const AGAIN: Text = t("Dit was er al.", "This was here already.");
pub const OTHER: Text = t(
    "Deze code hoort bij iets anders, of bij een andere raad.",
    "This code belongs to something else, or to another council.",
);
pub const PAGE: Text = t("Doe mee in de kring", "Join the circle");
pub const PAGE_LEAD: Text = t(
    "Voor een tablet van school die van niemand is. Kijk naar de code op het apparaat van de begeleider.",
    "For a tablet of the school that is nobody's. Look at the code on the adult's device.",
);
pub const SOMEBODY: Text = t("Iemand is hier nog binnen", "Somebody is still in here");
pub const SOMEBODY_WHY: Text = t(
    "Vergrendel dit apparaat eerst. Dan kunnen kinderen nergens bij.",
    "Lock this device first. Then children can get at nothing.",
);
pub const LOCK: Text = t("Vergrendel", "Lock");
pub const READY: Text = t("De vragen staan klaar", "The questions are ready");
pub const GIVE_BACK: Text =
    t("Laat dit zien aan het apparaat van de begeleider", "Show this to the adult's device");
pub const GIVE_CODE: Text = t("De code met verzegelde antwoorden", "The code with sealed answers");
pub const SEALED: Text = t(
    "De antwoorden staan verzegeld op deze tablet. Hoeveel het er zijn, is niet te zien.",
    "The answers are on this tablet, sealed. How many there are cannot be seen.",
);
pub const CLEAR: Text = t("Maak deze tablet leeg", "Empty this tablet");
pub const CLEAR_WHY: Text = t(
    "Op deze tablet staan antwoorden van kinderen. Heeft de begeleider ze nog niet, dan gaan ze verloren. Het kan niet terug.",
    "There are answers of children on this tablet. If the adult does not have them yet, they are lost. It cannot be undone.",
);
pub const CLEAR_HOLD: Text =
    t("Houd drie tellen ingedrukt: maak leeg", "Keep pressed for three seconds: empty it");
pub const MORE: Text = t("Verder met de kinderen", "Go on with the children");
pub const NET: Text = t("Laat ze via internet terugkomen", "Let them come back over the internet");
pub const NET_WHY: Text = t(
    "Is er internet? Dan kunnen de tablets hun antwoorden ook zelf sturen. Alles is verzegeld: de server ziet stukken die even groot zijn, en niet van wie of hoeveel. De tablets moeten daarna de code hierboven lezen. Deze ruimte gaat dan versleuteld naar de server.",
    "Is there internet? Then the tablets can send their answers themselves too. Everything is sealed: the server sees pieces of one size, and not whose or how much. The tablets must read the code above after that. This space then goes to the server encrypted.",
);
pub const NET_HERE: Text = t(
    "Antwoorden via internet komen vanzelf binnen.",
    "Answers over the internet come in by themselves.",
);
pub const NET_TRIES: Text = t("Verbinden met de server…", "Connecting to the server…");
pub const NET_NOT: Text = t(
    "De server is nu niet te bereiken. Met de camera of een bestand kan het wel.",
    "The server cannot be reached now. With the camera or a file it can be done.",
);
pub const NET_OVER: Text = t(
    "De tablets kunnen niets meer sturen: de twee weken zijn voorbij. Wil je verder, dan moeten de tablets daarna de code hierboven opnieuw lezen.",
    "The tablets can send nothing more: the two weeks are over. If you want to go on, the tablets must read the code above again after that.",
);
pub const NET_AGAIN: Text =
    t("Laat ze weer via internet terugkomen", "Let them come back over the internet again");
pub const NET_COUNT: Text = t("Kinderen tot nu toe", "Children so far");
pub const SEND: Text = t("Stuur naar de begeleider", "Send to the adult");
pub const SENDING: Text = t("Bezig met sturen…", "Sending…");
pub const SENT: Text = t(
    "Alles is verstuurd. De begeleider haalt het op.",
    "Everything is sent. The adult fetches it.",
);
pub const NOT_SENT: Text = t(
    "Het sturen lukt nu niet. Alles staat nog verzegeld op deze tablet. Probeer het straks nog een keer, of laat de code zien.",
    "Sending does not work now. Everything is still on this tablet, sealed. Try again later, or show the code.",
);
pub const SEND_CLOSED: Text = t(
    "De begeleider neemt niets meer aan via internet. Laat de code zien.",
    "The adult takes nothing more over the internet. Show the code.",
);
pub const WITHOUT_NET: Text = t("Zonder internet", "Without internet");
pub const VOICE_HERE: Text = t(
    "De stem van de begeleider is er. Kinderen horen haar met de knop Lees voor.",
    "The adult's voice is here. Children hear it with the button Read aloud.",
);
pub const VOICE_COMES: Text = t(
    "De stem van de begeleider komt binnen. Jullie kunnen al beginnen.",
    "The adult's voice is coming in. You can begin already.",
);
pub const VOICE_NOT: Text = t(
    "De stem van de begeleider is er nu niet. Zonder haar kan het ook.",
    "The adult's voice is not here now. It can be done without it.",
);
pub const VOICE_FETCH: Text = t("Haal de stem op", "Fetch the voice");
pub const VOICE_TRY: Text = t("Probeer het via internet", "Try it over the internet");
pub const VOICE_OTHER: Text = t(
    "In dit bestand zit de stem bij deze vragen niet.",
    "The voice for these questions is not in this file.",
);
pub const VOICE_FILE: Text = t(
    "Zonder internet: kies het bestand met de vragen van de begeleider.",
    "Without internet: choose the file with the adult's questions.",
);

// What the adult's own device says of it.
pub const OWN_VOICE: Text = t("Jouw stem op de tablets", "Your voice on the tablets");
pub const OWN_IN_FILE: Text = t(
    "Wat je hebt ingesproken, is te groot voor de code. Zonder internet gaat het mee in het bestand.",
    "What you recorded is too large for the code. Without internet it goes along in the file.",
);
pub const OWN_GOES: Text = t(
    "Jouw stem gaat nu verzegeld naar de server. Laat de tablets de code daarna lezen, dan halen ze haar op.",
    "Your voice is going to the server now, sealed. Let the tablets read the code after that, then they fetch it.",
);
pub const OWN_THERE: Text = t(
    "Jouw stem staat verzegeld klaar. Een tablet met internet haalt haar op na het lezen van de code.",
    "Your voice is ready, sealed. A tablet with internet fetches it after reading the code.",
);
pub const OWN_NOT: Text = t(
    "Jouw stem kon niet naar de server. Het bestand heeft haar wel bij zich.",
    "Your voice could not go to the server. The file does have it.",
);
pub const OWN_LEFT_OUT: Text = t(
    "Niet alle zinnen passen. Zoveel gaan er niet mee:",
    "Not all sentences fit. So many do not go along:",
);
