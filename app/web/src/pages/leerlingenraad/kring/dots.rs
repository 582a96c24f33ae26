//! Dots: every child puts three, at what matters most. Nobody sees any dot of another child until all have been; then the
//! circle sees the sum. Whose dots they were is kept nowhere.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::leerlingenraad::questions::Card;

use super::Circle;
use crate::components::picto::{self, Pictogram};
use crate::components::read_aloud::{ReadAloud, also};
use crate::i18n::{tr, use_lang};
use crate::platform::{page, spawn};
use crate::texts::leerlingenraad::kring as words;

/// How many dots a child has (KIND-7).
const EACH: u32 = 3;

/// What dots can be put at: the cards of the question about staying together, as that is where something can be done.
pub const CARDS: [Card; 4] = [Card::Hulp, Card::Rust, Card::Vrienden, Card::Snappen];

/// The question that the dots answer.
fn about(circle: Circle) -> Signal<String> {
    let lang = use_lang();
    Signal::derive(move || circle.asked.of(|one| one.at_dots(lang.get())))
}

type Votes = BTreeMap<String, u32>;

#[component]
pub fn Dots(circle: Circle) -> impl IntoView {
    let (done, total) = (RwSignal::new(0_u32), RwSignal::new(Votes::new()));
    let failed = RwSignal::new(false);
    let all = Memo::new(move |_| done.get() >= circle.seats.get());
    let busy = StoredValue::new(false);
    let counted = move |now: Votes| {
        let _ = failed.try_set(false);
        let _ = total.try_set(now);
        let _ = done.try_update(|done| *done += 1);
        request_animation_frame(|| {
            let _ = page::focus(".child__title");
        });
    };
    let next = move |own: Votes| {
        // A second tap is not a second child.
        if busy.get_value() {
            return;
        }
        let mut now = total.get_untracked();
        own.into_iter().for_each(|(at, count)| *now.entry(at).or_default() += count);
        let children = circle.seats.get_untracked();
        if done.get_untracked() + 1 < children {
            return counted(now);
        }
        // Only a whole round is kept: one that breaks off is done anew, and would else count twice.
        busy.set_value(true);
        spawn(async move {
            let kept = circle.keep.vote(&now, children).await;
            let _ = busy.try_set_value(false);
            if kept {
                counted(now);
            } else {
                let _ = failed.try_set(true);
            }
        });
    };
    let next = Callback::new(next);
    move || {
        if all.get() {
            view! { <Result circle total=total.get() /> }.into_any()
        } else {
            done.track();
            view! { <Own circle failed next /> }.into_any()
        }
    }
}

#[component]
fn Own(circle: Circle, failed: RwSignal<bool>, next: Callback<Votes>) -> impl IntoView {
    let votes = RwSignal::new(Votes::new());
    let read = std::iter::once(words::DOTS_TITLE).chain(CARDS.map(Card::label)).collect();
    let left = move || EACH - votes.with(|votes| votes.values().sum::<u32>()).min(EACH);
    let change = move |card: Card, more: bool| {
        let left = untrack(left);
        votes.update(|votes| {
            let count = votes.entry(card.slug().to_owned()).or_default();
            *count = if more { *count + u32::from(left > 0) } else { count.saturating_sub(1) };
        });
    };
    let rows = CARDS.map(|card| {
        let count = move || votes.with(|votes| votes.get(card.slug()).copied().unwrap_or_default());
        let dots = move || "●".repeat(count() as usize);
        view! {
            <li class="dots__row">
                <Pictogram picto=picto::card(card) />
                <span class="dots__name">{tr(card.label())}</span>
                <span class="dots__own" aria-hidden="true">{dots}</span>
                <span class="visually-hidden" role="status">{count}</span>
                <button type="button" class="child__small" disabled=move || count() == 0 on:click=move |_| change(card, false)>
                    "−"<span class="visually-hidden">{tr(words::DOTS_LESS)}": "{tr(card.label())}</span>
                </button>
                <button type="button" class="child__small" disabled=move || left() == 0 on:click=move |_| change(card, true)>
                    "+"<span class="visually-hidden">{tr(words::DOTS_MORE)}": "{tr(card.label())}</span>
                </button>
            </li>
        }
    });
    view! {
        <section class="child__screen">
            <h2 class="child__title child__title--dots" tabindex="-1"><ReadAloud text=about(circle) also=also(read) /></h2>
            <p class="child__how"><span class="dots__ask">{tr(words::DOTS_TITLE)}" "</span>{tr(words::DOTS_LEFT)}": "{left}</p>
            <ul class="dots">{rows}</ul>
            <Show when=move || failed.get()><p class="child__lines" role="alert">{tr(words::NOT_KEPT_WHY)}</p></Show>
            <p class="child__acts">
                <button type="button" class="child__button child__button--main" on:click=move |_| next.run(votes.get_untracked())>{tr(words::READY)}</button>
            </p>
        </section>
    }
}

#[component]
fn Result(circle: Circle, total: Votes) -> impl IntoView {
    let lang = use_lang();
    let rows = CARDS.map(|card| {
        let count = total.get(card.slug()).copied().unwrap_or_default();
        view! {
            <li class="dots__row">
                <Pictogram picto=picto::card(card) />
                <span class="dots__name">{move || card.label().get(lang.get())}</span>
                <span class="dots__own" aria-hidden="true">{"●".repeat(count as usize)}</span>
                <span>{count}</span>
            </li>
        }
    });
    view! {
        <section class="child__screen">
            <p class="child__number"><span class="dots__ask">{about(circle)}" "</span>{tr(words::DOTS_ALL)}</p>
            <h2 class="child__title" tabindex="-1">{tr(words::DOTS_RESULT)}</h2>
            <ul class="dots">{rows}</ul>
        </section>
    }
}
