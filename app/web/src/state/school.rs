//! The documents of a school for the pages: its checklist and its offer by school year, its money by calendar year. A
//! document is opened when a page first asks for it.

use super::app::AppState;
use super::ledger::{Ledger, Where};
use super::typed::Shelf;
use chrono::NaiveDate;
use leptos::prelude::*;
use model::aanbod::{self, Aanbod};
use model::about::Kind;
use model::advies::{self, Advies};
use model::dekking::{Here, Reader};
use model::licht::{self, Licht};
use model::school::{self, School};
use model::spaces::OpenSpace;
use replica::id::PartId;
use rules::calendar::SchoolYear;
use rules::order::Order;

/// A school as the pages share it. `Copy`; hand it around freely.
#[derive(Clone, Copy)]
pub struct Documents {
    years: Shelf<School>,
    offers: Shelf<Aanbod>,
    money: Shelf<Licht>,
    advice: Shelf<Advies>,
}

impl Documents {
    /// Follows a school for as long as the component that calls this lives.
    pub fn follow(app: AppState, place: &Where) -> Self {
        Self {
            years: Shelf::new(app, place.clone(), |name| school::part(number(name))),
            offers: Shelf::new(app, place.clone(), |name| aanbod::part(number(name))),
            money: Shelf::new(app, place.clone(), |name| licht::part(number(name))),
            advice: Shelf::new(app, place.clone(), |_| advies::part()),
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

    /// What the consulent advises, in all years.
    pub fn advice(self) -> Ledger<Advies> {
        self.advice.get("")
    }

    /// The money for light support of a calendar year.
    pub fn money(self, year: i32) -> Ledger<Licht> {
        self.money.get(&year.to_string())
    }
}

fn number(name: &str) -> i32 {
    name.parse().unwrap_or_default()
}

/// Every school on this device, as far as something was begun in this year or in the three before it. Opens nothing: what
/// the spaces hold is read where it lies, and what did not change since the last time is not read again.
pub fn schools_here(app: AppState, reader: SchoolReader, year: i32) -> Vec<Here> {
    schools(app, reader, |reader, open| reader.school(open, year))
}

/// The same, and what each still has to do.
pub fn schools_with_steps(app: AppState, reader: SchoolReader, year: i32) -> Vec<Here> {
    schools(app, reader, |reader, open| reader.with_steps(open, year))
}

fn schools(
    app: AppState,
    reader: SchoolReader,
    read: impl Fn(&mut Reader, &OpenSpace) -> Option<Here>,
) -> Vec<Here> {
    let Some(desk) = app.open_desk() else { return Vec::new() };
    let spaces = desk.spaces.all().into_iter().filter(|open| open.about().kind == Kind::School);
    let all = |reader: &mut Reader| spaces.filter_map(|open| read(reader, &open)).collect();
    let mut all: Vec<Here> = reader.try_update_value(all).unwrap_or_default();
    all.order_by_key(|one| (one.says.name.to_lowercase(), one.space));
    all
}

/// The parts that the pages with all schools read: what everyone offers in the school year of this day, and its list.
pub(super) fn wanted_first(today: NaiveDate) -> [PartId; 2] {
    let year = SchoolYear::of(today).0;
    [aanbod::part(year), school::part(year)]
}

/// What was read of the schools of this device. `Copy`.
pub type SchoolReader = StoredValue<Reader, LocalStorage>;
