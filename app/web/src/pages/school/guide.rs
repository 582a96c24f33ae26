//! What the school offers as parents read it: a page, a sheet A4, and a file that a school pastes in its guide.

use leptos::prelude::*;
use leptos_router::components::A;
use model::aanbod::{Line, Offer, View};
use model::out::offer;
use model::words::slug;
use rules::notation::date;
use rules::text::Text;

use super::frame::SchoolPage;
use super::offer::Offering;
use super::room::Room;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::i18n::{tr, use_lang};
use crate::platform::{files, page};
use crate::texts::general;
use crate::texts::school::{self as words, guide as own, offer as editing};
use crate::texts::werkgebied::files as out;

pub fn page(room: Room) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(editing::NO_RANK, editing::NO_RANK_BODY));
        margin.put(Note::rules(&["L-28", "SOP-05", "SOP-09"]));
    }
    let offering = Offering::of_year(room);
    let begun = offering.memo(|view| !view.is_empty);
    view! {
        <SchoolPage room title=words::OFFER quiet=true>
            <p class="meeting__up screen-only">
                <A href="/school/aanbod" attr:class="nl-link"><Drawn icon=Icon::Back /> {tr(own::UP)}</A>
            </p>
            <Show when=move || begun.get() fallback=|| view! { <p class="quiet">{tr(editing::EMPTY)}</p> }>
                <Sheet offering />
                <Files offering />
            </Show>
        </SchoolPage>
    }
    .into_any()
}

#[component]
fn Sheet(offering: Offering) -> impl IntoView {
    let lang = use_lang();
    let text =
        move |read: fn(&View) -> &String| offering.memo(move |view| read(view).trim().to_owned());
    let (short, basic) = (text(|view| &view.short), text(|view| &view.basic));
    let influence = text(|view| &view.influence);
    let lines = offering.memo(|view| view.lines.clone());
    let settled = offering.memo(|view| view.adopted);
    let says = move || {
        let lang = lang.get();
        match settled.get() {
            Some(day) => format!("{} {}.", own::ADOPTED.get(lang), date(day, lang)),
            None => own::DRAFT.get(lang).to_owned(),
        }
    };
    let rows = move || lines.get().into_iter().map(|line| view! { <One line /> }).collect_view();
    view! {
        <article class="gids">
            <p class="marks">{move || offering.room.year_name()}". "{says}</p>
            <p class="nl-paragraph nl-paragraph--lead gids__words">{short}</p>
            <Section title=own::BASIC text=basic />
            <h2 class="nl-heading nl-heading--level-2">{tr(own::NEEDS)}</h2>
            <dl class="gids__needs">{rows}</dl>
            <Section title=own::INFLUENCE text=influence />
            <p class="quiet">{tr(own::ASK)}</p>
        </article>
    }
}

#[component]
fn Section(title: Text, text: Memo<String>) -> impl IntoView {
    view! {
        <Show when=move || text.with(|text| !text.is_empty())>
            <h2 class="nl-heading nl-heading--level-2">{tr(title)}</h2>
            <p class="nl-paragraph gids__words">{text}</p>
        </Show>
    }
}

#[component]
fn One(line: Line) -> impl IntoView {
    let said = line.offer.map_or(editing::NOT_SAID, Offer::label);
    let words = line.words.trim().to_owned();
    view! {
        <dt class="gids__need">{tr(line.need.label())}</dt>
        <dd class="gids__said">
            <strong>{tr(said)}</strong>
            {(!words.is_empty()).then(|| view! { <p class="gids__words">{words}</p> })}
        </dd>
    }
}

/// Paper, a page for a site, and text for a guide.
#[component]
fn Files(offering: Offering) -> impl IntoView {
    let lang = use_lang();
    let refused = RwSignal::new(false);
    let save = move |ending: &str, mime: &str, make: fn(&View, rules::text::Lang) -> String| {
        let Some(view) = offering.view.get_untracked() else { return };
        let lang = lang.get_untracked();
        let name =
            format!("{}.{ending}", slug(&format!("{} {}", words::OFFER.get(lang), view.school)));
        refused.set(files::download(&name, mime, make(&view, lang).as_bytes()).is_err());
    };
    view! {
        <section class="out" aria-label=tr(out::OUT)>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| page::print()>
                    <Drawn icon=Icon::Print /> {tr(general::PRINT)}
                </button>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| save("html", "text/html;charset=utf-8", offer::page)>
                    <Drawn icon=Icon::Download /> {tr(own::AS_PAGE)}
                </button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| save("md", "text/markdown;charset=utf-8", offer::guide)>
                    <Drawn icon=Icon::Download /> {tr(out::MARKDOWN)}
                </button>
            </div>
            <p role="status">{move || refused.get().then(|| out::REFUSED.get(lang.get()))}</p>
        </section>
    }
}
