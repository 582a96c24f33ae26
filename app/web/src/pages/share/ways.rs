//! Geef door, Neem over, and coming in.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;
use crate::texts::recovery;
use crate::texts::sharing::overview as words;
use rules::text::Text;

#[component]
pub fn Ways() -> impl IntoView {
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::WAYS)}</h2>
        <ul class="ways ways--doors">
            <Way path="/doorgeven" icon=Icon::Upload name=words::GIVE why=words::GIVE_WHY />
            <Way path="/overnemen" icon=Icon::Download name=words::TAKE why=words::TAKE_WHY />
            <Way path="/meedoen" icon=Icon::Person name=words::INVITED why=words::INVITED_WHY />
            <Way path="/herstel" icon=Icon::Reset name=recovery::BACK why=recovery::BACK_WHY />
        </ul>
    }
}

#[component]
fn Way(path: &'static str, icon: Icon, name: Text, why: Text) -> impl IntoView {
    view! {
        <li class="ways__item">
            <A href=path attr:class="nl-button nl-button--secondary"><Drawn icon /> <span>{tr(name)}</span></A>
            <p class="ways__why">{tr(why)}</p>
        </li>
    }
}
