//! What one pupil does to the room of a partnership, and when it is felt.

use chrono::{Datelike, NaiveDate};

use super::figure::Cell;
use super::graph::{Id, Name};
use super::input::Baseline;
use super::line::LineId;
use super::scenario::Scenario;
use super::settings::Settings;
use super::sheet::Sheet;
use super::simulation::Simulation;
use super::tariff::Tariff;
use crate::parameter::Parameters;
use crate::text::{Text, t};

/// One pupil who is somewhere else on the count date. Categories are 1, 2 or 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The effect of one pupil, the tariff apart from the support that goes with the pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EffectPart {
    /// The SBO or SO amounts.
    Tariff,
    /// Light support.
    Light,
    /// Heavy support.
    Heavy,
    Total,
}

impl EffectPart {
    pub const ALL: [Self; 4] = [Self::Tariff, Self::Light, Self::Heavy, Self::Total];

    pub fn title(self) -> Text {
        match self {
            Self::Tariff => LineId::EffectTariff.title(),
            Self::Light => LineId::EffectLight.title(),
            Self::Heavy => LineId::EffectHeavy.title(),
            Self::Total => t("Samen", "Together"),
        }
    }
}

/// What one pupil of each movement does to the room in a calendar year from 2023 on (primary): a simulation that has
/// only [`Cell::Pupil`].
pub fn one_pupil(
    baseline: &Baseline,
    scenario: &Scenario,
    parameters: &Parameters,
    settings: &Settings,
    year: i32,
) -> Simulation {
    let mut sheet = Sheet::new(baseline, scenario, parameters, settings);
    for movement in Movement::all() {
        effect(&mut sheet, movement, year);
    }
    sheet.finish(vec![year])
}

fn effect(sheet: &mut Sheet<'_>, movement: Movement, year: i32) {
    let (bo, sbo, so) = movement.change();
    let mut costs = vec![(Tariff::Sbo, -sbo)];
    costs.extend(so.into_iter().enumerate().map(|(k, by)| (Tariff::So(k), -by)));
    let parts = [
        (EffectPart::Tariff, costs),
        (EffectPart::Light, vec![(Tariff::Light, bo)]),
        (EffectPart::Heavy, vec![(Tariff::Heavy, bo + sbo)]),
    ];
    let all = parts.map(|(part, tariffs)| {
        let id = weigh(sheet, part, &tariffs, year);
        sheet.cells.insert(Cell::Pupil(movement, part, year), id);
        id
    });
    let total = sheet.graph.sum(Name::cents(EffectPart::Total.title(), year), &all);
    sheet.cells.insert(Cell::Pupil(movement, EffectPart::Total, year), total);
}

/// So many pupils times each tariff; below zero where it costs the partnership.
fn weigh(sheet: &mut Sheet<'_>, part: EffectPart, tariffs: &[(Tariff, i64)], year: i32) -> Id {
    let mut parts = Vec::new();
    for (tariff, pupils) in tariffs.iter().filter(|(_, pupils)| *pupils != 0) {
        let title = t("Leerlingen, min is eraf", "Pupils, minus is off");
        let pupils = sheet.graph.fixed(Name::pupils(title, 0), *pupils);
        parts.push(sheet.times(tariff.title(), *tariff, pupils, year));
    }
    sheet.graph.sum(Name::cents(part.title(), year), &parts)
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
