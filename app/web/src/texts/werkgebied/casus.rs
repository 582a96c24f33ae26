//! A casus on an agenda: what the table may know, and what the parents say.

use rules::text::{Text, t};

pub const ADD: Text = t("Casus op de agenda", "A casus on the agenda");
pub const WARNING: Text =
    t("Iedereen aan deze tafel leest dit", "Everybody at this table reads this");
pub const WARNING_BODY: Text = t(
    "Noem geen naam, geen klas en niets waaraan iemand het kind herkent. Wat over het kind zelf gaat, schrijf je in het dossier.",
    "Give no name, no class and nothing by which somebody recognises the child. What is about the child itself you write in the dossier.",
);
pub const LABEL: Text = t("Hoe noem je de casus?", "What do you call the casus?");
pub const LABEL_HINT: Text = t("Bijvoorbeeld Casus A.", "For example Casus A.");
pub const QUESTION: Text = t("Wat vraag je aan de tafel?", "What do you ask of the table?");
pub const PARENTS: Text = t("Wat zeggen de ouders?", "What do the parents say?");
pub const NOT_SAID: Text = t("Nog niet ingevuld", "Not filled in yet");
pub const PUT: Text = t("Zet de casus op de agenda", "Put the casus on the agenda");
pub const DOSSIER: Text = t("Open het dossier", "Open the dossier");
pub const NOTE: Text = t("Casus", "Casus");
pub const NOTE_BODY: Text = t(
    "Etiket en vraag staan alleen op de schermen van wie meedoet. In het verslag, in de agenda-export en op het grote scherm staat alleen dat het een casus was.",
    "Label and question stand only on the screens of who takes part. The minutes, the calendar file and the large screen only say that it was a casus.",
);
