//! The fields of an offer in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::Field;
use super::layout;
use super::need::{Need, Offer};
use super::view::Conflict;
use crate::field::Choice;
use crate::words::plain;

impl Field {
    /// What a person calls it. A name that this version does not know stays as it is written.
    pub fn name(&self, lang: Lang) -> String {
        match self {
            Self::Itself(name) => {
                known(name).map_or_else(|| name.clone(), |text| text.get(lang).to_owned())
            }
            Self::Need { need, .. } => Need::from_slug(need)
                .map_or_else(|| need.clone(), |need| need.label().get(lang).to_owned()),
        }
    }
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::SCHOOL => t("School", "School"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::AREA => t("Werkgebied", "Werkgebied"),
        layout::HEARD => t("Leerlingen gehoord op", "Pupils heard on"),
        layout::ADOPTED => t("Schoolgids vastgesteld op", "School guide adopted on"),
        layout::PUBLISHED => t("Gepubliceerd op", "Published on"),
        _ => return None,
    })
}

impl Conflict {
    /// One of the values as a person reads it.
    pub fn value(&self, choice: &Choice, lang: Lang) -> String {
        let offer = match &self.field {
            Field::Need { .. } => choice.value.text().and_then(Offer::from_slug),
            Field::Itself(_) => None,
        };
        offer.map_or_else(|| plain(&choice.value, lang), |offer| offer.label().get(lang).to_owned())
    }
}
