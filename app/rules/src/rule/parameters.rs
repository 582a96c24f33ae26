//! The parameter keys that rules read, as numbers, so that a lookup costs no text comparison.

use crate::parameter::Parameters;

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
}

impl Key {
    pub(crate) const fn slot(self) -> usize {
        self as usize
    }
}

/// Row positions by [`Key::slot`].
pub(crate) type Slots<'a> = Vec<&'a [u32]>;

pub(crate) fn slots(parameters: &Parameters) -> Slots<'_> {
    Key::ALL.iter().map(|key| parameters.positions(key.as_str())).collect()
}
