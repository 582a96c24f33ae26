//! Reads the schools of a device again and again, and of each document only what is counted, once: a document that did not
//! change since is not read a second time. So a hundred schools stand on the screen at once.

use std::collections::BTreeMap;

use replica::document::{Document, Version};
use replica::id::{PartId, SpaceId};

use super::School;
use crate::spaces::OpenSpace;
use crate::{aanbod, school};

/// How many years back the name of a school is looked for.
const BACK: i32 = 4;

/// One school on this device, for who looks at several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Here {
    pub space: SpaceId,
    /// What it says in the year that was asked for.
    pub says: School,
    /// Whether its offer for that year is here.
    pub offered: bool,
    /// How many next steps of that year are open, and the first of them, when they were asked for.
    pub to_do: Option<(usize, String)>,
}

/// What a document came down to, and how much of it there was.
#[derive(Debug)]
struct Read {
    version: Version,
    says: Option<School>,
    to_do: Option<(usize, String)>,
}

/// See the module's header.
#[derive(Debug, Default)]
pub struct Reader {
    read: BTreeMap<(SpaceId, PartId), Read>,
}

impl Reader {
    /// A school, as far as something was begun in this year or in the three before it. Where it says what it offers, its
    /// checklists are not read.
    pub fn school(&mut self, open: &OpenSpace, year: i32) -> Option<Here> {
        let offer = self.part(open, aanbod::part(year), |name, offer| Read {
            version: offer.version(),
            says: School::of(name, Some(offer), None),
            to_do: None,
        });
        let offer = offer.and_then(|read| read.says.clone());
        let offered = offer.is_some();
        let says =
            offer.or_else(|| (0..BACK).find_map(|back| self.list(open, year - back)?.says.clone()));
        Some(Here { space: open.id(), says: says?, offered, to_do: None })
    }

    /// The same, and what it still has to do in that year.
    pub fn with_steps(&mut self, open: &OpenSpace, year: i32) -> Option<Here> {
        let school = self.school(open, year)?;
        let to_do = self.list(open, year).and_then(|list| list.to_do.clone());
        Some(Here { to_do, ..school })
    }

    fn list(&mut self, open: &OpenSpace, year: i32) -> Option<&Read> {
        self.part(open, school::part(year), |name, list| Read {
            version: list.version(),
            says: School::of(name, None, Some(list)),
            to_do: school::to_do(list),
        })
    }

    /// What a document comes down to, read only when it is another one than before.
    fn part(
        &mut self,
        open: &OpenSpace,
        part: PartId,
        read: impl FnOnce(&str, &Document) -> Read,
    ) -> Option<&Read> {
        let key = (open.id(), part);
        let known = self.read.get(&key);
        let fresh = open.look_into(part, |document| {
            let same = known.is_some_and(|known| known.version == document.version());
            (!same).then(|| read(&key.0.to_string(), document))
        });
        match fresh {
            None => drop(self.read.remove(&key)),
            Some(Some(fresh)) => drop(self.read.insert(key, fresh)),
            Some(None) => {}
        }
        self.read.get(&key)
    }
}
