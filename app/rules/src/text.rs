//! A sentence in every language that the app is complete in. Leaving one out does not compile.

use serde::{Deserialize, Serialize};

/// The languages of the professionals' app. Dutch is normative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    #[default]
    Nl,
    En,
}

/// One text in both languages, fixed at build time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    pub nl: &'static str,
    pub en: &'static str,
}

impl Lang {
    /// The value of a `lang` attribute.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

impl Text {
    pub const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nl => self.nl,
            Lang::En => self.en,
        }
    }
}

/// Short form for tables of texts: `t("Leerlingen", "Pupils")`.
pub const fn t(nl: &'static str, en: &'static str) -> Text {
    Text::new(nl, en)
}

/// Writes the Dutch text down: records and receipts are in Dutch.
pub(crate) fn dutch<S: serde::Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text.nl)
}

/// One of two wordings with the language that it is in: Dutch where there is no English.
pub fn in_lang<'a>(nl: &'a str, en: &'a str, lang: Lang) -> (&'a str, Lang) {
    if lang == Lang::En && !en.is_empty() { (en, Lang::En) } else { (nl, Lang::Nl) }
}

/// A sentence with a fixed address, for records that hold only a pointer to it.
macro_rules! say {
    ($nl:expr, $en:expr $(,)?) => {
        const { &$crate::text::t($nl, $en) }
    };
}

pub(crate) use say;
