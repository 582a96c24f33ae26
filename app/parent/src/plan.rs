//! The plan, and three ways to answer it that are equal in size: agree, do not agree, talk first. A withdrawal is two taps away.

use leptos::prelude::*;
use model::ouder::{Choice, Draft, Step, Word};

use crate::done::{Copy, Stuck, Wipe, choice as file};
use crate::say::{Say, day};

const EQUAL: [Choice; 3] = [Choice::Eens, Choice::NietEens, Choice::EerstPraten];

pub(crate) fn page(say: Say) -> AnyView {
    let buttons = EQUAL.map(|choice| {
        view! {
            <button type="button" class="nl-button nl-button--secondary ouder__keuze" on:click=move |_| say.go(Step::Sign(choice))>
                {move || say.choice(choice)}
            </button>
        }
    });
    view! {
        <p class="nl-paragraph">{say.tr(Word::PlanUitleg)}</p>
        <p class="nl-paragraph">{say.tr(Word::PlanNederlands)}</p>
        <Text say />
        <div class="ouder__keuzes">{buttons}</div>
        <p class="quiet">{say.tr(Word::GeenHandtekening)}</p>
        <p class="actions ouder__knoppen"><Back say /></p>
    }
    .into_any()
}

#[component]
fn Back(say: Say) -> impl IntoView {
    view! { <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.back()>{say.tr(Word::Terug)}</button> }
}

/// Exactly the text that was frozen.
#[component]
fn Text(say: Say) -> impl IntoView {
    say.sheet.with_value(|sheet| sheet.plan.clone()).map(|plan| {
        view! {
            <article class="ouder__plan" lang="nl" dir="ltr">
                <h2 class="nl-heading nl-heading--level-2">{plan.title}</h2>
                <p class="quiet">{day(plan.on)}</p>
                <p class="nl-paragraph ouder__woorden">{plan.text}</p>
            </article>
        }
    })
}

/// Says the choice back, with the name under it.
pub(crate) fn sign(say: Say, choice: Choice) -> AnyView {
    let empty = RwSignal::new(false);
    let go = move |_| {
        if say.draft.with_untracked(|draft| draft.name.trim().is_empty()) {
            empty.set(true);
            return;
        }
        say.port.choose.run(choice);
    };
    let relation = move || {
        say.sheet.with_value(|sheet| say.draft.with(|draft| draft.relation(sheet).to_owned()))
    };
    let wrong = move || empty.get().then_some("true");
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label" for="ouder-naam">{say.tr(Word::Naam)}</label>
            <Show when=move || empty.get()>
                <p class="utrecht-form-field-error-message" id="ouder-naam-fout" role="alert">{say.tr(Word::NaamLeeg)}</p>
            </Show>
            <input
                id="ouder-naam"
                class="utrecht-textbox"
                type="text"
                dir="auto"
                autocomplete="off"
                aria-invalid=wrong
                aria-describedby=move || empty.get().then_some("ouder-naam-fout")
                prop:value=move || say.draft.with(|draft| draft.name.clone())
                on:input=move |event| {
                    empty.set(false);
                    say.change(|draft| draft.name = event_target_value(&event));
                }
            />
        </div>
        <div class="utrecht-form-field">
            <label class="utrecht-form-label" for="ouder-relatie">{say.tr(Word::Relatie)}</label>
            <input
                id="ouder-relatie"
                class="utrecht-textbox"
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=relation
                on:input=move |event| say.change(|draft| draft.relation = Some(event_target_value(&event)))
            />
        </div>
        <p class="nl-paragraph">{say.tr(Word::GeenHandtekening)}</p>
        <p class="actions ouder__knoppen">
            <button type="button" class="nl-button nl-button--primary" on:click=go>{say.tr(Word::Teken)}</button>
            <Back say />
        </p>
    }
    .into_any()
}

pub(crate) fn chosen(say: Say) -> AnyView {
    let stands = move || say.draft.with(Draft::stands);
    view! {
        <Stuck say />
        <Text say />
        <Copy say text=file />
        <p class="actions ouder__knoppen">
            <Show
                when=stands
                fallback=move || view! {
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.go(Step::Plan)>{say.tr(Word::NaarPlan)}</button>
                }
            >
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.go(Step::Sign(Choice::Ingetrokken))>{say.tr(Word::Intrekken)}</button>
            </Show>
            <Back say />
        </p>
        <Wipe say />
    }
    .into_any()
}
