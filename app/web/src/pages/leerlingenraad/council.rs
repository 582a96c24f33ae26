//! Preparing a council: what it is about, what is asked and how, and what it begins with.

use leptos::prelude::*;
use leptos_router::components::A;
use model::inbreng::Way;
use model::leerlingenraad::questions::Group;
use model::leerlingenraad::{
    Command, CouncilChange, Decision, QuestionChange, Stage, Theme, Words,
};

use super::frame::{CouncilPage, list};
use super::picture::before::Hung;
use super::room::Council;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::shared_text::SharedText;
use crate::components::world::World;
use crate::i18n::{tr, use_lang};
use crate::platform::{page, random};
use crate::texts::leerlingenraad::{self as words, council as texts, picture};
use crate::texts::werkgebied::agenda;

pub fn page(council: Council) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_QUESTIONS, words::NOTE_QUESTIONS_BODY));
    }
    view! {
        <CouncilPage council title=texts::PREPARE>
            <About council />
            <Questions council />
            <Opening council />
            <TookPlace council />
            <p>
                <A href=move || council.path("/gids") attr:class="nl-button nl-button--primary">
                    <span class="nl-button__label">{tr(texts::TO_GUIDE)}</span> <Drawn icon=Icon::Forward />
                </A>
            </p>
        </CouncilPage>
    }
    .into_any()
}

/// Whether it took place, for who knows: laying down says it by itself. What was held is not taken away.
#[component]
fn TookPlace(council: Council) -> impl IntoView {
    let today = council.room.today;
    let set = move |change| {
        council.room.act(Command::SetCouncil { id: council.id.get_untracked(), change });
    };
    let held = council.memo(|one| one.held);
    let gone = council.memo(|one| one.gone);
    let asked = council.memo(move |one| one.held || one.is_unsaid(today));
    let title = council.text(|one| one.title.clone());
    let text = move || if gone.get() { texts::PUT_BACK } else { texts::REMOVE_COUNCIL };
    let (is_it, why) = (
        move || if asked.get() { texts::TOOK_PLACE } else { texts::NOT_ON },
        move || match (gone.get(), asked.get()) {
            (true, _) => texts::REMOVED_HERE,
            (_, true) => texts::TOOK_PLACE_WHY,
            (_, false) => texts::NOT_ON_WHY,
        },
    );
    let lang = use_lang();
    view! {
        <section aria-labelledby="geweest-raad">
            <h2 id="geweest-raad" class="nl-heading nl-heading--level-2">{move || is_it().get(lang.get())}</h2>
            <p class="nl-paragraph">{move || why().get(lang.get())}</p>
            <Show when=move || asked.get() && !gone.get()>
                <label class="pick">
                    <input type="checkbox" class="pick__input" prop:checked=held on:change=move |_| set(CouncilChange::Held(!held.get_untracked())) />
                    <span class="pick__name">{tr(texts::HELD)}</span>
                </label>
            </Show>
            <Show when=move || !held.get()>
                <p>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(CouncilChange::Gone(!gone.get_untracked()))>
                        {move || text().get(lang.get())}<span class="visually-hidden">": "{title}</span>
                    </button>
                </p>
            </Show>
        </section>
    }
}

#[component]
fn About(council: Council) -> impl IntoView {
    let lang = use_lang();
    let set = move |change| {
        council.room.act(Command::SetCouncil { id: council.id.get_untracked(), change });
    };
    let on = council.memo(|one| one.on);
    let groups = Signal::derive(move || {
        let one = |one: &Group| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        Group::ALL.iter().map(one).collect::<Vec<_>>()
    });
    let group = council.text(|one| one.group.slug().to_owned());
    view! {
        <section aria-labelledby="over-raad">
            <h2 id="over-raad" class="nl-heading nl-heading--level-2">{tr(texts::ABOUT)}</h2>
            <Field label=texts::TITLE value=council.text(|one| one.title.clone()) on_change=move |text| set(CouncilChange::Title(text)) />
            <div class="row">
                <DayField label=words::DAY value=on on_change=move |day| { day.into_iter().for_each(|day| set(CouncilChange::On(day))); } />
                <Choose label=words::GROUP options=groups chosen=group on_choose=move |slug| { Group::from_slug(&slug).into_iter().for_each(|group| set(CouncilChange::Group(group))); } />
            </div>
            <Field label=texts::SCHOOLS value=council.text(|one| one.schools.clone()) on_change=move |text| set(CouncilChange::Schools(text)) />
        </section>
    }
}

#[component]
fn Questions(council: Council) -> impl IntoView {
    let ids = council.memo(|one| one.asked().map(|one| one.id.clone()).collect::<Vec<_>>());
    let gone = council.memo(|one| {
        let gone = one.questions.iter().filter(|one| one.gone);
        gone.map(|one| one.id.clone()).collect::<Vec<_>>()
    });
    let add = move |own: String| {
        let (id, council_id) = (random::id(), council.id.get_untracked());
        council.room.done(Command::AddQuestion { id, council: council_id, standard: None, own })
    };
    view! {
        <section aria-labelledby="vragen-raad">
            <h2 id="vragen-raad" class="nl-heading nl-heading--level-2">{tr(texts::QUESTIONS)}</h2>
            <p class="nl-paragraph">{tr(texts::QUESTIONS_LEAD)}</p>
            <ol class="cards">
                <For each=move || ids.get() key=|id| id.clone() let:id><Question council id /></For>
            </ol>
            <AddLine label=texts::OWN hint=texts::OWN_HINT on_add=add />
            <Show when=move || gone.with(|all| !all.is_empty())>
                <details class="more">
                    <summary class="more__open">{tr(texts::REMOVED)}</summary>
                    <ul class="plain">
                        <For each=move || gone.get() key=|id| id.clone() let:id><Gone council id /></For>
                    </ul>
                </details>
            </Show>
        </section>
    }
}

/// What became of what the children of the council before said: how this one begins (KIND-8).
#[component]
pub fn LastTime(council: Council) -> impl IntoView {
    let lang = use_lang();
    let title = Memo::new(move |_| {
        let id = council.id.get();
        council.room.of(|view| view.before(&id).map(|one| one.title.clone()))
    });
    let themes = Memo::new(move |_| {
        let id = council.id.get();
        council.room.of(|view| {
            let before = view.before(&id).map(|one| one.id.as_str()).unwrap_or_default();
            view.themes_of(before).cloned().collect::<Vec<_>>()
        })
    });
    let one = move |one: Theme| {
        let title = one.title.clone();
        let says = move || {
            let decided = (one.stage() >= Stage::Decided).then_some(one.decision).flatten();
            let decided = decided.map_or(texts::NOT_DECIDED, Decision::label).get(lang.get());
            [decided, one.answer()].join(". ")
        };
        view! { <li><strong>{title}</strong>": "{says}</li> }.into_any()
    };
    view! {
        <Show when=move || themes.with(|all| !all.is_empty())>
            <h3 class="nl-heading nl-heading--level-3">{tr(texts::LAST_TIME)}": "<bdi>{title}</bdi></h3>
            <ul class="guide__list">{list(themes, one)}</ul>
        </Show>
    }
}

#[component]
fn Gone(council: Council, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let asks = Signal::derive(move || id.with_value(|id| council.asks(id, lang.get())));
    let back = move |_| {
        let change = QuestionChange::Gone(false);
        council.room.act(Command::SetQuestion { id: id.get_value(), change });
    };
    view! {
        <li>
            {asks} " "
            <button type="button" class="nl-button nl-button--subtle" on:click=back>
                {tr(texts::PUT_BACK)}<span class="visually-hidden">": "{asks}</span>
            </button>
        </li>
    }
}

#[component]
fn Question(council: Council, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let asks = Signal::derive(move || id.with_value(|id| council.asks(id, lang.get())));
    let ways = council.memo(move |one| {
        let found = id.with_value(|id| one.questions.iter().find(|other| other.id == *id));
        found.map(|found| found.ways.clone()).unwrap_or_default()
    });
    let set = move |change| council.room.act(Command::SetQuestion { id: id.get_value(), change });
    // What children were asked stays as it was asked.
    let held = council.memo(|one| one.held);
    let checks = Way::ALL.iter().map(|way| {
        let on = move || ways.with(|ways| ways.contains(way));
        view! {
            <label class="pick">
                <input type="checkbox" class="pick__input" prop:checked=on on:change=move |_| set(QuestionChange::Way(*way, !on())) />
                <span class="pick__name">{tr(way.label())}</span>
            </label>
        }
    });
    view! {
        <li class="card">
            <p class="card__question">{asks}</p>
            <Show when=move || !held.get()>
                <details class="more">
                    <summary class="more__open">{tr(texts::OTHER_WORDS)}<span class="visually-hidden">": "{asks}</span></summary>
                    <Field label=texts::IN_OWN_WORDS hint=texts::IN_OWN_WORDS_HINT value=asks on_change=move |own| set(QuestionChange::Own(own)) />
                </details>
                <Move council id asks later=false />
                <Move council id asks later=true />
            </Show>
            <fieldset class="checks">
                <legend class="checks__legend">{tr(texts::WAYS)}<span class="visually-hidden">": "{asks}</span></legend>
                {checks.collect_view()}
            </fieldset>
            <Show when=move || ways.with(|ways| ways.len() < 3)><p class="marks">{tr(texts::FEW_WAYS)}</p></Show>
            <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(QuestionChange::Gone(true))>
                {tr(texts::REMOVE)}<span class="visually-hidden">": "{asks}</span>
            </button>
        </li>
    }
}

/// Asks a question one place earlier or later, where there is one.
#[component]
fn Move(
    council: Council,
    id: StoredValue<String>,
    asks: Signal<String>,
    later: bool,
) -> impl IntoView {
    let command = council.memo(move |one| id.with_value(|id| one.moved(id, later)));
    let (icon, name) = if later { (Icon::Down, agenda::DOWN) } else { (Icon::Up, agenda::UP) };
    let go = move |_| {
        let Some(command) = command.get_untracked() else { return };
        council.room.act(command);
        // The card moves in the page, and takes the focus away from its button.
        request_animation_frame(move || {
            let way = if later { "neer" } else { "op" };
            let _ = page::focus(&format!("[data-way=\"{way}-{}\"]", id.get_value()));
        });
    };
    let way = format!("{}-{}", if later { "neer" } else { "op" }, id.get_value());
    view! {
        <Show when=move || command.with(Option::is_some)>
            <button type="button" class="nl-button nl-button--subtle" data-way=way.clone() on:click=go>
                <Drawn icon /> {tr(name)}<span class="visually-hidden">": "{asks}</span>
            </button>
        </Show>
    }
}

/// The picture of last time, and what adults promised.
#[component]
fn Opening(council: Council) -> impl IntoView {
    let lang = use_lang();
    let room = council.room;
    let layer = Memo::new(move |_| {
        let view = room.tekening.get()?;
        let own = view.place_of(&council.id.get()).unwrap_or(view.layers.len());
        own.checked_sub(1)
    });
    let hung = Hung::follow(room, move || layer.get());
    let before = move || {
        let (view, layer, framed) = (room.tekening.get()?, layer.get()?, hung.shown.get());
        Some(view! {
            <div class="world-frame world-frame--small"><World view layer name=picture::NAME.get(lang.get()) framed /></div>
            <p><A href="/leerlingenraad/tekening" attr:class="nl-link">{tr(texts::SEE_PICTURE)}</A></p>
        }
        .into_any())
    };
    let none = move || view! { <p class="nl-paragraph">{tr(texts::NO_PICTURE)}</p> }.into_any();
    let promised = council.text(|one| one.promised.clone());
    let write = move |text: String| room.write(Words::Promised(council.id.get_untracked()), text);
    view! {
        <section aria-labelledby="begin-raad">
            <h2 id="begin-raad" class="nl-heading nl-heading--level-2">{tr(texts::OPENING)}</h2>
            <p class="nl-paragraph">{tr(texts::OPENING_LEAD)}</p>
            {move || before().unwrap_or_else(none)}
            <LastTime council />
            <SharedText label=texts::PROMISED value=promised on_type=write on_rest=move || room.voices.councils.commit_typing() />
        </section>
    }
}
