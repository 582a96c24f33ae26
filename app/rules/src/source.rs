//! Where a rule or a number comes from.

use serde::{Deserialize, Serialize};

use crate::text::{Lang, Text, in_lang, t};

/// The document of an amount that a person typed in. Kept in Dutch, told in the language of the screen.
pub const OWN: Text = t("Zelf ingevuld op dit apparaat", "Entered on this device");

/// A document and the place in it. `says` is our own wording of what stands there, never a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub document: String,
    /// Section, article or page.
    pub place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The same in English. Documents from before it was kept do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says_en: Option<String>,
}

impl Source {
    /// Our wording, with the language that it is in.
    pub fn says(&self, lang: Lang) -> Option<(&str, Lang)> {
        let nl = self.says.as_deref()?;
        Some(in_lang(nl, self.says_en.as_deref().unwrap_or_default(), lang))
    }

    /// The document, by its own name.
    pub fn title(&self, lang: Lang) -> &str {
        if self.document == OWN.nl { OWN.get(lang) } else { &self.document }
    }
}
