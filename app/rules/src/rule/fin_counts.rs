//! FIN-12 to FIN-14: which pupils count, and on which day.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::sources::{DUO_LINK, NATIONAL, UNTIL_2023, ppo_nk};
use super::{Citation, Eval, Field, How, Key, Kind, Outcome, Rule, Val};
use crate::calendar::{FIRST_YEAR, Pupils, SchoolYear, counts_before_2023, day, teldatum};
use crate::money::Money;
use crate::text::{Text, say, t};

const PUPILS: Text = t("leerlingen", "pupils");

pub(super) const FIN_12: Rule = Rule {
    id: "FIN-12",
    title: t(
        "Boven 2% deelname vult het samenwerkingsverband het SBO aan (tot 2023)",
        "Above 2% participation the samenwerkingsverband adds to SBO (until 2023)",
    ),
    kind: Kind::Reken,
    valid: UNTIL_2023,
    sources: &[
        ppo_nk(
            "§10.3.3",
            t(
                "Het Rijk betaalt het SBO alsof er 2% van de leerlingen zit; is het meer, dan vult het samenwerkingsverband aan. Vanaf 2023 vervalt dit.",
                "The state pays SBO as if it had 2% of the pupils; if it is more, the samenwerkingsverband adds. This lapses in 2023.",
            ),
        ),
        Citation {
            document: "Wet op het primair onderwijs, tekst van 2017",
            place: "artikel 120 lid 4 en 124",
            link: Some("https://wetten.overheid.nl/BWBR0003420"),
            says: t(
                "De 2% gaat over de leerlingen van basisscholen en SBO samen en wordt afgerond op een hele leerling.",
                "The 2% is of the pupils of basisscholen and SBO together and is rounded to a whole pupil.",
            ),
        },
    ],
    parameters: &[Key::SboShare, Key::SboAboveNorm],
    fields: &[
        Field::count("bao", t("Leerlingen op basisscholen", "Pupils at basisscholen"), PUPILS),
        Field::count("sbo", t("Leerlingen op SBO", "Pupils at SBO"), PUPILS),
    ],
    decide: above_norm,
    ..NATIONAL
};

fn above_norm(e: &mut Eval<'_>) -> Outcome {
    let on = e.today();
    let (bao, sbo, share) = (e.count(0), e.count(1), e.parameter(Key::SboShare, on));
    let (Some(bao), Some(sbo), Some(share)) = (bao, sbo, share) else { return e.unknown() };
    let norm = bao.checked_add(sbo).and_then(|all| Decimal::from(all).checked_mul(share));
    let norm = norm
        .map(|norm| norm.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
        .and_then(|norm| norm.to_i64());
    let Some(norm) = norm.filter(|_| bao >= 0 && sbo >= 0) else { return bad_count(e) };
    e.made(
        say!("Leerlingen die het Rijk betaalt", "Pupils that the state pays"),
        How::Rounded,
        Val::Count(norm),
        3,
    );
    let extra = (sbo - norm).max(0);
    e.made(
        say!(
            "Leerlingen die het samenwerkingsverband betaalt",
            "Pupils that the samenwerkingsverband pays"
        ),
        How::Difference,
        Val::Count(extra),
        1,
    );
    e.would_change(
        say!(
            "SBO-leerlingen tot waar niets aangevuld wordt",
            "SBO pupils up to which nothing is added"
        ),
        Val::Count(norm),
    );
    if extra > 0 {
        extra_amount(e, extra);
    }
    let outcome = if extra > 0 {
        e.meets(say!("De deelname is hoger dan 2%: aanvullen.", "Participation is above 2%: add."))
            .and_signal()
    } else {
        e.meets(say!(
            "De deelname is niet hoger dan 2%: niets aan te vullen.",
            "Participation is not above 2%: nothing to add."
        ))
    };
    outcome.with(Val::Count(extra))
}

/// What it costs, as far as the tariff of that day is known.
fn extra_amount(e: &mut Eval<'_>, extra: i64) {
    let on = e.today();
    if !e.knows(Key::SboAboveNorm, on) {
        e.not_applied(say!(
            "Het bedrag per leerling van dit jaar is niet bekend.",
            "The amount per pupil of this year is not known."
        ));
        return;
    }
    let tariff = e.parameter(Key::SboAboveNorm, on);
    let amount = tariff.and_then(|tariff| tariff.checked_mul(Decimal::from(extra)));
    if let Some(amount) = amount.and_then(Money::from_decimal) {
        e.made(
            say!("Personeel per schooljaar", "Staff per school year"),
            How::Product,
            Val::Money(amount),
            1,
        );
    }
}

pub(super) const FIN_13: Rule = Rule {
    id: "FIN-13",
    title: t(
        "Vanaf 2023 bepaalt 1 februari het geld van het volgende kalenderjaar",
        "From 2023 on 1 February decides the money of the next calendar year",
    ),
    kind: Kind::Termijn,
    sources: &[
        ppo_nk(
            "§10.3.2 en §10.3.3",
            t(
                "De telling van 1 februari 2022 bepaalt 2023. De groeitelling en de 2%-regel vervallen; het SBO gaat via de toelaatbaarheidsverklaring.",
                "The count of 1 February 2022 decides 2023. The growth count and the 2% rule lapse; SBO goes by the toelaatbaarheidsverklaring.",
            ),
        ),
        Citation {
            document: "DUO, bekostiging samenwerkingsverbanden",
            place: "teldatum 1 februari",
            link: Some(DUO_LINK),
            says: t(
                "De teldatum is 1 februari van het jaar ervoor.",
                "The count date is 1 February of the year before.",
            ),
        },
    ],
    fields: &[Field::count("kalenderjaar", t("Kalenderjaar", "Calendar year"), t("jaar", "year"))],
    decide: count_date,
    ..NATIONAL
};

fn count_date(e: &mut Eval<'_>) -> Outcome {
    let Some(year) = e.count(0).and_then(|year| i32::try_from(year).ok()) else {
        return e.unknown();
    };
    let Some(date) = teldatum(year, Pupils::Primary) else {
        e.would_change(
            say!("Deze regel geldt vanaf", "This rule holds from"),
            Val::Date(day(FIRST_YEAR, 1, 1)),
        );
        return e.not_applicable(say!(
            "Vóór 2023 telde 1 oktober, met een groeitelling.",
            "Before 2023 it was 1 October, with a growth count."
        ));
    };
    e.made(say!("Teldatum", "Count date"), How::Fixed, Val::Date(date), 1);
    e.not_applied(say!(
        "De groeitelling en de 2%-regel zijn vervallen.",
        "The growth count and the 2% rule have lapsed."
    ));
    e.meets(say!("Deze telling bepaalt het jaar.", "This count decides the year."))
        .with(Val::Date(date))
}

pub(super) const FIN_14: Rule = Rule {
    id: "FIN-14",
    title: t(
        "Tot 2023 telden 1 oktober en de groei tot 1 februari",
        "Until 2023 it was 1 October and the growth until 1 February",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        "§10.3.2",
        t(
            "De gewone telling was op 1 oktober; wat er tot 1 februari bij kwam, betaalde het samenwerkingsverband zelf.",
            "The regular count was on 1 October; what was added until 1 February the samenwerkingsverband paid itself.",
        ),
    )],
    fields: &[Field::count(
        "schooljaar",
        t("Schooljaar dat begon in", "School year that began in"),
        t("jaar", "year"),
    )],
    decide: old_counts,
    ..NATIONAL
};

fn old_counts(e: &mut Eval<'_>) -> Outcome {
    let Some(year) = e.count(0).and_then(|year| i32::try_from(year).ok()) else {
        return e.unknown();
    };
    let Some(counts) = counts_before_2023(SchoolYear(year)) else {
        e.would_change(
            say!("Deze regel gold tot en met", "This rule held until"),
            Val::Date(SchoolYear(FIRST_YEAR - 1).last_day()),
        );
        return e.not_applicable(say!(
            "Vanaf 2023 is er één teldatum: 1 februari.",
            "From 2023 on there is one count date: 1 February."
        ));
    };
    let (regular, growth) = (Val::Date(counts.regular), Val::Date(counts.growth));
    e.made(say!("Teldatum", "Count date"), How::Fixed, regular, 1);
    e.made(say!("Groeitelling", "Growth count"), How::Fixed, growth, 0);
    let dates = e.list([regular, growth]);
    e.meets(say!(
        "Deze tellingen bepaalden het schooljaar.",
        "These counts decided the school year."
    ))
    .with(dates)
}

fn bad_count(e: &Eval<'_>) -> Outcome {
    e.impossible(say!(
        "Een aantal leerlingen is nul of meer.",
        "A number of pupils is zero or more."
    ))
}
