//! FIN-01 to FIN-04: the yearly cycle of budget and reports.

use super::sources::{REGIONAL, ppo_nk};
use super::{About, Citation, Eval, Field, How, Kind, Outcome, Rule, Val};
use crate::calendar::{FIRST_YEAR, SchoolYear, day};
use crate::text::{say, t};

pub(super) const CYCLE: &str = "§10.1";

pub(super) const FIN_01: Rule = Rule {
    id: "FIN-01",
    title: t(
        "Een begroting voor het komende jaar en de drie jaren daarna",
        "A budget for the coming year and the three years after it",
    ),
    kind: Kind::Termijn,
    sources: &[
        ppo_nk(
            CYCLE,
            t(
                "Ieder jaar komt er een begroting voor het komende schooljaar en een meerjarenbegroting voor de drie schooljaren daarna.",
                "Every year there is a budget for the coming school year and a multi-year budget for the three school years after it.",
            ),
        ),
        Citation {
            document: "PPO-NK, bericht over de overgang naar kalenderjaren",
            place: "begroting 2023",
            link: Some("https://werkplaats.ppo-nk.nl/thoughts/11245"),
            says: t(
                "PPO-NK ging per 2023 over op kalenderjaren, met een losse begroting voor augustus tot en met december 2022.",
                "PPO-NK changed to calendar years in 2023, with a separate budget for August to December 2022.",
            ),
        },
    ],
    fields: &[
        Field::count(
            "eerste_jaar",
            t("Het jaar dat nu begroot wordt", "The year that is budgeted now"),
            t("jaar", "year"),
        ),
        Field::counts(
            "jaren",
            t("Jaren waarvoor een begroting ligt", "Years with a budget"),
            t("jaar", "year"),
        ),
    ],
    decide: four_years,
    ..REGIONAL
};

fn four_years(e: &mut Eval<'_>) -> Outcome {
    let (Some(first), Some(years)) = (e.count(0), e.counts(1)) else { return e.unknown() };
    let mut present = 0;
    for year in first..first.saturating_add(4) {
        if years.contains(&year) {
            present += 1;
        } else if let Ok(year) = i32::try_from(year) {
            let text = say!("Begroot ook het jaar", "Also budget the year");
            e.would_change_about(text, About::Year(year), Val::YesNo(true));
        }
    }
    if e.today() >= day(FIRST_YEAR, 1, 1) {
        e.not_applied(say!(
            "Schooljaren: sinds 2023 begroot PPO-NK per kalenderjaar.",
            "School years: since 2023 PPO-NK budgets by calendar year."
        ));
    }
    e.made(
        say!("Jaren met een begroting", "Years with a budget"),
        How::Sum,
        Val::Count(present),
        0,
    );
    let outcome = if present == 4 {
        e.meets(say!("Alle vier de jaren zijn begroot.", "All four years are budgeted."))
    } else {
        e.fails(say!("Niet alle vier de jaren zijn begroot.", "Not all four years are budgeted."))
    };
    outcome.with(Val::Count(present))
}

pub(super) const FIN_02: Rule = Rule {
    id: "FIN-02",
    title: t(
        "De begroting is besproken in Deelnemersraad, OPR en Raad van Toezicht",
        "The budget was discussed in Deelnemersraad, OPR and Raad van Toezicht",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        CYCLE,
        t(
            "Voordat de begroting wordt vastgesteld, bespreken de Deelnemersraad, de OPR en de Raad van Toezicht haar.",
            "Before the budget is adopted, the Deelnemersraad, the OPR and the Raad van Toezicht discuss it.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "deelnemersraad",
            t(
                "Besproken in de Deelnemersraad, vóór vaststelling",
                "Discussed in the Deelnemersraad, before adoption",
            ),
        ),
        Field::yes_no(
            "opr",
            t("Besproken in de OPR, vóór vaststelling", "Discussed in the OPR, before adoption"),
        ),
        Field::yes_no(
            "rvt",
            t(
                "Besproken in de Raad van Toezicht, vóór vaststelling",
                "Discussed in the Raad van Toezicht, before adoption",
            ),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("De begroting kan worden vastgesteld.", "The budget can be adopted."),
            say!(
                "De begroting kan nog niet worden vastgesteld.",
                "The budget cannot be adopted yet."
            ),
        )
    },
    ..REGIONAL
};

pub(super) const FIN_03: Rule = Rule {
    id: "FIN-03",
    title: t(
        "Elke begrotingspost hoort bij een activiteit in het jaarplan",
        "Every budget item belongs to an activity in the annual plan",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        CYCLE,
        t(
            "Wat er gebeurt en hoe dat betaald wordt, staat in het jaarplan.",
            "What happens and how it is paid stands in the annual plan.",
        ),
    )],
    fields: &[
        Field::count(
            "posten",
            t("Posten in de begroting", "Items in the budget"),
            t("posten", "items"),
        ),
        Field::count(
            "met_activiteit",
            t(
                "Posten met een activiteit in het jaarplan",
                "Items with an activity in the annual plan",
            ),
            t("posten", "items"),
        ),
    ],
    decide: activities,
    ..REGIONAL
};

fn activities(e: &mut Eval<'_>) -> Outcome {
    let (Some(items), Some(linked)) = (e.count(0), e.count(1)) else { return e.unknown() };
    if linked < 0 || linked > items {
        return e.impossible(say!(
            "Er kunnen niet meer posten met een activiteit zijn dan posten.",
            "There cannot be more items with an activity than items."
        ));
    }
    let without = items - linked;
    e.made(
        say!("Posten zonder activiteit", "Items without an activity"),
        How::Difference,
        Val::Count(without),
        2,
    );
    if without == 0 {
        return e
            .meets(say!("Elke post heeft een activiteit.", "Every item has an activity."))
            .with(Val::Count(0));
    }
    e.would_change(
        say!(
            "Posten met een activiteit waarbij het klopt",
            "Items with an activity at which it is right"
        ),
        Val::Count(items),
    );
    e.person(say!(
        "Er zijn posten zonder activiteit in het jaarplan: kijk of dat de bedoeling is.",
        "Some items have no activity in the annual plan: see whether that is meant."
    ))
    .with(Val::Count(without))
    .and_signal()
}

pub(super) const FIN_04: Rule = Rule {
    id: "FIN-04",
    title: t(
        "Drie trimesterrapportages per schooljaar, besproken en beoordeeld",
        "Three trimester reports per school year, discussed and assessed",
    ),
    kind: Kind::Termijn,
    sources: &[
        ppo_nk(
            CYCLE,
            t(
                "Trimesterrapportages gaan naar de Deelnemersraad om te bespreken en naar de Raad van Toezicht om te beoordelen.",
                "Trimester reports go to the Deelnemersraad for discussion and to the Raad van Toezicht for assessment.",
            ),
        ),
        ppo_nk(
            "§12.2.2",
            t("Elk trimester is er een rapportage.", "There is a report every trimester."),
        ),
    ],
    fields: &[
        Field::count(
            "schooljaar",
            t("Schooljaar dat begon in", "School year that began in"),
            t("jaar", "year"),
        ),
        Field::dates("rapportages", t("Dagen van de rapportages", "Days of the reports")),
        Field::count(
            "besproken",
            t("Besproken met de Deelnemersraad", "Discussed with the Deelnemersraad"),
            t("rapportages", "reports"),
        ),
        Field::count(
            "beoordeeld",
            t("Beoordeeld door de Raad van Toezicht", "Assessed by the Raad van Toezicht"),
            t("rapportages", "reports"),
        ),
    ],
    decide: trimesters,
    ..REGIONAL
};

const TRIMESTERS: i64 = 3;

fn trimesters(e: &mut Eval<'_>) -> Outcome {
    let (year, dates) = (e.count(0), e.dates(1));
    let (discussed, assessed) = (e.count(2), e.count(3));
    let year = year.and_then(|year| i32::try_from(year).ok()).map(SchoolYear);
    let (Some(year), Some(dates), Some(discussed), Some(assessed)) =
        (year, dates, discussed, assessed)
    else {
        return e.unknown();
    };
    let within = dates.iter().filter(|date| SchoolYear::of(**date) == year).count();
    let reports = i64::try_from(within).unwrap_or(i64::MAX);
    let complete = reports.min(discussed).min(assessed);
    e.made(
        say!("Rapportages die helemaal rond zijn", "Reports that are entirely done"),
        How::Smallest,
        Val::Count(complete),
        4,
    );
    if complete >= TRIMESTERS {
        return e
            .meets(say!(
                "Alle drie de rapportages zijn besproken en beoordeeld.",
                "All three reports are discussed and assessed."
            ))
            .with(Val::Count(complete));
    }
    e.would_change(say!("Nodig per schooljaar", "Needed per school year"), Val::Count(TRIMESTERS));
    if e.today() <= year.last_day() {
        e.would_change(
            say!("Het schooljaar loopt tot en met", "The school year runs until"),
            Val::Date(year.last_day()),
        );
        return e
            .not_applicable(say!("Het schooljaar loopt nog.", "The school year is still running."))
            .with(Val::Count(complete));
    }
    e.fails(say!("Niet alle drie de rapportages zijn rond.", "Not all three reports are done."))
        .with(Val::Count(complete))
}
