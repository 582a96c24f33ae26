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
    /// How many next steps of that year are open, and the first of them.
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
    /// A school, as far as something was begun in this year or in the three before it.
    pub fn school(&mut self, open: &OpenSpace, year: i32) -> Option<Here> {
        let id = open.id();
        let offer = self.part(open, aanbod::part(year), |name, offer| Read {
            version: offer.version(),
            says: School::of(name, Some(offer), None),
            to_do: None,
        });
        let offer = offer.and_then(|read| read.says.clone());
        let mut named = None;
        let mut to_do = None;
        for back in 0..BACK {
            // Once it is known what it is called, only this year is asked for its steps.
            if back > 0 && (offer.is_some() || named.is_some()) {
                break;
            }
            let list = self.part(open, school::part(year - back), |name, list| Read {
                version: list.version(),
                says: School::of(name, None, Some(list)),
                to_do: school::to_do(list),
            });
            let Some(list) = list else { continue };
            if back == 0 {
                to_do = list.to_do.clone();
            }
            named = named.or_else(|| list.says.clone());
        }
        let offered = offer.is_some();
        Some(Here { space: id, says: offer.or(named)?, offered, to_do })
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
