//! How this tab comes to hold the device and lets go of it: the hall, who is in, the spaces that lie open, and another tab
//! that goes on.

use super::app::{AppState, Inside};
use super::boot::{self, Door, Hall};
use super::desk::{Desk, Room};
use super::device::put;
use super::people::Shown;
use super::sharing::SpaceShown;
use super::status::{Boot, Reason, SaveStatus};
use crate::platform::clock::{self, stopwatch_ms};
use crate::platform::{locks, next_paint, page, sleep, spawn, worker};
use leptos::prelude::*;
use model::about::Kind;
use model::people::registry::People;
use model::spaces::Found;
use replica::id::PartId;
use replica::store::SaveState;
use replica::unlock::Unlocked;
use std::rc::Rc;

/// How long the page may wait for documents that are read meanwhile, in milliseconds: less than a frame.
const A_LITTLE: u32 = 8;

/// Reads documents for that long; false when all are read.
fn read_a_little(desk: &Desk, first: &[PartId]) -> bool {
    let begin = stopwatch_ms();
    while stopwatch_ms().saturating_sub(begin) < A_LITTLE {
        if !desk.spaces.read_next(first) {
            return false;
        }
    }
    true
}

impl AppState {
    pub(super) fn enter(&self, door: Door, may_be_empty: bool) {
        let app = *self;
        put(app.set.boot, Boot::Opening);
        let inside = app.inside.try_update_value(std::mem::take);
        let held = inside.and_then(|inside| inside.hall).map(|hall| hall.right.clone());
        spawn(async move {
            let lost = move || app.was_overruled();
            match boot::open_hall(door, held, may_be_empty, lost).await {
                Ok((hall, people)) => app.stand_in(hall, people),
                Err(state) => put(app.set.boot, state),
            }
            app.after_first_paint();
        });
    }

    /// The hall is open: ask who it is, or begin.
    fn stand_in(&self, hall: Hall, people: People) {
        let app = *self;
        let hand_over = locks::on_hand_over(move || app.give_way());
        let nobody = people.known.is_empty() && people.unreadable == 0;
        put(self.set.people, people.known.iter().map(|(id, p)| Shown::of(*id, p)).collect());
        put(self.set.hidden_people, people.unreadable);
        let inside = Inside { hall: Some(Rc::new(hall)), hand_over, ..Inside::default() };
        let _ = self.inside.try_set_value(inside);
        put(self.set.boot, if nobody { Boot::First } else { Boot::Locked });
        spawn(async move { app.finish_leaving(people.leaving).await });
    }

    /// Somebody got in and their data is open.
    pub(super) fn arrive(&self, (room, found): (Room, Found), secrets: Unlocked) {
        let taken = self.inside.try_update_value(|inside| {
            inside.secrets = Some(Rc::new(secrets));
            Some((inside.hall.as_ref()?.right.clone(), inside.hand_over.take()))
        });
        match taken.flatten() {
            Some((right, hand_over)) => {
                self.lay_open(Desk::new(room, right, hand_over), found);
            }
            // Another tab went on in the meantime.
            None => self.leave(),
        }
    }

    /// Lets go of everything and loads the page anew. Save first.
    pub(super) fn close_for_good(&self) {
        self.leave();
        put(self.set.boot, Boot::Opening);
        page::reload();
    }

    /// Closes the space and opens what is on the storage now: another space, or this one with more in it.
    pub(super) async fn open_anew(&self, desk: &Rc<Desk>) -> Result<(), Reason> {
        let secrets = self.secrets().ok_or(Reason::Other)?;
        let name = desk.spaces.me().name.clone();
        let store = desk.spaces.store().clone();
        let (room, found) = boot::reopen(store, name, &secrets, self.title()).await?;
        self.stop_sharing();
        put(self.set.boot, Boot::Opening);
        // The ledgers let go of the old documents before they meet the new ones.
        sleep(0).await;
        self.lay_open(desk.with(room), found);
        Ok(())
    }

    fn lay_open(&self, desk: Desk, found: Found) {
        put(self.set.report, found.report);
        put(self.set.unopened, found.unopened);
        if desk.spaces.current(&Kind::Begroting).is_none() {
            // Only in memory until the first change.
            let _ = desk.spaces.found(&Kind::Begroting, self.title(), clock::now());
        }
        let desk = Rc::new(desk);
        let _ = self.desk.try_update_value(|kept| *kept = Some(desk.clone()));
        put(self.set.save, SaveStatus::Nothing);
        self.show_spaces(&desk);
        self.lay_another();
        put(self.set.boot, Boot::Ready);
        self.begin_sharing();
        self.read_on(&desk);
        // Of before another tab went on.
        self.keep_voices_again();
        // What an earlier version left says now what it is.
        if desk.state() != SaveState::SavedHere {
            self.save_soon(&desk);
        }
    }

    /// Reads the documents that no page asked for yet, a little at a time: then it is known what is damaged, and which files
    /// nobody needs any more.
    fn read_on(&self, desk: &Rc<Desk>) {
        let (app, desk) = (*self, desk.clone());
        spawn(async move {
            // The first page comes before.
            next_paint().await;
            let first = super::school::wanted_first(clock::today());
            while read_a_little(&desk, &first) {
                sleep(0).await;
                if !app.open_desk().is_some_and(|open| Rc::ptr_eq(&open, &desk)) {
                    return;
                }
            }
            // What the storage refuses now is swept at the next start.
            let _ = desk.spaces.sweep_files().await;
            put(app.set.report, desk.spaces.report());
            app.show_spaces(&desk);
            app.deliver(&desk);
        });
    }

    /// Another space lies open from now on.
    pub(super) fn lay_another(&self) {
        let _ = self.set.laid.try_update(|laid| *laid += 1);
    }

    /// Shows what is true about the spaces now.
    pub(super) fn show_spaces(&self, desk: &Rc<Desk>) {
        let shown: Vec<_> = desk.spaces.all().iter().map(|open| SpaceShown::of(open)).collect();
        put(self.set.waiting, shown.iter().map(|space| space.waiting).sum());
        if self.spaces.try_with_untracked(|known| *known != shown) == Some(true) {
            // What it is may arrive after the space itself: it can lie open only from then on.
            let here = |list: &[SpaceShown]| {
                list.iter().map(|space| (space.id, space.kind.clone())).collect::<Vec<_>>()
            };
            let other = self.spaces.try_with_untracked(|known| here(known) != here(&shown));
            put(self.set.spaces, shown);
            if other == Some(true) {
                self.lay_another();
                self.spaces_changed();
            }
        }
        let _ = self.set.revision.try_update(|revision| *revision += 1);
    }

    /// Storage is open, or it is said why not; once this is on the screen the version works, and offline use is prepared.
    fn after_first_paint(&self) {
        let app = *self;
        spawn(async move {
            next_paint().await;
            app.device.register_worker();
            let opened = [Boot::First, Boot::Locked, Boot::Ready];
            if app.boot.try_get_untracked().is_some_and(|boot| opened.contains(&boot)) {
                worker::report_healthy();
            }
        });
    }

    /// Another tab asks to go on: save, let go, show the waiting message. What cannot be saved stays here to be exported.
    fn give_way(&self) {
        let Some(desk) = self.open_desk() else { return self.leave() };
        self.finish_typing();
        let app = *self;
        spawn(async move {
            let heard = app.settle_voices().await;
            match desk.saved().await {
                // What a parent said is nowhere else; it is said on the dossier's pages.
                SaveState::SavedHere if !heard || app.holds_sheet() => {}
                SaveState::SavedHere => app.leave(),
                state => app.show_save_state(&desk, state),
            }
        });
    }

    pub(super) fn leave(&self) {
        self.stop_sharing();
        let desk = self.desk.try_update_value(Option::take).flatten();
        put(self.set.boot, Boot::Elsewhere);
        put(self.set.me, None);
        if let Some(desk) = desk {
            desk.close();
        }
        let inside = self.inside.try_update_value(std::mem::take);
        if let Some(hall) = inside.and_then(|inside| inside.hall) {
            hall.common.close();
            hall.right.release();
        }
    }

    /// Another tab took the right without waiting for us. Without unsaved changes that is the same as giving way.
    fn was_overruled(&self) {
        if self.has_unsaved() || self.holds_sheet() {
            put(self.set.save, SaveStatus::NotSaved { reason: Reason::TakenOver });
        } else {
            self.leave();
        }
    }
}
