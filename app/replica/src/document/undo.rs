//! Taking a step back, as a new change: an undo never removes what somebody else wrote.
//!
//! A register goes back only if this session's value is still there, and only to what it replaced; when
//! others wrote beside it, just the own value goes. Works the same across any import in between.

use loro::LoroValue;
use loro::cursor::Cursor;

use crate::id::{Hash, sha256};

use super::write::Writer;
use super::{Document, DocumentError, Place, refused};

/// What one edit did, and how to take it back. Lives as long as the session.
#[derive(Clone, Debug, Default)]
pub struct Step(Vec<Effect>);

impl Step {
    pub(super) fn new(effects: Vec<Effect>) -> Self {
        Self(effects)
    }

    /// Whether the edit changed nothing that can be taken back.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One step of several edits, in their order.
    pub fn then(mut self, later: Self) -> Self {
        self.0.extend(later.0);
        self
    }
}

/// How far an undo came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Effects that were left alone because somebody changed the same thing since.
    pub left_alone: usize,
}

/// A write that was removed: its id, the session that first wrote it, its value.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    pub(super) write: String,
    pub(super) author: u64,
    pub(super) value: LoroValue,
}

#[derive(Clone, Debug)]
pub(super) enum Effect {
    Register {
        place: Place,
        name: String,
        /// Writes that the step added.
        mine: Vec<String>,
        /// What it replaced.
        before: Vec<Taken>,
        /// Writes of others that stood beside it.
        beside: Vec<String>,
    },
    Moved {
        collection: String,
        id: String,
        was_after: Option<String>,
    },
    Text {
        place: Place,
        name: String,
        /// Where the words begin, in characters, in a text with this hash.
        at: usize,
        after: Hash,
        /// Where they begin when others changed the text since.
        cursor: Option<Cursor>,
        inserted: String,
        removed: String,
    },
}

/// Takes the effects back, the last first. Answers the redo.
pub(super) fn apply(document: &mut Document, step: &Step) -> Result<(Step, Undone), DocumentError> {
    let mut writer = Writer::new(document)?;
    let mut left_alone = 0;
    for effect in step.0.iter().rev() {
        if !back(&mut writer, effect)? {
            left_alone += 1;
        }
    }
    let (step, again) = writer.finish();
    document.again.extend(again);
    Ok((step, Undone { left_alone }))
}

fn back(writer: &mut Writer<'_>, effect: &Effect) -> Result<bool, DocumentError> {
    match effect {
        Effect::Register { place, name, mine, before, beside } => {
            register_back(writer, place, name, mine, before, beside)
        }
        Effect::Moved { collection, id, was_after } => {
            move_back(writer, collection, id, was_after.as_deref())
        }
        Effect::Text { place, name, at, after, cursor, inserted, removed } => {
            let text = writer.document.text(place, name);
            let found = if sha256(text.as_bytes()) == *after {
                Some(*at)
            } else {
                find(writer.document, &text, cursor.as_ref(), inserted)?
            };
            let Some(at) = found else { return Ok(false) };
            writer.splice(place, name, at, inserted, removed)?;
            Ok(true)
        }
    }
}

fn register_back(
    writer: &mut Writer<'_>,
    place: &Place,
    name: &str,
    mine: &[String],
    before: &[Taken],
    beside: &[String],
) -> Result<bool, DocumentError> {
    let live = writer.live(place, name)?;
    let now = |writes: &[String]| -> Vec<String> {
        writes.iter().map(|write| writer.document.now(write).to_owned()).collect()
    };
    let (mine, beside) = (now(mine), now(beside));
    let (own, others): (Vec<String>, Vec<String>) =
        live.into_iter().partition(|write| mine.contains(write));
    let replaced_since = !mine.is_empty() && own.is_empty();
    let alone = others.iter().all(|write| beside.contains(write));
    if replaced_since || (mine.is_empty() && !alone) {
        return Ok(false);
    }
    let taken = writer.take(place, name, &own)?;
    let mut restored = Vec::new();
    if alone {
        for Taken { write, author, value } in before {
            let new = writer.put(place, name, value.clone(), Some(*author))?;
            writer.again.push((write.clone(), new.clone()));
            restored.push(new);
        }
    }
    let (place, name) = (place.clone(), name.to_owned());
    writer.note(Effect::Register { place, name, mine: restored, before: taken, beside: others });
    Ok(true)
}

fn move_back(
    writer: &mut Writer<'_>,
    collection: &str,
    id: &str,
    was_after: Option<&str>,
) -> Result<bool, DocumentError> {
    let document = writer.document;
    let order = document.order(collection);
    let Some(at) = order.iter().position(|other| other == id) else { return Ok(false) };
    let mover = document.loro.get_movable_list(collection).get_last_mover_at(at);
    if mover != Some(document.session.peer) {
        return Ok(false);
    }
    writer.move_item(collection, id, was_after)?;
    Ok(true)
}

/// Where the own words stand in a text that others changed, if they still stand there as typed.
fn find(
    document: &Document,
    text: &str,
    cursor: Option<&Cursor>,
    inserted: &str,
) -> Result<Option<usize>, DocumentError> {
    let Some(cursor) = cursor else { return Ok(None) };
    let at = document.loro.try_get_cursor_pos(cursor).map_err(refused)?.current.pos;
    let length = inserted.chars().count();
    let stands = |at: &usize| text.chars().skip(*at).take(length).eq(inserted.chars());
    // When another undo made the words again, the cursor stands at one of their ends.
    Ok([Some(at), at.checked_sub(length)].into_iter().flatten().find(stands))
}
