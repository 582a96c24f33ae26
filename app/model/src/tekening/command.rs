//! Everything that a person can do to the tekening. Nothing here changes what a child made.

use chrono::NaiveDate;
use replica::id::BlobId;
use serde::{Deserialize, Serialize};

use super::world::Spot;
use crate::attachment::Attachment;

/// One thing that a person does; one undo step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Several as one undo step, in this order; when one is refused, none is carried out.
    Together(Vec<Command>),
    /// A council begins its layer. `id` is that of the council: two devices that begin it at once make one.
    Begin {
        id: String,
        /// The day of the council: within a year the layers lie in the order of their days.
        on: NaiveDate,
        title: String,
        schools: String,
    },
    /// Brings in a picture that was made before, as a layer of its own; or another picture in place of the one in it.
    Import { id: String, year: i32, title: String, image: Box<Attachment> },
    /// The picture of a layer is not shown any more; the layer and what lies in it stay.
    TakeDown { id: String, blob: BlobId },
    /// Puts something that a child made in the layer.
    Put { id: String, layer: String, spot: Spot, what: Made },
    /// It lies at another place of the world; what a child made stays as it is.
    Move { id: String, spot: Spot },
    /// Points at what it is about in the picture of its layer; nothing takes the place away, and what was heard stays.
    Point { id: String, at: Option<At> },
    /// What was done with it, for its children to read.
    SetDone { id: String, done: String },
    /// It is not shown any more, or again. The layers stay as they are.
    Withdraw { id: String, on: bool },
    /// Of several values that were written at the same time, keeps this one.
    Choose { field: Field, write: String },
}

/// A place on a picture that was brought in, in thousandths of its width and of its height. It belongs to that picture: on
/// another one it would point at something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    pub picture: BlobId,
    pub x: i32,
    pub y: i32,
}

impl At {
    /// As far as a place goes, to the right and down.
    pub const WHOLE: i32 = 1_000;

    /// The middle of a picture.
    pub const fn middle(picture: BlobId) -> Self {
        Self { picture, x: Self::WHOLE / 2, y: Self::WHOLE / 2 }
    }

    /// So much further, within the picture.
    pub fn moved(self, across: i32, down: i32) -> Self {
        let (x, y) = (self.x.saturating_add(across), self.y.saturating_add(down));
        Self { x: x.clamp(0, Self::WHOLE), y: y.clamp(0, Self::WHOLE), ..self }
    }
}

/// What a child made: written once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// What it was about, in the words of the question.
    pub theme: String,
    /// The child's own words.
    pub words: String,
    /// A packed drawing; empty when there is none.
    pub drawing: Vec<u8>,
}

/// Names a field, for a choice between two values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Itself(String),
    Layer { id: String, name: String },
    Element { id: String, name: String },
}
