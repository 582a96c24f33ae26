//! TYD-01 to TYD-05: a temporary placement in special (primary) education, to intervene or to observe.

use chrono::Days;

use super::sources::{CHILD, ppo_nk};
use super::{Choice, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const TEMPORARY: Rule = Rule { topic: Topic::Temporary, ..CHILD };
const PLACE: &str = "§11.4.2";

/// Ten weeks, in days.
const SHORTEST: u16 = 70;
/// Twenty weeks, in days.
const LONGEST: u16 = 140;

pub(super) const TYD_01: Rule = Rule {
    id: "TYD-01",
    title: t(
        "Een tijdelijke plaatsing duurt tien tot en met twintig weken",
        "A temporary placement lasts ten to twenty weeks",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        PLACE,
        t(
            "De plaatsing om in te grijpen of te observeren duurt tien tot twintig weken. Een landelijke grens hebben wij niet gevonden.",
            "The placement to intervene or observe lasts ten to twenty weeks. A national limit we did not find.",
        ),
    )],
    fields: &[
        Field::date("begin", t("Eerste dag", "First day")),
        Field::date(
            "einde",
            t("Dag waarop de plaatsing eindigt", "Day on which the placement ends"),
        ),
    ],
    decide: length,
    ..TEMPORARY
};

fn length(e: &mut Eval<'_>) -> Outcome {
    let (Some(begin), Some(end)) = (e.date(0), e.date(1)) else { return e.unknown() };
    let days = (end - begin).num_days();
    if days < 0 {
        return e.impossible(say!(
            "Het einde ligt vóór het begin.",
            "The end lies before the beginning."
        ));
    }
    let value = Val::Count(days);
    e.made(say!("Dagen", "Days"), How::Difference, value, 2);
    let after = |weeks: u16| begin.checked_add_days(Days::new(u64::from(weeks)));
    if let (Some(first), Some(last)) = (after(SHORTEST), after(LONGEST)) {
        e.would_change(say!("Past vanaf", "Fits from"), Val::Date(first));
        e.would_change(say!("Past tot en met", "Fits until"), Val::Date(last));
    }
    if days < i64::from(SHORTEST) {
        return e
            .fails(say!(
                "Dit is korter dan tien weken: bespreek of dat genoeg is om te zien wat past.",
                "This is shorter than ten weeks: discuss whether that is enough to see what fits."
            ))
            .with(value);
    }
    if days > i64::from(LONGEST) {
        return e
            .fails(say!(
                "Dit is langer dan twintig weken: bespreek op tijd de volgende stap, met een plek voor het kind.",
                "This is longer than twenty weeks: discuss the next step in time, with a place for the child."
            ))
            .with(value);
    }
    e.meets(say!("De duur past.", "The length fits.")).with(value)
}

pub(super) const TYD_02: Rule = Rule {
    id: "TYD-02",
    title: t(
        "Een tijdelijke plaatsing is er voor als onduidelijk is wat past of als het vastloopt",
        "A temporary placement is for when it is unclear what fits or when things are stuck",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Zij kan nodig zijn als niet duidelijk is welke steun het beste is, of als een situatie vastloopt zonder directe oplossing.",
            "It can be needed when it is not clear which support is best, or when a situation is stuck without a direct solution.",
        ),
    )],
    fields: &[Field::choice(
        "reden",
        t("Waarom", "Why"),
        &[
            Choice {
                name: "onduidelijk",
                label: t("Onduidelijk welke steun past", "Unclear which support fits"),
            },
            Choice {
                name: "vastgelopen",
                label: t("Vastgelopen, geen directe oplossing", "Stuck, no direct solution"),
            },
            Choice { name: "anders", label: t("Een andere reden", "Another reason") },
        ],
    )],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(0 | 1) => e.meets(say!(
            "Hiervoor is de tijdelijke plaatsing bedoeld.",
            "This is what the temporary placement is for."
        )),
        Some(_) => e
            .person(say!(
                "Het plan noemt deze reden niet: bespreek met de consulent wat wel past.",
                "The plan does not name this reason: discuss with the consultant what fits."
            ))
            .and_signal(),
    },
    ..TEMPORARY
};

pub(super) const TYD_03: Rule = Rule {
    id: "TYD-03",
    title: t(
        "Eerst observeren op de eigen school, als dat kan",
        "First observe at the own school, where possible",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "De tijdelijke plaatsing komt pas in beeld als observeren op de reguliere school van het kind niet kan.",
            "The temporary placement comes up only when observing at the child's regular school is not possible.",
        ),
    )],
    fields: &[Field::yes_no(
        "eigen_school",
        t(
            "Kan er op de eigen school geobserveerd worden?",
            "Can there be observation at the own school?",
        ),
    )],
    decide: |e| match e.yes_no(0) {
        None => e.unknown(),
        Some(false) => {
            e.meets(say!("Dan past een tijdelijke plaatsing.", "Then a temporary placement fits."))
        }
        Some(true) => {
            e.flip(0);
            e.fails(say!(
                "Begin met observeren op de eigen school.",
                "Begin with observing at the own school."
            ))
        }
    },
    ..TEMPORARY
};

pub(super) const TYD_04: Rule = Rule {
    id: "TYD-04",
    title: t(
        "Ook tijdens de plaatsing voldoet het onderwijs aan de eisen van de inspectie",
        "During the placement too the teaching meets the demands of the inspectorate",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Tijdens de plaatsing is er onderwijs dat aan de eisen van de inspectie voldoet.",
            "During the placement there is teaching that meets the demands of the inspectorate.",
        ),
    )],
    fields: &[Field::yes_no("onderwijs", t("Het onderwijs voldoet", "The teaching complies"))],
    decide: |e| {
        e.complete(
            1,
            say!("Het onderwijs is geregeld.", "The teaching is arranged."),
            say!(
                "Regel eerst het onderwijs tijdens de plaatsing.",
                "First arrange the teaching during the placement."
            ),
        )
    },
    ..TEMPORARY
};

pub(super) const TYD_05: Rule = Rule {
    id: "TYD-05",
    title: t(
        "Aan het eind van de plaatsing staat de volgende stap vast",
        "At the end of the placement the next step is settled",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Uit de plaatsing volgt wat de best passende volgende stap is.",
            "From the placement follows what the best fitting next step is.",
        ),
    )],
    fields: &[
        Field::yes_no("eindigt", t("Eindigt de plaatsing nu?", "Does the placement end now?")),
        Field::yes_no("stap", t("De volgende stap staat vast", "The next step is settled")),
    ],
    decide: |e| {
        match e.yes_no(0) {
            None => return e.unknown(),
            Some(false) => {
                return e.not_applicable(say!(
                    "De plaatsing loopt nog; kijk alvast vooruit.",
                    "The placement still runs; look ahead already."
                ));
            }
            Some(true) => {}
        }
        match e.yes_no(1) {
            None => e.unknown(),
            Some(true) => {
                e.meets(say!("De volgende stap staat vast.", "The next step is settled."))
            }
            Some(false) => {
                e.flip(1);
                e.fails(say!(
                    "Sluit nog niet af: bepaal eerst samen de volgende stap.",
                    "Do not close yet: first settle the next step together."
                ))
            }
        }
    },
    ..TEMPORARY
};
