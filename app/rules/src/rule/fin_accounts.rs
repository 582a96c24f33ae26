//! FIN-05, FIN-06 and FIN-17: the accounts, the statutes and the year that is accounted for.

use chrono::Datelike;

use super::fin_cycle::{CYCLE, FIN_01};
use super::sources::{NATIONAL, REGIONAL, ppo_nk};
use super::{Citation, Eval, Field, How, Kind, Outcome, Rule, Val};
use crate::calendar::{FIRST_YEAR, day};
use crate::text::{say, t};

pub(super) const FIN_05: Rule = Rule {
    id: "FIN-05",
    title: t(
        "De jaarstukken zijn vóór 1 juli bij OCW, met accountantsverklaring",
        "The annual accounts reach OCW before 1 July, with an auditor's statement",
    ),
    kind: Kind::Termijn,
    sources: &[
        ppo_nk(
            CYCLE,
            t(
                "Jaarverslag en jaarrekening worden gecontroleerd door een onafhankelijke accountant en zijn vóór 1 juli bij OCW.",
                "Annual report and accounts are audited by an independent accountant and reach OCW before 1 July.",
            ),
        ),
        Citation {
            document: "Wet medezeggenschap op scholen",
            place: "artikel 8 lid 2",
            link: Some("https://wetten.overheid.nl/BWBR0020685/2025-08-01"),
            says: t(
                "Ook de medezeggenschapsraad krijgt het jaarverslag vóór 1 juli.",
                "The participation council too receives the annual report before 1 July.",
            ),
        },
    ],
    fields: &[
        Field::count("boekjaar", t("Boekjaar", "Financial year"), t("jaar", "year")),
        Field::date("ingediend", t("Dag van indienen", "Day of submission")),
        Field::yes_no(
            "accountant",
            t("Is er een accountantsverklaring?", "Is there an auditor's statement?"),
        ),
    ],
    decide: accounts,
    ..NATIONAL
};

fn accounts(e: &mut Eval<'_>) -> Outcome {
    let Some(year) = e.count(0).and_then(|year| i32::try_from(year).ok()) else {
        return e.unknown();
    };
    let last = day(year.saturating_add(1), 6, 30);
    e.made(say!("Laatste dag", "Last day"), How::Fixed, Val::Date(last), 1);
    let (date, audited) = (e.date(1), e.yes_no(2));
    let outcome = match (date, audited) {
        (Some(date), _) if date > last => {
            e.would_change(say!("Op tijd tot en met", "In time until"), Val::Date(last));
            e.fails(say!(
                "De jaarstukken zijn te laat ingediend.",
                "The accounts were submitted too late."
            ))
        }
        (_, Some(false)) => {
            e.flip(2);
            e.fails(say!(
                "De accountantsverklaring ontbreekt.",
                "The auditor's statement is missing."
            ))
        }
        (Some(_), Some(true)) => e.meets(say!(
            "De jaarstukken zijn op tijd en gecontroleerd.",
            "The accounts are in time and audited."
        )),
        _ => e.unknown(),
    };
    outcome.with(Val::Date(last))
}

pub(super) const FIN_06: Rule = Rule {
    id: "FIN-06",
    title: t(
        "AO/IC, procuratieschema en treasurystatuut zijn er",
        "AO/IC, authorisation scheme and treasury statute are there",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        CYCLE,
        t(
            "Het financieel beheer leunt op een administratieve organisatie, een procuratieschema en een treasurystatuut.",
            "Financial management leans on administrative procedures, an authorisation scheme and a treasury statute.",
        ),
    )],
    fields: &[
        Field::yes_no("ao_ic", t("Is er een AO/IC?", "Is there an AO/IC?")),
        Field::yes_no(
            "procuratieschema",
            t("Is er een procuratieschema?", "Is there an authorisation scheme?"),
        ),
        Field::yes_no(
            "treasurystatuut",
            t("Is er een treasurystatuut?", "Is there a treasury statute?"),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Alle drie de documenten zijn er.", "All three documents are there."),
            say!("Er ontbreekt een document.", "A document is missing."),
        )
    },
    ..REGIONAL
};

pub(super) const FIN_17: Rule = Rule {
    id: "FIN-17",
    title: t(
        "Onderzoeken of de begroting per kalenderjaar kan",
        "Explore whether to budget by calendar year",
    ),
    kind: Kind::Gids,
    sources: &[
        ppo_nk(
            CYCLE,
            t(
                "Omdat al het geld vanaf 2023 per kalenderjaar komt, onderzoekt PPO-NK of, hoe en wanneer de eigen cyclus meegaat.",
                "Since all money comes by calendar year from 2023, PPO-NK explores whether, how and when its own cycle follows.",
            ),
        ),
        FIN_01.sources[1],
    ],
    decide: calendar_year,
    ..REGIONAL
};

fn calendar_year(e: &mut Eval<'_>) -> Outcome {
    let change = day(FIRST_YEAR, 1, 1);
    e.made(
        say!("Begroting per kalenderjaar vanaf", "Budget by calendar year from"),
        How::Fixed,
        Val::Date(change),
        0,
    );
    if e.today().year() < FIRST_YEAR {
        e.would_change(say!("Slaat om op", "Tips on"), Val::Date(change));
        return e.person(say!("Dit is nog een onderzoek.", "This is still being explored."));
    }
    e.meets(say!("De overgang is gemaakt.", "The change has been made.")).with(Val::Date(change))
}
