//! The overview: the result in a sentence, what is missing, the table of years and the charts.

use leptos::prelude::*;
use leptos_router::components::A;
use rules::budget::present::{by_place, reserve_notes, to_do};
use rules::budget::{Cell, LineId, Missing};

use super::charts::Charts;
use super::frame::BudgetPage;
use super::guess::GuessPanel;
use super::sector::WorkedOut;
use super::sentence::Result;
use super::table::YearsTable;
use super::work::Work;
use crate::components::alert::{Alert, Tone};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::segmented::Segmented;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::texts::begroting::{self as words, overview};

pub fn page(work: Work) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::view(overview::LEFT_OUT, move || view! { <LeftOut work /> }.into_any()));
        margin.put(Note::text(overview::GROSS, overview::GROSS_BODY));
        let sector = Memo::new(move |_| work.baseline.with(|base| base.sector));
        let body = move || view! { <WorkedOut sector /> }.into_any();
        margin.put(Note::view(words::sector::WORKED_OUT, body));
    }
    let school = RwSignal::new(false);
    let views = vec![(false, overview::CALENDAR), (true, overview::SCHOOL)];
    view! {
        <BudgetPage work title=words::OVERVIEW>
            <Result work />
            <ToDo work />
            <ReserveNotes work />
            <Segmented legend=overview::VIEW choices=views chosen=school on_choose=move |to| school.set(to) />
            {move || view! { <YearsTable work school=school.get() /> }}
            <Charts work />
        </BudgetPage>
    }
    .into_any()
}

/// What is missing for the year of the sentence, where it can be found, and two ways on.
#[component]
fn ToDo(work: Work) -> impl IntoView {
    let lang = use_lang();
    let missing = Memo::new(move |_| missing_for(work, work.year.get()));
    let any = Memo::new(move |_| missing.with(|all| !all.is_empty()));
    let guessing = RwSignal::new(false);
    let title = Signal::derive(move || to_do(missing.with(Vec::len), work.year.get(), lang.get()));
    let places = move || {
        let found = missing.with(|all| by_place(all));
        found
            .into_iter()
            .map(|(place, count)| view! { <li><span class="to-do__count">{count}</span> {move || place.get(lang.get())}</li> })
            .collect_view()
    };
    view! {
        <Show when=move || any.get()>
            <Alert tone=Tone::Waiting title>
                <p class="to-do__where">{tr(overview::WHERE)}":"</p>
                <ul class="to-do">{places}</ul>
                <div class="actions">
                    <A href="/begroting/gegevens" attr:class="nl-button nl-button--primary">{tr(overview::GO_DATA)}</A>
                    <button
                        type="button"
                        class="nl-button nl-button--subtle"
                        aria-expanded=move || guessing.get().to_string()
                        on:click=move |_| guessing.update(|on| *on = !*on)
                    >
                        {tr(overview::GUESS)}
                    </button>
                </div>
            </Alert>
            <Show when=move || guessing.get()>
                <GuessPanel work on_close=move || guessing.set(false) />
            </Show>
        </Show>
    }
}

fn missing_for(work: Work, year: i32) -> Vec<Missing> {
    let figure = work.figure(Cell::Year(LineId::Result, year));
    figure.map(|figure| figure.missing().to_vec()).unwrap_or_default()
}

/// Own capital against its two limits, in words.
#[component]
fn ReserveNotes(work: Work) -> impl IntoView {
    let lang = use_lang();
    let notes = Memo::new(move |_| work.now.with(|now| reserve_notes(now)));
    let says = move || {
        let each = notes.get().into_iter();
        each.map(|note| view! { <li>{move || note.sentence(lang.get())}</li> }).collect_view()
    };
    view! {
        <Show when=move || notes.with(|notes| !notes.is_empty())>
            <Alert title=tr_signal(overview::CAPITAL)><ul class="plain">{says}</ul></Alert>
        </Show>
    }
}

/// Optional facts that nobody gave: they count as nothing, and that is said.
#[component]
fn LeftOut(work: Work) -> impl IntoView {
    let lang = use_lang();
    let titles = Memo::new(move |_| {
        let mut titles: Vec<_> =
            work.now.with(|now| now.left_out().into_iter().map(|key| key.item.title()).collect());
        titles.dedup();
        titles
    });
    let items = move || {
        titles
            .get()
            .into_iter()
            .map(|title| view! { <li>{title.get(lang.get())}</li> })
            .collect_view()
    };
    view! { <ul class="plain note__list">{items}</ul> }
}
