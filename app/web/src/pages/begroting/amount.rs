//! An amount that can be asked why. The number itself is the button; the answer stands in the kantlijn and follows what
//! is changed meanwhile.

use std::sync::Arc;

use leptos::prelude::*;
use rules::budget::{Cell, Figure, Marks, Simulation};
use rules::explain::{Explanation, Label};
use rules::money::Money;
use rules::notation::money_rounded;
use rules::text::Lang;

use super::work::Work;
use crate::components::explanation::ExplanationTree;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::unique::unique;
use crate::i18n::use_lang;
use crate::texts::{begroting as words, general, kantlijn};

/// Where an amount comes from: its figure, its name for who cannot see where it stands, and why.
#[derive(Clone, Copy)]
pub struct Reading {
    pub figure: Signal<Option<Figure>>,
    pub name: Signal<String>,
    pub why: Callback<(), Option<Explanation>>,
}

impl Reading {
    /// A cell of a scenario that was worked out.
    pub fn of(work: Work, run: Signal<Arc<Simulation>>, cell: Cell) -> Self {
        let lang = use_lang();
        Self {
            figure: Memo::new(move |_| run.with(|run| run.figure(cell))).into(),
            name: Signal::derive(move || work.cell_name(cell, lang.get())),
            why: Callback::new(move |()| {
                let (base, rows) = (work.baseline.get(), work.parameters.get());
                run.with(|run| run.why(&base, &rows, cell))
            }),
        }
    }
}

/// A cell of the open scenario as a button.
#[component]
pub fn CellAmount(
    work: Work,
    cell: Cell,
    #[prop(optional, into)] shared: Signal<Marks>,
) -> impl IntoView {
    view! { <Amount reading=Reading::of(work, work.now.into(), cell) shared /> }
}

/// Marks that the whole row shares are said there, not here. A difference carries a plus, so that it is not read as an
/// amount of its own.
#[component]
pub fn Amount(
    reading: Reading,
    #[prop(optional, into)] shared: Signal<Marks>,
    #[prop(optional)] is_difference: bool,
) -> impl IntoView {
    let lang = use_lang();
    let figure = reading.figure;
    let text = Memo::new(move |_| {
        figure.with(|figure| {
            let plus = is_difference && figure.as_ref().and_then(Figure::money) > Some(Money::ZERO);
            let amount = written(figure.as_ref(), lang.get());
            if plus { format!("+{amount}") } else { amount }
        })
    });
    let marks = Memo::new(move |_| {
        let own = figure.with(|figure| figure.as_ref().map_or(Marks::NONE, |figure| figure.marks));
        mark_words(own, shared.get(), lang.get())
    });
    let there = Memo::new(move |_| figure.with(Option::is_some));
    let negative = move || {
        figure.with(|f| f.as_ref().and_then(Figure::money).is_some_and(|m| m.is_negative()))
    };
    let unknown = move || figure.with(|f| f.as_ref().is_some_and(|f| f.money().is_none()));
    let id = StoredValue::new(unique("bedrag"));
    let margin = Kantlijn::get();
    view! {
        <Show when=move || there.get() fallback=|| view! { <Absent /> }>
            <button
                type="button"
                class="amount"
                class:amount--negative=negative
                class:amount--unknown=unknown
                id=id.get_value()
                on:click=move |_| ask(margin, reading, &id.get_value())
            >
                <bdi>{text}</bdi>
                <span class="visually-hidden">", "{reading.name}", "{crate::i18n::tr(kantlijn::WHY)}</span>
            </button>
            <Show when=move || marks.with(|marks| !marks.is_empty())>
                <span class="marks">{marks}</span>
            </Show>
        </Show>
    }
}

/// *Waarom?* beside an amount that stands in a sentence.
#[component]
pub fn WhyAmount(reading: Reading) -> impl IntoView {
    let id = StoredValue::new(unique("waarom"));
    let margin = Kantlijn::get();
    view! {
        <button type="button" class="why" id=id.get_value() on:click=move |_| ask(margin, reading, &id.get_value())>
            {crate::i18n::tr(kantlijn::WHY)}
            <span class="visually-hidden">" "{reading.name}</span>
        </button>
    }
}

#[component]
fn Absent() -> impl IntoView {
    view! { <span class="amount-none"><span aria-hidden="true">"–"</span><span class="visually-hidden">{crate::i18n::tr(words::NOT_THERE)}</span></span> }
}

fn written(figure: Option<&Figure>, lang: Lang) -> String {
    match figure.map(Figure::money) {
        Some(Some(money)) => money_rounded(money, lang).replace(['€', '\u{a0}'], ""),
        Some(None) => general::UNKNOWN.get(lang).to_lowercase(),
        None => String::new(),
    }
}

/// "raming, aanname", without those that were said already. That a lever changed it is shown by its own mark.
pub fn mark_words(marks: Marks, said: Marks, lang: Lang) -> String {
    let words = Marks::ALL.into_iter().filter(|mark| marks.has(*mark) && !said.has(*mark));
    words.map(|mark| mark.title().get(lang)).collect::<Vec<_>>().join(", ")
}

/// For a table whose marks are said once, below it.
pub fn said_below() -> Signal<Marks> {
    Signal::stored(Marks::ALL.into_iter().fold(Marks::NONE, Marks::and))
}

/// "Steunt op: raming, aanname", for a table as a whole.
#[component]
pub fn LeansOn(#[prop(into)] marks: Signal<Marks>) -> impl IntoView {
    let lang = use_lang();
    let text = Memo::new(move |_| mark_words(marks.get(), Marks::NONE, lang.get()));
    view! {
        <Show when=move || text.with(|text| !text.is_empty())>
            <p class="quiet">{crate::i18n::tr(words::LEANS_ON)}": "{text}"."</p>
        </Show>
    }
}

fn ask(margin: Option<Kantlijn>, reading: Reading, asker: &str) {
    let Some(margin) = margin else { return };
    let Some(first) = untrack(|| reading.why.run(())) else { return };
    let body = move || {
        let tree = move || {
            reading.why.run(()).map(|explanation| view! { <ExplanationTree explanation /> })
        };
        tree.into_any()
    };
    let title = Label { text: first.label.text, about: first.label.about };
    margin.answer(Note { title, ..Note::view(kantlijn::WHY_THIS, body) }, asker);
}
