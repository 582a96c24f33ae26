//! KWA-12: participation in SO and SBO beside the country's.

use rust_decimal::Decimal;

use super::sources::{REGIONAL, ppo_nk};
use super::{Eval, Field, How, Kind, Layer, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

pub(super) const KWA_12: Rule = Rule {
    id: "KWA-12",
    topic: Topic::Quality,
    title: t(
        "Deelname aan SO en SBO naast het landelijk gemiddelde",
        "Participation in SO and SBO beside the national average",
    ),
    layer: Layer::Streven,
    kind: Kind::Reken,
    sources: &[ppo_nk(
        "§3.2",
        t(
            "Naar het SO gaat 2,11% van de leerlingen, landelijk 1,8%; naar het SBO 2,05%, landelijk 2,5%.",
            "2.11% of pupils go to SO, nationally 1.8%; 2.05% to SBO, nationally 2.5%.",
        ),
    )],
    fields: &[
        Field::rate("so", t("Deelname SO in de regio", "Participation in SO, region")),
        Field::rate("so_landelijk", t("Deelname SO landelijk", "Participation in SO, national")),
        Field::rate("sbo", t("Deelname SBO in de regio", "Participation in SBO, region")),
        Field::rate("sbo_landelijk", t("Deelname SBO landelijk", "Participation in SBO, national")),
    ],
    decide,
    ..REGIONAL
};

/// There is no norm: the difference is a figure to talk about.
fn decide(e: &mut Eval<'_>) -> Outcome {
    let so = difference(e, 0, say!("Verschil SO", "Difference SO"));
    let sbo = difference(e, 2, say!("Verschil SBO", "Difference SBO"));
    let (Some(so), Some(sbo)) = (so, sbo) else { return e.unknown() };
    let list = e.list([Val::Rate(so), Val::Rate(sbo)]);
    if so > Decimal::ZERO || sbo > Decimal::ZERO {
        e.meets(say!(
            "De deelname ligt voor minstens één soort boven het landelijk gemiddelde.",
            "Participation is above the national average for at least one kind."
        ))
        .with(list)
        .and_signal()
    } else {
        e.meets(say!(
            "De deelname ligt niet boven het landelijk gemiddelde.",
            "Participation is not above the national average."
        ))
        .with(list)
    }
}

fn difference(e: &mut Eval<'_>, at: u8, text: &'static crate::text::Text) -> Option<Decimal> {
    let (own, national) = (e.rate(at), e.rate(at + 1));
    let difference = own?.checked_sub(national?)?;
    e.made(text, How::Difference, Val::Rate(difference), 2);
    if let Some(national) = national {
        e.would_change(
            say!("Gelijk aan landelijk bij", "Equal to national at"),
            Val::Rate(national),
        );
    }
    Some(difference)
}
