//! Files that belong to something: adding, opening, taking away.

use model::spaces::NotOpened;
use rules::text::{Lang, Text, t};

pub const TITLE: Text = t("Bijlagen", "Attachments");
pub const ADD: Text = t("Voeg een bestand toe", "Add a file");
pub const PHOTO: Text = t("Maak een foto", "Take a photo");
pub const HINT: Text = t(
    "Hooguit 10 MB. Een foto wordt verkleind, en de plaats waar hij is gemaakt gaat eruit.",
    "At most 10 MB. A photo is made smaller, and the place where it was taken is removed.",
);
pub const DROP: Text = t("Laat los om toe te voegen", "Let go to add");
pub const BUSY: Text = t("Wordt bewaard…", "Being kept…");
pub const OPEN: Text = t("Open", "Open");
pub const SHUT: Text = t("Sluit", "Close");
pub const REMOVE: Text = t("Haal weg", "Take away");
pub const PUT_BACK: Text = t("Zet terug", "Put back");
pub const REMOVED: Text = t("{} is weggehaald.", "{} was taken away.");
pub const ADDED: Text =
    t("{} is toegevoegd en staat op dit apparaat.", "{} was added and is on this device.");
pub const DOWNLOADED: Text =
    t("{} staat bij je downloads. Open het daar.", "{} is among your downloads. Open it there.");
pub const SHOWS: Text = t("Afbeelding: {}", "Picture: {}");
pub const REFUSED: Text = t("Verzenden lukt niet.", "Sending does not succeed.");
pub const NOT_HERE: Text = t(
    "Dit bestand is nog niet opgehaald. Het komt vanzelf als er verbinding is, of in een pakket van een ander.",
    "This file was not fetched yet. It comes by itself when there is a connection, or in a package of somebody else.",
);
pub const DAMAGED: Text = t(
    "Dit bestand is beschadigd. Vraag wie het toevoegde om het opnieuw toe te voegen.",
    "This file is damaged. Ask who added it to add it again.",
);
pub const NOT_READ: Text = t(
    "Het bestand kon niet van dit apparaat worden gelezen. Probeer het nog eens.",
    "The file could not be read from this device. Try again.",
);

/// Why a file does not open.
pub const fn not_opened(error: &NotOpened) -> Text {
    match error {
        NotOpened::NotHere => NOT_HERE,
        NotOpened::Damaged => DAMAGED,
        NotOpened::Store(_) => NOT_READ,
    }
}

/// `{}` filled in.
pub fn about(text: Text, name: &str, lang: Lang) -> String {
    text.get(lang).replace("{}", name)
}

/// How large something is: `340 kB`, `2,4 MB`.
pub fn size(bytes: u64, lang: Lang) -> String {
    let comma = if lang == Lang::Nl { ',' } else { '.' };
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..999_500 => format!("{} kB", (bytes + 500) / 1_000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            format!("{}{comma}{} MB", tenths / 10, tenths % 10)
        }
    }
}
