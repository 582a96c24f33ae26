//! What the rules say about a school year: they are told what colleagues say together, and nothing about what they did not
//! talk about yet.

use rules::rule::Context;

use super::command::{Row, Status};
use super::view::View;
use crate::ask::{Facts, ask};
use crate::werkgebied::planning::Watch;

/// The aspects (BAS-01) and what the fourth holds (BAS-02). Make the context for today and the region of the view.
pub fn watch(view: &View, context: &Context<'_>) -> Vec<Watch> {
    let facts = |rows: &[Row]| {
        let mut facts = Facts::default();
        for row in rows {
            if let Some(there) = view.line(*row).and_then(|line| there(line.together)) {
                facts.yes_no(row.slug(), there);
            }
        }
        facts
    };
    let all =
        [ask("BAS-01", facts(&Row::ASPECTS), context), ask("BAS-02", facts(&Row::PARTS), context)];
    all.into_iter().flatten().collect()
}

/// Not knowing, and not applicable, are no answer to whether it is there.
const fn there(status: Option<Status>) -> Option<bool> {
    match status {
        Some(Status::OpOrde) => Some(true),
        Some(Status::InOntwikkeling | Status::NogNiet) => Some(false),
        Some(Status::NietVanToepassing | Status::WeetNiet) | None => None,
    }
}
