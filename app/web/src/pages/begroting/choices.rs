//! The choices: levers by group with the result always in sight, what pupils who move do, what one pupil does, what
//! weighs most.

use leptos::prelude::*;
use model::budget::Command;
use rules::budget::{Group, LeverKey, LineId};

use super::frame::BudgetPage;
use super::levers::Levers;
use super::sentence::{Result, YearChoice};
use super::table::Lines;
use super::weigh::{OnePupil, Weighs};
use super::work::Work;
use crate::components::alert::{Alert, Tone};
use crate::components::icon::Icon;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::tool::Tool;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::texts::begroting::{self as words, choices, scenarios};

pub fn page(work: Work) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::view(choices::CHANGED, move || view! { <Changed work /> }.into_any()));
    }
    let year = RwSignal::new(None::<i32>);
    let years = Signal::derive(move || {
        let shown = work.now.with(|now| now.years.clone());
        std::iter::once(None).chain(shown.into_iter().map(Some)).collect()
    });
    view! {
        <BudgetPage work title=words::CHOICES>
            <div class="in-sight"><Which work /><Result work /></div>
            <Show when=move || work.is_frozen()><Frozen work /></Show>
            <p class="nl-paragraph">{tr(choices::LEAD)}</p>
            <div class="choices__bar">
                <YearChoice legend=tr_signal(choices::FOR_YEAR) years chosen=year.into() on_choose=move |to| year.set(to) />
                <Tool icon=Icon::Reset name=choices::BACK_TO_START off=Signal::derive(move || untouched(work)) act=move || back(work) />
            </div>
            <Groups work year />
            <Effects work />
            <OnePupil work />
            <Weighs work />
        </BudgetPage>
    }
    .into_any()
}

fn untouched(work: Work) -> bool {
    work.scenario.with(|scenario| scenario.changes.is_empty())
}

fn back(work: Work) {
    if let Some(id) = work.open_id() {
        work.act(Command::ResetScenario { id });
    }
}

/// Which scenario the levers belong to.
#[component]
fn Which(work: Work) -> impl IntoView {
    let name = move || work.scenario.with(|scenario| scenario.name.clone());
    view! { <p class="which">{tr(words::IN_SCENARIO)}" "<b>{name}</b></p> }
}

#[component]
fn Frozen(work: Work) -> impl IntoView {
    let lang = use_lang();
    let copy = move |_| {
        let name = work.scenario.with_untracked(|scenario| scenario.name.clone());
        work.add_scenario(
            format!("{} {name}", scenarios::COPY_OF.get(lang.get_untracked())),
            work.open_id(),
        );
    };
    view! {
        <Alert tone=Tone::Waiting title=tr_signal(choices::FROZEN)>
            <button type="button" class="nl-button nl-button--secondary" on:click=copy>{tr(choices::COPY)}</button>
        </Alert>
    }
}

/// One group open at a time keeps the page short; the first is open.
#[component]
fn Groups(work: Work, year: RwSignal<Option<i32>>) -> impl IntoView {
    let groups = Group::ALL.map(|group| {
        let open = group == Group::Pupils;
        let count = move || work.scenario.with(|s| s.changes.keys().filter(|key| key.lever.lever().group == group).count());
        let lang = use_lang();
        let turned = move || match count() {
            0 => String::new(),
            1 => format!(" · 1 {}", scenarios::CHOICE.get(lang.get())),
            many => format!(" · {many} {}", scenarios::CHOICES.get(lang.get())),
        };
        view! {
            <details class="group" open=open name="knoppen">
                <summary class="group__name">{tr(group.title())}<span class="group__count">{turned}</span></summary>
                <Levers work group year />
            </details>
        }
    });
    view! {
        <fieldset class="groups" aria-label=tr(choices::GROUPS) disabled=move || work.is_frozen()>{groups}</fieldset>
    }
}

/// The tariff apart from the support that goes with a pupil (L and Z).
#[component]
fn Effects(work: Work) -> impl IntoView {
    const LINES: [LineId; 3] = [LineId::EffectTariff, LineId::EffectLight, LineId::EffectHeavy];
    view! {
        <section class="part">
            <h2 class="nl-heading nl-heading--level-2">{tr(choices::EFFECT)}</h2>
            <p class="nl-paragraph">{tr(choices::EFFECT_LEAD)}</p>
            <Lines work caption=choices::EFFECT lines=LINES.to_vec() none=choices::EFFECT_NONE />
        </section>
    }
}

/// In the margin: every choice with its value, so that it prints as a footnote.
#[component]
fn Changed(work: Work) -> impl IntoView {
    let lang = use_lang();
    let items = move || {
        let changes = work.scenario.with(|scenario| scenario.changes.clone());
        changes
            .into_iter()
            .map(|(key, value)| view! { <li>{move || says(key, value, lang.get())}</li> })
            .collect_view()
    };
    view! {
        <Show when=move || !untouched(work) fallback=|| view! { <p class="note__text">{tr(choices::NOTHING_CHANGED)}</p> }>
            <ul class="plain note__list">{items}</ul>
        </Show>
    }
}

/// "Naar SBO, 2028: 5 leerlingen".
fn says(key: LeverKey, value: i64, lang: rules::text::Lang) -> String {
    let lever = key.lever.lever();
    let year =
        key.year.map_or_else(|| words::ALL_YEARS.get(lang).to_lowercase(), |year| year.to_string());
    format!(
        "{}, {year}: {}",
        lever.title.get(lang),
        rules::budget::present::shown(lever.unit, value, lang)
    )
}
