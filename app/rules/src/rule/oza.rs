//! OZA-01 to OZA-07: education and care in one arrangement.

use super::niv_levels::no_level;
use super::sources::{CHILD, ppo_nk};
use super::{Choice, Eval, Field, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const CARE: Rule = Rule { topic: Topic::Care, ..CHILD };

/// From this level on education and care can make one arrangement.
const FROM_LEVEL: i64 = 3;
const HIGHEST: i64 = 4;

pub(super) const OZA_01: Rule = Rule {
    id: "OZA-01",
    title: t(
        "Een onderwijs-zorgarrangement is er bij niveau 3 of 4, als onderwijs en zorg nauw samenwerken",
        "An onderwijs-zorgarrangement is for level 3 or 4, when education and care work closely together",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.6",
        t(
            "Op niveau 3 of 4 is nauwe samenwerking tussen onderwijs en zorg nodig; dat kan met een onderwijs-zorgarrangement.",
            "At level 3 or 4 close cooperation between education and care is needed; an onderwijs-zorgarrangement can do that.",
        ),
    )],
    fields: &[
        Field::count(
            "niveau",
            t("Niveau van ondersteuning", "Level of support"),
            t("(0 tot en met 4)", "(0 to 4)"),
        ),
        Field::yes_no("zorg", t("Is er ook zorg nodig?", "Is care needed as well?")),
    ],
    decide: possible,
    ..CARE
};

fn possible(e: &mut Eval<'_>) -> Outcome {
    let level = e.count(0);
    match level {
        Some(level) if !(0..=HIGHEST).contains(&level) => return no_level(e),
        Some(level) if level < FROM_LEVEL => {
            e.would_change(
                say!("Mogelijk vanaf niveau", "Possible from level"),
                Val::Count(FROM_LEVEL),
            );
            return e.not_applicable(say!(
                "Kijk eerst naar de routes voor extra steun; jeugdhulp kan er altijd bij.",
                "Look at the routes for extra support first; youth care can always be added."
            ));
        }
        _ => {}
    }
    match (level, e.yes_no(1)) {
        (Some(_), Some(true)) => e.meets(say!(
            "Een onderwijs-zorgarrangement past: nodig ouders, consulent en jeugdhulp uit.",
            "An onderwijs-zorgarrangement fits: invite parents, consultant and youth care."
        )),
        (_, Some(false)) => {
            e.flip(1);
            e.not_applicable(say!("Er is geen zorg nodig.", "No care is needed."))
        }
        _ => e.unknown(),
    }
}

pub(super) const OZA_02: Rule = Rule {
    id: "OZA-02",
    title: t(
        "Onderwijs en zorg staan in één plan, gemaakt met het TOP dossier",
        "Education and care stand in one plan, made with the TOP dossier",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.6",
        t(
            "Ook hier helpt het TOP dossier om één geheel van de plannen te maken.",
            "Here too the TOP dossier helps to make one whole of the plans.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "plan",
            t("Er is één plan voor onderwijs en zorg", "There is one plan for education and care"),
        ),
        Field::yes_no(
            "top",
            t("Het is met het TOP dossier gemaakt", "It was made with the TOP dossier"),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("Het plan is er.", "The plan is there."),
            say!("Maak samen eerst één plan.", "First make one plan together."),
        )
    },
    ..CARE
};

const OWNERS: &[Choice] = &[
    Choice { name: "school", label: t("De school", "The school") },
    Choice { name: "ouders", label: t("De ouders", "The parents") },
    Choice { name: "ander", label: t("Iemand anders", "Somebody else") },
];
const SCHOOL: u8 = 0;
const PARENTS: u8 = 1;

pub(super) const OZA_03: Rule = Rule {
    id: "OZA-03",
    title: t(
        "De school gaat over het onderwijsplan, de ouders over het gezinsplan",
        "The school is in charge of the education plan, the parents of the family plan",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.6",
        t(
            "De school heeft de regie over het onderwijsplan en de ouders over het gezinsplan; het geheel houdt daar rekening mee.",
            "The school leads the education plan and the parents the family plan; the whole takes that into account.",
        ),
    )],
    fields: &[
        Field::choice(
            "onderwijsplan",
            t("Wie het onderwijsplan leidt", "Who leads the education plan"),
            OWNERS,
        ),
        Field::choice(
            "gezinsplan",
            t("Wie het gezinsplan leidt", "Who leads the family plan"),
            OWNERS,
        ),
    ],
    decide: |e| {
        let (school, family) = (e.choice(0), e.choice(1));
        let school_wrong = school.is_some_and(|who| who != SCHOOL);
        let family_wrong = family.is_some_and(|who| who != PARENTS);
        if school_wrong {
            e.would_change(
                say!("Wie het onderwijsplan leidt", "Who leads the education plan"),
                Val::Text(say!("De school", "The school")),
            );
        }
        if family_wrong {
            e.would_change(
                say!("Wie het gezinsplan leidt", "Who leads the family plan"),
                Val::Text(say!("De ouders", "The parents")),
            );
        }
        if school_wrong || family_wrong {
            return e.fails(say!(
                "De regie ligt nog niet waar zij hoort: spreek dit samen af.",
                "The lead is not yet where it belongs: agree on this together."
            ));
        }
        match (school, family) {
            (Some(_), Some(_)) => {
                e.meets(say!("De regie ligt goed.", "The lead is where it belongs."))
            }
            _ => e.unknown(),
        }
    },
    ..CARE
};

pub(super) const OZA_04: Rule = Rule {
    id: "OZA-04",
    title: t("Eén kind, één plan, één regisseur", "One child, one plan, one coordinator"),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.6.1",
        t(
            "Voor elk kind is er één plan met één regisseur.",
            "For each child there is one plan with one coordinator.",
        ),
    )],
    fields: &[
        Field::count("plannen", t("Plannen", "Plans"), t("plannen", "plans")),
        Field::count(
            "regisseurs",
            t("Regisseurs", "Coordinators"),
            t("regisseurs", "coordinators"),
        ),
    ],
    decide: |e| {
        let (plans, leads) = (e.count(0), e.count(1));
        if plans.is_some_and(|count| count < 0) || leads.is_some_and(|count| count < 0) {
            return e.impossible(say!("Een aantal is nul of meer.", "A number is zero or more."));
        }
        if plans.is_some_and(|count| count != 1) {
            e.would_change(
                say!("Aantal plannen waarbij het klopt", "Number of plans at which it is right"),
                Val::Count(1),
            );
        }
        if leads.is_some_and(|count| count != 1) {
            e.would_change(
                say!(
                    "Aantal regisseurs waarbij het klopt",
                    "Number of coordinators at which it is right"
                ),
                Val::Count(1),
            );
        }
        match (plans, leads) {
            (Some(1), Some(1)) => e.meets(say!(
                "Er is één plan met één regisseur.",
                "There is one plan with one coordinator."
            )),
            (Some(0 | 2..), _) | (_, Some(0 | 2..)) => e.fails(say!(
                "Spreek samen één plan en één regisseur af.",
                "Agree on one plan and one coordinator together."
            )),
            _ => e.unknown(),
        }
    },
    ..CARE
};

pub(super) const OZA_05: Rule = Rule {
    id: "OZA-05",
    title: t(
        "Het geld voor een onderwijs-zorgarrangement komt elk jaar met een nieuwe beschikking",
        "The money for an onderwijs-zorgarrangement comes every year with a new decision",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        "§10.3.4",
        t(
            "De arrangementen worden betaald op grond van beschikkingen per jaar; het totaal staat in de begroting.",
            "The arrangements are paid on yearly decisions; the total stands in the budget.",
        ),
    )],
    fields: &[
        Field::count("jaar", t("Jaar waar het om gaat", "Year concerned"), t("jaar", "year")),
        Field::count(
            "beschikking",
            t("Jaar van de beschikking", "Year of the decision"),
            t("jaar", "year"),
        ),
    ],
    decide: |e| {
        let (Some(year), Some(decided)) = (e.count(0), e.count(1)) else { return e.unknown() };
        e.would_change(say!("Beschikking van het jaar", "Decision of the year"), Val::Count(year));
        if year == decided {
            return e
                .meets(say!("De beschikking is van dit jaar.", "The decision is of this year."));
        }
        e.fails(say!(
            "De beschikking is van een ander jaar: vraag een nieuwe. De hulp gaat intussen door.",
            "The decision is of another year: ask for a new one. Meanwhile the help goes on."
        ))
    },
    ..CARE
};

pub(super) const OZA_06: Rule = Rule {
    id: "OZA-06",
    title: t(
        "Een onderwijs-zorgarrangement hoort bij een reguliere basisschool",
        "An onderwijs-zorgarrangement belongs to a regular primary school",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§10.3.4",
        t(
            "De arrangementen horen bij een reguliere basisschool. Een andere plek komt soms voor, los en tijdelijk.",
            "The arrangements belong to a regular primary school. Another place happens sometimes, now and then and for a time.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "regulier",
            t("Hoort bij een reguliere basisschool", "Belongs to a regular primary school"),
        ),
        Field::yes_no(
            "einddatum",
            t("Er is een dag afgesproken waarop het eindigt", "A day was agreed on which it ends"),
        ),
    ],
    decide: |e| {
        match e.yes_no(0) {
            None => return e.unknown(),
            Some(true) => {
                return e.meets(say!(
                    "Het hoort bij een reguliere school.",
                    "It belongs to a regular school."
                ));
            }
            Some(false) => {}
        }
        match e.yes_no(1) {
            None => e.unknown(),
            Some(true) => e.meets(say!(
                "Een andere plek kan, voor een tijd.",
                "Another place is possible, for a time."
            )),
            Some(false) => {
                e.flip(0);
                e.flip(1);
                e.fails(say!(
                    "Spreek af tot wanneer deze plek is en wat daarna komt.",
                    "Agree until when this place is and what comes after."
                ))
            }
        }
    },
    ..CARE
};

pub(super) const OZA_07: Rule = Rule {
    id: "OZA-07",
    title: t(
        "Zorg staat de weg naar onderwijs niet in de weg; zorg kan in lestijd",
        "Care does not stand in the way of education; care can be given in school hours",
    ),
    kind: Kind::Gids,
    sources: &[ppo_nk(
        "§11.6.1",
        t(
            "Recht op zorg mag de toegang tot onderwijs niet hinderen, en er kan zorg tijdens de lessen zijn.",
            "A right to care must not hinder the access to education, and there can be care during lessons.",
        ),
    )],
    fields: &[Field::yes_no(
        "hindert",
        t(
            "Houdt zorg, of het wachten daarop, het kind van onderwijs af?",
            "Does care, or waiting for it, keep the child from education?",
        ),
    )],
    decide: |e| match e.yes_no(0) {
        None => e.unknown(),
        Some(false) => {
            e.meets(say!("Onderwijs en zorg gaan samen.", "Education and care go together."))
        }
        Some(true) => {
            e.flip(0);
            e.fails(say!(
                "Bespreek hoe het kind nu al onderwijs krijgt, met zorg in lestijd als dat helpt.",
                "Discuss how the child is taught already now, with care in school hours where that helps."
            ))
        }
    },
    ..CARE
};
