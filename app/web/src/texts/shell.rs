//! The frame around every page: rooms, skip link, language, the page that is not there, the error page.

use rules::text::{Text, t};

pub const SKIP: Text = t("Ga naar de inhoud", "Go to the content");
pub const ROOMS: Text = t("Ruimtes", "Rooms");
pub const TODAY: Text = t("Vandaag", "Today");
pub const DOSSIER: Text = t("Dossier", "Dossier");
pub const BEGROTING: Text = t("Begroting", "Budget");
pub const WERKGEBIED: Text = t("Werkgebied", "Werkgebied");
pub const WERKGEBIED_SHORT: Text = t("Gebied", "Area");
pub const SCHOOL: Text = t("School", "School");
pub const VOICES: Text = t("Leerlingenraad", "Leerlingenraad");
pub const VOICES_SHORT: Text = t("Raad", "Council");
pub const REGELS: Text = t("Regels", "Rules");
pub const SHARE: Text = t("Delen en verzenden", "Share and send");
pub const SHARE_SHORT: Text = t("Delen", "Share");
pub const SETTINGS: Text = t("Instellingen", "Settings");
pub const HOMESCREEN: Text = t("Zet op beginscherm", "Add to home screen");
pub const ACCESS: Text = t("Toegankelijkheid", "Accessibility");
pub const ABOUT: Text = t("Over en privacy", "About and privacy");
pub const MORE_PAGES: Text = t("Over deze app", "About this app");
pub const LANGUAGE: Text = t("Taal", "Language");
pub const HOME_LINK: Text = t("Thuisnabij, naar Vandaag", "Thuisnabij, go to Today");
pub const MOTTO: Text =
    t("passend onderwijs, dicht bij huis", "inclusive education, close to home");

pub const NOT_FOUND: Text = t("Deze pagina staat hier niet", "This page is not here");
pub const NOT_FOUND_WHY: Text = t(
    "Misschien is het adres verkeerd overgenomen, of hoort de pagina bij een nieuwere versie. Er is niets kwijt.",
    "The address may have been copied wrongly, or the page belongs to a newer version. Nothing is lost.",
);
pub const NOT_FOUND_NEXT: Text = t("Naar Vandaag", "Go to Today");

pub const ERROR: Text = t("Deze pagina lukt nu niet", "This page does not work right now");
pub const ERROR_WHY: Text = t(
    "Wat je hebt opgeslagen, staat nog op dit apparaat. Probeer het opnieuw. Lukt het dan niet, bewaar dan een kopie en vraag om hulp.",
    "What you saved is still on this device. Try again. If that does not help, save a copy and ask for help.",
);
