//! What a person typed where a unit and limits are known: a whole number of the unit, or what is wrong with it. Nothing
//! is rounded or brought within the limits by itself.

use super::unit::{read, shown};
use crate::budget::{Item, Lever, Unit};
use crate::notation::Problem;
use crate::text::Lang;

/// What a field takes, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub unit: Unit,
    pub min: i64,
    pub max: i64,
}

/// Why what was typed is not taken. The typed text stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    Unreadable(Problem),
    TooLow,
    TooHigh,
}

impl Limits {
    pub fn of_lever(lever: &Lever) -> Self {
        Self { unit: lever.unit, min: lever.min, max: lever.max }
    }

    pub fn of_item(item: Item) -> Self {
        let (min, max) = item.limits();
        Self { unit: item.unit(), min, max }
    }

    /// The number that was typed.
    ///
    /// # Errors
    /// What is wrong with it; [`Self::sentence`] has the words.
    pub fn read(self, typed: &str, lang: Lang) -> Result<i64, Mistake> {
        match read(self.unit, typed, lang).map_err(Mistake::Unreadable)? {
            value if value < self.min => Err(Mistake::TooLow),
            value if value > self.max => Err(Mistake::TooHigh),
            value => Ok(value),
        }
    }

    /// The sentence at the field.
    pub fn sentence(self, mistake: Mistake, lang: Lang) -> String {
        let end = |value| shown(self.unit, value, lang);
        match (mistake, lang) {
            (Mistake::Unreadable(problem), _) => problem.text().get(lang).to_owned(),
            (Mistake::TooLow, Lang::Nl) => {
                format!("Dit is te laag: het laagste dat kan is {}.", end(self.min))
            }
            (Mistake::TooLow, Lang::En) => {
                format!("This is too low: the lowest possible is {}.", end(self.min))
            }
            (Mistake::TooHigh, Lang::Nl) => {
                format!("Dit is te hoog: het hoogste dat kan is {}.", end(self.max))
            }
            (Mistake::TooHigh, Lang::En) => {
                format!("This is too high: the highest possible is {}.", end(self.max))
            }
        }
    }
}
