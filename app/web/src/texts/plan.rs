//! What lists of rules say about themselves, and what is asked once a plan is over.

use chrono::NaiveDate;
use rules::notation::date;
use rules::text::{Lang, Text, t};

pub const KEEP: Text = t(
    "Wij houden ons aan dit plan tot er een nieuw is",
    "We keep to this plan until there is a new one",
);

/// Until when the plan held, and what that means for the rules.
pub fn over(until: NaiveDate, lang: Lang) -> String {
    let day = date(until, lang);
    match lang {
        Lang::Nl => format!(
            "Het ondersteuningsplan gold tot en met {day}. De afspraken eruit tellen alleen nog mee als jullie je eraan houden."
        ),
        Lang::En => format!(
            "The ondersteuningsplan held until {day}. Its agreements still count only when you keep to them."
        ),
    }
}

/// How many rules do not apply.
pub fn silent(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (1, Lang::Nl) => "1 regel geldt hier nu niet".to_owned(),
        (1, Lang::En) => "1 rule does not apply here now".to_owned(),
        (_, Lang::Nl) => format!("{count} regels gelden hier nu niet"),
        (_, Lang::En) => format!("{count} rules do not apply here now"),
    }
}
