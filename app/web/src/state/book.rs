//! What the state asks of a typed document. The model's types fulfil it, one short adaptor each, so that dispatch,
//! saving and undo are written once for every kind of document.

use replica::document::{Document, Session};

/// Changes for the journal, in order; none when nothing changed.
pub type Updates = Vec<Vec<u8>>;

/// A typed document. All methods are quick and do no I/O.
pub trait Book: Sized + 'static {
    /// What a person does.
    type Command: 'static;
    /// What a person sees; read again after every change.
    type View: Send + Sync + 'static;
    /// Why a command was not carried out, for the person.
    type Problem: 'static;

    /// The book on this document, which is empty when it never existed. Writes nothing.
    fn open(document: Document, session: Session) -> Self;
    /// Carries out a command, or changes nothing.
    ///
    /// # Errors
    /// What is wrong with the command.
    fn apply(&mut self, command: &Self::Command) -> Result<Updates, Self::Problem>;
    /// Takes the last command of this session back.
    ///
    /// # Errors
    /// Why that cannot be done.
    fn undo(&mut self) -> Result<Updates, Self::Problem>;
    /// Does again what was taken back.
    ///
    /// # Errors
    /// Why that cannot be done.
    fn redo(&mut self) -> Result<Updates, Self::Problem>;
    /// Whether there is something to take back.
    fn can_undo(&self) -> bool;
    /// Whether there is something to do again.
    fn can_redo(&self) -> bool;
    /// What there is to see now.
    fn view(&self) -> Self::View;
    /// What there will be to see when these commands, still being typed, are carried out on what was `read` last.
    /// Called for every key and every step of a slider, so it reads no document.
    fn preview(read: &Self::View, typed: &[&Self::Command]) -> Self::View;
    /// The document below.
    fn document(&self) -> &Document;
    /// Takes in changes from elsewhere; false when they could not be read.
    fn import(&mut self, changes: &[u8]) -> bool;
}

/// A book of any kind, as far as the storage needs it.
pub(super) trait OnShelf {
    /// Hands the document to `then`.
    fn with_document(&self, then: &mut dyn FnMut(&Document));
}

impl<B: Book> OnShelf for std::cell::RefCell<B> {
    fn with_document(&self, then: &mut dyn FnMut(&Document)) {
        if let Ok(book) = self.try_borrow() {
            then(book.document());
        }
    }
}
