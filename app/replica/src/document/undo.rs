//! Taking a step back, as a new change: an undo never removes what somebody else wrote.
//!
//! A register goes back only if this session's value is still there, and only to what it replaced; when
//! others wrote beside it, just the own value goes. Works the same across any import in between.

use loro::LoroValue;
use loro::cursor::Cursor;

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

#[derive(Clone, Debug)]
pub(super) enum Effect {
    Register {
        place: Place,
        name: String,
        /// Writes that the step added.
        mine: Vec<String>,
        /// What it replaced, and which session wrote that.
        before: Vec<(u64, LoroValue)>,
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
        cursor: Option<Cursor>,
        inserted: String,
        removed: String,
    },
}

/// Takes the effects back, the last first. Answers the redo.
pub(super) fn apply(document: &Document, step: &Step) -> Result<(Step, Undone), DocumentError> {
    let mut writer = Writer::new(document)?;
    let mut left_alone = 0;
    for effect in step.0.iter().rev() {
        if !back(&mut writer, effect)? {
            left_alone += 1;
        }
    }
    Ok((writer.into_step(), Undone { left_alone }))
}

fn back(writer: &mut Writer<'_>, effect: &Effect) -> Result<bool, DocumentError> {
    match effect {
        Effect::Register { place, name, mine, before, beside } => {
            register_back(writer, place, name, mine, before, beside)
        }
        Effect::Moved { collection, id, was_after } => {
            move_back(writer, collection, id, was_after.as_deref())
        }
        Effect::Text { place, name, cursor, inserted, removed } => {
            text_back(writer, place, name, cursor.as_ref(), inserted, removed)
        }
    }
}

fn register_back(
    writer: &mut Writer<'_>,
    place: &Place,
    name: &str,
    mine: &[String],
    before: &[(u64, LoroValue)],
    beside: &[String],
) -> Result<bool, DocumentError> {
    let live = writer.live(place, name)?;
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
        for (author, value) in before {
            restored.push(writer.put(place, name, value.clone(), Some(*author))?);
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

fn text_back(
    writer: &mut Writer<'_>,
    place: &Place,
    name: &str,
    cursor: Option<&Cursor>,
    inserted: &str,
    removed: &str,
) -> Result<bool, DocumentError> {
    let Some(cursor) = cursor else { return Ok(false) };
    let at = writer.document.loro.try_get_cursor_pos(cursor).map_err(refused)?.current.pos;
    let text = writer.document.text(place, name);
    let there: String = text.chars().skip(at).take(inserted.chars().count()).collect();
    if there != inserted {
        return Ok(false);
    }
    writer.splice(place, name, at, inserted, removed)?;
    Ok(true)
}
