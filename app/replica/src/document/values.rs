//! Reading many documents at once: the values that count, in one pass, without who wrote them. It decides nothing that
//! `registers` decides otherwise; a test holds both equal.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::gather::Gather;

use loro::LoroValue;

use super::value::Value;
use super::{Document, items_of, write};

impl Document {
    /// The value that counts of every register of every item of a collection, in one pass and without who wrote it: for who
    /// reads many documents at once.
    pub fn values(&self, collection: &str) -> BTreeMap<String, BTreeMap<String, Value>> {
        match self.loro.get_map(items_of(collection)).get_deep_value() {
            LoroValue::Map(items) => {
                items.iter().map(|(id, item)| (id.clone(), firsts(item))).gather()
            }
            _ => BTreeMap::new(),
        }
    }
}

/// Of each register of an item, the value that comes first in the order of [`write::order`].
fn firsts(item: &LoroValue) -> BTreeMap<String, Value> {
    let LoroValue::Map(registers) = item else { return BTreeMap::new() };
    let mut firsts: BTreeMap<&str, (Reverse<u64>, &str, &LoroValue)> = BTreeMap::new();
    for (key, value) in registers.iter() {
        let Some((name, write)) = write::split(key) else { continue };
        if write::text_key(name) == *key {
            continue;
        }
        let clock = write::WriteId::parse(write).map_or(0, |id| id.clock);
        let found = (Reverse(clock), write, value);
        let earlier =
            |known: &(Reverse<u64>, &str, &LoroValue)| (known.0, known.1) <= (found.0, found.1);
        if !firsts.get(name).is_some_and(earlier) {
            firsts.insert(name, found);
        }
    }
    firsts.into_iter().map(|(name, found)| (name.to_owned(), Value::from_loro(found.2))).gather()
}
