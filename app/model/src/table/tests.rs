//! What holds for every kind of meeting.

use std::collections::BTreeSet;

use rules::rule::{Context, Fact, Trace, Verdict, evaluate, rule};

use super::*;

#[test]
fn every_table_names_topics_and_rules_that_exist_and_a_source_in_both_languages() {
    for table in &TABLES {
        assert!(!table.seats.is_empty(), "{}", table.slug);
        for slug in table.topics {
            assert!(topic(slug).is_some(), "{} names {slug}", table.slug);
        }
        for id in table.rules {
            assert!(rule(id).is_some(), "{} names {id}", table.slug);
        }
        let says = table.source.says;
        assert!(!says.nl.is_empty() && !says.en.is_empty() && !table.source.place.is_empty());
    }
    let slugs: BTreeSet<_> = TABLES.iter().map(|table| table.slug).collect();
    assert_eq!(slugs.len(), TABLES.len());
}

#[test]
fn topics_have_one_name_each_and_a_rule_that_exists() {
    let all = topics();
    let slugs: BTreeSet<_> = all.iter().map(|topic| topic.slug).collect();
    assert_eq!(slugs.len(), all.len());
    for topic in all {
        assert!(topic.rule.is_empty() || rule(topic.rule).is_some(), "{}", topic.slug);
    }
}

#[test]
fn the_agenda_of_a_werkgebied_has_the_eight_topics_of_its_rule_in_its_order() {
    let asked: Vec<_> = rule("WGB-05").unwrap().fields.iter().map(|field| field.name).collect();
    assert_eq!(table("werkgebied").unwrap().topics, asked);
    assert_eq!(asked.len(), 8);
}

#[test]
fn a_network_group_advises_as_its_rule_says() {
    let parameters = rules::parameter::Parameters::national().unwrap();
    let today = rules::calendar::day(2026, 6, 1);
    let context = Context::new(today, Some("ppo-nk"), &parameters);
    let decides =
        evaluate(rule("NWG-03").unwrap(), &[Fact::Choice(4)], &context, &mut Trace::default());
    assert_eq!(decides.verdict, Verdict::VoldoetNiet);
    assert!(!table("netwerkgroep").unwrap().mandate.may_decide());
}

#[test]
fn a_name_in_data_reads_back() {
    for seat in Seat::ALL {
        assert_eq!(Seat::from_slug(seat.slug()), Some(*seat));
        let json = serde_json::to_string(seat).unwrap();
        assert_eq!(json, format!("\"{}\"", seat.slug()));
    }
    assert_eq!(Seat::from_slug("koning"), None);
}
