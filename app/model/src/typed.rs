//! A typed document: what every kind of document of this app has in common. Commands in, changes out, one command is one
//! undo step; the kind says what a command writes, what it may touch and what there is to see.

use std::marker::PhantomData;

use replica::document::{Document, DocumentError, Imported, Place, Session, Step, Writer};
use replica::member::Grant;

use crate::history::{History, Way};
use crate::refused::Refused;

/// From version n (its place in the list, from 1) to n + 1, as ordinary changes that merge. It leaves alone what it does not
/// know; running it on two devices at once gives the same twice.
pub type Migration = fn(&mut Writer<'_>) -> Result<(), DocumentError>;

/// The register, at the kind's root, with the version of the layout.
pub(crate) const SCHEMA: &str = "schema";

/// What sets one kind of document apart.
pub trait Kind: 'static {
    /// What a person does.
    type Command;
    /// What a person sees.
    type View;
    /// What a step touches, to ask again before it is undone.
    type Touches: Clone + std::fmt::Debug;
    /// The version of the layout that this code writes.
    const SCHEMA: i64;
    /// The root map with the fields of the document itself.
    const ROOT: &'static str;
    /// How an older layout comes up to date.
    const MIGRATIONS: &'static [Migration] = &[];

    /// What a command touches.
    fn touches(command: &Self::Command) -> Self::Touches;
    /// Whether this may be touched now.
    ///
    /// # Errors
    /// Why not.
    fn allowed(document: &Document, touches: &Self::Touches) -> Result<(), Refused>;
    /// Writes one command. Everything that can be checked is checked before the first write.
    ///
    /// # Errors
    /// What is wrong with the command; then nothing of it stays.
    fn write(to: &mut Writer<'_>, command: &Self::Command) -> Result<(), Refused>;
    /// Reads what there is to see.
    fn read(document: &Document) -> Self::View;
}

/// A kind of document in which nothing is ever locked: its module has `Command`, `View`, `SCHEMA`, `layout::ROOT`,
/// `carry_out::write` and `view::read`.
macro_rules! open_kind {
    ($(#[$doc:meta])* $kind:ident) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $kind;

        impl $crate::typed::Kind for $kind {
            type Command = Command;
            type View = View;
            type Touches = ();
            const SCHEMA: i64 = SCHEMA;
            const ROOT: &'static str = layout::ROOT;

            fn touches(_: &Command) {}

            fn allowed(
                _: &replica::document::Document,
                (): &(),
            ) -> Result<(), $crate::refused::Refused> {
                Ok(())
            }

            fn write(
                to: &mut replica::document::Writer<'_>,
                command: &Command,
            ) -> Result<(), $crate::refused::Refused> {
                carry_out::write(to, command)
            }

            fn read(document: &replica::document::Document) -> View {
                view::read(document)
            }
        }
    };
}
pub(crate) use open_kind;

/// What a command or an undo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Bytes for the journal; nothing when everything stayed as it was.
    pub update: Option<Vec<u8>>,
    /// After an undo: what stayed because somebody else changed it since.
    pub left_alone: usize,
}

/// An open document of one kind, with this session's undo.
#[derive(Debug)]
pub struct Typed<K: Kind> {
    pub(crate) document: Document,
    history: History<K::Touches>,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> Typed<K> {
    /// An empty document.
    ///
    /// # Errors
    /// When the session cannot be used.
    pub fn new(session: Session) -> Result<Self, DocumentError> {
        Document::new(session).map(Self::open)
    }

    /// What is in a document that the journal opened.
    pub fn open(document: Document) -> Self {
        Self { document, history: History::default(), kind: PhantomData }
    }

    /// The document, for snapshots, hashes and versions.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Brings an older layout up to date. The change goes to the journal; it cannot be undone.
    ///
    /// # Errors
    /// When the document cannot be written.
    pub fn migrate(&mut self) -> Result<Change, Refused> {
        let update = migrate(&mut self.document, K::ROOT, K::MIGRATIONS, K::SCHEMA)?;
        Ok(Change { update, left_alone: 0 })
    }

    /// Takes in changes from elsewhere. Undo keeps working and leaves them alone.
    ///
    /// # Errors
    /// When the bytes are no changes.
    pub fn take(&mut self, grant: Grant, bytes: &[u8]) -> Result<Imported, DocumentError> {
        self.document.take(grant, bytes)
    }

    /// The same for somebody who may change all of it.
    ///
    /// # Errors
    /// When the bytes are no changes.
    pub fn import(&mut self, bytes: &[u8]) -> Result<Imported, DocumentError> {
        self.document.import(bytes)
    }

    /// Carries out one command as one undo step.
    ///
    /// # Errors
    /// Why not; then nothing changed.
    pub fn run(&mut self, command: &K::Command) -> Result<Change, Refused> {
        let (step, change) = self.carry_out(command)?;
        self.history.did(step, K::touches(command));
        Ok(change)
    }

    /// Carries out a command that no person here gave: what came in by itself is nobody's last step, so undo passes it by.
    ///
    /// # Errors
    /// Why not; then nothing changed.
    pub fn note(&mut self, command: &K::Command) -> Result<Change, Refused> {
        self.carry_out(command).map(|(_, change)| change)
    }

    fn carry_out(&mut self, command: &K::Command) -> Result<(Step, Change), Refused> {
        self.writable()?;
        K::allowed(&self.document, &K::touches(command))?;
        let edit = self.document.edit(|to| {
            K::write(to, command)?;
            say_schema::<K>(to)
        })?;
        Ok((edit.step, Change { update: edit.update, left_alone: 0 }))
    }

    /// Takes back this session's last command; what others did stays.
    ///
    /// # Errors
    /// Why not; then nothing changed.
    pub fn undo(&mut self) -> Result<Change, Refused> {
        self.go(Way::Undo)
    }

    /// Does again what was taken back.
    ///
    /// # Errors
    /// Why not; then nothing changed.
    pub fn redo(&mut self) -> Result<Change, Refused> {
        self.go(Way::Redo)
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        self.history.next(Way::Undo).is_some()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        self.history.next(Way::Redo).is_some()
    }

    /// What there is to see.
    pub fn view(&self) -> K::View {
        K::read(&self.document)
    }

    /// Whether a newer version of the app wrote this document. It can be read and copied, not changed.
    pub fn is_newer(&self) -> bool {
        schema(&self.document, K::ROOT) > K::SCHEMA
    }

    fn go(&mut self, way: Way) -> Result<Change, Refused> {
        self.writable()?;
        let past = self.history.next(way).ok_or(Refused::NothingToUndo)?;
        K::allowed(&self.document, &past.touches)?;
        let edit = self.document.undo(&past.step)?;
        self.history.went(way, edit.step);
        Ok(Change { update: edit.update, left_alone: edit.answer.left_alone })
    }

    fn writable(&self) -> Result<(), Refused> {
        if self.is_newer() { Err(Refused::Newer) } else { Ok(()) }
    }
}

/// The highest layout version that anybody wrote; 0 for an empty document.
pub(crate) fn schema(document: &Document, root: &str) -> i64 {
    let entries = document.register(&Place::root(root), SCHEMA);
    entries.iter().filter_map(|entry| entry.value.int()).max().unwrap_or(0)
}

/// Written with the first command only. Not an undo step of its own: an emptied document stays what it is.
fn say_schema<K: Kind>(to: &mut Writer<'_>) -> Result<(), Refused> {
    if schema(to.document(), K::ROOT) == 0 {
        to.set_for_good(&Place::root(K::ROOT), SCHEMA, K::SCHEMA)?;
    }
    Ok(())
}

/// Brings a document of an earlier layout to version `target`.
pub(crate) fn migrate(
    document: &mut Document,
    root: &str,
    migrations: &[Migration],
    target: i64,
) -> Result<Option<Vec<u8>>, DocumentError> {
    let from = schema(document, root);
    if from < 1 || from >= target {
        return Ok(None);
    }
    let done = usize::try_from(from - 1).unwrap_or(0);
    let edit = document.edit(|to| {
        migrations.iter().skip(done).try_for_each(|migration| migration(to))?;
        to.set(&Place::root(root), SCHEMA, target)
    })?;
    Ok(edit.update)
}

#[cfg(test)]
mod tests {
    use replica::id::DeviceId;

    use super::*;
    use crate::budget::{Budget, Command};

    fn rename_field(to: &mut Writer<'_>) -> Result<(), DocumentError> {
        let place = Place::root("budget");
        let name = to.document().register(&place, "name");
        let value = name.into_iter().next().map(|entry| entry.value);
        value.map_or(Ok(()), |value| to.set(&place, "title", value))
    }

    #[test]
    fn a_migration_runs_once_and_makes_older_apps_read_only() {
        let session = Session { peer: 1, device: DeviceId::from_bytes([1; 16]) };
        let mut budget = Budget::new(session).unwrap();
        budget.run(&Command::Rename { name: "PPO-NK".into() }).unwrap();
        let list: [Migration; 1] = [rename_field];
        assert!(migrate(&mut budget.document, "budget", &list, 2).unwrap().is_some());
        assert_eq!(budget.document.register(&Place::root("budget"), "title").len(), 1);
        assert_eq!(migrate(&mut budget.document, "budget", &list, 2), Ok(None));
        assert!(budget.is_newer(), "an app that writes version 1 may not change it");
    }
}
