//! A choice between values in the words of the screen: which field, and each value. Who wrote it stands in `words`.

use replica::document::Value;
use rules::budget::present::{moment, part_name, shown, tariff_name};
use rules::budget::{InputKey, LeverKey, Moment, Origin};
use rules::money::Money;
use rules::notation;
use rules::parameter::Row;
use rules::text::{Lang, Text, t};

use super::{Choice, Conflict, Field, View, layout};
use crate::words::plain;

impl Field {
    /// The lever of a scenario, where it is kept.
    pub fn lever(scenario: &str, key: LeverKey) -> Self {
        Self::Scenario { id: scenario.to_owned(), name: layout::change(&key.to_string()) }
    }

    /// An input, where it is kept.
    pub fn input(key: &InputKey) -> Self {
        Self::Input(key.to_string())
    }

    /// What a person calls it: "Leerlingen SBO, 1 februari, 2026". A name that this version does not know stays as it
    /// is written.
    pub fn name(&self, view: &View, lang: Lang) -> String {
        match self {
            Self::Budget(name) => field_title(name).map_or(name.clone(), |t| t.get(lang).into()),
            Self::Input(key) => {
                key.parse().map_or_else(|_| key.clone(), |key| input_name(&key, view, lang))
            }
            Self::Scenario { id, name } => {
                let mut all = view.scenarios.iter().chain(&view.removed);
                let scenario = all.find(|one| one.id == *id).map(|one| one.scenario.name.as_str());
                format!("{}: {}", scenario.unwrap_or(id), scenario_field(name, lang))
            }
            Self::Parameter(id) => match id.split_once('/') {
                Some((key, from)) => {
                    format!("{} {}", tariff_name(key, lang), from.get(..4).unwrap_or(from))
                }
                None => id.clone(),
            },
        }
    }
}

fn field_title(name: &str) -> Option<Text> {
    Some(match name {
        layout::NAME => t("Naam", "Name"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::SECTOR => t("Onderwijs", "Education"),
        layout::FIRST_YEAR => t("Eerste begrotingsjaar", "First budget year"),
        layout::AREAS => t("Werkgebieden", "Werkgebieden"),
        layout::LOCKED => t("Vastgesteld op", "Locked on"),
        layout::YEARS => t("Aantal jaren", "Number of years"),
        layout::INCOME_BASE => t("Baten voor de signaleringswaarde", "Income for the signal value"),
        layout::DATE => t("Datum", "Date"),
        layout::FROZEN => t("Bevroren", "Frozen"),
        layout::REMOVED => t("Verwijderd", "Removed"),
        _ => return None,
    })
}

fn input_name(key: &InputKey, view: &View, lang: Lang) -> String {
    let info = key.item.info();
    let part = key.part.as_deref().map(|part| format!("{}, ", part_name(&view.baseline, part)));
    // The title says the count date; a school year has two years.
    let when = match info.moment {
        Moment::School => moment(Moment::School, key.year, lang),
        _ => key.year.to_string(),
    };
    let title = info.title.get(lang);
    format!("{title}, {}{when}", part.unwrap_or_default())
}

fn scenario_field(name: &str, lang: Lang) -> String {
    let lever = layout::changed_key(name).and_then(|key| key.parse::<LeverKey>().ok());
    match lever {
        Some(LeverKey { lever, year: Some(year) }) => {
            format!("{} {year}", lever.lever().title.get(lang))
        }
        Some(LeverKey { lever, year: None }) => lever.lever().title.get(lang).to_owned(),
        None => field_title(name).map_or(name.to_owned(), |title| title.get(lang).to_owned()),
    }
}

impl Conflict {
    /// One of the values as a person reads it: "310 leerlingen, zelf ingevuld".
    pub fn value(&self, choice: &Choice, lang: Lang) -> String {
        let value = &choice.value;
        let written = match &self.field {
            Field::Input(key) => key.parse().ok().and_then(|key| input_value(&key, value, lang)),
            Field::Scenario { name, .. } => lever_value(name, value, lang),
            Field::Parameter(_) => layout::read_row(value).map(|row| row_value(&row, lang)),
            Field::Budget(_) => None,
        };
        written.unwrap_or_else(|| plain(value, lang))
    }
}

fn input_value(key: &InputKey, value: &Value, lang: Lang) -> Option<String> {
    let input = layout::read_input(value)?;
    let origin = match input.origin {
        Origin::Published(_) => t("gepubliceerd", "published"),
        Origin::Assumed(_) => t("aanname", "assumption"),
        Origin::Entered => t("zelf ingevuld", "entered by you"),
    };
    Some(format!("{}, {}", shown(key.item.unit(), input.value, lang), origin.get(lang)))
}

fn lever_value(name: &str, value: &Value, lang: Lang) -> Option<String> {
    let key: LeverKey = layout::changed_key(name)?.parse().ok()?;
    Some(shown(key.lever.lever().unit, value.int()?, lang))
}

fn row_value(row: &Row, lang: Lang) -> String {
    match Money::from_decimal(row.value).filter(|money| money.to_decimal() == row.value) {
        _ if row.unit == "deel" => notation::percent(row.value, lang),
        Some(money) => notation::money(money, lang),
        None => format!("€ {}", notation::decimal(row.value, lang)),
    }
}
