//! Which tariff row a calculation leans on. A year without a row is missing, never last year's value.

use chrono::NaiveDate;

use super::input::Sector;
use crate::parameter::{Parameters, Row, Status};
use crate::text::{Text, t};

/// Every parameter that the simulation reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tariff {
    Light,
    Heavy,
    Sbo,
    /// SO per category, place 0 to 2.
    So(usize),
    /// VSO per category, place 0 to 2.
    Vso(usize),
    LightVo,
    LwooPro,
    Cut,
    LightStaff,
    LightRunning,
    HeavyStaff,
    HeavyRunning,
    SboAboveStaff,
    SboAboveRunning,
    SboGrowth,
    SboLate,
    SboNorm,
    Smw,
    SoStaff {
        old: bool,
        k: usize,
    },
    SoRunning {
        old: bool,
        k: usize,
    },
    VsoStaff(usize),
    VsoRunning(usize),
    WageShare,
    PriceShare,
    SignalShare,
    SignalMinimum,
    /// A region's own minimum.
    OwnFloor,
}

use Tariff as T;

impl Tariff {
    /// The key of the parameter rows.
    #[rustfmt::skip]
    pub fn key(self, sector: Sector) -> &'static str {
        let po = sector == Sector::Po;
        let of = |keys: [&'static str; 3], k: usize| keys.get(k).copied().unwrap_or(keys[2]);
        match self {
            T::Light => "lichte_norm",
            T::Heavy => if po { "zware_norm.po" } else { "zware_norm.vo" },
            T::Sbo => "oba_sbo",
            T::So(k) => of(["oba_so_cat1", "oba_so_cat2", "oba_so_cat3"], k),
            T::Vso(k) => of(["oba_vso_cat1", "oba_vso_cat2", "oba_vso_cat3"], k),
            T::LightVo => "lichte_norm_vo_regionaal",
            T::LwooPro => "lwoo_pro_ondersteuning_per_leerling",
            T::Cut => if po { "zware_korting.po" } else { "zware_korting.vo" },
            T::LightStaff => "lichte_pers_bao",
            T::LightRunning => "lichte_mi_bao",
            T::HeavyStaff => if po { "zware_pers.po" } else { "zware_pers.vo" },
            T::HeavyRunning => if po { "zware_mi.po" } else { "zware_mi.vo" },
            T::SboAboveStaff => "sbo_boven_2pct_pers",
            T::SboAboveRunning => "sbo_2pct_mi",
            T::SboGrowth => "sbo_groei_basis_pers",
            T::SboLate => "sbo_grens_na_1okt_pers",
            T::SboNorm => "sbo_norm_pct",
            T::Smw => "smw_per_schoolgewicht",
            T::SoStaff { old: false, k } => of(["oba_so_lt8_cat1_pers", "oba_so_lt8_cat2_pers", "oba_so_lt8_cat3_pers"], k),
            T::SoStaff { old: true, k } => of(["oba_so_ge8_cat1_pers", "oba_so_ge8_cat2_pers", "oba_so_ge8_cat3_pers"], k),
            T::SoRunning { old: false, k } => of(["oba_so_lt8_cat1_mi", "oba_so_lt8_cat2_mi", "oba_so_lt8_cat3_mi"], k),
            T::SoRunning { old: true, k } => of(["oba_so_ge8_cat1_mi", "oba_so_ge8_cat2_mi", "oba_so_ge8_cat3_mi"], k),
            T::VsoStaff(k) => of(["oba_vso_cat1_pers", "oba_vso_cat2_pers", "oba_vso_cat3_pers"], k),
            T::VsoRunning(k) => of(["oba_vso_cat1_mi", "oba_vso_cat2_mi", "oba_vso_cat3_mi"], k),
            T::WageShare => "loongevoelig_aandeel",
            T::PriceShare => "prijsgevoelig_aandeel",
            T::SignalShare => "signaleringswaarde_pct",
            T::SignalMinimum => "signaleringswaarde_min",
            T::OwnFloor => "weerstandsvermogen_min",
        }
    }

    /// Whether the row runs from August to July.
    pub fn per_school_year(self) -> bool {
        matches!(
            self,
            T::LightStaff
                | T::HeavyStaff
                | T::SboAboveStaff
                | T::SboGrowth
                | T::SboLate
                | T::Smw
                | T::SoStaff { .. }
                | T::VsoStaff(_)
        )
    }

    /// Whether the index levers work on it: an amount per pupil, not a share or a threshold.
    pub fn indexed(self) -> bool {
        !matches!(
            self,
            T::SboNorm | T::WageShare | T::PriceShare | T::SignalShare | T::SignalMinimum | T::Cut
        )
    }

    /// A share is read in millionths, everything else in cents.
    pub fn is_share(self) -> bool {
        matches!(self, T::SboNorm | T::WageShare | T::PriceShare | T::SignalShare)
    }

    #[rustfmt::skip]
    pub fn title(self) -> Text {
        match self {
            T::Light => t("Lichte ondersteuning per leerling", "Light support per pupil"),
            T::Heavy => t("Zware ondersteuning per leerling", "Heavy support per pupil"),
            T::Sbo => t("SBO-bedrag per leerling", "SBO amount per pupil"),
            T::So(_) => t("SO-bedrag per leerling", "SO amount per pupil"),
            T::Vso(_) | T::VsoStaff(_) | T::VsoRunning(_) => t("VSO-bedrag per leerling", "VSO amount per pupil"),
            T::LightVo => t("Lichte ondersteuning VO per leerling", "Light support VO per pupil"),
            T::LwooPro => t("Lwoo en pro per leerling", "Lwoo and pro per pupil"),
            T::Cut => t("Korting 2023 per leerling", "Cut 2023 per pupil"),
            T::LightStaff => t("Lichte ondersteuning, personeel", "Light support, staff"),
            T::LightRunning => t("Lichte ondersteuning, materieel", "Light support, running costs"),
            T::HeavyStaff => t("Zware ondersteuning, personeel", "Heavy support, staff"),
            T::HeavyRunning => t("Zware ondersteuning, materieel", "Heavy support, running costs"),
            T::SboAboveStaff => t("SBO boven 2%, personeel", "SBO above 2%, staff"),
            T::SboAboveRunning => t("SBO boven 2%, materieel", "SBO above 2%, running costs"),
            T::SboGrowth => t("SBO-groei, basisbekostiging", "SBO growth, basic funding"),
            T::SboLate => t("SBO elders, eerste jaar", "SBO elsewhere, first year"),
            T::SboNorm => t("SBO-norm", "SBO norm"),
            T::Smw => t("Schoolmaatschappelijk werk per schoolgewicht", "School social work per school weight"),
            T::SoStaff { .. } => t("SO-bedrag, personeel", "SO amount, staff"),
            T::SoRunning { .. } => t("SO-bedrag, materieel", "SO amount, running costs"),
            T::WageShare => t("Deel dat met de lonen meegaat", "Share that follows wages"),
            T::PriceShare => t("Deel dat met de prijzen meegaat", "Share that follows prices"),
            T::SignalShare => t("Signaleringswaarde, deel van de baten", "Signal value, share of income"),
            T::OwnFloor => t("Eigen minimum weerstandsvermogen", "Own minimum reserve"),
            T::SignalMinimum => t("Signaleringswaarde, minimum", "Signal value, minimum"),
        }
    }

    /// Every tariff, for looking up a key.
    pub fn all() -> impl Iterator<Item = Self> {
        let single = [
            T::Light,
            T::Heavy,
            T::Sbo,
            T::LightVo,
            T::LwooPro,
            T::Cut,
            T::LightStaff,
            T::LightRunning,
            T::HeavyStaff,
            T::HeavyRunning,
            T::SboAboveStaff,
            T::SboAboveRunning,
            T::SboGrowth,
            T::SboLate,
            T::SboNorm,
            T::Smw,
            T::WageShare,
            T::PriceShare,
            T::SignalShare,
            T::SignalMinimum,
            T::OwnFloor,
        ];
        let triple = (0..3).flat_map(|k| {
            let ages = [false, true];
            let so = ages.map(|old| T::SoStaff { old, k }).into_iter();
            let running = ages.map(|old| T::SoRunning { old, k }).into_iter();
            so.chain(running).chain([T::So(k), T::Vso(k), T::VsoStaff(k), T::VsoRunning(k)])
        });
        single.into_iter().chain(triple)
    }
}

/// Which of two versions of one year is used when both are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Edition {
    /// The definitive one when it exists.
    #[default]
    Newest,
    /// The first regulation, as a spring budget had it.
    First,
}

/// The row in force on a day. The user's own rows come first; within the rest the edition decides.
pub(super) fn find<'a>(
    parameters: &'a Parameters,
    key: &str,
    on: NaiveDate,
    edition: Edition,
) -> Option<(u32, &'a Row)> {
    let positions = parameters.positions(key);
    let in_force = || {
        let rows = positions.iter();
        rows.filter_map(|at| Some((*at, parameters.row(*at)?))).filter(|(_, row)| row.in_force(on))
    };
    let first = in_force().next()?;
    let wanted = |status: Status| match edition {
        Edition::First => status == Status::First,
        Edition::Newest => status == Status::Definitive,
    };
    match (first.1.status, edition) {
        (Status::Entered | Status::Estimate, _) => Some(first),
        (status, Edition::Newest) if status != Status::First => Some(first),
        _ => in_force().find(|(_, row)| wanted(row.status)).or(Some(first)),
    }
}

/// The name of a parameter key on the list of what is missing.
pub(super) fn title(key: &str) -> Text {
    by_key(key).map_or(t("Tarief", "Tariff"), Tariff::title)
}

/// Where to look for a row of this key.
pub(super) fn place(key: &str) -> Text {
    if key.contains("_vo") {
        return t(
            "De regeling bekostiging voortgezet onderwijs van dat jaar",
            "That year's funding regulation for secondary education",
        );
    }
    match key {
        "signaleringswaarde_pct" | "signaleringswaarde_min" => t(
            "Brief van de Inspectie over mogelijk bovenmatige reserves",
            "Letter of the Inspectorate on possibly excessive reserves",
        ),
        _ => t(
            "De regeling bekostiging WPO en WEC van dat jaar (wetten.overheid.nl)",
            "That year's funding regulation WPO and WEC (wetten.overheid.nl)",
        ),
    }
}

fn by_key(key: &str) -> Option<Tariff> {
    let is = |tariff: &Tariff| tariff.key(Sector::Po) == key || tariff.key(Sector::Vo) == key;
    Tariff::all().find(is)
}
