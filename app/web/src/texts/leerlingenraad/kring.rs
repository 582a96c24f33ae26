//! The circle: what the adult sets up, and what a child sees. Short sentences, one idea each.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Eén tablet gaat rond. Elk kind begint met een leeg scherm, en er is niets te zien van het kind ervoor.",
    "One tablet goes round. Each child begins with an empty screen, and nothing of the child before can be seen.",
);
pub const HOW: Text = t("Hoe doen jullie het?", "How do you do it?");
pub const ROUND: Text = t("Om de beurt", "In turns");
pub const ROUND_WHY: Text = t(
    "Ieder kind beantwoordt de vragen op de tablet.",
    "Each child answers the questions on the tablet.",
);
pub const DOTS: Text = t("Stippen", "Dots");
pub const DOTS_WHY: Text = t(
    "Ieder kind legt drie stippen. Pas als iedereen klaar is, zie je de uitslag.",
    "Each child puts three dots. Only when all are done do you see the result.",
);
pub const STICK: Text = t("Praatstok", "Talking stick");
pub const STICK_WHY: Text = t(
    "Praten in de kring. De tablet laat zien wie er aan de beurt is.",
    "Talking in the circle. The tablet shows whose turn it is.",
);
pub const MAT: Text = t("Placemat", "Placemat");
pub const MAT_WHY: Text = t(
    "Twee tot vier kinderen. Ieder heeft een eigen hoek. Pas als alle hoeken klaar zijn, zien ze elkaars hoek en maken ze samen het midden.",
    "Two to four children. Each has a corner. Only when all corners are ready do they see each other's corner and make the middle together.",
);
pub const MAT_QUESTION: Text = t("Over welke vraag?", "About which question?");
pub const CORNERS: Text = t("Hoeveel kinderen zitten eraan?", "How many children sit at it?");
pub const SEATS: Text =
    t("Hoeveel kinderen zitten er in de kring?", "How many children are in the circle?");
pub const VOICE: Text = t("Voorlezen", "Reading aloud");
pub const VOICE_NONE: Text = t(
    "Dit apparaat heeft zelf geen Nederlandse stem. Lees de vragen voor, of gebruik de plaatjes.",
    "This device reads no English aloud by itself. Read the questions aloud, or use the pictures.",
);
pub const VOICE_RECORDED: Text = t(
    "Dit apparaat heeft zelf geen Nederlandse stem. Kinderen horen wat is ingesproken.",
    "This device reads no English aloud by itself. Children hear what was recorded.",
);
pub const VOICE_TEST: Text = t("Laat de stem horen", "Let the voice be heard");
pub const VOICE_SAYS: Text =
    t("Fijn dat je er bent. Wat vind jij?", "Nice that you are here. What do you think?");
pub const VOICE_GOOD: Text = t("Hoor je dit goed?", "Do you hear this well?");
pub const VOICE_IS_GOOD: Text = t("Ja, zet voorlezen aan", "Yes, switch reading aloud on");
pub const RECORD: Text = t("Spreek de zinnen zelf in", "Record the sentences yourself");
pub const HAND: Text = t("Geef de tablet aan de kinderen", "Hand the tablet to the children");
pub const HAND_WHY: Text = t(
    "Alleen jij kunt daarna terug: met de knop voor de begeleider en je eigen pincode of wachtzin.",
    "After that only you can go back: with the button for the adult and your own PIN or passphrase.",
);
pub const NO_QUESTIONS: Text = t("Er is nog geen vraag.", "There is no question yet.");
pub const WAITS_ONE: Text = t("antwoord wacht op jouw blik", "answer waits for your look");
pub const WAITS: Text = t("antwoorden wachten op jouw blik", "answers wait for your look");
pub const TO_LOOK: Text = t("Kijk na", "Look over");
pub const ADULT: Text = t("Voor de begeleider", "For the adult");
pub const ADULT_LOCK: Text = t("Sluit af met mijn pincode", "Close with my PIN");
pub const ADULT_WHY: Text = t(
    "De tablet gaat op slot. Daarna is de pincode van de begeleider nodig. Wat klaar is, blijft bewaard.",
    "The tablet locks. After that the adult's PIN is needed. What is ready stays.",
);
pub const ADULT_BACK: Text = t("Terug naar de kinderen", "Back to the children");
pub const NOT_LOCKED: Text = t(
    "Afsluiten lukte niet: er is nog iets niet bewaard. Probeer het nog een keer.",
    "Closing did not work: something is not kept yet. Try once more.",
);

pub const SET: Text = t("Met meer tablets tegelijk", "With more tablets at once");
pub const ADULT_SET: Text = t(
    "Houd drie tellen ingedrukt: naar de begeleider",
    "Keep pressed for three seconds: to the adult",
);
pub const ADULT_SET_WHY: Text = t(
    "Wat kinderen zeiden, is verzegeld. Op deze tablet kan niemand het lezen.",
    "What children said is sealed. Nobody can read it on this tablet.",
);

// What a child sees.
pub const READ: Text = t("Lees voor", "Read aloud");
pub const WAIT: Text = t("Wacht even", "Wait");
pub const READ_ON: Text = t("Lees verder", "Read on");
pub const READ_AGAIN: Text = t("Nog een keer", "Once more");
pub const SLOWER: Text = t("Langzamer", "Slower");
pub const FREE: Text = t("Hier is een plek voor jou", "Here is a place for you");
pub const SIT: Text = t("Ik ben er", "I am here");
pub const BEGIN: Text = t("Wil je meedoen?", "Would you like to join in?");
pub const BEGIN_LINES: [Text; 6] = [
    t("Wij vragen wat jij vindt.", "We ask what you think."),
    t("Grote mensen van de scholen lezen het.", "Grown-ups of the schools read it."),
    t(
        "Soms kan er iets veranderen, en soms niet.",
        "Sometimes things can change, and sometimes not.",
    ),
    t("Je hoort terug wat er is besloten.", "You will hear what was decided."),
    t("Je naam staat er niet bij.", "Your name is not with it."),
    t("Je mag altijd stoppen.", "You may always stop."),
];
pub const JOIN: Text = t("Ik doe mee", "I join in");
pub const RATHER_NOT: Text = t("Liever niet", "I would rather not");
pub const HOW_ANSWER: Text = t("Hoe wil jij antwoorden?", "How would you like to answer?");
pub const QUESTION: Text = t("Vraag", "Question");
pub const OF: Text = t("van", "of");
pub const SKIP: Text = t("Sla over", "Skip");
pub const STOP: Text = t("Ik stop", "I stop");
pub const READY: Text = t("Klaar", "Ready");
pub const READY_ASK: Text = t("Ben je klaar?", "Are you ready?");
pub const READY_WHY: Text = t(
    "Je kunt nu nog terug. Daarna gaat het dicht.",
    "You can still go back. After that it closes.",
);
pub const BACK: Text = t("Terug", "Back");
pub const CHOOSE: Text = t("Wat past bij jou?", "What fits you?");
pub const WRITE: Text = t("Schrijf wat jij vindt", "Write what you think");
pub const WRITE_HINT: Text = t("Geen namen", "No names");
pub const TALK: Text = t("Vertel het aan de begeleider", "Tell it to the adult");
pub const TALK_HINT: Text = t(
    "De begeleider schrijft jouw woorden op, precies zoals jij ze zegt.",
    "The adult writes your words down, just as you say them.",
);
pub const DRAW: Text = t("Teken wat jij vindt", "Draw what you think");
pub const SHEET: Text = t("Tekenvel", "Drawing sheet");
pub const CRAYONS: Text = t("Kleur", "Colour");
pub const BRUSHES: Text = t("Dikte", "Thickness");
pub const STICKERS: Text = t("Plaatjes", "Pictures");
pub const OTHER_CRAYONS: Text = t("Andere kleuren", "Other colours");
pub const OTHER_STICKERS: Text = t("Andere plaatjes", "Other pictures");
pub const STICKERS_HINT: Text = t(
    "Zet een plaatje op het vel. Met de pijltjestoetsen schuif je het.",
    "Put a picture on the sheet. With the arrow keys you move it.",
);
pub const UNDO: Text = t("Haal terug", "Undo");
pub const REDO: Text = t("Toch wel", "Redo");
pub const PEN_ONLY: Text = t("Alleen de pen tekent", "Only the pen draws");
pub const FINGER_TOO: Text = t("Ook met mijn vinger", "With my finger too");
pub const TOO_FULL: Text = t("Het vel is vol. Druk op Klaar.", "The sheet is full. Press Ready.");
pub const TELL: Text = t("Vertel erbij", "Tell about it");
pub const TELL_HINT: Text = t(
    "Wat heb je getekend? Jouw eigen woorden. Het mag ook leeg blijven.",
    "What did you draw? Your own words. It may stay empty.",
);
pub const MAY: Text = t("Mag dit in de grote tekening?", "May this be in the big drawing?");
pub const MAY_WHY: Text = t(
    "Dan kunnen andere mensen het zien. Jouw naam staat er niet bij.",
    "Then other people can see it. Your name is not with it.",
);
pub const MAY_YES: Text = t("Mag erbij", "It may");
pub const END: Text = t("Dank je wel", "Thank you");
pub const END_WHY: Text = t("Geef de tablet maar door.", "You can pass the tablet on.");
pub const NEXT_CHILD: Text = t("Volgende", "Next");
pub const NOT_KEPT: Text = t("Nog even wachten", "One moment");
pub const NOT_KEPT_WHY: Text = t(
    "De tablet kon het nog niet bewaren. Wat jij zei, is er nog. Druk op de knop. Lukt het niet? Haal de begeleider.",
    "The tablet could not keep it yet. What you said is still there. Press the button. Does it not work? Get the adult.",
);
pub const KEEP_AGAIN: Text = t("Bewaar het nog een keer", "Keep it once more");
pub const KEEPING: Text = t("Even bewaren…", "Keeping it…");

// Dots.
pub const DOTS_TITLE: Text = t("Waar leg jij je stippen?", "Where do you put your dots?");
pub const DOTS_LEFT: Text = t("Stippen over", "Dots left");
pub const DOTS_LESS: Text = t("Een stip eraf", "One dot off");
pub const DOTS_MORE: Text = t("Een stip erbij", "One dot more");
pub const DOTS_ALL: Text = t("Iedereen is geweest", "Everybody has been");
pub const DOTS_RESULT: Text = t("Daar liggen de stippen", "There are the dots");

// The placemat.
pub const MAT_FREE: Text = t("Deze hoek is voor jou", "This corner is for you");
pub const MAT_LINES: [Text; 6] = [
    t("Wij vragen wat jij vindt.", "We ask what you think."),
    t(
        "Jouw hoek blijft dicht tot iedereen klaar is.",
        "Your corner stays closed until all are ready.",
    ),
    t("Daarna zien jullie elkaars hoek.", "After that you see each other's corner."),
    t("Grote mensen van de scholen lezen het ook.", "Grown-ups of the schools read it too."),
    t("Je naam staat er niet bij.", "Your name is not with it."),
    t("Je mag altijd stoppen.", "You may always stop."),
];
pub const MAT_WAIT: Text = t(
    "Jouw hoek is dicht. Geef de tablet maar door.",
    "Your corner is closed. You can pass the tablet on.",
);
pub const MAT_TOGETHER: Text = t("Wat vinden jullie samen?", "What do you think together?");
pub const MAT_CORNERS: Text = t("De hoeken", "The corners");
pub const MAT_CORNER: Text = t("Hoek", "Corner");
pub const MAT_NEXT: Text = t("Verder", "Go on");
pub const MAT_AGAIN: Text = t("Naar de hoeken", "To the corners");
pub const MAT_MIDDLE: Text = t("Schrijf het in het midden", "Write it in the middle");
pub const MAT_MIDDLE_HINT: Text =
    t("Geen namen. Het mag ook leeg blijven.", "No names. It may stay empty.");
pub const MAT_END: Text = t("Jullie placemat is klaar.", "Your placemat is ready.");
pub const MAT_NEW: Text = t("Nieuwe placemat", "New placemat");

// The talking stick.
pub const TURN: Text = t("Jij mag praten", "You may talk");
pub const TURN_NEXT: Text = t("Geef door", "Pass on");
pub const TURN_PASS: Text = t("Ik sla over", "I pass");
pub const TURN_BACK: Text = t("Eén terug", "One back");
pub const TURNS: Text = t("Ronde", "Round");
