//! FIN-18 and FIN-19: the budget of SWV VO Midden-Kennemerland.

use super::fin_money::sum;
use super::sources::{SECONDARY, secondary};
use super::{Eval, Field, How, Kind, Layer, Outcome, Rule, Val};
use crate::money::Money;
use crate::text::{say, t};

pub(super) const FIN_18: Rule = Rule {
    id: "FIN-18",
    title: t(
        "De vijf posten van het budget tellen op tot het genoemde totaal",
        "The five items of the budget add up to the total named",
    ),
    kind: Kind::Reken,
    sources: &[secondary(
        "geld",
        t(
            "Het budget is 10 miljoen euro; de vijf onderdelen, die bij benadering zijn genoemd, zijn samen 9,9 miljoen.",
            "The budget is 10 million euros; the five parts, named approximately, are 9.9 million together.",
        ),
    )],
    fields: &[
        Field::money("so", t("Speciaal onderwijs", "Special education")),
        Field::money(
            "leerachterstanden",
            t("Leerachterstanden (zo in het plan)", "Learning delays (as in the plan)"),
        ),
        Field::money("praktijkonderwijs", t("Praktijkonderwijs", "Praktijkonderwijs")),
        Field::money("maatwerk", t("Maatwerkondersteuning", "Tailored support")),
        Field::money("overhead", t("Personeel en huisvesting", "Staff and housing")),
        Field::money("totaal", t("Genoemd totaal", "Total named")),
    ],
    decide: rounded_total,
    ..SECONDARY
};

/// The parts are named "about", so a difference below one part's rounding is a signal only.
const ROUNDING: Money = Money::euros(250_000);

fn rounded_total(e: &mut Eval<'_>) -> Outcome {
    let Some(sum) = sum(e, 5) else { return e.unknown() };
    e.made(say!("Som van de vijf posten", "Sum of the five items"), How::Sum, Val::Money(sum), 5);
    let Some(named) = e.money(5) else { return e.unknown().with(Val::Money(sum)) };
    let gap = if sum < named { named - sum } else { sum - named };
    e.made(say!("Verschil", "Difference"), How::Difference, Val::Money(gap), 2);
    e.would_change(say!("Totaal waarbij het sluit", "Total at which it closes"), Val::Money(sum));
    if gap == Money::ZERO {
        return e
            .meets(say!("De som is gelijk aan het totaal.", "The sum equals the total."))
            .with(Val::Money(sum));
    }
    if gap <= ROUNDING {
        e.finding(
            "X10",
            say!(
                "De posten zijn afgerond; het verschil blijft zichtbaar.",
                "The items are rounded; the difference stays visible."
            ),
        );
        return e
            .meets(say!(
                "De som is op afronding na het totaal.",
                "The sum is the total apart from rounding."
            ))
            .with(Val::Money(sum))
            .and_signal();
    }
    e.fails(say!(
        "Het verschil is te groot voor een afronding.",
        "The difference is too large for rounding."
    ))
    .with(Val::Money(sum))
}

pub(super) const FIN_19: Rule = Rule {
    id: "FIN-19",
    title: t(
        "Al het geld gaat naar passend onderwijs en ligt niet onnodig op de plank",
        "All money goes to passend onderwijs and does not lie idle",
    ),
    layer: Layer::Streven,
    kind: Kind::Gids,
    sources: &[secondary(
        "geld",
        t(
            "Wat binnenkomt wordt aan passend onderwijs besteed, op een kleine reserve voor risico's na.",
            "What comes in is spent on passend onderwijs, apart from a small reserve for risks.",
        ),
    )],
    fields: &[
        Field::money("baten", t("Baten", "Income")),
        Field::money("lasten", t("Lasten", "Expenses")),
    ],
    decide: idle,
    ..SECONDARY
};

fn idle(e: &mut Eval<'_>) -> Outcome {
    let (Some(income), Some(expenses)) = (e.money(0), e.money(1)) else { return e.unknown() };
    let left = income - expenses;
    e.made(say!("Niet besteed", "Not spent"), How::Difference, Val::Money(left), 2);
    e.would_change(
        say!("Lasten waarbij alles besteed is", "Expenses at which all is spent"),
        Val::Money(income),
    );
    if left > Money::ZERO {
        return e
            .person(say!(
                "Er blijft geld over: is dat nodig voor de reserve?",
                "Money is left: is it needed for the reserve?"
            ))
            .with(Val::Money(left))
            .and_signal();
    }
    e.meets(say!("Er blijft geen geld op de plank liggen.", "No money lies idle."))
        .with(Val::Money(left))
}
