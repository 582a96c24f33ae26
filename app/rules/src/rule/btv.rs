//! BTV-01 to BTV-05: the place of SWV VO Midden-Kennemerland to observe pupils who are stuck, across schools.

use chrono::{Datelike, NaiveDate};

use super::sources::{CHECKED_SCHOOL, SECONDARY, secondary};
use super::{About, Choice, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const BTV: Rule =
    Rule { topic: Topic::Temporary, about_a_child: true, checked: CHECKED_SCHOOL, ..SECONDARY };
const PLACE: &str = "Trajectcoaches";

/// "Maximaal drie dagen per week."
const DAYS_A_WEEK: i64 = 3;

pub(super) const BTV_01: Rule = Rule {
    id: "BTV-01",
    title: t(
        "In de bovenschoolse trajectvoorziening is een leerling hooguit drie dagen per week",
        "In the bovenschoolse trajectvoorziening a pupil is at most three days a week",
    ),
    kind: Kind::Beslis,
    sources: &[secondary(
        PLACE,
        t(
            "Plaatsing is voor maximaal drie dagen per week.",
            "Placement is for at most three days a week.",
        ),
    )],
    fields: &[Field::dates("dagen", t("Dagen in de voorziening", "Days in the provision"))],
    decide: three_days,
    ..BTV
};

/// Weeks run from Monday to Sunday. A day that stands there twice is one day.
fn three_days(e: &mut Eval<'_>) -> Outcome {
    let Some(days) = e.dates(0) else { return e.unknown() };
    let mut most: Option<(i64, NaiveDate)> = None;
    for day in days {
        let monday = monday(*day);
        let mut first_seen = (0..days.len()).filter(|at| {
            let other = days.get(*at);
            other.is_some_and(|other| !days.iter().take(*at).any(|earlier| earlier == other))
        });
        let in_week = first_seen
            .by_ref()
            .filter(|at| days.get(*at).is_some_and(|other| self::monday(*other) == monday));
        let count = i64::try_from(in_week.count()).unwrap_or(i64::MAX);
        if most.is_none_or(|(known, _)| count > known) {
            most = Some((count, monday));
        }
    }
    let Some((count, week)) = most else {
        return e.not_applicable(say!("Er zijn geen dagen.", "There are no days."));
    };
    let text = say!("Meeste dagen in de week van", "Most days in the week of");
    e.made_about(text, About::Date(week), How::Largest, Val::Count(count), 1);
    e.would_change(say!("Hooguit per week", "At most a week"), Val::Count(DAYS_A_WEEK));
    if count <= DAYS_A_WEEK {
        e.meets(say!("Het zijn hooguit drie dagen per week.", "It is at most three days a week."))
            .with(Val::Count(count))
    } else {
        e.fails(say!(
            "Het zijn er meer dan drie in een week: bespreek wat de leerling op de andere dagen kan doen.",
            "It is more than three in a week: discuss what the pupil can do on the other days."
        ))
        .with(Val::Count(count))
    }
}

fn monday(day: NaiveDate) -> NaiveDate {
    crate::calendar::subtract_days(day, u64::from(day.weekday().num_days_from_monday()))
}

pub(super) const BTV_02: Rule = Rule {
    id: "BTV-02",
    title: t(
        "De trajectvoorziening is er als het in de eigen school of klas echt niet meer gaat",
        "The trajectvoorziening is for when it really does not work any more in the own school or class",
    ),
    kind: Kind::Beslis,
    sources: &[secondary(
        PLACE,
        t(
            "Leerlingen kunnen er terecht als het in eigen school of klas niet meer lukt.",
            "Pupils can go there when it does not work any more in the own school or class.",
        ),
    )],
    fields: &[Field::yes_no(
        "lukt",
        t(
            "Lukt het nog in de eigen school of klas?",
            "Does it still work in the own school or class?",
        ),
    )],
    decide: |e| match e.yes_no(0) {
        None => e.unknown(),
        Some(false) => e.meets(say!("Dan past de voorziening.", "Then the provision fits.")),
        Some(true) => {
            e.flip(0);
            e.fails(say!(
                "Help eerst in de eigen school en klas, zo nodig met een trajectcoach.",
                "First help in the own school and class, with a trajectcoach where needed."
            ))
        }
    },
    ..BTV
};

pub(super) const BTV_03: Rule = Rule {
    id: "BTV-03",
    title: t(
        "Bij een plaatsing is er steeds overleg met vier partijen",
        "During a placement there are steady talks with four parties",
    ),
    kind: Kind::Lijst,
    sources: &[secondary(
        PLACE,
        t(
            "Er is voortdurend overleg met onderwijsconsulenten, ouders, de school van inschrijving en externe deskundigen.",
            "There are steady talks with education consultants, parents, the school of enrolment and outside experts.",
        ),
    )],
    fields: &[
        Field::yes_no("consulent", t("Onderwijsconsulent", "Education consultant")),
        Field::yes_no("ouders", t("Ouders", "Parents")),
        Field::yes_no("school", t("School van inschrijving", "School of enrolment")),
        Field::yes_no("deskundigen", t("Externe deskundigen", "Outside experts")),
    ],
    decide: |e| {
        e.complete(
            4,
            say!("Alle vier praten mee.", "All four take part."),
            say!(
                "Nodig ook uit wie nog ontbreekt; dat staat erbij.",
                "Invite those who are missing; they are shown."
            ),
        )
    },
    ..BTV
};

pub(super) const BTV_04: Rule = Rule {
    id: "BTV-04",
    title: t(
        "Eerst een trajectcoach in school of klas, of ten minste erover nagedacht",
        "First a trajectcoach in school or class, or at least thought about",
    ),
    kind: Kind::Beslis,
    sources: &[secondary(
        PLACE,
        t(
            "Voor of in plaats van een plaatsing kan een trajectcoach in school en klas observeren en coachen.",
            "Before or instead of a placement a trajectcoach can observe and coach in school and class.",
        ),
    )],
    fields: &[Field::choice(
        "coach",
        t("De trajectcoach", "The trajectcoach"),
        &[
            Choice {
                name: "ingezet",
                label: t("Is in school of klas ingezet", "Was there in school or class"),
            },
            Choice { name: "afgewogen", label: t("Is overwogen", "Was considered") },
            Choice { name: "niet", label: t("Geen van beide", "Neither") },
        ],
    )],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(0 | 1) => e.meets(say!(
            "De coach is ingezet of overwogen.",
            "The coach was there or was considered."
        )),
        Some(_) => e
            .person(say!(
                "Vraag: kan een trajectcoach in school of klas eerst helpen?",
                "Question: can a trajectcoach help in school or class first?"
            ))
            .and_signal(),
    },
    ..BTV
};

pub(super) const BTV_05: Rule = Rule {
    id: "BTV-05",
    title: t(
        "De trajectvoorziening is een plek om te observeren, voor wie vastloopt of dreigt vast te lopen",
        "The trajectvoorziening is a place to observe, for who is stuck or is about to be",
    ),
    kind: Kind::Beslis,
    sources: &[secondary(
        PLACE,
        t(
            "Het is een observatieplek voor leerlingen die vastlopen of dreigen vast te lopen.",
            "It is a place to observe for pupils who are stuck or about to be stuck.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "loopt_vast",
            t(
                "De leerling loopt vast of dreigt vast te lopen",
                "The pupil is stuck or about to be",
            ),
        ),
        Field::yes_no("observatie", t("Het doel is observatie", "The aim is observation")),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("Hiervoor is de voorziening bedoeld.", "This is what the provision is for."),
            say!(
                "Bespreek met de consulent wat beter past.",
                "Discuss with the consultant what fits better."
            ),
        )
    },
    ..BTV
};
