//! What children brought in, of one council: a part of its own, in which everything stands in one shuffled batch. It has no
//! author, no order and no time, and nothing tells which two things are of one child; what waits for the adult's look is in
//! the `pool`, which never leaves the device. Sources: plan PPO-NK 2022-2026 §4.2.4; KIND-10, KIND-12 of our conventions.

use replica::id::PartId;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::table::named;
use crate::typed::{Typed, open_kind};

mod carry_out;
mod command;
mod drawn;
mod layout;
mod patch;
pub mod pool;
pub mod set;
mod view;
mod words;

pub use command::{Command, Contribution, Field};
pub use view::{Conflict, Tally, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// Fewer children than this and nothing of them is shown to others: who knows them could tell who said what (KIND-12).
pub const SMALLEST: u32 = 5;

named! {
    /// A way to answer. None is obligatory.
    Way {
        Kiezen => "kiezen", "Kiezen", "Choose";
        Tekenen => "tekenen", "Tekenen", "Draw";
        Woorden => "woorden", "Schrijven", "Write";
        Praten => "praten", "Vertellen", "Tell";
    }
}

const SMALL: Text = t(
    "Er deden minder dan vijf kinderen mee. Dan kan iemand raden wie wat zei. Bespreek het met de kinderen zelf; het blijft op dit apparaat.",
    "Fewer than five children took part. Then somebody could guess who said what. Talk about it with the children; it stays on this device.",
);
const TWICE: Text = t(
    "De inbreng van deze raad is er al. Een tweede lading zou verraden wat later kwam.",
    "What this council brought in is here already. A second load would tell what came later.",
);

/// The part of a space with what the children of a council brought in.
pub fn part(council: &str) -> PartId {
    PartId::named(&format!("inbreng/{council}"))
}

/// What the children of a council brought in.
pub type Inbreng = Typed<InbrengKind>;

open_kind! {
    /// What makes a document that of a council's children.
    InbrengKind
}
