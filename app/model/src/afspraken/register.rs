//! Reading over years: open actions, what is mine, what was decided on an item, what is in force, searching. It reads
//! views that are there already and opens nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use replica::gather::Gather;

use chrono::{Days, NaiveDate};
use rules::money::Money;
use rules::order::Order;

use super::command::{Decided, Subject};
use super::view::{Action, Decision, View};
use crate::search::holds;
use crate::werkgebied::View as Werkgebied;

/// What was agreed over all years that are here, the oldest year first.
#[derive(Clone, Debug, Default)]
pub struct Register {
    years: Vec<Arc<View>>,
    /// Decisions that a later one replaced, by id.
    replaced: BTreeSet<String>,
}

/// An action with what its list says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct MyAction {
    pub action: Arc<Action>,
    pub late: bool,
    /// Due in the seven days from today.
    pub soon: bool,
    /// Meetings of its table at which it was still open.
    pub carried: usize,
}

/// What to search for among decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// All these words.
    pub words: String,
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    /// Only what is in force.
    pub in_force: bool,
    /// Only what costs money.
    pub money: bool,
}

impl Register {
    pub fn new(years: Vec<Arc<View>>) -> Self {
        let mut register = Self { years, replaced: BTreeSet::new() };
        let changes = register.standing().filter_map(|one| one.decided.changes.clone());
        register.replaced = changes.gather();
        register
    }

    /// Every decision, also those that were withdrawn.
    pub fn decisions(&self) -> impl Iterator<Item = &Arc<Decision>> {
        self.years.iter().flat_map(|year| &year.decisions)
    }

    /// Every action.
    pub fn actions(&self) -> impl Iterator<Item = &Arc<Action>> {
        self.years.iter().flat_map(|year| &year.actions)
    }

    /// Decisions that were not withdrawn.
    fn standing(&self) -> impl Iterator<Item = &Arc<Decision>> {
        self.decisions().filter(|decision| !decision.withdrawn)
    }

    /// Whether a decision stands and no later one replaced it.
    pub fn is_in_force(&self, decision: &Decision) -> bool {
        !decision.withdrawn && !self.replaced.contains(&decision.id)
    }

    /// The decisions of a meeting, in the order of their numbers.
    pub fn of_meeting<'a>(&'a self, meeting: &'a str) -> impl Iterator<Item = &'a Arc<Decision>> {
        self.standing().filter(move |one| one.decided.subject.meeting == meeting)
    }

    /// The actions that a meeting made.
    pub fn actions_of<'a>(&'a self, meeting: &'a str) -> impl Iterator<Item = &'a Arc<Action>> {
        self.actions().filter(move |one| one.meeting == meeting)
    }

    /// Whether something was decided on an item that stood on the agenda of a meeting. An item that stands on every agenda
    /// (`returns`) keeps its id: only what was decided in this meeting counts. Of any other item the decision may have been
    /// taken in an earlier or a later one.
    pub fn is_decided(&self, meeting: &str, item: &str, returns: bool) -> bool {
        self.standing().any(|one| {
            let subject = &one.decided.subject;
            subject.item.as_deref() == Some(item) && (!returns || subject.meeting == meeting)
        })
    }

    /// Items on which decisions stand that a person must choose between.
    pub fn to_choose(&self) -> impl Iterator<Item = &Arc<Decision>> {
        self.standing().filter(|one| !one.versions.is_empty())
    }

    /// The id for a new decision on a subject, after those that are seen here.
    pub fn next_id(&self, subject: &Subject) -> String {
        let known: BTreeSet<&str> = self.decisions().map(|one| one.id.as_str()).gather();
        let mut nth = 1;
        while known.contains(&*Decided::id(subject, nth)) {
            nth += 1;
        }
        Decided::id(subject, nth)
    }

    /// The first number that is free for decisions of a year and code, for `Command::Adopt`.
    pub fn next_number(&self, year: i32, code: &str) -> u32 {
        let given = self.decisions().filter(|one| !one.number.provisional);
        let given = given.filter(|one| one.number.year == year && one.number.code == code);
        given.map(|one| one.number.nth).max().unwrap_or(0).saturating_add(1)
    }

    /// Everything that is still to be done, the most urgent first: what is due first, then what has no day.
    pub fn open_actions(&self, werkgebied: &Werkgebied, today: NaiveDate) -> Vec<MyAction> {
        let open = self.actions().filter(|action| action.is_open());
        let mut open: Vec<MyAction> =
            open.map(|action| listed(action, werkgebied, today)).collect();
        open.order_by(|a, b| urgency(&a.action).cmp(&urgency(&b.action)));
        open
    }

    /// "Mijn acties": what is open for somebody, by id, or by name where no id was written down.
    pub fn mine(
        &self,
        person: &str,
        name: &str,
        werkgebied: &Werkgebied,
        today: NaiveDate,
    ) -> Vec<MyAction> {
        let name = name.trim().to_lowercase();
        let is_mine = |action: &Action| match &action.who {
            Some(id) => id == person,
            None => !name.is_empty() && action.who_name.to_lowercase() == name,
        };
        let mut open = self.open_actions(werkgebied, today);
        open.retain(|one| is_mine(&one.action));
        open
    }

    /// What was decided, the newest first.
    pub fn search(&self, search: &Search) -> Vec<Arc<Decision>> {
        let fits = |one: &&Arc<Decision>| {
            let decided = &one.decided;
            let number = one.number.to_string();
            holds(&search.words, &[&decided.text, &decided.minority, &number])
                && search.from.is_none_or(|from| from <= decided.on)
                && search.until.is_none_or(|until| decided.on <= until)
                && (!search.in_force || self.is_in_force(one))
                && (!search.money || decided.spend.is_some())
        };
        let mut found: Vec<Arc<Decision>> = self.standing().filter(fits).cloned().collect();
        found.order_by(|a, b| {
            (b.decided.on, b.number.nth, &b.id).cmp(&(a.decided.on, a.number.nth, &a.id))
        });
        found
    }

    /// What decisions in force draw on the budget of a year.
    pub fn spent(&self, year: i32) -> Money {
        self.spends(year).map(|(_, amount)| amount).sum()
    }

    /// The decisions in force that draw on the budget of a year, with the amount.
    pub fn spends(&self, year: i32) -> impl Iterator<Item = (&Arc<Decision>, Money)> {
        let standing = self.standing().filter(|one| self.is_in_force(one));
        standing.filter_map(move |one| {
            let spend = one.decided.spend.as_ref().filter(|spend| spend.year == year)?;
            Some((one, spend.amount))
        })
    }
}

fn urgency(action: &Action) -> (bool, Option<NaiveDate>, Option<NaiveDate>, &str) {
    (action.due.is_none(), action.due, action.on, &action.id)
}

fn listed(action: &Arc<Action>, werkgebied: &Werkgebied, today: NaiveDate) -> MyAction {
    let in_a_week = today.checked_add_days(Days::new(7)).unwrap_or(NaiveDate::MAX);
    MyAction {
        late: action.is_late(today),
        soon: action.due.is_some_and(|due| today <= due && due < in_a_week),
        carried: carried(action, werkgebied, today),
        action: action.clone(),
    }
}

/// Meetings of the action's table, held after the day it was agreed and up to today, at which it was still open.
fn carried(action: &Action, werkgebied: &Werkgebied, today: NaiveDate) -> usize {
    let Some(made) = action.on else { return 0 };
    let until = action.done.unwrap_or(today);
    let later = werkgebied.days().filter(|(meeting, on)| {
        meeting.held
            && meeting.table == action.table
            && meeting.id != action.meeting
            && made < *on
            && *on <= until
    });
    later.count()
}
