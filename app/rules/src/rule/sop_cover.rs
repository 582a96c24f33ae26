//! SOP-08 and SOP-09: what all schools offer together, with its gaps, and laid side by side for parents.

use super::sources::{CHECKED_SCHOOL, REGIONAL, ppo_nk};
use super::{About, Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const OFFER: Rule = Rule { topic: Topic::Offer, checked: CHECKED_SCHOOL, ..REGIONAL };
/// The section stands in chapter 12 under the printed number 10.2.3.
const PLACE: &str = "§12.2.3 (gedrukt als 10.2.3)";

pub(super) const SOP_08: Rule = Rule {
    id: "SOP-08",
    title: t(
        "Alle aanbod opgeteld laat zien wat een gebied kan en waar een gat zit",
        "All offers added up show what an area can do and where a gap is",
    ),
    kind: Kind::Reken,
    sources: &[
        ppo_nk(
            PLACE,
            t(
                "Bij elkaar geven de profielen een beeld van wat een werkgebied en het hele samenwerkingsverband aankunnen.",
                "Together the profiles show what a werkgebied and the whole samenwerkingsverband can do.",
            ),
        ),
        ppo_nk(
            "§11.3.2",
            t(
                "Het doel is dat geen kind tussen wal en schip valt.",
                "The aim is that no child falls between two stools.",
            ),
        ),
    ],
    fields: &[Field::counts(
        "scholen",
        t("Scholen met aanbod, voor elke behoefte", "Schools with an offer, for each need"),
        t("scholen", "schools"),
    )],
    decide: gaps,
    ..OFFER
};

fn gaps(e: &mut Eval<'_>) -> Outcome {
    let Some(schools) = e.counts(0) else { return e.unknown() };
    if schools.is_empty() || schools.iter().any(|count| *count < 0) {
        return e.impossible(say!(
            "Vul voor elke behoefte nul of meer in.",
            "Fill in zero or more for every need."
        ));
    }
    let mut gaps = 0;
    for (nth, _) in (1_u32..).zip(schools).filter(|(_, count)| **count == 0) {
        gaps += 1;
        let text = say!("Scholen met aanbod voor behoefte", "Schools with an offer for need");
        e.made_about(text, About::Nth(nth), How::Fixed, Val::Count(0), 0);
    }
    let value = Val::Count(gaps);
    e.made(say!("Behoeften zonder aanbod", "Needs without an offer"), How::Sum, value, 0);
    if gaps == 0 {
        return e
            .meets(say!("Voor elke behoefte is er aanbod.", "There is an offer for every need."))
            .with(value);
    }
    e.meets(say!(
        "Er zijn behoeften zonder aanbod: bespreek welke school hierin kan groeien.",
        "There are needs without an offer: discuss which school can grow in this."
    ))
    .with(value)
    .and_signal()
}

pub(super) const SOP_09: Rule = Rule {
    id: "SOP-09",
    title: t(
        "Ouders kunnen het aanbod van scholen makkelijk naast elkaar leggen",
        "Parents can easily lay the offers of schools side by side",
    ),
    kind: Kind::Feit,
    sources: &[ppo_nk(
        "§11.3.2",
        t(
            "Door de gezamenlijke vorm zien ouders snel waarin scholen verschillen. Wij tonen daarom overal dezelfde onderdelen in dezelfde volgorde, zonder rangorde.",
            "The shared form lets parents see quickly how schools differ. So we show the same parts in the same order everywhere, without ranking.",
        ),
    )],
    ..OFFER
};
