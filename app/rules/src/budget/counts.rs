//! Pupil counts per count date, with every movement that a scenario adds. A movement is counted on the first
//! count date on or after it, so a move in August shows in money seventeen months later.

use super::graph::{Id, Name, Op};
use super::item::{Item, Moment, SO, VSO};
use super::lever::LeverId;
use super::sheet::Sheet;
use crate::text::{Text, t};

use LeverId as L;

/// A lever and what one pupil of it does: taken from, added to. A place is regular, SBO or a category.
struct Move {
    lever: LeverId,
    from: Option<Place>,
    to: Option<Place>,
    /// Placements end when the pupil leaves the school.
    ends: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Regular,
    Sbo,
    So(usize),
}

use Place::{Regular, Sbo, So};

const fn go(lever: LeverId, from: Option<Place>, to: Option<Place>) -> Move {
    Move { lever, from, to, ends: false }
}

const fn place(lever: LeverId, from: Place, to: Place) -> Move {
    Move { lever, from: Some(from), to: Some(to), ends: true }
}

static MOVES: [Move; 22] = [
    place(L::InflowSbo, Regular, Sbo),
    place(L::InflowSo1, Regular, So(0)),
    place(L::InflowSo2, Regular, So(1)),
    place(L::InflowSo3, Regular, So(2)),
    go(L::OutflowSbo, Some(Sbo), None),
    go(L::OutflowSo1, Some(So(0)), None),
    go(L::OutflowSo2, Some(So(1)), None),
    go(L::OutflowSo3, Some(So(2)), None),
    go(L::ReturnSbo, Some(Sbo), Some(Regular)),
    go(L::ReturnSo1, Some(So(0)), Some(Regular)),
    go(L::ReturnSo2, Some(So(1)), Some(Regular)),
    go(L::ReturnSo3, Some(So(2)), Some(Regular)),
    place(L::SboToSo1, Sbo, So(0)),
    place(L::SboToSo2, Sbo, So(1)),
    place(L::SboToSo3, Sbo, So(2)),
    go(L::Mix12, Some(So(0)), Some(So(1))),
    go(L::Mix13, Some(So(0)), Some(So(2))),
    go(L::Mix23, Some(So(1)), Some(So(2))),
    go(L::BorderSbo, None, Some(Sbo)),
    go(L::BorderSo1, None, Some(So(0))),
    go(L::BorderSo2, None, Some(So(1))),
    go(L::BorderSo3, None, Some(So(2))),
];

const SHARES: [(LeverId, Place); 4] =
    [(L::ShareSbo, Sbo), (L::ShareSo1, So(0)), (L::ShareSo2, So(1)), (L::ShareSo3, So(2))];

/// How far back a movement may lie and still be counted in the horizon.
const LOOK_BACK: i32 = 3;

impl Sheet<'_> {
    /// Pupils on the count date in `year`, after the scenario.
    pub(super) fn count(&mut self, item: Item, year: i32) -> Id {
        self.count_pair(item, year).1
    }

    /// How many pupils the scenario adds or takes; `None` when it changes nothing here.
    pub(super) fn count_change(&mut self, item: Item, year: i32) -> Option<Id> {
        let (before, after) = self.count_pair(item, year);
        let title = t("Verschil in leerlingen", "Difference in pupils");
        (before != after)
            .then(|| self.graph.make(Op::Minus, Name::pupils(title, year), &[after, before]))
    }

    /// The baseline's count and the scenario's count.
    fn count_pair(&mut self, item: Item, year: i32) -> (Id, Id) {
        if let Some(pair) = self.counts.get(&(item, year)) {
            return *pair;
        }
        let before = self.base_count(item, year);
        let after = match self.place_of(item) {
            Some(place) => self.moved(before, place, item, year),
            None => before,
        };
        self.counts.insert((item, year), (before, after));
        (before, after)
    }

    /// The given total, or the sum over the werkgebieden when each has a count.
    fn base_count(&mut self, item: Item, year: i32) -> Id {
        let areas = u16::try_from(self.baseline.areas.len()).unwrap_or(0);
        let complete =
            areas > 0 && (0..areas).all(|area| self.given(item, Some(area), year).is_some());
        if self.has(item, year) || !complete {
            return self.input(item, year);
        }
        let parts: Vec<Id> = (0..areas).map(|area| self.input_of(item, Some(area), year)).collect();
        self.graph.sum(Name::pupils(item.title(), year), &parts)
    }

    fn place_of(&self, item: Item) -> Option<Place> {
        let category = |items: [Item; 3]| items.iter().position(|one| *one == item).map(So);
        match item {
            Item::Bo if self.is_po() => Some(Regular),
            Item::Vo if !self.is_po() => Some(Regular),
            Item::Sbo if self.is_po() => Some(Sbo),
            _ if self.is_po() => category(SO),
            _ => category(VSO),
        }
    }

    fn moved(&mut self, before: Id, place: Place, item: Item, year: i32) -> Id {
        let start = if place == Regular { self.trend(before, item, year) } else { before };
        let mut parts = vec![start];
        for (lever, target) in SHARES {
            let sign = i64::from(target == place) - i64::from(place == Regular);
            if sign != 0 {
                parts.extend(self.share_change(lever, sign, year));
            }
        }
        for movement in &MOVES {
            let sign =
                i64::from(movement.to == Some(place)) - i64::from(movement.from == Some(place));
            if sign != 0 && self.is_turned(movement.lever) {
                self.add_moves(&mut parts, movement, sign, item, year);
            }
        }
        if parts.len() == 1 {
            return start;
        }
        let after = self.graph.sum(Name::pupils(item.title(), year), &parts);
        self.not_below_zero(after, item.title(), year)
    }

    fn not_below_zero(&mut self, count: Id, title: Text, year: i32) -> Id {
        if self.graph.value(count).is_none_or(|value| value >= 0) {
            return count;
        }
        let zero = self.graph.fixed(Name::pupils(t("Nul", "Zero"), 0), 0);
        self.graph.make(Op::Largest, Name::pupils(title, year), &[count, zero])
    }

    /// Growth or decline of regular primary (or secondary), one year on the other, in whole pupils.
    fn trend(&mut self, before: Id, item: Item, year: i32) -> Id {
        let mut count = before;
        if !self.is_turned(L::Trend) {
            return count;
        }
        for y in self.baseline.first_year - LOOK_BACK..=year {
            if let Some((key, value)) = self.turn(L::Trend, y) {
                let leaf = self.lever_leaf(key, y, value);
                let factor = self.factor(&[leaf], y);
                let name = Name::pupils(item.title(), year);
                count = self.graph.make(Op::Rate, name, &[count, factor]);
            }
        }
        count
    }

    /// Percentage points of regular and SBO together, in whole pupils.
    fn share_change(&mut self, lever: LeverId, sign: i64, year: i32) -> Option<Id> {
        let (key, value) = self.turn(lever, year)?;
        let of = self.participation_base(year);
        let leaf = self.lever_leaf(key, year, value * sign);
        let title = lever.lever().title;
        Some(self.graph.make(Op::Rate, Name::pupils(title, year), &[of, leaf]))
    }

    fn participation_base(&mut self, year: i32) -> Id {
        if !self.is_po() {
            return self.base_count(Item::Vo, year);
        }
        let bo = self.base_count(Item::Bo, year);
        let sbo = self.base_count(Item::Sbo, year);
        let title = t("Leerlingen bo en SBO", "Pupils bo and SBO");
        self.graph.sum(Name::pupils(title, year), &[bo, sbo])
    }

    /// Every year's pupils of one movement that stand in the count of `year`.
    fn add_moves(
        &mut self,
        parts: &mut Vec<Id>,
        movement: &Move,
        sign: i64,
        item: Item,
        year: i32,
    ) {
        let months = self.scenario.value(L::MoveMonth, 0);
        let last_month = if item.info().moment == Moment::October { 10 } else { 2 };
        let later = i32::from(months > last_month);
        let stay = match self.scenario.value(L::StayYears, 0) {
            years if years > 0 && movement.ends => i32::try_from(years).unwrap_or(i32::MAX),
            _ => i32::MAX,
        };
        for counted in self.baseline.first_year - LOOK_BACK..=year {
            let still_there = year - counted < stay;
            let Some((key, value)) = self.scenario.found(movement.lever, counted - later) else {
                continue;
            };
            let known_count = key.year.is_none() && counted < self.baseline.first_year;
            if still_there && !known_count && value != 0 {
                parts.push(self.lever_leaf(key, counted - later, value * sign));
            }
        }
    }
}
