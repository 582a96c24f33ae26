//! A file that is whole or refused: a line that names its kind, a header, items, and at the end their number with the
//! SHA-256 of everything before. Copies of a device and packages have this form. README.md has its bytes.

use minicbor::decode::Error;
use minicbor::{Decoder, Encoder};
use sha2::{Digest, Sha256};

/// What tells one kind of file from another.
#[derive(Debug)]
pub(crate) struct Form {
    /// How every file begins.
    pub(crate) magic: &'static [u8],
    /// The format that this code writes, the first number of the header.
    pub(crate) format: u64,
    /// How many things stand in the header, the format included.
    pub(crate) header: u64,
    /// How many items it may hold.
    pub(crate) most: usize,
}

/// How many things stand in an item; the end has one less.
pub(crate) const ITEM: u64 = 3;

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// It does not begin as this kind does.
    OtherKind,
    Newer(u64),
    /// It stops too early.
    CutOff,
    Damaged {
        at: usize,
    },
}

pub(crate) type Read<T> = Result<T, Error>;

/// Writes a file piece by piece.
pub(crate) struct Pen<F> {
    sink: F,
    digest: Sha256,
    items: u64,
}

impl<F: FnMut(&[u8])> Pen<F> {
    /// Begins a file; `header` writes what stands behind the format.
    pub(crate) fn begin(form: &Form, sink: F, header: impl FnOnce(&mut Encoder<Vec<u8>>)) -> Self {
        let mut pen = Self { sink, digest: Sha256::new(), items: 0 };
        pen.write(form.magic);
        let mut to = Encoder::new(Vec::new());
        // ok (all below): writing to a Vec cannot fail, so the results carry nothing
        let _ = to.array(form.header).and_then(|to| to.u64(form.format));
        header(&mut to);
        pen.write(&to.into_writer());
        pen
    }

    fn write(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
        (self.sink)(bytes);
    }

    /// Adds an item; `write` writes its [`ITEM`] things.
    pub(crate) fn item(&mut self, size: usize, write: impl FnOnce(&mut Encoder<Vec<u8>>)) {
        let mut to = Encoder::new(Vec::with_capacity(size + 32));
        let _ = to.array(ITEM);
        write(&mut to);
        self.items += 1;
        self.write(&to.into_writer());
    }

    /// Ends the file.
    pub(crate) fn end(mut self) {
        let digest = self.digest.clone().finalize();
        let mut to = Encoder::new(Vec::new());
        let _ =
            to.array(ITEM - 1).and_then(|to| to.u64(self.items)).and_then(|to| to.bytes(&digest));
        self.write(&to.into_writer());
    }
}

/// Reads a file and checks all of it: the header behind its format, and every item.
pub(crate) fn read<'a, H, T>(
    form: &Form,
    bytes: &'a [u8],
    header: impl FnOnce(&mut Decoder<'a>) -> Read<H>,
    item: impl FnMut(&mut Decoder<'a>) -> Read<T>,
) -> Result<(H, Vec<T>), Flaw> {
    let Some(body) = bytes.strip_prefix(form.magic) else {
        return Err(if form.magic.starts_with(bytes) { Flaw::CutOff } else { Flaw::OtherKind });
    };
    let mut from = Decoder::new(body);
    let read = contents(form, &mut from, header, item);
    let (header, items, count, digest, end) = read.map_err(|error| match error {
        Wrong::Newer(format) => Flaw::Newer(format),
        Wrong::Bytes(error) if error.is_end_of_input() => Flaw::CutOff,
        Wrong::Bytes(_) => Flaw::Damaged { at: form.magic.len() + from.position() },
    })?;
    let end = form.magic.len() + end;
    let hashed = bytes.get(..end).map(Sha256::digest);
    let whole = count == items.len() as u64 && from.position() == body.len();
    if whole && hashed.is_some_and(|hash| hash.as_slice() == digest) {
        Ok((header, items))
    } else {
        Err(Flaw::Damaged { at: end })
    }
}

enum Wrong {
    Newer(u64),
    Bytes(Error),
}

impl From<Error> for Wrong {
    fn from(error: Error) -> Self {
        Self::Bytes(error)
    }
}

type Contents<'a, H, T> = (H, Vec<T>, u64, &'a [u8], usize);

fn contents<'a, H, T>(
    form: &Form,
    from: &mut Decoder<'a>,
    header: impl FnOnce(&mut Decoder<'a>) -> Read<H>,
    mut item: impl FnMut(&mut Decoder<'a>) -> Read<T>,
) -> Result<Contents<'a, H, T>, Wrong> {
    let length = from.array()?;
    let format = from.u64()?;
    if format > form.format {
        return Err(Wrong::Newer(format));
    }
    if length != Some(form.header) || format != form.format {
        return Err(Error::message("header").into());
    }
    let header = header(from)?;
    let mut items = Vec::new();
    loop {
        let at = from.position();
        match from.array()? {
            Some(ITEM) if items.len() < form.most => items.push(item(from)?),
            Some(length) if length == ITEM - 1 => {
                return Ok((header, items, from.u64()?, from.bytes()?, at));
            }
            _ => return Err(Error::message("item").into()),
        }
    }
}
