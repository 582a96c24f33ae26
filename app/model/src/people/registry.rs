//! The common database of a device: who is here, trying to get in, coming and going. Over any store.

use replica::store::{Op, Store, StoreError, Table, all};
use replica::unlock::{Asks, Attempts, Slot, UnlockError, Unlocked};
use rules::order::Order;

use super::{Person, PersonId};

/// More people than this do not fit on one device.
pub const MOST: usize = 24;

const PERSON: &str = "person/";
const LEAVING: &str = "leaving/";

/// Who is on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// In the order of their names.
    pub known: Vec<(PersonId, Person)>,
    /// Rows that cannot be read, of a later version or damaged. They are left alone.
    pub unreadable: usize,
    /// People who left and whose data is not all gone yet.
    pub leaving: Vec<PersonId>,
}

/// Why somebody does not get in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not this PIN, passphrase, passkey or kit. `wait`: milliseconds until the next attempt.
    Wrong { wait: u64 },
    /// Too many wrong ones; nothing was tried. `wait`: milliseconds still to go.
    Wait { wait: u64 },
    /// There is no way in of this kind.
    NoWay,
    /// The slot is damaged, of a later version, or the device lacks the memory.
    Slot(UnlockError),
    /// Nobody of this id is here.
    Unknown,
    /// The common database.
    Store(StoreError),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Everybody on the device.
///
/// # Errors
/// Those of the store.
pub async fn list<S: Store>(store: &S) -> Result<People, StoreError> {
    let mut people = People::default();
    for row in all(store, Table::Meta, PERSON).await? {
        let id = row.key.strip_prefix(PERSON).and_then(|id| id.parse().ok());
        match id.zip(Person::read(&row.value)) {
            Some(known) => people.known.push(known),
            None => people.unreadable += 1,
        }
    }
    people.known.order_by_key(|(id, person)| (person.name.to_lowercase(), *id));
    let leaving = all(store, Table::Meta, LEAVING).await?;
    people.leaving =
        leaving.iter().filter_map(|row| row.key.strip_prefix(LEAVING)?.parse().ok()).collect();
    Ok(people)
}

/// One person.
///
/// # Errors
/// `Unknown`, or those of the store.
pub async fn person<S: Store>(store: &S, id: PersonId) -> Result<Person, Refused> {
    let row = store.get(Table::Meta, &format!("{PERSON}{id}")).await?;
    row.and_then(|row| Person::read(&row)).ok_or(Refused::Unknown)
}

/// Keeps a person who begins here.
///
/// # Errors
/// Those of the store; a conflict when the id was used before.
pub async fn add<S: Store>(store: &S, id: PersonId, person: &Person) -> Result<(), StoreError> {
    let (table, key) = (Table::Meta, format!("{PERSON}{id}"));
    store.commit(&[Op::Insert { table, key, value: person.write() }]).await
}

/// Changes what is kept of a person.
///
/// # Errors
/// `Unknown`, or those of the store; then nothing was changed.
pub async fn change<S: Store>(
    store: &S,
    id: PersonId,
    change: impl FnOnce(&mut Person),
) -> Result<Person, Refused> {
    let mut person = person(store, id).await?;
    change(&mut person);
    put(store, id, &person).await?;
    Ok(person)
}

async fn put<S: Store>(store: &S, id: PersonId, person: &Person) -> Result<(), StoreError> {
    let (table, key) = (Table::Meta, format!("{PERSON}{id}"));
    store.commit(&[Op::Put { table, key, value: person.write() }]).await
}

/// Tries to get in with a secret that can be guessed. The attempt is counted and kept before it is made; `open` is called at most once.
///
/// # Errors
/// See [`Refused`].
pub async fn try_secret<S: Store>(
    store: &S,
    id: PersonId,
    now: u64,
    open: impl FnOnce(&Slot) -> Result<Unlocked, UnlockError>,
) -> Result<Unlocked, Refused> {
    let mut person = person(store, id).await?;
    let attempts = person.attempts().settle(now);
    let slot = person.slot(Asks::Secret).map_err(Refused::Slot)?.ok_or(Refused::NoWay)?;
    if attempts.wait(now) > 0 {
        if attempts != person.attempts() {
            person.set_attempts(attempts);
            put(store, id, &person).await?;
        }
        return Err(Refused::Wait { wait: attempts.wait(now) });
    }
    let counted = attempts.begin(now);
    person.set_attempts(counted);
    put(store, id, &person).await?;
    let outcome = open(&slot);
    if !matches!(outcome, Err(UnlockError::Wrong)) {
        person.set_attempts(if outcome.is_ok() { Attempts::right() } else { attempts });
        put(store, id, &person).await?;
    }
    outcome.map_err(|error| match error {
        UnlockError::Wrong => Refused::Wrong { wait: counted.wait(now) },
        UnlockError::OtherWay => Refused::NoWay,
        other => Refused::Slot(other),
    })
}

/// Gets in with what cannot be guessed: a passkey or a kit.
///
/// # Errors
/// See [`Refused`].
pub async fn try_strong<S: Store>(
    store: &S,
    id: PersonId,
    asks: Asks,
    open: impl FnOnce(&Slot) -> Result<Unlocked, UnlockError>,
) -> Result<Unlocked, Refused> {
    let person = person(store, id).await?;
    let slot = person.slot(asks).map_err(Refused::Slot)?.ok_or(Refused::NoWay)?;
    open(&slot).map_err(|error| match error {
        UnlockError::Wrong => Refused::Wrong { wait: 0 },
        UnlockError::OtherWay => Refused::NoWay,
        other => Refused::Slot(other),
    })
}

/// Takes a person off the device: from here on nothing opens their data. Then remove key and database, and call
/// [`gone`]. In between, [`People::leaving`] says what is left to do.
///
/// # Errors
/// Those of the store; then nothing was changed.
pub async fn leave<S: Store>(store: &S, id: PersonId) -> Result<(), StoreError> {
    let table = Table::Meta;
    store
        .commit(&[
            Op::Delete { table, key: format!("{PERSON}{id}") },
            Op::Put { table, key: format!("{LEAVING}{id}"), value: Vec::new() },
        ])
        .await
}

/// Nothing is left of this person.
///
/// # Errors
/// Those of the store.
pub async fn gone<S: Store>(store: &S, id: PersonId) -> Result<(), StoreError> {
    store.commit(&[Op::Delete { table: Table::Meta, key: format!("{LEAVING}{id}") }]).await
}
