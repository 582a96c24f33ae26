//! Next steps.

use rules::text::{Text, t};

pub const ADD: Text = t("Wat gaan jullie doen?", "What are you going to do?");
pub const ADD_HINT: Text = t(
    "Kies eerst wie en wanneer, als je dat al weet. De stap staat ook bij Mijn acties.",
    "First choose who and when, if you know. The step stands among My actions as well.",
);
pub const DONE_ON: Text = t("gedaan op", "done on");
pub const DROPPED: Text = t("niet meer nodig", "not needed any more");
