//! The little that a statement needs: arguments, rows, and a transaction to run it in. It must not know a database.

use replica::id::SpaceId;
use replica::relay::{AppendError, RelayError};
use replica::sync::Refusal;

/// A value that goes into a statement. Statements count their arguments `$1`, `$2`, … in the order of first use.
#[derive(Clone, Copy, Debug)]
pub(super) enum Arg<'a> {
    Number(i64),
    Bytes(&'a [u8]),
    MaybeNumber(Option<i64>),
    MaybeBytes(Option<&'a [u8]>),
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        // No place, count or time of ours is that large; what somebody else sends is cut.
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::from(number as u64)
    }
}

impl<'a> From<&'a [u8]> for Arg<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a, const N: usize> From<&'a [u8; N]> for Arg<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&'a Vec<u8>> for Arg<'a> {
    fn from(bytes: &'a Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

/// The arguments of a statement.
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::store::sql::Arg::from($value)),*] };
}
pub(super) use args;

/// A value that comes out of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Null,
    Number(i64),
    Bytes(Vec<u8>),
}

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row(pub(super) Vec<Value>);

impl Row {
    /// A count, a place or a time.
    pub(super) fn number(&self, column: usize) -> Result<u64, Failed> {
        match self.0.get(column) {
            Some(Value::Number(number)) => Ok(u64::try_from(*number).unwrap_or(0)),
            Some(Value::Null) => Ok(0),
            _ => Err(odd(column)),
        }
    }

    /// Bytes that are there.
    pub(super) fn bytes(&mut self, column: usize) -> Result<Vec<u8>, Failed> {
        self.maybe(column)?.ok_or_else(|| odd(column))
    }

    /// Bytes, or nothing.
    pub(super) fn maybe(&mut self, column: usize) -> Result<Option<Vec<u8>>, Failed> {
        match self.0.get_mut(column) {
            Some(Value::Bytes(bytes)) => Ok(Some(std::mem::take(bytes))),
            Some(Value::Null) => Ok(None),
            _ => Err(odd(column)),
        }
    }

    /// Bytes of a fixed length.
    pub(super) fn fixed<const N: usize>(&self, column: usize) -> Result<[u8; N], Failed> {
        match self.0.get(column) {
            Some(Value::Bytes(bytes)) => bytes.as_slice().try_into().map_err(|_| odd(column)),
            _ => Err(odd(column)),
        }
    }
}

fn odd(column: usize) -> Failed {
    RelayError(format!("column {column} is not what the schema says")).into()
}

/// Why a job kept nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    Append(AppendError),
    /// It was refused, and the store is well.
    No(Refusal),
}

impl From<RelayError> for Failed {
    fn from(error: RelayError) -> Self {
        Self::Append(AppendError::Store(error))
    }
}

impl From<AppendError> for Failed {
    fn from(error: AppendError) -> Self {
        Self::Append(error)
    }
}

impl From<Failed> for RelayError {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Append(AppendError::Store(error)) => error,
            other => Self(format!("{other:?}")),
        }
    }
}

/// A transaction under way.
pub(super) trait Tx {
    /// Runs a statement and answers all its rows, so that none is left half read.
    fn rows(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, RelayError>;

    /// Runs a statement and answers how many rows it changed.
    fn change(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64, RelayError>;

    /// Keeps everybody else from this space until the end of the transaction.
    fn hold(&mut self, space: SpaceId) -> Result<(), RelayError>;

    /// Lets other instances know, when the transaction is committed.
    fn announce(&mut self, space: SpaceId) -> Result<(), RelayError>;
}

/// The first row, if any.
pub(super) fn first(
    tx: &mut dyn Tx,
    sql: &'static str,
    args: &[Arg<'_>],
) -> Result<Option<Row>, RelayError> {
    Ok(tx.rows(sql, args)?.into_iter().next())
}
