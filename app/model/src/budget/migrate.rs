//! Brings a document of an earlier layout to this one, as ordinary changes that merge. Each step leaves alone what it does
//! not know; running it on two devices at once gives the same twice.

use replica::document::{Document, DocumentError, Writer};

use super::{SCHEMA, layout};

/// From version n (its place in the list, from 1) to n + 1.
type Migration = fn(&mut Writer<'_>) -> Result<(), DocumentError>;

const MIGRATIONS: &[Migration] = &[];

pub(super) fn run(document: &mut Document) -> Result<Option<Vec<u8>>, DocumentError> {
    run_all(document, MIGRATIONS, SCHEMA)
}

fn run_all(
    document: &mut Document,
    migrations: &[Migration],
    target: i64,
) -> Result<Option<Vec<u8>>, DocumentError> {
    let from = layout::schema(document);
    if from < 1 || from >= target {
        return Ok(None);
    }
    let done = usize::try_from(from - 1).unwrap_or(0);
    let edit = document.edit(|to| {
        migrations.iter().skip(done).try_for_each(|migration| migration(to))?;
        to.set(&layout::budget(), layout::SCHEMA_FIELD, target)
    })?;
    Ok(edit.update)
}

#[cfg(test)]
mod tests {
    use replica::document::Session;
    use replica::id::DeviceId;

    use super::*;
    use crate::budget::{Budget, Command};

    fn rename_field(to: &mut Writer<'_>) -> Result<(), DocumentError> {
        let name = to.document().register(&layout::budget(), layout::NAME);
        let value = name.into_iter().next().map(|entry| entry.value);
        value.map_or(Ok(()), |value| to.set(&layout::budget(), "title", value))
    }

    #[test]
    fn a_migration_runs_once_and_makes_older_apps_read_only() {
        let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
        let mut budget = Budget::new(session).unwrap();
        budget.run(&Command::Rename { name: "PPO-NK".into() }).unwrap();
        let list: [Migration; 1] = [rename_field];
        assert!(run_all(&mut budget.document, &list, 2).unwrap().is_some());
        assert_eq!(budget.document.register(&layout::budget(), "title").len(), 1);
        assert_eq!(run_all(&mut budget.document, &list, 2), Ok(None));
        assert!(budget.is_newer(), "an app that writes version 1 may not change it");
    }
}
