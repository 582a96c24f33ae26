//! What the law says about a dossier as it is: told what is written down, and nothing about what is not.

use rules::rule::Context;

use super::view::View;
use crate::ask::{Facts, ask};
use crate::werkgebied::planning::Watch;

/// Parents agree to the guidance (L-12); the child was heard, and was told what was done with it (L-14). Make the context for today.
pub fn watch(view: &View, context: &Context<'_>) -> Vec<Watch> {
    [ask("L-12", agreed(view), context), ask("L-14", heard(view), context)]
        .into_iter()
        .flatten()
        .collect()
}

/// A parent who said nothing yet is no parent who does not agree.
fn agreed(view: &View) -> Facts {
    let mut facts = Facts::default();
    facts.yes_if("overleg", view.told.iter().any(|one| one.guardian.is_some()));
    if let Some(plan) = view.plan() {
        let standings = view.standings(&plan.id);
        if !standings.is_empty() && standings.iter().all(|one| one.last.is_some()) {
            facts.yes_no("eens", view.all_agree(&plan.id));
        }
    }
    facts
}

/// By the last time that the child was heard.
fn heard(view: &View) -> Facts {
    let mut facts = Facts::default();
    if let Some(last) = view.hearings.last() {
        facts.yes_no("gehoord", true);
        facts.yes_if("eigen_manier", !last.way.is_empty());
        facts.yes_if("hulp", !last.help.is_empty());
        facts.yes_if("uitleg", !last.done_with.is_empty());
        facts.yes_if("vastgelegd", !last.done_with.is_empty());
    }
    facts
}
