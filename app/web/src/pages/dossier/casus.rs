//! A question from this dossier for a table that talks about it: which meeting, what the parents say, and the words that go there. The
//! name stays here: the model refuses it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;
use model::about::Kind;
use model::dossier::{Asked, AtTable, Command, View};
use model::meeting::{self, Casus, ItemChange, Meeting, Parents};
use model::werkgebied::{self, View as Area};
use replica::id::SpaceId;
use rules::notation;
use rules::parameter::Parameters;

use super::frame::DossierPage;
use super::room::Room;
use super::who::Answers;
use crate::components::alert::{Alert, Tone};
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::fold::Fold;
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::werkgebied::meeting::casus::Warning;
use crate::pages::werkgebied::next::title;
use crate::pages::werkgebied::room::context;
use crate::state::ledger::{Ledger, Where};
use crate::state::werkgebied::AreaLedger;
use crate::texts::dossier::{self as in_dossier, casus as words};
use crate::texts::werkgebied::casus as at_table;

/// Every werkgebied or other group on this device, read.
type Areas = Memo<Vec<(SpaceId, Signal<Option<Arc<Area>>>)>>;

pub fn page(room: Room) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let areas = areas(room);
    let options = options(room, areas);
    let none = move || options.with(|all| all.len() < 2);
    view! {
        <DossierPage room title=words::TITLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <Show when=none>
                <p class="nl-paragraph">{tr(words::NO_MEETING)}</p>
                <p class="actions"><A href="/werkgebied" attr:class="nl-button nl-button--primary">{tr(words::TO_AREAS)}</A></p>
            </Show>
            <Show when=move || !none()>
                <Choose label=words::MEETING options chosen on_choose=move |id| chosen.set(id) />
            </Show>
            {move || place(&chosen.get()).map(|(space, id)| view! { <Ask room areas space id /> })}
        </DossierPage>
    }
    .into_any()
}

fn areas(room: Room) -> Areas {
    let here = Memo::new(move |_| {
        let all = room.app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == Kind::Werkgebied && !one.draft);
        of_kind.map(|one| one.id).collect::<Vec<_>>()
    });
    let follow = move |id: SpaceId| {
        let view = AreaLedger::follow(room.app, Where::In(id), werkgebied::part()).view;
        (id, view.into())
    };
    Memo::new_with_compare(
        move |_| here.get().into_iter().map(follow).collect::<Vec<_>>(),
        |_, _| true,
    )
}

/// The meetings that are still to come, after an empty choice.
fn options(room: Room, areas: Areas) -> Memo<Vec<(String, String)>> {
    let lang = use_lang();
    Memo::new(move |_| {
        let lang = lang.get();
        let mut all = vec![(String::new(), words::CHOOSE.get(lang).to_owned())];
        for (space, view) in areas.get() {
            let Some(view) = view.get() else { continue };
            for line in view.coming_about_children(room.today) {
                let day = line.on.map(|day| notation::date(day, lang)).unwrap_or_default();
                let name = format!("{}, {}, {day}", view.name, title(line, lang));
                all.push((format!("{space}/{}", line.id), name));
            }
        }
        all
    })
}

fn place(chosen: &str) -> Option<(SpaceId, String)> {
    let (space, id) = chosen.split_once('/')?;
    Some((space.parse().ok()?, id.to_owned()))
}

#[component]
fn Ask(room: Room, areas: Areas, space: SpaceId, id: String) -> impl IntoView {
    let ledger = Ledger::<Meeting>::follow(room.app, Where::In(space), meeting::part(&id));
    let table = Table { space, kind: StoredValue::new(kind_of(areas, space, &id)) };
    let begun =
        Memo::new(move |_| ledger.view.with(|one| one.as_ref().is_some_and(|one| !one.is_empty)));
    let lies = Memo::new(move |_| {
        let dossier = room.ledger.space()?;
        let view = ledger.view.get()?;
        let id = Casus::item_id(dossier);
        view.item(&id)?;
        let among = |all: &[Arc<meeting::Item>]| all.iter().any(|one| one.id == id);
        Some(if among(&view.items) {
            Lies::Stands
        } else if among(&view.proposals) {
            Lies::Waits
        } else {
            Lies::Off
        })
    });
    view! {
        <Show when=move || begun.get() fallback=move || view! { <p class="nl-paragraph" role="status">{tr(words::NO_AGENDA)}</p> }>
            <ParentsFirst room areas table />
            {move || match lies.get() {
                Some(lies) => view! { <There room ledger table lies /> }.into_any(),
                None => view! { <Words room ledger table there=None /> }.into_any(),
            }}
        </Show>
    }
}

/// The table of the meeting that was chosen. `Copy`.
#[derive(Clone, Copy)]
struct Table {
    space: SpaceId,
    kind: StoredValue<String>,
}

impl Table {
    /// Something of the dossier that is about this table.
    fn of<T: Default>(self, room: Room, read: impl FnOnce(&View, AtTable<'_>) -> T) -> T {
        room.of(|view| self.kind.with_value(|kind| read(view, AtTable { space: self.space, kind })))
    }

    /// The same as it is at this moment.
    fn now<T: Default>(self, room: Room, read: impl FnOnce(&View, AtTable<'_>) -> T) -> T {
        untrack(|| self.of(room, read))
    }
}

/// What kind of meeting it is.
fn kind_of(areas: Areas, space: SpaceId, id: &str) -> String {
    let all = areas.get_untracked();
    let area =
        all.into_iter().find(|(one, _)| *one == space).and_then(|(_, view)| view.get_untracked());
    area.and_then(|area| Some(area.meeting(id)?.table.clone())).unwrap_or_default()
}

/// Where the casus of this dossier is in the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lies {
    Waits,
    Stands,
    Off,
}

#[component]
fn ParentsFirst(room: Room, areas: Areas, table: Table) -> impl IntoView {
    let (lang, space) = (use_lang(), table.space);
    let alone = room.memo(|view| view.present().next().is_none());
    let receiver = Memo::new(move |_| table.of(room, |view, table| view.table(table).cloned()));
    let area = move || {
        let all = areas.get();
        all.into_iter().find(|(id, _)| *id == space).and_then(|(_, view)| view.get())
    };
    let propose = move |_| {
        let command = table.now(room, |view, table| {
            let name = untrack(area).map(|area| area.name.clone()).unwrap_or_default();
            let why = words::PROPOSED_WHY.get(lang.get_untracked()).to_owned();
            Some(Command::Propose { id: view.new_table_id(table), name, why, on: room.today })
        });
        command.iter().for_each(|command| room.act(command));
    };
    let parameters = StoredValue::new(Parameters::national().unwrap_or_default());
    let answers = move || {
        let Some(area) = area() else { return Vec::new() };
        parameters.with_value(|parameters| {
            let context = context(room.today, &area, parameters);
            let answer = table.of(room, |view, table| view.watch_table(table, &context));
            answer.into_iter().collect()
        })
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::ASK_PARENTS)}</h2>
        <p class="nl-paragraph">{tr(words::ASK_PARENTS_WHY)}</p>
        <Show when=move || alone.get()>
            <p class="nl-paragraph">{tr(words::NO_PARENTS)}</p>
            <p class="actions"><A href="/dossier/ouders" attr:class="nl-button nl-button--primary">{tr(words::TO_PARENTS)}</A></p>
        </Show>
        <Show when=move || !alone.get() && receiver.with(Option::is_none)>
            <p class="actions"><button type="button" class="nl-button nl-button--primary" on:click=propose>{tr(words::PROPOSE)}</button></p>
        </Show>
        {move || receiver.get().map(|receiver| {
            let may = room.of(|view| view.may_receive(&receiver));
            let says = if may { in_dossier::who::MAY } else { in_dossier::who::MAY_NOT_YET };
            view! {
                <p class="nl-paragraph" role="status"><strong>{tr(says)}</strong></p>
                <Answers room id=receiver.id />
            }
        })}
        <RuleList answers />
    }
}

/// What goes to the table, in words that name nobody.
#[component]
fn Words(room: Room, ledger: Ledger<Meeting>, table: Table, there: Option<Casus>) -> impl IntoView {
    let lang = use_lang();
    let next = ledger.view.with_untracked(|view| {
        view.as_ref().map(|view| view.next_label(lang.get_untracked())).unwrap_or_default()
    });
    let is_there = there.is_some();
    let (label, question) = there.map_or((next, String::new()), |one| (one.label, one.question));
    let (label, question) = (RwSignal::new(label), RwSignal::new(question));
    let go = move |_| {
        let Some((dossier, view)) = room.ledger.space().zip(room.ledger.read()) else { return };
        let (label, question) = (label.get_untracked(), question.get_untracked());
        let made = table.kind.with_value(|kind| {
            let table = AtTable { space: table.space, kind };
            let asked = Asked { dossier, table, label: &label, question: &question };
            if is_there { view.change_at_table(&asked) } else { view.bring(&asked) }
        });
        match made {
            Ok(command) => drop(room.tell(ledger.dispatch(&command))),
            Err(refused) => room.refused(&refused),
        }
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::YOUR_QUESTION)}</h2>
        <Warning />
        <Field label=at_table::LABEL hint=at_table::LABEL_HINT value=label on_change=move |text| label.set(text) />
        <Field label=at_table::QUESTION value=question on_change=move |text| question.set(text) />
        <p class="actions"><button type="button" class="nl-button nl-button--primary" on:click=go>{tr(if is_there { words::CHANGE } else { words::GO })}</button></p>
    }
}

/// It is there already: where, and the way back.
#[component]
fn There(room: Room, ledger: Ledger<Meeting>, table: Table, lies: Lies) -> impl IntoView {
    let says = move || table.of(room, |view, table| view.parents_about(table));
    let agree = Memo::new(move |_| says() == Some(Parents::Akkoord));
    let set = move |gone: bool| {
        let Some(dossier) = room.ledger.space() else { return };
        let id = Casus::item_id(dossier);
        let change = ItemChange::Gone(gone);
        room.tell(ledger.dispatch(&meeting::Command::SetItem { id, change }));
    };
    let stands = Memo::new(move |_| {
        let id = Casus::item_id(room.ledger.space()?);
        ledger.view.with(|view| view.as_ref()?.item(&id)?.casus.clone())
    });
    let other = move || {
        let says = says();
        stands.with(|one| one.as_ref().is_some_and(|one| one.parents != says))
    };
    let tell = move |_| {
        let Some(dossier) = room.ledger.space() else { return };
        let told = table.now(room, |view, table| Some(view.tell_table(dossier, table)));
        if let Some(command) = told {
            room.tell(ledger.dispatch(&command));
        }
    };
    // A table that is taken off because of a no is proposed anew when it is needed again.
    let take_off = move |_| {
        set(true);
        let refused = table.now(room, |view, table| view.table_refused(table, room.today));
        refused.iter().for_each(|command| room.act(command));
    };
    let says = match lies {
        Lies::Waits => words::WAITS,
        Lies::Stands => words::STANDS,
        Lies::Off => words::TAKEN_OFF,
    };
    let off = lies == Lies::Off;
    view! {
        <p class="nl-paragraph" role="status"><strong>{tr(says)}</strong></p>
        <Show when=move || !off && !agree.get()>
            <Alert tone=Tone::Waiting title=tr_signal(words::NOT_ANY_MORE)>""</Alert>
        </Show>
        <Show when=move || !off && other()>
            <p class="nl-paragraph">{tr(words::OTHER_AT_TABLE)}</p>
            <p class="actions"><button type="button" class="nl-button nl-button--primary" on:click=tell>{tr(words::TELL_TABLE)}</button></p>
        </Show>
        <Show when=move || !off && agree.get()>
            <Fold summary=move || tr(words::CHANGE)().into_any()><Words room ledger table there=stands.get_untracked() /></Fold>
        </Show>
        <Show when=move || !off>
            <p class="actions"><button type="button" class="nl-button nl-button--secondary" on:click=take_off>{tr(words::TAKE_OFF)}</button></p>
        </Show>
        <Show when=move || off && agree.get()>
            <p class="actions"><button type="button" class="nl-button nl-button--secondary" on:click=move |_| set(false)>{tr(words::PUT_BACK)}</button></p>
        </Show>
    }
}
