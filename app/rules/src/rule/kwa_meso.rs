//! KWA-09 and KWA-10: the meso-gesprek of a school.

use super::sources::{CHECKED_MEETINGS, REGIONAL, ppo_nk};
use super::{Eval, Field, How, Kind, Layer, Outcome, Rule, Topic, Val};
use crate::calendar::add_months;
use crate::text::{say, t};

const QUALITY: Rule = Rule { topic: Topic::Quality, checked: CHECKED_MEETINGS, ..REGIONAL };
/// The section stands in chapter 12 under the printed number 10.2.3.
const PLACE: &str = "§12.2.3 (gedrukt als 10.2.3)";

pub(super) const KWA_09: Rule = Rule {
    id: "KWA-09",
    title: t(
        "Ongeveer twee keer per jaar een meso-gesprek met elke school",
        "About twice a year a meso-gesprek with every school",
    ),
    layer: Layer::Streven,
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        PLACE,
        t(
            "De consulent spreekt directeur en intern begeleider van een school zo'n twee keer per jaar.",
            "The consultant talks with the head and the intern begeleider of a school some two times a year.",
        ),
    )],
    fields: &[Field::dates(
        "gesprekken",
        t(
            "Dagen van de meso-gesprekken, gehouden en gepland",
            "Days of the meso-gesprekken, held and planned",
        ),
    )],
    decide: twice,
    ..QUALITY
};

/// "Per jaar" is read as the twelve months up to today, so that a new school year does not begin behind.
fn twice(e: &mut Eval<'_>) -> Outcome {
    let today = e.today();
    let Some(days) = e.dates(0) else { return e.unknown() };
    let held = days.iter().filter(|day| **day <= today && add_months(**day, 12) > today).count();
    let planned = days.iter().any(|day| *day > today);
    let held = i64::try_from(held).unwrap_or(i64::MAX);
    let text = say!("Gesprekken in de laatste twaalf maanden", "Talks in the last twelve months");
    e.made(text, How::Sum, Val::Count(held), 1);
    let outcome = match (held, planned) {
        (2.., _) => e.meets(say!(
            "Er waren twee of meer gesprekken in een jaar.",
            "There were two or more talks in a year."
        )),
        (1, true) => e.meets(say!(
            "Er was één gesprek en het volgende staat gepland.",
            "There was one talk and the next is planned."
        )),
        _ => {
            e.would_change(say!("Gesprekken in een jaar", "Talks in a year"), Val::Count(2));
            e.fails(say!(
                "Het zijn er minder dan ongeveer twee: plan een gesprek.",
                "That is fewer than about two: plan a talk."
            ))
        }
    };
    outcome.with(Val::Count(held))
}

pub(super) const KWA_10: Rule = Rule {
    id: "KWA-10",
    title: t(
        "Een meso-gesprek gaat over de ondersteuningsvragen en over de samenwerking",
        "A meso-gesprek is about the support questions and about working together",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "In het gesprek worden de ondersteuningsvragen samen bekeken en komt de samenwerking aan bod. Gestreefd wordt naar een jeugd- en gezinscoach erbij.",
            "In the talk the support questions are looked at together and the cooperation comes up. The aim is to have a jeugd- en gezinscoach there.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "ondersteuningsvragen",
            t("Ondersteuningsvragen samen bekeken", "Support questions looked at together"),
        ),
        Field::yes_no("samenwerking", t("Samenwerking besproken", "Cooperation discussed")),
        Field::yes_no(
            "coach",
            t("Jeugd- en gezinscoach erbij (streven)", "Jeugd- en gezinscoach there (aim)"),
        ),
    ],
    decide: both,
    ..QUALITY
};

fn both(e: &mut Eval<'_>) -> Outcome {
    let outcome = e.complete(
        2,
        say!("Beide onderwerpen zijn besproken.", "Both subjects were discussed."),
        say!(
            "Niet beide onderwerpen zijn besproken; welk ontbreekt staat erbij.",
            "Not both subjects were discussed; which is missing is shown."
        ),
    );
    if e.has(2) && e.yes_no(2) == Some(false) {
        e.not_applied(say!(
            "Een coach erbij is een streven, geen voorwaarde.",
            "A coach being there is an aim, no condition."
        ));
        return outcome.and_signal();
    }
    outcome
}
