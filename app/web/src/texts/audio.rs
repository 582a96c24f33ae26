//! Recording a voice and listening to it, in the app.

use parent::sound::Tone;
use rules::text::{Text, t};

pub const RECORDING: Text = t("Opname", "Recording");
pub const NOT_PLAYED: Text =
    t("Deze opname kan hier niet worden afgespeeld.", "This recording cannot be played here.");

/// Minutes and seconds, `1:05`.
pub fn time(seconds: u32) -> String {
    parent::sound::time(seconds)
}

/// The sentences of the recorder. `{tijd}` is how long it is, `{grens}` how long it may be.
pub const fn of(tone: Tone) -> Text {
    match tone {
        Tone::Lead => t(
            "Een opname duurt hoogstens {tijd}. De browser vraagt eerst of de microfoon mag.",
            "A recording is at most {tijd} long. The browser first asks for the microphone.",
        ),
        Tone::Cannot => t(
            "Deze browser kan niet opnemen. Schrijf het op.",
            "This browser cannot record. Write it down.",
        ),
        Tone::Begin => t("Neem een stem op", "Record a voice"),
        Tone::Asks => t(
            "Vraagt de browser of de microfoon aan mag? Kies dan ja.",
            "Does the browser ask for the microphone? Then choose yes.",
        ),
        Tone::Runs => t("De opname loopt.", "Recording."),
        Tone::Stands => t("De opname staat stil.", "Recording is paused."),
        Tone::Time => t("{tijd} van {grens}", "{tijd} of {grens}"),
        Tone::Pause => t("Pauze", "Pause"),
        Tone::Onward => t("Ga verder met opnemen", "Go on recording"),
        Tone::Ready => t("Klaar met opnemen", "Done recording"),
        Tone::Is => t("De opname is {tijd} lang.", "The recording is {tijd} long."),
        Tone::Cut => t(
            "De opname stopte te vroeg. {tijd} staat erop.",
            "The recording stopped too soon. {tijd} is on it.",
        ),
        Tone::Listen => t("Luister", "Listen"),
        Tone::Stop => t("Stop", "Stop"),
        Tone::Again => t("Neem opnieuw op", "Record again"),
        Tone::Away => t("Gooi de opname weg", "Throw the recording away"),
        Tone::Back => t("Zet de opname terug", "Put the recording back"),
        Tone::Full => t(
            "Meer past er niet op. Alles tot hier staat erop.",
            "It holds no more. Everything up to here is on it.",
        ),
        Tone::Refused => t(
            "De microfoon mag niet. Zet hem aan in de instellingen van de browser, of schrijf het op.",
            "The microphone is not allowed. Allow it in the settings of the browser, or write it down.",
        ),
        Tone::Failed => t(
            "Dat lukte niet. Probeer het opnieuw, of schrijf het op.",
            "That did not work. Try again, or write it down.",
        ),
    }
}
