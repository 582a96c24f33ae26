//! The spaces of one kind that are on this device, to lay another one open; nothing when there is none. What a room is
//! begun with stands in the room itself.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use model::about::Kind;
use model::spaces::Coming;
use rules::text::Text;

use crate::components::alert::{Alert, Tone};
use crate::components::icon::Drawn;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::spawn;
use crate::routes::room_of;
use crate::state::AppState;
use crate::texts::sharing::coming as words;

/// Goes to the room of the space that was chosen.
#[component]
pub fn SpacesHere(kind: Kind, heading: Text) -> impl IntoView {
    let (app, (path, icon, _)) = (AppState::get()?, room_of(&kind)?);
    let here = Memo::new(move |_| {
        let all = app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == kind && !one.draft);
        of_kind.map(|one| (one.id, one.title)).collect::<Vec<_>>()
    });
    let navigate = use_navigate();
    let open = StoredValue::new_local(move |id| {
        let navigate = navigate.clone();
        spawn(async move {
            if app.lay_open_space(id).await.is_ok() {
                navigate(path, Default::default());
            }
        });
    });
    Some(view! {
        <OnTheirWay app />
        <Show when=move || here.with(|all| !all.is_empty())>
            <h2 class="nl-heading nl-heading--level-2">{tr(heading)}</h2>
            <ul class="people">
                <For each=move || here.get() key=|one| one.clone() let:one>
                    <li>
                        <button type="button" class="people__choice" on:click=move |_| open.with_value(|open| open(one.0))>
                            <Drawn icon=icon /> {one.1.clone()}
                        </button>
                    </li>
                </For>
            </ul>
        </Show>
    })
}

/// Spaces that somebody invited this device to: what waits for whom, so that nobody begins a second one meanwhile.
#[component]
fn OnTheirWay(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let coming = Memo::new(move |_| {
        app.revision.track();
        app.spaces.track();
        app.coming()
    });
    let says = move |one: &Coming| {
        let (lang, (named, nameless)) = (
            lang.get(),
            if one.is_let_in {
                (words::COMES, words::COMES_NAMELESS)
            } else {
                (words::ASKED, words::ASKED_NAMELESS)
            },
        );
        if one.title.is_empty() {
            nameless.get(lang).to_owned()
        } else {
            named.get(lang).replacen("{}", &one.title, 1)
        }
    };
    let lines = move || {
        let all = coming.get().into_iter();
        all.map(|one| view! { <li><bdi>{says(&one)}</bdi></li> }).collect_view()
    };
    view! {
        <Show when=move || coming.with(|all| !all.is_empty())>
            <Alert tone=Tone::Waiting title=tr_signal(words::ON_ITS_WAY)>
                <ul class="list">{lines}</ul>
                <p class="nl-paragraph">{tr(words::DO_NOT_BEGIN)}</p>
                <A href="/meedoen" attr:class="nl-button nl-button--primary">{tr(words::LOOK)}</A>
            </Alert>
        </Show>
    }
}
