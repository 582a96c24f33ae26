//! TOP-11 to TOP-13: who may change the data of a child, along which way they go, and what may be shown of many together.

use super::sources::{CHECKED_SCHOOL, REGIONAL, ppo_nk};
use super::{Choice, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const DOSSIER: Rule = Rule { topic: Topic::Dossier, checked: CHECKED_SCHOOL, ..REGIONAL };
const FRAME: &str = "§11.4, kader Privacy en beveiliging";

pub(super) const TOP_11: Rule = Rule {
    id: "TOP-11",
    title: t(
        "De school houdt de regie over de gegevens van een kind",
        "The school stays in charge of the data of a child",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        FRAME,
        t(
            "De school heeft en houdt de regie en de controle over deze gegevens.",
            "The school has and keeps the lead and the control over these data.",
        ),
    )],
    fields: &[
        Field::choice(
            "wie",
            t("Wie iets in het plan wil veranderen", "Who wants to change something in the plan"),
            &[
                Choice { name: "school", label: t("De school", "The school") },
                Choice {
                    name: "swv",
                    label: t(
                        "Iemand van het samenwerkingsverband",
                        "Somebody of the samenwerkingsverband",
                    ),
                },
            ],
        ),
        Field::yes_no("school_akkoord", t("De school is het ermee eens", "The school agrees")),
    ],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(0) => e.meets(say!("De school mag dit zelf.", "The school may do this itself.")),
        Some(_) => match e.yes_no(1) {
            None => e.unknown(),
            Some(true) => e.meets(say!("De school is het ermee eens.", "The school agrees.")),
            Some(false) => {
                e.flip(1);
                e.fails(say!("Vraag eerst de school.", "Ask the school first."))
            }
        },
    },
    ..DOSSIER
};

pub(super) const TOP_12: Rule = Rule {
    id: "TOP-12",
    title: t(
        "Gegevens van een kind gaan alleen langs een gesloten, beveiligde weg",
        "Data of a child only go along a closed, secured way",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        FRAME,
        t(
            "School en samenwerkingsverband wisselen gegevens uit in een gesloten, beveiligd systeem.",
            "School and samenwerkingsverband exchange data in a closed, secured system.",
        ),
    )],
    fields: &[Field::choice(
        "weg",
        t("Hoe de gegevens gaan", "How the data go"),
        &[
            Choice { name: "gesloten", label: t("Gesloten en beveiligd", "Closed and secured") },
            Choice { name: "mail", label: t("Gewone e-mail", "Ordinary e-mail") },
            Choice { name: "anders", label: t("Op een andere manier", "In another way") },
        ],
    )],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(0) => e.meets(say!("Deze weg is goed.", "This way is right.")),
        Some(_) => {
            let closed = const { &t("Gesloten en beveiligd", "Closed and secured") };
            e.would_change(say!("Wat wel kan", "What can be done"), Val::Text(closed));
            e.fails(say!(
                "Stuur dit niet zo: deel het binnen het dossier.",
                "Do not send it like this: share it inside the dossier."
            ))
        }
    },
    ..DOSSIER
};

pub(super) const TOP_13: Rule = Rule {
    id: "TOP-13",
    title: t(
        "Van veel kinderen samen toont het samenwerkingsverband alleen wat naar niemand wijst",
        "Of many children together the samenwerkingsverband shows only what points to nobody",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§12.2.2",
        t(
            "Voor het volgen van vragen en oplossingen worden gegevens zonder namen gebruikt. Hoe klein een groep mag zijn zegt het plan niet: dat getal kiezen jullie.",
            "To follow questions and solutions data without names are used. How small a group may be the plan does not say: you choose that number.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "zonder_namen",
            t("De gegevens zijn zonder namen", "The data are without names"),
        ),
        Field::count(
            "kleinste",
            t("Kinderen in de kleinste groep", "Children in the smallest group"),
            t("kinderen", "children"),
        ),
        Field::count(
            "drempel",
            t("Kleinste groep die jullie tonen", "Smallest group that you show"),
            t("kinderen", "children"),
        ),
    ],
    decide: shown,
    ..DOSSIER
};

fn shown(e: &mut Eval<'_>) -> Outcome {
    let (nameless, smallest, limit) = (e.yes_no(0), e.count(1), e.count(2));
    if nameless == Some(false) {
        e.flip(0);
        return e.fails(say!("Haal eerst de namen weg.", "First take the names out."));
    }
    let (Some(_), Some(smallest), Some(limit)) = (nameless, smallest, limit) else {
        return e.unknown();
    };
    if smallest < 0 || limit < 1 {
        return e.impossible(say!(
            "Vul aantallen van nul of meer in, en een grens van ten minste één.",
            "Fill in numbers of zero or more, and a limit of at least one."
        ));
    }
    e.made(say!("Kleinste groep", "Smallest group"), How::Smallest, Val::Count(smallest), 1);
    e.would_change(say!("Te tonen vanaf", "Shown from"), Val::Count(limit));
    if smallest >= limit {
        e.meets(say!("Dit kan getoond worden.", "This can be shown."))
    } else {
        e.fails(say!(
            "De groep is te klein: voeg groepen samen of toon dit deel niet.",
            "The group is too small: put groups together or do not show this part."
        ))
    }
}
