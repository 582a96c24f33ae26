//! The sheet: who asks what, who will see it, how long it is kept, and, when there is one, the plan to agree to. It travels sealed
//! (`replica::letter`); the name of the child is only in here.

use chrono::NaiveDate;
use replica::keys::DevicePublic;
use serde::{Deserialize, Serialize};

use super::question::Question;
use crate::table::named;
use rules::text::{Text, t};

/// The version that this code writes.
const VERSION: u32 = 1;

/// One letter to one parent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub version: u32,
    pub school: String,
    /// Who asks, and the number where that person can be reached; empty when unknown.
    pub asker: String,
    pub phone: String,
    /// How the child is called.
    pub child: String,
    /// To whom it goes, and what that person is to the child.
    pub guardian: String,
    pub relation: String,
    pub questions: Vec<Asked>,
    /// Who will see the answers, in plain words.
    pub sees: Vec<String>,
    /// Until when the answers are kept; nothing when nobody said so.
    pub keep: Option<NaiveDate>,
    pub next: Option<Next>,
    pub plan: Option<Plan>,
    /// Who may see it as well, if this parent says yes.
    #[serde(default)]
    pub proposed: Vec<Proposed>,
    /// The key to which answers are sealed, in hexadecimal digits.
    pub to: String,
}

/// A question: one of the set, or words of the school's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub id: String,
    pub question: Option<Question>,
    /// In Dutch, when it is not of the set.
    pub own: String,
}

/// Somebody whom the school proposes (PRV-01): one yes or no each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    pub id: String,
    pub name: String,
    pub why: String,
}

/// How the id of a receiver begins that is a table of people who meet, and not one person. Behind it stand the space of the table, a slash, and which
/// kind of table in that space it is.
pub const TABLE: &str = "tafel-";

named! {
    /// A table of people who meet about children, as a parent is asked about it.
    Meets {
        Werkgebied => "werkgebied", "Werkgebiedoverleg", "Werkgebied meeting";
        Mdo => "mdo", "MDO", "MDO";
        Netwerkgroep => "netwerkgroep", "Netwerkgroep", "Network group";
        Gesprekstafel => "gesprekstafel", "Gesprekstafel", "Talking table";
        Ander => "ander", "Andere tafel", "Another table";
    }
}

impl Meets {
    /// Which table a receiver is; nothing for a person. One that this version has no words for is another table.
    pub fn of(id: &str) -> Option<Self> {
        let kind = id.strip_prefix(TABLE)?.split('/').nth(1).unwrap_or_default();
        Some(Self::from_slug(kind).unwrap_or(Self::Ander))
    }
}

/// Whether a receiver is a table: it hears a question without names, and nothing of what was told.
pub fn is_table(id: &str) -> bool {
    id.starts_with(TABLE)
}

/// What happens after sending.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    pub on: NaiveDate,
    pub who: String,
}

/// A plan as it was frozen: this text and no other is agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    pub id: String,
    pub title: String,
    pub text: String,
    pub on: NaiveDate,
}

impl Sheet {
    /// The bytes to seal.
    pub fn encode(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads them; nothing for what a later version wrote, or no sheet.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|sheet: &Self| sheet.version <= VERSION)
    }

    /// The key to which answers are sealed.
    pub fn to(&self) -> Option<DevicePublic> {
        DevicePublic::from_bytes(&super::agreement::unhex(&self.to)?).ok()
    }

    /// Whether nobody who sees it is named: then it must not go out.
    pub fn says_who_sees(&self) -> bool {
        self.sees.iter().any(|one| !one.trim().is_empty())
    }
}
