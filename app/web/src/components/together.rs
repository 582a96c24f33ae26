//! The ways to work on something with others: inviting, handing on without a network, and another one of its kind.

use leptos::prelude::*;
use leptos_router::components::A;
use replica::id::SpaceId;
use rules::text::Text;

use crate::i18n::tr;
use crate::texts::werkgebied as words;

/// `space` is what lies open; `other` names the way to `choose` another one.
#[component]
pub fn Together(
    space: Signal<Option<SpaceId>>,
    invite: Text,
    invite_why: Text,
    other: Text,
    choose: &'static str,
) -> impl IntoView {
    let share =
        move || space.get().map_or_else(|| "/delen".to_owned(), |id| format!("/delen/{id}"));
    view! {
        <section class="part" aria-labelledby="samen">
            <h2 id="samen" class="nl-heading nl-heading--level-2">{tr(words::TOGETHER)}</h2>
            <ul class="ways">
                <li class="ways__item">
                    <A href=share attr:class="nl-link ways__link">{tr(invite)}</A>
                    <p class="ways__why">{tr(invite_why)}</p>
                </li>
                <li class="ways__item">
                    <A href="/doorgeven" attr:class="nl-link ways__link">{tr(words::HAND_ON)}</A>
                    " " {tr(words::OR)} " "
                    <A href="/overnemen" attr:class="nl-link ways__link">{tr(words::TAKE_OVER)}</A>
                    <p class="ways__why">{tr(words::HAND_ON_WHY)}</p>
                </li>
                <li class="ways__item">
                    <A href=choose attr:class="nl-link ways__link">{tr(other)}</A>
                </li>
            </ul>
        </section>
    }
}
