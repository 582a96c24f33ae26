//! Statements on a PostgreSQL connection, prepared once.

use std::collections::BTreeMap;

use postgres::types::private::BytesMut;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Statement, Transaction};
use replica::id::SpaceId;
use replica::relay::RelayError;

use super::{CHANNEL, problem};
use crate::store::sql::{Arg, Row, Tx, Value};

pub(super) type Statements = BTreeMap<&'static str, Statement>;

/// A transaction under way.
pub(super) struct PostgresTx<'a, 'c> {
    tx: &'a mut Transaction<'c>,
    statements: &'a mut Statements,
}

impl<'a, 'c> PostgresTx<'a, 'c> {
    pub(super) fn new(tx: &'a mut Transaction<'c>, statements: &'a mut Statements) -> Self {
        Self { tx, statements }
    }

    fn statement(&mut self, sql: &'static str) -> Result<Statement, RelayError> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.tx.prepare(sql).map_err(problem)?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Number(number) | Self::MaybeNumber(Some(number)) => number.to_sql(kind, out),
            Self::Bytes(bytes) | Self::MaybeBytes(Some(bytes)) => bytes.to_sql(kind, out),
            Self::MaybeNumber(None) | Self::MaybeBytes(None) => Ok(IsNull::Yes),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::BYTEA)
    }

    to_sql_checked!();
}

fn params<'a>(args: &'a [Arg<'_>]) -> Vec<&'a (dyn ToSql + Sync)> {
    args.iter().map(|arg| arg as &(dyn ToSql + Sync)).collect()
}

impl Tx for PostgresTx<'_, '_> {
    fn rows(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, RelayError> {
        let statement = self.statement(sql)?;
        let rows = self.tx.query(&statement, &params(args)).map_err(problem)?;
        rows.iter().map(read).collect()
    }

    fn change(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<u64, RelayError> {
        let statement = self.statement(sql)?;
        self.tx.execute(&statement, &params(args)).map_err(problem)
    }

    fn hold(&mut self, space: SpaceId) -> Result<(), RelayError> {
        let sql = "SELECT newest FROM space WHERE space = $1 FOR UPDATE";
        self.rows(sql, &[Arg::from(space.bytes())]).map(|_| ())
    }

    fn announce(&mut self, space: SpaceId) -> Result<(), RelayError> {
        let statement = self.statement("SELECT pg_notify($1, $2)")?;
        let text = space.to_string();
        self.tx.query(&statement, &[&CHANNEL, &text]).map(|_| ()).map_err(problem)
    }
}

fn read(row: &postgres::Row) -> Result<Row, RelayError> {
    let value = |(at, column): (usize, &postgres::Column)| {
        Ok(if *column.type_() == Type::INT8 {
            let number: Option<i64> = row.try_get(at).map_err(problem)?;
            number.map_or(Value::Null, Value::Number)
        } else {
            let bytes: Option<Vec<u8>> = row.try_get(at).map_err(problem)?;
            bytes.map_or(Value::Null, Value::Bytes)
        })
    };
    row.columns().iter().enumerate().map(value).collect::<Result<_, _>>().map(Row)
}
