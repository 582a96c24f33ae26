//! Aanmelden: saying who one is at the sign-in of an organisation. What it answers is said in `model::sharing::sign_in`.

use rules::text::{Text, t};

pub const TITLE: Text = t("Aanmelden bij je organisatie", "Sign in with your organisation");
pub const LEAD: Text = t(
    "Je organisatie kan zeggen wie je bent. Dat opent niets en verandert niets: alles werkt ook zonder.",
    "Your organisation can say who you are. That opens nothing and changes nothing: everything works without.",
);
pub const GO: Text = t("Ga naar de aanmelding", "Go to the sign-in");
pub const GO_WHY: Text = t(
    "Je verlaat Thuisnabij en komt daarna hier terug. Dan vragen we je pincode opnieuw.",
    "You leave Thuisnabij and come back here afterwards. Then we ask your PIN again.",
);
pub const ASKING: Text = t("We vragen wie je bent…", "Asking who you are…");
pub const KNOWN: Text =
    t("Dit zegt je organisatie over jou", "This is what your organisation says about you");
pub const KNOWN_WHY: Text = t(
    "We bewaren dit niet. Sluit je deze pagina, dan is het weg.",
    "We do not keep this. When you close this page, it is gone.",
);
pub const STOPPED: Text = t("Je bent niet aangemeld", "You are not signed in");
pub const STOPPED_WHY: Text = t(
    "De aanmelding bij je organisatie is afgebroken. Er is niets veranderd.",
    "The sign-in with your organisation was broken off. Nothing has changed.",
);
pub const UNREADABLE: Text = t(
    "In het adres waarmee je terugkwam ontbreekt iets. Begin opnieuw.",
    "Something is missing in the address with which you came back. Begin again.",
);
pub const BAD_ADDRESS: Text = t(
    "De server noemde een adres waar we je niet heen sturen. Vertel het aan je ICT-beheerder.",
    "The server named an address to which we do not send you. Tell your ICT administrator.",
);
pub const AGAIN: Text = t("Probeer het nog een keer", "Try once more");
pub const OFFERED: Text = t(
    "Je kunt je organisatie laten zeggen wie je bent. Het hoeft niet.",
    "You can let your organisation say who you are. You do not have to.",
);
pub const NOTE: Text = t("Wie ziet dit?", "Who sees this?");
pub const NOTE_BODY: Text = t(
    "Je organisatie ziet dat je je hier aanmeldt. De server leest het antwoord, geeft het aan dit apparaat en bewaart er niets van.",
    "Your organisation sees that you sign in here. The server reads the answer, gives it to this device and keeps nothing of it.",
);
