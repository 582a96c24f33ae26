//! Delen en verzenden: what is on this device, how much room there is, a copy out and a copy in.

use rules::text::{Lang, Text, t};

pub const ON_DEVICE: Text = t("Op dit apparaat", "On this device");
pub const COPY: Text = t("Een kopie bewaren", "Save a copy");
pub const COPY_BODY: Text = t(
    "Eén bestand met alles wat op dit apparaat staat. Zet het op een plek die je vertrouwt: een USB-stick, of de eigen schijf van je organisatie.",
    "One file with everything on this device. Put it in a place you trust: a USB stick, or your organisation's own drive.",
);
pub const RESTORE: Text = t("Een kopie binnenhalen", "Bring in a copy");
pub const RESTORE_BODY: Text = t(
    "Wat in de kopie staat, komt bij wat hier al is. Er wordt niets overschreven.",
    "What is in the copy is added to what is here already. Nothing is overwritten.",
);
pub const SPACE_USED: Text = t("Gebruikte ruimte", "Room in use");
pub const SPACE_FREE: Text = t("Nog vrij", "Still free");
pub const PERSISTENT: Text =
    t("Browser mag de gegevens opruimen", "The browser may clear the data");
pub const PERSISTENT_NO: Text = t("Nee, ze blijven staan", "No, they stay");
pub const PERSISTENT_YES: Text =
    t("Ja, na een tijd zonder gebruik", "Yes, after some time without use");
pub const KEEP: Text = t("Vraag de browser ze te laten staan", "Ask the browser to leave them");
pub const SAVED: Text = t("Opgeslagen", "Saved");
pub const INTERNET: Text = t("Internet", "Internet");
pub const ONLINE: Text = t("Er is verbinding", "There is a connection");
pub const NOTHING_YET: Text = t("Er is nog niets ingevuld", "Nothing has been entered yet");
pub const VERSION: Text = t("Versie", "Version");
pub const OFFLINE_READY: Text = t("Werkt zonder internet", "Works without internet");
pub const OFFLINE_NOT_YET: Text = t("Nog niet", "Not yet");
pub const OFFLINE_IMPOSSIBLE: Text = t("Niet in deze browser", "Not in this browser");
pub const NOTE: Text = t("Wanneer is het opgeslagen?", "When is it saved?");
pub const NOTE_BODY: Text = t(
    "Pas als dit apparaat zelf heeft bevestigd dat het op de schijf staat, zeggen wij ‘opgeslagen’. Eerder niet.",
    "Only when this device itself has confirmed that it is on the disk do we say ‘saved’. Not before.",
);

/// Bytes in words that fit the size: `1,2 MB`.
pub fn size(bytes: u64, lang: Lang) -> String {
    let (unit, name) = match bytes {
        0..1_000_000 => (1_000, "kB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    let tenths = bytes * 10 / unit;
    let mark = if lang == Lang::Nl { ',' } else { '.' };
    if tenths >= 100 {
        format!("{}\u{a0}{name}", tenths / 10)
    } else {
        format!("{}{mark}{}\u{a0}{name}", tenths / 10, tenths % 10)
    }
}
