//! How a sentence is told: in which language, and how a moment reads today.

use chrono::{NaiveDate, NaiveDateTime, Timelike};
use rules::notation;
use rules::text::{Lang, Text, t};

/// Language, today, and what this device's clock and time zone make of a moment.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    pub lang: Lang,
    pub today: NaiveDate,
    /// The local reading of milliseconds since 1970; `None` when there is none.
    pub local: &'a dyn Fn(u64) -> Option<NaiveDateTime>,
}

impl Telling<'_> {
    /// The text in the language.
    pub const fn text(&self, text: Text) -> &'static str {
        text.get(self.lang)
    }

    /// The text with its gaps filled in: `{}` for each, in order.
    pub fn fill(&self, text: Text, gaps: &[&str]) -> String {
        let mut pieces = self.text(text).split("{}");
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        let gaps = gaps.iter().copied().chain(std::iter::repeat(""));
        for (gap, piece) in gaps.zip(pieces) {
            filled.push_str(gap);
            filled.push_str(piece);
        }
        filled
    }

    /// `vandaag 14:32`, `3 november 2026 14:32`, or that the moment is not known.
    pub fn when(&self, at: u64) -> String {
        let Some(moment) = (self.local)(at) else {
            return self.text(t("op een onbekend moment", "at an unknown moment")).to_owned();
        };
        let day = match moment.date() {
            day if day == self.today => self.text(t("vandaag", "today")).to_owned(),
            day => notation::date(day, self.lang),
        };
        format!("{day} {:02}:{:02}", moment.hour(), moment.minute())
    }

    /// One sentence for one, another for more; `{}` is the number.
    pub fn count(&self, count: u64, one: Text, more: Text) -> String {
        let text = if count == 1 { one } else { more };
        self.fill(text, &[&notation::count(count.min(i64::MAX as u64) as i64, self.lang)])
    }

    /// Names in a row: `Anna, Bram en Noor`.
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => {
                format!("{} {} {last}", rest.join(", "), self.text(t("en", "and")))
            }
        }
    }
}
