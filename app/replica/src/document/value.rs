//! What a register can hold, apart from the library underneath.

use std::collections::BTreeMap;

use crate::gather::Gather;

use loro::LoroValue;

/// A plain value. Amounts are `Int` (euro cents, pupils, millionths: the reader knows which).
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    Int(i64),
    /// Never used for money; kept because a later version may write one.
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

impl Value {
    /// The whole number, if it is one.
    pub fn int(&self) -> Option<i64> {
        if let Self::Int(int) = self { Some(*int) } else { None }
    }

    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The truth value, if it is one.
    pub fn bool(&self) -> Option<bool> {
        if let Self::Bool(bool) = self { Some(*bool) } else { None }
    }

    /// A member of a map, if it is one.
    pub fn member(&self, name: &str) -> Option<&Value> {
        if let Self::Map(map) = self { map.get(name) } else { None }
    }

    /// The bytes, if it is bytes.
    pub fn bytes(&self) -> Option<&[u8]> {
        if let Self::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    pub(super) fn from_loro(value: &LoroValue) -> Self {
        match value {
            LoroValue::Null | LoroValue::Container(_) => Self::Null,
            LoroValue::Bool(value) => Self::Bool(*value),
            LoroValue::Double(value) => Self::Float(*value),
            LoroValue::I64(value) => Self::Int(*value),
            LoroValue::Binary(value) => Self::Bytes(value.to_vec()),
            LoroValue::String(value) => Self::Text(value.to_string()),
            LoroValue::List(list) => Self::List(list.iter().map(Self::from_loro).collect()),
            LoroValue::Map(map) => Self::Map(
                map.iter().map(|(key, value)| (key.clone(), Self::from_loro(value))).gather(),
            ),
        }
    }

    pub(super) fn into_loro(self) -> LoroValue {
        match self {
            Self::Null => LoroValue::Null,
            Self::Bool(value) => value.into(),
            Self::Int(value) => value.into(),
            Self::Float(value) => value.into(),
            Self::Text(value) => value.into(),
            Self::Bytes(value) => value.into(),
            Self::List(list) => {
                LoroValue::List(list.into_iter().map(Self::into_loro).collect::<Vec<_>>().into())
            }
            Self::Map(map) => LoroValue::Map(
                map.into_iter()
                    .map(|(key, value)| (key, value.into_loro()))
                    .collect::<std::collections::HashMap<_, _>>()
                    .into(),
            ),
        }
    }
}

/// The maps with this member, at any depth.
pub(super) fn with_member(value: &LoroValue, member: &str, found: &mut Vec<Value>) {
    match value {
        LoroValue::Map(map) if map.contains_key(member) => found.push(Value::from_loro(value)),
        LoroValue::Map(map) => map.values().for_each(|value| with_member(value, member, found)),
        LoroValue::List(list) => list.iter().for_each(|value| with_member(value, member, found)),
        _ => {}
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
