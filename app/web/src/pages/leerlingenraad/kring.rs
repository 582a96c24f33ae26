//! The circle: what the adult sets up, and then the children's screen, which only the adult leaves. Whoever gets out of it
//! in any other way finds a locked tablet.

use leptos::prelude::*;
use leptos_router::components::A;
use model::attachment::Attachment;
use model::inbreng::pool::Pool;
use model::leerlingenraad::Question;
use model::leerlingenraad::placemat::CORNERS;
use replica::gather::Gather;

use super::frame::{CouncilPage, Over, note_safe};
use super::pool::Waiting;
use super::room::{Council, Room};
use crate::components::child::keep::Keep;
use crate::components::child::round::Round;
use crate::components::child::voice::Voice;
use crate::components::child::{Asked, Kiosk, Manner};
use crate::components::choice::Choice;
use crate::components::choose::Choose as ChooseOne;
use crate::components::icon::{Drawn, Icon};
use crate::components::read_aloud::{Aloud, Recorded};
use crate::i18n::{tr, use_lang};
use crate::texts::leerlingenraad::{self as room_words, kring as words};

pub mod dots;
pub mod mat;
pub mod stick;

/// How the circle goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Each child answers on the tablet.
    Round,
    /// Two to four children, each with a corner, and the middle together.
    Mat,
    /// Each child puts three dots.
    Dots,
    /// Talking; the tablet shows whose turn it is.
    Stick,
}

/// The circle that is going on. `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct Circle {
    pub asked: Asked,
    /// Where what is said is kept.
    pub keep: Keep,
    pub mode: RwSignal<Mode>,
    /// How many children sit in it, for turns, dots and corners.
    pub seats: RwSignal<u32>,
    /// The question of a placemat; the first when nobody chose.
    pub question: RwSignal<String>,
    /// The tablet is with the children.
    pub is_with_children: RwSignal<bool>,
}

impl Circle {
    /// A circle that has not begun.
    pub fn new(council: Signal<Option<model::leerlingenraad::Council>>, keep: Keep) -> Self {
        Aloud::provide();
        Self {
            asked: Asked(council),
            keep,
            mode: RwSignal::new(Mode::Round),
            seats: RwSignal::new(6),
            question: RwSignal::new(String::new()),
            is_with_children: RwSignal::new(false),
        }
    }

    /// The question of a placemat.
    pub fn on_mat(self) -> Option<String> {
        let chosen = self.question.get();
        self.asked.of(|one| {
            let found = one.asked().find(|one| one.id == chosen).or(one.asked().next());
            found.map(|one| one.id.clone())
        })
    }

    /// How many children, as this way of going round allows.
    pub fn fitting(self, seats: u32) -> u32 {
        match self.mode.get_untracked() {
            Mode::Mat => seats.clamp(*CORNERS.start(), *CORNERS.end()),
            _ => seats.clamp(1, 40),
        }
    }
}

pub fn page(council: Council) -> AnyView {
    note_safe();
    let one = council.memo(|one| Some(one.clone()));
    let circle = Circle::new(one.into(), Keep::Here { app: council.room.app, council: council.id });
    if let Some(aloud) = use_context::<Aloud>() {
        Effect::new(move || aloud.recorded.set(recorded(council.room)));
    }
    let view = move || {
        if circle.is_with_children.get() {
            view! { <WithChildren circle /> }.into_any()
        } else {
            view! { <SetUp circle council /> }.into_any()
        }
    };
    view.into_any()
}

/// What adults recorded, as far as it is on this device.
pub fn recorded(room: Room) -> Recorded {
    room.app.revision.track();
    let space = room.voices.councils.space();
    let all = room.of(|view| view.voices.clone());
    let is_here =
        |sound: &Attachment| space.is_some_and(|space| room.app.file_state(space, sound).is_here());
    let all = all.into_iter().filter(|(_, sound)| is_here(sound)).gather();
    Recorded { space, all, loose: Default::default() }
}

#[component]
fn SetUp(circle: Circle, council: Council) -> impl IntoView {
    let lang = use_lang();
    let pool = Waiting::follow(council);
    let waiting = move || pool.of(Pool::answers);
    let empty = council.memo(|one| one.asked().next().is_none());
    let over = council.has_answers();
    // Talking brings nothing in.
    let off = move || empty.get() || (over.get() && circle.mode.get() != Mode::Stick);
    let waits = move || match waiting() {
        1 => words::WAITS_ONE.get(lang.get()),
        _ => words::WAITS.get(lang.get()),
    };
    view! {
        <CouncilPage council title=super::texts::CIRCLE>
            <Over council />
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <How circle dots=true />
            <Voice />
            <p class="nl-paragraph"><A href=move || council.path("/stem") attr:class="nl-link">{tr(words::RECORD)}</A></p>
            <Show when=move || empty.get()><p class="nl-paragraph">{tr(words::NO_QUESTIONS)}</p></Show>
            <p class="nl-paragraph">{tr(words::HAND_WHY)}</p>
            <p>
                <button type="button" class="nl-button nl-button--primary" disabled=off on:click=move |_| circle.is_with_children.set(true)>
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

/// How the circle goes, with what that way must know.
#[component]
pub fn How(
    circle: Circle,
    /// Dots are counted on one tablet.
    dots: bool,
) -> impl IntoView {
    let lang = use_lang();
    let mut choices = vec![
        (Mode::Round, words::ROUND, Some(words::ROUND_WHY)),
        (Mode::Mat, words::MAT, Some(words::MAT_WHY)),
    ];
    if dots {
        choices.push((Mode::Dots, words::DOTS, Some(words::DOTS_WHY)));
    }
    choices.push((Mode::Stick, words::STICK, Some(words::STICK_WHY)));
    let count = move |event| {
        if let Ok(seats) = event_target_value(&event).parse::<u32>() {
            circle.seats.set(circle.fitting(seats));
        }
    };
    let counts = move || circle.mode.get() != Mode::Round;
    let on_mat = Memo::new(move |_| circle.mode.get() == Mode::Mat);
    Effect::new(move || {
        circle.mode.track();
        circle.seats.update(|seats| *seats = circle.fitting(*seats));
    });
    let most = move || if on_mat.get() { CORNERS.end().to_string() } else { "40".to_owned() };
    let questions = Signal::derive(move || {
        circle.asked.of(|one| {
            let each = |asked: &Question| (asked.id.clone(), asked.asks(one.group, lang.get()));
            one.asked().map(each).collect::<Vec<_>>()
        })
    });
    let chosen = Signal::derive(move || circle.on_mat().unwrap_or_default());
    view! {
        <Choice legend=words::HOW choices chosen=circle.mode />
        <Show when=counts>
            <div class="utrecht-form-field">
                <label class="utrecht-form-label utrecht-form-field__label" for="kring-kinderen">{move || tr(if on_mat.get() { words::CORNERS } else { words::SEATS })()}</label>
                <input id="kring-kinderen" class="utrecht-textbox" type="number" min="1" max=most inputmode="numeric" autocomplete="off" prop:value=move || circle.seats.get().to_string() on:change=count />
            </div>
        </Show>
        <Show when=move || on_mat.get()>
            <ChooseOne label=words::MAT_QUESTION options=questions chosen on_choose=move |id| circle.question.set(id) />
        </Show>
    }
}

/// The circle on the children's screen.
#[component]
pub fn WithChildren(circle: Circle) -> impl IntoView {
    let inside = match circle.mode.get_untracked() {
        Mode::Round => {
            view! { <Round asked=circle.asked keep=circle.keep manner=Manner::CIRCLE /> }.into_any()
        }
        Mode::Mat => view! { <mat::Mat circle /> }.into_any(),
        Mode::Dots => view! { <dots::Dots circle /> }.into_any(),
        Mode::Stick => view! { <stick::Stick circle /> }.into_any(),
    };
    let left = Callback::new(move |()| circle.is_with_children.set(false));
    view! { <Kiosk keep=circle.keep title=room_words::ROOM left>{inside}</Kiosk> }
}
