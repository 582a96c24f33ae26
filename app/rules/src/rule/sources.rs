//! What the rules of one plan have in common, and the names of the documents.

use chrono::NaiveDate;

use super::{Citation, Eval, Kind, Layer, Outcome, Rule, Topic, Validity};
use crate::calendar::day;
use crate::text::{say, t};

/// The day the catalogue was compared with the plans and the texts of law.
pub(super) const CHECKED: NaiveDate = day(2026, 11, 22);

/// The day the rules about meetings were compared with the plans.
pub(super) const CHECKED_MEETINGS: NaiveDate = day(2026, 11, 26);

/// The day the rules about school, dossier and the voice of children were compared with the plans.
pub(super) const CHECKED_SCHOOL: NaiveDate = day(2026, 11, 26);

pub(super) const PPO_NK: &str = "Ondersteuningsplan PPO-NK 2022-2026";
pub(super) const PPO_NK_DRAFT: &str = "Ondersteuningsplan PPO-NK, 90%-versie";
pub(super) const MIDDEN_KENNEMERLAND: &str =
    "Ondersteuningsplan SWV VO Midden-Kennemerland 2021-2025, publieksversie";
pub(super) const WPO: &str = "Wet op het primair onderwijs, versie van 1 augustus 2026";
pub(super) const WPO_LINK: &str = "https://wetten.overheid.nl/BWBR0003420/2026-08-01";
pub(super) const FUNDING_DECREE: &str = "Besluit bekostiging WPO 2022, versie van 12 juni 2026";
pub(super) const DUO_LINK: &str = "https://www.duo.nl/zakelijk/primair-onderwijs/bekostiging-en-subsidies/bekostiging-samenwerkingsverbanden/bekostiging-teldatum-1-februari.jsp";
pub(super) const SIGNAL: &str = "Infinite, signaleringswaarde mogelijk bovenmatige reserves";
pub(super) const SIGNAL_LINK: &str =
    "https://infinitebv.nl/signaleringswaarde-mogelijk-bovenmatige-reserves/";

/// School years 2022-2023 up to and including 2025-2026.
pub(super) const PLAN_PPO_NK: Validity =
    Validity { from: Some(day(2022, 8, 1)), until: Some(day(2026, 7, 31)) };
/// School years 2021-2022 up to and including 2024-2025.
pub(super) const PLAN_MIDDEN_KENNEMERLAND: Validity =
    Validity { from: Some(day(2021, 8, 1)), until: Some(day(2025, 7, 31)) };

/// The present funding.
pub(super) const SINCE_2023: Validity = Validity { from: Some(day(2023, 1, 1)), until: None };
/// Since the school guide holds what a school offers and a pupil is heard about the plan.
pub(super) const SINCE_AUGUST_2025: Validity =
    Validity { from: Some(day(2025, 8, 1)), until: None };
/// The funding before it.
pub(super) const UNTIL_2023: Validity =
    Validity { from: Some(day(2014, 8, 1)), until: Some(day(2022, 12, 31)) };

/// An agreement of PPO-NK for its plan period; a rule fills in the rest.
pub(super) const REGIONAL: Rule = Rule {
    id: "",
    topic: Topic::Finance,
    title: t("", ""),
    layer: Layer::Regio,
    kind: Kind::Lijst,
    sources: &[],
    valid: PLAN_PPO_NK,
    checked: CHECKED,
    regions: &["ppo-nk"],
    parameters: &[],
    fields: &[],
    about_a_child: false,
    decide: holds,
};

/// The same about what one child gets.
pub(super) const CHILD: Rule = Rule { about_a_child: true, checked: CHECKED_SCHOOL, ..REGIONAL };

/// A rule of the country.
pub(super) const NATIONAL: Rule =
    Rule { layer: Layer::Wet, valid: Validity::ALWAYS, regions: &[], ..REGIONAL };

/// An agreement of SWV VO Midden-Kennemerland for its plan period.
pub(super) const SECONDARY: Rule =
    Rule { valid: PLAN_MIDDEN_KENNEMERLAND, regions: &["vo-midden-kennemerland"], ..REGIONAL };

/// A fact of the plan: within its region and period it simply holds.
fn holds(e: &mut Eval<'_>) -> Outcome {
    e.meets(say!("Zo staat het in het plan.", "This is what the plan says."))
}

/// A passage of the PPO-NK plan.
pub(super) const fn ppo_nk(place: &'static str, says: crate::text::Text) -> Citation {
    Citation { document: PPO_NK, place, link: None, says }
}

/// A passage of the Midden-Kennemerland plan.
pub(super) const fn secondary(place: &'static str, says: crate::text::Text) -> Citation {
    Citation { document: MIDDEN_KENNEMERLAND, place, link: None, says }
}

/// A passage of the law on primary education.
pub(super) const fn wpo(place: &'static str, says: crate::text::Text) -> Citation {
    Citation { document: WPO, place, link: Some(WPO_LINK), says }
}

/// What stands beside a rule of which the law itself did not lie on the table at the last check.
pub(super) const NOT_READ_AGAIN: Citation = Citation {
    document: "Controle van deze regel",
    place: "26 november 2026",
    link: None,
    says: t(
        "De wettekst zelf is bij deze controle niet opnieuw gelezen; wij volgen onze eerdere lezing van de genoemde versie.",
        "The text of the law itself was not read again at this check; we follow our earlier reading of the version named.",
    ),
};
