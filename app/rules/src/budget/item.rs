//! What a budget is made of: every input that a baseline may hold, with its unit and where to find it.
//! Counts carry the year of their count date; amounts carry the budget year.

use std::fmt;
use std::str::FromStr;

use super::item_table::ITEMS;
use crate::text::{Text, t};

/// The unit of an input or a lever; the stored number is always a whole number of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Euro cents.
    Cents,
    Pupils,
    Schools,
    /// A share, rate or index in millionths: `35_000` is 3,5%.
    Millionths,
    Months,
    Years,
    /// The position in a short list of choices.
    Choice(&'static [Text]),
}

/// The year that stands in an input's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Pupils counted on 1 February of the year; they decide the budget of the next calendar year.
    February,
    /// Pupils counted on 1 October of the year.
    October,
    /// The calendar year of the amount.
    Calendar,
    /// The school year that begins in August of the year.
    School,
    /// The last day of December of the year.
    YearEnd,
}

/// One kind of input. The order is the order on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    Bo,
    Sbo,
    So1,
    So2,
    So3,
    BoOct,
    SboOct,
    SoYoung1Oct,
    SoYoung2Oct,
    SoYoung3Oct,
    SoOld1Oct,
    SoOld2Oct,
    SoOld3Oct,
    GrowthSoYoung1,
    GrowthSoYoung2,
    GrowthSoYoung3,
    GrowthSoOld1,
    GrowthSoOld2,
    GrowthSoOld3,
    BorderSbo,
    BorderSboLate,
    BorderSboPaid,
    SchoolWeight,
    Vo,
    Vso1,
    Vso2,
    Vso3,
    VsoOct1,
    VsoOct2,
    VsoOct3,
    LwooProShare,
    Board,
    Schools,
    IncomeSmw,
    IncomeMunicipal,
    IncomeSubsidy,
    IncomeOther,
    IncomeEqualisation,
    IncomeTotal,
    BasePerPupil,
    BaseFoot,
    AreaPerPupil,
    Friction,
    FrictionDraw,
    AreaSpending,
    CostRegular,
    CostSbo,
    CostSo,
    CostAreas,
    CostOza,
    CostManagement,
    CostOperations,
    CostResidential,
    CostOneOff,
    CostLwoo,
    CostPro,
    CostTailored,
    CostOverhead,
    CostPrinted,
    Reserve,
    ReserveFloor,
    SafetyThreshold,
    SafetyShare,
}

/// SO pupils on 1 February per category 1, 2, 3.
pub const SO: [Item; 3] = [Item::So1, Item::So2, Item::So3];
/// VSO pupils on 1 February per category 1, 2, 3.
pub const VSO: [Item; 3] = [Item::Vso1, Item::Vso2, Item::Vso3];

/// What is fixed about an item.
#[derive(Clone, Copy, Debug)]
pub struct ItemInfo {
    pub item: Item,
    /// The first part of the key: `leerlingen.bo`.
    pub id: &'static str,
    pub unit: Unit,
    pub moment: Moment,
    /// Absent counts as nothing (and is reported as such); otherwise absent is unknown.
    pub optional: bool,
    pub title: Text,
    /// Where a controller finds the figure.
    pub place: Text,
}

impl Item {
    pub fn info(self) -> &'static ItemInfo {
        &ITEMS[self as usize]
    }

    pub fn id(self) -> &'static str {
        self.info().id
    }

    pub fn unit(self) -> Unit {
        self.info().unit
    }

    pub fn title(self) -> Text {
        self.info().title
    }

    /// The lowest and the highest value that can be, in whole units.
    pub fn limits(self) -> (i64, i64) {
        match self.unit() {
            // Ten billion euro: more than the whole country spends on this.
            Unit::Cents => (-1_000_000_000_000, 1_000_000_000_000),
            Unit::Millionths => (0, 1_000_000),
            Unit::Months | Unit::Years => (0, 12),
            Unit::Pupils | Unit::Schools | Unit::Choice(_) => (0, 1_000_000),
        }
    }

    /// Checks one value, in whole units. The text says what is wrong with it.
    pub fn check(self, value: i64) -> Result<i64, Text> {
        let (min, max) = self.limits();
        if value < min {
            return Err(t("Dit is lager dan kan.", "This is lower than possible."));
        }
        if value > max {
            return Err(t("Dit is hoger dan kan.", "This is higher than possible."));
        }
        Ok(value)
    }

    /// Every item in screen order.
    pub fn all() -> impl Iterator<Item = Self> {
        ITEMS.iter().map(|info| info.item)
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Item {
    type Err = super::KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = ITEMS.iter().find(|info| info.id == text);
        found.map(|info| info.item).ok_or_else(|| super::KeyError::unknown(text))
    }
}
