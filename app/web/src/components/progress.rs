//! Something takes a moment: say what, without a spinner.

use leptos::prelude::*;
use rules::text::Text;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::tr;

#[component]
pub fn Progress(text: Text) -> impl IntoView {
    view! { <p class="progress" role="status"><Drawn icon=Icon::Saving /> {tr(text)}</p> }
}
