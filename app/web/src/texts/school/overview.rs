//! The overview of a school.

use rules::text::{Text, t};

pub const NEXT: Text = t("Volgende stap", "Next step");
pub const ALL_SAID: Text = t("Alles is besproken", "Everything has been talked about");
pub const SAID: Text = t(
    "{} van de {n} onderdelen zijn samen besproken.",
    "{} of the {n} parts have been talked about together.",
);
pub const DIFFER: Text = t("Bij {} denken jullie verschillend.", "On {} you think differently.");
pub const GO: Text = t("Ga verder", "Go on");
pub const WHOLE: Text = t("De hele checklist", "The whole checklist");
pub const STEPS: Text = t("Wat jullie gaan doen", "What you are going to do");
pub const NO_STEPS: Text = t("Er staat niets open.", "Nothing is open.");
pub const MORE_STEPS: Text = t("meer staan bij de onderdelen.", "more stand with the parts.");
pub const INVITE: Text =
    t("Nodig een collega of de consulent uit", "Invite a colleague or the consulent");
pub const INVITE_WHY: Text = t(
    "Ieder vult in op een eigen apparaat. De consulent leest mee en geeft advies.",
    "Each fills in on a device of their own. The consulent reads along and advises.",
);
pub const OTHER: Text = t("Andere school of een nieuwe", "Another school, or a new one");
