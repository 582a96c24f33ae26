//! A question from a dossier for a table that talks about it: a casus on an agenda (VERG-12). What goes there is a label and a question, without
//! the names that stand in here, and only when every parent knows and agrees (PRV-01). Nothing of the dossier itself goes along.

use chrono::NaiveDate;
use replica::id::SpaceId;
use rules::rule::{Answer, Context};
use rules::text::t;

use super::command::Command;
use super::view::{Receiver, View};
use crate::ask::{Facts, ask};
use crate::meeting::casus::reveals;
use crate::meeting::{self, Casus, Parents};
use crate::ouder::{TABLE, is_table};
use crate::refused::Refused;

/// Minutes that the item gets; people change that at once.
const MINUTES: u16 = 15;

/// One table: the same space may hold several, with other people at each, and a yes to one is no yes to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtTable<'a> {
    pub space: SpaceId,
    /// Slug of the kind of meeting.
    pub kind: &'a str,
}

/// A question for a table, as it is being written.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The space of this dossier.
    pub dossier: SpaceId,
    pub table: AtTable<'a>,
    pub label: &'a str,
    pub question: &'a str,
}

impl Receiver {
    /// Whether it is a table, which gets a label and a question and nothing of what was told.
    pub fn is_table(&self) -> bool {
        is_table(&self.id)
    }
}

impl View {
    /// The table as somebody who may receive, as it was last proposed.
    pub fn table(&self, table: AtTable<'_>) -> Option<&Receiver> {
        let id = id_of(table);
        let of_table = |one: &&Receiver| one.id.starts_with(&id);
        self.receivers.iter().rev().find(of_table).filter(|one| one.removed.is_none())
    }

    /// The id under which a table is proposed; one that was removed can be proposed again.
    pub fn new_table_id(&self, table: AtTable<'_>) -> String {
        let id = id_of(table);
        let before = self.receivers.iter().filter(|one| one.id.starts_with(&id)).count();
        format!("{id}{}", before + 1)
    }

    /// What the parents say about a table; nothing while not every one of them was asked.
    pub fn parents_about(&self, table: AtTable<'_>) -> Option<Parents> {
        self.parents_say(self.table(table)?)
    }

    /// Whether a table that was proposed does not have the yes of every parent (any more): what they say then.
    pub fn tables_without_yes(&self) -> impl Iterator<Item = Option<Parents>> {
        let tables = self.receivers.iter().filter(|one| one.is_table() && one.removed.is_none());
        tables.map(|one| self.parents_say(one)).filter(|says| *says != Some(Parents::Akkoord))
    }

    /// The command that takes a table off the list when a parent says no to it.
    pub fn table_refused(&self, table: AtTable<'_>, today: NaiveDate) -> Option<Command> {
        let table =
            self.table(table).filter(|_| self.parents_about(table) == Some(Parents::Nee))?;
        Some(Command::Remove { id: table.id.clone(), on: today })
    }

    fn parents_say(&self, receiver: &Receiver) -> Option<Parents> {
        let said = |guardian: &super::Guardian| receiver.answers.get(&guardian.id).copied();
        if self.present().any(|one| said(one) == Some(false)) {
            Some(Parents::Nee)
        } else if self.may_receive(receiver) {
            Some(Parents::Akkoord)
        } else {
            None
        }
    }

    /// What PRV-01 says about this table.
    pub fn watch_table(&self, table: AtTable<'_>, context: &Context<'_>) -> Option<Answer> {
        let mut facts = Facts::default();
        facts.yes_if("voorgesteld", self.table(table).is_some());
        if let Some(parents) = self.parents_about(table) {
            facts.yes_no("weten", true);
            facts.yes_no("toestemming", parents == Parents::Akkoord);
        }
        ask("PRV-01", facts, context).map(|watch| watch.answer)
    }

    /// The command that tells the table what parents say now, and nothing else.
    pub fn tell_table(&self, dossier: SpaceId, table: AtTable<'_>) -> meeting::Command {
        let parents = self.parents_about(table);
        let casus = Casus { parents, ..Casus::of(dossier) };
        meeting::Command::FromDossier { id: Casus::item_id(dossier), casus }
    }

    /// The command that changes the words of what stands on an agenda already.
    ///
    /// # Errors
    /// As [`View::bring`].
    pub fn change_at_table(&self, asked: &Asked<'_>) -> Result<meeting::Command, Refused> {
        let (id, casus) = self.casus(asked)?;
        Ok(meeting::Command::FromDossier { id, casus })
    }

    /// The command that proposes the question for an agenda.
    ///
    /// # Errors
    /// Without a question, with a name of this dossier in it, or while not every parent agrees.
    pub fn bring(&self, asked: &Asked<'_>) -> Result<meeting::Command, Refused> {
        let (id, casus) = self.casus(asked)?;
        Ok(meeting::Command::AddCasus { id, casus, minutes: MINUTES, proposed: true })
    }

    fn casus(&self, asked: &Asked<'_>) -> Result<(String, Casus), Refused> {
        let guardians = self.guardians.iter().map(|one| one.name.as_str());
        let names: Vec<&str> = std::iter::once(self.name.as_str()).chain(guardians).collect();
        if asked.question.trim().is_empty() {
            return Err(Refused::NoText);
        }
        if [asked.label, asked.question].iter().any(|text| reveals(text, &names)) {
            return Err(Refused::NotPossible(t(
                "Er staat een naam uit dit dossier in. Kies woorden waaraan niemand het kind herkent.",
                "There is a name of this dossier in it. Choose words by which nobody recognises the child.",
            )));
        }
        if self.parents_about(asked.table) != Some(Parents::Akkoord) {
            return Err(Refused::NotPossible(t(
                "Vraag het eerst aan de ouders. Zolang niet elke ouder ja zegt, gaat er niets naar deze tafel.",
                "Ask the parents first. As long as not every parent says yes, nothing goes to this table.",
            )));
        }
        let casus = Casus {
            label: asked.label.trim().to_owned(),
            question: asked.question.trim().to_owned(),
            dossier: Some(asked.dossier),
            parents: Some(Parents::Akkoord),
        };
        Ok((Casus::item_id(asked.dossier), casus))
    }
}

fn id_of(table: AtTable<'_>) -> String {
    format!("{TABLE}{}/{}/", table.space, table.kind)
}
