//! The recovery kit of a person: making the paper, and getting in with it when the PIN is forgotten.

use super::{Outcome, PeopleError, check, generator, secret_slot};
use crate::platform::clock;
use crate::platform::http::{self, Fetch};
use crate::state::AppState;
use crate::state::device::put;
use crate::state::sharing::{ShareError, SpaceShown};
use crate::state::status::Reason;
use model::people::PersonId;
use model::people::registry;
use model::sharing::courier::{Courier, Proves};
use model::spaces::{KitError, Restored};
use replica::recovery::{Card, Kit, RecoveryError, combine};
use replica::unlock::{Asks, Lock, START, UnlockError};
use rules::text::Lang;

/// Why a kit brought nothing back.
#[derive(Clone, Debug, PartialEq)]
pub enum RestoreError {
    Kit(KitError),
    NotSaved(Reason),
    /// Nobody is in, or another tab goes on.
    NotOpen,
}

/// What is printed, as groups of letters and digits.
#[derive(Clone, PartialEq, Eq)]
pub enum Paper {
    /// One sheet that opens alone.
    Whole(String),
    /// Three sheets, any two of which open.
    Cards([String; 3]),
}

impl AppState {
    /// Makes a kit for the person who is in; an earlier one no longer opens. The device forgets it at once. `elsewhere`: it also
    /// brings the spaces back on another device, so from here on they are sent.
    ///
    /// # Errors
    /// See [`PeopleError`]; then the earlier kit still opens this device.
    pub async fn make_kit(&self, secret: &str, as_cards: bool, elsewhere: bool) -> Outcome<Paper> {
        let (hall, me) = (self.hall()?, self.who()?);
        let secrets = check(&hall, me.id, secret).await?;
        let mut rng = generator()?;
        let kit = Kit::generate(&mut rng);
        let slot = secrets.lock(Lock::Kit(&kit), START, &mut rng)?;
        let paper = if as_cards {
            let cards = kit.cards(&mut rng).ok_or(UnlockError::Memory)?;
            Paper::Cards(cards.map(|card| card.words().to_string()))
        } else {
            Paper::Whole(kit.words().to_string())
        };
        self.put_on_spaces(elsewhere.then_some(&kit)).await?;
        self.change_me(|person| person.set_slot(&slot)).await?;
        Ok(paper)
    }

    /// Takes an earlier kit out of the spaces and names this one in them.
    async fn put_on_spaces(&self, kit: Option<&Kit>) -> Outcome {
        self.save_everything().await?;
        let desk = self.open_desk().ok_or(PeopleError::NotOpen)?;
        let outcome = async {
            desk.spaces.end_kits(clock::now()).await?;
            match kit {
                Some(kit) => desk.spaces.name_kit(kit, clock::now()).await,
                None => Ok(()),
            }
        };
        let outcome = outcome.await;
        let saved = self.saved(&desk).await;
        match (outcome, saved) {
            (Ok(()), Ok(())) => Ok(()),
            (Err(KitError::Store(error)), _) => Err(error.into()),
            (_, Err(ShareError::NotSaved(reason))) => Err(PeopleError::Storage(reason)),
            _ => Err(PeopleError::Storage(Reason::Other)),
        }
    }

    /// The names of the spaces that the kit does not bring back, because somebody else manages them.
    pub fn not_on_kit(&self, lang: Lang) -> Vec<String> {
        let Some(desk) = self.open_desk() else { return Vec::new() };
        desk.spaces.not_on_kit().iter().map(|open| SpaceShown::of(open).name(lang)).collect()
    }

    /// Brings back, on this device, the spaces that a kit opens. The server is asked as the kit; this device becomes one of the
    /// same person.
    ///
    /// # Errors
    /// See [`RestoreError`]; then nothing was changed.
    pub async fn restore_spaces(&self, kit: &Kit) -> Result<Restored, RestoreError> {
        let desk = self.open_desk().ok_or(RestoreError::NotOpen)?;
        let origin = http::origin().ok_or(RestoreError::NotOpen)?;
        let courier = Courier::new(Fetch, origin, Proves::Device(kit.keys()));
        let ask = async |message| courier.sync(message, clock::now()).await;
        let restored = desk.spaces.restore(kit, ask, clock::now()).await;
        put(self.set.reach, courier.reach());
        let restored = restored.map_err(RestoreError::Kit)?;
        match self.saved(&desk).await {
            Err(ShareError::NotSaved(reason)) => Err(RestoreError::NotSaved(reason)),
            _ => Ok(restored),
        }
    }

    /// Gets in with a kit instead of the forgotten PIN, and sets a new PIN or passphrase.
    ///
    /// # Errors
    /// See [`PeopleError`]; then nothing was changed.
    pub async fn restore(&self, id: PersonId, kit: &Kit, secret: &str) -> Outcome {
        let hall = self.hall()?;
        replica::unlock::judge_secret(secret)?;
        let open = |slot: &replica::unlock::Slot| slot.open(Lock::Kit(kit));
        let secrets = registry::try_strong(&hall.common, id, Asks::Kit, open).await?;
        let slot = secret_slot(id, &secrets, secret, &mut generator()?).await?;
        let changed = registry::change(&hall.common, id, |person| {
            person.set_slot(&slot);
            person.set_attempts(replica::unlock::Attempts::right());
        });
        changed.await.map_err(PeopleError::from)?;
        self.walk_in(&hall, id, secrets).await
    }
}

/// What somebody typed from paper: a whole kit, or two cards.
///
/// # Errors
/// What is wrong with it, of the first or the second paper.
pub fn read(first: &str, second: &str) -> Result<Kit, RecoveryError> {
    if second.trim().is_empty() {
        return Kit::read(first);
    }
    combine(&Card::read(first)?, &Card::read(second)?)
}
