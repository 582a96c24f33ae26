//! The lines of the table: what stands in it, in which order, and what kind each is.

use crate::text::{Text, t};

/// One line of the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineId {
    IncomeLight,
    IncomeHeavy,
    IncomeSmw,
    IncomeMunicipal,
    IncomeSubsidy,
    IncomeOther,
    IncomeEqualisation,
    IncomeCompensation,
    IncomeDeficit,
    IncomeOneOff,
    IncomeTotal,
    CostRegular,
    CostSbo,
    CostSo,
    CostLwoo,
    CostPro,
    CostResidential,
    CostSafety,
    CostAreas,
    CostOza,
    CostManagement,
    CostOperations,
    CostTailored,
    CostOverhead,
    CostOneOff,
    CostTotal,
    CostPrinted,
    PrintedGap,
    Result,
    ResultStructural,
    ReserveBegin,
    ReserveEnd,
    SignalValue,
    ReserveExcess,
    ReserveFloor,
    FloorShort,
    Room,
    EffectTariff,
    EffectLight,
    EffectHeavy,
    SpillOver,
}

/// What a line is, so that a screen can set it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Income,
    IncomeTotal,
    Cost,
    CostTotal,
    Result,
    Reserve,
    /// Tells something about other lines; in no total.
    Note,
}

impl LineId {
    /// Every line, in the order of the table.
    pub const ALL: [Self; 41] = [
        Self::IncomeLight,
        Self::IncomeHeavy,
        Self::IncomeSmw,
        Self::IncomeMunicipal,
        Self::IncomeSubsidy,
        Self::IncomeOther,
        Self::IncomeEqualisation,
        Self::IncomeCompensation,
        Self::IncomeDeficit,
        Self::IncomeOneOff,
        Self::IncomeTotal,
        Self::CostRegular,
        Self::CostSbo,
        Self::CostSo,
        Self::CostLwoo,
        Self::CostPro,
        Self::CostResidential,
        Self::CostSafety,
        Self::CostAreas,
        Self::CostOza,
        Self::CostManagement,
        Self::CostOperations,
        Self::CostTailored,
        Self::CostOverhead,
        Self::CostOneOff,
        Self::CostTotal,
        Self::CostPrinted,
        Self::PrintedGap,
        Self::Result,
        Self::ResultStructural,
        Self::ReserveBegin,
        Self::ReserveEnd,
        Self::SignalValue,
        Self::ReserveExcess,
        Self::ReserveFloor,
        Self::FloorShort,
        Self::Room,
        Self::EffectTariff,
        Self::EffectLight,
        Self::EffectHeavy,
        Self::SpillOver,
    ];

    /// A fixed name for links, tests and case files.
    pub fn id(self) -> &'static str {
        self.row().0
    }

    pub fn title(self) -> Text {
        self.row().1
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::IncomeTotal => Kind::IncomeTotal,
            Self::CostTotal => Kind::CostTotal,
            Self::Result | Self::ResultStructural => Kind::Result,
            line if line < Self::IncomeTotal => Kind::Income,
            line if line < Self::CostTotal => Kind::Cost,
            line if (Self::ReserveBegin..=Self::Room).contains(&line) => Kind::Reserve,
            _ => Kind::Note,
        }
    }

    #[rustfmt::skip]
    fn row(self) -> (&'static str, Text) {
        match self {
            Self::IncomeLight => ("baten.licht", t("Lichte ondersteuning (bruto)", "Light support (gross)")),
            Self::IncomeHeavy => ("baten.zwaar", t("Zware ondersteuning (bruto)", "Heavy support (gross)")),
            Self::IncomeSmw => ("baten.smw", t("Schoolmaatschappelijk werk", "School social work")),
            Self::IncomeMunicipal => ("baten.gemeente", t("Gemeenten (geoormerkt)", "Municipalities (earmarked)")),
            Self::IncomeSubsidy => ("baten.subsidie", t("Subsidies (geoormerkt)", "Subsidies (earmarked)")),
            Self::IncomeOther => ("baten.overig", t("Overige baten", "Other income")),
            Self::IncomeEqualisation => ("baten.verevening", t("Verevening", "Equalisation")),
            Self::IncomeCompensation => ("baten.compensatie", t("Compensatie van de korting 2023", "Compensation of the 2023 cut")),
            Self::IncomeDeficit => ("baten.tekort", t("Tekort, verhaald op de besturen", "Deficit, recovered from the boards")),
            Self::IncomeOneOff => ("baten.eenmalig", t("Eenmalige baten", "One-off income")),
            Self::IncomeTotal => ("baten", t("Totaal baten", "Total income")),
            Self::CostRegular => ("lasten.regulier", t("Regulier", "Regular schools")),
            Self::CostSbo => ("lasten.sbo", t("SBO", "SBO")),
            Self::CostSo => ("lasten.so", t("(V)SO", "(V)SO")),
            Self::CostLwoo => ("lasten.lwoo", t("Leerwegondersteuning", "Lwoo")),
            Self::CostPro => ("lasten.pro", t("Praktijkonderwijs", "Praktijkonderwijs")),
            Self::CostResidential => ("lasten.residentieel", t("Residentiële leerlingen", "Residential pupils")),
            Self::CostSafety => ("lasten.vangnet", t("Vangnet voor groei na 1 februari", "Safety net for growth after 1 February")),
            Self::CostAreas => ("lasten.werkgebieden", t("Werkgebieden", "Werkgebieden")),
            Self::CostOza => ("lasten.oza", t("OZA", "OZA")),
            Self::CostManagement => ("lasten.management", t("Management & organisatie", "Management & organisation")),
            Self::CostOperations => ("lasten.uitvoering", t("Uitvoeringsorganisatie", "Operations")),
            Self::CostTailored => ("lasten.maatwerk", t("Maatwerkondersteuning", "Tailored support")),
            Self::CostOverhead => ("lasten.overhead", t("Personeel en huisvesting", "Staff and housing")),
            Self::CostOneOff => ("lasten.eenmalig", t("Eenmalige lasten", "One-off expenses")),
            Self::CostTotal => ("lasten", t("Totaal lasten", "Total expenses")),
            Self::CostPrinted => ("lasten.gedrukt", t("Totaal zoals gedrukt", "Total as printed")),
            Self::PrintedGap => ("lasten.verschil", t("Verschil met het gedrukte totaal", "Difference with the printed total")),
            Self::Result => ("resultaat", t("Resultaat", "Result")),
            Self::ResultStructural => ("resultaat.structureel", t("Structureel resultaat", "Structural result")),
            Self::ReserveBegin => ("vermogen.begin", t("Eigen vermogen aan het begin", "Own capital at the start")),
            Self::ReserveEnd => ("vermogen.eind", t("Eigen vermogen aan het eind", "Own capital at the end")),
            Self::SignalValue => ("vermogen.signaal", t("Signaleringswaarde", "Signal value")),
            Self::ReserveExcess => ("vermogen.boven", t("Mogelijk bovenmatig", "Possibly excessive")),
            Self::ReserveFloor => ("vermogen.minimum", t("Eigen minimum", "Own minimum")),
            Self::FloorShort => ("vermogen.onder", t("Tekort tot het eigen minimum", "Short of the own minimum")),
            Self::Room => ("vermogen.ruimte", t("Ruimte tussen eigen minimum en signaleringswaarde", "Room between own minimum and signal value")),
            Self::EffectTariff => ("effect.tarief", t("Bewegingen: SBO- en SO-tarief", "Movements: SBO and SO tariff")),
            Self::EffectLight => ("effect.licht", t("Bewegingen: lichte ondersteuning", "Movements: light support")),
            Self::EffectHeavy => ("effect.zwaar", t("Bewegingen: zware ondersteuning", "Movements: heavy support")),
            Self::SpillOver => ("overloop", t("SBO-aftrek die op de zware ondersteuning drukt", "SBO deduction carried over to heavy support")),
        }
    }
}
