//! The course of the year: which meeting comes next, which came before another, and what its decisions are called.

use chrono::NaiveDate;

use super::view::{MeetingLine, Person, View};
use crate::table::table;
use crate::words::slug;
use rules::order::Order;

impl View {
    /// The meeting that people prepare for: the first that is still to come, or else the latest that was planned and of
    /// which nobody said that it was held.
    pub fn next_meeting(&self, today: NaiveDate) -> Option<&MeetingLine> {
        let waiting = || self.days().filter(|(meeting, _)| !meeting.held);
        let coming = waiting().filter(|(_, on)| *on >= today).min_by_key(|(_, on)| *on);
        let passed = || waiting().max_by_key(|(_, on)| *on);
        coming.or_else(passed).map(|(meeting, _)| meeting)
    }

    /// The day of the first meeting of a table after a day.
    pub fn next_day(&self, table: &str, after: NaiveDate) -> Option<NaiveDate> {
        let later = self.days().filter(|(meeting, on)| meeting.table == table && *on > after);
        later.map(|(_, on)| on).min()
    }

    /// The meetings of the same table before this one, oldest first, without those that were cancelled.
    pub fn earlier(&self, id: &str) -> Vec<&MeetingLine> {
        let Some(this) = self.meetings.iter().find(|one| one.id == id) else { return Vec::new() };
        let key = |one: &MeetingLine| (one.on, one.at, one.id.clone());
        let before = |one: &&MeetingLine| {
            one.table == this.table && one.on.is_some() && key(one) < key(this)
        };
        let valid = self.meetings.iter().filter(|one| !one.cancelled);
        valid.filter(before).collect()
    }

    /// Meetings that are still to come, of tables that talk about children; the first first.
    pub fn coming_about_children(&self, today: NaiveDate) -> Vec<&MeetingLine> {
        let about = |slug: &str| table(slug).is_some_and(|table| table.about_children);
        let coming = self.days().filter(|(one, on)| !one.held && *on >= today && about(&one.table));
        let mut coming: Vec<_> = coming.collect();
        coming.order_by_key(|(one, on)| (*on, one.at, one.id.clone()));
        coming.into_iter().map(|(one, _)| one).collect()
    }

    /// A meeting of the year planning.
    pub fn meeting(&self, id: &str) -> Option<&MeetingLine> {
        self.meetings.iter().find(|one| one.id == id)
    }

    /// Who is called so, small or capital letters alike; nothing when two are.
    pub fn person_named(&self, name: &str) -> Option<&Person> {
        let name = name.trim().to_lowercase();
        let mut found = self.present_people().filter(|one| one.name.trim().to_lowercase() == name);
        found.next().filter(|_| found.next().is_none())
    }

    /// What stands between year and number in the number of a decision: the area, and the table where it is not the own one.
    pub fn code(&self, table: &str) -> String {
        let name = slug(&self.name);
        let area = self.area.clone().unwrap_or(name);
        if table == self.table { area } else { format!("{area}-{table}") }
    }
}
