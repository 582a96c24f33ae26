//! What was agreed in the words of the screen: a casus has none of its own, and a choice between two decisions shows both.

use rules::notation;
use rules::text::{Lang, Text, t};

use super::command::{Command, Decided, Field};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it. A name that this version does not know stays as it is written.
    fn name(&self, view: &View, lang: Lang) -> String {
        match self {
            Self::Decision { id, name } => {
                let number = view.decision(id).map(|decision| decision.number.to_string());
                format!("{} {}", title(name, lang), number.unwrap_or_default())
            }
            Self::Action { id, name } => {
                let what = view.action(id).map(|action| action.what.as_str());
                format!("{}: {}", what.unwrap_or(id), title(name, lang))
            }
        }
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        let content = choice.value.member("besluit").unwrap_or(&choice.value);
        match (self, layout::read_decision(content)) {
            (Field::Decision { .. }, Some(decided)) => {
                format!("{} ({})", decided.words(lang), decided.how.label().get(lang))
            }
            _ => plain(&choice.value, lang),
        }
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

impl Decided {
    /// The exact words; for a casus what was decided about money, and nothing about whom.
    pub fn words(&self, lang: Lang) -> String {
        match (&self.spend, self.subject.casus) {
            (Some(spend), true) => {
                let amount = notation::money(spend.amount, lang);
                let what = t("Inzet voor een casus", "Support for a casus").get(lang);
                format!("{what}, {}, {amount}", spend.route.label().get(lang))
            }
            _ => self.text.clone(),
        }
    }
}

fn title(name: &str, lang: Lang) -> String {
    known(name).map_or(name.to_owned(), |text| text.get(lang).to_owned())
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::DECISION => t("Besluit", "Decision"),
        layout::ADOPTED => t("Vastgesteld besluit", "Adopted decision"),
        layout::WITHDRAWN => t("Ingetrokken", "Withdrawn"),
        layout::WHAT => t("Wat", "What"),
        layout::WHO | layout::WHO_NAME => t("Wie", "Who"),
        layout::DUE => t("Wanneer", "When"),
        layout::DONE => t("Gedaan op", "Done on"),
        layout::DROPPED => t("Niet meer nodig", "Not needed any more"),
        layout::ON => t("Dag", "Day"),
        _ => return None,
    })
}
