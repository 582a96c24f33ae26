//! The placemat: corner by corner, each closed until all are ready, then the middle together (KIND-6). What comes next is
//! worked out in `model::leerlingenraad::placemat`.

use std::pin::Pin;

use leptos::prelude::*;
use model::inbreng::Contribution;
use model::leerlingenraad::Council;
use model::leerlingenraad::placemat::{Placemat, Step};
use model::leerlingenraad::questions::Card;

use super::Circle;
use crate::components::child::answer::Field;
use crate::components::child::closing::Closing;
use crate::components::child::round::{MayShow, Round};
use crate::components::child::{Asked, Manner, Token};
use crate::components::drawing::{Picture, contents};
use crate::components::picto::{self, Pictogram};
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::texts::leerlingenraad::kring as words;
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

/// On a tablet the corners with the middle below them; on a phone, and where much was said, one after the other, each whole on
/// the screen.
#[component]
fn Together(mat: RwSignal<Placemat>, done: Callback<String>) -> impl IntoView {
    // What has no room beside the others: a corner by its place, then the middle.
    let at = RwSignal::new(0_usize);
    let all = mat.with_untracked(|mat| {
        mat.corners().into_iter().map(|(at, one)| (at, one.clone())).collect::<Vec<_>>()
    });
    let middle = all.len();
    let is_long = Placemat::is_long(all.iter().map(|(_, one)| one)).to_string();
    let one = move |(place, (seat, one)): (usize, (u32, Contribution))| {
        let now = move || (at.get() == place).to_string();
        view! { <li class="mat__corner" data-now=now><Corner at=seat one /></li> }
    };
    let corners = all.into_iter().enumerate().map(one).collect_view();
    let begun = mat.with_untracked(|mat| mat.middle().to_owned());
    let lang = use_lang();
    let now = move || (at.get() >= middle).to_string();
    let go = move |to: usize| {
        at.set(to);
        request_animation_frame(|| {
            let _ = page::focus(".mat__place, .child__title");
        });
    };
    let place = move || format!("{} {} {middle}", at.get() + 1, words::OF.get(lang.get()));
    view! {
        <div class="mat-frame" data-long=is_long data-middle=now>
            <p class="mat__place child__number" tabindex="-1">{tr(words::MAT_CORNER)}" "{place}</p>
            <ul class="mat" aria-label=move || words::MAT_CORNERS.get(lang.get())>{corners}</ul>
            <p class="mat__go child__acts">
                <button type="button" class="child__button" disabled=move || at.get() == 0 on:click=move |_| go(at.get_untracked().saturating_sub(1))>{tr(words::BACK)}</button>
                <button type="button" class="child__button child__button--main" on:click=move |_| go(at.get_untracked() + 1)>{tr(words::MAT_NEXT)}</button>
            </p>
            <div class="mat__middle">
                <Field heading=crate::i18n::tr_signal(words::MAT_TOGETHER) label=words::MAT_MIDDLE hint=words::MAT_MIDDLE_HINT begun done />
                <p class="mat__again"><button type="button" class="child__small" on:click=move |_| go(0)>{tr(words::MAT_AGAIN)}</button></p>
            </div>
        </div>
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
        <Token seat=at />
        {card} {picture} <p class="mat__words">{one.words}</p>
    }
}

/// Keeps the middle; the corners are kept already.
#[component]
fn End(circle: Circle, mat: RwSignal<Placemat>, again: Callback<()>) -> impl IntoView {
    let keep = Callback::new(move |()| -> Pin<Box<dyn Future<Output = bool>>> {
        let middle = mat.with_untracked(|mat| mat.said().cloned());
        Box::pin(async move {
            let all: Vec<Contribution> = middle.into_iter().collect();
            all.is_empty() || circle.keep.at_placemat("", 0, all).await
        })
    });
    view! { <Closing keep thanks=words::MAT_END next=words::MAT_NEW on_next=again /> }
}
