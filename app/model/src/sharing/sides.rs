//! As who somebody comes into a space: as one of the same side, or to advise it. What follows from it stands in the log of
//! members, so that every device and not only the screen keeps to it (BAS-04).

use replica::id::PartId;
use replica::member::{PartRule, SideId};
use replica::role::Role;
use replica::space::{DecideError, Space};
use rules::text::{Text, t};

use crate::advies;

/// As who somebody is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum As {
    /// One of the own side, with a role.
    Own(Role),
    /// Of the samenwerkingsverband: reads, and writes advice.
    Adviser,
}

impl As {
    /// The role in the log.
    pub const fn role(self) -> Role {
        match self {
            Self::Own(role) => role,
            Self::Adviser => Role::Bewerken,
        }
    }

    /// The side, where it is not the own one.
    pub fn side(self) -> Option<SideId> {
        (self == Self::Adviser).then(advisers)
    }
}

/// What an adviser is called where others have a role.
pub const ADVISER: Text = t("Consulent", "Consulent");
/// What an adviser may do.
pub const ADVISER_ABOUT: Text = t(
    "Ziet alles en schrijft advies. Kan niets invullen of aanvinken.",
    "Sees everything and writes advice. Cannot fill in or tick anything.",
);

/// The side of who advises a school: the samenwerkingsverband.
pub fn advisers() -> SideId {
    SideId::named("samenwerkingsverband")
}

/// Says once what belongs to the own side before the first adviser comes in: advice is everybody's, the rest is not, also
/// what is begun in later years.
///
/// # Errors
/// As every decision: no beheer, or the space does not take it.
pub(crate) fn divide(space: &mut Space, own: SideId, at: u64) -> Result<(), DecideError> {
    let rules = [
        (advies::part(), PartRule::Common),
        // Where snapshots of it are laid down.
        (PartId::beside(advies::part()), PartRule::Common),
        (PartId::rest(), PartRule::Of(own)),
    ];
    for (part, rule) in rules {
        if !space.members().part_is_set(part) {
            space.declare(part, rule, at)?;
        }
    }
    Ok(())
}
