//! Places on the picture that was brought in: each leads to what was heard there. The adult points at them by tapping, or with
//! four buttons; the list beneath says the same as the picture (TEK-6).

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use model::tekening::world::Spot;
use model::tekening::{At, Command, Made};
use replica::id::BlobId;

use super::{Heard, says};
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::i18n::{tr, use_lang};
use crate::pages::leerlingenraad::room::Room;
use crate::pages::leerlingenraad::themes::spots as spots_of_world;
use crate::platform::{pen, picture as loaded_picture, random};
use crate::texts::leerlingenraad::{picture as texts, themes};

/// How far a button moves a place, in thousandths.
const STEP: i32 = 25;

/// What is being pointed at: something that is there already, or something new.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Aim {
    id: Option<String>,
    at: At,
}

/// One place: the id of what was heard, its words, and where.
type Place = (String, String, At);

/// The picture of one layer. `Copy`; handed around.
#[derive(Clone, Copy)]
struct Picture {
    room: Room,
    layer: StoredValue<String>,
    aim: RwSignal<Option<Aim>>,
    /// What was chosen, to read.
    open: RwSignal<Option<String>>,
}

impl Picture {
    fn blob(self) -> Option<BlobId> {
        self.room.tekening.with_untracked(|view| {
            let mut layers = view.as_ref()?.layers.iter();
            let layer = self.layer.with_value(|id| layers.find(|one| one.id == *id))?;
            layer.image.as_ref().map(|image| image.blob)
        })
    }

    /// Points there, at something new when nothing was being pointed at.
    fn point(self, place: Option<(i32, i32)>) {
        let (Some(picture), Some((x, y))) = (self.blob(), place) else { return };
        let at = At { picture, x, y }.moved(0, 0);
        self.aim.update(|aim| *aim = Some(Aim { id: aim.take().and_then(|aim| aim.id), at }));
    }

    fn moved(self, across: i32, down: i32) {
        self.aim.update(|aim| {
            if let Some(aim) = aim {
                aim.at = aim.at.moved(across, down);
            }
        });
    }

    fn run(self, command: &Command) -> bool {
        self.room.ran(self.room.voices.tekening, command)
    }
}

#[component]
pub(super) fn Spots(room: Room, layer: String, address: String) -> impl IntoView {
    let lang = use_lang();
    let (aim, open) = (RwSignal::new(None), RwSignal::new(None));
    let picture = Picture { room, layer: StoredValue::new(layer), aim, open };
    let places = Memo::new(move |_| {
        let one = |(one, at): (&model::tekening::Element, At)| {
            (one.id.clone(), says(one, lang.get()), at)
        };
        room.tekening.with(|view| {
            let view = view.as_ref();
            let of = |id: &String| view.map(|view| view.pointed(id).into_iter().map(one).collect());
            picture.layer.with_value(of).unwrap_or_default()
        })
    });
    view! {
        <Drawing picture places address />
        <p class="nl-paragraph">{tr(texts::SPOTS_WHY)}</p>
        <List picture places />
        <Aiming picture />
    }
}

/// The picture, with a number at each place. As high as it is itself, in thousandths of its width.
#[component]
fn Drawing(picture: Picture, places: Memo<Vec<Place>>, address: String) -> impl IntoView {
    let lang = use_lang();
    let high = RwSignal::new(0.0_f64);
    let loaded = move |event: leptos::ev::Event| {
        loaded_picture::height(event.target()).into_iter().for_each(|now| high.set(now));
    };
    let point = move |event: MouseEvent| {
        let area = pen::area(event.current_target());
        picture.point(area.and_then(|area| pen::share(area, event.as_ref())));
    };
    let dot = move |at: At, class: &'static str, says: String, on_pick: Option<String>| {
        let (x, y) = (f64::from(at.x), f64::from(at.y) * high.get() / 1_000.0);
        let pick = move |event: MouseEvent| {
            if let Some(id) = on_pick.clone() {
                event.stop_propagation();
                picture.open.set(Some(id));
            }
        };
        view! {
            <g class=class on:click=pick>
                <circle cx=x.to_string() cy=y.to_string() r="30" />
                <text x=x.to_string() y=(y + 12.0).to_string() text-anchor="middle">{says}</text>
            </g>
        }
    };
    let dots = move || {
        let one = |(number, (id, _, at)): (usize, Place)| {
            dot(at, "spot", (number + 1).to_string(), Some(id))
        };
        places.get().into_iter().enumerate().map(one).collect_view()
    };
    let aimed =
        move || picture.aim.get().map(|aim| dot(aim.at, "spot spot--aim", "+".to_owned(), None));
    view! {
        <div class="spots">
            <img class="picked__picture" src=address alt=move || texts::BEFORE_TITLE.get(lang.get()) on:load=loaded />
            <svg class="spots__over" viewBox=move || format!("0 0 1000 {}", high.get()) aria-hidden="true" on:click=point>{dots} {aimed}</svg>
        </div>
    }
}

/// The same places in words.
#[component]
fn List(picture: Picture, places: Memo<Vec<Place>>) -> impl IntoView {
    let open = picture.open;
    let one = move |(id, said, at): Place| {
        let (read, goes, away) = (id.clone(), id.clone(), id);
        let named = said.clone();
        let move_it = move |_| picture.aim.set(Some(Aim { id: Some(goes.clone()), at }));
        let take_away = move |_| {
            picture.run(&Command::Point { id: away.clone(), at: None });
        };
        view! {
            <li class="spots__one">
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| open.set(Some(read.clone()))>{said}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move_it>{tr(texts::SPOT_MOVE)}<span class="visually-hidden">": "{named.clone()}</span></button>
                <button type="button" class="nl-button nl-button--subtle" on:click=take_away>{tr(texts::SPOT_AWAY)}<span class="visually-hidden">": "{named}</span></button>
            </li>
        }
    };
    let all = move || places.get().into_iter().map(one).collect_view();
    let room = picture.room;
    let heard = Memo::new(move |_| {
        let id = open.get()?;
        room.tekening.with(|view| view.as_ref().and_then(|view| view.element(&id).cloned()))
    });
    let heard = move || {
        heard
            .get()
            .map(|one| view! { <div class="spots__heard" role="status"><Heard room one /></div> })
    };
    view! { <ol class="spots__list">{all}</ol> {heard} }
}

/// Pointing at a place, and saying what was heard there.
#[component]
fn Aiming(picture: Picture) -> impl IntoView {
    let lang = use_lang();
    let aim = picture.aim;
    let begin = move |_| aim.set(picture.blob().map(|blob| Aim { id: None, at: At::middle(blob) }));
    let ways = [
        (texts::LEFT, -STEP, 0),
        (texts::UP, 0, -STEP),
        (texts::DOWN, 0, STEP),
        (texts::RIGHT, STEP, 0),
    ];
    let ways = move || {
        let one = |(name, across, down)| {
            view! { <button type="button" class="nl-button nl-button--secondary" on:click=move |_| picture.moved(across, down)>{tr(name)}</button> }
        };
        ways.map(one).collect_view()
    };
    let is_new =
        Memo::new(move |_| aim.with(|aim| aim.as_ref().is_some_and(|aim| aim.id.is_none())));
    let any = Memo::new(move |_| aim.with(Option::is_some));
    let here = move |_| {
        let Some(Aim { id: Some(id), at }) = aim.get_untracked() else { return };
        if picture.run(&Command::Point { id, at: Some(at) }) {
            aim.set(None);
        }
    };
    let spot = RwSignal::new(Spot::Klas.slug().to_owned());
    let add = move |words: String| {
        let Some(Aim { at, .. }) = aim.get_untracked() else { return false };
        let spot = Spot::from_slug(&spot.get_untracked()).unwrap_or(Spot::Klas);
        let theme = texts::BEFORE_TITLE.get(lang.get_untracked()).to_owned();
        let (id, layer) = (random::id(), picture.layer.get_value());
        let what = Made { theme, words, drawing: Vec::new() };
        let both = vec![
            Command::Put { id: id.clone(), layer, spot, what },
            Command::Point { id, at: Some(at) },
        ];
        let done = picture.run(&Command::Together(both));
        if done {
            aim.set(None);
        }
        done
    };
    view! {
        <Show
            when=move || any.get()
            fallback=move || view! { <p><button type="button" class="nl-button nl-button--secondary" on:click=begin>{tr(texts::SPOT_NEW)}</button></p> }
        >
            <p class="nl-paragraph">{tr(texts::AIM)}</p>
            <p class="steps__ways">{ways}</p>
            <Show
                when=move || is_new.get()
                fallback=move || view! { <p><button type="button" class="nl-button nl-button--primary" on:click=here>{tr(texts::SPOT_HERE)}</button></p> }
            >
                <Choose label=themes::PLACE options=spots_of_world(lang) chosen=spot on_choose=move |slug| spot.set(slug) />
                <AddLine label=texts::SPOT_HEARD hint=texts::IN_IT_HINT on_add=add />
            </Show>
            <p><button type="button" class="nl-button nl-button--subtle" on:click=move |_| aim.set(None)>{tr(texts::SPOT_NOT)}</button></p>
        </Show>
    }
}
