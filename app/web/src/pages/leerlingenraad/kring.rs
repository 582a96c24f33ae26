//! The circle: what the adult sets up, and then the children's screen, which only the adult leaves. Whoever gets out of it
//! in any other way finds a locked tablet.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::text::Lang;

use super::frame::CouncilPage;
use super::pool::Waiting;
use super::room::Council;
use crate::components::choice::Choice;
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::components::read_aloud::Aloud;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{page as browser, spawn, speech, wake};
use crate::texts::leerlingenraad::{self as room_words, kring as words};

pub mod adult;
pub mod answer;
pub mod child;
pub mod dots;
pub mod draw;
pub mod keep;
pub mod stick;

use adult::AdultDoor;
use keep::Keep;

/// How the circle goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Each child answers on the tablet.
    Round,
    /// Each child puts three dots.
    Dots,
    /// Talking; the tablet shows whose turn it is.
    Stick,
}

/// The circle that is going on. `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct Circle {
    /// The council, as far as this tablet knows it.
    pub council: Signal<Option<model::leerlingenraad::Council>>,
    /// Where what is said is kept.
    pub keep: Keep,
    pub mode: RwSignal<Mode>,
    /// How many children sit in it, for turns and dots.
    pub seats: RwSignal<u32>,
    /// The tablet is with the children.
    pub is_with_children: RwSignal<bool>,
}

impl Circle {
    /// A circle that has not begun.
    pub fn new(council: Signal<Option<model::leerlingenraad::Council>>, keep: Keep) -> Self {
        Aloud::provide();
        Self {
            council,
            keep,
            mode: RwSignal::new(Mode::Round),
            seats: RwSignal::new(6),
            is_with_children: RwSignal::new(false),
        }
    }

    /// Something of the council; a default while it is not there.
    pub fn of<T: Default>(self, read: impl FnOnce(&model::leerlingenraad::Council) -> T) -> T {
        self.council.with(|one| one.as_ref().map(read).unwrap_or_default())
    }

    /// The words of a question.
    pub fn asks(self, question: &str, lang: Lang) -> String {
        self.of(|one| {
            let found = one.questions.iter().find(|other| other.id == question);
            found.map(|found| found.asks(one.group, lang)).unwrap_or_default()
        })
    }
}

pub fn page(council: Council) -> AnyView {
    let one = council.memo(|one| Some(one.clone()));
    let circle = Circle::new(one.into(), Keep::Here(council));
    let view = move || {
        if circle.is_with_children.get() {
            view! { <WithChildren circle /> }.into_any()
        } else {
            view! { <SetUp circle council /> }.into_any()
        }
    };
    view.into_any()
}

#[component]
fn SetUp(circle: Circle, council: Council) -> impl IntoView {
    let lang = use_lang();
    let pool = Waiting::follow(council);
    let waiting = move || pool.of(|pool| pool.waiting.len());
    let empty = council.memo(|one| one.asked().next().is_none());
    let choices = vec![
        (Mode::Round, words::ROUND, Some(words::ROUND_WHY)),
        (Mode::Dots, words::DOTS, Some(words::DOTS_WHY)),
        (Mode::Stick, words::STICK, Some(words::STICK_WHY)),
    ];
    let count = move |event| {
        if let Ok(seats) = event_target_value(&event).parse::<u32>() {
            circle.seats.set(seats.clamp(1, 40));
        }
    };
    let counts = move || circle.mode.get() != Mode::Round;
    let waits = move || match waiting() {
        1 => words::WAITS_ONE.get(lang.get()),
        _ => words::WAITS.get(lang.get()),
    };
    view! {
        <CouncilPage council title=super::texts::CIRCLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <Choice legend=words::HOW choices chosen=circle.mode />
            <Show when=counts>
                <div class="utrecht-form-field">
                    <label class="utrecht-form-label utrecht-form-field__label" for="kring-kinderen">{tr(words::SEATS)}</label>
                    <input id="kring-kinderen" class="utrecht-textbox" type="number" min="1" max="40" inputmode="numeric" autocomplete="off" prop:value=move || circle.seats.get().to_string() on:change=count />
                </div>
            </Show>
            <Voice />
            <Show when=move || empty.get()><p class="nl-paragraph">{tr(words::NO_QUESTIONS)}</p></Show>
            <p class="nl-paragraph">{tr(words::HAND_WHY)}</p>
            <p>
                <button type="button" class="nl-button nl-button--primary" disabled=move || empty.get() on:click=move |_| circle.is_with_children.set(true)>
                    {tr(words::HAND)} <Drawn icon=Icon::Forward />
                </button>
            </p>
            <p class="nl-paragraph"><A href=move || council.path("/set") attr:class="nl-link">{tr(words::SET)}</A></p>
            <Show when=move || waiting() != 0>
                <p class="nl-paragraph">{waiting}" "{waits} " " <A href=move || council.path("/nakijken") attr:class="nl-link">{tr(words::TO_LOOK)}</A></p>
            </Show>
        </CouncilPage>
    }
}

/// Reading aloud is switched on only by somebody who heard the voice.
#[component]
pub fn Voice() -> impl IntoView {
    let on = use_context::<Aloud>().map(|aloud| aloud.0);
    let can = RwSignal::new(speech::can_read());
    let heard = RwSignal::new(false);
    let voices = StoredValue::new_local(speech::on_voices(move || {
        let _ = can.try_set(speech::can_read());
    }));
    on_cleanup(move || {
        voices.try_update_value(Option::take);
    });
    let lang = use_lang();
    let test = move |_| {
        speech::read(&[words::VOICE_SAYS.nl.to_owned()], |_| {});
        heard.set(true);
    };
    let is_on = move || on.is_some_and(|on| on.get());
    let switch = move |_| {
        if let Some(on) = on {
            on.update(|on| *on = !*on);
        }
    };
    view! {
        <section class="voice" aria-labelledby="voorlezen">
            <h2 id="voorlezen" class="nl-heading nl-heading--level-2">{tr(words::VOICE)}</h2>
            <Show when=move || can.get() fallback=move || view! { <p class="nl-paragraph">{words::VOICE_NONE.get(lang.get_untracked())}</p> }>
                <p>
                    <button type="button" class="nl-button nl-button--secondary" on:click=test>
                        <Drawn icon=Icon::Hear /> {tr(words::VOICE_TEST)}
                    </button>
                </p>
                <Show when=move || heard.get()>
                    <label class="pick">
                        <input type="checkbox" class="pick__input" prop:checked=is_on on:change=switch />
                        <span class="pick__name">{tr(words::VOICE_GOOD)}" "{tr(words::VOICE_IS_GOOD)}</span>
                    </label>
                </Show>
            </Show>
        </section>
    }
}

/// The children's screen: the frame of the app makes way, the screen stays awake.
#[component]
pub fn WithChildren(circle: Circle) -> impl IntoView {
    browser::set_root_attribute("data-scherm", Some("kind"));
    let awake = StoredValue::new_local(Some(wake::stay_awake()));
    on_cleanup(move || {
        browser::set_root_attribute("data-scherm", None);
        awake.try_update_value(Option::take);
        speech::stop();
        // Whoever got out, by whatever way, is not in the app of the adult.
        spawn(async move {
            let _ = circle.keep.lock().await;
        });
    });
    let inside = move || match circle.mode.get_untracked() {
        Mode::Round => view! { <child::Round circle /> }.into_any(),
        Mode::Dots => view! { <dots::Dots circle /> }.into_any(),
        Mode::Stick => view! { <stick::Stick circle /> }.into_any(),
    };
    view! {
        <Page title=tr_signal(room_words::ROOM) wide=true>
            <div class="child">
                {inside()}
                <AdultDoor circle />
            </div>
        </Page>
    }
}
