//! BAS-07 to BAS-11: what the money for light support is for, and how a school shows what it did.

use chrono::Datelike;

use super::sources::{CHECKED_SCHOOL, REGIONAL, ppo_nk, secondary};
use super::{Choice, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const BASIC: Rule = Rule { topic: Topic::BasicSupport, checked: CHECKED_SCHOOL, ..REGIONAL };
const PLACE: &str = "§11.3.1";

/// The five purposes of the plan, in its order, and what is none of them.
const PURPOSES: &[Choice] = &[
    Choice {
        name: "professionalisering",
        label: t("Professionalisering", "Professional development"),
    },
    Choice { name: "arrangement", label: t("Licht arrangement", "Light arrangement") },
    Choice {
        name: "ib_onderzoek",
        label: t("Extra intern begeleider of onderzoek", "Extra intern begeleider or assessment"),
    },
    Choice { name: "handen", label: t("Extra handen in de klas", "Extra hands in the classroom") },
    Choice { name: "specialist", label: t("Specialist op school", "Specialist at school") },
    Choice { name: "anders", label: t("Iets anders", "Something else") },
];
const OTHER: u8 = 5;

pub(super) const BAS_07: Rule = Rule {
    id: "BAS-07",
    title: t(
        "Het geld voor lichte steun is voor vijf doelen",
        "The money for light support is for five purposes",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Scholen zetten het in voor professionalisering, lichte arrangementen die aantoonbaar werken, meer intern begeleider of onderzoek, extra handen in de klas en specialisten op school.",
            "Schools use it for professional development, light arrangements that demonstrably work, more intern begeleider or assessment, extra hands in the classroom and specialists at school.",
        ),
    )],
    fields: &[Field::choice("doel", t("Waarvoor", "What for"), PURPOSES)],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(OTHER..) => e
            .person(say!(
                "Dit is geen van de vijf doelen: vraag het samenwerkingsverband of het past.",
                "This is none of the five purposes: ask the samenwerkingsverband whether it fits."
            ))
            .and_signal(),
        Some(_) => e.meets(say!("Dit past.", "This fits.")),
    },
    ..BASIC
};

pub(super) const BAS_08: Rule = Rule {
    id: "BAS-08",
    title: t(
        "Van een licht arrangement laat de school zien dat het werkt",
        "Of a light arrangement the school shows that it works",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Een licht arrangement moet aantoonbaar doelmatig zijn; de resultaten worden samen besproken.",
            "A light arrangement must demonstrably be effective; the results are discussed together.",
        ),
    )],
    fields: &[
        Field::yes_no("evaluatie", t("Er is een evaluatie", "There is an evaluation")),
        Field::yes_no(
            "werkt",
            t("De evaluatie laat zien dat het werkt", "The evaluation shows that it works"),
        ),
    ],
    decide: |e| {
        if e.yes_no(0) == Some(false) {
            e.flip(0);
            return e
                .person(say!(
                    "Het arrangement is nog niet geëvalueerd: plan dat met wie erbij was.",
                    "The arrangement has not been evaluated yet: plan it with those who were there."
                ))
                .and_signal();
        }
        let works = e.yes_no(1);
        match (e.has(0), works) {
            (true, Some(true)) => e.meets(say!(
                "Het arrangement werkt aantoonbaar.",
                "The arrangement demonstrably works."
            )),
            (true, Some(false)) => {
                e.flip(1);
                e.person(say!(
                    "De evaluatie laat dit nog niet zien: bespreek of jullie doorgaan of bijstellen.",
                    "The evaluation does not show this yet: discuss whether you go on or adjust."
                ))
                .and_signal()
            }
            _ => e.unknown(),
        }
    },
    ..BASIC
};

pub(super) const BAS_09: Rule = Rule {
    id: "BAS-09",
    title: t(
        "Elke school verantwoordt de inzet elk jaar in het jaarverslag",
        "Every school accounts for the use every year in the annual report",
    ),
    kind: Kind::Termijn,
    sources: &[
        ppo_nk(
            PLACE,
            t(
                "In het jaarverslag staat elk jaar hoe de school de basis- en lichte steun sterker maakt.",
                "The annual report says every year how the school makes basic and light support stronger.",
            ),
        ),
        secondary(
            "Bedrijfsvoering",
            t(
                "Ook het samenwerkingsverband voor voortgezet onderwijs vraagt dit elk jaar van zijn scholen.",
                "The samenwerkingsverband for secondary education asks this of its schools every year too.",
            ),
        ),
    ],
    fields: &[
        Field::count("jaar", t("Kalenderjaar", "Calendar year"), t("jaar", "year")),
        Field::count(
            "verantwoordingen",
            t(
                "Verantwoordingen van de school over dat jaar",
                "Accounts of the school about that year",
            ),
            t("verantwoordingen", "accounts"),
        ),
    ],
    decide: accounted,
    ..BASIC
};

/// The plan names no day by which it has to be there; a year that is not over cannot be accounted for.
fn accounted(e: &mut Eval<'_>) -> Outcome {
    let this_year = i64::from(e.today().year());
    let year = e.count(0);
    if year.is_some_and(|year| year >= this_year) {
        e.would_change(
            say!("Laatste jaar dat voorbij is", "Latest year that is over"),
            Val::Count(this_year - 1),
        );
        return e
            .not_applicable(say!("Dit jaar is nog niet voorbij.", "This year is not over yet."));
    }
    let accounts = e.count(1);
    let (Some(_), Some(accounts)) = (year, accounts) else { return e.unknown() };
    match accounts {
        1 => e.meets(say!("De verantwoording is er.", "The account is there.")),
        ..0 => e.impossible(say!("Een aantal is nul of meer.", "A number is zero or more.")),
        0 => {
            e.would_change(
                say!("Verantwoordingen over het jaar", "Accounts about the year"),
                Val::Count(1),
            );
            e.fails(say!(
                "De verantwoording over dit jaar is er nog niet.",
                "The account of this year is not there yet."
            ))
        }
        _ => {
            e.would_change(
                say!("Verantwoordingen over het jaar", "Accounts about the year"),
                Val::Count(1),
            );
            e.person(say!(
                "Er zijn er meer dan één: kies welke geldt.",
                "There is more than one: choose which holds."
            ))
            .and_signal()
        }
    }
}

pub(super) const BAS_10: Rule = Rule {
    id: "BAS-10",
    title: t(
        "Onderzoek zit ook al in het gewone geld van de school",
        "Assessment is in the regular money of the school already",
    ),
    kind: Kind::Gids,
    sources: &[ppo_nk(
        PLACE,
        t(
            "In de gewone lumpsum van de school zit ook een budget voor onderzoek.",
            "The regular lump sum of the school holds a budget for assessment too.",
        ),
    )],
    fields: &[Field::yes_no("onderzoek", t("Gaat het om onderzoek?", "Is it about assessment?"))],
    decide: |e| {
        match e.yes_no(0) {
        None => e.unknown(),
        Some(false) => e.not_applicable(say!("Dit is geen onderzoek.", "This is no assessment.")),
        Some(true) => e
            .person(say!(
                "Kijk eerst of het uit het gewone onderzoeksbudget kan, zodat er niet dubbel wordt betaald.",
                "See first whether the regular budget for assessment can pay, so that nothing is paid twice."
            ))
            .and_signal(),
    }
    },
    ..BASIC
};

pub(super) const BAS_11: Rule = Rule {
    id: "BAS-11",
    title: t(
        "Na een signaal komt er zo snel mogelijk hulp",
        "After a signal help comes as soon as possible",
    ),
    layer: super::Layer::Streven,
    kind: Kind::Gids,
    sources: &[ppo_nk(
        PLACE,
        t(
            "Preventieve en licht curatieve hulp volgt zo snel mogelijk op het signaal. Een aantal dagen noemt het plan niet.",
            "Preventive and light curative help follows the signal as soon as possible. The plan names no number of days.",
        ),
    )],
    fields: &[
        Field::date("signaal", t("Dag van het signaal", "Day of the signal")),
        Field::date("start", t("Dag waarop de hulp begon", "Day on which the help began")),
    ],
    decide: |e| {
        let (Some(signal), Some(start)) = (e.date(0), e.date(1)) else { return e.unknown() };
        let days = (start - signal).num_days();
        if days < 0 {
            return e.impossible(say!(
                "De hulp begon vóór het signaal.",
                "The help began before the signal."
            ));
        }
        e.made(
            say!("Dagen tussen signaal en hulp", "Days between signal and help"),
            How::Difference,
            Val::Count(days),
            2,
        );
        e.meets(say!(
            "Zo lang duurde het. Er is geen norm.",
            "That is how long it took. There is no norm."
        ))
        .with(Val::Count(days))
    },
    ..BASIC
};
