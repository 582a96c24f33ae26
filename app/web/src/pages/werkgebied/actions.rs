//! Mijn acties: over all meetings and all werkgebieden that are on this device.

use chrono::Datelike;
use leptos::prelude::*;
use model::about::Kind;
use model::afspraken::{self, MyAction};
use model::meeting::minutes::{ActionLine, action_line};
use model::out::{csv, ics, markdown};

use super::action::ActionsOf;
use super::frame::AreaPage;
use super::room::Room;
use crate::components::segmented::Segmented;
use crate::components::versions::Waiting;
use crate::i18n::{tr, use_lang};
use crate::pages::school::elsewhere::SchoolSteps;
use crate::pages::werkgebied::meeting::out::{Out, Paper};
use crate::platform::clock;
use crate::state::ledger::Where;
use crate::state::werkgebied::Area;
use crate::texts::werkgebied::{self as words, actions as own};

/// Whose actions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Mine,
    All,
}

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Open,
    Late,
    Week,
}

pub fn page(room: Room) -> AnyView {
    let whose = RwSignal::new(Whose::Mine);
    let which = RwSignal::new(Which::Open);
    let others = Memo::new(move |_| {
        let here = room.space();
        let all = room.app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == Kind::Werkgebied && !one.draft);
        of_kind
            .filter(|one| Some(one.id) != here)
            .map(|one| (one.id, one.title))
            .collect::<Vec<_>>()
    });
    let mine = list(room, room.area, whose, which);
    let nobody = Memo::new(move |_| room.me().0.is_empty());
    let papers = Callback::new(move |()| {
        let lang = use_lang().get_untracked();
        papers(&mine.get_untracked(), lang)
    });
    let wanted = Callback::new(move |step: model::school::Step| match which.get() {
        Which::Open => true,
        Which::Late => step.is_late(room.today),
        Which::Week => step.due.is_some_and(|due| due < room.today + chrono::Days::new(7)),
    });
    let whose_choices = vec![(Whose::Mine, own::MINE), (Whose::All, own::ALL)];
    let which_choices = vec![
        (Which::Open, own::OPEN),
        (Which::Late, own::LATE_ONES),
        (Which::Week, own::THIS_WEEK),
    ];
    view! {
        <AreaPage room title=own::MY_ACTIONS>
            <WaitingInYear room year=room.today.year() />
            <div class="row">
                <Segmented legend=own::WHOSE choices=whose_choices chosen=whose on_choose=move |to| whose.set(to) />
                <Segmented legend=own::WHICH choices=which_choices chosen=which on_choose=move |to| which.set(to) />
            </div>
            <Show when=move || nobody.get() && whose.get() == Whose::Mine>
                <p class="quiet">{tr(own::UNKNOWN_ME)}</p>
            </Show>
            <ActionsOf room area=room.area actions=mine where_from=None />
            <Show when=move || mine.with(Vec::is_empty)><p class="quiet">{tr(own::NONE)}</p></Show>
            <For each=move || others.get() key=|one| one.clone() let:one>
                <Elsewhere room id=one.0 title=one.1.clone() whose which />
            </For>
            <SchoolSteps app=room.app mine=Signal::derive(move || whose.get() == Whose::Mine) wanted />
            <Out papers />
        </AreaPage>
    }
    .into_any()
}

/// The actions of another werkgebied on this device.
#[component]
fn Elsewhere(
    room: Room,
    id: replica::id::SpaceId,
    title: String,
    whose: RwSignal<Whose>,
    which: RwSignal<Which>,
) -> impl IntoView {
    let area = Area::follow(room.app, &Where::In(id), room.today.year());
    let actions = list(room, area, whose, which);
    let any = Memo::new(move |_| actions.with(|all| !all.is_empty()));
    let name = Signal::stored(title);
    view! {
        <Show when=move || any.get()>
            <h2 class="nl-heading nl-heading--level-2">{name}</h2>
            <ActionsOf room area actions where_from=Some(name) />
        </Show>
    }
}

fn list(
    room: Room,
    area: Area,
    whose: RwSignal<Whose>,
    which: RwSignal<Which>,
) -> Signal<Vec<MyAction>> {
    let view = area.ledger.view;
    let found = Memo::new(move |_| {
        let Some(view) = view.get() else { return Vec::new() };
        let register = area.register.get();
        let (_, name) = room.me();
        let id = view.person_named(&name).map(|one| one.id.clone()).unwrap_or_default();
        let mut all = match whose.get() {
            Whose::Mine => register.mine(&id, &name, &view, room.today),
            Whose::All => register.open_actions(&view, room.today),
        };
        match which.get() {
            Which::Open => {}
            Which::Late => all.retain(|one| one.late),
            Which::Week => all.retain(|one| one.soon || one.late),
        }
        all
    });
    found.into()
}

fn papers(all: &[MyAction], lang: rules::text::Lang) -> Vec<Paper> {
    let lines: Vec<ActionLine> = all.iter().map(|one| action_line(&one.action)).collect();
    let entries: Vec<ics::Entry> = all.iter().map(|one| ics::action(&one.action)).collect();
    let name = words::files::ACTIONS.get(lang);
    vec![
        Paper::calendar(name, ics::calendar(&entries, clock::utc())),
        Paper::markdown(name, markdown::actions(lines.iter(), lang)),
        Paper::actions(name, csv::actions(lines.iter(), lang)),
    ]
}

/// Every choice in the actions of a year that waits. Decisions stand with their item.
#[component]
pub fn WaitingInYear(room: Room, year: i32) -> impl IntoView {
    let ledger = room.area.year(year);
    let of_actions = |view: &afspraken::View| {
        let all = view.conflicts.iter();
        all.filter(|one| matches!(one.field, afspraken::Field::Action { .. })).cloned().collect()
    };
    view! { <Waiting ledger conflicts=of_actions act=move |command| room.run(ledger, command) /> }
}
