//! Minutes and lists as Markdown, for who pastes them into something else.

use rules::notation;
use rules::text::{Lang, Text, t};

use crate::meeting::minutes::{ActionLine, DecisionLine, Minutes, Seated, when};

const PRESENT: Text = t("Aanwezig", "Present");
const APOLOGIES: Text = t("Afgemeld", "Apologies");
const ABSENT: Text = t("Afwezig", "Absent");
const DECISIONS: Text = t("Besluiten", "Decisions");
const ACTIONS: Text = t("Acties", "Actions");
const NEXT: Text = t("Volgende vergadering", "Next meeting");
const NO_OWNER: Text = t("mist eigenaar", "has no owner");
const MINORITY: Text = t("Een minderheid vindt", "A minority thinks");
const REPLACES: Text = t("Vervangt besluit", "Replaces decision");
const GOES_ON: Text = t("Schuift door naar de volgende keer.", "Goes on to the next time.");
const SCHOOLS: Text = t("Scholen vertegenwoordigd", "Schools represented");
const OF: Text = t("van", "of");

/// The minutes of a meeting.
pub fn minutes(minutes: &Minutes, lang: Lang) -> String {
    let mut text = format!("# {}\n\n", line(&minutes.title));
    let place = [when(minutes.on, minutes.at, lang), line(&minutes.location)];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    text.push_str(&format!("{}\n\n{}\n\n", place.join(", "), minutes.phase.label().get(lang)));
    for (label, people) in
        [(PRESENT, &minutes.present), (APOLOGIES, &minutes.apologies), (ABSENT, &minutes.absent)]
    {
        if !people.is_empty() {
            let names: Vec<String> = people.iter().map(|one| seated(one, lang)).collect();
            text.push_str(&format!("{}: {}  \n", label.get(lang), names.join(", ")));
        }
    }
    let (there, all) = (minutes.schools_present, minutes.schools);
    text.push_str(&format!("{}: {there} {} {all}\n", SCHOOLS.get(lang), OF.get(lang)));
    paragraph(&mut text, &minutes.note);
    for section in &minutes.sections {
        text.push_str(&format!("\n## {}. {}\n", section.number, line(&section.title)));
        paragraph(&mut text, &section.ask);
        paragraph(&mut text, &section.note);
        lists(&mut text, &section.decisions, &section.actions, lang);
        if section.goes_on {
            paragraph(&mut text, GOES_ON.get(lang));
        }
    }
    lists(&mut text, &minutes.decisions, &minutes.actions, lang);
    if let Some(next) = minutes.next {
        let next = notation::date(next, lang);
        text.push_str(&format!("\n{}: {next}\n", NEXT.get(lang)));
    }
    text
}

/// A list of decisions under a heading.
pub fn decisions<'a>(lines: impl Iterator<Item = &'a DecisionLine>, lang: Lang) -> String {
    let rows: String = lines.map(|line| decision(line, lang)).collect();
    format!("# {}\n\n{rows}", DECISIONS.get(lang))
}

/// A list of actions under a heading.
pub fn actions<'a>(lines: impl Iterator<Item = &'a ActionLine>, lang: Lang) -> String {
    let rows: String = lines.map(|line| action(line, lang)).collect();
    format!("# {}\n\n{rows}", ACTIONS.get(lang))
}

fn lists(text: &mut String, decisions: &[DecisionLine], actions: &[ActionLine], lang: Lang) {
    if !decisions.is_empty() {
        text.push_str(&format!("\n**{}**\n\n", DECISIONS.get(lang)));
        decisions.iter().for_each(|one| text.push_str(&decision(one, lang)));
    }
    if !actions.is_empty() {
        text.push_str(&format!("\n**{}**\n\n", ACTIONS.get(lang)));
        actions.iter().for_each(|one| text.push_str(&action(one, lang)));
    }
}

fn decision(one: &DecisionLine, lang: Lang) -> String {
    let mut text = format!("- **{}** {} ({})", one.number, line(&one.words), one.how.get(lang));
    if let Some(amount) = one.amount {
        text.push_str(&format!(" {}", notation::money(amount, lang)));
    }
    if !one.minority.is_empty() {
        text.push_str(&format!(" {}: {}", MINORITY.get(lang), line(&one.minority)));
    }
    if let Some(earlier) = &one.replaces {
        text.push_str(&format!(" {} {earlier}.", REPLACES.get(lang)));
    }
    text.push('\n');
    text
}

fn action(one: &ActionLine, lang: Lang) -> String {
    let mark = if one.done.is_some() { 'x' } else { ' ' };
    let who = if one.who.is_empty() { NO_OWNER.get(lang).to_owned() } else { line(&one.who) };
    let due = one.due.map(|due| format!(", {}", notation::date(due, lang))).unwrap_or_default();
    format!("- [{mark}] {} ({who}{due})\n", line(&one.what))
}

fn seated(one: &Seated, lang: Lang) -> String {
    let offices = one.offices.iter().map(|office| office.label().get(lang).to_lowercase());
    let school = Some(line(&one.school)).filter(|school| !school.is_empty());
    let beside: Vec<String> = school.into_iter().chain(offices).collect();
    if beside.is_empty() {
        line(&one.name)
    } else {
        format!("{} ({})", line(&one.name), beside.join(", "))
    }
}

pub(super) fn paragraph(text: &mut String, words: &str) {
    if !words.trim().is_empty() {
        let escaped: Vec<String> = words.trim().lines().map(escaped).collect();
        text.push_str(&format!("\n{}\n", escaped.join("\n")));
    }
}

/// Somebody's words on one line.
pub(super) fn line(words: &str) -> String {
    escaped(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What somebody typed stays what they typed: it makes no headings, links or code.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            text.push('\\');
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_typed_makes_no_heading_and_no_link() {
        assert_eq!(line("# Kop\n[klik](x)"), "\\# Kop \\[klik\\](x)");
    }

    #[test]
    fn an_action_without_an_owner_says_so() {
        let mut one = ActionLine {
            id: "a".into(),
            what: "Bellen".into(),
            who: String::new(),
            due: "2027-03-11".parse().ok(),
            done: None,
        };
        assert_eq!(action(&one, Lang::Nl), "- [ ] Bellen (mist eigenaar, 11\u{a0}maart 2027)\n");
        one.done = "2027-03-01".parse().ok();
        one.who = "Anna".into();
        assert!(action(&one, Lang::Nl).starts_with("- [x] Bellen (Anna,"));
    }
}
