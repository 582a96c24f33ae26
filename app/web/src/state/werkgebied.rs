//! The documents of a werkgebied for the pages: the werkgebied itself, its meetings, and what was agreed in each year. A
//! document is opened when a page first asks for it, and stays open as long as who asked.

use super::app::AppState;
use super::book::{Book, Updates};
use super::ledger::{Ledger, Where};
use leptos::prelude::*;
use model::afspraken::{self, Afspraken, Register};
use model::budget::Budget;
use model::dossier::Dossier;
use model::meeting::{self, Meeting};
use model::refused::Refused;
use model::typed::Change;
use model::werkgebied::{self, Werkgebied};
use replica::document::{Document, Session};
use replica::id::PartId;
use replica::member::Grant;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The werkgebied as the pages share it.
pub type AreaLedger = Ledger<Werkgebied>;
/// What was agreed in a year.
pub type YearLedger = Ledger<Afspraken>;
/// One meeting.
pub type MeetingLedger = Ledger<Meeting>;

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

/// A werkgebied with what was agreed in it. `Copy`; hand it around freely.
#[derive(Clone, Copy)]
pub struct Area {
    pub ledger: AreaLedger,
    pub years: Shelf<Afspraken>,
    pub meetings: Shelf<Meeting>,
    /// Decisions and actions of all years that are asked for.
    pub register: Signal<Arc<Register>>,
    /// Years besides those of meetings that were held.
    asked: RwSignal<BTreeSet<i32>>,
}

impl Area {
    /// Follows a werkgebied. `this_year` is always open: what is agreed now goes there.
    pub fn follow(app: AppState, place: &Where, this_year: i32) -> Self {
        let ledger = AreaLedger::follow(app, place.clone(), werkgebied::part());
        let years = Shelf::new(app, place.clone(), |year| {
            afspraken::part(year.parse().unwrap_or_default())
        });
        let meetings = Shelf::new(app, place.clone(), meeting::part);
        let asked = RwSignal::new(BTreeSet::from([this_year]));
        let wanted = Memo::new(move |_| {
            let view = ledger.view.get();
            let held = view.map(|view| werkgebied::years(&view)).unwrap_or_default();
            held.into_iter().chain(asked.get()).collect::<BTreeSet<i32>>()
        });
        let register = Memo::new_with_compare(
            move |_| {
                let open = wanted.get().into_iter();
                let views = open.filter_map(|year| years.get(&year.to_string()).view.get());
                Arc::new(Register::new(views.collect()))
            },
            |_, _| true,
        );
        Self { ledger, years, meetings, register: register.into(), asked }
    }

    /// The document of a year, which the register reads from now on.
    pub fn year(self, year: i32) -> YearLedger {
        if !self.asked.with_untracked(|asked| asked.contains(&year)) {
            self.asked.update(|asked| {
                asked.insert(year);
            });
        }
        self.years.get(&year.to_string())
    }

    /// One meeting.
    pub fn meeting(self, id: &str) -> MeetingLedger {
        self.meetings.get(id)
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

typed_books!(Budget: budget, Werkgebied: werkgebied, Meeting: meeting, Afspraken: afspraken, Dossier: dossier);
