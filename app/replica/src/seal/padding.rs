//! The clear body of a sealed envelope: payload and heads, then zeros up to a step of 64 bytes, so
//! that its length tells less.

use crate::keys::wire::{Damaged, Reader, Writer};

/// Bodies come in multiples of this, in bytes.
const STEP: usize = 64;

pub(super) fn frame(payload: &[u8], heads: &[u8]) -> Vec<u8> {
    let mut to = Writer::array(2);
    to.bytes(payload).bytes(heads);
    let mut clear = to.finish();
    clear.resize(clear.len().next_multiple_of(STEP), 0);
    clear
}

/// Payload and heads. Padding has one spelling too.
pub(super) fn unframe(clear: &[u8]) -> Result<(&[u8], &[u8]), Damaged> {
    let mut from = Reader::new(clear);
    from.exactly(2)?;
    let (payload, heads) = (from.bytes(clear.len())?, from.bytes(clear.len())?);
    if frame(payload, heads) == clear { Ok((payload, heads)) } else { Err(Damaged) }
}
