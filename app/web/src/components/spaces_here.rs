//! The spaces of one kind that are on this device, to lay another one open; nothing when there is none. What a room is
//! begun with stands in the room itself.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::about::Kind;
use rules::text::Text;

use crate::components::icon::Drawn;
use crate::i18n::tr;
use crate::platform::spawn;
use crate::routes::room_of;
use crate::state::AppState;

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
