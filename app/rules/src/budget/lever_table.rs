//! The table behind [`LeverId`]: one row per lever, in the order of the enum.

use super::input::Sector;
use super::item::Unit;
use super::lever::{Group, Lever, LeverId, Span};
use crate::text::{Text, t};

type Range = (i64, i64, i64);

/// `range` is min, max, step; `plausible` is low, high. The default is 0 and the lever goes per year.
const fn row(
    lever: LeverId,
    id: &'static str,
    (group, unit): (Group, Unit),
    (min, max, step): Range,
    plausible: (i64, i64),
    title: Text,
    hint: Text,
) -> Lever {
    let (sector, span, default) = (None, Span::PerYear, 0);
    Lever { lever, id, group, sector, unit, span, min, max, step, default, plausible, title, hint }
}

const fn only(sector: Sector, lever: Lever) -> Lever {
    Lever { sector: Some(sector), ..lever }
}

const fn all_years(default: i64, lever: Lever) -> Lever {
    Lever { span: Span::AllYears, default, ..lever }
}

const PUPILS: (Group, Unit) = (Group::Pupils, Unit::Pupils);
const SHARE: (Group, Unit) = (Group::Pupils, Unit::Millionths);
const INDEX: (Group, Unit) = (Group::Tariffs, Unit::Millionths);
const AREAS: (Group, Unit) = (Group::Areas, Unit::Cents);
const AREAS_RATE: (Group, Unit) = (Group::Areas, Unit::Millionths);
const SCHOOLS: (Group, Unit) = (Group::Schools, Unit::Cents);
const OWN: (Group, Unit) = (Group::Own, Unit::Cents);
const INCOME: (Group, Unit) = (Group::Income, Unit::Cents);
const RULES_RATE: (Group, Unit) = (Group::Rules, Unit::Millionths);

/// Pupils per year, both ways.
const MOVES: Range = (-200, 200, 1);
/// Five million euro either way, per thousand.
const MILLIONS: Range = (-500_000_000, 500_000_000, 100_000);

const MOVE_HINT: Text = t(
    "Leerlingen die in dat jaar verhuizen; de teldatum bepaalt vanaf wanneer het in geld telt",
    "Pupils who move in that year; the count date decides from when it shows in money",
);
const LEAVE_HINT: Text = t(
    "Leerlingen die naar het vervolgonderwijs gaan of verhuizen; zij komen niet terug op een reguliere school",
    "Pupils who leave for secondary school or move away; they do not return to a regular school",
);
const SHARE_HINT: Text = t(
    "Verschil in procentpunt, als deel van bo en SBO samen; de leerlingen komen van het basisonderwijs",
    "Difference in percentage points of bo and SBO together; the pupils come from regular primary",
);
const BORDER_HINT: Text = t(
    "Leerlingen op een school elders met een TLV van jullie: de kosten zijn van jullie, het basisonderwijs verandert niet",
    "Pupils elsewhere with a TLV of yours: the cost is yours, regular primary does not change",
);
const MIX_HINT: Text = t("Leerlingen die van categorie wisselen", "Pupils who change category");
const EURO_HINT: Text = t("Verschil met de basis, in euro", "Difference to the baseline, in euros");
const OWN_HINT: Text = t(
    "Eigen keuze van het verband, verschil per jaar",
    "The partnership's own choice, difference per year",
);

/// One row per lever, in the order of the enum (a test holds this).
#[rustfmt::skip]
pub(super) static LEVERS: [Lever; 54] = [
    row(LeverId::Trend, "krimp", SHARE, (-100_000, 100_000, 1_000), (-20_000, 5_000), t("Groei of krimp van het aantal leerlingen", "Growth or decline of pupil numbers"), t("Per jaar, stapelt op; onder nul is krimp", "Per year, adds up; below zero is decline")),
    only(Sector::Po, row(LeverId::ShareSbo, "deelname.sbo", SHARE, (-25_000, 25_000, 100), (-2_000, 2_000), t("Deelname SBO", "Participation SBO"), SHARE_HINT)),
    row(LeverId::ShareSo1, "deelname.so.1", SHARE, (-25_000, 25_000, 100), (-1_500, 1_500), t("Deelname (V)SO categorie 1", "Participation (V)SO category 1"), SHARE_HINT),
    row(LeverId::ShareSo2, "deelname.so.2", SHARE, (-25_000, 25_000, 100), (-300, 300), t("Deelname (V)SO categorie 2", "Participation (V)SO category 2"), SHARE_HINT),
    row(LeverId::ShareSo3, "deelname.so.3", SHARE, (-25_000, 25_000, 100), (-300, 300), t("Deelname (V)SO categorie 3", "Participation (V)SO category 3"), SHARE_HINT),
    only(Sector::Po, row(LeverId::InflowSbo, "sbo.instroom", PUPILS, MOVES, (-10, 10), t("Naar het SBO", "To SBO"), MOVE_HINT)),
    row(LeverId::InflowSo1, "so.instroom.1", PUPILS, MOVES, (-10, 10), t("Naar (V)SO categorie 1", "To (V)SO category 1"), MOVE_HINT),
    row(LeverId::InflowSo2, "so.instroom.2", PUPILS, MOVES, (-3, 3), t("Naar (V)SO categorie 2", "To (V)SO category 2"), MOVE_HINT),
    row(LeverId::InflowSo3, "so.instroom.3", PUPILS, MOVES, (-3, 3), t("Naar (V)SO categorie 3", "To (V)SO category 3"), MOVE_HINT),
    only(Sector::Po, row(LeverId::OutflowSbo, "sbo.uitstroom", PUPILS, MOVES, (-5, 5), t("Uitstroom SBO", "Leaving SBO"), LEAVE_HINT)),
    row(LeverId::OutflowSo1, "so.uitstroom.1", PUPILS, MOVES, (-5, 5), t("Uitstroom (V)SO categorie 1", "Leaving (V)SO category 1"), LEAVE_HINT),
    row(LeverId::OutflowSo2, "so.uitstroom.2", PUPILS, MOVES, (-2, 2), t("Uitstroom (V)SO categorie 2", "Leaving (V)SO category 2"), LEAVE_HINT),
    row(LeverId::OutflowSo3, "so.uitstroom.3", PUPILS, MOVES, (-2, 2), t("Uitstroom (V)SO categorie 3", "Leaving (V)SO category 3"), LEAVE_HINT),
    only(Sector::Po, row(LeverId::ReturnSbo, "sbo.terug", PUPILS, MOVES, (0, 5), t("Terug van SBO naar de basisschool", "Back from SBO to regular primary"), MOVE_HINT)),
    row(LeverId::ReturnSo1, "so.terug.1", PUPILS, MOVES, (0, 5), t("Terugplaatsing uit (V)SO categorie 1", "Return from (V)SO category 1"), MOVE_HINT),
    row(LeverId::ReturnSo2, "so.terug.2", PUPILS, MOVES, (0, 2), t("Terugplaatsing uit (V)SO categorie 2", "Return from (V)SO category 2"), MOVE_HINT),
    row(LeverId::ReturnSo3, "so.terug.3", PUPILS, MOVES, (0, 2), t("Terugplaatsing uit (V)SO categorie 3", "Return from (V)SO category 3"), MOVE_HINT),
    only(Sector::Po, row(LeverId::SboToSo1, "sbo.naar_so.1", PUPILS, MOVES, (-3, 3), t("Van SBO naar SO categorie 1", "From SBO to SO category 1"), MOVE_HINT)),
    only(Sector::Po, row(LeverId::SboToSo2, "sbo.naar_so.2", PUPILS, MOVES, (-1, 1), t("Van SBO naar SO categorie 2", "From SBO to SO category 2"), MOVE_HINT)),
    only(Sector::Po, row(LeverId::SboToSo3, "sbo.naar_so.3", PUPILS, MOVES, (-1, 1), t("Van SBO naar SO categorie 3", "From SBO to SO category 3"), MOVE_HINT)),
    row(LeverId::Mix12, "mix.1_2", PUPILS, MOVES, (-3, 3), t("Van categorie 1 naar 2", "From category 1 to 2"), MIX_HINT),
    row(LeverId::Mix13, "mix.1_3", PUPILS, MOVES, (-3, 3), t("Van categorie 1 naar 3", "From category 1 to 3"), MIX_HINT),
    row(LeverId::Mix23, "mix.2_3", PUPILS, MOVES, (-2, 2), t("Van categorie 2 naar 3", "From category 2 to 3"), MIX_HINT),
    only(Sector::Po, row(LeverId::BorderSbo, "grens.sbo", PUPILS, MOVES, (-5, 5), t("Grensverkeer SBO", "Across the border, SBO"), BORDER_HINT)),
    row(LeverId::BorderSo1, "grens.so.1", PUPILS, MOVES, (-5, 5), t("Grensverkeer (V)SO categorie 1", "Across the border, (V)SO category 1"), BORDER_HINT),
    row(LeverId::BorderSo2, "grens.so.2", PUPILS, MOVES, (-2, 2), t("Grensverkeer (V)SO categorie 2", "Across the border, (V)SO category 2"), BORDER_HINT),
    row(LeverId::BorderSo3, "grens.so.3", PUPILS, MOVES, (-2, 2), t("Grensverkeer (V)SO categorie 3", "Across the border, (V)SO category 3"), BORDER_HINT),
    all_years(8, row(LeverId::MoveMonth, "beweging.maand", (Group::Pupils, Unit::Months), (1, 12, 1), (8, 8), t("Maand waarin leerlingen verhuizen", "Month in which pupils move"), t("De eerste dag van de maand; 8 is het begin van het schooljaar", "The first day of the month; 8 is the start of the school year"))),
    all_years(0, row(LeverId::StayYears, "plaatsing.duur", (Group::Pupils, Unit::Years), (0, 12, 1), (0, 0), t("Duur van een plaatsing", "Length of a placement"), t("Na zoveel jaar is een leerling van school; 0 is: blijft tot na de laatste begroting", "After so many years the pupil has left; 0 is: stays beyond the last budget"))),
    row(LeverId::IndexWage, "index.loon", INDEX, (-100_000, 200_000, 1_000), (0, 30_000), t("Index, deel voor lonen", "Index, wage part"), t("Verandering van de lonen boven op de tarieven van dat jaar; werkt door in latere jaren", "Change in wages on top of that year's tariffs; carries on in later years")),
    row(LeverId::IndexPrice, "index.prijs", INDEX, (-100_000, 200_000, 1_000), (0, 30_000), t("Index, deel voor prijzen", "Index, price part"), t("Verandering van de prijzen boven op de tarieven van dat jaar; werkt door in latere jaren", "Change in prices on top of that year's tariffs; carries on in later years")),
    all_years(0, row(LeverId::Edition, "regeling.versie", (Group::Tariffs, Unit::Choice(&EDITIONS)), (0, 1, 1), (0, 0), t("Regeling", "Regulation"), t("Met welke tarieven gerekend wordt als er twee versies zijn", "Which tariffs are used when there are two versions"))),
    only(Sector::Po, row(LeverId::AreaPerPupil, "werkgebied.per_leerling", AREAS, (-50_000, 50_000, 100), (-1_000, 1_000), t("Werkgebieden: bedrag per leerling", "Werkgebieden: amount per pupil"), EURO_HINT)),
    only(Sector::Po, row(LeverId::AreaFixed, "werkgebied.vast", AREAS, MILLIONS, (-10_000_000, 10_000_000), t("Werkgebieden: vast bedrag", "Werkgebieden: fixed amount"), EURO_HINT)),
    only(Sector::Po, row(LeverId::AreaFriction, "werkgebied.frictie", AREAS_RATE, (-500_000, 500_000, 5_000), (-20_000, 20_000), t("Werkgebieden: reservering voor fricties", "Werkgebieden: reservation for frictions"), t("Verschil in procentpunt van het budget werkgebieden", "Difference in percentage points of the werkgebied budget"))),
    only(Sector::Po, row(LeverId::AreaSpending, "werkgebied.besteding", AREAS_RATE, (-500_000, 500_000, 5_000), (-50_000, 50_000), t("Werkgebieden: besteding", "Werkgebieden: spending"), t("Verschil in procent van de verwachte besteding", "Difference in percent of the expected spending"))),
    only(Sector::Po, row(LeverId::BasePerPupil, "basis.per_leerling", SCHOOLS, (-50_000, 50_000, 100), (-1_000, 1_000), t("Basisondersteuning per leerling", "Basic support per pupil"), EURO_HINT)),
    only(Sector::Po, row(LeverId::BaseFoot, "basis.vaste_voet", SCHOOLS, (-5_000_000, 5_000_000, 10_000), (-100_000, 100_000), t("Basisondersteuning: vaste voet per school", "Basic support: fixed amount per school"), EURO_HINT)),
    only(Sector::Po, row(LeverId::CostOza, "lasten.oza", OWN, MILLIONS, (-5_000_000, 5_000_000), t("Onderwijs-zorgarrangementen", "Education-care arrangements"), OWN_HINT)),
    only(Sector::Po, row(LeverId::CostOperations, "lasten.uitvoering", OWN, MILLIONS, (-10_000_000, 10_000_000), t("Uitvoeringsorganisatie", "Operations"), OWN_HINT)),
    only(Sector::Po, row(LeverId::CostManagement, "lasten.management", OWN, MILLIONS, (-5_000_000, 5_000_000), t("Management en organisatie", "Management and organisation"), OWN_HINT)),
    only(Sector::Vo, row(LeverId::CostTailored, "lasten.maatwerk", OWN, MILLIONS, (-10_000_000, 10_000_000), t("Maatwerkondersteuning", "Tailored support"), OWN_HINT)),
    only(Sector::Vo, row(LeverId::CostOverhead, "lasten.overhead", OWN, MILLIONS, (-5_000_000, 5_000_000), t("Personeel en huisvesting", "Staff and housing"), OWN_HINT)),
    row(LeverId::IndexOwn, "index.eigen", (Group::Own, Unit::Millionths), (-100_000, 200_000, 1_000), (0, 40_000), t("Stijging van de eigen kosten", "Rise of own costs"), t("Voor de eigen organisatie, per jaar, stapelt op", "For the own organisation, per year, adds up")),
    row(LeverId::IncomeSmw, "baten.smw", INCOME, MILLIONS, (-1_000_000, 1_000_000), t("Schoolmaatschappelijk werk", "School social work"), EURO_HINT),
    row(LeverId::IncomeMunicipal, "baten.gemeente", INCOME, MILLIONS, (-5_000_000, 5_000_000), t("Bijdragen van gemeenten", "Municipal contributions"), EURO_HINT),
    row(LeverId::IncomeSubsidy, "baten.subsidie", INCOME, MILLIONS, (-5_000_000, 5_000_000), t("Subsidies", "Subsidies"), EURO_HINT),
    row(LeverId::IncomeOther, "baten.overig", INCOME, MILLIONS, (-2_000_000, 2_000_000), t("Overige baten", "Other income"), EURO_HINT),
    row(LeverId::OneOffCost, "eenmalig.last", INCOME, (0, 500_000_000, 100_000), (0, 5_000_000), t("Eenmalige last", "One-off expense"), t("Telt niet mee in het structurele resultaat", "Left out of the structural result")),
    row(LeverId::OneOffIncome, "eenmalig.bate", INCOME, (0, 500_000_000, 100_000), (0, 5_000_000), t("Eenmalige bate", "One-off income"), t("Telt niet mee in het structurele resultaat", "Left out of the structural result")),
    all_years(0, row(LeverId::SafetyThreshold, "vangnet.drempel", RULES_RATE, (-100_000, 100_000, 1_000), (-10_000, 10_000), t("Vangnet: drempel", "Safety net: threshold"), t("Groei na 1 februari tot deze grens vangt de school zelf op", "Growth after 1 February up to this limit is the school's own"))),
    all_years(0, row(LeverId::SafetyShare, "vangnet.deel", RULES_RATE, (-1_000_000, 1_000_000, 50_000), (-250_000, 250_000), t("Vangnet: deel van het tarief", "Safety net: share of the tariff"), t("Hoeveel van het tarief het verband vergoedt boven de drempel", "How much of the tariff is paid above the threshold"))),
    all_years(12, row(LeverId::SafetyMonths, "vangnet.maanden", (Group::Rules, Unit::Months), (0, 12, 1), (5, 12), t("Vangnet: aantal maanden", "Safety net: number of months"), t("Over hoeveel maanden van het jaar wordt vergoed", "For how many months of the year is paid"))),
    all_years(0, row(LeverId::DeficitKey, "tekort.sleutel", (Group::Rules, Unit::Choice(&DEFICIT)), (0, 1, 1), (0, 0), t("Verdeling van een tekort over de besturen", "Sharing a deficit among boards"), t("De wet verdeelt naar aantal leerlingen", "The law shares by number of pupils"))),
];

static EDITIONS: [Text; 2] = [
    t("Nieuwste versie", "Newest version"),
    t("Eerste regeling, alleen prijzen", "First regulation, prices only"),
];
static DEFICIT: [Text; 2] = [
    t("Naar aantal leerlingen", "By number of pupils"),
    t("Gelijk per bestuur", "Equal per board"),
];
