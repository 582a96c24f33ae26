//! The language of everything that a parent or a child reads: short sentences, known words, `u` to a parent and `je` to a child. A lint is
//! no replacement for people who read it (ux.md §5.2).

use std::collections::BTreeSet;

use crate::dossier::child::asks;
use crate::leerlingenraad::junior::chapters;
use crate::leerlingenraad::questions::{Card, Group, Standard};

use super::{Language, Meets, OnPaper, Picture, Question, Word, Words};

/// The longest sentence, in words. A2 asks for ten to twelve; names may make one longer.
const LONGEST: usize = 14;

/// Words that need an explanation that these pages do not have.
const HARD: [&str; 24] = [
    "ondersteuningsbehoefte",
    "onderwijsbehoefte",
    "handelingsgericht",
    "handelingsdeel",
    "toelaatbaarheidsverklaring",
    "tlv",
    "opp",
    "top-dossier",
    "mdo",
    "perspectief",
    "zienswijze",
    "instemming",
    "toestemming",
    "evaluatie",
    "evalueren",
    "traject",
    "indicatie",
    "communicatie",
    "betreffende",
    "middels",
    "derhalve",
    "conform",
    "verstrekken",
    "gegevens",
];

fn sentences(text: &str) -> Vec<&str> {
    let ends = ['.', '?', '!', ':', '؟'];
    text.split(ends).map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase();
    let parts = plain.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Everything that a parent reads in a language, on a screen and on paper.
fn everything(language: Language) -> [Words; 2] {
    [language.words(), language.on_paper().unwrap()]
}

#[test]
fn every_language_says_everything_and_has_the_same_gaps() {
    let gaps = |text: &str| -> BTreeSet<String> {
        let open = text.split('{').skip(1);
        open.filter_map(|rest| rest.split_once('}')).map(|(gap, _)| gap.to_owned()).collect()
    };
    let dutch = everything(Language::Nl);
    for language in Language::ALL {
        for (words, dutch) in everything(language).iter().zip(&dutch) {
            let names = |words: &Words| -> BTreeSet<String> {
                words.all().map(|(name, _)| name.to_owned()).collect()
            };
            assert_eq!(names(words), names(dutch), "{language:?}");
            for (name, text) in words.all() {
                assert!(!text.trim().is_empty(), "{language:?} {name}");
                let own = dutch.all().find(|(other, _)| *other == name).map(|(_, text)| gaps(text));
                assert_eq!(Some(gaps(text)), own, "{language:?} {name}");
            }
        }
        let [words, paper] = everything(language);
        assert!(OnPaper::ALL.iter().all(|word| !paper.paper(*word).is_empty()), "{language:?}");
        for word in Word::ALL {
            assert!(!words.get(*word).is_empty(), "{language:?} {word:?}");
        }
        for question in Question::ALL {
            assert!(!words.question(*question).is_empty());
            assert!((0..Question::EXAMPLES).all(|at| !words.example(*question, at).is_empty()));
        }
        let tables = Meets::ALL.iter().flat_map(|one| [words.table(*one), words.at_table(*one)]);
        assert!(tables.into_iter().all(|text| !text.is_empty()), "{language:?}");
        assert!(Picture::ALL.iter().all(|picture| !words.picture(*picture).is_empty()));
    }
}

#[test]
fn no_sentence_for_a_parent_is_longer_than_can_be_read_at_once() {
    for language in Language::ALL {
        for (name, text) in everything(language).iter().flat_map(Words::all) {
            for sentence in sentences(text) {
                let count = sentence.split_whitespace().count();
                assert!(count <= LONGEST, "{language:?} {name}: {count} words: {sentence}");
            }
        }
    }
}

#[test]
fn a_parent_is_addressed_with_u_and_meets_no_hard_word() {
    for (name, text) in everything(Language::Nl).iter().flat_map(Words::all) {
        for word in words(text) {
            assert!(!["je", "jij", "jou", "jouw", "jullie"].contains(&&*word), "{name}: {text}");
            assert!(!HARD.contains(&&*word), "{name}: {word} in {text}");
        }
    }
    for question in Question::ALL {
        assert!(!words(question.label().nl).iter().any(|word| word == "je" || word == "jouw"));
    }
}

#[test]
fn nobody_is_said_to_have_checked_a_language_without_a_name_and_a_day() {
    for language in Language::ALL {
        for checked in everything(language).into_iter().filter_map(|words| words.checked) {
            assert!(checked.contains(char::is_numeric), "{language:?}: {checked}");
        }
    }
}

#[test]
fn arabic_runs_from_right_to_left_and_a_phone_finds_its_language() {
    assert_eq!(Language::Ar.direction(), "rtl");
    assert_eq!(Language::of("nl-NL"), Some(Language::Nl));
    assert_eq!(Language::of("fr"), None);
}

/// The longest sentence for a child, in words.
const LONGEST_FOR_A_CHILD: usize = 12;

/// The sentences of the children's screen: all that stands below this line in the one file, and by these names in the other.
const KRING: &str = include_str!("../../../web/src/texts/leerlingenraad/kring.rs");
const BELOW: &str = "// What a child sees.";
const ALONE: &str = include_str!("../../../web/src/texts/leerlingenraad/alone.rs");
const NAMED: [&str; 5] = ["BEGIN_LINES", "MAY", "MAY_WHY", "MAY_YES", "THANKS"];

/// The Dutch of every pair in a piece of source.
fn pairs(source: &str) -> Vec<String> {
    let after = source.split("t(").skip(1).map(str::trim_start);
    let quoted = after.filter_map(|rest| rest.strip_prefix('"')?.split_once('"'));
    quoted.map(|(dutch, _)| dutch.to_owned()).collect()
}

fn for_a_child() -> Vec<String> {
    let (_, kring) = KRING.split_once(BELOW).unwrap();
    let named = NAMED.iter().map(|name| {
        let (_, rest) = ALONE.split_once(&format!("pub const {name}:")).unwrap();
        rest.split_once(';').map_or(rest, |_| rest.split("pub const").next().unwrap())
    });
    let asked = [Group::Jong, Group::Oud].into_iter().flat_map(|group| {
        Standard::ALL.iter().map(move |standard| standard.asks(group).nl.to_owned())
    });
    let own = Question::ALL.iter().map(|question| asks(*question).nl.to_owned());
    let cards = Card::ALL.iter().map(|card| card.label().nl.to_owned());
    let plan = chapters("ppo-nk").iter().flat_map(|one| one.says.iter().chain([&one.title]));
    let plan = plan.map(|text| text.nl.to_owned());
    let screen = pairs(kring).into_iter().chain(named.flat_map(pairs));
    screen.chain(asked).chain(own).chain(cards).chain(plan).collect()
}

#[test]
fn a_child_reads_short_sentences_with_je_and_meets_no_hard_word() {
    let all = for_a_child();
    assert!(all.len() > 100, "{} texts", all.len());
    let long = |one: &&str| one.split_whitespace().count() > LONGEST_FOR_A_CHILD;
    let long = all.iter().flat_map(|text| sentences(text)).filter(long);
    assert_eq!(long.collect::<Vec<_>>(), Vec::<&str>::new(), "longer than a child reads at once");
    for text in all {
        for word in words(&text) {
            assert!(!["u", "uw"].contains(&&*word), "{text}");
            assert!(!HARD.contains(&&*word), "{word} in {text}");
        }
    }
}
