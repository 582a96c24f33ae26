//! What a first calculation would lean on when a person asks for one: assumptions from the plan, earlier years carried
//! forward, and tariffs estimated with an index. Shown in full before anything is taken over.

use rust_decimal::Decimal;

use crate::budget::{
    Baseline, InputKey, Item, MAX_YEARS, Missing, Origin, Proposal, Settings,
    assumptions_from_plan, carried_forward, estimates_for, missing_for,
};
use crate::parameter::{Estimate, Parameters};
use crate::region::Region;
use crate::source::Source;

/// Nothing of this counts until a person takes it over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    pub inputs: Vec<Proposal>,
    pub rows: Vec<Estimate>,
    /// What stays missing even then.
    pub left: Vec<Missing>,
}

/// Assumptions and estimates for the years shown and the one after it, which the last school year needs. An input or a
/// tariff that is known stays as it is.
pub fn guess(
    baseline: &Baseline,
    region: Option<&Region>,
    parameters: &Parameters,
    settings: &Settings,
    index: Decimal,
) -> Guess {
    let years = i32::from(settings.years.clamp(1, MAX_YEARS));
    let further = Settings { years: settings.years.saturating_add(1).min(MAX_YEARS), ..*settings };
    let mut rows = Vec::new();
    let mut layered = parameters.clone();
    for year in baseline.first_year..=baseline.first_year + years {
        let made = estimates_for(&layered, baseline.sector, year, index);
        layered = layered.with_layer(made.iter().map(|one| one.row.clone()).collect());
        rows.extend(made);
    }
    let mut filled = baseline.clone();
    let mut inputs = Vec::new();
    let mut take = |filled: &mut Baseline, proposals: Vec<Proposal>| {
        let new: Vec<Proposal> =
            proposals.into_iter().filter(|one| !filled.inputs.contains_key(&one.key)).collect();
        filled.accept(new.clone());
        inputs.extend(new);
    };
    if let Some(region) = region {
        let from_plan = assumptions_from_plan(region, baseline.first_year - 1);
        let floors = floor_every_year(&from_plan, years);
        take(&mut filled, from_plan);
        take(&mut filled, floors);
    }
    let carried = carried_forward(&filled, &layered, &further);
    take(&mut filled, carried);
    let left = missing_for(&filled, &layered, settings);
    Guess { inputs, rows, left }
}

/// The plan's own minimum counts in every year that is shown, not only in the first.
fn floor_every_year(proposals: &[Proposal], years: i32) -> Vec<Proposal> {
    let floor = proposals.iter().find(|one| one.key.item == Item::ReserveFloor);
    let in_year = |one: &Proposal, after: i32| Proposal {
        key: InputKey { year: one.key.year + after, ..one.key.clone() },
        input: one.input.clone(),
    };
    floor.map_or_else(Vec::new, |one| (1..years).map(|after| in_year(one, after)).collect())
}

/// Proposals that say the same, told once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuessLine {
    pub item: Item,
    /// Slugs of the werkgebieden; empty for the partnership as a whole.
    pub parts: Vec<String>,
    pub years: Vec<i32>,
    pub value: i64,
    pub source: Option<Source>,
}

/// The same item with the same value from the same source, over years and werkgebieden, on one line.
pub fn guess_lines(proposals: &[Proposal]) -> Vec<GuessLine> {
    let mut lines: Vec<GuessLine> = Vec::new();
    for Proposal { key, input } in proposals {
        let source = match &input.origin {
            Origin::Published(source) | Origin::Assumed(source) => Some(source.clone()),
            Origin::Entered => None,
        };
        let same = |line: &&mut GuessLine| {
            line.item == key.item
                && line.value == input.value
                && says(&line.source) == says(&source)
                && line.parts.is_empty() == key.part.is_none()
        };
        match lines.iter_mut().find(same) {
            Some(line) => line.take(key),
            None => {
                let parts = key.part.iter().cloned().collect();
                lines.push(GuessLine {
                    item: key.item,
                    parts,
                    years: vec![key.year],
                    value: input.value,
                    source,
                });
            }
        }
    }
    lines
}

fn says(source: &Option<Source>) -> Option<&str> {
    source.as_ref()?.says.as_deref()
}

impl GuessLine {
    fn take(&mut self, key: &InputKey) {
        if !self.years.contains(&key.year) {
            self.years.push(key.year);
        }
        if let Some(part) = key.part.as_ref().filter(|part| !self.parts.contains(part)) {
            self.parts.push(part.clone());
        }
    }
}
