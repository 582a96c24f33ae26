//! Changes of somebody who may only add: children and guests in an *inbreng*. What stands, stands: nothing is
//! removed, replaced or moved. A document takes such changes whole or not at all, and decides by the changes
//! alone, so every device decides alike in whatever order things arrive.
//!
//! It does not know who wrote them; that is judged before (`member::check`).

use loro::json::{JsonOp, JsonOpContent, MapOp, MovableListOp};
use loro::{ContainerID, ContainerType, EncodedBlobMode, IdSpan, LoroDoc, LoroValue};

use super::{DEVICES, Document, DocumentError, Imported, damaged, trial, write};
use crate::id::{Hash, sha256};

/// The operations of one session in an update: from, up to but not including.
#[derive(Clone, Copy, Debug)]
struct Span {
    peer: u64,
    from: i32,
    to: i32,
}

impl Document {
    /// Takes changes that may only add. What waits for changes that have not arrived is kept by the document and
    /// taken when they have, if it still only adds.
    ///
    /// # Errors
    /// [`DocumentError::NotAdding`]: nothing of it was taken, and nothing of it ever will be.
    pub fn import_adding(&mut self, bytes: &[u8]) -> Result<Imported, DocumentError> {
        let hash = sha256(bytes);
        let before = self.version();
        if !self.refused.contains(&hash) {
            trial::attempt(&[bytes], || {
                self.waiting.insert(hash, bytes.to_vec());
                self.settle()
            })?;
        }
        match (self.refused.contains(&hash), self.waiting.contains_key(&hash)) {
            (true, _) => Err(DocumentError::NotAdding),
            (false, pending) if pending || self.version() != before => Ok(Imported { pending }),
            // It was here already.
            (false, _) => Ok(Imported { pending: false }),
        }
    }

    /// Whether a document would take these changes of its own from somebody who may only add.
    pub fn adds_only(&self, update: &[u8]) -> bool {
        span(update).is_some_and(|span| adds(&self.loro, span))
    }

    /// Takes what waited and can be judged now.
    pub(super) fn settle(&mut self) -> Result<(), DocumentError> {
        while !self.waiting.is_empty() {
            // What may not be taken must leave no trace: it is judged in a copy.
            let copy = self.loro.fork();
            let mut judged = None;
            for (hash, bytes) in &self.waiting {
                match judge(&copy, bytes) {
                    None => {}
                    Some(taken) => {
                        judged = Some((*hash, taken));
                        break;
                    }
                }
            }
            let Some((hash, taken)) = judged else { break };
            let bytes = self.waiting.remove(&hash).unwrap_or_default();
            if taken {
                self.loro.import(&bytes).map_err(damaged)?;
            } else {
                self.refused.insert(hash);
            }
        }
        Ok(())
    }

    /// Whether changes were refused because they do more than add.
    pub(crate) fn has_refused(&self, hash: &Hash) -> bool {
        self.refused.contains(hash)
    }
}

/// Whether a copy takes these changes; `None` while it lacks something that they build on.
fn judge(copy: &LoroDoc, bytes: &[u8]) -> Option<bool> {
    let Some(span) = span(bytes) else { return Some(false) };
    match copy.import(bytes) {
        Err(_) => return Some(false),
        Ok(status) if status.pending.is_some() => return None,
        Ok(_) => {}
    }
    Some(adds(copy, span))
}

/// The operations in an update, if it is one of one session.
fn span(bytes: &[u8]) -> Option<Span> {
    let meta = LoroDoc::decode_import_blob_meta(bytes, true).ok()?;
    let mut ends = meta.partial_end_vv.iter();
    let (peer, to) = ends.next().map(|(peer, to)| (*peer, *to))?;
    let from = meta.partial_start_vv.get(&peer).copied().unwrap_or(0);
    let one = ends.next().is_none() && meta.mode == EncodedBlobMode::Updates;
    (one && from < to).then_some(Span { peer, from, to })
}

/// Whether these operations of a document only add.
fn adds(loro: &LoroDoc, span: Span) -> bool {
    let Span { peer, from, to } = span;
    let changes = loro.export_json_in_id_span(IdSpan::new(peer, from, to));
    // Every write has a number of its own, so that no write takes the place of another.
    let (mut last, most) = (None, u64::try_from(to).unwrap_or(0));
    let mut fresh = |write: &write::WriteId| {
        let fresh = write.is_of(peer) && write.counter < most && last < Some(write.counter);
        let fresh = fresh && u64::try_from(from).is_ok_and(|from| from <= write.counter);
        last = Some(write.counter);
        fresh
    };
    let mut ops = changes.iter().flat_map(|change| &change.ops);
    !changes.is_empty() && ops.all(|op| adds_one(op, peer, &mut fresh))
}

fn adds_one(op: &JsonOp, peer: u64, fresh: &mut impl FnMut(&write::WriteId) -> bool) -> bool {
    match &op.content {
        JsonOpContent::MovableList(MovableListOp::Insert { value, .. }) => {
            value.iter().all(|id| matches!(id, LoroValue::String(_)))
        }
        JsonOpContent::Map(MapOp::Insert { key, value }) => {
            let root = match &op.container {
                ContainerID::Root { name, .. } => Some(name.as_str()),
                ContainerID::Normal { .. } => None,
            };
            if root == Some(DEVICES) {
                return *key == format!("{peer:x}") && matches!(value, LoroValue::Binary(_));
            }
            let write = write::split(key).and_then(|(_, write)| write::WriteId::parse(write));
            match write {
                Some(write) => !matches!(value, LoroValue::Container(_)) && fresh(&write),
                None => root.is_some_and(|root| begins_item(root, key, value)),
            }
        }
        _ => false,
    }
}

/// Whether this begins an item of a collection: the one value by which the library knows a mergeable map.
fn begins_item(root: &str, id: &str, value: &LoroValue) -> bool {
    if !root.ends_with(".items") {
        return false;
    }
    let empty = LoroDoc::new();
    let made = empty.get_map(root).ensure_mergeable_map(id);
    empty.commit();
    let peer = empty.peer_id();
    let ops = empty.export_json_in_id_span(IdSpan::new(peer, 0, 1));
    let mut ops = ops.iter().flat_map(|change| &change.ops);
    let right = |op: &JsonOp| {
        let ContainerID::Root { name, container_type } = &op.container else { return false };
        name.as_str() == root
            && *container_type == ContainerType::Map
            && matches!(&op.content, JsonOpContent::Map(MapOp::Insert { value: marker, .. }) if marker == value)
    };
    made.is_ok() && ops.any(right)
}
