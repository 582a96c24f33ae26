//! OSP-01 to OSP-03: the Oudersteunpunt.

use super::sources::{CHECKED_SCHOOL, NOT_READ_AGAIN, REGIONAL, ppo_nk, wpo};
use super::{Field, Kind, Rule, Topic};
use crate::text::{say, t};

const VOICE: Rule = Rule { topic: Topic::Voice, checked: CHECKED_SCHOOL, ..REGIONAL };

pub(super) const OSP_01: Rule = Rule {
    id: "OSP-01",
    title: t(
        "Het Oudersteunpunt informeert, steunt en signaleert",
        "The Oudersteunpunt informs, supports and signals",
    ),
    kind: Kind::Lijst,
    sources: &[
        ppo_nk(
            "§7.1",
            t(
                "Het steunpunt geeft informatie, is een plek waar ouders steun vinden, en geeft door wat ouders meemaken.",
                "It gives information, is a place where parents find support, and passes on what parents experience.",
            ),
        ),
        wpo(
            "artikel 19",
            t(
                "Sinds 1 januari 2025 is een steunpunt voor ouders en leerlingen een taak van elk samenwerkingsverband (zo aangekondigd).",
                "Since 1 January 2025 a support point for parents and pupils is a task of every samenwerkingsverband (as announced).",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::yes_no("informeren", t("Informeren is ingericht", "Informing is set up")),
        Field::yes_no("steunen", t("Steunen is ingericht", "Supporting is set up")),
        Field::yes_no("signaleren", t("Signaleren is ingericht", "Signalling is set up")),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Alle drie de taken zijn ingericht.", "All three tasks are set up."),
            say!(
                "Niet alle taken zijn ingericht; welke ontbreekt staat erbij.",
                "Not all tasks are set up; which is missing is shown."
            ),
        )
    },
    ..VOICE
};

pub(super) const OSP_02: Rule = Rule {
    id: "OSP-02",
    title: t(
        "Ervaringen van ouders worden gebundeld en gedeeld, zonder dat ze naar een gezin wijzen",
        "Experiences of parents are bundled and shared, without pointing to a family",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§7.1",
        t(
            "Het steunpunt bundelt ervaringen en deelt ze in het samenwerkingsverband. Dat geen gezin te herkennen is, vragen wij erbij.",
            "The support point bundles experiences and shares them in the samenwerkingsverband. That no family can be recognised is what we ask besides.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "gebundeld",
            t("De ervaringen zijn gebundeld", "The experiences are bundled"),
        ),
        Field::yes_no(
            "gedeeld",
            t(
                "Ze zijn in het samenwerkingsverband gedeeld",
                "They were shared in the samenwerkingsverband",
            ),
        ),
        Field::yes_no("niemand", t("Geen gezin is te herkennen", "No family can be recognised")),
    ],
    decide: |e| {
        e.complete(
            3,
            say!(
                "De ervaringen zijn gebundeld en gedeeld.",
                "The experiences are bundled and shared."
            ),
            say!(
                "Dit is nog niet af; wat ontbreekt staat erbij.",
                "This is not finished yet; what is missing is shown."
            ),
        )
    },
    ..VOICE
};

pub(super) const OSP_03: Rule = Rule {
    id: "OSP-03",
    title: t(
        "Ouders worden geholpen door ouders die het zelf meemaakten, op een veilige plek",
        "Parents are helped by parents who went through it themselves, in a safe place",
    ),
    kind: Kind::Feit,
    sources: &[ppo_nk(
        "§7.1",
        t(
            "In een veilige omgeving wisselen ouders ervaringen uit en helpen buddy's met eigen ervaring.",
            "In a safe setting parents exchange experiences and buddies with experience of their own help.",
        ),
    )],
    ..VOICE
};
