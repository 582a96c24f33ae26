//! Facts about finding rules.

use super::*;

fn ids(words: &str) -> Vec<&'static str> {
    let wanted = Wanted { words: words.to_owned(), ..Wanted::default() };
    wanted.find().into_iter().map(|rule| rule.id).collect()
}

#[test]
fn nothing_asked_shows_every_rule_once_and_in_order() {
    let all: Vec<_> = registry().iter().map(|rule| rule.id).collect();
    assert_eq!(ids(""), all);
    assert_eq!(ids("   "), all);
    let grouped: Vec<_> =
        by_topic(&Wanted::default().find()).into_iter().flat_map(|(_, rules)| rules).collect();
    assert_eq!(grouped.iter().map(|rule| rule.id).collect::<Vec<_>>(), all);
}

#[test]
fn a_number_is_found_with_and_without_its_dash_and_capitals() {
    for typed in ["RES-03", "res-03", "res03", " Res-03 "] {
        assert_eq!(ids(typed), ["RES-03"], "{typed}");
    }
    assert_eq!(by_id("res-03").map(|rule| rule.id), Some("RES-03"));
    assert!(by_id("RES-99").is_none());
}

#[test]
fn accents_capitals_and_order_of_the_words_make_no_difference() {
    let plain = ids("signaleringswaarde minimum");
    assert!(plain.contains(&"RES-02"));
    assert_eq!(ids("MÍNIMUM Signaleringswaardé"), plain);
}

#[test]
fn what_a_source_says_is_searched_in_both_languages() {
    assert!(ids("jaarverslag").contains(&"RES-02"));
    assert!(ids("annual report").contains(&"RES-02"));
}

#[test]
fn layer_and_topic_narrow_what_is_found() {
    let wanted =
        Wanted { layer: Some(Layer::Streven), topic: Some(Topic::Reserve), ..Wanted::default() };
    let found = wanted.find();
    assert!(!found.is_empty());
    assert!(found.iter().all(|r| r.layer == Layer::Streven && r.topic == Topic::Reserve));
    assert!(!wanted.is_open());
}

#[test]
fn a_word_that_no_rule_has_finds_nothing() {
    assert!(ids("reserve zwembad").is_empty());
}

#[test]
fn every_layer_and_topic_has_its_own_address() {
    for layer in Layer::ALL {
        assert_eq!(Layer::from_slug(layer.slug()), Some(layer));
    }
    for topic in Topic::ALL {
        assert_eq!(Topic::from_slug(topic.slug()), Some(topic));
    }
    assert_eq!(Layer::from_slug("gemeente"), None);
}

#[test]
fn the_line_of_a_rule_stops_at_the_first_sentence_and_not_at_an_amount() {
    let text = "De waarde is 3,5% met € 250.000 als minimum. Het is geen verbod.";
    assert_eq!(first_sentence(text), "De waarde is 3,5% met € 250.000 als minimum.");
    assert_eq!(first_sentence("Volgens art. 5 geldt dit."), "Volgens art. 5 geldt dit.");
    assert!(registry().iter().all(|rule| !line(rule, Lang::Nl).is_empty()));
}
