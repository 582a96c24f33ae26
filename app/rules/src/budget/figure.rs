//! One number of the table: what it is, how firm it is, and what is missing when it is unknown.

use super::input::InputKey;
use super::item::Moment;
use super::line::LineId;
use super::movement::{EffectPart, Movement};
use crate::money::Money;
use crate::text::{Text, t};

/// Where a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cell {
    /// A line in a calendar year.
    Year(LineId, i32),
    /// A line in the school year that begins in August of the year.
    School(LineId, i32),
    /// A line of one werkgebied, by its place in [`super::Baseline::areas`].
    Area(AreaLine, usize, i32),
    /// A board's part of the deficit, by its place in [`super::Simulation::boards`].
    Board(usize, i32),
    /// What one pupil who is somewhere else does to the room of a year; only in [`super::one_pupil`].
    Pupil(Movement, EffectPart, i32),
}

impl Cell {
    pub fn year(self) -> i32 {
        match self {
            Self::Year(_, year) | Self::School(_, year) => year,
            Self::Area(_, _, year) | Self::Board(_, year) | Self::Pupil(_, _, year) => year,
        }
    }

    pub fn is_school(self) -> bool {
        matches!(self, Self::School(..))
    }
}

/// The lines of a werkgebied's own table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaLine {
    Budget,
    Draw,
    Spending,
    Result,
    /// Needed on top of the reservation; cover is still to be found, never refused.
    ToFind,
}

impl AreaLine {
    pub const ALL: [Self; 5] =
        [Self::Budget, Self::Draw, Self::Spending, Self::Result, Self::ToFind];

    pub fn id(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Draw => "frictie",
            Self::Spending => "besteding",
            Self::Result => "resultaat",
            Self::ToFind => "dekking_zoeken",
        }
    }

    pub fn title(self) -> Text {
        match self {
            Self::Budget => t("Budget", "Budget"),
            Self::Draw => t("Uit de reservering voor fricties", "From the friction reservation"),
            Self::Spending => t("Verwachte besteding", "Expected spending"),
            Self::Result => t("Blijft over", "Left"),
            Self::ToFind => t("Nodig, dekking wordt gezocht", "Needed, cover is being found"),
        }
    }
}

/// How firm a figure is: everything that it leans on, together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Marks(u8);

impl Marks {
    pub const NONE: Self = Self(0);
    /// *raming*: leans on a tariff that was estimated with an index.
    pub const ESTIMATE: Self = Self(1);
    /// *zelf ingevuld*: leans on a tariff that somebody entered.
    pub const ENTERED: Self = Self(2);
    /// Leans on an assumed input.
    pub const ASSUMED: Self = Self(4);
    /// Leans on a figure that nobody has checked.
    pub const UNVERIFIED: Self = Self(8);
    /// Leans on a first regulation, without the wage part.
    pub const FIRST: Self = Self(16);
    /// A lever of the scenario changed it.
    pub const CHANGED: Self = Self(32);

    pub const ALL: [Self; 6] = [
        Self::ESTIMATE,
        Self::ENTERED,
        Self::ASSUMED,
        Self::UNVERIFIED,
        Self::FIRST,
        Self::CHANGED,
    ];

    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    /// A short word for one mark.
    pub fn title(self) -> Text {
        match self {
            Self::ESTIMATE => t("raming", "estimate"),
            Self::ENTERED => t("zelf ingevuld", "entered by you"),
            Self::ASSUMED => t("aanname", "assumption"),
            Self::UNVERIFIED => t("niet nagekeken", "not checked"),
            Self::FIRST => t("eerste regeling", "first regulation"),
            _ => t("gewijzigd", "changed"),
        }
    }
}

/// One thing that nobody has given yet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    Input(InputKey),
    /// A tariff row: its key, and a first and last year in which no row is in force. For a school-year
    /// tariff the year is that of August.
    Tariff {
        key: &'static str,
        year: i32,
        school_year: bool,
    },
}

impl Missing {
    pub fn title(&self) -> Text {
        match self {
            Self::Input(key) => key.item.title(),
            Self::Tariff { key, .. } => super::tariff::title(key),
        }
    }

    /// Where to find it.
    pub fn place(&self) -> Text {
        match self {
            Self::Input(key) => key.item.info().place,
            Self::Tariff { key, .. } => super::tariff::place(key),
        }
    }

    pub fn year(&self) -> i32 {
        match self {
            Self::Input(key) => key.year,
            Self::Tariff { year, .. } => *year,
        }
    }

    /// What the year stands for.
    pub fn moment(&self) -> Moment {
        match self {
            Self::Input(key) => key.item.info().moment,
            Self::Tariff { school_year: true, .. } => Moment::School,
            Self::Tariff { .. } => Moment::Calendar,
        }
    }
}

/// A number, or what is missing for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    Known(Money),
    /// Sorted, each once.
    Unknown(Vec<Missing>),
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    pub amount: Amount,
    pub marks: Marks,
}

impl Figure {
    pub fn money(&self) -> Option<Money> {
        match self.amount {
            Amount::Known(money) => Some(money),
            Amount::Unknown(_) => None,
        }
    }

    pub fn missing(&self) -> &[Missing] {
        match &self.amount {
            Amount::Known(_) => &[],
            Amount::Unknown(missing) => missing,
        }
    }
}
