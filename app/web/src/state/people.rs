//! The people of this device as the pages see them: beginning, getting in, locking, another PIN, leaving. Signals at the
//! rim; who gets in is decided in `model::people`, what a key opens in `replica::unlock`.

use super::app::AppState;
use super::boot::{self, Door, Hall};
use super::device::put;
use super::status::{Boot, Reason};
use crate::platform::own_key::{self, KeyFault};
use crate::platform::random::{self, Generator};
use crate::platform::{clock, marker, page, storage};
use model::people::name::{self, Problem};
use model::people::registry::{self, Refused};
use model::people::{Person, PersonId, Plain};
use replica::id::{BlobId, SpaceId};
use replica::leaving::{self, Stake};
use replica::store::{SaveState, StoreError};
use replica::unlock::{Asks, Cost, Lock, START, Slot, UnlockError, Unlocked};
use std::rc::Rc;

mod idle;
mod kit;
mod passkey;
mod vault;

pub use kit::{Paper, RestoreError, read as read_paper};
pub use vault::Vault;

/// How long one guess at a PIN takes on this device, in milliseconds.
const GUESS_MS: u32 = 500;

/// A person as the screens show them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which person.
    pub id: PersonId,
    /// Their name, which is no secret.
    pub name: String,
    /// Whether a recovery kit opens their data too.
    pub has_kit: bool,
    /// Whether a passkey does.
    pub has_passkey: bool,
    /// Minutes without a touch after which it locks.
    pub lock_after: u32,
}

impl Shown {
    pub(super) fn of(id: PersonId, person: &Person) -> Self {
        let (name, lock_after) = (person.name.clone(), person.lock_after);
        let (has_kit, has_passkey) = (person.has(Asks::Kit), person.has(Asks::Passkey));
        Self { id, name, has_kit, has_passkey, lock_after }
    }
}

/// Why something with a person did not happen. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeopleError {
    /// The name is not taken.
    Name(Problem),
    /// The device is full of people.
    TooMany,
    /// The PIN or passphrase is too easy to guess.
    Weak,
    /// Somebody does not get in.
    Refused(Refused),
    /// The browser has no safe place for keys here: not https, or too old.
    Insecure,
    /// The browser lost its own key of this person; only a kit opens.
    KeyLost,
    /// The storage.
    Storage(Reason),
    /// So many changes are nowhere else; keep a copy first.
    AtStake(Stake),
    /// A recording of a parent could not be kept, and is in memory alone.
    Unheard,
    /// This browser, or what it asked, makes no keys of passkeys.
    NoPasskey,
    /// The person stopped at the passkey, or took too long.
    Stopped,
    /// Nobody is in, or another tab goes on.
    NotOpen,
}

impl From<Refused> for PeopleError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Store(error) => error.into(),
            Refused::Slot(UnlockError::Weak) => Self::Weak,
            other => Self::Refused(other),
        }
    }
}

impl From<StoreError> for PeopleError {
    fn from(error: StoreError) -> Self {
        Self::Storage(Reason::of(&error, None))
    }
}

impl From<KeyFault> for PeopleError {
    fn from(fault: KeyFault) -> Self {
        match fault {
            KeyFault::Impossible => Self::Insecure,
            KeyFault::Missing => Self::KeyLost,
            KeyFault::Store(error) => error.into(),
        }
    }
}

impl From<UnlockError> for PeopleError {
    fn from(error: UnlockError) -> Self {
        Refused::Slot(error).into()
    }
}

type Outcome<T = ()> = Result<T, PeopleError>;

impl AppState {
    /// Whether there is data of an earlier version that whoever begins takes over.
    #[must_use]
    pub fn found_plain_data(&self) -> bool {
        self.hall().is_ok_and(|hall| hall.plain)
    }

    /// Somebody begins on this device, and is in. The first one takes over what an earlier version left.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn begin(&self, name: &str, secret: &str) -> Outcome {
        let hall = self.hall()?;
        let people = registry::list(&hall.common).await?;
        let name = name::judge(name, people.known.iter().map(|(_, p)| p.name.as_str()));
        let name = name.map_err(PeopleError::Name)?;
        if people.known.len() >= registry::MOST {
            return Err(PeopleError::TooMany);
        }
        replica::unlock::judge_secret(secret)?;
        let id = PersonId::from_bytes(random::bytes().ok_or(PeopleError::Insecure)?);
        let mut rng = generator()?;
        let secrets = Unlocked::generate(&mut rng);
        let slot = secret_slot(id, &secrets, secret, &mut rng).await?;
        let plain = if hall.plain && people.known.is_empty() { Plain::Copy } else { Plain::None };
        registry::add(&hall.common, id, &Person::new(name, &slot, plain)).await?;
        marker::set();
        self.walk_in(&hall, id, secrets).await
    }

    /// Somebody gets in with PIN or passphrase.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn unlock(&self, id: PersonId, secret: &str) -> Outcome {
        let hall = self.hall()?;
        let secrets = check(&hall, id, secret).await?;
        self.walk_in(&hall, id, secrets).await
    }

    /// Replaces the PIN or passphrase of the person who is in.
    ///
    /// # Errors
    /// See [`PeopleError`]; then the old one still holds.
    pub async fn change_secret(&self, old: &str, new: &str) -> Outcome {
        let (hall, me) = (self.hall()?, self.who()?);
        replica::unlock::judge_secret(new)?;
        let secrets = check(&hall, me.id, old).await?;
        let slot = secret_slot(me.id, &secrets, new, &mut generator()?).await?;
        self.change_me(|person| person.set_slot(&slot)).await
    }

    /// How long the device may lie untouched before it locks, in minutes.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn set_lock_after(&self, minutes: u32) -> Outcome {
        self.change_me(|person| person.lock_after = minutes).await
    }

    /// Saves what is typed and locks: the page loads anew, so that nothing stays in memory.
    ///
    /// # Errors
    /// When something could not be saved. Then it stays open, because locking would lose it.
    pub async fn lock(&self) -> Outcome {
        self.save_everything().await?;
        if self.holds_voices() {
            // Of somebody who was in before. They stay in memory until that person is in again.
            self.leave();
            self.enter(Door::TakeOver, false);
        } else {
            self.close_for_good();
        }
        Ok(())
    }

    /// Changes and files of the person who is in that exist nowhere else.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn at_stake(&self) -> Outcome<Stake> {
        self.save_everything().await?;
        let desk = self.open_desk().ok_or(PeopleError::NotOpen)?;
        Ok(leaving::at_stake(desk.spaces.store()).await?)
    }

    /// Takes the person who is in off this device, for good: way in, key and data. Only when everything is elsewhere.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn leave_device(&self, secret: &str) -> Outcome {
        let (hall, me) = (self.hall()?, self.who()?);
        match self.at_stake().await? {
            stake if stake.is_nothing() => {}
            stake => return Err(PeopleError::AtStake(stake)),
        }
        check(&hall, me.id, secret).await?;
        registry::leave(&hall.common, me.id).await?;
        if let Some(desk) = self.open_desk() {
            desk.spaces.store().close();
        }
        // What fails here is done at the next start; from now on nothing opens the data.
        let _ = destroy(&hall, me.id).await;
        if registry::list(&hall.common).await.is_ok_and(|people| people.known.is_empty()) {
            marker::clear();
        }
        self.close_for_good();
        Ok(())
    }

    /// The file with a copy has left: from here on those changes, and the files in it, are elsewhere too.
    pub(super) async fn note_copied(&self, files: &[(SpaceId, BlobId)]) {
        if let Some(desk) = self.open_desk() {
            // When it cannot be kept, leaving asks for a copy once more.
            let _ = leaving::mark_copied(desk.spaces.store(), files).await;
        }
    }

    /// After the browser removed everything under us: makes the way in again, before the data is written anew.
    pub(super) async fn renew_way_in(&self) -> Outcome {
        let (hall, me) = (self.hall()?, self.who()?);
        if registry::person(&hall.common, me.id).await.is_ok() {
            return Ok(());
        }
        let person = self.me_as_kept().ok_or(PeopleError::NotOpen)?;
        own_key::keep_again(me.id).await?;
        hall.common.begin_anew();
        Ok(registry::add(&hall.common, me.id, &person).await?)
    }

    /// Removes what is left of people who went while the device was switched off halfway.
    pub(super) async fn finish_leaving(&self, leaving: Vec<PersonId>) {
        let Ok(hall) = self.hall() else { return };
        for id in leaving {
            let _ = destroy(&hall, id).await;
        }
    }

    async fn save_everything(&self) -> Outcome {
        // What was typed in a field that still has the focus is handed in by leaving the field.
        page::blur();
        self.finish_typing();
        let desk = self.open_desk().ok_or(PeopleError::NotOpen)?;
        let heard = self.settle_voices().await;
        match desk.saved().await {
            _ if !heard => Err(PeopleError::Unheard),
            SaveState::NotSaved(error) => {
                let fenced = desk.spaces.store().fenced();
                Err(PeopleError::Storage(Reason::of(&error, fenced)))
            }
            _ => Ok(()),
        }
    }

    async fn change_me(&self, change: impl FnOnce(&mut Person)) -> Outcome {
        let (hall, me) = (self.hall()?, self.who()?);
        let person = registry::change(&hall.common, me.id, change).await?;
        self.show_me(me.id, person);
        Ok(())
    }

    async fn walk_in(&self, hall: &Rc<Hall>, id: PersonId, secrets: Unlocked) -> Outcome {
        put(self.set.boot, Boot::Opening);
        let room = hall.open_room(id, &secrets, self.title()).await;
        match (room, registry::person(&hall.common, id).await) {
            (Ok(opened), Ok(person)) => {
                self.show_me(id, person);
                self.arrive(opened, secrets);
            }
            (outcome, _) => {
                // This tab keeps the right to write; trying again begins in the hall.
                let otherwise = Boot::Failed { reason: Reason::Other };
                put(self.set.boot, outcome.err().unwrap_or(otherwise));
            }
        }
        Ok(())
    }
}

fn generator() -> Outcome<Generator> {
    random::generator().ok_or(PeopleError::Insecure)
}

/// The secrets of a person, by a PIN or passphrase. Takes about half a second in which the page stands still.
async fn check(hall: &Hall, id: PersonId, secret: &str) -> Outcome<Unlocked> {
    let platform = own_key::bytes(id).await?;
    crate::platform::next_paint().await;
    let now = u64::try_from(clock::now_ms()).unwrap_or(0);
    let open = |slot: &Slot| slot.open(Lock::Secret { text: secret, platform: &platform });
    Ok(registry::try_secret(&hall.common, id, now, open).await?)
}

/// A slot for a new PIN or passphrase, that costs a guess about half a second on this device.
async fn secret_slot(
    id: PersonId,
    secrets: &Unlocked,
    secret: &str,
    rng: &mut Generator,
) -> Outcome<Slot> {
    let platform = own_key::make(id).await?;
    crate::platform::next_paint().await;
    let began = clock::stopwatch_ms();
    START.rehearse()?;
    let cost = Cost::calibrate(clock::stopwatch_ms().saturating_sub(began), GUESS_MS);
    Ok(secrets.lock(Lock::Secret { text: secret, platform: &platform }, cost, rng)?)
}

async fn destroy(hall: &Hall, id: PersonId) -> Outcome {
    own_key::destroy(id).await?;
    storage::delete(&boot::database(id)).await?;
    Ok(registry::gone(&hall.common, id).await?)
}
