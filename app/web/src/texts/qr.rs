//! QR codes: showing them, and reading them with the camera. Every refusal names another way.

use rules::text::{Lang, Text, t};

use crate::platform::camera::CameraError;

pub const MOVING: Text = t("Bewegende QR-code", "Moving QR code");
pub const PAUSE: Text = t("Zet stil", "Pause");
pub const PLAY: Text = t("Laat bewegen", "Play");
pub const BACK: Text = t("Vorig beeld", "Previous picture");
pub const NEXT: Text = t("Volgend beeld", "Next picture");
pub const SLOWER: Text = t("Langzamer", "Slower");
pub const FASTER: Text = t("Sneller", "Faster");
pub const TOO_MUCH: Text = t(
    "Dit is te veel voor een QR-code. Geef het door als bestand.",
    "This is too much for a QR code. Hand it over as a file.",
);

pub const CAMERA_ON: Text = t("Camera aanzetten", "Switch the camera on");
pub const CAMERA_OFF: Text = t("Camera uitzetten", "Switch the camera off");
pub const ASKING: Text =
    t("De browser vraagt of de camera aan mag.", "The browser asks if the camera may go on.");
pub const LOOKING: Text = t(
    "De camera kijkt. Richt hem op de QR-code.",
    "The camera is looking. Point it at the QR code.",
);
pub const NO_CAMERA: Text = t("De camera doet het niet", "The camera does not work");

/// What went wrong, and the other way.
pub const fn refusal(error: CameraError) -> Text {
    match error {
        CameraError::Missing => t(
            "Dit apparaat heeft geen camera. Neem het over met een bestand.",
            "This device has no camera. Take it over with a file.",
        ),
        CameraError::Refused => t(
            "De camera mag niet aan. Sta hem toe in de instellingen van je browser, of neem het over met een bestand.",
            "The camera may not go on. Allow it in the settings of your browser, or take it over with a file.",
        ),
        CameraError::InUse => t(
            "Een ander programma gebruikt de camera. Sluit dat en probeer het opnieuw, of neem het over met een bestand.",
            "Another program uses the camera. Close it and try again, or take it over with a file.",
        ),
        CameraError::Impossible => t(
            "Deze browser geeft hier geen camera. Neem het over met een bestand.",
            "This browser gives no camera here. Take it over with a file.",
        ),
        CameraError::Stopped => t(
            "De camera is uitgegaan. Zet hem weer aan, of neem het over met een bestand.",
            "The camera went off. Switch it on again, or take it over with a file.",
        ),
        CameraError::NoReader => t(
            "QR-codes lezen lukt hier niet. Neem het over met een bestand.",
            "Reading QR codes does not work here. Take it over with a file.",
        ),
    }
}

/// Which of the pictures is shown: `Beeld 12, er zijn er minstens 43 nodig`.
pub fn picture(number: u32, pieces: usize, lang: Lang) -> String {
    let shown = u64::from(number) + 1;
    match lang {
        Lang::Nl => format!("Beeld {shown}, er zijn er minstens {pieces} nodig"),
        Lang::En => format!("Picture {shown}, at least {pieces} are needed"),
    }
}

/// How quick the pictures follow each other.
pub fn speed(per_second: u32, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{per_second} beelden per seconde"),
        Lang::En => format!("{per_second} pictures a second"),
    }
}
