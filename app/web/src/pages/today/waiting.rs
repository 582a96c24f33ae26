//! Looks into every werkgebied and dossier on this device for what waits, as long as the page is there.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::about::Kind;
use model::dossier::{self, Dossier};
use model::spaces::OpenSpace;
use model::vandaag::{Place, Reminder, in_dossier, put_in_order, reminders};
use replica::id::SpaceId;
use replica::role::Role;

use crate::pages::werkgebied::next::ready_for;
use crate::pages::werkgebied::room::Room;
use crate::state::AppState;
use crate::platform::clock;
use crate::state::ledger::{Ledger, Where};

/// What waits in each werkgebied.
pub type Waits = RwSignal<BTreeMap<SpaceId, Vec<Reminder>>>;

/// All of it, the most urgent first.
pub fn waits(waiting: Waits) -> Memo<Vec<Reminder>> {
    Memo::new(move |_| {
        let mut all: Vec<Reminder> = waiting.with(|all| all.values().flatten().cloned().collect());
        put_in_order(&mut all);
        all
    })
}

/// Draws nothing; fills in what waits.
#[component]
pub fn Looks(app: AppState, to: Waits) -> impl IntoView {
    let here = Memo::new(move |_| {
        let all = app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == Kind::Werkgebied && !one.draft);
        of_kind.map(|one| one.id).collect::<Vec<_>>()
    });
    // Who only reads along in a dossier has nothing to do there.
    let dossiers = Memo::new(move |_| {
        let all = app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == Kind::Dossier && !one.draft).map(|one| one.id);
        let writes = |id: &SpaceId| app.with_space(*id, OpenSpace::role).flatten() >= Some(Role::Bewerken);
        of_kind.filter(writes).collect::<Vec<_>>()
    });
    view! {
        <For each=move || here.get() key=|id| *id let:id><Into app id to /></For>
        <For each=move || dossiers.get() key=|id| *id let:id><IntoDossier app id to /></For>
    }
}

/// One dossier.
#[component]
fn IntoDossier(app: AppState, id: SpaceId, to: Waits) -> impl IntoView {
    let ledger = Ledger::<Dossier>::follow(app, Where::In(id), dossier::part());
    Effect::new(move || {
        let found = ledger.view.with(|view| in_dossier(id, view.as_ref()?, clock::today()));
        put(to, id, found.into_iter().collect());
    });
    on_cleanup(move || {
        let _ = to.try_update(|all| all.remove(&id));
    });
}

fn put(to: Waits, id: SpaceId, found: Vec<Reminder>) {
    if to.with_untracked(|all| all.get(&id) != Some(&found)) {
        to.update(|all| {
            all.insert(id, found);
        });
    }
}

/// One werkgebied.
#[component]
fn Into(app: AppState, id: SpaceId, to: Waits) -> impl IntoView {
    let room = Room::at(app, &Where::In(id));
    let today = room.today;
    let next = room
        .memo(move |view| view.next_meeting(today).map(|one| one.id.clone()).unwrap_or_default());
    Effect::new(move || {
        let Some(werkgebied) = room.view.get().filter(|view| !view.is_empty) else { return };
        let (register, watches, me) = (room.register.get(), room.watches.get(), room.me());
        let next = next.get();
        let meeting = (!next.is_empty()).then(|| room.area.meeting(&next).view.get()).flatten();
        let ready = ready_for(room, &next);
        let place = Place {
            space: id,
            werkgebied: &werkgebied,
            register: &register,
            watches: &watches,
            me: (&me.0, &me.1),
            next: meeting.as_deref().zip(ready.as_ref()),
        };
        put(to, id, reminders(&[place], today));
    });
    on_cleanup(move || {
        let _ = to.try_update(|all| all.remove(&id));
    });
}
