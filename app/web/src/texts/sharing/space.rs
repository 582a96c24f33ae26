//! One space: who is in, inviting, what waits, what happened, and the end of it.

use rules::text::{Text, t};

pub const GONE: Text = t("Deze ruimte is hier niet", "This space is not here");
pub const GONE_WHY: Text = t(
    "Misschien is hij gewist, of staat hij op een ander apparaat.",
    "It may have been erased, or be on another device.",
);
pub const BACK: Text = t("Naar Delen en verzenden", "Go to Share and send");
pub const YOUR_ROLE: Text = t("{}. Jouw rol: {}. {}", "{}. Your role: {}. {}");
pub const LEFT: Text = t(
    "{}. Je hoort er niet meer bij. Wat hier staat blijft leesbaar; er komt niets nieuws bij.",
    "{}. You are no longer in it. What is here stays readable; nothing new arrives.",
);
pub const ARRIVING: Text = t(
    "{}. Je bent erbij; wat erin staat komt nog binnen.",
    "{}. You are in; what is in it is still arriving.",
);
pub const RENAME: Text = t("Andere naam geven", "Give another name");
pub const NAME: Text = t("Naam van de ruimte", "Name of the space");
pub const NAME_HINT: Text =
    t("Iedereen die erbij is, ziet deze naam.", "Everybody who is in sees this name.");
pub const NAME_GO: Text = t("Bewaar de naam", "Save the name");

pub const EQUAL: Text = t("Hebben we hetzelfde?", "Do we have the same?");
pub const EQUAL_WHY: Text = t(
    "Leg de apparaten naast elkaar. Is dit getal op allebei gelijk, dan staat er op allebei hetzelfde. Is het anders, dan mist een van de twee nog iets: geef door en neem over.",
    "Put the devices beside each other. If this number is the same on both, both hold the same. If it differs, one of the two still lacks something: hand on and take over.",
);
pub const EQUAL_NUMBER: Text = t("Controlegetal", "Check number");
pub const EQUAL_UNKNOWN: Text = t(
    "Niet te zeggen: een deel van deze ruimte kon hier niet gelezen worden.",
    "Cannot be said: part of this space could not be read here.",
);

pub const PEOPLE: Text = t("Wie erbij is", "Who is in");
pub const YOU: Text = t("jij", "you");
pub const CHANGE_ROLE: Text = t("Rol veranderen", "Change role");
pub const ROLE: Text = t("Wat mag deze persoon?", "What may this person do?");
pub const SAVE_ROLE: Text = t("Bewaar de rol", "Save the role");
pub const REMOVE: Text = t("Haal eruit", "Remove");
pub const REMOVE_DEVICE: Text = t("Haal dit apparaat eruit", "Remove this device");
pub const REMOVE_SURE: Text = t("Ja, haal eruit", "Yes, remove");
pub const KEEP: Text = t("Nee, laat zo", "No, leave it");
pub const OWN_DEVICE: Text = t("dit apparaat van jou", "this device of yours");

pub const INVITE: Text = t("Iemand uitnodigen", "Invite somebody");
pub const PARENTS_FIRST: Text = t(
    "In een dossier krijgt iemand pas toegang als de ouders ja zeggen. Nodig uit in het dossier zelf, bij Wie ziet het.",
    "Somebody gets into a dossier only when the parents say yes. Invite in the dossier itself, at Who sees it.",
);
pub const INVITE_ROLE: Text = t("Wat mag wie je uitnodigt?", "What may whom you invite do?");
pub const INVITE_AS: Text = t("Als wie komt deze persoon?", "As who does this person come?");
pub const FROM_SCHOOL: Text = t("Iemand van de school", "Somebody of the school");
pub const FROM_SCHOOL_ABOUT: Text =
    t("Hieronder kies je wat diegene mag.", "Below you choose what that person may do.");
pub const INVITE_GO: Text = t("Maak een uitnodiging", "Make an invitation");
pub const ONLY_MANAGERS: Text =
    t("Alleen wie beheert kan iemand uitnodigen.", "Only who manages can invite somebody.");
pub const LINK: Text = t("De link", "The link");
pub const LINK_HINT: Text = t(
    "Stuur hem alleen naar wie je uitnodigt, het liefst via een weg die je vertrouwt.",
    "Send it only to whom you invite, preferably by a way that you trust.",
);
pub const COPY: Text = t("Kopieer de link", "Copy the link");
pub const COPIED: Text = t("De link is gekopieerd.", "The link was copied.");
pub const NOT_COPIED: Text = t(
    "Kopiëren lukt niet in deze browser. Selecteer de link en kopieer hem zelf.",
    "Copying does not work in this browser. Select the link and copy it yourself.",
);
pub const SHARE: Text = t("Deel de link", "Share the link");
pub const SHOW_QR: Text = t("Laat een QR-code zien", "Show a QR code");
pub const HIDE_QR: Text = t("Verberg de QR-code", "Hide the QR code");
pub const QR: Text = t("QR-code van de uitnodiging", "QR code of the invitation");
pub const WITHDRAW: Text = t("Trek de uitnodiging in", "Withdraw the invitation");
pub const DISMISS: Text = t("Haal deze melding weg", "Clear this message");
pub const CODE: Text = t("De code op jullie schermen", "The code on your screens");
pub const WHO: Text = t("Wie is dit?", "Who is this?");
pub const SOMEBODY: Text = t("Iemand anders", "Somebody else");
pub const MINE: Text = t("Een ander apparaat van mij", "Another device of mine");
pub const SAME: Text = t("De code is gelijk: laat toe", "The code is the same: let in");
pub const DIFFERS: Text = t("De code is anders", "The code is different");
pub const FOR_NOBODY: Text = t(
    "Laat nu niemand toe: niet elke ouder zegt ja, of deze uitnodiging hoort bij niemand op de lijst. Trek de uitnodiging in.",
    "Let nobody in now: not every parent says yes, or this invitation belongs to nobody on the list. Withdraw the invitation.",
);
pub const DIFFERED: Text = t(
    "Niemand is toegelaten en de uitnodiging geldt niet meer. Een andere code betekent dat er iemand tussen zit of dat de verkeerde antwoordde. Maak een nieuwe uitnodiging, het liefst in één ruimte met de ander.",
    "Nobody was let in and the invitation no longer counts. A different code means that somebody sits in between or that the wrong person answered. Make a new invitation, preferably in one room with the other.",
);

pub const BY_HAND: Text = t("Geen internet? Gebruik de camera", "No internet? Use the camera");
pub const STEP_LINK: Text = t(
    "Stap 1 van 3. Laat de ander deze code scannen: in Thuisnabij, bij Delen, onder ‘Ik heb een uitnodiging’.",
    "Step 1 of 3. Let the other scan this code: in Thuisnabij, at Share, under ‘I have an invitation’.",
);
pub const STEP_OFFER: Text = t(
    "Stap 2 van 3. Laat de ander ook deze code scannen. Daarna vult die een naam in.",
    "Step 2 of 3. Let the other scan this code as well. Then they fill in a name.",
);
pub const STEP_ANSWER: Text = t(
    "Stap 3 van 3. Scan nu de code die op het andere scherm staat.",
    "Step 3 of 3. Now scan the code that is on the other screen.",
);
pub const STEP_REVEAL: Text = t(
    "Laat de ander deze code scannen. Dan staat daar ook de code van zes cijfers.",
    "Let the other scan this code. Then the code of six digits appears there as well.",
);
pub const NEXT: Text = t("Volgende code", "Next code");
pub const ON_TO_SCAN: Text = t("Verder: scan het antwoord", "Next: scan the answer");
pub const PREVIOUS: Text = t("Vorige code", "Previous code");
pub const OFFER: Text = t("QR-code met wat je aanbiedt", "QR code with what you offer");
pub const REVEAL: Text = t("QR-code voor de cijfers", "QR code for the digits");
pub const GIVE_NOW: Text = t("Geef nu alles door", "Now hand on everything");
pub const GIVE_WHY: Text = t(
    "Zonder internet krijgt de ander de ruimte pas als je hem doorgeeft.",
    "Without internet the other gets the space only when you hand it on.",
);

pub const WAITS: Text = t("Verzenden", "Sending");
pub const ALONE: Text = t(
    "Niemand anders is erbij, dus er wordt niets verzonden.",
    "Nobody else is in, so nothing is sent.",
);
pub const GIVE: Text = t("Geef deze ruimte door", "Hand this space on");
pub const STORY: Text = t("Wat er gebeurd is", "What happened");
pub const STORY_SHOW: Text = t("Wie deed wat", "Who did what");

pub const ERASE: Text = t("Voorgoed wissen", "Erase for ever");
pub const ERASE_BODY: Text = t(
    "Je wist de ruimte bij iedereen die erbij is, zodra hun apparaat weer contact heeft. Niemand kan dat terugdraaien. Kopieën die iemand eerder bewaarde, blijven bestaan.",
    "You erase the space for everybody who is in, as soon as their device has contact again. Nobody can undo it. Copies that somebody saved before stay.",
);
pub const ERASE_GO: Text = t("Ik wil deze ruimte wissen", "I want to erase this space");
pub const ERASE_TYPE: Text = t("Typ de naam van de ruimte over", "Type the name of the space");
pub const ERASE_HINT: Text = t("Precies zo: {}", "Exactly so: {}");
pub const ERASE_SURE: Text = t("Wis bij iedereen", "Erase for everybody");
pub const ERASE_OTHER: Text =
    t("Dit is niet de naam van deze ruimte.", "This is not the name of this space.");

pub const NOTE_CODE: Text = t("Waarom een code voorlezen?", "Why read out a code?");
pub const NOTE_CODE_BODY: Text = t(
    "Een link kan in verkeerde handen komen. Zijn de zes cijfers op beide schermen gelijk, dan praat je met precies het apparaat dat antwoordde en zit er niemand tussen. Bel elkaar of zit samen: een bericht via dezelfde weg als de link bewijst niets.",
    "A link can fall into the wrong hands. If the six digits are the same on both screens, you talk to exactly the device that answered and nobody sits in between. Call each other or sit together: a message by the same way as the link proves nothing.",
);
pub const NOTE_REMOVE: Text = t("Wat doet iemand eruit halen?", "What does removing somebody do?");
pub const NOTE_REMOVE_BODY: Text = t(
    "Vanaf dat moment is er een nieuwe sleutel, die alleen krijgt wie blijft. Wat iemand al had, haalt niemand terug.",
    "From that moment there is a new key, which only those who stay get. What somebody had already, nobody takes back.",
);
