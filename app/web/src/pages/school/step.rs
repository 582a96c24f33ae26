//! Next steps: what, who and by when; done is one tap, and one tap takes it back.

use chrono::NaiveDate;
use leptos::prelude::*;
use model::school::{Command, NewStep, Row, Step, StepChange};
use rules::notation::date;
use rules::order::Order;
use rules::text::Lang;

use super::frame::Fields;
use super::room::Room;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::day::DayField;
use crate::components::field::Field;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::school::step as words;
use crate::texts::werkgebied::{actions, members};

/// The steps of one row, those that are open first, and a line to add one.
#[component]
pub fn Steps(room: Room, row: Row) -> impl IntoView {
    let ids = room.memo(move |view| {
        let mut steps = view.line(row).map(|line| line.steps.clone()).unwrap_or_default();
        steps.order_by_key(|step| !step.is_open());
        steps.into_iter().map(|step| step.id).collect::<Vec<_>>()
    });
    view! {
        <Fields room>
            <ul class="todo">
                <For each=move || ids.get() key=|id| id.clone() let:id><One room id /></For>
            </ul>
            <Add room row />
        </Fields>
    }
}

#[component]
fn Add(room: Room, row: Row) -> impl IntoView {
    let (who, due) = (RwSignal::new(String::new()), RwSignal::new(None));
    let add = move |what: String| {
        let id = who.get_untracked();
        let step = NewStep {
            row,
            what,
            who_name: name_of(room, &id),
            who: Some(id).filter(|id| !id.is_empty()),
            due: due.get_untracked(),
        };
        room.done(Command::AddStep { id: random::id(), step })
    };
    view! {
        <div class="new-card">
            <div class="row">
                <Choose label=actions::WHO options=room.people_options(actions::NOBODY) chosen=who on_choose=move |id| who.set(id) />
                <DayField label=actions::DUE value=due on_change=move |day| due.set(day) />
            </div>
            <AddLine label=words::ADD hint=words::ADD_HINT on_add=add />
        </div>
    }
}

fn name_of(room: Room, id: &str) -> String {
    let find = |view: &model::school::View| {
        view.people.iter().find(|one| one.id == id).map(|one| one.name.clone())
    };
    untrack(|| room.of(find)).unwrap_or_default()
}

/// One step wherever it stands.
#[component]
pub fn One(
    room: Room,
    id: String,
    /// The row that it belongs to, where that is not in sight.
    #[prop(optional)]
    with_row: bool,
) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let step = room.memo(move |view| {
        id.with_value(|id| {
            let all =
                view.lines.iter().flat_map(|line| line.steps.iter().map(|step| (line.row, step)));
            all.into_iter().find(|(_, step)| step.id == *id).map(|(row, step)| (row, step.clone()))
        })
    });
    let of = move |read: fn(&Step) -> String| {
        Signal::derive(move || {
            step.with(|one| one.as_ref().map(|one| read(&one.1)).unwrap_or_default())
        })
    };
    let what = of(|step| step.what.clone());
    let set = move |change| room.act(Command::SetStep { id: id.get_value(), change });
    let done = move || step.with(|one| one.as_ref().is_some_and(|one| !one.1.is_open()));
    let late = move || step.with(|one| one.as_ref().is_some_and(|one| one.1.is_late(room.today)));
    let says = move || {
        let lang = lang.get();
        step.with(|one| {
            let (row, step) = one.as_ref()?;
            let row = with_row.then(|| row.label().get(lang).to_owned());
            let parts = row.into_iter().chain([about(step, room.today, lang)]);
            Some(parts.collect::<Vec<_>>().join(". "))
        })
    };
    let tick = move |on: bool| set(StepChange::Done(on.then_some(room.today)));
    let choose = move |id: String| {
        let name = name_of(room, &id);
        set(StepChange::Who { id: Some(id).filter(|id| !id.is_empty()), name });
    };
    let drop_it = move |why: String| {
        room.done(Command::SetStep { id: id.get_value(), change: StepChange::Dropped(Some(why)) })
    };
    let due = Signal::derive(move || step.with(|one| one.as_ref().and_then(|one| one.1.due)));
    view! {
        <li class="todo__one" class:todo__one--done=done class:todo__one--late=late>
            <label class="check todo__check">
                <input type="checkbox" prop:checked=done on:change=move |event| tick(event_target_checked(&event)) />
                <span class="todo__what">{what}</span>
            </label>
            <p class="todo__about">{says}</p>
            <details class="more">
                <summary class="more__open">{tr(members::CHANGE)}<span class="visually-hidden">" "{what}</span></summary>
                <Field label=actions::WHAT value=what on_change=move |text| set(StepChange::What(text)) />
                <div class="row">
                    <Choose label=actions::WHO options=room.people_options(actions::NOBODY) chosen=of(|step| step.who.clone().unwrap_or_default()) about=what on_choose=choose />
                    <DayField label=actions::DUE value=due about=what on_change=move |day| set(StepChange::Due(day)) />
                </div>
                <AddLine label=actions::DROP hint=actions::DROP_HINT about=what on_add=drop_it />
            </details>
        </li>
    }
}

/// "Anna, voor 11 maart 2027, te laat", as far as it is known.
pub fn about(step: &Step, today: NaiveDate, lang: Lang) -> String {
    if let Some(why) = &step.dropped {
        return format!("{}: {why}", words::DROPPED.get(lang));
    }
    if let Some(done) = step.done {
        return format!("{} {}", words::DONE_ON.get(lang), date(done, lang));
    }
    let who = match step.who_name.as_str() {
        "" => actions::NO_OWNER.get(lang).to_owned(),
        name => name.to_owned(),
    };
    let due = match step.due {
        Some(due) => format!("{} {}", actions::BEFORE.get(lang), date(due, lang)),
        None => actions::NO_DAY.get(lang).to_owned(),
    };
    let late = step.is_late(today).then(|| actions::LATE.get(lang).to_owned());
    [Some(who), Some(due), late].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
