//! Answering by choosing, writing and telling, and the words beside a drawing. What is typed lives in the field alone: the
//! browser is asked to remember, correct and suggest nothing.

use leptos::html::Textarea;
use leptos::prelude::*;
use model::inbreng::{Contribution, Way};
use model::leerlingenraad::questions::Card;
use model::leerlingenraad::seat::Seat;
use rules::text::Text;

use super::round::Here;
use crate::components::picto::{self, Pictogram};
use crate::components::read_aloud::{ReadAloud, also};
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal};
use crate::platform::page as browser;
use crate::texts::leerlingenraad::kring as words;

/// What the child began with in this way.
pub fn begun(here: Here, way: Way) -> Contribution {
    here.seat.with_untracked(|seat| {
        let now = seat.as_ref().and_then(|seat| seat.now().cloned());
        let question = seat.as_ref().and_then(|seat| seat.question().map(|one| one.0.clone()));
        now.unwrap_or_else(|| Contribution::new(&question.unwrap_or_default(), way))
    })
}

#[component]
pub fn Choose(here: Here) -> impl IntoView {
    let one = begun(here, Way::Kiezen);
    let question = one.question.clone();
    let cards: &[Card] = untrack(|| {
        here.asked.of(|all| {
            let found = all.questions.iter().find(|other| other.id == question)?;
            Some(found.cards(all.group))
        })
    })
    .unwrap_or_default();
    let pick = StoredValue::new(one);
    let button = move |card: Card| {
        let choose = move |_| {
            let mut one = pick.get_value();
            card.slug().clone_into(&mut one.choice);
            here.step(|seat| seat.answer(one));
        };
        view! {
            <li>
                <button type="button" class="child__card" on:click=choose>
                    <Pictogram picto=picto::card(card) /> <span>{tr(card.label())}</span>
                </button>
            </li>
        }
    };
    let read = cards.iter().chain([&Card::WeetNiet]).map(|card| card.label());
    let read = also(read.collect());
    let cards = cards.iter().copied().map(button).collect_view();
    view! {
        <section class="child__screen">
            <p class="child__number">{tr(words::CHOOSE)}</p>
            <h2 class="child__title" tabindex="-1"><ReadAloud text=here.asks() also=read /></h2>
            <ul class="child__cards">{cards}</ul>
            <ul class="child__cards child__cards--aside">{button(Card::WeetNiet)}</ul>
            <p class="child__acts">
                <button type="button" class="child__button" on:click=move |_| here.step(Seat::back)>{tr(words::BACK)}</button>
            </p>
        </section>
    }
}

#[component]
pub fn Write(here: Here) -> impl IntoView {
    view! { <InWords here way=Way::Woorden label=words::WRITE hint=words::WRITE_HINT /> }
}

#[component]
pub fn Talk(here: Here) -> impl IntoView {
    view! { <InWords here way=Way::Praten label=words::TALK hint=words::TALK_HINT /> }
}

#[component]
fn InWords(here: Here, way: Way, label: Text, hint: Text) -> impl IntoView {
    let one = begun(here, way);
    let begun = one.words.clone();
    let one = StoredValue::new(one);
    let done = move |words: String| {
        here.step(|seat| seat.answer(Contribution { words, ..one.get_value() }));
    };
    let back = Callback::new(move |words: String| {
        here.step(|seat| seat.back_with(Contribution { words, ..one.get_value() }));
    });
    view! { <Field heading=here.asks() label hint begun back done=Callback::new(done) /> }
}

#[component]
pub fn Tell(here: Here) -> impl IntoView {
    let one = begun(here, Way::Tekenen);
    let begun = one.words.clone();
    let one = StoredValue::new(one);
    let done = move |words: String| here.step(|seat| seat.tell(&words));
    let back = Callback::new(move |words: String| {
        here.step(|seat| seat.back_with(Contribution { words, ..one.get_value() }));
    });
    view! {
        <Field heading=tr_signal(words::TELL) label=words::TELL_HINT hint=words::WRITE_HINT begun back done=Callback::new(done) />
    }
}

/// One thing to write. `done` and `back` get the words; `back` is left out where there is nothing to go back to.
#[component]
pub fn Field(
    #[prop(into)] heading: Signal<String>,
    label: Text,
    hint: Text,
    begun: String,
    #[prop(optional, into)] back: Option<Callback<String>>,
    done: Callback<String>,
) -> impl IntoView {
    // A name that no field had before: nothing that another child typed can be suggested here.
    let id = unique("antwoord");
    let hint_id = format!("{id}-uitleg");
    let node = NodeRef::<Textarea>::new();
    node.on_load(|field| browser::suggest_nothing(&field));
    let text = move || node.get_untracked().map(|field| field.value()).unwrap_or_default();
    let back = back.map(|back| {
        view! { <button type="button" class="child__button" on:click=move |_| back.run(text())>{tr(words::BACK)}</button> }
    });
    view! {
        <section class="child__screen">
            <h2 class="child__title" tabindex="-1"><ReadAloud text=heading also=also(vec![label, hint]) /></h2>
            <label class="child__how" for=id.clone()>{tr(label)}</label>
            <p class="child__hint" id=hint_id.clone()>{tr(hint)}</p>
            <textarea
                node_ref=node
                id=id.clone()
                name=id
                class="child__field"
                rows="4"
                maxlength="600"
                autocomplete="off"
                autocapitalize="sentences"
                spellcheck="false"
                aria-describedby=hint_id
            >{begun}</textarea>
            <p class="child__acts">
                {back}
                <button type="button" class="child__button child__button--main" on:click=move |_| done.run(text())>{tr(words::READY)}</button>
            </p>
        </section>
    }
}
