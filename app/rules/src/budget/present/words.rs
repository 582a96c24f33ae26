//! The sentences: the result, the reserve, what is still to do, what a movement and a moment are called.

use crate::budget::{
    Amount, AreaLine, Baseline, Cell, LineId, Missing, Moment, Movement, Sentence, Simulation,
};
use crate::money::Money;
use crate::notation::{date, money_rounded};
use crate::text::{Lang, Text, t};

/// "Met deze keuzes houdt PPO-NK in 2027 € 12.400 over (was: € 8.100 tekort)." Without a known result it says how many
/// facts are missing. `was` is left out where nothing changed.
pub fn result_sentence(name: &str, sentence: &Sentence, lang: Lang) -> String {
    let year = sentence.year;
    let now = match &sentence.now.amount {
        Amount::Known(now) => *now,
        Amount::Unknown(missing) => return unknown(name, year, missing.len(), lang),
    };
    let was = sentence.was.money().filter(|was| *was != now);
    let was = was.map_or_else(String::new, |was| match lang {
        Lang::Nl => format!(" (was: {})", short(was, lang)),
        Lang::En => format!(" (was: {})", short(was, lang)),
    });
    match (lang, now.as_cents()) {
        (Lang::Nl, 0) => format!("Met deze keuzes komt {name} in {year} precies uit{was}."),
        (Lang::Nl, 1..) => {
            format!("Met deze keuzes houdt {name} in {year} {} over{was}.", size(now, lang))
        }
        (Lang::Nl, _) => {
            format!("Met deze keuzes komt {name} in {year} {} tekort{was}.", size(now, lang))
        }
        (Lang::En, 0) => format!("With these choices {name} breaks even in {year}{was}."),
        (Lang::En, 1..) => {
            format!("With these choices {name} has {} left in {year}{was}.", size(now, lang))
        }
        (Lang::En, _) => {
            format!("With these choices {name} is {} short in {year}{was}.", size(now, lang))
        }
    }
}

fn unknown(name: &str, year: i32, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!(
            "Wat {name} in {year} overhoudt, is nog niet bekend. {}",
            to_do(count, year, lang)
        ),
        Lang::En => {
            format!("What {name} has left in {year} is not known yet. {}", to_do(count, year, lang))
        }
    }
}

/// "Nog 12 gegevens nodig om 2027 te berekenen."
pub fn to_do(count: usize, year: i32, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Nl, 1) => format!("Nog 1 gegeven nodig om {year} te berekenen."),
        (Lang::Nl, _) => format!("Nog {count} gegevens nodig om {year} te berekenen."),
        (Lang::En, 1) => format!("1 more fact needed to work out {year}."),
        (Lang::En, _) => format!("{count} more facts needed to work out {year}."),
    }
}

/// "In 2027 verandert er nog niets; vanaf 2028 wel." When choices are felt later than in the year that one looks at:
/// a count date lies between.
pub fn felt_later(base: &Simulation, now: &Simulation, year: i32, lang: Lang) -> Option<String> {
    let changed = |year: &i32| {
        let cell = Cell::Year(LineId::Result, *year);
        base.money(cell).is_some() && base.money(cell) != now.money(cell)
    };
    let first = now.years.iter().copied().find(changed).filter(|first| *first > year)?;
    Some(match lang {
        Lang::Nl => format!("In {year} verandert er nog niets; je keuzes tellen vanaf {first}."),
        Lang::En => format!("Nothing changes in {year} yet; your choices count from {first}."),
    })
}

fn size(amount: Money, lang: Lang) -> String {
    let size = if amount.is_negative() { -amount } else { amount };
    money_rounded(size, lang)
}

/// "€ 8.100 tekort", "€ 300 over", "precies uit".
fn short(amount: Money, lang: Lang) -> String {
    match (lang, amount.as_cents()) {
        (Lang::Nl, 0) => "precies uit".to_owned(),
        (Lang::Nl, 1..) => format!("{} over", size(amount, lang)),
        (Lang::Nl, _) => format!("{} tekort", size(amount, lang)),
        (Lang::En, 0) => "even".to_owned(),
        (Lang::En, 1..) => format!("{} left", size(amount, lang)),
        (Lang::En, _) => format!("{} short", size(amount, lang)),
    }
}

/// A partnership's name without what stands in brackets: "PPO-NK".
pub fn short_name(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(short, _)| short)
}

/// What is to be said about the own capital of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReserveNote {
    /// Capital below nothing: there is no such thing as a budget that ends here.
    Negative { year: i32, by: Money },
    /// Under the partnership's own minimum.
    UnderFloor { year: i32, by: Money },
    /// Above the signal value: possibly excessive.
    AboveSignal { year: i32, by: Money },
    /// The own minimum lies above the signal value: both at once cannot be met.
    Conflict { year: i32, floor: Money, signal: Money },
}

/// What is to be said about the own capital: each kind of note once, for the first year in which it holds. Empty when
/// all is well or unknown.
pub fn reserve_notes(simulation: &Simulation) -> Vec<ReserveNote> {
    let mut notes: Vec<ReserveNote> = Vec::new();
    for note in simulation.years.iter().flat_map(|year| notes_of(simulation, *year)) {
        let kind = std::mem::discriminant(&note);
        if notes.iter().all(|known| std::mem::discriminant(known) != kind) {
            notes.push(note);
        }
    }
    notes
}

fn notes_of(simulation: &Simulation, year: i32) -> Vec<ReserveNote> {
    let at = |line| simulation.money(Cell::Year(line, year));
    let mut notes = Vec::new();
    let floor = at(LineId::ReserveFloor).filter(|floor| *floor > Money::ZERO);
    if let (Some(floor), Some(signal)) = (floor, at(LineId::SignalValue))
        && floor > signal
    {
        notes.push(ReserveNote::Conflict { year, floor, signal });
    }
    let Some(end) = at(LineId::ReserveEnd) else { return notes };
    if end < Money::ZERO {
        notes.push(ReserveNote::Negative { year, by: -end });
    } else if let Some(floor) = floor.filter(|floor| end < *floor) {
        notes.push(ReserveNote::UnderFloor { year, by: floor - end });
    }
    if let Some(signal) = at(LineId::SignalValue).filter(|signal| end > *signal) {
        notes.push(ReserveNote::AboveSignal { year, by: end - signal });
    }
    notes
}

impl ReserveNote {
    pub fn sentence(self, lang: Lang) -> String {
        let m = |amount| money_rounded(amount, lang);
        match (self, lang) {
            (Self::Negative { year, by }, Lang::Nl) => {
                format!("Eind {year} is het eigen vermogen op: er ontbreekt dan {}.", m(by))
            }
            (Self::Negative { year, by }, Lang::En) => {
                format!("At the end of {year} the own capital is used up: {} is missing.", m(by))
            }
            (Self::UnderFloor { year, by }, Lang::Nl) => {
                format!("Eind {year} ligt het eigen vermogen {} onder jullie eigen minimum.", m(by))
            }
            (Self::UnderFloor { year, by }, Lang::En) => {
                format!("At the end of {year} the own capital is {} below your own minimum.", m(by))
            }
            (Self::AboveSignal { year, by }, Lang::Nl) => format!(
                "Eind {year} ligt het eigen vermogen {} boven de signaleringswaarde. De Inspectie kan dan vragen waarom.",
                m(by)
            ),
            (Self::AboveSignal { year, by }, Lang::En) => format!(
                "At the end of {year} the own capital is {} above the signal value. The Inspectorate may ask why.",
                m(by)
            ),
            (Self::Conflict { year, floor, signal }, Lang::Nl) => format!(
                "In {year} spreken twee grenzen elkaar tegen: jullie eigen minimum ({}) ligt boven de signaleringswaarde ({}). Aan allebei voldoen kan niet; een mens beslist.",
                m(floor),
                m(signal)
            ),
            (Self::Conflict { year, floor, signal }, Lang::En) => format!(
                "In {year} two limits contradict: your own minimum ({}) is above the signal value ({}). Meeting both is impossible; a person decides.",
                m(floor),
                m(signal)
            ),
        }
    }
}

/// What one pupil does: "Naar SO, categorie 2".
pub fn movement(movement: Movement, lang: Lang) -> String {
    let category = |text: Text, k: u8| match lang {
        Lang::Nl => format!("{} categorie {k}", text.nl),
        Lang::En => format!("{} category {k}", text.en),
    };
    match movement {
        Movement::ToSbo => {
            t("Van de basisschool naar het SBO", "From regular primary to SBO").get(lang).into()
        }
        Movement::SboBack => {
            t("Van het SBO terug naar de basisschool", "From SBO back to regular primary")
                .get(lang)
                .into()
        }
        Movement::Decline => {
            t("Eén leerling minder op de basisschool", "One pupil less in regular primary")
                .get(lang)
                .into()
        }
        Movement::ToSo(k) => {
            category(t("Van de basisschool naar SO", "From regular primary to SO"), k)
        }
        Movement::SboToSo(k) => category(t("Van SBO naar SO", "From SBO to SO"), k),
        Movement::SoBack(k) => match lang {
            Lang::Nl => format!("Van SO categorie {k} terug naar de basisschool"),
            Lang::En => format!("From SO category {k} back to regular primary"),
        },
        Movement::SoElsewhere(k) => match lang {
            Lang::Nl => format!("Leerling van elders met jullie TLV, SO categorie {k}"),
            Lang::En => format!("Pupil from elsewhere with your TLV, SO category {k}"),
        },
        Movement::Category { from, to } => match lang {
            Lang::Nl => format!("Van SO categorie {from} naar {to}"),
            Lang::En => format!("From SO category {from} to {to}"),
        },
    }
}

/// What the year of an input stands for: "1 februari 2026", "schooljaar 2027-2028", "31 december 2026", "2027".
pub fn moment(moment: Moment, year: i32, lang: Lang) -> String {
    let day = |month, day| {
        let found = chrono::NaiveDate::from_ymd_opt(year, month, day);
        found.map_or_else(|| year.to_string(), |found| date(found, lang))
    };
    match (moment, lang) {
        (Moment::February, _) => day(2, 1),
        (Moment::October, _) => day(10, 1),
        (Moment::YearEnd, _) => day(12, 31),
        (Moment::Calendar, _) => year.to_string(),
        (Moment::School, Lang::Nl) => format!("schooljaar {year}-{}", year + 1),
        (Moment::School, Lang::En) => format!("school year {year}-{}", year + 1),
    }
}

/// The werkgebied (or board) with this place in the baseline.
pub fn part_name<'a>(baseline: &'a Baseline, slug: &'a str) -> &'a str {
    baseline.areas.iter().find(|area| area.slug == slug).map_or(slug, |area| &area.name)
}

/// What a cell is, for who cannot see where it stands: "Resultaat 2027", "Heiloo: budget 2027".
pub fn cell_name(baseline: &Baseline, cell: Cell, lang: Lang) -> String {
    let area_name = |at: usize| baseline.areas.get(at).map_or("", |area| area.name.as_str());
    match cell {
        Cell::Year(line, year) => format!("{} {year}", line.title().get(lang)),
        Cell::School(line, year) => {
            format!("{} {}", line.title().get(lang), moment(Moment::School, year, lang))
        }
        Cell::Area(line, at, year) => area_cell(line, area_name(at), year, lang),
        Cell::Pupil(who, part, year) => {
            format!("{}, {} {year}", movement(who, lang), part.title().get(lang).to_lowercase())
        }
        Cell::Board(_, year) => format!("{} {year}", LineId::IncomeDeficit.title().get(lang)),
    }
}

fn area_cell(line: AreaLine, area: &str, year: i32, lang: Lang) -> String {
    format!("{area}: {} {year}", line.title().get(lang))
}

impl Missing {
    /// "Leerlingen basisonderwijs, Heiloo".
    pub fn name(&self, baseline: &Baseline, lang: Lang) -> String {
        let title = self.title().get(lang);
        match self {
            Self::Input(key) => match &key.part {
                Some(part) => format!("{title}, {}", part_name(baseline, part)),
                None => title.to_owned(),
            },
            Self::Tariff { key, .. } => tariff_name(key, lang),
        }
    }
}

/// The name of a tariff with its category, which the list of titles leaves out.
pub fn tariff_name(key: &str, lang: Lang) -> String {
    let title = crate::budget::tariff::title(key).get(lang);
    let category = (1..=3).find(|k| key.contains(&format!("cat{k}")));
    match (category, lang) {
        (Some(k), Lang::Nl) => format!("{title}, categorie {k}"),
        (Some(k), Lang::En) => format!("{title}, category {k}"),
        (None, _) => title.to_owned(),
    }
}
