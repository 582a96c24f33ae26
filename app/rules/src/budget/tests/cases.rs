//! The case files of the simulator, and cases that must not pass.

use crate::cases::{CaseReport, run_file};

const FILES: [(&str, &str); 5] = [
    ("worked.json", include_str!("../../../../../tests/cases/budget/worked.json")),
    ("ppo-nk", include_str!("../../../../../tests/cases/budget/ppo-nk-2017-2021.json")),
    ("vo-mk", include_str!("../../../../../tests/cases/budget/vo-mk-2021.json")),
    ("2024", include_str!("../../../../../tests/cases/budget/kalenderjaar-2024.json")),
    ("2015", include_str!("../../../../../tests/cases/budget/schooljaar-2015-2016.json")),
];

#[test]
fn every_case_of_the_budget_holds() {
    for (name, text) in FILES {
        let reports = run_file(name, text);
        let failed: Vec<&CaseReport> = reports.iter().filter(|report| !report.passed).collect();
        assert!(failed.is_empty() && !reports.is_empty(), "{name}: {failed:#?}");
    }
}

fn example(input: &str, expected: &str) -> CaseReport {
    let text = format!(
        r#"[{{"id":"x","input":{input},"expected":{expected},"tolerance":0,"source":"S"}}]"#
    );
    run_file("eigen", &text).remove(0)
}

#[test]
fn an_example_of_an_unknown_shape_or_with_a_wrong_figure_fails() {
    assert!(example(r#"{"maan":1,"kaas":2}"#, r#"{"prijs":3}"#).got.contains("onbekend soort"));
    assert!(!example(r#"{"fte":0.00237,"gpl":66081.14}"#, r#"{"bedrag":156.62}"#).passed);
    assert!(example(r#"{"fte":0.00237,"gpl":66081.14}"#, r#"{"bedrag":156.61}"#).passed);
    assert!(!example(r#"{"jaarbedrag":12}"#, r#"{"jan_jul":7,"feest":5}"#).passed);
    assert!(!example(r#"{"jaarbedrag":12}"#, "{}").passed);
}

#[test]
fn an_example_without_a_source_fails() {
    let text = r#"[{"id":"x","input":{"jaarbedrag":12},"expected":{"aug_dec":5,"jan_jul":7}}]"#;
    assert!(!run_file("eigen", text).remove(0).passed);
}

#[test]
fn a_printed_total_that_does_not_close_is_shown_with_its_difference() {
    let report = example(r#"{"a":5840.66,"b":1273.07}"#, r#"{"som":7113.73,"gepubliceerd":7100}"#);
    assert!(report.passed && report.got.contains("verschil 13.73"), "{report:?}");
}

fn own(extra: &str, case: &str) -> Vec<CaseReport> {
    let text = format!(
        r#"{{"kind":"budget","source":"Beschikking","first_year":2024{extra},"cases":[{case}]}}"#
    );
    run_file("eigen", &text)
}

#[test]
fn a_misspelled_input_lever_or_cell_is_a_failed_case() {
    let fine = r#"{"name":"n","expect":{"baten.licht/2024":null}}"#;
    assert!(own("", fine)[0].passed);
    assert!(!own(r#","inputs":{"leerlingen.boo/2023":1}"#, fine)[0].passed);
    assert!(!own(r#","tarrifs":{}"#, fine)[0].passed);
    for case in [
        r#"{"name":"n","expect":{"baten.ligt/2024":null}}"#,
        r#"{"name":"n","levers":{"so.terg.1":1},"expect":{"baten/2024":null}}"#,
        r#"{"name":"n","levers":{"krimp":0.5},"expect":{"baten/2024":null}}"#,
        r#"{"name":"n","expect":{}}"#,
        r#"{"name":"n"}"#,
    ] {
        assert!(!own("", case)[0].passed, "{case}");
    }
}

#[test]
fn an_unknown_amount_says_what_is_missing() {
    let report = own("", r#"{"name":"n","expect":{"baten.licht/2024":100}}"#).remove(0);
    assert!(!report.passed);
    assert!(report.got.contains("Lichte ondersteuning per leerling 2024"), "{}", report.got);
}
