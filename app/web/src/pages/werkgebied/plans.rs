//! The werkgebied's own development plans: for giftedness, for a more inclusive werkgebied, or for something else.

use leptos::prelude::*;
use model::werkgebied::{Command, Plan, PlanAbout, PlanChange};
use rules::notation::date;

use super::frame::AreaPage;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::components::gone::Gone;
use crate::components::rule_list::RuleList;
use crate::components::segmented::Segmented;
use crate::components::shared_text::SharedText;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::general;
use crate::texts::werkgebied::{self as words, plans};

const RULES: [&str; 2] = ["WGB-17", "WGB-18"];

pub fn page(room: Room) -> AnyView {
    let ids = room.memo(|view| {
        view.plans.iter().filter(|one| !one.gone).map(|one| one.id.clone()).collect::<Vec<_>>()
    });
    let gone = room.memo(|view| {
        let gone = view.plans.iter().filter(|one| one.gone);
        gone.map(|one| (one.id.clone(), one.title.clone())).collect::<Vec<_>>()
    });
    let back = move |id: String| {
        room.act(Command::SetPlan { id, change: PlanChange::Gone(false) });
    };
    let watched = move || {
        let all = room.watches.get();
        let ours = all.iter().filter(|one| RULES.contains(&one.answer.rule));
        ours.map(|one| one.answer.clone()).collect()
    };
    view! {
        <AreaPage room title=words::PLANS>
            <p class="nl-paragraph nl-paragraph--lead">{tr(plans::LEAD)}</p>
            <RuleList answers=watched />
            <Add room />
            <ul class="cards">
                <For each=move || ids.get() key=|id| id.clone() let:id><One room id /></For>
            </ul>
            <Gone all=gone on_back=Callback::new(back) />
        </AreaPage>
    }
    .into_any()
}

fn kinds() -> Signal<Vec<(String, String)>> {
    let lang = use_lang();
    Signal::derive(move || {
        let option =
            |one: &PlanAbout| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        PlanAbout::ALL.iter().map(option).collect()
    })
}

#[component]
fn Add(room: Room) -> impl IntoView {
    let about = RwSignal::new(PlanAbout::Hoogbegaafdheid.slug().to_owned());
    let add = move |title: String| {
        let about = PlanAbout::from_slug(&about.get_untracked()).unwrap_or(PlanAbout::Anders);
        room.done(Command::AddPlan { id: random::id(), about, title })
    };
    view! {
        <div class="new-card">
            <Choose label=plans::ABOUT options=kinds() chosen=about on_choose=move |slug| about.set(slug) />
            <AddLine label=plans::ADD hint=words::members::ADD_HINT on_add=add />
        </div>
    }
}

#[component]
fn One(room: Room, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let find = move |view: &model::werkgebied::View| {
        id.with_value(|id| view.plans.iter().find(|one| one.id == *id).cloned())
    };
    let plan = room.memo(find);
    let of = move |read: fn(&Plan) -> String| {
        Signal::derive(move || plan.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    let (title, text) = (of(|one| one.title.clone()), of(|one| one.text.clone()));
    let set = move |change| room.act(Command::SetPlan { id: id.get_value(), change });
    let adopted = Signal::derive(move || plan.with(|one| one.as_ref().and_then(|one| one.adopted)));
    let says = move || {
        let lang = lang.get();
        let about = plan.with(|one| one.as_ref().map(|one| one.about.label().get(lang)));
        let day = match adopted.get() {
            Some(day) => format!("{} {}", plans::ADOPTED.get(lang), date(day, lang)),
            None => plans::NOT_ADOPTED.get(lang).to_owned(),
        };
        format!("{}. {day}.", about.unwrap_or_default())
    };
    let write = move |text: String| {
        let ledger = room.area.ledger;
        let read = ledger.read();
        let base = read.and_then(|view| find(&view)).map(|one| one.text).unwrap_or_default();
        let change = PlanChange::Text { base, text };
        ledger.type_in(
            &format!("plan/{}", id.get_value()),
            Command::SetPlan { id: id.get_value(), change },
        );
    };
    let helped = Signal::derive(move || plan.with(|one| one.as_ref().and_then(|one| one.helped)));
    let answers =
        vec![(Some(true), general::YES), (Some(false), general::NO), (None, general::UNKNOWN)];
    view! {
        <li class="card">
            <h2 class="nl-heading nl-heading--level-3">{title}</h2>
            <p class="card__about">{says}</p>
            <SharedText label=plans::TEXT about=title value=text on_type=write on_rest=move || room.area.ledger.commit_typing() />
            <details class="more">
                <summary class="more__open">{tr(words::members::CHANGE)}<span class="visually-hidden">" "{title}</span></summary>
                <Field label=plans::TITLE value=title on_change=move |text| set(PlanChange::Title(text)) />
                <DayField label=plans::ADOPTED_ON value=adopted on_change=move |day| set(PlanChange::Adopted(day)) />
                <Segmented legend=plans::HELPED choices=answers.clone() chosen=helped on_choose=move |yes| set(PlanChange::Helped(yes)) />
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| set(PlanChange::Gone(true))>
                    {tr(plans::REMOVE)}<span class="visually-hidden">": "{title}</span>
                </button>
            </details>
        </li>
    }
}
