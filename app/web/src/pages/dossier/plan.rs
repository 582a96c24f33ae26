//! The plan as it was frozen, and what each guardian chose, each apart. Paper is always possible and shown as paper.

use leptos::prelude::*;
use model::dossier::watch::of_plan;
use model::dossier::{Command, NewAgreement, NewPlan, Part, Standing, Way};
use model::ouder::{Choice, plan_hash, with_receipt};
use rules::notation;

use super::draft::{Draft, Written};
use super::frame::DossierPage;
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, use_lang};
use crate::platform::{random, share, spawn};
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::FILE_NOTE, words::FILE_NOTE_BODY));
    }
    // The newest first; a choice may still come about an older one.
    let plans = room.memo(|view| view.plans.iter().rev().cloned().collect::<Vec<_>>());
    let older =
        Memo::new(move |_| plans.with(|all| all.iter().skip(1).cloned().collect::<Vec<_>>()));
    let newest = Memo::new(move |_| plans.with(|all| all.first().cloned()));
    view! {
        <DossierPage room title=words::PLAN>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::PLAN_LEAD)}</p>
            <For each=move || newest.get() key=|plan| plan.id.clone() let:plan><Frozen room plan /></For>
            <OfRegion room />
            <Show when=move || room.may_write()><div class="screen-only"><New room /></div></Show>
            <Show when=move || older.with(|all| !all.is_empty())>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::OLDER_PLANS)}</h2>
            </Show>
            <For each=move || older.get() key=|plan| plan.id.clone() let:plan><Frozen room plan /></For>
        </DossierPage>
    }
    .into_any()
}

/// What the plan of the region says about the plan that is made together.
#[component]
fn OfRegion(room: Room) -> impl IntoView {
    let answers = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let all = room.with_rules(|context| of_plan(&view, context));
        all.into_iter().map(|one| one.answer).collect()
    };
    view! { <RuleList answers /> }
}

#[component]
fn New(room: Room) -> impl IntoView {
    let [title, text] = ["titel", "tekst"].map(|name| Draft::new(room, format!("plan/{name}")));
    let parts = StoredValue::new(
        Part::ALL
            .iter()
            .map(|part| Draft::new(room, format!("plan/{}", part.slug())))
            .collect::<Vec<_>>(),
    );
    let fields = parts.with_value(|all| {
        let each = Part::ALL.iter().zip(all);
        each.map(|(part, draft)| view! { <Written label=part.label() draft=*draft rows="3" /> })
            .collect_view()
    });
    let freeze = move |_| {
        room.ledger.commit_typing();
        let parts = parts.get_value();
        let plan = NewPlan {
            title: title.now(),
            parts: parts.iter().map(|one| one.now()).collect(),
            text: text.now(),
            on: room.today,
        };
        let all: Vec<Draft> = parts.into_iter().chain([title, text]).collect();
        // A parent may choose about it from now on, so it is no step to take back.
        room.noted(&Draft::with(&all, Command::Freeze { id: random::id(), plan }));
    };
    view! {
        <Written label=words::PLAN_TITLE draft=title rows="1" />
        <p class="nl-paragraph">{tr(words::PLAN_PARTS)}</p>
        {fields}
        <Written label=words::PLAN_TEXT draft=text rows="6" />
        <p><button type="button" class="nl-button nl-button--primary" on:click=freeze>{tr(words::FREEZE)}</button></p>
    }
}

#[component]
fn Frozen(room: Room, plan: model::ouder::Plan) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(plan.id.clone());
    let hash = plan_hash(&plan.text);
    let on = plan.on;
    let standings = Memo::new(move |_| id.with_value(|id| room.of(|view| view.all_standings(id))));
    let all = Memo::new(move |_| id.with_value(|id| room.of(|view| view.all_agree(id))));
    let verdict = move || if all.get() { words::ALL_AGREE } else { words::NOT_ALL }.get(lang.get());
    view! {
        <article class="ouder__plan" lang="nl">
            <h2 class="nl-heading nl-heading--level-2">{plan.title}</h2>
            <p class="nl-paragraph ouder__woorden">{plan.text}</p>
            <p class="marks">{move || notation::date(on, lang.get())} ", " {tr(words::HASH)} " " <span class="invitation__link">{hash.get(..16).unwrap_or_default().to_owned()}</span></p>
        </article>
        <p class="nl-paragraph"><strong role="status">{verdict}</strong></p>
        <ul class="plain">
            <For each=move || standings.get() key=|one| format!("{one:?}") let:one><Stands standing=one /></For>
        </ul>
        <Show when=move || room.may_write()><div class="screen-only"><OnPaper room plan=id /></div></Show>
    }
}

#[component]
fn Stands(standing: Standing) -> impl IntoView {
    let lang = use_lang();
    let name = standing.guardian.name.clone();
    let gone = standing.guardian.gone;
    let last = StoredValue::new(standing.last.clone());
    let says = move || {
        let lang = lang.get();
        last.with_value(|last| match last {
            Some(last) => {
                let choice = last.choice.map_or("", |choice| choice.label().get(lang));
                let way = last.way.map_or("", |way| way.label().get(lang));
                let day = last.on.map(|day| notation::date(day, lang)).unwrap_or_default();
                let existed = match (last.existed(), last.file.is_empty()) {
                    (_, true) => String::new(),
                    (Some(on), _) => {
                        let on = notation::date(on, lang);
                        format!(", {}", words::RECEIVED.get(lang).replace("{}", &on))
                    }
                    _ if last.is_of_another_server() => {
                        format!(", {}", words::OTHER_SERVER.get(lang))
                    }
                    _ => format!(", {}", words::NOT_RECEIVED.get(lang)),
                };
                format!("{choice} ({}, {day}, {way}{existed})", last.name)
            }
            None => words::NO_CHOICE.get(lang).to_owned(),
        })
    };
    let file = standing.last.filter(|last| !last.file.is_empty());
    let file = file.map(|last| with_receipt(&last.file, last.receipt.as_deref()));
    view! {
        <li class="nl-paragraph">
            <bdi>{name}</bdi> ": " {says} " "
            {gone.then(|| view! { <strong>{tr(words::LEFT)}</strong> })}
            {file.map(|file| {
                let file = StoredValue::new(file);
                let keep = move |_| spawn(async move {
                    let _ = share::hand_over("keuze-over-plan.txt", &file.get_value()).await;
                });
                view! { <button type="button" class="nl-button nl-button--subtle" on:click=keep>{tr(words::CHOICE_FILE)}</button> }
            })}
        </li>
    }
}

#[component]
fn OnPaper(room: Room, plan: StoredValue<String>) -> impl IntoView {
    let lang = use_lang();
    let first = room.now(|view| view.present().next().map(|one| one.id.clone()));
    let guardian = RwSignal::new(first.unwrap_or_default());
    let choice = RwSignal::new(Choice::Eens.slug().to_owned());
    let way = RwSignal::new(Way::Papier.slug().to_owned());
    let people = Signal::derive(move || {
        room.of(|view| {
            view.present().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        })
    });
    let choices = Signal::derive(move || {
        let name = |one: &Choice| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        Choice::ALL.iter().map(name).collect::<Vec<_>>()
    });
    let ways = Signal::derive(move || {
        let name = |one: &Way| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        [Way::Papier, Way::AanTafel].iter().map(name).collect::<Vec<_>>()
    });
    let on = RwSignal::new(Some(room.today));
    let record = move |_| {
        let id = guardian.get_untracked();
        let name = room.now(|view| view.guardian(&id).map(|one| one.name.clone()));
        let agreement = NewAgreement {
            guardian: id,
            plan: plan.get_value(),
            choice: Choice::from_slug(&choice.get_untracked()).unwrap_or(Choice::EerstPraten),
            name: name.unwrap_or_default(),
            on: on.get_untracked().unwrap_or(room.today),
            way: Way::from_slug(&way.get_untracked()).unwrap_or(Way::Papier),
            file: String::new(),
        };
        room.done(&Command::Agree { id: random::id(), agreement: Box::new(agreement) });
    };
    view! {
        <h3 class="nl-heading nl-heading--level-3">{tr(words::ON_PAPER)}</h3>
        <Choose label=words::WHICH_PARENT options=people chosen=guardian on_choose=move |id| guardian.set(id) />
        <Choose label=words::WHICH_CHOICE options=choices chosen=choice on_choose=move |one| choice.set(one) />
        <DayField label=words::CHOSEN_ON value=on on_change=move |day| on.set(day) />
        <Choose label=words::HOW options=ways chosen=way on_choose=move |one| way.set(one) />
        <p><button type="button" class="nl-button nl-button--secondary" on:click=record>{tr(words::RECORD)}</button></p>
    }
}
