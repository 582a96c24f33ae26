//! What the rules want to know of a dossier, and what they say: the law always, the plan of a region once one is chosen.

use leptos::prelude::*;
use model::dossier::watch::{of_plan, watch};
use model::dossier::{Command, Known};
use rules::region::{region, regions};
use rules::text::Lang;

use super::room::Room;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::fold::Fold;
use crate::components::plan_over::PlanOver;
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, use_lang};
use crate::texts::dossier::rules_of as words;

#[component]
pub fn Rules(room: Room) -> impl IntoView {
    let of_law = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let all = room.with_rules(|context| watch(&view, context));
        all.into_iter().map(|one| one.answer).collect()
    };
    let of_region = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        let all = room.with_rules(|context| of_plan(&view, context));
        all.into_iter().map(|one| one.answer).collect()
    };
    let chosen = room.memo(|view| !view.region.is_empty());
    view! {
        <Fold summary=move || tr(words::ABOUT)().into_any()><About room /></Fold>
        <h2 class="nl-heading nl-heading--level-2">{tr(words::OF_LAW)}</h2>
        <RuleList answers=of_law />
        <h2 class="nl-heading nl-heading--level-2">{tr(words::OF_REGION)}</h2>
        <Show when=move || chosen.get() fallback=|| view! { <p class="quiet">{tr(words::CHOOSE_REGION)}</p> }>
            <RuleList answers=of_region />
        </Show>
    }
}

/// A yes or no that only people know, for a rule.
#[component]
pub fn Say(room: Room, what: Known) -> impl IntoView {
    let lang = use_lang();
    let chosen = Signal::derive(move || {
        let yes = room.of(|view| view.known.get(&what).copied());
        yes.map_or("", |yes| if yes { "ja" } else { "nee" }).to_owned()
    });
    let choose = move |value: String| {
        let yes = (!value.is_empty()).then(|| value == "ja");
        room.act(&Command::Know { what, yes });
    };
    view! { <Choose label=what.label() options=yes_no(lang) chosen on_choose=choose /> }
}

/// Not known, yes, no.
fn yes_no(lang: Signal<Lang>) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let all = [("", words::NOT_KNOWN), ("ja", words::YES), ("nee", words::NO)];
        all.map(|(value, name)| (value.to_owned(), name.get(lang.get()).to_owned())).to_vec()
    })
}

/// Region, level, days.
#[component]
fn About(room: Room) -> impl IntoView {
    let lang = use_lang();
    let known = StoredValue::new(regions().unwrap_or_default());
    let options = Signal::derive(move || {
        let none = (String::new(), words::NO_REGION.get(lang.get()).to_owned());
        let all = known.with_value(|all| {
            all.iter().map(|one| (one.slug.clone(), one.name.clone())).collect::<Vec<_>>()
        });
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let slug = room.memo(|view| view.region.clone());
    let ended = Signal::derive(move || region(&slug.get())?.plan.over_on(room.today));
    let keeps = Signal::derive(move || room.of(|view| view.keeps_plan));
    let levels = Signal::derive(move || {
        let none = (String::new(), words::NOT_KNOWN.get(lang.get()).to_owned());
        let all = (0..=4).map(|level| (level.to_string(), level.to_string()));
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let level = Signal::derive(move || {
        room.of(|view| view.level.map(|level| level.to_string()).unwrap_or_default())
    });
    let care = Signal::derive(move || {
        let care = room.of(|view| view.care);
        care.map_or("", |yes| if yes { "ja" } else { "nee" }).to_owned()
    });
    let set_care = move |value: String| {
        let care = (!value.is_empty()).then(|| value == "ja");
        room.act(&Command::Care(care));
    };
    let enrolled = Signal::derive(move || room.of(|view| view.enrolled));
    let look_back = Signal::derive(move || room.of(|view| view.look_back));
    view! {
        <Choose label=words::REGION options chosen=slug on_choose=move |slug| room.act(&Command::Region(slug)) />
        <PlanOver ended keeps on_keep=move |on| room.act(&Command::KeepsPlan(on)) />
        <Choose label=words::LEVEL options=levels chosen=level on_choose=move |level: String| room.act(&Command::Level(level.parse().ok())) />
        <DayField label=words::ENROLLED hint=words::ENROLLED_HINT value=enrolled on_change=move |day| room.act(&Command::Enrolled(day)) />
        <DayField label=words::LOOK_BACK value=look_back on_change=move |day| room.act(&Command::LookBack(day)) />
        <Say room what=Known::OudersTerug />
        <Say room what=Known::KindTerug />
        <Choose label=words::CARE options=yes_no(lang) chosen=care on_choose=set_care />
        <Show when=move || care.get() == "ja"><Say room what=Known::Zorg /></Show>
    }
}
