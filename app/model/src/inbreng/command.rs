//! What can be done with what children brought in: lay it down once, as a whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Way;

/// One thing that a person does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Everything at once, as `pool::Pool::batch` made it.
    Enter {
        /// How many children took part.
        children: u32,
        /// In the order of the ids, which are random.
        all: BTreeMap<String, Contribution>,
        /// Dots, by what they were put at.
        dots: BTreeMap<String, u32>,
    },
    /// Of several values that were written at the same time, keeps this one.
    Choose { field: Field, write: String },
}

/// One answer to one question. It names no child and no other answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Contribution {
    /// The id of the question.
    pub question: String,
    pub way: Way,
    /// The card that was chosen, by its name in data; empty when none was.
    pub choice: String,
    /// The child's own words.
    pub words: String,
    /// A packed drawing; empty when there is none.
    #[serde(with = "super::drawn")]
    pub drawing: Vec<u8>,
    /// What the adult saw or heard, kept apart from the child's words (KIND-5).
    pub note: String,
    /// The child wants it in the tekening (TEK-4).
    pub may_show: bool,
}

impl Contribution {
    /// An answer in which nothing was said yet.
    pub fn new(question: &str, way: Way) -> Self {
        Self {
            question: question.to_owned(),
            way,
            choice: String::new(),
            words: String::new(),
            drawing: Vec::new(),
            note: String::new(),
            may_show: false,
        }
    }

    /// Whether somebody could be known by it: words, or a picture. A chosen card tells nobody's name.
    pub fn tells(&self) -> bool {
        !self.words.trim().is_empty() || !self.drawing.is_empty()
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.choice.is_empty() && self.words.trim().is_empty() && self.drawing.is_empty()
    }
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    One { id: String, name: String },
}
