//! BAS-06: an amount per pupil, paid to the boards in twelve terms.

use super::sources::{REGIONAL, ppo_nk};
use super::{About, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::money::Money;
use crate::share::terms;
use crate::text::{say, t};

pub(super) const BAS_06: Rule = Rule {
    id: "BAS-06",
    topic: Topic::BasicSupport,
    title: t(
        "Een bedrag per leerling voor basis- en lichte steun, per maand uitgekeerd",
        "An amount per pupil for basic and light support, paid monthly",
    ),
    kind: Kind::Reken,
    sources: &[
        ppo_nk(
            "§10.3.1",
            t(
                "Bij de begroting wordt jaarlijks een bedrag per leerling bepaald; de schoolbesturen krijgen het per maand.",
                "The budget sets an amount per pupil every year; the school boards receive it monthly.",
            ),
        ),
        ppo_nk(
            "§11.3.1",
            t(
                "Elke school krijgt jaarlijks een budget per leerling voor basis- en lichte ondersteuning.",
                "Every school gets a yearly budget per pupil for basic and light support.",
            ),
        ),
    ],
    fields: &[
        Field::money("tarief", t("Bedrag per leerling per jaar", "Amount per pupil per year")),
        Field::counts(
            "leerlingen",
            t("Leerlingen per schoolbestuur", "Pupils per school board"),
            t("leerlingen", "pupils"),
        ),
    ],
    decide,
    ..REGIONAL
};

fn decide(e: &mut Eval<'_>) -> Outcome {
    let (Some(tariff), Some(pupils)) = (e.money(0), e.counts(1)) else { return e.unknown() };
    let mut months = [Money::ZERO; 12];
    let mut boards: u16 = 0;
    for (nth, pupils) in (1_u32..).zip(pupils) {
        let year = tariff.as_cents().checked_mul(*pupils).map(Money::cents);
        let Some(year) = year.filter(|_| *pupils >= 0) else { return bad_count(e) };
        for (month, term) in months.iter_mut().zip(terms::<12>(year)) {
            *month += term;
        }
        boards = boards.saturating_add(1);
        e.made_about(
            say!("Jaarbedrag van schoolbestuur", "Yearly amount of school board"),
            About::Nth(nth),
            How::Product,
            Val::Money(year),
            0,
        );
    }
    let total = Val::Money(months.iter().copied().sum());
    let parts = boards.saturating_add(2);
    e.made(say!("Jaarbedrag samen", "Yearly amount together"), How::Sum, total, parts);
    let list = e.list(months.map(Val::Money));
    e.made(say!("Twaalf maandtermijnen", "Twelve monthly terms"), How::Share, list, 1);
    e.meets(say!(
        "De twaalf termijnen zijn samen precies het jaarbedrag.",
        "The twelve terms are exactly the yearly amount together."
    ))
    .with(list)
}

fn bad_count(e: &Eval<'_>) -> Outcome {
    e.impossible(say!(
        "Een aantal leerlingen kan niet negatief of onmogelijk groot zijn.",
        "A number of pupils cannot be negative or impossibly large."
    ))
}
