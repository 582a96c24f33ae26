//! Somebody answered: the code to compare, and letting in or not.

use leptos::prelude::*;
use model::dossier::Comes;
use model::spaces::InviteId;

use super::invite::Table;
use crate::components::choice::Choice;
use crate::i18n::tr;
use crate::platform::spawn;
use crate::texts::sharing::space as words;

#[component]
pub fn LettingIn(
    table: Table,
    id: InviteId,
    code: String,
    reveal: RwSignal<Option<Vec<u8>>>,
) -> impl IntoView {
    let (mine, busy) = (RwSignal::new(false), RwSignal::new(false));
    let asks = table.comes.is_none();
    // Asked again each time: a parent may take a yes back while the codes are compared.
    let comes = move || match table.comes {
        Some(comes) => comes.run(id),
        None if mine.get() => Comes::OwnDevice,
        None => Comes::Somebody,
    };
    let nobody = move || comes() == Comes::Nobody;
    let let_in = move |_| {
        let who = untrack(comes);
        if busy.get_untracked() || who == Comes::Nobody {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = table.here.app.let_in(&id, who == Comes::OwnDevice).await;
            let _ = busy.try_set(false);
            let _ = table.error.try_set(outcome.err());
        });
    };
    let refuse = move |_| {
        reveal.set(None);
        table.differed.set(true);
        table.end(id);
    };
    view! {
        <Code code />
        {asks.then(|| view! {
            <Choice
                legend=words::WHO
                choices=vec![(false, words::SOMEBODY, None), (true, words::MINE, None)]
                chosen=mine
            />
        })}
        <Show when=nobody><p class="nl-paragraph" role="status">{tr(words::FOR_NOBODY)}</p></Show>
        <div class="actions">
            <Show when=move || !nobody()>
                <button type="button" class="nl-button nl-button--primary" on:click=let_in>{tr(words::SAME)}</button>
            </Show>
            <button type="button" class="nl-button nl-button--secondary" on:click=refuse>{tr(words::DIFFERS)}</button>
        </div>
    }
}

/// The six digits, large, read out one by one.
#[component]
pub fn Code(code: String) -> impl IntoView {
    let digits = code.chars().filter(char::is_ascii_digit).map(String::from).collect::<Vec<_>>();
    let spoken = digits.join(" ");
    view! {
        <p class="short-code">
            <span class="visually-hidden">{tr(words::CODE)}": "{spoken}</span>
            <span aria-hidden="true">{code}</span>
        </p>
    }
}
