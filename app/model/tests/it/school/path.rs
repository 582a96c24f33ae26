//! From what a child needs to a next step.

use model::wegwijzer::{Idea, Level, Path, Question, Said, path};
use proptest::prelude::*;
use rules::rule::{Choice, FieldKind, Verdict};
use rules::value::Value;

use super::support::asked;

fn walk(said: &Said) -> Path {
    asked("2026-06-01", |context| path(said, context))
}

/// Answers whatever is asked until nothing is asked any more. `pick` answers one question.
fn to_the_end(said: &mut Said, mut pick: impl FnMut(Question, FieldKind) -> Value) -> Path {
    for _ in 0..60 {
        let path = walk(said);
        let Some(question) = path.question else { return path };
        said.say(question, Some(pick(question, question.shown().unwrap().kind)));
    }
    let path = walk(said);
    assert!(path.question.is_none(), "a question keeps coming back: {:?}", path.question);
    path
}

fn first_of(choices: &[Choice], at: usize) -> Value {
    Value::Text(choices[at % choices.len()].name.to_owned())
}

/// Yes, one, the first choice; except for these.
fn usual<'a>(
    but: &'a [(&'a str, &'a str, Value)],
) -> impl FnMut(Question, FieldKind) -> Value + 'a {
    move |question, kind| {
        let own =
            but.iter().find(|(rule, field, _)| (*rule, *field) == (question.rule, question.field));
        match (own, kind) {
            (Some((_, _, value)), _) => value.clone(),
            (None, FieldKind::YesNo) => Value::YesNo(true),
            (None, FieldKind::Choice(choices)) => first_of(choices, 0),
            (None, _) => Value::Count(1),
        }
    }
}

fn words(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn rules_of(path: &Path) -> Vec<&str> {
    path.stations.iter().map(|station| station.answer.rule).collect()
}

#[test]
fn the_path_begins_with_a_question_and_with_somebody_to_call() {
    let path = walk(&Said::default());
    assert_eq!(path.question, Some(Question { rule: "ROL-06", field: "vraag" }));
    assert!(path.stations.is_empty() && path.level.is_none());
    assert!(path.steps[0].1.nl.starts_with("Bel de consulent"));
}

#[test]
fn light_support_is_the_school_and_ends_there() {
    let but = [("NIV-01", "steun", words("licht"))];
    let path = to_the_end(&mut Said::default(), usual(&but));
    assert_eq!(path.level, Some(Level::School));
    assert_eq!(rules_of(&path), ["ROL-06", "BAS-03", "NIV-01"]);
    assert_eq!(path.steps.len(), 1);
}

#[test]
fn extra_support_for_one_school_takes_route_1() {
    let but = [("NIV-01", "steun", words("extra")), ("NIV-05", "vernieuwing", Value::YesNo(false))];
    let path = to_the_end(&mut Said::default(), usual(&but));
    assert_eq!(path.level, Some(Level::Extra));
    assert_eq!(
        rules_of(&path),
        ["ROL-06", "BAS-03", "NIV-01", "NIV-02", "NIV-05", "NIV-09", "NIV-08"]
    );
    let route = path.stations.iter().find(|one| one.answer.rule == "NIV-05").unwrap();
    assert_eq!(route.answer.verdict, Verdict::Voldoet);
    assert!(path.steps.last().unwrap().1.nl.contains("TOP dossier"));
}

#[test]
fn several_schools_take_route_2_and_are_not_asked_twice() {
    let but = [
        ("NIV-01", "steun", words("extra")),
        ("NIV-05", "vernieuwing", Value::YesNo(false)),
        ("NIV-05", "scholen", Value::Count(3)),
    ];
    let mut asked = Vec::new();
    let mut usual = usual(&but);
    let path = to_the_end(&mut Said::default(), |question, kind| {
        asked.push(question);
        usual(question, kind)
    });
    let route = path.stations.iter().find(|one| one.answer.rule == "NIV-06").unwrap();
    assert_eq!(route.answer.verdict, Verdict::Voldoet);
    assert_eq!(asked.iter().filter(|one| one.field == "scholen").count(), 1);
}

#[test]
fn a_child_that_is_not_safe_leads_to_a_talk_now_and_not_to_another_school() {
    let but = [
        ("BAS-03", "veilig", Value::YesNo(false)),
        ("NIV-01", "steun", words("extra")),
        ("NIV-05", "vernieuwing", Value::YesNo(false)),
    ];
    let path = to_the_end(&mut Said::default(), usual(&but));
    assert_eq!(path.level, Some(Level::Extra));
    assert_eq!(path.steps[0].0, Some("BAS-03"));
}

#[test]
fn hearing_leads_to_the_provider_who_knows_about_it() {
    let but = [("ROL-06", "vraag", words("cluster_2")), ("NIV-01", "steun", words("licht"))];
    let path = to_the_end(&mut Said::default(), usual(&but));
    assert_eq!(path.steps[0].0, Some("ROL-06"));
    assert_eq!(path.level, Some(Level::School));
}

#[test]
fn who_thinks_of_more_is_asked_about_it() {
    let but = [
        ("NIV-01", "plek", words("speciaal")),
        ("TYD-03", "eigen_school", Value::YesNo(false)),
        ("OZA-07", "hindert", Value::YesNo(false)),
    ];
    let mut said = Said::default();
    said.ideas.extend([Idea::Inclusieondersteuner, Idea::Tijdelijk, Idea::Zorg]);
    let path = to_the_end(&mut said, usual(&but));
    let rules = rules_of(&path);
    for id in ["INC-03", "INC-04", "INC-01", "TYD-03", "TYD-02", "OZA-01", "OZA-07"] {
        assert!(rules.contains(&id), "{id}");
    }
    assert!(!rules.iter().any(|id| id.starts_with("BTV")), "that is of another region");
    assert_eq!(path.level, Some(Level::Special));
}

#[test]
fn a_region_without_these_agreements_is_told_whom_to_call() {
    let parameters = rules::parameter::Parameters::national().unwrap();
    let on = super::support::day("2026-06-01");
    let context = rules::rule::Context::new(on, Some("west-friesland"), &parameters);
    let path = path(&Said::default(), &context);
    assert!(path.question.is_none() && path.stations.is_empty());
    assert_eq!(path.steps.len(), 1);
}

#[test]
fn a_secondary_school_is_asked_about_its_own_place_to_observe() {
    let region = rules::region::region("vo-midden-kennemerland").unwrap();
    let parameters = rules::parameter::Parameters::national().unwrap().with_layer(region.rows);
    let on = super::support::day("2025-03-01");
    let context = rules::rule::Context::new(on, Some("vo-midden-kennemerland"), &parameters);
    let mut said = Said::default();
    said.ideas.insert(Idea::Tijdelijk);
    let mut answer = usual(&[]);
    while let Some(question) = path(&said, &context).question {
        assert!(question.rule.starts_with("BTV"), "{question:?}");
        said.say(question, Some(answer(question, question.shown().unwrap().kind)));
    }
    let path = path(&said, &context);
    assert_eq!(rules_of(&path), ["BTV-05", "BTV-04", "BTV-02", "BTV-03"]);
    // It still works in the own class: first help there.
    assert_eq!(path.steps[0].0, Some("BTV-02"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_path_ends_in_a_refusal_and_every_path_ends_in_a_step(
        turns in prop::collection::vec(0_usize..5, 60), ideas in prop::collection::btree_set(prop::sample::select(Idea::ALL), 0..4),
    ) {
        let mut turns = turns.into_iter();
        let mut said = Said::default();
        said.ideas = ideas;
        let path = to_the_end(&mut said, |_, kind| {
            let turn = turns.next().unwrap_or_default();
            match kind {
                FieldKind::YesNo => Value::YesNo(turn % 2 == 0),
                FieldKind::Choice(choices) => first_of(choices, turn),
                _ => Value::Count(i64::try_from(turn).unwrap()),
            }
        });
        for station in &path.stations {
            prop_assert!(station.answer.verdict != Verdict::VoldoetNiet, "{}", station.answer.rule);
            prop_assert!(!station.answer.explanation.parts.is_empty());
        }
        prop_assert!(!path.steps.is_empty() && path.level.is_some());
    }
}

#[test]
fn what_holds_once_something_was_chosen_stands_with_it() {
    let mut said = Said::default();
    assert!(walk(&said).afterwards.is_empty());
    said.ideas.extend(Idea::ALL.iter().copied());
    let all = walk(&said).afterwards;
    let expected = ["INC-02", "TYD-01", "TYD-04", "TYD-05", "BTV-01", "OZA-02", "OZA-03", "OZA-04"];
    assert!(expected.iter().all(|id| all.contains(id)), "{all:?}");
    assert!(all.iter().all(|id| rules::rule::rule(id).is_some()));
    let path = to_the_end(&mut Said::default(), usual(&[]));
    assert_eq!(path.afterwards.contains(&"NIV-03"), path.level != Some(Level::School));
}
