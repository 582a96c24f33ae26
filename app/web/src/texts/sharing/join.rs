//! Meedoen: for who was invited.

use rules::text::{Text, t};

pub const TITLE: Text = t("Meedoen", "Join in");
pub const LEAD: Text = t(
    "Iemand heeft je uitgenodigd om samen te werken. Open de link die je kreeg, plak hem hier, of scan de code.",
    "Somebody invited you to work together. Open the link that you got, paste it here, or scan the code.",
);
pub const LINK: Text = t("De link van je uitnodiging", "The link of your invitation");
pub const LINK_HINT: Text = t(
    "Plakken mag met het hele bericht eromheen.",
    "You may paste it with the whole message around it.",
);
pub const LINK_GO: Text = t("Ga verder", "Go on");
pub const NO_LINK: Text = t(
    "Hier staat geen link van een uitnodiging. Kopieer hem helemaal en plak hem opnieuw.",
    "There is no link of an invitation here. Copy all of it and paste it again.",
);
pub const SCAN: Text = t("Of scan de code", "Or scan the code");
pub const OFFLINE: Text = t(
    "Er is nu geen verbinding met de server. Zodra die er is, gaat het hier vanzelf verder.",
    "There is no connection to the server now. As soon as there is, this goes on by itself.",
);
pub const NAME: Text = t("Je naam in deze ruimte", "Your name in this space");
pub const NAME_HINT: Text = t(
    "Zo zien de anderen je. Na je antwoord kun je hem hier niet meer veranderen.",
    "That is how the others see you. After your answer you cannot change it here.",
);
pub const ASK: Text = t("Vraag of ik erbij mag", "Ask to be let in");
pub const NO_NAME: Text = t("Vul een naam in.", "Fill in a name.");
pub const THEN: Text = t("Wat er nu gebeurt", "What happens now");
pub const THEN_1: Text = t(
    "Wie je uitnodigde ziet je naam, en jullie zien allebei een code van zes cijfers.",
    "Who invited you sees your name, and you both see a code of six digits.",
);
pub const THEN_2: Text = t(
    "Je leest de cijfers voor, aan de telefoon of naast elkaar.",
    "You read out the digits, on the phone or side by side.",
);
pub const THEN_3: Text = t(
    "Zijn ze gelijk, dan word je toegelaten en staat de ruimte hier. Je mag dit scherm sluiten; het gaat later verder.",
    "If they are the same, you are let in and the space is here. You may close this screen; it goes on later.",
);
pub const CODE: Text = t("Lees deze code voor", "Read out this code");
pub const WAIT: Text = t(
    "Wacht tot je bent toegelaten. Je hoeft hier niets te doen.",
    "Wait until you are let in. You do not have to do anything here.",
);
pub const GO_SPACE: Text = t("Bekijk de ruimte", "Look at the space");
pub const ARRIVING: Text = t(
    "De inhoud komt binnen zodra er contact is. Zonder internet: laat de ander de ruimte doorgeven en neem hem over.",
    "The content arrives as soon as there is contact. Without internet: let the other hand the space on and take it over.",
);
pub const STOP: Text =
    t("Ga niet verder met deze uitnodiging", "Do not go on with this invitation");
pub const DISMISS: Text = t("Haal deze melding weg", "Clear this message");
pub const OTHER: Text = t("Een andere uitnodiging", "Another invitation");

pub const HEAR_OFFER: Text = t(
    "Scan de codes op het scherm van wie je uitnodigt: eerst die van de link, dan de volgende.",
    "Scan the codes on the screen of who invites you: first that of the link, then the next.",
);
pub const HEAR_REVEAL: Text = t(
    "Laat de ander deze code scannen. Scan daarna de code die op het andere scherm verschijnt.",
    "Let the other scan this code. Then scan the code that appears on the other screen.",
);
pub const ANSWER: Text = t("QR-code met je antwoord", "QR code with your answer");
pub const HEAR_PACKAGE: Text = t(
    "Ben je toegelaten, scan dan de bewegende code waarmee de ander de ruimte doorgeeft.",
    "Once you are let in, scan the moving code by which the other hands the space on.",
);
pub const OTHER_CODE: Text = t(
    "Deze code hoort bij een andere stap. Scan de code die nu op het andere scherm staat.",
    "This code belongs to another step. Scan the code that is now on the other screen.",
);

pub const NOTE: Text = t("Wat ziet wie je uitnodigde?", "What does who invited you see?");
pub const NOTE_BODY: Text = t(
    "Alleen de naam die je hier invult en dat dit apparaat antwoordde. Van je andere werk op dit apparaat ziet niemand iets.",
    "Only the name that you fill in here and that this device answered. Nobody sees anything of your other work on this device.",
);
