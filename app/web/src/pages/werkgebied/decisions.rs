//! Besluiten: searching in what was decided, over all years that are here.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;
use model::afspraken::Search;
use model::meeting::minutes::{DecisionLine, decision_line};
use model::out::{csv, markdown};
use rules::notation;

use super::frame::AreaPage;
use super::room::Room;
use crate::components::day::DayField;
use crate::components::search_line::SearchLine;
use crate::i18n::{tr, use_lang};
use crate::pages::werkgebied::meeting::out::{Out, Paper};
use crate::texts::werkgebied::{self as words, decisions as own};

pub fn page(room: Room) -> AnyView {
    let lang = use_lang();
    let wanted = RwSignal::new(String::new());
    let from = RwSignal::new(None::<NaiveDate>);
    let until = RwSignal::new(None::<NaiveDate>);
    let (in_force, money) = (RwSignal::new(false), RwSignal::new(false));
    let found = Memo::new(move |_| {
        let register = room.register.get();
        let search = Search {
            words: wanted.get(),
            from: from.get(),
            until: until.get(),
            in_force: in_force.get(),
            money: money.get(),
        };
        let all = register.search(&search).into_iter();
        all.map(|one| decision_line(&one, &register, lang.get())).collect::<Vec<_>>()
    });
    let papers = Callback::new(move |()| {
        let (lang, lines) = (lang.get_untracked(), found.get_untracked());
        let name = words::files::DECISIONS.get(lang);
        vec![
            Paper::markdown(name, markdown::decisions(lines.iter(), lang)),
            Paper::table(name, csv::decisions(lines.iter(), lang)),
        ]
    });
    let says = move || {
        let many = found.with(Vec::len);
        format!("{many} {}", own::FOUND.get(lang.get()))
    };
    view! {
        <AreaPage room title=words::DECISIONS>
            <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
            <SearchLine label=own::SEARCH value=wanted />
            <div class="row">
                <DayField label=own::FROM value=from on_change=move |day| from.set(day) />
                <DayField label=own::UNTIL value=until on_change=move |day| until.set(day) />
                <label class="check"><input type="checkbox" prop:checked=in_force on:change=move |event| in_force.set(event_target_checked(&event)) />{tr(own::IN_FORCE)}</label>
                <label class="check"><input type="checkbox" prop:checked=money on:change=move |event| money.set(event_target_checked(&event)) />{tr(own::MONEY)}</label>
            </div>
            <p role="status">{says}</p>
            <ul class="decided">
                <For each=move || found.get() key=|line| format!("{line:?}") let:line>
                    <li class="decided__one"><DecisionShown line is_link=true /></li>
                </For>
            </ul>
            <Out papers />
        </AreaPage>
    }
    .into_any()
}

/// A decision in words: number, what, how, money and what it replaces.
#[component]
pub fn DecisionShown(line: DecisionLine, #[prop(optional)] is_link: bool) -> impl IntoView {
    let lang = use_lang();
    let DecisionLine {
        id,
        number,
        provisional,
        on,
        words,
        how,
        minority,
        amount,
        route,
        replaces,
        in_force,
        ..
    } = line;
    let meeting = id.split('/').next().unwrap_or_default().to_owned();
    let href = format!("/werkgebied/vergadering/{meeting}/verslag");
    let shown = number.clone();
    let money = move || {
        let lang = lang.get();
        let amount = notation::money(amount?, lang);
        let route = route.map(|(route, year)| format!(", {} ({year})", route.get(lang)));
        Some(format!("{amount}{}", route.unwrap_or_default()))
    };
    view! {
        <p class="decided__words">
            <span class="decided__number">
                {if is_link { view! { <A href=href attr:class="nl-link">{shown}</A> }.into_any() } else { shown.into_any() }}
            </span>
            " " {words}
        </p>
        <p class="marks">
            {move || notation::date(on, lang.get())} ", " {tr(how)}
            {provisional.then(|| view! { ", " {tr(own::PROVISIONAL)} })}
            {(!in_force).then(|| view! { ", " {tr(own::REPLACED)} })}
            {replaces.map(|earlier| view! { ", " {tr(own::REPLACES)} " " {earlier} })}
        </p>
        {amount.map(|_| view! { <p class="marks"><bdi>{money}</bdi></p> })}
        {(!minority.is_empty()).then(|| view! { <p class="marks">{tr(own::MINORITY)}": "{minority}</p> })}
    }
}
