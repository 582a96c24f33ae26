//! What one pupil does to the room of a partnership, and when it is felt.

use chrono::{Datelike, NaiveDate};

use super::figure::{Amount, Missing};
use super::graph::{Id, Op};
use super::input::Baseline;
use super::scenario::Scenario;
use super::settings::Settings;
use super::sheet::Sheet;
use super::tariff::Tariff;
use crate::money::Money;
use crate::parameter::Parameters;

/// One pupil who is somewhere else on the count date. Categories are 1, 2 or 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    ToSbo,
    ToSo(u8),
    SboToSo(u8),
    SoBack(u8),
    SboBack,
    Category {
        from: u8,
        to: u8,
    },
    /// One regular primary pupil less.
    Decline,
    /// A TLV of ours for a pupil elsewhere: the cost is ours, no light or heavy support goes with it.
    SoElsewhere(u8),
}

impl Movement {
    /// Every movement of the table.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::ToSbo, Self::SboBack, Self::Decline];
        for k in 1..=3 {
            all.extend([Self::ToSo(k), Self::SboToSo(k), Self::SoBack(k), Self::SoElsewhere(k)]);
            let others = (1..=3).filter(move |to| *to != k);
            all.extend(others.map(|to| Self::Category { from: k, to }));
        }
        all
    }

    /// Change in regular pupils, SBO pupils, and SO pupils per category.
    fn change(self) -> (i64, i64, [i64; 3]) {
        let so = |k: u8, by: i64| {
            let mut out = [0; 3];
            if let Some(slot) = out.get_mut(usize::from(k).saturating_sub(1)) {
                *slot = by;
            }
            out
        };
        match self {
            Self::ToSbo => (-1, 1, [0; 3]),
            Self::ToSo(k) => (-1, 0, so(k, 1)),
            Self::SboToSo(k) => (0, -1, so(k, 1)),
            Self::SoBack(k) => (1, 0, so(k, -1)),
            Self::SboBack => (1, -1, [0; 3]),
            Self::Category { from, to } => {
                let (down, up) = (so(from, -1), so(to, 1));
                (0, 0, [down[0] + up[0], down[1] + up[1], down[2] + up[2]])
            }
            Self::Decline => (-1, 0, [0; 3]),
            Self::SoElsewhere(k) => (0, 0, so(k, 1)),
        }
    }
}

/// The effect of one pupil on one year's room, the tariff apart from the support that goes with the pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PupilEffect {
    pub movement: Movement,
    /// The SBO or SO amounts.
    pub tariff: Amount,
    /// Light support.
    pub light: Amount,
    /// Heavy support.
    pub heavy: Amount,
    pub total: Amount,
}

/// What one pupil of each movement does to the room in a calendar year from 2023 on (primary).
pub fn one_pupil(
    baseline: &Baseline,
    scenario: &Scenario,
    parameters: &Parameters,
    settings: &Settings,
    year: i32,
) -> Vec<PupilEffect> {
    let mut sheet = Sheet::new(baseline, scenario, parameters, settings);
    Movement::all().into_iter().map(|movement| effect(&mut sheet, movement, year)).collect()
}

fn effect(sheet: &mut Sheet<'_>, movement: Movement, year: i32) -> PupilEffect {
    let (bo, sbo, so) = movement.change();
    let mut costs = vec![(Tariff::Sbo, -sbo)];
    costs.extend(so.into_iter().enumerate().map(|(k, by)| (Tariff::So(k), -by)));
    let light = [(Tariff::Light, bo)];
    let heavy = [(Tariff::Heavy, bo + sbo)];
    let all: Vec<_> = costs.iter().chain(&light).chain(&heavy).copied().collect();
    PupilEffect {
        movement,
        tariff: weigh(sheet, &costs, year),
        light: weigh(sheet, &light, year),
        heavy: weigh(sheet, &heavy, year),
        total: weigh(sheet, &all, year),
    }
}

fn weigh(sheet: &mut Sheet<'_>, parts: &[(Tariff, i64)], year: i32) -> Amount {
    let mut sum = 0_i64;
    let mut missing = Vec::new();
    for (tariff, pupils) in parts.iter().filter(|(_, pupils)| *pupils != 0) {
        let id = sheet.tariff(*tariff, year);
        match sheet.graph.value(id) {
            Some(cents) => sum += cents * pupils,
            None => collect(sheet, id, &mut missing),
        }
    }
    if missing.is_empty() { Amount::Known(Money::cents(sum)) } else { Amount::Unknown(missing) }
}

fn collect(sheet: &Sheet<'_>, id: Id, missing: &mut Vec<Missing>) {
    let Some(node) = sheet.graph.node(id) else { return };
    if let Op::MissingRow { key, year, school_year } = node.op {
        missing.push(Missing::Tariff { key, year, school_year });
    }
    for part in sheet.graph.parts(id) {
        collect(sheet, *part, missing);
    }
}

/// From the day of a move to the day it is first felt in money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lag {
    /// The first 1 February on or after the move.
    pub counted: NaiveDate,
    /// 1 January of the year after that.
    pub felt: NaiveDate,
    /// Whole months between, rounded.
    pub months: i64,
}

/// When a move is counted and felt, in the system from 2023. `None` outside the calendar.
pub fn lag(moved: NaiveDate) -> Option<Lag> {
    let february = |year| NaiveDate::from_ymd_opt(year, 2, 1);
    let same = february(moved.year())?;
    let counted = if moved <= same { same } else { february(moved.year() + 1)? };
    let felt = NaiveDate::from_ymd_opt(counted.year() + 1, 1, 1)?;
    let days = felt.signed_duration_since(moved).num_days();
    Some(Lag { counted, felt, months: (days * 24 + 365) / 730 })
}
