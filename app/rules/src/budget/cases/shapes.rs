//! Which formula a worked example asks for, seen from the names of its inputs.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value as Json};

use super::{number, numbers};
use crate::budget::{Sector, Tariff, signal_value};
use crate::money::Money;
use crate::parameter::Parameters;

/// Outcomes by name, each one number or a list.
pub(super) type Outputs = Vec<(&'static str, Vec<Decimal>)>;

/// The inputs of one example.
struct Inputs<'a>(&'a Map<String, Json>);

impl Inputs<'_> {
    fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.0.contains_key(*name))
    }

    /// Exactly these names, no more and no fewer.
    fn only(&self, names: &[&str]) -> bool {
        self.0.len() == names.len() && self.has(names)
    }

    fn one(&self, name: &str) -> Option<Decimal> {
        number(self.0.get(name)?)
    }

    fn all(&self, name: &str) -> Option<Vec<Decimal>> {
        numbers(self.0.get(name)?)
    }

    /// Two inputs combined, place by place; a single number serves every place.
    fn zip(
        &self,
        a: &str,
        b: &str,
        with: fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Vec<Decimal>> {
        let (a, b) = (self.all(a)?, self.all(b)?);
        let length = a.len().max(b.len());
        let at = |list: &[Decimal], place| match list {
            [only] => Some(*only),
            list => list.get(place).copied(),
        };
        (0..length).map(|place| with(at(&a, place)?, at(&b, place)?)).collect()
    }
}

type Shape = fn(&Inputs<'_>, &Map<String, Json>) -> Option<Outputs>;

/// The formulas in order; the first that knows the names answers.
const SHAPES: [Shape; 17] = [
    formation,
    age_weighted,
    index_part,
    index_price,
    cut,
    foot,
    base_and_extra,
    rise,
    counted,
    year_amount,
    compensation_of_one,
    signal,
    share,
    sbo_norm,
    times,
    ratio,
    sum_or_difference,
];

/// Works an example out; `None` when nobody knows its shape.
pub(super) fn solve(input: &Json, expected: &Map<String, Json>) -> Option<Outputs> {
    match input {
        Json::Array(list) => compensation(list),
        Json::Object(names) => {
            let inputs = Inputs(names);
            SHAPES.iter().find_map(|shape| shape(&inputs, expected))
        }
        _ => None,
    }
}

fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn one(name: &'static str, value: Decimal) -> Option<Outputs> {
    Some(vec![(name, vec![value])])
}

/// Formation per pupil times the average salary cost.
fn formation(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    inputs.only(&["fte", "gpl"]).then_some(())?;
    Some(vec![("bedrag", inputs.zip("fte", "gpl", |fte, gpl| Some(cents(fte.checked_mul(gpl)?)))?)])
}

/// An amount plus a rise per year of average age.
fn age_weighted(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let (base, rise) = if inputs.only(&["bedrag", "verhoging", "ggl"]) {
        (inputs.one("bedrag")?, inputs.one("verhoging")?)
    } else if inputs.only(&["basis", "leeftijd", "ggl"]) {
        (inputs.one("basis")?, inputs.one("leeftijd")?)
    } else {
        return None;
    };
    one("bedrag", cents(base.checked_add(rise.checked_mul(inputs.one("ggl")?)?)?))
}

/// A rise of prices or wages counts for its share; something one-off may be added.
fn index_part(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let rises = [
        ("prijsbijstelling", ["aandeel", "prijsaandeel", "aandeel_prijs"]),
        ("loonbijstelling", ["loonaandeel", "aandeel_loon", "aandeel"]),
    ];
    let mut used = 0;
    let mut index = Decimal::ZERO;
    for (rise, shares) in rises {
        let Some(value) = inputs.one(rise) else { continue };
        let share = shares.iter().find_map(|share| inputs.one(share))?;
        index = index.checked_add(value.checked_mul(share)?)?;
        used += 2;
    }
    for extra in ["incidenteel", "correctie"] {
        if let (Some(value), true) = (inputs.one(extra), used > 0) {
            index = index.checked_add(value)?;
            used += 1;
        }
    }
    (used > 0 && used == inputs.0.len()).then_some(vec![("index", vec![index])])
}

/// The rise of prices behind an index.
fn index_price(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    inputs.only(&["index", "aandeel"]).then_some(())?;
    one("prijsbijstelling", inputs.one("index")?.checked_div(inputs.one("aandeel")?)?)
}

/// Before and after a cut per pupil.
fn cut(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    if inputs.only(&["na_korting", "korting"]) {
        let before = inputs.zip("na_korting", "korting", Decimal::checked_add)?;
        return Some(vec![("voor_korting", before)]);
    }
    inputs.only(&["voor_korting", "korting"]).then_some(())?;
    Some(vec![("na_korting", inputs.zip("voor_korting", "korting", Decimal::checked_sub)?)])
}

/// A fixed amount per school and an amount per pupil.
fn foot(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    inputs.only(&["vaste_voet", "per_leerling", "leerlingen"]).then_some(())?;
    let pupils = inputs.one("leerlingen")?;
    let each = inputs.one("per_leerling")?.checked_mul(pupils)?;
    let total = inputs.one("vaste_voet")?.checked_add(each)?;
    let mean = cents(total.checked_div(pupils)?);
    Some(vec![("totaal", vec![total]), ("per_leerling", vec![mean])])
}

/// Regular schools get base and extra, special schools the base.
fn base_and_extra(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let with_old = inputs.only(&["basis", "extra", "basis_oud", "extra_oud"]);
    (with_old || inputs.only(&["basis", "extra"])).then_some(())?;
    let (base, extra) = (inputs.one("basis")?, inputs.one("extra")?);
    let mut out = vec![("bao", vec![base.checked_add(extra)?]), ("sbo_so", vec![base])];
    if with_old {
        let growth = |new: Decimal, old: Decimal| new.checked_div(old)?.checked_sub(Decimal::ONE);
        out.push(("groei_basis", vec![growth(base, inputs.one("basis_oud")?)?]));
        out.push(("groei_extra", vec![growth(extra, inputs.one("extra_oud")?)?]));
    }
    Some(out)
}

/// `sbo_2017`, `so_2021`: the last year's sum minus the first year's.
fn rise(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let mut sums: std::collections::BTreeMap<i32, Decimal> = std::collections::BTreeMap::new();
    for (name, json) in inputs.0 {
        let year: i32 = name.rsplit_once('_')?.1.parse().ok()?;
        let sum = sums.entry(year).or_default();
        *sum = sum.checked_add(number(json)?)?;
    }
    let ((_, first), (_, last)) = (sums.first_key_value()?, sums.last_key_value()?);
    (sums.len() > 1).then(|| vec![("stijging", vec![last - first])])
}

/// SBO and SO pupils times the amounts of a year (2024 when none is given).
fn counted(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    const NAMES: [(&str, Tariff); 4] = [
        ("sbo", Tariff::Sbo),
        ("cat1", Tariff::So(0)),
        ("cat2", Tariff::So(1)),
        ("cat3", Tariff::So(2)),
    ];
    let known = |name: &str| name == "jaar" || NAMES.iter().any(|(one, _)| *one == name);
    inputs.0.keys().all(|name| known(name)).then_some(())?;
    let year = inputs.0.get("jaar").and_then(Json::as_i64).unwrap_or(2024);
    let mut out = Vec::new();
    let mut sum = Decimal::ZERO;
    for (name, tariff) in NAMES {
        let Some(pupils) = inputs.one(name) else { continue };
        let amount =
            pupils.checked_mul(national(tariff, Sector::Po, i32::try_from(year).ok()?)?)?;
        sum = sum.checked_add(amount)?;
        out.push((name, vec![amount]));
    }
    (!out.is_empty()).then_some(())?;
    out.push(("totaal", vec![sum]));
    Some(out)
}

fn national(tariff: Tariff, sector: Sector, year: i32) -> Option<Decimal> {
    let day = NaiveDate::from_ymd_opt(year, 7, 1)?;
    Parameters::national().ok()?.get(tariff.key(sector), day).map(|row| row.value)
}

/// A year in five and seven months.
fn year_amount(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    inputs.only(&["jaarbedrag"]).then_some(())?;
    let year = inputs.one("jaarbedrag")?;
    let autumn = cents(year.checked_mul(Decimal::from(5))?.checked_div(Decimal::from(12))?);
    Some(vec![("aug_dec", vec![autumn]), ("jan_jul", vec![year.checked_sub(autumn)?])])
}

fn compensation_of_one(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    inputs.has(&["ev", "baten", "leerlingen"]).then_some(())?;
    compensation(&[Json::Object(inputs.0.clone())])
}

/// The cut of 2023 per partnership and what is given back of it.
fn compensation(list: &[Json]) -> Option<Outputs> {
    let (mut cuts, mut backs) = (Vec::new(), Vec::new());
    for json in list {
        let inputs = Inputs(json.as_object()?);
        let vo = inputs.0.get("sector").and_then(Json::as_str) == Some("vo");
        let sector = if vo { Sector::Vo } else { Sector::Po };
        let each = inputs.one("korting_per_leerling").or(national(Tariff::Cut, sector, 2023))?;
        let cut = inputs.one("leerlingen")?.checked_mul(each)?;
        let limit = limit(inputs.one("baten")?)?;
        let excess = inputs.one("ev")?.checked_sub(limit)?.max(Decimal::ZERO);
        backs.push(cut.checked_sub(excess)?.max(Decimal::ZERO));
        cuts.push(cut);
    }
    (!cuts.is_empty()).then(|| vec![("korting", cuts), ("compensatie", backs)])
}

/// The signal value of an amount of income, to the cent, by the simulator's own function.
fn limit(income: Decimal) -> Option<Decimal> {
    let income = Money::from_decimal(income)?;
    signal_value(income, 35_000, Money::euros(250_000)).map(Money::to_decimal)
}

/// Income, and own capital if given: the signal value and what lies above it.
fn signal(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let with_capital = inputs.only(&["baten", "ev"]);
    (with_capital || inputs.only(&["baten"])).then_some(())?;
    let limits: Vec<Decimal> =
        inputs.all("baten")?.into_iter().map(limit).collect::<Option<_>>()?;
    if !with_capital {
        return Some(vec![("signaleringswaarde", limits)]);
    }
    let capital = inputs.all("ev")?.into_iter();
    let excess: Vec<Decimal> =
        capital.zip(&limits).map(|(ev, limit)| (ev - limit).max(Decimal::ZERO)).collect();
    let names = ["bovenmatig", "boven", "excess"];
    let mut out = vec![("signaleringswaarde", limits)];
    out.extend(names.map(|name| (name, excess.clone())));
    Some(out)
}

/// A part of a whole; `po` and `vo` together out of all.
fn share(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    if inputs.only(&["po", "vo", "totaal_swv"]) {
        let sum = inputs.one("po")?.checked_add(inputs.one("vo")?)?;
        let part = sum.checked_div(inputs.one("totaal_swv")?)?;
        let name = "boven_signaleringswaarde";
        return Some(vec![(name, vec![sum]), ("som", vec![sum]), ("pct", vec![part])]);
    }
    let pairs = [("boven", "totaal"), ("deel", "geheel"), ("deel", "totaal"), ("teller", "noemer")];
    let (part, whole) = pairs.into_iter().find(|(part, whole)| inputs.only(&[part, whole]))?;
    Some(vec![("pct", inputs.zip(part, whole, Decimal::checked_div)?)])
}

/// Two percent of bo and SBO in whole pupils, what lies above it, and the participation.
fn sbo_norm(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let bo = ["bo", "bao"].into_iter().find(|bo| inputs.only(&[bo, "sbo"]))?;
    let sbo = inputs.one("sbo")?;
    let all = inputs.one(bo)?.checked_add(sbo)?;
    let norm = all
        .checked_mul(Decimal::new(2, 2))?
        .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let above = sbo.checked_sub(norm)?.max(Decimal::ZERO);
    let part = sbo.checked_div(all)?;
    Some(vec![("norm", vec![norm]), ("boven", vec![above]), ("deelname", vec![part])])
}

/// An amount per pupil times pupils.
fn times(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    let pairs = [
        ("tarief", "leerlingen"),
        ("bedrag", "leerlingen"),
        ("tarief", "aantal"),
        ("bedrag", "aantal"),
    ];
    let (each, pupils) = pairs.into_iter().find(|(each, pupils)| inputs.only(&[each, pupils]))?;
    Some(vec![("bedrag", inputs.zip(each, pupils, Decimal::checked_mul)?)])
}

/// New against old.
fn ratio(inputs: &Inputs<'_>, _: &Map<String, Json>) -> Option<Outputs> {
    if inputs.only(&["t1", "t2"]) {
        return Some(vec![("index", inputs.zip("t2", "t1", Decimal::checked_div)?)]);
    }
    inputs.only(&["nieuw", "oud"]).then_some(())?;
    let growth = |new: Decimal, old: Decimal| new.checked_div(old)?.checked_sub(Decimal::ONE);
    Some(vec![("groei", inputs.zip("nieuw", "oud", growth)?)])
}

/// Any set of amounts whose total, or difference when there are two, is asked for by name.
fn sum_or_difference(inputs: &Inputs<'_>, expected: &Map<String, Json>) -> Option<Outputs> {
    let asked = |names: &[&str]| names.iter().any(|name| expected.contains_key(*name));
    let mut values = Vec::new();
    let mut printed = None;
    for (name, json) in inputs.0 {
        match name.as_str() {
            "gepubliceerd" | "gedrukt" => printed = Some(number(json)?),
            _ => values.push(number(json)?),
        }
    }
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value))?;
    if asked(&["totaal", "som", "samen", "total"]) && values.len() > 1 {
        let mut out = vec![("som", vec![sum])];
        out.extend(printed.map(|printed| ("verschil", vec![sum - printed])));
        let wanted = expected.get("gepubliceerd").or(expected.get("gedrukt")).and_then(number);
        if let (None, Some(wanted)) = (printed, wanted) {
            out.push(("verschil", vec![sum - wanted]));
        }
        return Some(out);
    }
    match values.as_slice() {
        [a, b] if asked(&["verschil"]) => one("verschil", (a - b).abs()),
        _ => None,
    }
}
