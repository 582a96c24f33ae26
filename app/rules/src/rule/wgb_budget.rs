//! WGB-07 to WGB-10: the budget of the werkgebieden.

use chrono::Datelike;

use super::sources::{REGIONAL, ppo_nk};
use super::{About, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::calendar::day;
use crate::money::Money;
use crate::text::{say, t};

const WERKGEBIED: Rule = Rule { topic: Topic::Werkgebied, ..REGIONAL };

pub(super) const WGB_07: Rule = Rule {
    id: "WGB-07",
    title: t(
        "Een school doet direct een beroep op het budget van haar werkgebied",
        "A school calls directly on the budget of its werkgebied",
    ),
    kind: Kind::Beslis,
    sources: &[
        ppo_nk(
            "§6.2",
            t(
                "Elk werkgebied heeft een eigen budget voor extra steun; scholen kunnen er direct een beroep op doen.",
                "Every werkgebied has its own budget for extra support; schools can call on it directly.",
            ),
        ),
        ppo_nk(
            "§10.3.1",
            t(
                "De acht werkgebieden betalen arrangementen uit eigen budget, zodat er snel gehandeld kan worden.",
                "The eight werkgebieden pay arrangements from their own budget, so that they can act quickly.",
            ),
        ),
    ],
    fields: &[
        Field::yes_no(
            "eigen_werkgebied",
            t("Hoort de school bij dit werkgebied?", "Does the school belong to this werkgebied?"),
        ),
        Field::yes_no(
            "via_bestuur",
            t(
                "Wordt de aanvraag eerst aan het schoolbestuur voorgelegd?",
                "Is the request put to the school board first?",
            ),
        ),
    ],
    decide: request,
    ..WERKGEBIED
};

fn request(e: &mut Eval<'_>) -> Outcome {
    let own = e.yes_no(0);
    if e.has(1) && e.yes_no(1) == Some(true) {
        e.not_applied(say!(
            "Toestemming van het schoolbestuur is geen voorwaarde.",
            "Permission of the school board is not a condition."
        ));
    }
    match own {
        None => e.unknown(),
        Some(true) => e.meets(say!(
            "De school kan direct een beroep doen op het budget.",
            "The school can call on the budget directly."
        )),
        Some(false) => {
            e.flip(0);
            e.person(say!(
                "Bespreek het met het werkgebied van de school zelf.",
                "Discuss it with the school's own werkgebied."
            ))
        }
    }
}

pub(super) const WGB_08: Rule = Rule {
    id: "WGB-08",
    title: t(
        "Het budget gaat naar rato van leerlingen over de werkgebieden",
        "The budget is divided over the werkgebieden in proportion to pupils",
    ),
    kind: Kind::Reken,
    sources: &[ppo_nk(
        "§10.3.1",
        t(
            "De begroting bepaalt het geld van de werkgebieden samen; het aantal leerlingen bepaalt ieders deel.",
            "The budget sets the money of the werkgebieden together; the number of pupils decides each one's part.",
        ),
    )],
    fields: &[
        Field::money(
            "totaal",
            t("Budget van de werkgebieden samen", "Budget of the werkgebieden together"),
        ),
        Field::counts(
            "leerlingen",
            t("Leerlingen per werkgebied", "Pupils per werkgebied"),
            t("leerlingen", "pupils"),
        ),
    ],
    decide: divide,
    ..WERKGEBIED
};

fn divide(e: &mut Eval<'_>) -> Outcome {
    let (Some(pot), Some(pupils)) = (e.money(0), e.counts(1)) else { return e.unknown() };
    let Some(shares) = e.shares(pot, pupils) else {
        return e.impossible(say!(
            "Zonder leerlingen valt er niets te verdelen.",
            "Without pupils there is nothing to divide by."
        ));
    };
    e.made(say!("Bedrag per werkgebied", "Amount per werkgebied"), How::Share, shares, 2);
    e.meets(say!(
        "De delen zijn samen precies het budget.",
        "The parts are exactly the budget together."
    ))
    .with(shares)
}

pub(super) const WGB_09: Rule = Rule {
    id: "WGB-09",
    title: t(
        "Een deel is een reservering voor fricties, waar elk werkgebied een beroep op kan doen",
        "Part is reserved for frictions, on which every werkgebied can call",
    ),
    kind: Kind::Reken,
    sources: &[ppo_nk(
        "§10.3.1",
        t(
            "Voor fricties is geld apart gezet; geld houdt een noodzakelijke interventie niet tegen.",
            "Money is set aside for frictions; money does not hold back a necessary intervention.",
        ),
    )],
    fields: &[
        Field::money(
            "reservering",
            t("Wat er in de reservering zit", "What is in the reservation"),
        ),
        Field::money("beroep", t("Waar een beroep op wordt gedaan", "What is called for")),
    ],
    decide: friction,
    ..WERKGEBIED
};

fn friction(e: &mut Eval<'_>) -> Outcome {
    let (Some(reserved), Some(asked)) = (e.money(0), e.money(1)) else { return e.unknown() };
    if reserved.is_negative() || asked.is_negative() {
        return e.impossible(say!(
            "Een reservering of beroep is nul of meer.",
            "A reservation or call is zero or more."
        ));
    }
    let granted = reserved.min(asked);
    e.made(
        say!("Uit de reservering", "From the reservation"),
        How::Smallest,
        Val::Money(granted),
        2,
    );
    let (left, short) = (reserved - granted, asked - granted);
    e.made(say!("Wat er overblijft", "What is left"), How::Difference, Val::Money(left), 1);
    e.would_change(say!("Beroep dat nog past", "Call that still fits"), Val::Money(reserved));
    if short == Money::ZERO {
        return e
            .meets(say!("De reservering dekt het beroep.", "The reservation covers the call."))
            .with(Val::Money(granted));
    }
    e.made(say!("Nog te dekken", "Still to find"), How::Difference, Val::Money(short), 0);
    e.person(say!(
        "De reservering is niet genoeg: zoek samen de rest. Is het noodzakelijk, dan gebeurt het.",
        "The reservation is not enough: find the rest together. If it is necessary, it happens."
    ))
    .with(Val::Money(granted))
    .and_signal()
}

pub(super) const WGB_10: Rule = Rule {
    id: "WGB-10",
    title: t(
        "Arrangementen worden per maand met de besturen afgerekend",
        "Arrangements are settled with the boards every month",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        "§10.3.1",
        t(
            "Wat arrangementen uit het budget van een werkgebied kosten, wordt maandelijks met de schoolbesturen verrekend.",
            "What arrangements cost from a werkgebied's budget is settled with the school boards monthly.",
        ),
    )],
    fields: &[
        Field::date("maand", t("Een dag in de maand", "A day in the month")),
        Field::dates("dagen", t("Dagen van de kosten", "Days of the costs")),
        Field::amounts(
            "bedragen",
            t("Bedragen, in dezelfde volgorde", "Amounts, in the same order"),
        ),
    ],
    decide: settle,
    ..WERKGEBIED
};

fn settle(e: &mut Eval<'_>) -> Outcome {
    let (month, days, amounts) = (e.date(0), e.dates(1), e.amounts(2));
    let (Some(month), Some(days), Some(amounts)) = (month, days, amounts) else {
        return e.unknown();
    };
    if days.len() != amounts.len() {
        return e
            .impossible(say!("Bij elk bedrag hoort één dag.", "Every amount belongs to one day."));
    }
    let same =
        |date: &chrono::NaiveDate| (date.year(), date.month()) == (month.year(), month.month());
    let total: Money =
        days.iter().zip(amounts).filter(|(date, _)| same(date)).map(|(_, amount)| *amount).sum();
    let first = day(month.year(), month.month(), 1);
    let about = About::Date(first);
    e.made_about(
        say!("Af te rekenen over de maand vanaf", "To settle for the month from"),
        about,
        How::Sum,
        Val::Money(total),
        3,
    );
    if !days.iter().any(same) {
        return e
            .not_applicable(say!(
                "In deze maand zijn geen kosten gemaakt.",
                "No costs were made in this month."
            ))
            .with(Val::Money(total));
    }
    e.meets(say!(
        "Elke kosten vallen in precies één maand.",
        "Every cost falls in exactly one month."
    ))
    .with(Val::Money(total))
}
