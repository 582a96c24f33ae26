//! What the rules say about the councils: what is written down is a yes, what is not is unknown.

use rules::rule::Context;

use super::questions::Standard;
use super::view::{Stage, View};
use crate::ask::{Facts, ask};
use crate::tekening;
use crate::werkgebied::planning::Watch;

/// One council a year (STM-01), its questions (STM-02), the tekening that builds on (STM-03), used and shared (STM-04).
pub fn watch(view: &View, drawing: Option<&tekening::View>, context: &Context<'_>) -> Vec<Watch> {
    let mut yearly = Facts::default();
    yearly.dates("raden", view.present().filter_map(|one| one.on).collect());
    let mut all = vec![ask("STM-01", yearly, context)];
    if let Some(last) = view.present().rfind(|one| one.on.is_none_or(|on| on <= context.today)) {
        let mut asked = Facts::default();
        for (standard, field) in [
            (Standard::Weggaan, "weggaan"),
            (Standard::Blijven, "blijven"),
            (Standard::School, "school"),
        ] {
            asked.yes_no(field, last.asked().any(|one| one.standard == Some(standard)));
        }
        all.push(ask("STM-02", asked, context));
        all.push(ask("STM-03", chain(drawing, &last.id), context));
        let mut used = Facts::default();
        let themes: Vec<_> = view.themes_of(&last.id).collect();
        used.yes_if("gebruikt", themes.iter().any(|one| one.used));
        let told = !themes.is_empty() && themes.iter().all(|one| one.stage() == Stage::Told);
        used.yes_if("gedeeld", told);
        all.push(ask("STM-04", used, context));
    }
    all.into_iter().flatten().collect()
}

/// Which layer of the tekening this council made. The layers lie on each other in their order, so each builds on the one
/// before it.
fn chain(drawing: Option<&tekening::View>, council: &str) -> Facts {
    let mut facts = Facts::default();
    let Some(drawing) = drawing else { return facts };
    let place = drawing.place_of(council);
    facts.yes_no("opbrengst", place.is_some() && drawing.of_layer(council).next().is_some());
    if let Some(place) = place {
        facts.count("laag", place + 1);
        facts.count("bouwt_op", place);
    }
    facts
}
