//! Funding from calendar year 2023 on: counts of 1 February of the year before decide the whole year.
//! Primary: light per bo pupil minus SBO, heavy per bo and SBO pupil minus SO. Secondary: 1 October, VSO, lwoo and pro.

use super::graph::{Id, Name, Op};
use super::item::{Item, SO, VSO};
use super::line::LineId;
use super::sheet::Sheet;
use super::tariff::Tariff;
use crate::text::{Text, t};

impl Sheet<'_> {
    /// Light and heavy support and what DUO takes off, for one calendar year.
    pub(super) fn funding_from_2023(&mut self, year: i32) {
        if self.is_po() {
            self.primary_income(year);
            self.primary_deductions(year);
        } else {
            self.secondary_income(year);
            let so = self.category_costs(VSO, Tariff::Vso, year);
            self.put_given(LineId::CostSo, Item::CostSo, so, year);
        }
        self.deficit(year);
        self.compensation(year);
    }

    fn primary_income(&mut self, year: i32) {
        let bo = self.count(Item::Bo, year - 1);
        let light = self.times(LineId::IncomeLight.title(), Tariff::Light, bo, year);
        self.put(LineId::IncomeLight, year, light);
        let pupils = self.heavy_pupils(year - 1);
        let heavy = self.times(LineId::IncomeHeavy.title(), Tariff::Heavy, pupils, year);
        self.put(LineId::IncomeHeavy, year, heavy);
    }

    /// Regular primary and SBO together: what heavy support is paid for.
    pub(super) fn heavy_pupils(&mut self, count_year: i32) -> Id {
        let bo = self.count(Item::Bo, count_year);
        let sbo = self.count(Item::Sbo, count_year);
        let title = t("Leerlingen bo en SBO", "Pupils bo and SBO");
        self.graph.sum(Name::pupils(title, count_year), &[bo, sbo])
    }

    fn primary_deductions(&mut self, year: i32) {
        let pupils = self.count(Item::Sbo, year - 1);
        let sbo = match self.given_cost(Item::CostSbo, year) {
            Some(given) => self.given_plus(given, Item::Sbo, Tariff::Sbo, year),
            None => self.times(LineId::CostSbo.title(), Tariff::Sbo, pupils, year),
        };
        self.put(LineId::CostSbo, year, sbo);
        let so = self.category_costs(SO, Tariff::So, year);
        self.put_given(LineId::CostSo, Item::CostSo, so, year);
        self.spill_over(year);
    }

    /// SO or VSO pupils times their amounts, per category. A given total takes the place of the categories;
    /// movements of the scenario still count on top of it.
    fn category_costs(
        &mut self,
        items: [Item; 3],
        tariff: fn(usize) -> Tariff,
        year: i32,
    ) -> Vec<Id> {
        let mut parts = Vec::with_capacity(4);
        let given = self.given_cost(Item::CostSo, year);
        parts.extend(given);
        for (k, item) in items.into_iter().enumerate() {
            let pupils = match given {
                Some(_) => self.count_change(item, year - 1),
                None => Some(self.count(item, year - 1)),
            };
            if let Some(pupils) = pupils {
                parts.push(self.times(item.title(), tariff(k), pupils, year));
            }
        }
        parts
    }

    fn put_given(&mut self, line: LineId, item: Item, parts: Vec<Id>, year: i32) {
        let id = match parts.as_slice() {
            [only] => *only,
            _ => self.graph.sum(Name::cents(item.title(), year), &parts),
        };
        self.put(line, year, id);
    }

    fn given_cost(&mut self, item: Item, year: i32) -> Option<Id> {
        self.has(item, year).then(|| self.input(item, year))
    }

    /// A given amount, plus what the scenario's movements add to it.
    fn given_plus(&mut self, given: Id, item: Item, tariff: Tariff, year: i32) -> Id {
        let Some(change) = self.count_change(item, year - 1) else { return given };
        let effect = self.times(item.title(), tariff, change, year);
        self.graph.sum(Name::cents(item.title(), year), &[given, effect])
    }

    pub(super) fn times(&mut self, title: Text, tariff: Tariff, pupils: Id, year: i32) -> Id {
        let amount = self.tariff(tariff, year);
        self.graph.make(Op::Times, Name::cents(title, year), &[pupils, amount])
    }

    /// What of the SBO deduction does not fit in light support, and so weighs on heavy support.
    fn spill_over(&mut self, year: i32) {
        let lines = (self.cell(LineId::CostSbo, year), self.cell(LineId::IncomeLight, year));
        let (Some(sbo), Some(light)) = lines else { return };
        let title = LineId::SpillOver.title();
        let over = self.graph.make(Op::Minus, Name::cents(title, year), &[sbo, light]);
        let spill = self.positive(title, over, year);
        self.put(LineId::SpillOver, year, spill);
    }

    /// The larger of zero and the amount.
    pub(super) fn positive(&mut self, title: Text, amount: Id, year: i32) -> Id {
        let zero = self.zero();
        self.graph.make(Op::Largest, Name::cents(title, year), &[amount, zero])
    }

    /// What the deductions take more than there is: the boards pay it by number of pupils (L-30).
    fn deficit(&mut self, year: i32) {
        let lines = (self.cell(LineId::CostSo, year), self.cell(LineId::IncomeHeavy, year));
        let (Some(so), Some(heavy)) = lines else { return };
        let title = LineId::IncomeDeficit.title();
        let over = match self.cell(LineId::SpillOver, year) {
            Some(spill) => {
                let title = t("Aftrek op de zware ondersteuning", "Deducted from heavy support");
                let taken = self.graph.sum(Name::cents(title, year), &[so, spill]);
                self.graph.make(Op::Minus, Name::cents(title, year), &[taken, heavy])
            }
            None => self.graph.make(Op::Minus, Name::cents(title, year), &[so, heavy]),
        };
        let deficit = self.positive(title, over, year);
        self.put(LineId::IncomeDeficit, year, deficit);
    }

    /// 2023 only: the generic cut is given back as far as the excess at the end of 2022 does not cover it.
    fn compensation(&mut self, year: i32) {
        if year != 2023 || !self.has(Item::Reserve, 2022) {
            return;
        }
        if !self.has(Item::IncomeTotal, 2022) {
            let left_out = self.input(Item::IncomeTotal, 2022);
            return self.put(LineId::IncomeCompensation, year, left_out);
        }
        let pupils = match self.is_po() {
            true => self.heavy_pupils(2022),
            false => self.count(Item::Vo, 2022),
        };
        let cut = self.times(t("Korting", "Cut"), Tariff::Cut, pupils, year);
        let reserve = self.input(Item::Reserve, 2022);
        let income = self.input(Item::IncomeTotal, 2022);
        let signal = self.signal_value(income, 2022);
        let title = LineId::ReserveExcess.title();
        let over = self.graph.make(Op::Minus, Name::cents(title, 2022), &[reserve, signal]);
        let excess = self.positive(title, over, 2022);
        let title = LineId::IncomeCompensation.title();
        let rest = self.graph.make(Op::Minus, Name::cents(title, year), &[cut, excess]);
        let back = self.positive(title, rest, year);
        self.put(LineId::IncomeCompensation, year, back);
    }

    fn secondary_income(&mut self, year: i32) {
        let light = self.light_secondary(year);
        self.put(LineId::IncomeLight, year, light);
        let pupils = self.count(Item::Vo, year - 1);
        let heavy = self.times(LineId::IncomeHeavy.title(), Tariff::Heavy, pupils, year);
        self.put(LineId::IncomeHeavy, year, heavy);
    }

    /// The regional amount, plus lwoo and pro for the share of pupils that was frozen in 2012.
    pub(super) fn light_secondary(&mut self, year: i32) -> Id {
        let pupils = self.count(Item::Vo, year - 1);
        let regional = t("Regionale ondersteuning", "Regional support");
        let regional = self.times(regional, Tariff::LightVo, pupils, year);
        let title = t("Lwoo en pro", "Lwoo and pro");
        let all = self.times(title, Tariff::LwooPro, pupils, year);
        let share = self.input(Item::LwooProShare, year);
        let lwoo = self.graph.make(Op::Rate, Name::cents(title, year), &[all, share]);
        self.graph.sum(Name::cents(LineId::IncomeLight.title(), year), &[regional, lwoo])
    }
}
