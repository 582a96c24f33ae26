//! FIN-07 to FIN-11, FIN-15 and FIN-16: where the money comes from and goes to.

use rust_decimal::Decimal;

use super::sources::{NATIONAL, REGIONAL, ppo_nk};
use super::{About, Citation, Eval, Field, How, Key, Kind, Outcome, Rule, Val, Validity};
use crate::calendar::{FIRST_YEAR, day};
use crate::money::Money;
use crate::text::{Text, say, t};

const PUPILS: Text = t("leerlingen", "pupils");

pub(super) const FIN_07: Rule = Rule {
    id: "FIN-07",
    title: t(
        "De administratie is uitbesteed en er is een externe controller",
        "Administration is outsourced and there is an external controller",
    ),
    kind: Kind::Feit,
    sources: &[ppo_nk(
        "§10.1",
        t(
            "De financiële en personele administratie ligt bij een ander bedrijf; een externe controller kijkt mee.",
            "Financial and staff administration is done by another company; an external controller helps.",
        ),
    )],
    ..REGIONAL
};

pub(super) const FIN_08: Rule = Rule {
    id: "FIN-08",
    title: t(
        "Het geld gaat over drie stromen: niveau 0-1, 2-3 en 4",
        "Money goes through three streams: level 0-1, 2-3 and 4",
    ),
    kind: Kind::Reken,
    sources: &[ppo_nk(
        "§10.3",
        t(
            "De middelen worden verdeeld over basis- en lichte steun (0-1), extra steun op de gewone school (2-3) en de voorziening (4).",
            "Money is divided over basic and light support (0-1), extra support at the regular school (2-3) and the special facility (4).",
        ),
    )],
    fields: &[
        Field::money("niveau_0_1", t("Niveau 0 en 1", "Level 0 and 1")),
        Field::money("niveau_2_3", t("Niveau 2 en 3", "Level 2 and 3")),
        Field::money("niveau_4", t("Niveau 4", "Level 4")),
    ],
    decide: streams,
    ..REGIONAL
};

fn streams(e: &mut Eval<'_>) -> Outcome {
    let (first, second, third) = (e.money(0), e.money(1), e.money(2));
    let (Some(first), Some(second), Some(third)) = (first, second, third) else {
        return e.unknown();
    };
    let weights = [first.as_cents(), second.as_cents(), third.as_cents()];
    // Shares of 100% in hundredths of a percent, so that they add up.
    let Some(shares) = crate::share::shares(Money::cents(10_000), &weights) else {
        return e.impossible(say!(
            "Er is niets te verdelen, of een bedrag is negatief.",
            "There is nothing to divide, or an amount is negative."
        ));
    };
    let rates = e.list(shares.iter().map(|share| Val::Rate(Decimal::new(share.as_cents(), 4))));
    e.made(say!("Deel per stroom", "Share per stream"), How::Share, rates, 3);
    e.meets(say!("De drie stromen zijn samen 100%.", "The three streams are 100% together."))
        .with(rates)
}

pub(super) const FIN_09: Rule = Rule {
    id: "FIN-09",
    title: t(
        "De zeven lastencategorieën tellen op tot het gepubliceerde totaal",
        "The seven expense categories add up to the published total",
    ),
    kind: Kind::Reken,
    valid: Validity::ALWAYS,
    sources: &[ppo_nk(
        "§3.2, tabel \"Lasten PPO_NK\"",
        t(
            "De lasten van 2017 tot en met 2021 staan er per categorie, met een totaal; de tekst noemt een stijging van SBO en SO van bijna 2 miljoen euro.",
            "Expenses of 2017 to 2021 stand there by category, with a total; the text names a rise of SBO and SO of almost 2 million euros.",
        ),
    )],
    fields: &[
        Field::money("regulier", t("Regulier", "Regular education")),
        Field::money("sbo", t("SBO", "SBO")),
        Field::money("so", t("SO", "SO")),
        Field::money("werkgebieden", t("Werkgebieden", "Werkgebieden")),
        Field::money("oza", t("Onderwijs-zorgarrangementen", "Education and care arrangements")),
        Field::money(
            "management_organisatie",
            t("Management & organisatie", "Management & organisation"),
        ),
        Field::money("uitvoeringsorganisatie", t("Uitvoeringsorganisatie", "Support organisation")),
        Field::money("totaal", t("Gepubliceerd totaal", "Published total")),
    ],
    decide: expenses,
    ..REGIONAL
};

fn expenses(e: &mut Eval<'_>) -> Outcome {
    let Some(sum) = sum(e, 7) else { return e.unknown() };
    e.made(
        say!("Som van de zeven categorieën", "Sum of the seven categories"),
        How::Sum,
        Val::Money(sum),
        7,
    );
    e.finding(
        "X12",
        say!(
            "De tabel sluit; SBO en SO stegen van 2017 naar 2021 samen met € 1.789.672, in de tekst \"bijna 2 miljoen\".",
            "The table closes; SBO and SO rose together by € 1,789,672 from 2017 to 2021, \"almost 2 million\" in the text."
        ),
    );
    let Some(printed) = e.money(7) else { return e.unknown().with(Val::Money(sum)) };
    if sum == printed {
        e.meets(say!("De som is gelijk aan het totaal.", "The sum equals the total."))
            .with(Val::Money(sum))
    } else {
        let difference = Val::Money(sum - printed);
        e.made(say!("Verschil", "Difference"), How::Difference, difference, 1);
        e.would_change(
            say!("Totaal waarbij het sluit", "Total at which it closes"),
            Val::Money(sum),
        );
        e.fails(say!("De som is niet gelijk aan het totaal.", "The sum does not equal the total."))
            .with(Val::Money(sum))
    }
}

/// The sum of the first fields, all of which are amounts; every missing one is written down.
pub(super) fn sum(e: &mut Eval<'_>, fields: u8) -> Option<Money> {
    let mut total = Some(Money::ZERO);
    for field in 0..fields {
        let amount = e.money(field);
        total = match (total, amount) {
            (Some(total), Some(amount)) => Some(total + amount),
            _ => None,
        };
    }
    total
}

pub(super) const FIN_10: Rule = Rule {
    id: "FIN-10",
    title: t(
        "Geoormerkt geld wordt besteed zoals aangevraagd, en verantwoord",
        "Earmarked money is spent as applied for, and accounted for",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§10.2",
        t(
            "Aanvullend geld van gemeente of Rijk is bedoeld voor wat in de aanvraag staat en wordt aan de gever verantwoord.",
            "Additional money from municipality or state is meant for what the application says, and is accounted for to the giver.",
        ),
    )],
    fields: &[
        Field::yes_no("geoormerkt", t("Is het geld geoormerkt?", "Is the money earmarked?")),
        Field::yes_no(
            "volgens_aanvraag",
            t("Is het besteed zoals aangevraagd?", "Was it spent as applied for?"),
        ),
        Field::yes_no(
            "verantwoord",
            t("Is het verantwoord aan de gever?", "Was it accounted for to the giver?"),
        ),
    ],
    decide: earmarked,
    ..REGIONAL
};

fn earmarked(e: &mut Eval<'_>) -> Outcome {
    if e.yes_no(0) == Some(false) {
        e.flip(0);
        return e
            .not_applicable(say!("Het geld is niet geoormerkt.", "The money is not earmarked."));
    }
    let (as_asked, accounted) = (e.yes_no(1), e.yes_no(2));
    if as_asked == Some(false) {
        e.flip(1);
    }
    if accounted == Some(false) {
        e.flip(2);
    }
    match (e.has(0), as_asked, accounted) {
        (false, ..) => e.unknown(),
        (_, Some(false), _) => e.fails(say!(
            "Er is geld buiten het doel besteed.",
            "Money was spent outside the purpose."
        )),
        (_, _, Some(false)) => {
            e.fails(say!("De verantwoording ontbreekt.", "The account is missing."))
        }
        (_, Some(true), Some(true)) => e.meets(say!(
            "Besteed zoals aangevraagd, en verantwoord.",
            "Spent as applied for, and accounted for."
        )),
        _ => e.unknown(),
    }
}

pub(super) const FIN_11: Rule = Rule {
    id: "FIN-11",
    title: t(
        "Wat het Rijk aan SBO en SO betaalt, gaat van de baten af",
        "What the state pays to SBO and SO is deducted from income",
    ),
    kind: Kind::Reken,
    sources: &[
        ppo_nk(
            "§10.2",
            t(
                "S(B)O-scholen krijgen hun geld rechtstreeks van het Rijk; dat bedrag wordt van de inkomsten van het samenwerkingsverband afgetrokken.",
                "S(B)O schools are paid directly by the state; that amount is deducted from the income of the samenwerkingsverband.",
            ),
        ),
        Citation {
            document: "DUO, bekostiging samenwerkingsverbanden",
            place: "aftrek per categorie",
            link: Some(super::sources::DUO_LINK),
            says: t(
                "De aftrek is een bedrag per leerling, naar SBO of categorie van SO.",
                "The deduction is an amount per pupil, for SBO or by category of SO.",
            ),
        },
    ],
    parameters: &[Key::Sbo, Key::SoCategory1, Key::SoCategory2, Key::SoCategory3],
    fields: &[
        Field::count("kalenderjaar", t("Kalenderjaar", "Calendar year"), t("jaar", "year")),
        Field::money(
            "bruto",
            t("Bruto lichte en zware ondersteuning", "Gross light and heavy support"),
        ),
        Field::count("sbo", t("Leerlingen SBO", "Pupils SBO"), PUPILS),
        Field::count("so_1", t("Leerlingen SO, categorie laag", "Pupils SO, low category"), PUPILS),
        Field::count(
            "so_2",
            t("Leerlingen SO, categorie midden", "Pupils SO, middle category"),
            PUPILS,
        ),
        Field::count(
            "so_3",
            t("Leerlingen SO, categorie hoog", "Pupils SO, high category"),
            PUPILS,
        ),
    ],
    decide: net_income,
    ..NATIONAL
};

const DEDUCTIONS: [(u8, Key, &Text); 4] = [
    (2, Key::Sbo, &t("Aftrek SBO", "Deduction SBO")),
    (3, Key::SoCategory1, &t("Aftrek SO laag", "Deduction SO low")),
    (4, Key::SoCategory2, &t("Aftrek SO midden", "Deduction SO middle")),
    (5, Key::SoCategory3, &t("Aftrek SO hoog", "Deduction SO high")),
];

fn net_income(e: &mut Eval<'_>) -> Outcome {
    let (year, gross) = (e.count(0), e.money(1));
    let Some(year) = year.and_then(|year| i32::try_from(year).ok()) else { return e.unknown() };
    if year < FIRST_YEAR {
        e.would_change(
            say!("Deze regel geldt vanaf", "This rule holds from"),
            Val::Date(day(FIRST_YEAR, 1, 1)),
        );
        return e.not_applicable(say!(
            "Vóór 2023 gold een ander stelsel.",
            "Before 2023 the system was different."
        ));
    }
    let mut total = Some(Money::ZERO);
    for (field, key, text) in DEDUCTIONS {
        let (pupils, tariff) = (e.count(field), e.parameter(key, day(year, 1, 1)));
        let amount = pupils
            .zip(tariff)
            .and_then(|(pupils, tariff)| Money::cents(pupils.checked_mul(100)?).times(tariff));
        if let Some(amount) = amount {
            e.made(text, How::Product, Val::Money(amount), 2);
        }
        total = total.zip(amount).map(|(total, amount)| total + amount);
    }
    let Some(total) = total else { return e.unknown() };
    e.made_about(
        say!("Aftrek samen", "Deduction together"),
        About::Year(year),
        How::Sum,
        Val::Money(total),
        4,
    );
    let Some(gross) = gross else { return e.unknown() };
    let net = Val::Money(gross - total);
    e.made(say!("Netto baten", "Net income"), How::Difference, net, 1);
    if gross < total {
        return e
            .meets(say!(
                "De aftrek is hoger dan de bruto baten: het tekort komt bij de schoolbesturen.",
                "The deduction exceeds gross income: the shortfall goes to the school boards."
            ))
            .with(net)
            .and_signal();
    }
    e.meets(say!("Bruto baten min de aftrek.", "Gross income minus the deduction.")).with(net)
}

pub(super) const FIN_15: Rule = Rule {
    id: "FIN-15",
    title: t(
        "Steun in natura staat onder Uitvoeringsorganisatie SWV",
        "Support in kind stands under Uitvoeringsorganisatie SWV",
    ),
    kind: Kind::Feit,
    sources: &[ppo_nk(
        "§10.3.5",
        t(
            "Consulenten, ambulante begeleiders, professionalisering en het TOP dossier zijn steun in natura; ze staan samen onder één post.",
            "Consultants, peripatetic support, training and the TOP dossier are support in kind; they stand together under one item.",
        ),
    )],
    ..REGIONAL
};

pub(super) const FIN_16: Rule = Rule {
    id: "FIN-16",
    title: t(
        "Management & organisatie is een eigen post",
        "Management & organisation is an item of its own",
    ),
    kind: Kind::Reken,
    valid: Validity::ALWAYS,
    sources: &[ppo_nk(
        "§10.3.6",
        t(
            "De kosten van organisatie, overleg, beleid en kwaliteit, die nodig zijn om aan wettelijke plichten te voldoen, staan apart.",
            "The costs of organisation, consultation, policy and quality that legal duties require stand apart.",
        ),
    )],
    fields: &[
        Field::money(
            "management_organisatie",
            t("Management & organisatie", "Management & organisation"),
        ),
        Field::money("totaal", t("Totale lasten", "Total expenses")),
    ],
    decide: overhead,
    ..REGIONAL
};

fn overhead(e: &mut Eval<'_>) -> Outcome {
    let (Some(part), Some(whole)) = (e.money(0), e.money(1)) else { return e.unknown() };
    let Some(share) = part.share_of(whole, 4).filter(|_| part <= whole) else {
        return e.impossible(say!(
            "De post past niet in de totale lasten.",
            "The item does not fit total expenses."
        ));
    };
    e.made(say!("Deel van de lasten", "Share of expenses"), How::Quotient, Val::Rate(share), 2);
    e.meets(say!(
        "Er is geen norm; dit is het deel van de lasten.",
        "There is no norm; this is the share of expenses."
    ))
    .with(Val::Rate(share))
}
