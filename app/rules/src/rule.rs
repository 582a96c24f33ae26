//! One rule is one unit: identity, source, validity, the fields it reads and a typed function.
//! Evaluation and explanation are one code path; see [`evaluate`] and [`explain`].

mod bas;
mod bas_aspects;
mod bas_money;
mod btv;
mod fin_accounts;
mod fin_counts;
mod fin_cycle;
mod fin_money;
mod fin_secondary;
mod gem;
mod inc;
mod kwa;
mod kwa_meso;
mod law;
mod niv;
mod niv_levels;
mod niv_routes;
mod nwg;
mod opp;
mod osp;
mod oza;
mod prv;
mod res;
mod res_yearly;
mod sop;
mod sop_cover;
mod sources;
mod stm;
mod tlv;
mod tlv_people;
mod top;
mod top_plan;
mod tyd;
mod wgb_area;
mod wgb_budget;
mod wgb_table;
mod wgb_use;

mod answer;
mod eval;
pub mod examples;
mod fact;
mod field;
pub mod form;
pub mod lookup;
mod outcome;
mod parameters;
mod precedence;
mod registry;
mod sheet;
pub mod timeline;
mod trace;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parameter::Parameters;
use crate::text::{Text, t};

pub use answer::{Answer, Receipt, ReceiptInput, ReceiptParameter, explain};
pub use eval::{Checklist, Eval, evaluate};
pub use fact::{Fact, Facts};
pub use field::{Choice, Field, FieldKind};
pub use outcome::{Missing, Outcome, Val, Verdict};
pub use parameters::Key;
pub use precedence::{Better, protect};
pub use registry::{registry, rule};
pub use sheet::{FactError, Sheet};
pub use trace::{About, How, Step, Trace, What};

/// One rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// Stable: `RES-03`.
    pub id: &'static str,
    pub topic: Topic,
    pub title: Text,
    pub layer: Layer,
    pub kind: Kind,
    /// The first source is the one that the rule leans on; the others add to it.
    pub sources: &'static [Citation],
    pub valid: Validity,
    /// The day somebody last compared the rule with its source.
    pub checked: NaiveDate,
    /// Slugs of the regions that agreed on it; empty is the whole country.
    pub regions: &'static [&'static str],
    /// Dated rows that the rule may read.
    pub parameters: &'static [Key],
    pub fields: &'static [Field],
    /// Whether the answer is about what one child gets. Such a rule never says *voldoet niet*: what is not as agreed is
    /// for people to look at, with what would help beside it.
    pub about_a_child: bool,
    /// Decides. Reads facts, parameters and the day only through [`Eval`], so that nothing that
    /// mattered is missing from the explanation.
    pub decide: fn(&mut Eval<'_>) -> Outcome,
}

/// The catalogue's chapter that a rule belongs to: its id without the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    Calendar,
    Funding,
    Levels,
    BasicSupport,
    Offer,
    Dossier,
    Privacy,
    Inclusion,
    Temporary,
    Tlv,
    Care,
    Werkgebied,
    Network,
    Finance,
    Reserve,
    Roles,
    Voice,
    Municipality,
    Quality,
}

impl Topic {
    pub const ALL: [Self; 19] = [
        Self::Calendar,
        Self::Funding,
        Self::Levels,
        Self::BasicSupport,
        Self::Offer,
        Self::Dossier,
        Self::Privacy,
        Self::Inclusion,
        Self::Temporary,
        Self::Tlv,
        Self::Care,
        Self::Werkgebied,
        Self::Network,
        Self::Finance,
        Self::Reserve,
        Self::Roles,
        Self::Voice,
        Self::Municipality,
        Self::Quality,
    ];

    pub const fn label(self) -> Text {
        match self {
            Self::Calendar => t("Kalender en termijnen", "Calendar and terms"),
            Self::Funding => t("Landelijke bekostiging", "National funding"),
            Self::Levels => t("Niveaus van ondersteuning", "Levels of support"),
            Self::BasicSupport => t("Basisondersteuning", "Basic support"),
            Self::Offer => t("Ondersteuningsaanbod", "Support on offer"),
            Self::Dossier => t("Dossier en plan", "Dossier and plan"),
            Self::Privacy => t("Privacy", "Privacy"),
            Self::Inclusion => t("Inclusieondersteuners", "Inclusieondersteuners"),
            Self::Temporary => t("Tijdelijke plaatsing", "Temporary placement"),
            Self::Tlv => t("Toelaatbaarheidsverklaring", "Toelaatbaarheidsverklaring"),
            Self::Care => t("Onderwijs en zorg", "Education and care"),
            Self::Werkgebied => t("Werkgebieden", "Werkgebieden"),
            Self::Network => t("Netwerkgroepen", "Network groups"),
            Self::Finance => t("Financiën", "Finance"),
            Self::Reserve => t("Reserve", "Reserve"),
            Self::Roles => t("Organen en rollen", "Bodies and roles"),
            Self::Voice => t("Stem van leerling en ouder", "Voice of pupil and parent"),
            Self::Municipality => t("Gemeenten", "Municipalities"),
            Self::Quality => t("Kwaliteit", "Quality"),
        }
    }
}

/// How binding a rule is. A lower layer never shortens a right from a higher one, and a
/// *streven* never fails anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Law, regulation or a national supervisor's value.
    Wet,
    /// An agreement in the plan of a region.
    Regio,
    /// What a plan strives for ("ongeveer twee keer").
    Streven,
}

impl Layer {
    pub const ALL: [Self; 3] = [Self::Wet, Self::Regio, Self::Streven];

    pub const fn label(self) -> Text {
        match self {
            Self::Wet => t("Landelijke regel", "National rule"),
            Self::Regio => t("Afspraak in de regio", "Regional agreement"),
            Self::Streven => t("Streven", "Aim"),
        }
    }
}

/// What a rule does, as the catalogue sorts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Yes or no, or a choice.
    Beslis,
    /// A date or a frequency.
    Termijn,
    /// A number.
    Reken,
    /// Is everything there?
    Lijst,
    /// Shows the way; a person decides.
    Gids,
    /// Fixed reference data.
    Feit,
}

impl Kind {
    pub const fn label(self) -> Text {
        match self {
            Self::Beslis => t("Beslisregel", "Decision"),
            Self::Termijn => t("Termijn", "Term"),
            Self::Reken => t("Rekenregel", "Calculation"),
            Self::Lijst => t("Volledigheid", "Checklist"),
            Self::Gids => t("Wegwijzer", "Guidance"),
            Self::Feit => t("Feit", "Fact"),
        }
    }
}

/// A source as it stands in the code: the same as [`crate::source::Source`], fixed at build time.
#[derive(Clone, Copy, Debug)]
pub struct Citation {
    pub document: &'static str,
    /// Section, article or page.
    pub place: &'static str,
    pub link: Option<&'static str>,
    /// What stands there, in our own words.
    pub says: Text,
}

impl Citation {
    /// For trees and exports.
    pub fn source(&self) -> crate::source::Source {
        crate::source::Source {
            document: self.document.to_owned(),
            place: self.place.to_owned(),
            link: self.link.map(str::to_owned),
            says: Some(self.says.nl.to_owned()),
            says_en: Some(self.says.en.to_owned()),
        }
    }
}

/// From when until when a rule is in force; both ends are inclusive, `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Validity {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Validity {
    pub const ALWAYS: Self = Self { from: None, until: None };

    pub fn covers(self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

/// Everything a rule may know besides the facts: the day that counts as today, the region, and
/// the parameters. Make one per day and region and use it for many evaluations.
#[derive(Clone, Debug)]
pub struct Context<'a> {
    /// The reference date (*peildatum*).
    pub today: NaiveDate,
    /// Slug of the region; `None` when nobody has chosen one.
    pub region: Option<&'a str>,
    pub(crate) parameters: &'a Parameters,
    /// Whether agreements of a plan that has ended are still kept.
    pub(crate) kept: bool,
    /// Where the rows of each [`Key`] stand, so that a rule does not search by text.
    slots: parameters::Slots<'a>,
}

impl<'a> Context<'a> {
    pub fn new(today: NaiveDate, region: Option<&'a str>, parameters: &'a Parameters) -> Self {
        Self { today, region, parameters, kept: false, slots: parameters::slots(parameters) }
    }

    /// The same, where people said that they keep to their plan until there is a new one: what a region agreed or
    /// strives for goes on after its last day, and every answer says so. The law does not.
    #[must_use]
    pub fn keeping(self) -> Self {
        Self { kept: true, ..self }
    }

    pub fn parameters(&self) -> &'a Parameters {
        self.parameters
    }

    /// Position of the row of `key` that is in force on a day.
    pub(crate) fn position(&self, key: Key, on: NaiveDate) -> Option<u32> {
        let positions = self.slots.get(key.slot())?;
        positions
            .iter()
            .copied()
            .find(|at| self.parameters.row(*at).is_some_and(|row| row.in_force(on)))
    }
}

#[cfg(test)]
mod tests;
