//! The tekening: one picture that grows. Council by council with buttons or by itself, large for a wall, as a poster on A3,
//! and as a list that says the same.

use std::sync::Arc;

use leptos::prelude::*;
use model::tekening::world::Spot;
use model::tekening::{Command, Element, View};
use rules::text::Lang;

use super::frame::RoomPage;
use super::look::drawn;
use super::room::Room;
use super::themes::spots;
use crate::components::choose::Choose;
use crate::components::drawing::Picture;
use crate::components::empty::EmptyState;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::world::{World, Years};
use crate::i18n::{tr, use_lang};
use crate::platform::{Every, every, keys, page as browser};
use crate::texts::leerlingenraad::{self as words, picture as texts, themes};

pub mod before;
pub mod give;
pub mod spots;

use before::{Before, Hung};
use give::Give;
use spots::Spots;

/// How long a layer stands while the picture grows by itself, in milliseconds.
const LAYER_MS: i32 = 1_600;

/// What is looked at.
#[derive(Clone, Copy)]
pub struct Looking {
    room: Room,
    /// The layer up to which is shown; nothing is the last.
    layer: RwSignal<Option<usize>>,
    quiet: RwSignal<bool>,
    picked: RwSignal<Option<String>>,
    large: RwSignal<bool>,
}

impl Looking {
    fn count(self) -> usize {
        self.room.tekening.with(|view| view.as_ref().map_or(0, |view| view.layers.len()))
    }

    fn layer(self) -> usize {
        let last = self.count().saturating_sub(1);
        self.layer.get().map_or(last, |layer| layer.min(last))
    }

    fn go(self, later: bool) {
        let (at, last) = untrack(|| (self.layer(), self.count().saturating_sub(1)));
        self.layer.set(Some(if later { (at + 1).min(last) } else { at.saturating_sub(1) }));
    }
}

pub fn page(room: Room) -> AnyView {
    let looking = Looking {
        room,
        layer: RwSignal::new(None),
        quiet: RwSignal::new(false),
        picked: RwSignal::new(None),
        large: RwSignal::new(false),
    };
    let any = Memo::new(move |_| looking.count() > 0);
    let hung = Hung::follow(room, move || Some(looking.layer()));
    view! {
        <RoomPage room title=words::PICTURE>
            <Show when=move || any.get() fallback=move || view! { <EmptyState title=texts::EMPTY text=texts::EMPTY_WHY /> }>
                <p class="nl-paragraph nl-paragraph--lead screen-only">{tr(texts::LEAD)}</p>
                <Shown looking hung />
                <Picked looking hung />
                <List looking />
            </Show>
            <Before looking />
        </RoomPage>
    }
    .into_any()
}

#[component]
fn Shown(looking: Looking, hung: Hung) -> impl IntoView {
    let lang = use_lang();
    let drawn = move || {
        let view = looking.room.tekening.get()?;
        let layer = looking.layer();
        let on_pick = Callback::new(move |id| looking.picked.set(Some(id)));
        Some(view! {
            <World view=view.clone() layer quiet=looking.quiet.get() name=texts::NAME.get(lang.get()) on_pick framed=hung.shown.get() />
            <Years view layer />
        })
    };
    let large = StoredValue::new_local(None);
    let close = move || {
        browser::set_root_attribute("data-scherm", None);
        looking.large.set(false);
    };
    Effect::new(move || {
        if looking.large.get() {
            browser::set_root_attribute("data-scherm", Some("beeld"));
            large.set_value(keys::on_key(move |key| match key {
                "ArrowLeft" => {
                    looking.go(false);
                    true
                }
                "ArrowRight" => {
                    looking.go(true);
                    true
                }
                "Escape" => {
                    close();
                    true
                }
                _ => false,
            }));
        } else {
            large.set_value(None);
        }
    });
    on_cleanup(move || {
        browser::set_root_attribute("data-scherm", None);
        large.try_update_value(Option::take);
    });
    view! {
        <section class="poster" aria-label=move || texts::TITLE.get(lang.get())>
            <p class="poster__title">{tr(texts::TITLE)}</p>
            <div class="world-frame">{drawn}</div>
            <Steps looking hung />
            <Show when=move || looking.large.get()>
                <p class="screen-only"><button type="button" class="nl-button nl-button--subtle" on:click=move |_| close()>{tr(texts::SLIDE_CLOSE)}</button></p>
            </Show>
        </section>
    }
}

/// The picture alone, on one sheet; the list goes along when the page is printed.
fn poster() {
    browser::set_root_attribute("data-druk", Some("poster"));
    browser::print();
}

/// Council by council, by itself, lighter, large, and on paper.
#[component]
fn Steps(looking: Looking, hung: Hung) -> impl IntoView {
    let playing = StoredValue::new_local(None::<Every>);
    let is_playing = RwSignal::new(false);
    let stop = move || {
        playing.try_update_value(Option::take);
        let _ = is_playing.try_set(false);
    };
    let play = move |_| {
        if is_playing.get_untracked() {
            return stop();
        }
        is_playing.set(true);
        looking.layer.set(Some(0));
        playing.set_value(Some(every(LAYER_MS, move || {
            let last = untrack(|| looking.layer() + 1 >= looking.count());
            if last { stop() } else { looking.go(true) }
        })));
    };
    // What was printed is the poster until the browser says that it is on paper.
    let printed = browser::on_printed(|| browser::set_root_attribute("data-druk", None));
    let printed = StoredValue::new_local(printed);
    on_cleanup(move || {
        playing.try_update_value(Option::take);
        printed.try_update_value(Option::take);
        browser::set_root_attribute("data-druk", None);
    });
    let name = move || {
        looking.room.tekening.with(|view| {
            let view = view.as_ref()?;
            view.layers.get(looking.layer()).map(|one| format!("{}, {}", one.year, one.title))
        })
    };
    let first = move || looking.layer() == 0;
    let last = move || looking.layer() + 1 >= looking.count();
    let quiet = move |_| looking.quiet.update(|quiet| *quiet = !*quiet);
    view! {
        <div class="steps screen-only">
            <p class="steps__where" role="status">{tr(texts::YEAR)}": "<bdi>{name}</bdi></p>
            <p class="steps__ways">
                <button type="button" class="nl-button nl-button--secondary" disabled=first on:click=move |_| looking.go(false)><Drawn icon=Icon::Back /> {tr(texts::EARLIER)}</button>
                <button type="button" class="nl-button nl-button--secondary" disabled=last on:click=move |_| looking.go(true)>{tr(texts::LATER)} <Drawn icon=Icon::Forward /></button>
                <button type="button" class="nl-button nl-button--subtle" on:click=play>
                    {move || if is_playing.get() { tr(texts::PAUSE)() } else { tr(texts::PLAY)() }}
                </button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| { looking.large.set(true); browser::scroll_to_top(); }><Drawn icon=Icon::Screen /> {tr(texts::SLIDE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| poster()><Drawn icon=Icon::Print /> {tr(texts::POSTER)}</button>
            </p>
            <Give looking hung />
            <Show when=move || hung.shown.with(Option::is_some)>
                <p class="steps__ways"><button type="button" class="nl-button nl-button--subtle" on:click=move |_| looking.picked.set(hung.shown.get_untracked().map(|one| one.0))>{tr(texts::SEE_BEFORE)}</button></p>
            </Show>
            <label class="pick">
                <input type="checkbox" class="pick__input" prop:checked=move || looking.quiet.get() on:change=quiet />
                <span class="pick__name">{tr(texts::DIM)}</span>
            </label>
        </div>
    }
}

/// What was tapped: in own words, and what was done with it.
#[component]
fn Picked(looking: Looking, hung: Hung) -> impl IntoView {
    let room = looking.room;
    let one = Memo::new(move |_| {
        let id = looking.picked.get()?;
        room.tekening.with(|view| view.as_ref().and_then(|view| view.element(&id).cloned()))
    });
    let lang = use_lang();
    // The picture that was brought in, large, with what was heard at its places.
    let large = move || {
        let (layer, address) = hung.shown.get()?;
        looking.picked.get().filter(|id| *id == layer)?;
        Some(view! {
            <section class="picked" aria-label=move || texts::BEFORE_TITLE.get(lang.get())>
                <Spots room layer address />
                <p><button type="button" class="nl-button nl-button--subtle" on:click=move |_| looking.picked.set(None)>{tr(texts::CLOSE)}</button></p>
            </section>
        })
    };
    // Whoever opened it in the list goes on from there.
    let close = move |id: String| {
        looking.picked.set(None);
        request_animation_frame(move || {
            let _ = browser::focus(&format!("[data-rij=\"{id}\"]"));
        });
    };
    let words = move || {
        one.get().map(|one| {
            let id = one.id.clone();
            view! {
                <section class="picked" role="status" tabindex="-1" aria-label=move || texts::WHAT_IS_IT.get(lang.get())>
                    <Heard room one />
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| close(id.clone())>{tr(texts::CLOSE)}</button>
                </section>
            }
        })
    };
    view! { {large} {words} }
}

/// What was heard: about what, in own words, and what was done with it.
#[component]
fn Heard(room: Room, one: Element) -> impl IntoView {
    let about = Signal::stored(says(&one, use_lang().get_untracked()));
    view! {
        <p class="card__about">{one.made.theme.clone()}</p>
        <blockquote class="said__words">{one.made.words.clone()}</blockquote>
        <Where room id=one.id.clone() about />
        <Done room one />
    }
}

/// Where it lies in the world, to choose again.
#[component]
pub fn Where(room: Room, id: String, about: Signal<String>) -> impl IntoView {
    let id = StoredValue::new(id);
    let chosen = Signal::derive(move || {
        let spot = room
            .tekening
            .with(|view| id.with_value(|id| view.as_ref()?.element(id).map(|one| one.spot.slug())));
        spot.unwrap_or_default().to_owned()
    });
    let put = move |slug: String| {
        if let Some(spot) = Spot::from_slug(&slug) {
            room.ran(room.voices.tekening, &Command::Move { id: id.get_value(), spot });
        }
    };
    view! { <Choose label=themes::PLACE options=spots(use_lang()) chosen about on_choose=put /> }
}

#[component]
fn Done(room: Room, one: Element) -> impl IntoView {
    let id = StoredValue::new(one.id.clone());
    let value = Signal::stored(one.done.clone());
    let set = move |done: String| {
        room.ran(room.voices.tekening, &Command::SetDone { id: id.get_value(), done });
    };
    view! { <Field label=texts::SET_DONE value on_change=set /> }
}

/// The same as a list, for who would rather read, and for paper.
#[component]
fn List(looking: Looking) -> impl IntoView {
    let lang = use_lang();
    let room = looking.room;
    let rows = Memo::new(move |_| {
        let Some(view) = room.tekening.get() else { return Vec::new() };
        let up_to = looking.layer();
        let shown = view.elements.iter().filter(|one| {
            !one.withdrawn && view.place_of(&one.layer).is_some_and(|place| place <= up_to)
        });
        shown.map(|one| (year(&view, one), one.clone())).rev().collect::<Vec<_>>()
    });
    let gone = Memo::new(move |_| {
        room.tekening.with(|view| {
            let all = view.iter().flat_map(|view| view.elements.iter());
            all.filter(|one| one.withdrawn).cloned().collect::<Vec<_>>()
        })
    });
    let line = move |(year, one): (i32, Element)| view! { <Row looking year one /> }.into_any();
    let back = move |one: Element| {
        let (id, said) = (one.id.clone(), says(&one, lang.get_untracked()));
        let lay = move |_| {
            room.ran(room.voices.tekening, &Command::Withdraw { id: id.clone(), on: false });
        };
        view! {
            <li>{said.clone()}" "<button type="button" class="nl-button nl-button--subtle" on:click=lay>{tr(texts::BRING_BACK)}<span class="visually-hidden">": "{said}</span></button></li>
        }
        .into_any()
    };
    let heads =
        [texts::COL_YEAR, texts::COL_PLACE, texts::COL_THEME, texts::COL_WORDS, texts::COL_DONE];
    let heads = heads.map(|head| view! { <th scope="col">{tr(head)}</th> });
    view! {
        <section class="picture-list" aria-labelledby="tekening-lijst">
            <h2 id="tekening-lijst" class="nl-heading nl-heading--level-2">{tr(texts::LIST)}</h2>
            <div class="table" role="region" tabindex="0" aria-labelledby="tekening-lijst">
                <table class="table__grid">
                    <thead><tr>{heads}<td class="screen-only"></td></tr></thead>
                    <tbody>{super::frame::list(rows, line)}</tbody>
                </table>
            </div>
            <Show when=move || !gone.with(Vec::is_empty)>
                <details class="more screen-only">
                    <summary class="more__open">{tr(texts::WITHDRAWN)}</summary>
                    <ul class="plain">{super::frame::list(gone, back)}</ul>
                </details>
            </Show>
        </section>
    }
}

fn year(view: &Arc<View>, one: &Element) -> i32 {
    let layer = view.layers.iter().find(|layer| layer.id == one.layer);
    layer.map(|layer| layer.year).unwrap_or_default()
}

/// The child's words, or what is on the drawing.
fn says(one: &Element, lang: Lang) -> String {
    if one.made.words.is_empty() {
        format!("{} ({})", texts::DRAWN.get(lang), drawn(&one.made.drawing, lang))
    } else {
        one.made.words.clone()
    }
}

#[component]
fn Row(looking: Looking, year: i32, one: Element) -> impl IntoView {
    let (lang, room) = (use_lang(), looking.room);
    let (id, opens) = (one.id.clone(), one.id.clone());
    let open = move |_| {
        looking.picked.set(Some(opens.clone()));
        request_animation_frame(|| {
            let _ = browser::focus(".picked");
        });
    };
    let said = says(&one, lang.get_untracked());
    let named = said.clone();
    let out = move |_| {
        room.ran(room.voices.tekening, &Command::Withdraw { id: id.clone(), on: true });
    };
    let picture = (!one.made.drawing.is_empty()).then(|| {
        view! { <Picture packed=one.made.drawing.clone() name=drawn(&one.made.drawing, lang.get_untracked()) /> }
    });
    let done = if one.done.is_empty() {
        texts::NO_DONE.get(lang.get_untracked()).to_owned()
    } else {
        one.done.clone()
    };
    view! {
        <tr>
            <th scope="row">{year}</th>
            <td>{tr(one.spot.label())}</td>
            <td>{one.made.theme.clone()}</td>
            <td>{picture}{said}</td>
            <td>{done}</td>
            <td class="screen-only">
                <button type="button" class="nl-button nl-button--subtle" data-rij=one.id.clone() on:click=open>{tr(texts::OPEN_ONE)}<span class="visually-hidden">": "{named.clone()}</span></button>
                <button type="button" class="nl-button nl-button--subtle" on:click=out>{tr(texts::WITHDRAW)}<span class="visually-hidden">": "{named}</span></button>
            </td>
        </tr>
    }
}
