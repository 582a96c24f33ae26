//! Situations with their expected outcome, as data: `tests/cases/README.md` has the format.
//! Pure: text in, one report per case out.

mod rules;

use serde_json::Value as Json;

use crate::budget::cases::{run_budget, run_worked};

/// What one case gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseReport {
    pub file: String,
    pub case: String,
    pub passed: bool,
    pub expected: String,
    pub got: String,
}

impl CaseReport {
    /// A report of a case or a whole file that could not be read.
    pub fn unreadable(file: &str, case: &str, problem: &str) -> Self {
        Self {
            file: file.to_owned(),
            case: case.to_owned(),
            passed: false,
            expected: "een leesbaar geval".to_owned(),
            got: problem.to_owned(),
        }
    }
}

/// Runs every case of one file: an object with `"kind": "rule"` or `"kind": "budget"`, or an
/// array of worked examples. A file that cannot be read is one failed case, never an empty list.
pub fn run_file(name: &str, text: &str) -> Vec<CaseReport> {
    let file: Json = match serde_json::from_str(text) {
        Ok(file) => file,
        Err(error) => return vec![CaseReport::unreadable(name, "", &error.to_string())],
    };
    let reports = match (&file, file.get("kind").and_then(Json::as_str)) {
        (Json::Array(examples), _) => run_worked(name, examples),
        (_, Some("rule")) => rules::run(name, file),
        (_, Some("budget")) => run_budget(name, &file),
        (_, kind) => {
            let problem = format!("onbekend soort bestand: {}", kind.unwrap_or("geen \"kind\""));
            vec![CaseReport::unreadable(name, "", &problem)]
        }
    };
    if reports.is_empty() {
        return vec![CaseReport::unreadable(name, "", "er staat geen geval in")];
    }
    reports
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> CaseReport {
        let mut reports = run_file("eigen.json", text);
        assert_eq!(reports.len(), 1);
        reports.remove(0)
    }

    fn reserve(expect: &str) -> CaseReport {
        one(&format!(
            r#"{{"kind":"rule","rule":"RES-02","source":"S","on":"2026-01-01","cases":[
              {{"name":"10 miljoen","facts":{{"baten":10000000}},"expect":{expect}}}]}}"#
        ))
    }

    #[test]
    fn a_case_passes_only_when_outcome_and_value_are_right() {
        assert!(reserve(r#"{"outcome":"voldoet","value":350000}"#).passed);
        let wrong = reserve(r#"{"outcome":"voldoet","value":"350000.01"}"#);
        assert!(!wrong.passed);
        assert_eq!((&*wrong.expected, &*wrong.got), ("voldoet, 350000.01", "voldoet, 350000"));
        assert!(!reserve(r#"{"outcome":"voldoet_niet"}"#).passed);
        assert!(!reserve(r#"{"outcome":"voldoet","signal":true}"#).passed);
    }

    #[test]
    fn a_spelling_mistake_in_a_case_is_a_failed_case() {
        assert!(!reserve(r#"{"outcome":"voldoet","valeu":350000}"#).passed);
        assert!(!one(r#"{"kind":"regel"}"#).passed);
        assert!(!one("geen json").passed);
        assert!(!one(r#"{"kind":"rule","rule":"RES-99","source":"S","cases":[]}"#).passed);
    }

    #[test]
    fn a_file_without_cases_does_not_count_as_passed() {
        assert!(!one(r#"{"kind":"rule","rule":"RES-02","source":"S","cases":[]}"#).passed);
    }

    #[test]
    fn an_expectation_without_a_source_is_refused() {
        let report = one(r#"{"kind":"rule","rule":"RES-02","on":"2026-01-01","cases":[
              {"name":"x","expect":{"outcome":"onbekend"}}]}"#);
        assert!(report.got.contains("bron"));
    }
}
