//! The documents of a school for the pages: its checklist and its offer by school year, its money by calendar year. A
//! document is opened when a page first asks for it.

use super::app::AppState;
use super::ledger::{Ledger, Where};
use super::typed::Shelf;
use model::aanbod::{self, Aanbod};
use model::about::Kind;
use model::dekking;
use model::licht::{self, Licht};
use model::school::{self, School};
use model::spaces::OpenSpace;
use replica::id::{PartId, SpaceId};

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

/// One school on this device, for who looks at several.
#[derive(Clone, Debug, PartialEq)]
pub struct SchoolHere {
    pub space: SpaceId,
    /// What it says in the year that was asked for.
    pub says: dekking::School,
    /// Whether its offer for that year is here.
    pub offered: bool,
}

/// Every school on this device, as far as something was begun in this year or in the three before it. Opens nothing: what
/// the spaces hold is read where it lies.
pub fn schools_here(app: AppState, year: i32) -> Vec<SchoolHere> {
    let Some(desk) = app.open_desk() else { return Vec::new() };
    let spaces = desk.spaces.all().into_iter().filter(|open| open.about().kind == Kind::School);
    let mut all: Vec<SchoolHere> = spaces.filter_map(|open| here(&open, year)).collect();
    all.sort_by_cached_key(|one| (one.says.name.to_lowercase(), one.space));
    all
}

fn here(open: &OpenSpace, year: i32) -> Option<SchoolHere> {
    let offer = aanbod::part(year);
    let years: Vec<PartId> = (0..BACK).map(|back| school::part(year - back)).collect();
    let (mut offered, mut named) = (None, None);
    let id = open.id().to_string();
    open.each_document(&mut |part, document| {
        if part == offer {
            offered = dekking::School::of(&id, Some(document), None);
        } else if years.contains(&part) && named.is_none() {
            named = dekking::School::of(&id, None, Some(document));
        }
    });
    let is_there = offered.is_some();
    Some(SchoolHere { space: open.id(), says: offered.or(named)?, offered: is_there })
}

/// How many years back the name of a school is looked for.
const BACK: i32 = 4;
