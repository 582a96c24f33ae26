//! The table behind [`Item`]: one row per input, in the order of the enum.

use super::item::{Item, ItemInfo, Moment, Unit};
use crate::text::{Text, t};

const DUO_1A: Text = t(
    "Mijn DUO, dashboard samenwerkingsverbanden 1A (opgave op teldatum)",
    "Mijn DUO, dashboard samenwerkingsverbanden 1A (count-date statement)",
);
const DUO_1B: Text = t(
    "Mijn DUO, dashboard 1B: leerlingen met een TLV van jullie verband",
    "Mijn DUO, dashboard 1B: pupils with a TLV issued by your partnership",
);
const OWN_BOOKS: Text = t("Jullie eigen begroting of administratie", "Your own budget or accounts");
const ANNUAL: Text = t("Jaarrekening van het verband", "Annual accounts of the partnership");
const GRANT: Text = t("Beschikking van de subsidiegever", "Grant decision");
const PLAN: Text = t("Ondersteuningsplan", "Ondersteuningsplan (support plan)");

const fn row(
    item: Item,
    id: &'static str,
    (unit, moment, optional): (Unit, Moment, bool),
    title: Text,
    place: Text,
) -> ItemInfo {
    ItemInfo { item, id, unit, moment, optional, title, place }
}

const FEB: (Unit, Moment, bool) = (Unit::Pupils, Moment::February, false);
const FEB_OPTIONAL: (Unit, Moment, bool) = (Unit::Pupils, Moment::February, true);
const OCT: (Unit, Moment, bool) = (Unit::Pupils, Moment::October, false);
const SCHOOL_OPTIONAL: (Unit, Moment, bool) = (Unit::Pupils, Moment::School, true);
const EURO: (Unit, Moment, bool) = (Unit::Cents, Moment::Calendar, false);
const EURO_OPTIONAL: (Unit, Moment, bool) = (Unit::Cents, Moment::Calendar, true);
const RATE_OPTIONAL: (Unit, Moment, bool) = (Unit::Millionths, Moment::Calendar, true);

/// One row per item, in the order of the enum (a test holds this).
#[rustfmt::skip]
pub(super) static ITEMS: [ItemInfo; 63] = [
    row(Item::Bo, "leerlingen.bo", FEB, t("Leerlingen basisonderwijs, 1 februari", "Primary pupils, 1 February"), DUO_1A),
    row(Item::Sbo, "leerlingen.sbo", FEB, t("Leerlingen SBO met een TLV van jullie verband, 1 februari", "SBO pupils with a TLV of yours, 1 February"), DUO_1B),
    row(Item::So1, "leerlingen.so1", FEB, t("Leerlingen SO categorie 1 (laag), 1 februari", "SO pupils category 1 (low), 1 February"), DUO_1B),
    row(Item::So2, "leerlingen.so2", FEB, t("Leerlingen SO categorie 2 (midden), 1 februari", "SO pupils category 2 (middle), 1 February"), DUO_1B),
    row(Item::So3, "leerlingen.so3", FEB, t("Leerlingen SO categorie 3 (hoog), 1 februari", "SO pupils category 3 (high), 1 February"), DUO_1B),
    row(Item::BoOct, "leerlingen.bo.okt", OCT, t("Leerlingen basisonderwijs, 1 oktober", "Primary pupils, 1 October"), DUO_1A),
    row(Item::SboOct, "leerlingen.sbo.okt", OCT, t("Leerlingen SBO, 1 oktober", "SBO pupils, 1 October"), DUO_1A),
    row(Item::SoYoung1Oct, "leerlingen.so1.jong.okt", OCT, t("Leerlingen SO categorie 1 jonger dan 8, 1 oktober", "SO pupils category 1 under 8, 1 October"), DUO_1B),
    row(Item::SoYoung2Oct, "leerlingen.so2.jong.okt", OCT, t("Leerlingen SO categorie 2 jonger dan 8, 1 oktober", "SO pupils category 2 under 8, 1 October"), DUO_1B),
    row(Item::SoYoung3Oct, "leerlingen.so3.jong.okt", OCT, t("Leerlingen SO categorie 3 jonger dan 8, 1 oktober", "SO pupils category 3 under 8, 1 October"), DUO_1B),
    row(Item::SoOld1Oct, "leerlingen.so1.oud.okt", OCT, t("Leerlingen SO categorie 1 van 8 en ouder, 1 oktober", "SO pupils category 1 aged 8 and over, 1 October"), DUO_1B),
    row(Item::SoOld2Oct, "leerlingen.so2.oud.okt", OCT, t("Leerlingen SO categorie 2 van 8 en ouder, 1 oktober", "SO pupils category 2 aged 8 and over, 1 October"), DUO_1B),
    row(Item::SoOld3Oct, "leerlingen.so3.oud.okt", OCT, t("Leerlingen SO categorie 3 van 8 en ouder, 1 oktober", "SO pupils category 3 aged 8 and over, 1 October"), DUO_1B),
    row(Item::GrowthSoYoung1, "groei.so1.jong", FEB_OPTIONAL, t("Groei SO categorie 1 jonger dan 8, tot 1 februari", "Growth SO category 1 under 8, to 1 February"), DUO_1B),
    row(Item::GrowthSoYoung2, "groei.so2.jong", FEB_OPTIONAL, t("Groei SO categorie 2 jonger dan 8, tot 1 februari", "Growth SO category 2 under 8, to 1 February"), DUO_1B),
    row(Item::GrowthSoYoung3, "groei.so3.jong", FEB_OPTIONAL, t("Groei SO categorie 3 jonger dan 8, tot 1 februari", "Growth SO category 3 under 8, to 1 February"), DUO_1B),
    row(Item::GrowthSoOld1, "groei.so1.oud", FEB_OPTIONAL, t("Groei SO categorie 1 van 8 en ouder, tot 1 februari", "Growth SO category 1 aged 8 and over, to 1 February"), DUO_1B),
    row(Item::GrowthSoOld2, "groei.so2.oud", FEB_OPTIONAL, t("Groei SO categorie 2 van 8 en ouder, tot 1 februari", "Growth SO category 2 aged 8 and over, to 1 February"), DUO_1B),
    row(Item::GrowthSoOld3, "groei.so3.oud", FEB_OPTIONAL, t("Groei SO categorie 3 van 8 en ouder, tot 1 februari", "Growth SO category 3 aged 8 and over, to 1 February"), DUO_1B),
    row(Item::BorderSbo, "grens.sbo", SCHOOL_OPTIONAL, t("Eigen leerlingen op SBO elders (grensverkeer)", "Own pupils at an SBO elsewhere"), OWN_BOOKS),
    row(Item::BorderSboLate, "grens.sbo.laat", SCHOOL_OPTIONAL, t("Eigen leerlingen op SBO elders, na 1 oktober toegelaten", "Own pupils at an SBO elsewhere, admitted after 1 October"), OWN_BOOKS),
    row(Item::BorderSboPaid, "grens.sbo.betaald", SCHOOL_OPTIONAL, t("SBO-leerlingen die een ander verband al betaalt", "SBO pupils another partnership already pays for"), OWN_BOOKS),
    row(Item::SchoolWeight, "schoolgewicht", (Unit::Pupils, Moment::School, true), t("Som van de schoolgewichten", "Sum of school weights"), DUO_1A),
    row(Item::Vo, "leerlingen.vo", OCT, t("Leerlingen voortgezet onderwijs, 1 oktober", "Secondary pupils, 1 October"), DUO_1A),
    row(Item::Vso1, "leerlingen.vso1", FEB, t("Leerlingen VSO categorie 1, 1 februari", "VSO pupils category 1, 1 February"), DUO_1B),
    row(Item::Vso2, "leerlingen.vso2", FEB, t("Leerlingen VSO categorie 2, 1 februari", "VSO pupils category 2, 1 February"), DUO_1B),
    row(Item::Vso3, "leerlingen.vso3", FEB, t("Leerlingen VSO categorie 3, 1 februari", "VSO pupils category 3, 1 February"), DUO_1B),
    row(Item::VsoOct1, "leerlingen.vso1.okt", OCT, t("Leerlingen VSO categorie 1, 1 oktober", "VSO pupils category 1, 1 October"), DUO_1B),
    row(Item::VsoOct2, "leerlingen.vso2.okt", OCT, t("Leerlingen VSO categorie 2, 1 oktober", "VSO pupils category 2, 1 October"), DUO_1B),
    row(Item::VsoOct3, "leerlingen.vso3.okt", OCT, t("Leerlingen VSO categorie 3, 1 oktober", "VSO pupils category 3, 1 October"), DUO_1B),
    row(Item::LwooProShare, "aandeel.lwoo_pro", (Unit::Millionths, Moment::Calendar, false), t("Aandeel lwoo en pro, bevroren op 1 oktober 2012", "Share of lwoo and pro, frozen at 1 October 2012"), t("Beschikking van DUO over lichte ondersteuning VO", "DUO decision on light support VO")),
    row(Item::Board, "leerlingen.bestuur", FEB_OPTIONAL, t("Leerlingen per schoolbestuur", "Pupils per school board"), DUO_1A),
    row(Item::Schools, "scholen", (Unit::Schools, Moment::Calendar, false), t("Aantal scholen met basisondersteuning", "Number of schools with basic support"), PLAN),
    row(Item::IncomeSmw, "baten.smw", EURO_OPTIONAL, t("Schoolmaatschappelijk werk", "School social work"), t("Beschikking van DUO", "DUO decision")),
    row(Item::IncomeMunicipal, "baten.gemeente", EURO_OPTIONAL, t("Bijdragen van gemeenten (geoormerkt)", "Municipal contributions (earmarked)"), GRANT),
    row(Item::IncomeSubsidy, "baten.subsidie", EURO_OPTIONAL, t("Subsidies (geoormerkt)", "Subsidies (earmarked)"), GRANT),
    row(Item::IncomeOther, "baten.overig", EURO_OPTIONAL, t("Overige baten", "Other income"), OWN_BOOKS),
    row(Item::IncomeEqualisation, "baten.verevening", EURO_OPTIONAL, t("Verevening", "Equalisation"), t("Beschikking van DUO", "DUO decision")),
    row(Item::IncomeTotal, "baten.totaal", EURO_OPTIONAL, t("Totale bruto baten volgens de jaarrekening", "Total gross income in the annual accounts"), ANNUAL),
    row(Item::BasePerPupil, "basis.per_leerling", EURO, t("Basisondersteuning per leerling", "Basic support per pupil"), OWN_BOOKS),
    row(Item::BaseFoot, "basis.vaste_voet", EURO_OPTIONAL, t("Basisondersteuning, vaste voet per school", "Basic support, fixed amount per school"), OWN_BOOKS),
    row(Item::AreaPerPupil, "werkgebied.per_leerling", EURO, t("Budget werkgebieden per leerling", "Werkgebied budget per pupil"), OWN_BOOKS),
    row(Item::Friction, "werkgebied.frictie", RATE_OPTIONAL, t("Reservering voor fricties, deel van het budget werkgebieden", "Reservation for frictions, share of the werkgebied budget"), OWN_BOOKS),
    row(Item::FrictionDraw, "werkgebied.beroep", EURO_OPTIONAL, t("Beroep op de reservering voor fricties", "Call on the friction reservation"), OWN_BOOKS),
    row(Item::AreaSpending, "werkgebied.besteding", EURO, t("Verwachte besteding van een werkgebied", "Expected spending of a werkgebied"), t("Arrangementen en afspraken van het werkgebied", "Arrangements and decisions of the werkgebied")),
    row(Item::CostRegular, "lasten.regulier", EURO, t("Regulier", "Regular schools"), OWN_BOOKS),
    row(Item::CostSbo, "lasten.sbo", EURO, t("SBO", "SBO"), OWN_BOOKS),
    row(Item::CostSo, "lasten.so", EURO, t("SO", "SO"), OWN_BOOKS),
    row(Item::CostAreas, "lasten.werkgebieden", EURO, t("Werkgebieden", "Werkgebieden"), OWN_BOOKS),
    row(Item::CostOza, "lasten.oza", EURO, t("Onderwijs-zorgarrangementen (OZA)", "Education-care arrangements (OZA)"), OWN_BOOKS),
    row(Item::CostManagement, "lasten.management", EURO, t("Management & organisatie", "Management & organisation"), OWN_BOOKS),
    row(Item::CostOperations, "lasten.uitvoering", EURO, t("Uitvoeringsorganisatie", "Operations"), OWN_BOOKS),
    row(Item::CostResidential, "lasten.residentieel", EURO_OPTIONAL, t("Residentiële leerlingen", "Residential pupils"), t("Beschikking van DUO", "DUO decision")),
    row(Item::CostOneOff, "lasten.eenmalig", EURO_OPTIONAL, t("Eenmalige lasten", "One-off expenses"), OWN_BOOKS),
    row(Item::CostLwoo, "lasten.lwoo", EURO, t("Lwoo, betaald door DUO aan scholen", "Lwoo, paid by DUO to schools"), t("Beschikking van DUO", "DUO decision")),
    row(Item::CostPro, "lasten.pro", EURO, t("Praktijkonderwijs, betaald door DUO aan scholen", "Praktijkonderwijs, paid by DUO to schools"), t("Beschikking van DUO", "DUO decision")),
    row(Item::CostTailored, "lasten.maatwerk", EURO, t("Maatwerkondersteuning", "Tailored support"), OWN_BOOKS),
    row(Item::CostOverhead, "lasten.overhead", EURO, t("Personeel en huisvesting", "Staff and housing"), OWN_BOOKS),
    row(Item::CostPrinted, "lasten.gedrukt", EURO_OPTIONAL, t("Totaal van de lasten zoals gedrukt", "Total expenses as printed"), PLAN),
    row(Item::Reserve, "reserve", (Unit::Cents, Moment::YearEnd, false), t("Publiek eigen vermogen op 31 december", "Public own capital at 31 December"), ANNUAL),
    row(Item::ReserveFloor, "reserve.minimum", (Unit::Cents, Moment::YearEnd, true), t("Eigen minimum weerstandsvermogen", "Own minimum reserve"), PLAN),
    row(Item::SafetyThreshold, "vangnet.drempel", RATE_OPTIONAL, t("Vangnet: groei vanaf welk deel telt", "Safety net: growth above which share counts"), PLAN),
    row(Item::SafetyShare, "vangnet.deel", RATE_OPTIONAL, t("Vangnet: deel van het tarief dat wordt vergoed", "Safety net: share of the tariff that is paid"), PLAN),
];
