//! Who may do what: roles, actions, places, and the one table that says so.
//!
//! The table is the only place where this is decided. What a role may *read* is kept by the app and
//! the server: whoever holds the key of a space can open everything in it.

use thiserror::Error;

#[cfg(test)]
mod tests;

/// What somebody is in a space. The order is that of what it may do: least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads.
    Lezen,
    /// Adds to an inbreng and changes nothing. For children and guests.
    Inbrengen,
    /// Writes what belongs to everybody and to the own side.
    Bewerken,
    /// Also decides who is in.
    Beheer,
}

impl Role {
    /// Every role, in order.
    pub const ALL: [Self; 4] = [Self::Lezen, Self::Inbrengen, Self::Bewerken, Self::Beheer];

    /// The name, as it stands in the documentation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lezen => "lezen",
            Self::Inbrengen => "inbrengen",
            Self::Bewerken => "bewerken",
            Self::Beheer => "beheer",
        }
    }

    pub(crate) const fn number(self) -> u64 {
        match self {
            Self::Lezen => 1,
            Self::Inbrengen => 2,
            Self::Bewerken => 3,
            Self::Beheer => 4,
        }
    }

    pub(crate) fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.number() == number)
    }
}

/// What somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Sees what is there.
    Read,
    /// Adds something and leaves the rest alone.
    Add,
    /// Changes what is there.
    Write,
    /// Replaces envelopes by one snapshot.
    Compact,
    /// Adds and removes devices, changes roles and rules.
    Manage,
}

impl Action {
    /// Every action, in order.
    pub const ALL: [Self; 5] = [Self::Read, Self::Add, Self::Write, Self::Compact, Self::Manage];

    /// The name, as it stands in the documentation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "zien",
            Self::Add => "toevoegen",
            Self::Write => "veranderen",
            Self::Compact => "samenvatten",
            Self::Manage => "leden beheren",
        }
    }
}

/// What kind of part it is, seen from who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A part that belongs to everybody: the agenda, the budget.
    Common,
    /// The part of the own side: the parents' perspective for a parent, the plan for the school.
    Own,
    /// The part of another side.
    Others,
    /// A part where contributions are laid down: what children say.
    Inbreng,
}

impl Place {
    /// Every place, in order.
    pub const ALL: [Self; 4] = [Self::Common, Self::Own, Self::Others, Self::Inbreng];

    /// The name, as it stands in the documentation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Common => "gezamenlijk deel",
            Self::Own => "eigen deel",
            Self::Others => "deel van een ander",
            Self::Inbreng => "inbreng",
        }
    }
}

const JA: bool = true;
const NEE: bool = false;

/// Role × action × place, the places in the order of [`Place::ALL`]. What is not listed is refused.
/// Nobody writes in the part of another side, not even beheer.
#[rustfmt::skip]
const TABLE: [(Role, Action, [bool; 4]); 20] = [
    (Role::Lezen,     Action::Read,    [JA,  JA,  JA,  JA ]),
    (Role::Lezen,     Action::Add,     [NEE, NEE, NEE, NEE]),
    (Role::Lezen,     Action::Write,   [NEE, NEE, NEE, NEE]),
    (Role::Lezen,     Action::Compact, [NEE, NEE, NEE, NEE]),
    (Role::Lezen,     Action::Manage,  [NEE, NEE, NEE, NEE]),
    (Role::Inbrengen, Action::Read,    [JA,  JA,  NEE, NEE]),
    (Role::Inbrengen, Action::Add,     [NEE, NEE, NEE, JA ]),
    (Role::Inbrengen, Action::Write,   [NEE, NEE, NEE, NEE]),
    (Role::Inbrengen, Action::Compact, [NEE, NEE, NEE, NEE]),
    (Role::Inbrengen, Action::Manage,  [NEE, NEE, NEE, NEE]),
    (Role::Bewerken,  Action::Read,    [JA,  JA,  JA,  JA ]),
    (Role::Bewerken,  Action::Add,     [JA,  JA,  NEE, JA ]),
    (Role::Bewerken,  Action::Write,   [JA,  JA,  NEE, NEE]),
    (Role::Bewerken,  Action::Compact, [JA,  JA,  NEE, NEE]),
    (Role::Bewerken,  Action::Manage,  [NEE, NEE, NEE, NEE]),
    (Role::Beheer,    Action::Read,    [JA,  JA,  JA,  JA ]),
    (Role::Beheer,    Action::Add,     [JA,  JA,  NEE, JA ]),
    (Role::Beheer,    Action::Write,   [JA,  JA,  NEE, JA ]),
    (Role::Beheer,    Action::Compact, [JA,  JA,  NEE, JA ]),
    (Role::Beheer,    Action::Manage,  [JA,  JA,  JA,  JA ]),
];

/// A role may not do this here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{} may not do '{}' in '{}'", role.name(), action.name(), place.name())]
pub struct NotAllowed {
    pub role: Role,
    pub action: Action,
    pub place: Place,
}

/// Whether a role may do this here.
pub fn allow(role: Role, action: Action, place: Place) -> Result<(), NotAllowed> {
    let column = Place::ALL.iter().position(|other| *other == place);
    let row = TABLE.iter().find(|row| row.0 == role && row.1 == action);
    match row.zip(column).and_then(|(row, column)| row.2.get(column)) {
        Some(true) => Ok(()),
        _ => Err(NotAllowed { role, action, place }),
    }
}

/// What somebody asks of the server beside the parts: files and drop-boxes. It cannot look into them, so it goes by the role alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Errand {
    /// Which files there are, and fetching one.
    FetchFile,
    /// Laying a file down beside what somebody adds.
    AddFile,
    /// Taking a file away for everybody.
    DropFile,
    /// What is in a drop-box.
    ListBox,
    /// Opening a drop-box, emptying and closing it.
    KeepBox,
}

impl Errand {
    /// Every errand, in order.
    pub const ALL: [Self; 5] =
        [Self::FetchFile, Self::AddFile, Self::DropFile, Self::ListBox, Self::KeepBox];

    /// The name, as it stands in the documentation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FetchFile => "bestanden ophalen",
            Self::AddFile => "bestand toevoegen",
            Self::DropFile => "bestand weghalen",
            Self::ListBox => "bus inzien",
            Self::KeepBox => "bus openen, legen en sluiten",
        }
    }
}

/// Errand × role, the roles in the order of [`Role::ALL`].
#[rustfmt::skip]
const ERRANDS: [(Errand, [bool; 4]); 5] = [
    (Errand::FetchFile, [JA,  JA,  JA,  JA ]),
    // Whoever may add something may add a file to it, and leaves what others added alone.
    (Errand::AddFile,   [NEE, JA,  JA,  JA ]),
    (Errand::DropFile,  [NEE, NEE, JA,  JA ]),
    (Errand::ListBox,   [JA,  JA,  JA,  JA ]),
    (Errand::KeepBox,   [NEE, NEE, JA,  JA ]),
];

/// Whether a role may ask this of the server.
pub fn may_ask(role: Role, errand: Errand) -> bool {
    let column = Role::ALL.iter().position(|other| *other == role);
    let row = ERRANDS.iter().find(|row| row.0 == errand);
    row.zip(column).and_then(|(row, column)| row.1.get(column)).is_some_and(|may| *may)
}

/// The table of errands as Markdown, for the documentation.
pub fn errands_markdown() -> String {
    let roles: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
    let mut table = format!("| bij de server | {} |\n|---|---|---|---|---|\n", roles.join(" | "));
    for (errand, cells) in ERRANDS {
        let cells = cells.map(|cell| if cell { "ja" } else { "nee" });
        table.push_str(&format!("| {} | {} |\n", errand.name(), cells.join(" | ")));
    }
    table
}

/// The table as Markdown, for the documentation.
pub fn markdown() -> String {
    let places: Vec<_> = Place::ALL.iter().map(|place| place.name()).collect();
    let mut table =
        format!("| rol | handeling | {} |\n|---|---|---|---|---|---|\n", places.join(" | "));
    for (role, action, cells) in TABLE {
        let cells = cells.map(|cell| if cell { "ja" } else { "nee" });
        let row = format!("| {} | {} | {} |\n", role.name(), action.name(), cells.join(" | "));
        table.push_str(&row);
    }
    table
}
