//! The documents of a werkgebied for the pages: the werkgebied itself, its meetings, and what was agreed in each year. A
//! document is opened when a page first asks for it, and stays open as long as who asked.

use super::app::AppState;
use super::ledger::{Ledger, Where};
use super::typed::Shelf;
use leptos::prelude::*;
use model::afspraken::{self, Afspraken, Register};
use model::meeting::{self, Meeting};
use model::werkgebied::{self, Werkgebied};
use std::collections::BTreeSet;
use std::sync::Arc;

use replica::gather::Gather;

/// The werkgebied as the pages share it.
pub type AreaLedger = Ledger<Werkgebied>;
/// What was agreed in a year.
pub type YearLedger = Ledger<Afspraken>;
/// One meeting.
pub type MeetingLedger = Ledger<Meeting>;

/// A werkgebied with what was agreed in it. `Copy`; hand it around freely.
#[derive(Clone, Copy)]
pub struct Area {
    pub ledger: AreaLedger,
    pub years: Shelf<Afspraken>,
    pub meetings: Shelf<Meeting>,
    /// Decisions and actions of all years that are asked for.
    pub register: Signal<Arc<Register>>,
    /// Years besides those of meetings that were held.
    asked: RwSignal<BTreeSet<i32>>,
}

impl Area {
    /// Follows a werkgebied. `this_year` is always open: what is agreed now goes there.
    pub fn follow(app: AppState, place: &Where, this_year: i32) -> Self {
        let ledger = AreaLedger::follow(app, place.clone(), werkgebied::part());
        let years = Shelf::new(app, place.clone(), |year| {
            afspraken::part(year.parse().unwrap_or_default())
        });
        let meetings = Shelf::new(app, place.clone(), meeting::part);
        let asked = RwSignal::new(BTreeSet::from([this_year]));
        let wanted = Memo::new(move |_| {
            let view = ledger.view.get();
            let held = view.map(|view| werkgebied::years(&view)).unwrap_or_default();
            held.into_iter().chain(asked.get()).gather::<BTreeSet<i32>>()
        });
        let register = Memo::new_with_compare(
            move |_| {
                let open = wanted.get().into_iter();
                let views = open.filter_map(|year| years.get(&year.to_string()).view.get());
                Arc::new(Register::new(views.collect()))
            },
            |_, _| true,
        );
        Self { ledger, years, meetings, register: register.into(), asked }
    }

    /// The document of a year, which the register reads from now on.
    pub fn year(self, year: i32) -> YearLedger {
        if !self.asked.with_untracked(|asked| asked.contains(&year)) {
            self.asked.update(|asked| {
                asked.insert(year);
            });
        }
        self.years.get(&year.to_string())
    }

    /// One meeting.
    pub fn meeting(self, id: &str) -> MeetingLedger {
        self.meetings.get(id)
    }
}
