//! The one ordered list of rules.

use super::Rule;

/// Every rule, in the order in which a reader meets them: the calendar that all terms lean on,
/// then what the country pays, then what a region does with it (support, werkgebied, budget,
/// reserve), then how it is watched; within a topic by number. The order decides only how the
/// page "Regels" and an export are laid out: no rule reads another rule's outcome.
pub fn registry() -> &'static [Rule] {
    RULES
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    registry().iter().find(|rule| rule.id == id)
}

static RULES: &[Rule] = &[];
