//! A casus on an agenda: what the table may know before it talks about a child. A label and a question that people chose, a link to the
//! dossier for who may open it, and what the parents say. Never a name: where the dossier is known its names are refused, and paper, calendar and
//! projector show none of it (VERG-8, VERG-12, PRV-01).

use replica::document::{Document, Registers, Value, Writer};
use replica::id::SpaceId;
use rules::rule::{Answer, Context};
use rules::text::{Lang, Text, t};
use serde::{Deserialize, Serialize};

use super::command::ItemKind;
use super::view::{Item, View};
use super::words::CASUS;
use super::{layout, minutes};
use crate::ask::{Facts, ask};
use crate::field::{first, get, set_or_clear, text};
use crate::refused::Refused;
use crate::search::plain;
use crate::table::{named, table};

/// Why the words of a casus cannot be changed at the table.
pub const FROM_DOSSIER: Text = t(
    "Deze casus komt uit een dossier. Wijzig hem daar.",
    "This casus comes from a dossier. Change it there.",
);

named! {
    /// What the parents know and say about it (PRV-01).
    Parents {
        Niet => "weten-niet", "Ouders weten het nog niet", "Parents do not know yet";
        Weten => "weten", "Ouders weten het, maar zeiden nog niet ja", "Parents know, and did not say yes yet";
        Akkoord => "akkoord", "Ouders weten het en vinden het goed", "Parents know and agree";
        Nee => "niet-akkoord", "Ouders willen het niet", "Parents do not want it";
    }
}

/// A casus as it stands on an agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Casus {
    /// How the table calls it: "Casus A".
    pub label: String,
    pub question: String,
    /// Where it is written about; nothing when it was put on the agenda by hand.
    pub dossier: Option<SpaceId>,
    /// Nothing while nobody said.
    pub parents: Option<Parents>,
}

impl Casus {
    /// Only a link.
    pub fn of(dossier: SpaceId) -> Self {
        Self { dossier: Some(dossier), ..Self::default() }
    }

    /// The id of its item on any agenda: putting it on twice is refused.
    pub fn item_id(dossier: SpaceId) -> String {
        format!("casus-{dossier}")
    }

    /// What PRV-01 says, when the table is the one who receives.
    pub fn watch(&self, context: &Context<'_>) -> Option<Answer> {
        let mut facts = Facts::default();
        facts.yes_no("voorgesteld", true);
        if let Some(parents) = self.parents {
            facts.yes_no("weten", parents != Parents::Niet);
        }
        if matches!(self.parents, Some(Parents::Akkoord | Parents::Nee)) {
            facts.yes_no("toestemming", self.parents == Some(Parents::Akkoord));
        }
        ask("PRV-01", facts, context).map(|watch| watch.answer)
    }
}

impl View {
    /// Whether this kind of table talks about children.
    pub fn takes_casus(&self) -> bool {
        table(&self.table).is_some_and(|table| table.about_children)
    }

    /// "Casus C" where A and B are there already.
    pub fn next_label(&self, lang: Lang) -> String {
        let word = ItemKind::Casus.label().get(lang);
        let free = ('A'..='Z').map(|letter| format!("{word} {letter}"));
        let taken = |label: &String| {
            self.all_items().any(|item| item.casus.as_ref().is_some_and(|one| one.label == *label))
        };
        free.into_iter().find(|label| !taken(label)).unwrap_or_else(|| word.to_owned())
    }
}

impl Item {
    /// What it is called on the screens of who sits at the table; paper, calendar and projector use `minutes::title`.
    pub fn called(&self, lang: Lang) -> String {
        match &self.casus {
            Some(casus) if !casus.label.is_empty() => casus.label.clone(),
            Some(_) => CASUS.get(lang).to_owned(),
            None => minutes::title(self, lang),
        }
    }
}

/// What stands between the names of a person, in small letters without accents.
const BETWEEN: [&str; 34] = [
    "aan", "af", "al", "bij", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "een",
    "el", "en", "het", "ibn", "in", "la", "le", "los", "of", "op", "over", "te", "ten", "ter",
    "tot", "uit", "van", "ver", "von", "voor",
];

/// Whether a text has one of the words of these names in it, whatever the case or the accents. What stands between
/// names, as in "van der", is no name. A word that begins with a name of four letters or more is that name: "Noortje", "noors".
pub fn reveals(text: &str, names: &[&str]) -> bool {
    let words = |text: &str| -> Vec<String> {
        let text = plain(text);
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let said = words(text);
    let all = names.iter().flat_map(|name| words(name));
    let mut all = all.filter(|name| name.chars().nth(1).is_some() && !BETWEEN.contains(&&**name));
    all.any(|name| {
        let long = name.chars().nth(3).is_some();
        let is = |word: &String| *word == name || word.strip_suffix('s') == Some(&name);
        said.iter().any(|word| is(word) || (long && word.starts_with(&name)))
    })
}

/// Whether this item is a casus in the document as it is.
pub(super) fn is_one(document: &Document, id: &str) -> bool {
    let kind = document.register(&layout::item(id), layout::KIND);
    layout::dossier(document, id).is_some()
        || first(&kind).and_then(Value::text) == Some(ItemKind::Casus.slug())
}

pub(super) fn read(registers: &Registers) -> Casus {
    Casus {
        label: text(registers, layout::LABEL),
        question: text(registers, layout::QUESTION),
        dossier: get(registers, layout::DOSSIER)
            .and_then(Value::text)
            .and_then(|id| id.parse().ok()),
        parents: Parents::from_slug(&text(registers, layout::PARENTS)),
    }
}

/// Writes what is there; what is not there is left as it is.
pub(super) fn write(to: &mut Writer<'_>, id: &str, casus: &Casus) -> Result<(), Refused> {
    let place = layout::item(id);
    if let Some(dossier) = casus.dossier {
        set_or_clear(to, &place, layout::DOSSIER, Some(dossier.to_string()))?;
    }
    for (name, words) in [(layout::LABEL, &casus.label), (layout::QUESTION, &casus.question)] {
        if !words.trim().is_empty() {
            set_or_clear(to, &place, name, Some(words.trim()))?;
        }
    }
    match casus.parents {
        Some(parents) => set_or_clear(to, &place, layout::PARENTS, Some(parents.slug())),
        None => Ok(()),
    }
}

/// Only a casus has these words; those of a dossier are checked there, where the names are known.
pub(super) fn must_be_by_hand(document: &Document, id: &str) -> Result<(), Refused> {
    let no = |text| Err(Refused::NotPossible(text));
    if !is_one(document, id) {
        no(t("Dit punt is geen casus.", "This item is no casus."))
    } else if layout::dossier(document, id).is_some() {
        no(FROM_DOSSIER)
    } else {
        Ok(())
    }
}
