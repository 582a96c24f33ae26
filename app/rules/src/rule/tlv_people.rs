//! TLV-11 and TLV-12: what agreement of four means for the committee, and what happens without it.

use super::sources::{CHILD, ppo_nk};
use super::{Choice, Field, Kind, Rule, Topic, Val};
use crate::text::{say, t};

const TLV: Rule = Rule { topic: Topic::Tlv, ..CHILD };
const PLACE: &str = "§11.5.2";

pub(super) const TLV_11: Rule = Rule {
    id: "TLV-11",
    title: t(
        "Als alle vier het eens zijn, bepaalt de commissie alleen nog duur en niveau",
        "When all four agree, the committee only settles duration and level",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Zijn ouders, verwijzende school, ontvangende school en consulent het eens, dan bepaalt de commissie de duur en het bekostigingsniveau.",
            "When parents, referring school, receiving school and consultant agree, the committee settles the duration and the funding level.",
        ),
    )],
    fields: &[
        Field::yes_no("ouders", t("De ouders zijn akkoord", "The parents agree")),
        Field::yes_no(
            "verwijzend",
            t("De verwijzende school is akkoord", "The referring school agrees"),
        ),
        Field::yes_no(
            "ontvangend",
            t("De ontvangende school is akkoord", "The receiving school agrees"),
        ),
        Field::yes_no("consulent", t("De consulent is akkoord", "The consultant agrees")),
    ],
    decide: |e| {
        e.complete(
            4,
            say!("De commissie bepaalt alleen duur en niveau.", "The committee only settles duration and level."),
            say!(
                "Niet iedereen is akkoord: praat door. De commissie weegt dan zelf, met het oordeel van de behandelaar.",
                "Not everybody agrees: talk on. The committee then weighs itself, with the view of who treats the child."
            ),
        )
    },
    ..TLV
};

pub(super) const TLV_12: Rule = Rule {
    id: "TLV-12",
    title: t(
        "Zonder overeenstemming weegt het oordeel van de behandelaar zwaar",
        "Without agreement the view of who treats the child weighs heavily",
    ),
    kind: Kind::Gids,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Is er geen overeenstemming, dan telt het oordeel van de behandelaar zwaar.",
            "Where there is no agreement, the view of who treats the child counts heavily.",
        ),
    )],
    fields: &[
        Field::yes_no("eens", t("Is iedereen het eens?", "Does everybody agree?")),
        Field::choice(
            "behandelaar",
            t("Oordeel van de behandelaar", "View of who treats the child"),
            &[
                Choice { name: "voor", label: t("Voor plaatsing", "For placement") },
                Choice { name: "tegen", label: t("Liever iets anders", "Rather something else") },
                Choice {
                    name: "geen",
                    label: t("Er is geen behandelaar", "Nobody treats the child"),
                },
            ],
        ),
        Field::yes_no("gemotiveerd", t("De afweging staat op papier", "The weighing is on paper")),
    ],
    decide: |e| {
        match e.yes_no(0) {
            None => return e.unknown(),
            Some(true) => {
                return e.not_applicable(say!("Er is overeenstemming.", "There is agreement."));
            }
            Some(false) => {}
        }
        if e.choice(1).is_none() {
            return e.unknown();
        }
        if e.yes_no(2) != Some(true) {
            e.would_change(
                say!("De afweging staat op papier", "The weighing is on paper"),
                Val::YesNo(true),
            );
        }
        e.person(say!(
            "Mensen wegen dit, met het oordeel van de behandelaar voorop, en schrijven op waarom.",
            "People weigh this, with the view of who treats the child first, and write down why."
        ))
    },
    ..TLV
};
