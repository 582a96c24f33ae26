//! A theme on the agenda of a table that can decide about it: what children said, as an item that waits for the chair.

use rules::text::{Lang, t};

use super::view::Theme;
use crate::meeting::{Command, ItemKind, NewItem};

/// Minutes that the item gets; people change that at once.
const MINUTES: u16 = 10;

impl Theme {
    /// The id of its item on any agenda: proposing it twice is refused.
    pub fn item_id(&self) -> String {
        format!("leerlingenraad-{}", self.id)
    }

    /// The command that proposes it for a meeting.
    pub fn propose(&self, lang: Lang) -> Command {
        let children = t("Kinderen zeggen", "Children say").get(lang);
        let item = NewItem {
            title: format!("{children}: {}", self.title),
            kind: ItemKind::Besluiten,
            minutes: MINUTES,
            by: None,
            ask: self.heard.clone(),
            topic: None,
            rule: Some("STM-04".to_owned()),
            fixed: false,
        };
        Command::Propose { id: self.item_id(), item }
    }
}
