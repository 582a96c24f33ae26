//! What the rules say about the comparisons. What is not marked is not known, and no reproach.

use rules::rule::Context;

use super::command::Mark;
use super::view::{Review, View};
use crate::ask::{Facts, ask};
use crate::werkgebied::planning::Watch;

/// When the next one is due (SOP-03). None known keeps the rule from answering; of a day
/// that has still to come it says so itself.
pub fn due(view: &View, context: &Context<'_>) -> Option<Watch> {
    let mut facts = Facts::default();
    let done = view.done().into_iter().filter_map(|one| one.done);
    if let Some(last) = done.max() {
        facts.date("laatste", last);
    }
    ask("SOP-03", facts, context)
}

/// What belongs to one of them: the five sources (BAS-05), equal treatment (SOP-07), and the Deelnemersraad (SOP-06).
pub fn of(review: &Review, context: &Context<'_>) -> Vec<Watch> {
    let facts = |marks: &[Mark]| {
        let mut facts = Facts::default();
        for mark in marks {
            facts.yes_if(mark.slug(), review.marks.contains(mark));
        }
        facts
    };
    let all = [
        ask("BAS-05", facts(&Mark::SOURCES), context),
        ask("SOP-07", facts(&[Mark::Gewogen]), context),
        ask("SOP-06", facts(&Mark::TOLD), context),
    ];
    all.into_iter().flatten().collect()
}
