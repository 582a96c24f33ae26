//! The placemat: corner by corner, each closed until all are ready, then the middle together (KIND-6). What comes next is
//! worked out in `model::leerlingenraad::placemat`.

use leptos::prelude::*;
use model::inbreng::Contribution;
use model::leerlingenraad::Council;
use model::leerlingenraad::placemat::{Placemat, Step};
use model::leerlingenraad::questions::Card;

use super::Circle;
use crate::components::child::answer::Field;
use crate::components::child::round::{MayShow, Round};
use crate::components::child::{Asked, Manner, Token};
use crate::components::drawing::{Picture, contents};
use crate::components::picto::{self, Pictogram};
use crate::i18n::{tr, use_lang};
use crate::platform::{page, spawn};
use crate::texts::leerlingenraad::{self as room_words, kring as words};
use model::tekening::drawing::Drawing;

#[component]
pub fn Mat(circle: Circle) -> impl IntoView {
    let question = untrack(|| circle.on_mat()).unwrap_or_default();
    let mat = RwSignal::new(Placemat::new(&question, circle.seats.get_untracked()));
    let anew = mat.get_untracked();
    let asked = only(circle.asked, question);
    let step = Memo::new(move |_| mat.with(Placemat::step));
    let go = move |act: &dyn Fn(&mut Placemat)| {
        mat.update(act);
        request_animation_frame(|| {
            let _ = page::focus(".child__title");
        });
    };
    let ready = Callback::new(move |said: Option<Vec<Contribution>>| {
        go(&|mat| mat.ready(said.clone()));
    });
    let back = Callback::new(move |()| go(&Placemat::back));
    let may = Callback::new(move |yes| go(&|mat| mat.may(yes)));
    move || {
        match step.get() {
        Step::Corner(at) => view! {
            <Round asked keep=circle.keep manner=Manner::corner(at) after=ready />
        }
        .into_any(),
        Step::Together => view! { <Together mat done=Callback::new(move |words: String| go(&|mat| mat.together(&words))) /> }.into_any(),
        Step::May => view! { <MayShow back chosen=may /> }.into_any(),
        Step::End => {
            let anew = anew.clone();
            view! { <End circle mat again=Callback::new(move |()| mat.set(anew.clone())) /> }
                .into_any()
        }
    }
    }
}

/// What is asked, with one question of it.
fn only(asked: Asked, question: String) -> Asked {
    let one = move |council: Council| {
        let questions = council.questions.into_iter().filter(|one| one.id == question).collect();
        Council { questions, ..council }
    };
    Asked(Signal::derive(move || asked.0.get().map(&one)))
}

#[component]
fn Together(mat: RwSignal<Placemat>, done: Callback<String>) -> impl IntoView {
    let corners = untrack(|| {
        mat.with(|mat| {
            let all = mat.corners().into_iter();
            all.map(|(at, one)| view! { <Corner at one=one.clone() /> }).collect_view()
        })
    });
    let begun = mat.with_untracked(|mat| mat.middle().to_owned());
    let lang = use_lang();
    view! {
        <ul class="mat" aria-label=move || words::MAT_CORNERS.get(lang.get())>{corners}</ul>
        <Field heading=crate::i18n::tr_signal(words::MAT_TOGETHER) label=words::MAT_MIDDLE hint=words::MAT_MIDDLE_HINT begun done />
    }
}

#[component]
fn Corner(at: u32, one: Contribution) -> impl IntoView {
    let lang = use_lang();
    let card = Card::from_slug(&one.choice).map(|card| {
        view! { <p class="mat__card"><Pictogram picto=picto::card(card) /> {tr(card.label())}</p> }
    });
    let picture = Drawing::unpack(&one.drawing).ok().map(|drawing| {
        view! { <Picture packed=one.drawing.clone() name=contents(&drawing, lang.get_untracked()) /> }
    });
    view! {
        <li class="mat__corner">
            <Token seat=at />
            {card} {picture} <p class="mat__words">{one.words}</p>
        </li>
    }
}

/// Keeps the middle before it thanks; the corners are kept already.
#[component]
fn End(circle: Circle, mat: RwSignal<Placemat>, again: Callback<()>) -> impl IntoView {
    let (kept, failed) = (RwSignal::new(false), RwSignal::new(false));
    let keep = move || {
        failed.set(false);
        let middle = mat.with_untracked(|mat| mat.said().cloned());
        spawn(async move {
            let all: Vec<Contribution> = middle.into_iter().collect();
            let done = all.is_empty() || circle.keep.at_placemat("", 0, all).await;
            let _ = if done { kept.try_set(true) } else { failed.try_set(true) };
        });
    };
    keep();
    view! {
        <section class="child__screen child__screen--calm">
            <h2 class="child__title" tabindex="-1">{tr(words::END)}</h2>
            <Show when=move || failed.get()>
                <p class="voices__problem" role="alert">{tr(room_words::NOT_KEPT)}</p>
                <p class="child__acts"><button type="button" class="child__button" on:click=move |_| keep()>{tr(crate::texts::general::RETRY)}</button></p>
            </Show>
            <Show when=move || kept.get()>
                <p class="child__lines">{tr(words::MAT_END)}</p>
                <p class="child__acts"><button type="button" class="child__button child__button--main" on:click=move |_| again.run(())>{tr(words::MAT_NEW)}</button></p>
            </Show>
        </section>
    }
}
