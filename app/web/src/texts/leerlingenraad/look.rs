//! The adult's look before anything leaves the device.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Dit staat alleen op dit apparaat, in willekeurige volgorde. Kijk of er een naam of een gezicht in staat waaraan iemand een kind kent. Daarna gaat alles in één keer naar de raad.",
    "This is on this device alone, in random order. See whether there is a name or a face by which somebody knows a child. After that everything goes to the council at once.",
);
pub const CHILDREN: Text = t("Kinderen die meededen", "Children who took part");
pub const STILL: Text = t("Nog na te kijken", "Still to look at");
pub const CLOSED: Text = t("Nog dicht", "Closed still");
pub const CLOSED_OF: Text = t("Antwoorden van zoveel kinderen", "Answers of so many children");
pub const CLOSED_WHY: Text = t(
    "Antwoorden van minder dan vijf kinderen blijven nog dicht. Komen er meer bij, dan gaan ze tegelijk open, door elkaar. Zo ziet niemand wat bij één kind hoort.",
    "Answers of fewer than five children stay closed for now. When more come, they open at once, shuffled. So nobody sees what belongs to one child.",
);
pub const OPEN_FEW: Text = t(
    "Komt er niets meer bij, of maak je je zorgen?",
    "Does nothing more come, or are you worried?",
);
pub const OPEN_FEW_WHY: Text = t(
    "Je kunt ze nu openen. Je kunt dan zien wat bij elkaar hoort. Gebruik dat alleen om na te kijken.",
    "You can open them now. You can then see what belongs together. Use that only to look them over.",
);
pub const OPEN: Text = t("Open ze nu", "Open them now");
pub const NOTHING: Text = t("Er is nog niets gezegd", "Nothing has been said yet");
pub const NOTHING_WHY: Text = t(
    "Geef in de kring de tablet aan de kinderen. Wat zij zeggen, komt hier.",
    "In the circle, hand the tablet to the children. What they say comes here.",
);
pub const LIES: Text = t("Alles is nagekeken", "Everything was looked at");
pub const LIES_WHY: Text = t(
    "Wat de kinderen zeiden, ligt in de raad. Kies nu wat in de tekening komt, en welke thema's je ziet.",
    "What the children said lies in the council. Now choose what comes into the picture, and which themes you see.",
);
pub const WORDS: Text = t("Woorden van het kind", "Words of the child");
pub const NOTE: Text = t("Opmerking van jou, apart", "Your remark, kept apart");
pub const FINE: Text = t("Geen naam, geen gezicht", "No name, no face");
pub const LOOKED: Text = t("Nagekeken", "Looked at");
pub const AGAIN: Text = t("Kijk nog eens", "Look again");
pub const LEAVE_OUT: Text = t("Laat weg", "Leave out");
pub const LEFT_OUT: Text =
    t("Weggelaten. Dit kun je nu nog terugzetten.", "Left out. You can still put it back now.");
pub const PUT_BACK: Text = t("Zet terug", "Put back");
pub const MAY_SHOW: Text = t("Mag in de tekening", "May be in the drawing");
pub const NOT_SHOW: Text = t("Liever niet in de tekening", "Rather not in the drawing");
pub const ALL_TO_COUNCIL: Text = t("Leg alles in de raad", "Lay everything down in the council");
pub const FETCH: Text = t("Haal nieuwe antwoorden op", "Fetch new answers");
pub const FETCH_NOT: Text = t(
    "De server is nu niet te bereiken. Probeer het straks nog een keer.",
    "The server cannot be reached now. Try again later.",
);
pub const CAME_IN: Text = t(
    "Er kwamen net nog antwoorden binnen. Kijk ze eerst na. Leg daarna alles in de raad.",
    "More answers came in just now. First look at them. After that lay everything down in the council.",
);
pub const NOT_REACHED: Text = t(
    "De server is nu niet te bereiken. Misschien staan daar nog antwoorden. Wacht op internet. Leg je het toch in de raad, dan gaan die antwoorden weg.",
    "The server cannot be reached now. There may still be answers there. Wait for the internet. If you lay it down anyway, those answers are gone.",
);
pub const INCOMPLETE: Text = t(
    "Van een antwoord is een deel nog niet binnen. Haal het op, of kijk nog eens naar de code op elke tablet. Leg je het toch in de raad, dan gaat dat antwoord weg.",
    "Part of an answer has not come in yet. Fetch it, or look at the code on each tablet again. If you lay it down anyway, that answer is gone.",
);
pub const ANYWAY: Text = t("Leg het toch in de raad", "Lay it down anyway");
pub const TABLETS: Text = t(
    "Zijn alle tablets gelezen? Wat kinderen op een andere tablet zeiden, kan hierna niet meer in deze raad.",
    "Were all tablets read? What children said on another tablet cannot come into this council any more after this.",
);
pub const ALL_READ: Text = t("Ja, alle tablets zijn gelezen", "Yes, all tablets were read");
pub const READING: Text = t("Even ophalen wat hier wacht…", "Fetching what waits here…");
pub const UNREAD: Text =
    t("Wat hier wacht, kan niet worden gelezen", "What waits here cannot be read");
pub const UNREAD_WHY: Text = t(
    "Er kan dus wel iets zijn gezegd. Sluit de app, open haar opnieuw en kijk nog een keer. Blijft dit staan, vraag dan hulp en gooi niets weg.",
    "So something may have been said. Close the app, open it again and look once more. If this stays, ask for help and throw nothing away.",
);
pub const LIES_ALREADY_WHY: Text = t(
    "Wat hier wacht, kan er niet meer bij: dan zou te zien zijn wat later kwam. Bespreek het met de kinderen zelf. Het blijft op dit apparaat tot je het weggooit.",
    "What waits here cannot be added: then it could be seen what came later. Talk about it with the children. It stays on this device until you throw it away.",
);
pub const DOTS_OUT: Text = t("Laat de stippen weg", "Leave the dots out");
pub const DONE: Text = t(
    "Alles ligt in de raad. Op dit apparaat wacht niets meer.",
    "Everything lies in the council. Nothing waits on this device any more.",
);
pub const LAID_NOT: Text = t(
    "Dit kon nog niet op het apparaat worden bewaard. Wat hier wacht, blijft staan. Probeer het nog een keer.",
    "This could not be kept on the device yet. What waits here stays. Try once more.",
);
pub const WORRY: Text = t("Maak je je zorgen over een kind?", "Are you worried about a child?");
pub const WORRY_BODY: Text = t(
    "Bespreek het vandaag met wie dat op school doet, volgens de eigen afspraken van de school. Zet het niet in de leerlingenraad: laat dit antwoord weg.",
    "Discuss it today with whoever does that at the school, by the school's own agreements. Do not put it in the leerlingenraad: leave this answer out.",
);
pub const SMALL: Text = t(
    "Er deden minder dan vijf kinderen mee. Dan wordt niets getoond, omdat iemand kan raden wie wat zei.",
    "Fewer than five children took part. Then nothing is shown, because somebody could guess who said what.",
);
pub const SAID: Text = t("Wat er is gezegd", "What was said");
pub const SAID_NONE: Text = t("Er ligt nog niets in de raad.", "Nothing lies in the council yet.");
pub const PLACE: Text = t("Plaats in de tekening", "Place in the drawing");
pub const TO_PICTURE: Text = t("Leg in de tekening", "Lay in the drawing");
pub const IN_PICTURE: Text = t("Ligt in de tekening", "Lies in the drawing");
pub const CHOSEN: Text = t("Gekozen", "Chosen");
pub const ADULT_NOTE: Text = t("Volwassene", "Adult");
pub const NO_WORDS: Text = t("Geen woorden erbij", "No words with it");
pub const DRAWING: Text = t("Tekening", "Drawing");
pub const DOTS: Text = t("Stippen", "Dots");
pub const CLEAR: Text = t("Gooi weg wat hier wacht", "Throw away what waits here");
pub const CLEAR_SURE: Text =
    t("Echt weggooien? Dit kan niet terug.", "Really throw away? This cannot be undone.");
pub const CLEAR_YES: Text = t("Ja, gooi weg", "Yes, throw away");
pub const CARDS: Text = t(
    "Gekozen kaarten. Daar staat niets in om na te kijken",
    "Chosen cards. There is nothing in them to look over",
);
