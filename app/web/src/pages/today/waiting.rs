//! Looks into every werkgebied, leerlingenraad and dossier on this device for what waits, as long as the page is there.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::about::Kind;
use model::dossier::{self, Dossier};
use model::leerlingenraad::{self, Leerlingenraad};
use model::spaces::OpenSpace;
use model::vandaag::{self, Place, Reminder, put_in_order, reminders};
use replica::id::SpaceId;
use replica::role::Role;

use crate::pages::werkgebied::next::ready_for;
use crate::pages::werkgebied::room::Room;
use crate::platform::{clock, spawn};
use crate::state::AppState;
use crate::state::ledger::{Ledger, Where};

/// What waits in each space.
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
        let all = app.spaces.get().into_iter().filter(|one| !one.draft);
        let looks =
            |kind: &Kind| matches!(kind, Kind::Werkgebied | Kind::Leerlingenraad | Kind::Dossier);
        let of_kind = all.filter(|one| looks(&one.kind));
        of_kind.map(|one| (one.id, one.kind)).collect::<Vec<_>>()
    });
    let one = move |(id, kind): (SpaceId, Kind)| match kind {
        Kind::Werkgebied => view! { <Into app id to /> }.into_any(),
        Kind::Dossier => view! { <IntoDossier app id to /> }.into_any(),
        _ => view! { <Councils app id to /> }.into_any(),
    };
    view! { <For each=move || here.get() key=|one| one.clone() children=one /> }
}

/// One dossier. Who only reads along has nothing to do there.
#[component]
fn IntoDossier(app: AppState, id: SpaceId, to: Waits) -> impl IntoView {
    let dossier = Ledger::<Dossier>::follow(app, Where::In(id), dossier::part());
    Effect::new(move || {
        let view = dossier.view.get();
        let writes = app.with_space(id, OpenSpace::role).flatten() >= Some(Role::Bewerken);
        let one =
            view.filter(|_| writes).and_then(|view| vandaag::in_dossier(id, &view, clock::today()));
        found(to, id, one.into_iter().collect());
    });
    on_cleanup(move || {
        let _ = to.try_update(|all| all.remove(&id));
    });
}

/// What was found in a space. Nothing changes when it is what was there, or when the page is gone.
fn found(to: Waits, id: SpaceId, found: Vec<Reminder>) {
    if to.try_with_untracked(|all| all.get(&id) != Some(&found)) == Some(true) {
        to.update(|all| {
            all.insert(id, found);
        });
    }
}

/// The councils of children of one space, with what waits on this device of what they said.
#[component]
fn Councils(app: AppState, id: SpaceId, to: Waits) -> impl IntoView {
    let councils = Ledger::<Leerlingenraad>::follow(app, Where::In(id), leerlingenraad::part());
    Effect::new(move || {
        let Some(view) = councils.view.get().filter(|view| !view.is_empty) else { return };
        spawn(async move {
            let mut waiting: Vec<&str> = Vec::new();
            for one in view.present() {
                let pool = app.pool(&one.id).await;
                if pool.is_ok_and(|pool| pool.answers() != 0 || !pool.dots.is_empty()) {
                    waiting.push(&one.id);
                }
            }
            let waits = |id: &str| waiting.contains(&id);
            found(to, id, vandaag::councils(id, &view, &waits, clock::today()));
        });
    });
    on_cleanup(move || {
        let _ = to.try_update(|all| all.remove(&id));
    });
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
        found(to, id, reminders(&[place], today));
    });
    on_cleanup(move || {
        let _ = to.try_update(|all| all.remove(&id));
    });
}
