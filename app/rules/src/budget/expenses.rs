//! What the partnership itself decides: regular schools, werkgebieden, arrangements, own organisation, safety
//! net, one-off money; and the income that does not come from the state's main streams.

use super::graph::{Id, Name, Op};
use super::item::{Item, SO, VSO};
use super::lever::LeverId;
use super::line::LineId;
use super::sheet::Sheet;
use super::tariff::Tariff;
use crate::text::t;

impl Sheet<'_> {
    pub(super) fn other_income(&mut self, year: i32) {
        if self.has(Item::SchoolWeight, year) && year < 2023 {
            let weight = self.input(Item::SchoolWeight, year);
            let smw = self.times(LineId::IncomeSmw.title(), Tariff::Smw, weight, year);
            self.put(LineId::IncomeSmw, year, smw);
        } else {
            self.own(LineId::IncomeSmw, Item::IncomeSmw, LeverId::IncomeSmw, year);
        }
        self.own(LineId::IncomeMunicipal, Item::IncomeMunicipal, LeverId::IncomeMunicipal, year);
        self.own(LineId::IncomeSubsidy, Item::IncomeSubsidy, LeverId::IncomeSubsidy, year);
        self.own(LineId::IncomeOther, Item::IncomeOther, LeverId::IncomeOther, year);
        if self.has(Item::IncomeEqualisation, year) {
            let amount = self.input(Item::IncomeEqualisation, year);
            self.put(LineId::IncomeEqualisation, year, amount);
        }
        if let Some((key, value)) = self.turn(LeverId::OneOffIncome, year) {
            let leaf = self.lever_leaf(key, year, value);
            self.put(LineId::IncomeOneOff, year, leaf);
        }
    }

    /// The given amount plus the lever.
    fn own(&mut self, line: LineId, item: Item, lever: LeverId, year: i32) {
        let amount = self.input(item, year);
        let amount = self.with_lever(amount, lever, item.title(), year);
        self.put(line, year, amount);
    }

    pub(super) fn expenses(&mut self, year: i32) {
        if self.is_po() {
            self.regular(year);
            self.areas_total(year);
            self.own(LineId::CostOza, Item::CostOza, LeverId::CostOza, year);
            self.staff(LineId::CostManagement, Item::CostManagement, LeverId::CostManagement, year);
            self.staff(LineId::CostOperations, Item::CostOperations, LeverId::CostOperations, year);
        } else {
            for (line, item) in
                [(LineId::CostLwoo, Item::CostLwoo), (LineId::CostPro, Item::CostPro)]
            {
                let amount = self.input(item, year);
                self.put(line, year, amount);
            }
            self.own(LineId::CostTailored, Item::CostTailored, LeverId::CostTailored, year);
            self.staff(LineId::CostOverhead, Item::CostOverhead, LeverId::CostOverhead, year);
        }
        if self.has(Item::CostResidential, year) {
            let amount = self.input(Item::CostResidential, year);
            self.put(LineId::CostResidential, year, amount);
        }
        self.one_off(year);
        if year >= 2023 {
            self.safety_net(year);
        }
    }

    /// Own staff and organisation: rises with the own index, year on year, then the lever.
    fn staff(&mut self, line: LineId, item: Item, lever: LeverId, year: i32) {
        let mut amount = self.input(item, year);
        for y in self.baseline.first_year..=year {
            if let Some((key, value)) = self.turn(LeverId::IndexOwn, y) {
                let leaf = self.lever_leaf(key, y, value);
                let factor = self.factor(&[leaf], y);
                let name = Name::cents(item.title(), year);
                amount = self.graph.make(Op::Rate, name, &[amount, factor]);
            }
        }
        let amount = self.with_lever(amount, lever, item.title(), year);
        self.put(line, year, amount);
    }

    /// The pupils that basic support and werkgebieden are paid for: the count that the year's funding leans on.
    fn regular_pupils(&mut self, year: i32) -> Id {
        self.count(if year >= 2023 { Item::Bo } else { Item::BoOct }, year - 1)
    }

    /// A total that is given, or an amount per pupil (and per school); the levers come on top.
    fn regular(&mut self, year: i32) {
        let title = LineId::CostRegular.title();
        let mut parts = Vec::new();
        if self.has(Item::CostRegular, year) || year < 2023 {
            parts.push(self.input(Item::CostRegular, year));
        } else {
            let each = self.input(Item::BasePerPupil, year);
            parts.push(self.per_pupil(each, year));
            if self.has(Item::BaseFoot, year) {
                let foot = self.input(Item::BaseFoot, year);
                parts.push(self.per_school(foot, year));
            }
        }
        if let Some((key, value)) = self.turn(LeverId::BasePerPupil, year) {
            let each = self.lever_leaf(key, year, value);
            parts.push(self.per_pupil(each, year));
        }
        if let Some((key, value)) = self.turn(LeverId::BaseFoot, year) {
            let foot = self.lever_leaf(key, year, value);
            parts.push(self.per_school(foot, year));
        }
        let amount = self.sum_or_only(Name::cents(title, year), &parts);
        self.put(LineId::CostRegular, year, amount);
    }

    fn per_pupil(&mut self, each: Id, year: i32) -> Id {
        let pupils = self.regular_pupils(year);
        let title = t("Bedrag per leerling", "Amount per pupil");
        self.graph.make(Op::Times, Name::cents(title, year), &[pupils, each])
    }

    fn per_school(&mut self, foot: Id, year: i32) -> Id {
        let schools = self.input(Item::Schools, year);
        let title = t("Vaste voet per school", "Fixed amount per school");
        self.graph.make(Op::Times, Name::cents(title, year), &[schools, foot])
    }

    pub(super) fn sum_or_only(&mut self, name: Name, parts: &[Id]) -> Id {
        match parts {
            [only] => *only,
            _ => self.graph.sum(name, parts),
        }
    }

    fn areas_total(&mut self, year: i32) {
        let title = LineId::CostAreas.title();
        let mut parts = Vec::new();
        if self.has(Item::CostAreas, year) || year < 2023 {
            parts.push(self.input(Item::CostAreas, year));
        } else {
            let each = self.input(Item::AreaPerPupil, year);
            parts.push(self.per_pupil(each, year));
        }
        if let Some((key, value)) = self.turn(LeverId::AreaPerPupil, year) {
            let each = self.lever_leaf(key, year, value);
            parts.push(self.per_pupil(each, year));
        }
        if let Some((key, value)) = self.turn(LeverId::AreaFixed, year) {
            parts.push(self.lever_leaf(key, year, value));
        }
        let amount = self.sum_or_only(Name::cents(title, year), &parts);
        self.put(LineId::CostAreas, year, amount);
    }

    fn one_off(&mut self, year: i32) {
        let mut parts = Vec::new();
        if self.has(Item::CostOneOff, year) {
            parts.push(self.input(Item::CostOneOff, year));
        }
        if let Some((key, value)) = self.turn(LeverId::OneOffCost, year) {
            parts.push(self.lever_leaf(key, year, value));
        }
        if !parts.is_empty() {
            let name = Name::cents(LineId::CostOneOff.title(), year);
            let amount = self.sum_or_only(name, &parts);
            self.put(LineId::CostOneOff, year, amount);
        }
    }

    /// Growth after 1 February above a threshold, paid for a share of the tariff over some months. The plan
    /// decides whether there is one: without a share there is no line.
    fn safety_net(&mut self, year: i32) {
        let share = self.agreed(Item::SafetyShare, LeverId::SafetyShare, year);
        if self.graph.value(share).is_none_or(|value| value <= 0) {
            return;
        }
        let threshold = self.agreed(Item::SafetyThreshold, LeverId::SafetyThreshold, year);
        let mut parts = Vec::with_capacity(4);
        if self.is_po() {
            parts.push(self.grown(Item::Sbo, Tariff::Sbo, threshold, year));
        }
        for k in 0..3 {
            let (items, tariff) =
                if self.is_po() { (SO, Tariff::So(k)) } else { (VSO, Tariff::Vso(k)) };
            if let Some(item) = items.get(k) {
                parts.push(self.grown(*item, tariff, threshold, year));
            }
        }
        let name = Name::cents(LineId::CostSafety.title(), year);
        let full = self.graph.sum(name, &parts);
        let paid = self.graph.make(Op::Rate, name, &[full, share]);
        let months = self.scenario.value(LeverId::SafetyMonths, year);
        let (months, twelve) = (self.months(months), self.months(12));
        let amount = self.graph.make(Op::Part, name, &[paid, months, twelve]);
        self.put(LineId::CostSafety, year, amount);
    }

    /// An agreement of the plan, moved by its lever.
    fn agreed(&mut self, item: Item, lever: LeverId, year: i32) -> Id {
        let base = self.input(item, year);
        match self.turn(lever, year) {
            Some((key, value)) => {
                let leaf = self.lever_leaf(key, year, value);
                self.graph.sum(Name::rate(item.title(), year), &[base, leaf])
            }
            None => base,
        }
    }

    /// Pupils more than the threshold allows, times the tariff.
    fn grown(&mut self, item: Item, tariff: Tariff, threshold: Id, year: i32) -> Id {
        let before = self.count(item, year - 1);
        let after = self.count(item, year);
        let title = t("Leerlingen tot de drempel", "Pupils up to the threshold");
        let allowed = self.graph.make(Op::Rate, Name::pupils(title, year), &[before, threshold]);
        let title = t("Groei boven de drempel", "Growth above the threshold");
        let name = Name::pupils(title, year);
        let over = self.graph.make(Op::Minus, name, &[after, before, allowed]);
        let zero = self.graph.fixed(Name::pupils(t("Nul", "Zero"), 0), 0);
        let over = self.graph.make(Op::Largest, name, &[over, zero]);
        self.times(item.title(), tariff, over, year)
    }
}
