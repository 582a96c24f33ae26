//! What a reminder says: its title, what there is to know, and what to do. Words alone.

use model::vandaag::{Reminder, Step, Voices, What, When};
use rules::notation::date;
use rules::rule::rule;
use rules::text::{Lang, Text};

use crate::pages::dossier::overview::step;
use crate::pages::werkgebied::next;
use crate::texts::dossier;
use crate::texts::today as words;

/// The words of one reminder. `about` has no full stop.
pub struct Said {
    pub title: String,
    pub about: String,
    pub go: &'static str,
}

/// A reminder in words.
pub fn said(one: &Reminder, lang: Lang) -> Said {
    let word = |text: Text| text.get(lang);
    let (title, go) = match &one.what {
        What::Meeting { meeting, step } => (next::title(meeting, lang), word(step.label())),
        What::Action(action) => (action.action.what.clone(), word(words::OPEN_ACTIONS)),
        What::Choose { decisions: 1 } => {
            (word(words::CHOOSE_ONE).to_owned(), word(words::CHOOSE_GO))
        }
        What::Choose { decisions } => {
            let title = word(words::CHOOSE).replace("{}", &decisions.to_string());
            (title, word(words::CHOOSE_GO))
        }
        What::Dossier(next) => (word(step(*next).0).to_owned(), word(dossier::OPEN_IT)),
        What::Council { title, step } => (title.clone(), word(step.label())),
        What::Rules(_) => (word(words::RULES_ASK).to_owned(), word(words::RULES_GO)),
    };
    Said { title, about: about(one, lang), go }
}

/// "Jouw actie in Heiloo, uiterlijk 25 november 2026".
fn about(one: &Reminder, lang: Lang) -> String {
    let word = |text: Text| text.get(lang);
    let place = one.place.clone();
    let mut parts = match &one.what {
        What::Action(_) => vec![format!("{} {place}", word(words::ACTION)), when(one, lang)],
        What::Choose { .. } => vec![place, word(words::CHOOSE_WHY).to_owned()],
        What::Dossier(_) => vec![word(words::A_DOSSIER).to_owned()],
        What::Rules(rules) => {
            let titles = rules.iter().filter_map(|id| Some(rule(id)?.title.get(lang)));
            vec![format!("{place}: {}", titles.collect::<Vec<_>>().join("; "))]
        }
        What::Council { step: Voices::LookOver, .. } => {
            vec![place, word(words::ANSWERS_WAIT).to_owned()]
        }
        What::Council { .. } => vec![place, when(one, lang)],
        What::Meeting { step, .. } => vec![place, when(one, lang), lacks(*step, lang)],
    };
    parts.retain(|part| !part.is_empty());
    parts.join(", ").replace("., ", ". ")
}

fn when(one: &Reminder, lang: Lang) -> String {
    let is_action = matches!(one.what, What::Action(_));
    let with = |text: Text, on| format!("{} {}", text.get(lang), date(on, lang));
    match one.when {
        When::Going => words::GOING.get(lang).to_owned(),
        When::Today => words::TODAY.get(lang).to_owned(),
        When::Late(on) if is_action => with(words::LATE_ACTION, on),
        When::Late(on) => with(words::LATE_MEETING, on),
        When::Coming(on) if is_action => with(words::AT_LATEST, on),
        When::Coming(on) => with(words::ON, on),
        When::Open => String::new(),
    }
}

fn lacks(step: Step, lang: Lang) -> String {
    match step {
        Step::GetReady { missing: 1 } => words::MISSING_ONE.get(lang).to_owned(),
        Step::GetReady { missing } => words::MISSING.get(lang).replace("{}", &missing.to_string()),
        _ => String::new(),
    }
}
