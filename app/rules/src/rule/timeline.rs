//! When a rule is in force, as words and as places on a line: whole thousandths of its width, no drawing.

use chrono::{Datelike, Months, NaiveDate};

use super::Validity;
use crate::notation::date;
use crate::text::{Lang, t};

/// Where a day lies in the life of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    NotYet,
    InForce,
    Ended,
}

impl Validity {
    pub fn phase(self, on: NaiveDate) -> Phase {
        if self.covers(on) {
            Phase::InForce
        } else if self.from.is_some_and(|from| on < from) {
            Phase::NotYet
        } else {
            Phase::Ended
        }
    }

    /// The day nearest to this one on which the rule is in force; `None` when it is in force already.
    pub fn nearest_day(self, on: NaiveDate) -> Option<NaiveDate> {
        match self.phase(on) {
            Phase::InForce => None,
            Phase::NotYet => self.from,
            Phase::Ended => self.until,
        }
    }

    /// From when until when, and what that means on this day.
    pub fn sentence(self, on: NaiveDate, lang: Lang) -> String {
        let day = |at: NaiveDate| date(at, lang);
        let period = match (self.from, self.until, lang) {
            (None, None, Lang::Nl) => "Geldt zonder begin- en einddatum.".to_owned(),
            (None, None, Lang::En) => "In force without a first or last day.".to_owned(),
            (Some(from), None, Lang::Nl) => {
                format!("Geldt vanaf {}, zonder einddatum.", day(from))
            }
            (Some(from), None, Lang::En) => {
                format!("In force from {}, without a last day.", day(from))
            }
            (None, Some(until), Lang::Nl) => format!("Geldt tot en met {}.", day(until)),
            (None, Some(until), Lang::En) => {
                format!("In force up to and including {}.", day(until))
            }
            (Some(from), Some(until), Lang::Nl) => {
                format!("Geldt van {} tot en met {}.", day(from), day(until))
            }
            (Some(from), Some(until), Lang::En) => {
                format!("In force from {} up to and including {}.", day(from), day(until))
            }
        };
        let now = match self.phase(on) {
            Phase::NotYet => t("geldt de regel nog niet", "the rule is not in force yet"),
            Phase::InForce => t("geldt de regel", "the rule is in force"),
            Phase::Ended => t("geldt de regel niet meer", "the rule is no longer in force"),
        };
        let at = t("Op", "On").get(lang);
        format!("{period} {at} {} {}.", day(on), now.get(lang))
    }
}

/// Places on a line that is a thousand wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// Where the rule begins and ends; an open end runs to the edge.
    pub from: u32,
    pub until: u32,
    pub open_from: bool,
    pub open_until: bool,
    pub today: u32,
    /// First of January of some years, at most six.
    pub years: Vec<(i32, u32)>,
}

/// A line with room for the whole life of the rule and for today, and a year at each end.
pub fn timeline(valid: Validity, today: NaiveDate) -> Timeline {
    let first = valid.from.unwrap_or(today).min(today);
    let last = valid.until.unwrap_or(today).max(today);
    let first = first.checked_sub_months(Months::new(12)).unwrap_or(first);
    let last = last.checked_add_months(Months::new(12)).unwrap_or(last);
    let place = |day: NaiveDate| place(day, first, last);
    Timeline {
        from: valid.from.map_or(0, place),
        // The last day counts in full.
        until: valid.until.map_or(1000, |day| place(day.succ_opt().unwrap_or(day))),
        open_from: valid.from.is_none(),
        open_until: valid.until.is_none(),
        today: place(today),
        years: years(first, last, place),
    }
}

fn place(day: NaiveDate, first: NaiveDate, last: NaiveDate) -> u32 {
    let whole = (last - first).num_days().max(1);
    let part = (day - first).num_days().clamp(0, whole);
    u32::try_from(part * 1000 / whole).unwrap_or(1000)
}

fn years(first: NaiveDate, last: NaiveDate, place: impl Fn(NaiveDate) -> u32) -> Vec<(i32, u32)> {
    let span = last.year() - first.year();
    let step = span / 6 + 1;
    (first.year() + 1..=last.year())
        .filter(|year| (last.year() - year) % step == 0)
        .filter_map(|year| Some((year, place(NaiveDate::from_ymd_opt(year, 1, 1)?))))
        .collect()
}

#[cfg(test)]
mod tests;
