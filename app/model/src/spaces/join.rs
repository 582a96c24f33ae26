//! Inviting and coming in, as far as the device keeps it: an invitation survives a reload on both sides, because days may
//! pass before somebody answers. What travels over the server is in `sharing::invite`.

use std::collections::BTreeMap;
use std::rc::Rc;

use replica::gather::Gather;
use replica::id::{SpaceId, hex};
use replica::invite::InviteError;
use replica::keys::CryptoRng;
use replica::member::{LogError, PersonId};
use replica::store::{Op, Store, StoreError, Table, all};

use super::{OpenSpace, Spaces, bytes};
use crate::about::Kind;
use crate::sharing::invite::{Inviter, Joiner, LetInError, Offering, Step};
use crate::sharing::sides::As;

/// An invitation, by the id that the server knows it by.
pub type InviteId = [u8; 16];

const INVITING: &str = "local/inviting/";
const JOINING: &str = "local/joining/";

/// The longest that an invitation may stay open, in milliseconds: seven days, as the server keeps it.
pub const OPEN_FOR: u64 = 7 * 24 * 60 * 60 * 1_000;

/// Why inviting or coming in does not go on. Nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub enum JoinError {
    /// The invitation or the space is not here (any more).
    Gone,
    Invite(InviteError),
    LetIn(LetInError),
    Log(LogError),
    Store(StoreError),
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Makes an invitation and keeps it.
    ///
    /// # Errors
    /// The title is too long for an invitation, or the store.
    pub async fn invite(
        &self,
        open: &OpenSpace,
        comes: As,
        now: u64,
    ) -> Result<InviteId, JoinError> {
        let (_, own) = open.who().ok_or(JoinError::Gone)?;
        let offering = Offering {
            space_name: open.about().title,
            role: comes.role(),
            side: comes.side().unwrap_or(own),
            expires: now + OPEN_FOR,
        };
        let made = {
            let rng = &mut *self.rng.borrow_mut();
            open.read(|space| Inviter::new(space, offering, &self.me.keys, rng))
        };
        let inviter = made.map_err(JoinError::Invite)?;
        let id = *inviter.invite().link().id();
        self.store.commit(&[row(INVITING, &id, inviter.keep())]).await.map_err(JoinError::Store)?;
        self.inviting.borrow_mut().insert(id, inviter);
        Ok(id)
    }

    /// The invitations to a space that this device made, in an order that does not change.
    pub fn invitations(&self, space: SpaceId) -> Vec<(InviteId, Inviter)> {
        let inviting = self.inviting.borrow();
        let of_space =
            inviting.iter().filter(|(_, inviter)| inviter.invite().note().space == space);
        of_space.map(|(id, inviter)| (*id, inviter.clone())).collect()
    }

    /// All invitations that this device made.
    pub fn inviting(&self) -> Vec<(InviteId, Inviter)> {
        self.inviting.borrow().iter().map(|(id, inviter)| (*id, inviter.clone())).collect()
    }

    /// One of them.
    pub fn inviter(&self, id: &InviteId) -> Option<Inviter> {
        self.inviting.borrow().get(id).cloned()
    }

    /// Keeps what became of an invitation, unless it was ended in the meantime.
    ///
    /// # Errors
    /// The store.
    pub async fn keep_inviter(&self, inviter: Inviter) -> Result<(), JoinError> {
        let id = *inviter.invite().link().id();
        if !self.inviting.borrow().contains_key(&id) {
            return Ok(());
        }
        let kept = row(INVITING, &id, inviter.keep());
        self.inviting.borrow_mut().insert(id, inviter);
        self.store.commit(&[kept]).await.map_err(JoinError::Store)
    }

    /// The codes are the same: lets in who answered, as another person or as another device of this one. Save afterwards,
    /// and tell what comes back to the joiner.
    ///
    /// # Errors
    /// Nobody answered, it is over, or the space does not take the decision.
    pub async fn let_in(
        &self,
        id: &InviteId,
        as_own_device: bool,
        now: u64,
    ) -> Result<Vec<u8>, JoinError> {
        let mut inviter = self.inviter(id).ok_or(JoinError::Gone)?;
        let open = self.get(inviter.invite().note().space).ok_or(JoinError::Gone)?;
        let person = match open.who() {
            Some((person, _)) if as_own_device => person,
            _ => PersonId::from_bytes(bytes(&mut *self.rng.borrow_mut())),
        };
        let first = {
            let rng = &mut *self.rng.borrow_mut();
            inviter.let_in(&open.space, person, now, rng).map_err(JoinError::LetIn)?
        };
        open.is_written();
        self.settle(&open);
        self.keep_inviter(inviter).await?;
        Ok(first)
    }

    /// Takes an invitation back, or clears one that is over.
    ///
    /// # Errors
    /// The store.
    pub async fn end_invitation(&self, id: &InviteId) -> Result<(), JoinError> {
        let gone = Op::Delete { table: Table::Meta, key: key(INVITING, id) };
        self.store.commit(&[gone]).await.map_err(JoinError::Store)?;
        self.inviting.borrow_mut().remove(id);
        Ok(())
    }

    /// Opens the link of an invitation, and keeps it: a reload asks for it again nowhere. The same link again goes on where it
    /// was.
    ///
    /// # Errors
    /// It is not a link of ours, or the store.
    pub async fn open_link(&self, fragment: &str) -> Result<InviteId, JoinError> {
        let joiner = Joiner::open(fragment).map_err(JoinError::Invite)?;
        let id = *joiner.link().id();
        if self.joining.borrow().contains_key(&id) {
            return Ok(id);
        }
        let kept = row(JOINING, &id, joiner.keep());
        self.joining.borrow_mut().insert(id, joiner);
        self.store.commit(&[kept]).await.map_err(JoinError::Store)?;
        Ok(id)
    }

    /// The invitations that this device answers or may answer.
    pub fn joining(&self) -> Vec<(InviteId, Joiner)> {
        self.joining.borrow().iter().map(|(id, joiner)| (*id, joiner.clone())).collect()
    }

    /// One of them.
    pub fn joiner(&self, id: &InviteId) -> Option<Joiner> {
        self.joining.borrow().get(id).cloned()
    }

    /// Whether this device is in the space of an invitation already.
    pub fn is_in(&self, joiner: &Joiner) -> bool {
        joiner.note().is_some_and(|note| self.get(note.space).is_some())
    }

    /// Answers under a name. What comes back goes to the inviter; it is kept, so that waiting survives a reload.
    ///
    /// # Errors
    /// No offer yet, answered already, a name that is too long, too late, or the store.
    pub async fn answer(&self, id: &InviteId, name: &str, now: u64) -> Result<Vec<u8>, JoinError> {
        let mut joiner = self.joiner(id).ok_or(JoinError::Gone)?;
        let request = {
            let rng = &mut *self.rng.borrow_mut();
            joiner.name(name, &self.me.keys, now, rng).map_err(JoinError::Invite)?
        };
        self.keep_joiner(joiner).await?;
        Ok(request)
    }

    /// Keeps what became of it, unless it was let go in the meantime.
    ///
    /// # Errors
    /// The store.
    pub async fn keep_joiner(&self, joiner: Joiner) -> Result<(), JoinError> {
        let id = *joiner.link().id();
        if !self.joining.borrow().contains_key(&id) {
            return Ok(());
        }
        let kept = row(JOINING, &id, joiner.keep());
        self.joining.borrow_mut().insert(id, joiner);
        self.store.commit(&[kept]).await.map_err(JoinError::Store)
    }

    /// Lets go of an invitation that was answered or not.
    ///
    /// # Errors
    /// The store.
    pub async fn let_go(&self, id: &InviteId) -> Result<(), JoinError> {
        let gone = Op::Delete { table: Table::Meta, key: key(JOINING, id) };
        self.store.commit(&[gone]).await.map_err(JoinError::Store)?;
        self.joining.borrow_mut().remove(id);
        Ok(())
    }

    /// The inviter let us in. The space stands among the others, empty until the first exchange. Save afterwards.
    ///
    /// # Errors
    /// It is not the space to which the invitation led.
    pub async fn come_in(&self, id: &InviteId, first: &[u8]) -> Result<Rc<OpenSpace>, JoinError> {
        let mut joiner = self.joiner(id).ok_or(JoinError::Gone)?;
        let space = joiner.let_in(first, self.me.keys.clone(), self.me.peer);
        let space = space.map_err(JoinError::Log)?;
        let open = match self.get(space.id()) {
            Some(open) => open,
            None => self.take_in(space, <_>::default()).map_err(JoinError::Store)?,
        };
        // What was carried for this space by chance is its own now.
        let (items, gone) = self.carried.borrow_mut().let_go(open.id());
        let mut rows = gone;
        rows.push(Op::Delete { table: Table::Meta, key: key(JOINING, id) });
        self.store.commit(&rows).await.map_err(JoinError::Store)?;
        self.joining.borrow_mut().insert(*id, joiner);
        if !items.is_empty() {
            open.space.borrow_mut().on(replica::sync::Event::Items(items), 0, 0);
            self.settle(&open);
        }
        Ok(open)
    }
}

/// A space that is not here to work in yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// What it is called, as far as the invitation said so.
    pub title: String,
    /// This device was let in, and only the content has to arrive; otherwise the inviter still has to compare the code.
    pub is_let_in: bool,
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// Spaces to which this device was invited and that cannot be worked in yet. What kind of room one has arrives with it.
    pub fn coming(&self) -> Vec<Coming> {
        let joining = self.joining();
        let title = |space: SpaceId| {
            let note = joining.iter().filter_map(|(_, one)| one.note());
            let mut of_space = note.filter(|note| note.space == space);
            of_space.next().map(|note| note.space_name.clone()).unwrap_or_default()
        };
        let unknown = Kind::Other(String::new());
        let all = self.all().into_iter();
        let arriving = all.filter(|one| !one.is_draft() && one.about().kind == unknown);
        let arriving = arriving.map(|one| Coming { title: title(one.id()), is_let_in: true });
        let waits = |step: &Step| matches!(step, Step::Asked | Step::Compare { .. });
        let asked = joining.iter().filter(|(_, one)| waits(one.step()) && !self.is_in(one));
        let asked = asked.filter_map(|(_, one)| {
            Some(Coming { title: one.note()?.space_name.clone(), is_let_in: false })
        });
        arriving.chain(asked).collect()
    }
}

/// Whether an invitation still asks for attention: it is open, or somebody waits at the door.
pub fn is_open(step: &Step) -> bool {
    !matches!(step, Step::In | Step::Over(_))
}

fn key(prefix: &str, id: &InviteId) -> String {
    format!("{prefix}{}", hex(id))
}

fn row(prefix: &str, id: &InviteId, value: Vec<u8>) -> Op {
    Op::Put { table: Table::Meta, key: key(prefix, id), value }
}

/// The invitations that were kept. One that cannot be read is passed over: it can be made anew.
pub(super) async fn inviting<S: Store>(
    store: &S,
) -> Result<BTreeMap<InviteId, Inviter>, StoreError> {
    let rows = all(store, Table::Meta, INVITING).await?;
    let kept = rows.iter().filter_map(|row| Inviter::kept(&row.value).ok());
    Ok(kept.map(|inviter| (*inviter.invite().link().id(), inviter)).gather())
}

/// The answers that were kept.
pub(super) async fn joining<S: Store>(store: &S) -> Result<BTreeMap<InviteId, Joiner>, StoreError> {
    let rows = all(store, Table::Meta, JOINING).await?;
    let kept = rows.iter().filter_map(|row| Joiner::kept(&row.value).ok());
    Ok(kept.map(|joiner| (*joiner.link().id(), joiner)).gather())
}
