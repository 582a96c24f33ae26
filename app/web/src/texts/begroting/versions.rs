//! Two devices wrote the same field at the same time: both are kept until a person chooses.

use rules::text::{Text, t};

pub const TITLE: Text = t("Twee versies: kies er een", "Two versions: choose one");
pub const MARK: Text = t("twee versies", "two versions");
pub const LEAD: Text = t(
    "Op twee apparaten is tegelijk iets anders ingevuld. Allebei zijn bewaard. Jij kiest; terugdraaien kan.",
    "Two devices filled in something different at the same time. Both are kept. You choose; you can undo it.",
);
pub const COUNTS_NOW: Text = t("telt nu", "counts now");
pub const CHOOSE: Text = t("Kies deze", "Choose this one");
pub const NONE: Text = t("Er is niets meer te kiezen.", "There is nothing left to choose.");
