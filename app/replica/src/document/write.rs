//! The only way to change a document: each write notes how to take it back.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use loro::cursor::Side;
use loro::{LoroMap, LoroValue, ValueOrContainer};

use crate::gather::Gather;
use crate::id::sha256;

use super::undo::{Effect, Step, Taken};
use super::{DEVICES, Document, DocumentError, Entry, Place, Value, refused};

/// Names one write: `clock.session.counter`, in hexadecimal. A value that an undo restored also
/// names the session that first wrote it: `clock.session.counter~session`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WriteId {
    pub(super) clock: u64,
    peer: u64,
    pub(super) counter: u64,
    restored_from: Option<u64>,
}

impl WriteId {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (id, restored_from) = match text.split_once('~') {
            Some((id, peer)) => (id, Some(number(peer)?)),
            None => (text, None),
        };
        let mut parts = id.split('.');
        let (clock, peer, counter) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (clock, peer, counter) = (number(clock)?, number(peer)?, number(counter)?);
        Some(Self { clock, peer, counter, restored_from })
    }

    /// The session that first wrote the value.
    pub(super) fn author(&self) -> u64 {
        self.restored_from.unwrap_or(self.peer)
    }

    /// Whether this session wrote it, and not by taking something back.
    pub(super) fn is_of(&self, peer: u64) -> bool {
        self.peer == peer && self.restored_from.is_none()
    }

    fn print(&self) -> String {
        let Self { clock, peer, counter, restored_from } = self;
        let origin = restored_from.map(|peer| format!("~{peer:x}")).unwrap_or_default();
        format!("{clock:x}.{peer:x}.{counter:x}{origin}")
    }
}

fn number(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 16).ok()
}

/// The register's name and the write id in a map key. A name may hold any character.
pub(super) fn split(key: &str) -> Option<(&str, &str)> {
    key.rsplit_once('#')
}

pub(super) fn text_key(name: &str) -> String {
    format!("{name}#text")
}

/// The latest known write first, then by write id: the same on every device.
pub(super) fn order(a: &Entry, b: &Entry) -> Ordering {
    b.clock.cmp(&a.clock).then_with(|| a.write.cmp(&b.write))
}

/// Changes a document within one edit.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(super) document: &'a Document,
    /// Write ids per register, of the places that this edit touched.
    index: BTreeMap<Place, BTreeMap<String, Vec<String>>>,
    /// The highest clock that this edit removed, per register.
    clocks: BTreeMap<(Place, String), u64>,
    /// Goes up with every write and is never below this session's count of operations.
    counter: u64,
    signed: bool,
    effects: Vec<Effect>,
    /// Writes that an undo made again: the earlier id and the new one.
    pub(super) again: Vec<(String, String)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(document: &'a Document) -> Result<Self, DocumentError> {
        let written = document.loro.oplog_vv().get(&document.session.peer).copied().unwrap_or(0);
        Ok(Self {
            document,
            index: BTreeMap::new(),
            clocks: BTreeMap::new(),
            counter: u64::try_from(written).unwrap_or(0),
            signed: false,
            effects: Vec::new(),
            again: Vec::new(),
        })
    }

    pub(super) fn finish(self) -> (Step, Vec<(String, String)>) {
        (Step::new(self.effects), self.again)
    }

    /// The document as it is now, with what this edit wrote so far.
    pub fn document(&self) -> &Document {
        self.document
    }

    /// Writes a register: replaces every value that is visible here.
    pub fn set(
        &mut self,
        place: &Place,
        name: &str,
        value: impl Into<Value>,
    ) -> Result<(), DocumentError> {
        let value = value.into().into_loro();
        let before = {
            let live = self.live(place, name)?;
            self.take(place, name, &live)?
        };
        let mine = self.put(place, name, value, None)?;
        let (place, name) = (place.clone(), name.to_owned());
        self.effects.push(Effect::Register {
            place,
            name,
            mine: vec![mine],
            before,
            beside: vec![],
        });
        Ok(())
    }

    /// Writes a register outside of undo: facts about the document itself, such as its layout's version.
    /// Do it last: a failing edit does not take it back.
    pub fn set_for_good(
        &mut self,
        place: &Place,
        name: &str,
        value: impl Into<Value>,
    ) -> Result<(), DocumentError> {
        self.set(place, name, value)?;
        self.effects.pop();
        Ok(())
    }

    /// Empties a register. A value written elsewhere at the same time stays.
    pub fn clear(&mut self, place: &Place, name: &str) -> Result<(), DocumentError> {
        let live = self.live(place, name)?;
        if live.is_empty() {
            return Ok(());
        }
        let before = self.take(place, name, &live)?;
        let (place, name) = (place.clone(), name.to_owned());
        self.effects.push(Effect::Register { place, name, mine: vec![], before, beside: vec![] });
        Ok(())
    }

    /// Puts a new item at the end of a collection. It shows once something is written in it.
    pub fn add_item(&mut self, collection: &str, id: &str) -> Result<(), DocumentError> {
        self.sign()?;
        self.document.loro.get_movable_list(collection).push(id).map_err(refused)
    }

    /// Moves an item so that it stands after another one; `None` is the front.
    pub fn move_item(
        &mut self,
        collection: &str,
        id: &str,
        after: Option<&str>,
    ) -> Result<(), DocumentError> {
        self.once(collection, id)?;
        let order = self.document.order(collection);
        let at = |id: &str| order.iter().position(|other| other == id);
        let Some(from) = at(id) else { return Ok(()) };
        let to = match after.and_then(at) {
            Some(other) if other < from => other + 1,
            Some(other) => other,
            None => 0,
        };
        if from == to {
            return Ok(());
        }
        self.sign()?;
        let was_after = from.checked_sub(1).and_then(|before| order.get(before)).cloned();
        self.document.loro.get_movable_list(collection).mov(from, to).map_err(refused)?;
        let (collection, id) = (collection.to_owned(), id.to_owned());
        self.effects.push(Effect::Moved { collection, id, was_after });
        Ok(())
    }

    /// Two devices that made the same item at once put it in the list twice. The first place counts; before the item moves
    /// the others go, or one of them would be the first afterwards.
    fn once(&mut self, collection: &str, id: &str) -> Result<(), DocumentError> {
        let order = self.document.order(collection);
        let places = order.iter().enumerate().filter(|(_, other)| *other == id).map(|(at, _)| at);
        let others: Vec<usize> = places.skip(1).collect();
        if !others.is_empty() {
            self.sign()?;
        }
        let list = self.document.loro.get_movable_list(collection);
        others.into_iter().rev().try_for_each(|at| list.delete(at, 1)).map_err(refused)
    }

    /// Changes a text to `new`, by the smallest single replacement.
    pub fn set_text(&mut self, place: &Place, name: &str, new: &str) -> Result<(), DocumentError> {
        let old: Vec<char> = self.document.text(place, name).chars().collect();
        let new: Vec<char> = new.chars().collect();
        let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let tail = |text: &[char]| text.iter().skip(head).rev().copied().collect::<Vec<_>>();
        let (old_tail, new_tail) = (tail(&old), tail(&new));
        let same = old_tail.iter().zip(&new_tail).take_while(|(a, b)| a == b).count();
        let middle = |tail: &[char]| tail.iter().skip(same).rev().collect::<String>();
        self.splice(place, name, head, &middle(&old_tail), &middle(&new_tail))
    }

    pub(super) fn splice(
        &mut self,
        place: &Place,
        name: &str,
        at: usize,
        removed: &str,
        inserted: &str,
    ) -> Result<(), DocumentError> {
        if removed == inserted {
            return Ok(());
        }
        self.sign()?;
        let text = self.map(place)?.ensure_mergeable_text(&text_key(name)).map_err(refused)?;
        text.splice(at, removed.chars().count(), inserted).map_err(refused)?;
        let cursor = text.get_cursor(at, Side::Middle);
        let (place, name) = (place.clone(), name.to_owned());
        let after = sha256(text.to_string().as_bytes());
        let (inserted, removed) = (inserted.to_owned(), removed.to_owned());
        self.effects.push(Effect::Text { place, name, at, after, cursor, inserted, removed });
        Ok(())
    }

    pub(super) fn note(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Removes these writes and answers what they held.
    pub(super) fn take(
        &mut self,
        place: &Place,
        name: &str,
        writes: &[String],
    ) -> Result<Vec<Taken>, DocumentError> {
        let map = self.map(place)?;
        let mut taken = Vec::new();
        for write in writes {
            let key = format!("{name}#{write}");
            if let Some(ValueOrContainer::Value(value)) = map.get(&key) {
                let author =
                    WriteId::parse(write).map_or(self.document.session.peer, |id| id.author());
                taken.push(Taken { write: write.clone(), author, value });
            }
            map.delete(&key).map_err(refused)?;
        }
        let clock = self.clock(place, name)?;
        self.clocks.insert((place.clone(), name.to_owned()), clock);
        if let Some(live) = self.index.get_mut(place).and_then(|names| names.get_mut(name)) {
            live.retain(|write| !writes.contains(write));
        }
        Ok(taken)
    }

    /// Adds a write and answers its id. `author` is given when an undo restores a value.
    pub(super) fn put(
        &mut self,
        place: &Place,
        name: &str,
        value: LoroValue,
        author: Option<u64>,
    ) -> Result<String, DocumentError> {
        self.sign()?;
        let map = self.map(place)?;
        let clock = self.clock(place, name)?.saturating_add(1);
        let counter = self.counter;
        self.counter += 1;
        let peer = self.document.session.peer;
        let restored_from = author.filter(|author| *author != peer);
        let write = WriteId { clock, peer, counter, restored_from }.print();
        map.insert(&format!("{name}#{write}"), value).map_err(refused)?;
        self.names(place)?.entry(name.to_owned()).or_default().push(write.clone());
        Ok(write)
    }

    /// The writes that a register shows now.
    pub(super) fn live(&mut self, place: &Place, name: &str) -> Result<Vec<String>, DocumentError> {
        Ok(self.names(place)?.get(name).cloned().unwrap_or_default())
    }

    /// The highest clock seen in a register, of what is there and of what this edit removed.
    fn clock(&mut self, place: &Place, name: &str) -> Result<u64, DocumentError> {
        let removed = self.clocks.get(&(place.clone(), name.to_owned())).copied().unwrap_or(0);
        let live = self.live(place, name)?;
        let clocks = live.iter().filter_map(|write| WriteId::parse(write)).map(|id| id.clock);
        Ok(clocks.fold(removed, u64::max))
    }

    fn names(
        &mut self,
        place: &Place,
    ) -> Result<&mut BTreeMap<String, Vec<String>>, DocumentError> {
        if !self.index.contains_key(place) {
            let registers = self.document.registers(place);
            let writes =
                |entries: Vec<Entry>| entries.into_iter().map(|entry| entry.write).collect();
            let names =
                registers.into_iter().map(|(name, entries)| (name, writes(entries))).gather();
            self.index.insert(place.clone(), names);
        }
        Ok(self.index.entry(place.clone()).or_default())
    }

    fn map(&self, place: &Place) -> Result<LoroMap, DocumentError> {
        let root = self.document.loro.get_map(place.root.as_str());
        match &place.item {
            None => Ok(root),
            Some(id) => root.ensure_mergeable_map(id).map_err(refused),
        }
    }

    /// Says once per session which device it belongs to.
    fn sign(&mut self) -> Result<(), DocumentError> {
        let session = self.document.session;
        if !self.signed && self.document.device_of(session.peer).is_none() {
            let bytes = session.device.bytes().to_vec();
            let devices = self.document.loro.get_map(DEVICES);
            devices.insert(&format!("{:x}", session.peer), bytes).map_err(refused)?;
        }
        self.signed = true;
        Ok(())
    }
}
