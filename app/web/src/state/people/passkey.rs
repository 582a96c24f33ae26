//! A passkey beside the PIN: making one, getting in with it, taking it away. It is offered and never needed.

use super::{Outcome, PeopleError, check, generator};
use crate::platform::passkey::{self, PasskeyFault};
use crate::platform::{own_key, random};
use crate::state::AppState;
use model::people::PersonId;
use model::people::registry::{self, Refused};
use replica::unlock::{Asks, Lock, START, Slot};

impl From<PasskeyFault> for PeopleError {
    fn from(fault: PasskeyFault) -> Self {
        match fault {
            PasskeyFault::Impossible => Self::NoPasskey,
            PasskeyFault::Stopped => Self::Stopped,
        }
    }
}

impl AppState {
    /// Makes a passkey that opens the data of the person who is in, beside the PIN. The browser asks the person.
    ///
    /// # Errors
    /// See [`PeopleError`]; then nothing was changed here.
    pub async fn add_passkey(&self, secret: &str) -> Outcome {
        let (hall, me) = (self.hall()?, self.who()?);
        let secrets = check(&hall, me.id, secret).await?;
        let platform = own_key::bytes(me.id).await?;
        let made = passkey::make(me.id.bytes(), &me.name, &challenge()?).await?;
        let lock = Lock::Passkey { prf: &made.secret, platform: &platform };
        let slot = secrets.lock(lock, START, &mut generator()?)?;
        self.change_me(|person| person.set_passkey(&made.name, &slot)).await
    }

    /// Gets in with the passkey.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn unlock_with_passkey(&self, id: PersonId) -> Outcome {
        let hall = self.hall()?;
        let person = registry::person(&hall.common, id).await?;
        let name = person.passkey().ok_or(PeopleError::Refused(Refused::NoWay))?;
        let platform = own_key::bytes(id).await?;
        let prf = passkey::open(&name, &challenge()?).await?;
        let open = |slot: &Slot| slot.open(Lock::Passkey { prf: &prf, platform: &platform });
        let secrets = registry::try_strong(&hall.common, id, Asks::Passkey, open).await?;
        self.walk_in(&hall, id, secrets).await
    }

    /// From here on the passkey opens nothing. The browser keeps it in its own list until the person removes it there.
    ///
    /// # Errors
    /// See [`PeopleError`].
    pub async fn remove_passkey(&self) -> Outcome {
        self.change_me(|person| person.remove_slot(Asks::Passkey)).await
    }
}

/// What the passkey signs. Nobody looks at it: what counts is the key that it makes.
fn challenge() -> Outcome<[u8; 32]> {
    random::bytes().ok_or(PeopleError::Insecure)
}
