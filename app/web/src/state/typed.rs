//! How every typed document keeps to its ledger, and the shelf of ledgers of one kind. It knows no room; a new kind of
//! document is one line at the end.

use super::app::AppState;
use super::book::{Book, Updates};
use super::ledger::{Ledger, Where};
use leptos::prelude::*;
use model::aanbod::Aanbod;
use model::advies::Advies;
use model::afspraken::Afspraken;
use model::budget::Budget;
use model::dossier::Dossier;
use model::gelezen::Gelezen;
use model::inbreng::Inbreng;
use model::leerlingenraad::Leerlingenraad;
use model::licht::Licht;
use model::meeting::Meeting;
use model::refused::Refused;
use model::school::School;
use model::steunpunt::Steunpunt;
use model::tekening::Tekening;
use model::typed::Change;
use model::vergelijking::Vergelijking;
use model::werkgebied::Werkgebied;
use replica::document::{Document, Session};
use replica::id::PartId;
use replica::member::Grant;
use std::collections::BTreeMap;

/// Ledgers of one kind by name, made when they are first asked for.
pub struct Shelf<B: Book> {
    app: AppState,
    owner: StoredValue<Option<Owner>>,
    place: StoredValue<Where>,
    part: StoredValue<fn(&str) -> PartId>,
    held: StoredValue<BTreeMap<String, Ledger<B>>, LocalStorage>,
}

impl<B: Book> Clone for Shelf<B> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<B: Book> Copy for Shelf<B> {}

impl<B: Book> Shelf<B> {
    /// An empty shelf that lives as long as the component that makes it.
    pub fn new(app: AppState, place: Where, part: fn(&str) -> PartId) -> Self {
        Self {
            app,
            owner: StoredValue::new(Owner::current()),
            place: StoredValue::new(place),
            part: StoredValue::new(part),
            held: StoredValue::new_local(BTreeMap::new()),
        }
    }

    /// The ledger with this name.
    pub fn get(self, name: &str) -> Ledger<B> {
        if let Some(held) = self.held.with_value(|held| held.get(name).copied()) {
            return held;
        }
        let follow = || {
            let part = self.part.with_value(|part| part(name));
            Ledger::follow(self.app, self.place.get_value(), part)
        };
        // Opened under who made the shelf, not under what happens to run now.
        let ledger = match self.owner.get_value() {
            Some(owner) => owner.with(|| untrack(follow)),
            None => untrack(follow),
        };
        self.held.update_value(|held| {
            held.insert(name.to_owned(), ledger);
        });
        ledger
    }
}

fn updates(change: Change) -> Updates {
    change.update.into_iter().collect()
}

/// Every typed document keeps to its ledger in the same way.
macro_rules! typed_books {
    ($($book:ident: $module:ident),*) => {
        $(
            impl Book for $book {
                type Command = model::$module::Command;
                type View = model::$module::View;
                type Problem = Refused;

                fn open(document: Document, _: Session) -> Self {
                    Self::open(document)
                }

                fn apply(&mut self, command: &Self::Command) -> Result<Updates, Refused> {
                    // An older layout is brought up to date with the first change, so that looking writes nothing.
                    let mut all = updates(self.migrate()?);
                    all.extend(updates(self.run(command)?));
                    Ok(all)
                }

                fn note(&mut self, command: &Self::Command) -> Result<Updates, Refused> {
                    let mut all = updates(self.migrate()?);
                    all.extend(updates(Self::note(self, command)?));
                    Ok(all)
                }

                fn undo(&mut self) -> Result<Updates, Refused> {
                    self.undo().map(updates)
                }

                fn redo(&mut self) -> Result<Updates, Refused> {
                    self.redo().map(updates)
                }

                fn can_undo(&self) -> bool {
                    self.can_undo()
                }

                fn can_redo(&self) -> bool {
                    self.can_redo()
                }

                fn view(&self) -> Self::View {
                    self.view()
                }

                fn preview(read: &Self::View, typed: &[&Self::Command]) -> Self::View {
                    let mut view = read.clone();
                    typed.iter().for_each(|command| view.patch(command));
                    view
                }

                fn choices(view: &Self::View) -> usize {
                    view.conflicts.len()
                }

                fn document(&self) -> &Document {
                    self.document()
                }

                fn import(&mut self, grant: Grant, changes: &[u8]) -> bool {
                    self.take(grant, changes).is_ok()
                }
            }
        )*
    };
}

typed_books!(
    Budget: budget, Werkgebied: werkgebied, Meeting: meeting, Afspraken: afspraken,
    School: school, Advies: advies, Aanbod: aanbod, Licht: licht,
    Gelezen: gelezen, Steunpunt: steunpunt, Leerlingenraad: leerlingenraad, Inbreng: inbreng,
    Tekening: tekening, Dossier: dossier, Vergelijking: vergelijking
);
