//! The parameter keys that rules read, as numbers, so that a lookup costs no text comparison.

use crate::parameter::Parameters;
use crate::text::{Text, t};

macro_rules! keys {
    ($($name:ident => $key:literal),* $(,)?) => {
        /// A key of a dated row that a rule reads.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Key { $($name),* }

        impl Key {
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The key as it stands in the data.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }
        }
    };
}

keys! {
    SignalRate => "signaleringswaarde_pct",
    SignalMinimum => "signaleringswaarde_min",
    OwnFloor => "weerstandsvermogen_min",
    OwnCeilingRate => "buffer_max_pct",
    SboShare => "sbo_norm_pct",
    SboAboveNorm => "sbo_boven_2pct_pers",
    Sbo => "oba_sbo",
    SoCategory1 => "oba_so_cat1",
    SoCategory2 => "oba_so_cat2",
    SoCategory3 => "oba_so_cat3",
    Werkgebieden => "werkgebieden_aantal",
    RegularSchools => "scholen_regulier",
}

impl Key {
    /// What the amount or share is, for a reader.
    pub const fn label(self) -> Text {
        match self {
            Self::SignalRate => {
                t("Signaleringswaarde, deel van de baten", "Signal value, share of income")
            }
            Self::SignalMinimum => t("Signaleringswaarde, minimum", "Signal value, minimum"),
            Self::OwnFloor => t("Eigen minimum van de reserve", "Own minimum of the reserve"),
            Self::OwnCeilingRate => {
                t("Grens van het plan voor de buffer", "The plan's limit for the buffer")
            }
            Self::SboShare => {
                t("Deel sbo dat het rijk betaalt", "Share of sbo that the state pays")
            }
            Self::SboAboveNorm => {
                t("Bedrag per leerling sbo boven dat deel", "Amount per sbo pupil above that share")
            }
            Self::Sbo => t("Ondersteuningsbedrag sbo", "Support amount for sbo"),
            Self::SoCategory1 => {
                t("Ondersteuningsbedrag (v)so, categorie 1", "Support amount for (v)so, category 1")
            }
            Self::SoCategory2 => {
                t("Ondersteuningsbedrag (v)so, categorie 2", "Support amount for (v)so, category 2")
            }
            Self::SoCategory3 => {
                t("Ondersteuningsbedrag (v)so, categorie 3", "Support amount for (v)so, category 3")
            }
            Self::Werkgebieden => {
                t("Aantal werkgebieden van het plan", "Number of werkgebieden of the plan")
            }
            Self::RegularSchools => {
                t("Aantal reguliere scholen van het plan", "Number of regular schools of the plan")
            }
        }
    }

    /// The key with this name in the data.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|key| key.as_str() == name)
    }

    pub(crate) const fn slot(self) -> usize {
        self as usize
    }
}

/// Row positions by [`Key::slot`].
pub(crate) type Slots<'a> = Vec<&'a [u32]>;

pub(crate) fn slots(parameters: &Parameters) -> Slots<'_> {
    Key::ALL.iter().map(|key| parameters.positions(key.as_str())).collect()
}
