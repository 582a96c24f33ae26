//! Statements on a SQLite connection.

use replica::id::SpaceId;
use replica::relay::RelayError;
use rusqlite::types::{ToSql, ToSqlOutput, Value as Owned, ValueRef};
use rusqlite::{Connection, params_from_iter};

use crate::store::sql::{Arg, Row, Tx, Value};

/// A transaction on a connection that began one.
pub(super) struct SqliteTx<'a>(pub(super) &'a Connection);

/// The words of SQLite, for the log.
pub(in crate::store) fn problem(error: rusqlite::Error) -> RelayError {
    RelayError(error.to_string())
}

impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Number(number) | Self::MaybeNumber(Some(number)) => {
                ToSqlOutput::Owned(Owned::Integer(*number))
            }
            Self::Bytes(bytes) | Self::MaybeBytes(Some(bytes)) => {
                ToSqlOutput::Borrowed(ValueRef::Blob(bytes))
            }
            Self::MaybeNumber(None) | Self::MaybeBytes(None) => ToSqlOutput::Owned(Owned::Null),
        })
    }
}

impl Tx for SqliteTx<'_> {
    fn rows(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, RelayError> {
        let mut statement = self.0.prepare_cached(sql).map_err(problem)?;
        let columns = statement.column_count();
        let rows = statement.query_map(params_from_iter(args), |row| {
            let value = |column| {
                Ok(match row.get_ref(column)? {
                    ValueRef::Integer(number) => Value::Number(number),
                    ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                    _ => Value::Null,
                })
            };
            (0..columns).map(value).collect::<rusqlite::Result<_>>().map(Row)
        });
        rows.map_err(problem)?.collect::<rusqlite::Result<_>>().map_err(problem)
    }

    fn change(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64, RelayError> {
        let mut statement = self.0.prepare_cached(sql).map_err(problem)?;
        statement.execute(params_from_iter(args)).map(|rows| rows as u64).map_err(problem)
    }

    fn hold(&mut self, _: SpaceId) -> Result<(), RelayError> {
        // There is one writer.
        Ok(())
    }

    fn announce(&mut self, _: SpaceId) -> Result<(), RelayError> {
        // There is one instance.
        Ok(())
    }
}
