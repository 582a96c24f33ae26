//! The documents of a school for the pages: its checklist and its offer by school year, its money by calendar year. A
//! document is opened when a page first asks for it.

use super::app::AppState;
use super::ledger::{Ledger, Where};
use super::werkgebied::Shelf;
use model::aanbod::{self, Aanbod};
use model::licht::{self, Licht};
use model::school::{self, School};

/// A school as the pages share it. `Copy`; hand it around freely.
#[derive(Clone, Copy)]
pub struct Documents {
    years: Shelf<School>,
    offers: Shelf<Aanbod>,
    money: Shelf<Licht>,
}

impl Documents {
    /// Follows a school for as long as the component that calls this lives.
    pub fn follow(app: AppState, place: &Where) -> Self {
        Self {
            years: Shelf::new(app, place.clone(), |name| school::part(number(name))),
            offers: Shelf::new(app, place.clone(), |name| aanbod::part(number(name))),
            money: Shelf::new(app, place.clone(), |name| licht::part(number(name))),
        }
    }

    /// The checklist of the school year that begins in this year.
    pub fn year(self, year: i32) -> Ledger<School> {
        self.years.get(&year.to_string())
    }

    /// What the school offers in the school year that begins in this year.
    pub fn offer(self, year: i32) -> Ledger<Aanbod> {
        self.offers.get(&year.to_string())
    }

    /// The money for light support of a calendar year.
    pub fn money(self, year: i32) -> Ledger<Licht> {
        self.money.get(&year.to_string())
    }
}

fn number(name: &str) -> i32 {
    name.parse().unwrap_or_default()
}
