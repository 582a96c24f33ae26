//! The school years of one school side by side. Schools are never laid beside each other here: that would rank them.

use std::collections::BTreeMap;

use super::command::{Row, Status};

/// A row over the years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverYears {
    pub row: Row,
    /// What they said together, in the order of the years that were asked for.
    pub statuses: Vec<Option<Status>>,
}

/// Every row, with what the school said together in each of these years, as `school::together` reads them.
pub fn side_by_side(years: &[BTreeMap<Row, Status>]) -> Vec<OverYears> {
    let of = |row: Row| {
        let status = |year: &BTreeMap<Row, Status>| year.get(&row).copied();
        OverYears { row, statuses: years.iter().map(status).collect() }
    };
    Row::ALL.iter().copied().map(of).collect()
}
