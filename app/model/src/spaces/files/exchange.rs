//! Files to and from the server, one piece at a time: what breaks off goes on where it was. Pieces are sent in order, so that
//! how many the server has says which.

use std::collections::{BTreeMap, BTreeSet};

use replica::blob::{self, Elsewhere, Held};
use replica::gather::Gather;
use replica::id::{BlobId, SpaceId};
use replica::keys::CryptoRng;
use replica::store::{Store, StoreError};
use replica::sync::Refusal;
use replica::sync::api::{Blobs, Chunk, Done, DropBlob, GetChunk, ListBlobs, PutChunk};

use super::{Files, may_drop, may_send};
use crate::attachment::Attachment;
use crate::sharing::courier::{Courier, Trouble, Wire};
use crate::sharing::status::passes;
use crate::spaces::{OpenSpace, Spaces};

/// How long a space in which nothing can be done is left alone, in milliseconds, when the server does not say.
const LEAVE_ALONE: u64 = 60_000;

/// What the server has, by space, and which spaces are left alone until when.
#[derive(Default)]
pub(super) struct Known {
    lists: BTreeMap<SpaceId, BTreeMap<BlobId, u64>>,
    /// About which files it was asked in this session. A server that was put back has less than it acknowledged, and a file
    /// that was taken away and put back may have gone from it in between.
    asked: BTreeMap<SpaceId, BTreeSet<BlobId>>,
    rest: BTreeMap<SpaceId, Rest>,
    /// Files that it does not take, whatever else it takes; asked again at the next start.
    stuck: BTreeMap<(SpaceId, BlobId), Refusal>,
}

/// A space that is left alone.
#[derive(Clone, Copy)]
struct Rest {
    until: u64,
    why: Refusal,
    /// When the server had last answered the space itself, before it was asked about files.
    answered: Option<u64>,
}

impl Rest {
    /// Whether the server did not know the space, or not us in it: who is in was still on its way to it. The next answer to the space ends that.
    fn is_too_early(&self) -> bool {
        self.why == Refusal::NotFound
    }

    fn is_over(&self, answered: Option<u64>, now: u64) -> bool {
        now >= self.until || (self.is_too_early() && answered != self.answered)
    }
}

impl Known {
    /// Why files of a space are not taken. That the server does not know the space, the space tells by itself.
    pub(super) fn refused(&self, space: SpaceId) -> Option<Refusal> {
        let of_file = || self.stuck.iter().find(|((of, _), _)| *of == space);
        self.of_space(space).or_else(|| of_file().map(|(_, refusal)| *refusal))
    }

    fn of_space(&self, space: SpaceId) -> Option<Refusal> {
        self.rest.get(&space).filter(|rest| !rest.is_too_early()).map(|rest| rest.why)
    }
}

/// When the server last answered a space itself.
fn answered(open: &OpenSpace) -> Option<u64> {
    open.read(|space| space.status().last_answer)
}

/// What came of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Something was done: go on at once.
    More,
    /// Nothing is to be sent or fetched.
    Nothing,
    /// Something is, and cannot be done now: look again later.
    Waits,
}

enum Step {
    List,
    Put(Attachment, u64),
    Get(Attachment, u64),
    Sent(BlobId, bool),
    Drop(BlobId),
    /// It does not have to go any more: it is referred to again, or it is not there.
    NoDrop(BlobId),
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Asks the server anew what it has: something arrived, or there is a connection again.
    pub fn look_at_files(&self) {
        self.files.borrow_mut().server.lists.clear();
    }

    /// Does one step for one file of one space.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn move_files<W: Wire>(
        &self,
        courier: &Courier<W>,
        now: u64,
    ) -> Result<Moved, StoreError> {
        let mut moved = self.fetch_before(courier, now).await?;
        if moved == Moved::More {
            return Ok(moved);
        }
        for open in self.all().into_iter().filter(|open| open.is_shared() && !open.is_draft()) {
            let space = open.id();
            let rest = self.files.borrow().server.rest.get(&space).copied();
            let rests = rest.is_some_and(|rest| !rest.is_over(answered(&open), now));
            if rests || open.next_unread().is_some() {
                moved = Moved::Waits;
                continue;
            }
            let (step, waits) = self.next_step(&open);
            if let Some(step) = step {
                return self.carry_out(courier, &open, step, now).await;
            }
            if waits {
                moved = Moved::Waits;
            }
        }
        if moved == Moved::Waits {
            // What the others sent in the meantime is only known by asking again.
            self.look_at_files();
        }
        Ok(moved)
    }

    /// Why the files of a space do not go to the server, if it said so.
    pub fn files_refused(&self, space: SpaceId) -> Option<Refusal> {
        self.files.borrow().server.refused(space)
    }

    /// Why one file does not go to the server, when that does not pass by itself.
    pub fn file_refused(&self, space: SpaceId, blob: BlobId) -> Option<Refusal> {
        let files = self.files.borrow();
        let of_file = files.server.stuck.get(&(space, blob)).copied();
        let refusal = of_file.or_else(|| files.server.of_space(space));
        refusal.filter(|refusal| !passes(*refusal))
    }

    /// What is to be done for a space, and whether something waits for others.
    fn next_step(&self, open: &OpenSpace) -> (Option<Step>, bool) {
        let all = self.attachments(open);
        let (may_send, space) = (may_send(open), open.id());
        let names: BTreeSet<_> = all.iter().map(|one| one.blob).gather();
        let mut files = self.files.borrow_mut();
        if let Some(step) = files.drop_step(open, &names) {
            return (Some(step), true);
        }
        let asked = files.server.asked.entry(space).or_default();
        // What was taken away is asked about again when it is put back.
        asked.retain(|blob| names.contains(blob));
        if !asked.is_superset(&names) {
            return (Some(Step::List), true);
        }
        let held = |one: &Attachment| files.held.get(&(space, one.blob)).copied();
        let to_do = all.into_iter().filter_map(|one| {
            let held = held(&one).unwrap_or_default();
            let wanted = !held.is_whole() && !files.damaged.contains(&(space, one.blob));
            let stuck = files.server.stuck.contains_key(&(space, one.blob));
            let to_send = held.is_whole() && !held.sent && may_send && !stuck;
            (wanted || to_send).then_some((one, held))
        });
        let to_do: Vec<_> = to_do.collect();
        if to_do.is_empty() {
            return (None, false);
        }
        let Some(there) = files.server.lists.get(&space) else { return (Some(Step::List), true) };
        let step = to_do.iter().find_map(|(one, held)| {
            let there = there.get(&one.blob).copied().unwrap_or(0);
            let count = one.to_blob().pieces()?;
            match held.is_whole() {
                true if there >= count => Some(Step::Sent(one.blob, true)),
                true => Some(Step::Put(one.clone(), there)),
                false => {
                    let held = if held.count == 0 { Held::nothing_of(count) } else { *held };
                    let next = held.next().filter(|number| *number < there)?;
                    Some(Step::Get(one.clone(), next))
                }
            }
        });
        (step, true)
    }

    async fn carry_out<W: Wire>(
        &self,
        courier: &Courier<W>,
        open: &OpenSpace,
        step: Step,
        now: u64,
    ) -> Result<Moved, StoreError> {
        let (space, answered) = (open.id(), answered(open));
        let done = match step {
            Step::List => self.list(courier, space, now).await?,
            Step::Put(one, number) => self.put(courier, space, &one, number, now).await?,
            Step::Get(one, number) => self.get_piece(courier, space, &one, number, now).await?,
            Step::Sent(blob, sent) => {
                self.note_sent(space, blob, sent).await?;
                Ok(())
            }
            Step::Drop(blob) => self.drop_there(courier, space, blob, now).await?,
            Step::NoDrop(blob) => {
                self.dropped(space, blob).await?;
                Ok(())
            }
        };
        let Err(trouble) = done else {
            if self.files.borrow_mut().server.rest.remove(&space).is_some() {
                self.count_files();
            }
            return Ok(Moved::More);
        };
        if let Trouble::Refused { refusal, retry_after } = trouble {
            let wait = if retry_after > 0 { retry_after } else { LEAVE_ALONE };
            let rest = Rest { until: now.saturating_add(wait), why: refusal, answered };
            self.files.borrow_mut().server.rest.insert(space, rest);
            self.count_files();
            // Another space may still go.
            return Ok(Moved::More);
        }
        Ok(Moved::Waits)
    }

    async fn list<W: Wire>(
        &self,
        courier: &Courier<W>,
        space: SpaceId,
        now: u64,
    ) -> Result<Result<(), Trouble>, StoreError> {
        let open = self.get(space);
        let names =
            open.iter().flat_map(|open| self.attachments(open)).map(|one| one.blob).gather();
        let asked = courier.ask::<Blobs>("blob/list", &ListBlobs { space }, now).await;
        let blobs = match asked {
            Ok(answer) => answer.blobs,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let there: BTreeMap<BlobId, u64> =
            blobs.iter().map(|(id, _, here)| (BlobId::from_bytes(*id), *here)).gather();
        // A server that was put back to an earlier day lost what came later.
        let lost: Vec<BlobId> = {
            let files = self.files.borrow();
            let of_space = files.held.iter().filter(|((of, _), held)| *of == space && held.sent);
            let lost = of_space
                .filter(|((_, blob), held)| there.get(blob).copied().unwrap_or(0) < held.count);
            lost.map(|((_, blob), _)| *blob).collect()
        };
        for blob in lost {
            self.note_sent(space, blob, false).await?;
        }
        let server = &mut self.files.borrow_mut().server;
        server.asked.insert(space, names);
        server.lists.insert(space, there);
        Ok(Ok(()))
    }

    async fn put<W: Wire>(
        &self,
        courier: &Courier<W>,
        space: SpaceId,
        one: &Attachment,
        number: u64,
        now: u64,
    ) -> Result<Result<(), Trouble>, StoreError> {
        let Some(chunks) = one.to_blob().pieces() else { return Ok(Ok(())) };
        let Some(sealed) = blob::piece(&self.store, space, one.blob, number).await? else {
            // The storage lost it; what is counted is put right.
            self.forget_file(space, one.blob, Elsewhere::Stays).await?;
            return Ok(Ok(()));
        };
        let message = PutChunk { space, blob: *one.blob.bytes(), chunks, number, sealed };
        match courier.ask::<Done>("blob/put", &message, now).await {
            Ok(_) => {}
            // That is about this file: another one may still go.
            Err(Trouble::Refused { refusal, .. }) if is_about_one(refusal) => {
                self.files.borrow_mut().server.stuck.insert((space, one.blob), refusal);
                self.count_files();
                return Ok(Ok(()));
            }
            Err(trouble) => return Ok(Err(trouble)),
        }
        let there = number + 1;
        if let Some(list) = self.files.borrow_mut().server.lists.get_mut(&space) {
            list.insert(one.blob, there);
        }
        if there >= chunks {
            self.note_sent(space, one.blob, true).await?;
        }
        Ok(Ok(()))
    }

    async fn get_piece<W: Wire>(
        &self,
        courier: &Courier<W>,
        space: SpaceId,
        one: &Attachment,
        number: u64,
        now: u64,
    ) -> Result<Result<(), Trouble>, StoreError> {
        let message = GetChunk { space, blob: *one.blob.bytes(), number };
        let chunk = match courier.ask::<Chunk>("blob/get", &message, now).await {
            Ok(chunk) => chunk,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let blob = one.to_blob();
        if blob.open_piece(number, &chunk.sealed).is_err() {
            self.files.borrow_mut().damaged.insert((space, one.blob));
            return Ok(Ok(()));
        }
        if self.take_pieces(space, &blob, vec![(number, chunk.sealed)]).await? {
            self.note_sent(space, one.blob, true).await?;
        }
        Ok(Ok(()))
    }

    async fn drop_there<W: Wire>(
        &self,
        courier: &Courier<W>,
        space: SpaceId,
        blob: BlobId,
        now: u64,
    ) -> Result<Result<(), Trouble>, StoreError> {
        let message = DropBlob { space, blob: *blob.bytes() };
        match courier.ask::<Done>("blob/drop", &message, now).await {
            Ok(_) => {}
            Err(trouble) => {
                // Whether it is gone already or we are not known there, the list tells.
                self.files.borrow_mut().server.lists.remove(&space);
                return Ok(Err(trouble));
            }
        }
        if let Some(list) = self.files.borrow_mut().server.lists.get_mut(&space) {
            list.remove(&blob);
        }
        self.dropped(space, blob).await?;
        Ok(Ok(()))
    }

    async fn dropped(&self, space: SpaceId, blob: BlobId) -> Result<(), StoreError> {
        blob::dropped(&self.store, space, blob).await?;
        self.files.borrow_mut().to_drop.remove(&(space, blob));
        Ok(())
    }

    async fn note_sent(&self, space: SpaceId, blob: BlobId, sent: bool) -> Result<(), StoreError> {
        let known = self.files.borrow().held.get(&(space, blob)).copied();
        let Some(known) = known else { return Ok(()) };
        let held = blob::mark_sent(&self.store, space, blob, known, sent).await?;
        self.files.borrow_mut().held.insert((space, blob), held);
        self.count_files();
        Ok(())
    }
}

impl Files {
    /// What is to be done about a file that has to go from the server.
    fn drop_step(&self, open: &OpenSpace, needed: &BTreeSet<BlobId>) -> Option<Step> {
        let of_space = self.to_drop.iter().filter(|(space, _)| *space == open.id());
        let mut blobs = of_space.map(|(_, blob)| *blob);
        let may = open.role().is_some_and(may_drop);
        let there = self.server.lists.get(&open.id());
        blobs.find_map(|blob| match there {
            _ if needed.contains(&blob) => Some(Step::NoDrop(blob)),
            // Without the right the row waits: the role may come back.
            _ if !may => None,
            None => Some(Step::List),
            Some(there) if there.contains_key(&blob) => Some(Step::Drop(blob)),
            // By another member, or the answer to the first time was lost.
            Some(_) => Some(Step::NoDrop(blob)),
        })
    }
}

/// Refusals that say something of one file and nothing of the next.
const fn is_about_one(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Used | Refusal::TooLarge)
}
