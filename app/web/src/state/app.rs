//! The state that every page shares: how far opening is, whether changes are saved, and what a person can do about
//! it. Signals at the rim; the work is in `boot`, `space` and `platform`.

use super::boot::{Door, Hall};
use super::desk::Desk;
use super::device::{Device, put};
use super::people::{PeopleError, Shown};
use super::sharing::recordings::Voice;
use super::sharing::{Shared, SpaceShown};
use super::status::{Boot, Reason, SaveStatus};
use crate::i18n::use_lang;
use crate::platform::locks::HandOver;
use crate::platform::storage::Fenced;
use crate::platform::{clock, marker, spawn, visibility};
use leptos::prelude::*;
use model::about::Kind;
use model::people::{Person, PersonId};
use model::sharing::status::Reach;
use model::spaces::OpenSpace;
use replica::id::{PartId, SpaceId};
use replica::space::{Report, TakeOverError};
use replica::store::SaveState;
use replica::unlock::Unlocked;
use rules::text::Lang;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The state that every page shares. `Copy`; hand it around freely.
#[derive(Clone, Copy)]
pub struct AppState {
    /// How far opening is; pages with data show only when it is `Ready`.
    pub boot: ReadSignal<Boot>,
    /// Whether the changes are saved.
    pub save: ReadSignal<SaveStatus>,
    /// Changes in shared spaces that nobody else has yet.
    pub waiting: ReadSignal<u64>,
    /// What could not be read when the device was opened; empty numbers when all is well.
    pub report: ReadSignal<Report>,
    /// Spaces of the version that did not seal, which could not be taken over and stay as they are.
    pub unopened: ReadSignal<Vec<(SpaceId, TakeOverError)>>,
    /// All spaces of the person who is in.
    pub spaces: ReadSignal<Vec<SpaceShown>>,
    /// Goes up whenever anything about a space may read differently: who is in, what waits, an invitation.
    pub revision: ReadSignal<u64>,
    /// What is known of the server.
    pub reach: ReadSignal<Reach>,
    /// Goes up when another space lies open.
    pub(super) laid: ReadSignal<u64>,
    /// Everybody on this device, for the lock screen.
    pub people: ReadSignal<Vec<Shown>>,
    /// Whether somebody on this device cannot be shown: written by a later version, or damaged.
    pub hidden_people: ReadSignal<usize>,
    /// Who is in.
    pub me: ReadSignal<Option<Shown>>,
    /// The language of sentences that are made here.
    pub(super) lang: Signal<Lang>,
    /// The device: network, room, offline readiness, installation.
    pub device: Device,
    pub(super) set: Setters,
    pub(super) desk: StoredValue<Option<Rc<Desk>>, LocalStorage>,
    pub(super) inside: StoredValue<Inside, LocalStorage>,
    pub(super) shared: StoredValue<Option<Rc<Shared>>, LocalStorage>,
    /// Letters to parents that are at the server, by id, and those that are gone from it.
    pub posted: RwSignal<BTreeSet<String>>,
    /// A sheet at the table holds what a parent said and did not send. It is in memory alone.
    sheet: RwSignal<bool>,
    /// People talk around this device, with it in their midst.
    talk: RwSignal<bool>,
    /// Children left their screen and the device could not lock behind them: no page is shown until it could.
    pub shut: RwSignal<bool>,
    /// Recordings from the table that are not in their dossier yet.
    pub(super) voices: RwSignal<Vec<Voice>>,
    /// How many pages want to hear of answers of parents soon.
    pub(super) post_watched: StoredValue<u32>,
    before_giving_way: StoredValue<Vec<Act>, LocalStorage>,
    /// Whether something is being typed that is not a change yet.
    typing: StoredValue<bool>,
}

/// Something to do before another tab goes on, by number.
type Act = (u64, Rc<dyn Fn()>);

/// What this tab holds while it has the right to write.
#[derive(Default)]
pub(super) struct Inside {
    pub(super) hall: Option<Rc<Hall>>,
    /// Until the desk takes it.
    pub(super) hand_over: Option<HandOver>,
    /// The keys of the person who is in.
    pub(super) secrets: Option<Rc<Unlocked>>,
    /// The person who is in, as kept in the common database.
    pub(super) person: Option<Person>,
}

#[derive(Clone, Copy)]
pub(super) struct Setters {
    pub(super) boot: WriteSignal<Boot>,
    pub(super) save: WriteSignal<SaveStatus>,
    pub(super) waiting: WriteSignal<u64>,
    pub(super) report: WriteSignal<Report>,
    pub(super) unopened: WriteSignal<Vec<(SpaceId, TakeOverError)>>,
    pub(super) spaces: WriteSignal<Vec<SpaceShown>>,
    pub(super) revision: WriteSignal<u64>,
    pub(super) reach: WriteSignal<Reach>,
    pub(super) laid: WriteSignal<u64>,
    pub(super) people: WriteSignal<Vec<Shown>>,
    pub(super) hidden_people: WriteSignal<usize>,
    pub(super) me: WriteSignal<Option<Shown>>,
}

impl AppState {
    /// Starts opening the device and offers the state to everything below. Call once, in the root component.
    pub fn start() -> Self {
        let (boot, set_boot) = signal(Boot::Opening);
        let (save, set_save) = signal(SaveStatus::Nothing);
        let (waiting, set_waiting) = signal(0);
        let (report, set_report) = signal(Report::default());
        let (unopened, set_unopened) = signal(Vec::new());
        let (spaces, set_spaces) = signal(Vec::new());
        let (revision, set_revision) = signal(0);
        let (reach, set_reach) = signal(Reach::Unknown);
        let (laid, set_laid) = signal(0);
        let (people, set_people) = signal(Vec::new());
        let (hidden_people, set_hidden_people) = signal(0);
        let (me, set_me) = signal(None);
        let set = Setters {
            boot: set_boot,
            save: set_save,
            waiting: set_waiting,
            report: set_report,
            unopened: set_unopened,
            spaces: set_spaces,
            revision: set_revision,
            reach: set_reach,
            laid: set_laid,
            people: set_people,
            hidden_people: set_hidden_people,
            me: set_me,
        };
        let device = Device::watch();
        let desk = StoredValue::new_local(None);
        let inside = StoredValue::new_local(Inside::default());
        let before_giving_way = StoredValue::new_local(Vec::new());
        let app = Self {
            boot,
            save,
            waiting,
            report,
            unopened,
            spaces,
            revision,
            reach,
            laid,
            people,
            hidden_people,
            me,
            lang: use_lang(),
            device,
            set,
            desk,
            inside,
            shared: StoredValue::new_local(None),
            posted: RwSignal::default(),
            sheet: RwSignal::new(false),
            talk: RwSignal::new(false),
            shut: RwSignal::new(false),
            voices: RwSignal::default(),
            post_watched: StoredValue::new(0),
            before_giving_way,
            typing: StoredValue::new(false),
        };
        provide_context(app);
        visibility::ask_before_leaving(move || {
            app.has_unsaved() || app.holds_voices() || app.holds_sheet()
        });
        app.watch_idle();
        app.enter(Door::IfFree, false);
        app
    }

    /// The state, anywhere below the root component.
    #[must_use]
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Tells whether a sheet at the table holds something that was not sent.
    pub fn hold_sheet(&self, holds: bool) {
        let _ = self.sheet.try_set(holds);
    }

    /// Tells whether people talk around this device: silences are longer then, and what children are busy with is in memory alone.
    pub fn hold_talk(&self, on: bool) {
        let _ = self.talk.try_set(on);
    }

    /// Whether it waits long before it locks by itself.
    pub(super) fn waits_long(&self) -> bool {
        self.holds_sheet() || self.talk.get_untracked()
    }

    /// Whether there is such a sheet.
    pub(super) fn holds_sheet(&self) -> bool {
        self.sheet.get_untracked()
    }

    /// "Ga hier verder": the other tab saves and stops, this one goes on.
    pub fn take_over(&self) {
        self.enter(Door::TakeOver, false);
    }

    /// After an eviction or a failure: begin with what is there, even when that is nothing.
    pub fn start_anew(&self) {
        marker::clear();
        self.enter(Door::IfFree, true);
    }

    /// After a failure to open: try again.
    pub fn try_again(&self) {
        self.enter(Door::IfFree, false);
    }

    /// Writes again what could not be saved. After `Cleared` it begins a new database with it.
    pub fn retry_save(&self) {
        let Some(desk) = self.open_desk() else { return };
        if desk.spaces.store().fenced() != Some(Fenced::Cleared) {
            return self.save_soon(&desk);
        }
        let app = *self;
        put(app.set.save, SaveStatus::Saving);
        spawn(async move {
            // Without a way in, what is written could never be opened again.
            let state = match app.renew_way_in().await {
                Ok(()) => desk.rewrite().await,
                Err(_) => desk.state(),
            };
            if state == SaveState::SavedHere && app.open_anew(&desk).await.is_ok() {
                put(app.set.save, SaveStatus::SavedHere { at_ms: clock::now_ms() });
                return;
            }
            app.show_save_state(&desk, state);
        });
    }

    /// Whether closing the page now would lose something.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        self.open_desk().is_some_and(|desk| desk.state() != SaveState::SavedHere)
    }

    pub(super) fn open_desk(&self) -> Option<Rc<Desk>> {
        self.desk.try_get_value().flatten()
    }

    /// Something to do before another tab goes on, such as carrying out what is being typed.
    pub(super) fn before_giving_way(&self, act: impl Fn() + 'static) -> u64 {
        let number = self.before_giving_way.try_update_value(|acts| {
            let number = acts.last().map_or(0, |(last, _)| last + 1);
            acts.push((number, Rc::new(act)));
            number
        });
        number.unwrap_or_default()
    }

    /// That is not to be done any more.
    pub(super) fn no_longer_before_giving_way(&self, number: u64) {
        let _ = self.before_giving_way.try_update_value(|acts| acts.retain(|act| act.0 != number));
    }

    /// Carries out what is being typed anywhere.
    pub(super) fn finish_typing(&self) {
        let acts = self.before_giving_way.try_get_value().unwrap_or_default();
        acts.iter().for_each(|(_, act)| act());
    }

    /// Whether an edit may be made now.
    ///
    /// # Errors
    /// Why the last change could not be saved.
    pub(super) fn accepts_edits(&self, desk: &Desk) -> Result<(), Reason> {
        match desk.state() {
            SaveState::NotSaved(error) => Err(Reason::of(&error, desk.spaces.store().fenced())),
            _ => Ok(()),
        }
    }

    /// Hands a change that is on the screen to its space. One that is not taken is said to be unsaved.
    pub(super) fn keep(&self, desk: &Rc<Desk>, space: &OpenSpace, part: PartId, update: Vec<u8>) {
        desk.spaces.record(space, part, update, clock::now());
        self.save_soon(desk);
    }

    /// Something on the screen is not a change yet: "saved" would be too strong.
    pub(super) fn typing_began(&self) {
        let _ = self.typing.try_set_value(true);
        // Told once: this runs at every key, and whoever shows the status is told at every write.
        if !matches!(
            self.save.try_get_untracked(),
            Some(SaveStatus::NotSaved { .. } | SaveStatus::Saving)
        ) {
            put(self.set.save, SaveStatus::Saving);
        }
    }

    /// What was typed is carried out or refused; what is true about saving may be shown again.
    pub(super) fn typing_ended(&self) {
        if self.typing.try_update_value(std::mem::take) == Some(true)
            && let Some(desk) = self.open_desk()
        {
            self.save_soon(&desk);
        }
    }

    /// The hall, while this tab has the right to write.
    pub(super) fn hall(&self) -> Result<Rc<Hall>, PeopleError> {
        let hall = self.inside.try_with_value(|inside| inside.hall.clone()).flatten();
        hall.ok_or(PeopleError::NotOpen)
    }

    /// The keys of the person who is in: to sign, to receive keys, and of their local store.
    #[must_use]
    pub fn secrets(&self) -> Option<Rc<Unlocked>> {
        self.inside.try_with_value(|inside| inside.secrets.clone()).flatten()
    }

    /// Who is in.
    pub(super) fn who(&self) -> Result<Shown, PeopleError> {
        self.me.try_get_untracked().flatten().ok_or(PeopleError::NotOpen)
    }

    /// What is kept of who is in.
    pub(super) fn me_as_kept(&self) -> Option<Person> {
        self.inside.try_with_value(|inside| inside.person.clone()).flatten()
    }

    pub(super) fn show_me(&self, id: PersonId, person: Person) {
        put(self.set.me, Some(Shown::of(id, &person)));
        let _ = self.inside.try_update_value(|inside| inside.person = Some(person));
    }

    /// The title of a budget that nobody named.
    pub(super) fn title(&self) -> &'static str {
        Kind::Begroting.name().get(self.lang.try_get_untracked().unwrap_or(Lang::Nl))
    }

    /// Saves in the background and shows each change of state.
    pub(super) fn save_soon(&self, desk: &Rc<Desk>) {
        let (app, desk) = (*self, desk.clone());
        put(self.set.save, SaveStatus::Saving);
        spawn(async move {
            let state = desk.save().await;
            app.show_save_state(&desk, state);
        });
    }

    /// Saves, and waits until all of it is on the disk of this device; tells whether it is.
    pub async fn is_all_saved(&self) -> bool {
        let Some(desk) = self.open_desk() else { return false };
        let state = desk.saved().await;
        self.show_save_state(&desk, state.clone());
        state == SaveState::SavedHere
    }

    /// Never shows more than is true: the journal says what completed.
    pub(super) fn show_save_state(&self, desk: &Rc<Desk>, state: SaveState) {
        let is_typing = self.typing.try_get_value() == Some(true);
        let status = match state {
            SaveState::Saving => SaveStatus::Saving,
            SaveState::SavedHere if is_typing => SaveStatus::Saving,
            SaveState::SavedHere => SaveStatus::SavedHere { at_ms: clock::now_ms() },
            SaveState::NotSaved(error) => {
                let reason = Reason::of(&error, desk.spaces.store().fenced());
                SaveStatus::NotSaved { reason }
            }
        };
        put(self.set.save, status);
        self.show_spaces(desk);
        self.deliver(desk);
        match status {
            SaveStatus::SavedHere { .. } if desk.is_first_save() => {
                marker::set();
                self.device.after_first_save();
            }
            SaveStatus::NotSaved { reason: Reason::TakenOver } if !self.has_unsaved() => {
                self.leave()
            }
            _ => {}
        }
    }
}
