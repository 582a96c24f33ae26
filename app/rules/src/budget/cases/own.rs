//! An own case for the simulator: counts, tariffs and levers in, expected amounts out.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value as Json};

use super::{number, report};
use crate::budget::{
    Area, AreaLine, Baseline, Cell, IncomeBase, Input, InputKey, LeverKey, LineId, MAX_YEARS,
    Scenario, Sector, Settings, Unit, baseline, simulate,
};
use crate::cases::CaseReport;
use crate::parameter::{Parameters, Row, entered};
use crate::region::regions;
use crate::source::Source;

type Problem = String;

struct Situation {
    baseline: Baseline,
    parameters: Parameters,
    settings: Settings,
}

/// Runs every case of one file. What cannot be read is a failed case.
pub fn run(file: &str, json: &Json) -> Vec<CaseReport> {
    let situation = match situation(json) {
        Ok(situation) => situation,
        Err(problem) => return vec![CaseReport::unreadable(file, "", &problem)],
    };
    let cases = json.get("cases").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    cases.iter().flat_map(|case| one(file, &situation, case)).collect()
}

const KEYS: [&str; 11] = [
    "kind",
    "source",
    "sector",
    "region",
    "first_year",
    "years",
    "income_base",
    "areas",
    "inputs",
    "tariffs",
    "cases",
];

fn situation(json: &Json) -> Result<Situation, Problem> {
    let object = json.as_object().ok_or("geen object")?;
    if let Some(unknown) = object.keys().find(|key| !KEYS.contains(&key.as_str())) {
        return Err(format!("onbekend woord: {unknown}"));
    }
    let source = text(json, "source").ok_or("er staat geen bron in")?;
    let first_year = year(json.get("first_year")).ok_or("first_year is geen jaar")?;
    let mut base = start(json, first_year)?;
    for (key, value) in map(json, "inputs")? {
        let key: InputKey = key.parse().map_err(|_| format!("onbekende invoer: {key}"))?;
        let value = units(value, key.item.unit()).ok_or_else(|| format!("geen getal bij {key}"))?;
        base.set(key, Input::entered(value));
    }
    let years = json.get("years").and_then(Json::as_u64).unwrap_or(1);
    let years = u8::try_from(years).unwrap_or(MAX_YEARS).clamp(1, MAX_YEARS);
    let income_base = match text(json, "income_base") {
        None | Some("gross") => IncomeBase::Gross,
        Some("net") => IncomeBase::Net,
        Some(other) => return Err(format!("income_base is gross of net, niet {other}")),
    };
    let national = Parameters::national().map_err(|error| error.problem)?;
    let parameters = national.with_layer(rows(json, source)?);
    Ok(Situation { baseline: base, parameters, settings: Settings { years, income_base } })
}

fn start(json: &Json, first_year: i32) -> Result<Baseline, Problem> {
    let sector = match text(json, "sector") {
        None => None,
        Some("po") => Some(Sector::Po),
        Some("vo") => Some(Sector::Vo),
        Some(other) => return Err(format!("sector is po of vo, niet {other}")),
    };
    if let Some(slug) = text(json, "region") {
        let all = regions().map_err(|error| error.problem)?;
        let region = all.into_iter().find(|region| region.slug == slug);
        let region = region.ok_or_else(|| format!("onbekende regio: {slug}"))?;
        return match (sector, region.sectors.as_slice()) {
            (None, [_]) => Ok(baseline::from_region(&region, first_year)),
            (Some(sector), all) if all.contains(&sector) => {
                Ok(baseline::of_sector(&region, sector, first_year))
            }
            (None, _) => Err(format!("{slug} heeft po en vo: noem de sector")),
            (Some(_), _) => Err(format!("{slug} is niet van die sector")),
        };
    }
    let sector = sector.unwrap_or_default();
    let slugs = json.get("areas").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    let area = |slug: &Json| {
        let slug = slug.as_str().ok_or("een werkgebied is een naam")?.to_owned();
        Ok::<_, Problem>(Area { name: slug.clone(), slug })
    };
    let areas = slugs.iter().map(area).collect::<Result<_, _>>()?;
    Ok(Baseline { sector, first_year, areas, ..Baseline::default() })
}

/// The tariffs of the decision: `{"lichte_norm/2024": "200.00"}`, each for one calendar year.
fn rows(json: &Json, source: &str) -> Result<Vec<Row>, Problem> {
    let source = Source {
        document: source.to_owned(),
        place: String::new(),
        link: None,
        says: None,
        says_en: None,
    };
    let one = |(key, value): (&String, &Json)| {
        let wrong = || format!("geen tarief: {key}");
        let (name, year) = key.split_once('/').ok_or_else(wrong)?;
        let year: i32 = year.parse().map_err(|_| wrong())?;
        let value = number(value).ok_or_else(wrong)?;
        let on = chrono::NaiveDate::from_ymd_opt(year, 1, 1).ok_or_else(wrong)?;
        let made = entered(name, value, "euro", year, source.clone(), on);
        made.ok_or_else(wrong)
    };
    map(json, "tariffs")?.iter().map(one).collect()
}

fn one(file: &str, situation: &Situation, case: &Json) -> Vec<CaseReport> {
    let name = text(case, "name").unwrap_or("");
    match checks(file, situation, case, name) {
        Ok(reports) if !reports.is_empty() => reports,
        Ok(_) => vec![CaseReport::unreadable(file, name, "er wordt niets verwacht")],
        Err(problem) => vec![CaseReport::unreadable(file, name, &problem)],
    }
}

fn checks(
    file: &str,
    situation: &Situation,
    case: &Json,
    name: &str,
) -> Result<Vec<CaseReport>, Problem> {
    let object = case.as_object().ok_or("een geval is een object")?;
    let known = ["name", "levers", "expect", "tolerance"];
    if let Some(unknown) = object.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("onbekend woord: {unknown}"));
    }
    let mut scenario = Scenario::new(name);
    for (key, value) in map(case, "levers")? {
        let key: LeverKey = key.parse().map_err(|_| format!("onbekende knop: {key}"))?;
        let value = units(value, key.lever.lever().unit);
        let value = value.ok_or_else(|| format!("geen getal bij {key}"))?;
        scenario.set(key, value).map_err(|problem| format!("{key}: {}", problem.text.nl))?;
    }
    let tolerance = match case.get("tolerance") {
        Some(json) => number(json).ok_or("de tolerantie is geen getal")?,
        None => Decimal::ZERO,
    };
    let Situation { baseline, parameters, settings } = situation;
    let now = simulate(baseline, &scenario, parameters, settings);
    let expected = map(case, "expect")?.iter();
    let check = |(key, wanted): (&String, &Json)| {
        let cell = cell(key, baseline).ok_or_else(|| format!("onbekende cel: {key}"))?;
        let figure = now.figure(cell);
        let got = figure.as_ref().and_then(|figure| figure.money()).map(|money| money.to_decimal());
        let passed = match (wanted, got) {
            (Json::Null, None) => true,
            (Json::Null, Some(_)) => false,
            (wanted, got) => {
                let wanted = number(wanted).ok_or_else(|| format!("geen bedrag bij {key}"))?;
                got.is_some_and(|got| (got - wanted).abs() <= tolerance)
            }
        };
        let shown = match (&figure, got) {
            (None, _) => "er is geen regel".to_owned(),
            (_, Some(got)) => got.to_string(),
            (Some(figure), None) => missing(figure),
        };
        let expected = if wanted.is_null() { "onbekend".to_owned() } else { wanted.to_string() };
        Ok(report(file, &format!("{name}: {key}"), passed, expected, shown))
    };
    expected.map(check).collect()
}

fn missing(figure: &crate::budget::Figure) -> String {
    let names = figure.missing().iter().map(|one| format!("{} {}", one.title().nl, one.year()));
    format!("onbekend, er mist: {}", names.collect::<Vec<_>>().join("; "))
}

/// `lasten.so/2024`, `lasten.so/2024-2025` for a school year, `budget@heiloo/2024` for a werkgebied.
fn cell(key: &str, baseline: &Baseline) -> Option<Cell> {
    let (name, when) = key.rsplit_once('/')?;
    if let Some((line, slug)) = name.split_once('@') {
        let line = AreaLine::ALL.into_iter().find(|one| one.id() == line)?;
        let area = baseline.areas.iter().position(|area| area.slug == slug)?;
        return Some(Cell::Area(line, area, when.parse().ok()?));
    }
    let line = LineId::ALL.into_iter().find(|one| one.id() == name)?;
    match when.split_once('-') {
        Some((first, second)) => {
            let (first, second): (i32, i32) = (first.parse().ok()?, second.parse().ok()?);
            (second == first + 1).then_some(Cell::School(line, first))
        }
        None => Some(Cell::Year(line, when.parse().ok()?)),
    }
}

/// Amounts in euro, shares as a fraction, everything else as it is.
fn units(json: &Json, unit: Unit) -> Option<i64> {
    let scale = match unit {
        Unit::Cents => 100,
        Unit::Millionths => 1_000_000,
        _ => 1,
    };
    let exact = number(json)?.checked_mul(Decimal::from(scale))?;
    let whole = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    (whole == exact).then(|| whole.to_i64())?
}

fn text<'a>(json: &'a Json, key: &str) -> Option<&'a str> {
    json.get(key).and_then(Json::as_str).filter(|text| !text.trim().is_empty())
}

fn year(json: Option<&Json>) -> Option<i32> {
    i32::try_from(json?.as_i64()?).ok()
}

fn map<'a>(json: &'a Json, key: &str) -> Result<&'a Map<String, Json>, Problem> {
    static EMPTY: std::sync::LazyLock<Map<String, Json>> = std::sync::LazyLock::new(Map::new);
    match json.get(key) {
        None => Ok(&EMPTY),
        Some(Json::Object(map)) => Ok(map),
        Some(_) => Err(format!("{key} is geen object")),
    }
}
