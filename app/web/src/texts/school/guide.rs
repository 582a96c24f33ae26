//! What a school offers, as parents read it: here the app says *u*.

use rules::text::{Text, t};

pub const UP: Text = t("Terug naar invullen", "Back to filling in");
pub const ADOPTED: Text = t("Vastgesteld op", "Adopted on");
pub const DRAFT: Text = t("Dit is nog niet vastgesteld.", "This has not been adopted yet.");
pub const BASIC: Text = t("Wat er voor ieder kind is", "What there is for every child");
pub const NEEDS: Text = t("Wat uw kind hier kan vinden", "What your child can find here");
pub const INFLUENCE: Text = t("Wat leerlingen ervan vonden", "What pupils thought of it");
pub const ASK: Text = t(
    "Staat uw vraag er niet bij? Kom langs: samen kijken wij wat uw kind nodig heeft.",
    "Is your question not here? Come by: together we look at what your child needs.",
);
pub const AS_PAGE: Text = t("Bestand voor de website (.html)", "File for the website (.html)");
