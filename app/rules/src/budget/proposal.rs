//! Proposals to fill what is missing: from what a plan hints at, from an earlier year, or with an index.
//! A proposal does nothing until a person takes it over.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::baseline::{source, whole};
use super::figure::Missing;
use super::graph::{ONE, ratio};
use super::input::{Baseline, Input, InputKey, Origin, Sector};
use super::item::{Item, SO, VSO};
use super::scenario::Scenario;
use super::settings::Settings;
use super::simulate::simulate;
use super::tariff::Tariff;
use crate::money::Money;
use crate::parameter::{Estimate, Parameters, Row, estimate};
use crate::region::{Figure, Region};
use crate::share::shares;
use crate::source::Source;
use crate::text::{Text, t};

/// An input that a person may take over, with what it leans on in its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub key: InputKey,
    pub input: Input,
}

impl Baseline {
    /// Takes proposals over; an input that is already there stays.
    pub fn accept(&mut self, proposals: Vec<Proposal>) {
        for Proposal { key, input } in proposals {
            self.inputs.entry(key).or_insert(input);
        }
    }
}

/// Everything that is missing for the years of a baseline: what the screen asks for.
pub fn missing_for(
    baseline: &Baseline,
    parameters: &Parameters,
    settings: &Settings,
) -> Vec<Missing> {
    simulate(baseline, &Scenario::default(), parameters, settings).to_do()
}

/// Counts that the plan hints at without printing them, for the count date of one year: a total and two shares.
/// Empty when the plan hints at nothing.
pub fn assumptions_from_plan(region: &Region, count_year: i32) -> Vec<Proposal> {
    let mut out = Vec::new();
    let find = |key: &str| region.figures(key).last();
    if let (Some(total), Some(sbo), Some(so)) =
        (find("leerlingen"), find("deelname.sbo"), find("deelname.so"))
    {
        out.extend(counts(region, [total, sbo, so], count_year).unwrap_or_default());
    }
    if let Some(schools) = find("scholen.regulier") {
        let says = t(
            "Het aantal reguliere scholen in het plan; hier ook voor dit jaar aangehouden.",
            "The number of regular schools in the plan; kept for this year as well.",
        );
        let value = whole(schools);
        out.extend(value.map(|value| assumed(Item::Schools, count_year + 1, value, schools, says)));
    }
    if let Some(floor) = find("weerstandsvermogen_min") {
        let cents = Money::from_decimal(floor.value).map(Money::as_cents);
        if let Some(cents) = cents {
            let says = t(
                "Het minimum van het plan, ook na de looptijd aangehouden.",
                "The plan's minimum, kept after the plan ends as well.",
            );
            out.push(assumed(Item::ReserveFloor, count_year + 1, cents, floor, says));
            let says = t(
                "Het plan verwachtte dat het eigen vermogen in 2022 tot dit minimum daalt; hier als stand aangehouden.",
                "The plan expected own capital to fall to this minimum in 2022; taken as its level here.",
            );
            out.push(assumed(Item::Reserve, count_year, cents, floor, says));
        }
    }
    out
}

/// Total = regular + SBO + SO, with both shares taken of regular and SBO together.
fn counts(region: &Region, [total, sbo, so]: [&Figure; 3], year: i32) -> Option<Vec<Proposal>> {
    let millionths = |figure: &Figure| (figure.value * Decimal::from(ONE)).to_i64();
    let all = whole(total)?;
    let together = ratio(all, ONE, ONE + millionths(so)?)?;
    let in_sbo = ratio(together, millionths(sbo)?, ONE)?;
    let bo = together - in_sbo;
    let says = t(
        "Het totaal 'onder 21.000' en de deelname SBO en SO van het plan, gelezen als precies dat aantal; het plan noemt de teldatum niet.",
        "The plan's total 'below 21,000' and its SBO and SO shares, read as exactly that number; the plan does not name the count date.",
    );
    let mut out =
        vec![assumed(Item::Bo, year, bo, total, says), assumed(Item::Sbo, year, in_sbo, sbo, says)];
    let says = t(
        "Alle SO-leerlingen in categorie 1: het plan noemt geen verdeling.",
        "All SO pupils in category 1: the plan names no division.",
    );
    for (item, value) in SO.into_iter().zip([all - together, 0, 0]) {
        out.push(assumed(item, year, value, so, says));
    }
    let says = t(
        "Gelijk verdeeld: het plan noemt geen leerlingen per werkgebied.",
        "Shared equally: the plan names no pupils per werkgebied.",
    );
    let equal = shares(Money::cents(bo), &vec![1; region.werkgebieden.len()]).unwrap_or_default();
    for (place, pupils) in region.werkgebieden.iter().zip(equal) {
        let mut proposal = assumed(Item::Bo, year, pupils.as_cents(), total, says);
        proposal.key.part = Some(place.slug.clone());
        out.push(proposal);
    }
    Some(out)
}

fn assumed(item: Item, year: i32, value: i64, figure: &Figure, says: Text) -> Proposal {
    let origin = Origin::Assumed(source(figure, says));
    Proposal { key: InputKey::new(item, year), input: Input { value, origin } }
}

/// The last known value of every input that is missing, as an assumption for that year.
pub fn carried_forward(
    baseline: &Baseline,
    parameters: &Parameters,
    settings: &Settings,
) -> Vec<Proposal> {
    let missing = missing_for(baseline, parameters, settings).into_iter();
    missing.filter_map(|one| carry(baseline, one)).collect()
}

fn carry(baseline: &Baseline, missing: Missing) -> Option<Proposal> {
    let Missing::Input(key) = missing else { return None };
    let item = match key.item {
        // Without amounts per pupil the totals of the table are what is known.
        Item::BasePerPupil if last(baseline, &key).is_none() => Item::CostRegular,
        Item::AreaPerPupil if last(baseline, &key).is_none() => Item::CostAreas,
        item => item,
    };
    let key = InputKey { item, ..key };
    let (from, input) = last(baseline, &key)?;
    let source = Source {
        document: baseline.name.clone(),
        place: from.year.to_string(),
        link: None,
        says: Some(format!("Gelijk gehouden aan {} van {}.", from.item.title().nl, from.year)),
        says_en: Some(format!("Kept equal to {} of {}.", from.item.title().en, from.year)),
    };
    Some(Proposal { key, input: Input { value: input.value, origin: Origin::Assumed(source) } })
}

fn last<'a>(baseline: &'a Baseline, key: &InputKey) -> Option<(&'a InputKey, &'a Input)> {
    let first = InputKey { year: i32::MIN, ..key.clone() };
    baseline.inputs.range(first..key.clone()).next_back()
}

/// Tariff rows for a year that has none, made from the last known rows with an index that the user chose
/// (`0.03` is 3% over the whole time between). A tariff without any known row stays missing.
pub fn estimates_for(
    parameters: &Parameters,
    sector: Sector,
    year: i32,
    index: Decimal,
) -> Vec<Estimate> {
    let needed: Vec<Tariff> = match sector {
        Sector::Po => [Tariff::Light, Tariff::Heavy, Tariff::Sbo]
            .into_iter()
            .chain((0..SO.len()).map(Tariff::So))
            .collect(),
        // Of light support and lwoo and pro no amount was ever found: these follow what a person enters for one year.
        Sector::Vo => [Tariff::LightVo, Tariff::LwooPro, Tariff::Heavy]
            .into_iter()
            .chain((0..VSO.len()).map(Tariff::Vso))
            .collect(),
    };
    let one = |tariff| estimate_one(parameters, sector, tariff, year, index);
    needed.into_iter().filter_map(one).collect()
}

fn estimate_one(
    parameters: &Parameters,
    sector: Sector,
    tariff: Tariff,
    year: i32,
    index: Decimal,
) -> Option<Estimate> {
    let day = chrono::NaiveDate::from_ymd_opt(year, 7, 1)?;
    let key = tariff.key(sector);
    if parameters.get(key, day).is_some() {
        return None;
    }
    let before = |key: &str| {
        let rows = parameters.rows().iter();
        let known = rows.filter(|row| row.key == key && row.valid_from < day);
        known.max_by_key(|row| row.valid_from).cloned()
    };
    let base = match tariff {
        Tariff::Light => before(key).or_else(|| {
            joined(
                before(Tariff::LightStaff.key(sector))?,
                before(Tariff::LightRunning.key(sector))?,
                key,
            )
        }),
        Tariff::Vso(k) => before(key).or_else(|| {
            let staff = before(Tariff::VsoStaff(k).key(sector))?;
            joined(staff, before(Tariff::VsoRunning(k).key(sector))?, key)
        }),
        Tariff::Heavy => before_the_cut(before(key)?, parameters, sector),
        _ => before(key),
    }?;
    let mut made = estimate(&base, index, year)?;
    made.row.say(&base.note, &base.note_en);
    if tariff == Tariff::Heavy && sector == Sector::Po && base.valid_from < added_from()? {
        add_gifted(&mut made, parameters, day);
    }
    Some(made)
}

/// Staff and running costs of the old system together, as the nearest thing to one amount.
fn joined(staff: Row, running: Row, key: &str) -> Option<Row> {
    Some(Row {
        key: key.to_owned(),
        value: staff.value.checked_add(running.value)?,
        unit: "euro per leerling per kalenderjaar".to_owned(),
        note: "Oude systematiek: personeel en materieel opgeteld.".to_owned(),
        note_en: "Old system: staff and running costs added up.".to_owned(),
        ..staff
    })
}

/// The cut of 2023 was for one year: a later estimate starts from the amount before it.
fn before_the_cut(row: Row, parameters: &Parameters, sector: Sector) -> Option<Row> {
    let key = match sector {
        Sector::Po => "zware_norm_voor_korting.po",
        Sector::Vo => "zware_norm_voor_korting.vo",
    };
    let Some(full) = parameters.get(key, row.valid_from) else { return Some(row) };
    let note = "Uitgegaan van het bedrag voor de eenmalige korting van 2023.".to_owned();
    let note_en = "Started from the amount before the one-off cut of 2023.".to_owned();
    Some(Row { value: full.value, source: full.source.clone(), note, note_en, ..row })
}

fn added_from() -> Option<chrono::NaiveDate> {
    chrono::NaiveDate::from_ymd_opt(2026, 1, 1)
}

/// From 2026 heavy support holds a structural amount for gifted pupils.
fn add_gifted(made: &mut Estimate, parameters: &Parameters, day: chrono::NaiveDate) {
    if let Some(extra) = parameters.get("zware_begaafd_structureel", day) {
        made.row.value += extra.value;
        made.row.say(
            "Met het structurele bedrag voor begaafde leerlingen.",
            "With the structural amount for gifted pupils.",
        );
    }
}
