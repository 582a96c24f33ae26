//! PRV-01 to PRV-03: what parents know and decide about the data of their child.

use super::sources::{CHECKED_SCHOOL, REGIONAL, ppo_nk};
use super::{Field, Kind, Rule, Topic};
use crate::text::{say, t};

const PRIVACY: Rule = Rule { topic: Topic::Privacy, checked: CHECKED_SCHOOL, ..REGIONAL };
const FRAME: &str = "§11.4, kader Privacy en beveiliging";

pub(super) const PRV_01: Rule = Rule {
    id: "PRV-01",
    title: t(
        "Ouders weten wat er met gegevens gebeurt en bepalen met de school wie ze krijgt",
        "Parents know what happens with data and decide with the school who gets them",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        FRAME,
        t(
            "Ouders moeten weten wat er met de informatie gebeurt en met de school kunnen bepalen wie gegevens krijgt.",
            "Parents have to know what happens with the information and be able to decide with the school who gets data.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "weten",
            t(
                "De ouders weten wat er met de gegevens gebeurt",
                "The parents know what happens with the data",
            ),
        ),
        Field::yes_no(
            "voorgesteld",
            t("De school stelt deze ontvanger voor", "The school proposes this receiver"),
        ),
        Field::yes_no(
            "toestemming",
            t("De ouders vinden deze ontvanger goed", "The parents agree to this receiver"),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Deze ontvanger mag de gegevens krijgen.", "This receiver may get the data."),
            say!(
                "Geef nog niets door: wat eerst nodig is staat erbij.",
                "Pass nothing on yet: what is needed first is shown."
            ),
        )
    },
    ..PRIVACY
};

pub(super) const PRV_02: Rule = Rule {
    id: "PRV-02",
    title: t(
        "Er is een privacyreglement, met rechten, plichten en hoe je een klacht indient",
        "There are privacy rules, with rights, duties and how to file a complaint",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        FRAME,
        t(
            "Het reglement bevat spelregels, rechten en plichten, en hoe ouders een klacht kunnen indienen.",
            "The rules hold how it works, rights and duties, and how parents can file a complaint.",
        ),
    )],
    fields: &[
        Field::yes_no("reglement", t("Er is een reglement", "There are rules")),
        Field::yes_no("rechten", t("Het noemt rechten en plichten", "They name rights and duties")),
        Field::yes_no(
            "klacht",
            t("Het zegt hoe ouders een klacht indienen", "They say how parents file a complaint"),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Het reglement is volledig.", "The rules are complete."),
            say!(
                "Het reglement is nog niet volledig; wat ontbreekt staat erbij.",
                "The rules are not complete yet; what is missing is shown."
            ),
        )
    },
    ..PRIVACY
};

pub(super) const PRV_03: Rule = Rule {
    id: "PRV-03",
    title: t(
        "Voor het antwoord van een regel gaat er niets over een kind naar een server",
        "For the answer of a rule nothing about a child goes to a server",
    ),
    kind: Kind::Feit,
    sources: &[ppo_nk(
        FRAME,
        t(
            "Het plan vraagt een gesloten, beveiligde omgeving. Daaruit leiden wij af dat regels op het apparaat zelf antwoorden; zo staat het niet in het plan.",
            "The plan asks for a closed, secured environment. From that we derive that rules answer on the device itself; the plan does not say so.",
        ),
    )],
    ..PRIVACY
};
