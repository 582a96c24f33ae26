//! Geef door and Neem over, for all spaces of this device at once, and what it carries for spaces that it is not in.

use replica::carry::{Package, PackageError, PackedPiece, Summary, give};
use replica::id::SpaceId;
use replica::keys::CryptoRng;
use replica::store::{Store, StoreError};
use replica::sync::Event;

use super::{InviteId, OpenSpace, Spaces, bytes};
use crate::sharing::Telling;
use crate::sharing::hand::{self, Outlook, Taken};
use crate::sharing::invite::{Joiner, Step};
use std::rc::Rc;

/// Why a package was not taken over. Nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum TakeError {
    Package(PackageError),
    Store(StoreError),
}

/// What a package brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameIn {
    /// How many changes and decisions were new, of the own spaces.
    pub new: usize,
    /// The sentence for the screen.
    pub sentence: String,
    /// The own spaces in which something was new.
    pub spaces: Vec<SpaceId>,
    /// Pieces of files, for [`Spaces::take_files`] once the rest is saved.
    pub files: Vec<PackedPiece>,
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// What could go along, space by space. A space in which nothing was written is not there.
    pub fn outlooks(
        &self,
        other: Option<&Summary>,
        telling: Telling<'_>,
    ) -> Vec<(String, Outlook)> {
        let written = self.all().into_iter().filter(|open| !open.is_draft());
        let look = |open: Rc<OpenSpace>| {
            let outlook = open.read(|space| hand::outlook(space, other, telling));
            (open.about().title, outlook)
        };
        written.map(look).collect()
    }

    /// The package of the chosen spaces, and of what is carried for spaces that the other named.
    pub fn package(&self, chosen: &[SpaceId], other: Option<&Summary>) -> Package {
        let mut chosen: Vec<_> = chosen.iter().filter_map(|id| self.get(*id)).collect();
        // That a space is erased is always told.
        chosen.extend(self.with_erased().into_iter().filter(|open| open.is_erased()));
        let spaces: Vec<_> = chosen.iter().map(|open| open.space.borrow()).collect();
        let spaces: Vec<_> = spaces.iter().map(|space| &**space).collect();
        let mut package = hand::package(&spaces, other);
        let carried = self.carried.borrow();
        let named = |id: &SpaceId| other.is_none_or(|other| other.names(*id));
        let stocks: Vec<_> =
            carried.spaces().filter(named).filter_map(|id| carried.stock(id)).collect();
        package.bags.extend(give(&stocks, other).bags);
        package
    }

    /// The summary to show to who gives: `room` bytes at most.
    pub fn summary(&self, room: usize) -> Summary {
        let salt = bytes(&mut *self.rng.borrow_mut());
        let opens = self.with_erased();
        let spaces: Vec<_> = opens.iter().map(|open| open.space.borrow()).collect();
        let spaces: Vec<_> = spaces.iter().map(|space| &**space).collect();
        hand::summary(&spaces, &self.files_to_tell(), salt, room)
    }

    /// For which invitations a package holds the way in: who compared the code and has no network comes in by the first entry
    /// of the log, which must be the one that the invitation told. For [`Spaces::come_in`].
    pub fn way_in(&self, package: &[u8]) -> Vec<(InviteId, Vec<u8>)> {
        let Ok(package) = Package::read(package) else { return Vec::new() };
        let first = |(id, joiner): (InviteId, Joiner)| {
            let note = joiner.note().filter(|_| matches!(joiner.step(), Step::Compare { .. }))?;
            let bag = package.bags.iter().find(|bag| bag.space == note.space)?;
            Some((id, bag.first(&note.root)?.encode()))
        };
        self.joining().into_iter().filter_map(first).collect()
    }

    /// Takes a package over, whole or not at all: what is for this device goes to its spaces, the rest is carried on. Save
    /// afterwards.
    ///
    /// # Errors
    /// What is wrong with the package, or the store.
    pub async fn take_over(
        &self,
        package: &[u8],
        telling: Telling<'_>,
        now: u64,
    ) -> Result<CameIn, TakeError> {
        let own: Vec<_> = self.with_erased().iter().map(|open| open.id()).collect();
        let taken = hand::take(package, &own).map_err(TakeError::Package)?;
        let (mut new, mut spaces) = (0, Vec::new());
        for (id, items) in taken.own.clone() {
            let Some(open) = self.find(id) else { continue };
            let before = open.read(hand::held);
            self.on(id, Event::Items(items), now, 0);
            let came = open.read(hand::held).saturating_sub(before);
            new += came;
            if came > 0 {
                spaces.push(id);
            }
        }
        self.carry_on(&taken).await?;
        let sentence = hand::came_in(new, &taken, telling);
        Ok(CameIn { new, sentence, spaces, files: taken.files })
    }

    async fn carry_on(&self, taken: &Taken) -> Result<(), TakeError> {
        let mut carried = self.carried.borrow().clone();
        let mut rows = Vec::new();
        for bag in &taken.others {
            rows.extend(carried.take(bag.clone()).1);
        }
        if rows.is_empty() {
            return Ok(());
        }
        self.store.commit(&rows).await.map_err(TakeError::Store)?;
        self.carried.replace(carried);
        Ok(())
    }
}
