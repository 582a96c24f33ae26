//! A casus at the table: put on the agenda by hand, changed, and what the table sees of it. Never a name (VERG-12).

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::meeting::casus::FROM_DOSSIER;
use model::meeting::{Casus, Command, Item, ItemChange, Parents};
use replica::id::SpaceId;

use super::Sitting;
use super::prepare::before_end;
use crate::components::alert::{Alert, Tone};
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::fold::Fold;
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{random, spawn};
use crate::texts::werkgebied::{casus as words, meeting};

/// Minutes that a casus gets; people change that at once.
const MINUTES: u16 = 15;

/// Where this kind of table talks about children: a casus by hand.
#[component]
pub fn AddCasus(sitting: Sitting) -> impl IntoView {
    let takes = sitting.memo(|view| view.takes_casus());
    view! {
        <Show when=move || takes.get()>
            <Fold large=true summary=move || tr(words::ADD)><New sitting /></Fold>
        </Show>
    }
}

#[component]
fn New(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let next = untrack(|| sitting.of(|view| view.next_label(lang.get())));
    let (label, question) = (RwSignal::new(next), RwSignal::new(String::new()));
    let parents = RwSignal::new(None::<Parents>);
    let put = move |_| {
        let casus = Casus {
            label: label.get_untracked(),
            question: question.get_untracked(),
            dossier: None,
            parents: parents.get_untracked(),
        };
        let id = random::id();
        let add = Command::AddCasus { id: id.clone(), casus, minutes: MINUTES, proposed: false };
        // Before what every agenda ends with.
        let move_up = Command::MoveItem { id, after: untrack(|| sitting.of(before_end)) };
        if sitting.done(&Command::Together(vec![add, move_up])) {
            label.set(untrack(|| sitting.of(|view| view.next_label(lang.get()))));
            question.set(String::new());
            parents.set(None);
        }
    };
    view! {
        <Warning />
        <Field label=words::LABEL hint=words::LABEL_HINT value=label on_change=move |text| label.set(text) />
        <Field label=words::QUESTION value=question on_change=move |text| question.set(text) />
        <ParentsSay chosen=parents on_choose=move |says| parents.set(says) />
        <button type="button" class="nl-button nl-button--secondary" on:click=put>{tr(words::PUT)}</button>
    }
}

/// What nobody may write here, before anybody writes.
#[component]
pub fn Warning() -> impl IntoView {
    view! {
        <Alert tone=Tone::Waiting title=tr_signal(words::WARNING)>
            <p class="nl-paragraph">{tr(words::WARNING_BODY)}</p>
        </Alert>
    }
}

#[component]
fn ParentsSay(
    #[prop(into)] chosen: Signal<Option<Parents>>,
    on_choose: impl Fn(Option<Parents>) + Send + Sync + 'static,
) -> impl IntoView {
    let lang = use_lang();
    let options = Signal::derive(move || {
        let first = (String::new(), words::NOT_SAID.get(lang.get()).to_owned());
        let one = |one: &Parents| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        std::iter::once(first).chain(Parents::ALL.iter().map(one)).collect::<Vec<_>>()
    });
    let slug =
        Signal::derive(move || chosen.get().map(Parents::slug).unwrap_or_default().to_owned());
    view! { <Choose label=words::PARENTS options chosen=slug on_choose=move |slug| on_choose(Parents::from_slug(&slug)) /> }
}

/// The words of a casus on the agenda, to change.
#[component]
pub fn Change(
    sitting: Sitting,
    id: StoredValue<String>,
    item: Memo<Option<Arc<Item>>>,
) -> impl IntoView {
    let (casus, lang) = (of(item), use_lang());
    let set = move |change| sitting.act(&Command::SetItem { id: id.get_value(), change });
    let label = Signal::derive(move || casus.with(|one| one.label.clone()));
    let question = Signal::derive(move || casus.with(|one| one.question.clone()));
    let parents = Signal::derive(move || casus.with(|one| one.parents));
    let by_hand = Memo::new(move |_| casus.with(|one| one.dossier.is_none()));
    let says =
        move || parents.get().map_or(words::NOT_SAID, Parents::label).get(lang.get()).to_owned();
    let read = move || {
        view! {
            <p class="nl-paragraph">{question}</p>
            <p class="nl-paragraph">{tr(words::PARENTS)}" "{says}"."</p>
            <p class="quiet">{tr(FROM_DOSSIER)}</p>
        }
    };
    view! {
        <Show when=move || by_hand.get() fallback=read>
        <Warning />
        <Field label=words::LABEL hint=words::LABEL_HINT value=label on_change=move |text| set(ItemChange::Label(text)) />
        <Field label=words::QUESTION value=question on_change=move |text| set(ItemChange::Question(text)) />
        <ParentsSay chosen=parents on_choose=move |says| set(ItemChange::Parents(says)) />
        </Show>
    }
}

fn of(item: Memo<Option<Arc<Item>>>) -> Memo<Casus> {
    Memo::new(move |_| {
        item.with(|one| one.as_ref().and_then(|one| one.casus.clone()).unwrap_or_default())
    })
}

/// What the table sees while it is on: the question, what PRV-01 says, and the dossier for who has it here.
#[component]
pub fn Talk(sitting: Sitting, item: Memo<Option<Arc<Item>>>) -> impl IntoView {
    let (casus, lang) = (of(item), use_lang());
    let question = move || casus.with(|one| one.question.clone());
    let says = move || {
        let says = casus.with(|one| one.parents).map_or(words::NOT_SAID, Parents::label);
        format!("{} {}.", words::PARENTS.get(lang.get()), says.get(lang.get()))
    };
    let answers = move || {
        let answer = sitting.room.with_rules(|_, context| casus.with(|one| one.watch(context)));
        answer.flatten().into_iter().collect::<Vec<_>>()
    };
    let here = move || {
        let dossier = casus.with(|one| one.dossier)?;
        let all = sitting.room.app.spaces.get();
        all.iter().any(|one| one.id == dossier).then_some(dossier)
    };
    view! {
        <p class="current__ask">{question}</p>
        <p class="nl-paragraph">{says}</p>
        <RuleList answers />
        {move || here().map(|dossier| view! { <Open sitting dossier /> })}
        <p class="quiet">{tr(meeting::CASUS)}</p>
    }
}

#[component]
fn Open(sitting: Sitting, dossier: SpaceId) -> impl IntoView {
    let navigate = StoredValue::new_local(use_navigate());
    let open = move |_| {
        spawn(async move {
            if sitting.room.app.lay_open_space(dossier).await.is_ok() {
                navigate.with_value(|navigate| navigate("/dossier", Default::default()));
            }
        });
    };
    view! {
        <p><button type="button" class="nl-button nl-button--secondary" on:click=open>{tr(words::DOSSIER)}</button></p>
    }
}
