//! Totals, result and own capital per calendar year, and the same budget per school year. Every total is the
//! sum of the lines above it, in both views.

use super::figure::Cell;
use super::graph::{Id, Name, ONE, Op};
use super::item::{Item, SO, VSO};
use super::line::{Kind, LineId};
use super::settings::IncomeBase;
use super::sheet::Sheet;
use super::tariff::Tariff;
use crate::money::Money;
use crate::text::{Text, t};

impl Sheet<'_> {
    pub(super) fn totals(&mut self, year: i32) {
        let income = self.total(LineId::IncomeTotal, Kind::Income, year);
        let cost = self.total(LineId::CostTotal, Kind::Cost, year);
        let name = Name::cents(LineId::Result.title(), year);
        let result = self.graph.make(Op::Minus, name, &[income, cost]);
        self.mark(LineId::Result, year, result);
        self.structural(result, year);
        self.printed(cost, year);
    }

    /// A line that is made of other lines: in the table, not in a total.
    fn mark(&mut self, line: LineId, year: i32, id: Id) {
        self.cells.insert(Cell::Year(line, year), id);
    }

    fn total(&mut self, line: LineId, kind: Kind, year: i32) -> Id {
        let from = (year, LineId::IncomeLight);
        let to = (year, LineId::SpillOver);
        let lines = self.lines.range(from..=to).filter(|((_, line), _)| line.kind() == kind);
        let parts: Vec<Id> = lines.map(|(_, amounts)| amounts.year).collect();
        let id = self.graph.sum(Name::cents(line.title(), year), &parts);
        self.mark(line, year, id);
        id
    }

    /// The result without one-off money; only when there is any.
    fn structural(&mut self, result: Id, year: i32) {
        let income = self.cell(LineId::IncomeOneOff, year);
        let cost = self.cell(LineId::CostOneOff, year);
        if income.is_none() && cost.is_none() {
            return;
        }
        let title = LineId::ResultStructural.title();
        let with_cost: Vec<Id> = [Some(result), cost].into_iter().flatten().collect();
        let mut amount = self.sum_or_only(Name::cents(title, year), &with_cost);
        if let Some(income) = income {
            amount = self.graph.make(Op::Minus, Name::cents(title, year), &[amount, income]);
        }
        self.mark(LineId::ResultStructural, year, amount);
    }

    /// A printed total that does not add up is shown next to the sum, not hidden.
    fn printed(&mut self, cost: Id, year: i32) {
        if self.has(Item::CostPrinted, year) {
            let printed = self.input(Item::CostPrinted, year);
            self.mark(LineId::CostPrinted, year, printed);
            let name = Name::cents(LineId::PrintedGap.title(), year);
            let gap = self.graph.make(Op::Minus, name, &[cost, printed]);
            self.mark(LineId::PrintedGap, year, gap);
        }
    }

    /// Own capital from year to year, against the own floor and the signal value.
    pub(super) fn reserve(&mut self, year: i32) {
        let before = self.cell(LineId::ReserveEnd, year - 1);
        let begin = match before {
            Some(end) if !self.has(Item::Reserve, year - 1) => end,
            _ => self.input(Item::Reserve, year - 1),
        };
        self.mark(LineId::ReserveBegin, year, begin);
        let (Some(result), Some(income)) =
            (self.cell(LineId::Result, year), self.cell(LineId::IncomeTotal, year))
        else {
            return;
        };
        let title = LineId::ReserveEnd.title();
        let end = self.graph.sum(Name::cents(title, year), &[begin, result]);
        self.mark(LineId::ReserveEnd, year, end);
        let base = self.signal_base(income, year);
        let signal = self.signal_value(base, year);
        self.mark(LineId::SignalValue, year, signal);
        let title = LineId::ReserveExcess.title();
        let over = self.graph.make(Op::Minus, Name::cents(title, year), &[end, signal]);
        let excess = self.positive(title, over, year);
        self.mark(LineId::ReserveExcess, year, excess);
        self.floor(end, signal, year);
    }

    /// The income that the 3,5% is taken of: gross, or after what DUO takes off.
    fn signal_base(&mut self, income: Id, year: i32) -> Id {
        if self.settings.income_base == IncomeBase::Gross {
            return income;
        }
        let taken = [LineId::CostSbo, LineId::CostSo, LineId::CostLwoo, LineId::CostPro];
        let parts = taken.into_iter().filter_map(|line| self.cell(line, year));
        let parts: Vec<Id> = std::iter::once(income).chain(parts).collect();
        let title = t("Baten na de aftrek door DUO", "Income after DUO's deductions");
        self.graph.make(Op::Minus, Name::cents(title, year), &parts)
    }

    /// The larger of the minimum and the share of income.
    pub(super) fn signal_value(&mut self, income: Id, year: i32) -> Id {
        let share = self.tariff(Tariff::SignalShare, year);
        let minimum = self.tariff(Tariff::SignalMinimum, year);
        let title = t("Deel van de baten", "Share of income");
        let part = self.graph.make(Op::Rate, Name::cents(title, year), &[income, share]);
        let name = Name::cents(LineId::SignalValue.title(), year);
        self.graph.make(Op::Largest, name, &[part, minimum])
    }

    fn floor(&mut self, end: Id, signal: Id, year: i32) {
        let own = self.tariff(Tariff::OwnFloor, year);
        let given = self.has(Item::ReserveFloor, year);
        if !given && self.graph.value(own).is_none() {
            // Not in the table, and on the list of what is left out.
            self.input(Item::ReserveFloor, year);
            return;
        }
        let floor = if given { self.input(Item::ReserveFloor, year) } else { own };
        self.mark(LineId::ReserveFloor, year, floor);
        let title = LineId::FloorShort.title();
        let short = self.graph.make(Op::Minus, Name::cents(title, year), &[floor, end]);
        let short = self.positive(title, short, year);
        self.mark(LineId::FloorShort, year, short);
        let name = Name::cents(LineId::Room.title(), year);
        let room = self.graph.make(Op::Minus, name, &[signal, floor]);
        self.mark(LineId::Room, year, room);
    }

    /// What the scenario's pupils change: the tariff of the special school apart from the light and heavy
    /// support that goes with the pupil. Only when the scenario moves anybody.
    pub(super) fn effects(&mut self, year: i32) {
        let count = year - 1;
        let regular = if self.is_po() { Item::Bo } else { Item::Vo };
        let bo = self.count_change(regular, count);
        let sbo = if self.is_po() { self.count_change(Item::Sbo, count) } else { None };
        let mut costs = Vec::new();
        costs.extend(sbo.map(|pupils| self.times(Item::Sbo.title(), Tariff::Sbo, pupils, year)));
        for k in 0..3 {
            let (items, tariff) =
                if self.is_po() { (SO, Tariff::So(k)) } else { (VSO, Tariff::Vso(k)) };
            let Some(item) = items.get(k) else { continue };
            if let Some(pupils) = self.count_change(*item, count) {
                costs.push(self.times(item.title(), tariff, pupils, year));
            }
        }
        if bo.is_none() && costs.is_empty() {
            return;
        }
        self.effect_tariff(&costs, year);
        if let (Some(pupils), true) = (bo, self.is_po()) {
            let light = self.times(LineId::EffectLight.title(), Tariff::Light, pupils, year);
            self.mark(LineId::EffectLight, year, light);
        }
        let both: Vec<Id> = [bo, sbo].into_iter().flatten().collect();
        let title = t("Verschil in leerlingen", "Difference in pupils");
        let pupils = self.graph.sum(Name::pupils(title, count), &both);
        let heavy = self.times(LineId::EffectHeavy.title(), Tariff::Heavy, pupils, year);
        self.mark(LineId::EffectHeavy, year, heavy);
    }

    fn effect_tariff(&mut self, costs: &[Id], year: i32) {
        let title = LineId::EffectTariff.title();
        let zero = self.zero();
        let parts: Vec<Id> = std::iter::once(zero).chain(costs.iter().copied()).collect();
        let effect = self.graph.make(Op::Minus, Name::cents(title, year), &parts);
        self.mark(LineId::EffectTariff, year, effect);
    }

    /// The school year that begins in August of `school`.
    pub(super) fn school_year(&mut self, school: i32) {
        let mut totals = [(LineId::IncomeTotal, Kind::Income), (LineId::CostTotal, Kind::Cost)]
            .map(|(line, kind)| (line, self.school_lines(kind, school)));
        for (line, parts) in &mut totals {
            let id = self.graph.sum(Name::cents(line.title(), school), parts);
            self.cells.insert(Cell::School(*line, school), id);
        }
        let cell = |sheet: &Self, line| sheet.cells.get(&Cell::School(line, school)).copied();
        let (Some(income), Some(cost)) =
            (cell(self, LineId::IncomeTotal), cell(self, LineId::CostTotal))
        else {
            return;
        };
        let name = Name::cents(LineId::Result.title(), school);
        let result = self.graph.make(Op::Minus, name, &[income, cost]);
        self.cells.insert(Cell::School(LineId::Result, school), result);
        self.school_reserve(result, school);
    }

    fn school_lines(&mut self, kind: Kind, school: i32) -> Vec<Id> {
        let mut parts = Vec::new();
        for line in LineId::ALL.into_iter().filter(|line| line.kind() == kind) {
            let autumn = self.half(line, school, true);
            let spring = self.half(line, school + 1, false);
            let halves: Vec<Id> = [autumn, spring].into_iter().flatten().collect();
            if !halves.is_empty() {
                let id = self.graph.sum(Name::cents(line.title(), school), &halves);
                self.cells.insert(Cell::School(line, school), id);
                parts.push(id);
            }
        }
        parts
    }

    fn half(&mut self, line: LineId, year: i32, is_autumn: bool) -> Option<Id> {
        let mut amounts = *self.lines.get(&(year, line))?;
        if amounts.halves.is_none() {
            let autumn = self.autumn(amounts.year, year);
            amounts.halves = Some((self.spring(amounts.year, autumn, year), autumn));
            self.lines.insert((year, line), amounts);
        }
        amounts.halves.map(|(spring, autumn)| if is_autumn { autumn } else { spring })
    }

    /// Own capital on 1 August and 31 July.
    fn school_reserve(&mut self, result: Id, school: i32) {
        let before = self.cells.get(&Cell::School(LineId::ReserveEnd, school - 1)).copied();
        let begin = match before {
            Some(end) => Some(end),
            None => self.july(school),
        };
        let Some(begin) = begin else { return };
        self.cells.insert(Cell::School(LineId::ReserveBegin, school), begin);
        let name = Name::cents(LineId::ReserveEnd.title(), school);
        let end = self.graph.sum(name, &[begin, result]);
        self.cells.insert(Cell::School(LineId::ReserveEnd, school), end);
    }

    /// Own capital on 31 July: at the start of the year plus what January to July left.
    fn july(&mut self, year: i32) -> Option<Id> {
        let begin = self.cell(LineId::ReserveBegin, year)?;
        let mut sides = [Kind::Income, Kind::Cost].map(|kind| {
            let lines = LineId::ALL.into_iter().filter(|line| line.kind() == kind);
            let parts: Vec<Id> = lines.filter_map(|line| self.half(line, year, false)).collect();
            self.graph.sum(Name::cents(spring_title(kind), year), &parts)
        });
        let name =
            Name::cents(t("Resultaat januari tot en met juli", "Result January to July"), year);
        sides[0] = self.graph.make(Op::Minus, name, &sides);
        let title = t("Eigen vermogen op 31 juli", "Own capital at 31 July");
        Some(self.graph.sum(Name::cents(title, year), &[begin, sides[0]]))
    }
}

fn spring_title(kind: Kind) -> Text {
    match kind {
        Kind::Income => t("Baten januari tot en met juli", "Income January to July"),
        _ => t("Lasten januari tot en met juli", "Expenses January to July"),
    }
}

/// The signal value of an amount of income, outside a simulation: the larger of a minimum and a share in
/// millionths. `None` when it does not fit.
pub fn signal_value(
    income: crate::money::Money,
    share: i64,
    minimum: crate::money::Money,
) -> Option<crate::money::Money> {
    let part = super::graph::ratio(income.as_cents(), share, ONE)?;
    Some(Money::cents(part).max(minimum))
}
