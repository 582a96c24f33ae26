//! Files that go along with something else: in a package for somebody, or in a copy of the whole device.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use replica::blob::{self, Put};
use replica::carry::{Package, PackedPiece, Summary};
use replica::id::{BlobId, SpaceId};
use replica::keys::CryptoRng;
use replica::store::{Ahead, Store, StoreError, Table};

use super::{Amount, Name};
use crate::attachment::Attachment;
use crate::spaces::{OpenSpace, Spaces};

/// A copy of everything, and what of the files is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceCopy {
    pub file: Vec<u8>,
    /// The files that are in it, for `replica::leaving::mark_copied`.
    pub files: Vec<(SpaceId, BlobId)>,
    /// What did not fit.
    pub left: Amount,
    /// What is not (wholly) on this device, or could not be read from it.
    pub absent: Amount,
}

/// Rows of a copy.
type Rows = Vec<(Table, String, Vec<u8>)>;

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Takes in pieces that came with a package or a copy, as far as a document here holds their key. How many files became whole.
    /// Save what came with them first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn take_files(&self, pieces: &[PackedPiece]) -> Result<usize, StoreError> {
        let mut by_file: BTreeMap<Name, Vec<&PackedPiece>> = BTreeMap::new();
        for piece in pieces {
            by_file.entry((piece.space, piece.blob)).or_default().push(piece);
        }
        let mut whole = 0;
        for ((space, blob), pieces) in by_file {
            let Some(open) = self.get(space) else { continue };
            let known = self.attachments(&open).into_iter().find(|one| one.blob == blob);
            let Some(attachment) = known else { continue };
            let blob = attachment.to_blob();
            let pieces = pieces.into_iter().map(|piece| (piece.number, piece.sealed.clone()));
            whole += usize::from(self.take_package(space, &blob, pieces.collect()).await?);
        }
        Ok(whole)
    }

    /// The files of these spaces that are here and that the other does not have, as far as it told: they could go along in a package.
    pub fn files_to_give(&self, chosen: &[SpaceId], other: Option<&Summary>) -> Amount {
        let mut amount = Amount::default();
        for open in chosen.iter().filter_map(|id| self.get(*id)) {
            self.lacking(&open, other).iter().for_each(|one| amount.add(one.size));
        }
        amount
    }

    /// The files of a space that are here and that the other does not have, by what it showed.
    fn lacking(&self, open: &OpenSpace, other: Option<&Summary>) -> Vec<Attachment> {
        let (space, here) = (open.id(), self.files_here(open.id()));
        let mut all = self.attachments(open);
        let has = |blob| other.is_some_and(|other| other.has_file(space, blob));
        all.retain(|one| here.contains(&one.blob) && !has(one.blob));
        all
    }

    /// The files to tell of in a summary, the largest first: those cost most to give twice.
    pub(in crate::spaces) fn files_to_tell(&self) -> Vec<(SpaceId, BlobId)> {
        let mut all = Vec::new();
        for open in self.all() {
            let files = self.lacking(&open, None).into_iter();
            all.extend(files.map(|one| (Reverse(one.size), open.id(), one.blob)));
        }
        all.sort_unstable();
        all.into_iter().map(|(_, space, blob)| (space, blob)).collect()
    }

    /// Puts the files of these spaces in a package, as far as `room` bytes allow. What did not fit is told.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn pack_files(
        &self,
        package: &mut Package,
        chosen: &[SpaceId],
        other: Option<&Summary>,
        room: u64,
    ) -> Result<Amount, StoreError> {
        let (mut used, mut left) = (0, Amount::default());
        for open in chosen.iter().filter_map(|id| self.get(*id)) {
            let space = open.id();
            for one in self.lacking(&open, other) {
                if used + one.size > room {
                    left.add(one.size);
                    continue;
                }
                used += one.size;
                let pieces = blob::pieces(&self.store, space, one.blob).await?;
                package.files.extend(pieces.into_iter().map(|Put { number, sealed }| {
                    PackedPiece { space, blob: one.blob, number, sealed }
                }));
            }
        }
        Ok(left)
    }

    /// Puts the files that are here in a copy, as far as `room` bytes allow. A file that cannot be read is left out: a copy is
    /// also the way out when the storage fails.
    pub(in crate::spaces) async fn copy_files(&self, copy: &mut DeviceCopy, room: u64) -> Rows {
        let (mut used, mut rows) = (0, Rows::new());
        for open in self.all().into_iter().filter(|open| !open.is_draft()) {
            let space = open.id();
            let here = self.files_here(space);
            for one in self.attachments(&open) {
                if !here.contains(&one.blob) {
                    copy.absent.add(one.size);
                } else if used + one.size > room {
                    copy.left.add(one.size);
                } else if let Ok(pieces) = blob::rows_for_copy(&self.store, space, one.blob).await {
                    used += one.size;
                    rows.extend(pieces);
                    copy.files.push((space, one.blob));
                } else {
                    copy.absent.add(one.size);
                }
            }
        }
        rows
    }

    /// Takes the files that `open` lacks from a copy in which the space was called `from`. How many became whole.
    pub(in crate::spaces) async fn bring_files(
        &self,
        beside: &Ahead<'_, S>,
        from: SpaceId,
        open: &OpenSpace,
    ) -> Result<usize, StoreError> {
        let (space, here) = (open.id(), self.files_here(open.id()));
        let mut whole = 0;
        for one in self.attachments(open).iter().filter(|one| !here.contains(&one.blob)) {
            let pieces = blob::pieces(beside, from, one.blob).await?;
            let pieces =
                pieces.into_iter().map(|Put { number, sealed }| (number, sealed)).collect();
            whole += usize::from(self.take_package(space, &one.to_blob(), pieces).await?);
        }
        Ok(whole)
    }
}
