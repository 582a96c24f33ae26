//! NIV-05 to NIV-07: the three routes by which extra support is paid from the budget of a werkgebied.
//! Together they are a decision table: for one situation at most one of them says *voldoet*.

use super::sources::{CHECKED_MEETINGS, REGIONAL, ppo_nk};
use super::{Eval, Field, Kind, Outcome, Rule, Topic, Val};
use crate::text::{Text, say, t};

const ROUTE: Rule =
    Rule { topic: Topic::Levels, kind: Kind::Beslis, checked: CHECKED_MEETINGS, ..REGIONAL };

const INNOVATION: Field = Field::yes_no(
    "vernieuwing",
    t(
        "Gaat het om vernieuwing van passend onderwijs?",
        "Is it about innovation in passend onderwijs?",
    ),
);
const SCHOOLS: Field = Field::count(
    "scholen",
    t("Aantal scholen waar het om gaat", "Number of schools concerned"),
    t("scholen", "schools"),
);

static OTHER_ROUTE_3: Text = t("Vernieuwing gaat langs route 3.", "Innovation takes route 3.");
static NO_SCHOOL: Text = t("Het gaat om minstens één school.", "It concerns at least one school.");

pub(super) const NIV_05: Rule = Rule {
    id: "NIV-05",
    title: t(
        "Route 1: extra steun voor een leerling of groep van één school",
        "Route 1: extra support for a pupil or group of one school",
    ),
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Route 1 is voor leerlingen, alleen of als groep, die meer nodig hebben dan de basis- en lichte steun van hun school.",
            "Route 1 is for pupils, alone or as a group, who need more than the basic and light support of their school.",
        ),
    )],
    fields: &[
        INNOVATION,
        SCHOOLS,
        Field::yes_no(
            "boven_basis",
            t(
                "Gaat de behoefte de basis- en lichte steun te boven?",
                "Does the need go beyond basic and light support?",
            ),
        ),
    ],
    about_a_child: true,
    decide: one,
    ..ROUTE
};

fn one(e: &mut Eval<'_>) -> Outcome {
    let (innovation, schools) = (e.yes_no(0), e.count(1));
    if innovation == Some(true) {
        e.flip(0);
        return e.not_applicable(&OTHER_ROUTE_3);
    }
    match schools {
        Some(2..) => {
            e.would_change(
                say!("Aantal scholen van route 1", "Number of schools of route 1"),
                Val::Count(1),
            );
            return e.not_applicable(say!(
                "Meer scholen samen gaan langs route 2.",
                "More schools together take route 2."
            ));
        }
        Some(..=0) => return e.impossible(&NO_SCHOOL),
        _ => {}
    }
    let beyond = e.yes_no(2);
    match (innovation, schools, beyond) {
        (Some(false), Some(1), Some(true)) => e.meets(say!("Dit is route 1.", "This is route 1.")),
        (_, _, Some(false)) => {
            e.flip(2);
            e.not_applicable(say!(
                "Dit past binnen de basis- en lichte steun van de school zelf.",
                "This fits within the basic and light support of the school itself."
            ))
        }
        _ => e.unknown(),
    }
}

pub(super) const NIV_06: Rule = Rule {
    id: "NIV-06",
    title: t(
        "Route 2: een groep met dezelfde soort behoefte op meer scholen van het werkgebied",
        "Route 2: a group with the same kind of need at several schools of the werkgebied",
    ),
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Route 2 is voor een groep leerlingen van meer scholen in het werkgebied die hetzelfde soort steun nodig hebben.",
            "Route 2 is for a group of pupils of several schools in the werkgebied who need the same kind of support.",
        ),
    )],
    fields: &[
        INNOVATION,
        SCHOOLS,
        Field::yes_no(
            "zelfde_behoefte",
            t("Hebben zij hetzelfde soort behoefte?", "Do they have the same kind of need?"),
        ),
        Field::yes_no(
            "zelfde_werkgebied",
            t(
                "Liggen de scholen in hetzelfde werkgebied?",
                "Are the schools in the same werkgebied?",
            ),
        ),
    ],
    about_a_child: true,
    decide: two,
    ..ROUTE
};

fn two(e: &mut Eval<'_>) -> Outcome {
    let (innovation, schools) = (e.yes_no(0), e.count(1));
    if innovation == Some(true) {
        e.flip(0);
        return e.not_applicable(&OTHER_ROUTE_3);
    }
    match schools {
        Some(1) => {
            e.would_change(
                say!("Aantal scholen vanaf route 2", "Number of schools from route 2"),
                Val::Count(2),
            );
            return e.not_applicable(say!(
                "Eén school gaat langs route 1.",
                "One school takes route 1."
            ));
        }
        Some(..=0) => return e.impossible(&NO_SCHOOL),
        _ => {}
    }
    let (same_need, same_area) = (e.yes_no(2), e.yes_no(3));
    if same_area == Some(false) {
        e.flip(3);
        return e.person(say!(
            "De scholen liggen in verschillende werkgebieden: bespreek samen uit welk budget het gaat.",
            "The schools are in different werkgebieden: discuss together which budget pays."
        ));
    }
    if same_need == Some(false) {
        e.flip(2);
        return e.person(say!(
            "De behoeften verschillen: kijk per school of route 1 past.",
            "The needs differ: see for each school whether route 1 fits."
        ));
    }
    match (innovation, schools, same_need, same_area) {
        (Some(false), Some(_), Some(true), Some(true)) => {
            e.meets(say!("Dit is route 2.", "This is route 2."))
        }
        _ => e.unknown(),
    }
}

pub(super) const NIV_07: Rule = Rule {
    id: "NIV-07",
    title: t(
        "Route 3: vernieuwing waarvan het werkgebied de behoefte vaststelt",
        "Route 3: innovation for which the werkgebied finds the need",
    ),
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Route 3 is vernieuwing van passend onderwijs, als het werkgebied ziet dat die nodig is.",
            "Route 3 is innovation in passend onderwijs, when the werkgebied sees that it is needed.",
        ),
    )],
    fields: &[
        INNOVATION,
        Field::yes_no(
            "vastgesteld",
            t(
                "Heeft het werkgebied de behoefte vastgesteld?",
                "Has the werkgebied found that there is a need?",
            ),
        ),
    ],
    decide: three,
    ..ROUTE
};

fn three(e: &mut Eval<'_>) -> Outcome {
    match e.yes_no(0) {
        None => return e.unknown(),
        Some(false) => {
            e.flip(0);
            return e.not_applicable(say!(
                "Dit is geen vernieuwing: kijk naar route 1 of 2.",
                "This is no innovation: look at route 1 or 2."
            ));
        }
        Some(true) => {}
    }
    match e.yes_no(1) {
        None => e.unknown(),
        Some(true) => e.meets(say!("Dit is route 3.", "This is route 3.")),
        Some(false) => {
            e.flip(1);
            e.fails(say!(
                "Nog niet volledig: laat het werkgebied eerst vaststellen dat dit nodig is.",
                "Not complete yet: let the werkgebied first find that this is needed."
            ))
        }
    }
}
