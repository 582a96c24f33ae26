//! One meeting: preparing it, holding it, its minutes, and what the projector shows.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::use_params_map;
use model::afspraken::Subject;
use model::meeting::minutes::{heading, when};
use model::meeting::{Command, Phase, View};
use model::werkgebied::MeetingLine;
use rules::text::Lang;

use super::room::Room;
use crate::state::werkgebied::{MeetingLedger, YearLedger};

pub mod act;
pub mod adopt;
pub mod agenda;
pub mod attendance;
pub mod bring;
pub mod capture;
pub mod casus;
pub mod close;
pub mod decide;
pub mod frame;
pub mod now;
pub mod out;
pub mod prepare;
pub mod report;
pub mod screen;
pub mod spend;
pub mod timer;

/// The meeting that is open. `Copy`; handed around as a context.
#[derive(Clone, Copy)]
pub struct Sitting {
    pub room: Room,
    pub id: Memo<String>,
    pub view: Signal<Option<Arc<View>>>,
    /// As the year planning has it.
    pub line: Memo<Option<MeetingLine>>,
}

impl Sitting {
    fn provide(room: Room, id: Memo<String>) {
        let view = Signal::derive(move || room.area.meeting(&id.get()).view.get());
        let line = Memo::new(move |_| id.with(|id| room.of(|view| view.meeting(id).cloned())));
        provide_context(Self { room, id, view, line });
    }

    /// The document of this meeting.
    pub fn ledger(self) -> MeetingLedger {
        self.room.area.meeting(&self.id.get_untracked())
    }

    /// Carries out a command on this meeting.
    pub fn act(self, command: &Command) {
        self.done(command);
    }

    /// The same, and tells whether it was done.
    pub fn done(self, command: &Command) -> bool {
        self.room.ran(self.ledger(), command)
    }

    /// Something of the meeting; a default while it is not open.
    pub fn of<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    /// A memo of something of the meeting: whoever reads it is told only when it changes, and not at every key.
    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.of(&read))
    }

    /// How far it is; nothing before there is an agenda.
    pub fn phase(self) -> Option<Phase> {
        self.of(|view| (!view.is_empty).then(|| view.phase()))
    }

    /// The day of the meeting, under which its decisions are written down.
    pub fn day(self) -> NaiveDate {
        let own = untrack(|| self.of(|view| view.on));
        own.or_else(|| untrack(|| self.line.with(|line| line.as_ref().and_then(|one| one.on))))
            .unwrap_or(self.room.today)
    }

    /// The document for what is agreed in this meeting.
    pub fn year(self) -> YearLedger {
        self.room.area.year(self.day().year())
    }

    /// What a decision or an action is about: an item, or the meeting as a whole.
    pub fn subject(self, item: Option<&str>) -> Subject {
        let id = self.id.get_untracked();
        untrack(|| self.of(|view| view.subject(&id, item)))
    }

    /// "Werkgebiedoverleg Heiloo, 11 maart 2027".
    pub fn name(self, lang: Lang) -> String {
        let (title, day) = self.names(lang);
        [title, day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// What it is called and when it is.
    pub fn names(self, lang: Lang) -> (String, String) {
        let started = self.of(|view| {
            (!view.is_empty).then(|| (heading(view, lang), when(view.on, view.at, lang)))
        });
        started.unwrap_or_else(|| {
            let planned = self.line.get();
            planned.map_or_else(Default::default, |line| {
                (super::next::title(&line, lang), when(line.on, line.at, lang))
            })
        })
    }
}

/// Around the pages of one meeting.
#[component]
pub fn Around() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    if let Some(room) = Room::get() {
        Sitting::provide(room, id);
        // What is agreed in this meeting stands in its own year.
        Effect::new(move || {
            let day = id.with(|id| room.of(|view| view.meeting(id).and_then(|one| one.on)));
            if let Some(day) = day {
                room.area.year(day.year());
            }
        });
    }
    view! { <Outlet /> }
}

/// One page of the meeting; drawn anew for another one.
pub fn part(page: fn(Sitting) -> AnyView) -> AnyView {
    let Some(sitting) = use_context::<Sitting>() else { return ().into_any() };
    let there = Memo::new(move |_| {
        let known = sitting.line.with(Option::is_some);
        (sitting.id.get(), known || sitting.of(|view| !view.is_empty))
    });
    let view = move || match there.get() {
        (_, true) => page(sitting),
        (_, false) => view! { <frame::NotHere sitting /> }.into_any(),
    };
    view.into_any()
}
