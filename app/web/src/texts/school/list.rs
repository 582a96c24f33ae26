//! The checklist.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Vul in wat jij ziet. Denken jullie verschillend? Mooi: daar begint het gesprek.",
    "Fill in what you see. Do you think differently? Good: that is where the conversation begins.",
);
pub const FILLS_IN: Text = t("Wie vult nu in?", "Who is filling in now?");
pub const TOGETHER: Text = t("Samen", "Together");
pub const NOBODY: Text =
    t("Nog niemand heeft iets ingevuld.", "Nobody has filled in anything yet.");
pub const DIFFERS: Text = t("jullie denken verschillend", "you think differently");
pub const STEP: Text = t("stap open", "step open");
pub const STEPS: Text = t("stappen open", "steps open");
pub const MORE: Text =
    t("Gesprek, bewijs en volgende stap", "Conversation, evidence and next step");
pub const RULES: Text = t("Wat het plan vraagt", "What the plan asks");
pub const RULES_WHY: Text = t(
    "Hier telt alleen wat jullie samen zeggen. Wat nog niet besproken is, is onbekend en geen nee.",
    "Only what you say together counts here. What was not talked about is unknown and not a no.",
);
pub const TALK: Text = t("Een gesprek, geen inspectie", "A conversation, no inspection");
pub const TALK_BODY: Text = t(
    "Niemand geeft hier een cijfer. Scholen worden niet vergeleken; je ziet alleen je eigen jaren naast elkaar. Er staan geen namen van kinderen in.",
    "Nobody gives a mark here. Schools are not compared; you see only your own years side by side. There are no names of children in it.",
);
pub const NO_NORM: Text = t("Er is geen landelijke norm", "There is no national norm");
pub const NO_NORM_BODY: Text = t(
    "In de wet staat nog geen norm voor de basisondersteuning van een school. Deze lijst volgt de vijf aspecten van het ondersteuningsplan.",
    "The law has no norm yet for the basic support of a school. This list follows the five aspects of the ondersteuningsplan.",
);
