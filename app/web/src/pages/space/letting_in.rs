//! Somebody answered: the code to compare, and letting in or not.

use leptos::prelude::*;
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
    let known = table.own.map(|own| own.run(id));
    let (own, busy) = (RwSignal::new(known.unwrap_or(false)), RwSignal::new(false));
    let let_in = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn(async move {
            let outcome = table.here.app.let_in(&id, own.get_untracked()).await;
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
        {known.is_none().then(|| view! {
            <Choice
                legend=words::WHO
                choices=vec![(false, words::SOMEBODY, None), (true, words::MINE, None)]
                chosen=own
            />
        })}
        <div class="actions">
            <button type="button" class="nl-button nl-button--primary" on:click=let_in>{tr(words::SAME)}</button>
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
