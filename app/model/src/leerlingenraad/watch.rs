//! What the rules say about the councils: what is written down is a yes, what is not is unknown.

use chrono::NaiveDate;
use rules::calendar::SchoolYear;
use rules::rule::Context;

use super::questions::Standard;
use super::view::{Council, Stage, View};
use crate::ask::{Facts, ask};
use crate::tekening;
use crate::werkgebied::planning::Watch;

/// One council a year (STM-01), its questions (STM-02), the tekening that builds on (STM-03), used and shared (STM-04).
pub fn watch(view: &View, drawing: Option<&tekening::View>, context: &Context<'_>) -> Vec<Watch> {
    let mut all = vec![ask("STM-01", yearly(view, context.today), context)];
    if let Some(last) = view.present().rfind(|one| one.held) {
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

/// The days on which there was a council, or will be. A day that has come while nobody said whether the council took place
/// tells nothing: when the school year has no other, it is not known.
fn yearly(view: &View, today: NaiveDate) -> Facts {
    let is_known = |one: &&Council| one.held || one.on.is_some_and(|on| on > today);
    let this_year = |on: &NaiveDate| SchoolYear::of(*on) == SchoolYear::of(today);
    let known: Vec<NaiveDate> = view.present().filter(is_known).filter_map(|one| one.on).collect();
    let mut facts = Facts::default();
    if known.iter().any(this_year)
        || !view.unsaid(today).filter_map(|one| one.on).any(|on| this_year(&on))
    {
        facts.dates("raden", known);
    }
    facts
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
