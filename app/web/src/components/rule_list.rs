//! What a group of rules says: those that speak, one line each. Those that do not apply here and now are counted and folded
//! away; they are never hidden.

use leptos::prelude::*;
use rules::rule::{Answer, Verdict};

use crate::components::fold::Fold;
use crate::components::why::RuleLine;
use crate::i18n::use_lang;
use crate::texts::plan as words;

/// `answers` is read again whenever what it reads changes.
#[component]
pub fn RuleList(answers: impl Fn() -> Vec<Answer> + Send + Sync + 'static) -> impl IntoView {
    let lang = use_lang();
    let all = Memo::new_with_compare(move |_| answers(), |_, _| true);
    let lines = move |silent: bool| {
        let all = all.get().into_iter();
        let wanted = all.filter(|one| (one.verdict == Verdict::NietVanToepassing) == silent);
        wanted.map(|answer| view! { <RuleLine answer /> }).collect_view()
    };
    let silent = Memo::new(move |_| {
        all.with(|all| all.iter().filter(|one| one.verdict == Verdict::NietVanToepassing).count())
    });
    let summary = move || words::silent(silent.get(), lang.get());
    view! {
        <ul class="plain">{move || lines(false)}</ul>
        <Show when=move || { silent.get() > 0 }>
            <Fold summary=summary>
                <ul class="plain">{move || lines(true)}</ul>
            </Fold>
        </Show>
    }
}

/// Rules that are asked one by one: each that answers has its line.
#[component]
pub fn RuleLines(answers: impl Fn() -> Vec<Answer> + Send + 'static) -> impl IntoView {
    let lines =
        move || answers().into_iter().map(|answer| view! { <RuleLine answer /> }).collect_view();
    view! { <ul class="plain">{lines}</ul> }
}
