//! Opening, in two steps. The hall: the right to write, and who is on this device; nobody's data. The room: the data of
//! the person who got in. Each ends in one of the states that the screen knows.

use super::desk::Room;
use super::people::Vault;
use super::status::{Boot, Reason};
use crate::platform::locks::{self, Ask, Right};
use crate::platform::storage::{self, IdbStore};
use crate::platform::{clock, marker, random};
use model::device::{self, Marks, Start};
use model::people::registry::{self, People};
use model::people::{PersonId, Plain};
use model::spaces::{Found, Me, Spaces};
use replica::store::{StoreError, moving};
use replica::unlock::Unlocked;

/// How the right to write was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// Only when no other tab has it.
    IfFree,
    /// The person said "Ga hier verder".
    TakeOver,
}

/// Where everybody stands before getting in. It stays for as long as this tab writes.
pub(super) struct Hall {
    pub(super) right: Right,
    /// Who is on the device, and what opens their data.
    pub(super) common: IdbStore,
    /// Whether there is data of the version that did not encrypt, for the first person.
    pub(super) plain: bool,
    /// Whether a person accepted that the data is gone.
    pub(super) may_be_empty: bool,
    token: String,
}

/// Opens the hall. `held` is the right to write when this tab has it already; `lost` is called when another tab takes
/// it later on.
///
/// # Errors
/// The state to show instead.
pub(super) async fn open_hall(
    door: Door,
    held: Option<Right>,
    may_be_empty: bool,
    lost: impl FnOnce() + Clone + 'static,
) -> Result<(Hall, People), Boot> {
    let right = match (held, door) {
        (Some(held), _) => Some(held),
        (None, Door::IfFree) => locks::ask(Ask::Shortly, lost).await,
        (None, Door::TakeOver) => locks::take_over(lost).await,
    };
    let right = right.ok_or(Boot::Elsewhere)?;
    let opened = look_around(right.clone(), may_be_empty).await;
    if opened.is_err() {
        right.release();
    }
    opened
}

async fn look_around(right: Right, may_be_empty: bool) -> Result<(Hall, People), Boot> {
    let token = random::number().ok_or(Boot::Failed { reason: Reason::Other })?.to_string();
    let common = IdbStore::open(storage::PEOPLE, &token).await.map_err(failed)?;
    let people = registry::list(&common).await.map_err(failed)?;
    let nobody = people.known.is_empty() && people.unreadable == 0;
    let plain = nobody && plain_data(&token).await.map_err(failed)?.is_some();
    let marks = Marks { data: !nobody || plain, was_here: marker::is_set() };
    if device::start(marks) == Start::Evicted && !may_be_empty {
        return Err(Boot::Evicted);
    }
    Ok((Hall { right, common, plain, may_be_empty, token }, people))
}

/// The database of the version that did not encrypt, if anything is in it.
async fn plain_data(token: &str) -> Result<Option<IdbStore>, StoreError> {
    let plain = IdbStore::open(storage::PLAIN, token).await?;
    let used = plain.was_used().await?;
    Ok(used.then_some(plain))
}

/// The name of a person's database.
pub(super) fn database(id: PersonId) -> String {
    format!("{}-{id}", storage::PLAIN)
}

impl Hall {
    /// Opens the data of somebody who got in.
    ///
    /// # Errors
    /// The state to show instead.
    pub(super) async fn open_room(
        &self,
        id: PersonId,
        secrets: &Unlocked,
        title: &str,
    ) -> Result<(Room, Found), Boot> {
        let vault = self.vault(id, secrets).await?;
        self.take_plain_data(id, &vault).await.map_err(failed)?;
        let person = registry::person(&self.common, id).await;
        let began = person.as_ref().is_ok_and(|person| person.began);
        let name = person.map(|person| person.name).unwrap_or_default();
        let data = vault.database().was_used().await.map_err(failed)?;
        if device::start(Marks { data, was_here: began }) == Start::Evicted && !self.may_be_empty {
            return Err(Boot::Evicted);
        }
        if data && !began {
            // From here on an empty database is one that was emptied.
            let _ = registry::change(&self.common, id, |person| person.began = true).await;
        }
        open_spaces(vault, name, secrets, title).await.map_err(failed)
    }

    async fn vault(&self, id: PersonId, secrets: &Unlocked) -> Result<Vault, Boot> {
        let rng = random::generator().ok_or(Boot::Failed { reason: Reason::Other })?;
        let rows = IdbStore::open(&database(id), &self.token).await.map_err(failed)?;
        Ok(Vault::new(rows, &secrets.store, rng))
    }

    /// Takes over the data of the version that did not encrypt, in steps that each may be the last: the sealed copy is
    /// read back, that is remembered, and only then the plain one goes. When it cannot go now it is tried next time.
    async fn take_plain_data(&self, id: PersonId, vault: &Vault) -> Result<(), StoreError> {
        let person = registry::person(&self.common, id).await;
        let mut plain = person.map_or(Plain::None, |person| person.plain);
        if plain == Plain::Copy {
            if let Some(old) = plain_data(&self.token).await? {
                moving::copy(&old, vault).await?;
            }
            plain = Plain::Remove;
            self.note_plain(id, plain).await?;
        }
        if plain == Plain::Remove && storage::delete(storage::PLAIN).await.is_ok() {
            self.note_plain(id, Plain::None).await?;
        }
        Ok(())
    }

    async fn note_plain(&self, id: PersonId, plain: Plain) -> Result<(), StoreError> {
        match registry::change(&self.common, id, |person| person.plain = plain).await {
            Err(registry::Refused::Store(error)) => Err(error),
            _ => Ok(()),
        }
    }
}

/// Opens the spaces anew on a storage that is open already.
///
/// # Errors
/// The reason why not.
pub(super) async fn reopen(
    store: Vault,
    name: String,
    secrets: &Unlocked,
    title: &str,
) -> Result<(Room, Found), Reason> {
    let fenced = store.clone();
    let opened = open_spaces(store, name, secrets, title).await;
    opened.map_err(|error| Reason::of(&error, fenced.fenced()))
}

/// Rows that were damaged at rest are set apart, like every row that makes no sense.
async fn open_spaces(
    vault: Vault,
    name: String,
    secrets: &Unlocked,
    title: &str,
) -> Result<(Room, Found), StoreError> {
    let insecure = || StoreError::Other("no random source".to_owned());
    let peer = random::number().ok_or_else(insecure)?;
    let me = Me { keys: secrets.keys.clone(), name, peer };
    let generator = || random::generator().ok_or_else(insecure);
    let now = clock::now();
    match Spaces::open(vault.clone(), me.clone(), generator()?, title, now).await {
        Err(StoreError::Corrupt { .. }) => {
            vault.be_lenient();
            Spaces::open(vault, me, generator()?, title, now).await
        }
        outcome => outcome,
    }
}

fn failed(error: StoreError) -> Boot {
    Boot::Failed { reason: Reason::of(&error, None) }
}
