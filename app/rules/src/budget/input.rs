//! Inputs with their origin, and the baseline that holds them. A baseline is locked: scenarios are differences to it.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::item::Item;
use crate::source::Source;
use crate::text::{Text, t};

/// Why a key cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyError {
    /// The text that is not a key of this version.
    pub text: String,
}

impl KeyError {
    pub(super) fn unknown(text: &str) -> Self {
        Self { text: text.to_owned() }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown key: {}", self.text)
    }
}

impl std::error::Error for KeyError {}

/// `leerlingen.bo@heiloo/2027`: an item, of which werkgebied or board if any, in which year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InputKey {
    pub item: Item,
    pub part: Option<String>,
    /// The year of the count date or of the amount; see [`super::Moment`].
    pub year: i32,
}

impl InputKey {
    pub fn new(item: Item, year: i32) -> Self {
        Self { item, part: None, year }
    }

    /// The same item for one werkgebied or one board.
    pub fn of(item: Item, part: &str, year: i32) -> Self {
        Self { item, part: Some(part.to_owned()), year }
    }
}

impl fmt::Display for InputKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(f, "{}@{part}/{}", self.item, self.year),
            None => write!(f, "{}/{}", self.item, self.year),
        }
    }
}

impl FromStr for InputKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let unknown = || KeyError::unknown(text);
        let (name, year) = text.rsplit_once('/').ok_or_else(unknown)?;
        let year = year.parse().map_err(|_| unknown())?;
        let (item, part) = match name.split_once('@') {
            Some((_, "")) => return Err(unknown()),
            Some((item, part)) => (item, Some(part.to_owned())),
            None => (name, None),
        };
        Ok(Self { item: item.parse()?, part, year })
    }
}

impl TryFrom<String> for InputKey {
    type Error = KeyError;
    fn try_from(text: String) -> Result<Self, KeyError> {
        text.parse()
    }
}

impl From<InputKey> for String {
    fn from(key: InputKey) -> Self {
        key.to_string()
    }
}

/// Where an input comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Printed by a source.
    Published(Source),
    /// Leans on a source that hints at it but does not print it.
    Assumed(Source),
    /// Somebody filled it in.
    Entered,
}

/// One input: a whole number of the item's unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    pub value: i64,
    pub origin: Origin,
}

impl Input {
    pub fn entered(value: i64) -> Self {
        Self { value, origin: Origin::Entered }
    }
}

/// Primary or secondary: it decides the funding chain and the layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sector {
    #[default]
    Po,
    Vo,
}

impl Sector {
    pub const fn title(self) -> Text {
        match self {
            Self::Po => t("Primair onderwijs", "Primary education"),
            Self::Vo => t("Voortgezet onderwijs", "Secondary education"),
        }
    }

    pub const fn other(self) -> Self {
        match self {
            Self::Po => Self::Vo,
            Self::Vo => Self::Po,
        }
    }
}

/// A werkgebied that shares in the budget for werkgebieden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    pub slug: String,
    pub name: String,
}

/// What is known about a samenwerkingsverband's money before anybody turns a lever.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    pub name: String,
    /// Slug of the region file.
    pub region: String,
    pub sector: Sector,
    /// The first budget year.
    pub first_year: i32,
    /// The werkgebieden, in the order of the region.
    pub areas: Vec<Area>,
    pub inputs: BTreeMap<InputKey, Input>,
}

impl Baseline {
    pub fn set(&mut self, key: InputKey, input: Input) {
        self.inputs.insert(key, input);
    }

    pub fn get(&self, item: Item, year: i32) -> Option<&Input> {
        self.inputs.get(&InputKey::new(item, year))
    }

    /// The same baseline seen from another first budget year.
    #[must_use]
    pub fn starting(mut self, first_year: i32) -> Self {
        self.first_year = first_year;
        self
    }
}
