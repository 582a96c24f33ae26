//! Several budgets on one device, and what one may do in them.

use rules::text::{Text, t};

pub const WHICH: Text = t("Welke begroting ligt open?", "Which budget lies open?");
pub const NEW: Text = t("Nieuwe begroting", "New budget");
pub const LEFT: Text = t(
    "Je hoort niet meer bij deze begroting. Je kunt haar lezen en niet veranderen.",
    "You are no longer in this budget. You can read it and not change it.",
);
