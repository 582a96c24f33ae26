//! What one device knows for itself: its spaces and documents by title, and settings that must not be lost.
//! Members that a newer version wrote are kept.

use std::collections::BTreeMap;

use replica::id::{PartId, SpaceId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The row in the store's meta table. It travels in a copy of the device.
pub const KEY: &str = "device";

/// The contents of that row, as JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Device {
    #[serde(default)]
    pub documents: Vec<Listed>,
    #[serde(default)]
    pub settings: BTreeMap<String, Value>,
    #[serde(flatten)]
    later: BTreeMap<String, Value>,
}

/// A document in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub space: SpaceId,
    pub part: PartId,
    /// What kind it is: `begroting`.
    pub kind: String,
    pub title: String,
    #[serde(flatten)]
    later: BTreeMap<String, Value>,
}

impl Device {
    /// Reads the row. `None` when it is not what this app writes; leave it as it is then.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The bytes of the row.
    pub fn write(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Adds a document to the list, or gives it its new title.
    pub fn list(&mut self, space: SpaceId, part: PartId, kind: &str, title: &str) {
        let same = |listed: &&mut Listed| listed.space == space && listed.part == part;
        match self.documents.iter_mut().find(same) {
            Some(listed) => title.clone_into(&mut listed.title),
            None => self.documents.push(Listed {
                space,
                part,
                kind: kind.to_owned(),
                title: title.to_owned(),
                later: BTreeMap::new(),
            }),
        }
    }
}

/// What is found at the start, before anything is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// The database holds data.
    pub data: bool,
    /// A mark outside the database says that it once did.
    pub was_here: bool,
}

/// What that means (F05): an emptied database opens without an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Nobody worked here before.
    FirstRun,
    /// Go on.
    Known,
    /// The browser or a person removed the data: say so, and ask for a copy.
    Evicted,
}

/// Tells a first visit from an emptied device.
pub const fn start(marks: Marks) -> Start {
    match (marks.data, marks.was_here) {
        (true, _) => Start::Known,
        (false, true) => Start::Evicted,
        (false, false) => Start::FirstRun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_what_a_newer_version_wrote() {
        let space = "01010101010101010101010101010101";
        let part = "02020202020202020202020202020202";
        let text = format!(
            r#"{{"documents":[{{"space":"{space}","part":"{part}","kind":"begroting","title":"A","colour":"sea"}}],"settings":{{}},"sealed":{{"v":2}}}}"#
        );
        let mut device = Device::read(text.as_bytes()).unwrap();
        device.list(space.parse().unwrap(), part.parse().unwrap(), "begroting", "B");
        let written = String::from_utf8(device.write()).unwrap();
        assert_eq!(written, text.replace("\"A\"", "\"B\""));
    }

    #[test]
    fn an_emptied_database_is_not_a_first_run() {
        assert_eq!(start(Marks { data: false, was_here: false }), Start::FirstRun);
        assert_eq!(start(Marks { data: false, was_here: true }), Start::Evicted);
        assert_eq!(start(Marks { data: true, was_here: false }), Start::Known);
    }
}
