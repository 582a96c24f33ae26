//! Who is there, school by school, and who does what (VERG-3, VERG-7).

use leptos::prelude::*;
use model::meeting::{Command, Office, Presence, Seated};
use rules::text::Lang;

use super::Sitting;
use crate::components::add_line::AddLine;
use crate::components::choose::Choose;
use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::werkgebied::attendance as words;

#[component]
pub fn Attendance(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let ids = sitting.memo(|view| view.people.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let summary = Memo::new(move |_| sitting.of(|view| says(view, lang.get())));
    let unknown = sitting.memo(|view| view.attendance().unknown);
    let everybody = move |_| {
        let all = untrack(|| {
            sitting.of(|view| {
                let open = view.people.iter().filter(|one| one.presence.is_none());
                let there = |one: &model::meeting::Participant| Command::Attend {
                    person: one.id.clone(),
                    presence: Some(Presence::Aanwezig),
                };
                open.map(there).collect::<Vec<_>>()
            })
        });
        sitting.act(&Command::Together(all));
    };
    let add = move |name: String| {
        let id = random::id();
        let person = Seated { id: id.clone(), name, ..Seated::default() };
        let there = Command::Attend { person: id, presence: Some(Presence::Aanwezig) };
        sitting.done(&Command::Together(vec![Command::AddPerson(person), there]))
    };
    view! {
        <details class="more more--large" prop:open=move || { unknown.get() > 0 }>
            <summary class="more__open"><Drawn icon=Icon::Person /> {tr(words::WHO)}": "{summary}</summary>
            <Show when=move || { unknown.get() > 0 }>
                <button type="button" class="nl-button nl-button--secondary" on:click=everybody>{tr(words::EVERYBODY)}</button>
            </Show>
            <ul class="presence">
                <For each=move || ids.get() key=|id| id.clone() let:id><One sitting id /></For>
            </ul>
            <AddLine label=words::GUEST hint=words::GUEST_HINT on_add=add />
            <div class="row">
                {Office::ALL.iter().map(|office| view! { <InOffice sitting office=*office /> }).collect_view()}
            </div>
        </details>
    }
}

/// "12 aanwezig, 1 afgemeld, 8 van 9 scholen".
fn says(view: &model::meeting::View, lang: Lang) -> String {
    let all = view.attendance();
    let mut parts = vec![format!("{} {}", all.present, words::PRESENT.get(lang))];
    if all.apologies > 0 {
        parts.push(format!("{} {}", all.apologies, words::APOLOGIES.get(lang)));
    }
    if all.schools > 0 {
        let (there, of) = (all.schools_present, words::OF.get(lang));
        parts.push(format!("{there} {of} {} {}", all.schools, words::SCHOOLS.get(lang)));
    }
    if all.quorum == Some(false) {
        parts.push(words::NO_QUORUM.get(lang).to_owned());
    }
    parts.join(", ")
}

#[component]
fn One(sitting: Sitting, id: String) -> impl IntoView {
    let id = StoredValue::new(id);
    let person = sitting.memo(move |view| id.with_value(|id| view.person(id).cloned()));
    let name = Signal::derive(move || {
        person.with(|one| one.as_ref().map(|one| one.name.clone()).unwrap_or_default())
    });
    let school = move || {
        let school = person.with(|one| one.as_ref().and_then(|one| one.school.clone()))?;
        sitting
            .of(|view| view.schools.iter().find(|one| one.id == school).map(|one| one.name.clone()))
    };
    let buttons = Presence::ALL.iter().copied().map(move |presence| {
        let on = move || {
            person.with(|one| one.as_ref().is_some_and(|one| one.presence == Some(presence)))
        };
        let set = move |_| {
            let to = (!untrack(on)).then_some(presence);
            sitting.act(&Command::Attend { person: id.get_value(), presence: to });
        };
        view! {
            <button type="button" class="toggle" aria-pressed=move || on().to_string() on:click=set>
                {tr(presence.label())}<span class="visually-hidden">": "{name}</span>
            </button>
        }
    });
    view! {
        <li class="presence__one">
            <span class="presence__name">{name}<span class="marks">{school}</span></span>
            <span class="presence__ways">{buttons.collect_view()}</span>
        </li>
    }
}

#[component]
fn InOffice(sitting: Sitting, office: Office) -> impl IntoView {
    let lang = use_lang();
    let people = Signal::derive(move || {
        let none = (String::new(), words::NOBODY.get(lang.get()).to_owned());
        let all = sitting.of(|view| {
            view.people.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        });
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    });
    let chosen = sitting.memo(move |view| view.offices.get(&office).cloned().unwrap_or_default());
    let choose = move |id: String| {
        let person = Some(id).filter(|id| !id.is_empty());
        sitting.act(&Command::Appoint { office, person });
    };
    view! { <Choose label=office.label() options=people chosen on_choose=choose /> }
}
