//! English is complete: every sentence that comes out of data or out of a proposal stands in both languages, and so does
//! the unit behind every number. A name of a document or of a place stays as it is.
#![allow(clippy::unwrap_used)] // ok: a test may stop

use std::path::Path;

use rules::budget::present::guess;
use rules::budget::{Origin, Sector, Settings, baseline};
use rules::explain::{Because, Explanation};
use rules::parameter::{Parameters, Row, unit_words};
use rules::region::regions;
use rules::rule::{Context, Sheet, explain, rule};
use rules::source::Source;
use rules::value::Value;
use serde_json::Value as Json;

/// What is said in Dutch only, by where it stands.
#[derive(Default)]
struct Dutch(Vec<String>);

impl Dutch {
    fn pair(&mut self, place: &str, nl: &str, en: &str) {
        if nl.is_empty() != en.is_empty() {
            self.0.push(format!("{place}: {nl} | {en}"));
        }
    }

    fn source(&mut self, place: &str, source: &Source) {
        let of = |text: &Option<String>| text.clone().unwrap_or_default();
        self.pair(place, &of(&source.says), &of(&source.says_en));
    }

    fn row(&mut self, row: &Row) {
        self.source(&row.key, &row.source);
        self.pair(&row.key, &row.note, &row.note_en);
        self.unit(&row.key, &row.unit);
    }

    fn unit(&mut self, place: &str, unit: &str) {
        if unit_words(unit).is_none() {
            self.0.push(format!("{place}: unit {unit}"));
        }
    }

    /// How many values were words.
    fn tree(&mut self, place: &str, tree: &Explanation) -> usize {
        self.pair(place, tree.label.text.nl, tree.label.text.en);
        match &tree.because {
            Because::Published(source) | Because::Assumed(source) => self.source(place, source),
            Because::Parameter { source, .. } | Because::Rule { source, .. } => {
                self.source(place, source);
            }
            _ => {}
        }
        // What somebody filled in stays as it is; what the rule answers in words is a pair.
        if let (Some(Value::Text(text)), false) = (&tree.value, tree.because == Because::Entered) {
            self.0.push(format!("{place}: {text}"));
        }
        let words = usize::from(matches!(tree.value, Some(Value::Words(_))));
        words + tree.parts.iter().map(|part| self.tree(place, part)).sum::<usize>()
    }

    fn none(self) {
        assert!(self.0.is_empty(), "in one language only:\n{}", self.0.join("\n"));
    }
}

#[test]
fn every_row_that_ships_has_its_note_its_source_and_its_unit_in_both_languages() {
    let mut dutch = Dutch::default();
    Parameters::national().unwrap().rows().iter().for_each(|row| dutch.row(row));
    for gap in Parameters::national().unwrap().gaps() {
        dutch.unit(&gap.key, &gap.unit);
    }
    for region in regions().unwrap() {
        region.rows.iter().for_each(|row| dutch.row(row));
    }
    dutch.none();
}

#[test]
fn everything_that_a_first_calculation_leans_on_is_said_in_both_languages() {
    let mut dutch = Dutch::default();
    let index = "0.03".parse().unwrap();
    let national = Parameters::national().unwrap();
    for region in regions().unwrap() {
        for sector in [Sector::Po, Sector::Vo] {
            let base = baseline::of_sector(&region, sector, 2027);
            let made = guess(&base, Some(&region), &national, &Settings::default(), index);
            assert!(!made.rows.is_empty());
            made.rows.iter().for_each(|one| dutch.row(&one.row));
            let published = base.inputs.values();
            for input in published.chain(made.inputs.iter().map(|one| &one.input)) {
                if let Origin::Published(source) | Origin::Assumed(source) = &input.origin {
                    dutch.source(&region.slug, source);
                }
            }
        }
    }
    dutch.none();
}

#[test]
fn every_rule_explains_itself_in_both_languages() {
    let mut dutch = Dutch::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases/rules");
    let mut worded = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let json: Json = serde_json::from_str(&text).unwrap();
        let rule = rule(json["rule"].as_str().unwrap()).unwrap();
        for case in json["cases"].as_array().unwrap() {
            let of = |name: &str| case.get(name).or(json.get(name)).and_then(Json::as_str);
            let slug = of("region").filter(|slug| !slug.is_empty());
            let region = regions().unwrap().into_iter().find(|one| Some(one.slug.as_str()) == slug);
            let rows = region.map(|region| region.rows).unwrap_or_default();
            let known = Parameters::national().unwrap().with_layer(rows);
            let sheet = Sheet::parse(rule, case["facts"].as_object().unwrap()).unwrap();
            let context = Context::new(of("on").unwrap().parse().unwrap(), slug, &known);
            let answer = explain(rule, &sheet.facts(), &context);
            dutch.pair(rule.id, answer.sentence.nl, answer.sentence.en);
            worded += dutch.tree(rule.id, &answer.explanation);
        }
    }
    assert!(worded > 20, "only {worded} values in words");
    dutch.none();
}
