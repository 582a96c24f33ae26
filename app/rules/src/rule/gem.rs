//! GEM-01: who sits in the OOGO, the talks with the municipalities that aim at agreement.

use super::sources::{CHECKED_MEETINGS, REGIONAL, ppo_nk};
use super::{Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

pub(super) const GEM_01: Rule = Rule {
    id: "GEM-01",
    topic: Topic::Municipality,
    checked: CHECKED_MEETINGS,
    title: t(
        "In het OOGO zitten de bestuurders van PO en VO en de wethouders van alle gemeenten",
        "In the OOGO sit the directors for PO and VO and the wethouders of all municipalities",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§8",
        t(
            "De bestuurders van de samenwerkingsverbanden PO en VO en de wethouders van de aangesloten gemeenten besluiten hier samen; het plan noemt zes gemeenten.",
            "The directors of the samenwerkingsverbanden PO and VO and the wethouders of the municipalities decide together here; the plan names six municipalities.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "po",
            t("Bestuurder van het SWV PO aan tafel", "Director of the SWV PO at the table"),
        ),
        Field::yes_no(
            "vo",
            t("Bestuurder van het SWV VO aan tafel", "Director of the SWV VO at the table"),
        ),
        Field::count(
            "gemeenten",
            t("Aangesloten gemeenten", "Municipalities that take part"),
            t("gemeenten", "municipalities"),
        ),
        Field::count(
            "vertegenwoordigd",
            t(
                "Gemeenten met een wethouder aan tafel",
                "Municipalities with a wethouder at the table",
            ),
            t("gemeenten", "municipalities"),
        ),
    ],
    decide,
    ..REGIONAL
};

fn decide(e: &mut Eval<'_>) -> Outcome {
    let directors = e.checklist(2);
    let (all, there) = (e.count(2), e.count(3));
    e.finding(
        "X2",
        say!(
            "Het plan spreekt elders van vier en van vijf gemeenten; hier staan er zes.",
            "Elsewhere the plan speaks of four and of five municipalities; here there are six."
        ),
    );
    let absent = match (all, there) {
        (Some(all), Some(there)) if there < 0 || there > all => {
            return e.impossible(say!(
                "Er kunnen niet meer gemeenten aan tafel zitten dan er meedoen.",
                "There cannot be more municipalities at the table than take part."
            ));
        }
        (Some(all), Some(there)) => Some(all - there),
        _ => None,
    };
    if let (Some(absent), Some(all)) = (absent, all) {
        let text = say!("Gemeenten zonder wethouder", "Municipalities without a wethouder");
        e.made(text, How::Difference, Val::Count(absent), 0);
        if absent > 0 {
            let text =
                say!("Gemeenten waarbij het volledig is", "Municipalities at which it is complete");
            e.would_change(text, Val::Count(all));
        }
    }
    if directors.no > 0 || absent.is_some_and(|absent| absent > 0) {
        return e.fails(say!(
            "De tafel is niet volledig; wie ontbreekt staat erbij.",
            "The table is not complete; who is missing is shown."
        ));
    }
    if directors.missing > 0 || absent.is_none() {
        return e.unknown();
    }
    e.meets(say!("De tafel is volledig.", "The table is complete."))
}
