//! WGB-11 to WGB-14: what the budget of a werkgebied may be used for, and who says so.

use super::sources::{REGIONAL, ppo_nk};
use super::{Choice, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::calendar::add_months;
use crate::text::{say, t};

const WERKGEBIED: Rule = Rule { topic: Topic::Werkgebied, ..REGIONAL };

pub(super) const WGB_11: Rule = Rule {
    id: "WGB-11",
    title: t(
        "Scholen mogen het budget samen inzetten, voor een groep of voor vernieuwing",
        "Schools may use the budget together, for a group or for innovation",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Scholen kunnen het budget over schoolgrenzen heen inzetten voor een groep kinderen of voor vernieuwing.",
            "Schools can use the budget across schools for a group of children or for innovation.",
        ),
    )],
    fields: &[
        Field::count(
            "scholen",
            t("Aantal scholen dat meedoet", "Number of schools taking part"),
            t("scholen", "schools"),
        ),
        Field::choice(
            "doel",
            t("Waarvoor", "What for"),
            &[
                Choice { name: "groep", label: t("Een groep kinderen", "A group of children") },
                Choice { name: "vernieuwing", label: t("Vernieuwing", "Innovation") },
                Choice { name: "anders", label: t("Iets anders", "Something else") },
            ],
        ),
    ],
    decide: together,
    ..WERKGEBIED
};

fn together(e: &mut Eval<'_>) -> Outcome {
    let (Some(schools), Some(purpose)) = (e.count(0), e.choice(1)) else { return e.unknown() };
    if schools < 2 {
        e.would_change(
            say!("Aantal scholen vanaf waar dit gaat", "Number of schools from which this holds"),
            Val::Count(2),
        );
        return e.not_applicable(say!(
            "Het gaat om één school: dat kan zonder deze regel.",
            "It is one school: that needs no rule."
        ));
    }
    if purpose < 2 {
        return e.meets(say!("Samen inzetten mag.", "Using it together is allowed."));
    }
    e.person(say!(
        "Het plan noemt alleen een groep kinderen en vernieuwing: bespreek dit in het werkgebied.",
        "The plan names only a group of children and innovation: discuss this in the werkgebied."
    ))
}

pub(super) const WGB_12: Rule = Rule {
    id: "WGB-12",
    title: t(
        "Budget inzetten kan met een plan van aanpak en een TOP dossier",
        "Using the budget takes a plan of action and a TOP dossier",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Consulent, directeuren en intern begeleiders zijn samen verantwoordelijk voor een doelmatige inzet, met een plan van aanpak en het TOP dossier.",
            "Consultant, head teachers and intern begeleiders are jointly responsible for effective use, with a plan of action and the TOP dossier.",
        ),
    )],
    fields: &[
        Field::yes_no("plan", t("Is er een plan van aanpak?", "Is there a plan of action?")),
        Field::yes_no("top", t("Is er een TOP dossier?", "Is there a TOP dossier?")),
        Field::yes_no(
            "consulent",
            t("Draagt de consulent het mee?", "Does the consultant share it?"),
        ),
        Field::yes_no(
            "directeur",
            t("Draagt de directeur het mee?", "Does the head teacher share it?"),
        ),
        Field::yes_no(
            "ib",
            t("Draagt de intern begeleider het mee?", "Does the intern begeleider share it?"),
        ),
    ],
    decide: |e| {
        e.complete(
            5,
            say!("De inzet kan worden geboekt.", "The use can be booked."),
            say!(
                "De inzet kan nog niet worden geboekt; wat ontbreekt staat erbij.",
                "The use cannot be booked yet; what is missing is shown."
            ),
        )
    },
    ..WERKGEBIED
};

pub(super) const WGB_13: Rule = Rule {
    id: "WGB-13",
    title: t(
        "Netwerkgroepen volgen de besteding en adviseren; zij besluiten niet",
        "Network groups follow the spending and advise; they do not decide",
    ),
    kind: Kind::Gids,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "De netwerkgroepen volgen hoe het geld besteed wordt en adviseren de directeur-bestuurder.",
            "The network groups follow how the money is spent and advise the directeur-bestuurder.",
        ),
    )],
    fields: &[Field::choice(
        "handeling",
        t("Wat de netwerkgroep doet", "What the network group does"),
        &[
            Choice { name: "volgen", label: t("Volgen", "Follow") },
            Choice { name: "adviseren", label: t("Adviseren", "Advise") },
            Choice { name: "besluiten", label: t("Besluiten", "Decide") },
        ],
    )],
    decide: network,
    ..WERKGEBIED
};

fn network(e: &mut Eval<'_>) -> Outcome {
    match e.choice(0) {
        None => e.unknown(),
        Some(0 | 1) => {
            e.meets(say!("Dit hoort bij de netwerkgroep.", "This belongs to the network group."))
        }
        Some(_) => {
            let advise = const { &t("Adviseren", "Advise") };
            e.would_change(say!("Wat wel kan", "What can be done"), Val::Text(advise));
            e.person(say!(
                "Besluiten doet de directeur-bestuurder, na dit advies.",
                "The directeur-bestuurder decides, after this advice."
            ))
        }
    }
}

pub(super) const WGB_14: Rule = Rule {
    id: "WGB-14",
    title: t(
        "De beleidskaders staan in een memo dat elk jaar wordt vernieuwd",
        "The policy framework stands in a memo that is renewed every year",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Ieder jaar leggen de netwerkgroepen en het samenwerkingsverband de kaders vast in een memo.",
            "Every year the network groups and the samenwerkingsverband lay down the framework in a memo.",
        ),
    )],
    fields: &[Field::date("memo", t("Dag van het laatste memo", "Day of the latest memo"))],
    decide: memo,
    ..WERKGEBIED
};

fn memo(e: &mut Eval<'_>) -> Outcome {
    let Some(memo) = e.date(0) else { return e.unknown() };
    let next = add_months(memo, 12);
    e.made(say!("Nieuw memo uiterlijk", "New memo by"), How::Sum, Val::Date(next), 1);
    e.would_change(say!("Slaat om na", "Tips after"), Val::Date(next));
    if memo > e.today() {
        return e
            .impossible(say!("Het memo ligt in de toekomst.", "The memo lies in the future."))
            .with(Val::Date(next));
    }
    if e.today() <= next {
        return e
            .meets(say!(
                "Het memo is niet ouder dan een jaar.",
                "The memo is not older than a year."
            ))
            .with(Val::Date(next));
    }
    e.person(say!(
        "Het memo is ouder dan een jaar: plan een nieuw.",
        "The memo is older than a year: plan a new one."
    ))
    .with(Val::Date(next))
    .and_signal()
}
