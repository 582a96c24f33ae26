//! A scenario: a named set of differences to a baseline. Nothing else is stored of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::lever::{Lever, LeverId, LeverKey, Span};
use crate::text::{Text, t};

/// Only what differs: a lever at its default is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    pub name: String,
    pub changes: BTreeMap<LeverKey, i64>,
}

/// Why a value is not taken over, with the allowed range so that the screen can show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    pub lever: LeverId,
    pub text: Text,
    pub min: i64,
    pub max: i64,
}

impl Lever {
    /// Checks one value. The problem says which way it is out of range.
    pub fn check(&self, value: i64) -> Result<i64, Problem> {
        let text = if value < self.min {
            t("Dit is lager dan het laagste dat kan.", "This is below the lowest possible value.")
        } else if value > self.max {
            t("Dit is hoger dan het hoogste dat kan.", "This is above the highest possible value.")
        } else {
            return Ok(value);
        };
        Err(Problem { lever: self.lever, text, min: self.min, max: self.max })
    }
}

impl Scenario {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), changes: BTreeMap::new() }
    }

    /// Turns a lever. Its default for every year takes the difference away; a year's own value stays, because
    /// it may have to undo the value for every year.
    pub fn set(&mut self, key: LeverKey, value: i64) -> Result<(), Problem> {
        let lever = key.lever.lever();
        let value = lever.check(value)?;
        let general = self.changes.contains_key(&LeverKey::every_year(key.lever));
        if value == lever.default && (key.year.is_none() || !general) {
            self.changes.remove(&key);
        } else {
            self.changes.insert(key, value);
        }
        Ok(())
    }

    /// Back to the baseline for this key.
    pub fn reset(&mut self, key: LeverKey) {
        self.changes.remove(&key);
    }

    /// The value in force in a year; the year's own value wins over the one for every year.
    pub fn value(&self, lever: LeverId, year: i32) -> i64 {
        self.found(lever, year).map_or(lever.lever().default, |(_, value)| value)
    }

    /// As [`Self::value`], with the key that says so; `None` when nobody turned it.
    pub fn found(&self, lever: LeverId, year: i32) -> Option<(LeverKey, i64)> {
        let own = LeverKey::in_year(lever, year);
        let every = LeverKey::every_year(lever);
        let keys = match lever.lever().span {
            Span::PerYear => [own, every],
            Span::AllYears => [every, every],
        };
        keys.into_iter().find_map(|key| Some((key, *self.changes.get(&key)?)))
    }

    /// Reads stored pairs. Keys or values this version does not know are given back, never dropped silently.
    pub fn read<'a>(
        name: &str,
        pairs: impl IntoIterator<Item = (&'a str, i64)>,
    ) -> (Self, Vec<(String, i64)>) {
        let mut scenario = Self::new(name);
        let mut left = Vec::new();
        for (text, value) in pairs {
            match text.parse::<LeverKey>() {
                Ok(key) if key.lever.lever().check(value).is_ok() => {
                    scenario.changes.insert(key, value);
                }
                _ => left.push((text.to_owned(), value)),
            }
        }
        (scenario, left)
    }
}
