//! The people of one device: who they are, what opens their data, how long a wrong PIN waits, when it locks by itself.
//! Pure; the store is a port and the time an argument. What a person wrote is elsewhere, sealed.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use replica::unlock::{Asks, Attempts, Slot};
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub mod idle;
pub mod name;
pub mod registry;

#[cfg(test)]
mod tests;

/// A random id. It names the person's database and says nothing about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId([u8; 16]);

impl PersonId {
    /// An id of these random bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for PersonId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        unhex(text).and_then(|bytes| bytes.try_into().ok()).map(Self).ok_or(())
    }
}

/// Data of the version that did not encrypt, which the first person takes over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Plain {
    /// There is none, or it is gone.
    #[default]
    None,
    /// To be copied first.
    Copy,
    /// The copy was read back: only to be removed. Copying again would undo later work.
    Remove,
}

/// One person, as the row in the common database tells. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// As everybody sees it on the lock screen.
    pub name: String,
    slots: Vec<String>,
    #[serde(default)]
    wrong: u32,
    #[serde(default)]
    last: u64,
    /// Minutes without a touch after which it locks.
    #[serde(default = "idle::standard")]
    pub lock_after: u32,
    /// Whether anything was ever saved, which tells an emptied database from a new one.
    #[serde(default)]
    pub began: bool,
    /// What is left to do with data of the version that did not encrypt.
    #[serde(default)]
    pub plain: Plain,
    /// The passkey that a slot belongs to, as the browser names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    passkey: Option<String>,
    #[serde(flatten)]
    later: BTreeMap<String, Value>,
}

impl Person {
    /// A person who begins here. `name` went through [`name::judge`].
    pub fn new(name: String, slot: &Slot, plain: Plain) -> Self {
        Self {
            name,
            slots: vec![hex(&slot.encode())],
            wrong: 0,
            last: 0,
            lock_after: idle::standard(),
            began: false,
            plain,
            passkey: None,
            later: BTreeMap::new(),
        }
    }

    /// Reads the row. `None` when it is not what this app writes; leave it as it is then.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The bytes of the row.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The slot that opens this way. The error is that of the slot; `Ok(None)` when there is none.
    pub fn slot(&self, asks: Asks) -> Result<Option<Slot>, replica::unlock::UnlockError> {
        let mut problem = None;
        for text in &self.slots {
            match Slot::decode(&unhex(text).unwrap_or_default()) {
                Ok(slot) if slot.asks() == asks => return Ok(Some(slot)),
                Ok(_) => {}
                Err(error) => problem = Some(error),
            }
        }
        problem.map_or(Ok(None), Err)
    }

    /// Whether there is a way in of this kind.
    pub fn has(&self, asks: Asks) -> bool {
        matches!(self.slot(asks), Ok(Some(_)))
    }

    /// Puts a slot in the place of the one that opens the same way. Slots of a later version stay.
    pub fn set_slot(&mut self, slot: &Slot) {
        self.remove_slot(slot.asks());
        self.slots.push(hex(&slot.encode()));
    }

    /// Takes the way in of this kind away.
    pub fn remove_slot(&mut self, asks: Asks) {
        let opens = |text: &String| {
            unhex(text).and_then(|bytes| Slot::decode(&bytes).ok()).map(|slot| slot.asks())
        };
        self.slots.retain(|text| opens(text) != Some(asks));
        if asks == Asks::Passkey {
            self.passkey = None;
        }
    }

    /// The passkey of the slot, as the browser names it.
    pub fn passkey(&self) -> Option<Vec<u8>> {
        self.passkey.as_deref().and_then(unhex)
    }

    /// Adds a passkey as a way in.
    pub fn set_passkey(&mut self, name: &[u8], slot: &Slot) {
        self.set_slot(slot);
        self.passkey = Some(hex(name));
    }

    /// Wrong attempts since the last right one.
    pub const fn attempts(&self) -> Attempts {
        Attempts { wrong: self.wrong, last: self.last }
    }

    /// Keeps the attempts.
    pub const fn set_attempts(&mut self, attempts: Attempts) {
        self.wrong = attempts.wrong;
        self.last = attempts.last;
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(
        digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect(),
    )
}
