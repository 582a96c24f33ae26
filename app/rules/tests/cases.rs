//! Runs every file of `tests/cases` at the root, and holds the registry against the cases.

#![allow(clippy::unwrap_used)] // ok: a test may stop

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rules::cases::run_file;
use rules::rule::{Kind, registry, rule};
use serde_json::Value as Json;

fn files() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut found = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "json") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_case_gives_what_its_source_says() {
    let mut problems = Vec::new();
    let mut count = 0;
    for (path, text) in files() {
        let name = path.file_name().unwrap().to_string_lossy();
        for report in run_file(&name, &text) {
            count += 1;
            if !report.passed {
                problems.push(format!(
                    "{} | {}\n  verwacht {}\n  gekregen {}",
                    report.file, report.case, report.expected, report.got
                ));
            }
        }
    }
    assert!(problems.is_empty(), "{} van {count}:\n{}", problems.len(), problems.join("\n"));
}

/// Expected outcomes per rule, from the case files.
fn outcomes() -> BTreeMap<String, BTreeSet<String>> {
    let mut outcomes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (_, text) in files() {
        let file: Json = serde_json::from_str(&text).unwrap();
        let (Some(id), Some(cases)) = (file["rule"].as_str(), file["cases"].as_array()) else {
            continue;
        };
        let seen = cases.iter().filter_map(|case| case["expect"]["outcome"].as_str());
        outcomes.entry(id.to_owned()).or_default().extend(seen.map(str::to_owned));
    }
    outcomes
}

#[test]
fn every_rule_has_cases_with_at_least_two_outcomes() {
    let outcomes = outcomes();
    for rule in registry() {
        let seen = outcomes.get(rule.id).map_or(0, BTreeSet::len);
        assert!(seen >= 2, "{} has {seen} outcome(s) in its cases", rule.id);
    }
}

#[test]
fn every_rule_that_asks_something_has_a_case_with_something_missing() {
    let outcomes = outcomes();
    for rule in registry().iter().filter(|rule| !rule.fields.is_empty()) {
        let seen = outcomes.get(rule.id).is_some_and(|seen| seen.contains("onbekend"));
        assert!(seen, "{} has no case with a missing input", rule.id);
    }
}

#[test]
fn every_case_file_is_about_a_rule_that_exists() {
    for id in outcomes().keys() {
        assert!(rule(id).is_some(), "{id}");
    }
}

#[test]
fn every_rule_has_both_languages_a_source_and_the_day_it_was_checked() {
    let filled = |text: rules::text::Text| !text.nl.trim().is_empty() && !text.en.trim().is_empty();
    let checked = rules::calendar::day(2026, 11, 22);
    for rule in registry() {
        assert!(filled(rule.title), "{}", rule.id);
        assert!(!rule.sources.is_empty(), "{} has no source", rule.id);
        for source in rule.sources {
            assert!(filled(source.says), "{}", rule.id);
            assert!(!source.document.is_empty() && !source.place.is_empty(), "{}", rule.id);
        }
        assert!(rule.fields.iter().all(|field| filled(field.label)), "{}", rule.id);
        assert!(rule.checked >= checked, "{}", rule.id);
        assert!(
            rule.fields.is_empty()
                == (rule.kind == Kind::Feit && rule.id != "L-37" || rule.id == "FIN-17"),
            "{}",
            rule.id
        );
    }
}

#[test]
fn ids_are_unique_and_so_are_the_field_names_of_a_rule() {
    let ids: BTreeSet<_> = registry().iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), registry().len());
    for rule in registry() {
        let names: BTreeSet<_> = rule.fields.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), rule.fields.len(), "{}", rule.id);
    }
}

/// A rule's ids as the issue lists them.
#[test]
fn the_registry_holds_every_rule_of_the_foundation_and_of_the_meetings() {
    let range = |prefix: &str, from: u32, to: u32| -> Vec<String> {
        (from..=to).map(|number| format!("{prefix}-{number:02}")).collect()
    };
    let mut expected = range("FIN", 1, 19);
    expected.extend(range("RES", 1, 7));
    expected.extend(range("WGB", 1, 18));
    expected.extend(range("NWG", 1, 6));
    expected.extend(range("NIV", 5, 8));
    expected
        .extend(["BAS-06", "TLV-09", "GEM-01", "KWA-09", "KWA-10", "KWA-12"].map(str::to_owned));
    expected.extend(["L-29", "L-30", "L-36", "L-37"].map(str::to_owned));
    for id in expected {
        assert!(rule(&id).is_some(), "{id}");
    }
}

#[test]
fn the_registry_holds_every_rule_of_the_school_the_children_and_the_parents() {
    let topics = [
        ("NIV", 1, 9),
        ("BAS", 1, 12),
        ("SOP", 1, 9),
        ("TOP", 1, 3),
        ("TOP", 8, 13),
        ("PRV", 1, 3),
        ("INC", 1, 4),
        ("TYD", 1, 5),
        ("BTV", 1, 5),
        ("OZA", 1, 7),
        ("STM", 1, 4),
        ("OSP", 1, 3),
        ("ROL", 6, 6),
        ("TLV", 11, 12),
        ("L", 11, 15),
        ("L", 28, 28),
    ];
    for (topic, from, to) in topics {
        for number in from..=to {
            assert!(rule(&format!("{topic}-{number:02}")).is_some(), "{topic}-{number:02}");
        }
    }
}
