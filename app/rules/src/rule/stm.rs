//! STM-01 to STM-04: pop-up leerlingenraden, and what happens with what children say.

use super::sources::{CHECKED_SCHOOL, REGIONAL, ppo_nk};
use super::{Eval, Field, How, Kind, Layer, Outcome, Rule, Topic, Val};
use crate::calendar::SchoolYear;
use crate::text::{say, t};

const VOICE: Rule = Rule { topic: Topic::Voice, checked: CHECKED_SCHOOL, ..REGIONAL };
const PLACE: &str = "§4.2.4";

pub(super) const STM_01: Rule = Rule {
    id: "STM-01",
    title: t(
        "Elk schooljaar is er minstens één pop-up leerlingenraad",
        "Every school year there is at least one pop-up leerlingenraad",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Sinds het schooljaar 2020-2021 zijn er elk jaar een of meer pop-up leerlingenraden.",
            "Since the school year 2020-2021 there are one or more pop-up leerlingenraden every year.",
        ),
    )],
    fields: &[Field::dates(
        "raden",
        t(
            "Dagen van de leerlingenraad, gehouden en gepland",
            "Days of the leerlingenraad, held and planned",
        ),
    )],
    decide: yearly,
    ..VOICE
};

fn yearly(e: &mut Eval<'_>) -> Outcome {
    let today = e.today();
    let year = SchoolYear::of(today);
    let Some(days) = e.dates(0) else { return e.unknown() };
    let this_year = days.iter().filter(|day| SchoolYear::of(**day) == year);
    let held = this_year.clone().filter(|day| **day <= today).count();
    let planned = this_year.filter(|day| **day > today).min();
    let held = i64::try_from(held).unwrap_or(i64::MAX);
    let value = Val::Count(held);
    e.made(say!("Gehouden in dit schooljaar", "Held in this school year"), How::Sum, value, 1);
    if held > 0 {
        return e
            .meets(say!(
                "Er was een leerlingenraad in dit schooljaar.",
                "There was a leerlingenraad in this school year."
            ))
            .with(value);
    }
    if let Some(planned) = planned {
        e.made(say!("De eerstvolgende", "The next one"), How::Smallest, Val::Date(*planned), 0);
        return e
            .person(say!("Nog open: er staat er een gepland.", "Still open: one is planned."))
            .with(value);
    }
    e.would_change(
        say!("Een leerlingenraad uiterlijk", "A leerlingenraad by"),
        Val::Date(year.last_day()),
    );
    e.fails(say!(
        "Er is er nog geen in dit schooljaar: plan een leerlingenraad.",
        "There is none in this school year yet: plan a leerlingenraad."
    ))
    .with(value)
}

pub(super) const STM_02: Rule = Rule {
    id: "STM-02",
    title: t(
        "De raad vraagt naar weggaan, blijven en wat het de school oplevert",
        "The council asks about leaving, staying and what it brings the school",
    ),
    layer: Layer::Streven,
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Drie vragen: hoe is het als een vriendje naar een andere school moet, wat is nodig om te kunnen blijven, en wordt de school er leuker en leerzamer van. Eigen vragen mogen ook.",
            "Three questions: how is it when a friend has to go to another school, what is needed to be able to stay, and does it make the school more fun and better for learning. Own questions are fine too.",
        ),
    )],
    fields: &[
        Field::yes_no("weggaan", t("Gevraagd hoe weggaan voelt", "Asked how leaving feels")),
        Field::yes_no(
            "blijven",
            t("Gevraagd wat nodig is om te blijven", "Asked what is needed to stay"),
        ),
        Field::yes_no(
            "school",
            t("Gevraagd of de school er beter van wordt", "Asked whether the school gets better"),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("De drie vragen zijn gesteld.", "The three questions were asked."),
            say!(
                "Niet alle drie zijn gesteld; welke je nog kunt vragen staat erbij.",
                "Not all three were asked; which you can still ask is shown."
            ),
        )
    },
    ..VOICE
};

pub(super) const STM_03: Rule = Rule {
    id: "STM-03",
    title: t(
        "Wat kinderen zeggen komt in één tekening, die elk jaar rijker wordt",
        "What children say comes into one drawing, which grows richer every year",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "De opbrengst staat in een tekening. Die groeit elk jaar en is het begin van het gesprek van het jaar erna.",
            "The outcome is in a drawing. It grows every year and opens the talk of the next year.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "opbrengst",
            t("De opbrengst staat in de tekening", "The outcome is in the drawing"),
        ),
        Field::count(
            "laag",
            t("De hoeveelste laag van de tekening dit is", "Which layer of the drawing this is"),
            t("(vanaf 1)", "(from 1)"),
        ),
        Field::count(
            "bouwt_op",
            t("Op welke laag deze verder gaat", "Which layer this one builds on"),
            t("(de laag ervoor)", "(the layer before)"),
        ),
    ],
    decide: chain,
    ..VOICE
};

/// The first layer builds on nothing; layer n builds on n - 1, so that nothing is ever skipped or drawn over.
fn chain(e: &mut Eval<'_>) -> Outcome {
    let (drawn, layer) = (e.yes_no(0), e.count(1));
    if layer.is_some_and(|layer| layer < 1) {
        return e.impossible(say!("De eerste laag is 1.", "The first layer is 1."));
    }
    let before = match layer {
        Some(1) => {
            e.not_applied(say!(
                "De eerste laag heeft geen eerdere.",
                "The first layer has none before it."
            ));
            Some(0)
        }
        _ => e.count(2),
    };
    let broken = match (layer, before) {
        (Some(layer), Some(before)) if layer - 1 != before => {
            e.would_change(say!("Bouwt op laag", "Builds on layer"), Val::Count(layer - 1));
            true
        }
        _ => false,
    };
    if drawn == Some(false) {
        e.flip(0);
    }
    if broken || drawn == Some(false) {
        return e.fails(say!(
            "De tekening sluit nog niet aan; wat ontbreekt staat erbij.",
            "The drawing does not join up yet; what is missing is shown."
        ));
    }
    match (drawn, layer, before) {
        (Some(_), Some(_), Some(_)) => {
            e.meets(say!("De tekening bouwt voort.", "The drawing builds on."))
        }
        _ => e.unknown(),
    }
}

pub(super) const STM_04: Rule = Rule {
    id: "STM-04",
    title: t(
        "Wat we van kinderen leren wordt gebruikt en gedeeld",
        "What we learn from children is used and shared",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Wat kinderen leren helpt het samenwerkingsverband verder en wordt op zo veel mogelijk plekken gedeeld.",
            "What children teach helps the samenwerkingsverband on and is shared in as many places as possible.",
        ),
    )],
    fields: &[
        Field::yes_no("gebruikt", t("Er is iets mee gedaan", "Something was done with it")),
        Field::yes_no(
            "gedeeld",
            t("Het is gedeeld, ook met de kinderen", "It was shared, with the children too"),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("Het is gebruikt en gedeeld.", "It was used and shared."),
            say!(
                "Laat de kinderen weten wat ermee gebeurt; wat ontbreekt staat erbij.",
                "Let the children know what happens with it; what is missing is shown."
            ),
        )
    },
    ..VOICE
};
