//! What the rules say about the money for light support.

use chrono::NaiveDate;
use rules::rule::Context;

use super::command::Purpose;
use super::view::{Use, View};
use crate::ask::{Facts, ask};
use crate::werkgebied::planning::Watch;

/// What the rules say about one use: whether the purpose fits (BAS-07), for an arrangement whether it works (BAS-08), and
/// whether the regular money pays for assessment already (BAS-10).
pub fn of_use(one: &Use, context: &Context<'_>) -> Vec<Watch> {
    let mut purpose = Facts::default();
    purpose.choice("doel", one.purpose.slug());
    let mut watches = vec![ask("BAS-07", purpose, context)];
    if one.purpose == Purpose::Arrangement {
        watches.push(ask("BAS-08", evaluation(one, context.today), context));
    }
    if one.purpose == Purpose::IbOnderzoek {
        // The purpose is one for both, so whether it is assessment only a person knows.
        watches.push(ask("BAS-10", Facts::default(), context));
    }
    watches.into_iter().flatten().collect()
}

/// This is the place where an evaluation is written down, so one without a day, or with a day to come, is not there yet.
fn evaluation(one: &Use, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    let evaluated = one.evaluated.is_some_and(|on| on <= today);
    facts.yes_no("evaluatie", evaluated);
    if let (true, Some(works)) = (evaluated, one.works) {
        facts.yes_no("werkt", works);
    }
    facts
}

/// Whether the school accounted for the year (BAS-09). This is the place where that is written down: no day is no account.
pub fn account(view: &View, context: &Context<'_>) -> Option<Watch> {
    let mut facts = Facts::default();
    if let Some(year) = view.year {
        facts.number("jaar", i64::from(year));
        facts.count("verantwoordingen", usize::from(view.accounted.is_some()));
    }
    ask("BAS-09", facts, context)
}
