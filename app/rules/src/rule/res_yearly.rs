//! RES-05 and RES-06: the grounds of the reserve and its yearly check.

use super::res::{PLAN_SOURCE, RESERVE};
use super::{Choice, Eval, Field, Kind, Outcome, Rule};
use crate::text::{say, t};

pub(super) const RES_05: Rule = Rule {
    id: "RES-05",
    title: t(
        "De reserve leunt op een risicoanalyse in cijfers en in woorden",
        "The reserve leans on a risk analysis in figures and in words",
    ),
    kind: Kind::Lijst,
    sources: &[PLAN_SOURCE],
    fields: &[
        Field::yes_no(
            "kwantitatief",
            t("Is er een analyse in cijfers?", "Is there an analysis in figures?"),
        ),
        Field::yes_no(
            "kwalitatief",
            t("Is er een analyse in woorden?", "Is there an analysis in words?"),
        ),
        Field::yes_no(
            "in_jaarverslag",
            t("Staan de risico's in het jaarverslag?", "Are the risks in the annual report?"),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("De onderbouwing is compleet.", "The grounds are complete."),
            say!("De onderbouwing is niet compleet.", "The grounds are not complete."),
        )
    },
    ..RESERVE
};

pub(super) const RES_06: Rule = Rule {
    id: "RES-06",
    title: t(
        "De reserve wordt ieder jaar getoetst, met maatregelen bij te weinig of te veel",
        "The reserve is checked every year, with measures when it is too low or too high",
    ),
    kind: Kind::Termijn,
    sources: &[PLAN_SOURCE],
    fields: &[
        Field::yes_no(
            "getoetst",
            t("Is de reserve dit jaar getoetst?", "Was the reserve checked this year?"),
        ),
        Field::choice(
            "stand",
            t("Wat kwam eruit?", "What came out?"),
            &[
                Choice { name: "te_weinig", label: t("Te weinig", "Too low") },
                Choice { name: "binnen", label: t("Binnen de grenzen", "Within the limits") },
                Choice { name: "te_veel", label: t("Te veel", "Too high") },
            ],
        ),
        Field::yes_no("maatregel", t("Is er een maatregel afgesproken?", "Is a measure agreed?")),
    ],
    decide: yearly_check,
    ..RESERVE
};

fn yearly_check(e: &mut Eval<'_>) -> Outcome {
    match e.yes_no(0) {
        None => return e.unknown(),
        Some(false) => {
            e.flip(0);
            return e.fails(say!(
                "De reserve is dit jaar niet getoetst.",
                "The reserve was not checked this year."
            ));
        }
        Some(true) => {}
    }
    match e.choice(1) {
        None => e.unknown(),
        Some(1) => {
            e.not_applied(say!(
                "Binnen de grenzen is geen maatregel nodig.",
                "Within the limits no measure is needed."
            ));
            e.meets(say!("Getoetst, en binnen de grenzen.", "Checked, and within the limits."))
        }
        Some(_) => measure(e),
    }
}

fn measure(e: &mut Eval<'_>) -> Outcome {
    match e.yes_no(2) {
        None => e.unknown(),
        Some(true) => e.meets(say!("Getoetst, met een maatregel.", "Checked, with a measure.")),
        Some(false) => {
            e.flip(2);
            e.fails(say!(
                "Er is nog geen maatregel: dit staat open.",
                "There is no measure yet: this is open."
            ))
        }
    }
}
