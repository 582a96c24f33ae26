//! What stands in the kantlijn of a dossier: why, from which source, who and when.

use leptos::prelude::*;
use rules::notation;
use rules::rule::rule;
use rules::text::Text;

use super::room::Room;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::use_lang;
use crate::texts::dossier::{self as texts, rules_of as words};

/// Beside the overview: who asks, who opened it last, and what holds for who gets in.
pub fn overview(room: Room) {
    let Some(kantlijn) = Kantlijn::get() else { return };
    kantlijn.put(who_and_when(room));
    kantlijn.put(cited(Note::text(texts::who::NOTE_ASK, texts::who::NOTE_ASK_BODY), "PRV-01"));
    kantlijn.put(Note::text(texts::NOTE, texts::NOTE_BODY));
}

/// Beside the three: why the child first, and why they stand beside each other.
pub fn sides(room: Room) {
    let Some(kantlijn) = Kantlijn::get() else { return };
    kantlijn.put(cited(Note::text(words::NOTE_CHILD, words::NOTE_CHILD_BODY), "L-14"));
    kantlijn.put(cited(Note::text(words::NOTE_PARENTS, words::NOTE_PARENTS_BODY), "TOP-10"));
    kantlijn.put(who_and_when(room));
}

/// With the first source of a rule below it.
fn cited(note: Note, id: &str) -> Note {
    match rule(id).and_then(|rule| rule.sources.first()) {
        Some(citation) => note.source(citation.source()),
        None => note,
    }
}

fn who_and_when(room: Room) -> Note {
    let lang = use_lang();
    let fill = move |text: Text, gaps: &[&str]| {
        gaps.iter().fold(text.get(lang.get()).to_owned(), |text, gap| text.replacen("{}", gap, 1))
    };
    let asks = move || fill(words::NOTE_ASKS, &[&room.of(|view| view.asker.clone())]);
    let read = move || {
        let last = room.read.view.with(|log| log.as_ref()?.days.first().cloned());
        last.map(|one| fill(words::NOTE_READ, &[&one.name, &notation::date(one.on, lang.get())]))
    };
    Note::view(words::NOTE_WHO, move || {
        view! {
            <p class="note__text">{asks}</p>
            <p class="note__text">{read}</p>
        }
        .into_any()
    })
}
