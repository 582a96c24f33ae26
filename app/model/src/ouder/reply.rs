//! What comes back from a parent: that the letter was opened, that somebody is busy, the story once it was sent, a choice about a plan.
//! Never the draft.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::agreement::Choice;
use super::language::Language;
use super::question::Picture;
use super::spoken::Spoken;

/// The version that this code writes.
const VERSION: u32 = 1;

/// One message from one letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    pub version: u32,
    /// By the clock of the parent's device.
    pub on: NaiveDate,
    /// Counts up on that device: a drop-box hands out in no order.
    pub number: u32,
    pub says: Says,
    /// The sound of a [`Says::Piece`]. It travels behind the words, after a zero, which no JSON has.
    #[serde(skip)]
    pub sound: Vec<u8>,
}

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    Opened,
    Busy,
    Sent(Story),
    /// A choice about the plan, with the file that anybody can check.
    Chose {
        choice: Choice,
        file: String,
    },
    /// The receipt of the server for a choice that was sent before, as lines.
    Received {
        receipt: String,
    },
    /// A piece of a recording that was named in a story before, counted from 0.
    Piece {
        of: String,
        place: u32,
    },
    /// Yes or no to one receiver. The last one counts.
    Allowed {
        receiver: String,
        yes: bool,
    },
}

/// Everything that was told, once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    pub answers: Vec<Answer>,
    pub call: Option<Call>,
    /// Who was at the table with an interpreter: the interpreter's name.
    pub interpreter: Option<String>,
}

/// One answer, in the language in which it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Id of the question in the sheet.
    pub question: String,
    pub words: String,
    pub language: Language,
    pub pictures: Vec<Picture>,
    /// "Dat weet ik niet, of ik vertel het liever."
    pub rather_tell: bool,
    /// A recording of a voice.
    #[serde(default)]
    pub spoken: Option<Spoken>,
}

/// Whom to call back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// As it was typed.
    pub phone: String,
}

impl Answer {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        self.says_nothing() && !self.rather_tell
    }

    /// Whether there are no words, no picture and no recording that fits.
    pub fn says_nothing(&self) -> bool {
        let is_silent = self.spoken.as_ref().is_none_or(|one| !one.fits());
        self.words.trim().is_empty() && self.pictures.is_empty() && is_silent
    }
}

impl Reply {
    /// A reply of today.
    pub const fn new(on: NaiveDate, number: u32, says: Says) -> Self {
        Self { version: VERSION, on, number, says, sound: Vec::new() }
    }

    /// The bytes to seal.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        if !self.sound.is_empty() {
            bytes.push(0);
            bytes.extend(&self.sound);
        }
        bytes
    }

    /// Reads them; nothing for what a later version wrote, or no reply.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
        let mut reply: Self = serde_json::from_slice(bytes.get(..end)?).ok()?;
        reply.sound = bytes.get(end + 1..).unwrap_or_default().to_vec();
        (reply.version <= VERSION).then_some(reply)
    }
}
