//! The fields of an offer in the words of the screen, for a choice between two values.

use rules::text::{Lang, Text, t};

use super::command::{Command, Field};
use super::layout;
use super::need::{Need, Offer};
use super::view::View;
use crate::field::{Choice, Contested};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it. A name that this version does not know stays as it is written.
    fn name(&self, _: &View, lang: Lang) -> String {
        match self {
            Self::Itself(name) => {
                known(name).map_or_else(|| name.clone(), |text| text.get(lang).to_owned())
            }
            Self::Need { need, .. } => Need::from_slug(need)
                .map_or_else(|| need.clone(), |need| need.label().get(lang).to_owned()),
        }
    }

    fn value(&self, choice: &Choice, _: &View, lang: Lang) -> String {
        let offer = match self {
            Field::Need { .. } => choice.value.text().and_then(Offer::from_slug),
            Field::Itself(_) => None,
        };
        offer.map_or_else(|| plain(&choice.value, lang), |offer| offer.label().get(lang).to_owned())
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
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
