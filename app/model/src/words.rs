//! A choice between values in words: any value as far as it can be read, and who wrote it. No time is known: merging reads
//! no clock, so none is told.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use replica::document::Value;
use replica::id::DeviceId;
use rules::notation;
use rules::text::{Lang, Text, t};

use crate::field::Choice;

const VERSION: Text = t("versie", "version");

/// Years that somebody can mean: a field for a date tells of 0002, 0020 and 0202 while 2026 is being typed.
const YEARS: RangeInclusive<i32> = 1900..=2199;

/// The day in a field, once it is whole.
pub fn whole_day(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.parse().ok()?;
    YEARS.contains(&day.year()).then_some(day)
}

/// Any value, as far as it can be read.
pub(crate) fn plain(value: &Value, lang: Lang) -> String {
    match value {
        Value::Int(number) => number.to_string(),
        Value::Bool(yes) => notation::value(&rules::value::Value::YesNo(*yes), lang),
        Value::Text(text) => {
            text.parse().map_or_else(|_| text.clone(), |day| notation::date(day, lang))
        }
        Value::List(list) => {
            let name = |one: &Value| match one {
                Value::Text(text) => Some(text.clone()),
                other => other.member("name").map(|name| plain(name, lang)),
            };
            list.iter().filter_map(name).collect::<Vec<_>>().join(", ")
        }
        _ => VERSION.get(lang).to_owned(),
    }
}

impl Choice {
    /// On which device it was written, as far as that is known, and that nobody knows when.
    pub fn written(&self, here: Option<DeviceId>, lang: Lang) -> String {
        let device = self.device.map(|device| device.to_string());
        let short = device.as_deref().and_then(|id| id.get(..4)).unwrap_or_default();
        match (self.device, lang) {
            (Some(_), Lang::Nl) if self.device == here => {
                "Op dit apparaat; wanneer is onbekend".into()
            }
            (Some(_), Lang::En) if self.device == here => "On this device; unknown when".into(),
            (Some(_), Lang::Nl) => format!("Op apparaat {short}; wanneer is onbekend"),
            (Some(_), Lang::En) => format!("On device {short}; unknown when"),
            (None, Lang::Nl) => "Op een onbekend apparaat; wanneer is onbekend".into(),
            (None, Lang::En) => "On an unknown device; unknown when".into(),
        }
    }
}

/// Words as one name in data: small letters, digits and dashes.
pub fn slug(words: &str) -> String {
    let plain = crate::search::plain(words);
    let parts = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_only_with_a_whole_year() {
        for typing in ["", "0002-11-26", "0020-11-26", "0202-11-26", "1899-12-31", "2200-01-01"] {
            assert_eq!(whole_day(typing), None, "{typing}");
        }
        for whole in ["1900-01-01", "2026-11-26", "2199-12-31"] {
            assert_eq!(whole_day(whole).map(|day| day.to_string()).as_deref(), Some(whole));
        }
    }
}
