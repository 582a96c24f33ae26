//! NIV-08: money never stands in the way of a necessary intervention.

use super::sources::{REGIONAL, ppo_nk};
use super::{Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

pub(super) const NIV_08: Rule = Rule {
    id: "NIV-08",
    topic: Topic::Levels,
    title: t(
        "Geld is geen belemmering voor een noodzakelijke interventie",
        "Money never stands in the way of a necessary intervention",
    ),
    kind: Kind::Beslis,
    sources: &[
        ppo_nk(
            "§10.3.1",
            t(
                "Een deel van het geld is apart gezet voor fricties, met als uitgangspunt dat geld een noodzakelijke interventie niet tegenhoudt.",
                "Part of the money is set aside for frictions, on the principle that money does not hold back a necessary intervention.",
            ),
        ),
        ppo_nk("§11.4", t("We doen wat nodig is voor het kind.", "We do what the child needs.")),
    ],
    fields: &[
        Field::yes_no(
            "noodzakelijk",
            t("Is de interventie noodzakelijk?", "Is the intervention necessary?"),
        ),
        Field::money("budget", t("Wat er nog in het budget zit", "What is left in the budget")),
        Field::money("kosten", t("Wat de interventie kost", "What the intervention costs")),
    ],
    about_a_child: true,
    decide,
    ..REGIONAL
};

/// Never says *voldoet niet*: a full or an empty budget decides where the money comes from, not
/// whether the child gets it.
fn decide(e: &mut Eval<'_>) -> Outcome {
    match e.yes_no(0) {
        None => return e.unknown(),
        Some(false) => {
            e.flip(0);
            return e.not_applicable(say!(
                "Er is geen noodzakelijke interventie; deze regel zegt dan niets.",
                "There is no necessary intervention; then this rule says nothing."
            ));
        }
        Some(true) => {}
    }
    let (Some(budget), Some(costs)) = (e.money(1), e.money(2)) else {
        return e.person(say!(
            "Het is nodig, dus het gebeurt. Zoek samen waar het geld vandaan komt.",
            "It is needed, so it happens. Look together where the money comes from."
        ));
    };
    let left = Val::Money(budget - costs);
    e.made(say!("Wat er daarna over is", "What is left after it"), How::Difference, left, 2);
    e.would_change(say!("Budget waarbij het past", "Budget at which it fits"), Val::Money(costs));
    if budget >= costs {
        e.meets(say!("De dekking is gevonden.", "The money is found.")).with(left)
    } else {
        e.person(say!(
            "Het is nodig, dus het gebeurt. Zoek dekking: de reservering voor fricties of overleg.",
            "It is needed, so it happens. Find the money: the reservation for frictions, or talk."
        ))
        .with(left)
        .and_signal()
    }
}
