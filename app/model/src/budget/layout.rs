//! Where things stand in the document. Documented in README.md; a change here needs a migration.

use chrono::NaiveDate;
use replica::document::{Document, Place, Value};
use rules::budget::{Area, IncomeBase, Input, Origin, Sector};
use rules::parameter::Row;

use super::Field;
use crate::field::{date, first, map};

pub(super) const BUDGET: &str = "budget";
pub(super) const NAME: &str = "name";
pub(super) const REGION: &str = "region";
pub(super) const SECTOR: &str = "sector";
pub(super) const FIRST_YEAR: &str = "first_year";
pub(super) const AREAS: &str = "areas";
pub(super) const LOCKED: &str = "locked";
pub(super) const YEARS: &str = "setting.years";
pub(super) const INCOME_BASE: &str = "setting.income_base";
pub(super) const NOTE: &str = "note";
pub(super) const DATE: &str = "date";
pub(super) const FROZEN: &str = "frozen";
pub(super) const REMOVED: &str = "removed";
pub(super) const SCENARIOS: &str = "scenarios";
const CHANGE: &str = "change:";

pub(super) fn budget() -> Place {
    Place::root(BUDGET)
}

pub(super) fn inputs() -> Place {
    Place::root("inputs")
}

pub(super) fn parameters() -> Place {
    Place::root("parameters")
}

pub(super) fn scenario(id: &str) -> Place {
    Place::item(SCENARIOS, id)
}

pub(super) fn change(key: &str) -> String {
    format!("{CHANGE}{key}")
}

pub(super) fn changed_key(name: &str) -> Option<&str> {
    name.strip_prefix(CHANGE)
}

/// The place and name of a field.
pub(super) fn register(field: &Field) -> (Place, &str) {
    match field {
        Field::Budget(name) => (budget(), name),
        Field::Input(key) => (inputs(), key),
        Field::Scenario { id, name } => (scenario(id), name),
        Field::Parameter(id) => (parameters(), id),
    }
}

/// When the baseline was adopted, if it was.
pub(super) fn locked(document: &Document) -> Option<NaiveDate> {
    first(&document.register(&budget(), LOCKED)).and_then(date)
}

pub(super) fn frozen(document: &Document, id: &str) -> bool {
    first(&document.register(&scenario(id), FROZEN)).and_then(Value::bool).unwrap_or(false)
}

pub(super) fn write_input(input: &Input) -> Value {
    let origin = serde_json::to_string(&input.origin).unwrap_or_default();
    map([("value", input.value.into()), ("origin", origin.into())])
}

/// An input whose origin a newer version wrote keeps its value and shows as filled in.
pub(super) fn read_input(value: &Value) -> Option<Input> {
    let origin = value.member("origin").and_then(Value::text);
    let origin = origin.and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Origin::Entered);
    Some(Input { value: value.member("value")?.int()?, origin })
}

pub(super) fn write_row(row: &Row) -> Value {
    serde_json::to_string(row).unwrap_or_default().into()
}

pub(super) fn read_row(value: &Value) -> Option<Row> {
    serde_json::from_str(value.text()?).ok()
}

pub(super) fn write_areas(areas: &[Area]) -> Value {
    let area = |area: &Area| {
        map([("slug", area.slug.as_str().into()), ("name", area.name.as_str().into())])
    };
    Value::List(areas.iter().map(area).collect())
}

pub(super) fn read_areas(value: &Value) -> Vec<Area> {
    let Value::List(list) = value else { return Vec::new() };
    let text = |value: &Value, name| value.member(name).and_then(Value::text).map(str::to_owned);
    list.iter()
        .filter_map(|value| Some(Area { slug: text(value, "slug")?, name: text(value, "name")? }))
        .collect()
}

pub(super) fn write_sector(sector: Sector) -> Value {
    match sector {
        Sector::Po => "po".into(),
        Sector::Vo => "vo".into(),
    }
}

pub(super) fn read_sector(value: &Value) -> Sector {
    if value.text() == Some("vo") { Sector::Vo } else { Sector::Po }
}

pub(super) fn write_income_base(base: IncomeBase) -> Value {
    match base {
        IncomeBase::Gross => "gross".into(),
        IncomeBase::Net => "net".into(),
    }
}

pub(super) fn read_income_base(value: &Value) -> IncomeBase {
    if value.text() == Some("net") { IncomeBase::Net } else { IncomeBase::Gross }
}
