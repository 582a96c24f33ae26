//! What a space is: its kind, its title, and which copies came into it. A document of its own in every space, so that
//! who is invited sees the same.

use replica::document::{Document, DocumentError, Imported, Place, Session, Value};
use replica::id::{PartId, SpaceId};
use rules::text::{Text, t};

use crate::budget;
use crate::refused::Refused;

const FIELDS: &str = "over";
const KIND: &str = "kind";
const TITLE: &str = "title";
const FROM: &str = "from";
const SCHEMA_FIELD: &str = "schema";

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// The longest title, in characters.
pub const LONGEST: usize = 80;

/// The part of every space that says what it is.
pub fn part() -> PartId {
    PartId::named("over")
}

/// What a space is for. Each kind has its own rooms on the screen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Begroting,
    Werkgebied,
    School,
    Dossier,
    Leerlingenraad,
    /// Of a later version, or never said.
    Other(String),
}

impl Kind {
    /// The word in the document.
    pub fn word(&self) -> &str {
        match self {
            Self::Begroting => "begroting",
            Self::Werkgebied => "werkgebied",
            Self::School => "school",
            Self::Dossier => "dossier",
            Self::Leerlingenraad => "leerlingenraad",
            Self::Other(word) => word,
        }
    }

    /// Reads the word.
    pub fn of(word: &str) -> Self {
        let known =
            [Self::Begroting, Self::Werkgebied, Self::School, Self::Dossier, Self::Leerlingenraad];
        let same = |kind: &Self| kind.word() == word;
        known.into_iter().find(same).unwrap_or_else(|| Self::Other(word.to_owned()))
    }

    /// Its name on the screen.
    pub const fn name(&self) -> Text {
        match self {
            Self::Begroting => t("Begroting", "Budget"),
            Self::Werkgebied => t("Werkgebied", "Werkgebied"),
            Self::School => t("School", "School"),
            Self::Dossier => t("Dossier", "Dossier"),
            Self::Leerlingenraad => t("Leerlingenraad", "Leerlingenraad"),
            Self::Other(_) => t("Ruimte", "Space"),
        }
    }
}

/// The document, with what it says.
#[derive(Debug)]
pub struct About {
    document: Document,
}

/// What there is to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub kind: Kind,
    /// Empty when nobody gave one.
    pub title: String,
}

impl About {
    /// A document in which nothing was said.
    ///
    /// # Errors
    /// Those of the document.
    pub fn new(session: Session) -> Result<Self, DocumentError> {
        Document::new(session).map(Self::open)
    }

    /// The document that was found.
    pub fn open(document: Document) -> Self {
        Self { document }
    }

    /// The document below.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Says what the space is. `from` is the space of a copy that it was made of.
    ///
    /// # Errors
    /// No title, one that is too long, or the document.
    pub fn found(
        &mut self,
        kind: &Kind,
        title: &str,
        from: Option<SpaceId>,
    ) -> Result<Option<Vec<u8>>, Refused> {
        let title = judge(title)?;
        let place = Place::root(FIELDS);
        let edit = self.document.edit(|to| {
            to.set(&place, KIND, kind.word().to_owned())?;
            to.set(&place, TITLE, title)?;
            if let Some(from) = from {
                to.set(&place, FROM, from.to_string())?;
            }
            to.set_for_good(&place, SCHEMA_FIELD, SCHEMA)?;
            Ok::<_, Refused>(())
        })?;
        Ok(edit.update)
    }

    /// Gives the space another title.
    ///
    /// # Errors
    /// As [`found`](Self::found); or a later version wrote this document.
    pub fn rename(&mut self, title: &str) -> Result<Option<Vec<u8>>, Refused> {
        if self.is_newer() {
            return Err(Refused::Newer);
        }
        let title = judge(title)?;
        let edit = self.document.edit(|to| {
            to.set(&Place::root(FIELDS), TITLE, title)?;
            Ok::<_, Refused>(())
        })?;
        Ok(edit.update)
    }

    /// What there is to see. A space that never said what it is, is what it holds.
    pub fn view(&self, holds: &dyn Fn(PartId) -> bool) -> View {
        let kind = match self.text(KIND) {
            Some(word) => Kind::of(&word),
            None if holds(budget::part()) => Kind::Begroting,
            None => Kind::Other(String::new()),
        };
        View { kind, title: self.text(TITLE).unwrap_or_default() }
    }

    /// The space that this one was made of a copy of.
    pub fn from(&self) -> Option<SpaceId> {
        from(&self.document)
    }

    /// Whether nothing was said yet.
    pub fn is_silent(&self) -> bool {
        self.text(KIND).is_none()
    }

    /// Whether a later version wrote it.
    pub fn is_newer(&self) -> bool {
        let schema = self.document.register(&Place::root(FIELDS), SCHEMA_FIELD);
        schema.iter().any(|entry| matches!(entry.value, Value::Int(number) if number > SCHEMA))
    }

    /// Takes in changes from elsewhere.
    ///
    /// # Errors
    /// Damage; nothing was applied.
    pub fn import(&mut self, changes: &[u8]) -> Result<Imported, DocumentError> {
        self.document.import(changes)
    }

    fn text(&self, field: &str) -> Option<String> {
        text(&self.document, field)
    }
}

/// The space that the one with this document was made of a copy of.
pub fn from(document: &Document) -> Option<SpaceId> {
    text(document, FROM)?.parse().ok()
}

fn text(document: &Document, field: &str) -> Option<String> {
    let entries = document.register(&Place::root(FIELDS), field);
    entries.into_iter().find_map(|entry| match entry.value {
        Value::Text(text) => Some(text),
        _ => None,
    })
}

fn judge(title: &str) -> Result<String, Refused> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match title.chars().count() {
        0 => Err(Refused::NoName),
        1..=LONGEST => Ok(title),
        _ => Err(Refused::NotPossible(t(
            "Een titel is hoogstens 80 tekens lang.",
            "A title has at most 80 characters.",
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use replica::id::DeviceId;

    fn about(peer: u64) -> About {
        About::new(Session { peer, device: DeviceId::from_bytes([peer as u8; 16]) }).unwrap()
    }

    #[test]
    fn who_is_invited_sees_the_same_kind_and_title() {
        let (mut anna, mut bram) = (about(1), about(2));
        let update = anna.found(&Kind::Werkgebied, "  Den  Helder Noord ", None).unwrap().unwrap();
        bram.import(&update).unwrap();
        let seen = View { kind: Kind::Werkgebied, title: "Den Helder Noord".into() };
        assert_eq!(bram.view(&|_| false), seen);
        bram.import(&anna.rename("Den Helder").unwrap().unwrap()).unwrap();
        assert_eq!(bram.view(&|_| false).title, "Den Helder");
    }

    #[test]
    fn a_title_has_one_to_eighty_characters() {
        let mut about = about(1);
        let mut try_title = |length: usize| about.found(&Kind::School, &"é".repeat(length), None);
        assert_eq!(try_title(0), Err(Refused::NoName));
        assert!(try_title(1).is_ok() && try_title(80).is_ok());
        assert!(matches!(try_title(81), Err(Refused::NotPossible(_))));
    }

    #[test]
    fn a_space_that_never_said_what_it_is_is_what_it_holds() {
        let about = about(1);
        assert!(about.is_silent());
        let holds_a_budget = |part| part == budget::part();
        assert_eq!(about.view(&holds_a_budget).kind, Kind::Begroting);
        assert_eq!(about.view(&|_| false).kind, Kind::Other(String::new()));
    }

    #[test]
    fn it_knows_the_space_of_the_copy_that_it_was_made_of() {
        let (mut about, from) = (about(1), SpaceId::from_bytes([7; 16]));
        about.found(&Kind::Begroting, "Begroting", Some(from)).unwrap();
        assert_eq!(about.from(), Some(from));
    }
}
