//! Facts about what a form understands.

use super::*;
use crate::calendar::day;
use crate::money::Money;
use crate::rule::{Context, Fact, Verdict, explain, registry, rule};

const AMOUNT: Field = Field::money("bedrag", t("Bedrag", "Amount"));
const AMOUNTS: Field = Field::amounts("bedragen", t("Bedragen", "Amounts"));
const DATES: Field = Field::dates("dagen", t("Dagen", "Days"));
const YES_NO: Field = Field::yes_no("klaar", t("Klaar?", "Ready?"));
const RATE: Field = Field::rate("deel", t("Deel", "Share"));
const PUPILS: Field =
    Field::count("leerlingen", t("Leerlingen", "Pupils"), t("leerlingen", "pupils"));

fn nl(field: &Field, typed: &str) -> Result<Option<Value>, Trouble> {
    read(field, typed, Lang::Nl)
}

/// Rules whose amounts are still missing: no situation gives more than *onbekend*.
const WITHOUT: [&str; 3] = ["FIN-07", "FIN-15", "FIN-17"];

#[test]
fn every_rule_that_asks_something_has_an_example_with_an_outcome_in_both_languages() {
    use crate::rule::examples::{Example, example};
    for rule in registry().iter().filter(|rule| !rule.fields.is_empty()) {
        let Some(Example { day, region, typed }) = example(rule) else {
            assert!(WITHOUT.contains(&rule.id), "{} has no example", rule.id);
            continue;
        };
        let layer = crate::region::region(region).map(|region| region.rows).unwrap_or_default();
        let known = crate::parameter::Parameters::national().unwrap().with_layer(layer);
        let region = Some(region).filter(|slug| !slug.is_empty());
        let context = Context::new(day, region, &known);
        let verdicts = [Lang::Nl, Lang::En].map(|lang| {
            let filled = fill(rule, &typed, lang);
            assert!(filled.troubles.is_empty(), "{}: {:?}", rule.id, filled.troubles);
            explain(rule, &filled.sheet.facts(), &context).verdict
        });
        assert_eq!(verdicts[0], verdicts[1], "{}", rule.id);
        let empty = [Verdict::Onbekend, Verdict::NietVanToepassing];
        assert!(!empty.contains(&verdicts[0]), "{}: {:?}", rule.id, verdicts[0]);
    }
}

#[test]
fn an_empty_field_is_not_filled_in_and_no_problem() {
    for field in [AMOUNT, AMOUNTS, DATES, YES_NO, RATE, PUPILS] {
        assert_eq!(nl(&field, ""), Ok(None));
        assert_eq!(nl(&field, " \n "), Ok(None));
    }
}

#[test]
fn amounts_are_read_as_the_dutch_write_them_and_with_a_point() {
    let expected = Ok(Some(Value::Money(Money::cents(125_050))));
    assert_eq!(nl(&AMOUNT, "1.250,50"), expected);
    assert_eq!(nl(&AMOUNT, "€ 1250.5"), expected);
}

#[test]
fn a_percentage_is_a_share() {
    assert_eq!(nl(&RATE, "3,5%"), Ok(Some(Value::Rate(Decimal::new(35, 3)))));
}

#[test]
fn yes_no_and_do_not_know_are_three_different_answers() {
    assert_eq!(nl(&YES_NO, YES), Ok(Some(Value::YesNo(true))));
    assert_eq!(nl(&YES_NO, NO), Ok(Some(Value::YesNo(false))));
    assert_eq!(nl(&YES_NO, ""), Ok(None));
}

#[test]
fn a_list_is_one_per_line_and_a_problem_names_its_line() {
    assert_eq!(
        nl(&AMOUNTS, "100,01\n\n200\n"),
        Ok(Some(Value::List(vec![
            Value::Money(Money::cents(10_001)),
            Value::Money(Money::euros(200)),
        ])))
    );
    let trouble = nl(&DATES, "1-2-2026\n31-2-2026").unwrap_err();
    assert_eq!(trouble.line, Some(2));
    assert_eq!(trouble.text, Problem::NotADate.text());
}

#[test]
fn what_is_too_large_for_any_budget_is_said_and_not_calculated_with() {
    let too_large = Err(whole(Problem::TooLarge.text()));
    assert_eq!(nl(&AMOUNT, "10000000000001"), too_large);
    assert_eq!(nl(&PUPILS, "1000000000001"), too_large);
    assert_eq!(nl(&RATE, "10001%"), too_large);
}

#[test]
fn a_bad_field_is_missing_for_the_rule_and_leaves_the_other_fields_alone() {
    let res_01 = rule("RES-01").unwrap();
    let filled = fill(res_01, &["tien".to_owned(), "300.000".to_owned()], Lang::Nl);
    assert_eq!(filled.troubles, [(0, whole(Problem::NotANumber.text()))]);
    assert_eq!(filled.sheet.facts(), [Fact::Missing, Fact::Money(Money::euros(300_000))]);
}

#[test]
fn a_form_gives_the_answer_that_the_same_facts_give() {
    let parameters = crate::parameter::Parameters::national().unwrap();
    let context = Context::new(day(2026, 6, 1), Some("ppo-nk"), &parameters);
    let res_01 = rule("RES-01").unwrap();
    let filled = fill(res_01, &["10.000.000".into(), "350.000,01".into()], Lang::Nl);
    let answer = explain(res_01, &filled.sheet.facts(), &context);
    assert_eq!(answer.verdict, Verdict::MensBeslist);
    assert!(answer.signal);
    let tips =
        answer.explanation.all(|because| matches!(because, crate::explain::Because::WouldChange));
    assert_eq!(tips.len(), 1);
    assert_eq!(tips[0].value, Some(Value::Money(Money::euros(350_000))));
}

#[test]
fn every_choice_of_every_rule_can_be_picked() {
    for rule in registry() {
        for field in rule.fields {
            if let FieldKind::Choice(choices) = field.kind {
                for choice in choices {
                    let mut sheet = Sheet::new(rule);
                    let value = nl(field, choice.name).unwrap();
                    assert!(sheet.set(field.name, value).is_ok(), "{} {}", rule.id, choice.name);
                }
            }
        }
    }
}

#[test]
fn what_was_understood_is_told_back() {
    assert_eq!(understood(&AMOUNT, "1250", Lang::Nl).as_deref(), Some("€\u{a0}1.250,00"));
    assert_eq!(understood(&PUPILS, "1.250", Lang::Nl).as_deref(), Some("1.250 leerlingen"));
    assert_eq!(
        understood(&AMOUNTS, "1\n2", Lang::Nl).as_deref(),
        Some("2 regels, samen €\u{a0}3,00")
    );
    assert_eq!(understood(&AMOUNT, "tien", Lang::Nl), None);
}

#[test]
fn a_parameter_is_written_as_a_percentage_or_an_amount() {
    let said = |number: &str, unit| amount(number.parse().unwrap(), unit, Lang::Nl);
    assert_eq!(said("0.035", "deel van de jaaromzet"), ("3,5%".into(), "van de jaaromzet".into()));
    assert_eq!(said("400000", "euro"), ("€\u{a0}400.000,00".into(), String::new()));
    assert_eq!(
        said("0.00237", "fte per leerling bo"),
        ("0,00237".into(), "fte per leerling bo".into())
    );
}
