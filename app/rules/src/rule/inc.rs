//! INC-01 to INC-04 and ROL-06: who comes to help in the classroom, and where cluster 1 and 2 belong.

use super::sources::{CHECKED_SCHOOL, CHILD, REGIONAL, ppo_nk};
use super::{Choice, Field, Kind, Layer, Rule, Topic, Val};
use crate::text::{say, t};

const HELPER: Rule = Rule { topic: Topic::Inclusion, ..CHILD };
const PLACE: &str = "§11.4.1";

pub(super) const INC_01: Rule = Rule {
    id: "INC-01",
    title: t(
        "Een inclusieondersteuner komt na een vraag van de school in het TOP dossier",
        "An inclusieondersteuner comes after a question of the school in the TOP dossier",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "De inclusieondersteuner gaat aan het werk naar aanleiding van een vraag van de school die in het TOP dossier staat.",
            "The inclusieondersteuner sets to work on a question of the school that stands in the TOP dossier.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "vraag",
            t("De school heeft een ondersteuningsvraag", "The school has a support question"),
        ),
        Field::yes_no(
            "top",
            t("De vraag staat in het TOP dossier", "The question is in the TOP dossier"),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("De inzet kan beginnen.", "The help can begin."),
            say!(
                "Schrijf eerst samen de vraag op in het TOP dossier; de consulent helpt.",
                "First write the question down together in the TOP dossier; the consultant helps."
            ),
        )
    },
    ..HELPER
};

pub(super) const INC_02: Rule = Rule {
    id: "INC-02",
    topic: Topic::Inclusion,
    checked: CHECKED_SCHOOL,
    title: t(
        "Een inclusieondersteuner is onderwijsprofessional op hbo-niveau of hoger, met iets extra's",
        "An inclusieondersteuner is an education professional at hbo level or higher, with something extra",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Het zijn onderwijsprofessionals (hbo of hoger) met een eigen, aanvullende deskundigheid.",
            "They are education professionals (hbo or higher) with an additional expertise of their own.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "hbo",
            t("Onderwijsprofessional, hbo of hoger", "Education professional, hbo or higher"),
        ),
        Field::yes_no("deskundig", t("Aanvullende deskundigheid", "Additional expertise")),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("Dit profiel past.", "This profile fits."),
            say!(
                "Dit profiel past nog niet; wat ontbreekt staat erbij.",
                "This profile does not fit yet; what is missing is shown."
            ),
        )
    },
    ..REGIONAL
};

pub(super) const INC_03: Rule = Rule {
    id: "INC-03",
    title: t("De soort vraag wijst de partner aan", "The kind of question points to the partner"),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Aloysius helpt bij gedrag en leren leren, Heliomare bij lichamelijke beperkingen en ernstige leer- en ontwikkelproblemen, Viertaal bij horen, taal en communicatie.",
            "Aloysius helps with behaviour and learning to learn, Heliomare with physical disabilities and severe learning and developmental problems, Viertaal with hearing, language and communication.",
        ),
    )],
    fields: &[Field::choice(
        "vraag",
        t("Waar de vraag over gaat", "What the question is about"),
        &[
            Choice {
                name: "gedrag",
                label: t("Gedrag of leren leren", "Behaviour or learning to learn"),
            },
            Choice {
                name: "lichamelijk",
                label: t(
                    "Lichamelijke beperking, ernstig leer- of ontwikkelprobleem",
                    "Physical disability, severe learning or developmental problem",
                ),
            },
            Choice {
                name: "taal",
                label: t("Horen, taal of communicatie", "Hearing, language or communication"),
            },
            Choice {
                name: "anders",
                label: t("Iets anders, of meer tegelijk", "Something else, or several at once"),
            },
        ],
    )],
    decide: |e| {
        let partner = match e.choice(0) {
            None => return e.unknown(),
            Some(0) => say!("Stichting Aloysius", "Stichting Aloysius"),
            Some(1) => say!("Heliomare onderwijs", "Heliomare onderwijs"),
            Some(2) => say!("Viertaal", "Viertaal"),
            Some(_) => {
                return e.person(say!(
                    "Bespreek met de consulent welke partner past.",
                    "Discuss with the consultant which partner fits."
                ));
            }
        };
        e.meets(say!("Deze partner heeft de deskundigheid.", "This partner has the expertise."))
            .with(Val::Text(partner))
    },
    ..HELPER
};

pub(super) const INC_04: Rule = Rule {
    id: "INC-04",
    title: t(
        "Hulp is er zo veel mogelijk in of bij de eigen klas",
        "Help is in or near the own classroom as much as possible",
    ),
    layer: Layer::Streven,
    kind: Kind::Gids,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Zo veel mogelijk in of dicht bij de reguliere school, zodat het kind bij de eigen vrienden in de eigen klas blijft.",
            "As much as possible in or close to the regular school, so that the child stays with friends in the own class.",
        ),
    )],
    fields: &[Field::choice(
        "plek",
        t("Waar de hulp is", "Where the help is"),
        &[
            Choice {
                name: "klas",
                label: t("In de eigen klas of school", "In the own class or school"),
            },
            Choice {
                name: "nabij",
                label: t("Dicht bij de eigen school", "Close to the own school"),
            },
            Choice { name: "elders", label: t("Ergens anders", "Somewhere else") },
        ],
    )],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(0 | 1) => e.meets(say!("De hulp is dichtbij.", "The help is close.")),
        Some(_) => e
            .person(say!(
                "Kijk samen of het ook dichter bij de eigen klas kan.",
                "See together whether it can be closer to the own class."
            ))
            .and_signal(),
    },
    ..HELPER
};

pub(super) const ROL_06: Rule = Rule {
    id: "ROL-06",
    topic: Topic::Roles,
    title: t(
        "Voor blinde, slechtziende, dove, slechthorende kinderen en taalproblemen zijn er andere aanbieders",
        "For blind, partially sighted, deaf, hard of hearing children and language problems there are other providers",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§6.5.2",
        t(
            "Scholen van cluster 1 (zien) en 2 (horen, spraak en taal) bieden hun deskundigheid op verzoek. Voor horen, taal en communicatie zijn er afspraken met Viertaal. Samen wordt bekeken wie het best kan helpen.",
            "Schools of cluster 1 (sight) and 2 (hearing, speech and language) offer their expertise on request. For hearing, language and communication there are agreements with Viertaal. Together it is seen who can help best.",
        ),
    )],
    fields: &[Field::choice(
        "vraag",
        t(
            "Gaat de vraag over zien, horen of taal?",
            "Is the question about sight, hearing or language?",
        ),
        &[
            Choice { name: "nee", label: t("Nee", "No") },
            Choice { name: "cluster_1", label: t("Zien (cluster 1)", "Sight (cluster 1)") },
            Choice {
                name: "cluster_2",
                label: t(
                    "Horen, spraak of taal (cluster 2)",
                    "Hearing, speech or language (cluster 2)",
                ),
            },
        ],
    )],
    decide: |e| {
        let provider = match e.choice(0) {
            None => return e.unknown(),
            Some(0) => {
                return e.not_applicable(say!(
                    "De vraag volgt de gewone weg van het samenwerkingsverband.",
                    "The question takes the ordinary way of the samenwerkingsverband."
                ));
            }
            Some(1) => say!("Een aanbieder van cluster 1", "A provider of cluster 1"),
            Some(_) => say!("Viertaal, ambulante begeleiding", "Viertaal, peripatetic support"),
        };
        e.not_applied(say!(
            "Of hier een TLV van het samenwerkingsverband bij hoort, zegt het plan niet. Vraag het de aanbieder.",
            "Whether a TLV of the samenwerkingsverband belongs here the plan does not say. Ask the provider."
        ));
        e.meets(say!(
            "Bel deze aanbieder en bekijk samen wie het best kan helpen.",
            "Call this provider and see together who can help best."
        ))
        .with(Val::Text(provider))
    },
    ..CHILD
};
