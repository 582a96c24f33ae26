//! Carries everything from one store to another and reads it back, so that the first may go. May be broken off
//! anywhere and begun again. It does not remove anything itself.

use super::{Op, Row, Store, StoreError, Table};

#[cfg(test)]
mod tests;

/// Copies every row of `from`, and reads each back from `to`. Only when this is `Ok` may `from` be removed. Nobody
/// may write to either in the meantime; `to` holds nothing but an earlier attempt.
///
/// # Errors
/// Those of the stores; [`StoreError::Corrupt`] for a row that read back differently.
pub async fn copy<F: Store, T: Store>(from: &F, to: &T) -> Result<usize, StoreError> {
    let mut count = 0;
    for table in Table::ALL {
        let mut after: Option<String> = None;
        loop {
            let rows = from.scan(table, "", after.as_deref(), table.page()).await?;
            if rows.is_empty() {
                break;
            }
            let put = |row: &Row| Op::Put { table, key: row.key.clone(), value: row.value.clone() };
            to.commit(&rows.iter().map(put).collect::<Vec<_>>()).await?;
            read_back(&rows, table, to).await?;
            count += rows.len();
            after = rows.last().map(|row| row.key.clone());
        }
    }
    Ok(count)
}

async fn read_back<T: Store>(rows: &[Row], table: Table, to: &T) -> Result<(), StoreError> {
    for row in rows {
        if to.get(table, &row.key).await?.as_ref() != Some(&row.value) {
            return Err(StoreError::Corrupt { key: row.key.clone() });
        }
    }
    Ok(())
}
