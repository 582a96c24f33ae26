//! Rules that only the law gives: L-36 and L-37 (calendar), L-29 and L-30 (funding).

use super::sources::{CHECKED, DUO_LINK, FUNDING_DECREE, NATIONAL, SINCE_2023, WPO, WPO_LINK};
use super::{About, Choice, Citation, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::calendar::{Direction, FIRST_YEAR, Length, Pupils, SchoolYear, Term, day, teldatum};
use crate::money::Money;
use crate::text::{say, t};

pub(super) const L_36: Rule = Rule {
    id: "L-36",
    topic: Topic::Calendar,
    title: t(
        "Een termijn die op een vrije dag eindigt, loopt door",
        "A term that ends on a free day runs on",
    ),
    kind: Kind::Termijn,
    checked: CHECKED,
    sources: &[Citation {
        document: "Algemene termijnenwet, versie van 10 oktober 2010",
        place: "artikel 1-4",
        link: Some("https://wetten.overheid.nl/BWBR0002448/2010-10-10"),
        says: t(
            "Een wettelijke termijn die op zaterdag, zondag of een erkende feestdag eindigt, loopt door tot de eerste gewone dag. Niet bij terugrekenen, en niet bij meer dan negentig dagen, twaalf weken of drie maanden, of bij jaren. Goede Vrijdag en 5 mei tellen als feestdag.",
            "A statutory term that ends on a Saturday, Sunday or recognised holiday runs on to the first ordinary day. Not when counted back, and not for more than ninety days, twelve weeks or three months, or for years. Good Friday and 5 May count as holidays.",
        ),
    }],
    fields: &[
        Field::date("begin", t("Dag waarop de termijn begint", "Day on which the term begins")),
        Field::count("aantal", t("Hoeveel", "How many"), t("dagen, weken, …", "days, weeks, …")),
        Field::choice(
            "eenheid",
            t("Waarin de termijn is uitgedrukt", "Unit of the term"),
            &[
                Choice { name: "dagen", label: t("Dagen", "Days") },
                Choice { name: "weken", label: t("Weken", "Weeks") },
                Choice { name: "maanden", label: t("Maanden", "Months") },
                Choice { name: "jaren", label: t("Jaren", "Years") },
            ],
        ),
        Field::yes_no("terug", t("Wordt er teruggerekend?", "Is it counted back?")),
    ],
    decide: term,
    ..NATIONAL
};

fn term(e: &mut Eval<'_>) -> Outcome {
    let (begin, count, unit) = (e.date(0), e.count(1), e.choice(2));
    let back = e.has(3) && e.yes_no(3) == Some(true);
    let (Some(begin), Some(count), Some(unit)) = (begin, count, unit) else { return e.unknown() };
    let Ok(count) = u32::try_from(count) else {
        return e
            .impossible(say!("Een termijn is nul of meer lang.", "A term is zero or more long."));
    };
    let length = match unit {
        0 => Length::Days(count),
        1 => Length::Weeks(count),
        2 => Length::Months(count),
        _ => Length::Years(count),
    };
    let direction = if back { Direction::Backward } else { Direction::Forward };
    let end = Term { length, direction }.end(begin);
    let parts = if e.has(3) { 4 } else { 3 };
    e.made(say!("Geteld tot", "Counted to"), How::Sum, Val::Date(end.counted), parts);
    if let Some(holiday) = end.holiday {
        e.made(holiday_label(holiday), How::Fixed, Val::Date(end.counted), 0);
    }
    if !end.law_applies {
        e.not_applied(say!(
            "De Algemene termijnenwet gaat niet over deze termijn: te lang, of teruggerekend.",
            "The Algemene termijnenwet is not about this term: too long, or counted back."
        ));
    }
    let outcome = if end.moved() {
        e.meets(say!(
            "De laatste dag is een vrije dag; de termijn loopt door.",
            "The last day is a free day; the term runs on."
        ))
    } else {
        e.meets(say!("De termijn eindigt op de getelde dag.", "The term ends on the day counted."))
    };
    outcome.with(Val::Date(end.last_day))
}

fn holiday_label(holiday: crate::calendar::Holiday) -> &'static crate::text::Text {
    use crate::calendar::Holiday;
    match holiday {
        Holiday::NewYear => const { &Holiday::NewYear.label() },
        Holiday::GoodFriday => const { &Holiday::GoodFriday.label() },
        Holiday::EasterMonday => const { &Holiday::EasterMonday.label() },
        Holiday::KingsDay => const { &Holiday::KingsDay.label() },
        Holiday::LiberationDay => const { &Holiday::LiberationDay.label() },
        Holiday::Ascension => const { &Holiday::Ascension.label() },
        Holiday::WhitMonday => const { &Holiday::WhitMonday.label() },
        Holiday::ChristmasDay => const { &Holiday::ChristmasDay.label() },
        Holiday::BoxingDay => const { &Holiday::BoxingDay.label() },
    }
}

pub(super) const L_37: Rule = Rule {
    id: "L-37",
    topic: Topic::Calendar,
    title: t(
        "Een schooljaar loopt van 1 augustus tot en met 31 juli",
        "A school year runs from 1 August to 31 July",
    ),
    kind: Kind::Feit,
    sources: &[Citation {
        document: WPO,
        place: "artikel 1",
        link: Some(WPO_LINK),
        says: t(
            "Het schooljaar begint op 1 augustus en eindigt op 31 juli van het jaar daarna.",
            "The school year begins on 1 August and ends on 31 July of the next year.",
        ),
    }],
    fields: &[Field::date("dag", t("Een dag", "A day"))],
    decide: school_year,
    ..NATIONAL
};

fn school_year(e: &mut Eval<'_>) -> Outcome {
    let Some(date) = e.date(0) else { return e.unknown() };
    let year = SchoolYear::of(date);
    let (first, last) = (Val::Date(year.first_day()), Val::Date(year.last_day()));
    let about = About::Year(year.0);
    e.made_about(
        say!("Eerste dag van het schooljaar", "First day of the school year"),
        about,
        How::Fixed,
        first,
        1,
    );
    e.made_about(
        say!("Laatste dag van het schooljaar", "Last day of the school year"),
        about,
        How::Fixed,
        last,
        0,
    );
    let days = e.list([first, last]);
    e.meets(say!("De dag ligt in dit schooljaar.", "The day lies in this school year.")).with(days)
}

pub(super) const L_29: Rule = Rule {
    id: "L-29",
    topic: Topic::Funding,
    title: t(
        "Het plan noemt een peildatum voor groei tussen 1 februari en 1 juni",
        "The plan names a reference date for growth between 1 February and 1 June",
    ),
    kind: Kind::Termijn,
    valid: SINCE_2023,
    sources: &[
        Citation {
            document: FUNDING_DECREE,
            place: "artikel 20",
            link: Some("https://wetten.overheid.nl/BWBR0046159/2026-06-12#Artikel20"),
            says: t(
                "Op een dag tussen 1 februari en 1 juni wordt bepaald of de groei na de telling bovengemiddeld is; dan draagt het samenwerkingsverband een bedrag per leerling over.",
                "On a day between 1 February and 1 June it is determined whether growth after the count is above average; then the samenwerkingsverband transfers an amount per pupil.",
            ),
        },
        Citation {
            document: WPO,
            place: "artikel 18a lid 8 onder g",
            link: Some(WPO_LINK),
            says: t(
                "Het ondersteuningsplan regelt hoe met groei na 1 februari wordt omgegaan.",
                "The ondersteuningsplan settles what happens with growth after 1 February.",
            ),
        },
    ],
    fields: &[Field::date("peildatum", t("Peildatum in het plan", "Reference date in the plan"))],
    decide: growth_date,
    ..NATIONAL
};

fn growth_date(e: &mut Eval<'_>) -> Outcome {
    use chrono::Datelike;
    let Some(date) = e.date(0) else { return e.unknown() };
    let (first, last) = (day(date.year(), 2, 1), day(date.year(), 6, 1));
    let edge = if date - first < last - date { first } else { last };
    e.would_change(say!("Dichtstbijzijnde grens", "Nearest limit"), Val::Date(edge));
    let outcome = if date == first || date == last {
        e.person(say!(
            "De regel zegt: tussen deze dagen. Of de grensdag zelf meetelt, is niet vastgesteld.",
            "The rule says: between these days. Whether the limit itself counts is not established."
        ))
    } else if first < date && date < last {
        e.meets(say!("De peildatum ligt in het tijdvak.", "The date lies in the period."))
    } else {
        e.fails(say!("De peildatum ligt buiten het tijdvak.", "The date lies outside the period."))
    };
    outcome.with(Val::Date(date))
}

pub(super) const L_30: Rule = Rule {
    id: "L-30",
    topic: Topic::Funding,
    title: t(
        "Teldatum 1 februari, aftrek voor SBO en SO, tekort naar rato bij de besturen",
        "Count on 1 February, deduction for SBO and SO, shortfall pro rata from the boards",
    ),
    kind: Kind::Reken,
    sources: &[
        Citation {
            document: WPO,
            place: "artikel 118 en 121-125",
            link: Some(WPO_LINK),
            says: t(
                "De leerlingen op 1 februari van het vorige kalenderjaar bepalen het geld. Wat het Rijk aan SBO- en SO-scholen betaalt gaat eraf; is dat meer dan het budget, dan betalen de schoolbesturen naar rato van hun leerlingen.",
                "Pupils on 1 February of the previous calendar year decide the money. What the state pays to SBO and SO schools is deducted; if that exceeds the budget, the school boards pay in proportion to their pupils.",
            ),
        },
        Citation {
            document: "DUO, bekostiging samenwerkingsverbanden",
            place: "teldatum 1 februari",
            link: Some(DUO_LINK),
            says: t(
                "Vanaf kalenderjaar 2023 is 1 februari de teldatum.",
                "From calendar year 2023 on, 1 February is the count date.",
            ),
        },
    ],
    fields: &[
        Field::count("kalenderjaar", t("Kalenderjaar", "Calendar year"), t("jaar", "year")),
        Field::money(
            "budget",
            t("Lichte en zware ondersteuning samen", "Light and heavy support together"),
        ),
        Field::money("aftrek", t("Aftrek voor SBO en SO", "Deduction for SBO and SO")),
        Field::counts(
            "leerlingen",
            t("Leerlingen per schoolbestuur", "Pupils per school board"),
            t("leerlingen", "pupils"),
        ),
    ],
    decide: shortfall,
    ..NATIONAL
};

fn shortfall(e: &mut Eval<'_>) -> Outcome {
    let (year, budget, deduction) = (e.count(0), e.money(1), e.money(2));
    let (Some(year), Some(budget), Some(deduction)) = (year, budget, deduction) else {
        return e.unknown();
    };
    let count_date = i32::try_from(year).ok().and_then(|year| teldatum(year, Pupils::Primary));
    let Some(count_date) = count_date else {
        e.would_change(
            say!("Deze regel geldt vanaf", "This rule holds from"),
            Val::Date(day(FIRST_YEAR, 1, 1)),
        );
        return e.not_applicable(say!(
            "Vóór 2023 gold een ander stelsel.",
            "Before 2023 the system was different."
        ));
    };
    e.made(say!("Tekort", "Shortfall"), How::Difference, Val::Money(deduction - budget), 3);
    e.made(say!("Teldatum", "Count date"), How::Fixed, Val::Date(count_date), 0);
    e.would_change(
        say!("Aftrek waarbij een tekort begint", "Deduction at which a shortfall begins"),
        Val::Money(budget),
    );
    if deduction <= budget {
        return e
            .meets(say!("De aftrek past in het budget.", "The deduction fits the budget."))
            .with(Val::Money(budget - deduction));
    }
    recover(e, deduction - budget)
}

fn recover(e: &mut Eval<'_>, shortfall: Money) -> Outcome {
    let Some(pupils) = e.counts(3) else { return e.unknown().with(Val::Money(shortfall)) };
    let Some(shares) = e.shares(shortfall, pupils) else {
        return e.impossible(say!(
            "Zonder leerlingen valt er niets te verdelen.",
            "Without pupils there is nothing to divide by."
        ));
    };
    e.made(say!("Te betalen per schoolbestuur", "To pay per school board"), How::Share, shares, 1);
    e.meets(say!(
        "De aftrek is hoger dan het budget; de schoolbesturen betalen het tekort naar rato van hun leerlingen.",
        "The deduction exceeds the budget; the school boards pay the shortfall in proportion to their pupils."
    ))
    .with(shares)
    .and_signal()
}
