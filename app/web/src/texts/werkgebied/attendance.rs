//! Who is there and who does what.

use rules::text::{Text, t};

pub const WHO: Text = t("Wie is er", "Who is here");
pub const EVERYBODY: Text = t("Iedereen is er", "Everybody is here");
pub const PRESENT: Text = t("aanwezig", "present");
pub const APOLOGIES: Text = t("afgemeld", "sent apologies");
pub const OF: Text = t("van", "of");
pub const SCHOOLS: Text = t("scholen", "schools");
pub const NO_QUORUM: Text =
    t("te weinig scholen voor een besluit", "too few schools for a decision");
pub const GUEST: Text = t("Gast", "Guest");
pub const GUEST_HINT: Text = t("De naam is genoeg.", "The name is enough.");
pub const NOBODY: Text = t("Nog niemand", "Nobody yet");
