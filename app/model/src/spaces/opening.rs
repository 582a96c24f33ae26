//! Opens everything that is on the device. Spaces of the version that did not seal are taken over; what cannot be taken
//! over stays as it is and is told.

use std::cell::RefCell;
use std::collections::BTreeMap;

use replica::carry::Carried;
use replica::gather::Gather;
use replica::id::{PartId, SpaceId};
use replica::keys::CryptoRng;
use replica::member::{PersonId, SideId};
use replica::space::{self, Founding, Report, Space, TakeOverError};
use replica::store::{Ahead, PAGE, Store, StoreError, Table, all};
use std::rc::Rc;

use super::files::Files;
use super::{CHOSEN, Found, Me, OpenSpace, Spaces, bytes, join, kit, since};
use crate::about::{self, About, Kind};

/// What is read at once for opening. Most rows of a long log lie below a snapshot and are passed over.
const AHEAD: [(Table, usize); 4] = [
    (Table::Meta, usize::MAX),
    (Table::Quarantine, usize::MAX),
    (Table::Snapshot, PAGE),
    (Table::Log, 4 * PAGE),
];

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Opens what is on the device: every space, and of each only the document that says what it is. The others are read when
    /// somebody asks for one, or by [`Spaces::read_next`]. `title` names a space of an earlier version, which had no title.
    ///
    /// # Errors
    /// Those of the store. A store that cannot be read is never an empty device.
    pub async fn open(
        store: S,
        me: Me,
        mut rng: R,
        title: &str,
        now: u64,
    ) -> Result<(Self, Found), StoreError> {
        let mut found = Found::default();
        let mut origins = BTreeMap::new();
        let ahead = Ahead::read(&store, &AHEAD).await?;
        for old in space::unsealed(&ahead).await? {
            let id = SpaceId::from_bytes(bytes(&mut rng));
            let founding = Founding {
                space: id,
                person: PersonId::from_bytes(bytes(&mut rng)),
                side: SideId::from_bytes(bytes(&mut rng)),
                name: &me.name,
                parts: &[],
                at: now,
            };
            let taken =
                space::take_over(&ahead, old, &founding, &me.keys, me.peer, &[], &mut rng).await;
            match taken {
                Ok(()) => drop(origins.insert(id, old)),
                Err(TakeOverError::Store(error)) => return Err(error),
                Err(error) => found.unopened.push((old, error)),
            }
        }
        let mut entered = Vec::new();
        for id in space::spaces(&ahead).await? {
            entered.extend(space::enter(&ahead, id, me.keys.clone(), me.peer).await?);
        }
        let spaces = Self {
            chosen: RefCell::new(chosen(&ahead).await?),
            carried: RefCell::new(Carried::open(&ahead).await?),
            inviting: RefCell::new(join::inviting(&ahead).await?),
            joining: RefCell::new(join::joining(&ahead).await?),
            kits: RefCell::new(kit::known(&ahead).await?),
            unkept: RefCell::default(),
            files: RefCell::new(Files::open(&ahead).await?),
            waits: RefCell::new(since::kept(&ahead).await?),
            store,
            me,
            rng: RefCell::new(rng),
            open: RefCell::default(),
            outbox: RefCell::default(),
        };
        for (space, report) in entered {
            let open = spaces.take_in(space, report)?;
            if let Some(since) = spaces.waits.borrow().get(&open.id()) {
                open.remember(since);
            }
            let from = origins.get(&open.id()).copied();
            let silent = open.about_document(|about| about.is_silent());
            let own = !open.is_shared() && open.about().kind == Kind::Begroting;
            // Earlier versions knew no other kind.
            if silent && (from.is_some() || own) {
                spaces.say_what_it_is(&open, title, from, now);
            }
        }
        found.report = spaces.report();
        spaces.count_files();
        Ok((spaces, found))
    }

    /// Puts a space among the open ones. Its documents are read later; `report` is of what was found without them.
    pub(super) fn take_in(
        &self,
        space: Space,
        mut report: Report,
    ) -> Result<Rc<OpenSpace>, StoreError> {
        let mut unread = space.parts();
        let about = if unread.remove(&about::part()) {
            space.read(about::part(), &mut report)
        } else {
            None
        };
        let about = match about {
            Some(document) => About::open(document),
            None => {
                About::new(space.session()).map_err(|error| StoreError::Other(error.to_string()))?
            }
        };
        let open = Rc::new(OpenSpace::new(space, about, unread, false));
        open.note(report);
        self.open.borrow_mut().insert(open.id(), open.clone());
        Ok(open)
    }

    /// Reads one more document that nobody asked for yet, of the parts in `first` before others; false when there is none. Afterwards [`sweep_files`](Self::sweep_files)
    /// may look for what no document needs, and [`report`](Self::report) is of everything.
    pub fn read_next(&self, first: &[PartId]) -> bool {
        let all = self.with_erased();
        let soon = all.iter().find_map(|open| Some((open.first_unread(first)?, open)));
        let unread = soon.or_else(|| all.iter().find_map(|open| Some((open.next_unread()?, open))));
        unread.map(|(part, open)| open.fetch(part)).is_some()
    }

    /// What was found until now: of every space, and of the documents that were read.
    pub fn report(&self) -> Report {
        let mut all = Report::default();
        self.with_erased().iter().for_each(|open| all.add(open.report()));
        all
    }

    /// A space of an earlier version says from now on what it is; when that does not succeed, the next start says it.
    fn say_what_it_is(&self, open: &OpenSpace, title: &str, from: Option<SpaceId>, now: u64) {
        let said = open.about_document(|about| about.found(&Kind::Begroting, title, from));
        if let Ok(Some(update)) = said {
            self.record(open, about::part(), update, now);
        }
    }
}

async fn chosen<S: Store>(store: &S) -> Result<BTreeMap<String, SpaceId>, StoreError> {
    let rows = all(store, Table::Meta, CHOSEN).await?;
    let read = rows.iter().filter_map(|row| {
        let id: [u8; 16] = row.value.as_slice().try_into().ok()?;
        Some((row.key.strip_prefix(CHOSEN)?.to_owned(), SpaceId::from_bytes(id)))
    });
    Ok(read.gather())
}
