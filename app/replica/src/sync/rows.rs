//! The rows that sync keeps beside those of the journal. Specified in SYNC.md.

use crate::id::{Hash, PartId, Seq, SpaceId, hex};
use crate::keys::wire::{Reader, Writer};
use crate::store::{Op, Table};
use crate::sync::wire::ServerEpoch;

/// What is remembered of the relay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    pub(crate) epoch: ServerEpoch,
    /// Everything up to this place of its order is stored here.
    pub(crate) cursor: u64,
}

pub(crate) fn put(key: String, value: Vec<u8>) -> Op {
    Op::Put { table: Table::Meta, key, value }
}

pub(crate) fn entry_key(space: SpaceId, id: &Hash) -> String {
    format!("{}{}", entries(space), hex(id))
}

pub(crate) fn entries(space: SpaceId) -> String {
    format!("member/{space}/")
}

pub(crate) fn untold_key(space: SpaceId, id: &Hash) -> String {
    format!("{}{}", untold(space), hex(id))
}

pub(crate) fn untold(space: SpaceId) -> String {
    format!("local/untold/{space}/")
}

pub(crate) fn pending_key(space: SpaceId, hash: &Hash) -> String {
    format!("{}{}", pending(space), hex(hash))
}

pub(crate) fn pending(space: SpaceId) -> String {
    format!("local/pending/{space}/")
}

pub(crate) fn quarantine_key(space: SpaceId, hash: &Hash) -> String {
    format!("{space}/{}", hex(hash))
}

/// A row of the quarantine, in the format of the journal.
pub(crate) fn quarantine(space: SpaceId, hash: &Hash, reason: &str, bytes: &[u8]) -> Op {
    let mut to = Writer::array(3);
    to.text(reason).text("").bytes(bytes);
    let key = quarantine_key(space, hash);
    Op::Put { table: Table::Quarantine, key, value: to.finish() }
}

/// The bytes in a row of the quarantine.
pub(crate) fn quarantined(value: &[u8]) -> Option<&[u8]> {
    let mut from = Reader::new(value);
    from.exactly(3).ok()?;
    let _ = (from.text(100).ok()?, from.text(crate::store::KEY_MAX).ok()?);
    from.bytes(value.len()).ok()
}

/// Which entry began the space: what an invitation told.
pub(crate) fn root_key(space: SpaceId) -> String {
    format!("{ROOTS}{space}")
}

pub(crate) fn root(space: SpaceId, id: &Hash) -> Op {
    put(root_key(space), id.to_vec())
}

pub(crate) const ROOTS: &str = "root/";

/// What was judged before, so that it need not be judged again.
pub(crate) fn judged_key(space: SpaceId) -> String {
    format!("local/judged/{space}")
}

pub(crate) fn document_key(space: SpaceId, part: PartId) -> String {
    format!("local/document/{space}/{part}")
}

/// Where the pieces of the shared snapshot are below which rows may be gone.
pub(crate) fn floor_key(space: SpaceId, part: PartId) -> String {
    format!("{}{part}", floors(space))
}

pub(crate) fn floors(space: SpaceId) -> String {
    format!("local/floor/{space}/")
}

/// The tombstone: the entry that erased the space.
pub(crate) fn erased_key(space: SpaceId) -> String {
    format!("{TOMBSTONES}{space}")
}

pub(crate) const TOMBSTONES: &str = "erased/";

pub(crate) fn server_key(space: SpaceId) -> String {
    format!("local/server/{space}")
}

pub(crate) fn server(space: SpaceId, server: &Server) -> Op {
    let mut to = Writer::array(2);
    to.bytes(&server.epoch).number(server.cursor);
    put(server_key(space), to.finish())
}

pub(crate) fn read_server(value: &[u8]) -> Option<Server> {
    let mut from = Reader::new(value);
    from.exactly(2).ok()?;
    Some(Server { epoch: from.fixed().ok()?, cursor: from.number().ok()? })
}

pub(crate) fn acknowledged(space: SpaceId, part: PartId, seq: Seq) -> Op {
    let key = crate::journal::record::acknowledged_key(space, part);
    put(key, crate::journal::record::encode_seq(seq))
}
