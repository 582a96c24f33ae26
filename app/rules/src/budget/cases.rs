//! Cases as data: a controller's own decision (counts, tariffs, expected amounts), and worked examples that
//! are recognised by the names of their inputs. Text in, one report per case out; what is not understood fails.

mod own;
mod shapes;
mod worked;

use rust_decimal::Decimal;
use serde_json::Value as Json;

use crate::cases::CaseReport;

pub use own::run as run_budget;
pub use worked::run as run_worked;

/// A number, written as a number or as text. `None` for anything else.
fn number(json: &Json) -> Option<Decimal> {
    let text = match json {
        Json::Number(number) => number.to_string(),
        Json::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    text.parse().or_else(|_| Decimal::from_scientific(&text)).ok()
}

/// One number or a list of them.
fn numbers(json: &Json) -> Option<Vec<Decimal>> {
    match json {
        Json::Array(list) => list.iter().map(number).collect(),
        one => Some(vec![number(one)?]),
    }
}

fn report(file: &str, case: &str, passed: bool, expected: String, got: String) -> CaseReport {
    CaseReport { file: file.to_owned(), case: case.to_owned(), passed, expected, got }
}
