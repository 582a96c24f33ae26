//! TLV-09: the category of a toelaatbaarheidsverklaring decides the amount.

use super::sources::{NATIONAL, ppo_nk};
use super::{Choice, Citation, Eval, Field, How, Key, Kind, Outcome, Rule, Topic, Val};
use crate::calendar::{FIRST_YEAR, day};
use crate::money::Money;
use crate::text::{say, t};

pub(super) const TLV_09: Rule = Rule {
    id: "TLV-09",
    topic: Topic::Tlv,
    title: t(
        "De categorie laag, midden of hoog bepaalt de ondersteuningsbekostiging",
        "The category low, middle or high decides the support funding",
    ),
    kind: Kind::Reken,
    sources: &[
        ppo_nk(
            "§10.3.2",
            t(
                "Hoe hoog de ondersteuningsbekostiging van een SO-leerling is, volgt uit de categorie van de toelaatbaarheidsverklaring.",
                "How high the support funding of an SO pupil is follows from the category of the toelaatbaarheidsverklaring.",
            ),
        ),
        Citation {
            document: "DUO, bekostiging samenwerkingsverbanden",
            place: "aftrek per categorie",
            link: Some(super::sources::DUO_LINK),
            says: t(
                "DUO trekt per leerling met een toelaatbaarheidsverklaring een bedrag af dat bij de categorie hoort.",
                "For each pupil with a toelaatbaarheidsverklaring DUO deducts an amount that belongs to the category.",
            ),
        },
    ],
    parameters: &[Key::SoCategory1, Key::SoCategory2, Key::SoCategory3],
    fields: &[
        Field::choice(
            "categorie",
            t("Categorie", "Category"),
            &[
                Choice { name: "laag", label: t("Laag (1)", "Low (1)") },
                Choice { name: "midden", label: t("Midden (2)", "Middle (2)") },
                Choice { name: "hoog", label: t("Hoog (3)", "High (3)") },
            ],
        ),
        Field::count("kalenderjaar", t("Kalenderjaar", "Calendar year"), t("jaar", "year")),
    ],
    decide,
    ..NATIONAL
};

fn decide(e: &mut Eval<'_>) -> Outcome {
    let (Some(category), Some(year)) = (e.choice(0), e.count(1)) else { return e.unknown() };
    let year = i32::try_from(year).unwrap_or(i32::MIN);
    if year < FIRST_YEAR {
        e.would_change(
            say!("Deze regel geldt vanaf", "This rule holds from"),
            Val::Date(day(FIRST_YEAR, 1, 1)),
        );
        return e.not_applicable(say!(
            "Vóór 2023 hing het bedrag ook af van de leeftijd.",
            "Before 2023 the amount also depended on age."
        ));
    }
    let key = match category {
        0 => Key::SoCategory1,
        1 => Key::SoCategory2,
        _ => Key::SoCategory3,
    };
    let Some(amount) = e.parameter(key, day(year, 1, 1)) else { return e.unknown() };
    let Some(amount) = Money::from_decimal(amount) else { return e.unknown() };
    e.made(
        say!("Bedrag per leerling per kalenderjaar", "Amount per pupil per calendar year"),
        How::Fixed,
        Val::Money(amount),
        3,
    );
    e.meets(say!(
        "Het bedrag hoort bij deze categorie en dit jaar.",
        "The amount belongs to this category and year."
    ))
    .with(Val::Money(amount))
}
