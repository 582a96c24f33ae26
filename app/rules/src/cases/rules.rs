//! Cases of kind `rule`: facts go in, the outcome is compared field by field.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use super::CaseReport;
use crate::explain::{Because, Explanation};
use crate::parameter::{Parameters, Row};
use crate::region::{Region, regions};
use crate::rule::{Answer, Context, Rule, Sheet, Verdict, explain, rule};
use crate::value::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "kind")]
    _kind: String,
    rule: String,
    /// Where the expectations come from, when a case does not say it itself.
    #[serde(default)]
    source: String,
    /// Defaults for every case of this file.
    #[serde(default)]
    on: Option<NaiveDate>,
    #[serde(default)]
    region: Option<String>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default)]
    on: Option<NaiveDate>,
    /// `""` is: no region chosen.
    #[serde(default)]
    region: Option<String>,
    #[serde(default)]
    facts: Map<String, Json>,
    /// Own rows on top of the ones that ship.
    #[serde(default)]
    parameters: Vec<Row>,
    expect: Expect,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    outcome: Verdict,
    #[serde(default)]
    value: Option<Json>,
    #[serde(default)]
    missing: Option<Vec<String>>,
    #[serde(default)]
    signal: Option<bool>,
    /// Contradictions that the explanation must show.
    #[serde(default)]
    findings: Option<Vec<String>>,
}

/// What the files of one run share.
struct Ground {
    national: Parameters,
    regions: BTreeMap<String, Region>,
}

pub(super) fn run(name: &str, file: Json) -> Vec<CaseReport> {
    let ground = match ground() {
        Ok(ground) => ground,
        Err(problem) => return vec![CaseReport::unreadable(name, "", &problem)],
    };
    let file: File = match serde_json::from_value(file) {
        Ok(file) => file,
        Err(error) => return vec![CaseReport::unreadable(name, "", &error.to_string())],
    };
    let Some(rule) = rule(&file.rule) else {
        let problem = format!("er is geen regel {}", file.rule);
        return vec![CaseReport::unreadable(name, "", &problem)];
    };
    let run = |case: &Case| match check(&ground, rule, &file, case) {
        Ok((expected, got)) => CaseReport {
            file: name.to_owned(),
            case: case.name.clone(),
            passed: expected == got,
            expected,
            got,
        },
        Err(problem) => CaseReport::unreadable(name, &case.name, &problem),
    };
    file.cases.iter().map(run).collect()
}

fn ground() -> Result<Ground, String> {
    let national = Parameters::national().map_err(|error| error.problem)?;
    let regions = regions().map_err(|error| error.problem)?;
    let regions = regions.into_iter().map(|region| (region.slug.clone(), region)).collect();
    Ok(Ground { national, regions })
}

/// The expected and the given outcome, written the same way.
fn check(
    ground: &Ground,
    rule: &'static Rule,
    file: &File,
    case: &Case,
) -> Result<(String, String), String> {
    if case.source.is_empty() && file.source.is_empty() {
        return Err("de bron van de verwachting ontbreekt".to_owned());
    }
    let today = case.on.or(file.on).ok_or("de peildatum (\"on\") ontbreekt")?;
    let slug = case.region.as_ref().or(file.region.as_ref()).filter(|slug| !slug.is_empty());
    let parameters = parameters(ground, slug, &case.parameters)?;
    let context = Context::new(today, slug.map(String::as_str), &parameters);
    let sheet = Sheet::parse(rule, &case.facts)
        .map_err(|error| format!("{}: {}", error.field, error.problem.nl))?;
    let answer = explain(rule, &sheet.facts(), &context);
    Ok((written_expectation(&case.expect), written(&answer, &case.expect)))
}

fn parameters(ground: &Ground, slug: Option<&String>, own: &[Row]) -> Result<Parameters, String> {
    let mut layer = own.to_vec();
    if let Some(slug) = slug {
        let region = ground.regions.get(slug).ok_or(format!("er is geen regio {slug}"))?;
        layer.extend(region.rows.iter().cloned());
    }
    Ok(ground.national.with_layer(layer))
}

fn written_expectation(expect: &Expect) -> String {
    let mut parts = vec![outcome_name(expect.outcome)];
    if let Some(value) = &expect.value {
        parts.push(json_value(value));
    }
    parts.extend(expect.missing.as_ref().map(|names| format!("mist {names:?}")));
    parts.extend(expect.signal.map(|signal| format!("signaal {signal}")));
    parts.extend(expect.findings.as_ref().map(|ids| format!("tegenspraak {ids:?}")));
    parts.join(", ")
}

/// Only what the expectation is about.
fn written(answer: &Answer, expect: &Expect) -> String {
    let mut parts = vec![outcome_name(answer.verdict)];
    if expect.value.is_some() {
        parts.push(answer.value.as_ref().map_or("geen waarde".to_owned(), plain));
    }
    if expect.missing.is_some() {
        parts.push(format!("mist {:?}", answer.missing));
    }
    if expect.signal.is_some() {
        parts.push(format!("signaal {}", answer.signal));
    }
    if expect.findings.is_some() {
        let mut ids = Vec::new();
        findings(&answer.explanation, &mut ids);
        parts.push(format!("tegenspraak {ids:?}"));
    }
    parts.join(", ")
}

fn findings(explanation: &Explanation, ids: &mut Vec<String>) {
    if let Because::Finding { id } = &explanation.because {
        ids.push(id.clone());
    }
    explanation.parts.iter().for_each(|part| findings(part, ids));
}

/// The name in data: `voldoet_niet`.
fn outcome_name(verdict: Verdict) -> String {
    let name = serde_json::to_value(verdict).ok();
    name.as_ref().and_then(Json::as_str).unwrap_or_default().to_owned()
}

/// A value without its unit: amounts in euros, numbers without superfluous zeros.
fn plain(value: &Value) -> String {
    match value {
        Value::YesNo(yes) => yes.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Money(money) => number(money.to_decimal()),
        Value::Rate(rate) | Value::Number(rate) => number(*rate),
        Value::Date(date) => date.to_string(),
        Value::Text(text) => text.clone(),
        Value::Words(words) => words.nl.to_owned(),
        Value::List(values) => {
            format!("[{}]", values.iter().map(plain).collect::<Vec<_>>().join("; "))
        }
    }
}

fn json_value(value: &Json) -> String {
    match value {
        Json::Array(values) => {
            format!("[{}]", values.iter().map(json_value).collect::<Vec<_>>().join("; "))
        }
        Json::String(text) => text.parse().map_or(text.clone(), number),
        Json::Number(text) => text.to_string().parse().map_or(text.to_string(), number),
        other => other.to_string(),
    }
}

fn number(number: Decimal) -> String {
    number.normalize().to_string()
}
