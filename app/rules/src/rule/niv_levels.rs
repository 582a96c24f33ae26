//! NIV-01 to NIV-04 and NIV-09: the levels of support, who settles one, and what extra support is aimed at.

use super::sources::{CHECKED_SCHOOL, CHILD, REGIONAL, ppo_nk};
use super::{Choice, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const LEVEL: Rule = Rule { topic: Topic::Levels, ..CHILD };

/// A level as the plan numbers it, 0 to 4.
const LEVEL_FIELD: Field = Field::count(
    "niveau",
    t("Niveau van ondersteuning", "Level of support"),
    t("(0 tot en met 4)", "(0 to 4)"),
);

/// The highest number that the plan gives a level.
const HIGHEST: i64 = 4;
/// From this level on the samenwerkingsverband takes part.
const TAKES_PART_FROM: i64 = 2;

pub(super) const NIV_01: Rule = Rule {
    id: "NIV-01",
    title: t(
        "Het niveau volgt uit de plek en de aard van de steun",
        "The level follows from the place and the nature of the support",
    ),
    kind: Kind::Beslis,
    sources: &[
        ppo_nk(
            "§10.3",
            t(
                "Niveau 0 en 1 is basis- en lichte steun voor alle leerlingen, niveau 2 en 3 extra steun in het reguliere onderwijs, voor een leerling of een groep, en niveau 4 een voorziening voor speciaal (basis)onderwijs. Elk heeft een eigen geldstroom.",
                "Level 0 and 1 is basic and light support for all pupils, level 2 and 3 extra support in regular education, for a pupil or a group, and level 4 a place in special (primary) education. Each has its own stream of money.",
            ),
        ),
        ppo_nk(
            "§11.3-11.5",
            t(
                "De hoofdstukken over basis en licht, extra en speciaal onderwijs gebruiken dezelfde nummers.",
                "The chapters on basic and light, extra and special education use the same numbers.",
            ),
        ),
    ],
    fields: &[
        Field::choice(
            "plek",
            t("Waar de leerling onderwijs krijgt", "Where the pupil is taught"),
            &[
                Choice { name: "regulier", label: t("Reguliere school", "Regular school") },
                Choice {
                    name: "speciaal",
                    label: t("School voor SO of SBO", "School for SO or SBO"),
                },
            ],
        ),
        Field::choice(
            "steun",
            t("Welke steun er nodig is", "Which support is needed"),
            &[
                Choice { name: "basis", label: t("Basisondersteuning", "Basic support") },
                Choice { name: "licht", label: t("Lichte steun", "Light support") },
                Choice {
                    name: "extra",
                    label: t("Meer dan basis en licht", "More than basic and light"),
                },
            ],
        ),
    ],
    decide: level,
    ..LEVEL
};

/// The plan does not say what sets 2 apart from 3, so we do not either.
fn level(e: &mut Eval<'_>) -> Outcome {
    let place = e.choice(0);
    if place == Some(1) {
        return e
            .meets(say!(
                "Dit is niveau 4. Het geld gaat naar de school voor SO of SBO.",
                "This is level 4. The money goes to the school for SO or SBO."
            ))
            .with(Val::Text(say!("niveau 4", "level 4")));
    }
    let support = e.choice(1);
    match (place, support) {
        (Some(0), Some(0)) => e
            .meets(say!(
                "Dit is niveau 0. De school betaalt het uit het bedrag per leerling.",
                "This is level 0. The school pays it from the amount per pupil."
            ))
            .with(Val::Text(say!("niveau 0", "level 0"))),
        (Some(0), Some(1)) => e
            .meets(say!(
                "Dit is niveau 1. De school betaalt het uit het bedrag per leerling.",
                "This is level 1. The school pays it from the amount per pupil."
            ))
            .with(Val::Text(say!("niveau 1", "level 1"))),
        (Some(0), Some(2)) => {
            e.not_applied(say!(
                "Wat niveau 2 van niveau 3 scheidt, zegt het plan niet. School en ouders bepalen dat samen.",
                "What sets level 2 apart from level 3 the plan does not say. School and parents settle it together."
            ));
            e.meets(say!(
                "Dit is niveau 2 of 3. Het geld komt uit het budget van het werkgebied.",
                "This is level 2 or 3. The money comes from the budget of the werkgebied."
            ))
            .with(Val::Text(say!("niveau 2 of 3", "level 2 or 3")))
        }
        _ => e.unknown(),
    }
}

pub(super) const NIV_02: Rule = Rule {
    id: "NIV-02",
    title: t(
        "De school bepaalt het niveau samen met de ouders, op grond van analyse en evaluatie",
        "The school settles the level together with the parents, on the basis of analysis and evaluation",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.2",
        t(
            "De school bepaalt met de ouders welk niveau past. Analyse en evaluatie zijn daarvoor de basis.",
            "The school settles with the parents which level fits. Analysis and evaluation are the basis for it.",
        ),
    )],
    fields: &[
        Field::yes_no("ouders", t("Samen met de ouders bepaald", "Settled with the parents")),
        Field::yes_no("analyse", t("Er is een analyse", "There is an analysis")),
        Field::yes_no("evaluatie", t("Er is een evaluatie", "There is an evaluation")),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Het niveau is vastgesteld.", "The level is settled."),
            say!(
                "Het niveau is nog een concept; wat ontbreekt staat erbij.",
                "The level is still a draft; what is missing is shown."
            ),
        )
    },
    ..LEVEL
};

pub(super) const NIV_03: Rule = Rule {
    id: "NIV-03",
    title: t(
        "Het samenwerkingsverband doet mee bij niveau 2, 3 en 4",
        "The samenwerkingsverband takes part at level 2, 3 and 4",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.3",
        t(
            "Bij de extra niveaus 2, 3 en 4 is het samenwerkingsverband betrokken; basis en licht organiseren scholen zelf.",
            "At the extra levels 2, 3 and 4 the samenwerkingsverband is involved; basic and light the schools arrange themselves.",
        ),
    )],
    fields: &[LEVEL_FIELD],
    decide: |e| match e.count(0) {
        None => e.unknown(),
        Some(level) if !(0..=HIGHEST).contains(&level) => no_level(e),
        Some(level) => {
            let takes_part = level >= TAKES_PART_FROM;
            let text = say!(
                "Samenwerkingsverband betrokken vanaf",
                "Samenwerkingsverband takes part from"
            );
            e.would_change(text, Val::Count(TAKES_PART_FROM));
            let outcome = if takes_part {
                e.meets(say!(
                    "Het samenwerkingsverband doet mee: bel de consulent.",
                    "The samenwerkingsverband takes part: call the consultant."
                ))
            } else {
                e.meets(say!(
                    "De school regelt dit zelf; meedenken door de consulent mag altijd.",
                    "The school arranges this itself; the consultant may always think along."
                ))
            };
            outcome.with(Val::YesNo(takes_part))
        }
    },
    ..LEVEL
};

/// A number that the plan does not use.
pub(super) fn no_level(e: &Eval<'_>) -> Outcome {
    e.impossible(say!("Een niveau is 0, 1, 2, 3 of 4.", "A level is 0, 1, 2, 3 or 4."))
}

pub(super) const NIV_04: Rule = Rule {
    id: "NIV-04",
    topic: Topic::Levels,
    checked: CHECKED_SCHOOL,
    title: t(
        "Er is een basis, niveau 0, en daarop vier niveaus",
        "There is a base, level 0, and four levels on top",
    ),
    kind: Kind::Feit,
    sources: &[
        ppo_nk(
            "§11.2",
            t(
                "Beleid en begroting gaan uit van vier niveaus.",
                "Policy and budget start from four levels.",
            ),
        ),
        ppo_nk("§10.3", t("De nummers lopen van 0 tot en met 4.", "The numbers run from 0 to 4.")),
    ],
    decide: |e| {
        e.finding(
            "X1",
            say!(
                "Het plan spreekt van vier niveaus en nummert er vijf: 0 tot en met 4.",
                "The plan speaks of four levels and numbers five: 0 to 4."
            ),
        );
        let levels = e.list((0..=HIGHEST).map(Val::Count));
        e.meets(say!(
            "Wij tonen de basis als 0 en daarop vier niveaus.",
            "We show the base as 0 and four levels on top."
        ))
        .with(levels)
    },
    ..REGIONAL
};

pub(super) const NIV_09: Rule = Rule {
    id: "NIV-09",
    title: t(
        "Extra steun richt zich op kind, leerkracht, interactie en context",
        "Extra support is aimed at child, teacher, interaction and context",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Extra steun maakt kind, leerkracht, de omgang tussen hen en de omgeving blijvend sterker.",
            "Extra support makes child, teacher, what happens between them and the surroundings stronger for good.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "kind",
            t("Het plan zegt wat het kind krijgt", "The plan says what the child gets"),
        ),
        Field::yes_no(
            "leerkracht",
            t("Het plan zegt wat de leerkracht krijgt", "The plan says what the teacher gets"),
        ),
        Field::yes_no(
            "interactie",
            t("Het plan gaat over de omgang met elkaar", "The plan is about how they interact"),
        ),
        Field::yes_no(
            "context",
            t("Het plan gaat over de omgeving", "The plan is about the surroundings"),
        ),
    ],
    decide: |e| {
        let list = e.checklist(4);
        let text = say!("Kanten die het plan noemt", "Sides that the plan names");
        e.made(text, How::Sum, Val::Count(list.yes), 0);
        let outcome = if list.no > 0 {
            e.person(say!(
                "Het plan noemt niet alle vier: bespreek of dat zo goed is. Het plan kan wel starten.",
                "The plan does not name all four: discuss whether that is right. The plan can start."
            ))
            .and_signal()
        } else if list.missing > 0 {
            e.unknown()
        } else {
            e.meets(say!("Het plan noemt alle vier.", "The plan names all four."))
        };
        outcome.with(Val::Count(list.yes))
    },
    ..LEVEL
};
