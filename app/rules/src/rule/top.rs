//! TOP-01 to TOP-03 and TOP-08 to TOP-10: the plan that school, parents and child make together.

use super::sources::{CHECKED_SCHOOL, CHILD, REGIONAL, ppo_nk};
use super::{Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const DOSSIER: Rule = Rule { topic: Topic::Dossier, checked: CHECKED_SCHOOL, ..REGIONAL };

/// The five questions of the plan, in its order.
const QUESTIONS: [Field; 5] = [
    Field::text("vraag", t("Wat is de ondersteuningsvraag?", "What is the support question?")),
    Field::text("doelen", t("Wat zijn de cruciale doelen?", "What are the crucial goals?")),
    Field::text(
        "kind",
        t("Wat heeft het kind nodig in het onderwijs?", "What does the child need in education?"),
    ),
    Field::text("leerkracht", t("Wat heeft de leerkracht nodig?", "What does the teacher need?")),
    Field::text("aanpak", t("Wat gaan we doen?", "What are we going to do?")),
];
const ASKED: u8 = 5;

pub(super) const TOP_01: Rule = Rule {
    id: "TOP-01",
    title: t("Het plan geeft antwoord op vijf vragen", "The plan answers five questions"),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Het plan zegt wat de vraag is, wat de belangrijkste doelen zijn, wat het kind nodig heeft, wat de leerkracht nodig heeft en wat er gebeurt.",
            "The plan says what the question is, what the main goals are, what the child needs, what the teacher needs and what will be done.",
        ),
    )],
    fields: &QUESTIONS,
    decide: |e| {
        let answered = answered(e);
        let outcome = match answered {
            (_, 1.., _) => e.fails(say!(
                "Het plan is nog niet volledig; welke vraag open is staat erbij.",
                "The plan is not complete yet; which question is open is shown."
            )),
            (_, _, 1..) => e.unknown(),
            _ => e.meets(say!(
                "Alle vijf de vragen zijn beantwoord.",
                "All five questions are answered."
            )),
        };
        outcome.with(Val::Count(answered.0))
    },
    ..DOSSIER
};

/// How many questions have words, only blanks, and nothing.
fn answered(e: &mut Eval<'_>) -> (i64, i64, i64) {
    let (mut filled, mut blank, mut missing) = (0, 0, 0);
    for field in 0..ASKED {
        match e.text(field) {
            Some(text) if text.trim().is_empty() => {
                blank += 1;
                e.wanted(field);
            }
            Some(_) => filled += 1,
            None => missing += 1,
        }
    }
    e.made(say!("Beantwoorde vragen", "Questions answered"), How::Sum, Val::Count(filled), 0);
    (filled, blank, missing)
}

pub(super) const TOP_02: Rule = Rule {
    id: "TOP-02",
    title: t(
        "Bij niveau 2, 3 en 4 hoort een TOP dossier",
        "Level 2, 3 and 4 come with a TOP dossier",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Alle scholen brengen extra steun in kaart met het TOP dossier.",
            "All schools map extra support with the TOP dossier.",
        ),
    )],
    fields: &[Field::count(
        "niveau",
        t("Niveau van ondersteuning", "Level of support"),
        t("(0 tot en met 4)", "(0 to 4)"),
    )],
    decide: |e| match e.count(0) {
        None => e.unknown(),
        Some(level) if !(0..=4).contains(&level) => super::niv_levels::no_level(e),
        Some(level) => {
            let from = Val::Count(2);
            e.would_change(say!("TOP dossier vanaf niveau", "TOP dossier from level"), from);
            let needed = level >= 2;
            let outcome = if needed {
                e.meets(say!("Maak een TOP dossier.", "Make a TOP dossier."))
            } else {
                e.meets(say!("Een TOP dossier hoeft niet.", "A TOP dossier is not needed."))
            };
            outcome.with(Val::YesNo(needed))
        }
    },
    ..DOSSIER
};

pub(super) const TOP_03: Rule = Rule {
    id: "TOP-03",
    title: t("Ouders krijgen het plan en stemmen ermee in", "Parents get the plan and agree to it"),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§7",
        t(
            "Het TOP dossier wordt met de ouders gedeeld en zij moeten ermee instemmen.",
            "The TOP dossier is shared with the parents and they have to agree to it.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "gedeeld",
            t("Het plan is met de ouders gedeeld", "The plan was shared with the parents"),
        ),
        Field::yes_no("instemming", t("De ouders stemmen in", "The parents agree")),
        Field::date("dag", t("Dag van de instemming", "Day of the agreement")),
    ],
    decide: agreed,
    ..DOSSIER
};

fn agreed(e: &mut Eval<'_>) -> Outcome {
    let today = e.today();
    let list = e.checklist(2);
    if list.no > 0 {
        return e.fails(say!(
            "Het plan kan nog niet starten: praat er eerst met de ouders over.",
            "The plan cannot start yet: talk about it with the parents first."
        ));
    }
    let Some(day) = e.date(2) else { return e.unknown() };
    if list.missing > 0 {
        return e.unknown();
    }
    if day > today {
        return e.impossible(say!("Deze dag moet nog komen.", "This day has still to come."));
    }
    e.meets(say!("De ouders stemmen in met het plan.", "The parents agree to the plan."))
}

pub(super) const TOP_08: Rule = Rule {
    id: "TOP-08",
    topic: Topic::Dossier,
    title: t(
        "Een TLV vraagt een volledig plan en de instemming van de ouders",
        "A TLV takes a complete plan and the agreement of the parents",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.5.2",
        t(
            "Voor een toelaatbaarheidsverklaring is een volledig ingevuld TOP dossier nodig waarmee de ouders instemmen.",
            "A toelaatbaarheidsverklaring takes a fully filled in TOP dossier to which the parents agree.",
        ),
    )],
    fields: &WITH_AGREEMENT,
    decide: |e| {
        let (filled, blank, missing) = answered(e);
        let agreed = e.yes_no(ASKED);
        if agreed == Some(false) {
            e.flip(ASKED);
        }
        let outcome = if blank > 0 || agreed == Some(false) {
            e.fails(say!(
                "Vul samen aan wat nog ontbreekt; dan kan de aanvraag verder.",
                "Complete together what is missing; then the request can go on."
            ))
        } else if missing > 0 || agreed.is_none() {
            e.unknown()
        } else {
            e.meets(say!(
                "De aanvraag kan naar de commissie.",
                "The request can go to the committee."
            ))
        };
        outcome.with(Val::Count(filled))
    },
    ..CHILD
};

const WITH_AGREEMENT: [Field; 6] = {
    let [question, goals, child, teacher, plan] = QUESTIONS;
    [
        question,
        goals,
        child,
        teacher,
        plan,
        Field::yes_no("instemming", t("De ouders stemmen in", "The parents agree")),
    ]
};

pub(super) const TOP_09: Rule = Rule {
    id: "TOP-09",
    title: t(
        "Het ontwikkelingsperspectief is er voor kind, ouders en leerkracht samen",
        "The ontwikkelingsperspectief is for child, parents and teacher together",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Samen wordt een ontwikkelingsperspectief gemaakt voor kind, ouders en leerkracht.",
            "Together an ontwikkelingsperspectief is made for child, parents and teacher.",
        ),
    )],
    fields: &[
        Field::yes_no("kind", t("Het kind deed mee", "The child took part")),
        Field::yes_no("ouders", t("De ouders deden mee", "The parents took part")),
        Field::yes_no("leerkracht", t("De leerkracht deed mee", "The teacher took part")),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Alle drie deden mee.", "All three took part."),
            say!(
                "Nog niet iedereen deed mee; wie ontbreekt staat erbij.",
                "Not everybody took part yet; who is missing is shown."
            ),
        )
    },
    ..DOSSIER
};

pub(super) const TOP_10: Rule = Rule {
    id: "TOP-10",
    title: t(
        "De gegevens komen van school, ouders, kind en wie er aan zorg bij is",
        "The data come from school, parents, child and whoever of care is involved",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.4",
        t(
            "Consulent, school, ouders, het kind en als die erbij zijn zorgpartners verzamelen samen de gegevens.",
            "Consultant, school, parents, the child and, where involved, care partners gather the data together.",
        ),
    )],
    fields: &[
        Field::yes_no("school", t("Van de school", "From the school")),
        Field::yes_no("ouders", t("Van de ouders", "From the parents")),
        Field::yes_no("kind", t("Van het kind", "From the child")),
        Field::yes_no(
            "zorg_betrokken",
            t("Is er een zorgpartner betrokken?", "Is a care partner involved?"),
        ),
        Field::yes_no("zorg", t("Van de zorgpartner", "From the care partner")),
    ],
    decide: gathered,
    ..DOSSIER
};

fn gathered(e: &mut Eval<'_>) -> Outcome {
    let list = e.checklist(3);
    let involved = e.yes_no(3);
    let care = if involved == Some(true) {
        let care = e.yes_no(4);
        if care == Some(false) {
            e.flip(4);
        }
        care
    } else {
        e.not_applied(say!(
            "Een zorgpartner hoeft alleen als die betrokken is.",
            "A care partner is only needed when involved."
        ));
        involved.map(|_| true)
    };
    if list.no > 0 || care == Some(false) {
        return e.fails(say!(
            "De gegevens zijn nog niet compleet; wie nog niets zei staat erbij.",
            "The data are not complete yet; who said nothing yet is shown."
        ));
    }
    if list.missing > 0 || care.is_none() {
        return e.unknown();
    }
    e.meets(say!("Iedereen heeft verteld.", "Everybody has told."))
}
