//! Reading and writing the one spelling of CBOR that our formats allow. Never panics.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use thiserror::Error;

/// The bytes are not in the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("damaged")]
pub(crate) struct Damaged;

impl From<minicbor::decode::Error> for Damaged {
    fn from(_: minicbor::decode::Error) -> Self {
        Self
    }
}

/// Writes to memory, which cannot fail.
#[derive(Debug)]
pub(crate) struct Writer(Encoder<Vec<u8>>);

impl Writer {
    /// Starts with an array of `length` items.
    pub(crate) fn array(length: usize) -> Self {
        let mut writer = Self(Encoder::new(Vec::new()));
        writer.list(length);
        writer
    }

    // ok (all below): writing to a Vec cannot fail, so the results carry nothing

    pub(crate) fn list(&mut self, length: usize) -> &mut Self {
        let _ = self.0.array(length as u64);
        self
    }

    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        let _ = self.0.u64(number);
        self
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        let _ = self.0.bytes(bytes);
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        let _ = self.0.str(text);
        self
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.0.into_writer()
    }
}

/// Reads what a [`Writer`] wrote.
#[derive(Debug)]
pub(crate) struct Reader<'a>(Decoder<'a>);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(Decoder::new(bytes))
    }

    /// The length of a list that may hold at most `most` items.
    pub(crate) fn list(&mut self, most: usize) -> Result<usize, Damaged> {
        if self.0.datatype()? != Type::Array {
            return Err(Damaged);
        }
        let length = self.0.array()?.and_then(|length| usize::try_from(length).ok());
        length.filter(|length| *length <= most).ok_or(Damaged)
    }

    /// A list of exactly `length` items.
    pub(crate) fn exactly(&mut self, length: usize) -> Result<(), Damaged> {
        if self.list(length)? == length { Ok(()) } else { Err(Damaged) }
    }

    /// A list with at most `most` items, each read by `item`.
    pub(crate) fn many<T>(
        &mut self,
        most: usize,
        mut item: impl FnMut(&mut Self) -> Result<T, Damaged>,
    ) -> Result<Vec<T>, Damaged> {
        let length = self.list(most)?;
        (0..length).map(|_| item(self)).collect()
    }

    pub(crate) fn number(&mut self) -> Result<u64, Damaged> {
        Ok(self.0.u64()?)
    }

    /// At most `most` bytes.
    pub(crate) fn bytes(&mut self, most: usize) -> Result<&'a [u8], Damaged> {
        let bytes = self.0.bytes()?;
        if bytes.len() <= most { Ok(bytes) } else { Err(Damaged) }
    }

    pub(crate) fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Damaged> {
        self.0.bytes()?.try_into().map_err(|_| Damaged)
    }

    /// At most `most` bytes of text.
    pub(crate) fn text(&mut self, most: usize) -> Result<String, Damaged> {
        let text = self.0.str()?;
        if text.len() <= most { Ok(text.to_owned()) } else { Err(Damaged) }
    }
}
