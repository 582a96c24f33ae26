//! The tables that people meet at, as data: who sits there, about what, how often, and what such a table may do. Where a
//! source is silent it says so: no number of meetings and no right to decide is made up.

use rules::rule::Citation;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

mod kinds;
mod topics;

pub use kinds::{TABLES, table};
pub use topics::{Topic, topic, topics};

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($variant:ident => $slug:literal, $nl:literal, $en:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(#[serde(rename = $slug)] $variant),* }

        impl $name {
            /// All of them, in the order in which a reader meets them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in data.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),* }
            }

            /// The name on screen.
            pub const fn label(self) -> Text {
                match self { $(Self::$variant => t($nl, $en)),* }
            }

            /// The one with this name in data; nothing for one that this version does not know.
            pub fn from_slug(slug: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.slug() == slug)
            }
        }
    };
}
pub(crate) use named;

named! {
    /// In what role somebody sits at a table.
    Seat {
        Schoolleider => "schoolleider", "Schoolleider", "Head teacher";
        Ib => "ib", "Intern begeleider", "Intern begeleider";
        Consulent => "consulent", "Consulent", "Consultant";
        Coach => "coach", "Jeugd- en gezinscoach", "Jeugd- en gezinscoach";
        Leerkracht => "leerkracht", "Leerkracht", "Teacher";
        Ouder => "ouder", "Ouder", "Parent";
        Leerling => "leerling", "Leerling", "Pupil";
        Zorgcoordinator => "zorgcoordinator", "Zorgcoördinator", "Care coordinator";
        Zorgpartner => "zorgpartner", "Zorgpartner", "Care partner";
        Leerplicht => "leerplicht", "Leerplichtambtenaar", "School attendance officer";
        Gemeente => "gemeente", "Medewerker van een gemeente", "Municipal officer";
        Wethouder => "wethouder", "Wethouder", "Wethouder";
        Schoolbestuur => "schoolbestuur", "Bestuurder van een schoolbestuur", "Director of a school board";
        DirecteurBestuurder => "directeur-bestuurder", "Directeur-bestuurder", "Directeur-bestuurder";
        BestuurderVo => "bestuurder-vo", "Bestuurder van het SWV VO", "Director of the SWV VO";
        Medewerker => "medewerker", "Medewerker van het samenwerkingsverband", "Member of staff of the samenwerkingsverband";
        Gast => "gast", "Gast", "Guest";
    }
}

named! {
    /// What a table may do with a proposal.
    Mandate {
        Decides => "besluit", "Besluit zelf", "Decides itself";
        DecidesTogether => "overeenstemming", "Besluit in overeenstemming", "Decides in agreement";
        Consents => "instemming", "Geeft wel of geen instemming", "Gives or withholds consent";
        Advises => "advies", "Adviseert; besluiten doet een ander", "Advises; somebody else decides";
        Talks => "gesprek", "Spreekt en haalt op; er wordt niets besloten", "Talks and gathers; nothing is decided";
        NotStated => "onbekend", "De bron zegt niet wat hier besloten wordt", "The source does not say what is decided here";
    }
}

impl Mandate {
    /// Whether what is agreed here is a decision. Where the source is silent, people know.
    pub const fn may_decide(self) -> bool {
        !matches!(self, Self::Advises | Self::Talks)
    }
}

/// How often a table meets, as its source says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// At least once in so many calendar months.
    AtLeastEvery { months: u32 },
    /// About so many times a year; an aim.
    AboutYearly { times: u32 },
    /// When there is a reason.
    WhenNeeded,
    /// The source names none.
    NotStated,
}

/// One kind of meeting.
#[derive(Debug)]
pub struct Table {
    /// Name in data: `werkgebied`.
    pub slug: &'static str,
    pub title: Text,
    /// Who the source wants there.
    pub seats: &'static [Seat],
    /// Slugs of the topics that stand on every agenda.
    pub topics: &'static [&'static str],
    pub frequency: Frequency,
    pub mandate: Mandate,
    /// Whether a casus may stand on its agenda.
    pub about_children: bool,
    /// Rules that watch this table.
    pub rules: &'static [&'static str],
    pub source: Citation,
}

#[cfg(test)]
mod tests;
