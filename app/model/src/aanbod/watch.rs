//! What the rules say about what a school offers: what is written down is a yes, what is not is unknown.

use rules::rule::Context;

use super::view::View;
use crate::ask::{Facts, ask};
use crate::werkgebied::planning::Watch;

/// Whether it stands in the schoolgids (SOP-01, L-28), in the shared form (SOP-02), is up to date (SOP-04) and published (SOP-05).
pub fn watch(view: &View, context: &Context<'_>) -> Vec<Watch> {
    let (basic, offers) = (written(&view.basic), view.open().next().is_none());
    let mut guide = Facts::default();
    guide.yes_if("schoolgids", basic && offers && view.adopted.is_some());
    let mut form = Facts::default();
    // This is the shared form; who made it, only people know.
    form.yes_no("vorm", true);
    form.yes_if("ingevuld", basic && offers);
    let mut published = Facts::default();
    published.yes_if("gepubliceerd", view.published.is_some_and(|on| on <= context.today));
    let mut updated = Facts::default();
    // A guide that was adopted is an offer that was gone through.
    if let Some(on) = view.adopted.filter(|on| *on <= context.today) {
        updated.date("bijgewerkt", on);
    }
    let all = [
        ask("SOP-01", guide, context),
        ask("SOP-02", form, context),
        ask("SOP-04", updated, context),
        ask("SOP-05", published, context),
        ask("L-28", yearly(view), context),
    ];
    all.into_iter().flatten().collect()
}

fn yearly(view: &View) -> Facts {
    let mut facts = Facts::default();
    facts.yes_if("dit_jaar", view.adopted.is_some());
    facts.yes_if("basis", written(&view.basic));
    facts.yes_if("aanbod", view.open().next().is_none());
    if let Some(heard) = view.heard {
        // Heard after the guide was adopted is not heard beforehand.
        facts.yes_no("leerlingen", view.adopted.is_none_or(|adopted| heard <= adopted));
    }
    facts.yes_if("invloed", written(&view.influence));
    facts
}

fn written(text: &str) -> bool {
    !text.trim().is_empty()
}
