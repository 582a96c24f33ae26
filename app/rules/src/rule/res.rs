//! RES-01 to RES-04 and RES-07: how large the reserve may and must be.

use rust_decimal::Decimal;

use super::sources::{NATIONAL, REGIONAL, SECONDARY, SIGNAL, SIGNAL_LINK, ppo_nk, secondary};
use super::{
    Better, Citation, Eval, Field, How, Key, Kind, Layer, Outcome, Rule, Topic, Val, Validity,
    protect,
};
use crate::calendar::day;
use crate::money::Money;
use crate::text::{say, t};

pub(super) const RESERVE: Rule = Rule { topic: Topic::Reserve, ..REGIONAL };

/// The Inspectorate's letter is of 2020.
const SIGNAL_VALID: Validity = Validity { from: Some(day(2020, 1, 1)), until: None };

const SIGNAL_SOURCE: Citation = Citation {
    document: SIGNAL,
    place: "aanhaling van de brief van de Inspectie",
    link: Some(SIGNAL_LINK),
    says: t(
        "De signaleringswaarde is 3,5% van de totale bruto baten, met € 250.000 als minimum. Het is een aanleiding voor een gesprek en uitleg in het jaarverslag, geen verbod.",
        "The signal value is 3.5% of total gross income, with € 250,000 as a minimum. It is a reason to talk and to explain in the annual report, not a ban.",
    ),
};

pub(super) const PLAN_SOURCE: Citation = ppo_nk(
    "§10.4",
    t(
        "De Inspectie hanteert als grens 3,5% van de totale baten met een risicobuffer van minstens € 250.000. PPO-NK wil daar niet boven komen, onderbouwt de reserve met een risicoanalyse en toetst ieder jaar.",
        "The Inspectorate uses 3.5% of total income as a limit, with a risk buffer of at least € 250,000. PPO-NK does not want to exceed it, bases the reserve on a risk analysis and checks every year.",
    ),
);

const INCOME: Field = Field::money("baten", t("Totale bruto baten", "Total gross income"));
const EQUITY: Field = Field::money(
    "eigen_vermogen",
    t("Publiek eigen vermogen op 31 december", "Public equity on 31 December"),
);

pub(super) const RES_01: Rule = Rule {
    id: "RES-01",
    title: t(
        "De reserve blijft binnen 3,5% van de totale baten",
        "The reserve stays within 3.5% of total income",
    ),
    layer: Layer::Streven,
    kind: Kind::Reken,
    sources: &[PLAN_SOURCE],
    parameters: &[Key::SignalRate],
    fields: &[INCOME, EQUITY],
    decide: ratio,
    ..RESERVE
};

fn ratio(e: &mut Eval<'_>) -> Outcome {
    let (Some(income), Some(equity)) = (e.money(0), e.money(1)) else { return e.unknown() };
    let Some(ratio) = equity.share_of(income, 6) else { return no_income(e) };
    e.made(
        say!("Reserve als deel van de baten", "Reserve as a share of income"),
        How::Quotient,
        Val::Rate(ratio),
        2,
    );
    let Some(rate) = e.parameter(Key::SignalRate, e.today()) else { return e.unknown() };
    let Some(limit) = income.times(rate) else { return no_income(e) };
    e.would_change(
        say!("Reserve waarbij het streven omslaat", "Reserve at which the aim tips"),
        Val::Money(limit),
    );
    let outcome = if equity <= limit {
        e.meets(say!("De reserve blijft binnen het streven.", "The reserve stays within the aim."))
    } else {
        e.fails(say!(
            "De reserve is groter dan het streven.",
            "The reserve is larger than the aim."
        ))
    };
    outcome.with(Val::Rate(ratio))
}

pub(super) const RES_02: Rule = Rule {
    id: "RES-02",
    title: t(
        "De signaleringswaarde is 3,5% van de baten, en minstens € 250.000",
        "The signal value is 3.5% of income, and at least € 250,000",
    ),
    kind: Kind::Reken,
    topic: Topic::Reserve,
    valid: SIGNAL_VALID,
    sources: &[SIGNAL_SOURCE, PLAN_SOURCE],
    parameters: &[Key::SignalRate, Key::SignalMinimum],
    fields: &[INCOME],
    decide: signal_value,
    ..NATIONAL
};

fn signal_value(e: &mut Eval<'_>) -> Outcome {
    let Some(income) = e.money(0) else { return e.unknown() };
    let Some(limit) = limit(e, income, 2) else { return e.unknown() };
    let tip = limit.minimum.to_decimal().checked_div(limit.rate);
    if let Some(tip) = tip.and_then(Money::from_decimal) {
        e.would_change(
            say!("Baten waarboven het percentage telt", "Income above which the percentage counts"),
            Val::Money(tip),
        );
    }
    let sentence = if limit.minimum_counts {
        say!(
            "Het minimum telt, want 3,5% van de baten is minder.",
            "The minimum counts, since 3.5% of income is less."
        )
    } else {
        say!("Het percentage van de baten telt.", "The percentage of income counts.")
    };
    e.meets(sentence).with(Val::Money(limit.value))
}

pub(super) const RES_03: Rule = Rule {
    id: "RES-03",
    title: t(
        "Boven de signaleringswaarde is de reserve mogelijk bovenmatig",
        "Above the signal value the reserve is possibly excessive",
    ),
    kind: Kind::Beslis,
    fields: &[INCOME, EQUITY],
    decide: excess,
    ..RES_02
};

/// Never *voldoet niet*: the value is a signal, the Inspectorate and the SWV talk about it.
fn excess(e: &mut Eval<'_>) -> Outcome {
    let income = e.money(0);
    let limit = income.and_then(|income| limit(e, income, 2));
    let (Some(limit), Some(equity)) = (limit, e.money(1)) else { return e.unknown() };
    let above = equity - limit.value;
    let excess = Val::Money(if above.is_negative() { Money::ZERO } else { above });
    e.made(say!("Boven de grens", "Above the limit"), How::Difference, excess, 2);
    e.would_change(say!("Grens van de reserve", "Limit of the reserve"), Val::Money(limit.value));
    if equity <= limit.value {
        e.meets(say!("De reserve ligt niet boven de grens.", "The reserve is not above the limit."))
            .with(excess)
    } else {
        e.person(say!(
            "De reserve is mogelijk bovenmatig: leg uit waarom, of bouw af.",
            "The reserve is possibly excessive: explain why, or run it down."
        ))
        .with(excess)
        .and_signal()
    }
}

pub(super) const RES_04: Rule = Rule {
    id: "RES-04",
    title: t("Het weerstandsvermogen is minstens € 400.000", "The reserve is at least € 400,000"),
    kind: Kind::Beslis,
    sources: &[
        ppo_nk(
            "§3.2",
            t(
                "Het eigen minimum om aan alle betalingsverplichtingen te kunnen voldoen is € 400.000.",
                "The own minimum to be able to meet all payments is € 400,000.",
            ),
        ),
        PLAN_SOURCE,
    ],
    parameters: &[Key::OwnFloor, Key::SignalRate, Key::SignalMinimum],
    fields: &[EQUITY, INCOME],
    decide: floor,
    ..RESERVE
};

fn floor(e: &mut Eval<'_>) -> Outcome {
    let (equity, floor) = (e.money(0), e.parameter(Key::OwnFloor, e.today()));
    let (Some(equity), Some(floor)) = (equity, floor.and_then(Money::from_decimal)) else {
        return e.unknown();
    };
    let room = Val::Money(equity - floor);
    e.made(
        say!("Ruimte boven het eigen minimum", "Room above the own minimum"),
        How::Difference,
        room,
        2,
    );
    e.would_change(say!("Eigen minimum", "Own minimum"), Val::Money(floor));
    let clash = e.has(1) && clashes(e, floor);
    let outcome = if equity >= floor {
        e.meets(say!(
            "De reserve is groot genoeg voor het eigen minimum.",
            "The reserve is large enough for the own minimum."
        ))
    } else {
        e.fails(say!(
            "De reserve ligt onder het eigen minimum.",
            "The reserve is below the own minimum."
        ))
    };
    let outcome = outcome.with(room);
    if clash { outcome.and_signal() } else { outcome }
}

/// X11: with little income the own floor lies above the national limit.
fn clashes(e: &mut Eval<'_>, floor: Money) -> bool {
    let Some(income) = e.money(1) else { return false };
    let Some(limit) = limit(e, income, 2) else { return false };
    if floor <= limit.value {
        return false;
    }
    e.finding(
        "X11",
        say!(
            "Het eigen minimum ligt boven de landelijke grens: de reserve kan niet aan allebei voldoen.",
            "The own minimum is above the national limit: the reserve cannot meet both."
        ),
    );
    true
}

pub(super) const RES_07: Rule = Rule {
    id: "RES-07",
    topic: Topic::Reserve,
    title: t(
        "De buffer is hoogstens 3,5% van de jaaromzet",
        "The buffer is at most 3.5% of annual turnover",
    ),
    kind: Kind::Reken,
    sources: &[
        secondary(
            "geld",
            t(
                "De buffer blijft binnen 3,5% van de jaaromzet. Een minimum noemt het plan niet.",
                "The buffer stays within 3.5% of annual turnover. The plan names no minimum.",
            ),
        ),
        SIGNAL_SOURCE,
    ],
    parameters: &[Key::OwnCeilingRate, Key::SignalRate, Key::SignalMinimum],
    fields: &[
        Field::money("jaaromzet", t("Jaaromzet", "Annual turnover")),
        Field::money("buffer", t("Buffer", "Buffer")),
    ],
    decide: ceiling,
    ..SECONDARY
};

fn ceiling(e: &mut Eval<'_>) -> Outcome {
    let (turnover, rate) = (e.money(0), e.parameter(Key::OwnCeilingRate, e.today()));
    let (Some(turnover), Some(rate)) = (turnover, rate) else { return e.unknown() };
    let Some(own) = turnover.times(rate) else { return no_income(e) };
    e.made(say!("Grens van het plan", "Limit of the plan"), How::Product, Val::Money(own), 2);
    let Some(national) = limit(e, turnover, 1) else { return e.unknown() };
    // The minimum of the national value is room that a plan's shorter text does not take away.
    let ceiling = protect(Some(national.value), Some(own), Better::More).unwrap_or(own);
    if own < national.value {
        e.finding(
            "X13",
            say!(
                "Het plan noemt het minimum van € 250.000 niet; de landelijke grens gaat voor.",
                "The plan does not name the minimum of € 250,000; the national limit takes precedence."
            ),
        );
    }
    let clash = own < national.value;
    let outcome = judge_buffer(e, ceiling).with(Val::Money(ceiling));
    if clash { outcome.and_signal() } else { outcome }
}

fn judge_buffer(e: &mut Eval<'_>, ceiling: Money) -> Outcome {
    e.would_change(say!("Grens van de buffer", "Limit of the buffer"), Val::Money(ceiling));
    let Some(buffer) = e.money(1) else { return e.unknown() };
    if buffer <= ceiling {
        e.meets(say!("De buffer blijft binnen de grens.", "The buffer stays within the limit."))
    } else {
        e.fails(say!("De buffer is groter dan de afspraak.", "The buffer is larger than agreed."))
    }
}

struct Limit {
    value: Money,
    minimum: Money,
    rate: Decimal,
    minimum_counts: bool,
}

/// The signal value, right after `parts - 1` steps that hold the income.
fn limit(e: &mut Eval<'_>, income: Money, parts: u16) -> Option<Limit> {
    let on = e.today();
    let rate = e.parameter(Key::SignalRate, on);
    let share = rate.and_then(|rate| income.times(rate));
    if let Some(share) = share {
        e.made(
            say!("Percentage van de baten", "Percentage of income"),
            How::Product,
            Val::Money(share),
            parts,
        );
    }
    let minimum = e.parameter(Key::SignalMinimum, on).and_then(Money::from_decimal);
    let (rate, share, minimum) = (rate?, share?, minimum?);
    let value = share.max(minimum);
    e.made(say!("Signaleringswaarde", "Signal value"), How::Largest, Val::Money(value), 2);
    Some(Limit { value, minimum, rate, minimum_counts: minimum > share })
}

fn no_income(e: &Eval<'_>) -> Outcome {
    e.impossible(say!(
        "Zonder baten boven nul is er geen verhouding.",
        "Without income above zero there is no ratio."
    ))
}
