//! What a person calls a part of a space, to speak of it in lists and in the log.

use replica::id::PartId;
use rules::text::{Text, t};

use crate::{about, advies, budget, vergelijking};

/// The name of a part; nothing for one of a later version.
pub fn of(part: PartId) -> Option<Text> {
    let known = [
        (about::part(), t("Naam van de ruimte", "Name of the space")),
        (budget::part(), t("Begroting", "Budget")),
        (
            budget::other_part(),
            t("Begroting van het tweede samenwerkingsverband", "Budget of the second partnership"),
        ),
        (
            vergelijking::part(),
            t("Elke vier jaar alles naast elkaar", "Everything side by side every four years"),
        ),
        (advies::part(), t("Advies van de consulent", "Advice of the consulent")),
        (
            PartId::beside(advies::part()),
            t("Samenvattingen van het advies", "Summaries of the advice"),
        ),
        (PartId::rest(), t("al het andere", "everything else")),
    ];
    known.into_iter().find(|(known, _)| *known == part).map(|(_, name)| name)
}
