//! Everything that the button *Lees voor* can say in a council, or to a child alone in a dossier, sentence by sentence: what an
//! adult records.

use model::inbreng::Way;
use model::leerlingenraad::questions::{Card, Standard};
use model::leerlingenraad::{Council, voice};
use rules::text::{Lang, Text};

use crate::texts::leerlingenraad::{alone, kring as words};

/// What is said around every question, whoever asks it.
const ALWAYS: [Text; 13] = [
    words::FREE,
    words::HOW_ANSWER,
    words::WRITE,
    words::WRITE_HINT,
    words::TALK,
    words::TALK_HINT,
    words::TELL,
    words::TELL_HINT,
    words::READY_ASK,
    words::READY_WHY,
    words::END,
    words::NOT_KEPT,
    words::NOT_KEPT_WHY,
];

/// What is said in every council.
const IN_COUNCIL: [Text; 9] = [
    words::MAY,
    words::MAY_WHY,
    words::END_WHY,
    words::MAT_FREE,
    words::MAT_WAIT,
    words::MAT_TOGETHER,
    words::MAT_MIDDLE,
    words::MAT_MIDDLE_HINT,
    words::MAT_END,
];

/// What is said to a child alone.
const ALONE: [Text; 3] = [alone::MAY, alone::MAY_WHY, alone::THANKS];

/// Each sentence once: first what this council asks, then how to answer, then what is said in every council.
pub fn spoken(council: &Council, at_dots: &[Card], lang: Lang) -> Vec<String> {
    let lines = words::BEGIN_LINES.into_iter().chain(words::MAT_LINES);
    let dots = std::iter::once(words::DOTS_TITLE).chain(at_dots.iter().map(|card| card.label()));
    let about = council.staying().is_none().then(|| Standard::Blijven.asks(council.group));
    once(council, IN_COUNCIL.into_iter().chain(lines).chain(about).chain(dots), lang)
}

/// The same for what a child is asked alone.
pub fn spoken_alone(asked: &Council, lang: Lang) -> Vec<String> {
    once(asked, ALONE.into_iter().chain(alone::BEGIN_LINES), lang)
}

fn once(council: &Council, around: impl Iterator<Item = Text>, lang: Lang) -> Vec<String> {
    let asked: Vec<_> = council.asked().collect();
    let questions = asked.iter().map(|one| one.asks(council.group, lang));
    let cards = asked.iter().filter(|one| one.ways.contains(&Way::Kiezen));
    let cards = cards.flat_map(|one| one.cards(council.group));
    let cards = cards.chain([&Card::WeetNiet]).map(|card| card.label());
    let ways = Way::ALL.iter().map(|way| way.label());
    let fixed = cards.chain(ways).chain(ALWAYS).chain(around);
    let all = questions.chain(fixed.map(|text| text.get(lang).to_owned()));
    let mut once: Vec<String> = Vec::new();
    for sentence in all.flat_map(|text| voice::sentences(&text)) {
        if !once.contains(&sentence) {
            once.push(sentence);
        }
    }
    once
}
