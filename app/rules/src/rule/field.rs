//! What a rule asks for: the fields that a screen renders and a case file fills in.

use crate::text::Text;

/// One question of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Stable name in data: `eigen_vermogen`.
    pub name: &'static str,
    pub label: Text,
    pub kind: FieldKind,
}

/// What kind of answer a field takes.
#[derive(Clone, Copy, Debug)]
pub enum FieldKind {
    YesNo,
    /// A whole number of the unit.
    Count(Text),
    /// Euros; cents in memory.
    Money,
    /// A share: `0.035` is 3,5%.
    Rate,
    Date,
    Text,
    Choice(&'static [Choice]),
    /// A list of whole numbers, in the order of what they are about.
    Counts(Text),
    Amounts,
    Dates,
}

impl FieldKind {
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Counts(_) | Self::Amounts | Self::Dates)
    }
}

/// One of the answers to choose from.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub name: &'static str,
    pub label: Text,
}

macro_rules! constructors {
    ($($name:ident => $kind:expr),* $(,)?) => {
        impl Field {
            $(pub const fn $name(name: &'static str, label: Text) -> Self {
                Self { name, label, kind: $kind }
            })*
        }
    };
}

constructors! {
    yes_no => FieldKind::YesNo,
    money => FieldKind::Money,
    rate => FieldKind::Rate,
    date => FieldKind::Date,
    text => FieldKind::Text,
    amounts => FieldKind::Amounts,
    dates => FieldKind::Dates,
}

impl Field {
    pub const fn count(name: &'static str, label: Text, unit: Text) -> Self {
        Self { name, label, kind: FieldKind::Count(unit) }
    }

    pub const fn counts(name: &'static str, label: Text, unit: Text) -> Self {
        Self { name, label, kind: FieldKind::Counts(unit) }
    }

    pub const fn choice(name: &'static str, label: Text, choices: &'static [Choice]) -> Self {
        Self { name, label, kind: FieldKind::Choice(choices) }
    }
}
