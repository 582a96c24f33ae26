//! The werkgebieden: the budget shared by number of pupils, the reservation for frictions, and what is left.
//! A need is never refused: what the reservation cannot cover is shown as cover to be found (NIV-08).

use super::figure::{AreaLine, Cell};
use super::graph::{Id, Name, Op};
use super::item::Item;
use super::lever::LeverId;
use super::line::LineId;
use super::sheet::Sheet;
use crate::money::Money;
use crate::share::shares;
use crate::text::{Text, t};

impl Sheet<'_> {
    /// Every werkgebied's table for one year.
    pub(super) fn areas(&mut self, year: i32) {
        let areas = u16::try_from(self.baseline.areas.len()).unwrap_or(0);
        let Some(pot) = self.cell(LineId::CostAreas, year) else { return };
        if areas == 0 {
            return;
        }
        let reservation = self.reservation(pot, year);
        let name = Name::cents(t("Te verdelen", "To share"), year);
        let rest = self.graph.make(Op::Minus, name, &[pot, reservation]);
        let weights: Vec<Id> = (0..areas).map(|area| self.area_pupils(area, year)).collect();
        let budgets = self.divide(AreaLine::Budget.title(), rest, &weights, year);
        let asked: Vec<Id> =
            (0..areas).map(|area| self.input_of(Item::FrictionDraw, Some(area), year)).collect();
        let draws = self.draws(reservation, &asked, year);
        for (area, ((budget, draw), asked)) in
            (0..areas).zip(budgets.into_iter().zip(draws).zip(asked))
        {
            self.area_lines(area, [budget, draw, asked], year);
        }
    }

    fn area_pupils(&mut self, area: u16, year: i32) -> Id {
        let item = if year >= 2023 { Item::Bo } else { Item::BoOct };
        self.input_of(item, Some(area), year - 1)
    }

    fn reservation(&mut self, pot: Id, year: i32) -> Id {
        let base = self.input(Item::Friction, year);
        let title = Item::Friction.title();
        let share = match self.turn(LeverId::AreaFriction, year) {
            Some((key, value)) => {
                let leaf = self.lever_leaf(key, year, value);
                let name = Name::rate(title, year);
                let share = self.graph.sum(name, &[base, leaf]);
                let none = self.graph.fixed(Name::rate(t("Nul", "Zero"), 0), 0);
                self.graph.make(Op::Largest, name, &[share, none])
            }
            None => base,
        };
        let title = t("Reservering voor fricties", "Friction reservation");
        self.graph.make(Op::Rate, Name::cents(title, year), &[pot, share])
    }

    /// Shares a pot by weight so that the shares add up to the cent.
    pub(super) fn divide(&mut self, title: Text, pot: Id, weights: &[Id], year: i32) -> Vec<Id> {
        let name = Name::cents(title, year);
        let all = self.graph.sum(Name::pupils(t("Samen", "Together"), year), weights);
        let values: Option<Vec<i64>> = weights.iter().map(|id| self.graph.value(*id)).collect();
        let exact = match (self.graph.value(pot), values) {
            (Some(pot), Some(values)) => shares(Money::cents(pot), &values),
            _ => None,
        };
        let zero = self.zero();
        let mut out = Vec::with_capacity(weights.len());
        for (at, weight) in weights.iter().enumerate() {
            let floor = self.graph.make(Op::Share, name, &[pot, *weight, all, zero]);
            let share = exact.as_ref().and_then(|shares| shares.get(at));
            let (Some(share), Some(floor)) = (share, self.graph.value(floor)) else {
                out.push(floor);
                continue;
            };
            let title = t("Restcent", "Left-over cent");
            let cent = self.graph.fixed(Name::cents(title, year), share.as_cents() - floor);
            out.push(self.graph.make(Op::Share, name, &[pot, *weight, all, cent]));
        }
        out
    }

    /// What each werkgebied gets from the reservation: all it asks, or its part when there is too little.
    fn draws(&mut self, reservation: Id, asked: &[Id], year: i32) -> Vec<Id> {
        let name = Name::cents(t("Samen gevraagd", "Asked together"), year);
        let together = self.graph.sum(name, asked);
        let known = (self.graph.value(together), self.graph.value(reservation));
        match known {
            (Some(together), Some(reservation)) if together <= reservation => asked.to_vec(),
            (Some(_), None) if self.nobody_asks(asked) => asked.to_vec(),
            _ => self.divide(AreaLine::Draw.title(), reservation, asked, year),
        }
    }

    fn nobody_asks(&self, asked: &[Id]) -> bool {
        asked.iter().all(|id| self.graph.value(*id) == Some(0))
    }

    fn area_lines(&mut self, area: u16, [budget, draw, asked]: [Id; 3], year: i32) {
        let cell = |line| Cell::Area(line, usize::from(area), year);
        self.cells.insert(cell(AreaLine::Budget), budget);
        self.cells.insert(cell(AreaLine::Draw), draw);
        let name = Name::cents(AreaLine::ToFind.title(), year);
        let to_find = self.graph.make(Op::Minus, name, &[asked, draw]);
        self.cells.insert(cell(AreaLine::ToFind), to_find);
        let spending = self.area_spending(area, year);
        self.cells.insert(cell(AreaLine::Spending), spending);
        let name = Name::cents(t("Budget en fricties", "Budget and frictions"), year);
        let available = self.graph.sum(name, &[budget, draw]);
        let name = Name::cents(AreaLine::Result.title(), year);
        let left = self.graph.make(Op::Minus, name, &[available, spending]);
        self.cells.insert(cell(AreaLine::Result), left);
    }

    fn area_spending(&mut self, area: u16, year: i32) -> Id {
        let base = self.input_of(Item::AreaSpending, Some(area), year);
        let Some((key, value)) = self.turn(LeverId::AreaSpending, year) else { return base };
        let leaf = self.lever_leaf(key, year, value);
        let factor = self.factor(&[leaf], year);
        let name = Name::cents(AreaLine::Spending.title(), year);
        self.graph.make(Op::Rate, name, &[base, factor])
    }

    /// The deficit per board: by number of pupils as the law has it, or in equal parts.
    pub(super) fn boards(&mut self, year: i32) {
        let Some(deficit) = self.cell(LineId::IncomeDeficit, year) else { return };
        let first = u16::try_from(self.baseline.areas.len()).unwrap_or(0);
        let boards = u16::try_from(self.boards.len()).unwrap_or(0);
        if boards == 0 {
            return;
        }
        let equal = self.scenario.value(LeverId::DeficitKey, year) == 1;
        let weights: Vec<Id> = (first..first + boards)
            .map(|part| match equal {
                true => self.graph.fixed(Name::pupils(t("Bestuur", "Board"), 0), 1),
                false => self.input_of(Item::Board, Some(part), year - 1),
            })
            .collect();
        let parts = self.divide(LineId::IncomeDeficit.title(), deficit, &weights, year);
        for (board, part) in parts.into_iter().enumerate() {
            self.cells.insert(Cell::Board(board, year), part);
        }
    }
}

/// A call on the reservation for frictions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Comes from the reservation.
    pub found: Money,
    /// Needed, and still to be found together. There is no refusal.
    pub to_find: Money,
    /// What stays in the reservation, never below zero.
    pub left: Money,
}

/// Covers a needed amount from what is left of the reservation. Whatever the state of the budget, the whole
/// need is either found or being found.
pub fn cover(reservation: Money, needed: Money) -> Cover {
    let needed = needed.max(Money::ZERO);
    let found = needed.min(reservation.max(Money::ZERO));
    let left = reservation.max(Money::ZERO) - found;
    Cover { found, to_find: needed - found, left }
}

/// Twelve monthly terms that add up to the year.
pub fn monthly_terms(year: Money) -> Vec<Money> {
    shares(year, &[1; 12]).unwrap_or_default()
}
