//! Funding up to calendar year 2022: staff money per school year, running costs per calendar year, both on the
//! count of 1 October of the year before; SBO above two percent and growth on 1 February.

use super::graph::{Id, Name, Op};
use super::item::Item;
use super::line::LineId;
use super::sheet::{Sheet, YearLine};
use super::tariff::Tariff;
use crate::text::{Text, t};

const YOUNG: [Item; 3] = [Item::SoYoung1Oct, Item::SoYoung2Oct, Item::SoYoung3Oct];
const OLD: [Item; 3] = [Item::SoOld1Oct, Item::SoOld2Oct, Item::SoOld3Oct];
const YOUNG_GROWTH: [Item; 3] = [Item::GrowthSoYoung1, Item::GrowthSoYoung2, Item::GrowthSoYoung3];
const OLD_GROWTH: [Item; 3] = [Item::GrowthSoOld1, Item::GrowthSoOld2, Item::GrowthSoOld3];
const VSO_OCT: [Item; 3] = [Item::VsoOct1, Item::VsoOct2, Item::VsoOct3];

/// A line that is made of a school year's staff money and a calendar year's running costs.
#[derive(Clone, Copy)]
enum Stream {
    Light,
    Heavy,
    Sbo,
    So,
    /// What SO takes more than heavy support brings.
    Short,
}

impl Sheet<'_> {
    /// Light and heavy support and the transfers to SBO and SO, for one calendar year up to 2022.
    pub(super) fn funding_before_2023(&mut self, year: i32) {
        if self.is_po() {
            self.stream(LineId::IncomeLight, Stream::Light, year);
            self.given_or(LineId::CostSbo, Item::CostSbo, Stream::Sbo, year);
        } else {
            let light = self.light_secondary(year);
            self.put(LineId::IncomeLight, year, light);
        }
        self.stream(LineId::IncomeHeavy, Stream::Heavy, year);
        self.given_or(LineId::CostSo, Item::CostSo, Stream::So, year);
        if !self.has(Item::CostSo, year) {
            self.stream(LineId::IncomeDeficit, Stream::Short, year);
        }
    }

    fn given_or(&mut self, line: LineId, item: Item, stream: Stream, year: i32) {
        if self.has(item, year) {
            let given = self.input(item, year);
            self.put(line, year, given);
        } else {
            self.stream(line, stream, year);
        }
    }

    /// Seven months of one school year, five of the next, and the year's running costs.
    fn stream(&mut self, line: LineId, stream: Stream, year: i32) {
        let before = self.staff_of(stream, year - 1);
        let before_autumn = self.autumn(before, year - 1);
        let spring_staff = self.spring(before, before_autumn, year);
        let after = self.staff_of(stream, year);
        let autumn_staff = self.autumn(after, year);
        let running = self.running_of(stream, year);
        let autumn_running = self.autumn(running, year);
        let spring_running = self.spring(running, autumn_running, year);
        let half = |title| Name::cents(title, year);
        let spring_title = t("Januari tot en met juli", "January to July");
        let spring = self.graph.sum(half(spring_title), &[spring_staff, spring_running]);
        let autumn_title = t("Augustus tot en met december", "August to December");
        let autumn = self.graph.sum(half(autumn_title), &[autumn_staff, autumn_running]);
        let whole = self.graph.sum(half(line.title()), &[spring, autumn]);
        self.put_halves(line, year, YearLine { year: whole, halves: Some((spring, autumn)) });
    }

    fn staff_of(&mut self, stream: Stream, school: i32) -> Id {
        match stream {
            Stream::Light => self.light_staff(school),
            Stream::Heavy => self.heavy_staff(school),
            Stream::Sbo => self.sbo_staff(school),
            Stream::So => self.so_staff(school),
            Stream::Short => self.short_staff(school),
        }
    }

    fn running_of(&mut self, stream: Stream, year: i32) -> Id {
        match stream {
            Stream::Light => self.light_running(year),
            Stream::Heavy => self.heavy_running(year),
            Stream::Sbo => self.sbo_running(year),
            Stream::So => self.so_running(year),
            Stream::Short => self.short_running(year),
        }
    }

    fn light_staff(&mut self, school: i32) -> Id {
        let bo = self.count(Item::BoOct, school - 1);
        self.times(Tariff::LightStaff.title(), Tariff::LightStaff, bo, school)
    }

    fn light_running(&mut self, year: i32) -> Id {
        let bo = self.count(Item::BoOct, year - 1);
        self.times(Tariff::LightRunning.title(), Tariff::LightRunning, bo, year)
    }

    /// Bo and SBO on 1 October; secondary: all regular secondary pupils.
    fn october_pupils(&mut self, count_year: i32) -> Id {
        if !self.is_po() {
            return self.count(Item::Vo, count_year);
        }
        let bo = self.count(Item::BoOct, count_year);
        let sbo = self.count(Item::SboOct, count_year);
        let title = t("Leerlingen bo en SBO, 1 oktober", "Pupils bo and SBO, 1 October");
        self.graph.sum(Name::pupils(title, count_year), &[bo, sbo])
    }

    fn heavy_staff(&mut self, school: i32) -> Id {
        let pupils = self.october_pupils(school - 1);
        self.times(Tariff::HeavyStaff.title(), Tariff::HeavyStaff, pupils, school)
    }

    fn heavy_running(&mut self, year: i32) -> Id {
        let pupils = self.october_pupils(year - 1);
        self.times(Tariff::HeavyRunning.title(), Tariff::HeavyRunning, pupils, year)
    }

    /// Two percent of bo and SBO on 1 October, rounded to a whole pupil: the state pays these.
    fn sbo_norm(&mut self, count_year: i32) -> Id {
        let pupils = self.october_pupils(count_year);
        let norm = self.tariff(Tariff::SboNorm, count_year + 1);
        let title = t("SBO-leerlingen die het Rijk betaalt", "SBO pupils the state pays for");
        self.graph.make(Op::Rate, Name::pupils(title, count_year), &[pupils, norm])
    }

    fn over(&mut self, title: Text, parts: &[Id], year: i32) -> Id {
        let over = self.graph.make(Op::Minus, Name::pupils(title, year), parts);
        let zero = self.graph.fixed(Name::pupils(t("Nul", "Zero"), 0), 0);
        self.graph.make(Op::Largest, Name::pupils(title, year), &[over, zero])
    }

    /// Above two percent on 1 February, growth since 1 October, and own pupils at an SBO elsewhere.
    fn sbo_staff(&mut self, school: i32) -> Id {
        let february = self.count(Item::Sbo, school);
        let paid = self.input(Item::BorderSboPaid, school);
        let norm = self.sbo_norm(school - 1);
        let title = t("SBO-leerlingen boven de norm, 1 februari", "SBO pupils above the norm");
        let above = self.over(title, &[february, paid, norm], school);
        let october = self.count(Item::SboOct, school - 1);
        let title = t("SBO-groei tot 1 februari", "SBO growth to 1 February");
        let growth = self.over(title, &[february, paid, october], school);
        let border = self.input(Item::BorderSbo, school);
        let late = self.input(Item::BorderSboLate, school);
        let parts = [
            self.times(Tariff::SboAboveStaff.title(), Tariff::SboAboveStaff, above, school),
            self.times(Tariff::SboGrowth.title(), Tariff::SboGrowth, growth, school),
            self.times(Item::BorderSbo.title(), Tariff::SboAboveStaff, border, school),
            self.times(Tariff::SboLate.title(), Tariff::SboLate, late, school),
        ];
        self.graph.sum(Name::cents(t("SBO, personeel", "SBO, staff"), school), &parts)
    }

    /// Above two percent on 1 October, never more than the light running costs that came in.
    fn sbo_running(&mut self, year: i32) -> Id {
        let october = self.count(Item::SboOct, year - 1);
        let norm = self.sbo_norm(year - 1);
        let title = t("SBO-leerlingen boven de norm, 1 oktober", "SBO pupils above the norm");
        let above = self.over(title, &[october, norm], year - 1);
        let title = Tariff::SboAboveRunning.title();
        let full = self.times(title, Tariff::SboAboveRunning, above, year);
        let cap = self.light_running(year);
        self.graph.make(Op::Smallest, Name::cents(title, year), &[full, cap])
    }

    fn so_staff(&mut self, school: i32) -> Id {
        let mut parts = Vec::with_capacity(12);
        if self.is_po() {
            for (old, counts, growth) in [(false, YOUNG, YOUNG_GROWTH), (true, OLD, OLD_GROWTH)] {
                for (k, (item, grown)) in counts.into_iter().zip(growth).enumerate() {
                    let tariff = Tariff::SoStaff { old, k };
                    let pupils = self.count(item, school - 1);
                    parts.push(self.times(item.title(), tariff, pupils, school));
                    let pupils = self.input(grown, school);
                    parts.push(self.times(grown.title(), tariff, pupils, school));
                }
            }
        } else {
            for (k, item) in VSO_OCT.into_iter().enumerate() {
                let pupils = self.count(item, school - 1);
                parts.push(self.times(item.title(), Tariff::VsoStaff(k), pupils, school));
            }
        }
        self.graph.sum(Name::cents(t("(V)SO, personeel", "(V)SO, staff"), school), &parts)
    }

    fn so_running(&mut self, year: i32) -> Id {
        let mut parts = Vec::with_capacity(6);
        if self.is_po() {
            for (old, counts) in [(false, YOUNG), (true, OLD)] {
                for (k, item) in counts.into_iter().enumerate() {
                    let pupils = self.count(item, year - 1);
                    let tariff = Tariff::SoRunning { old, k };
                    parts.push(self.times(item.title(), tariff, pupils, year));
                }
            }
        } else {
            for (k, item) in VSO_OCT.into_iter().enumerate() {
                let pupils = self.count(item, year - 1);
                parts.push(self.times(item.title(), Tariff::VsoRunning(k), pupils, year));
            }
        }
        let title = t("(V)SO, materieel", "(V)SO, running costs");
        self.graph.sum(Name::cents(title, year), &parts)
    }

    /// What SO takes more than heavy support: the minister takes it from all schools by number of pupils.
    fn short_staff(&mut self, school: i32) -> Id {
        let so = self.so_staff(school);
        let heavy = self.heavy_staff(school);
        self.short(so, heavy, school)
    }

    fn short_running(&mut self, year: i32) -> Id {
        let so = self.so_running(year);
        let heavy = self.heavy_running(year);
        self.short(so, heavy, year)
    }

    fn short(&mut self, so: Id, heavy: Id, year: i32) -> Id {
        let title = LineId::IncomeDeficit.title();
        let over = self.graph.make(Op::Minus, Name::cents(title, year), &[so, heavy]);
        self.positive(title, over, year)
    }
}
