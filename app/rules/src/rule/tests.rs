//! What holds for every rule, whatever the facts.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::Datelike;
use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::calendar::day;
use crate::explain::{Because, Explanation};
use crate::money::Money;
use crate::region::regions;

/// The parameters of a region; read once, since thousands of situations use them.
fn parameters(slug: &str) -> &'static Parameters {
    static READ: OnceLock<BTreeMap<String, Parameters>> = OnceLock::new();
    let read = || {
        let national = Parameters::national().unwrap();
        let layered =
            |region: crate::region::Region| (region.slug, national.with_layer(region.rows));
        regions().unwrap().into_iter().map(layered).collect()
    };
    &READ.get_or_init(read)[slug]
}

fn sheet(rule: &Rule, facts: serde_json::Value) -> Sheet {
    Sheet::parse(rule, facts.as_object().unwrap()).unwrap()
}

fn answer(id: &str, facts: serde_json::Value, on: NaiveDate, region: &str) -> Answer {
    let rule = rule(id).unwrap();
    let parameters = parameters(region);
    let context = Context::new(on, Some(region), parameters);
    explain(rule, &sheet(rule, facts).facts(), &context)
}

fn ppo_nk(id: &str, facts: serde_json::Value) -> Answer {
    answer(id, facts, day(2026, 6, 1), "ppo-nk")
}

static COUNTS: [i64; 4] = [2026, 2027, -3, 40];
static AMOUNTS: [Money; 3] = [Money::euros(5), Money::ZERO, Money::cents(-7)];
static DATES: [NaiveDate; 3] = [day(2026, 2, 1), day(2024, 2, 29), day(1999, 12, 31)];

/// Facts that fit a kind of field, possible and impossible ones, or nothing.
fn fitting(kind: FieldKind) -> BoxedStrategy<Fact<'static>> {
    let fact = match kind {
        FieldKind::YesNo => any::<bool>().prop_map(Fact::YesNo).boxed(),
        FieldKind::Count(_) => {
            prop_oneof![2_015_i64..2_035, -5_i64..60_000].prop_map(Fact::Count).boxed()
        }
        FieldKind::Money => {
            any::<i32>().prop_map(|cents| Fact::Money(Money::cents(i64::from(cents)))).boxed()
        }
        FieldKind::Rate => (-30_000_i64..30_000)
            .prop_map(|rate| Fact::Rate(rust_decimal::Decimal::new(rate, 4)))
            .boxed(),
        FieldKind::Date => (1_990_i32..2_060, 1_u32..13, 1_u32..29)
            .prop_map(|(year, month, of_month)| Fact::Date(day(year, month, of_month)))
            .boxed(),
        FieldKind::Text => Just(Fact::Text("iets")).boxed(),
        FieldKind::Choice(_) => (0_u8..5).prop_map(Fact::Choice).boxed(),
        FieldKind::Counts(_) => (0_usize..5).prop_map(|n| Fact::Counts(&COUNTS[..n])).boxed(),
        FieldKind::Amounts => (0_usize..4).prop_map(|n| Fact::Amounts(&AMOUNTS[..n])).boxed(),
        FieldKind::Dates => (0_usize..4).prop_map(|n| Fact::Dates(&DATES[..n])).boxed(),
    };
    prop_oneof![1 => Just(Fact::Missing), 6 => fact].boxed()
}

/// Facts of any kind, so also of the wrong one.
fn any_fact() -> BoxedStrategy<Fact<'static>> {
    let kinds = [FieldKind::YesNo, FieldKind::Money, FieldKind::Date, FieldKind::Amounts];
    (0..kinds.len()).prop_flat_map(move |at| fitting(kinds[at])).boxed()
}

fn situation() -> impl Strategy<Value = (&'static Rule, Vec<Fact<'static>>, NaiveDate)> {
    (0..registry().len(), prop::bool::weighted(0.8), 2014_i32..2030, 1_u32..13).prop_flat_map(
        |(at, fits, year, month)| {
            let rule = &registry()[at];
            let facts: Vec<_> = rule
                .fields
                .iter()
                .map(|field| if fits { fitting(field.kind) } else { any_fact() })
                .collect();
            facts.prop_map(move |facts| (rule, facts, day(year, month, 1)))
        },
    )
}

/// The rules whose answer is about what one child gets, with facts that fit them.
fn about_a_child() -> impl Strategy<Value = (&'static Rule, Vec<Fact<'static>>, NaiveDate)> {
    let rules: Vec<_> = registry().iter().filter(|rule| rule.about_a_child).collect();
    (prop::sample::select(rules), 1_u32..13).prop_flat_map(|(rule, month)| {
        let facts: Vec<_> = rule.fields.iter().map(|field| fitting(field.kind)).collect();
        facts.prop_map(move |facts| (rule, facts, day(2024, month, 1)))
    })
}

fn leaves<'a>(tree: &'a Explanation, found: &mut Vec<&'a Explanation>) {
    found.push(tree);
    tree.parts.iter().for_each(|part| leaves(part, found));
}

proptest! {
    #[test]
    fn money_never_refuses_what_is_necessary(
        budget in any::<i32>(), costs in 0_i32.., known in any::<bool>(), year in 2022_i32..2026
    ) {
        let rule = rule("NIV-08").unwrap();
        let parameters = parameters("ppo-nk");
        let context = Context::new(day(year, 9, 1), Some("ppo-nk"), parameters);
        let money = |cents: i32| Fact::Money(Money::cents(i64::from(cents)));
        let budget = if known { money(budget) } else { Fact::Missing };
        let facts = [Fact::YesNo(true), budget, money(costs)];
        let outcome = evaluate(rule, &facts, &context, &mut Trace::default());
        prop_assert!(matches!(outcome.verdict, Verdict::Voldoet | Verdict::MensBeslist));
    }

    #[test]
    fn a_situation_takes_at_most_one_route_and_exactly_one_when_nothing_stands_in_the_way(
        innovation in any::<bool>(), found in any::<bool>(), schools in 1_i64..5, beyond in any::<bool>(),
        same_need in any::<bool>(), same_area in any::<bool>(),
    ) {
        let parameters = parameters("ppo-nk");
        let context = Context::new(day(2026, 6, 1), Some("ppo-nk"), parameters);
        let yes = Fact::YesNo;
        let (innovative, schools) = (yes(innovation), Fact::Count(schools));
        let taken = |id: &str, facts: &[Fact<'_>]| {
            let verdict = evaluate(rule(id).unwrap(), facts, &context, &mut Trace::default()).verdict;
            usize::from(verdict == Verdict::Voldoet)
        };
        let routes = taken("NIV-05", &[innovative, schools, yes(beyond)])
            + taken("NIV-06", &[innovative, schools, yes(same_need), yes(same_area)])
            + taken("NIV-07", &[innovative, yes(found)]);
        prop_assert!(routes <= 1);
        prop_assert!(!(found && beyond && same_need && same_area) || routes == 1);
    }

    #[test]
    fn a_streven_fails_nobody((rule, facts, on) in situation(), region in 0_usize..2) {
        let slug = ["ppo-nk", "vo-midden-kennemerland"][region];
        let parameters = parameters(slug);
        let outcome =
            evaluate(rule, &facts, &Context::new(on, Some(slug), parameters), &mut Trace::default());
        prop_assert!(rule.layer != Layer::Streven || outcome.verdict != Verdict::VoldoetNiet);
    }

    #[test]
    fn no_rule_refuses_a_child(
        (rule, facts, on) in about_a_child(), year in 2021_i32..2030, kept in any::<bool>()
    ) {
        let slug = rule.regions.first().copied().unwrap_or("ppo-nk");
        let context = Context::new(on.with_year(year).unwrap_or(on), Some(slug), parameters(slug));
        let context = if kept { context.keeping() } else { context };
        let answer = explain(rule, &facts, &context);
        prop_assert!(answer.verdict != Verdict::VoldoetNiet, "{}", rule.id);
        // What a person has to look at comes with a next step, in words or as what would help.
        prop_assert!(answer.verdict != Verdict::MensBeslist || answer.sentence.nl.len() > 20);
    }

    #[test]
    fn another_offer_never_makes_a_gap(
        mut schools in prop::collection::vec(0_i64..4, 1..12), at in any::<prop::sample::Index>()
    ) {
        let rule = rule("SOP-08").unwrap();
        let context = Context::new(day(2026, 6, 1), Some("ppo-nk"), parameters("ppo-nk"));
        let gaps = |schools: &[i64]| {
            match evaluate(rule, &[Fact::Counts(schools)], &context, &mut Trace::default()).value {
                Some(Val::Count(gaps)) => gaps,
                _ => -1,
            }
        };
        let before = gaps(&schools);
        let at = at.index(schools.len());
        schools[at] += 1;
        prop_assert!((0..=before).contains(&gaps(&schools)));
    }

    #[test]
    fn no_facts_make_a_rule_stumble_and_every_answer_explains_itself(
        (rule, facts, on) in situation()
    ) {
        let slug = rule.regions.first().copied().unwrap_or("ppo-nk");
        let parameters = parameters(slug);
        let context = Context::new(on, Some(slug), parameters);
        let answer = explain(rule, &facts, &context);
        prop_assert!(!answer.sentence.nl.is_empty() && !answer.sentence.en.is_empty());
        let mut nodes = Vec::new();
        leaves(&answer.explanation, &mut nodes);
        for node in nodes {
            prop_assert!(!node.label.text.nl.is_empty() && !node.label.text.en.is_empty(), "{:?}", node);
        }
        if answer.verdict == Verdict::VoldoetNiet {
            prop_assert!(answer.explanation.parts.iter().any(
                |part| matches!(part.because, Because::WouldChange)), "{} says no and not what would help", rule.id);
        }
    }

    #[test]
    fn a_used_trace_gives_what_a_fresh_one_gives(
        (rule, facts, on) in situation(), (other, noise, _) in situation()
    ) {
        let slug = rule.regions.first().copied().unwrap_or("ppo-nk");
        let parameters = parameters(slug);
        let context = Context::new(on, Some(slug), parameters);
        let mut trace = Trace::default();
        evaluate(other, &noise, &context, &mut trace);
        let outcome = evaluate(rule, &facts, &context, &mut trace);
        let again = trace.answer(rule, &facts, &context, outcome);
        let fresh = explain(rule, &facts, &context);
        prop_assert_eq!(again.explanation, fresh.explanation);
        prop_assert_eq!(again.receipt, fresh.receipt);
    }

    #[test]
    fn a_lower_layer_never_shortens_a_right(law in any::<i32>(), lower in any::<i32>()) {
        prop_assert!(protect(Some(law), Some(lower), Better::More) >= Some(law));
        prop_assert!(protect(Some(law), Some(lower), Better::Less) <= Some(law));
        prop_assert_eq!(protect(None, Some(lower), Better::More), Some(lower));
    }

    #[test]
    fn every_cost_is_settled_in_exactly_one_month(
        costs in prop::collection::vec((1_u32..13, 1_u32..29, 0_i64..100_000), 1..20)
    ) {
        let rule = rule("WGB-10").unwrap();
        let parameters = parameters("ppo-nk");
        let context = Context::new(day(2026, 6, 1), Some("ppo-nk"), parameters);
        let days: Vec<_> = costs.iter().map(|(month, of_month, _)| day(2025, *month, *of_month)).collect();
        let amounts: Vec<_> = costs.iter().map(|(_, _, cents)| Money::cents(*cents)).collect();
        let settled = (1..13).map(|month| {
            let facts = [Fact::Date(day(2025, month, 15)), Fact::Dates(&days), Fact::Amounts(&amounts)];
            match evaluate(rule, &facts, &context, &mut Trace::default()).value {
                Some(Val::Money(money)) => money,
                _ => Money::ZERO,
            }
        });
        prop_assert_eq!(settled.sum::<Money>(), amounts.iter().copied().sum::<Money>());
    }
}

/// A rule of these topics, or one of these, decides what one child gets: it may not be left out of the property above.
#[test]
fn every_rule_that_says_where_a_child_belongs_is_held_to_refusing_nobody() {
    let named = ["NIV-01", "NIV-02", "NIV-05", "NIV-06", "NIV-08", "BAS-03", "ROL-06", "TOP-08"];
    let others = ["INC-02", "TLV-09"]; // about a professional, and about an amount
    for rule in registry() {
        let topic =
            matches!(rule.topic, Topic::Inclusion | Topic::Temporary | Topic::Care | Topic::Tlv);
        if (topic || named.contains(&rule.id)) && !others.contains(&rule.id) {
            assert!(rule.about_a_child, "{}", rule.id);
        }
    }
}

/// The tree of an excess: every number down to the parameter and its source.
#[test]
fn the_signal_value_explains_itself_down_to_its_parameters() {
    let answer = ppo_nk("RES-03", json!({"baten": "13789620", "eigen_vermogen": "500000"}));
    let tree: Vec<String> = outline(&answer.explanation, 0);
    let expected = [
        "Boven de signaleringswaarde is de reserve mogelijk bovenmatig = € 17.363,30",
        "  Boven de grens = € 17.363,30",
        "    Signaleringswaarde = € 482.636,70",
        "      Percentage van de baten = € 482.636,70",
        "        Totale bruto baten = € 13.789.620,00",
        "        Parameter signaleringswaarde_pct 2020-01-01/ = 0.035",
        "      Parameter signaleringswaarde_min 2020-01-01/ = 250000",
        "    Publiek eigen vermogen op 31 december = € 500.000,00",
        "  Grens van de reserve = € 482.636,70",
    ];
    assert_eq!(tree, expected);
}

fn outline(node: &Explanation, depth: usize) -> Vec<String> {
    let value = match &node.value {
        Some(crate::value::Value::Money(money)) => money.to_string().replace('\u{a0}', " "),
        Some(crate::value::Value::Number(number)) => number.to_string(),
        _ => "?".to_owned(),
    };
    let about = if depth == 0 || node.label.about.is_empty() {
        String::new()
    } else {
        format!(" {}", node.label.about)
    };
    let mut lines = vec![format!("{}{}{about} = {value}", "  ".repeat(depth), node.label.text.nl)];
    lines.extend(node.parts.iter().flat_map(|part| outline(part, depth + 1)));
    lines
}

#[test]
fn a_receipt_can_be_checked_without_the_app() {
    let answer = ppo_nk("RES-04", json!({"eigen_vermogen": "399999"}));
    let receipt = serde_json::to_value(&answer).unwrap();
    assert_eq!(receipt["rule"], "RES-04");
    assert_eq!(receipt["date"], "2026-06-01");
    assert_eq!(receipt["outcome"], "voldoet_niet");
    assert_eq!(receipt["valid"], json!({"from": "2022-08-01", "until": "2026-07-31"}));
    assert_eq!(
        receipt["inputs"],
        json!([{"field": "eigen_vermogen", "value": {"money": 39_999_900}}])
    );
    let parameter = &receipt["parameters"][0];
    assert_eq!(parameter["key"], "weerstandsvermogen_min");
    assert_eq!(
        (&parameter["value"], &parameter["status"]),
        (&json!("400000"), &json!("published"))
    );
    assert_eq!(parameter["source"]["place"], "§3.2");
    assert!(receipt["explanation"]["parts"].as_array().is_some_and(|parts| parts.len() >= 2));
}

#[test]
fn outside_its_days_a_rule_says_since_when_and_until_when() {
    let answer = answer("FIN-02", json!({}), day(2026, 11, 22), "ppo-nk");
    assert_eq!(answer.verdict, Verdict::NietVanToepassing);
    let dates: Vec<_> =
        answer.explanation.parts.iter().filter_map(|part| part.value.clone()).collect();
    use crate::value::Value::Date;
    assert_eq!(dates, [Date(day(2022, 8, 1)), Date(day(2026, 7, 31))]);
}

#[test]
fn who_keeps_to_a_plan_that_ended_is_still_told_when_a_meeting_is_due() {
    let parameters = parameters("ppo-nk");
    let ask = |id: &str, context: &Context<'_>, facts: serde_json::Value| {
        let rule = rule(id).unwrap();
        explain(rule, &sheet(rule, facts).facts(), context)
    };
    let last = json!({"vergaderingen": ["2026-07-21"]});
    for (on, kept) in
        [(day(2026, 11, 21), Verdict::Voldoet), (day(2026, 11, 22), Verdict::VoldoetNiet)]
    {
        let context = Context::new(on, Some("ppo-nk"), parameters);
        let ended = ask("WGB-03", &context, last.clone());
        assert_eq!(ended.verdict, Verdict::NietVanToepassing);
        let answer = ask("WGB-03", &context.keeping(), last.clone());
        assert_eq!(answer.verdict, kept);
        let said =
            answer.explanation.parts.iter().filter(|part| part.because == Because::NotApplied);
        assert!(said.count() == 1, "and it says that the plan period is over");
    }
    // Before the plan there is nothing to keep to, and the law is never kept beyond its days.
    let early = Context::new(day(2022, 7, 31), Some("ppo-nk"), parameters).keeping();
    assert_eq!(ask("WGB-03", &early, last).verdict, Verdict::NietVanToepassing);
    let law = Context::new(day(2026, 11, 22), None, parameters).keeping();
    assert_eq!(ask("FIN-12", &law, json!({})).verdict, Verdict::NietVanToepassing);
}

#[test]
fn a_fact_that_does_not_fit_is_refused_with_the_name_of_the_field() {
    let rule = rule("RES-03").unwrap();
    let refused = |facts: serde_json::Value| {
        Sheet::parse(rule, facts.as_object().unwrap()).unwrap_err().field
    };
    assert_eq!(refused(json!({"baten": true})), "baten");
    assert_eq!(refused(json!({"baten": "10.005"})), "baten");
    assert_eq!(refused(json!({"omzet": 1})), "omzet");
}

#[test]
fn every_parameter_a_rule_names_is_a_row_a_gap_or_a_row_of_a_region() {
    let national = Parameters::national().unwrap();
    let rows: Vec<_> = regions().unwrap().into_iter().flat_map(|region| region.rows).collect();
    for key in Key::ALL {
        let known = !national.positions(key.as_str()).is_empty()
            || rows.iter().any(|row| row.key == key.as_str());
        assert!(known, "{}", key.as_str());
    }
}
