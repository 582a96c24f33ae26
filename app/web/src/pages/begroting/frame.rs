//! What every part of the budget shares: its name, that it is an exercise, the way to the other parts, undo and print.

use leptos::prelude::*;
use rules::text::Text;

use super::sector::Partnership;
use super::versions::Waiting;
use super::which::{MayOnlyRead, WhichBudget};
use super::work::Work;
use crate::components::alert::{Alert, Tone};
use crate::components::page::Page;
use crate::components::parts::Parts;
use crate::components::tools::Tools;
use crate::i18n::{tr, use_lang};
use crate::texts::begroting as words;

const PARTS: [(&str, Text); 6] = [
    ("/begroting", words::OVERVIEW),
    ("/begroting/keuzes", words::CHOICES),
    ("/begroting/gegevens", words::DATA),
    ("/begroting/scenarios", words::SCENARIOS),
    ("/begroting/werkgebieden", words::AREAS),
    ("/begroting/terugblik", words::HISTORY),
];

/// One part of the budget.
#[component]
pub fn BudgetPage(work: Work, title: Text, children: Children) -> impl IntoView {
    let lang = use_lang();
    let heading = Signal::derive(move || format!("{}: {}", title.get(lang.get()), work.name()));
    let back = Callback::new(move |undo: bool| if undo { work.undo() } else { work.redo() });
    view! {
        <Page title=heading wide=true>
            <div class="budget">
                <div class="budget__top">
                    <p class="budget__exercise">{tr(words::EXERCISE)}</p>
                    <Tools can_undo=Signal::derive(move || work.can_undo()) can_redo=Signal::derive(move || work.can_redo()) back />
                </div>
                <WhichBudget work />
                <Partnership work />
                <Parts parts=&PARTS label=words::PARTS />
                <MayOnlyRead work />
                <Problem work />
                <Waiting work />
                {children()}
            </div>
        </Page>
    }
    .into_any()
}

/// Why the last change was not made.
#[component]
fn Problem(work: Work) -> impl IntoView {
    let lang = use_lang();
    let title = move || work.problem.get().map_or("", |text| text.get(lang.get())).to_owned();
    view! {
        <Show when=move || work.problem.get().is_some()>
            <Alert tone=Tone::Waiting title=Signal::derive(title)>""</Alert>
        </Show>
    }
}
