//! A document that merges: a thin typed container over Loro.
//!
//! Fields are multi-value registers kept flat in a map: the key is `name#write-id`, a write adds its
//! own key and removes the keys it saw, so concurrent writes both stay. Nested maps are mergeable
//! containers only. No wall clock is read or stored. README.md specifies the layout.

use std::collections::{BTreeMap, BTreeSet};

use loro::{
    Container, ExportMode, IdSpan, LoroDoc, LoroMap, LoroValue, ValueOrContainer, VersionVector,
};
use thiserror::Error;

use crate::id::{DeviceId, Hash};
use crate::member::Grant;

mod adding;
mod hash;
pub mod trial;
mod undo;
mod value;
mod values;
mod version;
mod write;

pub use undo::{Step, Undone};
pub use value::Value;
pub use version::Version;
pub use write::Writer;

/// Who is editing: one number per session (a fresh random one for every tab that is opened) and the
/// device that the session belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Session {
    pub peer: u64,
    pub device: DeviceId,
}

/// Why bytes did not become part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DocumentError {
    /// The bytes are not changes, or damaged ones. Nothing was applied.
    #[error("the changes are damaged: {0}")]
    Damaged(String),
    /// A step could not be written. Nothing of the edit remains.
    #[error("the document refused a change: {0}")]
    Refused(String),
    /// Its author may only add, and it does more. Nothing was applied.
    #[error("the changes do more than add")]
    NotAdding,
}

/// Where registers live: a root map, or one item of a collection.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    root: String,
    item: Option<String>,
}

impl Place {
    /// The root map with this name: a constant of the program, without `/`.
    pub fn root(name: &str) -> Self {
        Self { root: name.to_owned(), item: None }
    }

    /// One item of a collection.
    pub fn item(collection: &str, id: &str) -> Self {
        Self { root: items_of(collection), item: Some(id.to_owned()) }
    }
}

fn items_of(collection: &str) -> String {
    format!("{collection}.items")
}

/// One of the values that a register holds; more than one means a choice is waiting.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub value: Value,
    /// The device that wrote it, as the document says. (A signature says it for sure, later.)
    pub author: Option<DeviceId>,
    /// Goes up with every write that saw the one before. Not a time.
    pub clock: u64,
    /// Names this one write, for a command that chooses it.
    pub write: String,
}

/// The registers of one place. In each, the entry that comes first is the same on every device.
pub type Registers = BTreeMap<String, Vec<Entry>>;

/// What an edit made.
#[derive(Clone, Debug)]
pub struct Edit<T> {
    /// What the closure answered.
    pub answer: T,
    /// The bytes for an envelope; nothing when nothing changed.
    pub update: Option<Vec<u8>>,
    /// How to take it back.
    pub step: Step,
}

/// What an import did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// Some of it waits for changes that have not arrived.
    pub pending: bool,
}

/// See the module's header.
#[derive(Debug)]
pub struct Document {
    loro: LoroDoc,
    session: Session,
    /// Writes that an undo of this session made again: from the earlier id to the new one.
    again: BTreeMap<String, String>,
    /// Changes of who may only add, that wait for others; and those that did more than add.
    waiting: BTreeMap<Hash, Vec<u8>>,
    refused: BTreeSet<Hash>,
}

impl Document {
    /// An empty document.
    pub fn new(session: Session) -> Result<Self, DocumentError> {
        let loro = LoroDoc::new();
        loro.set_peer_id(session.peer).map_err(refused)?;
        let (again, waiting, refused) = Default::default();
        Ok(Self { loro, session, again, waiting, refused })
    }

    /// A document from a snapshot.
    pub fn open(session: Session, snapshot: &[u8]) -> Result<Self, DocumentError> {
        let mut document = Self::new(session)?;
        document.import(snapshot)?;
        Ok(document)
    }

    /// Adds changes or a snapshot from anywhere. Order and repetition do not matter.
    pub fn import(&mut self, bytes: &[u8]) -> Result<Imported, DocumentError> {
        let read = || self.loro.import(bytes).map_err(damaged);
        let status = trial::attempt(&[bytes], read)?;
        self.settle()?;
        Ok(Imported { pending: status.pending.is_some() })
    }

    /// Takes what an envelope brought, within what its author may.
    ///
    /// # Errors
    /// Those of [`import`](Self::import) and of [`import_adding`](Self::import_adding).
    pub fn take(&mut self, grant: Grant, bytes: &[u8]) -> Result<Imported, DocumentError> {
        match grant {
            Grant::AddOnly => self.import_adding(bytes),
            _ => self.import(bytes),
        }
    }

    /// Adds many at once, faster than one by one. On an error some may have been applied.
    pub fn import_batch(&mut self, updates: &[Vec<u8>]) -> Result<Imported, DocumentError> {
        let changes: Vec<_> = updates.iter().map(Vec::as_slice).collect();
        let one = |bytes: &[u8]| self.loro.import(bytes).map_err(damaged);
        let all = || self.loro.import_batch(updates).map_err(damaged);
        let read = trial::attempt_all(&changes, one, all)?;
        self.settle()?;
        // What waited may have come further on.
        let waited = read.iter().any(|status| status.pending.is_some());
        Ok(Imported { pending: waited && self.pending()?.is_some() })
    }

    /// Changes that arrived before what they build on, if there are any.
    pub fn pending(&self) -> Result<Option<Vec<u8>>, DocumentError> {
        self.loro.export_pending_updates().map_err(refused)
    }

    /// The whole document with its history. Pending changes are not in it.
    pub fn snapshot(&self) -> Result<Vec<u8>, DocumentError> {
        self.loro.export(ExportMode::Snapshot).map_err(refused)
    }

    /// Everything that `version` does not have yet.
    pub fn updates_since(&self, version: &Version) -> Result<Vec<u8>, DocumentError> {
        self.loro.export(ExportMode::updates_owned(version.to_loro())).map_err(refused)
    }

    /// Everything, as updates of at most `most` bytes each; together they make the document. `None` when one
    /// single change is larger.
    pub fn pieces(&self, most: usize) -> Result<Option<Vec<Vec<u8>>>, DocumentError> {
        let all = self.version().0;
        let spans = all.iter().map(|(peer, count)| IdSpan::new(*peer, 0, *count)).collect();
        let (mut todo, mut pieces): (Vec<Vec<IdSpan>>, _) = (vec![spans], Vec::new());
        while let Some(mut spans) = todo.pop().filter(|spans| !spans.is_empty()) {
            let mode = ExportMode::updates_in_range(spans.clone());
            let update = self.loro.export(mode).map_err(refused)?;
            if update.len() <= most {
                pieces.push(update);
                continue;
            }
            let rest = match spans.as_mut_slice() {
                [one] if one.counter.end - one.counter.start < 2 => return Ok(None),
                [one] => {
                    let middle = one.counter.start + (one.counter.end - one.counter.start) / 2;
                    let rest = IdSpan::new(one.peer, middle, one.counter.end);
                    one.counter.end = middle;
                    vec![rest]
                }
                many => {
                    let half = many.len() / 2;
                    spans.split_off(half)
                }
            };
            todo.extend([rest, spans]);
        }
        Ok(Some(pieces))
    }

    /// What this document holds.
    pub fn version(&self) -> Version {
        Version::from_loro(&self.loro.oplog_vv())
    }

    /// Equal on two devices exactly when they show the same, whatever order things arrived in.
    pub fn state_hash(&self) -> Hash {
        hash::canonical(&self.loro.get_deep_value())
    }

    /// Every value, wherever it stands, that is a map with this member: what a reader looks for who does not know the layout.
    pub fn values_with(&self, member: &str) -> Vec<Value> {
        let mut found = Vec::new();
        value::with_member(&self.loro.get_deep_value(), member, &mut found);
        found
    }

    /// Runs one edit. When the closure fails, everything it wrote is taken back.
    pub fn edit<T, E: From<DocumentError>>(
        &mut self,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>,
    ) -> Result<Edit<T>, E> {
        let before = self.loro.oplog_vv();
        let mut writer = Writer::new(self)?;
        let answer = change(&mut writer);
        let (step, _) = writer.finish();
        match answer {
            Ok(answer) => Ok(Edit { answer, update: self.commit(&before)?, step }),
            Err(error) => {
                undo::apply(self, &step)?;
                self.commit(&before)?;
                Err(error)
            }
        }
    }

    /// Takes a step back, as a new change. What others wrote since stays. The answer's step is the redo.
    pub fn undo(&mut self, step: &Step) -> Result<Edit<Undone>, DocumentError> {
        let before = self.loro.oplog_vv();
        let (step, undone) = undo::apply(self, step)?;
        Ok(Edit { answer: undone, update: self.commit(&before)?, step })
    }

    fn commit(&self, before: &VersionVector) -> Result<Option<Vec<u8>>, DocumentError> {
        self.loro.commit();
        if self.loro.oplog_vv() == *before {
            return Ok(None);
        }
        self.loro.export(ExportMode::updates(before)).map(Some).map_err(refused)
    }

    /// The registers of a place; empty when nothing was written there.
    pub fn registers(&self, place: &Place) -> Registers {
        let Some(map) = self.existing(place) else { return Registers::new() };
        let mut registers = Registers::new();
        let mut devices = BTreeMap::new();
        map.for_each(|key, value| {
            if let (Some((name, write)), ValueOrContainer::Value(value)) =
                (write::split(key), value)
            {
                registers.entry(name.to_owned()).or_default().push(self.entry(
                    write,
                    &value,
                    &mut devices,
                ));
            }
        });
        registers.values_mut().for_each(|entries| entries.sort_by(write::order));
        registers
    }

    /// The values of one register, the same first one on every device.
    pub fn register(&self, place: &Place, name: &str) -> Vec<Entry> {
        self.registers(place).remove(name).unwrap_or_default()
    }

    /// A text, empty when it was never written.
    pub fn text(&self, place: &Place, name: &str) -> String {
        let container = self.existing(place).and_then(|map| map.get(&write::text_key(name)));
        match container {
            Some(ValueOrContainer::Container(Container::Text(text))) => text.to_string(),
            _ => String::new(),
        }
    }

    /// The items of a collection in their order: those that hold at least one value.
    pub fn items(&self, collection: &str) -> Vec<String> {
        let mut alive = self.alive(collection);
        let mut items = Vec::new();
        for id in self.order(collection) {
            if alive.remove(&id) {
                items.push(id);
            }
        }
        items.extend(alive);
        items
    }

    fn order(&self, collection: &str) -> Vec<String> {
        let mut ids = Vec::new();
        self.loro.get_movable_list(collection).for_each(|value| {
            if let ValueOrContainer::Value(LoroValue::String(id)) = value {
                ids.push(id.to_string());
            }
        });
        ids
    }

    fn alive(&self, collection: &str) -> BTreeSet<String> {
        let mut alive = BTreeSet::new();
        self.loro.get_map(items_of(collection)).for_each(|id, value| {
            if let ValueOrContainer::Container(Container::Map(map)) = value
                && holds_something(&map)
            {
                alive.insert(id.to_owned());
            }
        });
        alive
    }

    fn existing(&self, place: &Place) -> Option<LoroMap> {
        let root = self.loro.get_map(place.root.as_str());
        match &place.item {
            None => Some(root),
            Some(id) => match root.get(id)? {
                ValueOrContainer::Container(Container::Map(map)) => Some(map),
                _ => None,
            },
        }
    }

    fn entry(
        &self,
        write: &str,
        value: &LoroValue,
        devices: &mut BTreeMap<u64, Option<DeviceId>>,
    ) -> Entry {
        let id = write::WriteId::parse(write);
        let author = id
            .map(|id| id.author())
            .and_then(|peer| *devices.entry(peer).or_insert_with(|| self.device_of(peer)));
        let clock = id.map_or(0, |id| id.clock);
        Entry { value: Value::from_loro(value), author, clock, write: write.to_owned() }
    }

    /// The id under which a write stands now, after undos made it again.
    fn now<'a>(&'a self, write: &'a str) -> &'a str {
        let mut write = write;
        while let Some(new) = self.again.get(write) {
            write = new;
        }
        write
    }

    fn device_of(&self, peer: u64) -> Option<DeviceId> {
        match self.loro.get_map(DEVICES).get(&format!("{peer:x}"))? {
            ValueOrContainer::Value(LoroValue::Binary(bytes)) => {
                bytes.as_slice().try_into().ok().map(DeviceId::from_bytes)
            }
            _ => None,
        }
    }
}

/// Root map from session to device, so that a write id needs only the session.
const DEVICES: &str = "devices";

fn holds_something(map: &LoroMap) -> bool {
    let mut something = false;
    map.for_each(|_, value| {
        something |= match value {
            ValueOrContainer::Container(Container::Text(text)) => !text.is_empty(),
            _ => true,
        };
    });
    something
}

fn damaged(error: impl std::fmt::Display) -> DocumentError {
    DocumentError::Damaged(error.to_string())
}

fn refused(error: impl std::fmt::Display) -> DocumentError {
    DocumentError::Refused(error.to_string())
}
