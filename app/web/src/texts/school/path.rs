//! The guide from a question to a next step.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat heeft dit kind nodig, en wie kan dat doen? Beantwoord wat je weet.",
    "What does this child need, and who can do that? Answer what you know.",
);
pub const ANEW: Text = t("Begin opnieuw", "Begin again");
pub const NUMBER: Text = t("Hoeveel?", "How many?");
pub const NO_NUMBER: Text =
    t("Vul een heel getal in, 1 of meer.", "Fill in a whole number, 1 or more.");
pub const IDEAS: Text = t("Denk je ook aan iets hiervan?", "Do you also think of any of these?");
pub const DO: Text = t("Wat je nu doet", "What you do now");
pub const MEANWHILE: Text = t("Kom je er niet uit?", "Do you not know?");
pub const LEVEL_SCHOOL: Text = t(
    "Dit is niveau 0 of 1: de school kan dit zelf.",
    "This is level 0 or 1: the school can do this itself.",
);
pub const LEVEL_EXTRA: Text = t(
    "Dit is niveau 2 of 3: extra steun op school, samen met het werkgebied.",
    "This is level 2 or 3: extra support at school, together with the werkgebied.",
);
pub const LEVEL_SPECIAL: Text = t(
    "Dit is niveau 4: samen bekijken of een school voor SO of SBO past.",
    "This is level 4: looking together whether a school for SO or SBO fits.",
);
pub const WHY: Text = t("Waarom", "Why");
pub const SO_FAR: Text = t("Tot nu toe", "So far");
pub const CHANGE: Text = t("Verander", "Change");
pub const NOTE: Text = t("Er wordt niets bewaard", "Nothing is kept");
pub const NOTE_BODY: Text = t(
    "Je antwoorden staan alleen op dit scherm. Ga je weg, dan zijn ze weg. Vul geen namen in.",
    "Your answers are only on this screen. When you leave, they are gone. Fill in no names.",
);
pub const AFTERWARDS: Text =
    t("Kiezen jullie dit? Dan geldt ook", "Do you choose this? Then this holds as well");
pub const NO_REFUSAL: Text = t("Nooit een nee", "Never a no");
pub const NO_REFUSAL_BODY: Text = t(
    "De wegwijzer wijst geen kind af. Hij zegt wie je belt en wat je voorbereidt; mensen beslissen.",
    "The guide turns no child away. It says whom to call and what to prepare; people decide.",
);
