//! The agenda as a list: in order by buttons, keyboard and dragging; each item opens to be changed.

use std::sync::Arc;

use leptos::prelude::*;
use model::meeting::{Command, Item, ItemChange, ItemKind};
use rules::text::Text;

use super::{Sitting, casus};
use crate::components::attachments::Attachments;
use crate::components::choose::Choose;
use crate::components::field::{Field, Kind};
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::{drag, page};
use crate::texts::werkgebied::agenda as words;

/// What is being dragged, and over which item it hangs.
#[derive(Clone, Copy)]
struct Dragging {
    what: RwSignal<Option<String>>,
    over: RwSignal<Option<String>>,
}

impl Dragging {
    /// Nothing is dragged any more.
    fn drop(self) {
        self.what.set(None);
        self.over.set(None);
    }
}

#[component]
pub fn Agenda(sitting: Sitting) -> impl IntoView {
    let ids = sitting.memo(|view| view.items.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let dragging = Dragging { what: RwSignal::new(None), over: RwSignal::new(None) };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::ITEMS)}</h2>
        <ol class="agenda">
            <For each=move || ids.get() key=|id| id.clone() let:id>
                <Row sitting id dragging />
            </For>
        </ol>
        <Removed sitting />
    }
}

#[component]
fn Row(sitting: Sitting, id: String, dragging: Dragging) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let item = sitting.memo(move |view| id.with_value(|id| view.item(id).cloned()));
    let name = Signal::derive(move || {
        item.with(|one| one.as_ref().map(|one| one.called(lang.get())).unwrap_or_default())
    });
    let place = sitting.memo(move |view| {
        id.with_value(|id| view.items.iter().position(|one| one.id == *id)).map_or(0, |at| at + 1)
    });
    let about = move || item.with(|one| one.as_ref().map(|one| about(sitting, one, lang.get())));
    let minutes = move || item.with(|one| one.as_ref().map(|one| one.minutes).unwrap_or_default());
    let hangs = move || {
        let here = |one: &Option<String>| id.with_value(|id| one.as_ref() == Some(id));
        dragging.over.with(here) && !dragging.what.with(here)
    };
    let taken = move || dragging.what.with(|one| id.with_value(|id| one.as_ref() == Some(id)));
    view! {
        <li class="agenda__item" class:agenda__item--here=hangs class:agenda__item--taken=taken data-row=id.get_value()>
            <Handle sitting id dragging />
            <details class="agenda__change">
                <summary class="agenda__words">
                    <span class="agenda__title"><span class="agenda__number">{place}". "</span>{name}</span>
                    <span class="agenda__about">{about}</span>
                </summary>
                <Change sitting id item name />
            </details>
            <p class="agenda__minutes">{minutes}" "{tr(words::MIN)}</p>
            <Moves sitting id name />
        </li>
    }
}

/// "Besluiten, van Anna, 2× doorgeschoven", as far as there is something to say.
fn about(sitting: Sitting, item: &Arc<Item>, lang: rules::text::Lang) -> String {
    let by = item.by.as_deref().and_then(|id| {
        let name = sitting.of(|view| view.person(id).map(|one| one.name.clone()))?;
        Some(format!("{} {name}", words::BY.get(lang)))
    });
    let times =
        (item.times > 0).then(|| format!("{} {}×", words::CARRIED_TIMES.get(lang), item.times));
    let asked = item.casus.as_ref().map_or(&item.ask, |casus| &casus.question);
    let ask = Some(asked.clone()).filter(|ask| !ask.is_empty());
    let rule = item.rule.as_ref().map(|rule| format!("{} {rule}", words::RULE.get(lang)));
    let kind = Some(item.kind.label().get(lang).to_owned());
    [kind, by, times, rule, ask].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// For a pointer only: the buttons beside it do the same for everybody.
#[component]
fn Handle(sitting: Sitting, id: StoredValue<String>, dragging: Dragging) -> impl IntoView {
    let begin = move |event: leptos::ev::PointerEvent| {
        event.prevent_default();
        drag::hold(event.current_target(), &event);
        dragging.what.set(Some(id.get_value()));
    };
    let follow = move |event: leptos::ev::PointerEvent| {
        if dragging.what.with_untracked(Option::is_some) {
            dragging.over.set(drag::row_at(event.client_x(), event.client_y()));
        }
    };
    let end = move |_| {
        let (what, over) = (dragging.what.get_untracked(), dragging.over.get_untracked());
        dragging.drop();
        let (Some(what), Some(over)) = (what, over) else { return };
        let command = untrack(|| {
            sitting.of(|view| {
                let to = view.items.iter().position(|one| one.id == over)?;
                view.moved(&what, to)
            })
        });
        command.iter().for_each(|command| sitting.act(command));
    };
    let cancel = move |_| dragging.drop();
    view! {
        <span
            class="agenda__handle"
            aria-hidden="true"
            on:pointerdown=begin
            on:pointermove=follow
            on:pointerup=end
            on:pointercancel=cancel
        >
            <Drawn icon=Icon::Grip />
        </span>
    }
}

/// One place up or down; the focus stays on the button that was pressed.
#[component]
fn Moves(sitting: Sitting, id: StoredValue<String>, name: Signal<String>) -> impl IntoView {
    let go = move |down: bool| {
        let command = untrack(|| {
            sitting.of(|view| {
                let id = id.get_value();
                let at = view.items.iter().position(|one| one.id == id)?;
                view.moved(&id, if down { at + 1 } else { at.checked_sub(1)? })
            })
        });
        if command.is_some_and(|command| sitting.done(&command)) {
            let way = if down { "neer" } else { "op" };
            let button = format!("[data-row=\"{}\"] [data-way={way}]", id.get_value());
            request_animation_frame(move || {
                let _ = page::focus(&button);
            });
        }
    };
    let one = move |down: bool, icon: Icon, word: Text| {
        let way = if down { "neer" } else { "op" };
        view! {
            <button type="button" class="nl-button nl-button--subtle agenda__move" data-way=way on:click=move |_| go(down)>
                <Drawn icon />
                <span class="visually-hidden">{tr(word)}": "{name}</span>
            </button>
        }
    };
    view! {
        <span class="agenda__moves">
            {one(false, Icon::Up, words::UP)} {one(true, Icon::Down, words::DOWN)}
        </span>
    }
}

#[component]
fn Change(
    sitting: Sitting,
    id: StoredValue<String>,
    item: Memo<Option<Arc<Item>>>,
    name: Signal<String>,
) -> impl IntoView {
    let lang = use_lang();
    let of = move |read: fn(&Item) -> String| {
        Signal::derive(move || {
            item.with(|one| one.as_ref().map(|one| read(one)).unwrap_or_default())
        })
    };
    let set = move |change| sitting.act(&Command::SetItem { id: id.get_value(), change });
    let kinds = Signal::derive(move || {
        let open = ItemKind::ALL.iter().filter(|kind| **kind != ItemKind::Casus);
        open.map(|kind| (kind.slug().to_owned(), kind.label().get(lang.get()).to_owned()))
            .collect::<Vec<_>>()
    });
    let people = Signal::derive(move || {
        let none = (String::new(), words::NOBODY.get(lang.get()).to_owned());
        let all = sitting.of(|view| {
            view.people.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        });
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let is_casus = Memo::new(move |_| {
        item.with(|one| one.as_ref().is_some_and(|one| one.kind == ItemKind::Casus))
    });
    let minutes = move |text: String| {
        if let Ok(minutes) = text.trim().parse() {
            set(ItemChange::Minutes(minutes));
        }
    };
    let choose = move |slug: String| {
        if let Some(kind) = ItemKind::from_slug(&slug) {
            set(ItemChange::Kind(kind));
        }
    };
    view! {
            <Show when=move || !is_casus.get()>
                <Field label=words::TITLE value=of(|one| one.title.clone()) on_change=move |text| set(ItemChange::Title(text)) />
                <Field label=words::ASK hint=words::ASK_HINT value=of(|one| one.ask.clone()) on_change=move |text| set(ItemChange::Ask(text)) />
                <Choose label=words::KIND options=kinds chosen=of(|one| one.kind.slug().to_owned()) on_choose=choose />
            </Show>
            <Show when=move || is_casus.get()><casus::Change sitting id item /></Show>
            <div class="row">
                <Field label=words::TIME kind=Kind::Number value=of(|one| one.minutes.to_string()) on_change=minutes />
                <Choose label=words::BROUGHT_BY options=people chosen=of(|one| one.by.clone().unwrap_or_default()) on_choose=move |id| set(ItemChange::By(Some(id).filter(|id| !id.is_empty()))) />
            </div>
            <Show when=move || !is_casus.get()><Files sitting id item name /></Show>
            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(ItemChange::Gone(true))>
                {tr(words::REMOVE)}<span class="visually-hidden">": "{name}</span>
            </button>
    }
}

/// The documents of an item.
#[component]
pub fn Files(
    sitting: Sitting,
    id: StoredValue<String>,
    item: Memo<Option<Arc<Item>>>,
    name: Signal<String>,
) -> impl IntoView {
    let files = Memo::new(move |_| {
        item.with(|one| one.as_ref().map(|one| one.files.clone()).unwrap_or_default())
    });
    let space = Signal::derive(move || {
        sitting.view.track();
        sitting.ledger().space()
    });
    let set = move |change| sitting.done(&Command::SetItem { id: id.get_value(), change });
    let may_change = sitting.memo(|view| view.adopted.is_none());
    view! {
        <Attachments
            space
            files
            name
            may_change
            add=move |file| set(ItemChange::Attach(file))
            remove=move |blob| set(ItemChange::Detach(blob))
        />
    }
}

/// Proposed beforehand: the chair takes it in.
#[component]
pub fn Proposals(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let all = sitting.memo(|view| view.proposals.clone());
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let set = move |id: String, change| sitting.act(&Command::SetItem { id, change });
    let one = move |item: Arc<Item>| {
        let (id, gone) = (item.id.clone(), item.id.clone());
        let title = item.clone();
        let name = Signal::derive(move || title.called(lang.get()));
        view! {
            <li class="removed__one">
                <span>{name}</span>
                <span>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| set(id.clone(), ItemChange::Accepted(true))>
                        {tr(words::ACCEPT)}<span class="visually-hidden">": "{name}</span>
                    </button>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(gone.clone(), ItemChange::Gone(true))>
                        {tr(words::REMOVE)}<span class="visually-hidden">": "{name}</span>
                    </button>
                </span>
            </li>
        }
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::PROPOSALS)}</h2>
        <p class="quiet">{tr(words::PROPOSALS_WHY)}</p>
        <Show when=move || any.get()>
            <ul class="plain">{move || all.get().into_iter().map(one).collect_view()}</ul>
        </Show>
    }
}

#[component]
fn Removed(sitting: Sitting) -> impl IntoView {
    let all = sitting.memo(|view| view.removed.clone());
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let one = move |item: Arc<Item>| {
        let (id, name) = (item.id.clone(), item.title.clone());
        let back = move |_| {
            let change = ItemChange::Gone(false);
            sitting.act(&Command::SetItem { id: id.clone(), change });
        };
        view! {
            <li class="removed__one">
                <span>{name.clone()}</span>
                <button type="button" class="nl-button nl-button--subtle" on:click=back>
                    {tr(words::PUT_BACK)}<span class="visually-hidden">": "{name}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <details class="more">
                <summary class="more__open">{tr(words::REMOVED)}</summary>
                <ul class="plain">{move || all.get().into_iter().map(one).collect_view()}</ul>
            </details>
        </Show>
    }
}
