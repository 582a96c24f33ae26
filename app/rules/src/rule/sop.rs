//! SOP-01 to SOP-07: what a school offers, written down, kept up to date and looked at together.

use super::sources::{
    CHECKED_SCHOOL, NATIONAL, NOT_READ_AGAIN, PLAN_PPO_NK, REGIONAL, SINCE_AUGUST_2025, ppo_nk, wpo,
};
use super::{Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::calendar::add_months;
use crate::text::{say, t};

const OFFER: Rule = Rule { topic: Topic::Offer, checked: CHECKED_SCHOOL, ..REGIONAL };
/// The section stands in chapter 12 under the printed number 10.2.3.
const PLACE: &str = "§12.2.3 (gedrukt als 10.2.3)";
/// "Iedere vier jaar", in months.
const FOUR_YEARS: u32 = 48;

pub(super) const SOP_01: Rule = Rule {
    id: "SOP-01",
    title: t(
        "Elke school schrijft op wat zij biedt: eerst in een profiel, nu in de schoolgids",
        "Every school writes down what it offers: first in a profile, now in the school guide",
    ),
    kind: Kind::Beslis,
    sources: &[
        wpo(
            "artikel 13",
            t(
                "Sinds 1 augustus 2025 staan de basisvoorzieningen en het ondersteuningsaanbod in de schoolgids en is er geen apart profiel meer.",
                "Since 1 August 2025 the basic provisions and the support on offer stand in the school guide and there is no separate profile any more.",
            ),
        ),
        ppo_nk(
            "§11.3.2",
            t(
                "In 2022 moest elke school nog een schoolondersteuningsprofiel hebben; het plan ziet al aankomen dat het in de schoolgids opgaat.",
                "In 2022 every school still had to have a schoolondersteuningsprofiel; the plan sees already that it will become part of the school guide.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::yes_no(
            "profiel",
            t("Er is een schoolondersteuningsprofiel", "There is a schoolondersteuningsprofiel"),
        ),
        Field::yes_no(
            "schoolgids",
            t(
                "Basisvoorzieningen en ondersteuningsaanbod staan in de schoolgids",
                "Basic provisions and support on offer stand in the school guide",
            ),
        ),
    ],
    decide: written_down,
    layer: super::Layer::Wet,
    valid: NATIONAL.valid,
    regions: &[],
    ..OFFER
};

fn written_down(e: &mut Eval<'_>) -> Outcome {
    let in_guide = SINCE_AUGUST_2025.covers(e.today());
    let field = u8::from(in_guide);
    if let Some(from) = SINCE_AUGUST_2025.from {
        e.made(
            say!("In de schoolgids sinds", "In the school guide since"),
            How::Fixed,
            Val::Date(from),
            0,
        );
    }
    match e.yes_no(field) {
        None => e.unknown(),
        Some(true) if in_guide => {
            e.meets(say!("Het staat in de schoolgids.", "It stands in the school guide."))
        }
        Some(true) => e.meets(say!("Het profiel is er.", "The profile is there.")),
        Some(false) => {
            e.flip(field);
            if in_guide {
                e.fails(say!(
                    "Zet de basisvoorzieningen en het ondersteuningsaanbod in de schoolgids.",
                    "Put the basic provisions and the support on offer in the school guide."
                ))
            } else {
                e.fails(say!("Het profiel is er nog niet.", "The profile is not there yet."))
            }
        }
    }
}

pub(super) const SOP_02: Rule = Rule {
    id: "SOP-02",
    title: t(
        "Alle scholen schrijven hun aanbod op in dezelfde vorm",
        "All schools write down what they offer in the same form",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.3.2",
        t(
            "Er is één vorm, gemaakt met de schoolbesturen en besproken met de OPR.",
            "There is one form, made with the school boards and discussed with the OPR.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "vorm",
            t("In de gezamenlijke vorm geschreven", "Written in the shared form"),
        ),
        Field::yes_no(
            "besturen",
            t("De vorm is met de besturen gemaakt", "The form was made with the boards"),
        ),
        Field::yes_no(
            "opr",
            t("De vorm is met de OPR besproken", "The form was discussed with the OPR"),
        ),
        Field::yes_no("ingevuld", t("Alle onderdelen zijn ingevuld", "All parts are filled in")),
    ],
    decide: |e| {
        e.complete(
            4,
            say!(
                "Het aanbod staat in de gezamenlijke vorm.",
                "The offer stands in the shared form."
            ),
            say!(
                "Het aanbod is nog niet te vergelijken; wat ontbreekt staat erbij.",
                "The offer cannot be compared yet; what is missing is shown."
            ),
        )
    },
    ..OFFER
};

pub(super) const SOP_03: Rule = Rule {
    id: "SOP-03",
    title: t(
        "Elke vier jaar ligt het aanbod van alle scholen naast elkaar",
        "Every four years what all schools offer is laid side by side",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        "§11.3.2",
        t(
            "Eens in de vier jaar wordt bekeken of alle scholen samen een dekkend aanbod hebben en wat er extra nodig is.",
            "Once in four years it is seen whether all schools together cover every need and what is needed besides.",
        ),
    )],
    fields: &[Field::date(
        "laatste",
        t("Dag waarop dit het laatst gebeurde", "Day on which this was last done"),
    )],
    decide: side_by_side,
    ..OFFER
};

fn side_by_side(e: &mut Eval<'_>) -> Outcome {
    let today = e.today();
    let Some(last) = e.date(0) else { return e.unknown() };
    if last > today {
        return e.impossible(say!("Deze dag moet nog komen.", "This day has still to come."));
    }
    let next = add_months(last, FOUR_YEARS);
    let value = Val::Date(next);
    e.made(say!("De volgende keer uiterlijk", "The next time by"), How::Sum, value, 1);
    e.would_change(say!("Slaat om na", "Tips after"), value);
    if today <= next {
        e.meets(say!("Het is nog geen vier jaar geleden.", "It is less than four years ago."))
            .with(value)
    } else {
        e.fails(say!(
            "Het is langer dan vier jaar geleden: plan een nieuwe vergelijking.",
            "It is more than four years ago: plan a new comparison."
        ))
        .with(value)
    }
}

pub(super) const SOP_04: Rule = Rule {
    id: "SOP-04",
    title: t(
        "Een school werkt haar aanbod elke planperiode bij",
        "A school updates its offer every plan period",
    ),
    kind: Kind::Termijn,
    sources: &[
        ppo_nk(
            PLACE,
            t(
                "Scholen werken hun profiel in elke planperiode bij.",
                "Schools update their profile in every plan period.",
            ),
        ),
        wpo(
            "artikel 13",
            t(
                "Sinds 1 augustus 2025 staat het aanbod in de schoolgids, die elk jaar wordt vastgesteld.",
                "Since 1 August 2025 the offer stands in the school guide, which is adopted every year.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[Field::date(
        "bijgewerkt",
        t("Dag waarop het is bijgewerkt", "Day on which it was updated"),
    )],
    decide: updated,
    ..OFFER
};

fn updated(e: &mut Eval<'_>) -> Outcome {
    let (today, begin) = (e.today(), PLAN_PPO_NK.from.unwrap_or_default());
    let Some(day) = e.date(0) else { return e.unknown() };
    if day > today {
        return e.impossible(say!("Deze dag moet nog komen.", "This day has still to come."));
    }
    if SINCE_AUGUST_2025.covers(today) {
        e.finding(
            "B2",
            say!(
                "Het plan vraagt dit eens per planperiode. De wet vraagt sinds 1 augustus 2025 elk jaar een schoolgids waarin het staat (L-28).",
                "The plan asks this once in a plan period. Since 1 August 2025 the law asks for a school guide with it every year (L-28)."
            ),
        );
    }
    e.would_change(
        say!("Van deze planperiode vanaf", "Of this plan period from"),
        Val::Date(begin),
    );
    if day >= begin {
        e.meets(say!(
            "Het is in deze planperiode bijgewerkt.",
            "It was updated in this plan period."
        ))
    } else {
        e.fails(say!(
            "Het is van de vorige planperiode: werk het bij.",
            "It is of the previous plan period: update it."
        ))
    }
}

pub(super) const SOP_05: Rule = Rule {
    id: "SOP-05",
    title: t("Het aanbod van alle scholen is gepubliceerd", "What all schools offer is published"),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Alle profielen staan op de community van het samenwerkingsverband.",
            "All profiles stand on the community of the samenwerkingsverband.",
        ),
    )],
    fields: &[Field::yes_no(
        "gepubliceerd",
        t("Het aanbod is gepubliceerd", "The offer is published"),
    )],
    decide: |e| {
        e.complete(
            1,
            say!("Het is te lezen.", "It can be read."),
            say!("Publiceer het, zodat anderen het vinden.", "Publish it, so that others find it."),
        )
    },
    ..OFFER
};

pub(super) const SOP_06: Rule = Rule {
    id: "SOP-06",
    title: t(
        "De Deelnemersraad krijgt te zien wat scholen samen kunnen",
        "The Deelnemersraad is told what schools can do together",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Wat er over de capaciteit is gevonden, gaat naar de Deelnemersraad.",
            "What was found about the capacity goes to the Deelnemersraad.",
        ),
    )],
    fields: &[
        Field::yes_no("verslag", t("Er is een verslag", "There is a report")),
        Field::yes_no(
            "agenda",
            t(
                "Het staat op de agenda van de Deelnemersraad",
                "It is on the agenda of the Deelnemersraad",
            ),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("De Deelnemersraad krijgt het te zien.", "The Deelnemersraad is told."),
            say!(
                "De Deelnemersraad weet dit nog niet; wat ontbreekt staat erbij.",
                "The Deelnemersraad does not know yet; what is missing is shown."
            ),
        )
    },
    ..OFFER
};

pub(super) const SOP_07: Rule = Rule {
    id: "SOP-07",
    title: t(
        "Bij het vergelijken is gelijke behandeling meegewogen",
        "Equal treatment was weighed when comparing",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.3.2",
        t(
            "Er wordt rekening gehouden met de wet op gelijke behandeling bij handicap of chronische ziekte (Wgbh/cz).",
            "The law on equal treatment with a disability or chronic illness (Wgbh/cz) is taken into account.",
        ),
    )],
    fields: &[Field::yes_no(
        "gewogen",
        t("Gelijke behandeling is meegewogen", "Equal treatment was weighed"),
    )],
    decide: |e| {
        e.complete(
            1,
            say!("Dit is meegewogen.", "This was weighed."),
            say!("Weeg dit nog mee.", "This has still to be weighed."),
        )
    },
    ..OFFER
};
