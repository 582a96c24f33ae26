//! The recovery kit of a person: making the paper, and getting in with it when the PIN is forgotten.

use super::{Outcome, PeopleError, check, generator, secret_slot};
use crate::state::AppState;
use model::people::PersonId;
use model::people::registry;
use replica::recovery::{Card, Kit, RecoveryError, combine};
use replica::unlock::{Asks, Lock, START, UnlockError};

/// What is printed, as groups of letters and digits.
#[derive(Clone, PartialEq, Eq)]
pub enum Paper {
    /// One sheet that opens alone.
    Whole(String),
    /// Three sheets, any two of which open.
    Cards([String; 3]),
}

impl AppState {
    /// Makes a kit for the person who is in; an earlier one no longer opens. The device forgets it at once.
    ///
    /// # Errors
    /// See [`PeopleError`]; then the earlier kit still holds.
    pub async fn make_kit(&self, secret: &str, as_cards: bool) -> Outcome<Paper> {
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
        self.change_me(|person| person.set_slot(&slot)).await?;
        Ok(paper)
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
