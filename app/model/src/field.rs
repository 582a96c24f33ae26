//! Reading and writing the fields of a typed document: a field is a register that may hold several values until a person
//! chooses one.

use chrono::NaiveDate;
use replica::document::{Document, Entry, Place, Registers, Value, Writer};
use replica::gather::Gather;
use replica::id::DeviceId;
use rules::text::Lang;

use crate::refused::Refused;

/// A field with several values, named by `F`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict<F> {
    pub field: F,
    /// Different values only; the first one counts until a person chooses.
    pub choices: Vec<Choice>,
}

/// A field of which two versions may wait: how a person calls it, what a version says, and what chooses one.
pub trait Contested: Clone + Send + Sync + 'static {
    type View;
    type Command;

    /// What a person calls it: "De Vlinder: Schoolbestuur". A name that this version does not know stays as it is written.
    fn name(&self, view: &Self::View, lang: Lang) -> String;
    /// One of the values as a person reads it.
    fn value(&self, choice: &Choice, view: &Self::View, lang: Lang) -> String;
    /// The command that makes the written value the only one.
    fn choose(self, write: String) -> Self::Command;
}

/// One of the values.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// For the command that chooses.
    pub write: String,
    pub value: Value,
    pub device: Option<DeviceId>,
}

/// The value that counts until a person chooses.
pub(crate) fn first(entries: &[Entry]) -> Option<&Value> {
    entries.first().map(|entry| &entry.value)
}

pub(crate) fn get<'a>(registers: &'a Registers, name: &str) -> Option<&'a Value> {
    registers.get(name).and_then(|entries| first(entries))
}

/// A text, empty when it is not there.
pub(crate) fn text(registers: &Registers, name: &str) -> String {
    get(registers, name).and_then(Value::text).unwrap_or_default().to_owned()
}

pub(crate) fn flag(registers: &Registers, name: &str) -> bool {
    get(registers, name).and_then(Value::bool).unwrap_or(false)
}

pub(crate) fn date(value: &Value) -> Option<NaiveDate> {
    value.text()?.parse().ok()
}

/// The fields that wait for a choice.
pub(crate) fn collect<F>(
    to: &mut Vec<Conflict<F>>,
    registers: &Registers,
    field: impl Fn(&str) -> F,
) {
    collect_some(to, registers, |_| true, field);
}

/// Those of the fields with these names that wait for a choice.
pub(crate) fn collect_some<F>(
    to: &mut Vec<Conflict<F>>,
    registers: &Registers,
    wanted: impl Fn(&str) -> bool,
    field: impl Fn(&str) -> F,
) {
    for (name, entries) in registers.iter().filter(|(name, _)| wanted(name)) {
        let choices = distinct(entries);
        if choices.len() > 1 {
            to.push(Conflict { field: field(name), choices });
        }
    }
}

/// Reads every item of a collection in its order, and collects the fields that wait for a choice.
pub(crate) fn items<F, T>(
    document: &Document,
    collection: &str,
    conflicts: &mut Vec<Conflict<F>>,
    field: impl Fn(&str, &str) -> F,
    read: impl Fn(&str, &Registers) -> T,
) -> Vec<T> {
    let ids = document.items(collection).into_iter();
    let of = |id: String| {
        let registers = document.registers(&Place::item(collection, &id));
        collect(conflicts, &registers, |name| field(&id, name));
        read(&id, &registers)
    };
    ids.map(of).collect()
}

/// The same value written twice is no conflict.
pub(crate) fn distinct(entries: &[Entry]) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for Entry { value, author, write, .. } in entries {
        if choices.iter().all(|choice| choice.value != *value) {
            choices.push(Choice { write: write.clone(), value: value.clone(), device: *author });
        }
    }
    choices
}

/// Writes a field, unless it holds just this.
pub(crate) fn set(
    to: &mut Writer<'_>,
    place: &Place,
    name: &str,
    value: impl Into<Value>,
) -> Result<(), Refused> {
    let value = value.into();
    let known = to.document().register(place, name);
    if known.len() == 1 && first(&known) == Some(&value) {
        return Ok(());
    }
    Ok(to.set(place, name, value)?)
}

/// Writes a field, or empties it.
pub(crate) fn set_or_clear<V: Into<Value>>(
    to: &mut Writer<'_>,
    place: &Place,
    name: &str,
    value: Option<V>,
) -> Result<(), Refused> {
    match value {
        Some(value) => set(to, place, name, value),
        None => Ok(to.clear(place, name)?),
    }
}

/// Writes a flag; one that is not there is a no.
pub(crate) fn mark(
    to: &mut Writer<'_>,
    place: &Place,
    name: &str,
    on: bool,
) -> Result<(), Refused> {
    set_or_clear(to, place, name, on.then_some(true))
}

/// The place, when something was written there.
pub(crate) fn there(to: &Writer<'_>, place: Place) -> Result<Place, Refused> {
    if to.document().registers(&place).is_empty() { Err(Refused::Gone) } else { Ok(place) }
}

/// Refuses when something was written there already.
pub(crate) fn absent(to: &Writer<'_>, place: &Place) -> Result<(), Refused> {
    if to.document().registers(place).is_empty() { Ok(()) } else { Err(Refused::Exists) }
}

/// A new item in a collection.
pub(crate) fn add(to: &mut Writer<'_>, collection: &str, id: &str) -> Result<Place, Refused> {
    let place = Place::item(collection, id);
    absent(to, &place)?;
    to.add_item(collection, id)?;
    Ok(place)
}

/// Keeps, of several values, the one of this write.
pub(crate) fn choose(
    to: &mut Writer<'_>,
    place: &Place,
    name: &str,
    write: &str,
) -> Result<(), Refused> {
    let entries = to.document().register(place, name);
    let chosen = entries.into_iter().find(|entry| entry.write == write).ok_or(Refused::Gone)?;
    Ok(to.set(place, name, chosen.value)?)
}

/// A name without what surrounds it.
pub(crate) fn named(name: &str) -> Result<&str, Refused> {
    let name = name.trim();
    if name.is_empty() { Err(Refused::NoName) } else { Ok(name) }
}

/// A value made of members.
pub(crate) fn map<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::Map(members.into_iter().map(|(name, value)| (name.to_owned(), value)).gather())
}

/// Names as one value, each once, in one order, so that two devices that mean the same write the same.
pub(crate) fn slugs<'a>(all: impl Iterator<Item = &'a str>) -> Value {
    let all: std::collections::BTreeSet<&str> = all.gather();
    Value::List(all.into_iter().map(Value::from).collect())
}

/// The texts of a list.
pub(crate) fn texts(value: &Value) -> Vec<String> {
    let Value::List(list) = value else { return Vec::new() };
    list.iter().filter_map(Value::text).map(str::to_owned).collect()
}

/// A time of day as it is written: `13:30`.
pub(crate) fn time(time: chrono::NaiveTime) -> String {
    use chrono::Timelike;
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A time of day, read.
pub(crate) fn read_time(value: &Value) -> Option<chrono::NaiveTime> {
    value.text()?.parse().ok()
}
