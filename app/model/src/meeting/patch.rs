//! What a command that is still being typed would make of a view, without reading the document again: notes, titles and
//! questions, which are typed by the dozen keys a second. Tests hold it equal to the view that the document then gives.

use std::sync::Arc;

use super::command::{Command, Field, ItemChange, ItemKind};
use super::layout;
use super::view::{Item, View};
use crate::together::rebase;

impl View {
    /// Shows a command that writes words. What the document would refuse changes nothing here, and any other command
    /// shows when it is carried out.
    pub fn patch(&mut self, command: &Command) {
        if self.read_only || self.adopted.is_some() {
            return;
        }
        match command {
            Command::Note { item: Some(id), base, text } => {
                self.words(id, |item| item.note = rebase(base, text, &item.note));
            }
            Command::Note { item: None, base, text } => {
                self.note = rebase(base, text, &self.note);
                self.is_empty = false;
            }
            Command::SetItem { id, change: ItemChange::Title(title) }
                if !title.trim().is_empty() =>
            {
                self.words(id, |item| title.trim().clone_into(&mut item.title));
                self.settle(id, layout::TITLE);
            }
            Command::SetItem { id, change: ItemChange::Ask(ask) } => {
                self.words(id, |item| ask.trim().clone_into(&mut item.ask));
                self.settle(id, layout::ASK);
            }
            Command::SetItem { id, change: ItemChange::Minutes(minutes) } => {
                let found = self.all_items_mut().find(|item| item.id == *id);
                found.into_iter().for_each(|item| Arc::make_mut(item).minutes = *minutes);
                self.settle(id, layout::MINUTES);
            }
            _ => {}
        }
    }

    /// Changes the words of an item; a casus has none.
    fn words(&mut self, id: &str, change: impl FnOnce(&mut Item)) {
        let found = self.all_items_mut().find(|item| item.id == id);
        if let Some(item) = found.filter(|item| item.kind != ItemKind::Casus) {
            change(Arc::make_mut(item));
        }
    }

    /// One value was written after all the others: there is nothing left to choose.
    fn settle(&mut self, id: &str, name: &str) {
        let field = Field::Item { id: id.to_owned(), name: name.to_owned() };
        self.conflicts.retain(|conflict| conflict.field != field);
    }
}
