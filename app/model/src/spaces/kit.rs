//! A recovery kit that brings spaces back on another device. Each space that this device manages names the kit; which spaces
//! that are stands in a small space of the kit itself, which no page shows. Format: KEYS.md, "Recovery".

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use replica::document::{Document, DocumentError, Entry, Place, Value};
use replica::gather::Gather;
use replica::id::{DeviceId, Hash, PartId, SpaceId, hex, unhex};
use replica::keys::{CryptoRng, DevicePublic};
use replica::member::{PersonId, SideId};
use replica::recovery::Kit;
use replica::space::{DecideError, Reading, RecoverError, Space};
use replica::store::{Op, Row, Store, StoreError, Table, all};
use replica::sync::{Event, Item, Refusal};

use super::{OpenSpace, Spaces, bytes};
use crate::sharing::courier::Trouble;

/// Where the device keeps which kits it knows, by their own space: their public keys. The kit itself is kept nowhere.
const KIT: &str = "local/kit/";

/// In the kit's own space: the id of each space, and the hash of its first entry.
const LISTED: &str = "ruimten";

/// What is known here of the kit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownKit {
    pub(super) space: SpaceId,
    pub(super) public: DevicePublic,
}

/// What a kit brought back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Spaces in which this device is from now on. What is in them comes with the first exchange.
    pub spaces: Vec<SpaceId>,
    /// How many of them this device was in already.
    pub here: usize,
    /// How many the kit lists that the server does not have, or no more for this kit.
    pub missing: usize,
}

/// Why a kit was not made known, or brought nothing back.
#[derive(Clone, Debug, PartialEq)]
pub enum KitError {
    /// No answer, or the server refuses to talk to us.
    NoAnswer(Trouble),
    /// The server does not know this kit: it is for one device only, was replaced, or never got there.
    Unknown,
    /// What the server answered is not what this kit wrote.
    NotRight,
    Decide(DecideError),
    Store(StoreError),
}

fn part() -> PartId {
    PartId::named("herstelkaart")
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Whether there is a kit that brings these spaces back on another device.
    pub fn has_kit(&self) -> bool {
        !self.kits.borrow().is_empty()
    }

    /// Whether this is the own space of the kit, which no page shows.
    pub(super) fn is_of_kit(&self, id: SpaceId) -> bool {
        self.kits.borrow().iter().any(|kit| kit.space == id)
    }

    /// Makes a kit known in every space that this device manages, also in those that come later. End an earlier one first.
    /// Save afterwards.
    ///
    /// # Errors
    /// The store; then nothing was changed.
    pub async fn name_kit(&self, kit: &Kit, now: u64) -> Result<(), KitError> {
        let known = KnownKit { space: kit.space(), public: *kit.keys().public() };
        let space = {
            let rng = &mut *self.rng.borrow_mut();
            let (person, side) = (PersonId::from_bytes(bytes(rng)), SideId::from_bytes(bytes(rng)));
            let who = (person, side, self.me.name.as_str());
            Space::of_kit(kit, who, self.me.keys.clone(), self.me.peer, now, rng)
        };
        let space = space.map_err(KitError::Decide)?;
        self.keep_kit(known).await?;
        self.take_in_kit(space)?;
        self.tend_kits(now);
        Ok(())
    }

    /// Takes every kit out of every space, with a new key, and erases the own space of the kit. Save afterwards.
    ///
    /// # Errors
    /// The store; then the kit still counts.
    pub async fn end_kits(&self, now: u64) -> Result<(), KitError> {
        let kits = self.kits.borrow().clone();
        for kit in kits {
            let id = kit.public.id();
            for open in self.all() {
                if open.read(|space| space.members().is_recovery(id)) {
                    // Where this is not possible now, who manages the space sees the kit there and can take it out.
                    let _ = self.decide(&open, |space, rng| space.rotate(&[id], now, rng));
                }
            }
            self.forget_kit(kit, now).await?;
        }
        Ok(())
    }

    /// Forgets the kits with these keys, that open no space any more, and erases their own spaces. Save afterwards.
    ///
    /// # Errors
    /// The store; then they are still known here.
    pub async fn forget_kits(&self, ids: &BTreeSet<DeviceId>, now: u64) -> Result<(), KitError> {
        let mut kits = self.kits.borrow().clone();
        kits.retain(|kit| ids.contains(&kit.public.id()));
        for kit in kits {
            self.forget_kit(kit, now).await?;
        }
        Ok(())
    }

    async fn forget_kit(&self, kit: KnownKit, now: u64) -> Result<(), KitError> {
        if let Some(own) = self.find(kit.space) {
            self.decide(&own, |space, _| space.erase(now)).map_err(KitError::Decide)?;
        }
        let key = format!("{KIT}{}", kit.space);
        let gone = Op::Delete { table: Table::Meta, key };
        self.store.commit(&[gone]).await.map_err(KitError::Store)?;
        self.kits.borrow_mut().retain(|known| *known != kit);
        Ok(())
    }

    /// The spaces that no kit brings back, because this device does not manage them; none when there is no kit.
    pub fn not_on_kit(&self) -> Vec<Rc<OpenSpace>> {
        let kits = self.kits.borrow();
        let named = |open: &OpenSpace| {
            open.read(|space| kits.iter().all(|kit| space.members().is_recovery(kit.public.id())))
        };
        let all = self.all().into_iter();
        all.filter(|open| !open.is_draft() && !named(open)).collect()
    }

    /// Does for the kits what is due: names them where they are not named yet, and lists where they are. Quick when nothing is
    /// due.
    pub(super) fn tend_kits(&self, now: u64) {
        let kits = self.kits.borrow().clone();
        for kit in kits {
            if let Some(own) = self.get(kit.space) {
                self.tend(kit, &own, now);
            }
        }
    }

    fn tend(&self, kit: KnownKit, own: &OpenSpace, now: u64) {
        let listed: BTreeMap<_, _> = listed(own).into_iter().gather();
        for open in self.all().into_iter().filter(|open| !open.is_draft()) {
            if open.read(|space| due(space, kit)) {
                // Not now, or never here: asked again at the next save, and said by `not_on_kit`.
                let _ = self.decide(&open, |space, rng| space.recovery(kit.public, now, rng));
            }
            let (named, root) = open.read(|space| {
                let named = space.members().is_recovery(kit.public.id());
                (named, space.client().inbox().log().root())
            });
            if named && !listed.contains_key(&open.id()) {
                self.put_on_list(own, open.id(), &root, now);
            }
        }
    }

    fn put_on_list(&self, own: &OpenSpace, id: SpaceId, root: &Hash, now: u64) {
        let (place, name) = (Place::root(LISTED), id.to_string());
        let update = own.with_free(part(), |document| {
            let edit = document.edit(|to| to.set_for_good(&place, &name, hex(root)));
            edit.map_err(|error: DocumentError| error).ok()?.update
        });
        if let Some(update) = update {
            self.record(own, part(), update, now);
        }
    }

    /// Brings back, by a kit, the spaces that it opens. `ask` proves to the server that it has the kit, and takes a sync message.
    /// Save afterwards; what is in the spaces comes with the first exchange.
    ///
    /// # Errors
    /// See [`KitError`]; then nothing was changed.
    pub async fn restore(
        &self,
        kit: &Kit,
        ask: impl AsyncFn(Vec<u8>) -> Result<Vec<u8>, Trouble>,
        now: u64,
    ) -> Result<Restored, KitError> {
        let items = read(kit.space(), &ask).await?.map_err(|error| match error {
            RecoverError::Refused(_) | RecoverError::Erased => KitError::Unknown,
            _ => KitError::NotRight,
        })?;
        let own = match self.find(kit.space()) {
            Some(own) => own,
            None => {
                let space = self.recovered(kit, (kit.space(), None), &items, now);
                let space = space.map_err(|error| match error {
                    RecoverError::Erased | RecoverError::NoLongerIn => KitError::Unknown,
                    _ => KitError::NotRight,
                })?;
                let known = KnownKit { space: kit.space(), public: *kit.keys().public() };
                self.keep_kit(known).await?;
                self.take_in_kit(space)?
            }
        };
        self.on(own.id(), Event::Items(items), now, 0);
        // What arrived is in the document once it is on the disk.
        self.save(now).await;
        let mut restored = Restored::default();
        for (id, root) in listed(&own) {
            if self.get(id).is_some_and(|open| open.role().is_some()) {
                restored.here += 1;
                continue;
            }
            match self.bring_back(kit, (id, root), &ask, now).await? {
                true => restored.spaces.push(id),
                false => restored.missing += 1,
            }
        }
        Ok(restored)
    }

    async fn bring_back(
        &self,
        kit: &Kit,
        (id, root): (SpaceId, Hash),
        ask: &impl AsyncFn(Vec<u8>) -> Result<Vec<u8>, Trouble>,
        now: u64,
    ) -> Result<bool, KitError> {
        let Ok(items) = read(id, ask).await? else { return Ok(false) };
        let Ok(space) = self.recovered(kit, (id, Some(root)), &items, now) else {
            return Ok(false);
        };
        let open = self.take_in(space, <_>::default()).map_err(KitError::Store)?;
        self.settle(&open);
        Ok(true)
    }

    fn recovered(
        &self,
        kit: &Kit,
        of: (SpaceId, Option<Hash>),
        items: &[Item],
        now: u64,
    ) -> Result<Space, RecoverError> {
        let me = (self.me.keys.clone(), self.me.name.as_str());
        Space::recover(kit, of, items, me, (self.me.peer, now), &mut *self.rng.borrow_mut())
    }

    fn take_in_kit(&self, space: Space) -> Result<Rc<OpenSpace>, KitError> {
        let open = self.take_in(space, <_>::default()).map_err(KitError::Store)?;
        self.settle(&open);
        Ok(open)
    }

    async fn keep_kit(&self, kit: KnownKit) -> Result<(), KitError> {
        let (table, key) = (Table::Meta, format!("{KIT}{}", kit.space));
        let op = Op::Put { table, key, value: kit.public.bytes().to_vec() };
        self.store.commit(&[op]).await.map_err(KitError::Store)?;
        let mut kits = self.kits.borrow_mut();
        kits.retain(|known| known.space != kit.space);
        kits.push(kit);
        Ok(())
    }
}

/// Whether the kit is to be named in a space: this device may, it is not, and nobody took it out.
fn due(space: &Space, kit: KnownKit) -> bool {
    let (members, id) = (space.members(), kit.public.id());
    members.manages(space.session().device) && members.public(id).is_none()
}

/// The spaces that the kit lists. What makes no sense is passed over.
fn listed(own: &OpenSpace) -> Vec<(SpaceId, Hash)> {
    own.with_free(part(), |document: &mut Document| {
        let read = |(name, entries): (String, Vec<Entry>)| {
            let root = entries.iter().find_map(|entry| match &entry.value {
                Value::Text(text) => unhex(text),
                _ => None,
            });
            Some((name.parse().ok()?, root?))
        };
        document.registers(&Place::root(LISTED)).into_iter().filter_map(read).collect()
    })
}

/// What the server has of a space for this kit. The outer error: nobody answers; the inner one: it says no.
async fn read(
    space: SpaceId,
    ask: &impl AsyncFn(Vec<u8>) -> Result<Vec<u8>, Trouble>,
) -> Result<Result<Vec<Item>, RecoverError>, KitError> {
    let mut reading = Reading::new(space);
    while let Some(question) = reading.question() {
        let answer = ask(question).await.map_err(KitError::NoAnswer)?;
        match reading.answer(&answer) {
            Ok(()) => {}
            Err(RecoverError::Refused(refusal)) if passes(refusal) => {
                return Err(KitError::NoAnswer(Trouble::Refused { refusal, retry_after: 0 }));
            }
            Err(error) => return Ok(Err(error)),
        }
    }
    Ok(Ok(reading.items()))
}

/// Whether the server says only that it cannot answer now.
const fn passes(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Busy | Refusal::TooOften | Refusal::NoSession | Refusal::Full)
}

/// The kits that this device knows.
pub(super) async fn known<S: Store>(store: &S) -> Result<Vec<KnownKit>, StoreError> {
    let rows = all(store, Table::Meta, KIT).await?;
    let read = |row: &Row| {
        let space = row.key.strip_prefix(KIT)?.parse().ok()?;
        let public = DevicePublic::from_bytes(row.value.as_slice().try_into().ok()?).ok()?;
        Some(KnownKit { space, public })
    };
    Ok(rows.iter().filter_map(read).collect())
}
