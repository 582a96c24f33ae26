//! The meeting itself: the item that is on, large, with its clock and notes; what is agreed on it; and the capture bar.

use std::sync::Arc;

use leptos::prelude::*;
use model::meeting::watch::watch;
use model::meeting::{Command, Item, ItemChange, ItemKind};

use super::Sitting;
use super::act::ActionsHere;
use super::adopt::AdoptEarlier;
use super::agenda::Files;
use super::attendance::Attendance;
use super::capture::{Capture, CaptureBar};
use super::casus::Talk;
use super::close::CloseMeeting;
use super::decide::DecisionsHere;
use super::frame::MeetingPage;
use super::timer::Clock;
use crate::components::alert::{Alert, Tone};
use crate::components::fold::Fold;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::RuleList;
use crate::components::shared_text::SharedText;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::werkgebied::action::ActionList;
use crate::platform::clock;
use crate::texts::werkgebied::{agenda, meeting as words};

/// Where the notes of the item that is on stand, for the key that leads there.
pub const NOTES: &str = "aantekeningen";

pub fn page(sitting: Sitting) -> AnyView {
    watched(sitting);
    let capture = Capture::provide();
    let now = sitting.memo(|view| view.now.clone());
    let begun = Memo::new(move |_| sitting.phase().is_some());
    let locked = sitting.memo(|view| view.adopted.is_some());
    let item = move || now.get().map(|id| view! { <Current sitting id capture /> });
    view! {
        <MeetingPage sitting title=words::NOW>
            <Show when=move || begun.get() fallback=|| view! { <p class="nl-paragraph">{tr(words::NO_AGENDA)}</p> }>
                <Show when=move || locked.get()>
                    <Alert tone=Tone::Good title=tr_signal(words::LOCKED)>""</Alert>
                </Show>
                <Attendance sitting />
                <Way sitting />
                {item}
                <Show when=move || now.with(Option::is_none)><Rest sitting /></Show>
                <Course sitting />
                <AdoptEarlier sitting />
                <CloseMeeting sitting />
                <CaptureBar sitting capture />
            </Show>
        </MeetingPage>
    }
    .into_any()
}

/// What the rules say about this meeting, in the margin.
fn watched(sitting: Sitting) {
    let Some(margin) = Kantlijn::get() else { return };
    let room = sitting.room;
    // Who sits where and what stands on the agenda; not what is typed.
    let ground = sitting.memo(|view| {
        let topics: Vec<_> = view.items.iter().map(|item| item.topic.clone()).collect();
        (view.people.clone(), topics)
    });
    let body = move || {
        let answers = move || {
            ground.track();
            let municipalities =
                room.region.with(|one| one.as_ref().map(|one| one.municipalities.len()));
            let view = untrack(|| sitting.view.get());
            let said = view.and_then(|view| {
                room.with_rules(|_, context| watch(&view, municipalities, context))
            });
            said.unwrap_or_default()
        };
        view! { <RuleList answers /> }.into_any()
    };
    margin.put(Note::view(words::RULES, body));
}

/// Before, after, and a break.
#[component]
fn Way(sitting: Sitting) -> impl IntoView {
    let beside = move |after: bool| {
        sitting.memo(move |view| view.beside_now(after).map(|item| item.id.clone()))
    };
    let (before, after) = (beside(false), beside(true));
    let on = sitting.memo(|view| view.now.is_some());
    let go = move |to: Memo<Option<String>>| {
        if let Some(item) = to.get_untracked() {
            sitting.act(&Command::Now { item, at: clock::now_ms() });
        }
    };
    let pause = move |_| sitting.act(&Command::Pause { at: clock::now_ms() });
    let lang = use_lang();
    let next = move || if on.get() { words::NEXT } else { words::BEGIN }.get(lang.get());
    view! {
        <div class="way">
            <Show when=move || before.with(Option::is_some)>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| go(before)>
                    <Drawn icon=Icon::Back /> {tr(words::PREVIOUS)}
                </button>
            </Show>
            <Show when=move || after.with(Option::is_some)>
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| go(after)>
                    {next} <Drawn icon=Icon::Forward />
                </button>
            </Show>
            <Show when=move || on.get()>
                <button type="button" class="nl-button nl-button--subtle" on:click=pause>{tr(words::PAUSE)}</button>
            </Show>
        </div>
    }
}

#[component]
fn Rest(sitting: Sitting) -> impl IntoView {
    let phase = Memo::new(move |_| sitting.phase());
    let lang = use_lang();
    let says = move || {
        match phase.get() {
            Some(model::meeting::Phase::Preparing) => words::NOT_BEGUN,
            Some(model::meeting::Phase::Going) => words::BREAK,
            _ => words::ENDED,
        }
        .get(lang.get())
    };
    view! { <p class="nl-paragraph nl-paragraph--lead" role="status">{says}</p> }
}

/// The item that is on.
#[component]
fn Current(sitting: Sitting, id: String, capture: Capture) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let item = sitting.memo(move |view| id.with_value(|id| view.item(id).cloned()));
    // Everything but the notes: typing draws nothing anew.
    let head = Memo::new(move |_| {
        item.with(|one| {
            let one: &Arc<Item> = one.as_ref()?;
            Some((one.called(lang.get()), one.kind, one.ask.clone(), one.times))
        })
    });
    let name = Memo::new(move |_| {
        head.with(|one| one.as_ref().map(|one| one.0.clone()).unwrap_or_default())
    });
    let place = sitting.memo(move |view| {
        let at = id.with_value(|id| view.items.iter().position(|one| one.id == *id)).unwrap_or(0);
        (at + 1, view.items.len())
    });
    let number = move || {
        let (at, of) = place.get();
        format!("{} {at} {} {of}", words::ITEM.get(lang.get()), words::OF.get(lang.get()))
    };
    let kind = move || head.with(|one| one.as_ref().map(|one| one.1.label().get(lang.get())));
    let ask = move || head.with(|one| one.as_ref().map(|one| one.2.clone()).unwrap_or_default());
    let is_casus = Memo::new(move |_| {
        head.with(|one| one.as_ref().is_some_and(|one| one.1 == ItemKind::Casus))
    });
    let topic =
        sitting.memo(move |view| id.with_value(|id| view.item(id).map(|one| one.id.clone())));
    let actions_too = Memo::new(move |_| topic.with(|id| id.as_deref() == Some("vast.acties")));
    view! {
        <section class="current" aria-labelledby="aan-de-orde">
            <div class="current__head">
                <div>
                    <p class="current__number">{number} " · " {kind}</p>
                    <h2 id="aan-de-orde" class="current__title">{name}</h2>
                    <p class="current__ask">{ask}</p>
                </div>
                <Clock sitting />
            </div>
            <Show when=move || is_casus.get()><Talk sitting item /></Show>
            <Show when=move || actions_too.get()><OpenActions sitting /></Show>
            <DecisionsHere sitting id capture />
            <ActionsHere sitting id />
            <Show when=move || !is_casus.get()><Files sitting id item name=name.into() /></Show>
            <Show when=move || !is_casus.get()><Notes sitting id item name=name.into() /></Show>
            <Marks sitting id item />
        </section>
    }
}

/// What is still open of earlier meetings of this table: the item on which it is gone through.
#[component]
fn OpenActions(sitting: Sitting) -> impl IntoView {
    let room = sitting.room;
    let open = Memo::new(move |_| {
        let (register, id) = (room.register.get(), sitting.id.get());
        let table = sitting.of(|view| view.table.clone());
        let mut all = room.of(|view| register.open_actions(view, room.today));
        all.retain(|one| one.action.table == table && one.action.meeting != id);
        all
    });
    view! {
        <h3 class="nl-heading nl-heading--level-3">{tr(words::OPEN_ACTIONS)}</h3>
        <ActionList room actions=open />
    }
}

/// The notes, in which several people type at the same time.
#[component]
fn Notes(
    sitting: Sitting,
    id: StoredValue<String>,
    item: Memo<Option<Arc<Item>>>,
    name: Signal<String>,
) -> impl IntoView {
    let note = Signal::derive(move || {
        item.with(|one| one.as_ref().map(|one| one.note.clone()).unwrap_or_default())
    });
    let locked = sitting.memo(|view| view.adopted.is_some() || view.read_only);
    let write = move |text: String| {
        let (ledger, id) = (sitting.ledger(), id.get_value());
        let read = ledger.read();
        let base = read.and_then(|view| view.item(&id).map(|one| one.note.clone()));
        let command =
            Command::Note { item: Some(id.clone()), base: base.unwrap_or_default(), text };
        ledger.type_words(&format!("note/{id}"), command);
    };
    view! {
        <SharedText label=words::NOTES about=name value=note id=NOTES locked on_type=write on_rest=move || sitting.ledger().commit_typing() />
    }
}

/// Finished, or on to the next time.
#[component]
fn Marks(
    sitting: Sitting,
    id: StoredValue<String>,
    item: Memo<Option<Arc<Item>>>,
) -> impl IntoView {
    let set = move |change| sitting.act(&Command::SetItem { id: id.get_value(), change });
    let done = move || item.with(|one| one.as_ref().is_some_and(|one| one.done));
    let postponed = move || item.with(|one| one.as_ref().is_some_and(|one| one.postponed));
    view! {
        <div class="row">
            <label class="check"><input type="checkbox" prop:checked=done on:change=move |event| set(ItemChange::Done(event_target_checked(&event))) />{tr(words::DONE)}</label>
            <label class="check"><input type="checkbox" prop:checked=postponed on:change=move |event| set(ItemChange::Postponed(event_target_checked(&event))) />{tr(words::POSTPONE)}</label>
        </div>
    }
}

/// The whole agenda, to go to any item.
#[component]
fn Course(sitting: Sitting) -> impl IntoView {
    view! {
        <Fold large=true summary=move || tr(words::WHOLE)>
            <Rows sitting />
        </Fold>
    }
}

#[component]
fn Rows(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let rows = Memo::new(move |_| {
        let lang = lang.get();
        sitting.of(|view| {
            let row = |item: &Arc<Item>| {
                let on = view.now.as_ref() == Some(&item.id);
                (item.id.clone(), item.called(lang), on, item.done, item.minutes)
            };
            view.items.iter().map(row).collect::<Vec<_>>()
        })
    });
    let one = move |(id, title, on, done, minutes): (String, String, bool, bool, u16)| {
        let go = move |_| sitting.act(&Command::Now { item: id.clone(), at: clock::now_ms() });
        view! {
            <li class="course__one">
                <button type="button" class="course__go" aria-current=on.then_some("step") on:click=go>
                    {done.then(|| view! { <Drawn icon=Icon::Check /> <span class="visually-hidden">{tr(words::DONE)}": "</span> })}
                    <span>{title}</span>
                    <span class="marks">{minutes}" "{tr(agenda::MIN)}</span>
                </button>
            </li>
        }
    };
    view! {
        <ol class="course">{move || rows.get().into_iter().map(one).collect_view()}</ol>
    }
}
