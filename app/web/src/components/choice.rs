//! A choice of a few with a line about each, and a list in which several can be chosen: native inputs in rows.

use leptos::prelude::*;
use replica::role::Role;
use rules::text::Text;

use crate::components::unique::unique;
use crate::i18n::tr;
use model::sharing::roles;

/// Which role, with what it may do.
#[component]
pub fn RoleChoice(legend: Text, chosen: RwSignal<Role>) -> impl IntoView {
    let choices = Role::ALL.map(|role| (role, roles::name(role), Some(roles::about(role))));
    view! { <Choice legend choices=choices.to_vec() chosen /> }
}

/// One of a few.
#[component]
pub fn Choice<T>(
    legend: Text,
    choices: Vec<(T, Text, Option<Text>)>,
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let group = unique("keuze");
    let option = |(value, name, about): (T, Text, Option<Text>)| {
        let group = group.clone();
        view! {
            <label class="pick">
                <input
                    type="radio"
                    class="pick__input"
                    name=group
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| chosen.set(value)
                />
                <span class="pick__name">
                    {tr(name)}
                    {about.map(|about| view! { <span class="pick__more">{tr(about)}</span> })}
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="picks">
            <legend class="segmented__legend">{tr(legend)}</legend>
            {choices.into_iter().map(option).collect_view()}
        </fieldset>
    }
}
