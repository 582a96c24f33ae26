//! What is left of the budget of a year, and what an amount that is about to be decided would do to it.

use leptos::prelude::*;
use model::afspraken::Spend;
use model::afspraken::money::{Check, check, left};
use rules::notation;
use rules::rule::Answer;

use super::room::Room;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::{RuleLines, RuleList};
use crate::i18n::{tr, use_lang};
use crate::texts::werkgebied::money as words;

/// "Over: € 4.000 van € 12.000", or that nobody filled in the budget.
#[component]
pub fn LeftLine(room: Room, year: Signal<i32>) -> impl IntoView {
    let lang = use_lang();
    let now = Memo::new(move |_| {
        let register = room.register.get();
        room.view.with(|view| view.as_ref().map(|view| left(view, &register, year.get())))
    });
    let says = move || {
        let (lang, left) = (lang.get(), now.get()?);
        let money = |amount| notation::money(amount, lang);
        Some(match (left.left(), left.budget) {
            (Some(over), Some(all)) => {
                format!(
                    "{} {} {} {}",
                    words::LEFT.get(lang),
                    money(over),
                    words::OF.get(lang),
                    money(all)
                )
            }
            _ => format!("{} {}", words::UNKNOWN.get(lang), money(left.spent)),
        })
    };
    view! { <p class="left"><bdi>{says}</bdi></p> }
}

/// What the rules say about an amount while it is filled in, what is left after it, and by which route.
#[component]
pub fn Effect(
    room: Room,
    spend: Signal<Option<Spend>>,
    instead_of: Signal<Option<String>>,
) -> impl IntoView {
    let lang = use_lang();
    let made = Memo::new_with_compare(
        move |_| {
            let (spend, register) = (spend.get()?, room.register.get());
            let instead = instead_of.get();
            let ask = |view: &model::werkgebied::View, context: &rules::rule::Context<'_>| {
                check(&spend, view, &register, instead.as_deref(), context)
            };
            room.with_rules(ask).flatten()
        },
        |_, _| true,
    );
    if let Some(margin) = Kantlijn::get() {
        let body = move || {
            let all = move || made.with(|made| made.as_ref().map(answers).unwrap_or_default());
            view! { <RuleList answers=all /> }.into_any()
        };
        margin.put(Note::view(words::RULES, body));
    }
    let says = move || {
        made.with(|made| {
            let (made, lang) = (made.as_ref()?, lang.get());
            let money = |amount| notation::money(amount, lang);
            let year = spend.with(|spend| spend.as_ref().map(|spend| spend.year))?;
            Some(match (made.after, made.short) {
                (Some(_), Some(short)) => {
                    format!(
                        "{} {}. {}",
                        words::SHORT.get(lang),
                        money(short),
                        words::SHORT_WHY.get(lang)
                    )
                }
                (Some(after), None) => {
                    format!("{} {year}: {}", words::AFTER.get(lang), money(after))
                }
                (None, _) => format!("{} {year}.", words::NO_BUDGET.get(lang)),
            })
        })
    };
    let open = move || {
        let open = made
            .with(|made| made.as_ref().map(|made| made.open().cloned().collect::<Vec<Answer>>()));
        open.unwrap_or_default()
    };
    view! {
        <p class="left" role="status"><bdi>{says}</bdi></p>
        <RuleLines answers=open />
        <p class="quiet">{tr(words::CHILD)}</p>
    }
}

fn answers(check: &Check) -> Vec<Answer> {
    std::iter::once(&check.route).chain(&check.rules).cloned().collect()
}
