//! One child after the other at one tablet: one thing on a screen, and when a child is ready nothing of it is left here. What
//! comes next is worked out in `model::leerlingenraad::seat`.

use std::pin::Pin;

use leptos::prelude::*;
use model::inbreng::{Contribution, Way};
use model::leerlingenraad::Council;
use model::leerlingenraad::seat::{Seat, Step};
use rules::text::Text;

use super::answer::{Choose, Talk, Tell, Write};
use super::closing::Closing;
use super::draw::Draw;
use super::keep::Keep;
use super::{Asked, Manner, Token};
use crate::components::picto::{self, Pictogram};
use crate::components::read_aloud::{Aloud, ReadAloud, also};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::page;
use crate::texts::leerlingenraad::kring as words;

/// The child at the tablet. `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct Here {
    pub asked: Asked,
    pub keep: Keep,
    pub manner: Manner,
    pub seat: RwSignal<Option<Seat>>,
    after: Option<Callback<Option<Vec<Contribution>>>>,
}

impl Here {
    /// Goes a step, and brings the focus to what is asked now.
    pub fn step(self, act: impl FnOnce(&mut Seat)) {
        self.seat.update(|seat| seat.iter_mut().for_each(act_once(act)));
        request_animation_frame(|| {
            let _ = page::focus(".child__title");
        });
    }

    /// The words of the question that is asked.
    pub fn asks(self) -> Signal<String> {
        let lang = use_lang();
        let id = Memo::new(move |_| {
            self.seat.with(|seat| {
                seat.as_ref().and_then(|seat| seat.question().map(|one| one.0.clone()))
            })
        });
        let asked = self.asked;
        Signal::derive(move || id.get().map(|id| asked.asks(&id, lang.get())).unwrap_or_default())
    }
}

/// A step is taken at most once.
fn act_once(act: impl FnOnce(&mut Seat)) -> impl FnMut(&mut Seat) {
    let mut act = Some(act);
    move |seat| {
        if let Some(act) = act.take() {
            act(seat);
        }
    }
}

/// `after` gets what a child said when it is ready, instead of the place being free again.
#[component]
pub fn Round(
    asked: Asked,
    keep: Keep,
    manner: Manner,
    #[prop(optional)] after: Option<Callback<Option<Vec<Contribution>>>>,
) -> impl IntoView {
    let free = move || {
        let seat =
            |one: &Council| Some(if manner.asks_may { Seat::free(one) } else { Seat::alone(one) });
        asked.of(seat)
    };
    let here = Here { asked, keep, manner, seat: RwSignal::new(untrack(free)), after };
    let step = Memo::new(move |_| here.seat.with(|seat| seat.as_ref().map(Seat::step)));
    move || match step.get() {
        None => ().into_any(),
        Some(Step::Free) => view! { <Free here /> }.into_any(),
        Some(Step::Begin) => view! { <Begin here /> }.into_any(),
        Some(Step::Ask) => view! { <Ask here /> }.into_any(),
        Some(Step::Answer(Way::Kiezen)) => view! { <Choose here /> }.into_any(),
        Some(Step::Answer(Way::Tekenen)) => view! { <Draw here /> }.into_any(),
        Some(Step::Answer(Way::Woorden)) => view! { <Write here /> }.into_any(),
        Some(Step::Answer(Way::Praten)) => view! { <Talk here /> }.into_any(),
        Some(Step::Tell) => view! { <Tell here /> }.into_any(),
        Some(Step::May) => view! { <May here /> }.into_any(),
        Some(Step::Ready) => view! { <Ready here /> }.into_any(),
        Some(Step::End) => view! { <End here free=Callback::new(move |()| free()) /> }.into_any(),
    }
}

#[component]
fn Free(here: Here) -> impl IntoView {
    Aloud::anew();
    view! {
        <section class="child__screen child__screen--calm">
            {match here.manner.corner {
                Some(corner) => view! { <p class="stick"><Token seat=corner /></p> }.into_any(),
                None => view! { <Doorway /> }.into_any(),
            }}
            <h2 class="child__title" tabindex="-1"><ReadAloud text=tr_signal(if here.manner.corner.is_some() { words::MAT_FREE } else { words::FREE }) /></h2>
            <p class="child__acts">
                <button type="button" class="child__button child__button--main" on:click=move |_| here.step(Seat::sit)>{tr(words::SIT)}</button>
            </p>
        </section>
    }
}

/// A chair by the window: a place that is free.
#[component]
fn Doorway() -> impl IntoView {
    view! {
        <svg class="child__picture" viewBox="0 0 240 150" width="240" height="150" aria-hidden="true" focusable="false">
            <path class="picto__soft" d="M24 12h96v88H24Z" />
            <circle class="child__sun" cx="97" cy="38" r="12" />
            <path class="child__sun" d="M24 82c18-14 36-10 48-2s32 8 48-6v26H24Z" />
            <path class="picto__ink" d="M24 12h96v88H24ZM72 12v88M24 56h96M18 100h108" />
            <path class="picto__soft" d="M150 92h44l8 12h-44Z" />
            <path class="picto__ink" d="M150 92h44l8 12h-44ZM150 92V50c0-6 40-6 40 0v42M150 64h40M150 77h40M158 104v32M202 104v32M152 96v34M8 136h224" />
        </svg>
    }
}

#[component]
fn Begin(here: Here) -> impl IntoView {
    let lang = use_lang();
    let lines = Signal::derive(move || {
        let lang = lang.get();
        here.manner.begin.iter().map(|line| line.get(lang)).collect::<Vec<_>>().join(" ")
    });
    view! {
        <section class="child__screen">
            <h2 class="child__title" tabindex="-1">{tr(words::BEGIN)}</h2>
            <p class="child__ways">{Way::ALL.iter().map(|one| view! { <Pictogram picto=picto::way(*one) /> }).collect_view()}</p>
            <p class="child__lines"><ReadAloud text=lines /></p>
            <p class="child__acts">
                <button type="button" class="child__button child__button--main" on:click=move |_| here.step(|seat| seat.join(true))>{tr(words::JOIN)}</button>
                <button type="button" class="child__button" on:click=move |_| here.step(|seat| seat.join(false))>{tr(words::RATHER_NOT)}</button>
            </p>
        </section>
    }
}

#[component]
fn Ask(here: Here) -> impl IntoView {
    let question = untrack(|| {
        here.seat.with(|seat| {
            seat.as_ref().and_then(|seat| Some((seat.question()?.1.clone(), seat.number())))
        })
    });
    let Some((ways, (number, of))) = question else { return ().into_any() };
    let read = std::iter::once(words::HOW_ANSWER).chain(ways.iter().map(|way| way.label()));
    let read = also(read.collect());
    let ways = ways.into_iter().map(|way| {
        view! {
            <li>
                <button type="button" class="child__card" on:click=move |_| here.step(|seat| seat.choose(way))>
                    <Pictogram picto=picto::way(way) /> <span>{tr(way.label())}</span>
                </button>
            </li>
        }
    });
    view! {
        <section class="child__screen">
            <p class="child__number">{tr(words::QUESTION)}" "{number}" "{tr(words::OF)}" "{of}</p>
            <h2 class="child__title" tabindex="-1"><ReadAloud text=here.asks() also=read /></h2>
            <p class="child__how">{tr(words::HOW_ANSWER)}</p>
            <ul class="child__cards">{ways.collect_view()}</ul>
            <p class="child__acts">
                <button type="button" class="child__button" on:click=move |_| here.step(Seat::back)>{tr(words::BACK)}</button>
                <button type="button" class="child__button" on:click=move |_| here.step(Seat::skip)>{tr(words::SKIP)}</button>
                <button type="button" class="child__button" on:click=move |_| here.step(Seat::stop)>{tr(words::STOP)}</button>
            </p>
        </section>
    }
    .into_any()
}

#[component]
fn May(here: Here) -> impl IntoView {
    let back = Callback::new(move |()| here.step(Seat::back));
    let words = here.manner.may;
    view! { <MayShow words back chosen=Callback::new(move |yes| here.step(|seat| seat.may(yes))) /> }
}

/// Whether others may see something: two answers that weigh the same (TEK-4).
#[component]
pub fn MayShow(
    #[prop(default = Manner::CIRCLE.may)] words: [Text; 3],
    back: Callback<()>,
    chosen: Callback<bool>,
) -> impl IntoView {
    let [ask, why, yes] = words;
    view! {
        <section class="child__screen">
            <h2 class="child__title" tabindex="-1"><ReadAloud text=tr_signal(ask) also=also(vec![why]) /></h2>
            <p class="child__lines">{tr(why)}</p>
            <p class="child__acts">
                <button type="button" class="child__button" on:click=move |_| back.run(())>{tr(words::BACK)}</button>
                <button type="button" class="child__button child__button--main" on:click=move |_| chosen.run(true)>{tr(yes)}</button>
                <button type="button" class="child__button child__button--main" on:click=move |_| chosen.run(false)>{tr(words::RATHER_NOT)}</button>
            </p>
        </section>
    }
}

/// The last moment to go back: after this what was said is kept, and no longer to be had here.
#[component]
fn Ready(here: Here) -> impl IntoView {
    view! {
        <section class="child__screen child__screen--calm">
            <h2 class="child__title" tabindex="-1"><ReadAloud text=tr_signal(words::READY_ASK) also=also(vec![words::READY_WHY]) /></h2>
            <p class="child__lines">{tr(words::READY_WHY)}</p>
            <p class="child__acts">
                <button type="button" class="child__button" on:click=move |_| here.step(Seat::back)>{tr(words::BACK)}</button>
                <button type="button" class="child__button child__button--main" on:click=move |_| here.step(Seat::end)>{tr(words::READY)}</button>
            </p>
        </section>
    }
}

/// The place is free again only when what was said is kept.
#[component]
fn End(here: Here, free: Callback<(), Option<Seat>>) -> impl IntoView {
    let (keeping, manner) = (here.keep, here.manner);
    let said = move || here.seat.with_untracked(|seat| seat.as_ref().and_then(Seat::said));
    let keep = Callback::new(move |()| -> Pin<Box<dyn Future<Output = bool>>> {
        // At a placemat one question is asked.
        let question =
            untrack(|| here.asked.of(|one| one.asked().next().map(|one| one.id.clone())));
        let (question, said) = (question.unwrap_or_default(), said());
        Box::pin(async move {
            match (manner.corner, said) {
                (Some(_), Some(said)) => keeping.at_placemat(&question, 1, said).await,
                (_, said) => keeping.keep(said).await,
            }
        })
    });
    let next = Callback::new(move |()| {
        if let Some(after) = here.after {
            return after.run(said());
        }
        here.seat.set(free.run(()));
        request_animation_frame(|| {
            let _ = page::focus(".child__title");
        });
    });
    view! { <Closing keep thanks=manner.thanks next=manner.next on_next=next /> }
}
