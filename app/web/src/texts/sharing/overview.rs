//! Delen en verzenden: how it stands, the spaces, and the ways to hand on and take over.

use replica::space::TakeOverError;
use rules::text::{Text, t};

pub const STANDING: Text = t("Hoe het ervoor staat", "How it stands");
pub const ALONE: Text = t(
    "Je deelt nog niets met anderen. Alles staat op dit apparaat.",
    "You share nothing with others yet. Everything is on this device.",
);
pub const ALL_SENT: Text = t("Er wacht niets.", "Nothing is waiting.");
pub const SENT_AT: Text = t("Laatst verzonden: {}.", "Last sent: {}.");
pub const ANSWERED_AT: Text =
    t("De server antwoordde het laatst: {}.", "The server last answered: {}.");
pub const SEND_NOW: Text = t("Nu verzenden", "Send now");
pub const LOOKING: Text = t("We vragen het de server opnieuw…", "Asking the server again…");
pub const WAITS: Text = t("Wat wacht", "What is waiting");

pub const SPACES: Text = t("Jouw ruimtes", "Your spaces");
pub const SPACES_WHY: Text = t(
    "In een ruimte werk je samen met wie erbij is. Niemand anders kan er iets van lezen.",
    "In a space you work together with who is in it. Nobody else can read anything of it.",
);
pub const NO_SPACES: Text = t("Nog geen ruimtes", "No spaces yet");
pub const NO_SPACES_WHY: Text = t(
    "Een ruimte ontstaat zodra je iets begint, zoals een begroting. Daarna nodig je hier anderen uit.",
    "A space comes into being as soon as you begin something, such as a budget. Then you invite others here.",
);
pub const BEGIN: Text = t("Begin een begroting", "Begin a budget");
pub const ONLY_YOU: Text = t("alleen jij", "only you");
pub const WITH: Text = t("met {}", "with {}");
pub const ROLE: Text = t("je rol: {}", "your role: {}");
pub const LEFT: Text = t("je hoort er niet meer bij", "you are no longer in it");
pub const ARRIVING: Text = t("de inhoud komt nog binnen", "the content is still arriving");
pub const LOOK: Text = t("Kijk hier even naar", "Please look at this");

pub const UNOPENED: Text = t("Niet alles kon worden geopend", "Not everything could be opened");
pub const UNOPENED_WHY: Text = t(
    "Werk van een eerdere versie van de app staat nog op dit apparaat en is niet weggegooid. Wis de gegevens van deze browser niet en vraag om hulp. Een kopie bevat dit werk niet.",
    "Work of an earlier version of the app is still on this device and was not thrown away. Do not clear the data of this browser and ask for help. A copy does not hold this work.",
);

/// Why work of an earlier version was not taken over, and what helps.
pub const fn unopened(error: &TakeOverError) -> Text {
    match error {
        TakeOverError::Newer => t(
            "Een nieuwere versie van de app schreef eraan. Werk de app bij.",
            "A newer version of the app wrote in it. Update the app.",
        ),
        TakeOverError::TooLarge => t(
            "Er zit een wijziging in die te groot is. Wacht op een nieuwere versie van de app.",
            "There is a change in it that is too large. Wait for a newer version of the app.",
        ),
        TakeOverError::Damaged | TakeOverError::Document(_) => t(
            "Een deel is beschadigd en niet meer helemaal te lezen. Haal een eerdere kopie binnen, als je die hebt.",
            "Some of it is damaged and cannot be read as a whole any more. Bring in an earlier copy, if you have one.",
        ),
        _ => t(
            "Het lukte nu niet. Open de app opnieuw; dan wordt het nog eens geprobeerd.",
            "It did not work now. Open the app again; then it is tried once more.",
        ),
    }
}

pub const WAYS: Text =
    t("Zonder internet, of met een uitnodiging", "Without internet, or with an invitation");
pub const GIVE: Text = t("Geef door", "Hand on");
pub const GIVE_WHY: Text = t(
    "Wijzigingen naar een ander apparaat, als bestand of met een QR-code.",
    "Changes to another device, as a file or by QR code.",
);
pub const TAKE: Text = t("Neem over", "Take over");
pub const TAKE_WHY: Text = t(
    "Wijzigingen die een ander je geeft, uit een bestand of met de camera.",
    "Changes that somebody gives you, from a file or with the camera.",
);
pub const INVITED: Text = t("Ik heb een uitnodiging", "I have an invitation");
pub const INVITED_WHY: Text = t(
    "Plak de link of scan de code van wie je uitnodigde.",
    "Paste the link or scan the code of who invited you.",
);

pub const NOTE: Text = t("Wat ziet de server?", "What does the server see?");
pub const NOTE_BODY: Text = t(
    "Alles gaat versleuteld de deur uit. De server bewaart het en geeft het door, en kan het niet lezen. Hij ziet wel welke apparaten met welke rol bij één ruimte horen, en wanneer ze hoeveel sturen.",
    "Everything leaves encrypted. The server keeps it and passes it on, and cannot read it. It does see which devices with which role belong to one space, and when they send how much.",
);
