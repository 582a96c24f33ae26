//! A copy out and a copy in.

use rules::text::{Lang, Text, t};

use super::attachments::size;
use crate::state::copy::{CopyError, InCopy};

pub const PASSPHRASE: Text = t("Wachtzin voor deze kopie", "Passphrase for this copy");
pub const PASSPHRASE_HINT: Text = t(
    "Een zin van een paar woorden, minstens twaalf tekens. Schrijf hem op en bewaar hem apart. Laat je dit leeg, dan gaat de kopie alleen hier bij jou open.",
    "A sentence of a few words, at least twelve characters. Write it down and keep it elsewhere. If you leave this empty, the copy opens only here for you.",
);
pub const ITS_PASSPHRASE: Text =
    t("Wachtzin die bij de kopie hoort", "Passphrase that belongs to the copy");
pub const PICK: Text = t("Kies een bestand", "Choose a file");
pub const OPEN: Text = t("Open de kopie", "Open the copy");
pub const CLOSING: Text = t("De kopie gaat op slot…", "The copy is being locked…");
pub const OPENING: Text = t("De kopie gaat open…", "The copy is being opened…");
pub const SAVED_COPY: Text = t(
    "De kopie staat bij je downloads, op slot met je wachtzin.",
    "The copy is with your downloads, locked with your passphrase.",
);
pub const SAVED_FOR_HERE: Text = t(
    "De kopie staat bij je downloads. Hij gaat alleen open bij jou op dit apparaat.",
    "The copy is with your downloads. It opens only for you on this device.",
);

/// "De kopie staat bij je downloads, op slot met je wachtzin. 2 bijlagen gaan mee."
pub fn went(passphrase: bool, with: InCopy, lang: Lang) -> String {
    let text = if passphrase { SAVED_COPY } else { SAVED_FOR_HERE };
    let InCopy { files, left, absent } = with;
    let mut said = vec![text.get(lang).to_owned()];
    said.extend((files > 0).then(|| {
        counted(files, t("{} bijlage gaat mee.", "{} attachment goes along."), ALONG, lang)
    }));
    said.extend((left.files > 0).then(|| {
        let one = t(
            "{} bijlage ({size}) past er niet bij en zit er niet in.",
            "{} attachment ({size}) does not fit and is not in it.",
        );
        counted(left.files, one, NO_FIT, lang).replace("{size}", &size(left.bytes, lang))
    }));
    said.extend((absent > 0).then(|| {
        let one = t(
            "{} bijlage staat niet op dit apparaat en zit er niet in.",
            "{} attachment is not on this device and is not in it.",
        );
        counted(absent, one, ABSENT, lang)
    }));
    said.join(" ")
}

const ALONG: Text = t("{} bijlagen gaan mee.", "{} attachments go along.");
const NO_FIT: Text = t(
    "{} bijlagen ({size}) passen er niet bij en zitten er niet in.",
    "{} attachments ({size}) do not fit and are not in it.",
);
const ABSENT: Text = t(
    "{} bijlagen staan niet op dit apparaat en zitten er niet in.",
    "{} attachments are not on this device and are not in it.",
);

fn counted(count: usize, one: Text, more: Text, lang: Lang) -> String {
    let text = if count == 1 { one } else { more };
    text.get(lang).replace("{}", &count.to_string())
}

/// "Er zijn 2 onderdelen bijgewerkt. 1 bijlage kwam erbij."
pub fn brought(documents: usize, files: usize, left_out: usize, lang: Lang) -> String {
    let one = t("{} bijlage kwam erbij.", "{} attachment was added.");
    let more = t("{} bijlagen kwamen erbij.", "{} attachments were added.");
    let said = brought_documents(documents, left_out, lang);
    match files {
        0 => said,
        _ if documents == 0 && left_out == 0 => counted(files, one, more, lang),
        _ => format!("{said} {}", counted(files, one, more, lang)),
    }
}

fn brought_documents(documents: usize, left_out: usize, lang: Lang) -> String {
    let came = match (lang, documents) {
        (Lang::Nl, 0) => "Alles uit deze kopie stond hier al.".to_owned(),
        (Lang::Nl, 1) => "Er is 1 onderdeel bij gekomen of bijgewerkt.".to_owned(),
        (Lang::Nl, _) => format!("Er zijn {documents} onderdelen bij gekomen of bijgewerkt."),
        (Lang::En, 0) => "Everything in this copy was here already.".to_owned(),
        (Lang::En, 1) => "1 part was added or updated.".to_owned(),
        (Lang::En, _) => format!("{documents} parts were added or updated."),
    };
    let left = match (lang, left_out) {
        (_, 0) => return came,
        (Lang::Nl, _) => format!(
            "{left_out} kon niet mee: het is niet te lezen, of jij mag het hier niet veranderen."
        ),
        (Lang::En, _) => format!(
            "{left_out} could not come along: it cannot be read, or you may not change it here."
        ),
    };
    format!("{came} {left}")
}

/// Why a copy did not go out or in, and what to do. Nothing was changed. `None` when the person closed the dialog.
pub const fn problem(error: CopyError) -> Option<Text> {
    Some(match error {
        CopyError::Cancelled => return None,
        CopyError::Browser => t(
            "De browser kon het bestand niet maken of lezen. Probeer het opnieuw.",
            "The browser could not make or read the file. Try again.",
        ),
        CopyError::NotACopy => t(
            "Dit bestand komt niet uit Thuisnabij. Kies een ander.",
            "This file does not come from Thuisnabij. Choose another.",
        ),
        CopyError::Newer => t(
            "Deze kopie komt uit een nieuwere versie. Werk eerst de app bij.",
            "This copy comes from a newer version. Update the app first.",
        ),
        CopyError::CutOff => t(
            "Het bestand is niet compleet. Kopieer het opnieuw en probeer het nog eens.",
            "The file is incomplete. Copy it again and try once more.",
        ),
        CopyError::Damaged => t(
            "Het bestand is beschadigd. Gebruik een andere kopie.",
            "The file is damaged. Use another copy.",
        ),
        CopyError::TooLarge => t("Dit bestand is te groot.", "This file is too large."),
        CopyError::NotSaved(reason) => super::opening::reason(reason),
        CopyError::Closed => t(
            "Deze kopie is op slot. Typ de wachtzin die bij de kopie hoort.",
            "This copy is locked. Type the passphrase that belongs to it.",
        ),
        CopyError::WrongPassphrase => t(
            "Hiermee gaat de kopie niet open. Let op spaties en hoofdletters.",
            "The copy does not open with this. Mind spaces and capitals.",
        ),
        CopyError::NoPassphrase => t(
            "Deze kopie heeft geen wachtzin en gaat alleen open bij wie hem maakte, op het apparaat waar dat gebeurde.",
            "This copy has no passphrase and opens only for whoever made it, on the device where that was done.",
        ),
        CopyError::WeakPassphrase => t(
            "Maak de wachtzin langer: minstens twaalf tekens. Een kopie kan iemand eindeloos proberen te openen.",
            "Make the passphrase longer: at least twelve characters. Somebody can try to open a copy for ever.",
        ),
        CopyError::NotOpen => t(
            "Je gegevens zijn hier niet geopend. Ga eerst naar Vandaag.",
            "Your data is not open here. Go to Today first.",
        ),
    })
}
