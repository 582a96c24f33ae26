//! WGB-01, WGB-02 and WGB-15 to WGB-18: who belongs to a werkgebied and what its schools develop together.

use super::sources::{CHECKED_MEETINGS, PLAN_PPO_NK, REGIONAL, ppo_nk};
use super::{About, Eval, Field, How, Key, Kind, Layer, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const WERKGEBIED: Rule = Rule { topic: Topic::Werkgebied, checked: CHECKED_MEETINGS, ..REGIONAL };

pub(super) const WGB_01: Rule = Rule {
    id: "WGB-01",
    title: t(
        "Elke reguliere school hoort bij precies één werkgebied",
        "Every regular school belongs to exactly one werkgebied",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "De 95 reguliere basisscholen zijn naar plaats verdeeld over acht werkgebieden.",
            "The 95 regular primary schools are divided by place over eight werkgebieden.",
        ),
    )],
    parameters: &[Key::Werkgebieden, Key::RegularSchools],
    fields: &[
        Field::counts(
            "scholen",
            t("Scholen per werkgebied", "Schools per werkgebied"),
            t("scholen", "schools"),
        ),
        Field::count(
            "zonder",
            t("Scholen zonder werkgebied", "Schools without a werkgebied"),
            t("scholen", "schools"),
        ),
        Field::count(
            "dubbel",
            t("Scholen in meer dan één werkgebied", "Schools in more than one werkgebied"),
            t("scholen", "schools"),
        ),
    ],
    decide: partition,
    ..WERKGEBIED
};

fn partition(e: &mut Eval<'_>) -> Outcome {
    let (schools, without, double) = (e.counts(0), e.count(1), e.count(2));
    let (Some(schools), Some(without), Some(double)) = (schools, without, double) else {
        return e.unknown();
    };
    if without < 0 || double < 0 || schools.iter().any(|count| *count < 0) {
        return e.impossible(say!("Een aantal is nul of meer.", "A number is zero or more."));
    }
    let all = schools.iter().fold(0_i64, |all, count| all.saturating_add(*count));
    e.made(say!("Scholen samen", "Schools together"), How::Sum, Val::Count(all), 3);
    if without > 0 || double > 0 {
        e.would_change(
            say!(
                "Scholen zonder of met meer werkgebieden waarbij het klopt",
                "Schools without or with more werkgebieden at which it is right"
            ),
            Val::Count(0),
        );
        return e
            .fails(say!(
                "Niet elke school heeft precies één werkgebied.",
                "Not every school has exactly one werkgebied."
            ))
            .with(Val::Count(all));
    }
    let today = e.today();
    let (areas, planned) =
        (e.parameter(Key::Werkgebieden, today), e.parameter(Key::RegularSchools, today));
    let (Some(areas), Some(planned)) = (areas, planned) else { return e.unknown() };
    let listed = i64::try_from(schools.len()).unwrap_or(i64::MAX);
    if areas != listed.into() || planned != all.into() {
        return e
            .person(say!(
                "Elke school heeft één werkgebied. Het aantal is anders dan in het plan: kijk of dat klopt.",
                "Every school has one werkgebied. The number differs from the plan: see whether that is right."
            ))
            .with(Val::Count(all))
            .and_signal();
    }
    e.meets(say!(
        "Elke school heeft één werkgebied, en de aantallen zijn die van het plan.",
        "Every school has one werkgebied, and the numbers are those of the plan."
    ))
    .with(Val::Count(all))
}

pub(super) const WGB_02: Rule = Rule {
    id: "WGB-02",
    title: t(
        "Een werkgebied heeft één consulent en minstens één jeugd- en gezinscoach",
        "A werkgebied has one consultant and at least one jeugd- en gezinscoach",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "In elk werkgebied verbindt één consulent de scholen; daarnaast zijn er een of meer jeugd- en gezinscoaches.",
            "In every werkgebied one consultant connects the schools; besides, there are one or more jeugd- en gezinscoaches.",
        ),
    )],
    fields: &[
        Field::count(
            "consulenten",
            t("Consulenten in dit werkgebied", "Consultants in this werkgebied"),
            t("consulenten", "consultants"),
        ),
        Field::count(
            "coaches",
            t(
                "Jeugd- en gezinscoaches in dit werkgebied",
                "Jeugd- en gezinscoaches in this werkgebied",
            ),
            t("coaches", "coaches"),
        ),
    ],
    decide: staffed,
    ..WERKGEBIED
};

fn staffed(e: &mut Eval<'_>) -> Outcome {
    let (consultants, coaches) = (e.count(0), e.count(1));
    if consultants.is_some_and(|count| count < 0) || coaches.is_some_and(|count| count < 0) {
        return e.impossible(say!("Een aantal is nul of meer.", "A number is zero or more."));
    }
    if consultants.is_some_and(|count| count != 1) {
        let text = say!(
            "Aantal consulenten waarbij het klopt",
            "Number of consultants at which it is right"
        );
        e.would_change(text, Val::Count(1));
    }
    if coaches == Some(0) {
        let text =
            say!("Aantal coaches vanaf waar het klopt", "Number of coaches from which it is right");
        e.would_change(text, Val::Count(1));
    }
    match (consultants, coaches) {
        (Some(0 | 2..), _) | (_, Some(0)) => e.fails(say!(
            "De bezetting van het werkgebied is nog niet rond.",
            "The werkgebied is not staffed yet as agreed."
        )),
        (None, _) | (_, None) => e.unknown(),
        _ => e.meets(say!("De bezetting is rond.", "The werkgebied is staffed.")),
    }
}

pub(super) const WGB_15: Rule = Rule {
    id: "WGB-15",
    title: t(
        "De scholen voor SO en SBO gaan meedoen in de werkgebieden",
        "The schools for SO and SBO come to take part in the werkgebieden",
    ),
    layer: Layer::Streven,
    kind: Kind::Gids,
    sources: &[
        ppo_nk(
            "§6.2",
            t(
                "Elk werkgebied wordt inclusiever; daarvoor komen de scholen voor speciaal (basis)onderwijs erbij.",
                "Every werkgebied becomes more inclusive; for that the schools for special (primary) education join.",
            ),
        ),
        ppo_nk(
            "§4.2.5",
            t(
                "De scholen van een werkgebied kunnen samen met een aangesloten school voor S(B)O bijna alles.",
                "The schools of a werkgebied can do almost everything together with a school for S(B)O that joined.",
            ),
        ),
    ],
    fields: &[Field::yes_no(
        "doet_mee",
        t(
            "Doet een school voor SO of SBO mee in dit werkgebied?",
            "Does a school for SO or SBO take part in this werkgebied?",
        ),
    )],
    decide: |e| match e.yes_no(0) {
        None => e.unknown(),
        Some(true) => e.meets(say!(
            "Een school voor SO of SBO doet mee.",
            "A school for SO or SBO takes part."
        )),
        Some(false) => {
            e.flip(0);
            e.fails(say!(
                "Er doet nog geen school voor SO of SBO mee: nodig er een uit.",
                "No school for SO or SBO takes part yet: invite one."
            ))
        }
    },
    ..WERKGEBIED
};

pub(super) const WGB_16: Rule = Rule {
    id: "WGB-16",
    title: t(
        "In elk werkgebied of combinatie kan minstens één school hoogbegaafde kinderen met extra vragen helpen",
        "In every werkgebied or combination at least one school can help gifted children with extra needs",
    ),
    layer: Layer::Streven,
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§4.2.5",
        t(
            "Per werkgebied, of per combinatie van werkgebieden, is er minstens één school die hoogbegaafde kinderen met extra ondersteuningsvragen passend onderwijs kan geven.",
            "Per werkgebied, or per combination of werkgebieden, at least one school can give gifted children with extra support needs a fitting education.",
        ),
    )],
    fields: &[
        Field::count(
            "eigen",
            t("Zulke scholen in dit werkgebied", "Such schools in this werkgebied"),
            t("scholen", "schools"),
        ),
        Field::count(
            "combinatie",
            t(
                "Zulke scholen in andere werkgebieden waarmee dit een combinatie vormt",
                "Such schools in other werkgebieden with which this one forms a combination",
            ),
            t("scholen", "schools"),
        ),
    ],
    decide: gifted_covered,
    ..WERKGEBIED
};

/// A school in the combination counts for every werkgebied in it.
fn gifted_covered(e: &mut Eval<'_>) -> Outcome {
    let own = e.count(0);
    if own.is_some_and(|count| count > 0) {
        return e.meets(say!(
            "Er is zo'n school in het eigen werkgebied.",
            "There is such a school in the own werkgebied."
        ));
    }
    let joint = e.count(1);
    if own.is_some_and(|count| count < 0) || joint.is_some_and(|count| count < 0) {
        return e.impossible(say!("Een aantal is nul of meer.", "A number is zero or more."));
    }
    match (own, joint) {
        (_, Some(1..)) => e.meets(say!(
            "Er is zo'n school in de combinatie van werkgebieden.",
            "There is such a school in the combination of werkgebieden."
        )),
        (Some(_), Some(_)) => {
            let text = say!(
                "Aantal scholen vanaf waar het gedekt is",
                "Number of schools from which it is covered"
            );
            e.would_change(text, Val::Count(1));
            e.fails(say!(
                "Er is nog geen school die dit aanbod heeft.",
                "There is no school yet that offers this."
            ))
        }
        _ => e.unknown(),
    }
}

pub(super) const WGB_17: Rule = Rule {
    id: "WGB-17",
    title: t(
        "Elk werkgebied maakt een eigen ontwikkelplan voor hoogbegaafdheid",
        "Every werkgebied makes its own development plan for giftedness",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§4.2.5",
        t(
            "In deze planperiode maakt elk werkgebied een ontwikkelplan voor hoogbegaafdheid dat bij het werkgebied past; de netwerkgroep hoogbegaafdheid helpt.",
            "In this plan period every werkgebied makes a development plan for giftedness that fits the werkgebied; the network group helps.",
        ),
    )],
    fields: &[
        Field::yes_no("plan", t("Ligt het ontwikkelplan er?", "Is the development plan there?")),
        Field::yes_no(
            "netwerkgroep",
            t(
                "Helpt de netwerkgroep hoogbegaafdheid?",
                "Does the network group for giftedness help?",
            ),
        ),
    ],
    decide: gifted_plan,
    ..WERKGEBIED
};

fn gifted_plan(e: &mut Eval<'_>) -> Outcome {
    let plan = e.yes_no(0);
    if e.has(1) && e.yes_no(1) == Some(false) {
        e.not_applied(say!(
            "Hulp van de netwerkgroep is er nog niet; die kun je vragen.",
            "The network group does not help yet; you can ask for it."
        ));
    }
    match plan {
        None => e.unknown(),
        Some(true) => e.meets(say!("Het ontwikkelplan is er.", "The development plan is there.")),
        Some(false) => {
            e.flip(0);
            if let Some(until) = PLAN_PPO_NK.until {
                let about = About::Nothing;
                let text = say!("Planperiode loopt tot en met", "The plan period runs until");
                e.made_about(text, about, How::Fixed, Val::Date(until), 0);
            }
            e.person(say!(
                "Het ontwikkelplan is er nog niet: spreek af wie begint.",
                "The development plan is not there yet: agree who begins."
            ))
            .and_signal()
        }
    }
}

pub(super) const WGB_18: Rule = Rule {
    id: "WGB-18",
    title: t(
        "Elk werkgebied geeft samen vorm aan inclusiever onderwijs",
        "Every werkgebied shapes more inclusive education together",
    ),
    layer: Layer::Streven,
    kind: Kind::Gids,
    sources: &[ppo_nk(
        "§4.2.5",
        t(
            "Elk werkgebied wordt gevraagd samen stappen naar inclusiever onderwijs te zetten en zichtbaar te maken wie je waarvoor kunt benaderen.",
            "Every werkgebied is asked to take steps towards more inclusive education together, and to show whom you can ask for what.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "stappen",
            t("Zijn er samen stappen afgesproken?", "Were steps agreed together?"),
        ),
        Field::yes_no(
            "contactkaart",
            t(
                "Is zichtbaar wie je waarvoor kunt benaderen?",
                "Is it shown whom you can ask for what?",
            ),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("Het werkgebied werkt er samen aan.", "The werkgebied works on it together."),
            say!(
                "Hier is nog een stap te zetten; welke staat erbij.",
                "There is a step left to take; which one is shown."
            ),
        )
    },
    ..WERKGEBIED
};
