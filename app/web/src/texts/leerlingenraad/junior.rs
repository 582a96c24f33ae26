//! The plan for children: the page around it. Its chapters are in the model.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Wat er in het plan staat, in korte zinnen voor kinderen. Lees het samen, of hang het op.",
    "What is in the plan, in short sentences for children. Read it together, or put it up.",
);
pub const PRINT: Text = t("Druk het plan voor kinderen af", "Print the plan for children");
pub const TITLE: Text = t("Het plan van de scholen, voor jou", "The plan of the schools, for you");
pub const HEARD: Text = t(
    "Dit zeiden kinderen, en dit doen we ermee",
    "This is what children said, and what we do with it",
);
pub const NOTE_TITLE: Text = t("Voor de volwassene", "For the adult");
pub const NOTE: Text = t(
    "Dit zijn onze eigen woorden. Hieronder staat per stukje waar je het in het plan vindt.",
    "These are our own words. Below it says for each part where you find it in the plan.",
);
pub const NONE: Text = t(
    "Van dit plan is er nog geen versie voor kinderen",
    "Of this plan there is no version for children yet",
);
pub const NONE_WHY: Text = t(
    "Wij vertellen alleen wat in het plan zelf staat. Het plan van dit samenwerkingsverband kennen wij nog niet goed genoeg.",
    "We only tell what stands in the plan itself. The plan of this samenwerkingsverband we do not know well enough yet.",
);
