//! Documents in use by a page, of any type, as far as the storage needs them.

use std::any::Any;
use std::rc::Rc;

use replica::document::Document;
use replica::member::Grant;

/// A document that pages hold. All methods are quick.
pub trait OnShelf: Any {
    /// Hands the document to `then`.
    fn with_document(&self, then: &mut dyn FnMut(&Document));
    /// Takes in changes from elsewhere; false when they could not be read.
    fn import(&self, grant: Grant, changes: &[u8]) -> bool;
    /// The document was made anew from what counts.
    fn replace(&self, document: Document);
    /// In how many fields two versions wait for a choice, as far as it was read.
    fn choices(&self) -> usize {
        0
    }
    /// The space is gone for ever: nothing of it may stay on the screen.
    fn gone(&self);
    /// For who knows the type.
    fn as_any(self: Rc<Self>) -> Rc<dyn Any>;
}

/// A part of a space, when a page asks for it.
pub enum Part {
    /// In use already.
    Shelved(Rc<dyn OnShelf>),
    /// Its document, which is empty when it never existed. It is the caller's from now on.
    Free(Document),
    /// It could not be read: show what there is elsewhere, let nobody edit.
    Blocked,
}
