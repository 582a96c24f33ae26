//! What comes in from outside and becomes a draft: a pasted list, or a calendar file. It is only a proposal: a person looks
//! at it before anything is written. Nothing in it is trusted: what cannot be read is left out.

use crate::meeting::{Command, ItemKind, NewItem};

pub mod ics;

/// Longer than this is not one agenda item.
const LONGEST: usize = 200;
/// More than this is not one agenda.
const MOST: usize = 100;
/// Minutes for an item that names none.
const MINUTES: u16 = 10;

/// Agenda items from a pasted list, one a line: numbers and dashes before it go, "10 min" and "(10')" after it are
/// its time, and "B:" or "besluit:" before it asks for a decision (I and O: inform and discuss).
pub fn list(text: &str) -> Vec<NewItem> {
    text.lines().filter_map(item).take(MOST).collect()
}

/// Puts a draft on the agenda, as one step. `id` gives each new item its id.
pub fn add(items: Vec<NewItem>, id: impl Fn(usize) -> String) -> Command {
    let one = |(nth, item)| Command::AddItem { id: id(nth), item, after: None };
    Command::Together(items.into_iter().enumerate().map(one).collect())
}

fn item(line: &str) -> Option<NewItem> {
    let line = without_bullet(line.trim());
    let (line, minutes) = minutes(line);
    let (kind, title) = kind(line);
    let title: String =
        title.trim().chars().filter(|letter| !letter.is_control()).take(LONGEST).collect();
    if title.is_empty() {
        return None;
    }
    Some(NewItem {
        title,
        kind,
        minutes: minutes.unwrap_or(MINUTES),
        by: None,
        ask: String::new(),
        topic: None,
        rule: None,
        fixed: false,
    })
}

/// "3.", "3)", "3.1", "-", "*", "•" before the words. A year or a number that belongs to the words stays.
fn without_bullet(line: &str) -> &str {
    let rest = line.trim_start_matches(['-', '*', '•', '–', '·', '\t', ' ']);
    let digits = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let number = &rest[..rest.len() - digits.len()];
    let is_number = number.len() <= 6 && number.starts_with(|letter: char| letter.is_ascii_digit());
    match digits.strip_prefix([')', ':']) {
        Some(after) if is_number => after.trim_start(),
        _ if is_number && number.contains('.') && digits.starts_with(char::is_whitespace) => {
            digits.trim_start()
        }
        _ => rest,
    }
}

/// The minutes at the end of a line.
fn minutes(line: &str) -> (&str, Option<u16>) {
    let bare = line.trim_end().trim_end_matches([')', ']']);
    let lower = bare.to_lowercase();
    for unit in ["minuten", "minutes", "min.", "min", "'", "′"] {
        // Lower case may be longer than what was typed; then it is no unit of ours.
        let Some(rest) = lower.strip_suffix(unit).and_then(|rest| bare.get(..rest.len())) else {
            continue;
        };
        let rest = rest.trim_end();
        let words = rest.trim_end_matches(|letter: char| letter.is_ascii_digit());
        let number = rest.get(words.len()..).unwrap_or_default();
        let apart = words.is_empty() || words.ends_with([' ', '(', '[', '\t', ',', '-', '–']);
        if let (Ok(minutes @ 1..=600), true) = (number.parse(), apart) {
            return (words.trim_end_matches([' ', '(', '[', '\t', ',', '-', '–']), Some(minutes));
        }
    }
    (line, None)
}

fn kind(line: &str) -> (ItemKind, &str) {
    let Some((before, after)) = line.split_once(':') else { return (ItemKind::Bespreken, line) };
    let kind = match before.trim().to_lowercase().as_str() {
        "b" | "besluit" | "besluiten" | "ter besluitvorming" => ItemKind::Besluiten,
        "i" | "informatie" | "informeren" | "ter informatie" => ItemKind::Informeren,
        "o" | "bespreken" | "ter bespreking" => ItemKind::Bespreken,
        _ => return (ItemKind::Bespreken, line),
    };
    (kind, after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> (String, ItemKind, u16) {
        let item = list(line).remove(0);
        (item.title, item.kind, item.minutes)
    }

    #[test]
    fn a_pasted_list_becomes_items_with_their_time_and_what_is_asked() {
        use ItemKind::{Besluiten, Bespreken, Informeren};
        assert_eq!(read("1. Opening (5 min)"), ("Opening".into(), Bespreken, 5));
        assert_eq!(read("2) B: Inzet budget 15'"), ("Inzet budget".into(), Besluiten, 15));
        assert_eq!(read("- ter informatie: Memo, 10 minuten"), ("Memo".into(), Informeren, 10));
        assert_eq!(read("3.1 Zorgplicht"), ("Zorgplicht".into(), Bespreken, 10));
        assert_eq!(read("• Rondvraag"), ("Rondvraag".into(), Bespreken, 10));
    }

    #[test]
    fn a_number_that_belongs_to_the_words_stays() {
        assert_eq!(read("2027 begroten").0, "2027 begroten");
        assert_eq!(read("Groep 8m").0, "Groep 8m");
        assert_eq!(read("Groep 8 en 15 min").0, "Groep 8 en");
        assert_eq!(read("Vraag: hoe nu?").0, "Vraag: hoe nu?");
        assert_eq!(read("Plan 2026").0, "Plan 2026");
    }

    #[test]
    fn empty_lines_are_no_items() {
        assert!(list("\n  \n - \n").is_empty());
    }

    proptest! {
        #[test]
        fn any_text_gives_items_with_words_and_never_stops(text in ".{0,80}\n?.{0,80}") {
            for item in list(&text) {
                prop_assert!(!item.title.trim().is_empty() && item.minutes > 0);
            }
        }
    }
}
