//! The result in one sentence, and for which year. Said aloud once a change has come to rest, never per keystroke.

use leptos::prelude::*;
use rules::budget::present::{felt_later, result_sentence};
use rules::budget::{Cell, LineId, sentences};

use super::amount::{Reading, WhyAmount};
use super::work::Work;
use crate::components::unique::unique;
use crate::i18n::{tr_signal, use_lang};
use crate::platform::{Timer, after};
use crate::texts::begroting as words;

/// How long a change must rest before it is said, in milliseconds.
const REST: i32 = 900;

/// The sentence with the choice of a year below it.
#[component]
pub fn Result(work: Work) -> impl IntoView {
    let lang = use_lang();
    let text = Memo::new(move |_| {
        let (base, now, year) = (work.base.get(), work.now.get(), work.year.get());
        let whole = sentences(&base, &now, year).into_iter().find(|one| one.area.is_none());
        whole.map_or_else(String::new, |one| result_sentence(&work.name(), &one, lang.get()))
    });
    let later = Memo::new(move |_| {
        felt_later(&work.base.get(), &work.now.get(), work.year.get(), lang.get())
    });
    let why = move || {
        let cell = Cell::Year(LineId::Result, work.year.get());
        view! { <WhyAmount reading=Reading::of(work, work.now.into(), cell) /> }
    };
    view! {
        <div class="result">
            <p class="result__sentence">{text} " " {why}</p>
            <Show when=move || later.with(Option::is_some)>
                <p class="result__later">{later}</p>
            </Show>
            <Voice text=text.into() />
            <YearChoice
                legend=tr_signal(words::YEAR)
                years=Signal::derive(move || work.now.with(|now| now.years.iter().copied().map(Some).collect()))
                chosen=Signal::derive(move || Some(work.year.get()))
                on_choose=move |year| work.year.set(year.unwrap_or_default())
            />
        </div>
    }
}

/// Says a text to a screen reader when it has stopped changing. What stood there first is not said.
#[component]
pub fn Voice(text: Signal<String>) -> impl IntoView {
    let rested = at_rest(text);
    let said = Memo::new(move |before: Option<&String>| {
        let now = rested.get();
        if before.is_some() { now } else { String::new() }
    });
    view! { <p class="visually-hidden" role="status" aria-live="polite">{said}</p> }
}

/// What a signal says at first, and after that only what it says once it has stopped changing.
pub fn at_rest<T: Clone + PartialEq + Send + Sync + 'static>(source: Signal<T>) -> ReadSignal<T> {
    let (rested, set) = signal(source.get_untracked());
    let waiting = StoredValue::new_local(None::<Timer>);
    Effect::new(move |_| {
        let now = source.get();
        let is_new = rested.with_untracked(|rested| *rested != now);
        waiting.set_value(is_new.then(|| after(REST, move || drop(set.try_set(now)))));
    });
    rested
}

/// One year, or all of them (`None`), as a strip of radio buttons.
#[component]
pub fn YearChoice(
    legend: Signal<String>,
    years: Signal<Vec<Option<i32>>>,
    chosen: Signal<Option<i32>>,
    on_choose: impl Fn(Option<i32>) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let group = StoredValue::new(unique("jaar"));
    let years = Memo::new(move |_| years.get());
    let lang = use_lang();
    let name = move |year: Option<i32>| {
        year.map_or_else(|| words::ALL_YEARS.get(lang.get()).to_owned(), |year| year.to_string())
    };
    view! {
        <fieldset class="segmented segmented--years">
            <legend class="segmented__legend">{legend}</legend>
            <div class="segmented__strip">
                <For each=move || years.get() key=|year| *year let:year>
                    <label class="segmented__option">
                        <input
                            type="radio"
                            class="segmented__input"
                            name=group.get_value()
                            prop:checked=move || chosen.get() == year
                            on:change=move |_| on_choose(year)
                        />
                        <span class="segmented__name">
                            {move || name(year)}
                        </span>
                    </label>
                </For>
            </div>
        </fieldset>
    }
}
