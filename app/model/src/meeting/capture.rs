//! The capture bar: a decision, an action or a note on the item that is on, with everything filled in that is known already
//! (VERG-5). And what the projector shows: one thing at a time, and never a child's name (VERG-8).

use chrono::NaiveDate;
use rules::text::Lang;

use super::command::ItemKind;
use super::minutes::title;
use super::view::View;
use crate::afspraken::{Decided, How, NewAction, Register, Subject};
use crate::table::table;
use crate::werkgebied::{self, View as Werkgebied};

impl View {
    /// What something is about: an item of this meeting, or the meeting as a whole.
    pub fn subject(&self, meeting: &str, item: Option<&str>) -> Subject {
        let casus =
            item.and_then(|id| self.item(id)).is_some_and(|one| one.kind == ItemKind::Casus);
        Subject { meeting: meeting.to_owned(), item: item.map(str::to_owned), casus }
    }

    /// A decision to fill in. A table that may not decide gives advice.
    pub fn new_decision(&self, subject: Subject, on: NaiveDate) -> Decided {
        let may = table(&self.table).is_none_or(|table| table.mandate.may_decide());
        Decided {
            subject,
            table: self.table.clone(),
            code: self.code.clone(),
            on,
            text: String::new(),
            how: if may { How::GeenBezwaar } else { How::Advies },
            agreed: Vec::new(),
            minority: String::new(),
            spend: None,
            changes: None,
        }
    }

    /// An action to fill in, due at the next meeting as far as that is known.
    pub fn new_action(
        &self,
        subject: Subject,
        on: NaiveDate,
        what: &str,
        who: Option<&str>,
        werkgebied: &Werkgebied,
    ) -> NewAction {
        let later = werkgebied.days().filter(|(line, day)| line.table == self.table && *day > on);
        let planned = later.map(|(_, day)| day).min();
        let person = who.and_then(|id| self.person(id));
        NewAction {
            subject,
            table: self.table.clone(),
            on: Some(on),
            what: what.to_owned(),
            who: who.map(str::to_owned),
            who_name: person.map(|person| person.name.clone()).unwrap_or_default(),
            due: self.next.or(planned),
        }
    }
}

/// Tells the year planning that a meeting was held: what came up, who was there, and how much was agreed.
pub fn held(meeting: &str, view: &View, register: &Register) -> werkgebied::Command {
    let agreed = register.of_meeting(meeting).count() + register.actions_of(meeting).count();
    let change = werkgebied::MeetingChange::Held {
        topics: view.topics_treated(),
        seats: view.seats_taken(),
        agreed: u32::try_from(agreed).unwrap_or(u32::MAX),
    };
    werkgebied::Command::SetMeeting { id: meeting.to_owned(), change }
}

/// What the projector shows: the item that is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its place on the agenda, from one, and how many there are.
    pub number: usize,
    pub of: usize,
    pub title: String,
    pub kind: ItemKind,
    /// What is to be decided.
    pub ask: String,
    /// What was decided on it in this meeting.
    pub decisions: Vec<String>,
    /// Milliseconds left; below zero when it runs over.
    pub left: i64,
    /// The title of the next item.
    pub next: Option<String>,
}

/// What the projector shows at `now`, in milliseconds since 1970; nothing in a break. Notes, names and whatever belongs to a
/// casus are never in it.
pub fn shown(
    meeting: &str,
    view: &View,
    register: &Register,
    now: i64,
    lang: Lang,
) -> Option<Shown> {
    let id = view.now.as_deref()?;
    let at = view.items.iter().position(|item| item.id == id)?;
    let item = view.items.get(at)?;
    let on_item = register.of_meeting(meeting);
    let on_item = on_item.filter(|one| one.decided.subject.item.as_deref() == Some(id));
    Some(Shown {
        number: at + 1,
        of: view.items.len(),
        title: title(item, lang),
        kind: item.kind,
        ask: item.ask.clone(),
        decisions: on_item.map(|one| one.decided.words(lang)).collect(),
        left: item.left(now),
        next: view.items.get(at + 1).map(|next| title(next, lang)),
    })
}
