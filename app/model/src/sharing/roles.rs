//! Roles in plain words. What a role may do is decided in `replica::role` and nowhere else; a test holds these words to it.

use replica::member::SideId;
use replica::role::Role;
use rules::text::{Text, t};

use super::sides;

/// What somebody of this side with this role is called.
pub fn of(role: Role, side: SideId) -> Text {
    if side == sides::advisers() { sides::ADVISER } else { name(role) }
}

/// What they may do.
pub fn about_of(role: Role, side: SideId) -> Text {
    if side == sides::advisers() { sides::ADVISER_ABOUT } else { about(role) }
}

/// The name of the role, as on a button.
pub const fn name(role: Role) -> Text {
    match role {
        Role::Lezen => t("Lezen", "Read"),
        Role::Inbrengen => t("Inbrengen", "Contribute"),
        Role::Bewerken => t("Bewerken", "Edit"),
        Role::Beheer => t("Beheer", "Manage"),
    }
}

/// What somebody with the role may do.
pub const fn about(role: Role) -> Text {
    match role {
        Role::Lezen => t("Ziet alles en verandert niets.", "Sees everything and changes nothing."),
        Role::Inbrengen => t(
            "Ziet wat van iedereen en van de eigen kant is. Kan iets inbrengen, en daarna niets meer veranderen.",
            "Sees what is everybody's and the own side's. Can contribute, and change nothing afterwards.",
        ),
        Role::Bewerken => t(
            "Verandert wat van iedereen en van de eigen kant is. Ziet de rest.",
            "Changes what is everybody's and the own side's. Sees the rest.",
        ),
        Role::Beheer => t(
            "Kan wat Bewerken kan, verandert ook wat is ingebracht, en bepaalt wie erbij is.",
            "Can do what Edit can, also changes what was contributed, and decides who is in.",
        ),
    }
}

/// That it has left.
pub const LEFT: Text = t("Niet meer erbij", "No longer in");

#[cfg(test)]
mod tests {
    use super::*;
    use replica::role::{Action, Place, allow};

    fn may(role: Role, action: Action, place: Place) -> bool {
        allow(role, action, place).is_ok()
    }

    #[test]
    fn the_words_promise_what_the_table_allows() {
        let sees_all = |role| Place::ALL.into_iter().all(|place| may(role, Action::Read, place));
        let changes = |role| Place::ALL.map(|place| may(role, Action::Write, place));
        assert!(sees_all(Role::Lezen) && changes(Role::Lezen) == [false; 4]);
        assert!(Place::ALL.into_iter().all(|place| !may(Role::Lezen, Action::Add, place)));

        let seen = Place::ALL.map(|place| may(Role::Inbrengen, Action::Read, place));
        assert_eq!(seen, [true, true, false, false]);
        assert!(may(Role::Inbrengen, Action::Add, Place::Inbreng));
        assert_eq!(changes(Role::Inbrengen), [false; 4]);

        assert!(sees_all(Role::Bewerken) && sees_all(Role::Beheer));
        assert_eq!(changes(Role::Bewerken), [true, true, false, false]);
        assert_eq!(changes(Role::Beheer), [true, true, false, true]);
        let manages = Role::ALL.map(|role| may(role, Action::Manage, Place::Common));
        assert_eq!(manages, [false, false, false, true]);
    }
}
