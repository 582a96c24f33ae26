//! What the budget of the samenwerkingsverband says about the money of a school, when that budget is on this device (BAS-06).

use leptos::prelude::*;
use model::licht::Command;
use rules::budget::Item;
use rules::money::Money;
use rules::notation;

use super::money::Purse;
use crate::components::field::{Field, Kind};
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::state::budget;
use crate::texts::school::money as own;

/// The amount per pupil and the fixed amount per school of a year, as the budget has them.
#[derive(Clone, Copy, PartialEq)]
struct Agreed {
    per_pupil: Money,
    fixed: Option<Money>,
}

/// The sentence, and a sum that can be taken over once the number of pupils is filled in. That number is not kept.
#[component]
pub fn FromBudget(purse: Purse) -> impl IntoView {
    let lang = use_lang();
    let agreed = Memo::new(move |_| {
        let view = budget::get()?.at(0).view.get()?;
        let region = purse.room.of_school(|school| school.region.clone());
        if view.baseline.region != region {
            return None;
        }
        let cents = |item| {
            let input = view.baseline.get(item, purse.year.get())?;
            Some(Money::cents(input.value))
        };
        Some(Agreed { per_pupil: cents(Item::BasePerPupil)?, fixed: cents(Item::BaseFoot) })
    });
    let pupils = RwSignal::new(None::<i64>);
    let wrong = RwSignal::new(false);
    let count = move |text: String| match text.trim().parse::<i64>() {
        Ok(number) if (0..100_000).contains(&number) => {
            wrong.set(false);
            pupils.set(Some(number));
        }
        _ => wrong.set(true),
    };
    let sum = Memo::new(move |_| {
        let (agreed, pupils) = (agreed.get()?, pupils.get()?);
        let cents = agreed.per_pupil.as_cents().checked_mul(pupils)?;
        Some(Money::cents(cents) + agreed.fixed.unwrap_or(Money::ZERO))
    });
    let says = move || {
        let (agreed, lang) = (agreed.get()?, lang.get());
        let mut says =
            format!("{} {}.", own::BUDGET_SAYS.get(lang), notation::money(agreed.per_pupil, lang));
        if let Some(fixed) = agreed.fixed.filter(|fixed| *fixed > Money::ZERO) {
            says.push_str(&format!(
                " {} {}.",
                own::BUDGET_FIXED.get(lang),
                notation::money(fixed, lang)
            ));
        }
        Some(says)
    };
    let take = move |_| {
        purse.done(&Command::SetReceived { amount: sum.get_untracked() });
    };
    let there = Memo::new(move |_| agreed.with(Option::is_some));
    let counted = Memo::new(move |_| sum.with(Option::is_some));
    let amount = move || sum.get().map(|sum| notation::money(sum, lang.get()));
    view! {
        <Show when=move || there.get() fallback=|| view! { <p class="quiet">{tr(own::NO_BUDGET)}</p> }>
            <p class="nl-paragraph">{says}</p>
            <Field label=own::PUPILS hint=own::PUPILS_HINT kind=Kind::Number value=Signal::derive(move || pupils.get().map(|n| n.to_string()).unwrap_or_default()) error=tr_maybe(move || wrong.get().then_some(own::NO_COUNT)) on_change=count />
            <Show when=move || counted.get()>
                <button type="button" class="nl-button nl-button--secondary" on:click=take>{tr(own::TAKE)}" "<bdi>{amount}</bdi></button>
            </Show>
        </Show>
    }
}
