//! Opens everything that is on the device. Spaces of the version that did not seal are taken over; what cannot be taken
//! over stays as it is and is told.

use std::cell::RefCell;
use std::collections::BTreeMap;

use replica::carry::Carried;
use replica::id::SpaceId;
use replica::keys::CryptoRng;
use replica::member::{PersonId, SideId};
use replica::space::{self, Founding, Opened, Report, TakeOverError};
use replica::store::{Store, StoreError, Table, all};
use std::rc::Rc;

use super::files::Files;
use super::{CHOSEN, Found, Me, OpenSpace, Spaces, bytes, join, kit, since};
use crate::about::{self, About, Kind};

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Opens what is on the device. `title` names a space of an earlier version, which had no title.
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
        for old in space::unsealed(&store).await? {
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
                space::take_over(&store, old, &founding, &me.keys, me.peer, &[], &mut rng).await;
            match taken {
                Ok(()) => drop(origins.insert(id, old)),
                Err(TakeOverError::Store(error)) => return Err(error),
                Err(error) => found.unopened.push((old, error)),
            }
        }
        let spaces = Self {
            chosen: RefCell::new(chosen(&store).await?),
            carried: RefCell::new(Carried::open(&store).await?),
            inviting: RefCell::new(join::inviting(&store).await?),
            joining: RefCell::new(join::joining(&store).await?),
            kits: RefCell::new(kit::known(&store).await?),
            unkept: RefCell::default(),
            files: RefCell::new(Files::open(&store).await?),
            waits: RefCell::new(since::kept(&store).await?),
            store,
            me,
            rng: RefCell::new(rng),
            open: RefCell::default(),
            outbox: RefCell::default(),
        };
        for id in space::spaces(&spaces.store).await? {
            let Me { keys, peer, .. } = spaces.me.clone();
            if let Some(opened) = space::open(&spaces.store, id, keys, peer).await? {
                let open = spaces.take_in(opened, &mut found.report)?;
                if let Some(since) = spaces.waits.borrow().get(&id) {
                    open.remember(since);
                }
                let from = origins.get(&id).copied();
                let silent = open.about_document(|about| about.is_silent());
                let own = !open.is_shared() && open.about().kind == Kind::Begroting;
                // Earlier versions knew no other kind.
                if silent && (from.is_some() || own) {
                    spaces.say_what_it_is(&open, title, from, now);
                }
            }
        }
        spaces.sweep_files().await?;
        Ok((spaces, found))
    }

    /// Puts a space among the open ones.
    pub(super) fn take_in(
        &self,
        opened: Opened,
        all: &mut Report,
    ) -> Result<Rc<OpenSpace>, StoreError> {
        let Opened { space, mut parts, report } = opened;
        let about = match parts.remove(&about::part()) {
            Some(document) => About::open(document),
            None => {
                About::new(space.session()).map_err(|error| StoreError::Other(error.to_string()))?
            }
        };
        let open = Rc::new(OpenSpace::new(space, about, parts, false));
        open.block(report.blocked.clone());
        add(all, report);
        self.open.borrow_mut().insert(open.id(), open.clone());
        Ok(open)
    }

    /// A space of an earlier version says from now on what it is; when that does not succeed, the next start says it.
    fn say_what_it_is(&self, open: &OpenSpace, title: &str, from: Option<SpaceId>, now: u64) {
        let said = open.about_document(|about| about.found(&Kind::Begroting, title, from));
        if let Ok(Some(update)) = said {
            self.record(open, about::part(), update, now);
        }
    }
}

fn add(all: &mut Report, report: Report) {
    all.applied += report.applied;
    all.pending += report.pending;
    all.kept.extend(report.kept);
    all.quarantined.extend(report.quarantined);
    all.blocked.extend(report.blocked);
}

async fn chosen<S: Store>(store: &S) -> Result<BTreeMap<String, SpaceId>, StoreError> {
    let rows = all(store, Table::Meta, CHOSEN).await?;
    let read = rows.iter().filter_map(|row| {
        let id: [u8; 16] = row.value.as_slice().try_into().ok()?;
        Some((row.key.strip_prefix(CHOSEN)?.to_owned(), SpaceId::from_bytes(id)))
    });
    Ok(read.collect())
}
