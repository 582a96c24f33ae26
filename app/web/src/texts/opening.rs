//! What is said while the device opens, and when it does not open.

use rules::text::{Text, t};

use crate::state::status::Reason;

pub const OPENING: Text =
    t("Even geduld, je gegevens worden geopend…", "One moment, your data is being opened…");
pub const ELSEWHERE: Text =
    t("Thuisnabij is al ergens anders open", "Thuisnabij is already open elsewhere");
pub const ELSEWHERE_WHY: Text = t(
    "In een ander tabblad of venster op dit apparaat. Ga je hier verder, dan slaat het andere eerst op en stopt het daarna.",
    "In another tab or window on this device. If you go on here, the other one saves first and then stops.",
);
pub const UNHEARD: Text =
    t("Een opname van de ouder is nog niet bewaard", "A recording of the parent is not kept yet");
pub const UNHEARD_WHY: Text = t(
    "De opname staat alleen nog in dit tabblad. Sluit het niet. Ga hier verder, dan proberen we het opnieuw.",
    "The recording is in this tab alone. Do not close it. Go on here, and we try again.",
);
pub const GO_ON_HERE: Text = t("Ga hier verder", "Go on here");
pub const FAILED: Text =
    t("Je gegevens konden niet worden geopend", "Your data could not be opened");
pub const EVICTED: Text =
    t("Je browser heeft de gegevens opgeruimd", "Your browser has cleared the data");
pub const EVICTED_WHY: Text = t(
    "Er stond hier eerder werk van jou en dat is er nu niet meer. Dat doet een browser soms als je een tijd niet bent geweest. Heb je een kopie? Haal die dan binnen.",
    "Your work was here before and now it is gone. A browser sometimes does that after some time without a visit. Do you have a copy? Then bring it in.",
);
pub const START_ANEW: Text = t("Opnieuw beginnen", "Begin anew");
pub const BRING_COPY: Text = t("Kopie binnenhalen", "Bring in a copy");
pub const KEEP: Text = t("Mag de browser dit bewaren?", "May the browser keep this?");
pub const KEEP_WHY: Text = t(
    "Je hebt nu werk op dit apparaat staan. Vraag de browser om het niet zelf op te ruimen. Soms vraagt de browser dan nog om een bevestiging.",
    "You now have work on this device. Ask the browser not to clear it by itself. Sometimes the browser then asks you to confirm.",
);
pub const KEEP_YES: Text = t("Laat het staan", "Leave it there");
pub const KEEP_LATER: Text = t("Nu niet", "Not now");
pub const UNREADABLE: Text = t("Een deel kon niet worden gelezen", "A part could not be read");
pub const UNREADABLE_WHY: Text = t(
    "Het is apart gezet en niet weggegooid. De rest werkt gewoon. Bewaar een kopie en vraag om hulp.",
    "It was set apart, not thrown away. The rest simply works. Save a copy and ask for help.",
);

/// What went wrong and what a person can do, in a sentence.
pub const fn reason(reason: Reason) -> Text {
    match reason {
        Reason::Full => t(
            "Dit apparaat is vol. Bewaar een kopie, maak ruimte en probeer het opnieuw.",
            "This device is full. Save a copy, make room and try again.",
        ),
        Reason::ConnectionLost => t(
            "De browser raakte zijn opslag kwijt. Probeer het opnieuw of start de app opnieuw.",
            "The browser lost its storage. Try again or restart the app.",
        ),
        Reason::TakenOver => t(
            "Een ander tabblad of venster ging verder. Werk daar door.",
            "Another tab or window went on. Continue there.",
        ),
        Reason::Cleared => t(
            "De opslag is gewist terwijl de app open was. Wat je nog ziet, kan opnieuw worden bewaard. Bijlagen niet: die komen terug uit een kopie.",
            "The storage was erased while the app was open. What you still see can be saved again. Attachments cannot: they come back out of a copy.",
        ),
        Reason::Blocked => t(
            "De browser staat opslaan hier niet toe. Misschien zit je in een privévenster.",
            "The browser does not allow saving here. You may be in a private window.",
        ),
        Reason::Newer => t(
            "Deze gegevens horen bij een nieuwere versie. Werk de app eerst bij.",
            "This data belongs to a newer version. Update the app first.",
        ),
        Reason::Damaged => t(
            "Een deel van de gegevens is niet te lezen. Het is apart gezet, niet weggegooid.",
            "Part of the data cannot be read. It was set apart, not thrown away.",
        ),
        Reason::Other => t(
            "Probeer het opnieuw. Helpt dat niet, bewaar dan een kopie.",
            "Try again. If that does not help, save a copy.",
        ),
    }
}
