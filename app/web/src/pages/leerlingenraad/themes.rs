//! What happens with it: each theme on its way from heard to discussed to decided and back to the children, and the sheet
//! for the children (KIND-8, STM-04).

use chrono::Datelike;
use leptos::prelude::*;
use model::about::Kind;
use model::leerlingenraad::{Command, Decision, Stage, Theme, ThemeChange, Words};
use model::tekening::world::Spot;
use rules::text::Text;

use super::frame::RoomPage;
use super::overview::age_says;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::components::segmented::Segmented;
use crate::components::shared_text::SharedText;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::state::ledger::Where;
use crate::state::werkgebied::Area;
use crate::texts::leerlingenraad::{self as words, themes as texts};

pub fn page(room: Room) -> AnyView {
    let area = Area::follow(room.app, &Where::Current(Kind::Werkgebied), room.today.year());
    let ids = room.memo(|view| {
        view.themes.iter().filter(|one| !one.gone).map(|one| one.id.clone()).collect::<Vec<_>>()
    });
    view! {
        <RoomPage room title=words::THEMES>
            <p class="nl-paragraph nl-paragraph--lead screen-only">{tr(texts::LEAD)}</p>
            <Sheet room />
            <Show when=move || ids.with(Vec::is_empty)><p class="nl-paragraph screen-only">{tr(texts::NONE)}</p></Show>
            <ul class="cards screen-only">
                <For each=move || ids.get() key=|id| id.clone() let:id><One room area id /></For>
            </ul>
            <Add room />
        </RoomPage>
    }
    .into_any()
}

#[component]
fn Add(room: Room) -> impl IntoView {
    let lang = use_lang();
    let council = RwSignal::new(String::new());
    let spot = RwSignal::new(Spot::Klas.slug().to_owned());
    let councils = room.memo(|view| {
        let one = |one: &model::leerlingenraad::Council| (one.id.clone(), one.title.clone());
        view.present().rev().map(one).collect::<Vec<_>>()
    });
    Effect::new(move || {
        let first = councils.with(|all| all.first().map(|one| one.0.clone()));
        council.set(first.unwrap_or_default());
    });
    let add = move |title: String| {
        let spot = Spot::from_slug(&spot.get_untracked()).unwrap_or(Spot::Klas);
        let council = council.get_untracked();
        room.done(Command::AddTheme { id: random::id(), council, title, spot })
    };
    view! {
        <div class="screen-only">
            <Show when=move || !councils.with(Vec::is_empty) fallback=move || view! { <p class="nl-paragraph">{tr(texts::NO_COUNCIL)}</p> }>
                <div class="new-card">
                    <div class="row">
                        <Choose label=texts::COUNCIL options=councils chosen=council on_choose=move |id| council.set(id) />
                        <Choose label=texts::PLACE options=spots(lang) chosen=spot on_choose=move |slug| spot.set(slug) />
                    </div>
                    <AddLine label=texts::ADD hint=texts::ADD_HINT on_add=add />
                </div>
            </Show>
        </div>
    }
}

/// The places of the world as options.
pub fn spots(lang: Signal<rules::text::Lang>) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let one = |one: &Spot| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        Spot::ALL.iter().map(one).collect()
    })
}

const fn next(stage: Stage) -> Text {
    match stage {
        Stage::Heard => texts::NEXT_HEARD,
        Stage::Discussed => texts::NEXT_DISCUSSED,
        Stage::Decided => texts::NEXT_DECIDED,
        Stage::Told => texts::NEXT_TOLD,
    }
}

#[component]
fn One(room: Room, area: Area, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let theme = room.memo(move |view| id.with_value(|id| view.theme(id).cloned()));
    let of = move |read: fn(&Theme) -> String| {
        Signal::from(Memo::new(move |_| {
            theme.with(|one| one.as_ref().map(read).unwrap_or_default())
        }))
    };
    let title = of(|one| one.title.clone());
    let stage =
        Memo::new(move |_| theme.with(|one| one.as_ref().map_or(Stage::Heard, Theme::stage)));
    let set = move |change| room.act(Command::SetTheme { id: id.get_value(), change });
    let today = room.today;
    let age = room.memo(move |view| {
        let open = view.unanswered(today);
        id.with_value(|id| open.iter().find(|(one, _)| one.id == *id).map(|(_, age)| *age))
    });
    let steps = Stage::ALL.map(|step| {
        let here = move || (stage.get() >= step).to_string();
        view! { <li class="stage" data-done=here>{tr(step.label())}</li> }
    });
    let day = move |read: fn(&Theme) -> Option<chrono::NaiveDate>| {
        let day = Memo::new(move |_| theme.with(|one| one.as_ref().and_then(read)));
        Signal::derive(move || day.get())
    };
    let decision =
        Signal::derive(move || theme.with(|one| one.as_ref().and_then(|one| one.decision)));
    let decisions: Vec<(Option<Decision>, Text)> = Decision::ALL
        .iter()
        .map(|one| (Some(*one), one.label()))
        .chain(std::iter::once((None, texts::NOT_YET)))
        .collect();
    let used = move || theme.with(|one| one.as_ref().is_some_and(|one| one.used));
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{title}</h2>
            <ol class="stages">{steps}</ol>
            <p class="card__about">
                {move || next(stage.get()).get(lang.get())}
                {move || age.get().map(|age| format!(" ({})", age_says(age, lang.get())))}
            </p>
            <Agenda room area theme />
            <details class="more">
                <summary class="more__open">{tr(texts::CHANGE)}<span class="visually-hidden">": "{title}</span></summary>
                <Text room about=title words=Words::Heard(id.get_value()) label=texts::HEARD value=of(|one| one.heard.clone()) />
                <Field label=texts::BY hint=texts::BY_HINT value=of(|one| one.by.clone()) on_change=move |text| set(ThemeChange::By(text)) />
                <DayField label=texts::DISCUSSED value=day(|one| one.discussed) on_change=move |day| set(ThemeChange::Discussed(day)) about=title />
                <Segmented legend=texts::DECISION choices=decisions chosen=decision on_choose=move |one| set(ThemeChange::Decision(one)) />
                <Text room about=title words=Words::Why(id.get_value()) label=texts::WHY value=of(|one| one.why.clone()) />
                <Text room about=title words=Words::Back(id.get_value()) label=texts::BACK value=of(|one| one.back.clone()) />
                <DayField label=texts::TOLD value=day(|one| one.told) on_change=move |day| set(ThemeChange::Told(day)) about=title />
                <label class="pick">
                    <input type="checkbox" class="pick__input" prop:checked=used on:change=move |_| set(ThemeChange::Used(!used())) />
                    <span class="pick__name">{tr(texts::USED)}</span>
                </label>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(ThemeChange::Gone(true))>
                    {tr(texts::REMOVE)}<span class="visually-hidden">": "{title}</span>
                </button>
            </details>
        </li>
    }
}

/// Puts the theme beside the agenda of the next meeting of the werkgebied that lies open, while nobody talked about it.
#[component]
fn Agenda(room: Room, area: Area, theme: Memo<Option<Theme>>) -> impl IntoView {
    let lang = use_lang();
    let today = room.today;
    let next = Memo::new(move |_| {
        let view = area.ledger.view.get()?;
        view.next_meeting(today).map(|one| (one.id.clone(), view.name.clone()))
    });
    let heard =
        move || theme.with(|one| one.as_ref().is_some_and(|one| one.stage() == Stage::Heard));
    let lies = Memo::new(move |_| {
        let (id, _) = next.get()?;
        let item = theme.with(|one| one.as_ref().map(Theme::item_id))?;
        let view = area.meeting(&id).view.get().filter(|view| !view.is_empty)?;
        Some(view.item(&item).is_some())
    });
    let put = move |_| {
        let Some((id, _)) = next.get_untracked() else { return };
        let command =
            theme.with_untracked(|one| one.as_ref().map(|one| one.propose(lang.get_untracked())));
        if let Some(command) = command {
            room.ran(area.meeting(&id), &command);
        }
    };
    let name = move || next.with(|next| next.as_ref().map(|(_, name)| name.clone()));
    view! {
        <Show when=move || heard() && lies.get() == Some(false)>
            <p>
                <button type="button" class="nl-button nl-button--secondary" on:click=put>{tr(texts::TO_AGENDA)}" "<bdi>{name}</bdi></button>
            </p>
        </Show>
        <Show when=move || lies.get() == Some(true)>
            <p class="marks">{tr(texts::ON_AGENDA)}" "<bdi>{name}</bdi></p>
        </Show>
    }
}

#[component]
fn Text(
    room: Room,
    about: Signal<String>,
    words: Words,
    label: Text,
    value: Signal<String>,
) -> impl IntoView {
    let write = move |text: String| room.write(words.clone(), text);
    view! { <SharedText label about value on_type=write on_rest=move || room.voices.councils.commit_typing() /> }
}

/// The sheet for the children: what they said, what was decided and why, in their language. It prints by itself.
#[component]
fn Sheet(room: Room) -> impl IntoView {
    let lang = use_lang();
    // The council of which the sheet is: the last one unless somebody chose.
    let choice = RwSignal::new(String::new());
    let councils = room.memo(|view| {
        view.answered().map(|one| (one.id.clone(), one.title.clone())).collect::<Vec<_>>()
    });
    let of = Memo::new(move |_| {
        let chosen = choice.get();
        councils.with(|all| {
            let found = all.iter().find(|one| one.0 == chosen).or(all.first());
            found.cloned().unwrap_or_default()
        })
    });
    let decided = Memo::new(move |_| {
        let (of, _) = of.get();
        room.of(|view| view.answers_of(&of).cloned().collect::<Vec<Theme>>())
    });
    let shown = move || {
        decided.get().into_iter().map(|one| {
            let lang = lang.get();
            let why = one.answer().to_owned();
            let answer = one.decision.map(|one| one.label().get(lang));
            view! {
                <li class="answer">
                    <h3 class="answer__title">{one.title.clone()}</h3>
                    <p><span class="answer__head">{texts::POSTER_SAID.get(lang)}</span>{one.heard.clone()}</p>
                    <p><span class="answer__head">{texts::POSTER_DID.get(lang)}</span>{answer}</p>
                    <p><span class="answer__head">{texts::POSTER_WHY.get(lang)}</span>{why}</p>
                </li>
            }
        })
        .collect_view()
    };
    view! {
        <section class="answers" aria-labelledby="voor-kinderen">
            <p class="next__eyebrow screen-only">{tr(texts::POSTER)}</p>
            <Show when=move || councils.with(|all| all.len() > 1)>
                <div class="screen-only">
                    <Choose label=texts::POSTER_OF options=councils chosen=Signal::derive(move || of.get().0) on_choose=move |id| choice.set(id) />
                </div>
            </Show>
            <h2 id="voor-kinderen" class="answers__title">{tr(texts::POSTER_TITLE)}</h2>
            <p class="answers__council"><bdi>{move || of.get().1}</bdi></p>
            <Show when=move || decided.with(Vec::is_empty)><p class="nl-paragraph">{tr(texts::POSTER_EMPTY)}</p></Show>
            <ul class="answers__list">{shown}</ul>
        </section>
    }
}
