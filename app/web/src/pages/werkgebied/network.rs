//! What a netwerkgroep is for, and who has the lead in it (NWG-01, NWG-05). Shown only where the table is a netwerkgroep.

use std::sync::Arc;

use leptos::prelude::*;
use model::about::Kind;
use model::werkgebied::network::{NETWORK, leads};
use model::werkgebied::{self, AssignmentChange, Command, Term, View};
use replica::id::SpaceId;
use rules::text::Text;

use super::room::Room;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::components::rule_list::RuleLines;
use crate::i18n::{tr, use_lang};
use crate::state::ledger::Where;
use crate::state::werkgebied::AreaLedger;
use crate::texts::werkgebied::network as words;

const YES: &str = "ja";
const NO: &str = "nee";

#[component]
pub fn Assignment(room: Room) -> impl IntoView {
    let shown = room.memo(|view| view.table == NETWORK);
    view! { <Show when=move || shown.get()><Form room /><Leads room /></Show> }
}

#[component]
fn Form(room: Room) -> impl IntoView {
    let own = room.memo(|view| view.assignment.clone());
    let set = move |change| room.act(Command::SetAssignment { change });
    let task = Signal::derive(move || own.with(|own| own.task.clone()));
    let theme = Signal::derive(move || own.with(|own| own.theme.clone()));
    let term = Signal::derive(move || {
        own.with(|own| own.term.map(Term::slug).unwrap_or_default().to_owned())
    });
    let fits = Signal::derive(move || {
        let word = own.with(|own| own.fits).map(|fits| if fits { YES } else { NO });
        word.unwrap_or_default().to_owned()
    });
    let lead = Signal::derive(move || own.with(|own| own.lead.clone().unwrap_or_default()));
    let settled = Signal::derive(move || own.with(|own| own.settled));
    let set_fits = move |slug: String| {
        let fits = match slug.as_str() {
            YES => Some(true),
            NO => Some(false),
            _ => None,
        };
        set(AssignmentChange::Fits(fits));
    };
    let terms = Term::ALL.iter().map(|term| (term.slug(), term.label())).collect();
    let set_lead = move |id: String| {
        set(AssignmentChange::Lead(Some(id).filter(|id| !id.is_empty())));
    };
    view! {
        <section class="part" aria-labelledby="opdracht">
            <h2 id="opdracht" class="nl-heading nl-heading--level-2">{tr(words::TITLE)}</h2>
            <Field label=words::TASK value=task on_change=move |text| set(AssignmentChange::Task(text)) />
            <Field label=words::THEME value=theme on_change=move |text| set(AssignmentChange::Theme(text)) />
            <div class="row">
                <Choose label=words::TERM options=or_unknown(terms) chosen=term on_choose=move |slug| set(AssignmentChange::Term(Term::from_slug(&slug))) />
                <DayField label=words::SETTLED value=settled on_change=move |on| set(AssignmentChange::Settled(on)) />
            </div>
            <div class="row">
                <Choose label=words::FITS options=or_unknown(vec![(YES, words::YES), (NO, words::NO)]) chosen=fits on_choose=set_fits />
                <Choose label=words::LEAD options=room.people_options(words::NOBODY) chosen=lead on_choose=set_lead />
            </div>
        </section>
    }
}

/// A list that begins with not knowing.
fn or_unknown(all: Vec<(&'static str, Text)>) -> Signal<Vec<(String, String)>> {
    let lang = use_lang();
    Signal::derive(move || {
        let first = std::iter::once(("", words::UNKNOWN));
        let option =
            |(slug, text): (&str, Text)| (slug.to_owned(), text.get(lang.get()).to_owned());
        first.chain(all.clone()).map(option).collect()
    })
}

/// The lead over all netwerkgroepen on this device.
#[component]
fn Leads(room: Room) -> impl IntoView {
    let all_here = RwSignal::new(false);
    let here = Memo::new(move |_| {
        let all = room.app.spaces.get().into_iter();
        let of_kind = all.filter(|one| one.kind == Kind::Werkgebied && !one.draft);
        of_kind.map(|one| one.id).collect::<Vec<_>>()
    });
    let open = Memo::new_with_compare(
        move |_| {
            let follow =
                |id: SpaceId| AreaLedger::follow(room.app, Where::In(id), werkgebied::part()).view;
            here.get().into_iter().map(follow).collect::<Vec<_>>()
        },
        |_, _| true,
    );
    let answers = move || {
        let views: Vec<Arc<View>> = open.get().into_iter().filter_map(|view| view.get()).collect();
        let groups: Vec<&View> =
            views.iter().map(|view| &**view).filter(|view| view.table == NETWORK).collect();
        let answer =
            room.with_rules(|_, context| leads(&groups, all_here.get(), context)).flatten();
        answer.into_iter().collect()
    };
    view! {
        <section class="part" aria-labelledby="regie">
            <h2 id="regie" class="nl-heading nl-heading--level-2">{tr(words::LEADS)}</h2>
            <p class="quiet">{tr(words::ALL_HERE_WHY)}</p>
            <label class="check">
                <input type="checkbox" prop:checked=all_here on:change=move |event| all_here.set(event_target_checked(&event)) />
                {tr(words::ALL_HERE)}
            </label>
            <RuleLines answers />
        </section>
    }
}
