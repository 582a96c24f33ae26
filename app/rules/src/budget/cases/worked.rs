//! Worked examples: an array of `{id, input, expected, tolerance, source}`.

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

use super::shapes::{Outputs, solve};
use super::{number, numbers, report};
use crate::cases::CaseReport;

/// Runs every example. An example without a source, or of an unknown shape, fails.
pub fn run(file: &str, examples: &[Json]) -> Vec<CaseReport> {
    examples.iter().map(|example| one(file, example)).collect()
}

fn one(file: &str, example: &Json) -> CaseReport {
    let id = example.get("id").and_then(Json::as_str).unwrap_or("");
    match check(example) {
        Ok((passed, expected, got)) => report(file, id, passed, expected, got),
        Err(problem) => CaseReport::unreadable(file, id, problem),
    }
}

fn check(example: &Json) -> Result<(bool, String, String), &'static str> {
    let input = example.get("input").ok_or("er staat geen invoer in")?;
    let expected = example.get("expected").and_then(Json::as_object);
    let expected = expected.filter(|all| !all.is_empty()).ok_or("er staat geen uitkomst in")?;
    let source = example.get("source").and_then(Json::as_str).unwrap_or("");
    if source.trim().is_empty() {
        return Err("er staat geen bron bij");
    }
    let tolerance = match example.get("tolerance") {
        Some(json) => number(json).ok_or("de tolerantie is geen getal")?,
        None => Decimal::ZERO,
    };
    let outputs = solve(input, expected).ok_or("onbekend soort rekenvoorbeeld")?;
    let mut passed = true;
    let mut got = Vec::new();
    for (name, json) in expected {
        let wanted = numbers(json).ok_or("een uitkomst is geen getal")?;
        if is_printed(name, &outputs) {
            got.push(difference(name, &wanted, &outputs));
            continue;
        }
        let found = find(&outputs, name, expected).ok_or("onbekende uitkomst")?;
        passed &= close(found, &wanted, tolerance);
        got.push(format!("{name} {}", list(found)));
    }
    Ok((passed, shown(expected), got.join(", ")))
}

/// A printed total that stands next to a sum is not an outcome: the difference is shown, not hidden.
fn is_printed(name: &str, outputs: &Outputs) -> bool {
    matches!(name, "gepubliceerd" | "gedrukt") && outputs.iter().any(|(name, _)| *name == "som")
}

fn difference(name: &str, wanted: &[Decimal], outputs: &Outputs) -> String {
    let sum = outputs.iter().find(|(name, _)| *name == "som").and_then(|(_, sum)| sum.first());
    match (wanted.first(), sum) {
        (Some(printed), Some(sum)) => {
            format!("{name} {}, verschil {}", printed.normalize(), (sum - printed).normalize())
        }
        _ => name.to_owned(),
    }
}

/// By name; a single outcome may be called anything.
fn find<'a>(
    outputs: &'a Outputs,
    name: &str,
    expected: &Map<String, Json>,
) -> Option<&'a Vec<Decimal>> {
    let named = outputs.iter().find(|(output, _)| *output == name);
    let only = outputs.first().filter(|_| outputs.len() == 1 && expected.len() == 1);
    // A sum goes by several names; the difference with a printed figure is not one of them.
    let sum = || match name {
        "totaal" | "som" | "samen" | "total" => {
            outputs.iter().find(|(output, _)| matches!(*output, "som" | "totaal"))
        }
        _ => None,
    };
    named.or(only).or_else(sum).map(|(_, values)| values)
}

fn close(found: &[Decimal], wanted: &[Decimal], tolerance: Decimal) -> bool {
    found.len() == wanted.len()
        && found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() <= tolerance)
}

fn list(values: &[Decimal]) -> String {
    let values: Vec<_> = values.iter().map(|value| value.normalize().to_string()).collect();
    values.join(" / ")
}

fn shown(expected: &Map<String, Json>) -> String {
    let one = |(name, json): (&String, &Json)| match numbers(json) {
        Some(values) => format!("{name} {}", list(&values)),
        None => format!("{name} {json}"),
    };
    expected.iter().map(one).collect::<Vec<_>>().join(", ")
}
