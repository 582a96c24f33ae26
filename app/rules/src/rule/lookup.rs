//! Finding a rule: words, layer and topic in; rules in the order of the registry out. Knows no screen.

use super::{Citation, Layer, Rule, Topic, registry};
use crate::text::{Lang, Text};

/// What somebody is looking for. Empty finds everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// As typed: words of a title, a number or what a source says, in either language.
    pub words: String,
    pub layer: Option<Layer>,
    pub topic: Option<Topic>,
}

impl Wanted {
    /// Every rule that has all of the words and is of the layer and topic.
    pub fn find(&self) -> Vec<&'static Rule> {
        let plain = plain(&self.words);
        let words: Vec<&str> = plain.split_whitespace().collect();
        registry().iter().filter(|rule| self.fits(rule) && has_all(rule, &words)).collect()
    }

    /// Whether nothing is asked, so that everything is shown.
    pub fn is_open(&self) -> bool {
        self.words.trim().is_empty() && self.layer.is_none() && self.topic.is_none()
    }

    fn fits(&self, rule: &Rule) -> bool {
        self.layer.is_none_or(|layer| layer == rule.layer)
            && self.topic.is_none_or(|topic| topic == rule.topic)
    }
}

/// The rule with this number, in capitals or not.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    registry().iter().find(|rule| rule.id.eq_ignore_ascii_case(id.trim()))
}

/// The same rules in the order given, under the topic that they belong to.
pub fn by_topic(rules: &[&'static Rule]) -> Vec<(Topic, Vec<&'static Rule>)> {
    let mut groups: Vec<(Topic, Vec<&'static Rule>)> = Vec::new();
    for rule in rules.iter().copied() {
        match groups.iter_mut().find(|(topic, _)| *topic == rule.topic) {
            Some((_, members)) => members.push(rule),
            None => groups.push((rule.topic, vec![rule])),
        }
    }
    groups
}

/// One line about a rule: the first sentence of what its first source says.
pub fn line(rule: &Rule, lang: Lang) -> &'static str {
    rule.sources.first().map_or("", |citation| first_sentence(citation.says.get(lang)))
}

/// Up to and with the first full stop that a new sentence follows.
pub fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(['.', '!', '?']).map(|(at, mark)| at + mark.len());
    for end in ends {
        let (sentence, rest) = text.split_at(end);
        let next = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
        if next.is_some_and(char::is_uppercase) {
            return sentence;
        }
    }
    text
}

/// Lower case, without accents; what is no letter or digit becomes a space.
pub fn plain(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(base).collect()
}

fn has_all(rule: &Rule, words: &[&str]) -> bool {
    if words.is_empty() {
        return true;
    }
    let hay = haystack(rule);
    words.iter().all(|word| hay.contains(word))
}

/// Everything of a rule that is searched, in plain letters; the number also without its dash.
fn haystack(rule: &Rule) -> String {
    let both = |text: Text| [text.nl, text.en];
    let told = |citation: &Citation| {
        let [nl, en] = both(citation.says);
        [nl, en, citation.document, citation.place].join(" ")
    };
    let mut hay = vec![rule.id.to_owned(), rule.id.replace('-', "")];
    hay.extend(both(rule.title).map(str::to_owned));
    hay.extend(rule.sources.iter().map(told));
    plain(&hay.join(" "))
}

fn base(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' => 'a',
        'ç' => 'c',
        'è'..='ë' | 'ē' => 'e',
        'ì'..='ï' | 'ī' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' | 'ō' => 'o',
        'ù'..='ü' | 'ū' => 'u',
        'ý' | 'ÿ' => 'y',
        letter if letter.is_alphanumeric() => letter,
        _ => ' ',
    }
}

impl Layer {
    /// The name in an address: `regio`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Wet => "wet",
            Self::Regio => "regio",
            Self::Streven => "streven",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.slug() == slug)
    }
}

impl Topic {
    /// The name in an address: `bekostiging`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Calendar => "kalender",
            Self::Funding => "bekostiging",
            Self::Levels => "niveaus",
            Self::BasicSupport => "basisondersteuning",
            Self::Offer => "aanbod",
            Self::Dossier => "dossier",
            Self::Privacy => "privacy",
            Self::Inclusion => "inclusie",
            Self::Temporary => "tijdelijk",
            Self::Tlv => "tlv",
            Self::Care => "zorg",
            Self::Werkgebied => "werkgebied",
            Self::Network => "netwerkgroepen",
            Self::Finance => "financien",
            Self::Reserve => "reserve",
            Self::Roles => "rollen",
            Self::Voice => "stem",
            Self::Municipality => "gemeenten",
            Self::Quality => "kwaliteit",
        }
    }

    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.slug() == slug)
    }
}

#[cfg(test)]
mod tests;
