//! Vandaag: what waits for you, the most urgent as one next step, and nothing where nothing waits.

use leptos::prelude::*;
use leptos_router::components::A;
use model::about::Kind;
use model::vandaag::Reminder;

use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::routes::room_of;
use crate::state::AppState;
use crate::state::sharing::SpaceShown;
use crate::texts::{shell, today as words};
use rules::text::Text;

pub mod said;
pub mod waiting;

use said::said;
use waiting::{Waits, waits};

/// So many of what waits stand below the next step; the rest is one tap away.
const FEW: usize = 4;

#[component]
pub fn Today() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE_LOCAL, words::NOTE_LOCAL_BODY));
        kantlijn.put(Note::text(words::NOTE_MARGIN, words::NOTE_MARGIN_BODY));
    }
    let waiting = Waits::default();
    let all = waits(waiting);
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let here =
        Memo::new(move |_| AppState::get().and_then(|app| app.spaces.with(|all| at_work(all))));
    let go_on = move || here.get().map(|with| view! { <GoOn with /> });
    let begun = move || any.get() || here.with(Option::is_some);
    let also = move || if begun() { words::ALSO } else { words::BEGIN };
    let lang = use_lang();
    let looks = move || AppState::get().map(|app| view! { <waiting::Looks app to=waiting /> });
    view! {
        <Page title=tr_signal(shell::TODAY)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <WhenReady>
                {looks}
                <Show when=move || any.get() fallback=go_on>
                    <First all />
                    <Rest all />
                </Show>
            </WhenReady>
            <h2 class="nl-heading nl-heading--level-2">{move || also().get(lang.get())}</h2>
            <ul class="ways">
                <Other path="/werkgebied" name=words::AREA why=words::AREA_WHY />
                <Other path="/school" name=words::SCHOOL why=words::SCHOOL_WHY />
                <Other path="/begroting" name=words::BUDGET why=words::BUDGET_WHY />
                <Other path="/leerlingenraad" name=words::VOICES why=words::VOICES_WHY />
                <Other path="/regels" name=words::RULES why=words::RULES_WHY />
                <Other path="/delen" name=words::COPY why=words::COPY_WHY />
            </ul>
        </Page>
    }
}

/// The most urgent of what waits.
#[component]
fn First(all: Memo<Vec<Reminder>>) -> impl IntoView {
    let lang = use_lang();
    let one = move || {
        let first = all.with(|all| all.first().cloned())?;
        let says = said(&first, lang.get());
        Some(view! {
            <h2 id="volgende-stap" class="nl-heading nl-heading--level-2 next__title"><bdi>{says.title}</bdi></h2>
            <p class="nl-paragraph">{says.about}"."</p>
            <A href=first.target.address(first.space) attr:class="nl-button nl-button--primary">
                <span class="nl-button__label">{says.go}</span>
                <Drawn icon=Icon::Forward />
            </A>
        })
    };
    view! {
        <section class="next" aria-labelledby="volgende-stap">
            <p class="next__eyebrow">{tr(words::WAITING)}</p>
            {one}
        </section>
    }
}

/// What waits after that.
#[component]
fn Rest(all: Memo<Vec<Reminder>>) -> impl IntoView {
    let lang = use_lang();
    let line = move |one: Reminder| {
        let says = said(&one, lang.get());
        view! {
            <li class="ways__item">
                <A href=one.target.address(one.space) attr:class="nl-link ways__link"><bdi>{says.title}</bdi></A>
                <p class="ways__why">{says.about}"."</p>
            </li>
        }
    };
    let few = move || {
        let few: Vec<Reminder> = all.with(|all| all.iter().skip(1).take(FEW).cloned().collect());
        few.into_iter().map(line).collect_view()
    };
    let more = move || {
        let more: Vec<Reminder> = all.with(|all| all.iter().skip(1 + FEW).cloned().collect());
        more.into_iter().map(line).collect_view()
    };
    let count = Memo::new(move |_| all.with(Vec::len));
    view! {
        <Show when=move || { count.get() > 1 }>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::THEN)}</h2>
            <ul class="ways waiting">{few}</ul>
        </Show>
        <Show when=move || { count.get() > 1 + FEW }>
            <details class="more">
                <summary>{tr(words::MORE)}" ("{move || count.get() - 1 - FEW}")"</summary>
                <ul class="ways">{more}</ul>
            </details>
        </Show>
    }
}

/// What somebody is at work on here, when nothing waits: one of the first of these kinds that there is.
const AT_WORK: [Kind; 5] =
    [Kind::Begroting, Kind::School, Kind::Werkgebied, Kind::Leerlingenraad, Kind::Dossier];

fn at_work(all: &[SpaceShown]) -> Option<SpaceShown> {
    let written = || all.iter().filter(|one| !one.draft);
    AT_WORK.iter().find_map(|kind| written().find(|one| one.kind == *kind)).cloned()
}

/// Where nothing waits: to go on with what is here.
#[component]
fn GoOn(with: SpaceShown) -> impl IntoView {
    let lang = use_lang();
    let (path, _, open) = room_of(&with.kind)?;
    let name = move || match with.kind {
        // A child's name does not stand on a page that lies open.
        Kind::Dossier => words::A_DOSSIER.get(lang.get()).to_owned(),
        _ => with.name(lang.get()),
    };
    Some(view! {
        <section class="next" aria-labelledby="volgende-stap">
            <p class="next__eyebrow">{tr(words::GO_ON)}</p>
            <h2 id="volgende-stap" class="nl-heading nl-heading--level-2 next__title"><bdi>{name}</bdi></h2>
            <A href=path attr:class="nl-button nl-button--primary">
                <span class="nl-button__label">{tr(open)}</span>
                <Drawn icon=Icon::Forward />
            </A>
        </section>
    })
}

#[component]
fn Other(path: &'static str, name: Text, why: Text) -> impl IntoView {
    view! {
        <li class="ways__item">
            <A href=path attr:class="nl-link ways__link">{tr(name)}</A>
            <p class="ways__why">{tr(why)}</p>
        </li>
    }
}
